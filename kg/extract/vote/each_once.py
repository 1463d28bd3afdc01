"""Who is named for a side of a vote, each once: « Mme NOIR ne prend pas part » and « (Mme Jeanne NOIR) » are one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.text.found import Found
from kg.text.names import name_words


class Named(NamedTuple):
    """A name read for a side of a vote, by a rule."""

    label: str
    rule: str
    found: Found[str]


def each_once(readings: Iterable[Named]) -> Iterator[Named]:
    """The names in order of printing, without those that another rule reads more fully for the same side."""
    ordered = sorted(readings, key=lambda reading: reading.found.start)
    seen: set[tuple[str, frozenset[str]]] = set()
    for reading in ordered:
        key = (reading.label, name_words(reading.found.value))
        if key not in seen and not any(_fuller(other, reading) for other in ordered):
            seen.add(key)
            yield reading


def _fuller(other: Named, reading: Named) -> bool:
    """Of one side; two of a surname in one list (« M. NOIR, M. Paul NOIR ») are read by one rule, and stay two."""
    if other.label != reading.label or other.rule == reading.rule:
        return False
    return name_words(reading.found.value) < name_words(other.found.value)
