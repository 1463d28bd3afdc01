"""Where and when a sitting was held, and whether members sat at a distance.

The time and the place are read in the opening sentence (« s'est réuni à la salle des fêtes … à dix-neuf heures
trente »), else in the heading, under a label or where the sitting is opened.
"""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Mention, Zone
from kg.extract.sitting.opening import Opening
from kg.extract.sitting.place import HEADING_TOWN, read_place
from kg.extract.sitting.time import read_time
from kg.model import Span

_DISTANT = r"(?:visio|audio|video|tele|web)[\s-]?conferences?"
_REMOTE = re.compile(
    rf"{_DISTANT}|\ba\s+distance\b|en\s+(?:visio|audio|distanciel)\b|\bpar\s+(?:visio|audio|teams|zoom)\b"
    r"|par\s+(?:voie|moyens?)\s+(?:dematerialisee?|electroniques?|telematique)"
)
# « Séance du 11 février 2021 (en visioconférence) »
_HEADED_REMOTE = re.compile(
    r"[\s,(–—-]{1,5}(?:a\s+)?(?:\d{1,2}\s*h(?:eures?)?\s*\d{0,2}[\s,(–—-]{1,5})?(?:(?:tenue?|organisee?)\s+)?(?:en\s+|par\s+|a\s+)?"
    rf"(?:{_DISTANT}|distance\b|visio\b|distanciel\b)"
)
# « au lieu ordinaire de ses séances »: a place where members meet, though it is not named.
_USUAL_PLACE = re.compile(
    r"\blieu\s+(?:ordinaire|habituel|accoutume)\s+des?\s+(?:\w+\s+){0,2}(?:seance|assemblee|reunion)"
)
_BESIDE = 45  # « par visioconférence et en présentiel au … »
_FIRST_WORDS = 2500


def read_meeting(act: Act, opening: Opening | None, dates: list[int]) -> Iterator[Mention]:
    """``session/time``, ``session/place`` and ``session/remote``. ``dates``: where the statements of the date end."""
    towns = [town.end() for end in dates if (town := HEADING_TOWN.match(act.view.text, end))]
    yield from read_time(act, opening, dates, towns)
    place = read_place(act, opening, dates)
    if place:
        yield place
    yield from _remote(act, opening, place, dates)


def _remote(act: Act, opening: Opening | None, place: Mention | None, dates: list[int]) -> Iterator[Mention]:
    """True where members met by video alone, false where a place is named; both at once is not said."""
    distant = act.whole.part(opening.start, opening.end).first(_REMOTE) if opening else None
    if place and not distant:
        distant = _beside(act.whole, place.spans[0].start)
    if not place and not distant:
        distant = next((told for end in dates if (told := _HEADED_REMOTE.match(act.view.folded, end))), None)
    usual = None if place else _usual_place(act)
    if bool(distant) == bool(place or usual):
        return
    if distant:
        yield Mention("session/remote", True, (Span(distant.start(), distant.end()),), "held-by-video")
    elif place:
        yield Mention("session/remote", False, place.spans, "place-named")
    elif usual:
        yield Mention("session/remote", False, (Span(*usual.span()),), "usual-place")


def _beside(whole: Zone, place: int) -> re.Match[str] | None:
    return whole.part(place - _BESIDE, place).first(_REMOTE)


def _usual_place(act: Act) -> re.Match[str] | None:
    """In the first lines of the document, or of the act where it stands alone."""
    usual = act.preamble.first(_USUAL_PLACE)
    head = act.item.part(act.item.start, act.item.start + 2 * _FIRST_WORDS)
    return usual or (None if act.shared else head.first(_USUAL_PLACE))
