"""Members whom the opening names and who are in none of the lists, and proxies that it tells and that were not read."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.check.finding import Finding, Subject
from kg.check.names import is_among, listed
from kg.errors import IssueCode, Severity
from kg.model import Record, Span
from kg.text.names import find_names
from kg.text.view import fold_same_length

_LISTS = ("/present", "/proxies", "/absent")
_LONGEST = 6000  # characters from the first to the last name of an attendance list
_FEWEST = 3  # names that make a list
_BEYOND = 300  # characters after the last name that still are of the list
_CIVIL = re.compile(r"\b(?:M\.|MM\.?|Mmes?|Mr|Mlles?|Monsieur|Madame|Messieurs|Mesdames)\s*$")
# Who sits beside the members: staff, guests, substitutes without a vote.
_BESIDE = re.compile(
    r"\bassist\w+|\binvit\w+|\bsans voix\b|\bconsultative|\bnon votants?\b|\bsuppleant|\bsecretaire|\bagents?\b"
    r"|\bdirect(?:eur|rice)|\bdgs\b|\bcomptable|\btresori|\bpublic\b|\bpresse\b|\bservices?\b|\bdemission"
)
_GIVEN = re.compile(
    r"\b(?:a|ont|ayant|avaient|avait) donne (?:pouvoir|procuration|mandat)\b"
    r"|\b(?:pouvoir|procuration)s?(?: donnee?s?)? ?(?:a|de|:)|\brepresentee?s? par\b"
)
_TO = re.compile(r"\b(?:pouvoir|procuration|mandat)s?(?: ecrite?| donnee?s?)? ?(?:a\b|->|=>)")
# « Pouvoirs : néant », « Pouvoirs : Secrétaire de séance : Mme ROUX »
_NOBODY = re.compile(r"\bneant|\baucun|\bsecretaire|\bsans objet")
_ABSENT = re.compile(
    r"\b(?:absence|absente?s?|excusee?s?|empechee?s?|a l'exception)"
    r"(?: (?:et |non )?(?:excusee?s?|justifiee?s?))?(?: d(?:e|u|es|'))?"
    r"\s?[:–—-]?\s"
)
_CIVILITY_ROOM = 14  # characters from « absent : » to the name
# What follows the last row of a list that was read in part.
_ROWS_END = re.compile(
    r"secretair|quorum|ordre du jour|\bobjet\b|deliber|convocation|\bvu\b|assist|president|\bmaire|procede|design"
    r"|nomm|\belu|rapport|expose|ouvre|inform|propos|donne lecture|\bl'an\b|seance|\bdate"
)
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Mme)\.(?:\s|$)")
_ROWS_BEYOND = 90
_MOVES = re.compile(
    r"\bjusqu|\ba partir d|\barriv|\bdepart\b|\bquitt|\bpour les? (?:question|point)|\bpour la question"
)
_HELD = 40  # characters from the words that give a proxy to the name of giver or holder


def named_nowhere(subject: Subject) -> Iterator[Finding]:
    """Between the first and the last name of the lists, whoever is named with a civility is in one of them."""
    passage = _passage(subject)
    if passage is None:
        return
    raw, taken, known = subject.text.raw, sorted(subject.spans(_LISTS)), everybody(subject.record)
    missed = [
        found.value
        for found in find_names(raw, passage.start, _rows_end(raw, passage.end))
        if _CIVIL.search(raw, max(0, found.start - 12), found.start)
        and not any(span.start < found.end and found.start < span.end for span in taken)
        and not _BESIDE.search(fold_same_length(raw[_before(taken, found.start) : found.end + _HELD]))
        and not is_among(found.value, known)
    ]
    if missed:
        message = f"dans aucune liste : {listed(dict.fromkeys(missed))}"
        yield Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, "present", _LISTS)


def absence_unread(subject: Subject) -> Iterator[Finding]:
    """Where the opening says that somebody is absent, that member is in one of the lists."""
    passage = _passage(subject)
    if passage is None:
        return
    raw = subject.text.raw
    folded = _passage_folded(raw, *passage)
    for match in _ABSENT.finditer(folded, 0, passage.end + _BEYOND - passage.start):
        at = passage.start + match.end()
        name = next(find_names(raw, at, min(len(raw), at + _HELD)), None)
        close = name is not None and not _NOBODY.search(folded, match.end(), name.start - passage.start)
        if (
            name is not None
            and close
            and name.start - at < _CIVILITY_ROOM
            and not is_among(name.value, everybody(subject.record))
        ):
            message = f"absence non lue : « {raw[passage.start + match.start() : name.end].strip()} »"
            yield Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, "absent", ("/present", "/absent"))
            return


def proxies_unread(subject: Subject) -> Iterator[Finding]:
    """Where the opening says who represents whom, a proxy was read (CGCT L2121-20)."""
    passage = None if subject.record.proxies or subject.record.substitutions else _passage(subject)
    if passage is None:
        return
    start, end = passage
    raw = subject.text.raw
    folded = _passage_folded(raw, start, end)
    for match in _GIVEN.finditer(folded, 0, end + _BEYOND - start):
        at = start + match.end()
        if not _NOBODY.search(folded, match.end(), match.end() + _HELD) and any(
            True for _ in find_names(raw, at, min(len(raw), at + _HELD))
        ):
            message = f"pouvoir non lu : « {raw[start + match.start() : at + _HELD].strip()} »"
            yield Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, "proxies", ("/present", "/absent"))
            return


def proxies_fewer(subject: Subject) -> Iterator[Finding]:
    """At least as many proxies as there are members of whom the opening says « pouvoir à »."""
    record = subject.record
    passage = _passage(subject) if record.proxies and not record.substitutions else None
    if passage is None:
        return
    told = _given(subject.text.raw, *passage)
    if told > len(record.proxies):
        message = f"{told} pouvoirs sont donnés dans le texte, {len(record.proxies)} lus"
        yield Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, "proxies", ("/proxies",))


@lru_cache(maxsize=1 << 4)
def _given(raw: str, start: int, end: int) -> int:
    """To how many members a proxy is given, from the first name of the lists to the last one."""
    folded = _passage_folded(raw, start, end)
    ends = [start + match.end() for match in _TO.finditer(folded, 0, end + _BEYOND - start)]
    names = [next(find_names(raw, at, min(len(raw), at + _HELD), listed=True), None) for at in ends]
    told = [name.value for at, name in zip(ends, names, strict=True) if name and name.start - at < _CIVILITY_ROOM]
    distinct = [name for rank, name in enumerate(told) if not is_among(name, told[:rank])]
    return 0 if _MOVES.search(folded) else len(distinct)


@lru_cache(maxsize=1 << 4)  # acts of one sitting share the passage
def _passage_folded(raw: str, start: int, end: int) -> str:
    """The passage of the lists and what follows it, folded."""
    return fold_same_length(raw[start : end + _BEYOND + _HELD])


def _rows_end(raw: str, end: int) -> int:
    """Where what may be further rows of a list ends, after the last name that was read."""
    beyond = raw[end : end + _ROWS_BEYOND]
    stops = [
        match.start() for match in (_ROWS_END.search(fold_same_length(beyond)), _SENTENCE_END.search(beyond)) if match
    ]
    return end + min(stops, default=len(beyond))


def _passage(subject: Subject) -> Span | None:
    """From the first to the last name of the lists, None where they are short or stand far apart."""
    spans = subject.spans(_LISTS)
    if len(subject.record.present) < _FEWEST or not spans:
        return None
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Span(start, end) if end - start <= _LONGEST else None


def _before(taken: list[Span], at: int) -> int:
    """Where the last listed name before a passage ends."""
    return max((span.end for span in taken if span.end <= at), default=at)


def everybody(record: Record) -> tuple[str, ...]:
    """Everybody whom the record names."""
    return (
        *(*record.present, *record.absent),
        *(name for proxy in record.proxies for name in (proxy.giver, proxy.holder) if name),
        *(name for one in record.substitutions for name in (one.substitute, one.replaced) if name),
        *(person.name for person in (record.chair, record.secretary, record.rapporteur) if person),
    )
