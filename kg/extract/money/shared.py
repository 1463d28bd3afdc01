"""Bodies whose part of a cost stands beside them: « à hauteur de 50 % par X et à hauteur de 25 % par Y »."""

import re
from collections.abc import Iterator

from kg.extract.money.charged import charged
from kg.extract.money.claim import ART, Claim
from kg.extract.money.marked import PARTY, SHARE, SUM

# « subventionné à hauteur de 50 % par X et à hauteur de 25 % par Y »
_SHARED = re.compile(rf"(?:\b(?:a hauteur de |a |de |et )|, ){SHARE} (?:par|aupres) {ART}(?P<funders>{PARTY})")
# « les aides suivantes : 20 000 € de l'État, 10 000 € du Département »
_SUM_FROM = re.compile(
    rf"(?:[:,]|\bet) {SUM}(?: (?:ht|ttc))? (?:(?:aupres|par) {ART}|de la |de l'|du |des |d')(?P<funders>{PARTY})"
)
# « l'Agence de l'eau, 40 %, soit 164 800 € ; le Département, 20 %, soit 82 400 € »
_APPOSED = re.compile(
    rf"(?:[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,60}}: ?)?\W{{0,3}}(?:l'|la |le |les )?(?P<funders>{PARTY})[ ,:(]{{1,3}}"
    rf"(?:{SHARE}[ ,(]{{1,3}}(?:soit )?{SUM}|{SUM}[ ,(]{{1,3}}(?:soit )?{SHARE})\W*$"
)
_SHARED_CUE = re.compile(r"\b(?:co-?)?(?:subventionn|financ|sollicit)\w*\b")
# « le Département sera sollicité à hauteur de 30 % et la Région à hauteur de 20 % »
_SOLICITED = re.compile(
    rf"(?P<funders>{PARTY})(?: (?:sera|seront|est|serait|pourra etre|pourrait etre)(?: \w+)? sollicitee?s?)?,?"
    rf" (?:a hauteur de|pour) (?:{SUM} ?\(?(?:soit )?)?{SHARE}"
    rf"(?: (?:du|des|de la) (?:montant|cout|depense|travaux|total)[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,50}}(?=,? soit))?"
    rf"(?:,? ?\(?soit (?:un montant de )?{SUM})?"
)


def by_share(text: str) -> Iterator[Claim]:
    """Bodies whose share of a cost stands right before them."""
    yield from charged(text)
    apposed = _APPOSED.match(text)
    if apposed:
        yield Claim(apposed["funders"], None, apposed.start(), apposed.end(), "share-by")
    elif _SHARED_CUE.search(text):
        for pattern in (_SHARED, _SOLICITED, _SUM_FROM):
            for match in pattern.finditer(text):
                yield Claim(match["funders"], None, match.start(), match.end(), "share-by")
