"""What a benchmark says: a measure of ours beside the same measure of a peer, taken in the same run."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


class SkippedError(Exception):
    """A benchmark lacks what it needs here; the message says what."""


@dataclass(frozen=True, slots=True)
class Figure:
    """``ours`` and ``peer`` are rates in ``unit``; more is better."""

    what: str
    unit: str
    ours: float
    peer: float
    against: str

    @property
    def ratio(self) -> float:
        """How many times the peer's rate ours is."""
        return self.ours / self.peer


def show(figures: Iterable[Figure], skipped: Iterable[tuple[str, str]]) -> None:
    """Print the figures as a table; absolute values hold for this machine and moment, ratios for longer."""
    table = Table("measure", "unit", "ours", "peer", "ratio", "against")
    for figure in figures:
        rates = (f"{figure.ours:,.1f}", f"{figure.peer:,.1f}", f"{figure.ratio:.2f}")
        table.add_row(figure.what, figure.unit, *rates, figure.against)
    console = Console(width=130)
    console.print(table)
    for name, reason in skipped:
        console.print(f"skipped: {name}: {reason}")
