"""For which items a member sits: « à partir de la délibération n° 4 », « jusqu'au point 6 », « sauf à la 41 »."""

import re
from dataclasses import dataclass

_ITEM = (
    r"(?:(?:la |l'|le |les |au |du )?(?:examen d[eu] (?:la |l')?|vote d[eu] (?:la |l')?|debut d[eu] (?:la |l')?)?"
    r"(?:deliberations?|questions?|points?|rapports?|dossiers?|affaires?|items?)?\s*"
    r"(?:n\s?[°ºo]s?\s*|numero\s*|db[- ]|dl[- ]|del[- ]?)?(?:[a-z]{0,4}[-_/ .]?(?:\d{2,4}[-_/ .])*)?)"
)
_NUMBER = r"(?P<{0}>\d{{1,3}})(?!\s?(?:h\b|h\d|heures|:\d|\d))"
_FROM = re.compile(r"(?:a partir d[eu]s?|a compter d[eu]|des|depuis)\s+" + _ITEM + _NUMBER.format("n"))
_UNTIL = re.compile(r"(?:jusqu'(?:a|au|en)|avant)\s+" + _ITEM + _NUMBER.format("n"))
_EXCEPT = re.compile(r"(?:sauf|hormis|excepte)\s+(?:a|pour|au)?\s*" + _ITEM + _NUMBER.format("n"))
_AFTER = re.compile(r"(?:arrive|present)e?s?\s+(?:apres|a l'issue)\s+[^\d()]{0,60}?" + _ITEM + _NUMBER.format("n"))
_UNKNOWN = re.compile(
    r"a partir d|a compter d|jusqu'|pendant|(?:present|arrive)e? en|depuis|sauf|\d{1,2}\s?h(?:eures)?\s?\d{0,2}"
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """For which items something holds: from one, until one, all but one. ``vague``: a limit without item number."""

    first: int | None = None
    last: int | None = None
    but: int | None = None
    vague: bool = False

    @property
    def always(self) -> bool:
        """Whether no limit is printed."""
        return self == Sitting()

    def holds(self, item: int | None) -> bool | None:
        """Whether it holds for an item; None where that cannot be told."""
        if self.first is None and self.last is None and self.but is None:
            return None if self.vague else True
        if item is None:
            return None
        return not (
            (self.first is not None and item < self.first)
            or (self.last is not None and item > self.last)
            or item == self.but
        )


ALWAYS = Sitting()


def read_sitting(folded: str) -> Sitting:
    """The limits printed in what follows a name."""
    first, last, but = (_number(pattern, folded) for pattern in (_FROM, _UNTIL, _EXCEPT))
    after = _number(_AFTER, folded)
    if after is not None and first is None:
        first = after + 1
    vague = first is None and last is None and but is None and bool(_UNKNOWN.search(folded))
    return Sitting(first, last, but, vague)


def _number(pattern: re.Pattern[str], folded: str) -> int | None:
    match = pattern.search(folded)
    return int(match["n"]) if match else None


def item_number(number: str | None, ordinal: int, shared: bool) -> int | None:
    """What « n° 4 » in a list counts: the last figures of the act's number, else its rank in the minutes."""
    digits = re.findall(r"\d+", number or "")
    if digits and len(digits[-1]) <= 3:
        return int(digits[-1])
    return ordinal if shared else None
