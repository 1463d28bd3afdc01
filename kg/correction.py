"""What a person puts in the place of what was read: a value that travels with its document, like a proof."""

from dataclasses import dataclass
from typing import Any

# The rule of a value that a person corrected.
CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a corrections file (docs/corrections.md).

    ``source`` is the sha256 of the file, ``record`` the act's position in it or its number as read, ``field`` a JSON
    pointer into the record (docs/record.md), empty for the record itself. ``value`` and ``was`` are in the JSON form of
    the record; a ``value`` of None says that the document does not state it. ``has_was``: a ``was`` of None was given.
    ``when`` is an ISO date. ``origin`` is the file and line, for messages.
    """

    source: str
    record: int | str
    field: str
    value: Any
    who: str
    why: str
    when: str | None = None
    was: Any = None
    has_was: bool = False
    origin: str = ""
