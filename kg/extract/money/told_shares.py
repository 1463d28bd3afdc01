"""Shares of a cost that another sentence tells of an amount: « au taux de 20 %, soit une aide de 4 400 € »."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from kg.extract.act import Zone
from kg.extract.money.cues import cue
from kg.extract.money.grants import Grant
from kg.model import Span
from kg.text.amounts import find_amounts

_PERCENT = r"(?<![\d,.])(?P<figure>\d{1,3}(?:[.,]\d{1,3})?) ?(?:%|pour cent\b)"
_COMES_TO = cue(_PERCENT + r"[^.;%€]{0,60}?\bsoit\b(?=[^.;%€\d]{0,60}(?P<sum>\d))")
_THAT_IS = cue(r"(?:€|\beuros?)(?: ht| ttc)?[ ,(]{0,3}(?:soit|representant) (?:environ |un taux de )?" + _PERCENT)
# « 24 500 € 25 % », in a row of a table
_IN_A_ROW = cue(r"(?:€|\beuros?)(?: ht| ttc)?[ |(]{1,3}" + _PERCENT)
# « le Département est susceptible d'intervenir à hauteur de 40 % »
_AT_RATE = cue(r"\b(?:a hauteur de|(?:au|un) taux de) " + _PERCENT)
_WINDOW, _BACK, _FEW = 40, 45, 30


def with_shares(grants: Iterable[Grant], zone: Zone) -> Iterator[Grant]:
    """The grants, an amount alone completed by the share that another sentence tells of it."""
    told: dict[Decimal, tuple[Decimal, Span]] | None = None
    for grant in grants:
        figures = grant.figures
        if figures.share is None and figures.amount is not None and grant.rule != "membership-fee":
            told = _told_shares(zone) if told is None else told
            share, span = told.get(figures.amount, (None, None))
            grant = replace(grant, figures=replace(figures, share=share, share_span=span))
        yield grant


def _told_shares(zone: Zone) -> dict[Decimal, tuple[Decimal, Span]]:
    """The share (0–1) that is said to come to each amount, with its place; one told with two shares is left out."""
    if "%" not in zone.text:
        return {}
    told: dict[Decimal, dict[Decimal, Span]] = {}
    for match in zone.find(_COMES_TO):
        first = next(
            find_amounts(zone.view.text, match.start("sum"), min(zone.end, match.start("sum") + _WINDOW)), None
        )
        if first and first.start == match.start("sum"):
            told.setdefault(first.value, {})[_part(match["figure"])] = Span(match.start("figure"), first.end)
    for match in zone.find(_THAT_IS):
        before = [*find_amounts(zone.view.text, max(zone.start, match.start() - _BACK), match.start("figure"))]
        if before:
            span = Span(before[-1].start, match.end())
            told.setdefault(before[-1].value, {})[_part(match["figure"])] = span
    for amount, share, span in _in_rows(zone):
        told.setdefault(amount, {share: span})
    for amount, share, span in _at_rates(zone):
        told.setdefault(amount, {share: span})
    return {amount: next(iter(parts.items())) for amount, parts in told.items() if len(parts) == 1 and min(parts) <= 1}


def _part(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ".")) / 100


def _in_rows(zone: Zone) -> Iterator[tuple[Decimal, Decimal, Span]]:
    """The shares that stand after amounts, where the whole of which they are shares stands there too."""
    rows = [*zone.find(_IN_A_ROW)]
    amounts = [*find_amounts(zone.view.text, zone.start, zone.end)] if rows else []
    for match in rows:
        before = next((found for found in amounts if found.start < match.start() < found.end + 1), None)
        share = _part(match["figure"])
        if before and share and any(abs(one.value * share - before.value) < 1 for one in amounts if one.value):
            yield before.value, share, Span(before.start, match.end())


def _at_rates(zone: Zone) -> Iterator[tuple[Decimal, Decimal, Span]]:
    """The one rate that makes an amount of the act out of another one."""
    rates = {_part(match["figure"]): Span(*match.span()) for match in zone.find(_AT_RATE)}
    told = {found.value for found in find_amounts(zone.view.text, zone.start, zone.end)} if len(rates) == 1 else set()
    for share, span in rates.items() if len(told) <= _FEW else ():
        made = {whole * share for whole in told}
        yield from ((amount, share, span) for amount in told if share and any(abs(amount - one) < 1 for one in made))
