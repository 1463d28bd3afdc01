"""One act that is voted twice, far apart: another act, whose heading was not recognised, may be told inside it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.check.finding import Finding, Subject
from kg.check.passage import own_passage
from kg.errors import IssueCode, Severity
from kg.model import Span
from kg.text.cues import Led

# In small letters.
VERDICT = Led(
    r"l['’][ \n\r\xa0\u202f]?unanimit[ée]\b|\badopt[ée]e?s? (?:[àa] l|par \d)|\bpour ?: ?\d|\b\d{1,3} voix pour\b"
    r"|\b\d{1,3} pour(?= ?(?:[,;.)/]|et\b|contre\b|$))"
    r"|\b[àa] la majorit[ée]\b(?! (?:absolue|relative|simple|qualifi[ée]e))|\bprend acte\b|\best rejet[ée]e?\b",
    (
        *(f"l{sign}{after}" for sign in "'’" for after in ("unanim", *" \n\r\xa0\u202f")),
        *("adopt", "pour", "a la majorit", "à la majorit", "prend acte", "est rejet"),
    ),
    quick=r"\d(?<!\w\d)(?=\d{0,2} (?:voix )?pour)",
    needed=(" pour",),
)
# Elections and amendments are voted several times under one heading.
_SEVERAL_TURNS = re.compile(
    r"scrutin(?! public| [ée]lectronique| ordinaire)|bulletins|suffrages obtenus|amendement", re.IGNORECASE
)
_FIGURE = re.compile(r"\d{1,3}")
_HEAD = 300  # characters of a title and of the counts beside it
_APART = 500  # characters between two votes; nearer ones are one vote told twice (formula and counts)


def several_votes(subject: Subject) -> Iterator[Finding]:
    """Between the heading of an act and that of the next one, one vote is told."""
    passage = own_passage(subject)
    if passage is None:
        return
    told = subject.text.raw[passage.start : passage.end]
    if len(told) > _APART and (count := _votes(told)) > 1 and not _SEVERAL_TURNS.search(told):
        message = f"{count} votes éloignés sous ce titre : un autre acte n'a peut-être pas été distingué"
        yield Finding(IssueCode.SEVERAL_VOTES, Severity.WARNING, message, "vote", ("/vote", "/decisions"))


def _votes(told: str) -> int:
    """How many votes are told far from each other; one counted beside the title and told again below is one."""
    said = told.lower()
    ends = [Span(*match.span()) for match in VERDICT.finditer(said)]
    if len(ends) > 1 and ends[0].start < _HEAD and (first := _count(said, ends[0])):
        again = [_count(said, one) for one in ends[1:]]
        ends = ends[1:] if all(one in (None, first) for one in again) else ends
    return bool(ends) + sum(later.start - former.start > _APART for former, later in pairwise(ends))


def _count(said: str, verdict: Span) -> str | None:
    """The first figure of a vote, None where it has none (« à l'unanimité »)."""
    figure = _FIGURE.search(said, verdict.start, verdict.end + 3)
    return figure[0] if figure else None
