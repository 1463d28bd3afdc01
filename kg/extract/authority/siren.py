"""The SIREN that a document proves: in the préfecture's receipt, or printed in its letterhead."""

import re
from collections import defaultdict

from kg.extract.act import Zone, once
from kg.model import Span
from kg.text.cues import matches_at_cues

# The first digit before what looks behind it: a search runs fast over what begins with none.
# The préfecture's receipt: département, SIREN, date, number, nature of the act (protocol @CTES).
_RECEIPT = re.compile(
    r"\d(?<!\d\d)(?:\d[\dab]|(?<=2)[ab]\d)\s?[-–—]\s?(?P<siren>\d{9})\s?[-–—]\s?(?:19|20)\d{6}\s?[-–—]"
)
_PRINTED = re.compile(r"(?<!\w)(?:siren|siret)\s{0,2}(?:n\s?[°º])?\s{0,2}:?\s{0,2}(?P<digits>\d[\d ]{7,18}\d)")


def proved_siren(whole: Zone, head: Zone) -> tuple[str, tuple[Span, ...]] | None:
    """The one SIREN that receipts or a letterhead prove; two of them prove nothing."""
    found: dict[str, list[Span]] = defaultdict(list)
    for siren, span in once(whole.view, ("receipts", whole.start, whole.end), lambda: _received(whole)):
        found[siren].append(span)
    if not found:
        for match in matches_at_cues(_PRINTED, head.view.folded, ("siren", "siret"), head.start, head.end):
            found[re.sub(r"\D", "", match["digits"])[:9]].append(Span(*match.span("digits")))
    valid = {siren: spans for siren, spans in found.items() if is_siren(siren)}
    if len(valid) != 1:
        return None
    siren, spans = next(iter(valid.items()))
    return siren, (spans[0],)


def _received(whole: Zone) -> list[tuple[str, Span]]:
    return [(match["siren"], Span(*match.span("siren"))) for match in whole.find(_RECEIPT)]


def is_siren(digits: str) -> bool:
    """Nine digits whose Luhn sum is a multiple of ten (INSEE)."""
    if len(digits) != 9 or not digits.isdigit():
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0
