"""Where the ontology, the questions and the samples are: inside an installed package, or at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = {"samples": "tests/corpus"}


def shipped(name: str) -> Path:
    """The folder ``ontology``, ``queries`` or ``samples`` that came with this copy of the program."""
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / _CHECKOUT.get(name, name)
