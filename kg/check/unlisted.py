"""Members and proxies that the document tells of, where none of them was read."""

import re
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.text.view import fold_same_length

_OPENING, _HEAD = 6000, 700  # characters that hold the lists, and what the document calls itself
_ROLL = re.compile(r"\bemargement\b|\bfeuille\s+d'appel\b|\betaient\s+presents\s*:")
# A list of what was decided (L2121-25) says so above all, and names nobody who sat.
_LIST = re.compile(r"\bliste\s+des\s+(?:deliberations|actes|affaires)|\bdeliberations\s+examinees|\brecapitulati\w+")
# « Présents : 70 Pouvoirs : 9 »: figures, and nobody's name
_COUNTED = (
    r"(?!\s*\d{1,3}\s+(?:pouvoir|procuration|absent|excuse|represent|votant|suffrage|quorum|date|vu\s|l[ea]\s|l'))"
)
_CALLED = re.compile(
    rf"\bpresente?s?\s*[:(\n]{_COUNTED}|\bexcusee?s?\b|\bprocurations?\s(?!de\b)|\bpouvoirs?\s*:{_COUNTED}"
    r"|\bemargement\b|\bappel nominal\b"
    r"|\bnoms?\s(?:et\s)?prenoms?\b[^.:]{0,80}\b(?:presen|absen|signature)|\bpresents?\s+(?:absents?|excuses?|pouvoirs?|procurations?)\b"
)
# « Présents : tous les membres en exercice, à l'exception de … »: no name is printed.
_ALL = re.compile(
    r"\bpresents?\s?:\s(?:tous|l'ensemble|la totalite|le conseil au complet)\b"
    r"|\b(?:etaient|sont)\spresents\s?:?\s(?:tous|l'ensemble|la totalite)\b"
    r"|\b(?:tous|l'ensemble|la totalite)\s(?:les|des)\s(?:membres|conseillers|elus|delegues)[^.;:]{0,60}?\bpresents\b"
)


def proxies_untold(subject: Subject) -> Iterator[Finding]:
    """A count of proxies is printed beside the names of those present, and nobody was read who gave one."""
    record, printed = subject.record, subject.record.members.proxies
    if record.present and printed and not record.proxies:
        message = f"{printed} pouvoirs annoncés, aucun n'a été lu"
        pointers = ("/members/proxies",)
        yield Finding(IssueCode.ATTENDANCE_COUNT, Severity.WARNING, message, "members/proxies", pointers)


def nobody_listed(subject: Subject) -> Iterator[Finding]:
    """An act whose document says who gave a proxy or was excused says who sat (CGCT L2121-25)."""
    record = subject.record
    if record.present:
        return
    opened = record.secretary or record.chair or record.members.present is not None
    opening = fold_same_length(subject.text.raw[:_OPENING])
    called = _ROLL.search(opening) or (opened and _CALLED.search(opening)) or record.proxies or record.absent
    if called and not (_LIST.search(opening, 0, _HEAD) or _ALL.search(opening)):
        message = "aucun membre présent n'a été lu, le document parle pourtant de présents, de pouvoirs ou d'excusés"
        yield Finding(IssueCode.ATTENDANCE_COUNT, Severity.WARNING, message, "present", ("/proxies", "/absent"))
