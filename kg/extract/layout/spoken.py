"""Where a debate is told word for word: the heading of an item goes on until the first who speaks.

« 23 - Quartier des Oseraies / Agrément d'un candidat / Paul NOIR : Ce quartier a été … »
"""

import re

from kg.extract.layout.reporter import ROSTER, is_listed
from kg.extract.layout.titles import trimmed
from kg.extract.layout.unnumbered import opens_report
from kg.model import Span
from kg.text.view import View, collapse

_GIVEN = r"[A-ZÀ-Þ][a-zà-ÿ'’]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ'’]+)?"
# « Intervention de Mme Anne ROUX : » tells of who speaks, later
_SAID_OF = r"(?<!de M\.\s)(?<!de Mme\s)(?<!de Monsieur\s)(?<!de Madame\s)(?<!\sde\s)(?<!\spar\s)"
SPEAKER = re.compile(rf"\s{_SAID_OF}\s{{0,2}}(?P<name>{_GIVEN}[ ](?:[A-ZÀ-Þ]['’A-ZÀ-Þ-]{{1,22}}[ ]?){{1,3}}):(?=\s)")
_TITLED = re.compile(r"\n[ ]{0,3}(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)[ ][^:;.\n]{2,50}:(?=\s)")
_SENTENCE = re.compile(r"[a-zà-ÿ)]{3}[ ]?[.;!?]\s")
# A number of the register closes the title, and so does who comes or goes.
_CLOSES = re.compile(
    r"(?<!\w)(?:arrivee|depart|sortie|entree|retour)s?\s(?:de\s|d')"
    r"|(?:19|20)\d\d\s?[-_/.]\s?\d{1,4}(?!\d)|n\s?[°º]\s?\d|(?<!\w)d(?:el|cm|cc)[-_ ]?\d"
)
LINES, LONGEST, REACH = 5, 400, 320


def spoken_title(view: View, title: Span, limit: int) -> Span | None:
    """The title up to who speaks first, where all that stands between is a few lines of it."""
    end = min(limit, title.end + REACH)
    found = [
        speaker.start() for speaker in SPEAKER.finditer(view.text, title.start, end) if is_known(view.text, speaker)
    ]
    found += [speaker.start() for speaker in _TITLED.finditer(view.text, title.start, end)]
    if not found or min(found) - title.start > LONGEST:
        return None
    if _CLOSES.search(view.folded, min(title.end, min(found)), min(found)):
        return None
    said = view.text[title.start : min(found)]
    lines = [title.start + line.end() for line in re.finditer(r"\n\s*", said)]
    if len(lines) >= LINES or _SENTENCE.search(said) or any(opens_report(view.text, line) for line in lines):
        return None
    return trimmed(view.text, title.start, min(found))


def is_known(text: str, speaker: re.Match[str]) -> bool:
    """Whether the text names who speaks before: in the list of members, wherever an agenda pushes it."""
    name = collapse(speaker["name"])
    return text.find(name, 0, speaker.start()) >= 0 or is_listed(text, name, min(speaker.start(), ROSTER))
