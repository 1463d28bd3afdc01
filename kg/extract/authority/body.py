"""The body that deliberates, as named: « Conseil municipal », « Commission permanente », « Bureau »."""

import re
from collections.abc import Iterable

from kg.extract.act import Act, Example, Extractor, Mention, Residue, Zone, once
from kg.model import Span
from kg.text.cues import matches_at
from kg.text.view import collapse, fold_same_length
from kg.text.word_starts import word_positions

HEAD = 4000
_BODIES: tuple[tuple[str, str], ...] = (
    ("grouping", r"conseil\s{1,2}de\s{1,2}(?:la\s)?metropole"),
    ("grouping", r"conseil\s{1,2}metropolitain"),
    ("grouping", r"conseil\s{1,2}de\s{1,2}l'eurometropole"),
    ("grouping", r"conseil\s{1,2}(?:communautaire|d'agglomeration)"),
    (
        "grouping",
        r"conseil\s{1,2}de\s{1,2}la\s{1,2}communaute\s{1,2}(?:de\s{1,2}communes|d'agglomeration|urbaine)(?!\w)",
    ),
    ("grouping", r"conseil\s{1,2}de\s{1,2}(?:la\s)?communaute(?!\w)"),
    ("grouping", r"conseil\s{1,2}de\s{1,2}territoire"),
    ("grouping", r"assemblee\s{1,2}communautaire"),
    ("commune", r"conseil\s{1,2}municipal"),
    ("commune", r"conseil\s{1,2}de\s{1,2}paris"),
    ("department", r"conseil\s{1,2}(?:departemental|general)(?!\sde[sl]?\s(?:impots|services))"),
    ("region", r"conseil\s{1,2}regional"),
    ("any", r"commission\s{1,2}permanente"),
    ("syndicate", r"comite\s{1,2}syndical"),
    ("syndicate", r"(?:conseil|bureau)\s{1,2}syndical"),
    ("syndicate", r"commission\s{1,2}syndicale|comite\s{1,2}du\s{1,2}syndicat(?!\w)"),
    ("syndicate", r"(?<=deliberations\sdu\s)comite(?=\s{1,2}(?:seance|reunion|n\s?°))"),
    ("any", r"conseil\s{1,2}d'exploitation(?=\s{1,2}(?:de\sla\sregie|du\s(?:\d|\w{3,5}di)|seance|s'est|,))"),
    (
        "any",
        r"conseil\s{1,2}d'administration(?=\s{1,2}(?:du\s(?:sdm?is|service|centre\s(?:(?:inter)?departemental\s)?de\sgestion)|"
        r"de\sl'(?:office|e\.?p\.?[ci]|etablissement|oph|agence)|de\sla\sregie))",
    ),
    ("syndicate", r"(?<!\w)bureau(?=\s{1,2}du\s{1,2}(?:syndicat|pole|petr|parc)(?!\w))"),
    ("any", r"comite\s{1,2}de\s{1,2}direction(?=\s(?:seance|reunion|du\s\d|de\sl'(?:office|epic)|s'est))"),
    (
        "any",
        r"comite[\s-]{1,2}directeur(?=\s{1,2}(?:seance|reunion|du\s(?:\d|\w{3,5}di\s|syndicat|pole|s[im])|de\sl'office|s'est|n\s?°|"
        r"ordinaire)|[.,])",
    ),
    ("commune", r"conseil\s{1,2}d'arrondissement"),
    ("school-fund", r"comite\s{1,2}(?:de\s{1,2}(?:gestion\s{1,2}de\s{1,2})?)la\s{1,2}caisse\s{1,2}des\s{1,2}ecoles"),
    ("any", r"comite\s{1,2}d'administration(?!\w)"),
    ("overseas", r"assemblee\s{1,2}de\s{1,2}(?:la\s{1,2})?(?:corse|guyane|martinique|polynesie\s{1,2}francaise)"),
    ("overseas", r"conseil\s{1,2}territorial(?!\w)"),
    ("department", r"conseil\s{1,2}de\s{1,2}la\s{1,2}collectivite\s{1,2}europeenne\s{1,2}d'alsace"),
    (
        "social-centre",
        r"conseil\s{1,2}d'administration(?=\sd[ue]\s(?:c\.?[ic]\.?a\.?s|centre (?:inter)?communal|\d)|"
        r"\s(?:du\s)?\d|[.,]|\ss'est|\sdu\s(?:lundi|mardi|mercredi|jeudi|vendredi)|\s(?:(?:seance|reunion)\s(?:ordinaire\s)?du|proces|compte|extrait|liste|deliberation))",
    ),
    ("grouping", r"bureau\s{1,2}(?:communautaire|metropolitain)"),
    (
        "grouping",
        r"(?<!\w)bureau\sdu\sconseil\s{1,2}(?:communautaire|metropolitain|de\s{1,2}communaute)(?!\w)",
    ),
    (
        "grouping",
        r"(?<!\w)bureau(?=\s(?:du\s(?:lundi|mardi|mercredi|jeudi|vendredi|\d|conseil)|"
        r"de\s(?:la\s)?communaute|,\sd[uû]ment))",
    ),
)
_FIRST_WORDS = ("conseil", "commission", "comite", "bureau", "assemblee")
_BODY = re.compile("|".join(f"(?P<b{place}>{pattern})" for place, (_, pattern) in enumerate(_BODIES)))
# A hall named after a council of something else.
_A_PLACE = re.compile(r"(?:salle|salon|hotel|maison)\s(?:du|de la|de)\s$")
_COUNCILS = re.compile(r"conseil\s{1,2}(departemental|general|regional)(?!\sde[sl]?\s(?:impots|services))")
_OF_TOWN = re.compile(r"(?<!\w)(?:mairie|commune|ville)\s(?:de\s|d'|du\s|des\s)")
_COLLECTIVITY = re.compile(r"(?<!\w)(departement|region)\s(?:de\s|d'|du\s|des\s|[a-z])")
_TOP = 300
_APART = re.compile(r"\bdeliberations\s+du\s+(?P<first>conseil)\s(?:[a-z]+\s){1,3}(?P<last>municipal)(?!\w)")
_SOCIAL = re.compile(r"c\.?[ci]\.?a\.?s(?!\w)|action\s{1,2}sociale")
_REGIONS = re.compile(r"commission\s{1,2}permanente")


def read(act: Act) -> Iterable[Mention | Residue]:
    """The ``body`` of an act: at most one mention."""
    found = _first(act)
    spans = (_clean(act, found[0]),) if found else _scattered(act)
    if not spans:
        return []
    name = collapse(" ".join(act.view.text[slice(*span)] for span in spans))
    return [Mention("body", name, spans, "body-as-named" if found else "body-in-two-pieces")]


def _clean(act: Act, found: Span) -> Span:
    """Where the same body is named without letters that a scanner took for others, if the first place has some."""
    said = act.view.folded[slice(*found)]
    same = (span for span, _ in _bodies(_head(act)) if act.view.folded[slice(*span)] == said)
    return next((span for span in same if fold_same_length(act.view.text[slice(*span)]) == said), found)


def nature_of_body(act: Act) -> str:
    """What kind of collectivity has such a body: commune, grouping, department, region, syndicate, or any."""
    found = _first(act)
    if found is None:
        return "commune" if _scattered(act) or _OF_TOWN.search(act.view.folded, 0, _TOP) else "any"
    span, nature = found
    if nature == "social-centre" and not _SOCIAL.search(act.view.folded, 0, HEAD):
        return "any"
    if nature == "any" and _REGIONS.match(act.view.folded, span.start):
        return _nature_of_permanent(act, span)
    return nature


def _nature_of_permanent(act: Act, span: Span) -> str:
    """A commission permanente is a département's or a région's: what follows it tells, or the head."""
    after = act.view.folded[span.end : span.end + 60]
    said = _COUNCILS.search(after)
    councils = {said[1]} if said else {match[1] for match in _head(act).find(_COUNCILS)}
    if not councils:
        councils = {match[1] for match in _COLLECTIVITY.finditer(act.view.folded, 0, _TOP)}
    natures = {"region" if council.startswith("region") else "department" for council in councils}
    return natures.pop() if len(natures) == 1 else "any"


def _first(act: Act) -> tuple[Span, str] | None:
    """The first body that the head names; the commission permanente before the council it belongs to."""
    head = _head(act)
    found = once(act.view, ("bodies", head.start, head.end), lambda: _bodies(head))
    for one in found:
        if act.view.folded.startswith("commission", one[0].start) and _presides(act, head, one[0]):
            return one
    return found[0] if found else None


def _scattered(act: Act) -> tuple[Span, Span] | None:
    """« DU CONSEIL SEANCE MUNICIPAL DU 16 FEVRIER »: columns that OCR has run into one another."""
    match = _head(act).first(_APART)
    return (Span(*match.span("first")), Span(*match.span("last"))) if match else None


def _bodies(head: Zone) -> list[tuple[Span, str]]:
    places = word_positions(head.view.folded, _FIRST_WORDS, head.start, head.end)
    matches = matches_at(_BODY, head.view.folded, places, head.start, head.end)
    return [(Span(*match.span()), _nature(match)) for match in matches if not _is_a_place(head, match)]


def _presides(act: Act, head: Zone, span: Span) -> bool:
    """« La commission permanente du conseil régional », or one named at the very top."""
    return span.start < head.start + 400 or act.view.folded[span.end : span.end + 14].strip().startswith("du conseil")


def _head(act: Act) -> Zone:
    if not act.shared:
        return act.item.part(act.item.start, act.item.start + HEAD)
    return act.whole.part(0, max(HEAD, act.preamble.end))


def _nature(match: re.Match[str]) -> str:
    return _BODIES[int((match.lastgroup or "b0")[1:])][0]


def _is_a_place(head: Zone, match: re.Match[str]) -> bool:
    return bool(_A_PLACE.search(head.view.folded, max(0, match.start() - 16), match.start()))


EXTRACTOR = Extractor(
    "body",
    read,
    examples=(
        Example("Le Conseil Municipal, légalement convoqué, s'est réuni", {"body": "Conseil Municipal"}),
        Example("les membres du Conseil de Métropole se sont assemblés", {"body": "Conseil de Métropole"}),
        Example("La commission permanente du conseil régional", {"body": "commission permanente"}),
        Example("BUREAU du lundi 16 janvier 2023 - Salle du Conseil municipal", {"body": "BUREAU"}),
    ),
    counter_examples=(
        Example("Le maire arrête", {}),
        Example("réunis salle du Conseil municipal", {}),
        Example("Le bureau d'études présente le comité de pilotage", {}),
    ),
)
