"""The theme in front of a title that no label tells: « Finances : Vente du lavoir », « RH – Création d'un poste »."""

import re

from kg.extract.act import Zone
from kg.extract.layout.titles.ends import ends_title
from kg.extract.layout.titles.proper import bears_name
from kg.extract.layout.titles.shapes import trimmed
from kg.extract.layout.titles.title import title_at
from kg.extract.layout.words import PREPOSITIONS
from kg.model import Span
from kg.text.view import View

# Folded: what themes begin with. What else stands before a colon is the label of something (« Secrétaire : »).
_KNOWN = (
    r"finances?|budgets?|fiscalite|comptabilite|ressources humaines|r\.?h\.?|personnel|urbanisme|foncier|travaux|"
    r"voirie|environnement|cultures?|sports?|jeunesse|enfance|petite enfance|education|ecoles?|scolaire|affaires|"
    r"administration|institutions?|intercommunalite|marches publics|commande publique|domaine public|patrimoine|"
    r"action sociale|social|solidarites?|logement|habitat|economie|developpement|tourisme|eau|assainissement|dechets|"
    r"energies?|securite|police municipale|vie|associations?|sante|mobilites?|transports?|numerique|communication|"
    r"assemblees?|agriculture|forets?|cimetiere|democratie|amenagement|cadre de vie|gouvernance|juridique|batiments?|"
    r"reseaux|services? techniques?"
)
_THEMES = (
    rf"(?:(?:{_KNOWN})(?:\s(?:(?:d[eu]s?|et|la|les?|l')\s?)?[a-z]{{3,16}}){{0,4}}\s?(?:[:/]|(?<=\s)[–—-])\s){{1,2}}"
)
_BEFORE = re.compile(rf"(?<![\w/'-])(?P<theme>{_THEMES})\s?[«\"]?\s?$")
_LEAD = re.compile(_THEMES)
_WHO = re.compile(r"\s[–—/-]\s(?:M|MM|Mr|Mme)$")
_WORD = re.compile(r"\S+")
_LAST = re.compile(r"(\w+)['’]?\s*$")
LONGEST, QUOTE = 90, 2


def theme_before(zone: Zone, at: int) -> int | None:
    """Where the theme begins that stands right before an offset."""
    theme = _BEFORE.search(zone.view.folded, max(zone.start, at - LONGEST), at)
    return theme.start() if theme and zone.view.text[theme.start()].isupper() else None


def themed(head: Zone, title: Span) -> Span:
    """The title with its theme, up to the first sign that it has ended."""
    lead = _LEAD.match(head.view.folded, title.start, head.end)
    if lead and lead.end() + QUOTE >= title.end and (subject := title_at(head.view, lead.end(), head.end)):
        return Span(title.start, subject.end)
    start = theme_before(head, title.start)
    return _ended(head.view, title if start is None else Span(start, title.end))


def _ended(view: View, title: Span) -> Span:
    ends = (word.start() for word in _WORD.finditer(view.text, *title) if _ends(view, title.start, word.start()))
    end = next(ends, title.end)
    who = _WHO.search(view.text, title.start, end)
    if who is None and end == title.end:
        return title
    return trimmed(view.text, title.start, who.start() if who else end) or title


def _ends(view: View, start: int, at: int) -> bool:
    if not ends_title(view, start, at):
        return False
    last = _LAST.search(view.folded, start, at)
    return last is None or last[1] not in PREPOSITIONS or bears_name(last[1])
