"""Where and when a sitting was held: its time, its place, and whether members sat at a distance.

Read in the opening sentence (« s'est réuni à la salle des fêtes … à dix-neuf heures trente »), the time else in the
heading (« Séance du … à 18 h 00 ») or where the sitting is opened (« la séance est ouverte à 18h05 »).
"""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Mention, Zone
from kg.extract.opening import Opening, above_subject
from kg.model import Span
from kg.text.dates import find_days
from kg.text.numbers import NUMBER_WORDS, read_number
from kg.text.view import collapse

_TIME = re.compile(
    rf"(?<![\d/.,-])(?:(?P<hour>[012]?\d|[l1]\s*\d)\s*(?:h(?:eures?|rs?|\.)?|:|(?<=\d)h)"
    rf"(?:\s*(?P<minute>[0-5]\d)(?!\d)|\s+(?:et\s+)?(?P<small>\d)(?=\s+minutes?)|\s+(?:et\s+)?(?P<minutes>{NUMBER_WORDS})(?=\W))?"
    rf"|(?P<words>{NUMBER_WORDS})\s+heures?(?:\s+(?:et\s+)?(?P<half>demie|quart)|\s+(?:et\s+)?(?P<rest>{NUMBER_WORDS})(?=\W))?)"
)
_AFTER_DATE = re.compile(r"[\s,|–-]{0,4}(?:a\s+|:\s+)?")
_HEADING_TIME = re.compile(rf"[\s,|–-]{{0,4}}(?:a\s+)?(?:{_TIME.pattern})?")
_CLOSES = re.compile(r"lev(?:ee|e)\b|fin\b|clo(?:se|tur)|jusqu|suspen|repris|arriv|depart|quitt|au\s+plus\s+tard")
_OPENS = re.compile(
    r"(?:ouv(?:re|erte?|rir|erture)\b[^.;]{0,40}?\bseance\b|\bseance\b[^.;]{0,25}?\bouverte?\b|\bdebut\b[^.;]{0,20}seance)"
    r"[^.;]{0,60}?(?:\ba|:)\s+(?=[\dl]|[a-z]{3,9}(?:[\s-][a-z]{3,6})?\s+h)"
    r"|\bil\s+est\s+(?=\d{1,2}\s*h(?:eures?)?\s*\d{0,2}\s*[.;])"
)
_AT = re.compile(
    r"\b(?:a|de(?=\s+\d{1,2}\s?h[\w\s]{0,10}?\sa\s+\d))\s+(?:partir\s+de\s+)?(?=[\dl]|[a-z]{2,9}(?:[\s-][a-z]{2,6}){0,2}\s+heures?)"
)
_REMOTE = re.compile(r"(?:visio|audio|video|tele)[\s-]?conference|\ba\s+distance\b|en\s+visio\b")
# « Séance du 11 février 2021 (en visioconférence) »
_HEADED_REMOTE = re.compile(
    r"[\s,(–-]{1,5}(?:a\s+\d{1,2}\s*h(?:eures?)?\s*\d{0,2}[\s,(–-]{1,5})?(?:tenue?\s+)?(?:en|par|a)\s+"
    r"(?:(?:visio|audio|video|tele)[\s-]?conference|distance\b|visio\b)"
)

# What may stand between « s'est réuni » and the place.
_BY_THE_WAY = (
    r"(?:,|\s+|au\s+nombre\s+prescrit\s+par\s+la\s+loi|conformement\s+a\s+la\s+loi|(?:en|a)\s+(?:seance|session|reunion|assemblee)"
    r"(?:\s+(?:ordinaire|extraordinaire|publique|officielle|pleniere|et|a\s+huis\s+clos))*|publiquement|ce\s+jour|en\s+public"
    r"|apres\s+convocation(?:\s+legale)?|dument\s+convoques?|legalement\s+convoques?|sur\s+sa\s+convocation|a\s+nouveau"
    r"|a\s+la\s+date\s+et\s+heure\s+indiquees?)"
)
_DATE_WORDS = (
    r"(?:le\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?\s*[\w-]{1,14}\s+\w{3,9}\s+(?:\d{4}|deux[\s-]mil[\w\s-]{2,22}?)(?=[\s,])"
    r"|de\s+\d{1,2}\s*h(?:eures?)?\s*\d{0,2}\s+a\s+\d{1,2}\s*h(?:eures?)?\s*\d{0,2}(?=[\s,])"
    r"|a\s+(?:partir\s+de\s+)?(?:\d{1,2}\s*h(?:eures?)?\s*\d{0,2}|[\w\s-]{2,22}\s+heures?(?:\s+(?:et\s+)?[\w-]{4,12}(?:\s+minutes)?)?)(?=[\s,]))"
)
_PLACE_OPENS = re.compile(
    rf"(?:{_BY_THE_WAY}|{_DATE_WORDS}){{0,12}}?[\s,]*"
    r"(?:au\s+sein\s+d(?:e\s+(?:la\s+|l'\s*)|u\s+)|(?:dans|a|au|aux|en|sur|chez|sis)\s+(?:la\s+|le\s+|les\s+|l'\s*|une?\s+)?|a\s+l'\s*|(?=(?:sa[l1]{2}e|hotel|mairie|siege|espace|maison|centre|residence|salon|halle|foyer|gymnase|auditorium|complexe|ecole)\b))"
    r"(?=[a-z0-9«\"])(?!\d{1,2}\s*h)(?![a-z]{2,9}(?:[\s-][a-z]{2,6}){0,2}\s+heures?\b)(?!(?:seance|session|reunion|assemblee|partir|nombre|huis|date|distance|visio\w*|audio\w*|video\w*|convocation|savoir|raison|vertu|cet|nouveau)\b)"
)
_PLACE_ENDS = re.compile(
    r",?\s+(?:sous\s+la|lieu\s+(?:ordinaire|habituel|accoutume)|les?\s+(?:membres|conseil\s+\w+|delegues|elus)\b|sur\s+(?:la\s+|sa\s+)?convocation|sur\s+l'invitation|apres\s+|en\s+(?:seance|session)|suite\s+a|conformement|a\s+huis\s+clos|afin\s+|pour\s+|etaient"
    r"|le\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d|vingt|dix|trente|premier)|l'ordre|presents?\b|en\s+nombre"
    r"|une\s+(?:seance|session|reunion)\b|(?:\w\.\s?)?[^,.;]{3,50}\s+(?:etant|dirigeant|assurant|presidant)\s"
    r"|date\s+de|la\s+convocation|au\s+nombre|a\s+\d{1,2}\s*h|a\s+\w{2,9}(?:[\s-]\w{2,6}){0,2}\s+heures?|sous\s+l|dument|a\s+la\s+suite|lors\s+"
    r"|par\s+(?:m\b|le\s+maire|convocation)|la\s+(?:reunion|seance)\s+d[ue]\b|pour\s+respecter|et\s+par\s+visio|en\s+visio)"
    r"|\.(?=\s+[A-Za-z«–—-]|\n|$)(?<![ .]\w\.)|;|:|\n\s*\n|\s+(?=nombre\s+de|etaient)"
)
_ORDINARY = re.compile(r"(?:au\s+|le\s+)?lieu\s+(?:ordinaire|habituel|accoutume)(?:\s+de[s]?\s+(?:ses\s+)?(?:\w+))?")
_HEADING_PLACE = re.compile(
    r"[\s,:|–-]{0,5}(?:(?:par|en)\s+(?:visio|video)\w*\s+et\s+(?:en\s+presentiel\s+)?)?"
    r"(?:(?:a|au|en|dans)\s+)?(?:la\s+|le\s+|l'\s?)?"
    r"(?=(?:salle|espace|mairie|hotel|maison|centre|siege|foyer|complexe|palais|gymnase|auditorium"
    r"|[\w' -]{2,60}?-\s+)\b)"
)
_HEADING_ENDS = re.compile(
    r"\s+(?=proces[\s–-]|compte[\s-]rendu|sous\s+la\s+presidence|l'an\s+|nombre\s+de|presents?\s*:"
    r"|l[ea]\s+(?:conseil|bureau|comite|commission)\s)|\n"
    r"|,?\s+(?=convoque|convocation)|,\s+(?=apres|sous\s+la|le\s+conseil|etaient|sur\s+convocation)|\.\s"
)
# « DU 19 JANVIER 2023 A VALMONT SUR SERRE 19H00 »: a town between the date and the time.
_HEADING_TOWN = re.compile(r"\s*,?\s*[AaÀà]\s+(?P<place>[A-ZÀ-Ý][\w' -]{2,50}?)\s*,?\s*(?:[àÀ]\s*)?(?=\d{1,2}\s*[hH:])")
_HELD = re.compile(
    r"\b(?:seance|reunion|conseil\s+\w{5,16}|assemblee)\s+(?:(?:a\s+lieu|se\s+tient|(?:s'est|s'etait)\s+(?:tenue?|deroulee?)"
    r"|qui\s+(?:doit\s+se\s+(?:derouler|tenir)|se\s+(?:deroulera|tiendra)|aura\s+lieu))\b)"
    r"|\b(?:conseil\s+\w{5,16}|assemblee|comite(?:\s+\w{5,16})?|bureau)\s+est\s+reunie?(?=\s+(?:en|a|au|dans)\b)"
    r"|\bnous\s+(?:siegeons|sommes\s+reunis|nous\s+reunissons)\b"
    r"|\bs'est\s+tenue?(?=\s[^.;:]{3,90},\s+la\s+(?:reunion|seance)\b)"
)
# « au lieu ordinaire de ses séances »: a place where members meet, though it is not named.
_USUAL_PLACE = re.compile(
    r"\blieu\s+(?:ordinaire|habituel|accoutume)\s+des?\s+(?:\w+\s+){0,2}(?:seance|assemblee|reunion)"
)
_BODY_AFTER = re.compile(
    r"\s*(?:le|la)\s+(?:conseil|comite|bureau|commission|assemblee)[^,.;:\n]{0,60}?(?=,?\s(?:a|au|dans|en|salle|espace|mairie|foyer)\s)"
)
_PLACE_LABEL = re.compile(r"\blieu(?:\s+de\s+(?:la\s+)?(?:reunion|seance|session))?\s*:\s*(?=\w)")
_LONGEST_PLACE = 180
_BESIDE = 45  # « par visioconférence et en présentiel au … »
_HEAD = 800
_FIRST_WORDS = 2500


def read_meeting(act: Act, opening: Opening | None, dates: list[int]) -> Iterator[Mention]:
    """``session/time``, ``session/place`` and ``session/remote``. ``dates``: where the statements of the date end."""
    yield from _time(act, opening, dates)
    place = _place_in_opening(act, opening) or _place_labelled(act) or _place_in_heading(act, dates) or _place_held(act)
    if place:
        yield place
    yield from _remote(act, opening, place, dates)


def _time(act: Act, opening: Opening | None, dates: list[int]) -> Iterator[Mention]:
    """The first time told, from the surest source to the least sure."""
    for zone, position, rule in _time_places(act, opening, dates):
        told = _TIME.match(zone.view.folded, position, min(zone.end, position + 60))
        value = _clock(told) if told else None
        if told and value and not _CLOSES.search(zone.view.folded, max(zone.start, position - 30), position):
            yield Mention("session/time", value, (Span(told.start(), told.end()),), rule)
            return


def _time_places(act: Act, opening: Opening | None, dates: list[int]) -> Iterator[tuple[Zone, int, str]]:
    whole = act.whole
    if opening:
        yield from ((whole, at.end(), "time-of-opening") for at in whole.part(opening.start, opening.end).find(_AT))
    for end in dates:
        yield whole, _after_date(whole, end), "time-beside-the-date"
        town = _HEADING_TOWN.match(whole.view.text, end)
        yield from ((whole, town.end(), "time-after-the-town") for town in (town,) if town)
    head = above_subject(act).part(0, above_subject(act).start + _HEAD)
    for day in find_days(whole.view.folded, head.start, head.end):
        yield whole, _after_date(whole, day.end), "time-beside-the-day"
    begins = act.preamble.end if act.shared else act.item.start
    for zone in (act.preamble, whole.part(begins, begins + _FIRST_WORDS)):
        yield from ((zone, opens.end(), "sitting-opened-at") for opens in zone.find(_OPENS))


def _after_date(zone: Zone, end: int) -> int:
    after = _AFTER_DATE.match(zone.view.folded, end)
    return after.end() if after else end


def _clock(told: re.Match[str]) -> str | None:
    """``HH:MM``; None where the hour or the minutes are of no clock."""
    hour = int(told["hour"].replace("l", "1").replace(" ", "")) if told["hour"] else read_number(told["words"])
    if told["half"]:
        minutes: int | None = 30 if told["half"] == "demie" else 15
    elif told["minutes"] or told["rest"]:
        minutes = read_number(told["minutes"] or told["rest"])
    else:
        minutes = int(told["minute"] or told["small"] or 0)
    if hour is None or minutes is None or hour > 23 or minutes > 59:
        return None
    return f"{hour:02}:{minutes:02}"


def _place_in_opening(act: Act, opening: Opening | None) -> Mention | None:
    if not opening or opening.met >= opening.end:
        return None
    body = _BODY_AFTER.match(act.view.folded, opening.met, opening.end)
    inverted = _place_after(act.whole, body.end(), opening.end, "place-of-opening") if body else None
    return inverted or _place_after(act.whole, opening.met, opening.end, "place-of-opening")


def _place_after(zone: Zone, position: int, stop: int, rule: str) -> Mention | None:
    begins = _PLACE_OPENS.match(zone.view.folded, position, stop)
    if not begins:
        return None
    ends = _PLACE_ENDS.search(zone.view.folded, begins.end(), stop)
    return _place(zone, begins.end(), ends.start() if ends else stop, rule)


def _place_labelled(act: Act) -> Mention | None:
    """« Lieu de réunion : foyer rural », in the first lines."""
    head = act.preamble.part(act.preamble.start, act.preamble.start + _FIRST_WORDS)
    label = head.first(_PLACE_LABEL)
    if label is None:
        return None
    ends = _HEADING_ENDS.search(act.view.folded, label.end(), min(head.end, label.end() + _LONGEST_PLACE))
    return _place(act.whole, label.end(), ends.start(), "place-labelled") if ends else None


def _place_held(act: Act) -> Mention | None:
    """« La séance a lieu dans la salle de l'hémicycle du conseil départemental. »"""
    begins = act.preamble.end if act.shared else act.item.start
    for zone in (act.preamble, act.whole.part(begins, begins + _FIRST_WORDS)):
        held = zone.part(zone.start, zone.start + 2 * _FIRST_WORDS).first(_HELD)
        if held:
            return _place_after(zone, held.end(), min(zone.end, held.end() + _LONGEST_PLACE), "place-of-sitting")
    return None


def _place(zone: Zone, start: int, end: int, rule: str) -> Mention | None:
    """A place as printed; « au lieu ordinaire de ses séances » gives way to the place named after it."""
    text = zone.view.text[start:end]
    ordinary = _ORDINARY.match(zone.view.folded, start, end)
    if ordinary and re.match(r"\s*,\s*\w", text[ordinary.end() - start :]):
        start = ordinary.end() + re.match(r"[\s,]*", text[ordinary.end() - start :]).end()  # type: ignore[union-attr]
    value = collapse(zone.view.text[start:end]).strip(" ,-–(.")
    if not 3 <= len(value) <= _LONGEST_PLACE:
        return None
    return Mention("session/place", value, (Span(start, end),), rule)


def _place_in_heading(act: Act, dates: list[int]) -> Mention | None:
    """« BUREAU du lundi 16 janvier 2023 VALMONT - Salle des fêtes PROCÈS-VERBAL »."""
    for end in dates:
        town = _HEADING_TOWN.match(act.view.text, end)
        if town:
            return _place(act.whole, *town.span("place"), "place-of-heading")
        told = _HEADING_TIME.match(act.view.folded, end)
        begins = _HEADING_PLACE.match(act.view.folded, told.end() if told else end)
        ends = _HEADING_ENDS.search(act.view.folded, begins.end(), begins.end() + _LONGEST_PLACE) if begins else None
        if begins and ends:
            return _place(act.whole, begins.end(), ends.start(), "place-of-heading")
    return None


def _remote(act: Act, opening: Opening | None, place: Mention | None, dates: list[int]) -> Iterator[Mention]:
    """True where members met by video alone, false where a place is named; both at once is not said."""
    distant = act.whole.part(opening.start, opening.end).first(_REMOTE) if opening else None
    if place and not distant:
        distant = act.whole.part(place.spans[0].start - _BESIDE, place.spans[0].start).first(_REMOTE)
    if not place and not distant:
        distant = next((told for end in dates if (told := _HEADED_REMOTE.match(act.view.folded, end))), None)
    usual = None if place else _usual_place(act)
    if bool(distant) == bool(place or usual):
        return
    if distant:
        yield Mention("session/remote", True, (Span(distant.start(), distant.end()),), "held-by-video")
    elif place:
        yield Mention("session/remote", False, place.spans, "place-named")
    elif usual:
        yield Mention("session/remote", False, (Span(*usual.span()),), "usual-place")


def _usual_place(act: Act) -> re.Match[str] | None:
    """In the first lines of the document, or of the act where it stands alone."""
    usual = act.preamble.first(_USUAL_PLACE)
    head = act.item.part(act.item.start, act.item.start + 2 * _FIRST_WORDS)
    return usual or (None if act.shared else head.first(_USUAL_PLACE))
