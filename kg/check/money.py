"""The money of an act against itself: shares against amounts, lines of a plan against its total, words and figures."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.model import Funding
from kg.text.numbers import NUMBER_WORDS, read_number
from kg.text.view import fold_same_length

_ROUNDING = Decimal("0.006")  # shares are printed to the percent
# Money that comes back, or that is owed only if another does not pay, finances nothing.
_NOT_FINANCING = {"garantie", "prêt", "avance"}
_UNIT = r"(?:\s?(?:€|euros?\b|eur\b))"
_TAX = r"(?:\s?(?P<{}>ht|ttc|h\.t\.?|t\.t\.c\.?|hors taxes?|toutes taxes comprises)(?![a-z]))?"
_FIGURES = r"(?P<{}>\d{{1,3}}(?:[ .\u00a0\u202f]\d{{3}})+|\d{{1,9}})(?:[,.]\d{{1,2}})?"
_CENTS = rf"(?:\s(?:et\s)?{NUMBER_WORDS}(?:\scent(?:ime)?s?)?)?"
# What stands before a number in words that is whole: « cing cent » is a spoilt « cinq cent ».
_BEFORE = (
    r"(?:(?<=\bde )|(?<=d')|(?<= a )|(?<=\best )|(?<=\bsoit )|(?<=\bpour )|(?<=\bpar )|(?<=[:,(] )|(?<=moyennant ))"
)
_TWICE = re.compile(
    rf"{_BEFORE}(?P<words>{NUMBER_WORDS})(?P<unit>\s?(?:d'|de\s)?{_UNIT})?{_CENTS}{_TAX.format('tax')}\s?"
    rf"\(\s?(?:soit\s)?{_FIGURES.format('figures')}(?P<inside>{_UNIT})?{_TAX.format('other')}\s?\)(?P<after>{_UNIT})?"
    rf"|(?<![\d,.]){_FIGURES.format('first')}(?P<close>{_UNIT})?{_TAX.format('one')}\s?"
    rf"\(\s?(?:soit\s)?(?P<again>{NUMBER_WORDS})(?P<within>\s?(?:d'|de\s)?{_UNIT})?{_CENTS}{_TAX.format('two')}\s?\)"
    rf"(?P<last>{_UNIT})?"
)
_SAID_AGAIN = re.compile(rf"\(\s?(?:soit\s)?(?:\d|{NUMBER_WORDS})")  # in all that tells an amount twice
_AROUND = 130  # characters that hold a number in words


def share_amount(subject: Subject) -> Iterator[Finding]:
    """taux × coût total = montant, where the three are written; to half a percent, for rounding."""
    for index, funding in enumerate(subject.record.funding):
        share, total, amount = funding.share, funding.total_cost, funding.amount
        message = None
        if share is not None and not 0 <= share <= 1:
            message = f"taux de {share * 100:f} %"
        elif amount is not None and total is not None and amount > total:
            message = f"{amount} € pour un coût total de {total} €"
        elif None not in (share, total, amount) and _apart(share, total, amount):
            message = f"{(share or 0) * 100:f} % de {total} € font {(share or 0) * (total or 0):f} €, non {amount} €"
        if message:
            pointer = f"/funding/{index}"
            yield Finding(
                IssueCode.SHARE_AMOUNT, Severity.WARNING, f"{funding.funder.name} : {message}", "funding", (pointer,)
            )


def _apart(share: Decimal | None, total: Decimal | None, amount: Decimal | None) -> bool:
    if share is None or total is None or amount is None:
        return False
    return abs(share * total - amount) > max(Decimal(1), total * _ROUNDING)


def funding_total(subject: Subject) -> Iterator[Finding]:
    """The lines of one financing plan (one total cost, one recipient) come to no more than what is financed costs."""
    plans: dict[tuple[Decimal, str], list[int]] = defaultdict(list)
    for index, line in enumerate(subject.record.funding):
        if line.total_cost is not None and line.kind not in _NOT_FINANCING:
            plans[line.total_cost, line.recipient.name if line.recipient else ""].append(index)
    for (total, _), indexes in plans.items():
        lines = [subject.record.funding[index] for index in indexes]
        financed = sum((_part(line, total) for line in lines), Decimal(0))
        rounding = Decimal(1) if all(line.amount is not None for line in lines) else max(Decimal(1), total * _ROUNDING)
        if len(lines) > 1 and financed - total > rounding:
            message = f"{len(lines)} financements font {financed:f} € pour un coût total de {total:f} €"
            pointers = tuple(f"/funding/{index}" for index in indexes)
            yield Finding(IssueCode.FUNDING_TOTAL, Severity.WARNING, message, "funding", pointers)


def _part(line: Funding, total: Decimal) -> Decimal:
    return line.amount if line.amount is not None else (line.share or Decimal(0)) * total


def words_and_figures(subject: Subject) -> Iterator[Finding]:
    """« sept mille euros (7 500 €) »: an amount told twice is one amount; cents are left aside."""
    raw, told = subject.text.raw, set()
    for index in range(len(subject.record.amounts)):
        pointer = f"/amounts/{index}"
        for span in subject.spans((pointer,)):
            start = max(0, span.start - _AROUND)
            around = raw[start : span.end + _AROUND]
            folded = fold_same_length(around).replace("\n", " ") if "(" in around else ""
            for twice in _TWICE.finditer(folded) if _SAID_AGAIN.search(folded) else ():
                place = (start + twice.start(), start + twice.end())
                message = _told_apart(twice)
                if message and place not in told and place[0] < span.end and span.start < place[1]:
                    told.add(place)
                    quoted = " ".join(raw[slice(*place)].split())
                    yield Finding(
                        IssueCode.WORDS_AND_FIGURES,
                        Severity.WARNING,
                        f"« {quoted} » : {message}",
                        "amounts",
                        (pointer,),
                    )


def _told_apart(twice: re.Match[str]) -> str | None:
    """What words and figures say where they differ; of one tax, and of euros."""
    if not any(twice[unit] for unit in ("unit", "inside", "after", "close", "within", "last")):
        return None
    taxes = {tax[0] for name in ("tax", "other", "one", "two") if (tax := twice[name])}
    words = read_number(twice["words"] or twice["again"])
    figures = int(re.sub(r"\D", "", twice["figures"] or twice["first"]))
    if words is None or words == figures or len(taxes) > 1:
        return None
    return f"{words} en lettres, {figures} en chiffres"
