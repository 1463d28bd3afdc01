"""Who sat, who was represented, who was absent: the lists against each other, their printed counts and the law."""

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.check import law
from kg.check.finding import Finding, Subject
from kg.check.names import is_among, is_continued, is_misread, key, listed, same
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.view import fold_same_length

# « pouvoir à », « représenté par » : a holder follows.
_GIVEN_TO = re.compile(r"\b(?:pouvoir|procuration|mandat) a\b|\brepresente?e?s? par\b")
_VACANT = 2  # seats that may be empty and that nobody prints
_BESIDE = 60  # characters after a giver's name
_AGAIN = re.compile(
    r"\b(?:sans condition|faute|defaut|absence) d[eu'] ?(?:le )?quorum\b"
    r"|\bquorum n'(?:a|ayant|avait|est|etait)\b"
    r"|\b(?:seconde|deuxieme|2 ?(?:e|eme|nde|de)) (?:convocation|reunion)\b"
    r"|\b(?:a|de) nouveau (?:ete )?convoque|\bconvoquee?s? (?:a|de) nouveau\b"
)
_AROUND = 800  # characters around the lists
LISTS = ("/present", "/proxies", "/absent")


def attendance_sum(subject: Subject) -> Iterator[Finding]:
    """présents + procurations + absents = membres en exercice, where all three are told.

    A seat or two may be vacant, and a suppléant sits beside the titulaire who is away.
    """
    record, in_office = subject.record, subject.record.members.in_office
    present, proxies, absent = _present(record), _proxies(record), _absent(record)
    if in_office is None or present is None:
        return
    total = present + proxies + (absent or 0)
    over = total - len(record.substitutions) > in_office
    if not over and not record.absent and (record.members.absent or 0) + present + proxies == in_office:
        return  # « Absents : 6 », beside those represented, or among them: one of the two adds up
    if over or (absent is not None and total < in_office):
        vacant = not over and in_office - total <= _VACANT
        yield Finding(
            IssueCode.ATTENDANCE_SUM,
            Severity.ERROR if over else Severity.INFO if vacant else Severity.WARNING,
            f"{present} présents + {proxies} procurations + {absent or 0} absents = {total}, "
            f"pour {in_office} membres en exercice",
            "members",
            ("/members/in_office", *LISTS),
        )


def council_size(subject: Subject) -> Iterator[Finding]:
    """Complete lists name as many members as the law gives the council (L2121-2), where no number is printed.

    Seats fall vacant, and a commune nouvelle keeps more (L2113-7): it is worth knowing, and no more.
    """
    record = subject.record
    sizes = law.council_sizes(record)
    if record.members.in_office is not None or not record.present or not record.absent or not sizes:
        return
    total = len(record.present) + len(record.proxies) + len(record.absent)
    if total not in sizes and total <= max(sizes):
        yield Finding(
            IssueCode.ATTENDANCE_SUM,
            Severity.INFO,
            f"{total} membres nommés (présents, procurations, absents) : la loi ne donne ce nombre à aucun conseil",
            "members",
            LISTS,
        )


def _present(record: Record) -> int | None:
    return len(record.present) or record.members.present


def _proxies(record: Record) -> int:
    return len(record.proxies) or record.members.proxies or 0


def _absent(record: Record) -> int | None:
    """Absent without a proxy; a printed count may include those who gave one."""
    if record.absent:
        return len(record.absent)
    printed = record.members.absent
    return printed - _proxies(record) if printed and printed >= _proxies(record) > 0 else printed


def _excused_apart(subject: Subject) -> bool:
    """« Excusés : 3 - Absents : 0 »: the printed count of absents leaves some of the listed ones out."""
    return "excuse" in fold_same_length(subject.quoted("/members/absent", before=25))


def attendance_count(subject: Subject) -> Iterator[Finding]:
    """Each printed count against its list."""
    record, members = subject.record, subject.record.members
    proxies = len(record.proxies)
    told = (
        ("present", members.present, {len(record.present)}, bool(record.present), ("/present",)),
        ("proxies", members.proxies, {proxies}, bool(record.proxies), ("/proxies",)),
        (
            "absent",
            members.absent,
            {len(record.absent), len(record.absent) + proxies},
            bool(record.absent) and not _excused_apart(subject),
            ("/absent",),
        ),
        ("voting", members.voting, {len(record.present) + proxies}, bool(record.present), ("/present", "/proxies")),
    )
    french = {"present": "présents", "proxies": "pouvoirs", "absent": "absents", "voting": "votants"}
    for name, printed, counted, has_list, pointers in told:
        if printed is not None and has_list and printed not in counted and not _holds_for_another(subject, name):
            # Fewer who vote than sit: some leave the room, some take no part.
            fewer = name == "voting" and printed < min(counted)
            yield Finding(
                IssueCode.ATTENDANCE_COUNT,
                Severity.INFO if fewer else Severity.WARNING,
                f"{printed} {french[name]} annoncés, {min(counted)} comptés dans les listes",
                f"members/{name}",
                (f"/members/{name}", *pointers),
            )


def _holds_for_another(subject: Subject, name: str) -> bool:
    """« 11 présents », of whom one sits from the third item on: the count is that of the lists of other items."""
    record = subject.record
    printed = getattr(record.members, name)
    moved = [peer for peer in subject.peers if peer.members == record.members and peer.present != record.present]
    return any(
        printed
        == (
            len(peer.present) + (len(peer.proxies) if name == "voting" else 0)
            if name != "proxies"
            else len(peer.proxies)
        )
        for peer in (moved if name != "absent" else ())
    )


def name_nearly_twice(subject: Subject) -> Iterator[Finding]:
    """« Luc VALMONT » and « Luc VALMONTP »: one member, read twice."""
    names = subject.record.present
    for index, one in enumerate(names):
        for other in names[index + 1 : index + 3]:
            if is_continued(one, other):
                message = f"{one} et {other} : peut-être une seule personne"
                yield Finding(IssueCode.NAME_TWICE, Severity.WARNING, message, "present", (f"/present/{index}",))


def name_twice(subject: Subject) -> Iterator[Finding]:
    """A name in two lists, or twice in one. A surname alone proves nothing: two members can share it."""
    record = subject.record
    places: dict[frozenset[str], list[str]] = defaultdict(list)
    written: dict[frozenset[str], str] = {}
    for field, names in (
        ("present", record.present),
        ("proxies", tuple(proxy.giver for proxy in record.proxies)),
        ("absent", record.absent),
    ):
        for index, name in enumerate(names):
            places[key(name)].append(f"/{field}/{index}")
            written.setdefault(key(name), name)
    for words, pointers in places.items():
        if len(words) > 1 and len(pointers) > 1:
            fields = [pointer.split("/")[1] for pointer in pointers]
            message = f"{written[words]} figure {len(pointers)} fois dans les listes de présence"
            # Who leaves gives a proxy (L2121-20): both lists name him.
            severity = Severity.INFO if fields == ["present", "proxies"] else Severity.WARNING
            yield Finding(IssueCode.NAME_TWICE, severity, message, fields[-1], tuple(pointers))


def proxy_holder_absent(subject: Subject) -> Iterator[Finding]:
    """Who holds a proxy sits (CGCT L2121-20)."""
    record = subject.record
    if not record.present:
        return
    for index, proxy in enumerate(record.proxies):
        if proxy.holder and not is_among(proxy.holder, record.present) and not is_misread(proxy.holder, record.present):
            message = f"{proxy.holder} reçoit le pouvoir de {proxy.giver} sans figurer parmi les présents"
            pointers = (f"/proxies/{index}",)
            yield Finding(IssueCode.PROXY_HOLDER_ABSENT, Severity.WARNING, message, "proxies", pointers)


def too_many_proxies(subject: Subject) -> Iterator[Finding]:
    """One proxy a holder, two in the health emergency."""
    record = subject.record
    allowed = law.proxies_allowed(record)
    held: dict[frozenset[str], list[int]] = defaultdict(list)
    for index, proxy in enumerate(record.proxies):
        if proxy.holder:
            held[key(proxy.holder)].append(index)
    for indexes in held.values():
        if len(indexes) > allowed:
            holder = record.proxies[indexes[0]].holder
            givers = listed(record.proxies[index].giver for index in indexes)
            message = f"{holder} détient {len(indexes)} pouvoirs ({givers}) ; la loi en permet {allowed}"
            pointers = tuple(f"/proxies/{index}" for index in indexes)
            yield Finding(IssueCode.TOO_MANY_PROXIES, Severity.WARNING, message, "proxies", pointers)


def proxy_without_holder(subject: Subject) -> Iterator[Finding]:
    """An act that names the holders of its proxies, or says to whom they are given, names all (CGCT L2121-20)."""
    proxies = subject.record.proxies
    alone = [index for index, proxy in enumerate(proxies) if proxy.holder is None]
    told = " ".join(subject.quoted(f"/proxies/{index}", after=_BESIDE) for index in alone)
    if 0 < len(alone) < len(proxies) or _GIVEN_TO.search(fold_same_length(told)):
        message = f"pouvoir sans mandataire : {listed(proxies[index].giver for index in alone)}"
        pointers = tuple(f"/proxies/{index}" for index in alone)
        yield Finding(IssueCode.PROXY_WITHOUT_HOLDER, Severity.WARNING, message, "proxies", pointers)


def chair_not_present(subject: Subject) -> Iterator[Finding]:
    """Who presides sits (CGCT L2121-14)."""
    record = subject.record
    if record.chair and record.present and not any(same(record.chair.name, name) for name in record.present):
        message = f"{record.chair.name} préside sans figurer parmi les présents"
        yield Finding(IssueCode.CHAIR_NOT_PRESENT, Severity.WARNING, message, "chair", ("/chair",))


def quorum(subject: Subject) -> Iterator[Finding]:
    """Enough members sit for the body to decide (CGCT L2121-17); a second convocation needs no quorum.

    Where no number of members in office is printed, the lists hold no more than there are.
    """
    record, in_office = subject.record, subject.record.members.in_office
    sitting = _present(record)
    if in_office is None and record.present:
        in_office = len(record.present) + len(record.proxies) + len(record.absent)
    if in_office is not None and sitting is None and record.absent:  # « tous sauf … »: those who are not away, at most
        sitting = in_office - len(record.absent) - _proxies(record)
    if in_office is None or sitting is None:
        return
    sitting += _proxies(record) if law.counts_represented(record) else 0
    needed = law.quorum(record, in_office)
    if sitting < needed and not _convened_again(subject):
        told = "en exercice" if record.members.in_office else "nommés"
        message = f"{sitting} présents pour {in_office} membres {told} : le quorum est de {needed}"
        yield Finding(IssueCode.QUORUM, Severity.WARNING, message, "members", ("/members", "/present"))


def _convened_again(subject: Subject) -> bool:
    """« … n'ayant pu délibérer faute de quorum, a été de nouveau convoqué »: a second sitting needs none (L2121-17)."""
    spans = subject.spans(("/members", "/present"))
    if not spans:
        return False
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return bool(_AGAIN.search(fold_same_length(subject.text.raw[max(0, start - _AROUND) : end + _AROUND])))
