"""Bodies whose name ends with their kind, « Monts et Vaux Communauté », and those told after their owner."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from kg.extract.act import Zone
from kg.text.cues import Holding
from kg.text.found import Found

_T = TypeVar("_T")
NAME_FIRST = Holding(
    r"(?<![\w'-])(?!L[ae]s? |Notre )[A-ZÉÈ][\w'-]{2,}(?:[ \n]{1,2}[A-ZÉÈ][\w'-]+){0,3}[ \n]{1,2}"
    r"(?:Métropole|Metropole|MÉTROPOLE|METROPOLE|Agglomération|Agglomeration|AGGLOMÉRATION|AGGLOMERATION|Agglo)\b"
    r"(?:[ \n][A-ZÉ][a-zé'-]+(?:[ \n]de[ \n][A-ZÉ][a-zé'-]+)?)?"
    # « Monts et Vaux Communauté »
    r"|(?<![\w'-])(?!(?:L[ae]s?|Notre|Cette|Une|Chaque|Conseil|Bureau|Vu|Président\w*) )[A-ZÉÈ][\w'-]{2,}"
    r"(?:[ \n](?:(?:et|de|du|des|en|&)[ \n](?:la[ \n])?)?[A-ZÉÈ][\w'-]+){0,3}[ \n]"
    r"(?:Communauté|Communaute|COMMUNAUTÉ)\b(?![ \n](?:d[eu]s?\b|d['’]|urbaine|Urbaine|européenne))",
    ("étropole", "etropole", "ÉTROPOLE", "ETROPOLE", "gglo", "GGLO", "Communaut", "COMMUNAUT"),
)
# « l'État – DRAC du Valmontois », « État (DREAL) »: a service of the State gives, not the State once more.
_STATE = re.compile(r"(?:[ÉEé]tat|[ÉE]TAT)\s?[–—/:(-]\s?(?:la\s)?$")
_SERVICE = re.compile(
    r"(?:DRAC|DREAL|DRAJES|DRAAF|DDTM?|DDETS|DDCS|DSDEN|ARS|ADEME|(?:[Dd]irection|[Pp]réfecture)\s)(?![a-z])|[Pp]réfecture"
)


def without_owners(zone: Zone, told: Sequence[Found[_T]]) -> Iterator[Found[_T]]:
    """What was found in order; a State right before the service of it that is named is one with it."""
    text, begun = zone.view.text, None
    for found, following in zip_longest(told, told[1:]):
        service = following is not None and _SERVICE.match(text, following.start)
        if service and _STATE.fullmatch(text, found.start, following.start):
            begun = found.start if begun is None else begun
            continue
        yield found if begun is None else found._replace(start=begun)
        begun = None
