"""The sitting: its date and its kind; its time and place (meeting) and its convocation hang on them.

An act states the date up to three times: in its heading (« Séance du … »), in its opening sentence (« L'an deux
mille …, le … ») and inside the préfecture's receipt. Heading and opening must agree; where they do not, the weekday
printed beside a date and the receipt say which one is a slip of the pen, else both are given and none is kept.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from kg.extract.act import Act, Example, Extractor, Mention, Zone, once
from kg.extract.formalities.receipts import receipts
from kg.extract.sitting.convocation import is_of_convocation, read_convocation
from kg.extract.sitting.foot_dates import foot_dates
from kg.extract.sitting.headed_dates import (
    WEEKDAY,
    Stated,
    bare_dates,
    boxed_dates,
    headed_dates,
    is_of_minutes,
    numbered_dates,
    opened_dates,
    stated_at,
)
from kg.extract.sitting.meeting import read_meeting
from kg.extract.sitting.opening import Opening, above_subject, opening_of
from kg.extract.sitting.previous_sitting import of_the_opening, previous_sitting
from kg.extract.sitting.unboxed import unboxed
from kg.model import Span
from kg.text.dates import find_dates

_KINDS = "(?:extra)?ord[il1]na[il1]re"  # « ORDlNAlRE »: as scanned
_KIND = re.compile(
    r"\b(?:seance|session|reunion|conseil\s+municipal|conseil\s+communautaire|assemblee)\s+"
    r"(?:(?:publique|pleniere|officielle|generale|solennelle|budgetaire|mensuelle|trimestrielle|annuelle)\s+){0,2}(?:et\s+)?"
    rf"(?P<kind>{_KINDS})\b"
)
# « … sous la présidence de Mme X, maire, en session ordinaire »
_IN_SESSION = re.compile(
    rf"(?:\b|(?<=,))en\s*(?:seance|session|reunion)\s*(?:(?:publique|pleniere)\s*)?(?P<kind>{_KINDS})(?!\w)"
)
_AFTER_OPENING = 160
_BESIDE = re.compile(rf"\s*,?\s*(?:le\s+)?{WEEKDAY}")  # « s'est réuni le 2 février »
_HEAD = 2500
_FIRST, _TOP, _FIRST_LINE = 1000, 600, 100


def read_sitting(act: Act) -> Iterator[Mention]:
    """All of ``session``, and ``convocation_date``, read once for all items of minutes."""
    act = unboxed(act)
    opening = opening_of(act)
    dates = sitting_dates(act, opening)
    memo, key = act.view.memo, ("sitting", act.preamble.start, act.preamble.end, opening, *dates)
    if not act.shared:
        yield from _read(act, opening, dates)
        return
    if key not in memo:
        memo[key] = list(_read(act, opening, dates))
    yield from memo[key]


def _read(act: Act, opening: Opening | None, dates: list[Stated]) -> Iterator[Mention]:
    for one in dates:
        yield Mention("session/date", one.date, (Span(one.start, one.end),), one.rule)
    yield from _kinds(act, opening)
    yield from read_meeting(act, opening, [*(stated.end for stated in dates), *_said_again(act, dates)])
    yield from read_convocation(act, dates[0].date if len({stated.date for stated in dates}) == 1 else None)


def _said_again(act: Act, dates: list[Stated]) -> Iterator[int]:
    """Where the same date ends in other headings: the time may stand beside the second."""
    days = {stated.date for stated in dates}
    for date in find_dates(act.view.folded, act.preamble.start, min(act.preamble.end, act.preamble.start + _FIRST)):
        if date.value in days:
            yield date.end


def sitting_date(act: Act) -> dt.date | None:
    """The date of the sitting where the act states one, for the rules that need it."""
    return once(act.view, ("sitting date", act.preamble.start, act.item.start, act.item.end), lambda: _one_date(act))


def _one_date(act: Act) -> dt.date | None:
    dates = {stated.date for stated in sitting_dates(act, opening_of(act))}
    return dates.pop() if len(dates) == 1 else None


def sitting_dates(act: Act, opening: Opening | None) -> list[Stated]:
    """The statements of the date that stand once slips are set aside: one date, or several that nothing decides."""
    key = ("sitting dates", act.preamble.start, act.item.start, act.item.end)
    return once(act.view, key, lambda: _dates(act, opening))


def _dates(act: Act, opening: Opening | None) -> list[Stated]:
    above = headed_dates(_before_item(act))
    if above and (opening or headed_dates(act.preamble)):
        above = [one for one in above if not is_of_minutes(act.view.folded, one)]
    if above:
        return above[-1:]  # the nearest above the item
    printed = [*_first(_heading_dates(above_subject(act), opening)), *_first(_opening_dates(act, opening))]
    received = [Stated(one.date, one.date_start, one.date_start + 8, "receipt", None) for one in receipts(act.item)]
    if not printed:
        head = act.item.part(act.item.start, act.item.start + _HEAD)
        opened = [
            *_top_dates(act),
            *boxed_dates(above_subject(act)),
            *opened_dates(above_subject(act)),
            *opened_dates(head),
        ]
        top = above_subject(act).part(0, above_subject(act).start + _TOP)
        return (
            received[:1] or _first(numbered_dates(head)) or opened[:1] or foot_dates(act.whole) or list(bare_dates(top))
        )
    if len({stated.date for stated in printed}) == 1:
        return printed
    printed = of_the_opening(printed, opening)
    confirmed = [stated for stated in printed if stated.date in {one.date for one in received}]
    return confirmed or _after_the_previous(act, _by_weekday(printed))


def _by_weekday(printed: list[Stated]) -> list[Stated]:
    right = [stated for stated in printed if stated.weekday]
    return right or [stated for stated in printed if stated.weekday is None] or printed


def _after_the_previous(act: Act, printed: list[Stated]) -> list[Stated]:
    """A date on or before the sitting whose minutes are adopted was left over from the last model."""
    previous = previous_sitting(act.whole, max(stated.date for stated in printed))
    return [stated for stated in printed if previous is None or stated.date > previous]


def _first(stated: Iterable[Stated]) -> list[Stated]:
    return list(stated)[:1]


def _heading_dates(preamble: Zone, opening: Opening | None) -> list[Stated]:
    """Dates that headings lead to, before the opening sentence, else in the first lines."""
    stop = opening.start if opening and opening.start > preamble.start + 20 else preamble.start + _HEAD
    return headed_dates(preamble.part(preamble.start, stop))


def _top_dates(act: Act) -> Iterator[Stated]:
    """« SÉANCE DU CONSEIL DU JEUDI 4 JUIN 2020 », the first words of a document, taken for those of its first item."""
    if act.shared and act.item.start < _FIRST_LINE:
        yield from headed_dates(act.whole.part(0, _FIRST_LINE))


def _before_item(act: Act) -> Zone:
    """What stands above an item of a list: a yearly list tells several sittings, each under its heading."""
    start = max(act.preamble.end, act.item.start - 2 * _HEAD)
    return act.whole.part(start, act.item.start if act.kind == "list" and act.shared else start)


def _opening_dates(act: Act, opening: Opening | None) -> Iterator[Stated]:
    """The date of the opening sentence, not that of the convocation: beside « s'est réuni », else the last before it.

    Where the sentence opens with the year, what comes first is the date of the sitting.
    """
    if not opening:
        return
    folded = act.view.folded
    dates = [
        date
        for date in find_dates(folded, opening.start, opening.end)
        if not is_of_convocation(folded, opening.start, date)
    ]
    before = [date for date in dates if date.end <= opening.met]
    after = [date for date in dates if date.start >= opening.met]
    beside = [date for date in after if _BESIDE.fullmatch(folded, opening.met, date.start)]
    chosen = dates[:1] if opening.year_opens or not before else beside or before[-1:]
    yield from (stated_at(act.whole, date, "opening-sentence") for date in chosen)


def _kinds(act: Act, opening: Opening | None) -> Iterator[Mention]:
    """« séance ordinaire », « session extraordinaire », in the heading or in the opening sentence."""
    head = above_subject(act).part(0, above_subject(act).start + _HEAD)
    if opening:
        head = act.whole.part(min(head.start, opening.start), opening.end)
        head = head.part(max(head.start, head.end - _HEAD), head.end)
        after = act.whole.part(opening.end, opening.end + _AFTER_OPENING)
        if not head.first(_KIND) and (told := _IN_SESSION.search(after.folded)):
            start = after.start + told.start("kind")
            yield _kind_at(told["kind"], start)
    for kind in head.find(_KIND):
        yield _kind_at(kind["kind"], kind.start("kind"))


def _kind_at(printed: str, start: int) -> Mention:
    kind = "extraordinaire" if printed.startswith("extra") else "ordinaire"
    return Mention("session/kind", kind, (Span(start, start + len(printed)),), "kind-of-sitting")


EXTRACTOR = Extractor(
    "sitting",
    read_sitting,
    (
        Example(
            "Séance ordinaire du jeudi 17 décembre 2020\nL'an deux mille vingt et le dix sept décembre, les membres du"
            " Conseil, légalement convoqués le 10 décembre 2020, se sont assemblés en visioconférence, sous la",
            {
                "session/date": dt.date(2020, 12, 17),
                "session/kind": "ordinaire",
                "session/remote": True,
                "convocation_date": dt.date(2020, 12, 10),
            },
        ),
        Example(
            "Le Conseil, convoqué le 3 mars 2023, s'est réuni en mairie, Salle du Conseil, le 9 mars 2023 à 18h00",
            {
                "session/date": dt.date(2023, 3, 9),
                "session/time": "18:00",
                "session/place": "mairie, Salle du Conseil",
                "session/remote": False,
                "convocation_date": dt.date(2023, 3, 3),
            },
        ),
        Example(  # the year of the opening was left from the last model: its Monday was a Sunday
            "Séance du lundi 30 janvier 2023\nL'an deux mille vingt-deux, le lundi trente janvier, à dix-neuf heures"
            " trente, le Conseil municipal, dûment convoqué le 24 janvier, s'est réuni en session extraordinaire.",
            {
                "session/date": dt.date(2023, 1, 30),
                "session/time": "19:30",
                "session/kind": "extraordinaire",
                "convocation_date": dt.date(2023, 1, 24),
            },
        ),
        Example("Le Conseil municipal délibère au lieu ordinaire de ses séances.", {"session/remote": False}),
        Example("Séance du 6 mars 2023 à 20 heures 30", {"session/date": dt.date(2023, 3, 6), "session/time": "20:30"}),
        Example("ID : 099-219900017-20230206-D2023_12-DE\nObjet : budget", {"session/date": dt.date(2023, 2, 6)}),
        Example(
            "se sont réunis sur convocation qui leur a été adressée par le Maire, conformément à l'article L2121.10 du"
            " Code général des collectivités territoriales, le 31 janvier 2023. PRÉSENTS : Mme Vallier",
            {"convocation_date": dt.date(2023, 1, 31)},
        ),
        Example(
            "Date de la convocation Date d'affichage 4 février 2020 17 février 2020",
            {"convocation_date": dt.date(2020, 2, 4)},
        ),
    ),
    (
        Example("Approbation du procès-verbal de la séance du 12 mars 2023. La séance est levée à 21 h 45.", {}),
        Example("Date d'affichage : 6 mars 2023. Les documents joints à la convocation datent de 2022.", {}),
    ),
)
