"""Financing plans whose table was read column by column: the funders, then their rates, then their amounts.

« Financeurs État (DSIL) Région Commune TOTAL Taux 50 % 30 % 20 % 100 % Montants 620 000 € 372 000 € 248 000 €
1 240 000 € »: which figure is whose is told by their order, and believed only where the figures prove it: each amount
is its rate of the total, or the amounts add up to the one after them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.money.context import Deliberation
from kg.extract.money.figures import Figures
from kg.extract.money.marked import PARTY, SHARE, SUM, Marked
from kg.model import Span
from kg.text.found import Found

_VALUE = re.compile(f"{SUM}|{SHARE}")
_RATE_OF_TAX = re.compile(rf"\b(?:tva|t\.v\.a\.?)(?: (?:a|au taux de|de))? ?\(?{SHARE}")
# What may stand between two figures of the same columns.
_GAP = re.compile(
    r"[ |:.)(]{0,3}(?:(?:montants?|taux|parts?|pourcentages?|%|ht|ttc|en|€|euros?|sollicites?|prevus?|previsionnels?"
    r"|totaux|total)[ |:.)(]{0,3}){0,4}"
)
_TOTAL = r"\b(?:sous[- ])?tota(?:l|ux)\b"
_OWN = (
    r"\b(?:auto[- ]?financement|fonds propres|commune|ville|collectivite|communaute|syndicat|emprunts?"
    r"|reste a (?:charge|financer)|part communale|maitre d'ouvrage|budget communal)\b"
)
_LABEL = re.compile(f"(?P<party>{PARTY})|(?P<total>{_TOTAL})|(?P<own>{_OWN})")
_CLOSE = re.compile(r" ?[(/:–-]? ?")
_FEWEST, _NEAR = 2, Decimal("0.006")


@dataclass(frozen=True, slots=True)
class _Label:
    """A row of the first column: where its body stands (``None`` for own funds), and where it ends."""

    sign: str | None
    place: int
    end: int


def column_figures(deliberation: Deliberation, marked: Marked, text: str) -> dict[int, Figures | None]:
    """The figures of each body of a table read by columns, by its place in the text; None for one without any."""
    text = _RATE_OF_TAX.sub(lambda tax: " " * len(tax[0]), text)
    found: dict[int, Figures | None] = {}
    before = 0
    for block in _blocks(text):
        start = block[0].start()
        labels = [*_labels(deliberation, marked, text, before, start)]
        figures = _proven(marked, len(labels), [match[0] for match in block])
        if figures:
            found |= {match.start(): None for match in re.compile(PARTY).finditer(text, before, start)}
            found |= {label.place: one for label, one in zip(labels, figures, strict=True) if label.sign}
        before = block[-1].end()
    return found


def _blocks(text: str) -> Iterator[list[re.Match[str]]]:
    """The figures that stand together, two at least."""
    block: list[re.Match[str]] = []
    for value in _VALUE.finditer(text):
        if block and not _GAP.fullmatch(text, block[-1].end(), value.start()):
            if len(block) >= _FEWEST:
                yield block
            block = []
        block.append(value)
    if len(block) >= _FEWEST:
        yield block


def _labels(deliberation: Deliberation, marked: Marked, text: str, start: int, end: int) -> Iterator[_Label]:
    """Who pays, as far as the total: « État (DETR) », « Commune (fonds propres) » are one row each."""
    last: _Label | None = None
    for match in _LABEL.finditer(text, start, end):
        if match["total"]:
            break
        sign = match["party"]
        sign = None if sign and deliberation.is_authority(marked.party(sign).value) else sign
        if last and _CLOSE.fullmatch(text, last.end, match.start()) and _is_one(marked, last.sign, sign):
            last = _Label(sign, match.start(), match.end())
            continue
        if last:
            yield last
        last = _Label(sign, match.start(), match.end())
    if last:
        yield last


def _is_one(marked: Marked, first: str | None, second: str | None) -> bool:
    """Whether two names side by side are one row: own funds told twice, a body and its programme."""
    if first is None or second is None:
        return first is second
    one, two = marked.party(first).value, marked.party(second).value
    return one.programme is None and two.programme is not None and one.organisation.name == two.organisation.name


def _proven(marked: Marked, count: int, signs: Sequence[str]) -> list[Figures]:
    """The amounts and shares of the first rows, where they prove that they stand in the order of the rows."""
    sums = [marked.sum(sign) for sign in signs if re.match(SUM, sign)]
    shares = [marked.share(sign) for sign in signs if re.match(SHARE, sign)]
    if count < _FEWEST or len(sums) < count:
        return []
    total = sum((one.value for one in sums[:count]), Decimal(0))
    if len(shares) >= count:
        shared = zip(sums, shares[:count], strict=False)
        proven = all(abs(one.value - part.value * total) <= max(Decimal(1), _NEAR * total) for one, part in shared)
        return [*map(_figures, sums, shares[:count])] if proven else []
    proven = not shares and len(sums) > count and abs(sums[count].value - total) <= 1
    return [_figures(one, None) for one in sums[:count]] if proven else []


def _figures(amount: Found[Decimal], share: Found[Decimal] | None) -> Figures:
    return Figures(
        amount=amount.value,
        share=share.value if share else None,
        amount_span=Span(amount.start, amount.end),
        share_span=Span(share.start, share.end) if share else None,
    )
