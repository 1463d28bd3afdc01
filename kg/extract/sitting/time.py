"""At what time a sitting was held: in the opening sentence, beside the date of the heading, where it is opened.

« à dix-neuf heures trente », « Séance du … à 18 h 00 », « la séance est ouverte à 18h05 », « Heure : 20:30 », « à
midi ».
"""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Mention, Zone
from kg.extract.sitting.cells import cells_below
from kg.extract.sitting.opening import Opening, above_subject
from kg.model import Span
from kg.text.cues import Led
from kg.text.dates import find_days
from kg.text.numbers import NUMBER_WORDS, read_number

TIME = re.compile(
    rf"(?<![\d/.,-])(?:(?P<hour>[012]?\d|[l1]\s*\d)\s*(?:h(?:eures?|rs?|\.)?|:|(?<=\d)h|\.(?=[0-5]\d\s?h\b))"
    rf"(?:\s*(?P<minute>[0-5]\d)(?!\d)|\s+(?:et\s+)?(?P<small>\d)(?=\s+minutes?)|\s+(?:et\s+)?(?P<part>demie|quart)\b"
    rf"|\s+(?:et\s+)?(?P<minutes>{NUMBER_WORDS})(?=\W))?"
    rf"|(?P<words>{NUMBER_WORDS})\s+heures?(?:\s+(?:et\s+)?(?P<half>demie|quart)|\s+(?:et\s+)?(?P<rest>{NUMBER_WORDS})(?=\W))?"
    r"|(?P<noon>midi)(?:\s+(?:et\s+)?(?P<after>trente|demie|quart|quinze))?\b)"
)
# Where a sitting is said to begin; the time follows.
OPENS = Led(
    r"(?:ouv(?:re|erte?|rir|erture)\b[^.;]{0,40}?\b(?:seance|reunion|session)\b"
    r"|\b(?:seance|reunion|session)\b(?:[^.;]|(?<=\bm)\.|(?<=\bmme)\.){0,90}?\b(?:ouverte?|s'ouvre|(?:a\s+)?debutee?|(?:a\s+)?commencee?|demarre)\b"
    r"|\b(?:elle|celle-ci)\s+(?:est\s+ouverte|a\s+ete\s+ouverte|s'ouvre|s'est\s+ouverte|(?:a\s+)?debutee?|(?:a\s+)?commencee?|demarre)\b"
    r"|\bdebut\b[^.;]{0,20}(?:seance|reunion|session|conseil))"
    r"[^.;]{0,60}?(?:\ba|:|\bde)\s+(?=[\dl]|midi\b|[a-z]{3,9}(?:[\s-][a-z]{3,6})?\s+h)"
    r"|\b(?:heure|horaire)s?(?:\s+d(?:e|u)\s+(?:la\s+|l')?(?:reunion|seance|session|conseil|debut|convocation)(?:\s+de\s+(?:la\s+)?(?:seance|reunion))?|\s+d'ouverture(?:\s+de\s+(?:la\s+)?seance)?)?\s*:\s*(?=\d)"
    r"|(?<!')\bouverture\s+(?:a|:)\s+(?=\d{1,2}\s?h)"
    r"|\bouvre\s+a\s+(?=(?:\d{1,2}\s?h|[a-z-]{3,12}(?:\s[a-z]{2,6}){0,2}\s+heures?)[^.;]{0,25}\bla\s+(?:seance|reunion|session))"
    r"|\bil\s+est\s+(?=\d{1,2}\s*h(?:eures?)?\s*\d{0,2}\s*[.;,])",
    ("ouv", "seance", "reunion", "session", "debut", "heure", "horaire", "il ", "il\n", "elle", "celle-ci"),
)
# « du 12 mars 2024 tenue en mairie à 20 h »
_AFTER_PLACE = re.compile(
    r"(?![^.;:]{0,90}(?:convo|affich|publi|leve|arriv|recu|transm))"
    r"(?:[^.;:]{3,90}?\ba\s+(?:partir\s+de\s+)?(?=\d{1,2}\s?h)|\s[^.;:\d]{3,60}?\s(?=\d{1,2}\s?h\s?\d\d\b))"
)
_HELD = re.compile(r"\b(?:seance|reunion|session)\s+(?:tenue|s'est\s+(?:tenue|deroulee))(?=\s+(?:a|au|en|dans)\b)")
_AFTER_DATE = re.compile(r"[\s,|(–—-]{0,4}(?:a\s+|:\s+)?")
_CLOSES = re.compile(
    r"lev(?:ee|e)\b|fin\b|clo(?:se|tur)|jusqu|suspen|repris|arriv|depart(?!ement)|quitt|au\s+plus\s+tard"
)
# « À 18 h 30 précises, M. NOIR, président, fait l'appel et ouvre la séance »
_THEN_OPENS = re.compile(
    r"(?<![\w])a\s+(?=(?:[012]?\d\s?h|[a-z-]{3,12}(?:[\s-][a-z]{3,6}){0,2}\s+heures?)[^.;]{0,90}?(?:\bm\.[^.;]{0,80})?\b(?:ouvre|ouverte|fait\s+l'appel|procede\s+a\s+l'appel|declare)\b)"
)
_AT = re.compile(
    r"\b(?:a|de(?=\s+\d{1,2}\s?h[\w\s]{0,10}?\sa\s+\d)|des|vers)\s+(?:partir\s+de\s+)?(?=[\dl]|midi\b|[a-z]{2,9}(?:[\s-][a-z]{2,6}){0,2}\s+heures?)"
)
_HEAD = 800
_FIRST_WORDS = 2500
_QUARTERS = {"demie": 30, "trente": 30, "quart": 15, "quinze": 15}


def read_time(act: Act, opening: Opening | None, dates: list[int], towns: list[int]) -> Iterator[Mention]:
    """``session/time``: the first told, from the surest source to the least sure.

    ``dates`` are where the statements of the date end, ``towns`` where a town printed after them does.
    """
    for zone, position, rule in _places(act, opening, dates, towns):
        told = TIME.match(zone.view.folded, position, min(zone.end, position + 60))
        value = _clock(told) if told else None
        if told and value and not _CLOSES.search(zone.view.folded, max(zone.start, position - 30), position):
            yield Mention("session/time", value, (Span(told.start(), told.end()),), rule)
            return


def _places(act: Act, opening: Opening | None, dates: list[int], towns: list[int]) -> Iterator[tuple[Zone, int, str]]:
    whole = act.whole
    if opening:
        yield from ((whole, at.end(), "time-of-opening") for at in whole.part(opening.start, opening.end).find(_AT))
    yield from ((whole, _after_date(whole, end), "time-beside-the-date") for end in dates)
    yield from ((whole, cell, "time-below-the-date") for end in dates for cell in cells_below(whole, end))
    yield from ((whole, end, "time-after-the-town") for end in towns)
    held = [told.end() for told in act.preamble.part(act.preamble.start, act.preamble.start + _HEAD).find(_HELD)]
    placed = (_AFTER_PLACE.match(whole.view.folded, end) for end in (*dates, *held))
    yield from ((whole, told.end(), "time-after-the-place") for told in placed if told)
    head = above_subject(act).part(0, above_subject(act).start + _HEAD)
    for day in find_days(whole.view.folded, head.start, head.end):
        yield whole, _after_date(whole, day.end), "time-beside-the-day"
    begins = act.preamble.end if act.shared else act.item.start
    for zone in (act.preamble, whole.part(begins, begins + _FIRST_WORDS)):
        for cue in (OPENS, _THEN_OPENS):
            yield from ((zone, opens.end(), "sitting-opened-at") for opens in zone.find(cue))


def _after_date(zone: Zone, end: int) -> int:
    after = _AFTER_DATE.match(zone.view.folded, end)
    return after.end() if after else end


def _clock(told: re.Match[str]) -> str | None:
    """``HH:MM``; None where the hour or the minutes are of no clock."""
    if told["noon"]:
        return f"12:{_QUARTERS.get(told['after'] or '', 0):02}"
    hour = int(told["hour"].replace("l", "1").replace(" ", "")) if told["hour"] else read_number(told["words"])
    part = told["part"] or told["half"]
    if part:
        minutes: int | None = _QUARTERS[part]
    elif told["minutes"] or told["rest"]:
        minutes = read_number(told["minutes"] or told["rest"])
    else:
        minutes = int(told["minute"] or told["small"] or 0)
    if hour is None or minutes is None or hour > 23 or minutes > 59:
        return None
    return f"{hour:02}:{minutes:02}"
