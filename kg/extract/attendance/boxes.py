"""A box beside a list (« En exercice : 19 Votants : 17 Date d'affichage : … ») whose cells fall into the list."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone, once
from kg.text.word_starts import Begun

# « …, Gérard NOIR, Date d'affichage : 19/11/2021 Votants : 17 Zoé VERT, … »: cells of a box beside the list, with
# their figures, after a separator or before two members more.
_COUNTED = (
    r"(?:(?:nombre|nb(?:re?)?) de )?(?:(?:membres?|conseillers?|delegues?|elus?) )?(?:"
    r"(?:afferents au |du )?conseil(?: municipal)?|en (?:exercice|fonctions?)|elus|presents?|votants?|absents?|excuses?"
    r"|representes?|pouvoirs?|procurations?|quorum|suffrages exprimes"
    r"|(?:qui ont |ayant |ont )?pris part (?:au vote|a la deliberation))"
)
_DATED = (
    r"(?:(?:dates? (?:de (?:la )?|d'|d' )?)?(?:convocation|affichage|publication|envoi|transmission|reception|depot"
    r"|mise en ligne)(?: de la convocation)?|affichee?|publiee?|transmise?|mise? en ligne|notifiee?)"
    r"\s?:?\s?(?:(?:le|du)\s?:?\s?)?"
)
_DATE = r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}|\d{1,2}(?:er)? [a-z]{3,9} \d{4})"
_CELL = Begun(
    rf"(?<!\w)(?:{_COUNTED}\s?[:=]?\s?\d{{1,3}}(?![\d/.,]|\s?(?:h\b|er\b|e\b|%))|{_DATED}{_DATE})[\s|]*",
    (
        *("nombre", "nb", "membre", "conseil", "delegue", "elu", "afferents", "du conseil", "en exercice"),
        *("en fonction", "present", "votant", "absent", "excuse", "represente", "pouvoir", "procuration", "quorum"),
        *("suffrages", "qui ont", "ayant pris", "ont pris", "pris part", "date", "convocation", "affich", "publi"),
        *("envoi", "transmi", "reception", "depot", "mis en", "mise en", "notifie"),
    ),
)
_CIVIL = r"(?:M\.|MM\.|Mmes?|Mr|Monsieur|Madame)\s"
_NAME = r"(?:[A-ZÀ-Ý][\wÀ-ÿ'-]+ ){1,4}(?:(?:de|du|la|le) )?[A-ZÀ-Ý][\wÀ-ÿ'-]+"
_NEXT = rf"(?:\s?[,;–-]\s(?:{_CIVIL})?|\s{_CIVIL})"
_ONE_MORE = re.compile(rf"(?:{_CIVIL})?{_NAME}(?=\s?[,;.–-])")
_TWO_MORE = re.compile(rf"(?:{_CIVIL})?{_NAME}{_NEXT}{_NAME}{_NEXT}{_NAME}")
_SEPARATORS = (",", ";", "–")
_SEVERAL = 2  # cells


class Box(NamedTuple):
    """Where the cells of a box stand, how many they are, and whether the list was parted by a separator before."""

    start: int
    end: int
    cells: int
    parted: bool


def boxes(zone: Zone, start: int, end: int) -> Iterator[Box]:
    """The boxes in a passage after which members go on."""
    begin, cells = start, 0
    for match in _CELL.finditer(zone.view.folded, start, end):
        begin, cells = begin if cells else match.start(), cells + 1
        if _CELL.pattern.match(zone.view.folded, match.end(), end):
            continue
        parted = zone.view.text[max(zone.start, begin - 3) : begin].rstrip().endswith(_SEPARATORS)
        if (_ONE_MORE if parted else _TWO_MORE).match(zone.view.text, match.end(), zone.end):
            yield Box(begin, match.end(), cells, parted)
        cells = 0


def is_boxed(zone: Zone, position: int) -> bool:
    """Whether a counter (« Présents : 15 ») is one of several cells that stand within a list."""
    found = once(zone.view, ("boxes", zone.start, zone.end), lambda: [*boxes(zone, zone.start, zone.end)])
    return any(box.parted and box.cells >= _SEVERAL and box.start <= position < box.end for box in found)


def is_side_count(zone: Zone, kind: str, heading: int, start: int, names: int) -> bool:
    """« Présents : M. ROUX [Pouvoirs : 1] Mme NOIR, M. BRUN … »: a count from beside the list, which goes on.

    ``names``: how many follow. Where the members away are counted, the list before it must be open: « …, Absent : 1 ».
    """
    count = re.search(r":\s*(\d{1,2})\s*$", zone.view.text[heading:start])
    parted = zone.view.text[max(0, heading - 2) : heading] in (", ", ",\n")
    beside = kind == "proxies" or (kind == "absent" and parted)
    return beside and count is not None and names > int(count[1]) + 2
