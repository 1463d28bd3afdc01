"""The sitting before this one, whose minutes are adopted: what tells a date left over from the last model.

Minutes are often written over those of the last sitting: the heading is new, the opening sentence still the old one. A
sitting cannot adopt its own minutes, nor those of a later one (CGCT L2121-15).
"""

import datetime as dt
import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.sitting.headed_dates import Stated
from kg.extract.sitting.opening import Opening
from kg.text.dates import DayMonth, find_dates, find_days

_ADOPTED_MINUTES = re.compile(
    r"\b(?:adopt|approuv|approbation|valid)\w*[^.;]{0,60}?\b(?:proces[\s–-]{0,3}verb|compte[\s-]{0,2}rendu)[^.;\d]{0,70}$"
)
_REACH = 150
_SEARCHED = 20_000


def previous_sitting(whole: Zone, sitting: dt.date) -> dt.date | None:
    """The latest date before ``sitting`` whose minutes the document adopts. A day without year is the last such day."""
    dates = [date for date in _adopted(whole.part(whole.start, whole.start + _SEARCHED), sitting) if date < sitting]
    return max(dates, default=None)


def _adopted(zone: Zone, sitting: dt.date) -> Iterator[dt.date]:
    folded = zone.view.folded
    for date in find_dates(folded, zone.start, zone.end):
        if _ADOPTED_MINUTES.search(folded, max(zone.start, date.start - _REACH), date.start):
            yield date.value
    for day in find_days(folded, zone.start, zone.end):
        value = last_such_day(day.value, sitting)
        if value and _ADOPTED_MINUTES.search(folded, max(zone.start, day.start - _REACH), day.start):
            yield value


def last_such_day(day: DayMonth, sitting: dt.date | None) -> dt.date | None:
    """The last such day up to a sitting: of its year, else of the year before."""
    if not sitting:
        return None
    for year in (sitting.year, sitting.year - 1):
        try:
            value = dt.date(year, day.month, day.day)
        except ValueError:
            continue
        if value <= sitting:
            return value
    return None


def of_the_opening(printed: list[Stated], opening: Opening | None) -> list[Stated]:
    """« L'an deux mille …, s'est réuni … Mme ROUX revient sur la séance du 3 mars »: what comes later is another's."""
    if opening is None or not opening.year_opens:
        return printed
    return [stated for stated in printed if stated.start < opening.end] or printed
