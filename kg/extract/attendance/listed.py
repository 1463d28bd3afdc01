"""The names of one list: those that are written as members are, up to the first that belongs to no list."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.masks import MARK
from kg.extract.attendance.sections import Section
from kg.model import Span
from kg.text.lexicon import GIVEN_NAMES, PARTICLES
from kg.text.names import find_names, printed_name
from kg.text.view import fold_same_length

_MOST_WORDS = 7  # a name has no more
_ROWS = 8  # a table has as many rows or more
_AFTER_PLACE = re.compile(
    r"[A-ZÀ-ÖØ-Þ'-]{2,}(?: [A-ZÀ-ÖØ-Þ'-]{2,}){0,5} (?P<name>(?:(?:LE|EL|BEN|VAN|DA|DOS) )?[A-ZÀ-ÖØ-Þ'-]{2,}(?: [A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?){1,2})"
)
_AFTER_CIVILITY = re.compile(rf"(?<!\w){CIVILITY}\s*$")
_PLURAL = re.compile(r"\b(?:mm|mmes|mlles|mrs|ms|mesdames|messieurs|mesdemoiselles)\b")


class Member(NamedTuple):
    """A name as a list prints it and where it stands; ``given`` is the given name that stands in another column."""

    value: str
    start: int
    end: int
    given: Span | None = None


def find_members(zone: Zone, section: Section, masked: str, pages: tuple[Span, ...] = ()) -> list[Member]:
    """The names of a section, places left out, in offsets of the view.

    ``masked`` is its text (see ``masks``), ``pages`` what of it belongs to the page (see ``furniture``).
    """
    found = [
        Member(name.value, name.start + section.start, name.end + section.start)
        for name in find_names(masked, listed=True)
        if MARK not in name.value
    ]
    found = [part for name in _over_pages(found, pages) for part in _paired(zone, name)]
    found = _of_table(zone.view.text[section.start : section.end], _without_places(zone, section, found))
    return [part for name in _without_prefixes(found) for part in _split(zone, name)]


def _of_table(text: str, found: list[Member]) -> list[Member]:
    """« SAINT-PRIX ROUX Anne VALBRUN NOIR Paul »: a table of communes and members without a separator."""
    led = [match for name in found if (match := _AFTER_PLACE.fullmatch(name.value))]
    whole = [name for name in found if _style(name.value) == "mixed"]
    if len(led) < _ROWS or 5 * len(led) < 3 * len(whole) or 2 * text.count(",") > len(whole):
        return found
    return [_cut(name, match.start("name")) if (match := _AFTER_PLACE.fullmatch(name.value)) else name for name in whole]


def _cut(name: Member, at: int) -> Member:
    """A name without its first characters."""
    rest = name.value[at:]
    return Member(rest, name.end - len(rest), name.end)


def _over_pages(found: list[Member], pages: tuple[Span, ...]) -> list[Member]:
    """« Anne [head of the next page] ROUX »: one name, where a page ends between the two."""
    joined: list[Member] = []
    for name in found:
        last = joined[-1] if joined else None
        if last and _style(last.value) == "small" and _style(name.value) == "capitals" and _parted(last, name, pages):
            joined[-1] = Member(f"{last.value} {name.value}", last.start, last.end, Span(name.start, name.end))
        else:
            joined.append(name)
    return joined


def _parted(one: Member, other: Member, pages: tuple[Span, ...]) -> bool:
    """Whether nothing but the end of a page stands between two names."""
    return any(0 <= page.start - one.end <= 2 and 0 <= other.start - page.end <= 2 for page in pages)


def _paired(zone: Zone, name: Member) -> Iterator[Member]:
    """« ROUX NOIR VERT Anne Paul Zoé »: a column of surnames and one of given names, as many, read one by one."""
    surnames, given = _columns_of(zone.view.text[name.start : name.end])
    if len(surnames) == len(given) > 2:
        text = zone.view.text[name.start : name.end]
        for (first, end), (begin, last) in zip(surnames, given, strict=True):
            value = printed_name(f"{text[first:end]} {text[begin:last]}")
            yield Member(value, name.start + first, name.start + end, Span(name.start + begin, name.start + last))
    elif len(name.value.split()) <= _MOST_WORDS:
        yield name


def _columns_of(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the surnames in capitals of a passage stand, and the given names that follow all of them."""
    surnames: list[tuple[int, int]] = []
    given: list[tuple[int, int]] = []
    begin: int | None = None
    for word in re.finditer(r"\S+", text):
        begin = word.start() if begin is None else begin
        if fold_same_length(word[0]) in PARTICLES:
            continue
        if word[0].isupper() and given:
            return [], []
        (surnames if word[0].isupper() else given).append((begin, word.end()))
        begin = None
    return surnames, given


def _split(zone: Zone, name: Member) -> Iterator[Member]:
    """« Anne Roux Paul Noir Zoé Vert »: a given name that all know, right after a word that is none, begins another."""
    words = list(re.finditer(r"\S+", zone.view.text[name.start : name.end]))
    begins = [0]
    if len(words) > 3 and _style(name.value) == "small":
        known = [not _is_no_name(word[0]) for word in words]
        begins += [at for at in range(2, len(words) - 1) if known[at] and not known[at - 1] and at - begins[-1] > 1]
    for first, after in pairwise([*begins, len(words)]):
        start, end = name.start + words[first].start(), name.start + words[after - 1].end()
        yield Member(printed_name(zone.view.text[start:end]), start, end) if len(begins) > 1 else name


def _without_places(zone: Zone, section: Section, found: list[Member]) -> list[Member]:
    """Where a civility leads the members one by one, words that it does not lead name communes and groups."""
    if _PLURAL.search(zone.view.folded, section.start, section.end):
        return found
    led = [name for name in found if _AFTER_CIVILITY.search(zone.view.folded, section.start - 9, name.start)]
    given = [name for name in found if _style(name.value) == "mixed"]
    if len(led) < 5 or len([name for name in given if name not in led]) > len(led) // 8:
        return found
    return [name for name in found if name in led or name in given]


def _without_prefixes(found: list[Member]) -> list[Member]:
    """« Saint-Prix Anne ROUX Saint-Prix Paul NOIR »: a word that begins three names or more is that of a commune."""
    firsts = Counter(name.value.split()[0] for name in found if name.value.count(" ") > 1)
    places = {word for word, count in firsts.items() if count > 2 and len(word) > 3 and _is_no_name(word)}
    return [_cut_first(name) if name.value.split()[0] in places else name for name in found]


def _is_no_name(word: str) -> bool:
    folded = fold_same_length(word)
    return folded not in PARTICLES and folded.split("-")[0] not in GIVEN_NAMES


def _cut_first(name: Member) -> Member:
    rest = name.value.split(" ", 1)[-1]
    return _cut(name, len(name.value) - len(rest)) if " " in rest else name


def style_of(names: list[str]) -> str | None:
    """``mixed`` (Anne ROUX), ``capitals`` (ROUX) or ``small`` (Anne Roux): how four in five are written."""
    styles = [_style(name) for name in names]
    return next((style for style in set(styles) if styles.count(style) >= 0.8 * len(styles) and len(styles) > 3), None)


def _style(name: str) -> str:
    capitals = any(word.isupper() and len(word.strip("'.-")) > 1 for word in name.split())
    small = any(re.match(r"[A-ZÀ-Þ](?:[a-zà-ÿ]|\.)", word) for word in name.split())
    return ("mixed" if small else "capitals") if capitals else "small"


def of_list(text: str, start: int, found: list[Member], style: str | None) -> Iterator[Member]:
    """The names up to the first that is not written as the others and that no separator or civility introduces."""
    position = start
    for index, name in enumerate(found):
        gap = text[position : name.start]
        off_style = style is not None and _style(name.value) not in (style, "mixed")
        introduced = re.search(rf"[,;–—-]\s*$|\bet\s*$|\(\s*$|(?i:{CIVILITY})\s*$|(?:à|À|par|pour|de|d')\s*$", gap)
        if off_style and not introduced:
            if _resumes(text, name, found[index + 1 : index + 2], style) or _holders_follow(text, found, index, style):
                continue
            return
        if position > start and _prose(gap):
            return
        yield name
        position = name.end


def _resumes(text: str, noise: Member, following: list[Member], style: str | None) -> bool:
    """« (pouvoir à Anne ROUX)JD, Paul NOIR »: a separator and a name as the others follow at once."""
    return any(
        _style(name.value) in (style, "mixed") and re.fullmatch(r"[\s\W]*[,;–—-][\s\W]*", text[noise.end : name.start])
        for name in following
    )


def _holders_follow(text: str, found: list[Member], index: int, style: str | None) -> bool:
    """« Anne ROUX Paul NOIR Saint-Prix Valbrun à Zoé VERT à Luc BRUN »: a column of places before that of holders."""
    for before, name in pairwise(found[index : index + 8]):
        gap = text[before.end : name.start]
        if _style(name.value) == style:
            return bool(re.fullmatch(r"[\s\W]*(?:à|par|pouvoir à|procuration à)\s+(?:M\.?\s|Mme\s|Monsieur\s|Madame\s)?", gap))
        if re.search(r"\w", gap):
            return False
    return False


def _prose(gap: str) -> bool:
    """A sentence stands between two names, which no link explains: the list was over."""
    words = re.findall(r"\b[a-zà-ÿ]{2,}\b", re.sub(r"\([^()]*\)", "", gap))
    linked = re.search(
        r"pouv?oir|procuration|mandat|repr[ée]sent|suppl|remplac|donn|d[ée]lib[ée]ration|point|question", gap
    )
    return len(words) > (45 if linked else 7)
