"""Who lends what the deciding authority guarantees: « un prêt de 4 000 000 € souscrit par X auprès de la Caisse … »."""

import re
from collections.abc import Iterator

from kg.extract.money.claim import ART, Claim
from kg.extract.money.context import Deliberation
from kg.extract.money.figures import Figures
from kg.extract.money.grants import Grant
from kg.extract.money.marked import PARTY, SUM, Marked
from kg.model import Organisation, Span

_LENDER = re.compile(
    rf"\b(?:prets?|emprunts?|lignes? du pret)\b[^;]{{0,300}}?(?:{SUM}[^;]{{0,300}}?)?"
    r"\b(?:aupres|(?:consentie?s?|accordee?s?|octroyee?s?|proposee?s?) par|(?:contractee?s?|souscrite?s?) avec)"
    rf" {ART}(?P<lender>{PARTY})"
)
# « … prêts souscrits auprès de la Caisse … - Garantie de la Ville »: who guarantees a loan is not who takes it.
_GUARANTEED = re.compile(
    rf"\b(?:prets?|emprunts?)\b.{{0,300}}\bgaranties? (?:communales?\b|municipales?\b|communautaires?\b"
    rf"|metropolitaines?\b|departementales?\b|(?:de la |du |de l'|de |d')(?P<own>{PARTY}|ville|commune|collectivite))"
)
_LENDS = ("organisation", "brand", "société", "établissement")


def lent_to_another(deliberation: Deliberation, marked: Marked) -> bool:
    """Whether the sentence tells of a loan that the authority guarantees."""
    found = _GUARANTEED.search(marked.text)
    own = found["own"] if found else None
    return bool(found) and (own is None or len(own) > 1 or deliberation.is_authority(marked.party(own).value))


def lender(
    deliberation: Deliberation, marked: Marked, claim: Claim, told: Figures, debtor: Organisation | None
) -> Iterator[Grant]:
    """The loan that a guarantee speaks of, given by the lender that the same sentence names."""
    found = _LENDER.search(marked.text) if claim.rule == "guarantee" else None
    if found is None or told.total is None or told.total_span is None:
        return
    place = marked.party(found["lender"])
    party = deliberation.named(place.value)
    if party.kind in _LENDS and not party.bare and not (debtor and party.organisation.name == debtor.name):
        yield Grant(
            party,
            Figures(amount=told.total, amount_span=told.total_span),
            (Span(min(told.total_span.start, place.start), max(told.total_span.end, place.end)),),
            "guaranteed-loan",
            debtor,
            "prêt",
            Span(place.start, place.end),
        )
