"""What the deciding authority pays, told by a noun alone: « le versement d'un fonds de concours », an avance."""

import re
from collections.abc import Iterator

from kg.extract.money.claim import ART, TO, Claim
from kg.extract.money.marked import PARTY, SUM, Marked

# « accepte le versement par la commune d'un fonds de concours de 61 750 € »
_VERSED = re.compile(
    r"(?<!sollicite )(?<!sollicite le )(?<!demande )(?<!demande le )\b(?:versement|attribution|octroi|paiement)"
    rf" par {ART}{PARTY}"
    r" (?:d'une? |du |de la |de l')(?:fonds de concours|participation|contribution|subvention|aide|avance)\b"
    rf"[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,60}}? (?:de|a) {SUM}"
)
# « approuve la convention d'avance de trésorerie avec X pour un montant de … »: to whom it may lend
_ADVANCE = re.compile(
    rf"\bconventions? d'avances?\b[^.;{SUM[1:-1]}{PARTY[1:-1]}]{{0,90}}?"
    rf"\b(?:avec {ART}(?P<recipient>{PARTY})|entre {ART}(?P<one>{PARTY})(?: et|,) {ART}(?P<two>{PARTY}))"
    rf"[^.;{SUM[1:-1]}{PARTY[1:-1]}]{{0,90}}?{SUM}"
)
_LENT_TO = ("société", "association")


def own_payments(sentence: Marked) -> Iterator[Claim]:
    """The payments of a sentence that decides and has no verb of giving."""
    text = sentence.text
    for versed in _VERSED.finditer(text):
        to = TO.match(text, versed.end() + 1)
        yield Claim(None, to["recipient"] if to else None, versed.start(), versed.end(), "grant-of")
    for told in _ADVANCE.finditer(text):
        others = [sign for sign in told.group("recipient", "one", "two") if sign]
        lent = [sign for sign in others if sentence.party(sign).value.kind in _LENT_TO]
        if len(lent) == 1:
            yield Claim(None, lent[0], told.start(), told.end(), "decided-grant")
