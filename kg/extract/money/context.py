"""What readers of money and agreements share about an act: its own text, who decides, which bodies it names."""

import re
from dataclasses import dataclass
from functools import cached_property

from kg.extract.act import Act, Zone
from kg.extract.dispositif import find_operative
from kg.extract.money.own_text import own_text, sentences
from kg.extract.organisations import Party, find_organisations
from kg.model import Organisation
from kg.text.found import Found

_AGREEMENT = re.compile(r"\b(?:convention|avenant|contrat|protocole)s?\b[^.;]{0,120}?\b(?:avec|entre)\b")
_PROPOSED = re.compile(
    r"\b(?:il est (?:\w+ ){0,3}propose|propose(?:nt)? (?:au|a l'|de|d')|demande (?:au|a l')|en consequence)"
)


@dataclass
class Deliberation:
    """An act seen by the readers of money: nothing is computed before it is asked for."""

    act: Act

    @cached_property
    def zone(self) -> Zone:
        """The act's own prose."""
        return own_text(self.act)

    @cached_property
    def authority(self) -> Organisation | None:
        """The collectivity that decides."""
        return _authority(self.act)

    @cached_property
    def sentences(self) -> tuple[Zone, ...]:
        """The sentences of the act's own prose."""
        return tuple(sentences(self.zone))

    @cached_property
    def operative_start(self) -> int:
        """Where the act begins to decide or to propose; its end where it does neither."""
        operative = find_operative(self.act)
        proposed = self.zone.first(_PROPOSED)
        starts = [operative.zone.start] if operative else []
        return min([*starts, *([proposed.start()] if proposed else []), self.zone.end])

    @cached_property
    def parties(self) -> tuple[Found[Party], ...]:
        """The organisations of the act's own prose."""
        return tuple(find_organisations(self.zone, self.authority))

    @cached_property
    def partner(self) -> Organisation | None:
        """The one other body that the sentences about an agreement name, if there is one only."""
        found: dict[str, Organisation] = {}
        for sentence in self.sentences:
            if sentence.first(_AGREEMENT):
                for party in find_organisations(sentence, self.authority):
                    if not self.is_authority(party.value) and not party.value.bare:
                        found[party.value.organisation.name.lower()] = party.value.organisation
        return next(iter(found.values())) if len(found) == 1 else None

    def named(self, party: Party) -> Party:
        """The one body of that kind that the act names, for a bare type word; the party itself otherwise."""
        if not party.bare:
            return party
        others = {
            p.value.organisation.name.lower(): p.value
            for p in self.parties
            if p.value.kind == party.kind and not p.value.bare
        }
        return next(iter(others.values())) if len(others) == 1 else party

    def is_authority(self, party: Party) -> bool:
        """Whether the party is the collectivity that decides."""
        return party.kind == "authority" or (
            self.authority is None and party.bare and party.kind in ("commune", "epci")
        )


_BODIES = (
    (re.compile(r"\bconseil (?:de )?metropol|conseil (?:de )?communaut|bureau communautaire"), "epci"),
    (re.compile(r"\bconseil municipal"), "commune"),
    (re.compile(r"\bconseil (?:departemental|general)"), "département"),
    (re.compile(r"\bconseil regional"), "région"),
    (re.compile(r"\bcomite syndical"), "syndicat"),
)


def _authority(act: Act) -> Organisation | None:
    head = act.whole.part(0, 3000)
    kind = next((kind for cue, kind in _BODIES if head.first(cue)), None)
    for found in find_organisations(head):
        if found.value.kind == kind and not found.value.bare:
            return found.value.organisation
    return None
