"""The title of a single act that stands without label below the list of its members: a paragraph, before the report."""

import re

from kg.extract.act import Zone
from kg.extract.layout.candidates import candidates
from kg.extract.layout.titles import trimmed
from kg.model import Span

# « Absents : », « Ont donné procuration : », « Secrétaire de séance : Mme NOIR »: the last one of a head counts.
_LABEL = re.compile(
    r"(?:^|\n)[ \t]{0,8}(?:(?:etaient|ont|est|sont)\s)?(?:membres?\s)?"
    r"(?:present|absent|excus|representee?s?\b|procuration|pouvoir|donne\s|secretaire de)[^\n:]{0,160}:"
)
_PARAGRAPH = re.compile(r"\n[ ]?\n\s{0,40}(?P<body>\S[^\n]{3,200}(?:\n[ ]?\S[^\n]{2,200}){0,2})(?=[ ]?\n[ ]?\n)")
_PROSE = re.compile(r"\s{1,40}[A-ZÀ-Þ][^\n]{60,900}?[a-zà-ÿ)»]{2}[.;:](?:\s|$)")
SURE, REACH = 4.0, 2500


def title_below(head: Zone) -> Span | None:
    """The first paragraph below the members that names what a council deals with, where a report follows it."""
    labels = [label.end() for label in head.find(_LABEL)]
    if not labels:
        return None
    zone = head.part(labels[-1], min(labels[-1] + REACH, head.end))
    named = {one.title.start for one in candidates(zone) if one.score >= SURE and not one.bulleted}
    for paragraph in _PARAGRAPH.finditer(zone.view.text, zone.start, zone.end):
        if paragraph.start("body") in named:
            told = _PROSE.match(zone.view.text, paragraph.end())
            return trimmed(zone.view.text, *paragraph.span("body")) if told else None
    return None
