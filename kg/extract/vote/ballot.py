"""One count of a vote as printed, and the counts that stand together."""

from dataclasses import dataclass, field

from kg.extract.vote.labels import LABELS
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Counter:
    """One count as printed: what it counts, its value (None where only names follow) and its passage."""

    label: str
    value: int | None
    start: int
    end: int
    strong: bool
    label_start: int
    label_end: int

    @property
    def span(self) -> Span:
        """The passage that proves the count, figure and label together."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class Ballot:
    """Counters that stand together: one vote."""

    counters: list[Counter] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the first counter begins."""
        return self.counters[0].start

    @property
    def end(self) -> int:
        """Where the last counter ends."""
        return self.counters[-1].end

    def value(self, label: str) -> int | None:
        """A count by its label."""
        return next((c.value for c in self.counters if c.label == label), None)

    def values(self) -> tuple[int | None, ...]:
        """The four counts, to compare ballots."""
        return tuple(self.value(label) for label in LABELS)

    def overrule(self, counter: Counter, near: int = 40) -> None:
        """« pour 2 parcelles. 1 abstention, 11 voix pour »: a preposition gives way to the count that follows."""
        if counter.strong and counter.start - self.end < near:
            kept = [one for one in self.counters if one.strong or one.label != counter.label]
            self.counters = kept or self.counters

    @property
    def is_vote(self) -> bool:
        """Whether these are counts of a vote: « pour » and « contre » alone are prepositions."""
        return any(c.strong for c in self.counters) or len({c.label for c in self.counters}) > 1
