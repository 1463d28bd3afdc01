"""The SIREN that a document proves: in the préfecture's receipt, or printed in its letterhead."""

import re
from collections import defaultdict

from kg.extract.act import Zone
from kg.model import Span

# The préfecture's receipt: département, SIREN, date, number, nature of the act (protocol @CTES).
_RECEIPT = re.compile(r"(?<!\d)(?:\d{3}|2[ab]\d)\s?[-–—]\s?(?P<siren>\d{9})\s?[-–—]\s?(?:19|20)\d{6}\s?[-–—]")
_PRINTED = re.compile(r"(?<!\w)(?:siren|siret)\s{0,2}(?:n\s?[°º])?\s{0,2}:?\s{0,2}(?P<digits>\d[\d ]{7,18}\d)")


def proved_siren(whole: Zone, head: Zone) -> tuple[str, tuple[Span, ...]] | None:
    """The one SIREN that receipts or a letterhead prove; two of them prove nothing."""
    found: dict[str, list[Span]] = defaultdict(list)
    for match in whole.find(_RECEIPT):
        found[match["siren"]].append(Span(*match.span("siren")))
    if not found:
        for match in head.find(_PRINTED):
            found[re.sub(r"\D", "", match["digits"])[:9]].append(Span(*match.span("digits")))
    valid = {siren: spans for siren, spans in found.items() if is_siren(siren)}
    if len(valid) != 1:
        return None
    siren, spans = next(iter(valid.items()))
    return siren, (spans[0],)


def is_siren(digits: str) -> bool:
    """Nine digits whose Luhn sum is a multiple of ten (INSEE)."""
    if len(digits) != 9 or not digits.isdigit():
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0
