"""The title of a single act that stands without label above the list of its members, after the date and the number.

In a flat text it is a run of capitals; in a text with lines it may be a paragraph of its own.
"""

import re

from kg.extract.act import Zone
from kg.extract.layout.titles import trimmed
from kg.extract.layout.unnumbered import CAPITALS
from kg.model import Span

# The sitting's own sentence, or the list of its members: titles stand above.
_CONVENED = re.compile(
    r"(?<!\w)(?:l'an\s(?:deux|20)|l[ea] (?:conseil|comite|bureau|commission permanente|assemblee)[^.;]{0,80}?"
    r"(?:reuni|convoque|legalement|dument)|(?:membres |etaient )?presents?\b|president\w? de (?:la )?seance|"
    r"le (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi) )?[\w-]{2,12} \w{3,9} deux mil)"
)
_IDENTITY = re.compile(
    r"(?:seance|reunion|session|assemblee pleniere|conseil)\s[^.;:\n]{0,40}?(?:19|20)\d\d(?!\d)|"
    r"(?:deliberation\s{1,3}(?:n\s?[°º]\s?)?|n\s?[°º]\s?)[a-z]{0,5}[-_ ]?\d[\w./-]{3,22}"
)
_FURNITURE = re.compile(
    r"[\s:.,;–—-]*(?:republique francaise|conseil (?:municipal|communautaire|regional|departemental|d'agglomeration|"
    r"metropolitain|syndical|de (?:la )?\w+)|comite syndical|commission permanente|"
    r"assemblee (?:pleniere|departementale)|"
    r"bureau \w+|deliberations?|extrait (?:du|des) [\w ]{3,40}?deliberations?|seance publique|"
    r"(?:(?:de la )?(?:seance |reunion )?du )?(?:lundi |mardi |mercredi |jeudi |vendredi |samedi )?"
    r"\d{1,2}(?:er)? [a-z]{3,9} 20\d\d"
    r"|n\s?[°º]\s?[\w./-]{3,22}|[a-z]{1,5}[-_ ]?\d[\w./-]{4,22})(?!\w)"
)
_NOT_TITLE = re.compile(
    r"(?:departement|commune|ville|mairie|communaute|syndicat|republique|arrondissement|canton|page|extrait|registre|"
    r"rapport|commission|direction|service|politique|programme|mission|date|convocation|nombre|secretaire|membres)\b"
)
_LABEL = re.compile(r"\s*[^:\n]{2,30}\s?:\s")
_PARAGRAPH = re.compile(
    r"(?:^|\n[ ]?\n\s{0,40})(?P<body>[^\n]{12,200}(?:\n[ ]?[^\n]{3,200}){0,2})(?=[ ]?\n[ ]?(?:\n|-{5}))"
)
LETTERS, LONGEST = 14, 60


def title_above(head: Zone) -> Span | None:
    """The title between the identity of a sitting and its members; None where two passages may be it."""
    convened = next((match.start() for match in head.find(_CONVENED) if match.start() > head.start + LONGEST), None)
    identity = head.first(_IDENTITY)
    if convened is None or identity is None or identity.end() > convened:
        return None
    zone = head.part(identity.end(), convened)
    found = _in_capitals(zone) or _paragraphs(zone)
    return found[0] if len(found) == 1 else None


def _in_capitals(zone: Zone) -> list[Span]:
    found = []
    for run in CAPITALS.finditer(zone.view.text, zone.start, zone.end):
        title = _without_furniture(zone, run.start(), _whole(zone, run.end()))
        if title and sum(map(str.isalpha, zone.view.text[slice(*title)])) >= LETTERS:
            found.append(title)
    return found


def _whole(zone: Zone, end: int) -> int:
    """The end of a run without the first letter of the next word; with « (3e PARTIE) » that holds a small letter."""
    text = zone.view.text
    line = text.rfind("(", max(zone.start, end - 8), end)
    if line >= 0 and ")" not in text[line:end] and (closed := text.find(")", end, end + LONGEST)) > 0:
        return closed + 1
    while (
        end > zone.start
        and end < len(text)
        and text[end].isalpha()
        and (text[end - 1].isalpha() or text[end - 1] in "'")
    ):
        end -= 1
    return end


def _without_furniture(zone: Zone, start: int, end: int) -> Span | None:
    while furniture := _FURNITURE.match(zone.view.folded, start, end):
        start = furniture.end()
    title = trimmed(zone.view.text, start, end)
    return None if title is None or _NOT_TITLE.match(zone.view.folded, title.start) else title


def _paragraphs(zone: Zone) -> list[Span]:
    found = []
    for paragraph in _PARAGRAPH.finditer(zone.view.text, zone.start, zone.end):
        said = paragraph.span("body")
        if _LABEL.match(paragraph["body"]) or ". " in paragraph["body"] or _IDENTITY.fullmatch(zone.view.folded, *said):
            continue
        title = _without_furniture(zone, *paragraph.span("body"))
        if title and title.start == paragraph.start("body") and " " in paragraph["body"]:
            found.append(title)
    return found
