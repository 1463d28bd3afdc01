"""A list laid out in columns and read as one line: the cell of the outcome cuts the title, codes stand in a row."""

import re

from kg.extract.act import Zone
from kg.extract.layout.titles.proper import bears_name
from kg.extract.layout.titles.shapes import trimmed
from kg.extract.layout.words import PREPOSITIONS, TITLE_HEAD
from kg.model import Span
from kg.text.view import fold_same_length

# What the cell of an outcome says.
_UNANIMOUS = r"(?:adoptee?s?|approuvee?s?|accord|votee?s?|favorable)?\s?a l'unanimit\w|unanimit\w"
_COUNTED = (
    r"(?:(?:accord|(?:adopt|approuv|rejet|vot)ee?s?)\s)?(?:a\s)?(?:la majorite\s)?(?:par\s)?\(?\d{1,3}\s"
    r"(?:voix (?:pour|contre)|pour(?=,? (?:et )?\d)|contre(?=,? (?:et )?\d))(?:[\s/,]{1,3}(?:et\s)?\d{1,3}\s"
    r"(?:voix pour|voix contre|pour|contre|abstentions?)){0,3}\)?"
)
CELL = re.compile(
    r"(?<!\w)(?:(?:deliberation|rapport|projet|point|dossier|affaire)\s(?:retire|ajourne|reporte)e?s?(?:\sde\sl'ordre\sdu\sjour)?|"
    rf"{_COUNTED}|{_UNANIMOUS}|(?:adoptee?|approuvee?|accord)?\s?a la majorite|"
    r"(?:(?:le conseil|l'assemblee|le bureau|le comite)(?: \w{4, 14})? )?prend acte|pris acte|"
    r"(?:ajourne|retire|reporte)e?s? (?:de l'ordre du jour|a une (?:prochaine|autre) \w{5,7})|"
    r"adoptee?s?|approuvee?s?|rejetee?s?|ajournee?s?|retiree?s?)(?!\w)"
)
# Between two sittings of a yearly list: their names and the head of the columns.
_BREAK = re.compile(
    r"(?<!\w)(?:(?:conseil|bureau|comite|commission)\s\w+\sdu\s\d|seance du\s\d|"
    r"deliberations?\s{1,3}(?:n\s?[°º]|objet|intitule|date)|objet\s{1,3}vote|page\s\d)"
)
_EDGE = re.compile(r"[\s.;:,|*_-]*")
# Below the last entry: who signs, when the list was posted.
FOOT = re.compile(
    r"(?<!\w)(?:(?:date\s(?:d'|de\s|du\s)?)?(?:affich|publi|parution|mise?\sen\sligne|convocation)|fait\s(?:a|et|le)\s|certifie"
    r"|l[ea]\s(?:maire|presidente?|secretaire)\s?[,:\n]|visa\s|transmi|recu\sen)"
)
LONGEST_REST, SHORT_REST, SHORTEST_REST, LARGEST_GAP = 200, 40, 4, 4
# Heads of columns among the cells.
_HEADS = re.compile(r"(?:OBJET|Objet|VOTES?|Votes?|INTITUL[ÉE]|Intitulé)\s(?=[A-ZÀ-Þ])")
_LAST_HEAD = re.compile(r"\s(?:OBJET|Objet|VOTES?|Votes?)$")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)\d\d)?")
_JOINED = re.compile(r"[:«(/–—-]\s?$")
_COUNT = re.compile(r"(?:pour|contre|abstentions?|votants?)(?!\w)", re.IGNORECASE)


def pieces(zone: Zone) -> list[Span]:
    """What stands before, between and after the cells of outcomes, up to the next sitting."""
    limit = broken.start() if (broken := zone.first(_BREAK)) else zone.end
    edges = [zone.start, *(at for cell in zone.part(zone.start, limit).find(CELL) for at in cell.span()), limit]
    return [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]


def rest_of_title(zone: Zone, title: Span) -> Span | None:
    """What goes on with a title after the cell that cut it: in capitals like it, or after a word that asks for more."""
    cell = CELL.match(zone.view.folded, _after_edge(zone, title.end), zone.end)
    if cell is None:
        return None
    rest, *others = pieces(zone.part(cell.end(), zone.end))
    if foot := FOOT.search(zone.view.folded, *rest):
        rest = Span(rest.start, foot.start())
    longest = SHORT_REST if others else LONGEST_REST  # before another cell it may be another title
    found = trimmed(zone.view.text, *rest, fewest=0) if rest.end - rest.start <= longest else None
    found = found if found and found.end - found.start >= SHORTEST_REST else None
    return found if found and _goes_on(zone.view.text[slice(*title)], zone.view.text[slice(*found)]) else None


def up_to_cell(zone: Zone, title: Span) -> Span:
    """A title in capitals up to the cell of its outcome, where capitals alone stand between."""
    cell = CELL.search(zone.view.folded, title.end, min(zone.end, title.end + LONGEST_REST))
    rest = zone.view.text[title.end : cell.start()] if cell else ""
    if cell is None or not rest.strip() or not zone.view.text[slice(*title)].isupper() or not rest.isupper():
        return title
    return trimmed(zone.view.text, title.start, cell.start()) or title


def first_title(zone: Zone) -> Span | None:
    """The first words of an entry whose code a cell follows at once."""
    text = zone.view.text
    for piece in pieces(zone):
        found = trimmed(text, *piece)
        if found and (head := _HEADS.match(text, *found)):
            found = Span(head.end(), found.end)
        if found and (head := _LAST_HEAD.search(text, *found)):
            found = Span(found.start, head.start())
        if found:
            return found
    return None


def dealt(zone: Zone, count: int) -> list[Span] | None:
    """The passages of ``count`` entries whose codes stand in a row before them; None where their cells are not as many.

    A passage begins where a title does, after what goes on with the one before.
    """
    found = pieces(zone)
    if len(found) != count + 1:
        return None
    starts = [_edge(zone, found[0], 0), *(_edge(zone, piece, 1) for piece in found[1:-1])]
    return [Span(*pair) for pair in zip(starts, [*starts[1:], zone.end], strict=True)]


def _edge(zone: Zone, piece: Span, skipped: int) -> int:
    if not skipped:
        return piece.start
    heads = [match.start() for match in TITLE_HEAD.finditer(zone.view.folded, *piece)]
    alone = heads and not _JOINED.search(zone.view.text, piece.start, heads[0])
    return heads[0] if alone else piece.start


def _after_edge(zone: Zone, at: int) -> int:
    edge = _EDGE.match(zone.view.text, at, zone.end)
    return edge.end() if edge else at


def _goes_on(title: str, rest: str) -> bool:
    last = re.search(r"([^\W\d_]+)['’]?$", fold_same_length(title))
    if sum(map(str.isalpha, rest)) < SHORTEST_REST and not title.isupper():
        return False
    if bears_name(title) and (_COUNT.match(rest) or (rest.isupper() and not title.isupper())):
        return False  # « … de l'école | Adopté | Pour : 6 »: no name of it
    if rest[0].islower() or (last and last[1] in PREPOSITIONS):
        return True
    return title.isupper() and (rest.isupper() or _YEARS.fullmatch(rest) is not None)
