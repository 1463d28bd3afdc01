"""How much speaks for a possible title: its own words, and what follows it."""

import re

from kg.extract.act import Zone
from kg.extract.layout.titles.people import reporter_at
from kg.extract.layout.titles.sentences import tells_sentence
from kg.extract.layout.titles.shapes import past_gap
from kg.extract.layout.words import OPENER, TITLE_HEAD, WEAK_OPENER
from kg.model import Span

_RAPPORTEUR = re.compile(r"\(?(?:rapporteure?s?|presente par|rapport de)\b", re.IGNORECASE)
_PERSON = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ-]+\s[A-ZÀ-Þ'-]{3,}(?!\w)")
_PERSON_ACTS = re.compile(_PERSON.pattern + r"\s(?!(?:de|du|des|et|à|au|pour|en|sur)\s)[a-zéà]{2,}")
_THEME = re.compile(r"[^.;:\n–—-]{3,80}(?:-[^.;:\n–—-]{3,60}){0,2}\s?[:–—-]{1,2}\s{1,2}")
_ORGANS = ("le conseil", "la commission permanente", "le comite", "le bureau")
# « Vote : 11 pour, 2 contre. (2023-32) Éclairage du stade … »: the number that closes the act before.
_CLOSED = re.compile(
    r"\((?:(?:acte|delib(?:eration|\.)?|dcm)\s)?(?:n\s?[°º]\s?)?(?:[a-z]{1,5}[._ -]?)?"
    r"(?:19|20)?\d\d[-_/.]\d{1,4}\)[\s.]{0,3}$"
)
# « … signer le devis. Toiture de l'école Monsieur le maire expose … »: a sentence has ended, and the next one begins
# behind the title with no stop between.
_ENDED = re.compile(r"(?:[\w»)%°€][.!?]|(?:adopt|approuv|valid|accept|rejet)ée?s?)\s{1,3}$")
_BULLETED = re.compile(r"\s[-–—]\s")  # « … de la halle - Vu le code »
_RUNS = re.compile(r"[ ]|[ ]?:\s")  # « Toiture de la halle : Le couvreur … »
RUN_ON, TOLD = 1.0, 1.5
ARTICLE = 3  # « Le » before the organ whose decision follows


def score_of_words(zone: Zone, title: Span) -> float:
    """What the words of a title say for it: capitals, a matter; and against it: several people."""
    letters = [char for char in zone.view.text[slice(*title)] if char.isalpha()]
    capitals = sum(char.isupper() for char in letters) >= 0.9 * len(letters)
    people = len(_PERSON.findall(zone.view.text, *title)) > 1 or bool(_PERSON_ACTS.search(zone.view.text, *title))
    return -3.0 * people + 1.5 * capitals + _score_of_head(zone, title)


def score_of_place(zone: Zone, start: int) -> float:
    """What stands right before a title: the number that closes the act above."""
    return 1.5 * bool(_CLOSED.search(zone.view.folded, max(0, start - 36), start))


def _score_of_head(zone: Zone, title: Span) -> float:
    """What a council deals with, named first or after the theme: « Voirie – attribution du marché »."""
    if TITLE_HEAD.match(zone.view.folded, title.start):
        return 2.0
    themed = _THEME.match(zone.view.folded, title.start, title.end)
    if not themed or not TITLE_HEAD.match(zone.view.folded, themed.end()):
        return 0.0
    theme = zone.view.text[title.start : themed.end()]
    return 2.0 if theme.isupper() and not any(map(str.isdigit, theme)) else 1.5


def score_of_rest(zone: Zone, title: Span) -> float:
    """What follows a title: the one who reports, the words that open a report, a line break, the decision itself."""
    text = zone.view.text
    at = min(past_gap(text, title.end), zone.end)
    if _RAPPORTEUR.match(text, at):
        return 2.5
    if zone.end - at <= ARTICLE and zone.view.folded.startswith(_ORGANS, at):
        return 2.0
    if OPENER.match(text, at) or at >= zone.end or _reports(text, at):
        return 1.5
    return (
        0.5 + 0.5 * ("\n" in text[title.end : at])
        if WEAK_OPENER.match(text, at) or "\n" in text[title.end : at]
        else 0.0
    )


def score_of_run(zone: Zone, start: int, title: Span) -> float:
    """What it says for a title that in a text of one line it runs into the sentence behind it, after one that ended."""
    text = zone.view.text
    if title.end >= zone.end or not _ENDED.search(text, max(0, start - 12), start):
        return 0.0
    at = past_gap(text, title.end)
    gap = text[title.end : at]
    if OPENER.match(text, at):
        return RUN_ON if _RUNS.fullmatch(gap) or _BULLETED.fullmatch(gap) else 0.0
    if gap == ". ":
        return RUN_ON if WEAK_OPENER.match(text, at) or tells_sentence(text, at) else 0.0
    if not _RUNS.fullmatch(gap):
        return 0.0
    return TOLD if tells_sentence(text, at) else RUN_ON * bool(WEAK_OPENER.match(text, at))


def _reports(text: str, at: int) -> bool:
    """« Paul NOIR, adjoint aux écoles, présente »: one of the members, with an office."""
    reporter = reporter_at(text, at)
    return reporter is not None and reporter["role"] is not None
