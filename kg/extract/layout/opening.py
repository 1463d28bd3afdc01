"""Where the attendance ends and the sitting begins."""

import re

from kg.extract.act import Zone
from kg.extract.layout.marks.numbered import codes, numbers
from kg.extract.layout.words import DECISION
from kg.extract.scanned import find_scanned
from kg.text.cues import Led

_PRESENT = re.compile(r"(?<!\w)presents?(?!\w)|s'est reuni|se sont reunis|sous la presidence|assistaient")
_ATTENDANCE = Led(
    # not « signé par le maire et le secrétaire de la séance précédente »: minutes, in the first item
    r"(?<!maire et l[ea] )(?<!president et l[ea] )secretaires?(?: de seance)?\b(?! precedent)|(?<!\w)quorum|"
    r"(?:a |ont )?donn?e(?:nt)? (?:pouvoir|procuration)|(?<!\w)procurations?\b|(?<!\w)pouvoirs? a\b|representee? par|"
    r"(?<!\w)excuses?e?s?\b|(?<!\w)absente?s?\b|"
    r"(?<!\w)votants?\b|en exercice|date de (?:la )?convocation",
    (
        *("secretaire", "quorum", "a don", "ont don", "done", "donne", "procuration", "pouvoir", "represente"),
        *("excuse", "absent", "votant", "en exercice", "date de"),
    ),
)
_LIST = re.compile(r"(?<!\w)presents?\s?:")  # the quorum may be told above the list of members
_OF_THE_SECRETARY = re.compile(r"[^.]{0,140}secretaire|[^.]{0,60}(?:seance|fonction)")
# « 2. ÉLECTION DU MAIRE » on a line of its own, and no other entry under it: an item, not its place in the agenda.
_HEADING = re.compile(
    r"^[ \t]{0,6}(?P<place>\d{1,2})\s?[.)–-]\s{1,3}(?P<title>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{7,80})[ \t]*\n"
    r"(?!\s{0,6}\d{1,2}\s?[.)–-]\s)",
    re.MULTILINE,
)
# The same in a text of one line: a sentence follows, or a part of the item.
_FLAT_HEADING = re.compile(
    r"(?<![\w.,/°-])(?P<place>\d{1,2})\s?[.)–-]\s{1,3}(?P<title>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{7,80})"
    r"(?=\s(?:[A-ZÀ-Þ][a-zà-ÿ]|\d{1,2}\.\d))"
)
_OF_THE_OPENING = re.compile(
    r"(?:INSTALLATION|OUVERTURE|APPEL|QUORUM|V[ÉE]RIFICATION|PR[ÉE]SEN|ABSEN|POUVOIR|PROCURATION|"
    r"D[ÉE]SIGNATION D|[ÉE]LECTION D\w{0,2} (?:LA |LE )?SECR|ORDRE)"
)
FARTHEST, STEP, SHORT_STEP = 7000, 1600, 350


def opening_of(zone: Zone) -> int:
    """The offset after the last words of the attendance: each within reach of the one before, before any decision."""
    present = zone.part(zone.start, zone.start + FARTHEST).first(_PRESENT)
    if present is None:
        return zone.start
    at = present.end()
    limit = min(zone.end, at + FARTHEST, _first_decision(zone, at), _first_number(zone, at), _first_heading(zone, at))
    ended = False
    for match in zone.part(at, limit).find(_ATTENDANCE):
        ended = ended and not _LIST.search(zone.view.folded, at, match.start())
        if match.start() - at > (SHORT_STEP if ended else STEP):
            break
        at = match.end()
        ended = ended or match[0].startswith(("secretaire", "quorum"))
    return at


def _first_decision(zone: Zone, start: int) -> int:
    """The first decision that is not the choice of the secretary."""
    for match in find_scanned(zone.part(start, start + FARTHEST), DECISION):
        if not _OF_THE_SECRETARY.match(zone.view.folded, match.end()):
            return match.start()
    return zone.end


def _first_number(zone: Zone, start: int) -> int:
    """The first number of an act that another one follows: some minutes number the choice of the secretary too."""
    coded = codes(zone.part(start, start + 2 * FARTHEST), "\n" in zone.text.rstrip())
    marks = [mark for mark in (*numbers(zone.part(start, zone.end), False), *coded) if len(mark.value) > 1]
    followed = {(mark.series, *mark.value) for mark in marks}
    for mark in marks:
        counted = (mark.series, *mark.value[:-1], mark.value[-1] + 1)
        if mark.firm and zone.view.text[mark.start].isupper() and counted in followed:
            return mark.start
    return zone.end


def _first_heading(zone: Zone, start: int) -> int:
    """The first ordinal heading in capitals that deals with a matter, one of a row."""
    heading = _HEADING if "\n" in zone.text.rstrip() else _FLAT_HEADING
    found = list(zone.part(start, start + FARTHEST).find_exact(heading))
    places = {int(match["place"]) for match in found}
    for match in found:
        if int(match["place"]) + 1 in places and not _OF_THE_OPENING.match(match["title"]):
            return match.start()
    return zone.end
