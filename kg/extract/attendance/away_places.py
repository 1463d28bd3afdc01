"""The communes that lead those who are away: « SAINT-PRIX : Anne ROUX a donné pouvoir à Paul NOIR », « LE VAL : … ».

A label may be that of a giver too (« ROUX Anne : pouvoir à NOIR Paul »): one is a commune's where a whole name follows
its colon, and in a list of proxies to whom that member's goes.
"""

import re
from collections.abc import Iterator

from kg.extract.attendance.cues import LOWER, UPPER
from kg.extract.attendance.places import place_labels
from kg.text.lexicon import GIVEN_NAMES
from kg.text.view import fold_same_length

_GIVEN = rf"[{UPPER}][{LOWER}]+(?:[- ][{UPPER}][{LOWER}]+)?"
_SURNAME = rf"[{UPPER}][{UPPER}'-]+(?:\s[{UPPER}'-]{{2,}}){{0,3}}"
_NAMED = re.compile(
    rf"\s*(?:(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)\s)?(?:{_GIVEN}\s{_SURNAME}|{_SURNAME}\s{_GIVEN})(?![\w'-])"
)
_GIVES = re.compile(r"pouv?oir|procuration|represente|mandat|\bdonn|\ba\s+(?:m\.|mme|[a-z])")


def places_of_away(text: str, folded: str, start: int, end: int, *, proxies: bool) -> Iterator[tuple[int, int]]:
    """Where such labels stand, the colon of each included."""
    if text.find(":", start, end) < 0:
        return
    labels = [one for one in place_labels(text, folded, start, end, least=1) if not _is_named(text[slice(*one)])]
    for (first, last), stop in zip(labels, [*(first for first, _ in labels[1:]), end], strict=False):
        if _leads_member(text, folded, last, stop, proxies) and (proxies or text[first:last].isupper()):
            yield first, last


def _is_named(label: str) -> bool:
    """« Anne ROUX ⏎ : »: the member of the line above, before one whose commune is not said again."""
    words = fold_same_length(label.rstrip(" :")).split()
    return "\n" in label or any(word.split("-")[0] in GIVEN_NAMES for word in (words[0], words[-1]))


def _leads_member(text: str, folded: str, start: int, stop: int, proxies: bool) -> bool:
    """Whether a whole name stands at an offset, and in a list of proxies gives its own."""
    named = _NAMED.match(text, start, stop)
    return named is not None and (not proxies or _GIVES.search(folded, named.end(), stop) is not None)
