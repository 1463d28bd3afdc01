"""Where each deliberation of a document begins and ends, and what kind of document it is."""

from dataclasses import dataclass

from kg.extract.act import Act, Zone
from kg.text.view import View


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's kind and its deliberations. ``kind``: deliberation, minutes, list, bundle, or what it is instead."""

    kind: str
    acts: tuple[Act, ...]


def segment(view: View) -> Layout:
    """The layout of a document."""
    whole = Zone(view, 0, len(view.text))
    return Layout("deliberation", (Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False),))
