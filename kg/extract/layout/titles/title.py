"""Where a title ends: at the words that open a report, at the end of a sentence, at a line that does not go on."""

import re

from kg.extract.act import once
from kg.extract.layout.titles.ends import ends_title
from kg.extract.layout.titles.feet import before_foot
from kg.extract.layout.titles.people import reporter_at
from kg.extract.layout.titles.proper import bears_name, breaks_name, names_next
from kg.extract.layout.titles.sentences import sentence_in
from kg.extract.layout.titles.shapes import EDGES, trimmed
from kg.extract.layout.words import OPENER, PREPOSITIONS, SENTENCE_WORD, SMALL_LETTERS, TITLE_HEAD, WEAK_OPENER
from kg.model import Span
from kg.text.view import View, fold_same_length

ACRONYM = 2  # letters that a label makes a title: « Objet : PLU », « Objet : DM 2 »
HARDLY = 4  # letters of any other title
LONGEST, QUOTED, SHORTEST = 480, 80, 12
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[\w»)’'\"-]{3,}\s?[.!?]$")
_ABBREVIATED = re.compile(r"(?:^|[\s'’(])(?:art|av|bd|st|ste|n|num|ex|env|cf|etc|mme|dr|m)\.$", re.IGNORECASE)
_ENDING = re.compile(
    r"\(\s?(?:(?:d[ée]lib[ée]ration|acte|dcm)\s)?(?:n\s?[°º]|rapporteur)|\(\s?(?:acte|dcm)\s\w{0,3}[-_]?\d|"
    r"\(\s?d[ée]lib[ée]ration\s[a-z]{0,5}[-_ ]?\d[\w./-]{2,18}\s?\)|n\s?[°º]\s?(?:20)?\d\d\s?[-/_.]|"
    r"dcm\s?n\s?[°º]|\(?\s?(?:dl|del|dcm|dcc|d|db|delib)[-_ ]?\d{2,4}[-_.,]|(?:page\s\d|\d{1,3}/\d{1,3}\s"
    r"(?!(?:(?:bis|ter),?\s)?(?:rue|avenue|av\.|boulevard|bd|place|quai|all[ée]e|impasse|chemin|route|cours|de\s)))"
    r"|\.{5}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:lot|(?:d[ée]lib[ée]ration|dossier|march[ée]|arr[êe]t[ée]|loi|avenant|parcelle|section|d[ée]cret|"
    r"ordonnance|contrat)s?)\s*$",
    re.IGNORECASE,
)
# What goes on in small letters with a title in capitals.
_CARRIES_ON = re.compile(
    r"(?:d[eu]s?|d['’]|à|aux?|pour|par|et|en|sur|avec|dans|ou|relati(?:f|ve)s?|portant)(?!\w)", re.IGNORECASE
)
# « … au titre de l'année / 2024 »: a year that the line above asks for.
_ASKS_FOR_YEAR = re.compile(
    r"\b(?:ann[ée]es?|exercices?|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|"
    r"septembre|octobre|novembre|d[ée]cembre|budget|primitif)$",
    re.IGNORECASE,
)
# « vendredi, 13 mars 2009 » on a line of its own: when the page was written.
_DATE_LINE = re.compile(
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?\d{1,2}(?:er)? "
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) "
    r"(?:19|20)\d\d[ ]?(?:\n|$)"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
# « Tarifs de la salle / Les tarifs ont été revus »: no hall bears that name.
_PLACE = re.compile(r"\b(?:salle|[ée]cole|place|rue|avenue|impasse|chemin|coll[èe]ge|all[ée]e|boulevard|route)$", re.I)
_DETERMINED = re.compile(r"(?:Les?|La|L'|Une?|Des|Ces?|Cet|Cette|Il|Elles?|Ils|On|Nous)(?: |(?<='))")
_GOES_ON = re.compile(r"(?:[-–—:,/(«]|\b(?:" + "|".join(sorted(PREPOSITIONS)) + r"))$", re.IGNORECASE)
# Ends a title even after « … de l'école »: no school bears that name.
_EXECUTIVE_REPORTS = re.compile(
    r"(?:Monsieur|Madame|M\.|Mme|Mr|MM\.) (?:l[ea] (?:[Mm]aire|[Pp]r[ée]sidente?)|"
    r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})"
    r"(?: ?\. [–—] |(?:, [^.;:,]{3,60},)? (?:rappelle|expose|donne|pr[ée]sente|propose|informe|explique|indique|soumet|"
    r"fait|rapporte|pr[ée]cise|lit|commente|d[ée]taille|ont?|a|est)\b)"
)
# « 28 0 1 2 » at the end of a line: for, against, abstentions.
_FIRST_OF_ENDING = frozenset("(nNdDpP.0123456789")
_FIRST_OF_VOTES = frozenset("0123456789-–—")
# First letters of the signs in small letters: « n° 12 », « dcm 2023-4 », « page 2 », openers.
_SMALL_SIGNS = frozenset("ndp") | SMALL_LETTERS
_VOTES = re.compile(r"(?:\d{1,3}|[-–—])(?: (?:\d{1,3}|[-–—])){2,4} ?(?:\n|$)")
_OPENED = re.compile(r'(?:[«(]|(?<!\S)")\s*$')
# Words of matters that name bodies or themes as well.
_THEMES = (
    *("syndicat", "urbanisme", "personnel", "budget", "travaux", "eclairage", "assurance", "protection", "voirie"),
    *("cimetiere", "cantine", "creche", "police", "fiscalite", "dechets", "stationnement", "circulation", "camping"),
)
BULLETS = frozenset("*|●•○■▪▫◆◦►▶▸❖➢➔→⇒✓✔☐☒>èŸ_\uf0b7\uf0a7\uf0d8\uf0fc\uf0e8\uf076\uf0a8")  # of fonts too


def title_at(view: View, start: int, limit: int, fewest: int = HARDLY) -> Span | None:
    """The title that begins at an offset, before ``limit``; None where fewer letters than ``fewest`` stand there."""
    limit = min(limit, start + LONGEST, len(view.text))
    start = _skip(view.text, start, limit)
    return once(view, ("title", start, limit, fewest), lambda: _title_at(view, start, limit, fewest))


def _title_at(view: View, start: int, limit: int, fewest: int) -> Span | None:
    end = start
    for word in _WORD.finditer(view.text, start, limit):
        if word.start() > start and _may_open(view.text, end, word) and _ends_before(view, start, word, end):
            break
        end = word.end()
        if word[0][-1] in ".!?" and _closes_sentence(view.text, start, word, limit):
            break
    else:
        if limit - start >= LONGEST:
            end = _first_stop(view.text, start, end)
    if "\n" not in view.text[start:end] and (told := sentence_in(view.text, start, end)):
        end = told
    return trimmed(view.text, start, before_foot(view, start, end, limit), fewest)


def _may_open(text: str, end: int, word: re.Match[str]) -> bool:
    """False for most words: those in small letters on the same line with which no sign of an end begins."""
    first = word[0][0]
    return not ("a" <= first <= "z") or first in _SMALL_SIGNS or "\n" in text[end : word.start()]


def _skip(text: str, start: int, limit: int) -> int:
    while start < limit and text[start] in EDGES:
        start += 1
    return start


def _first_stop(text: str, start: int, end: int) -> int:
    stop = re.compile(r"[.;\n]").search(text, start + 30, end)
    return stop.start() if stop else min(end, start + 200)


def _closes_sentence(text: str, start: int, word: re.Match[str], limit: int) -> bool:
    following = text[word.end() : word.end() + 3].lstrip()
    said = text[max(start, word.end() - 24) : word.end()]
    if _is_quoted(text, start, word.end()):
        return False
    return (
        (not following or following[0].isupper() or following[0] in "«-0123456789")
        and bool(_SENTENCE_END.search(said))
        and not _ABBREVIATED.search(said)
    )


def _ends_before(view: View, start: int, word: re.Match[str], end: int) -> bool:
    """True where the title ended before a word that stands after it."""
    text = view.text
    said = text[max(start, end - 24) : end]
    gap = text[end : word.start()]
    dated = "\n" in gap and _DATE_LINE.match(view.folded, word.start()) and not _ends_in_preposition(said)
    at = word.start()
    if dated or ("\n" in gap and _line_ends(text, start, end, word, gap) and not _names_matter(view, start, end, at)):
        return True
    first = text[at]
    if first in _FIRST_OF_ENDING and _ENDING.match(text, at) and at - start > 12 and not _NUMBERED.search(said):
        return True
    if word[0] in BULLETS:
        return True
    if reporter_at(text, at) or (first == "M" and _EXECUTIVE_REPORTS.match(text, at)):
        return True
    if ends_title(view, start, at) and (not _ends_in_preposition(said) or bears_name(said)):
        return True
    strong = OPENER.match(text, at)
    if _is_row_of_votes(view, end, at):
        return True
    if not strong and not WEAK_OPENER.match(text, at):
        return False
    if not strong and (
        names_next(said, text, at)
        or _is_lined(text, start, gap)
        or ("\n" in gap and _both_capitals(text, start, end, word))
    ):
        return False
    if (_ends_in_preposition(said) and not breaks_name(said, text, at)) or _is_quoted(text, start, end):
        return False
    return bool(strong) or not said.rstrip().endswith(("-", "–", "—", ":", "/", "«", ",", '"', "&", "("))


def _names_matter(view: View, start: int, end: int, at: int) -> bool:
    """« Syndicat des eaux : / Approbation du rapport »: what a council deals with, under the body or theme it is of."""
    return (
        view.text[end - 1] == ":"
        and "\n" not in view.text[start:end]
        and view.text[end:at].count("\n") == 1
        and TITLE_HEAD.match(view.folded, at) is not None
        and (view.folded.startswith(_THEMES, start) or TITLE_HEAD.match(view.folded, start) is None)
    )


def _is_row_of_votes(view: View, end: int, at: int) -> bool:
    """The columns of votes beside a title, farther from it than a word from the next."""
    return (
        view.text[at] in _FIRST_OF_VOTES
        and bool(_VOTES.match(view.text, at))
        and view.starts[at] - view.starts[end] > 1
    )


def _is_quoted(text: str, start: int, end: int) -> bool:
    """True inside « … », where the other mark is not far."""
    opened = text.rfind("«", start, end)
    return opened >= 0 and "»" not in text[opened:end] and "»" in text[end : end + QUOTED]


def _is_lined(text: str, start: int, gap: str) -> bool:
    """In a text with line breaks, a report begins on a line of its own."""
    return "\n" not in gap and 0 <= text.find("\n", start, start + 220) < len(text) - 1


def _ends_in_preposition(said: str) -> bool:
    last = re.search(r"([\w]+)['’]?\s*$", said)
    return bool(_OPENED.search(said)) or bool(
        last and fold_same_length(last[1]) in PREPOSITIONS and not last[1].isdigit() and len(last[1]) < 12
    )


def _line_ends(text: str, start: int, end: int, word: re.Match[str], gap: str) -> bool:
    """A title goes over a line break where its line is full, ends in mid-phrase, or all is in capitals."""
    line = text[text.rfind("\n", 0, end) + 1 : end]
    following = text[word.start() : text.find("\n", word.start()) if text.find("\n", word.start()) > 0 else len(text)]
    if line.rstrip().endswith(":") and end - start >= 12 and not word[0][0].islower():
        return True
    if end - start >= SHORTEST and following and _is_capitals(text[start:end]) and not _is_capitals(following):
        small = word[0][0].islower() and not _CARRIES_ON.match(following)
        if small or (gap.count("\n") > 1 and OPENER.match(text, word.start())):
            return True
    if _PLACE.search(line[-24:]) and _DETERMINED.match(following) and SENTENCE_WORD.search(following):
        return True
    dated = _ASKS_FOR_YEAR.search(line[-24:]) and _YEAR.match(word[0])
    if dated or _GOES_ON.search(line[-24:]) or word[0][0].islower():
        return gap.count("\n") > 3
    if gap.count("\n") > 1:
        return not (_is_capitals(text[start:end]) and _is_capitals(following) and gap.count("\n") <= 3)
    if _is_capitals(text[start:end]):
        return not _is_capitals(following)
    return len(line) < 70


def _both_capitals(text: str, start: int, end: int, word: re.Match[str]) -> bool:
    """« … D'UN ENFANT FRÉQUENTANT / L'ÉCOLE DE VALMONT »: capitals go on over a line break."""
    line = text[word.start() : word.start() + LONGEST].split("\n", 1)[0]
    return _is_capitals(line) and _is_capitals(text[start:end])


def _is_capitals(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 3 and sum(map(str.isupper, text)) >= 0.9 * letters
