"""Titles that stand after the name of who reports: « Rapporteur : Mme NOIR — Vente du presbytère »."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.layout.mark import Mark
from kg.extract.layout.titles import title_at
from kg.extract.layout.unnumbered import is_title, opens_report
from kg.extract.layout.words import SENTENCE_WORD
from kg.text.cues import Led

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?![a-zà-ÿ])"
_REPORTER = Led(
    r"(?<![\w(])(?:Rapporteur(?:e|\.e|\(e\))?s?|RAPPORTEURE?S?|Pr[ée]sent[ée]e? par)\s?:?\s{0,2}"
    r"(?:(?:M\.|Mr|Mme|MME|Mlle|Monsieur|Madame)\s)?"
    rf"(?:(?:[A-ZÀ-Þ][\w'’-]+\s){{0,2}}?{_CAPITALS}(?:\s{_CAPITALS}(?=\n|\s[A-ZÀ-Þ]?[a-zà-ÿ]))?|[Ll][ea]\s(?:Maire|Pr[ée]sidente?)"
    r"|[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}(?=\s?\n))"
    r"(?:,[^\n.;:]{3,80}(?=\n))?[\s,.:–—-]{1,6}(?=[A-ZÀ-ÖØ-ÞŒ«])",
    ("Rapporteur", "RAPPORTEUR", "Présent", "Present"),
)
_GAP = re.compile(r"[\s.;:–—-]*")


def reported(zone: Zone) -> Iterator[Mark]:
    """The names of who reports, right before a title that a report or the end of its line follows."""
    place = 0
    text = zone.view.text
    for found in _REPORTER.finditer(text, zone.start, zone.end):
        title = title_at(zone.view, found.end(), zone.end)
        if title is None or not is_title(zone, *title) or SENTENCE_WORD.search(text, *title):
            continue
        gap = _GAP.match(text, title.end, zone.end)
        after = gap.end() if gap else title.end
        if opens_report(text, after) or "\n" in text[title.end : after]:
            place += 1
            yield Mark(found.start(), found.end(), "reported", (place,))
