"""What makes an act enforceable (CGCT L2131-1): the préfecture's receipt and the publication.

Stamps are printed on each page and dropped into sentences: the same value twice is one value. « Envoyé » and
« transmis » are not « reçu »; what was posted before the sitting is the convocation, not the act.
"""

import datetime as dt
import re
from collections.abc import Iterator

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.bounds import DATES, bounded
from kg.extract.formalities.receipts import ReceiptNumber, receipts, stamped, unstamped
from kg.extract.sitting import sitting_date
from kg.extract.sitting.dated_labels import Dated, dated_labels
from kg.model import Span
from kg.text.cues import Led, holds_any
from kg.text.dates import find_dates
from kg.text.word_starts import word_positions

_CUE_WORDS = ("publi", "recu", "regu", "affich", "receptio", "acquitte", "parution", "retour")
_CUE = Led(
    r"arrivee\b|ligne(?:(?<=en\s.....)|(?<=en\s\s.....))|\d{9}\s*-\s*\d{8}",
    ("arrivee", "ligne"),
    quick=r"[0-9](?=\d{8}\s*-)",
)
# A publication that is not that of the act: a notice, a law, a tender, an earlier act.
_OTHER_THING = re.compile(
    r"\b(?:avis|annonce|marche|appel|decret|loi|arrete|consultation|j\.?o\b|joue|boamp|journal|bulletin|concurrence|offres?|enquete"
    r"|reglement|circulaire|qui\s+a\s+ete|courrier)\b[^.;]{0,60}$"
)
_PREFECTURE = re.compile(
    r"prefect|prefet|controle\s+de\s+legalite|represent(?:ant|ation)\s+de\s+l'etat|\d{9}-\d{8}|executoire|\bar\b|\baccuse\s+de\s+reception"
)
_DATED = re.compile(r"\s*,?\s*(?:en\s+date\s+du|recue?\s+le)\s*:?\s*")
_STAMP = re.compile(r"\bprefecture\b[^.;:\d]{0,40}(?:[03]\s)?$")  # « 0 2 DEC. 2019 »: as stamped
_RECEIVED = re.compile(r"\brecue?\s+(?:a|en|par)\s+(?:la\s+|l[ea]\s+)?(?:sous-?\s?)?prefecture\b[^.;:\d]{0,40}$")
_ARRIVED = re.compile(r"[\s,.–-]{0,4}(?:courrier\s+)?arrivee?\b")
_PUBLISHED = ("publication", "posting")
_LAST_WORDS = 600
_LATEST = dt.timedelta(days=400)


def read_formalities(act: Act) -> Iterator[Mention]:
    """``receipt/id``, ``receipt/date`` and ``publication_date``."""
    if not any(_is_told(zone) for zone in (stamped(act), act.preamble, act.closing or _end(act))):
        return
    numbers = _receipt_numbers(act)
    own = [one for one in numbers if _is_of_the_sitting(act, one)]
    for one in own:
        yield Mention("receipt/id", one.printed, (Span(one.start, one.end),), "receipt-number")
    dated = [one for zone in _zones(act) for one in dated_labels(zone)]
    if own or not numbers:
        told = [one for one in _received(act, dated) if not _is_before_sitting(act, one)]
        received = list(_dates(told, "receipt/date", "received-on"))
        yield from received or [*_beside_numbers(act, own), *_stamped(act)][:1]
    yield from _published(act, dated)


def _is_told(zone: Zone) -> bool:
    told = holds_any(zone.view.folded, _CUE_WORDS, zone.start, zone.end)
    return told or zone.first(_CUE) is not None


def _is_before_sitting(act: Act, one: Dated) -> bool:
    """« sa démission, reçue en préfecture le … »: what came before the sitting is not its act."""
    sitting = sitting_date(act)
    return sitting is not None and one.date.value < sitting


def _beside_numbers(act: Act, numbers: list[ReceiptNumber]) -> Iterator[Mention]:
    """« AR CONTROLE DE LEGALITE : 099-… en date du 16/03/2024 », where no label tells the reception."""
    for number in numbers:
        beside = _DATED.match(act.view.folded, number.end)
        date = next(find_dates(act.view.folded, beside.end(), beside.end() + 30), None) if beside else None
        if beside and date and date.start == beside.end():
            yield Mention("receipt/date", date.value, (Span(date.start, date.end),), "received-on")
            return


def _stamped(act: Act) -> Iterator[Mention]:
    """« SOUS-PRÉFECTURE DE VALMONT 11 OCT. 2022 ARRIVÉE »: a stamp of ink, not before the sitting."""
    sitting = sitting_date(act)
    for zone in (act.preamble, act.item, act.closing):
        stamped = holds_any(zone.view.folded, ("prefecture",), zone.start, zone.end)
        if not stamped or not word_positions(zone.view.folded, ("arrive", "recu"), zone.start, zone.end):
            continue
        for date in bounded(zone.view, find_dates(zone.view.folded, zone.start, zone.end), DATES):
            before = zone.view.folded[max(zone.start, date.start - 70) : date.start]
            late = sitting is None or date.value >= sitting
            arrived = _STAMP.search(before) and _ARRIVED.match(zone.view.folded, date.end, zone.end)
            if late and (arrived or _RECEIVED.search(before)):
                yield Mention("receipt/date", date.value, (Span(date.start, date.end),), "stamped-on-arrival")
                return


def _zones(act: Act) -> tuple[Zone, ...]:
    """The act; in minutes what is said once for all of them too."""
    return (unstamped(act), stamped(act), act.closing) if act.shared else (act.item, act.closing)


def _receipt_numbers(act: Act) -> list[ReceiptNumber]:
    """The numbers of receipts, as first printed among writings that differ by spaces and dashes alone."""
    found = receipts(stamped(act)) or receipts(act.preamble) or receipts(act.closing)
    keys = {re.sub(r"\W|_", "", one.printed.casefold()): one for one in reversed(found)}
    return list(keys.values())


def _is_of_the_sitting(act: Act, number: ReceiptNumber) -> bool:
    """Minutes are sent once the next sitting has approved them: that receipt is not that of each act they tell."""
    sitting = sitting_date(act) if act.shared else None
    return sitting is None or sitting == number.date


def _received(act: Act, dated: list[Dated]) -> list[Dated]:
    """Dates of reception that stand beside the préfecture or a receipt's number."""
    folded = act.view.folded
    return [
        one
        for one in dated
        if one.kind == "reception"
        and _PREFECTURE.search(folded, max(0, one.label - 160), min(len(folded), one.date.end + 160))
    ]


def _published(act: Act, dated: list[Dated]) -> Iterator[Mention]:
    """The publication, else the posting; neither before the sitting."""
    told = [one for one in dated if one.kind in _PUBLISHED] or _told_last(act)
    sitting = sitting_date(act) if told else None
    for kind, rule in (("publication", "published-on"), ("posting", "posted-on")):
        kept = [one for one in told if one.kind == kind and _is_of_the_act(act, one, sitting)]
        if kept:
            yield from _dates(kept, "publication_date", rule)
            return


def _told_last(act: Act) -> list[Dated]:
    """« Affiché le 11 décembre »: the last words of minutes without a closing, where nothing else in them tells it."""
    if not act.shared or act.closing:
        return []
    end = _end(act)
    if any(one.kind in _PUBLISHED for one in dated_labels(act.whole.part(0, end.start))):
        return []
    told = [one for one in dated_labels(end) if one.kind in _PUBLISHED]
    return told if len({one.date.value for one in told}) == 1 else []


def _end(act: Act) -> Zone:
    """The last words of a document; below a list, what the law makes it say is long."""
    reach = _LAST_WORDS * (4 if act.kind == "list" else 1)
    return act.whole.part(act.whole.end - reach, act.whole.end)


def _is_of_the_act(act: Act, one: Dated, sitting: dt.date | None) -> bool:
    before = re.split(r"\d{4}", act.view.folded[max(0, one.label - 80) : one.label])[-1]
    if _OTHER_THING.search(before):
        return False
    return sitting is None or sitting <= one.date.value <= sitting + _LATEST


def _dates(dated: list[Dated], field: str, rule: str) -> Iterator[Mention]:
    for one in dated:
        yield Mention(field, one.date.value, (Span(one.date.start, one.date.end),), rule)


EXTRACTOR = Extractor(
    "formalities",
    read_formalities,
    (
        Example(
            "Envoyé en préfecture le 07/02/2023 Reçu en préfecture le 08/02/2023 Publié le 09-02-23"
            " ID : 099-219900017-20230131-DEL2023_001-DE",
            {
                "receipt/id": "099-219900017-20230131-DEL2023_001-DE",
                "receipt/date": dt.date(2023, 2, 8),
                "publication_date": dt.date(2023, 2, 9),
            },
        ),
        Example(
            "Envoi Préfecture :\nRéception en Préfecture :\n28/04/2014 29/04/2014 099-219900017-20140424-0000071-DE",
            {"receipt/id": "099-219900017-20140424-0000071-DE", "receipt/date": dt.date(2014, 4, 29)},
        ),
        Example("Publiée le : 31 décembre 2020", {"publication_date": dt.date(2020, 12, 31)}),
        Example(
            "Séance du 10 février 2020. Date de la convocation Date d'affichage 4 février 2020 17 février 2020",
            {"publication_date": dt.date(2020, 2, 17)},
        ),
    ),
    (
        Example("Séance du 10 février 2020. Date de convocation et d'affichage : 4 février 2020", {}),
        Example(
            "Vu l'avis d'appel public à la concurrence publié le 27 mai 2022 ; le courrier reçu le 2 juin 2022", {}
        ),
        Example("Transmis en préfecture le 8 mars 2023", {}),
    ),
)
