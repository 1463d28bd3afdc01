"""Where a list of names ends: at the first that is not written as the others and that nothing leads to."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.tables import Member, writing

_OF_PLACE = re.compile(r"d(?:e|u|es)\s|d'")  # « M. ROUX Luc de VALBRUN »
# What leads to a name, however it is written.
_INTRODUCES = re.compile(rf"[,;–—-]\s*$|\bet\s*$|\(\s*$|(?i:{CIVILITY})\s*$|(?:à|À|par|pour|de|d')\s*$")
_WORD = re.compile(r"[^\W\d_]{2}")
_LED_AGAIN, _NEXT = 4, 6  # members led, of the next so many names
_LED = re.compile(r"(?:\b|[IAJ])(?:M{1,2}[.,L]?|M\.|Mr|[IM]{0,2}[Mm]i?me|Mlle|Monsieur|Madame)\s*$")
_SHORTEST_PROSE = 23  # eight words of two letters


def of_list(text: str, start: int, found: list[Member], style: str | None) -> Iterator[Member]:
    """The names up to the first that is not written as the others and that no separator or civility introduces."""
    position = start
    for index, name in enumerate(found):
        if style == "mixed" and _is_glued(text, name):
            continue
        gap = text[position : name.start]
        off_style = style is not None and writing(name.value) not in (style, "mixed")
        if off_style and not (_INTRODUCES.search(gap) or (position == start and not _WORD.search(gap))):
            if position > start and gap == " " and _OF_PLACE.match(name.value) and "\n" not in gap:
                continue
            if (
                _resumes(text, name, found[index + 1 : index + 2], style)
                or _holders_follow(text, found, index, style)
                or _led_again(text, name, found[index + 1 : index + 1 + _NEXT], style)
            ):
                continue
            return
        if position > start and _prose(gap):
            return
        yield name
        position = name.end


def _resumes(text: str, noise: Member, following: list[Member], style: str | None) -> bool:
    """« (pouvoir à Anne ROUX)JD, Paul NOIR »: a separator and a name as the others follow at once."""
    return any(
        writing(name.value) in (style, "mixed") and re.fullmatch(r"[\s\W]*[,;–—-][\s\W]*", text[noise.end : name.start])
        for name in following
    )


def _is_glued(text: str, name: Member) -> bool:
    """« Commune de Saint-Prix -lès-Valmont »: the end of a name of place, which a hyphen ties to what is before."""
    return " " not in name.value and writing(name.value) == "small" and text[name.start - 1] in "-–"


def _led_again(text: str, noise: Member, following: list[Member], style: str | None) -> bool:
    """« M. Paul NOIR. Le. UY Mme Zoé VERT, M. Luc BRUN, Mme Ida ROSE »: most of those next are members as before."""
    led = [
        name
        for name in following
        if writing(name.value) == style and _LED.search(text, max(0, name.start - 12), name.start)
    ]
    enough = len(led) >= _LED_AGAIN or (len(following) < _NEXT and len(led) > len(following) // 2 > 0)
    return enough and not any(_prose(text[one.end : other.start]) for one, other in pairwise([noise, *following]))


def _holders_follow(text: str, found: list[Member], index: int, style: str | None) -> bool:
    """« Anne ROUX Paul NOIR Saint-Prix Valbrun à Zoé VERT à Luc BRUN »: a column of places before that of holders."""
    for before, name in pairwise(found[index : index + 8]):
        gap = text[before.end : name.start]
        if writing(name.value) == style:
            return bool(
                re.fullmatch(r"[\s\W]*(?:à|par|pouvoir à|procuration à)\s+(?:M\.?\s|Mme\s|Monsieur\s|Madame\s)?", gap)
            )
        if re.search(r"\w", gap):
            return False
    return False


def _prose(gap: str) -> bool:
    """A sentence stands between two names, which no link explains: the list was over."""
    if len(gap) < _SHORTEST_PROSE:
        return False
    words = re.findall(r"\b[a-zà-ÿ]{2,}\b", re.sub(r"\([^()]*\)", "", gap))
    linked = re.search(
        r"pouv?oir|procuration|mandat|repr[ée]sent|suppl|remplac|donn|d[ée]lib[ée]ration|point|question", gap
    )
    return len(words) > (45 if linked else 7)
