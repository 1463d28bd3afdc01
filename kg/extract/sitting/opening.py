"""The sentence that opens a sitting: « L'an deux mille …, le …, le conseil, convoqué le …, s'est réuni … »."""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from kg.extract.act import Act, Zone
from kg.extract.sitting.venues import VENUES
from kg.text.cues import cue_positions, matches_at_cues

_MET = re.compile(
    r"\b(?:s'?\s*est|se\s+sont|s'etant|s'\s*etait|etant|est|sont|ete|se|assemblee\s+est|fut|furent|s'\s*est\s+trouvee?|se\s+trouvai\w{1,3}|s'etaient)\s+"
    r"(?:(?:\w{3,16}ment|donc|alors|ainsi|a\s+nouveau|de\s+nouveau|ce\s+jour|tous)\s+)?"
    r"(?:\d{1,2}\s\w{3,9}\s20\d\d\s+)?"  # « s'est 5 avril 2023 réuni »: a box stands beside
    r"(?:reuni\w*|assem\s*b[lk]\w*|rassembl\w*)"
)
# « La commission permanente du conseil régional, réunie à l'Hôtel de Région »
_MET_ALONE = re.compile(
    r"\bl[ea]\s+(?:conseil\s+(?:municipal|communautaire|departemental|regional|metropolitain|syndical|de\s+\w+)"
    r"|conseil\s+territorial|commission\s+permanente|comite\s+syndical|bureau\s+\w{8,14})[\w\s'-]{0,60}"
    r"(?:,\s+convoquee?[^.;]{0,120})?(?:,|\n)\s*(?:\w{3,16}ment\s+)?reunie?s?(?=\s+(?:le|en|a|au|dans|sous)\b)"
    r"|\n\s{0,3}reunie?(?=\s+(?:le\s+\w+di\b|en\s+seance|en\s+session))"  # the heading has named the body
)
# « a siégé », « a tenu séance », « s'est tenu », « a réuni ses membres », « ont pris séance », « se sont retrouvés »:
# asked for where no usual word is said.
_SAT = re.compile(
    r"\b(?:(?:a|ont)\s+siege|(?:a|ont)\s+reuni(?:\s+(?:ses|les)\s+\w{4,12})?|s'\s*est\s+(?:tenue?|deroulee?)|se\s+tient"
    r"|(?:a|ont)\s+tenu(?:\s+(?:sa\s+|leur\s+|une\s+)?(?:seance|session|reunion|assemblee)\b)?|(?:a|ont)\s+pris\s+seance|(?:est|sont)\s+entree?s?\s+en\s+seance"
    r"|se\s+(?:sont|est)\s+(?:retrouvee?s|connectee?s)|(?:a|ont)\s+repondu\s+a\s+la\s+convocation"
    r"|(?:a|ont)\s+ete\s+(?:\w+ment\s+)?convoquee?s?(?=\s+(?:en\s+(?:seance|session|mairie|salle)|a\s+la\s|dans\s|salle|au\s)))\b"
)
_SAT_WORDS = ("siege", "tenu", "tient", "reuni", "pris seance", "en seance", "retrouve", "connecte", "deroul", "convo")
_BODY = re.compile(
    r"\b(?:conseil|comite|commission\s+permanente|assemblee|bureau|syndicat|membres|delegues|conseillers|elus)\b"
    r"(?:[^.;]|(?<=[ .][a-z])\.){0,160}$"
)
_OF_A_SITTING = re.compile(r"convoqu|convocation|presidence|l'an\s+|session|seance|nombre\s+prescrit|\blieu\b|conseil")
_YEAR_OPENS = re.compile(r"\bl\s*'\s*an\s+(?=deux|mil|20|et\s+le|d)")
_PLACE_GOES_ON = (
    rf"(?!\s*[a-z' ]{{0,30}}:?\s*\d{{1,3}}\s+{VENUES})"  # « à la Présents : 15 salle polyvalente »: a box beside
)
_AFTER = re.compile(
    r"sous\s+la\s+(?:presidence|pres)|\b(?:etaient|etait|sont|membres?|conseillers?|delegues?|elus?)\s+(?:\w+\s+){0,2}presents?\b"
    rf"|\bpresents?(?:\(es\))?\s*:{_PLACE_GOES_ON}|\bnombre\s+de\b{_PLACE_GOES_ON}"
    r"|date\s+de\s+(?:la\s+)?convocation|\bordre\s+du\s+jour\b|\bexcuses?\b|\bsecretaire|\bvu\s+l[aes']"
)
_LEAD, _TAIL = 420, 420
_HEAD = 2500
_SUBJECT = 250  # « la commission permanente du conseil régional de …, » before « réunie »
_AUXILIARY = 30  # « se sont régulièrement » before « réunis »


class Opening(NamedTuple):
    """The opening sentence in view offsets; ``met`` is the end of « s'est réuni », or of the sentence without it."""

    start: int
    met: int
    end: int
    year_opens: bool


def opening_of(act: Act) -> Opening | None:
    """The first opening sentence of what the document says once for all of its acts, else of the act itself.

    In minutes an item opens a sitting only where it says the year in full, as an extract from them does.
    """
    found = _opening_in(above_subject(act))
    if found or (act.shared and "l'an" not in act.item.folded):
        return found
    own = _opening_in(act.item)
    return own if own and (own.year_opens or not act.shared) else None


def above_subject(act: Act) -> Zone:
    """What is said before the subject begins; the first words of a single act where nothing is set apart."""
    return act.preamble if act.preamble or act.shared else act.item.part(act.item.start, act.item.start + _HEAD)


def _opening_in(zone: Zone) -> Opening | None:
    """The opening of a zone, looked for once: all items of minutes have the same."""
    memo, key = zone.view.memo, ("opening", zone.start, zone.end)
    if key not in memo:
        memo[key] = _find_opening(zone)
    return cast(Opening | None, memo[key])


def _find_opening(zone: Zone) -> Opening | None:
    folded = zone.view.folded
    year = next(matches_at_cues(_YEAR_OPENS, folded, ("l'an", "l' an", "l 'an"), zone.start, zone.end), None)
    for met in (*_met(zone), *_sat(zone)):
        start = max(zone.start, met.start() - _LEAD)
        stop = min(zone.end, met.end() + _TAIL)
        if _OF_A_SITTING.search(folded, start, stop):
            opens = year is not None and start <= year.start() <= met.start()
            begin = year.start() if year and opens else _sentence_start(folded, start, met.start())
            after = _AFTER.search(folded, met.end(), stop)
            return Opening(begin, met.end(), after.start() if after else stop, opens)
    if not year:
        return None
    stop = min(zone.end, year.start() + _TAIL)
    after = _AFTER.search(folded, year.end(), stop)
    end = after.start() if after else stop
    return Opening(year.start(), end, end, True)


def _met(zone: Zone) -> Iterator[re.Match[str]]:
    """« s'est réuni », « réunie à » after the body that met, in order."""
    folded = zone.view.folded
    for at in cue_positions(folded, ("reuni", "assem", "rassem"), zone.start, zone.end):
        stop = min(zone.end, at + _AUXILIARY)
        met = _MET.search(folded, max(zone.start, at - _AUXILIARY), stop)
        met = met or _MET_ALONE.search(folded, max(zone.start, at - _SUBJECT), stop)
        if met and met.start() < at < met.end():
            yield met


def _sat(zone: Zone) -> Iterator[re.Match[str]]:
    """Rarer words for the same, near the head and after the body that sat."""
    head = zone.part(zone.start, zone.start + _HEAD)
    folded = head.view.folded
    if any(folded.find(word, head.start, head.end) >= 0 for word in _SAT_WORDS):
        for sat in head.find(_SAT):
            if _BODY.search(folded, max(head.start, sat.start() - _SUBJECT), sat.start()):
                yield sat


def _sentence_start(folded: str, start: int, end: int) -> int:
    """After the last end of sentence or empty line before « s'est réuni »."""
    breaks = list(re.finditer(r"(?<![\s.]\w)(?<!\bart)\.\s+(?=[a-z])|\n\s*\n|;\s+", folded[start:end]))
    return start + breaks[-1].end() if breaks else start
