"""The communes that lead the members they send: « Saint-Prix : Anne ROUX, Paul NOIR Le Val (2) : Zoé VERT … »."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.act import Zone
from kg.extract.attendance.cues import LOWER, ROLE, UPPER
from kg.extract.attendance.tables import Member, writing
from kg.text.names import is_given_name

_WORD = rf"[{UPPER}][{UPPER}{LOWER}'-]*"
_SMALL = r"(?:de|du|des|la|le|les|lès|lez|sur|sous|en|et|aux?|à|d|l)"
_LABEL = re.compile(
    rf"(?<![\w'-])(?P<label>{_WORD}(?:[ '-](?:{_SMALL}[ '-]){{0,2}}{_WORD}){{0,8}})"
    rf"\s?(?:\(\s?\d{{1,2}}\D{{0,12}}\)\s?)?:(?=\s*[{UPPER}])"
)
_TOKENS = re.compile(rf"(?:(?i:{_SMALL})[ '-])*{_WORD}")
_NO_PLACE = re.compile(
    r"pouvoir|procuration|present|absent|excuse|secretaire|mandat|represent|votant|nombre|quorum|presiden|etaient|date"
)
_CIVIL = re.compile(r"(?:\bM\.?|\bMM\.?|\bMmes?|\bMr|\bMlle|Monsieur|Madame)\s$")
_INITIAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ]\.\s$")
_SAID = re.compile(r"(?<=\w)\s(?=(?:Commune|Ville|COMMUNE|VILLE)\s[dD])")
_LEAST, _LEAST_DASHED = 2, 3
_DASH = re.compile(r"\s[-–—]\s")
_COLUMN = re.compile(r"(?:[ \u00a0]{2,}|[ ]*\t[ \t]*)(?:M\.|MM\.|Mr|Mmes?|Mlle|Monsieur|Madame)\s")
# A line of its own: « Saint-Prix », « Commune de Valbrun », before one that a member's name begins.
_LINE = re.compile(
    rf"(?<=\n)[ ]?(?P<label>(?:[Cc]ommune d(?:e |u |es |'))?{_WORD}(?:[ '-](?:{_SMALL}[ '-]){{0,2}}{_WORD}){{0,6}})"
    rf"\s?:?\s?\n(?=[ •*-]{{0,3}}(?:(?:M\.|Mr|Mme|Monsieur|Madame)\s)?(?:{_WORD}\s){{1,3}}[{UPPER}]{{2}})"
)


def place_labels(text: str, folded: str, start: int, end: int, least: int = _LEAST) -> Iterator[tuple[int, int]]:
    """Where the labels of a list stand, the colon of each included; none where there are fewer than ``least``."""
    if text.count(":", start, end) < least:
        return
    labels = [match for match in _LABEL.finditer(text, start, end) if _leads(text, folded, match)]
    if len(labels) >= least:
        yield from ((match.start() + _own(text, match), match.end()) for match in labels)


def _leads(text: str, folded: str, match: re.Match[str]) -> bool:
    """Whether a label is that of a place: no status, no « Mme Anne ROUX : Maire »."""
    following = text[match.end() : match.end() + 2]
    after = match.end() + len(following) - len(following.lstrip())
    return not (
        _NO_PLACE.search(folded, match.start(), match.end())
        or _CIVIL.search(text, max(0, match.start() - 9), match.start())
        or ROLE.match(folded, after)
        or re.compile(r"pres|abs|exc").match(folded, after)
    )


def _own(text: str, match: re.Match[str]) -> int:
    """How many characters of a label end the name before it; « G. NOIR SAINT-PRIX : »: the word after an initial."""
    words = [word.end() for word in _TOKENS.finditer(match["label"])]
    if len(words) > 1 and match["label"].isupper() and _INITIAL.search(text, max(0, match.start() - 4), match.start()):
        return words[0]
    joined = match["label"].rfind(" et ") + len(" et ")
    rest = match["label"][joined:]
    if joined >= len(" et ") and _holds_name(rest):
        return joined + _name_length(rest)
    return _name_length(match["label"])


def _holds_name(label: str) -> bool:
    """« NOIR Paul SAINT-PRIX », which « et » joins to the name before: words in both writings, and a given name."""
    words = _TOKENS.findall(label)
    capital = [word.isupper() for word in words]
    return len(words) > _LEAST and any(capital) and not all(capital) and any(is_given_name(word) for word in words)


def _name_length(label: str) -> int:
    """How many characters of the words before a colon end the name before: « Paul NOIR Saint-Prix : »."""
    if said := _SAID.search(label):  # « Noir Commune de Saint-Prix : »
        return said.end()
    words = [(match.start(), match[0]) for match in _TOKENS.finditer(label)]
    capital = [word.rsplit(" ", 1)[-1].isupper() and len(word) > 1 for _, word in words]
    if all(capital) or not any(capital):
        named = len(words) > _LEAST and is_given_name(words[0][1])
        return words[2][0] if named else 0
    first = capital.index(not capital[0])  # the first word of the other writing
    if capital[0]:  # ROUX Anne Saint-Prix
        last = first + 1
        while last < len(words) - 1 and is_given_name(words[last][1]):
            last += 1
    else:  # Anne ROUX Saint-Prix, or Saint-Prix
        last = next((at for at in range(first, len(words)) if not capital[at]), first + 1)
    return words[last][0] if last < len(words) else 0


def place_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the lines stand that hold a commune alone, above its members; none where there are fewer than two."""
    lines = [line for line in _LINE.finditer(text, max(0, start - 1), end) if _is_place(line["label"])]
    if len(lines) >= _LEAST:
        yield from (line.span("label") for line in lines)


def without_next_row(zone: Zone, found: list[Member]) -> list[Member]:
    """« M. Paul NOIR ⏎ VALBRUN      Mme Zoé VERT »: the first column of the next row is of no name."""
    return [_on_its_row(zone, name) for name in found]


def _on_its_row(zone: Zone, name: Member) -> Member:
    """A name up to the end of its line, where a column begins right after the words of the next."""
    starts, raw = zone.view.starts, zone.view.raw
    if " " not in name.value or "\n" not in (printed := raw[starts[name.start] : starts[name.end - 1]]):
        return name
    if _COLUMN.match(raw, starts[name.end - 1] + 1) is None:
        return name
    end = next(at for at in range(name.start, name.end) if starts[at] >= starts[name.start] + printed.index("\n"))
    value = zone.view.text[name.start : end].rstrip()
    return Member(value, name.start, name.start + len(value)) if " " in value else name


def _is_place(label: str) -> bool:
    """Neither in capitals, as surnames are, nor with a given name."""
    return not any(word.isupper() or is_given_name(word) for word in label.split())


def without_dashed(text: str, found: list[Member]) -> list[Member]:
    """« Anne ROUX – Valbrun, Paul NOIR – Saint-Prix »: what a dash ties to each name is the place that sends it."""
    tied = [
        name
        for last, name in pairwise(found)
        if writing(last.value) == "mixed"
        and writing(name.value) == "small"
        and _DASH.fullmatch(text, last.end, name.start)
    ]
    given = any(is_given_name(word) for name in tied for word in name.value.split())
    if len(tied) < _LEAST_DASHED or given or 2 * len(tied) < len(found) - len(tied):
        return found
    return [name for name in found if name not in tied]
