"""Who is made to pay: « une participation de 9 300 € à la charge de la commune de X », a droit d'entrée."""

import re
from collections.abc import Iterator

from kg.extract.money.claim import ART, Claim
from kg.extract.money.marked import PARTY, SUM

# « une participation de 9 300 € à la charge de la commune de X », « la part de la commune de X s'élève à 9 300 € »
_CHARGED = re.compile(
    rf"\b(?:participations?|contributions?|quote-part|part)\b[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,60}}{SUM}"
    rf"[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,30}}? (?:a la charge|supportee?s?|due|versee?|payee?|acquittee?) (?:par )?"
    rf"{ART}(?P<funders>{PARTY})"
)
# « La communauté de communes X verserait un droit d'entrée de 150 000 € »
_ENTRY = re.compile(
    rf"\bdroits? d'entree\b[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,60}}{SUM}[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,40}}? par {ART}"
    rf"(?P<funders>{PARTY})"
)


def charged(text: str) -> Iterator[Claim]:
    """The bodies that a marked sentence makes pay."""
    for pattern in (_CHARGED, _ENTRY):
        for match in pattern.finditer(text):
            yield Claim(match["funders"], None, match.start(), match.end(), "share-by")
