"""What readers of money and agreements share about an act: its own text, who decides, which bodies it names."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from kg.extract.act import Act, Zone
from kg.extract.authority import read_authority
from kg.extract.bounds import SENTENCES, bounded
from kg.extract.dispositif import find_operative
from kg.extract.money.cues import cue
from kg.extract.money.own_text import own_text, sentences
from kg.extract.organisations import Party, find_organisations
from kg.extract.organisations.gazetteer import bodies
from kg.model import Organisation
from kg.text.cues import matches_at_cues
from kg.text.found import Found
from kg.text.word_starts import Begun

_OWN_WORD = cue(
    r"\b(?:la|notre) (?P<word>commune|ville|communaute de communes|communaute d'agglomeration)\b(?! d[eu'])"
)
LOCAL = frozenset(body.name for body in bodies().values() if body.local)
_AGREEMENT = cue(r"\b(?:convention|avenant|contrat|protocole)s?\b[^.;]{0,120}?\b(?:avec|entre)\b")
_GUARANTEE = cue(r"\bgaranties? (?:communales? |departementales? |d')?emprunt|\baccord\w+ (?:sa|la|une) garantie\b")
_PROPOSED = Begun(
    cue(
        r"\b(?:il est (?:\w+ ){0,3}propose|propose(?:nt)? (?:au|a l'|de|d')"
        r"|il convient (?:donc |ainsi )?(?:d'attribuer|d'accorder|de verser|d'allouer|d'octroyer|de solliciter)"
        r"|demande (?:au|a l')|en consequence|envisage (?:de |d')(?:\w+ ){0,2}(?:accord|attribu|vers))"
    ),
    ("il ", "propose", "demande", "en ", "envisage"),
)


@dataclass
class Deliberation:
    """An act seen by the readers of money: nothing is computed before it is asked for."""

    act: Act
    _found: dict[tuple[int, int], list[Found[Party]]] = field(default_factory=dict)

    @cached_property
    def zone(self) -> Zone:
        """The act's own prose."""
        return own_text(self.act)

    @cached_property
    def authority(self) -> Organisation | None:
        """The collectivity that decides."""
        key = ("authority", None if self.act.shared else self.act.item.start)
        memo = self.act.view.memo
        if key not in memo:
            memo[key] = read_authority(self.act)
        return cast(Organisation | None, memo[key])

    @cached_property
    def giver(self) -> Organisation | None:
        """The collectivity that decides, by the word it goes by (« la commune ») where no place names it."""
        if self.authority:
            return self.authority
        word = self.act.whole.first(_OWN_WORD)
        return Organisation(self.act.whole.printed(*word.span("word"))) if word else None

    @cached_property
    def sentences(self) -> tuple[Zone, ...]:
        """The sentences of the act's own prose."""
        return tuple(bounded(self.zone.view, sentences(self.zone), SENTENCES))

    @cached_property
    def operative_start(self) -> int:
        """Where the act begins to decide or to propose; its end where it does neither."""
        operative = find_operative(self.act)
        proposed = self.zone.first(_PROPOSED)
        starts = [operative.zone.start] if operative else []
        if self.act.kind == "list":  # its titles are what was decided
            return self.zone.start
        return min([*starts, *([proposed.start()] if proposed else []), self.zone.end])

    @cached_property
    def parties(self) -> tuple[Found[Party], ...]:
        """The organisations of the act's own prose."""
        return tuple(found for sentence in self.sentences for found in self.parties_in(sentence))

    @cached_property
    def guarantees(self) -> bool:
        """Whether the act guarantees a loan that another body takes: other money told there is not the authority's."""
        folded, words = self.zone.view.folded, ("garantie", "accord")
        return any(matches_at_cues(_GUARANTEE, folded, words, self.zone.start, self.zone.end))

    def parties_in(self, zone: Zone) -> list[Found[Party]]:
        """The organisations of a passage of the act's own prose."""
        key = (zone.start, zone.end)
        if key not in self._found:
            self._found[key] = [*find_organisations(zone, self.authority)]
        return self._found[key]

    @cached_property
    def partner(self) -> Organisation | None:
        """The one other body that the sentences about an agreement name, if there is one only."""
        found: dict[str, Organisation] = {}
        for sentence in self.sentences:
            if sentence.first(_AGREEMENT):
                for party in self.parties_in(sentence):
                    if not self.is_authority(party.value) and not party.value.bare:
                        found[party.value.organisation.name.lower()] = party.value.organisation
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _proper(self) -> dict[str, dict[str, Party]]:
        """The bodies that the act names by a name of their own, by kind and name."""
        found: dict[str, dict[str, Party]] = {}
        for party in self.parties:
            if not party.value.bare:
                found.setdefault(party.value.kind, {})[party.value.organisation.name.lower()] = party.value
        return found

    def named(self, party: Party) -> Party:
        """The one body of that kind that the act names, for a bare type word; the party itself otherwise."""
        if not party.bare:
            return self._with_territory(party)
        others = self._proper.get(party.kind, {})
        return next(iter(others.values())) if len(others) == 1 else party

    def _with_territory(self, party: Party) -> Party:
        """« la CAF » is the one « CAF de la Haute-Valserine » that the act names."""
        forms = {party.organisation.name, *party.organisation.aliases}
        if party.kind != "organisation" or not forms & LOCAL:
            return party
        others = {
            name: other
            for kind in ("établissement", "organisation")
            for name, other in self._proper.get(kind, {}).items()
            if any(other.organisation.name.startswith(f"{form} ") for form in forms)
        }
        return next(iter(others.values())) if len(others) == 1 else party

    def is_authority(self, party: Party) -> bool:
        """Whether the party is the collectivity that decides."""
        return party.kind == "authority" or (
            self.authority is None and party.bare and party.kind in ("commune", "epci")
        )


def deliberation_of(act: Act) -> Deliberation:
    """The act as the readers of money see it, the same one for each of them."""
    key = ("money", act.item.start, act.item.end)
    return cast(Deliberation, act.view.memo.setdefault(key, Deliberation(act)))
