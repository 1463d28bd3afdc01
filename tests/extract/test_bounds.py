"""Where more stands in a text than is read of it, the document says so; below the bound it says nothing."""

from pathlib import Path

import pytest

from benchmarks.adversarial import BODY, DECISION, HEAD, TAIL, UNITS
from benchmarks.fuzz import text_of
from kg.errors import IssueCode, Severity
from kg.extract import bounds, extract
from kg.extract.bounds import Bound
from kg.model import Issue
from kg.reading import read

# What is repeated to pass each bound, and how many of what is counted stand in one.
REPEATED = {
    "AMOUNTS": ("euros", 1),
    "PLACES": ("initials", 2),
    "COUNTS": ("counters", 3),
    "VERDICTS": ("decisions", 1),
    "AGREEMENTS": ("decisions", 1),
    "DECISIONS": ("votes", 2),
    "DELIBERATED": ("decided", 1),
    "NUMBERS": ("numbers", 1),
    "CODES": ("codes", 1),
    "TITLES": ("lines of a title", 1),
    "NUMBERED": ("numbered lines", 1),
    "RUNS": ("names", 2),
    "LINES": ("rows of words", 1),
    "ENDS": ("counters", 3),
    "STOPS": ("civilities", 1),
    "SENTENCES": ("decisions", 1),
    "DATES": ("receipts", 2),
    "RECEIPTS": ("receipts", 1),
    "ITEMS": ("articles", 1),
    "HEADS": ("articles", 1),
    "FRUITLESS": ("decided", 1),
    "MARKS": ("subjects", 1),
    "SIGNS": ("funding", 1),
    "CLAIMS": ("funding", 1),
}
BOUNDS = {name: bound for name, bound in vars(bounds).items() if isinstance(bound, Bound)}
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def _said(raw: str) -> list[Issue]:
    return [issue for issue in extract(text_of(raw)).issues if issue.code is IssueCode.NOT_ALL_READ]


@pytest.mark.parametrize("name", BOUNDS)
def test_what_passes_a_bound_is_said(name: str) -> None:
    unit, held = REPEATED[name]
    bound = BOUNDS[name]
    said = _said(HEAD + BODY + DECISION + " " + UNITS[unit] * (bound.most // held + 2) + TAIL)
    message = f"plus de {bound.most} {bound.counted} : la suite n'a pas été lue"
    assert (message, Severity.WARNING, None) in [(issue.message, issue.severity, issue.ordinal) for issue in said]


@pytest.mark.parametrize("name", BOUNDS)
def test_what_stays_below_a_bound_is_not(name: str) -> None:
    unit, held = REPEATED[name]
    bound = BOUNDS[name]
    said = _said(HEAD + BODY + DECISION + " " + UNITS[unit] * (bound.most // held // 4) + TAIL)
    assert not [issue for issue in said if bound.counted in issue.message]


def test_a_bound_is_passed_by_each_reading_of_a_text() -> None:
    """Amounts of a passage are kept from one reading to the next: what was left is said again."""
    raw = HEAD + BODY + DECISION + " " + UNITS["small grants"] * (bounds.AMOUNTS.most + 2) + TAIL
    assert _said(raw) == _said(raw) != []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")
def test_the_longest_real_documents_pass_none() -> None:
    longest = sorted(CORPUS.glob("*.txt"), key=lambda path: path.stat().st_size)[-3:]
    assert longest and not [issue for path in longest for issue in _said(read(path).raw)]
