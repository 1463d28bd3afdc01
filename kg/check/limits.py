"""Acts whose beginning or end is doubtful: the vote that was read for them may be a neighbour's."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.check.finding import Finding, Subject
from kg.check.joined import VERDICT
from kg.check.passage import headings
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.view import fold_same_length

# A label, a speaker or a line of another part of the act: the whole title, or its first words.
_LABEL = re.compile(
    r"(?:rapporteure?s?|presentation|debats?|discussion|vote|decision|objet|questions?)\s?:?$"
    r"|rapporteure?s?\s?:|date d[eu] (?:la )?(?:reception|convocation|publication|affichage|transmission)\b"
    r"|accuse de reception|recu en prefecture|(?:publie|affiche|transmis)e? le\b"
    r"|ne (?:pren(?:d|nent|ant)|participe)|n'(?:a|ont) pas pris part|adopte[es]* a l'"
    r"|(?:votes?|pour|contre|abstentions?) ?: ?\d"
    r"|(?:l[ea]|m\. l[ea]|mme l[ea]|monsieur l[ea]|madame l[ea]) (?:presidente?|maire)\b[ .:–-]{0,4}$"
    r"|(?:mm?\.|mmes?|mr|monsieur|madame)\s(?:(?!et\b)\S+\s?){1,4}$"
)
# Letterheads and running heads, at the head of a title.
_RUNNING = re.compile(
    r"(?:ville|commune|communaute|conseil|seance|reunion|proces|departement|republique|syndicat|metropole|registre)\b"
)
_HEAD = 30  # characters that the pages of a document repeat
_PAGES = 3
_LAST_FIGURES = re.compile(r"\d+(?=\D*$)")
_CALLED = re.compile(r"(?:deliberation|\bn ?[°o]\.?|\bdel|\bdcm)\W{0,3}(?:n ?[°o]\.?\W{0,2})?$")
_ADOPTED_BEFORE = re.compile(r"proces[ -]verba|compte[ -]rendu|\bpv\b")
# What is decided before the first item: who writes, how the members sit.
_OPENING = re.compile(
    r"secretaire|design|nomm|elire|president de seance|questions|quorum|ordre du jour|proces[ -]verba|compte[ -]rendu"
    r"|scrutin public|urgence"
)
_AROUND, _QUOTED = 160, 30  # characters


def doubtful_title(subject: Subject) -> Iterator[Finding]:
    """A title is no label, no speaker's name and no running head: an act does not begin there."""
    title = subject.record.title
    if title is None:
        return
    told = fold_same_length(title).replace("\u2019", "'")
    if _LABEL.match(told) or _is_running(subject, title, told):
        yield _finding(f"« {title[:60]} » n'est pas un titre : l'acte est peut-être mal délimité, le vote d'un autre")


def _is_running(subject: Subject, title: str, told: str) -> bool:
    """Whether a title begins as the pages of its document do."""
    head = title[:_HEAD]
    return len(head) == _HEAD and bool(_RUNNING.match(told)) and subject.text.raw.count(head) >= _PAGES


def vote_before_first(subject: Subject) -> Iterator[Finding]:
    """No vote is told before the heading of the first of several acts; where the last one is empty, none is sure."""
    if not subject.shared or (subject.place > 0 and not subject.of_all(_ends_empty)):
        return
    start = min((span.start for span in subject.of_all(headings)[0]), default=0)
    if told := _vote_before(subject.text.raw, start):
        yield _finding(f"« {told} » avant le premier titre : un acte n'a peut-être pas été trouvé")


@lru_cache(maxsize=1)  # for all the acts of a document
def _vote_before(raw: str, start: int) -> str | None:
    """The first words of a vote on no matter of form before a place of the text."""
    for match in VERDICT.finditer(raw[:start].lower()):
        around = fold_same_length(raw[max(0, match.start() - _AROUND) : min(start, match.end() + _AROUND)])
        if not _OPENING.search(around):
            return raw[match.start() : match.end() + _QUOTED].strip()
    return None


def _ends_empty(peers: tuple[Record, ...]) -> bool:
    """Whether the last act alone neither decides nor votes: headings may be those of the act before."""
    last = peers[-1]
    return last.vote.outcome is None and not last.decisions


def numbers_follow(subject: Subject) -> Iterator[Finding]:
    """Where the first act has no number, and one more stands after the last act, numbers may end their acts."""
    if not subject.shared or subject.peers[0].number is not None or _is_minutes(subject.peers[0]):
        return
    after = max((span.end for span in subject.of_all(headings)[-1]), default=0)
    number = subject.of_all(_next_number)
    if number and _is_called(subject.text.raw, number, after):
        yield _finding(f"le numéro {number} n'est d'aucun acte : les numéros sont peut-être d'un acte à côté")


@lru_cache(maxsize=1)
def _is_called(raw: str, number: str, after: int) -> bool:
    """Whether « délibération n° » and this number stand after a place of the text."""
    at = raw.find(number, after)
    return at >= 0 and _CALLED.search(fold_same_length(raw[max(0, at - _QUOTED) : at])) is not None


def _is_minutes(record: Record) -> bool:
    """The minutes of the sitting before are approved without number."""
    return _ADOPTED_BEFORE.search(fold_same_length(record.title or "")) is not None


def _next_number(peers: tuple[Record, ...]) -> str | None:
    """The number that would follow the last one."""
    number = next((peer.number for peer in reversed(peers) if peer.number), None)
    if number is None:
        return None
    return _LAST_FIGURES.sub(lambda last: str(int(last[0]) + 1).zfill(len(last[0])), number, count=1)


def _finding(message: str) -> Finding:
    return Finding(IssueCode.DOUBTFUL_LIMITS, Severity.WARNING, message, "vote", ("/title", "/vote"))
