"""The questions in the order in which the home page shows them (``shelves.toml``)."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from kg.store.questions import Question

Shelf = tuple[str, tuple[Question, ...]]


def shelves(questions: Iterable[Question]) -> tuple[Shelf, ...]:
    """Headings with their questions; those that no shelf names are on the last one."""
    left = {known.name: known for known in questions}
    found = [(told["titre"], [left.pop(name) for name in told["questions"] if name in left]) for told in _told()]
    if left and found:
        found[-1][1].extend(left.values())
    return tuple((heading, tuple(some)) for heading, some in found if some)


@cache
def _told() -> list[dict[str, Any]]:
    told = tomllib.loads((files("kg.serve.pages") / "shelves.toml").read_text(encoding="utf-8"))
    return list(told["rayon"])
