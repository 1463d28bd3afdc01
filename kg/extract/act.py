"""What extractors are given, and what they give: an act with its zones, and mentions."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from kg.errors import IssueCode
from kg.model import Span
from kg.text.cues import Searchable
from kg.text.view import View, collapse

T = TypeVar("T")


class Zone(NamedTuple):
    """A passage of a view. Offsets are those of ``view.text`` (the same as those of ``view.folded``)."""

    view: View
    start: int
    end: int

    @property
    def text(self) -> str:
        """The normalised characters of the zone."""
        return self.view.text[self.start : self.end]

    @property
    def folded(self) -> str:
        """The folded characters of the zone, for cues."""
        return self.view.folded[self.start : self.end]

    def find(self, cue: Searchable) -> Iterator[re.Match[str]]:
        """Matches of a cue on the folded text, with offsets of the whole view (``^`` needs ``re.MULTILINE``)."""
        return cue.finditer(self.view.folded, self.start, self.end)

    def first(self, cue: Searchable) -> re.Match[str] | None:
        """The first match of a cue."""
        return cue.search(self.view.folded, self.start, self.end)

    def find_exact(self, pattern: Searchable) -> Iterator[re.Match[str]]:
        """Matches of a pattern on the text itself, where case and accents count (names)."""
        return pattern.finditer(self.view.text, self.start, self.end)

    def part(self, start: int, end: int) -> "Zone":
        """The part of this zone between two offsets of the view."""
        end = max(start, end)
        return Zone(self.view, start if start > self.start else self.start, end if end < self.end else self.end)

    def printed(self, start: int, end: int) -> str:
        """A passage as printed, white space collapsed."""
        return collapse(self.view.text[start:end])

    def __bool__(self) -> bool:
        return self.end > self.start


@dataclass(frozen=True, slots=True)
class Mention:
    """A value read by a rule. ``field`` is its path in the record (``vote/for``, ``present``, ``funding``).

    A list field takes one mention per item, in order. A scalar field read twice with two values is no answer: it is
    left out and said. ``spans`` are in view offsets; ``parts`` prove members of a composed value (``/amount``).
    """

    field: str
    value: Any
    spans: tuple[Span, ...]
    rule: str
    parts: tuple[tuple[str, tuple[Span, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Residue:
    """Characters of a closed section that no rule read, or another doubt that only the reader of a field can see."""

    field: str
    message: str
    spans: tuple[Span, ...]
    code: IssueCode = IssueCode.UNREAD_RESIDUE


@dataclass(frozen=True, slots=True)
class Act:
    """One deliberation of a document.

    ``item`` is all of the act's own text. ``preamble`` is what the document says once for all of its acts (identity,
    attendance, opening); in a document of one act it is the part of ``item`` before the subject begins. ``closing`` is
    what follows the last act (signatures of minutes), empty for a single act. ``shared``
    tells minutes from single acts.
    """

    kind: str
    preamble: Zone
    item: Zone
    closing: Zone
    ordinal: int
    shared: bool
    heading: tuple[Mention, ...] = ()

    @property
    def view(self) -> View:
        """The view that the zones are passages of."""
        return self.item.view

    @property
    def whole(self) -> Zone:
        """The document from its first to its last character."""
        return Zone(self.view, 0, len(self.view.text))

    def heading_value(self, field: str) -> Any:
        """What segmentation already read: ``number`` or ``title``."""
        return next((m.value for m in self.heading if m.field == field), None)

    def heading_span(self, field: str) -> Span | None:
        """Where segmentation read it."""
        return next((m.spans[0] for m in self.heading if m.field == field), None)


_UNREAD = object()


def once(view: View, key: tuple[object, ...], read: Callable[[], T]) -> T:
    """What ``read`` gives, computed once for a view: acts of one document share their preamble and their head."""
    memo = view.memo
    known: T = memo.get(key, _UNREAD)
    if known is _UNREAD:
        known = memo[key] = read()
    return known


Reader = Callable[[Act], Iterable[Mention | Residue]]


@dataclass(frozen=True, slots=True)
class Example:
    """A writing and what must be read in it: {field: value} (a list for list fields; {} for nothing at all)."""

    writing: str
    expected: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Extractor:
    """One thing read. Examples and counter-examples are run by the tests."""

    name: str
    read: Reader
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Example, ...] = ()
