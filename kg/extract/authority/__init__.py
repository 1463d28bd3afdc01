"""The collectivity that decides, as its document names it, and its SIREN where the document proves it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kg.extract.act import Act, Example, Extractor, Mention, Residue, Zone, once
from kg.extract.authority.body import nature_of_body
from kg.extract.authority.cues import CUES, POSTAL, Cue
from kg.extract.authority.in_department import town_in_department
from kg.extract.authority.most_named import comes_back, is_spoilt, most_named, named_at_top, often_named
from kg.extract.authority.names import Named, key_of_name, name_at, with_hyphen
from kg.extract.authority.ranking import Candidate, aliases_of, best_of, favoured, ranked_first, spelled_out
from kg.extract.authority.services import SERVICES
from kg.extract.authority.signing_town import signing_town
from kg.extract.authority.siren import proved_siren
from kg.extract.authority.social_centre import CCAS, social_centre
from kg.extract.authority.whole_names import WHOLE_NAME, named_before_kind, whole_names
from kg.extract.authority.written_out import in_full, written_out
from kg.model import Organisation, Span
from kg.text.cues import matches_at_cues

HEAD = 5000
LETTERHEAD, FEW_WORDS, TOP = 2500, 120, 1000
_SPOILT = ("council-of", "mayor-of")
_SIGNED = re.compile(r"(?<!\w)(?:fait|delibere)\s(?:et\s\w+\s)?a\s(?!l[ae'])")


def read(act: Act) -> Iterable[Mention | Residue]:
    """The ``authority`` of an act: at most one mention, the same for all items of minutes."""
    bounds = (act.preamble.start, act.preamble.end) if act.shared else (act.item.start, act.item.end)
    return once(act.view, ("authority", act.shared, *bounds, act.preamble.end), lambda: _read(act))


def _read(act: Act) -> list[Mention]:
    found = sorted(_names(act), key=lambda one: (-one.weight, one.named.span.start))
    siren = proved_siren(act.whole, _head(act))
    best = best_of(found)
    if best is None:
        return []
    best = spelled_out(best, found)
    if (written := written_out(act, _head(act), best.cue.rule, best.named)) is not None:
        best = replace(best, name=written)
    parts = [("/name", (best.named.span,)), *([("/siren", siren[1])] if siren else [])]
    torn = {word: with_hyphen(word) for word in act.whole.printed(*best.named.span).split()}
    printed = {best.name.replace(whole, word) for word, whole in torn.items() if whole != word} - {best.name}
    aliases = tuple(sorted({*aliases_of(best, found), *printed}))
    value = Organisation(best.name, aliases, siren[0] if siren else None)
    return [Mention("authority", value, (best.named.span,), f"authority-{best.cue.rule}", tuple(parts))]


def read_authority(act: Act) -> Organisation | None:
    """The organisation that decides, for extractors that need to know « la commune »."""
    return next((reading.value for reading in read(act) if isinstance(reading, Mention)), None)


def _head(act: Act) -> Zone:
    """Where a document names its author: its first page, and for an act of a bundle its own head."""
    return (
        act.item.part(act.item.start, act.item.start + HEAD)
        if not act.shared
        else act.whole.part(0, max(HEAD, min(act.preamble.end, 2 * HEAD)))
    )


def _names(act: Act) -> list[Candidate]:
    nature = nature_of_body(act)
    head = _head(act)
    found = _own_names(act, head, nature)
    if nature == "any" and not found:
        found = _guessed(_of_all(act, named_before_kind), _METROPOLIS)
    if nature in ("grouping", "any") and not any(one.cue.rule in ("community", "establishment") for one in found):
        found.extend(_whole_names(head))
    if not found and nature == "grouping":
        rest = act.whole.part(head.end, head.end + 20_000)
        found = list(_cued(rest, 0, nature)) or list(_whole_names(rest))
    if nature == "commune" and not any(one.weight > 1 for one in found):
        found = [
            *_postal(head),
            *_guessed(_of_all(act, named_at_top) or _of_all(act, town_in_department), _MOST),
            *(one for one in found if comes_back(act.whole, one.named.name)),
        ]
        found = found if ranked_first(found) else _guessed(_of_all(act, often_named), _OFTEN)
    if not found and nature == "any":
        found = _guessed(_of_all(act, often_named), _OFTEN)
    found = (
        found
        or list(_signed(act))
        or (_guessed(_of_all(act, social_centre), _CENTRE) if nature == "social-centre" else [])
    )
    return found or (_guessed(_of_all(act, most_named), _MOST) if nature == "commune" else [])


def _own_names(act: Act, head: Zone, nature: str) -> list[Candidate]:
    """What the head names; an act of a bundle that names nobody above its subject is the first page's."""
    opening = _opening(act)
    found = favoured(head, list(_cued(head, opening, nature)))
    if act.shared or not act.item.start or any(one.named.span.start < opening for one in found):
        return found
    return list(_cued(act.whole.part(0, TOP), TOP, nature)) or found


def _of_all(act: Act, find: Callable[[Zone], Named | None]) -> Named | None:
    """Whom the whole document names, found once for all of its acts."""
    return once(act.view, ("named by all", find), lambda: find(act.whole))


def _guessed(named: Named | None, cue: Cue) -> list[Candidate]:
    return [Candidate(named, named.name, cue, 2)] if named else []


def _opening(act: Act) -> int:
    """Where the head gives way to the matter of the act: other towns are named there. A title may stand above it."""
    start = 0 if act.shared else act.item.start
    told = act.preamble.end - start if act.preamble else 0
    return start + (min(told, LETTERHEAD) if told > FEW_WORDS else LETTERHEAD)


def _fits(nature: str, wanted: str) -> bool:
    return nature == wanted or (nature == "any" and wanted != "commune") or (wanted == "any" and nature != "department")


def _cued(zone: Zone, opening: int, nature: str) -> Iterator[Candidate]:
    """Names after a cue: each mention of the head counts, one a cue and name in what follows: partners are there."""
    told: set[tuple[str, str]] = set()
    for cue in (*CUES, *SERVICES):
        if not _fits(cue.nature, nature):
            continue
        for match in _matches(zone, cue):
            named = name_at(zone, match.end(), of_town=cue.nature == "commune")
            if named is None or (cue.rule in _SPOILT and is_spoilt(zone, named.name)):
                continue
            late = opening <= match.start()
            key = (cue.rule, key_of_name(named.name))
            weight = _weight_below(cue, again=key in told) if late else cue.weight
            if weight or cue.nature != "commune":
                yield Candidate(_with_kind(zone, match, named), in_full(zone, cue, match, named), cue, weight)
            told.add(key)


def _weight_below(cue: Cue, *, again: bool) -> int:
    """Below the opening partners and members are named too: once counts, and less than in the letterhead."""
    return 0 if again else 1 if cue.nature == "commune" else min(cue.weight, 3)


def _matches(zone: Zone, cue: Cue) -> Iterator[re.Match[str]]:
    folded = zone.view.folded
    for key in cue.keys:
        at = folded.find(key, zone.start, zone.end)
        while at >= 0:
            match = cue.pattern.match(folded, at, zone.end)
            if match and not (at and folded[at - 1].isalnum()):
                yield match
            at = folded.find(key, at + 1, zone.end)


def _postal(head: Zone) -> Iterator[Candidate]:
    """The town of a postal address at the very top: « 37000 Villeperte »."""
    for match in head.part(head.start, head.start + 600).find(POSTAL):
        if named := name_at(head, match.end(), of_town=True):
            yield Candidate(named, named.name, _ADDRESS, 2)


def _with_kind(zone: Zone, match: re.Match[str], named: Named) -> Named:
    """The passage from the word that tells the kind to the end of the name."""
    start = match.start("kind") if "kind" in match.groupdict() else named.span.start
    return Named(named.name, Span(start, named.span.end))


_METROPOLIS = Cue("whole-name", (), WHOLE_NAME, 5, "{}", "grouping")
_OFTEN, _MOST = Cue("named-often", (), WHOLE_NAME, 2), Cue("named-most", (), WHOLE_NAME, 2)
_PLACE = Cue("signature-place", (), _SIGNED, 2)
_CENTRE = Cue("social-centre-alone", (), CCAS, 2, "{}", "social-centre")
_ADDRESS = Cue("postal-address", (), POSTAL, 2)


def _whole_names(zone: Zone) -> Iterator[Candidate]:
    return (Candidate(named, named.name, _METROPOLIS, 5) for named in whole_names(zone))


def _signed(act: Act) -> Iterator[Candidate]:
    yield from _guessed(_of_all(act, _place_signed) or signing_town(act), _PLACE)


def _place_signed(whole: Zone) -> Named | None:
    signed = matches_at_cues(_SIGNED, whole.view.folded, ("fait", "delibere"), 0, whole.end)
    return next((named for place in signed if (named := name_at(whole, place.end(), of_town=True))), None)


EXTRACTOR = Extractor(
    "authority",
    read,
    examples=(
        Example(
            "COMMUNE DE SAINT-AUBRAC CONSEIL MUNICIPAL Séance du 5 juin 2023",
            {"authority": Organisation("SAINT-AUBRAC")},
        ),
        Example(
            "Le Conseil communautaire de la Communauté de communes du Haut-Valse, dûment convoqué, s'est réuni",
            {"authority": Organisation("Communauté de communes du Haut-Valse")},
        ),
        Example(
            "Syndicat mixte d'aménagement du bassin de la Serre COMITÉ SYNDICAL Séance du 3 mai 2023",
            {"authority": Organisation("Syndicat mixte d'aménagement du bassin de la Serre")},
        ),
        Example(
            "CAISSE DES ÉCOLES DE MONTFLEURY Le comité de la caisse des écoles s'est réuni en mairie",
            {"authority": Organisation("CAISSE DES ÉCOLES DE MONTFLEURY")},
        ),
        Example(
            "099-219900012-20230605-D12-DE Mairie de Montfleury, le conseil municipal s'est réuni",
            {"authority": Organisation("Montfleury")},
        ),
    ),
    counter_examples=(
        Example("Le conseil municipal s'est réuni en mairie, salle des fêtes.", {}),
        Example("Convention avec la commune voisine pour la voirie", {}),
        Example("Le comité syndical a entendu le syndicat des copropriétaires.", {}),
    ),
)
