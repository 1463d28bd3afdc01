"""Who keeps the minutes: a member who sits, or one of the staff."""

import re
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.check.names import is_among, is_misread, key
from kg.errors import IssueCode, Severity
from kg.text.view import fold_same_length

_FEWEST = 3  # members that make a list
_STAFF = re.compile(
    r"\bagents?\b|\bdgs\b|\bdirect(?:eur|rice)|\bauxiliaires?\b|\bservices?\b|\bredact(?:eur|rice)|\battachee?\b"
    r"|\bsecretaires? (?:generale?|de mairie|adjointe?s?|du|de l)"
)
_BESIDE = re.compile(r"\bassist|\bsupplean|\binvite|\bvoix consultative|\bsans voix")
_AROUND = 60  # characters
_BEFORE, _OPENING = 160, 8000


def secretary_not_present(subject: Subject) -> Iterator[Finding]:
    """Who keeps the minutes is one of the members who sit (CGCT L2121-15), staff and substitutes aside."""
    record = subject.record
    if record.secretary is None or len(record.present) < _FEWEST:
        return
    name = record.secretary.name
    sitting = (*record.present, *(one.substitute for one in record.substitutions))
    if name in sitting or is_among(name, sitting) or is_misread(name, record.present) or _is_beside(subject, name):
        return
    message = f"{name} est secrétaire de séance sans figurer parmi les présents"
    yield Finding(IssueCode.SECRETARY_NOT_PRESENT, Severity.WARNING, message, "present", ("/secretary", "/present"))


def _is_beside(subject: Subject, name: str) -> bool:
    """« Mme Eva TOREL, secrétaire de mairie », « Assistait également : Mme TOREL, suppléante »."""
    if _STAFF.search(fold_same_length(subject.quoted("/secretary", before=_AROUND, after=_AROUND))):
        return True
    opening = fold_same_length(subject.text.raw[:_OPENING])
    return any(
        _BESIDE.search(opening, max(0, match.start() - _BEFORE), match.start())
        for word in key(name)
        for match in re.finditer(rf"\b{re.escape(word)}\b", opening)
    )
