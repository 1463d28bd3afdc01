"""How many of one thing are read in one act: more are made to cost time. That some were left is noted, and said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

from kg.errors import IssueCode, Severity
from kg.model import Issue
from kg.text.amounts import MOST as MOST_AMOUNTS
from kg.text.view import View

T = TypeVar("T")
# Each is seven times at least what the longest real minutes hold, of 700,000 characters;
# the lines of an article are more than twice those of all of them.


@dataclass(frozen=True, slots=True)
class Bound:
    """``most`` of what is counted (in French, as messages are) are read."""

    counted: str
    most: int


AMOUNTS = Bound("montants", MOST_AMOUNTS)
PLACES = Bound("places d'une même forme dans une liste", 5_000)
COUNTS = Bound("mentions d'un décompte de voix", 3_000)
VERDICTS = Bound("mentions d'unanimité ou de majorité", 3_000)
AGREEMENTS = Bound("conventions", 1_000)  # each is looked for among the others
DECISIONS = Bound("formules de décision", 5_000)
DELIBERATED = Bound("mentions « délibéré »", 5_000)
CODES = Bound("numéros sans mot qui les annonce", 5_000)
NUMBERS = Bound("numéros annoncés", 3_000)
STOPS = Bound("points qui ne finissent pas une phrase", 5_000)
SENTENCES = Bound("phrases", 4_000)
DATES = Bound("dates annoncées", 2_000)
RECEIPTS = Bound("numéros d'accusés de réception", 3_000)  # a stamp on each page of a year's register
TITLES = Bound("lignes qui peuvent être des titres", 10_000)
NUMBERED = Bound("lignes qu'un numéro ouvre", 20_000)
RUNS = Bound("suites de capitales", 20_000)
LINES = Bound("lignes du dernier article", 20_000)
ITEMS = Bound("articles du dispositif", 3_000)
ENDS = Bound("formules qui closent un dispositif", 5_000)
HEADS = Bound("formules qui ouvrent un dispositif", 3_000)
FRUITLESS = Bound("formules qui n'ouvrent aucun dispositif", 500)
MARKS = Bound("débuts d'actes d'une même sorte", 3_000)
SIGNS = Bound("montants, parts ou organismes dans une phrase", 512)  # each has a character of its own
CLAIMS = Bound("financements dans une phrase", 80)  # each is weighed against the others


def bounded(view: View, found: Iterable[T], bound: Bound) -> Iterator[T]:
    """The first of what is found, up to a bound."""
    rest = iter(found)
    return chain(islice(rest, bound.most), _noted(view, rest, bound))


def _noted(view: View, rest: Iterator[T], bound: Bound) -> Iterator[T]:
    """Nothing; that more is found is noted."""
    if next(rest, None) is not None:
        note(view, bound)
    yield from ()


def note(view: View, bound: Bound) -> None:
    """More than a bound allows stood in a text; the rest was not read."""
    view.memo.setdefault(("bounds",), set()).add(bound)


def passed(view: View, source: str) -> tuple[Issue, ...]:
    """What is said of a document in which more stands than was read; nothing else than readers noted."""
    noted: set[Bound] = view.memo.get(("bounds",), set())
    return tuple(
        Issue(
            IssueCode.NOT_ALL_READ,
            Severity.WARNING,
            f"plus de {bound.most} {bound.counted} : la suite n'a pas été lue",
            source,
        )
        for bound in sorted(noted, key=lambda bound: (-bound.most, bound.counted))
    )
