"""Where an item of the operative part ends: its sentence, its paragraph, the table that it announces."""

import re

from kg.extract.act import Zone
from kg.extract.bounds import LINES, STOPS, bounded
from kg.extract.lines import line_start
from kg.text.cues import Led
from kg.text.stamps import STAMP_WORDS, STAMPS

_PROSE, _LONGEST_NAME = 300, 120
_FIGURE = re.compile(r"\d[.,]\d{2}\b|€")
_STOP = re.compile(
    r"\.(?=\s+(?:\d{1,3}(?:/\d{1,3})?\s+(?:\|{1,2}\s+)?)?\(?[A-ZÀ-ÝŒ«\"]|\s+\d{1,2} ?[hH] ?\d{0,2}\b|\s*$|\s*\n"
    r"|\s+\d{1,2}(?:er)? [a-zéû]{3,9} (?:19|20)\d\d\b)"  # « … de la commune. 10 juillet 2020 7.1 Budgets »: a page's
)
_ABBREVIATION = re.compile(r"(?:\b(?:mm?|mmes?|mr|mlles?|art|al|[a-z]|st|ste|cf|ex|env|no?|dr|me|tel|arr)|etc)$")
_CODE = re.compile(r"\s*(?:[A-Z]{0,5} ?)?\d{2,4}[-/. ]\d{1,4}\s*(?:[-–:]|$)|\s*[IVX]{1,5} ?[.-] ")
# What stands across the pages of an act and is no part of its items.
STAMP = Led(
    "|".join(STAMPS)
    + r"|\n\s{0,9}(?:page )?\d{1,3} ?(?:/|sur) ?\d{1,3}\s{0,9}(?=\n)|\bpage \d{1,3} ?(?:/|sur) ?\d{1,3}\b",
    (*STAMP_WORDS, "page "),
    quick=r"\n\s{0,9}+(?:page )?\d{1,3} ?(?:/|sur)",
)


# « ACCEPTE CETTE PROPOSITION » says all that it has to say.
_COMPLETE = re.compile(
    r"[a-z']{4,12} (?:cette|ces) propositions?+(?=\s*(?:\n|$|[a-z][.)] |\d{1,2}[.)]? [a-z]|il est ))"
)


def item_end(zone: Zone, start: int, end: int) -> int:
    """Prose of some length after the sentence of an item is no part of it; a list or a table that it announces is."""
    if complete := _COMPLETE.match(zone.view.folded, start, end):
        return complete.end()
    stop = sentence_end(zone, start, end)
    return stop if end - stop > _PROSE and ":" not in zone.view.text[start:stop] else end


_UNENDED = (",", ":", ";", "'")


# « … : 1°) Propreté : un agent en juin. (renfort) 2°) Voirie : deux agents. »
_NEXT_RANK = re.compile(r"\.\s{1,2}(?:\([^()]{1,40}\)\s{1,2})?(?P<rank>\d{1,2})\s?°\s?[).]\s")


def _past_ranks(zone: Zone, start: int, stop: int, end: int) -> int:
    """The end of a list that counts « 1°) », « 2°) », whose entries are sentences."""
    while rank := _NEXT_RANK.match(zone.view.text, stop, end):
        before = rf"(?<!\d){int(rank['rank']) - 1}\s?°\s?[).]"
        if not re.search(before, zone.view.text[start:stop]):
            break
        stop = sentence_end(zone, rank.end(), end)
    return stop


def last_end(zone: Zone, start: int, end: int) -> int:
    """Where the last item ends: its sentence, or its paragraph where lines are kept."""
    if complete := _COMPLETE.match(zone.view.folded, start, end):
        return complete.end()
    stop = _past_ranks(zone, start, sentence_end(zone, start, end), end)
    text = zone.view.text
    lines = text[start:stop].split("\n")
    widest = max(map(len, text[zone.start : zone.end].split("\n")))
    stamps = [stamp.span() for stamp in zone.find(STAMP)]
    position, begun = start, start - line_start(zone.view, start)  # the first line begins before its item
    announced = False
    for index, line in enumerate(bounded(zone.view, lines[:-1], LINES)):
        position += len(line) + 1
        closing = line.rstrip()[-1:]
        announced = announced or closing == ":"
        ended = len(line) + (0 if index else begun) < 0.7 * widest and closing not in _UNENDED
        if not (_is_break(lines[index + 1]) or (ended and _opens(lines, index))):
            continue
        in_stamp = any(first < position + 1 < last + 2 for first, last in stamps)
        if not in_stamp and not _goes_on(lines, index, announced):
            return position
    return stop if len(lines) <= LINES.most + 1 else position


# « … rubrique 321.\n\nJuin 2006\nDélibération »: a few words of the page, set apart after the last article.
_SET_APART = re.compile(r"(?<=[.;])\s*\n\s*\n[^.;:]{0,120}$")


def article_end(zone: Zone, start: int, end: int) -> int:
    """Where the last article ends: all of its paragraphs, without the words of the page below."""
    below = _SET_APART.search(zone.view.folded, max(start, end - 140), end)
    return below.start() if below else end


def _is_break(line: str) -> bool:
    return not line.strip() or _CODE.match(line) is not None


def _opens(lines: list[str], index: int) -> bool:
    """Whether the line after this one begins as a sentence does."""
    return lines[index + 1].lstrip()[:1].isupper()


# « autoriser Monsieur le / Maire à signer », « en Dépenses et en / Recettes »: no sentence ends so.
_OPEN = re.compile(
    r"(?:\b[dlnscj]'|\b(?:de|du|des|la|le|les|et|ou|à|au|aux|en|pour|par|sur|dans|avec|un|une|son|sa|ses|ce|cette|que|qui"
    r"|dont|[Mm]onsieur|[Mm]adame|M\.|MM\.|Mmes?))\s*$"
)


def _goes_on(lines: list[str], index: int, announced: bool) -> bool:
    """A table that a colon announced, and a sentence that an empty line cuts."""
    following = [line.strip() for line in lines[index + 1 : index + 5] if line.strip()]
    before = lines[index].strip() or (lines[index - 1] if index else "")
    if following and _OPEN.search(before):
        return True
    if announced and (_FIGURE.search("\n".join(following[:2])) or _is_listed(lines[index], following)):
        return True
    cut = bool(following) and following[0][0].islower() and not _CODE.match(following[0])
    return cut and not lines[index].rstrip().endswith((".", ";"))


def _is_listed(line: str, following: list[str]) -> bool:
    """« A DÉSIGNÉ :\n\n- M. Roland VALMONT »: a list that the line announces, or goes on with."""
    return bool(following) and following[0][0] in _BULLETS and line.strip()[-1:] not in (".", "»")


_BULLETS = "-–—•*"


def sentence_end(zone: Zone, start: int, end: int) -> int:
    """Where the sentence that begins at ``start`` ends, its full stop excluded."""
    for stop in bounded(zone.view, _STOP.finditer(zone.view.text, start, end), STOPS):
        abbreviated = _ABBREVIATION.search(zone.view.folded, max(start, stop.start() - 6), stop.start())
        if not abbreviated and not _is_quoted(zone.view.text, start, stop.start(), end):
            return stop.start()
    return end


def _is_quoted(text: str, start: int, stop: int, end: int) -> bool:
    """« au paragraphe « C.2. Tourisme », une ligne … »: a full stop inside of a name."""
    if text.rfind("«", start, stop) <= text.rfind("»", start, stop):
        return False
    return text.find("»", stop + 2, min(end, stop + _LONGEST_NAME)) > 0
