"""The title of an act that stands alone on its page, with no label and no number before it.

It may stand above the words by which the organ speaks (« LE CONSEIL MUNICIPAL, Vu … »), before the one who reports
(« Subventions à deux associations. Mme NOIR, rapporteure »), or be the one line of its page that names what a council
deals with.
"""

import re

from kg.extract.act import Zone
from kg.extract.layout.candidates import candidates
from kg.extract.layout.titles import trimmed
from kg.extract.layout.unnumbered import opens_report
from kg.model import Span

# « LA COMMISSION PERMANENTE, / Vu … », « Le Conseil municipal, / Sur le rapport de … ».
_SPEAKS = re.compile(
    r"^[ \t]{0,8}(?:l[ea]s? |l')(?:conseil|commission permanente|bureau|comite|assemblee)[^\n.;:]{0,70},?[ ]?\n"
    r"\s{0,4}(?:vus?|sur (?:le rapport|proposition)|considerant|oui|entendu|apres)\b",
    re.MULTILINE,
)
_REPORTED = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?P<title>[A-ZÀ-Þ][^\n]{11,300}?)[.,;]?\s{1,2}[(–—-]?\s?(?:M\.|Mme|Mlle|MM\.|Monsieur|Madame)\s"
    r"[^\n,.;]{3,50},\s(?:co-?)?[Rr]apporteure?s?\b"
)
_ABOVE = re.compile(r"\n[ \t]{0,40}(?P<line>[^\n]{12,220})[ \t]*\n?[ \t]*\n?$")
_LABELLED = re.compile(
    r"\s{0,4}(?:seance|reunion|convocation|transmission|date|politique|mission|direction|service|page|rapport)\b"
)
_SECTION = re.compile(r"(?:rapport|expose|deliberation|decision|avis|proposition) (?:du|de la|des)\b")
SURE, REACH, FEWEST_WORDS = 4.0, 400, 3


def title_alone(head: Zone, report: int) -> Span | None:
    """The title of the only act of a page, above ``report``, where its report begins; None where two may be it."""
    return _before_organ(head) or _before_reporter(head) or _named(head.part(head.start, report))


def _before_organ(head: Zone) -> Span | None:
    speaks = head.first(_SPEAKS)
    if speaks is None:
        return None
    line = _ABOVE.search(head.view.text, max(head.start, speaks.start() - REACH), speaks.start())
    if line is None or _LABELLED.match(head.view.folded, line.start("line")):
        return None
    title = trimmed(head.view.text, *line.span("line"))
    if title is None or line["line"].rstrip().endswith((".", ":", ",")) or opens_report(head.view.text, title.start):
        return None
    return title if len(head.printed(*title).split()) >= FEWEST_WORDS else None


def _before_reporter(head: Zone) -> Span | None:
    said = _REPORTED.search(head.view.text, head.start, head.end)
    return trimmed(head.view.text, *said.span("title")) if said else None


def _named(zone: Zone) -> Span | None:
    """The one line that names what a council deals with."""
    folded = zone.view.folded
    found = [one for one in candidates(zone) if one.score >= SURE and not _SECTION.match(folded, one.title.start)]
    return found[0].title if len({zone.printed(*one.title) for one in found}) == 1 else None
