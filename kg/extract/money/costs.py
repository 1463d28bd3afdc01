"""What is financed costs, where another sentence than that of the grant tells it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.figures import costs_of
from kg.extract.money.grants import Grant
from kg.extract.money.marked import mark
from kg.model import Span
from kg.text.cues import Holding

_COST_CUE = Holding(
    cue(r"\b(?:cout\w*|montant (?:global|total|de l'operation|des travaux)|travaux|estim\w+|s'eleve\w*|chiffr\w+)\b"),
    ("cout", "montant", "travaux", "estim", "s'eleve", "chiffr"),
)


_TOTAL = re.compile(
    r"\b(?:montant|cout) (?:estimatif |previsionnel )?total"
    r"(?: (?:estimatif|previsionnel|des travaux|de l'operation))? ?:? ?$"
)


def cost_of(deliberation: Deliberation, grants: Sequence[Grant]) -> tuple[Decimal, Span] | None:
    """What is financed costs, where the act tells one figure only, or one total, and none of its grants is more."""
    found: dict[Decimal, Span] = {}
    for sentence in deliberation.sentences:
        if sentence.first(_COST_CUE):
            for value, span in costs_of(mark(sentence, ())):
                found.setdefault(value, span)
    told = (
        found if len(found) == 1 else {v: s for v, s in found.items() if v == max(found) and _is_total(deliberation, s)}
    )
    if not told or any((grant.figures.amount or 0) > min(found) for grant in grants):
        return None
    return next(iter(told.items()))


def _is_total(deliberation: Deliberation, span: Span) -> bool:
    """« Montant estimatif des travaux : … Montant estimatif total : … »."""
    return bool(_TOTAL.search(deliberation.zone.view.folded, max(0, span.start - 40), span.start))


def may_cost(grant: Grant, cost: Decimal) -> bool:
    """Whether a cost may be that of what is financed: a grant is a part of it; what members pay finances nothing."""
    return grant.rule not in ("membership-fee", "member-dues") and grant.figures.amount != cost
