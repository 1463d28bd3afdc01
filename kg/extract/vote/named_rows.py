"""A vote told member by member: « BRUN Luc POUR NOIR Zoé (proc.) CONTRE LE VERT Max ABSTENTION … »."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

from kg.extract.act import Zone
from kg.extract.vote.ballot import Ballot
from kg.extract.vote.each_once import Named
from kg.text.cues import Led
from kg.text.found import Found
from kg.text.names import find_names

_ANSWER = Led(
    r"(?<![\w'’-])(?:(?P<for>POUR|Pour|OUI|Oui)|(?P<against>CONTRE|Contre|NON|Non)|(?P<abstention>(?:ABST|Abst)[A-Za-z]*\.?)"
    r"|(?P<not_voting>NPPV|NPV|(?:NE PREND PAS PART|Ne prend pas part)(?: (?i:au vote))?))(?![\w'’-])(?!\s?[:=])",
    ("POUR", "Pour", "OUI", "Oui", "CONTRE", "Contre", "NON", "Non", "ABST", "Abst", "NPPV", "NPV", "NE PR", "Ne pr"),
)
_ASIDE = re.compile(r"\s*\((?:proc|pouv|repr|mandat|donne|par)[^()]{0,40}\)\s*$")
_LEAD = re.compile(r"[\s|;,.:/–—•-]*(?:\d{1,3}[\s.|)-]+)?(?:(?:m|mr|mme|mlle|monsieur|madame)\b\.?\s)?\s*")
_TAIL = re.compile(r"[\s|;,:/–—-]*$")
_NAME = re.compile(r"(?:[^\W\d_][\w'’./-]*\s){1,5}[^\W\d_][\w'’/-]*\.?")
_OF_ANY_COLUMN = ("oui", "non")  # « Présent : OUI » too
_LEAST, _MOST = 5, 600  # rows
_WIDEST = 70  # characters of a row


def named_rows(zone: Zone, ballot: Ballot | None) -> Iterator[Named]:
    """Who is not for, where rows name a voter each and come to the figures that the ballot gives."""
    answers = list(islice(zone.find_exact(_ANSWER), _MOST + 1))
    if not _LEAST <= len(answers) <= _MOST:
        return
    rows = max(_runs(zone, answers), key=len, default=[])
    counted = Counter(label for label, _ in rows)
    told = {} if ballot is None else {one.label: one.value for one in ballot.counters if one.value is not None}
    if len(rows) < _LEAST or any(counted[label] != value for label, value in told.items()):
        return
    if not told and any(answer[0].casefold() in _OF_ANY_COLUMN for answer in answers):
        return
    yield from (Named(label, "vote.rows_of_names", name) for label, name in rows if label != "for")


def _runs(zone: Zone, answers: list[re.Match[str]]) -> Iterator[list[tuple[str, Found[str]]]]:
    """The runs of rows that follow each other, each a name and its answer."""
    run: list[tuple[str, Found[str]]] = []
    for before, answer in pairwise(answers):
        name = _between(zone, before.end(), answer.start())
        if name is None:
            yield run
            run = []
            continue
        first = None if run else _before(zone, before.start())
        run += [] if first is None else [(str(before.lastgroup), first)]
        run.append((str(answer.lastgroup), name))
    yield run


def _between(zone: Zone, start: int, end: int) -> Found[str] | None:
    """The name that is all that stands between an answer and the next."""
    if end - start > _WIDEST:
        return None
    lead = _LEAD.match(zone.view.folded, start, end)
    start = lead.end() if lead else start
    end = start + len(_without_aside(zone.view.folded[start:end]))
    written = zone.view.text[start:end]
    capital = written[:1].isupper() and any(word[:1].isupper() for word in written.split()[1:])
    return Found(" ".join(written.split()), start, end) if capital and _NAME.fullmatch(written) else None


def _before(zone: Zone, end: int) -> Found[str] | None:
    """The name of the first row, which other words precede."""
    start = max(zone.start, end - _WIDEST)
    end = start + len(_without_aside(zone.view.folded[start:end]))
    names = list(find_names(zone.view.text, start, end, listed=True))
    return names[-1] if names and names[-1].end == end else None


def _without_aside(folded: str) -> str:
    """A row without « (proc.) » behind its name."""
    aside = _ASIDE.search(folded)
    return _TAIL.sub("", folded[: aside.start()] if aside else folded)
