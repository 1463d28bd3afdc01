"""A title parted from what stands before and after it on its page: a surname, the act's number.

« Secrétaire de séance : Mme Anna NOIR TARIFS DE LA PISCINE »: the list of members ends with a surname in capitals.
« 18-2018 – Création d'un poste », « Tarifs de la piscine N° 2022-014 »: the number heads or closes the title.
"""

import re

from kg.extract.layout.numbers import is_ordinal
from kg.extract.layout.titles import trimmed
from kg.extract.layout.words import TITLE_HEAD
from kg.model import Span
from kg.text.view import View, fold_same_length

_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?[ ]{1,2}"
_GIVEN = re.compile(
    rf"(?:(?:^|[\s,;:(])(?:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame)\s{{1,2}}(?:{_NAME})?|[:,;]\s{{1,2}}{_NAME})$"
)
_SURNAME = re.compile(
    r"(?:(?:LE|LA|DE|DU|DES|D['’]|VAN|BEN|EL)[ ]?)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}[.,;]?\s{1,3}(?=[A-ZÀ-Þ0-9«])"
)
# The rank and the year, or the year and the rank, before a dash: it numbers the title that follows.
_LEADING = re.compile(
    r"(?P<number>\d{1,4}[-/](?:19|20)\d\d|(?:19|20)\d\d[-/_.]\d{1,4}(?:[-/_.]\d{1,4})?|[1-4]\d[-/.]\d{2,3}"
    r"|[A-Z]{1,5}[-_ ]?(?:19|20)?\d\d[-/_.]\d{1,4})\s{0,2}[-–—:]\s{1,2}(?=[«A-ZÀ-Þ])"
)
_CLOSING = re.compile(
    r"[\s,;:.(–—-]{1,4}(?:d[ée]lib[ée]ration\s)?n\s?[°º](?:\s?(?P<number>[a-z]{0,5}[-_ ]?\d[\w/._-]{2,18})\s?\)?)?\s*$",
    re.IGNORECASE,
)
BEFORE = 60


def past_surname(text: str, start: int, end: int) -> int:
    """Where a run of capitals begins after the surname of the one whose given name or civility stands before it."""
    if not _GIVEN.search(text, max(0, start - BEFORE), start):
        return start
    if TITLE_HEAD.match(fold_same_length(text[start : start + BEFORE])):
        return start  # « Secrétaire : M. Noir CRÉATION D'UN POSTE »
    surname = _SURNAME.match(text, start, end)
    return surname.end() if surname else start


def parted(view: View, number: Span | None, title: Span | None) -> tuple[Span | None, Span | None]:
    """The number and the title of an act, where one of them is read inside of the other."""
    if title is None:
        return number, title
    if number and title.start < number.start < title.end and is_ordinal(view, number):
        number = None  # « Décision modificative n° 2 » numbers no act
    if leading := _LEADING.match(view.text, *title):
        own = Span(*leading.span("number"))
        return (number or own), Span(leading.end(), title.end)
    closing = _CLOSING.search(view.text, *title)
    if closing and (number is None or closing["number"] in (None, view.text[slice(*number)])):
        number = number or (Span(*closing.span("number")) if closing["number"] else None)
        return number, trimmed(view.text, title.start, closing.start())
    return number, title
