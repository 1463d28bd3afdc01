"""The préfecture's receipt, the dates of an act and the fields that it lacks."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.check import law
from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.view import fold_same_length

# @CTES: département - SIREN - date of the act - local number - nature; « -1-1 » counts the files sent.
_RECEIPT = re.compile(r"\w{2,3}-(?P<siren>\d{9})-(?P<date>\d{8})-.*?-?(?P<nature>[A-Z]{2})(?:[-_]\d+){0,2}$")
# DE délibérations, BF documents budgétaires et financiers (nomenclature of the protocol @CTES).
_NATURES = {"DE", "BF"}

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_SUNDAY = 6
_BESIDE = 12  # characters before a date: « le mercredi », « mercredi, le »


class _Receipt(NamedTuple):
    siren: str
    date: dt.date | None
    nature: str


def _receipt(subject: Subject) -> _Receipt | None:
    match = _RECEIPT.match((subject.record.receipt.id or "").strip().upper())
    if match is None:
        return None
    try:
        date = dt.datetime.strptime(match["date"], "%Y%m%d").date()
    except ValueError:
        date = None
    return _Receipt(match["siren"], date, match["nature"])


def luhn(siren: str) -> bool:
    """Whether the key of a SIREN is right (INSEE: Luhn's formula)."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(siren))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def receipt_siren(subject: Subject) -> Iterator[Finding]:
    """The receipt's SIREN is a SIREN, and the authority's."""
    receipt, authority = _receipt(subject), subject.record.authority
    if receipt is None:
        return
    known = authority.siren if authority else None
    if not luhn(receipt.siren):
        message = f"le SIREN de l'accusé de réception ({receipt.siren}) n'a pas une clé valide"
    elif known and known != receipt.siren:
        message = f"l'accusé de réception est celui du SIREN {receipt.siren}, la collectivité a le {known}"
    else:
        return
    yield Finding(IssueCode.RECEIPT_SIREN, Severity.ERROR, message, "receipt/id", ("/receipt/id", "/authority"))


def receipt_date(subject: Subject) -> Iterator[Finding]:
    """The receipt bears the date of the sitting."""
    receipt, sitting = _receipt(subject), subject.record.session.date
    if receipt is None or receipt.date == sitting or (sitting is None and receipt.date):
        return
    shown = receipt.date.isoformat() if receipt.date else "impossible"
    message = f"l'accusé de réception porte la date d'acte {shown}, la séance est du {sitting or '?'}"
    severity = Severity.INFO if subject.shared else Severity.WARNING
    yield Finding(IssueCode.RECEIPT_DATE, severity, message, "receipt/id", ("/receipt/id", "/session/date"))


def receipt_nature(subject: Subject) -> Iterator[Finding]:
    """The receipt is that of a deliberation."""
    receipt = _receipt(subject)
    if receipt and receipt.nature not in _NATURES:
        message = f"l'accusé de réception est de nature {receipt.nature}, non DE (délibération)"
        yield Finding(IssueCode.RECEIPT_NATURE, Severity.WARNING, message, "receipt/id", ("/receipt/id",))


def date_order(subject: Subject) -> Iterator[Finding]:
    """convocation ≤ séance ≤ signature, réception, publication, and not years apart."""
    record, sitting = subject.record, subject.record.session.date
    if sitting is None:
        return
    convened = record.convocation_date
    if convened and not sitting - law.EARLIEST_CONVOCATION <= convened < sitting:
        message = f"convocation du {convened} pour une séance du {sitting}"
        pointers = ("/convocation_date", "/session/date")
        yield Finding(IssueCode.DATE_ORDER, Severity.WARNING, message, "convocation_date", pointers)
    for field, french, date in (
        ("signature/date", "signature", record.signature.date),
        ("receipt/date", "réception en préfecture", record.receipt.date),
        ("publication_date", "publication", record.publication_date),
    ):
        if date and not sitting <= date <= sitting + law.LATEST_PAPER:
            message = f"{french} du {date} pour une séance du {sitting}"
            yield Finding(IssueCode.DATE_ORDER, Severity.WARNING, message, field, (f"/{field}", "/session/date"))


def implausible_date(subject: Subject) -> Iterator[Finding]:
    """A sitting before the law of 1982, of another century, on another weekday than is written, or on a Sunday."""
    sitting = subject.record.session.date
    if sitting is None:
        return
    said = _weekday_said(subject)
    severity = Severity.WARNING
    if not law.FIRST_SITTING <= sitting < dt.date(2100, 1, 1):
        message, severity = f"séance datée du {sitting}", Severity.ERROR
    elif said is not None and said != sitting.weekday():
        message = f"séance du {sitting}, un {_WEEKDAYS[sitting.weekday()]} : le texte dit « {_WEEKDAYS[said]} »"
    elif said is None and sitting.weekday() == _SUNDAY and not law.may_install(sitting):
        message = f"séance du {sitting}, un dimanche"
    else:
        return
    yield Finding(IssueCode.IMPLAUSIBLE_DATE, severity, message, "session/date", ("/session/date",))


def _weekday_said(subject: Subject) -> int | None:
    """The weekday written just before the date or in it, 0 for Monday; None where none or two are."""
    words = fold_same_length(subject.quoted("/session/date", before=_BESIDE))
    said = {_WEEKDAYS.index(match[0]) for match in _WEEKDAY.finditer(words)}
    return said.pop() if len(said) == 1 else None


def missing_field(subject: Subject) -> Iterator[Finding]:
    """What one looks an act up by: its date and authority, its number, its outcome, who sat."""
    record = subject.record
    for field, french, value, severity in (
        ("session/date", "la date de séance", record.session.date, Severity.WARNING),
        ("authority", "la collectivité", record.authority, Severity.WARNING),
        ("number", "le numéro", record.number, Severity.INFO),
        ("vote/outcome", "l'issue du vote", record.vote.outcome, _gravity_without_outcome(subject)),
    ):
        if value is None:
            yield Finding(IssueCode.MISSING_FIELD, severity, f"champ non trouvé : {french}", field, ())


_A_LIST = 5  # acts that follow one another without a word of their votes


def _tells_of_votes(peers: tuple[Record, ...]) -> bool:
    return any(peer.vote.outcome or peer.decisions for peer in peers)


def _gravity_without_outcome(subject: Subject) -> Severity:
    """The last act of a text cut short has no outcome; one that another follows, that was voted or signed has one."""
    record = subject.record
    if len(subject.peers) >= _A_LIST and not subject.of_all(_tells_of_votes):
        return Severity.INFO  # a list that names what was examined and says nothing of the votes (CGCT L2121-25)
    followed, vote = subject.place < len(subject.peers) - 1, record.vote
    told = vote.for_ is not None or vote.unanimous is not None or vote.method is not None
    return Severity.WARNING if followed or told or record.decisions or record.signature.signatory else Severity.INFO
