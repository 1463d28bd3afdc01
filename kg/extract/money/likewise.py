"""Funders that share the verb of the one before: « l'État apporte 50 %, soit 32 000 €, et la Région 12 800 € »."""

import re
from collections.abc import Iterator

from kg.extract.money.claim import ART, NOUN, Claim
from kg.extract.money.marked import PARTY, SHARE, SUM

_LIKEWISE = re.compile(
    rf"(?:, (?:et )?| et | ainsi que | puis )(?:l'|la |le |les )?(?P<funders>{PARTY})"
    rf" (?:(?:a hauteur de|pour|a) (?:une (?:aide|subvention|participation) (?:de |d'un montant de ))?)?"
    rf"\(?(?:{SHARE}|{SUM})(?:[,(]{{0,2}} ?(?:soit )?(?:{SUM}|{SHARE}))?"
)
# « … de 11 000 € auprès de la Fédération et de 7 000 € auprès du Département »
_ALSO_ASKED = re.compile(
    rf"(?:,|;)?(?: et| ainsi que| puis)?(?: (?:une? |l')?{NOUN})?"
    rf" (?:de |d'un montant de |d'une somme de |a hauteur de )?{SUM}(?: (?:ht|ttc))?,?"
    rf" (?:aupres|a|au|aux) {ART}(?P<funders>{PARTY})"
)


# « l'aide de l'État au titre de la DETR à hauteur de 60 % et celle de l'Agence de l'eau (20 %) »
_THAT_OF = re.compile(
    rf"[^.;]{{0,80}}?(?:,|\bet|\bainsi que) cel(?:le|ui) (?:de la |de l'|du |des |de |d')(?P<funders>{PARTY})"
    rf"[^.;,{PARTY[1:-1]}]{{0,30}}?(?:{SHARE}|{SUM})"
)


def asked_likewise(text: str, position: int) -> Iterator[Claim]:
    """The claims right after one that asks, each with its own sum, the verb said once."""
    that = _THAT_OF.match(text, position)
    if that:
        yield Claim(that["funders"], None, that.start("funders"), that.end(), "share-by")
    while also := _ALSO_ASKED.match(text, position):
        yield Claim(also["funders"], None, also.start(), also.end(), "share-by")
        position = also.end()


def likewise(text: str, position: int) -> Iterator[Claim]:
    """The claims that follow another one in a marked sentence, the verb said once."""
    while also := _LIKEWISE.search(text, position):
        yield Claim(also["funders"], None, also.start("funders"), also.end(), "share-by")
        position = also.end()
