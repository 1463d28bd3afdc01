"""The money of an act against itself: shares against amounts, the lines of a financing plan against its total."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.model import Funding

_ROUNDING = Decimal("0.006")  # shares are printed to the percent
# Money that comes back, or that is owed only if another does not pay, finances nothing.
_NOT_FINANCING = {"garantie", "prêt", "avance"}


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
