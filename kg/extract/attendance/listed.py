"""The names of one list: those that are written as members are, up to the first that belongs to no list."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.marks import COMES_OR_GOES
from kg.extract.attendance.masks import MARK
from kg.extract.attendance.places import without_dashed, without_next_row
from kg.extract.attendance.sections import Section
from kg.extract.attendance.slips import as_scanned, over_commas, over_hyphens
from kg.extract.attendance.tables import (
    MOST_WORDS,
    Member,
    cut,
    is_no_name,
    of_table,
    paired,
    without_last_column,
    writing,
)
from kg.extract.attendance.towns_after import without_next_town, without_own_town
from kg.model import Span
from kg.text.found import Found
from kg.text.names import find_names, printed_name

_TWO_GIVEN = re.compile(r"(?:^|\s)(?:Jean|Marie|Anne|Pierre|Charles|Paul|Louis|Claude|Rose|Marc|Guy|Henri|Eve)$")
_AFTER_CIVILITY, _LONGEST_CIVILITY = re.compile(rf"(?<!\w){CIVILITY}\s*$"), 24
_NO_HEADING = re.compile(r"\s?:\s*(?!pr[ée]s|abs|exc|pouv|proc|repr)(?=[A-Z])")
_BEFORE_CIVILITY = re.compile(rf"\s+{CIVILITY}\s")
_JOINED = re.compile(r"\s?(?:\([^()]{0,80}\)\s?)?(?:[,;/–—-]|\bet\b|,\set\b)\s*")
_PLURAL = re.compile(r"\b(?:mm|mmes|mlles|mrs|ms|mesdames|messieurs|mesdemoiselles)\b")


def find_members(zone: Zone, section: Section, masked: str, pages: tuple[Span, ...] = ()) -> list[Member]:
    """The names of a section, places left out, in offsets of the view.

    ``masked`` is its text (see ``masks``), ``pages`` what of it belongs to the page (see ``furniture``).
    """
    found = [
        Member(name.value, name.start + section.start, name.end + section.start)
        for name in find_names(masked, listed=True)
        if MARK not in name.value and not _is_label(masked, name)
    ]
    found = without_next_town(zone, section.heading, section.start, without_next_row(zone, found))
    found = without_own_town(zone, found)
    found = _over_lines(zone, section, _hyphened(zone, section, _over_pages(found, pages)))
    found = as_scanned(zone, over_hyphens(zone, over_commas(zone, found)))
    found = [part for name in found for piece in paired(zone, name) for part in _short(zone, piece)]
    found = of_table(zone.view.text[section.start : section.end], _without_places(zone, section, found))
    found = without_last_column(zone, _without_prefixes(without_dashed(zone.view.text, found)))
    return [part for name in found for part in _split(zone, name)]


def _is_label(masked: str, name: Found[str]) -> bool:
    """« Saint-Prix : Anne ROUX »: a commune before the members that it sends."""
    return (
        _NO_HEADING.match(masked, name.end) is not None
        and writing(name.value) == "small"
        and all(is_no_name(word) for word in name.value.split())
    )


def _over_pages(found: list[Member], pages: tuple[Span, ...]) -> list[Member]:
    """« Anne [head of the next page] ROUX »: one name, where a page ends between the two."""
    joined: list[Member] = []
    for name in found:
        last = joined[-1] if joined else None
        if last and writing(last.value) == "small" and writing(name.value) == "capitals" and _parted(last, name, pages):
            joined[-1] = Member(f"{last.value} {name.value}", last.start, last.end, Span(name.start, name.end))
        else:
            joined.append(name)
    return joined


def _parted(one: Member, other: Member, pages: tuple[Span, ...]) -> bool:
    """Whether nothing but the end of a page stands between two names."""
    return any(0 <= page.start - one.end <= 2 and 0 <= other.start - page.end <= 2 for page in pages)


def _over_lines(zone: Zone, section: Section, found: list[Member]) -> list[Member]:
    """« …, Christiane⏎FRANÇOIS, … » where commas part the names: one name, cut at the end of a line."""
    text = zone.view.text
    if text.count(",", section.start, section.end) * 2 <= len(found):
        return found
    joined: list[Member] = []
    for name in found:
        last = joined[-1] if joined else None
        if last and _is_cut(text, last, name):
            joined[-1] = Member(f"{last.value} {name.value}", last.start, name.end)
        else:
            joined.append(name)
    return joined


def _is_cut(text: str, last: Member, name: Member) -> bool:
    """Whether a line ends between the two halves of a name, given name and surname, that commas enclose."""
    halves = {writing(last.value), writing(name.value)} == {"small", "capitals"} and " " not in last.value
    between = "\n" in text[last.end : name.start] and not text[last.end : name.start].strip()
    enclosed = text[max(0, last.start - 4) : last.start].rstrip()[-1:] in (",", ":") if between else False
    return halves and enclosed and text[name.end : name.end + 3].lstrip()[:1] in (",", ".", ";")


def _hyphened(zone: Zone, section: Section, found: list[Member]) -> list[Member]:
    """« VAL- MONT, ROUX » and « Anne VAL - MONT - Paul ROUX »: one name, cut at its hyphen."""
    text = zone.view.text
    commas = text.count(",", section.start, section.end) * 2 > len(found)
    bare = sum(writing(name.value) == "capitals" for name in found)
    joined: list[Member] = []
    for name in found:
        last = joined[-1] if joined else None
        gap = text[last.end : name.start] if last else ""
        cut = commas and re.fullmatch(r"-\s", gap) and " " not in name.value and name.value.isupper()
        cut = cut or (commas and re.fullmatch(r"-\s*\n\s*", gap) and last and " " not in last.value)
        alone = bare == 1 and writing(name.value) == "capitals" and " " not in name.value
        parted = alone and re.fullmatch(r"\s[-–]\s", gap) and " " in (last or name).value
        cut = cut or (commas and gap == " - " and _is_second_given(last, name))
        if last and (cut or parted):
            hyphen = "" if cut and _is_torn(zone, last.value, name.value) else "-"
            joined[-1] = Member(printed_name(f"{last.value}{hyphen}{name.value}"), last.start, name.end)
        else:
            joined.append(name)
    return joined


_TORN_WORD = re.compile(r"[a-zà-ÿ]{2}- [a-zà-ÿ]{3}")
_FEW_LETTERS, _MOSTLY_TORN, _PAGES = 3, 3, 9000


def _is_torn(zone: Zone, first: str, last: str) -> bool:
    """« LU- CHINI » where lines are cut « budgé- taires »: an end too short for a surname is a syllable."""
    if " " in first or min(len(first), len(last)) > _FEW_LETTERS:
        return False
    torn = islice(_TORN_WORD.finditer(zone.view.text, 0, min(len(zone.view.text), _PAGES)), _MOSTLY_TORN)
    return sum(1 for _ in torn) == _MOSTLY_TORN


def _is_second_given(last: Member | None, name: Member) -> bool:
    """« ROUX Jean - Luc »: between commas, the second half of a given name."""
    return bool(last and _TWO_GIVEN.search(last.value)) and " " not in name.value and not is_no_name(name.value)


def _split(zone: Zone, name: Member) -> Iterator[Member]:
    """« Anne Roux Paul Noir Zoé Vert »: a given name that all know, right after a word that is none, begins another."""
    if writing(name.value) != "small":
        yield name
        return
    words = list(re.finditer(r"\S+", zone.view.text[name.start : name.end]))
    begins = [0]
    if len(words) > 3:
        known = [not is_no_name(word[0]) for word in words]
        begins += [at for at in range(2, len(words) - 1) if known[at] and not known[at - 1] and at - begins[-1] > 1]
    for first, after in pairwise([*begins, len(words)]):
        start, end = name.start + words[first].start(), name.start + words[after - 1].end()
        yield Member(printed_name(zone.view.text[start:end]), start, end) if len(begins) > 1 else name


def _short(zone: Zone, name: Member) -> Iterator[Member]:
    """A name of no more words than one has; of a longer run, the names that given names tell apart."""
    parts = _split(zone, name) if len(name.value.split()) > MOST_WORDS else [name]
    yield from (part for part in parts if len(part.value.split()) <= MOST_WORDS)


# « M. ROUX (pouvoir à M. NOIR), DU VAL (pouvoir à Mme VERT) »: no commune gives a proxy.
_GIVES = re.compile(
    r"\s?[(,]?\s?(?:(?:a|ayant|qui a)\s)?(?:donne\s)?(?:procuration|pouv?oir|mandat)\s(?:donnee?\s)?a\s"
)


def _is_led(zone: Zone, section: Section, start: int) -> bool:
    """A civility stands right before."""
    near = max(section.start - 9, start - _LONGEST_CIVILITY)
    return _AFTER_CIVILITY.search(zone.view.folded, near, start) is not None


def _is_before_civility(zone: Zone, name: Member) -> bool:
    """« Saint-Prix MM. Luc BRUN et Max GRIS »: words in small letters, none a given name, right before a civility."""
    small = writing(name.value) == "small" and all(is_no_name(word) for word in name.value.split())
    return small and _BEFORE_CIVILITY.match(zone.view.folded, name.end) is not None


def _led_together(zone: Zone, found: list[Member], led: set[Member]) -> set[Member]:
    """Those whom a civility leads, and those whom a comma or « et » joins to one: « MM. Luc BRUN et Max GRIS »."""
    joined = set(led)
    for last, name in pairwise(found):
        if last in joined and _JOINED.fullmatch(zone.view.folded, last.end, name.start):
            joined.add(name)
    return joined


def _without_places(zone: Zone, section: Section, found: list[Member]) -> list[Member]:
    """Where a civility leads the members one by one, words that it does not lead name communes and groups."""
    led = {name for name in found if _is_led(zone, section, name.start)}
    if _PLURAL.search(zone.view.folded, section.start, section.end):
        led = {*_led_together(zone, found, led), *(name for name in found if not _is_before_civility(zone, name))}
    given = [name for name in found if writing(name.value) == "mixed"]
    if len(led) < 5 or len([name for name in given if name not in led]) > len(led) // 8:
        return found
    return [name for name in found if name in led or name in given or _GIVES.match(zone.view.folded, name.end)]


def _without_prefixes(found: list[Member]) -> list[Member]:
    """« Saint-Prix Anne ROUX Saint-Prix Paul NOIR »: a word that begins three names or more is that of a commune."""
    firsts = Counter(name.value.split()[0] for name in found if name.value.count(" ") > 1)
    places = {word for word, count in firsts.items() if count > 2 and len(word) > 3 and is_no_name(word)}
    return [_cut_first(name) if name.value.split()[0] in places else name for name in found]


def _cut_first(name: Member) -> Member:
    rest = name.value.split(" ", 1)[-1]
    return cut(name, len(name.value) - len(rest)) if " " in rest else name


def style_of(names: list[str]) -> str | None:
    """``mixed`` (Anne ROUX), ``capitals`` (ROUX) or ``small`` (Anne Roux): how four in five are written."""
    styles = [writing(name) for name in names]
    return next((style for style in set(styles) if styles.count(style) >= 0.8 * len(styles) and len(styles) > 3), None)


def without_moves(zone: Zone, section: Section, kept: list[Member], sits: Callable[[str], bool]) -> list[Member]:
    """« Excusée : Mme ROUX. M. NOIR est arrivé à 19 h »: said, after a list of those away, of one who sits."""
    if section.kind == "present":
        return kept
    moved = [name for name in kept if COMES_OR_GOES.match(zone.view.folded, name.end, zone.end)]
    return [name for name in kept if name not in moved or not sits(name.value)]
