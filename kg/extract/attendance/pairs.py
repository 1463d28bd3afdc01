"""Givers and holders that no word ties: columns of names, « A / B », « A (B) »."""

import re
from collections.abc import Callable, Sequence

from kg.extract.attendance.cues import CIVILITY, link

Pairs = dict[int, int]

_JOINED = re.compile(rf"[\s,;]*(?:et\s+)?(?:a\s+)?(?:{CIVILITY}\s*)?")
# The labels of two columns, the second of which holds those who hold the proxies.
_TWO_COLUMNS = re.compile(
    r"\b(?:mandants?\W+mandataires?"
    r"|(?:ayant|qui ont) (?:recu|accepte) (?:(?:l[ea]|une?) )?(?:pouvoir|procuration|mandat)s?"
    r"|(?:pouvoir|procuration|mandat)\W+(?:mandataires?|beneficiaires?|represente\w* par|detenteurs?(?: du \w{6,7})?)"
    r"|(?:donne\s+(?:pouvoir|procuration|mandat)|absents?|excuses?|representes?|mandants?|noms?)\s*[:|\n]+\s*"
    r"(?:a|(?:pouvoir|procuration|mandat) (?:donnee? )?a|represente\w* par|mandataires?|beneficiaires?))\s*[:|]?\W*"
    rf"(?:{CIVILITY}\s*)?$"
)


def columns(links: Sequence[str]) -> Pairs:
    """Two columns read one after the other (« A B Pouvoir à C Pouvoir à D »): each giver's index and its holder's."""
    paired: Pairs = {}
    position = 0
    while position < len(links):
        end = position
        while end < len(links) and links[end] == "holder":
            end += 1
        count = end - position
        if count > 1 and position >= count and all(link == "new" for link in links[position - count : position]):
            paired.update({position - count + index: position + index for index in range(count)})
        position = max(end, position + 1)
    return paired


# « … Paul NOIR procuration à procuration à Luc BRUN Zoé VERT »: the column between givers and holders.
_TIE = (
    rf"(?:(?:a|ont|ayant|qui a)\s)?(?:donne(?:nt)?\s)?(?:(?:son|sa)\s)?"
    rf"(?:{link('given')}\s(?:donnee?\s)?a|represente[es()]*\spar)"
)
_TIES = re.compile(rf"[\s,;:.…_–-]*(?:{_TIE}[\s,;:.…_–-]+){{2,15}}(?:{CIVILITY}\s*)?")
_ONE_TIE = re.compile(_TIE)


def three_columns(before: Sequence[str]) -> Pairs:
    """« A B C pouvoir à pouvoir à pouvoir à D E F »: as many givers, ties and holders (words before each name)."""
    for first, words in enumerate(before):
        if first < 2 or not _TIES.fullmatch(words):
            continue
        count = len(_ONE_TIE.findall(words))
        around = [*range(first - count + 1, first), *range(first + 1, first + count)]
        if first >= count and first + count <= len(before) and all(_JOINED.fullmatch(before[at]) for at in around):
            return {first - count + index: first + index for index in range(count)}
    return {}


def by_who_sits(names: Sequence[str], sits: Callable[[str], bool]) -> Pairs:
    """Pairs of a list of proxies that ties no names, where exactly one of each two sits: that one holds the other's.

    Rows (« A C B D »: a giver and its holder, in either order) or columns (« A B C D »).
    """
    half, odd = divmod(len(names), 2)
    if odd or not names:
        return {}
    here = [sits(name) for name in names]
    rows, givers = [False, True] * half, [False] * half
    if here == rows:
        return {index: index + 1 for index in range(0, len(names), 2)}
    if here == rows[::-1]:
        return {index + 1: index for index in range(0, len(names), 2)}
    if here == givers + [True] * half:
        return {index: index + half for index in range(half)}
    return {}


def labelled(labels: str, links: Sequence[str]) -> Pairs:
    """« Mandant Mandataire A B C D », « A donné pouvoir : À : A B C D »: rows that nothing but the labels tie."""
    if len(links) % 2 or set(links) != {"new"} or not _TWO_COLUMNS.search(labels):
        return {}
    return {index: index + 1 for index in range(0, len(links), 2)}


def respectively(before: Sequence[str]) -> Pairs:
    """« A et B ont donné pouvoir respectivement à C et D »: as many givers as holders (words before each)."""
    first = next((index for index, words in enumerate(before) if "respectivement" in words), 0)
    last = first + 1
    while last < len(before) and _JOINED.fullmatch(before[last]):
        last += 1
    count = last - first
    givers = range(first - count, first)
    if not first or first < count or not all(_JOINED.fullmatch(before[index]) for index in givers[1:]):
        return {}
    return {index: index + count for index in givers}


def left_over(names: Sequence[str], links: Sequence[str], sits: Callable[[str], bool]) -> Pairs:
    """« A à B ; C D ; E à F »: two names that nothing ties among pairs that words tie, the second of whom sits."""
    ends = ["holder", *links, "new", "holder"]  # ends[index] is the link of the name before
    return {
        index: index + 1
        for index in range(len(names) - 1)
        if ends[index : index + 4] == ["holder", "new", "new", "new"]
        and ends[index + 4] == "holder"
        and sits(names[index + 1])
        and not sits(names[index])
    }
