"""The numbers of the préfecture's receipts (@CTES): « 034-240000017-20201217-148571-DE-1-1 ».

Département, SIREN of the authority, date of the act, local number, nature (DE deliberation, AR and AI orders, CC
contracts, BF budgets, AU other), then the number of the document where several were sent.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Act, Zone, once
from kg.extract.bounds import RECEIPTS, bounded
from kg.text.cues import Led

_NUMBER = Led(
    r"(?<![\w-])(?:99_[A-Z]{2}\s?-\s?)?(?P<department>\d{2}[0-9AB])\s?-\s?(?P<siren>\d{9})\s?-\s?(?P<date>\d{8})\s?-\s?"
    r"(?P<local>[\w./ -]{1,40}?)\s?-\s?(?P<nature>DE|AR|AI|CC|BF|AU)(?![a-z]|[A-Z]{2})(?P<part>-\d{1,2}-\d{1,2})?",
    ("99_",),
    quick=r"\d\d[\dAB](?=\s?-\s?\d{9})",
)


# The whole stamp, right above the heading of the act that it is of.
_STAMP = re.compile(
    r"(?:accuse de reception\s(?:en\s(?:sous-?)?prefecture\s)?)?\d{2}[0-9ab]-\d{9}-\d{8}-[\w./-]{1,40}\s{1,2}"
    r"(?:(?:date de (?:tele)?(?:reception|transmission)|recu)[^\d;.]{0,30}\d\d/\d\d/\d{4}\s{1,2}){0,2}$"
)
_LONGEST_STAMP = 220


class ReceiptNumber(NamedTuple):
    """A receipt's number as printed, white space collapsed, and the date of the act inside it (``date_start``)."""

    printed: str
    siren: str
    date: dt.date
    nature: str
    start: int
    end: int
    date_start: int


def receipts(zone: Zone) -> list[ReceiptNumber]:
    """The receipt numbers printed in a zone, in order. A stamp is repeated on each page."""
    return once(zone.view, ("receipt numbers", zone.start, zone.end), lambda: list(_receipts(zone)))


def _receipts(zone: Zone) -> Iterator[ReceiptNumber]:
    text = zone.view.text
    if text.find("-20", zone.start, zone.end) < 0 and text.find("- 20", zone.start, zone.end) < 0:
        return  # the date inside begins so since receipts exist (2004)
    for number in bounded(zone.view, zone.find_exact(_NUMBER), RECEIPTS):
        told = number["date"]
        try:
            date = dt.date(int(told[:4]), int(told[4:6]), int(told[6:]))
        except ValueError:
            continue
        printed = " ".join(number[0].split())
        yield ReceiptNumber(
            printed, number["siren"], date, number["nature"], number.start(), number.end(), number.start("date")
        )


def unstamped(act: Act) -> Zone:
    """What stands above all acts, without the stamp right above the first."""
    return act.preamble.part(act.preamble.start, _above(act.whole, act.preamble.end))


def stamped(act: Act) -> Zone:
    """The passage of an act, from the stamp right above it to that of the next, where stamps stand above acts."""
    first = act.preamble.end
    if not act.shared or _above(act.whole, first) == first:
        return act.item
    return act.whole.part(_above(act.whole, act.item.start), _above(act.whole, act.item.end))


def _above(whole: Zone, at: int) -> int:
    """Where the stamp begins that ends at a place, else that place."""
    key = ("stamp above", at)
    found = once(whole.view, key, lambda: _STAMP.search(whole.view.folded, max(whole.start, at - _LONGEST_STAMP), at))
    return found.start() if found else at
