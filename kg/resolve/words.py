"""Words that say nothing of what is named (``words.toml``)."""

import tomllib
from pathlib import Path

from kg.resolve.slugs import fold

_TOLD = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))

# Of what a convention is about; of which body is meant.
CONVENTION: frozenset[str] = frozenset(_TOLD["convention"]["general"].split())
LOCAL: frozenset[str] = frozenset(_TOLD["body"]["local"].split())


def is_local(name: str) -> bool:
    """Whether a body's name tells which one only to the authority that names it: « la Région », « le CCAS »."""
    return set(fold(name).split()) <= LOCAL
