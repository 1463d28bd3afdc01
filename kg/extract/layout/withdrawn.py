"""Items put off together: « Les délibérations suivantes sont retirées de la séance : 7 - Vente … 15 - Cession … ».

Each entry of the list is an act that the sitting defers; the agenda prints its title too and shows where it ends.
"""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.layout.headings import Heading
from kg.extract.layout.item import Item
from kg.extract.layout.titles import title_at, trimmed
from kg.extract.layout.unnumbered import is_title
from kg.model import Span
from kg.text.cues import Holding

_THINGS = r"(?:deliberations?|points?|dossiers?|questions?|affaires?|rapports?|sujets?|projets?)"
_BELOW = r"(?:suivante?s?|ci-(?:apres|dessous))"
_PUT_OFF = r"(?:retire|ajourne|reporte|supprime|renvoye)e?s?"
_ARE = r"(?:sont|est|ont ete|a ete|seront|sera)"
_SAID = Holding(
    rf"(?<!\w){_THINGS}\s{_BELOW}[^.;:]{{0,40}}?\s{_ARE}\s{_PUT_OFF}[^.;:]{{0,60}}:|"
    rf"(?<!\w){_ARE}\s{_PUT_OFF}[^.;:]{{0,50}}?\s(?:les|le|la)\s{_THINGS}\s{_BELOW}\s?:|"
    rf"(?<!\w)(?:retrait|report|ajournement)s?\s(?:de l'ordre du jour\s)?(?:des|du|de la)\s{_THINGS}\s{_BELOW}"
    r"[^.;:]{0,40}:",
    ("suivant", "ci-apres", "ci-dessous"),
)
_ENTRY = re.compile(r"(?:(?<=[\s:;,])|^)(?:(?P<place>\d{1,2})\s?[-–—.)/]{1,2}|[•●▪*–-])\s{1,3}(?=[«\"]?[A-ZÀ-Þ])")
LIST, ENTRY, SHORTEST, KEY = 2400, 400, 12, 24


def withdrawn(zone: Zone, limit: int) -> list[Item]:
    """The items of a list of what is put off, before ``limit``, in order."""
    said = zone.part(zone.start, limit).first(_SAID)
    if said is None:
        return []
    spans = list(_entries(zone, said.end(), min(limit, said.end() + LIST)))
    return [
        Item(Heading(start, title.end, None, title, "withdrawn", "deferred"), start, title.end)
        for start, title in spans
    ]


def _entries(zone: Zone, start: int, limit: int) -> Iterator[tuple[int, Span]]:
    """Where each entry begins, and its title; up to the first that is none, or whose place goes down."""
    entries = list(_ENTRY.finditer(zone.view.text, start, limit))
    found = [entry for entry in entries if bool(entry["place"]) == bool(entries[0]["place"])]
    reached, last = start, 0
    for entry, following in zip(found, [*found[1:], None], strict=True):
        place = int(entry["place"] or last)
        if entry.start() - reached > SHORTEST or place < last:
            return
        stop = following.start() if following else min(limit, entry.end() + ENTRY)
        title = _as_in_agenda(zone, entry.end(), stop) or title_at(zone.view, entry.end(), stop)
        if title is None or not is_title(zone, *title):
            return
        yield entry.start(), title
        reached, last = title.end, place


def _as_in_agenda(zone: Zone, start: int, stop: int) -> Span | None:
    """The title as far as the agenda above prints the same words; None where it does not."""
    folded = zone.view.folded
    again = re.finditer(re.escape(folded[start : start + KEY]), folded[:start])
    length = max((_alike(folded, above.start(), start, stop - start) for above in again), default=0)
    if not length:
        return None
    if start + length < stop and folded[start + length - 1 : start + length + 1].isalpha():
        length = folded.rfind(" ", start, start + length) - start
    return trimmed(zone.view.text, start, start + length)


def _alike(folded: str, above: int, at: int, most: int) -> int:
    """How many characters two passages begin with in common."""
    return next((n for n in range(most) if folded[above + n] != folded[at + n]), most)
