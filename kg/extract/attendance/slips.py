"""A comma or a space that slipped into a name: « Mme Nathalie, ROUX, Mme Zoé VERT », « Anne VAL- MONT »."""

import re

from kg.extract.act import Zone
from kg.extract.attendance.cues import CIVILITY
from kg.extract.attendance.tables import Member, cut, writing
from kg.text.lexicon import GIVEN_NAMES
from kg.text.names import printed_name
from kg.text.view import fold_same_length

_SLIPPED = re.compile(r",\s")
_OF, _TO_ANOTHER = re.compile(r"(?<!\w)de\s$"), re.compile(r"\s[àÀaA]\s(?:M\.\s|Mme\s)?[A-ZÀ-Þ]")
_LEAST_GIVERS = 2
# « Anne VAL- MONT », « Anne VAL- MONT Paul NOIR »: the second half of a surname, alone or before the next member.
_HALVED = re.compile(r"-[ \n]")
_GIVEN_SURNAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ][^ ]* (?:.* )?[A-ZÀ-Þ']{2,}(?:-[A-ZÀ-Þ']+)*")
_SECOND_HALF = re.compile(
    r"(?P<half>[A-ZÀ-Þ']{2,}(?:-[A-ZÀ-Þ']+)*)"
    r"(?:\s+(?P<next>[A-ZÀ-Þ][a-zà-ÿ]\S{0,30}\s(?:.{0,40}\s)?[A-ZÀ-Þ]{2}.{0,80}))?",
    re.DOTALL,
)
# « IMime Anne ROUX », « Zoé VERT ML Luc BRUN »: civilities as scanned
_SCANNED_BEFORE = re.compile(r"(?:[AIJ]?M[im]{1,2}e|[AIJ]?Mine|M[ML]|[AIJ]M)[.,]? (?=[A-ZÀ-Þ][a-zà-ÿ].* [A-ZÀ-Þ]{2})")
_SCANNED_AFTER = re.compile(r"(?<=[A-ZÀ-Þ]{2}) (?:[AIJ]?M[im]{1,2}e|M[ML]|[AIJ]M|IL)$")
# « M. jacky BORTAN »: a given name without its capital
_SMALL_GIVEN = re.compile(
    r"(?:\bM\.?|\bMM\.?|\bMr|Mme|Mlle|Monsieur|Madame)[ \n]+"
    r"(?P<given>(?!(?:du|des|les|van|von|maire|dit)\b)[a-zà-ÿ]{3,12}) $"
)
# « M4 » of « M4RT1N »: letters and one figure, glued to what was read as the name
_GLUED_BEFORE = re.compile(r"(?<![\w.,'’/-])[A-ZÀ-Þ]{1,6}\d$")
_MOST_GLUED = 8
_AFTER_CIVILITY = re.compile(rf"(?<!\w){CIVILITY}\s*$")


def over_commas(zone: Zone, found: list[Member]) -> list[Member]:
    """One name where a comma parts a given name, which a civility leads, from a surname that none leads."""
    joined: list[Member] = []
    for name in found:
        last = joined[-1] if joined else None
        if last and _SLIPPED.fullmatch(zone.view.text, last.end, name.start) and _is_slip(zone, last, name):
            joined[-1] = Member(f"{last.value} {name.value}", last.start, name.end)
        else:
            joined.append(name)
    return joined


def _is_slip(zone: Zone, last: Member, name: Member) -> bool:
    given = " " not in last.value and fold_same_length(last.value).split("-")[0] in GIVEN_NAMES
    led = given and _AFTER_CIVILITY.search(zone.view.folded, max(zone.start, last.start - 12), last.start)
    return bool(led) and writing(last.value) == "small" and name.value.isupper() and " " not in name.value


def over_hyphens(zone: Zone, found: list[Member]) -> list[Member]:
    """« Anne VAL- MONT Paul NOIR »: one surname, where the hyphen is glued to its first half, then the next member."""
    text = zone.view.text
    joined: list[Member] = []
    for name in found:
        last = joined[-1] if joined else None
        halved = last and _HALVED.fullmatch(text, last.end, name.start) and _GIVEN_SURNAME.fullmatch(last.value)
        second = _SECOND_HALF.fullmatch(text, name.start, name.end) if halved else None
        if last and second:
            joined[-1] = Member(f"{last.value}-{second['half']}", last.start, second.end("half"))
            if second["next"]:
                joined.append(Member(printed_name(second["next"]), second.start("next"), name.end))
        else:
            joined.append(name)
    return joined


def as_scanned(zone: Zone, found: list[Member]) -> list[Member]:
    """Names without the civilities that OCR left in them, and with the given names that lost their capital."""
    text = zone.view.text
    told: list[Member] = []
    for name in found:
        before = _SCANNED_BEFORE.match(name.value)
        own = cut(name, before.end()) if before else _from_its_word(text, name)
        after = _SCANNED_AFTER.search(own.value) if writing(own.value) == "mixed" else None  # « ROUX ML » has initials
        if after:
            own = Member(own.value[: after.start()], own.start, own.end - len(after[0]))
        if own.value.isupper() and (given := _SMALL_GIVEN.search(text, max(zone.start, own.start - 24), own.start)):
            own = Member(f"{given['given']} {own.value}", given.start("given"), own.end)
        told.append(own)
    return told


def _from_its_word(text: str, name: Member) -> Member:
    """« - M4RT1N Bernard »: from where its first word begins, a figure that OCR read for a letter included."""
    word = _GLUED_BEFORE.search(text, max(0, name.start - _MOST_GLUED), name.start)
    if word is None:
        return name
    return Member(printed_name(text[word.start() : name.end]), word.start(), name.end)


def without_of(zone: Zone, start: int, found: list[Member]) -> list[Member]:
    """« Pouvoirs : de ROUX Anne à NOIR Paul, de VERT Zoé à BRUN Luc »: « de » leads each giver, and is of no name."""
    text = zone.view.text
    givers = [name for name in found if _TO_ANOTHER.match(text, name.end)]
    led = [
        name
        for name in givers
        if name.value.startswith("de ") or _OF.search(text, max(start, name.start - 4), name.start)
    ]
    if len(givers) < _LEAST_GIVERS or len(led) < len(givers):
        return found
    return [cut(name, 3) if name.value.startswith("de ") else name for name in found]
