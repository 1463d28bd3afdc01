"""Items found from what closes them: each decision of the sitting's own organ lies in exactly one item."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.act import Zone, once
from kg.extract.bounds import DECISIONS, bounded
from kg.extract.layout.items.approval import approved_until
from kg.extract.layout.items.candidates import candidates, headed
from kg.extract.layout.items.counted import numbered
from kg.extract.layout.items.headed import ENOUGH, LITTLE, SHORTEST, SURELY, best_of, heads, is_delegated_in
from kg.extract.layout.items.sections import voted_twice
from kg.extract.layout.marks.heading import Item
from kg.extract.layout.titles.numbers import is_ordinal
from kg.extract.layout.words import DECISION
from kg.extract.scanned import find_scanned
from kg.model import Span

AT_ONCE = 40
ORGAN = " le conseil "  # the last one named decides
# The rest of a decision's formula: « unanimité des suffrages exprimés ».
_REST = re.compile(
    r"\w{0,12}(?:\s(?:(?:a\s)?l'{1,2}\s?unanim\w*|a la majorite|par \d+ voix|des?|du|membres?|suffrages?|voix|"
    r"votants?|conseillers?|presents?|exprimes?|et|ou|representes?|absolue|pour|sans|observation|conseil municipal|"
    r"assemblee)(?!\w)){0,8}"
)
# « Validée », « approuve », « est désigné » alone are words of a report.
_FIRM = re.compile(
    r"unanim|majorit|voix|votes?(?!\w)|delibere|pour\s?:|acte(?!\w)|accord|accepte|adopte|ajourne|retire|reporte|renvoye|"
    r"(?:est|sont|ete)\s(?:approuve|valide|vote|ratifie)|il (?:a ete|est)\s|prise a|"
    r"(?:conseil|assemblee|bureau|comite|commission permanente)(?!\w)"
)
# « conseil … afin de les valider », « … du renouvellement »: an infinitive or a noun begins as the verb does.
_NO_VERB = re.compile(r"(?<=\we)r?(?:ments?)?(?<!e)(?!\w)")
_TO_ORGAN = re.compile(r"(?:conseil|assemblee|bureau|comite|commission permanente)\b")
_TOLD_TO = re.compile(r"(?<!\w)(?:au|aux membres du)\s?$")
_QUOTED = re.compile(r"(?:«\s?|que\s|lorsque\s|si\s)(?:le|la|l'|les)\s?$")
# A decision of others than the organ that sits, or of another day, or on the sitting itself.
_OF_OTHERS = re.compile(
    r"(?:commissions?|comite technique|comite social|jury|bureau d'etudes|prefet|(?<!conseil )(?:departement|region)|"
    r"delibere le|seance du \d|en date du|deliberation du|par deliberation|deliberation n|secretaire|huis clos|"
    r"ordre du jour)[^.;:\n]{0,70}$"
)
_ARTICLE = re.compile(r"\) (?:L[ea] |L['’])$")  # « (voir annexe) Le conseil »
_OF_THE_SITTING = re.compile(r"[^.]{0,80}(?:secretaire(?! (?:de mairie|general))|fonctions?\b|ordre du jour|huis clos)")


def own_decisions(zone: Zone) -> list[Span]:
    """The decisions that the organ itself takes in a passage; each ends where its formula ends."""
    found, at = list[Span](), zone.start
    for match in bounded(zone.view, find_scanned(zone, DECISION), DECISIONS):
        if match.start() < at:
            continue
        rest = _REST.match(zone.view.folded, match.end(), zone.end)
        at = end = rest.end() if rest else match.end()
        if _NO_VERB.match(zone.view.folded, match.end()) or _is_addressed(zone, match):
            continue
        if _FIRM.search(zone.view.folded, match.start(), end) and not _is_of_others(zone, match.start(), end):
            organ = zone.view.folded.rfind(ORGAN, match.start(), match.end())
            found.append(Span(organ + 1 if organ > 0 else match.start(), end))
    return found


def _is_addressed(zone: Zone, match: re.Match[str]) -> bool:
    """« expose au conseil municipal que le bail accordé … »: the organ is told of it, and does nothing."""
    if not _TO_ORGAN.match(match[0]) or ORGAN in match[0]:
        return False
    return _TOLD_TO.search(zone.view.folded, max(0, match.start() - 16), match.start()) is not None


def _is_of_others(zone: Zone, start: int, end: int) -> bool:
    """A formula that begins with a capital stands for itself."""
    if _OF_THE_SITTING.match(zone.view.folded, end):
        return True
    if _QUOTED.search(zone.view.folded, max(zone.start, start - 16), start):
        return True
    if zone.view.text[start].isupper() or _ARTICLE.search(zone.view.text, max(zone.start, start - 5), start):
        return False
    return bool(_OF_OTHERS.search(zone.view.folded, max(zone.start, start - 110), start))


def completed(zone: Zone, items: list[Item], sure: bool, cut: bool, lacking: bool = False) -> list[Item]:
    """The items of a passage, and those that its decisions show besides them.

    ``sure`` items are those of a series that divides the text: nothing is found between and inside them. ``cut`` tells
    that the text ends before the sitting does, ``lacking`` that the series lacks what comes before its first value.
    """
    decisions = once(zone.view, ("decisions", zone.start, zone.end), lambda: own_decisions(zone))
    if sure:
        above = zone.part(zone.start, items[0].start)
        first = _between(above, decisions, False, LITTLE if lacking and not is_delegated_in(above) else ENOUGH)
        parts = [part for item in items for part in _parts(zone, item, decisions)]
        return [*first, *parts[:-1], *_with_begun(zone, parts[-1], decisions, cut)]
    found: list[Item] = []
    at = zone.start
    for item in _restarted(zone, items, decisions) if cut else items:
        found.extend(_between(zone.part(at, item.start), decisions, False))
        found.extend(_split(zone, item, decisions, cut and item.end == zone.end))
        at = item.end
    found.extend(_between(zone.part(at, zone.end), decisions, cut))
    return numbered(zone, found)


def before_second(zone: Zone) -> list[Item]:
    """The first item of a list whose numbers begin at the second, where it is decided and one title stands before."""
    return _between(zone, own_decisions(zone), False, LITTLE)[:1]


def _between(zone: Zone, decisions: list[Span], cut: bool, least: float = ENOUGH) -> list[Item]:
    """The items of a passage that no series heads."""
    starts = list(heads(zone, _inside(decisions, zone.start, zone.end), cut, least))
    ends = [*(start.start for start in starts[1:]), zone.end]
    return [Item(headed(zone.view, start), start.start, end) for start, end in zip(starts, ends, strict=False)]


def _split(zone: Zone, item: Item, decisions: list[Span], cut: bool) -> Iterator[Item]:
    """An item, cut after its first decision where others are headed by titles of their own."""
    inside = _inside(decisions, item.heading.end, item.end)
    if not inside or (item.heading.number and not is_ordinal(zone.view, item.heading.number)):
        yield item
        return
    approved = approved_until(zone.view, item, inside[0].start)
    more = _between(zone.part(approved or inside[0].end, item.end), decisions, cut)
    yield Item(item.heading, item.start, more[0].start if more else item.end)
    yield from more


def _parts(zone: Zone, item: Item, decisions: list[Span]) -> list[Item]:
    key = ("parts", zone.start, zone.end, item)
    return once(zone.view, key, lambda: _parts_of_section(zone, item, decisions))


def _parts_of_section(zone: Zone, item: Item, decisions: list[Span]) -> list[Item]:
    """The acts under « 1. Budget : », where a bulleted title follows at once and several are decided; or the item."""
    inside = _inside(decisions, item.heading.end, item.end)
    if len(inside) < 2 or item.heading.number:
        return [item]
    part = zone.part(item.heading.end, item.end)
    first = next(candidates(part, AT_ONCE), None)
    if first is None or first.start - part.start > AT_ONCE or not first.bulleted or first.score < ENOUGH:
        return voted_twice(zone, item, inside)
    acts = _between(part, decisions, False)
    return acts if len(acts) > 1 and acts[0].start == first.start else [item]


def _with_begun(zone: Zone, last: Item, decisions: list[Span], cut: bool) -> list[Item]:
    """The last item of a series, and the act without number that a text cut short begins right after its decision."""
    inside = _inside(decisions, last.heading.end, last.end)
    if not (cut and inside and last.end == zone.end):
        return [last]
    rest = zone.part(inside[-1].end, zone.end)
    best = best_of(rest, SURELY, late=False)
    if best is None or zone.end - best.title.end < SHORTEST or is_delegated_in(rest.part(rest.start, best.start)):
        return [last]
    return [replace(last, end=best.start), Item(headed(zone.view, best), best.start, zone.end)]


def _restarted(zone: Zone, items: list[Item], decisions: list[Span]) -> list[Item]:
    """Items whose last one, undecided, begins after a surer title: it was a heading inside that act."""
    if len(items) < 2 or _inside(decisions, items[-1].start, zone.end):
        return items
    inside = _inside(decisions, items[-2].heading.end, items[-2].end)
    best = best_of(zone.part(inside[-1].end, items[-1].start), SURELY, late=False) if inside else None
    if best is None:
        return items
    return [*items[:-2], replace(items[-2], end=best.start), Item(headed(zone.view, best), best.start, items[-1].end)]


def _inside(decisions: list[Span], start: int, end: int) -> list[Span]:
    return decisions[bisect_right(decisions, (start, start)) : bisect_right(decisions, (end, end))]
