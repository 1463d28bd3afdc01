"""What was found of an operative part; « accepte ces propositions » stands for what was proposed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.act import Zone
from kg.extract.dispositif.cues import BARE, BODY
from kg.extract.dispositif.items import Item
from kg.extract.dispositif.proposals import find_proposal
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Operative:
    """The operative part of an act: its shape, its items and the passage that holds it."""

    shape: str
    items: tuple[Item, ...]
    zone: Zone


def accepted(item: Zone, groups: list[Operative]) -> Iterator[Operative]:
    """« accepte ces propositions » stands for what was proposed right before it, and for the sentence that ends it."""
    start = item.start
    for group in groups:
        bare = [one for one in group.items if BARE.fullmatch(folded(item, one))]
        if len(groups) == 1 and len(group.items) == 2 and bare == [group.items[1]]:
            found = find_proposal(item.part(start, group.zone.start), adopted=True)
            yield Operative("proposal", found[0], group.zone) if found else group
        elif len(bare) < len(group.items):
            yield group
        else:
            yield from _taken_up(item, start, group)
        start = group.zone.end


def _taken_up(item: Zone, start: int, group: Operative) -> Iterator[Operative]:
    """Each acceptance with what was proposed since the one before; the group as it is where nothing was."""
    told: list[Operative] = []
    for one in group.items:
        said = max(start, with_subject(item, one).spans[0].start)
        found = find_proposal(item.part(start, said), adopted=True)
        start = one.spans[-1].end
        zone = item.part(one.spans[0].start, start)
        told.append(Operative("proposal", found[0], zone) if found else Operative(group.shape, (one,), zone))
    proposed = any(operative.shape == "proposal" for operative in told)
    if not proposed:
        yield group
    elif len(told) == 1:
        yield replace(told[0], zone=group.zone)
    else:
        yield from told


def is_bare(operative: Operative) -> bool:
    """« accepte à l'unanimité »: nothing is said of what."""
    zone = operative.zone
    return len(operative.items) == 1 and bool(BARE.fullmatch(folded(zone, operative.items[0])))


def folded(zone: Zone, item: Item) -> str:
    return " ".join(zone.view.folded[start:end] for start, end in item.spans)


def with_subject(zone: Zone, item: Item) -> Item:
    """« Le conseil accepte à l'unanimité »: a verb alone is shown with its subject."""
    start = item.spans[0].start
    subjects = [m.start() for m in zone.part(max(zone.start, start - 200), start).find(re.compile(rf"\b{BODY}"))]
    return Item((Span(subjects[-1], item.spans[-1].end),)) if subjects else item
