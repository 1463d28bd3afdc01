"""The SIREN that a document proves: in the préfecture's receipt, or printed in its letterhead."""

import re
from collections.abc import Iterable

from kg.extract.act import Zone, once
from kg.model import Span
from kg.text.cues import matches_at_cues

# The first digit before what looks behind it: a search runs fast over what begins with none.
# The préfecture's receipt: département, SIREN, date, number, nature of the act (protocol @CTES).
_RECEIPT = re.compile(
    r"\d(?<!\d\d)(?:\d[\dab]|(?<=2)[ab]\d)\s?[-–—]\s?(?P<siren>\d{9})\s?[-–—]\s?(?:19|20)\d{6}\s?[-–—]"
)
_PRINTED = re.compile(r"(?<!\w)(?:siren|siret)\s{0,2}(?:n\s?[°º])?\s{0,2}:?\s{0,2}(?P<siren>\d[\d ]{7,18}\d)")

Proved = tuple[str, tuple[Span, ...]]


def proved_siren(whole: Zone, head: Zone) -> Proved | None:
    """The one SIREN that receipts or a letterhead prove; two of them prove nothing."""
    received = once(whole.view, ("receipts", whole.start, whole.end), lambda: _found(whole.find(_RECEIPT)))
    if received:
        return once(whole.view, ("receipt", whole.start, whole.end), lambda: _only(received))
    return _only(_found(matches_at_cues(_PRINTED, head.view.folded, ("siren", "siret"), head.start, head.end)))


def _found(matches: Iterable[re.Match[str]]) -> dict[str, Span]:
    """The first place of each SIREN."""
    found: dict[str, Span] = {}
    for match in matches:
        found.setdefault(re.sub(r"\D", "", match["siren"])[:9], Span(*match.span("siren")))
    return found


def _only(found: dict[str, Span]) -> Proved | None:
    valid = [siren for siren in found if is_siren(siren)]
    return (valid[0], (found[valid[0]],)) if len(valid) == 1 else None


def is_siren(digits: str) -> bool:
    """Nine digits whose Luhn sum is a multiple of ten (INSEE)."""
    if len(digits) != 9 or not digits.isdigit():
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0
