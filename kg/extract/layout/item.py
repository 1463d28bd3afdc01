"""An act of the minutes."""

from dataclasses import dataclass

from kg.extract.layout.headings import Heading


@dataclass(frozen=True, slots=True)
class Item:
    """An act of the minutes: its heading and the passage from it to the next one."""

    heading: Heading
    start: int
    end: int
