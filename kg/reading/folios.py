"""Page numbers, which stand between two halves of a sentence or after « Abstentions : » and belong to neither."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# Pages whose numbers must follow each other for them to be taken for page numbers.
_FEWEST = 3
_FOLIO = re.compile(
    r"(?i)[ \t]*(?:[-–—][ \t]?)?(?:page[ \t])?(?P<number>\d{1,4})"
    r"(?:[ \t]?(?:/|sur)[ \t]?\d{1,4})?(?:[ \t]?[-–—])?\s*"
)


class _Folio(NamedTuple):
    page: int
    start: int
    end: int
    number: int


def without_folios(pages: Sequence[str]) -> list[str]:
    """The pages without the numbers alone on their first or last line, where they count the pages.

    A figure of a table at the foot of a page does not follow that of the page before.
    """
    found = [folio for index, page in enumerate(pages) for folio in _edges(index, page)]
    count = Counter(folio.number - folio.page for folio in found)
    first, times = count.most_common(1)[0] if count else (0, 0)
    if times < _FEWEST:
        return list(pages)
    left = list(pages)
    for folio in reversed(found):
        if folio.number - folio.page == first:
            left[folio.page] = left[folio.page][: folio.start] + left[folio.page][folio.end :]
    return left


def _edges(index: int, page: str) -> Iterator[_Folio]:
    """The first and the last line of a page where they are numbers."""
    start = len(page) - len(page.lstrip())
    first_end = page.find("\n", start)
    last = page.rstrip().rfind("\n") + 1
    for begin, end in dict.fromkeys(((start, first_end if first_end >= 0 else len(page)), (last, len(page)))):
        number = _FOLIO.fullmatch(page, begin, end)
        if number:
            yield _Folio(index, begin, end, int(number["number"]))
