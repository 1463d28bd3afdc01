"""Dates of a sitting in headings: « Séance du … », « Procès-verbal du conseil municipal du … », beside a number."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone, once
from kg.text.dates import find_dates
from kg.text.found import Found

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_A_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")
_WEEKDAY_BEFORE = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\s*,?\s*(?:le\s+)?$")
WEEKDAY = rf"(?:(?:{'|'.join(_WEEKDAYS)})\s*)?"
_ASSEMBLY = (
    r"(?:consei[lt]s?(?!\w)(?:\s+(?:municipal|communautaire|metropolitain|departemental|regional|syndical|general|de\s+communaute"
    r"|de\s+metropole|d'administration|d'agglomeration|du\s+territoire))?|comite(?:\s+syndical)?|bureau(?:\s+\w{5,14})?"
    r"|commission\s+permanente|assemblee(?:\s+\w{5,16})?)"
)
_NUMBER = r"(?:\s*n\s?[°o]\s?\d{1,4}(?:[/-]\d{2,4})?)?"
_HEADING = re.compile(
    rf"\b(?:(?:seance|session|reunion|assemblee)(?:\s+(?:ordinaire|extraordinaire|publique|officielle|pleniere|du\s+quorum))*"
    rf"(?:\s+du\s+{_ASSEMBLY})?(?:\s+en\s+date)?|{_ASSEMBLY}(?:\s+[\w'-]+){{0,6}}?(?:\s+en\s+date)?)"
    rf"{_NUMBER}\s*:?\s+(?:(?:tenue?|reunie?)\s+)?(?:du|d\s+u|de|le|des?|–|—|-)\s*:?\s*{WEEKDAY}$"
    # « Date de la séance : », « PV CM 12/03/2024 »
    rf"|\bdate\s+d(?:e|u)\s+(?:la\s+|l')?(?:seance|reunion|session|assemblee|conseil(?:\s+\w{{5,16}})?)\s*:?\s*(?:le\s+)?{WEEKDAY}$"
    rf"|(?:\bc\.m\.\s+du\s+|\b(?:c\.?r\.?|p\.?v\.?|proces[\s–-]{{1,3}}verbal|compte[\s-]rendu)\s+(?:du\s+)?(?:cm|cc|cs|bc|ca)\s+(?:du\s+)?)\s*{WEEKDAY}$"
)
_BARE_HEADING = re.compile(
    rf"\b(?:{_ASSEMBLY}|liste\s+des\s+deliberations|compte[\s-]rendu|proces[\s–-]{{1,3}}verbal){_NUMBER}[^.;:\d]{{0,90}}?(?:\bdate\s*:\s*)?(?:\b(?:du|le)\s+)?{WEEKDAY}$"
)
_NUMBERED = re.compile(
    r"\bdeliberation\s+n\s*°\s*[^\s]{1,30}?(?:\s+[\d-]{1,12})?(?:\s+du|\s*examinee\s+le|\s+en\s+date\s+du)\s+$"
)
_OPENED = re.compile(
    rf"\b(?:(?:seance|session|reunion|elle)\s+(?:est|a\s+ete)\s+(?:declaree\s+)?ouverte|ouvre\s+la\s+(?:seance|reunion|session))"
    rf"\s+(?:a\s+\d[\dh ]{{1,8}}(?:heures?\s+)?(?:\d\d\s+)?)?le\s+{WEEKDAY}$"
)
_LABEL_ALONE = re.compile(rf"(?<![\w'])(?:date|le|jour)\s*:\s*(?:le\s+)?{WEEKDAY}$")
_BOX = re.compile(r"\s*[,;–|-]?\s*(?:heures?|horaires?|lieu)\s*:")
_BOX_BEFORE = re.compile(r"(?<!\w)(?:lieu|heures?|horaires?)\s*:[^:]{2,50}$|(?<!\w)seance\s+n\s?°\s?[\d/-]{1,9}\s*$")
_OTHER_SITTING = re.compile(
    r"approbation|approuv(?!ees?\s+(?:lors|par))|adoption|adopte\b|arrete\s+en|preceden|derniere|prochaine|convo|publi(?:ee?s?|cation)\b"
    r"|affich|\bavis\s+(?:\w+\s+)?d[ue]\b|\b(?:vu|la|sa|par|une|cette)\s+(?:la\s+|sa\s+)?deliberation\b"
)
# « Procès-verbal de la réunion du conseil municipal du … »: in a list, the title of an item
_MINUTES = re.compile(
    r"(?<!\w)(?:proces[\s–-]{1,3}verba(?:l|ux)|comptes?[\s-]rendus?|p\.?\s?v\.?|c\.?\s?r\.?)\s[^.;:\d]{0,80}$"
)
_POSTED = re.compile(r"convo|publi|affich|recu|recep|envoy|transm|prochain|preceden|dernier|approuv|approb")
# Where another date ends; « n° 3/2024 » is none.
_YEAR = re.compile(r"(?<!\d/)\d{4}|(?<=\d\d/)\d{4}")


class Stated(NamedTuple):
    """A date of the sitting, where it stands, by which rule, and what the weekday beside it says of it."""

    date: dt.date
    start: int
    end: int
    rule: str
    weekday: bool | None


def headed_dates(head: Zone) -> list[Stated]:
    """Dates that a heading leads to; not those of the minutes that it approves."""
    return once(head.view, ("headed dates", head.start, head.end), lambda: [*_headed(head)])


def _headed(head: Zone) -> Iterator[Stated]:
    dates = [
        (date, _YEAR.split(head.view.folded[max(head.start, date.start - 190) : date.start])[-1])
        for date in find_dates(head.view.folded, head.start, head.end)
    ]
    for pattern, rule in ((_HEADING, "heading"), (_BARE_HEADING, "heading-of-minutes")):
        for date, said in dates:
            heading = pattern.search(said)
            if heading and not _OTHER_SITTING.search(said, max(0, heading.start() - 70)):
                yield stated_at(head, date, rule)


def is_of_minutes(folded: str, stated: Stated) -> bool:
    """Whether the words before a date say minutes, of which an item of a list may be the approval."""
    return _MINUTES.search(folded, max(0, stated.start - 120), stated.start) is not None


def numbered_dates(head: Zone) -> Iterator[Stated]:
    """« Délibération n° CP 2023-24 du 25 janvier 2023 », in the first lines of the act."""
    for date in find_dates(head.view.folded, head.start, head.end):
        if _NUMBERED.search(head.view.folded, max(head.start, date.start - 70), date.start):
            yield stated_at(head, date, "date-beside-the-number")


def bare_dates(head: Zone) -> Iterator[Stated]:
    """« Conseil n° 3 de l'année 2021 Mardi 30 mars 2021 »: a date with its right weekday, alone at the top."""
    dates = [stated_at(head, date, "date-at-the-top") for date in find_dates(head.view.folded, head.start, head.end)]
    told = [
        one
        for one in dates
        if one.weekday and not _POSTED.search(head.view.folded, max(head.start, one.start - 60), one.start)
    ]
    if len({one.date for one in told}) == 1:
        yield told[0]


def boxed_dates(head: Zone) -> Iterator[Stated]:
    """« Date : 09/06/2020 ⏎ Heure : 18 h 30 ⏎ Lieu : mairie »: a label alone, beside those of a sitting."""
    folded = head.view.folded
    for date in find_dates(folded, head.start, head.end):
        label = _LABEL_ALONE.search(folded, max(head.start, date.start - 30), date.start)
        if label and (
            _BOX.match(folded, date.end, head.end)
            or _BOX_BEFORE.search(folded[max(0, label.start() - 60) : label.start()])
        ):
            yield stated_at(head, date, "date-in-a-box")


def opened_dates(head: Zone) -> Iterator[Stated]:
    """« Elle est ouverte le vendredi 3 février 2023 à 9 h 45 », where no heading says the date."""
    for date in find_dates(head.view.folded, head.start, head.end):
        if _OPENED.search(head.view.folded, max(head.start, date.start - 70), date.start):
            yield stated_at(head, date, "sitting-opened-on")


def stated_at(zone: Zone, date: Found[dt.date], rule: str) -> Stated:
    """``weekday`` is whether the weekday printed before the day is that of the date; None where none is printed."""
    day = date.start
    inside = _A_WEEKDAY.search(zone.view.folded[date.start : date.end])
    before = inside or _WEEKDAY_BEFORE.search(zone.view.folded, max(zone.start, day - 20), day)
    agrees = _WEEKDAYS.index(before[1]) == date.value.weekday() if before else None
    return Stated(date.value, date.start, date.end, rule, agrees)
