"""The terms of an agreement: when it begins, when it ends, how many months it lasts."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.act import Zone, once
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.model import Span
from kg.text.dates import find_dates
from kg.text.numbers import NUMBER_WORDS, read_number

_DURATION = cue(
    r"\b(?:duree|periode)(?P<qualifier>(?: (?:ferme|totale|initiale|determinee|previsionnelle|minimale?"
    r"|(?P<maximum>maximale?|maximum)))*)"
    rf" (?:est |sera |fixee? |de l\w+ |du \w+ ){{0,3}}(?:de |d'|a )(?P<number>{NUMBER_WORDS}"
    rf"|\d{{1,3}})(?: \(\w{{1,12}}\))? ?(?P<unit>mois|ans?|annees?)\b"
)
# « Durée : un an », « durée de la convention : 3 ans (renouvelable) »
_LABELLED = cue(
    rf"\bduree(?: (?:initiale|totale|prevue|d[eu] (?:la |l')?\w+|de l'\w+)){{0,2}} ?: ?"
    rf"(?P<number>{NUMBER_WORDS}|\d{{1,3}})(?: \(\w{{1,12}}\))? ?(?P<unit>mois|ans?|annees?)\b"
)
_LEASE = cue(
    rf"\b(?:bail|baux|convention|contrat|avenant|partenariat)(?: [\w'-]+){{0,5}} (?:de|d'"
    rf"|pour)(?: une duree de)? ?(?P<number>{NUMBER_WORDS}|\d{{1,3}}) (?P<unit>mois|ans?|annees?)\b"
)
# « conclue pour 36 mois », « renouveler cet engagement pour cinq années »
_FOR = cue(
    r"\b(?:conclue?s?|etablie?s?|consentie?s?|passee?s?|valables?|engagements?|signee?s?|renouveler|renouvelee?s?|reconduire"
    rf"|souscrite?s?|prorogation|prolongation)\b[^.;\d]{{0,40}}?\b(?:pour|d')(?: une (?:duree|periode) de)? ?"
    rf"(?P<number>{NUMBER_WORDS}|\d{{1,3}}) (?P<unit>mois|ans?|annees?)\b"
)
# « en propose une autre, pour trois ans à partir du … »
_FROM = cue(
    rf"\b(?:pour|de) (?:une (?:duree|periode) de )?(?P<number>{NUMBER_WORDS}|\d{{1,3}}) (?P<unit>mois|ans?|annees?)"
    r"(?: renouvelables?(?: [\w']+){0,4})?,? a (?:compter|partir) d[eu']"
)
# « proroge de 12 mois »: what an avenant changes.
_PROLONGED = cue(
    rf"\b(?:prolong|prorog|reconduc|recondui)\w*\b(?: ?:|[^.;\d]{{0,60}}? (?:de|d'|pour))(?: une (?:duree|periode)"
    rf"(?: \w+)? (?:de|d'))? ?(?P<number>{NUMBER_WORDS}|\d{{1,3}}) (?P<unit>mois|ans?|annees?)\b"
)
_START = re.compile(r"\b(?:a compter du|a partir du|prend(?:ra)? effet (?:au|le)|debut\w* le|effet (?:au|le|du)|du)\s$")
_END = re.compile(
    r"(?:\b(?:jusqu'au|jusqu'a|prend(?:ra)? fin le|s'acheve(?:ra)? le|expire(?:ra)? le|terminera le"
    r"|fin [^.;]{0,60}?prevue (?:le|au)|se termine le|au"
    r"|(?:s'achever|prendre fin|se terminer|expirer|pour finir)(?: avec [^.;\d]{0,30})?,? le)\s)$"
)
# « du 15 juin au 30 septembre 2022 »: the year is told once.
_SAME_YEAR = re.compile(r"\bdu (?P<day>\d{1,2}(?:er)? [a-z]{3,9}) (?:inclus )?au $")
_ABOUT = cue(
    r"\b(?:duree|conclue?|convention|contrat|bail|avenant|protocole|prend(?:ra)? effet|s'achevera|marche|engagement"
    r"|propose(?:nt)? (?:de poursuivre|de reconduire|de maintenir)|prorogation"
    r"|la nouvelle (?:est|sera|court|prend)|renouveler"
    r"|accord[- ]cadre|partenariat|conventionner|(?:ans?|mois|annees?),? a (?:compter|partir) d[eu]|prolong\w+"
    r"|prorog\w+)\b"
)
_PAST = cue(
    r"\b(?:arrive(?:nt)? a (?:echeance|terme|expiration)|a (?:ete )?(?:pris|signee?s?|conclue?s?)\b|arrivee?s? a"
    r"|prec[eé]den\w+|etait|avait|a (?:ete )?(?:prolong|prorog|recondui|renouvel)\w+"
    r"|signe pour|signee? le|par deliberation|vu )"
)


# « Le contrat s'achève le 31 décembre », where the act renews it: that day is the end of the one before.
_RUNS_OUT = cue(r"\b(?:s'acheve(?:nt)?|expire(?:nt)?|prend fin|prennent fin|se termine(?:nt)?|est echue?)\b")
RENEWED = cue(
    r"\b(?:renouvel(?:er|e\b|lement)|reconduire|reconduit|nouve(?:au|lle) (?:contrat|convention|bail|marche|avenant))"
)
# « La précédente convention étant arrivée à son terme, il est proposé d'en conclure une nouvelle … »
_NEW = cue(
    r"\b(?:d'en|en|de|a) (?:conclure|signer|etablir|passer|proposer) une? (?:nouve|autre)"
    r"|\b(?:conclure|signer|etablir|passer|propose\w*) (?:une nouvelle convention|un nouvel avenant"
    r"|un nouveau (?:contrat|bail|marche|protocole))|\b(?:sera|seront|soit|soient|etre) (?:a|de) nouveau\b"
    r"|\b(?:de|a) l[ae] (?:renouveler|reconduire)"
)
# « Vu la loi …, le conseil municipal décide de renouveler … »: one sentence, its first half looks back.
_DECIDES = cue(r"\b(?:apres en avoir delibere|decide)\b")
_AGAIN = cue(r"\b(?:prolong(?!ation)|prorog(?!ation)|renouvel(?!er |lement\b)|reconduc|tacite|possibilite|eventuel)")


@dataclass(frozen=True, slots=True)
class Terms:
    """What is said of the time of an agreement, with its proofs."""

    start: dt.date | None = None
    end: dt.date | None = None
    months: int | None = None
    is_maximum: bool = False
    start_span: Span | None = None
    end_span: Span | None = None
    months_span: Span | None = None

    def proofs(self) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """The proofs as parts of a mention."""
        for part, span in (
            ("/start", self.start_span),
            ("/end", self.end_span),
            ("/duration_months", self.months_span),
        ):
            if span:
                yield part, (span,)
        if self.is_maximum and self.months_span:
            yield "/duration_is_maximum", (self.months_span,)


def read_terms(deliberation: Deliberation, head: str, told: Span | None = None) -> Terms:
    """The terms told of the act's one agreement; a term told twice with two values is left out.

    ``told``: of several agreements, where this one is named; its sentence alone speaks of it then.
    """
    key = ("sentences of terms", deliberation.act.item.start, deliberation.act.item.end)
    spoken = once(deliberation.act.view, key, lambda: [*_spoken(deliberation)])
    if told:
        spoken = [sentence for sentence in spoken if sentence.start <= told.start < sentence.end]
    more = {(_months(m), "maxim" in m[0]): Span(*m.span()) for s in spoken for m in s.find(_PROLONGED)}
    prolonged = more if head.startswith("avenant") and len(more) == 1 else None
    lasting = prolonged or {(months, top): span for s in spoken for months, top, span in _durations(s)}
    starts: dict[dt.date, Span] = {}
    ends: dict[dt.date, Span] = {}
    for sentence in spoken:
        _read_dates(sentence, starts, ends)
    months = next(iter(lasting.items())) if len({m for m, _ in lasting}) == 1 else None
    begun = next(iter(starts.items())) if len(starts) == 1 else (None, None)
    # What ends when this one begins, or before, is the one that it follows.
    later = [(day, span) for day, span in ends.items() if begun[0] is None or day > begun[0]]
    ended = later[0] if len(later) == 1 else (None, None)
    return Terms(
        begun[0],
        ended[0],
        months[0][0] if months else None,
        bool(months and months[0][1]),
        begun[1],
        ended[1],
        months[1] if months else None,
    )


def _spoken(deliberation: Deliberation) -> Iterator[Zone]:
    """The sentences that may tell the terms of an agreement, not those of an earlier one."""
    renewed = deliberation.zone.first(RENEWED) is not None
    for sentence in deliberation.sentences:
        if not sentence.first(_ABOUT):
            continue
        past = sentence.first(_PAST)
        if past:
            new = sentence.first(_NEW)
            decides = sentence.first(_DECIDES)
            if new and new.start() > past.start():
                yield sentence.part(new.start(), sentence.end)
            elif decides and decides.start() > past.start():
                decided = sentence.part(decides.end(), sentence.end)
                yield from [decided] if decided.first(_ABOUT) and not decided.first(_PAST) else ()
            continue
        if not (renewed and sentence.first(_RUNS_OUT) and not sentence.first(RENEWED)):
            yield sentence


def _durations(sentence: Zone) -> Iterator[tuple[int, bool, Span]]:
    for pattern in (_DURATION, _LABELLED, _LEASE, _FOR, _FROM):
        for match in sentence.find(pattern):
            if _AGAIN.search(sentence.view.folded, max(sentence.start, match.start() - 90), match.start("number")):
                continue
            months = _months(match)
            if months:
                yield months, pattern is _DURATION and bool(match["maximum"]), Span(match.start(), match.end())


def _months(match: re.Match[str]) -> int:
    number = int(match["number"]) if match["number"].isdigit() else read_number(match["number"])
    return (number or 0) * (1 if match["unit"] == "mois" else 12)


def _read_dates(sentence: Zone, starts: dict[dt.date, Span], ends: dict[dt.date, Span]) -> None:
    folded = sentence.view.folded
    for date in find_dates(folded, sentence.start, sentence.end):
        before = folded[max(sentence.start, date.start - 90) : date.start].replace("\n", " ")
        begun, ended = _START.search(before), _END.search(before)
        same_year = _SAME_YEAR.search(before)
        day = _before(same_year["day"], date.value) if same_year else None
        if same_year and day:
            place = date.start - len(before)
            starts[day] = Span(place + same_year.start("day"), place + same_year.end("day"))
        if ended and (not before.rstrip().endswith(" au") or starts):
            ends[date.value] = Span(date.start, date.end)
        elif begun and (begun[0].strip() != "du" or folded[date.end : date.end + 4] == " au "):
            starts[date.value] = Span(date.start, date.end)


def _before(day: str, end: dt.date) -> dt.date | None:
    """The last « 15 juin » before a date."""
    for year in (end.year, end.year - 1):
        found = next(iter(find_dates(f"{day} {year}", 0, len(day) + 5)), None)
        if found and found.value < end:
            return found.value
    return None
