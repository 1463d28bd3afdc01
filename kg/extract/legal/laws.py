"""Laws, decrees and ordinances cited with their numbers: « loi n° 2015-991 », « lois n° 82-213 et n° 83-8 »."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone
from kg.text.word_starts import Begun


class Reference(NamedTuple):
    """A norm that is cited, where it stands and the rule that read it."""

    value: str
    start: int
    end: int
    rule: str


_KINDS = {"loi": "LOI", "decret": "DECRET", "ordonnance": "ORD"}
# Between the kind of a norm and its number: what it is about and its date, no other act.
_ABOUT = (
    r"(?:(?!\b(?:lois?|decrets?|ordonnances?|arretes?|deliberation|articles?|vu|circulaire|directive|reglement|decision|avis"
    r"|convention|instruction|considerant)\b)[^;.\d]|(?<=\b[a-z])\.|\b(?:19|20)\d\d\b(?!\s?[-/])"
    r"|\b\d{1,2}(?:er)?(?=\s[a-z]{3,9}\s(?:19|20)\d\d\b)){0,110}?"
)
_SIGN = r"n\s*[°º*'\"o.]{1,2}"
_LAW_NUMBER = r"(?P<number>\d{2,4}\s*[-./–—]\s*\d{1,5})(?![\d/])"
_LAW = Begun(
    r"\b(?P<kind>loi|decret|ordonnance)(?P<many>s)?\b(?:\s+(?:organique|modifiee?|constitutionnelle))?"
    rf"(?P<words>{_ABOUT})(?:(?:\s|(?<=[(,]))*\b(?P<sign>{_SIGN})|\s+numero|(?<=[a-z]))\s*{_LAW_NUMBER}",
    tuple(_KINDS),
)
_NEXT_LAW = re.compile(rf"{_ABOUT}(?:,|\bet)\s+(?:{_SIGN}\s*)?{_LAW_NUMBER}")
# « la programmation 2023-2027 », « association loi 1901 …, pour les 11-17 ans »: no number, where no « n° » says it.
# That of a law begins with its year.
_NO_NUMBER = re.compile(r"20\d\d\D+20\d\d|(?!(?:19|20)\d\d\D|[4-9]\d\D)\d+\D+\d+")


def laws(zone: Zone) -> Iterator[Reference]:
    """The norms that a passage cites with their numbers, in order."""
    for law in zone.find(_LAW):
        kind = _KINDS[law["kind"]]
        if law["sign"] is None and _NO_NUMBER.fullmatch(law["number"]):
            continue
        yield Reference(f"{kind}:{_law_number(law['number'])}", law.start(), law.end(), "law-by-number")
        more = _NEXT_LAW.match(zone.view.folded, law.end(), zone.end) if law["many"] else None
        while more:
            value = f"{kind}:{_law_number(more['number'])}"
            yield Reference(value, more.start("number"), more.end(), "law-by-number")
            more = _NEXT_LAW.match(zone.view.folded, more.end(), zone.end)


def _law_number(written: str) -> str:
    return re.sub(r"\s*[-./–—]\s*", "-", written)
