"""Who contracts in the funder's name, and under which programme.

« le Programme X de l'agence Y contractualise … pour ce soutien financier de l'État », « le fonds Z, géré par le
Département ».
"""

import re
from dataclasses import dataclass, replace

from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.grants import Grant
from kg.extract.money.marked import PARTY, mark
from kg.model import Organisation, Span
from kg.text.word_starts import Begun

_CUE = Begun(
    cue(r"\bcontractualis\w+|\b(?:geree?s?|instruite?s?|pilotee?s?) par\b"),
    ("contractualis", "gere", "instruit", "pilote"),
)
_CONTRACTING = re.compile(
    rf"(?P<first>{PARTY})(?: (?:de la |de l'|du "
    rf"|des )?(?P<second>{PARTY}))?(?: \w+){{0,3}} contractualis\w+[^.;]{{0,120}}?"
    rf"(?:soutien|aide|financement|subvention|concours)(?: \w+)? (?:de la |de l'|du |des |d')?(?P<funder>{PARTY})"
)
_MANAGED = re.compile(
    rf"(?P<first>{PARTY})[^.;{PARTY[1:-1]}]{{0,20}},? (?:geree?s?|instruite?s?|pilotee?s?) par (?:la |le "
    rf"|l'|les )?(?P<second>{PARTY})"
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """The programme, who runs it, and whose money it is."""

    programme: str | None
    agent: Organisation
    funder: Organisation
    span: Span

    def complete(self, grant: Grant) -> Grant:
        """The grant with its agent and programme, where its funder is of this scheme."""
        funder = grant.funder.organisation.name
        if funder not in (self.agent.name, self.funder.name):
            return grant
        return replace(
            grant,
            programme=grant.programme or self.programme,
            agent=None if funder == self.agent.name else self.agent,
            scheme_span=self.span,
        )


def find_scheme(deliberation: Deliberation) -> Scheme | None:
    """The scheme that the act describes, if any."""
    if not deliberation.zone.first(_CUE):
        return None
    for sentence in deliberation.sentences:
        if not sentence.first(_CUE):
            continue
        marked = mark(sentence, deliberation.parties_in(sentence))
        contracting = _CONTRACTING.search(marked.text)
        match = contracting or _MANAGED.search(marked.text)
        if match:
            first = marked.party(match["first"]).value
            agent = marked.party(match["second"]).value if match["second"] else first
            funder = marked.party(match["funder"]).value if contracting else first
            told = Span(sentence.start, sentence.end)
            return Scheme(first.programme, agent.organisation, funder.organisation, told)
    return None
