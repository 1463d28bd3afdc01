"""What a sitting, as resolved, says against its own printed counts.

The lists of a document are checked where they are read (:mod:`kg.check.attendance`); seats that may be vacant, and
what joining several documents changed, show here. A graph that does not add up says so of itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.errors import IssueCode, Severity
from kg.model import Issue
from kg.resolve.entities import Sitting
from kg.resolve.entries import Entry

_SITTING = ("present", "suppleant")
_MEMBERS = (*_SITTING, "procuration", "absent")
_CODES = {IssueCode.ATTENDANCE_SUM, IssueCode.ATTENDANCE_COUNT, IssueCode.NAME_TWICE}


def sums(sitting: Sitting, group: Sequence[Entry]) -> Iterator[Issue]:
    """A finding for each count that the sitting's places do not make, unless its documents' own findings say so."""
    if not sitting.attendance or _told(group):
        return
    states = Counter(place.state for place in sitting.attendance)
    for code, field, what, printed, states_counted in (
        (IssueCode.ATTENDANCE_SUM, "in_office", "membres en exercice", sitting.members.in_office, _MEMBERS),
        (IssueCode.ATTENDANCE_COUNT, "present", "présents annoncés", sitting.members.present, _SITTING),
        (IssueCode.ATTENDANCE_COUNT, "proxies", "pouvoirs annoncés", sitting.members.proxies, ("procuration",)),
    ):
        counted = sum(states[state] for state in states_counted)
        if printed is not None and counted and counted != printed:
            severity = Severity.INFO if field == "in_office" and counted < printed else Severity.WARNING
            message = f"{printed} {what}, {counted} nommés à la séance"
            yield Issue(code, severity, message, group[0].document.text.source.path, field=f"members/{field}")


def _told(group: Iterable[Entry]) -> bool:
    return any(
        issue.code in _CODES and issue.severity is not Severity.INFO
        for entry in group
        for issue in entry.document.issues
        if issue.ordinal in (None, entry.record.ordinal)
    )
