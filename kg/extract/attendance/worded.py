"""Counts printed in words: « en exercice : quinze, présents : douze »."""

import re
from collections.abc import Iterator

from kg.extract.act import Mention, Zone
from kg.model import Span
from kg.text.cues import matches_at_cues
from kg.text.numbers import NUMBER_WORDS, read_number

_CUES = ("en exercice", "en fonction", "presen", "votant", "pouvoir", "procuration", "represente", "absent")
_COUNT = re.compile(
    r"(?:(?P<in_office>en\s(?:exercice|fonctions?))|(?P<present>presente?s?)|(?P<voting>votants?)"
    r"|(?P<proxies>pouvoirs?|procurations?|representee?s?)|(?P<absent>absente?s?(?:\s(?:et\s)?excusee?s?)?))"
    rf"\s*[:=]\s*(?P<count>{NUMBER_WORDS})(?=\s*(?:[\n;,.(–-]|$|[a-z]{{4}}))"
)
_MOST = 200  # no body has more members


def worded_counts(zone: Zone) -> Iterator[Mention]:
    """The counts told in words, one mention a field; a field told with two values is left out."""
    found: dict[str, dict[int, Span]] = {}
    for match in matches_at_cues(_COUNT, zone.view.folded, _CUES, zone.start, zone.end):
        value = read_number(match["count"])
        field = next(name for name, words in match.groupdict().items() if words)
        if value is not None and value <= _MOST:
            found.setdefault(field, {}).setdefault(value, Span(*match.span("count")))
    for field, values in found.items():
        if len(values) == 1:
            value, span = next(iter(values.items()))
            yield Mention(f"members/{field}", value, (span,), "attendance.count-in-words")
