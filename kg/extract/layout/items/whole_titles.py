"""Titles of a list that go on with words that open a report elsewhere: « … de proximité Dans le cadre du NPRU »."""

import re

from kg.extract.act import Zone
from kg.extract.layout.titles.shapes import trimmed
from kg.extract.layout.words import SENTENCE_WORD
from kg.model import Span

_GOES_ON = re.compile(
    r"[\s,)–—-]{1,4}(?:Dans le cadre d|Au titre d|Aux? titres? d|Pour (?:la |le |les |l['’])|Suite (?:à|au)|En vue d"
    r"|Sur propos|À compter|A compter|Par (?:la|le|les) |En (?:raison|application|faveur|partenariat|vertu) )"
)
# « Installation d'un conseiller – M. Paul NOIR Rapporteur : … »: who reports comes later, the name is of the matter.
_CONCERNS = re.compile(
    r"\s[–—-]\s(?P<who>(?:M\.|Mme|Mlle|Monsieur|Madame)(?:\s[A-ZÀ-Þ][\w'’-]+){1,3})"
    r"(?=\s{1,2}(?:[–—-]\s)?\(?(?:Rapporteur|RAPPORTEUR)e?\s?:)"
)
LONGEST = 300


def whole_title(zone: Zone, title: Span, end: int) -> Span:
    """The title up to the next entry, where no sentence stands between."""
    if concerned := _CONCERNS.match(zone.view.text, title.end, end):
        return Span(title.start, concerned.end("who"))
    if end - title.start > LONGEST or not _GOES_ON.match(zone.view.text, title.end, end):
        return title
    rest = zone.view.text[title.end : end].rstrip(" .;\n")
    told = "." in rest or SENTENCE_WORD.search(rest)
    return title if told else trimmed(zone.view.text, title.start, end) or title
