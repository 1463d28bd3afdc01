"""The words of names.toml, read once."""

import tomllib
from pathlib import Path

_DATA = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))

PLURAL_CIVILITIES: frozenset[str] = frozenset(_DATA["civilities"]["plural"])
CIVILITIES: frozenset[str] = frozenset(_DATA["civilities"]["singular"]) | PLURAL_CIVILITIES
PARTICLES: frozenset[str] = frozenset(_DATA["particles"]["words"])
LOWER_PARTICLES: tuple[str, ...] = tuple(sorted(_DATA["particles"]["lower"], key=len, reverse=True))
NEVER_NAMES: frozenset[str] = frozenset(_DATA["never"]["words"])
LINKS: frozenset[str] = frozenset(_DATA["never"]["links"])
GIVEN_NAMES: frozenset[str] = frozenset(_DATA["given"]["names"].split())
SURNAMES_TOO: frozenset[str] = frozenset(_DATA["never"]["surnames_too"])
