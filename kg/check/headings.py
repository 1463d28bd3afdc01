"""Titles and names of collectivities as they stand in the text: words that scanning spoilt, a title that is cut."""

import re
from collections import Counter
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.model import Record

_LETTER = r"[^\W\d_]"
# What no printed word holds: « F?XATION », « C0MMUNE », « ArCROlSSFMENT », « APPROBATIONDUCOMPTEDEGESTION ».
_SPOILT = re.compile(
    rf"(?P<sign>{_LETTER}[?{{}}\[\]|<>=~^\\@]{_LETTER})|(?P<figure>{_LETTER}[015]{_LETTER}{{2}})"
    r"|(?P<case>[A-ZÀ-Þ]{2}[a-zà-ÿ]{1,3}[A-ZÀ-Þ]{2}|\b[a-zà-ÿ]{1,3}[A-ZÀ-Þ]{4})"
    rf"|(?P<glued>{_LETTER}{{26}})|(?P<consonants>(?=\w{{7}})\w*(?i:[bcdfghjklmnpqrstvwxz]{{6}})\w*)"
)
_WHAT = {
    "sign": "un signe dans un mot",
    "figure": "un chiffre dans un mot",
    "case": "majuscules et minuscules mêlées",
    "glued": "des mots collés",
    "consonants": "des lettres qui ne font pas un mot",
}
# « … des logements non affectés à », « Convention avec la »: words that ask for what follows.
_OPEN = re.compile(
    r"(?:^|\s)(?:d[eu]s?|l[ae]s?|l['’]|d['’]|à|aux?|et|en|pour|par|sur|avec|dans|dont|un|une)$", re.IGNORECASE
)


def implausible_title(subject: Subject) -> Iterator[Finding]:
    """The words of a title are words, the last one asks for no other, and it tells the act from its neighbours."""
    title = subject.record.title
    if title is None:
        return
    if what := _spoilt(title):
        yield _finding(IssueCode.IMPLAUSIBLE_TITLE, f"titre « {_short(title)} » : {what}", "title")
    elif _OPEN.search(title):
        yield _finding(IssueCode.IMPLAUSIBLE_TITLE, f"le titre « … {title[-40:]} » est peut-être coupé", "title")
    elif (alike := _alike(subject)) > 1:
        yield _finding(IssueCode.IMPLAUSIBLE_TITLE, f"{alike} actes du document ont ce titre, sans numéro", "title")


def _alike(subject: Subject) -> int:
    """How many acts of the document bear this title and no number: « AFFAIRE RETIRÉE », a section read for an act."""
    return subject.of_all(_unnumbered)[subject.record.title] if subject.record.number is None else 0


def _unnumbered(peers: tuple[Record, ...]) -> Counter[str | None]:
    return Counter(peer.title for peer in peers if peer.number is None)


def implausible_authority(subject: Subject) -> Iterator[Finding]:
    """The name of the collectivity is made of words."""
    name = subject.record.authority.name if subject.record.authority else ""
    if what := _spoilt(name):
        yield _finding(IssueCode.IMPLAUSIBLE_AUTHORITY, f"collectivité « {_short(name)} » : {what}", "authority")


def _spoilt(words: str) -> str | None:
    """What scanning did to one of the words, None where all may be read."""
    found = _SPOILT.search(words)
    return _WHAT[found.lastgroup] if found and found.lastgroup else None


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"


def _finding(code: IssueCode, message: str, field: str) -> Finding:
    return Finding(code, Severity.WARNING, message, field, (f"/{field}",))
