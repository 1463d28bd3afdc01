"""One claim on money in a marked sentence, and the words that all claims are told with."""

import re
from dataclasses import dataclass

from kg.extract.money.marked import PARTY, SUM

NOUN = (
    r"(?:subventions?|aides?(?: financieres?)?|participations?(?: financieres?)?|fonds de concours"
    r"|cotisations?|contributions?(?: financieres?)?"
    r"|dotations?|financements?|co-?financements?|soutien(?: financier)?|concours(?: financiers?)?"
    r"|avances?|prets?|emprunts?|bourse|garanties?|dons?|droits? d'entree)"
)
ART = (
    r"(?:l'|la |le |les |d'|du |de la |de l'|des |de |au |aux |a la |a l'|a |(?:monsieur|m\.|madame|mme) (?:le |la )?)*"
)
TO = re.compile(
    rf"\b(?:a|au|aux|en faveur|au profit|au benefice|pour|a l'adresse|envers) {{0,1}}(?:d[eu]s? |de la "
    rf"|de l'|d'|l'|la |le |les )?(?P<recipient>{PARTY})"
)
# « à l'association une participation de … », of a body that the act names elsewhere
TO_KIND = re.compile(
    r"\b(?:a|au|en faveur d[eu]|au profit d[eu]|au benefice d[eu]) ?"
    r"(?:l'|la |le |cette |cet |ce |ladite |ledit |notre )?"
    r"(?P<kind>association|club|comite|amicale|college|lycee|ecole|cooperative|federation|fondation|ogec|compagnie|harmonie)\b"
    rf"(?=\s?(?:$|[,.;)]|(?:une?|la|sa|pour|afin) |(?:de )?{SUM}))"
)
# « versée par l'État au volontaire »: what a person is paid is no grant of one body to another.
TO_PERSONS = re.compile(
    r"[^.;]{0,30}? (?:aux? |a (?:la |l'|chaque |tout )?|par )(?:\w+ )?(?:volontaires?|stagiaires?|apprentie?s?|agents?"
    r"|eleves?|salariee?s?|familles?|foyers?|particuliers?|habitante?s?|locataires?|etudiante?s?|jeunes?"
    r"|beneficiaires?|laureate?s?)\b"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation: the funder's mark or None for the deciding authority, the recipient's mark, and where it stands."""

    funder: str | None
    recipient: str | None
    start: int
    end: int
    rule: str
    asker: str | None = None
