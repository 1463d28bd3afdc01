"""What stands between the names of the lists and does not go with the list that they were read in."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.check.finding import Finding, Subject
from kg.check.names import is_among, listed, same
from kg.errors import IssueCode, Severity
from kg.model import Record, Span
from kg.text.names import find_names
from kg.text.view import fold_same_length

_LISTS = ("/present", "/proxies", "/absent")
_SHORTEST_GAP, _LONGEST_GAP = 8, 400
# A heading of another list; « excusé jusqu'au point 3 », in parentheses, is said of one who sits.
_AWAY = re.compile(
    r"\b(?:absente?s?|excusee?s?|representee?s?|mandants?|(?:donne|recu|donnant) (?:pouvoir|procuration))\b"
)
_ASIDE = re.compile(r"\([^()]*\)?")
_LISTED = re.compile(r"\bpresents?\s*:")  # « sous la présidence de M. ROUX, Maire. Présents : … »: another list begins
_UNTIL = re.compile(
    r"\bjusqu|\bpartir\b|\barriv|\bpoint\b|\bdepart\b|\bquitt|\d ?h\b|\bdeliberation|\bsupplean|\bremplac"
)
_SHORT_GAP = 120
_WHY_AGAIN = re.compile(
    rf"{_UNTIL.pattern}|\bsauf\b|\bmotion|\bsecretaire|\bpreside|\bprocuration|\bpouvoir|\bpresente?s?\s?:"
)
_NEXT_IN_LIST = re.compile(r"[\s,;]*(?:et\s)?(?:(?:MM?\.|Mmes?|Mr|Monsieur|Madame|Messieurs|Mesdames)\s)?")
_WAS_AWAY = re.compile(
    r"[\s,]*(?:(?:etai(?:en)?t|est|sont)\s+(?:absent|excuse)|s'(?:etai(?:en)?t|est)\s+(?:fait\s+)?excuse)"
    r"[^:\n]{0,16}[.;]"
)
_CROSS = re.compile(r"(?<=[\s|])[xX✓☒1](?=[\s|])")
_EMPTY = re.compile(r"(?<=[\s|])[0☐–—-](?=[\s|]|$)")  # where empty cells are printed too, columns are known
_SPACED = re.compile(r"[ \u00a0]{2}|[\t|]")  # the width of columns is kept
_HEADS = re.compile(
    r"\bpresente?s?\b.{1,60}\b(?:absent|excuse)|\bnoms?\b.{0,60}\bpresente?s?\b.{1,40}\b(?:pouvoir|procuration)",
    re.DOTALL,
)
_HEADS_REACH, _LEAST_CROSSES = 160, 5
_AFTER = 40  # characters after a name


def away_among_present(subject: Subject) -> Iterator[Finding]:
    """Between two members present, or right after one, no words tell of absence: what follows was of another list."""
    told = _told_away(subject.text.raw, tuple(sorted(subject.spans(_LISTS))), frozenset(subject.spans(("/present",))))
    if told:
        yield _finding(f"« {told.strip()} » : une absence parmi les présents", "present")


@lru_cache(maxsize=1 << 4)  # acts of one sitting share their lists
def _told_away(raw: str, spans: tuple[Span, ...], present: frozenset[Span]) -> str | None:
    """The first member present after whom words tell of absence, with those words."""
    for one, other in pairwise(spans):
        if one not in present or other.start - one.end < _SHORTEST_GAP:
            continue
        gap = fold_same_length(raw[one.end : min(other.start, one.end + _LONGEST_GAP)])
        away = _AWAY.search(_ASIDE.sub(" ", gap)) if other in present and not _LISTED.search(gap) else None
        between = away and not _UNTIL.search(gap)
        if between or _WAS_AWAY.match(gap):
            return raw[one.start : one.end + _AFTER]
    last = max(present, default=None)
    gone = last and _WAS_AWAY.match(fold_same_length(raw[last.end : last.end + _AFTER]))
    return raw[last.start : last.end + _AFTER] if last and gone else None


def holder_among_absent(subject: Subject) -> Iterator[Finding]:
    """Between two members who are away, whoever sits is named because a proxy is given to him (CGCT L2121-20)."""
    raw, record = subject.text.raw, subject.record
    absent, away = set(subject.spans(("/absent",))), set(subject.spans(("/absent", "/proxies")))
    gaps = (
        tuple(found.value for found in find_names(raw, one.end, other.start))
        for one, other in pairwise(sorted(subject.spans(_LISTS)))
        if one in absent and other in away and other.start - one.end <= _LONGEST_GAP
    )
    held = [name for gap in gaps for name in gap if _sits(name, record) and not _is_holder(name, gap, record)]
    if held:
        yield _finding(f"un pouvoir peut-être non lu, de qui est absent à {listed(held)}", "proxies")


def holder_among_present(subject: Subject) -> Iterator[Finding]:
    """Between two members present no other of them is named again: « Mme X confie sa voix à M. Y » is of one away."""
    raw, record = subject.text.raw, subject.record
    told = _told_again(
        raw, tuple(sorted(subject.spans(_LISTS))), frozenset(subject.spans(("/present",))), record.present
    )
    if told:
        yield _finding(f"« {told} » : un pouvoir peut-être, lu comme une présence", "present")


@lru_cache(maxsize=1 << 4)  # acts of one sitting share their lists
def _told_again(raw: str, spans: tuple[Span, ...], present: frozenset[Span], names: tuple[str, ...]) -> str | None:
    """A member present with another of them who is named again before the next, and no word that says why."""
    for one, other in pairwise(spans):
        if not {one, other} <= present or not _SHORTEST_GAP <= other.start - one.end <= _SHORT_GAP:
            continue
        if _WHY_AGAIN.search(fold_same_length(raw[one.end : other.start])):
            continue
        beside = (raw[one.start : one.end], raw[other.start : other.end])
        for name in find_names(raw, one.end, other.start, listed=True):
            listed_next = _NEXT_IN_LIST.fullmatch(raw, one.end, name.start)
            if not listed_next and is_among(name.value, names) and not is_among(name.value, beside):
                return " ".join(raw[one.start : name.end].split())
    return None


def _sits(name: str, record: Record) -> bool:
    return is_among(name, record.present) and not is_among(name, record.absent)


def _is_holder(name: str, beside: tuple[str, ...], record: Record) -> bool:
    """Whether a proxy that was read is told again: its giver stands beside its holder."""
    return any(proxy.holder and same(name, proxy.holder) and is_among(proxy.giver, beside) for proxy in record.proxies)


def columns_untold(subject: Subject) -> Iterator[Finding]:
    """Crosses of a table without its lines do not tell in which column each stands."""
    raw, record = subject.text.raw, subject.record
    spans = sorted(subject.spans(_LISTS))
    if len(spans) <= _LEAST_CROSSES or len(record.present) in (record.members.present, 0):
        return
    gaps = [raw[one.end : other.start] for one, other in pairwise(spans) if other.start - one.end <= _LONGEST_GAP]
    crossed = [gap for gap in gaps if not _SPACED.search(gap) and _CROSS.search(gap) and not _EMPTY.search(gap)]
    heads = fold_same_length(raw[max(0, spans[0].start - _HEADS_REACH) : spans[0].start])
    if len(crossed) >= _LEAST_CROSSES and _HEADS.search(heads):
        yield _finding(
            "tableau de croix dont les colonnes sont perdues : présents et absents peut-être confondus", "present"
        )


def _finding(message: str, field: str) -> Finding:
    return Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, field, _LISTS)
