"""Figures beside the counts of a vote that no count holds: one of its sides was told in words that no rule reads."""

import re
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.check.passage import folded, own_passage
from kg.errors import IssueCode, Severity
from kg.model import Record, Span

_COUNTS = ("/vote/for", "/vote/against", "/vote/abstention", "/vote/not_voting")
_NAMES = ("/vote/against_names", "/vote/abstention_names", "/vote/not_voting_names")
_TAKEN = (*_COUNTS, *_NAMES, "/members", "/number", "/title")
_REACH, _ROW_REACH = 70, 40  # characters around the counts that were read
_LONGEST = 200  # characters of a proof that shows a count
_FIGURE = re.compile(
    r"(?<![\w.,/°-])(?P<figure>\d{1,3})(?![\w°])(?![.,/] ?\d)"
    r"(?! ?(?:%|€|eur|h\b|ans\b|mois\b|janv|fev|mars\b|avr|mai\b|juin|juil|aout|sept|oct|nov|dec|eme\b|m2\b|lots?\b))"
)
# « Votants : 12 », « 3 pouvoirs », « article 2 »: figures that are no side of a vote.
_OTHER = re.compile(
    r"votant|present|exprim|membre|conseiller|exercice|majorite (?:absolue|requise|des)|blanc|nul|procuration|pouvoir"
    r"|bulletin|represent|absent|excus|page|article|n ?°|\b[lr]\.|total|quorum|suffrages? ?:|seance|dont|date|elus"
    r"|delegue|numero|point|question|affaire|annexe|rapport|nombre|code|objet|montant|budget|fonction|chapitre"
    r"|decid\w* ?:|nature|lecture|programme"
)
_RANK = re.compile(r"(?<![:=] )(?<![:=])\b\d{1,3}(?: ?[.)] {0,3}|[^\w\s])[a-z]")  # « 84. Marché », « 84-Marché »
_BESIDE, _AFTER = 22, 14  # characters beside a figure that tell what it counts
# « Réservés : 2 » in a row of « Pour : 12 Contre : 3 »
_LABELLED = re.compile(
    r"(?<![\w'])[a-z](?:[a-z]|[ '()-](?=[a-z'()])){2,28} ?[:=] ?(?P<figure>\d{1,3})\b(?! ?[%€/.,:h-]? ?\d|[°)])"
)
# « 18 0 1 », « 18 | 0 | 1 »
_CELLS = re.compile(r"(?<![\w.,/°€-])(?P<cells>[1-9]\d{0,2}(?:[ |/-]{1,20}\d{1,3}){2,3})(?![\w.,/°%€-])")
# « 12 voix oui »
_VOICES = re.compile(
    r"(?<![\w.,])(?P<figure>\d{1,3}) (?:voix|votes?) (?!pour\b|contre\b|absten|sur\b|des?\b|exprim|prepond|blanc|nul)"
    r"[a-z']{3,}(?= ?(?:[,;.)/–-]|et\b|\d|$))"
)
_SIDE = re.compile(r"pour|contre|absten|voix|votes?\b")


def count_missing(subject: Subject) -> Iterator[Finding]:
    """Where the counts read are fewer than the voters, no figure beside them is just what is missing."""
    missing = _missing(subject.record)
    for start, end in _around(subject, _REACH) if missing else ():
        told = folded(subject.text.raw, Span(start, end))
        for match in _FIGURE.finditer(told):
            beside = told[max(0, match.start() - _BESIDE) : match.end() + _AFTER]
            counted = int(match["figure"]) in missing and not _RANK.match(told, match.start())
            if counted and not _OTHER.search(beside) and _is_free(subject, start, match):
                yield _finding(subject, start, match, "ce qu'il manque de voix")
                return


def _missing(record: Record) -> set[int]:
    """By how many voices the counts read are fewer than those who vote, nothing where they agree with any of them."""
    vote = record.vote
    counts = (vote.for_, vote.against, vote.abstention, vote.not_voting)
    if vote.method == "scrutin secret" or all(count is None for count in counts):
        return set()
    named = (vote.against_names, vote.abstention_names, vote.not_voting_names)
    total = (vote.for_ or 0) + sum(
        len(names) if count is None else count for count, names in zip(counts[1:], named, strict=True)
    )
    left = {seats - total for seats in _seats(record)}
    return set() if 0 in left else {count for count in left if count > 0}


def _seats(record: Record) -> set[int]:
    """How many vote, by the lists and by the printed counts."""
    members, proxies = record.members, len(record.proxies) or record.members.proxies or 0
    told = {len(record.present) + proxies} if record.present else set()
    told |= {members.present + proxies} if members.present else set()
    return told | ({members.voting} if members.voting else set())


def label_unread(subject: Subject) -> Iterator[Finding]:
    """In a row of « word : figure » that gave counts, each word is one that is known."""
    if subject.record.vote.method == "scrutin secret":
        return
    for start, end in _around(subject, _ROW_REACH):
        told = folded(subject.text.raw, Span(start, end))
        for match in (*_LABELLED.finditer(told), *_VOICES.finditer(told)):
            label = match[0] + told[match.end() : match.end() + _AFTER]
            known = _SIDE.search(match[0]) if match.re is _LABELLED else None
            if not known and not _OTHER.search(label) and _is_free(subject, start, match):
                yield _finding(subject, start, match, "ce que ce mot compte")
                return


def _around(subject: Subject, reach: int) -> Iterator[tuple[int, int]]:
    """The passages around the counts that were read, of whole words, within the words of the act."""
    spans = sorted(span for span in subject.spans((*_COUNTS, *_NAMES)) if span.end - span.start <= _LONGEST)
    own = own_passage(subject)
    if own is None or not spans or spans[0].start < own.start:
        own = Span(0, len(subject.text.raw))
    passages: list[Span] = []
    for span in spans:
        start, end = max(own.start, span.start - reach), min(own.end, span.end + reach)
        if passages and start <= passages[-1].end:
            start = passages.pop().start
        passages.append(Span(start, end))
    return (_of_whole_words(subject.text.raw, *passage) for passage in passages)


def _of_whole_words(raw: str, start: int, end: int) -> tuple[int, int]:
    """A passage without the parts of words that it would begin and end with."""
    while start > 0 and start < end and raw[start - 1].isalnum():
        start += 1
    while end < len(raw) and end > start and raw[end].isalnum():
        end -= 1
    return start, end


def _is_free(subject: Subject, start: int, match: re.Match[str]) -> bool:
    """Whether no value that was read stands on a figure."""
    first, last = start + match.start("figure"), start + match.end("figure")
    return not any(span.start < last and first < span.end for span in subject.spans(_TAKEN))


def _finding(subject: Subject, start: int, match: re.Match[str], what: str) -> Finding:
    quoted = subject.text.raw[start + max(0, match.start() - _BESIDE) : start + match.end() + _AFTER]
    message = f"« {' '.join(quoted.split())} » : {what} n'a pas été lu"
    return Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, "vote", _COUNTS)


def row_of_figures(subject: Subject) -> Iterator[Finding]:
    """Where an act has no count, no cells of a table beside its outcome (« 18 0 1 ») come to the number of voters."""
    vote, seats = subject.record.vote, _seats(subject.record)
    counts = (vote.for_, vote.against, vote.abstention)
    if not seats or any(count is not None for count in counts) or vote.method == "scrutin secret":
        return
    for start, end in _beside_outcome(subject):
        for match in _CELLS.finditer(subject.text.raw, start, end):
            figures = [int(cell) for cell in re.findall(r"\d+", match["cells"])]
            if sum(figures) in seats:
                message = f"« {' '.join(match['cells'].split())} » : des voix peut-être, dont le vote lu ne dit rien"
                yield Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, "vote", ("/vote",))
                return


def _beside_outcome(subject: Subject) -> Iterator[tuple[int, int]]:
    """From the title of an act, or shortly before its outcome, to what follows, up to the next act."""
    own, titles = own_passage(subject), subject.spans(("/title",))
    for span in subject.spans(("/title", "/vote/outcome", "/vote/unanimous")) if own else ():
        first = min(titles).start
        if own and first <= span.start < own.end:
            yield max(first, span.start - _REACH), min(own.end, span.end + _REACH)
