"""The date on which members were convened (CGCT L2121-10 and L2121-11).

« Date de convocation : … », « convoqué le … », « sur convocation qui leur a été adressée le … ». A day without its year
takes the year of the sitting, or the year before where it would fall after it.
"""

import datetime as dt
import re
from collections.abc import Iterator

from kg.extract.act import Act, Mention, Zone
from kg.extract.sitting.dated_labels import dated_labels
from kg.extract.sitting.headed_dates import WEEKDAY
from kg.extract.sitting.previous_sitting import last_such_day
from kg.model import Span
from kg.text.cues import matches_at_cues
from kg.text.dates import find_dates, find_days
from kg.text.found import Found

FIELD = "convocation_date"
_CONVENED = re.compile(
    r"\b(?:convoque\(?e?\)?\(?s?\)?|invitations?(?=\s+(?:adressee|envoyee|transmise|remise|faite)s?\b)|invitee?s?(?=\s+(?:par|le)\b)|appelee?s\s+a\s+sieger(?=\s+par\b)|convocations?(?=\s+(?:qui|legale|adressee|envoyee|reguliere|individuelle|en\s+urgence|faite|remise|portee|datee|notifiee|distribuee|expediee|deposee|effectuee|lancee|parvenue|ecrite|transmise|de\s+m|du\s+maire|en\s+date|du\s+conseil|lui|vous|nous|a\s+eux|leur|des\s+(?:elus|membres|conseillers|delegues)|de\s+(?:tous|toutes|chacun|chaque|l'ensemble)\b|de\s+s(?:on|a)\b|de\s+(?:monsieur|madame)\b|aux\s+(?:elus|membres|conseillers|delegues)\b|du\s+president|de\s+la\s+presidente|dematerialisee|electronique|(?:a|ont|avait|avaient|ayant)\s+(?:bien\s+)?ete|(?:avait|fut|furent|sont|est|etait|etaient)\s+(?:adress|envoy|transmi|remis|faite|dat|notifi|expedi|lanc|parven|parti|affich)\w*|affichee|individuelles|regulieres|legales|ecrites|etablie|signee|par\s+|du\s+\d|du\s+[a-z]+\s+[a-z]+\s+deux|pour\s+le\s|le\s+)))"
)
# From « convoqué » to its date: no other sitting, no list, no end of sentence.
_ENDS = re.compile(
    r"reuni|assembl|present|seance\s+du|\bordre\s+du\s+jour(?!\s*(?:,|et\b|a\s+ete\b|ont\b))|l'an\s+|;|\.\s+(?!\d|l\b)(?<!\bm\.\s)(?<!\bart\.\s)|s'est\b|se\s+sont\b"
)
# « convocation du conseil municipal du … » may tell the day of the sitting itself.
_OF_THE_SITTING = re.compile(r"\bdu (?:conseil|bureau|comite)(?: \w{5,16})? (?:du|de ce) [^;]{0,12}$")
# « convocation du conseil municipal pour le lundi 24 mars »: the day of the sitting, whatever the sitting's date says.
_DAY_TO_COME = re.compile(rf"\bpour (?:l[ea] (?:seance|reunion|session|conseil)[\w ]{{0,24}} du |le )(?:{WEEKDAY} )?$")
# « Le 19 mars 2025 : convocation du conseil », « 19/03/2025, envoi de la convocation »
_DATED_FIRST = re.compile(
    r"\s{0,3}[:,–—-]?\s{0,3}(?:(?:l')?(?:envoi|remise|transmission|expedition) d(?:e |es )(?:la |l'|cette )?)$"
    r"|\s{0,3}[:,–—-]\s{0,3}(?:la |les )?$"
)
# What comes before a date that is not the sitting's.
_CONVOCATION = re.compile(
    r"(?:convo|invitation|invitee?s\s+par|appelee?s\s+a\s+sieger)\w*(?:(?!reuni|assembl)[^;]){0,200}$|(?:envoy|publi|affich|prefecture|recu|recep|transmi)\w*[^;]{0,30}$"
    r"|datee?\s+du\s+$|en\s+date\s+d\w{1,3}\s+$"
)
# « Le mardi 9 mars 2021 à 20 heures, le conseil … »: how a sentence begins that opens a sitting.
_OPENS_AT = re.compile(
    r"[\s,]{1,3}(?:(?:a|vers|des)\s+(?:\d|[a-z-]+\s+heures?\b)|l[ea]s?\s+(?:conseil|comite|bureau|commission|membres))"
)
_NEW_SENTENCE = re.compile(rf"(?:\d|\n|[.;])\s*(?:le|ce)\s+{WEEKDAY}$")
_LEANS = re.compile(r"\b(?:le|du|au|de|en date|ce|jour|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s{0,2}$")
_BOX_REACH = 300
_WORDS = ("convo", "invit", "appel")
_REACH = 230
_BEFORE = 80
_HEAD = 6000
_OVERFLOW = 300


def read_convocation(act: Act, sitting: dt.date | None) -> Iterator[Mention]:
    """``convocation_date``, in what is said once for all acts, else (a single act) anywhere in the act."""
    for zone in (act.preamble.part(act.preamble.start, act.preamble.start + _HEAD), *_others(act)):
        found = list(_in_zone(zone, sitting))
        if found:
            yield from found
            return


def _others(act: Act) -> tuple[Zone, ...]:
    """In minutes on one line, the last words of the opening may have gone with the first item."""
    if act.shared:
        return act.whole.part(act.preamble.end, act.preamble.end + _OVERFLOW), act.closing
    return act.item, act.closing


def _in_zone(zone: Zone, sitting: dt.date | None) -> Iterator[Mention]:
    """The first labelled date and the first of a sentence: they say the same, or there are two answers."""
    if all(zone.view.folded.find(word, zone.start, zone.end) < 0 for word in _WORDS):
        return
    for dated in [one for one in dated_labels(zone) if one.kind == "convocation"][:1]:
        if (date := _in_its_box(zone, dated.date, sitting)) is not None:
            yield Mention(FIELD, date.value, (Span(date.start, date.end),), "date-of-convocation")
    for convened in matches_at_cues(_CONVENED, zone.view.folded, _WORDS, zone.start, zone.end):
        before = _date_before(zone, convened.start(), sitting)
        if before:
            yield before
            return
        stop = min(zone.end, convened.end() + _REACH)
        ends = _ENDS.search(zone.view.folded, convened.end(), stop)
        found = list(_first_date(zone.part(convened.end(), ends.start() if ends else stop), sitting))
        if found:
            yield from found
            return


def _in_its_box(zone: Zone, date: Found[dt.date], sitting: dt.date | None) -> Found[dt.date] | None:
    """« Date de convocation : L'an …, le huit décembre …, le Conseil 1er décembre d'Administration »: a box beside.

    The opening sentence stands in the lines of the box; the date of the box leans on none of its words.
    """
    folded = zone.view.folded
    if not (sitting == date.value and folded.startswith("l'an", date.start)):
        return date
    inside = [one for one in find_dates(folded, date.end, min(zone.end, date.end + _BOX_REACH)) if one.value < sitting]
    return next((one for one in inside if not _LEANS.search(folded, max(0, one.start - 12), one.start)), None)


def _date_before(zone: Zone, end: int, sitting: dt.date | None) -> Mention | None:
    """« Le mercredi 19 mars 2025 : convocation du conseil municipal pour le lundi 24 mars »: the day comes first."""
    start = max(zone.start, end - _BEFORE)
    told = _DATED_FIRST.search(zone.view.folded, start, end)
    for date in find_dates(zone.view.folded, start, end) if told else ():
        if told and date.end == told.start() and (sitting is None or date.value < sitting):
            return Mention(FIELD, date.value, (Span(date.start, date.end),), "day-before-convocation")
    return None


def _first_date(zone: Zone, sitting: dt.date | None) -> Iterator[Mention]:
    for date in find_dates(zone.view.folded, zone.start, zone.end):
        if _DAY_TO_COME.search(zone.view.folded, zone.start, date.start):
            continue
        if date.value != sitting or not _OF_THE_SITTING.search(zone.view.folded, zone.start, date.start):
            yield Mention(FIELD, date.value, (Span(date.start, date.end),), "convened-on")
        return
    for day in find_days(zone.view.folded, zone.start, zone.end):
        value = last_such_day(day.value, sitting)
        if value:
            yield Mention(FIELD, value, (Span(day.start, day.end),), "convened-on-a-day-of-the-sitting-year")
        return


def is_of_convocation(folded: str, start: int, date: Found[dt.date]) -> bool:
    """Whether a date is of a convocation; in « Convocation du 3 mars. Le 9 mars à 20 h, … » the second is not."""
    told = _CONVOCATION.search(folded, max(start, date.start - 220), date.start)
    if told is None:
        return False
    own = any(find_dates(folded, told.start(), date.start)) and _OPENS_AT.match(folded, date.end)
    return not (own and _NEW_SENTENCE.search(folded, told.start(), date.start))
