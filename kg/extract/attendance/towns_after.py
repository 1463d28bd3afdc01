"""Towns and groups that a table run on one line puts right behind names: the column after theirs, the first of the
next row.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY, LOWER, UPPER
from kg.extract.attendance.tables import Member
from kg.model import Span
from kg.text.names import is_given_name

TOWN_AFTER = re.compile(
    r"\b(?:noms?|prenoms?|elue?s?|conseill(?:er|ere)s?|deleguee?s?|membres?|titulaires?)\W+"
    r"(?:communes?|villes?|collectivites?|groupes?|listes?|partis?|nuances?)\b"
    r"(?!\W+(?:noms?|prenoms?|delegue|titulaire|conseiller|elus?\b))"
)
# « Anne ROUX VE présente », « Anne ROUX Valmont Ensemble présente », « non inscrite »: the words right before a cell
_LAST_WORDS = re.compile(r"(?:\S+\s+){0,3}\S+(?=\s*$)")
_ALONE = re.compile(r"(?<=\s)(?:[Nn]on[- ]inscrit(?:e|\(e\))?s?|[A-Z][A-Z&/-]{1,2})(?=\s*$)")
_GIVEN = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}]?[{LOWER}]+)*"
_SURNAME = rf"[{UPPER}][{UPPER}'’-]+"
_SURNAME_FIRST = re.compile(rf"(?<![\w'’-]){_SURNAME}\s(?P<given>{_GIVEN})(?=\s)")
_GIVEN_FIRST = re.compile(
    rf"(?<![\w'’-])(?P<given>{_GIVEN})\s(?:(?:DE|DU|DES|LE|LA|EL|BEN|VAN|DA|DOS|de|du|la|le)\s){{0,2}}"
    rf"{_SURNAME}(?:\s{_SURNAME})*(?=\s)"
)
_TOWN = re.compile(rf"\s+(?P<town>[{UPPER}][\w'’-]*(?:\s(?:[{LOWER}]{{1,4}}\s)?[{UPPER}][\w'’-]*){{0,5}})\s*$")
_MORE_GIVEN = re.compile(rf"\s+({_GIVEN})(?=\s)")
_WIDEST, _LONGEST_TAIL = 170, 60  # characters of a row, of its last words
COMMUNE_FIRST = re.compile(
    r"\b(?:communes?|collectivites?|villes?)\W+(?:noms?|delegues?|conseillers?|titulaires?|elus?)\b"
    r"|\bpresente?s(?:\s\(\d{1,3}\))?\s+(?:communes?|collectivites?|villes?)(?=\s)(?!\s+(?:d(?:e|u|es)\s|d'))"
)
_HEAD_REACH, _LEAD_REACH, _LEAST = 110, 12, 4
_LED = re.compile(rf"(?<!\w){CIVILITY}\s+$")
_SMALL = r"(?:(?:DE|DU|DES|LE|LA|EL|BEN|VAN|VON|DER|DA|DOS|de|du|des|la|le|van|von|der)\s|[Dd]')"
_NAME_AND_TOWN = re.compile(
    rf"(?P<name>{_GIVEN}\s{_SMALL}{{0,3}}+{_SURNAME}|{_SMALL}{{0,3}}+{_SURNAME}(?:\s{_SURNAME}){{0,2}}\s{_GIVEN})"
    rf"\s(?=[{UPPER}])"
)

_CIVIL = r"(?:M\.|M|Mr|Mme|Mlle|Monsieur|Madame)\s"
_TOWN_WORDS = rf"[{UPPER}][{UPPER}'’-]+(?:\s[{UPPER}][{UPPER}'’-]*+){{0,5}}"
_FIRST_TOWN = re.compile(rf"[\s:]*+(?P<town>{_TOWN_WORDS})(?=\s{_CIVIL})")
_NEXT_TOWN = re.compile(
    rf"(?<!\w){_CIVIL}(?:{_GIVEN}\s{_SMALL}{{0,3}}+{_SURNAME}|{_SMALL}{{0,3}}+{_SURNAME}\s{_GIVEN})"
    rf"\s(?P<town>{_TOWN_WORDS})(?=\s{_CIVIL})"
)
_LEAST_TOWNS = 2


def towns_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """« Présents : VALBRUN M. Paul NOIR SAINT-PRIX Mme … »: communes in capitals above those whom they send, each led
    by a civility; a comma parts no name.
    """
    first = _FIRST_TOWN.match(text, start, end)
    if first is None or text.find(",", start, end) >= 0:
        return
    others = [match.span("town") for match in _NEXT_TOWN.finditer(text, first.end(), end)]
    if len(others) >= _LEAST_TOWNS:
        yield from (first.span("town"), *others)


def towns_of(text: str, cells: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Where the towns stand, each right before the cell (its start and end) that ends its row."""
    rows = [(max(end, start - _WIDEST), start) for (_, end), (start, _) in zip(((0, 0), *cells), cells, strict=False)]
    shape = max((_SURNAME_FIRST, _GIVEN_FIRST), key=lambda one: sum(_is_named(one, text, *row) for row in rows))
    groups = _recurring(text, rows)
    for row in rows:
        name = None if row in groups else _last(shape, text, *row)
        town = _TOWN.match(text, _after_given(text, name, row[1]), row[1]) if name else None
        if town:
            yield Span(*town.span("town"))
    yield from groups.values()


def _recurring(text: str, rows: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Span]:
    """The group of each row, where most end with words that recur, as far as these recur together; none elsewhere."""
    tails = {row: _tails(text, *row) for row in rows}
    often = Counter(text[slice(*tail)] for row in tails.values() for tail in row)
    found: dict[tuple[int, int], Span] = {}
    for row, ends in tails.items():
        alike = [tail for tail in ends if often[text[slice(*tail)]] == often[text[slice(*ends[0])]] > 1]
        if alike:
            found[row] = alike[-1]
    if 2 * len(found) <= len(rows):
        return {}
    alone = {row: _ALONE.search(text, *row) for row in rows if row not in found}
    return found | {row: Span(*code.span()) for row, code in alone.items() if code}


def _tails(text: str, start: int, end: int) -> list[Span]:
    """The last word of a row, the last two, …, but for the first of all: a name stands before."""
    words = _LAST_WORDS.search(text, max(start, end - _LONGEST_TAIL), end)
    starts = [words.start() + word.start() for word in re.finditer(r"\S+", words[0])] if words else []
    stop = words.end() if words else end
    return [Span(at, stop) for at in reversed(starts) if text[at].isupper() and at > start + 1]


def without_next_town(zone: Zone, heading: int, start: int, found: list[Member]) -> list[Member]:
    """« Commune Délégué présent VALBRUN Monsieur Paul NOIR SAINT-PRIX Madame … »: the first column of the next row is
    of no name, where a civility leads the members of a list whose heading (up to ``start``) tells of communes.
    """
    folded = zone.view.folded
    head = COMMUNE_FIRST.search(folded, max(zone.start, heading - _HEAD_REACH), start + 1)
    led = [name for name in found if _LED.search(folded, max(zone.start, name.start - _LEAD_REACH), name.start)]
    if head is None or len(led) < _LEAST or 3 * len(led) < 2 * len(found):
        return found
    return [_without_town(zone, name) for name in found]


def _without_town(zone: Zone, name: Member) -> Member:
    own = _NAME_AND_TOWN.match(name.value)
    if own is None or name.given or zone.view.text.count(name.value) > 1:
        return name
    return Member(own["name"], name.start, name.start + len(own["name"]))


def _is_named(shape: re.Pattern[str], text: str, start: int, end: int) -> bool:
    name = _last(shape, text, start, end)
    return name is not None and is_given_name(name["given"])


def _last(shape: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last name of a row: a holder may stand before it."""
    return max(shape.finditer(text, start, end), key=lambda name: name.start(), default=None)


def _after_given(text: str, name: re.Match[str], end: int) -> int:
    """Where a name ends, the second given name of « ROUX Anne Marie » included."""
    at = name.end()
    while (more := _MORE_GIVEN.match(text, at, end)) and is_given_name(more[1]) and more.end() < end - 1:
        at = more.end()
    return at


# « … M. Paul NOIR de Valbrun ; … », and then « M. Luc VERT de SAINT-PRIX. »
_OF_TOWN = re.compile(rf",?\s(?:de\s(?:la\s|l['’])?|d['’]|du\s|des\s)[{UPPER}][{LOWER}][^;,.:]{{1,40}}[;,.]")
_OF_CAPITALS = re.compile(rf"(?<=[{UPPER}][{UPPER}])\s(?:de\s(?:la\s)?|d['’]|du\s)[{UPPER}][{UPPER}\s'’-]+$")


def without_own_town(zone: Zone, found: list[Member]) -> list[Member]:
    """Names without the town in capitals behind one of them, where others are followed by theirs in small letters."""
    text = zone.view.text
    if not any(_OF_CAPITALS.search(name.value) for name in found):
        return found
    told = sum(_OF_TOWN.match(text, name.end) is not None for name in found)
    return [_before(name, _OF_CAPITALS) for name in found] if told >= _LEAST else found


def _before(name: Member, tail: re.Pattern[str]) -> Member:
    cut = tail.search(name.value)
    return Member(name.value[: cut.start()], name.start, name.start + cut.start()) if cut else name
