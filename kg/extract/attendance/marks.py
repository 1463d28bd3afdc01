"""For which items a member sits: « à partir de la délibération n° 4 », « jusqu'au point 6 », « sauf à la 41 »."""

import re
from dataclasses import dataclass
from typing import NamedTuple

_WORD = r"(?:deliberations?|questions?|points?|rapports?|dossiers?|affaires?|items?)"
_ITEM = (
    r"(?:(?:la |l'|le |les |au |du )?(?:examen d[eu] (?:la |l')?|vote d[eu] (?:la |l')?|debut d[eu] (?:la |l')?)?"
    rf"{_WORD}?\s*(?:n\s?[°ºo]s?\s*|numero\s*|db[- ]|dl[- ]|del[- ]?)?(?:[a-z]{{0,4}}[-_/ .]?(?:\d{{2,4}}[-_/ .])*)?)"
)
# « 4 », « 0209 », and « 1209 » behind a year: « 2023-1209 »
_NUMBER = r"(?P<n>0?\d{1,3}|(?<=\d{4}[-_/ .])\d{4})(?:\.(?P<sub>\d{1,2})(?![\d/]))?(?!\s?(?:h\b|h\d|heures|:\d|\d))"
# « jusqu'à 22h40, point n° 2 »: the clock says when, the item says for what.
_CLOCK = rf"(?:\d{{1,2}}\s?h(?:eures)?\s?\d{{0,2}}[\s,;(–-]*(?=(?:au |a la |de la |du |le |la )?{_WORD}\b))?"
_FROM = re.compile(r"(?:a partir d[eu]s?|a compter d[eu]|des|depuis)\s+" + _CLOCK + _ITEM + _NUMBER)
_UNTIL = re.compile(r"jusqu'(?:a|au|en)\s+" + _CLOCK + _ITEM + _NUMBER)
_BEFORE = re.compile(r"\bavant\s+" + _ITEM + _NUMBER)
_EXCEPT = re.compile(
    r"(?:sauf|hormis|excepte|en dehors d(?:e|u)|a l'exception d(?:e|u))\s+(?:a|pour|au)?\s*" + _ITEM + _NUMBER
)
# Coming and going, said of the member: (words, what the item's number means for who sits).
_COMES = r"(?:arrive|present|entre)e?s?\b(?:\s+en\s+(?:seance|cours))?(?:\s+a\s+\d{1,2}\s?h(?:eures)?\s?\d{0,2})?"
_GOES = (
    r"(?:depart|parti|quitt|sorti)\w*(?:\s+(?:de\s+)?la\s+(?:seance|salle))?(?:\s+a\s+\d{1,2}\s?h(?:eures)?\s?\d{0,2})?"
)
_CAME_AFTER = re.compile(_COMES + r"[\s,]*(?:apres|a l'issue)\s+[^\d()]{0,60}?" + _ITEM + _NUMBER)
_CAME_AT = re.compile(
    _COMES + rf"[\s,]*(?:au|a la|pour|lors d[eu]|avant)\s+(?=[^\d()]{{0,60}}?{_WORD})[^\d()]{{0,60}}?" + _NUMBER
)
# « signé à 18 h 52, avant la 2025-03 »: a number in two parts needs no word before it.
_CAME_BEFORE = re.compile(_COMES + r"[\s,]*avant\s+(?=(?:l[ae]\s)?\d{4}[-_/.]\d)" + _ITEM + _NUMBER)
_WENT_AFTER = re.compile(_GOES + r"[\s,]*(?:apres|a l'issue)\s+[^\d()]{0,60}?" + _ITEM + _NUMBER)
_UNKNOWN = re.compile(
    r"a partir d|a compter d|jusqu'|pendant|(?:present|arrive)e? en|depuis|sauf|\d{1,2}\s?h(?:eures)?\s?\d{0,2}"
    r"|pour l[ae]s? (?:dernier|premier|second|seul)|en (?:debut|fin|cours) d|momentan"
)
_MOVES = re.compile(r"\b(?:arrive|depart|parti|quitt|sorti)")
# « (DEL2024_005, _007 à _009) », « (pour les points 3 et 4) »: the items one by one.
_CODE = r"(?:[a-z]{2,5}[-_ ]?\d{4}[-_ ]|_)?\d{1,3}[a-e]?"
_BUT = r"(?:sauf|hormis|hors|excepte|en dehors d(?:es?|u)|a l'exce?ption d(?:es?|u)|a l'exclusion d(?:es?|u)|absente?)"
_ITEMS = re.compile(
    rf"\(\s?(?P<but>{_BUT}\s+)?(?:uniquement\s+)?(?:pour\s+|sur\s+|aux?\s+|a\s+|lors d(?:u|es)\s+)?(?:la |les |le |l')?"
    rf"(?:{_WORD}\s*(?:n\s?[°ºo*]?(?:/?s)?\s*)?(?=\d)"
    rf"|(?=[a-z]{{2,5}}\d{{4}}_))"
    rf"(?P<codes>{_CODE}(?:\s*(?:,|et|a|-)\s*{_CODE}){{0,40}})\)"
)
_PIECE = re.compile(r"(?P<to>\s*(?:a|-)\s*)?(?:[a-z]{2,5}[-_ ]?\d{4}[-_ ]|_)?(?P<n>\d{1,3})[a-e]?")
# Of one who is told away: « présente jusqu'à la délibération n° 8 », « en séance à partir du point 4 »
_SAT = re.compile(
    r"\b(?:presente?|(?:a|ayant) (?:siege|participe|assiste)|siege|participe|assiste|en seance)"
    r"(?: (?:en seance|physiquement|a la seance|seulement|uniquement))*,? "
    r"(?:jusqu|a partir d|a compter d|des\b|depuis)"
)
_BRACKETS = re.compile(r"[\[\]]")
# « M. ROUX est arrivé … », right after the name
COMES_OR_GOES = re.compile(
    r"\s*,?\s*(?:(?:est|a|etait|sont|ont)\s+)?(?:arriv|rejoi(?!\w*\s+pouv)|quitt|parti(?!cip|r\s+d)|sort)\w*\s"
)


_YEAR = re.compile(r"(?:19|20)\d\d")
# « 2.1 » as one figure, above any number of an act.
_DOTTED = 100_000
_LABEL = re.compile(r"\s*(?P<n>\d{1,2})\s?\.\s?(?P<sub>\d{1,2})?(?!\d)")
# « POINT 3 / … », « 3 – … »: what the item itself is counted as.
_COUNTED = re.compile(
    r"\s*(?:(?:point|question|affaire|dossier)\s(?:n\s?°\s?)?(?P<said>\d{1,2})(?!\d)|(?P<n>\d{1,2})\s?[/.)–—-]\s(?!\d))",
    re.IGNORECASE,
)


class Rank(NamedTuple):
    """Where an act stands: the last figures of its number, its place among the acts of the minutes, its « 2.1 ».

    ``place`` is the figure that heads the item (« POINT 3 / ») where one does.
    """

    number: int | None
    place: int | None
    dotted: int | None = None

    def against(self, limit: int) -> int | None:
        """What a printed limit is compared with: numbers below the first act's count items from one."""
        if limit >= _DOTTED:
            return self.dotted
        if self.number is None or (self.place is not None and limit < self.number - self.place + 1):
            return self.place
        return self.number


@dataclass(frozen=True, slots=True)
class Sitting:
    """For which items something holds: from one, until one, all but one, some. ``vague``: a limit without number."""

    first: int | None = None
    last: int | None = None
    but: frozenset[int] = frozenset()
    vague: bool = False
    items: frozenset[int] = frozenset()

    @property
    def always(self) -> bool:
        """Whether no limit is printed."""
        return self is ALWAYS or self == ALWAYS

    @property
    def told(self) -> bool:
        """Whether items limit it, and not only a clock."""
        return not self.always and not self.vague

    def holds(self, rank: Rank) -> bool | None:
        """Whether it holds for an item; None where that cannot be told."""
        if self is ALWAYS:
            return True
        limits = [limit for limit in (self.first, self.last, *self.but, *self.items) if limit is not None]
        if not limits:
            return None if self.vague else True
        item = rank.against(max(limits))
        if item is None:
            return None
        late = self.first is not None and item < self.first
        over = self.last is not None and item > self.last
        # « jusqu'au point 1, puis à compter du point 79 »: in two parts.
        apart = self.first is not None and self.last is not None and self.last < self.first
        return not (
            (late and over if apart else late or over)
            or item in self.but
            or (bool(self.items) and item not in self.items)
        )


ALWAYS = Sitting()


def read_sitting(folded: str, *, away: bool = False) -> Sitting:
    """The limits printed after a name; ``away`` in lists of those who do not sit: « arrivé » ends what they say."""
    if not folded or folded.isspace():
        return ALWAYS
    folded = _BRACKETS.sub(lambda match: "()"[match[0] == "]"], " ".join(folded.split()))
    codes = _ITEMS.search(folded)
    if codes:
        items = _items(codes["codes"])
        but = codes["but"] and not (away and codes["but"].startswith("absent"))
        return Sitting(but=items) if but else Sitting(items=items)
    first, last = _number(_FROM, folded), _number(_UNTIL, folded)
    if away and _SAT.search(folded):
        # « Luc BRUN (présent jusqu'au point 3) à Anne ROUX »: away after what he or she was there for
        first, last = None if last is None else last + 1, None if first is None else first - 1
    excepted = _number(_EXCEPT, folded)
    but = frozenset() if excepted is None else frozenset({excepted})
    before = _number(_BEFORE, folded)
    came, went = _moves(folded)
    last = before - 1 if before is not None and last is None and came is None else last
    if away and came is not None:
        return Sitting(last=came - 1)
    if away and went is not None:
        return Sitting(first=went + 1)
    first, last = first if came is None else came, last if went is None else went
    vague = first is None and last is None and not but and bool(_UNKNOWN.search(folded))
    return Sitting(first, last, but, vague)


def _moves(folded: str) -> tuple[int | None, int | None]:
    """The first item for which a member came, the last before he or she went."""
    if not _MOVES.search(folded):
        return None, None
    after, at = _number(_CAME_AFTER, folded), _number(_CAME_AT, folded) or _number(_CAME_BEFORE, folded)
    return (after + 1 if after is not None else at), _number(_WENT_AFTER, folded)


def _items(codes: str) -> frozenset[int]:
    """« _001 à _003, _007 »: 1, 2, 3 and 7."""
    items: set[int] = set()
    previous = 0
    for match in _PIECE.finditer(codes):
        number = int(match["n"])
        items.update(range(previous if match["to"] and previous < number else number, number + 1))
        previous = number
    return frozenset(items)


def _number(pattern: re.Pattern[str], folded: str) -> int | None:
    match = pattern.search(folded)
    return _figure(match) if match else None


def _figure(match: re.Match[str]) -> int:
    """A number, or the two of « 2.1 » as one that sorts as they do."""
    sub = match["sub"]
    return int(match["n"]) if sub is None else _DOTTED + 100 * int(match["n"]) + int(sub)


def _dotted(label: str, ordinal: int) -> int | None:
    """« 2.1 Budget »: where the act stands in an agenda of two levels; what comes before the first number is 0."""
    match = _LABEL.match(label)
    if match is None:
        return _DOTTED if ordinal == 1 else None
    return _DOTTED + 100 * int(match["n"]) + int(match["sub"] or 0)


def _counted(label: str) -> int | None:
    counted = _COUNTED.match(label)
    return int(counted["said"] or counted["n"]) if counted else None


def rank_of(number: str | None, ordinal: int, shared: bool, label: str = "") -> Rank:
    """What « n° 4 » in a list counts: the last figures of the act's number, else its rank in the minutes.

    ``label``: the first characters of the act.
    """
    digits = re.findall(r"\d+", number or "")
    place = (_counted(label) or ordinal) if shared else None
    return Rank(_last_figures(digits), place, _dotted(label, ordinal))


def _last_figures(digits: list[str]) -> int | None:
    """« 2021-045 », « 2023-0217 »: 45 and 217; four figures without zero count acts only behind a year."""
    if not digits:
        return None
    of_year = len(digits) > 1 and _YEAR.fullmatch(digits[-2]) is not None and len(digits[-1]) == 4
    return int(digits[-1]) if len(digits[-1].lstrip("0")) <= 3 or of_year else None
