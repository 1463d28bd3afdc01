"""Columns between the name of a row and its amount: a letter for what is helped, the seat of who is, the work.

What the head of the table says tells what its rows hold: « Bénéficiaire Siège Montant », « Commune Opération Coût ».
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from kg.extract.act import Zone
from kg.extract.money.cells import parts_cells
from kg.model import Span
from kg.text.amounts import find_amounts
from kg.text.found import Found

# A column after the name: « F » for what it helps to run, « P » for a project, whose own name may follow; « M/FACM ».
_CATEGORY = re.compile(r"[\s|]{1,60}(?P<letter>[A-Z](?=$)|[BCE-KM-XZ])(?:/[A-Z]{1,6})?(?=[\s|]|$)")
# A town: one word of which hyphens make a name, its article before it.
_TOWN = r"(?:(?:La|Le|Les|LA|LE|LES)[ ]|L['’])?(?:(?:Saint|Sainte|St|Ste|SAINT|SAINTE)[ ])?[A-ZÀ-Ý][\w'’-]+"
_AT_END = re.compile(rf"(?<=\w)[ ]{_TOWN}$")
_AT_START = re.compile(rf"{_TOWN}(?=[ ][\w«])")
_SEATS = re.compile(
    r"^\W*(?:beneficiaires?|associations?|organismes?|structures?|clubs?|demandeurs?|noms?)[ |]{1,3}"
    r"(?:sieges?|localites?|villes?|domiciliations?)[ |]"
)
_WORKS = re.compile(r"^\W*communes?[ |]{1,3}(?:operations?|objets?|projets?|natures?|intitules?|actions?|libelles?)\b")
_WORKS_OF_BODY = re.compile(
    r"^\W*(?:beneficiaires?|maitres? d'ouvrage|demandeurs?|porteurs? de projets?)[ |]{1,3}"
    r"(?:operations?|objets?|projets?|natures?|intitules?|actions?|libelles?|travaux)\b"
)
_PUBLIC = re.compile(r"(?:communes?|communaute|syndicat|siv(?:om|os|u)|departement|region|ccas|ville|metropole|sm)\b")
# The nouns by which the name of a work begins, in the column after that of who does it
_WORK = re.compile(
    r"(?<=[\w»)]\s)(?=(?:R[ée]novation|R[ée]habilitation|R[ée]fection|Restauration|Restructuration|Reconstruction"
    r"|Construction|Cr[ée]ation|Extension|Am[ée]nagement|Acquisition|Installation|Isolation|Remplacement|Modernisation"
    r"|Audit|[ÉE]tudes?|Assistance|Travaux|Mise\s(?:en|aux)|Achat|Groupe\sscolaire|Mairie|Salle\s|[ÉE]cole\s|Gymnase)\b)"
)
# The first of the columns of money is what the work costs.
_COSTS_FIRST = re.compile(
    r"^[^€]*?\b(?:(?P<cost>couts?|depenses?|budgets?|travaux"
    r"|montants? (?:ht|ttc|d[eu]s? (?:travaux|l'operation|projet)))"
    r"|subventions?|aides?|montants?|fonds de concours|participations?)\b"
)
Row = tuple[Span, Found[Decimal]]


def without_columns(zone: Zone, head: str, rows: list[Row]) -> list[Row]:
    """The rows with the name of who is given something, without the columns that follow it. ``head``: folded."""
    rows, head = _without_category(zone, rows), _columns(head)
    if _WORKS.search(head):
        return [(_first_town(zone, name), found) for name, found in rows]
    if _SEATS.search(head):
        return [(_without_seat(zone, name), found) for name, found in rows]
    if _WORKS_OF_BODY.search(head):
        return [(_without_work(zone, name), found) for name, found in rows]
    return rows


def _columns(head: str) -> str:
    """The heads of the columns, without the sentence before them."""
    return head.rstrip(" :").rpartition(":")[2]


def cost_of_row(zone: Zone, head: str, row: Row) -> Found[Decimal] | None:
    """What the work of a row costs, where the head says that this is its first amount, and it is more than is given."""
    first = _COSTS_FIRST.match(_columns(head))
    if not (first and first["cost"]):
        return None
    name, given = row
    told = next(find_amounts(zone.view.text, name.end, given.start), None)
    return told if told and told.value > given.value else None


def _first_town(zone: Zone, name: Span) -> Span:
    town = _AT_START.match(zone.view.text, name.start, name.end)
    return Span(name.start, town.end()) if town else name


def _without_work(zone: Zone, name: Span) -> Span:
    """« Commune de Valmont Rénovation du gymnase »: a public body, then the work."""
    work = _WORK.search(zone.view.text, *name) if _PUBLIC.match(zone.view.folded, *name) else None
    return Span(name.start, work.start() - 1) if work else name


def _without_seat(zone: Zone, name: Span) -> Span:
    seat = _AT_END.search(zone.view.text[: name.end], name.start)
    return Span(name.start, seat.start()) if seat else name


def _without_category(zone: Zone, rows: list[Row]) -> list[Row]:
    """The rows without the letter that nearly every name has, nor what follows it: they are columns of the table."""
    letters = [[*_letters(zone, name, found.start)] for name, found in rows]
    counts = Counter(letter for row in letters for letter in {match["letter"] for match in row})
    usual = {letter for letter, count in counts.most_common(2) if count > 1}
    cuts = [
        next((m.start() for m in row if m["letter"] in usual or m.end() == name.end), None)
        for row, (name, _) in zip(letters, rows, strict=True)
    ]
    if 4 * sum(cut is not None for cut in cuts) < 3 * len(rows):
        return rows
    return [
        (Span(name.start, cut) if cut and cut > name.start else name, found)
        for (name, found), cut in zip(rows, cuts, strict=True)
    ]


def _letters(zone: Zone, name: Span, amount: int) -> Iterator[re.Match[str]]:
    """The letters of a column; where cells are parted, one that stands in a cell: « A M Judo » is a name."""
    table = parts_cells(zone.view, name.start, amount)
    for match in _CATEGORY.finditer(zone.view.text, *name):
        if not table or parts_cells(zone.view, match.start(), match.start("letter")):
            yield match
