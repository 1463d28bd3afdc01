"""Who is named in a vote: as many as are counted, each once, and members who sit or are represented."""

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.check.names import is_among, key
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.names import find_names
from kg.text.view import fold_same_length

# What a name beside a count may stand for: « le groupe X », « M. X (2 voix) », « 8 abstentions, dont 1 procuration ».
_SEVERAL = re.compile(r"\bgroupe|\(2|\b2 voix|\bdont \d{1,2} (?:procuration|pouvoir)")
# « Abstentions : 2 (M. X, Mme Y) », and not « (groupe X) »
_NAMED_NEXT = re.compile(r"[\s:–—-]{0,4}\(?\s?(?:MM?\.|Mmes?|Mr|Mlle|Monsieur|Madame|Messieurs|Mesdames)\s")
_TOLD_NEXT = re.compile(r"\s?[(:–—-]\s?")
_NEXT = 40  # characters
# « (M. X et la procuration de Mme Y) »: of whom one votes for
_PROXY_NAMED = re.compile(
    r"(?:[Pp]rocuration|[Pp]ouvoir|[Mm]andat)s?\s(?:d[eu]\s|d['’]|:\s?)?(?:(?:M\.|Mme|Mr|Monsieur|Madame)\s)?[A-ZÀ-Þ][\w'’-]{2}"
)


def vote_names(subject: Subject) -> Iterator[Finding]:
    """A printed count against the names printed with it."""
    vote = subject.record.vote
    for field, count, names, french in (
        ("against", vote.against, vote.against_names, "voix contre"),
        ("abstention", vote.abstention, vote.abstention_names, "abstentions"),
        ("not_voting", vote.not_voting, vote.not_voting_names, "ne prennent pas part au vote"),
    ):
        if (
            count
            and not names
            and _is_named_next(subject.quoted(f"/vote/{field}", after=_NEXT)[_length(subject, field) :])
        ):
            message = f"{french} : {count} annoncé(s), les noms qui suivent n'ont pas été lus"
            yield Finding(IssueCode.VOTE_NAMES, Severity.WARNING, message, f"vote/{field}_names", (f"/vote/{field}",))
        if (
            names
            and count is not None
            and count != len(names)
            and not _is_more_than_named(subject, field, names, count)
        ):
            message = f"{french} : {count} annoncé(s), {len(names)} nommé(s)"
            pointers = (f"/vote/{field}", f"/vote/{field}_names")
            yield Finding(IssueCode.VOTE_NAMES, Severity.WARNING, message, f"vote/{field}_names", pointers)


def _is_named_next(following: str) -> bool:
    """« (M. X, Mme Y) », « – Jeanne VALMONT » after a count."""
    if _NAMED_NEXT.match(following):
        return True
    led = _TOLD_NEXT.match(following)
    name = next(find_names(following, led.end()), None) if led else None
    return led is not None and name is not None and name.start == led.end() and " " in name.value


def _length(subject: Subject, field: str) -> int:
    """How many characters prove a count."""
    return len(subject.quoted(f"/vote/{field}"))


def _is_more_than_named(subject: Subject, field: str, names: tuple[str, ...], count: int) -> bool:
    """« 2 abstentions (M. X, qui a le pouvoir de Mme Y) », « 8 contre : le groupe Z, Mme Y »."""
    held = sum(is_among(proxy.holder, names) for proxy in subject.record.proxies if proxy.holder)
    proxy_named = _PROXY_NAMED.search(subject.quoted(f"/vote/{field}_names", after=50))
    if len(names) < count <= len(names) + held and not proxy_named:
        return True
    said = fold_same_length(subject.quoted(f"/vote/{field}_names", after=30, before=60))
    return count > len(names) and _SEVERAL.search(said) is not None


def voter_twice(subject: Subject) -> Iterator[Finding]:
    """A member votes once: no full name stands in two of the lists of a vote, or twice in one."""
    places: dict[frozenset[str], list[str]] = defaultdict(list)
    written: dict[frozenset[str], str] = {}
    for pointer, name in _named(subject.record):
        places[key(name)].append(pointer)
        written.setdefault(key(name), name)
    for words, pointers in places.items():
        if len(words) > 1 and len(pointers) > 1:
            message = f"{written[words]} figure {len(pointers)} fois parmi les votes nommés"
            yield Finding(IssueCode.NAME_TWICE, Severity.WARNING, message, "vote", tuple(pointers))


def voter_not_sitting(subject: Subject) -> Iterator[Finding]:
    """Who is named in a vote sits or is represented (CGCT L2121-20), where the lists of members are told."""
    record = subject.record
    sitting = (
        *record.present,
        *(proxy.giver for proxy in record.proxies),
        *(person.substitute for person in record.substitutions),
        *((record.chair.name,) if record.chair else ()),
    )
    for pointer, name in _named(record) if record.present else ():
        if not _is_one_of(name, sitting):
            message = f"{name} figure dans le vote sans être parmi les présents ou représentés"
            yield Finding(IssueCode.VOTER_NOT_SITTING, Severity.WARNING, message, "vote", (pointer,))


def _is_one_of(name: str, members: tuple[str, ...]) -> bool:
    """As one of the members is named; two words more than any of them has are another's, or no name."""
    return is_among(name, (member for member in members if len(key(name)) - len(key(member)) < 2))


def _named(record: Record) -> Iterator[tuple[str, str]]:
    """The pointer and the name of each member whose vote is named."""
    vote = record.vote
    for field, names in (
        ("against_names", vote.against_names),
        ("abstention_names", vote.abstention_names),
        ("not_voting_names", vote.not_voting_names),
    ):
        yield from ((f"/vote/{field}/{index}", name) for index, name in enumerate(names))
