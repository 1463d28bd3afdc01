"""What stands in the middle of a list and is no part: a running head, the préfecture's stamp, the cells beside it."""

import re
from collections.abc import Iterator
from itertools import islice

from kg.extract.act import Zone, once
from kg.extract.attendance.boxes import boxes
from kg.extract.attendance.cues import CIVILITY, HEADING
from kg.extract.lines import line_start
from kg.model import Span
from kg.text.cues import Led
from kg.text.stamps import STAMP_WORDS, STAMPS
from kg.text.word_starts import Begun, word_positions

_STAMP = Led("|".join(STAMPS), STAMP_WORDS)
_HEAD_WORDS = (
    *("proces-verbal", "proces verbal", "compte-rendu", "compte rendu", "seance d"),
    *("conseil municipal d", "conseil communautaire d", "deliberation d", "deliberations d"),
)
_HEAD = Begun(rf"(?<![a-z])(?:{'|'.join(_HEAD_WORDS)})", _HEAD_WORDS)
_BEFORE = re.compile(r"\s\d{1,3}\s+(?P<lead>[^,;:\d]{0,60}?)$")
_AFTER = re.compile(r"[\s–—-]*(?:page\s*)?(?:n\s?°\s?)?\d{1,3}(?:\s?(?:/|sur)\s?\d{1,3})?(?=\s)")
# « A à B ⏎ Élus présents : 17 ⏎ C à D »: a count from the box beside a list of proxies.
_COUNT_BESIDE = Led(
    r"(?:(?:elus|membres|conseillers|delegues)\s)?(?:en exercice|presents?|absents?|votants?|pouvoirs?|procurations?"
    r"|(?:ont|ayant) donne (?:pouvoir|procuration)|representes?|excuses?)\s?:\s?\d{1,3}"
    rf"(?=\s(?:{CIVILITY}\s)?[a-z][a-z'-]*\s[a-z][a-z' -]{{1,30}}?\s(?P<to>a)\s(?:{CIVILITY}\s)?[a-z][a-z'-]*\s[a-z])",
    (
        *("elus", "membres", "conseillers", "delegues", "en exercice", "present", "absent", "votant", "pouvoir"),
        *("procuration", "ont donne", "ayant donne", "represente", "excuse"),
    ),
)
_CELL = re.compile(r"\|?[ ]*\n[ ]*\|[^|\n]{0,60}\|")  # « | en exercice : 11 | »: the first cell of a row
_CELLS = re.compile(r"[ ]*+\|[^|]{0,2000}+\|")
# « …, Gérard NOIR, ⏎ En exercice Zoé VERT, … »: a label of the column beside, whose figure stands elsewhere.
_LABEL_BESIDE = re.compile(
    r"(?<=[,;–-])(?:[ ]?\n[ |]*(?P<label>(?:(?:Nombre|NOMBRE) de [a-zà-ÿ ]{5,40}?|En exercice|EN EXERCICE"
    r"|Votants?|VOTANTS?|Quorum|QUORUM|Présents?|Afférents au [Cc]onseil(?: [Mm]unicipal)?"
    r"|(?:Qui ont )?[Pp]ris part au vote|Date d[e'] ?(?:la )?[a-z]{5,14})\s?[:|]?[ ]?\n?)"
    r"|[ ](?P<flat>(?:(?:Nombre|NOMBRE) de (?:conseillers|membres|délégués|votants|présents)|En exercice|EN EXERCICE"
    r"|Date d[e'] ?(?:la )?(?:convocation|affichage|publication|envoi|transmission)) ?:? ))"
    r"(?=(?:(?:M\.|Mme|Mr|Monsieur|Madame) )?(?!(?:Pr[ée]sents?|En|Votants?|Absents?|Nombre|Date|Pouvoirs?) )"
    r"[A-ZÀ-Ý][\wÀ-ÿ'-]+ [A-ZÀ-Ý][\wÀ-ÿ'-]+)"
)
# The foot of a page: an address that ends with a number to call, a mail address or a site
_CALL = r"(?:\d\d(?:[ .]\d\d){4}\b|[\w.-]{1,40}@[\w.-]{1,40}\w|www\.[\w.-]{1,60}\w)"
_ADDRESS = Led(
    r"(?:mairie|hotel de (?:ville|la communaute)|siege|communaute|commune|ville|syndicat)\b[^:;\n]{0,100}?"
    rf"\b\d{{5}}\s[a-z][^;\n]{{0,60}}?\b{_CALL}"
    rf"(?:[ –—|-]{{1,4}}(?:(?:fax|tel|telephone|courriel|mail|site)[. :]{{0,3}})?{_CALL}){{0,3}}"
    r"(?:\s\d{1,3}\s?(?:/|sur)\s?\d{1,3}(?=\s))?",
    ("mairie", "hotel de", "siege", "communaute", "commune", "ville", "syndicat"),
)
_SAME, _PLACES = 40, 4
_LONGEST = 170


def furniture(zone: Zone, start: int, end: int) -> Iterator[Span]:
    """What of a passage belongs to the page and not to the text."""
    if _in_table(zone, start):
        yield from (Span(*cell.span()) for cell in zone.part(start, end).find(_CELL))
    for match in _COUNT_BESIDE.finditer(zone.view.folded, start, end):
        if _is_given_to(zone, match):
            yield Span(*match.span())
    for match in _LABEL_BESIDE.finditer(zone.view.text, start, end):
        yield Span(*match.span(str(match.lastgroup)))
    yield from (
        Span(box.start, box.end) for box in boxes(zone, start, end) if zone.view.text[start : box.start].strip()
    )
    for match in _STAMP.finditer(zone.view.folded, start, end):
        yield Span(*match.span())
    for match in _ADDRESS.finditer(zone.view.folded, start, end):
        yield Span(*match.span())
    for match in islice(_HEAD.finditer(zone.view.folded, start, end), 12):
        head = _running_head(zone, start, match.start())
        if head is not None and head.end <= end:
            yield head


def is_count_beside(zone: Zone, start: int) -> bool:
    """Whether a count from a box begins here, which a pair of the list around it follows."""
    match = _COUNT_BESIDE.pattern.match(zone.view.folded, start, zone.end)
    return match is not None and _is_given_to(zone, match)


def _is_given_to(zone: Zone, match: re.Match[str]) -> bool:
    """« Anne ROUX à Paul NOIR », and not « Anne ROUX a désigné »."""
    return zone.view.text[match.start("to")] in "àÀ"


def _in_table(zone: Zone, start: int) -> bool:
    """Whether a list begins in a cell that is not the first of its row."""
    return _CELLS.match(zone.view.text, line_start(zone.view, start), start) is not None


def _running_head(zone: Zone, floor: int, cue: int) -> Span | None:
    """The words from a cue on that the document prints elsewhere too, beside a page number."""
    folded = zone.view.folded
    before = _BEFORE.search(folded, max(floor, cue - 75), cue)
    printed = once(zone.view, ("running heads",), lambda: _heads(folded))
    others = [at for at in printed[folded[cue : cue + _SAME]] if at != cue]
    if not others:
        return None
    length = max(_shared(folded, cue, at) for at in others)
    after = _AFTER.match(folded, cue + length)
    begin, last = before.start() if before else cue, after.end() if after else cue + length
    if not (before or after) or HEADING.search(folded, begin, last):
        return None
    return Span(begin, last)


def _heads(folded: str) -> dict[str, list[int]]:
    """Where the first places stand of what begins as a running head does, by its first characters."""
    heads: dict[str, list[int]] = {}
    for at in word_positions(folded, _HEAD_WORDS, 0, len(folded)):
        places = heads.setdefault(folded[at : at + _SAME], [])
        if len(places) < _PLACES:
            places.append(at)
    return heads


def _shared(text: str, one: int, other: int) -> int:
    """How far two passages are the same, up to the last whole word."""
    length, most = 0, _LONGEST
    while length < most:
        middle = (length + most + 1) // 2
        if text[one : one + middle] == text[other : other + middle]:
            length = middle
        else:
            most = middle - 1
    return length if length == _LONGEST else max(0, text.rfind(" ", one, one + length) - one)
