"""The counts of a vote against who sat, against the names, and unanimity against both."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.check.names import is_among, key
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.view import fold_same_length

# What a name beside a count may stand for: « le groupe X », « M. X (2 voix) », « 8 abstentions, dont 1 procuration ».
_SEVERAL = re.compile(r"\bgroupe|\(2|\b2 voix|\bdont \d{1,2} (?:procuration|pouvoir)")
# What the body does with a proposal that it does not carry.
_DENIED = re.compile(
    r"\b(?:refuse|rejette|repousse|ajourne|reporte|sursoit)(?:nt)?(?:,[^,.;]{3,40},)? (?:l[ea]|l'|cette|ce|sa|son|a)\b"
    r"|\bs'oppose(?:nt)?\b|\bne pas (?:donner (?:une )?suite|retenir|approuver|adopter|valider)\b"
    r"|\b(?:de|d')\s?(?:reporter|ajourner|differer|rejeter|refuser)\b(?=[^.;]{0,40}(?:point|question|seance|demande|proposition))"
)
_DENIED_WITHIN = 110


def vote_sum(subject: Subject) -> Iterator[Finding]:
    """pour + contre + abstentions + ne prend pas part = présents + procurations (or the printed votants)."""
    record, vote = subject.record, subject.record.vote
    expected, total = _voters(record), _sum(record)
    if total is None or expected is None or total == _listed(record):
        return  # the lists bear the counts out, whatever « votants » is printed
    cast = (vote.for_ or 0) + (vote.against or 0)
    printed = record.members.voting is not None
    accepted = {total} if not printed or expected == _listed(record) else {total, total - (vote.not_voting or 0), cast}
    if expected not in accepted:
        yield Finding(
            IssueCode.VOTE_SUM,
            Severity.ERROR if total > expected else Severity.INFO if subject.shared else Severity.WARNING,
            f"{_written(record)} = {total}, pour {expected} {'votants' if printed else 'présents ou représentés'}",
            "vote",
            ("/vote/for", "/vote/against", "/vote/abstention", "/vote/not_voting", "/members/voting"),
        )


def votes_agree(subject: Subject) -> Iterator[Finding]:
    """Where the votes of several acts come to one sum, it is that of the members whom the lists name.

    Members come and go, so one vote alone proves little.
    """
    record = subject.record
    if not record.present or not subject.shared:
        return
    seated = _listed(record)
    sums = subject.of_all(_sums).get(seated, Counter())
    (most, times), *_ = sums.most_common(1) or [(seated, 0)]
    if times > 1 and seated not in sums:
        message = f"{times} votes font {most} voix, pour {seated} présents ou représentés"
        yield Finding(IssueCode.VOTE_SUM, Severity.WARNING, message, "members", ("/present", "/proxies"))


def _sums(peers: tuple[Record, ...]) -> dict[int, Counter[int]]:
    """How often each sum of votes stands, by how many the lists of its act name."""
    sums: dict[int, Counter[int]] = defaultdict(Counter)
    for peer in peers:
        if (total := _sum(peer)) is not None:
            sums[_listed(peer)][total] += 1
    return sums


def _sum(record: Record) -> int | None:
    """The voices of a vote told to the end, None for another and for a secret ballot (blank papers)."""
    vote = record.vote
    others = (vote.against, vote.abstention, vote.not_voting)
    if (
        vote.for_ is None
        or vote.method == "scrutin secret"
        or not (vote.unanimous or any(n is not None for n in others))
    ):
        return None
    return vote.for_ + sum(count or 0 for count in others)


def majority_of_some(subject: Subject) -> Iterator[Finding]:
    """A vote that was counted and not unanimous has votes against or abstentions."""
    vote = subject.record.vote
    counts = (vote.for_, vote.against, vote.abstention)
    apart = (vote.against, vote.abstention, vote.against_names, vote.abstention_names)
    if vote.unanimous is False and any(count is not None for count in counts) and not any(apart):
        message = "vote à la majorité, sans voix contre ni abstention lue"
        yield Finding(IssueCode.VOTE_SUM, Severity.WARNING, message, "vote", ("/vote",))


def votes_for_alone(subject: Subject) -> Iterator[Finding]:
    """Votes for, fewer than those who sit or are represented, leave others: unanimous or not, the text says of whom."""
    record, vote = subject.record, subject.record.vote
    others = (vote.against, vote.abstention, vote.not_voting)
    if vote.for_ is None or vote.unanimous or any(n is not None for n in others) or vote.method == "scrutin secret":
        return
    named = len(vote.against_names) + len(vote.abstention_names) + len(vote.not_voting_names)
    if record.present and vote.for_ + named < _listed(record):
        message = f"{vote.for_} pour, pour {_listed(record)} présents ou représentés : le reste du vote n'a pas été lu"
        yield Finding(IssueCode.VOTE_SUM, Severity.WARNING, message, "vote", ("/vote/for",))


def _voters(record: Record) -> int | None:
    members = record.members
    if members.voting is not None:
        return members.voting
    if record.present:
        return _listed(record)
    return members.present + (members.proxies or 0) if members.present is not None else None


def _listed(record: Record) -> int:
    """Members present or represented. « Votants » is that number, or what is left of it without abstentions."""
    return len(record.present) + (len(record.proxies) or record.members.proxies or 0)


def _written(record: Record) -> str:
    vote = record.vote
    counts = (
        (vote.for_, "pour"),
        (vote.against, "contre"),
        (vote.abstention, "abstentions"),
        (vote.not_voting, "NPPV"),
    )
    return " + ".join(f"{count} {word}" for count, word in counts if count is not None)


def vote_names(subject: Subject) -> Iterator[Finding]:
    """A printed count against the names printed with it."""
    vote = subject.record.vote
    for field, count, names, french in (
        ("against", vote.against, vote.against_names, "voix contre"),
        ("abstention", vote.abstention, vote.abstention_names, "abstentions"),
        ("not_voting", vote.not_voting, vote.not_voting_names, "ne prennent pas part au vote"),
    ):
        if (
            names
            and count is not None
            and count != len(names)
            and not _is_more_than_named(subject, field, names, count)
        ):
            message = f"{french} : {count} annoncé(s), {len(names)} nommé(s)"
            pointers = (f"/vote/{field}", f"/vote/{field}_names")
            yield Finding(IssueCode.VOTE_NAMES, Severity.WARNING, message, f"vote/{field}_names", pointers)


def _is_more_than_named(subject: Subject, field: str, names: tuple[str, ...], count: int) -> bool:
    """« 2 abstentions (M. X, qui a le pouvoir de Mme Y) », « 8 contre : le groupe Z, Mme Y »."""
    held = sum(is_among(proxy.holder, names) for proxy in subject.record.proxies if proxy.holder)
    if len(names) < count <= len(names) + held:
        return True
    said = fold_same_length(subject.quoted(f"/vote/{field}_names", after=30, before=60))
    return count > len(names) and _SEVERAL.search(said) is not None


def voter_twice(subject: Subject) -> Iterator[Finding]:
    """A member votes once: no full name stands in two of the lists of a vote, or twice in one."""
    places: dict[frozenset[str], list[str]] = defaultdict(list)
    written: dict[frozenset[str], str] = {}
    for pointer, name in _named(subject.record):
        places[key(name)].append(pointer)
        written.setdefault(key(name), name)
    for words, pointers in places.items():
        if len(words) > 1 and len(pointers) > 1:
            message = f"{written[words]} figure {len(pointers)} fois parmi les votes nommés"
            yield Finding(IssueCode.NAME_TWICE, Severity.WARNING, message, "vote", tuple(pointers))


def voter_not_sitting(subject: Subject) -> Iterator[Finding]:
    """Who is named in a vote sits or is represented (CGCT L2121-20), where the lists of members are told."""
    record = subject.record
    sitting = (
        *record.present,
        *(proxy.giver for proxy in record.proxies),
        *(person.substitute for person in record.substitutions),
        *((record.chair.name,) if record.chair else ()),
    )
    for pointer, name in _named(record) if record.present else ():
        if not _is_one_of(name, sitting):
            message = f"{name} figure dans le vote sans être parmi les présents ou représentés"
            yield Finding(IssueCode.VOTER_NOT_SITTING, Severity.WARNING, message, "vote", (pointer,))


def _is_one_of(name: str, members: tuple[str, ...]) -> bool:
    """As one of the members is named; two words more than any of them has are another's, or no name."""
    return is_among(name, (member for member in members if len(key(name)) - len(key(member)) < 2))


def _named(record: Record) -> Iterator[tuple[str, str]]:
    """The pointer and the name of each member whose vote is named."""
    vote = record.vote
    for field, names in (
        ("against_names", vote.against_names),
        ("abstention_names", vote.abstention_names),
        ("not_voting_names", vote.not_voting_names),
    ):
        yield from ((f"/vote/{field}/{index}", name) for index, name in enumerate(names))


def false_unanimity(subject: Subject) -> Iterator[Finding]:
    """« À l'unanimité » beside votes against; abstentions do not break a unanimity of votes cast (CGCT L2121-20)."""
    vote = subject.record.vote
    if vote.unanimous is not True:
        return
    against = vote.against or len(vote.against_names)
    abstention = vote.abstention or len(vote.abstention_names)
    of_votes_cast = "exprim" in fold_same_length(subject.quoted("/vote/unanimous", after=40))
    if against or (abstention and not of_votes_cast):
        told = f"{against} voix contre" if against else f"{abstention} abstention(s)"
        pointers = (
            "/vote/unanimous",
            "/vote/against",
            "/vote/abstention",
            "/vote/against_names",
            "/vote/abstention_names",
        )
        yield Finding(IssueCode.FALSE_UNANIMITY, Severity.WARNING, f"unanimité annoncée avec {told}", "vote", pointers)


def outcome_denied(subject: Subject) -> Iterator[Finding]:
    """« adopted », beside words that refuse or put off what was proposed."""
    if subject.record.vote.outcome != "adopted":
        return
    told = fold_same_length(subject.quoted("/vote/outcome", after=_DENIED_WITHIN, before=_DENIED_WITHIN))
    denied = _DENIED.search(told.replace("\u2019", "'"))
    if denied:
        message = f"« {denied[0].strip()} » : l'issue du vote n'est peut-être pas une adoption"
        yield Finding(IssueCode.AMBIGUOUS_VALUE, Severity.WARNING, message, "vote/outcome", ("/vote/outcome",))
