"""Counts that no label tells: « à l'unanimité par 38 voix », « par 15 voix, approuve », « P : 12 C : 3 A : 1 »."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.dispositif.items import FIRM
from kg.extract.vote.ballot import Ballot, Counter
from kg.extract.vote.labels import NUMBER, count_of

_UNANIMOUS_COUNT = re.compile(
    rf"(?:unanim\w+|adoptee?s?|approuvee?s?|votee?s?|acceptee?s?|approbation)\b[^.;:]{{0,40}}?(?:\b(?:par|avec|a)|[(:])\s?"
    rf"(?P<n>{NUMBER})\s?voix\b"
    r"(?!\s?['\"«]?\s?(?:pour|contre|-|–|,? ?et|,(?! (?:m\.|mm\.|mmes?\b|monsieur|madame|messieurs|mesdames))))"
)
# « Le conseil, par quinze voix, approuve », « par 15 voix (sur 15) : »: those who carried it; an election is none.
_CARRIED_BY = re.compile(
    r"\b(?:conseil|assemblee|bureau|comite|delibere|decide)\b[^.;:]{0,80}?,? (?:par|a la majorite de) "
    rf"(?P<n>{NUMBER})\s?voix(?: sur \d{{1,3}}(?: votants| exprimees?)?)?"
    rf"(?=\s?\((?!\s?\d{{1,3}} ?(?:pour|contre|abst))|\s?:|,?\s{{1,3}}(?:{FIRM}|de |d'(?!abst)|le |l'))"
)
_INITIALS = re.compile(
    r"P(?<!\wP)(?:OUR)?\s?[:=]?\s?(?P<for>\d{1,3})[\s,;/|.–-]{1,4}C(?:ONTRE)?\s?[:=]?\s?(?P<against>\d{1,3})[\s,;/|.–-]{1,4}"
    r"A(?:BST?)?\.?\s?[:=]?\s?(?P<abstention>\d{1,3})(?![\d.,]*\d|\s?[€%])"
)
# « 12 P – 0 C – 1 A »
_FIGURES_FIRST = re.compile(
    r"(?P<for>\d(?<![\d.,/].)\d{0,2})\s?P(?:OUR)?[\s,;/|.–-]{1,4}(?P<against>\d{1,3})\s?C(?:ONTRE)?[\s,;/|.–-]{1,4}"
    r"(?P<abstention>\d{1,3})\s?A(?:BST?)?\b"
)
_NEAR = 24  # characters from one count to the next


def unlabelled_ballots(zone: Zone) -> list[Ballot]:
    """The votes of a passage that holds no labelled count."""
    return _by_initials(zone) or list(_by_voices(zone))


def with_voices(zone: Zone, ballots: list[Ballot]) -> list[Ballot]:
    """« à l'unanimité des votants (31 voix), 8 abstentions »: those who were for, told right before other counts."""
    voiced = list(_by_voices(zone)) if any(ballot.value("for") is None for ballot in ballots) else []
    for ballot in ballots:
        near = [one for one in voiced if 0 <= ballot.start - one.end < _NEAR]
        if near and ballot.value("for") is None:
            ballot.counters[:0] = near[-1].counters
    return ballots


def _by_initials(zone: Zone) -> list[Ballot]:
    """« P : 12 C : 3 A : 1 », the three together; one of them alone may be anything."""
    if zone.view.text.find("C", zone.start, zone.end) < 0:
        return []
    rows = [*zone.find_exact(_INITIALS)] or [*zone.find_exact(_FIGURES_FIRST)]
    return [Ballot([_counter(row, label) for label in row.groupdict()]) for row in rows]


def _by_voices(zone: Zone) -> Iterator[Ballot]:
    """« Adoptée à l'unanimité par 38 voix », « par 15 voix, approuve »: those who were for."""
    if zone.view.folded.find("voix", zone.start, zone.end) >= 0:
        found = list(zone.find(_UNANIMOUS_COUNT)) or list(zone.find(_CARRIED_BY))
        yield from (Ballot([_counter(match, "for", "n")]) for match in found)


def _counter(match: re.Match[str], label: str, group: str | None = None) -> Counter:
    start, end = match.span(group or label)
    return Counter(label, count_of(match[group or label]), start, end, True, start, start)
