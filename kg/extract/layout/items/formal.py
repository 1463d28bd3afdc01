"""Acts of the opening of a sitting: the agenda changed, delegated decisions noted, the secretary voted as an item,
items put off together."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from kg.extract.act import Zone
from kg.extract.layout.items.approval import approval_of, is_approval
from kg.extract.layout.marks.heading import Heading, Item
from kg.extract.layout.titles.shapes import is_title, trimmed
from kg.extract.layout.titles.title import title_at
from kg.extract.layout.words import NOT_AN_ACT
from kg.model import Span
from kg.text.cues import Holding, Led

_ORGAN = r"(?:conseil|assemblee|bureau|comite|membres|elus|conseillers)"
_VOTES = r"(?:accepte|approuve|adopte|valide|vote|decide)(?:nt)?"
# What proposes to change the agenda; « heading » is a heading of its own.
_CHANGE = Led(
    r"(?P<heading>(?<!\w)(?:modification|ajouts?|rajouts?|inscription)[^.;:]{0,60}? (?:de |a )l'ordre du jour"
    r"(?=\s?:|\s[A-Z])|ordre du jour (?:complementaire|supplementaire|modificatif)|"
    r"points? (?:supplementaires?|ajoutes?) (?:a|de) l'ordre du jour)|"
    r"(?<!\w)(?:r?ajouter|rajout|ajout|inscrire|inscription|modifier|modification|retirer|retrait|completer|reporter|"
    r"supprimer)(?: (?!proces|compte)[^\s.;]{1,25}){0,24}? (?:a |de |dans )?l'ordre du jour|"
    r"(?<!\w)(?:r?ajouter|inscrire|debattre d')\s?[^.;:]{0,30}(?:questions?|points?|sujets?|deliberations?)(?!\w)",
    (
        *(
            "modification",
            "modifier",
            "ajout",
            "rajout",
            "inscription",
            "inscrire",
            "ordre du jour",
            "point s",
            "point a",
        ),
        *("points s", "points a", "retirer", "retrait", "completer", "reporter", "supprimer", "debattre d'"),
    ),
)
_CHANGED = re.compile(
    rf"(?<!\w){_ORGAN}[^.;:]{{0,90}}?\s(?:{_VOTES}|donne son accord)(?!\w)(?:[^.;:\n]{{0,90}}?"
    r"(?:r?ajouts?|modifications?|propositions?|unanimite|demande)(?: (?:a|de) l'ordre du jour)?(?!\w))?|"
    rf"(?<!\w){_ORGAN}[^.;:]{{0,60}}unanimite|"
    r"(?:accord|accepte|adopte|approuve|vote)e?s? (?:a l'unanim\w*|par|de)|a l'unanimite"
)
# « … valident à l'unanimité le fait d'ajouter ces points à l'ordre du jour »
_WHAT_CHANGES = re.compile(
    r"(?: (?:des|membres|presents|suffrages|exprimes|et|representes)){0,6},? (?:le|la|les|l'|ces?|cette|d')"
    r"[^.;:\n]{3,90}?ordre du jour(?!\w)"
)
_IS_CHANGED = re.compile(
    r"(?P<title>l'ordre du jour est (?:ainsi )?(?:modifie|complete))[^.;:]{0,40}(?:unanim|majorite)[^.;:\n]{0,60}"
)
# The vote is on the minutes or on who holds the pen, the agenda another sitting's, or nothing is proposed.
_OTHERWISE = re.compile(
    r"proces[-\s]{0,4}verba|comptes?[-\s]{0,4}rendu|secretaire|(?<!\w)pv(?!\w)|prochaine? (?:seance|conseil)|"
    r"(?<!\w)si (?:une?|la|l'|des)(?!\w)"
)
_NOTED = Holding(
    rf"(?<!\w)(?:l[ea] |l')?{_ORGAN}(?: (?:municipal|communautaire|syndical|metropolitain|departemental))?,?"
    r"(?: [^.;:]{0,50})? (?:prend|prennent|donne|a pris) acte (?:de la |de |des |du |de cette )"
    r"[^.;:]{0,60}(?:decisions?|delegations?)(?:[^.;:]{0,60} delegations?(?! de))?",
    (" acte d",),
)
_SECRETARY = Led(
    r"(?P<title>(?:la )?designation d(?:u|'un|e la|'une) secretaire(?: de seance)?) est "
    r"(?:adoptee|approuvee|validee|votee)(?:[^.;\n]|(?<=[ '](?:l|r|d))\.|(?<= art)\.){0,120}",
    ("la designation d", "designation d"),
)
# « Secrétariat de séance. Mme ROUX se propose. Vote du conseil à l'unanimité. »: a heading, who, a vote.
_SECRETARY_VOTED = Led(
    r"(?<=[.;:\d\n]\s)(?P<title>(?:secretariat|(?:designation|nomination|election|choix) d(?:u|'un|e la|'une)"
    r"(?:\(e\))? secretaire) de (?:la )?seance)[\s:.–—-](?:(?!ordre du jour|secretaire de seance :)[^;]){0,200}?"
    r"(?:(?:proposition|candidature) est (?:retenue|validee|acceptee|approuvee|adoptee)[^.;]{0,80}"
    r"|vote (?:du conseil )?a l'unanimite"
    r"|(?:accepte|approuve|valide|adopte|elu|designe)e?s? (?:a l'unanimite|par \d+ voix)[^.;\n]{0,60})",
    ("secretaria", "designation d", "nomination d", "election d", "choix d"),
    before=3,
)
# « I. Désignation d'un secrétaire de séance », then « M. NOIR est désigné »: numbered as an item.
_SECRETARY_ITEM = Led(
    r"(?<![\w.,/-])(?:[ivx]{1,4}|0?\d{1,2})\s?[.)°/:–—-]{1,2}\s{0,2}(?P<title>(?:designation|nomination|election|choix)\s"
    r"(?:d'un|d'une|du|de la|des?|d'un\(e\))\ssecretaires?(?: de (?:la )?(?:seance|reunion|session))?)(?!\w)"
    r"(?:(?!\n\s{0,3}(?:[ivx]{1,4}|\d{1,2})\s?[.)/–—-]|\s\d{1,2}\s?[.)]\s)[^;]){0,320}?"
    r"\s(?:(?:est|sont|a ete|ont ete)\s(?:alors |ainsi |donc )?(?:designe|nomme|elu|choisi)"
    r"|(?:designe|nomme|elit|choisit)\s(?:m\.|m(?:lle|r|me|onsieur|adame)\s))[^.;\n]{0,90}",
    ("secretaire",),
    before=40,
)
_STOP = re.compile(r"(?:(?<!\bM)(?<!\bMM)\.|[;!?])\s{1,3}|\n\s{0,4}\n|^")
REACH, FARTHEST, SENTENCE = 1200, 8000, 160
_THINGS = r"(?:deliberations?|points?|dossiers?|questions?|affaires?|rapports?|sujets?|projets?)"
_BELOW = r"(?:suivante?s?|ci-(?:apres|dessous))"
_PUT_OFF = r"(?:retire|ajourne|reporte|supprime|renvoye)e?s?"
_ARE = r"(?:sont|est|ont ete|a ete|seront|sera)"
_SAID = Holding(
    rf"(?<!\w){_THINGS}\s{_BELOW}[^.;:]{{0,40}}?\s{_ARE}\s{_PUT_OFF}[^.;:]{{0,60}}:|"
    rf"(?<!\w){_ARE}\s{_PUT_OFF}[^.;:]{{0,50}}?\s(?:les|le|la)\s{_THINGS}\s{_BELOW}\s?:|"
    rf"(?<!\w)(?:retrait|report|ajournement)s?\s(?:de l'ordre du jour\s)?(?:des|du|de la)\s{_THINGS}\s{_BELOW}"
    r"[^.;:]{0,40}:",
    ("suivant", "ci-apres", "ci-dessous"),
)
_ENTRY = re.compile(r"(?:(?<=[\s:;,])|^)(?:(?P<place>\d{1,2})\s?[-–—.)/]{1,2}|[•●▪*–-])\s{1,3}(?=[«\"]?[A-ZÀ-Þ])")
LIST, ENTRY, SHORTEST, KEY = 2400, 400, 12, 24


def with_formal_acts(zone: Zone, opening: int, items: list[Item]) -> list[Item]:
    """``items`` with the acts of the opening before them, in the order of the text."""
    approval = approval_of(zone, opening, items)
    known = [approval, *items] if approval else items
    others = [item.start for item in items if not is_approval(zone.view, item)]
    limit = others[0] if others else min(zone.end, opening + FARTHEST)
    part = zone.part(opening, limit)
    for formal in (_secretary(zone, limit), _agenda_changed(part), _noted(part), *withdrawn(part, limit)):
        known = _placed(zone, known, formal) if formal else known
    return known


def _placed(zone: Zone, known: list[Item], formal: Item) -> list[Item]:
    """``known`` with an act among them; an approval that runs on to the next heading ends where the act begins."""
    met = [item for item in known if formal.start < item.end and item.start < formal.end]
    if any(formal.start <= item.heading.end or not is_approval(zone.view, item) for item in met):
        return known
    cut = [replace(item, end=formal.start) if item in met else item for item in known]
    return sorted((*cut, formal), key=lambda item: item.start)


def _secretary(zone: Zone, limit: int) -> Item | None:
    """« La désignation du secrétaire de séance est adoptée à l'unanimité »: voted, or numbered as an item."""
    part = zone.part(zone.start, limit)
    if said := part.first(_SECRETARY) or part.first(_SECRETARY_VOTED):
        return Item(_heading(said.span("title"), "secretary"), *said.span())
    if said := part.first(_SECRETARY_ITEM):
        heading = replace(_heading(said.span("title"), "secretary"), end=said.end(), outcome="adopted")
        return Item(heading, *said.span())
    return None


def _agenda_changed(part: Zone) -> Item | None:
    """The vote on a change of the agenda, from what proposes it to the vote."""
    if said := part.first(_IS_CHANGED):
        return Item(_heading(said.span("title"), "agenda-change"), *said.span())
    for proposed in part.find(_CHANGE):
        voted = part.part(proposed.end(), proposed.end() + REACH).first(_CHANGED)
        if voted and not _OTHERWISE.search(part.view.folded, proposed.start() - 30, voted.end()):
            rest = _WHAT_CHANGES.match(part.view.folded, voted.end(), part.end)
            return _change(part, proposed, (rest or voted).end())
    return None


def _change(part: Zone, proposed: re.Match[str], end: int) -> Item:
    """A change of the agenda, under the heading that announces it where one is printed."""
    if proposed["heading"] and part.view.text[proposed.start()].isupper():
        return Item(_heading(proposed.span("heading"), "agenda-change"), proposed.start(), end)
    before = max(part.start, proposed.start() - SENTENCE)
    ends = [stop.end() for stop in _STOP.finditer(part.view.text, before, proposed.start())]
    start = ends[-1] if ends else before
    return Item(Heading(start, start, None, None, "agenda-change"), start, end)


def _noted(part: Zone) -> Item | None:
    """« Le Conseil prend acte des décisions prises par délégation », said of the section or by itself."""
    said = part.first(_NOTED)
    if said is None:
        return None
    if part.view.text[slice(*said.span())].isupper():
        return Item(_heading(said.span(), "noted"), *said.span())
    sections = [match for match in part.part(part.start, said.start()).find(NOT_AN_ACT) if _is_heading(part, match)]
    if sections and said.start() - sections[-1].start() < REACH:
        return Item(_heading(sections[-1].span(), "noted"), sections[-1].start(), said.end())
    return None


def _is_heading(part: Zone, match: re.Match[str]) -> bool:
    return match.end() - match.start() > 12 and part.view.text[match.start()].isupper()


def _heading(title: tuple[int, int], rule: str) -> Heading:
    return Heading(title[0], title[1], None, Span(*title), rule)


def withdrawn(zone: Zone, limit: int) -> list[Item]:
    """The items of a list of what is put off, before ``limit``, in order."""
    said = zone.part(zone.start, limit).first(_SAID)
    if said is None:
        return []
    spans = list(_entries(zone, said.end(), min(limit, said.end() + LIST)))
    return [
        Item(Heading(start, title.end, None, title, "withdrawn", "deferred"), start, title.end)
        for start, title in spans
    ]


def _entries(zone: Zone, start: int, limit: int) -> Iterator[tuple[int, Span]]:
    """Where each entry begins, and its title; up to the first that is none, or whose place goes down."""
    entries = list(_ENTRY.finditer(zone.view.text, start, limit))
    found = [entry for entry in entries if bool(entry["place"]) == bool(entries[0]["place"])]
    reached, last = start, 0
    for entry, following in zip_longest(found, found[1:]):
        place = int(entry["place"] or last)
        if entry.start() - reached > SHORTEST or place < last:
            return
        stop = following.start() if following else min(limit, entry.end() + ENTRY)
        title = _as_in_agenda(zone, entry.end(), stop) or title_at(zone.view, entry.end(), stop)
        if title is None or not is_title(zone, *title):
            return
        yield entry.start(), title
        reached, last = title.end, place


def _as_in_agenda(zone: Zone, start: int, stop: int) -> Span | None:
    """The title as far as the agenda above prints the same words; None where it does not."""
    folded = zone.view.folded
    again = re.finditer(re.escape(folded[start : start + KEY]), folded[:start])
    length = max((_alike(folded, above.start(), start, stop - start) for above in again), default=0)
    if not length:
        return None
    if start + length < stop and folded[start + length - 1 : start + length + 1].isalpha():
        length = folded.rfind(" ", start, start + length) - start
    return trimmed(zone.view.text, start, start + length)


def _alike(folded: str, above: int, at: int, most: int) -> int:
    """How many characters two passages begin with in common."""
    return next((n for n in range(most) if folded[above + n] != folded[at + n]), most)
