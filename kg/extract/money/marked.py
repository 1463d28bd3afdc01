"""A sentence with its organisations, amounts and shares each put down as one mark, so that patterns stay short.

A mark is a private-use character whose rank in its block is the rank of what it stands for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.act import Zone
from kg.extract.bounds import SIGNS, bounded
from kg.extract.money.account_figures import account_figures
from kg.extract.organisations import Party
from kg.text.amounts import find_amounts
from kg.text.found import Found

PARTY = "[\ue000-\ue1ff]"
SUM = "[\ue200-\ue3ff]"
SHARE = "[\ue400-\ue5ff]"
_PARTY, _SUM, _SHARE = 0xE000, 0xE200, 0xE400
_FOREIGN = re.compile("[\ue000-\uf8ff]")
_SPACES = re.compile(r"\s+")
_THOUSANDS = re.compile(
    r"(?<![\w,./-])(?<!\d )[1-9]\d{0,2}(?: \d{3}){1,2}"
    r"(?![\w,/]|[ .]\d|-\d| ?(?:%|m[²2³3]?\b|ha\b|km\b|h\b|habitants?\b))"
)
# « 4O % »: a scanner took a nought for a letter.
_PERCENT = re.compile(r"(?<![\d,.])(?P<figure>\d[\do]{0,2}(?:[.,]\d{1,3})?) ?(?:%|pour cent\b|p\. ?100\b)")
_THAT_IS = re.compile(r"\bc'est[ -]a[ -]dire\b")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence: its folded text with marks, and what the marks stand for, in view offsets."""

    zone: Zone
    text: str
    parties: tuple[Found[Party], ...]
    sums: tuple[Found[Decimal], ...]
    shares: tuple[Found[Decimal], ...]

    def sign_at(self, start: int) -> str | None:
        """The mark of the amount that begins at an offset of the view."""
        return next((chr(_SUM + i) for i, found in enumerate(self.sums) if found.start == start), None)

    def party(self, mark: str) -> Found[Party]:
        """The organisation that a mark stands for."""
        return self.parties[ord(mark) - _PARTY]

    def sum(self, mark: str) -> Found[Decimal]:
        """The amount that a mark stands for."""
        return self.sums[ord(mark) - _SUM]

    def share(self, mark: str) -> Found[Decimal]:
        """The share, 0–1, that a mark stands for."""
        return self.shares[ord(mark) - _SHARE]


def mark(zone: Zone, found: Sequence[Found[Party]], columns: bool = False, plain: bool = False) -> Marked:
    """The marked form of a passage in which these bodies were found.

    With ``columns``, figures of accounts without a unit are amounts too; with ``plain``, thousands without cents.
    """
    sums = [*bounded(zone.view, (f for f in find_amounts(zone.view.text, zone.start, zone.end) if f.value), SIGNS)]
    if columns:
        sums += bounded(zone.view, (f for f in account_figures(zone) if f.value), SIGNS)
    if plain:
        sums += bounded(zone.view, _thousands(zone), SIGNS)
    sums = sorted(sums, key=lambda found: found.start)[: SIGNS.most]
    shares = [*bounded(zone.view, _shares(zone), SIGNS)]
    parties = [*bounded(zone.view, found, SIGNS)]
    pieces = [
        *((f.start, f.end, chr(_SUM + i)) for i, f in enumerate(sums)),
        *((f.start, f.end, chr(_SHARE + i)) for i, f in enumerate(shares)),
        *((f.start, f.end, chr(_PARTY + i)) for i, f in enumerate(parties)),
    ]
    return Marked(zone, _written(zone, pieces), tuple(parties), tuple(sums), tuple(shares))


def _thousands(zone: Zone) -> Iterable[Found[Decimal]]:
    for figure in _THOUSANDS.finditer(zone.view.text, zone.start, zone.end):
        yield Found(Decimal(re.sub(r"\D", "", figure[0])), figure.start(), figure.end())


def _shares(zone: Zone) -> Iterable[Found[Decimal]]:
    for percent in zone.find(_PERCENT):
        value = Decimal(percent["figure"].replace(",", ".").replace("o", "0")) / 100
        if 0 < value <= 1:
            yield Found(value, percent.start(), percent.end())


def _written(zone: Zone, pieces: list[tuple[int, int, str]]) -> str:
    folded, out, position = zone.view.folded, [], zone.start
    for start, end, written in sorted(pieces):
        if start >= position:
            out += [_FOREIGN.sub(" ", folded[position:start]), written]
            position = end
    out.append(_FOREIGN.sub(" ", folded[position : zone.end]))
    return _THAT_IS.sub("soit", _SPACES.sub(" ", "".join(out)))
