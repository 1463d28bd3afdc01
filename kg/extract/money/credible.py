"""Whether a claim on money is one: who is merely named funds nothing, and an authority's price is no grant."""

import re

from kg.extract.money.claim import Claim
from kg.extract.money.context import Deliberation
from kg.extract.money.figures import Figures
from kg.extract.money.listed_parties import partner_of
from kg.extract.money.marked import SUM, Marked
from kg.extract.organisations import Party
from kg.text.view import fold_same_length

_WEAK = frozenset({"commune", "association", "société", "authority"})
# « la subvention du CCAS », « la subvention du comité des fêtes »: theirs, not from them.
_GRANT = re.compile(r"subventions?\b|aides?\b|dotations?\b")
_HELPED = re.compile(
    r"\bc\.?c\.?a\.?s\b|\bcentre (?:inter)?communal d'action sociale|\bcaisses? des ecoles|\bcomite (?:des fetes|des"
    r" oeuvres|de jumelage|social)|\boffice (?:de tourisme|municipal)|\bamicale\b"
)

_COMES = re.compile(r"\binterv(?:ient|iendr)")  # a company that comes is paid
_CUT = re.compile(r"\s+(?:de(?: la| l')?|du|des|d'|et|pour la|a la|au|aux)\s*$")
# « accorde une subvention de 9 000 € au cinéma »: to somebody whom no name tells, and not to the authority.
_ELSEWHERE = re.compile(
    rf"{SUM}(?: (?:ht|ttc))? (?:au|a la|a l'|aux) (?:cinemas?|theatres?|clubs?|colleges?|lycees?|foyers?"
    r"|comites?|festivals?|collectifs?|orchestres?|exploitants?|proprietaires?|porteurs?|entreprises?|commercants?|artisans?|agriculteurs?"
    r"|associations?|sinistres?|personnels?|laureats?)\b"
)


def goes_elsewhere(marked: Marked, claim: Claim) -> bool:
    """Whether the words after the sum name a receiver that is not the authority, though no body was recognised."""
    return bool(_ELSEWHERE.search(marked.text, claim.start, claim.end + 60))


def credible(deliberation: Deliberation, marked: Marked, funder: Party, claim: Claim, figures: Figures) -> bool:
    """A body that is asked is a funder even without a figure; one that is merely mentioned needs one."""
    if deliberation.is_authority(funder):
        if (
            claim.rule == "decided-grant"
            and claim.recipient
            and deliberation.is_authority(marked.party(claim.recipient).value)
        ):
            return False
        own = (
            claim.rule in ("decided-grant", "guarantee", "membership-fee")
            or (claim.rule == "decided-sum" and _is_given_to(marked, claim))
            or (claim.rule != "decided-sum" and claim.recipient is not None)
            or goes_to_partner(deliberation, claim)
        )
        told = figures.amount is not None or claim.rule == "guarantee"
        return own and told and claim.rule not in ("asked-of", "granted-by", "received-from", "applied-for")
    if claim.rule == "grant-of" and _is_helped(marked.text[claim.start :], funder):
        return False
    if claim.asker and marked.party(claim.asker).value.kind in ("association", "société", "établissement"):
        return False
    if funder.kind == "société" and _COMES.search(marked.text, claim.start, claim.end):
        return False
    if claim.rule in ("asked-of", "applied-for") and claim.funder and is_cut(marked.text, claim.funder):
        return False
    if claim.rule in ("asked-of", "applied-for"):
        return funder.kind not in _WEAK or figures.amount is not None
    return figures.amount is not None or figures.share is not None


def is_cut(text: str, sign: str) -> bool:
    """Whether the text ends in the middle of the last name that it holds: « la direction départementale de »."""
    return _CUT.match(text, text.rfind(sign) + 1) is not None


def _is_given_to(marked: Marked, claim: Claim) -> bool:
    """A sum paid to an association or a public body is a grant; one to a company is a price."""
    return claim.recipient is not None and marked.party(claim.recipient).value.kind not in ("société", "authority")


def goes_to_partner(deliberation: Deliberation, claim: Claim) -> bool:
    """« la participation de la commune » under an agreement goes to the one other body that it binds."""
    return claim.rule == "grant-of" and partner_of(deliberation) is not None


def _is_helped(told: str, funder: Party) -> bool:
    """« la subvention du CCAS »; a gift or a part that an association pays is its own."""
    if not _GRANT.match(told):
        return False
    return funder.kind == "association" or bool(_HELPED.search(fold_same_length(funder.organisation.name)))
