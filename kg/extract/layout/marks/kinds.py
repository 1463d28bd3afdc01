"""The kinds of marks, and how far each is trusted to head the acts of a text."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One way to print where an act begins. ``name`` reaches the proofs, as ``heading-title-ordinal``.

    ``weight``: what one decided mark is worth, beside those of other kinds. ``sure``: three of them divide a text
    without a doubt. ``counts``: the value is printed; else it is the place among the others.
    """

    name: str
    weight: float
    sure: bool = True
    counts: bool = True


class Family(NamedTuple):
    """What marks have in common that may follow each other: kind, place or wording, shape of what is printed."""

    kind: Kind
    way: str = ""
    shape: str = ""


NUMBER = Kind("number", 1.25)  # « Délibération n° 2023-14 »
CODE = Kind("code", 1.15)  # « D2023-014 »
OBJECT = Kind("object", 1.1, counts=False)  # « Objet : »
NAMED = Kind("named", 1.05)  # « Point 3 : », « Troisième délibération : »
ORDINAL = Kind("ordinal", 1.0)  # « 3. », « 2.1 »
LETTER = Kind("letter", 1.0)  # « a) » under « 3) »
TITLED = Kind("titled", 0.95)  # « Tarifs (délibération n° 2022-03) »
AGENDA = Kind("agenda", 0.9, sure=False)  # the words of an entry of the agenda
DOTTED = Kind("dotted", 0.7)  # « A. »
REPORTED = Kind("reported", 0.7, sure=False, counts=False)  # « Rapporteur : »
ROMAN = Kind("roman", 0.6, sure=False)  # « IV. »
BARE = Kind("bare", 0.5, sure=False)  # « 3 Tarifs »
CLOSED = Kind("closed", 0.48, sure=False, counts=False)  # a title that a vote follows at once
CAPITALS = Kind("capitals", 0.45, sure=False, counts=False)
LINE = Kind("line", 0.4, sure=False, counts=False)  # a line that a report follows
ENTRY = Kind("entry", 0.0, sure=False, counts=False)  # of the agenda: heads nothing
BULLET = Kind("bullet", 0.0, sure=False, counts=False)  # of a list of acts

REGISTERED = (NUMBER, CODE)  # numbers under which the register knows the act
LEVEL = "level"  # the shape of « 2-1 » and « 3 », of one series
