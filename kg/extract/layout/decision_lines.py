"""What tells a decision and heads no act: « IMPUTE la dépense … », « Contre : 0 », « 6 POUR, 2 ABSTENTIONS »."""

import re

from kg.extract.layout.words import DISPOSITIF_HEAD, OPERATIVE_HEAD

_COUNTS = re.compile(
    r"(?:\d{1,3}\s)?(?:pour|contre|abstentions?|votants?|exprimes)\s{0,2}[:,=]?\s?\d|\d{1,3}\s(?:pour|contre|abst)"
)
# A verb in capitals, then small letters: the item of a decision.
_DECIDES = re.compile(r"[A-ZÀ-Þ'’]{4,}\s(?:[a-zà-ÿ]|[A-ZÀ-Þ][a-zà-ÿ])")


def tells_decision(text: str, folded: str, start: int) -> bool:
    """True where the counts of a vote, or an item of a decision, begin at an offset."""
    if _COUNTS.match(folded, start):
        return True
    decides = OPERATIVE_HEAD.match(folded, start) or DISPOSITIF_HEAD.match(folded, start)
    return bool(decides) and _DECIDES.match(text, start) is not None
