"""Where a list of members ends: the first words that belong to none, the end of a page left aside."""

import re

from kg.extract.act import Zone
from kg.extract.attendance.cues import APPOINTED, APPOINTED_WITHIN, END
from kg.extract.attendance.furniture import furniture
from kg.model import Span
from kg.text.names import find_names

# A sentence: no list holds so many small words in a row, but for a column of « donne pouvoir à donne pouvoir à ».
_GIVEN = r"(?:pouvoir|procuration|mandat)"
_TWICE = rf"(?!{_GIVEN}\s(?:donnée?\s)?à\s(?:[a-zé]{{2,8}}\s)?{_GIVEN}\b)"
# « qui a donné mandat de voter en son nom à M. ROUX »
_IN_NAME_OF = rf"(?!(?:[a-zé]{{1,8}}\s){{0,4}}{_GIVEN}\s(?:[a-zàé]{{1,12}}\s){{1,7}}à\s(?:[a-z]\w{{0,8}}\s)?[A-ZÀ-Ý])"
_PROSE = re.compile(rf"(?<![\wÀ-ÿ]){_IN_NAME_OF}(?:{_TWICE}[a-zà-ÿœ][a-zà-ÿœ'-]{{0,60}}+[ \n,]++){{9}}")
_MORE = re.compile(
    r"\s*(?:(?:M|MM|Mr|Mme|Mmes|Mlle|Monsieur|Madame)\.?\s+)?(?:[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'.-]*\s+){0,3}[A-ZÀ-ÖØ-Þ][\wÀ-ÿ'.-]*(?:\s*[,;–—-]|\s+M(?:me|\.|onsieur|adame))"
)
# « 2 pour la commune de VALBRUN madame ROUX »: the list goes on with another commune
_MORE_OF = re.compile(
    r"\s*(?:\d{1,3}\s+)?pour\s+la\s+commune\s+d(?:e\s|u\s|es\s|')[^.:;]{2,50}?(?::|\s(?=monsieur\b|madame\b|m\.|mme\b))"
)
# « Anne ROUX à M. Paul NOIR »
_PAIR = re.compile(
    r"\s*(?:(?:M|Mr|Mme|Mlle|Monsieur|Madame)\.?\s)?(?:[A-ZÀ-ÖØ-Þ][\w'-]+\s){2,4}à\s(?:[A-ZÀ-ÖØ-Þ][\w'-]*\.?\s){1,3}[A-ZÀ-ÖØ-Þ]"
)
# « ; VALBRUN : Anne ROUX, … ; [stamp] SAINT-PRIX : Paul NOIR »: so it does where towns in capitals lead its members
_LED_BY_TOWN = re.compile(r"[;:.]\s[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ' -]{2,40}\s?:\s")
_MORE_OF_TOWN = re.compile(
    r"\s*[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ' -]{2,40}\s?:\s(?:(?:M\.|Mme|Monsieur|Madame)\s)?[A-ZÀ-ÖØ-Þ][\w'-]*\s[A-ZÀ-ÖØ-Þ]"
)
_REST = re.compile(r"\d\w{1,15}(?=\s)")  # « Pau1ette »: what OCR read as a figure ends the name
_TOWNS = 2
_NEW_SENTENCE = re.compile(r"\s*(?:A|À|Est|Ont|Sont)\s[a-zà-ÿ]")  # « Luc BRUN A été désignée : Mme ROUX »
_ASIDE = re.compile(r",[^,.;]{0,60},")  # « Mme ROUX, conseillère, est désignée »


def list_end(zone: Zone, start: int, limit: int) -> int:
    """Where a list ends: before the first words that end one, or before the name that such words speak of."""
    end = _cut(zone, start, limit)
    # A page ends in the middle of the list: what its head and its stamp hold is not read.
    for page in sorted(furniture(zone, start, min(limit, end + 260))):
        if page.start - 12 <= end < page.end and (_goes_on(zone, page.end) or _of_towns(zone, start, page)):
            end = _cut(zone, page.end, limit)
    return _before_sentence(zone, start, end)


def _goes_on(zone: Zone, position: int) -> bool:
    """Whether names with separators follow at once."""
    return bool(
        _PAIR.match(zone.view.text, position, zone.end)
        or _MORE.match(zone.view.text, position, zone.end)
        or _MORE_OF.match(zone.view.folded, position, zone.end)
    )


def _of_towns(zone: Zone, start: int, page: Span) -> bool:
    """Whether members follow under their town, as they stand before a page's words."""
    if not _MORE_OF_TOWN.match(zone.view.text, page.end, zone.end):
        return False
    return len(_LED_BY_TOWN.findall(zone.view.text, max(zone.start, start - 2), page.start)) >= _TOWNS


def _cut(zone: Zone, start: int, limit: int) -> int:
    return min(
        _outside(zone, END, zone.view.folded, start, limit), _outside(zone, _PROSE, zone.view.text, start, limit)
    )


def _outside(zone: Zone, pattern: re.Pattern[str], text: str, start: int, limit: int) -> int:
    """Where a pattern first stands outside parentheses, or the limit."""
    matches = (match.start() for match in pattern.finditer(text, start, limit))
    return next((position for position in matches if not _in_parentheses(zone, start, position)), limit)


def _in_parentheses(zone: Zone, start: int, position: int) -> bool:
    floor = max(start, position - 200)
    return zone.view.text.rfind("(", floor, position) > zone.view.text.rfind(")", floor, position)


def _before_sentence(zone: Zone, start: int, end: int) -> int:
    """« … Mme ROUX M. NOIR a été désigné »: the last name is the subject of what follows."""
    if not APPOINTED_WITHIN.search(zone.view.folded, start, min(zone.end, end + 60)):
        return end
    subject = start
    last: int | None = None
    for found in find_names(zone.view.text, start, end, listed=True):
        # « Mme ROUX et M. NOIR sont désignés »: both are the subject.
        joined = last is not None and re.match(r"\s*et\s", zone.view.folded[last : found.start])
        subject = subject if joined else found.start
        last = found.end
        after = _ASIDE.match(zone.view.folded, found.end, zone.end)
        misread = _REST.match(zone.view.folded, found.end, zone.end)
        told = after.end() if after else misread.end() if misread else found.end
        if APPOINTED.match(zone.view.folded, told, zone.end):
            return told if _NEW_SENTENCE.match(zone.view.text, told, zone.end) else subject
    return end
