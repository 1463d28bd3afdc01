"""The counts of a vote against who sat, against the names, and unanimity against both."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.view import fold_same_length

# What the body does with a proposal that it does not carry.
_DENIED = re.compile(
    r"\b(?:refuse|rejette|repousse|ajourne|reporte|sursoit)(?:nt)?(?:,[^,.;]{3,40},)? (?:l[ea]|l'|cette|ce|sa|son|a)\b"
    r"|\bs'oppose(?:nt)?\b|\bne pas (?:donner (?:une )?suite|retenir|approuver|adopter|valider)\b"
    r"|\b(?:de|d')\s?(?:reporter|ajourner|differer|rejeter|refuser)\b(?=[^.;]{0,40}(?:point|question|seance|demande|proposition))"
)
_DENIED_WITHIN = 110
_SIDES = ("pour", "contre", "abstentions")
_USUAL, _MOST = 3, 0.7  # votes that count all sides, and their share of those that count any


def vote_sum(subject: Subject) -> Iterator[Finding]:
    """pour + contre + abstentions + ne prend pas part = présents + procurations (or the printed votants)."""
    record, vote = subject.record, subject.record.vote
    expected, total = _voters(record), _sum(record)
    if total is None or expected is None or total == _listed(record):
        return  # the lists bear the counts out, whatever « votants » is printed
    if expected == total + _named_uncounted(record):
        return  # « Mme X quitte la salle et ne prend pas part au vote », beside the figures
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


def _named_uncounted(record: Record) -> int:
    """How many stand apart by name, on a side of the vote that no figure counts."""
    vote = record.vote
    sides = (
        (vote.against, vote.against_names),
        (vote.abstention, vote.abstention_names),
        (vote.not_voting, vote.not_voting_names),
    )
    return sum(len(names) for count, names in sides if count is None)


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


def sides_untold(subject: Subject) -> Iterator[Finding]:
    """Where the votes of a document count for, against and abstentions, none counts two of them alone."""
    told = _told(subject.record)
    if not subject.shared or len(told) != len(_SIDES) - 1 or subject.record.vote.unanimous:
        return
    if subject.of_all(_count_all) >= _USUAL:
        (missing,) = set(_SIDES) - told
        message = f"voix non lues : {missing}, que les autres votes du document comptent"
        yield Finding(IssueCode.VOTE_SUM, Severity.WARNING, message, "vote", ("/vote",))


def _count_all(peers: tuple[Record, ...]) -> int:
    """How many votes count all sides; none where some count fewer."""
    ways = Counter(len(told) for peer in peers if (told := _told(peer)))
    return ways[len(_SIDES)] if ways[len(_SIDES)] > _MOST * ways.total() else 0


def _told(record: Record) -> set[str]:
    """The sides of a vote that are counted or named."""
    vote = record.vote
    told = (vote.for_, vote.against, vote.abstention)
    named: tuple[tuple[str, ...], ...] = ((), vote.against_names, vote.abstention_names)
    return {side for side, count, names in zip(_SIDES, told, named, strict=True) if count is not None or names}


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
    vote = subject.record.vote
    if vote.outcome != "adopted":
        return
    told = fold_same_length(subject.quoted("/vote/outcome", after=_DENIED_WITHIN, before=_DENIED_WITHIN))
    denied = _DENIED.search(told.replace("\u2019", "'"))
    # A motion that « s'oppose » to what others plan is carried by its votes.
    carried = vote.unanimous or (vote.for_ is not None and vote.for_ > (vote.against or 0))
    if denied and not (carried and denied[0].startswith("s'oppose")):
        message = f"« {denied[0].strip()} » : l'issue du vote n'est peut-être pas une adoption"
        yield Finding(IssueCode.AMBIGUOUS_VALUE, Severity.WARNING, message, "vote/outcome", ("/vote/outcome",))


def more_against(subject: Subject) -> Iterator[Finding]:
    """« adopted », where more vote against than for, or half of those who sit where the others are not counted."""
    record, vote = subject.record, subject.record.vote
    if vote.outcome != "adopted" or not vote.against or vote.method == "scrutin secret":
        return
    others = vote.for_ if vote.for_ is not None else _listed(record) - vote.against if record.present else None
    if others is not None and vote.against > others:
        message = f"adoption, avec {vote.against} voix contre et {others} pour au plus"
        yield Finding(IssueCode.VOTE_SUM, Severity.WARNING, message, "vote", ("/vote/against", "/vote/outcome"))
