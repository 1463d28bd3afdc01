"""Dates that stand after a label: « Date de convocation : … », « Publié le … », « Reçu en préfecture le … ».

Scanned forms and stamps print several labels first and their dates afterwards, in the same order.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from kg.extract.act import Zone
from kg.extract.bounds import DATES, bounded
from kg.text.dates import find_dates
from kg.text.found import Found
from kg.text.word_starts import word_positions

_STATE = (
    "(?:(?:en|a la|a|par la|par le|au|de la|le) )?"
    "(?:(?:sous-? ?|s/s-? ?)?prefecture|prefet|controle de legalite|representant de l'etat|ar)"
)
_AND = " ?(?:et|ou|puis|[/+&,–-]) ?"
# « Date d'affichage de la délibération », « Publication du procès-verbal »
_OF_THE_ACT = (
    "d(?:u|e la|e l'|e ce|e cette|es|e) ?(?:p\\.?v\\.?(?!\\w)|presente?s? \\w+|deliberations?|extraits?|actes?"
    "|decisions?|liste(?: des deliberations)?|releve|compte[ -]rendu(?: sommaire)?|proces[ -]verbal)"
)
_PHRASES = {
    "convocation": (
        "dates? d'envoi (?:de )?(?:la |l' ?avis de )?convocations?",
        "dates? convocations?",
        "date de (?:la )?convocation et (?:de (?:l' ?)?|d' ?)affichage",
        "(?:date )?(?:de )?(?:la |l' ?avis de |l' ?envoi de la )?convocations?(?= ?:| du | le | date)",
        "en date d[eu] (?:la )?convocation",
        "date de (?:la )?convocations?(?: d(?:u|es|e la|e l') ?(?:present )?(?:consei\\w+|bureau|comite|membres)"
        "(?: (?:municipal|municipaux|communautaires?|metropolitain|syndical|de communaute))?)?",
        "date de l' ?avis de convocation",
        "convocations? (?:envoyee?s?|adressee?s?)(?= le)",
        "convocation en date",
    ),
    "reception": (
        f"(?:date de )?reception {_STATE}",
        f"(?:re[cg]u|acquitte)e?s? {_STATE}",
        "re[cg]ue? le",
        f"accuse (?:de )?reception (?:{_STATE} )?(?=le|du)",
        f"accuse (?:de )?reception de (?:la )?{_STATE}(?= le| du)",
        "(?:date de )?reception(?: de l' ?accuse(?: de reception)?)?(?= ?:| le | \\d)",
        "accuse reception prefecture",
        f"(?:date de )?retour (?:de l' ?acte|{_STATE})",
        f"(?:acte )?retourne[es]* (?:de |par )?(?:la )?{_STATE}(?= le| :)",
    ),
    "sending": (
        f"(?:envoyee?|envoi|(?:tele)?transmise?|(?:tele)?transmission|deposee?|depot) {_STATE}",
        "date de (?:tele)?transmission",
    ),
    "publication": (
        f"publiee?s?(?:{_AND}(?:affichee?s?|notifiee?s?|mise?s? en ligne))?",
        f"(?:date de )?publication(?: en ligne|{_AND}(?:d' ?|de (?:sa )?)?(?:affichage|notification|mise en ligne))?"
        f"(?: {_OF_THE_ACT})?",
        f"(?:date de )?mise?s? en ligne(?:{_AND}(?:d' ?|de )?(?:l')?affich(?:age|e))?(?: {_OF_THE_ACT})?",
        "(?:date de )?parution(?: en ligne| sur (?:le )?(?:site|internet))?",
    ),
    "posting": (
        f"affichee?s?(?:{_AND}(?:mise?s? en ligne|publiee?s?|notifiee?s?))?",
        f"affichage {_OF_THE_ACT}",
        f"affichage(?:{_AND}(?:de )?(?:la )?(?:publication|parution|mise en ligne|diffusion|notification))?",
        f"(?:date )?d(?:e l)?' ?affichage(?: et (?:de )?(?:la )?publication)?(?: {_OF_THE_ACT})?",
    ),
}
_LABEL = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(phrases)})" for kind, phrases in _PHRASES.items())
    .replace(" ?", r"\s*")
    .replace(" ", r"\s+")
    + r")(?=[\s:.,(]|$)"
)
# What begins a word of each label; a label begins at most _LEAD characters before it.
_CORES = (
    "convoc",
    "recep",
    "recu",
    "regu",
    "envo",
    "transm",
    "teletransm",
    "depo",
    "publie",
    "publica",
    "en ligne",
    "affich",
    "accuse",
    "acquitt",
    "retour",
    "parution",
)
_LEAD = 40
_LONGEST = 110
_BETWEEN_LABELS = re.compile(r"[\s:.,_]{0,8}(?:le\s?:?)?[\s:.,_]{0,4}")
_WORDS_BEFORE_DATE = re.compile(
    r"(?:[\s:.,;_=|(/-]|(?:[l1i]e|du|la|en|ce|date|jour|faite?|municipal|communautaire|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|prefecture|sur|site|internet|de|ville|commune|par|voie|electronique|porte|mairie|a|est|ete|avait|adressee?|present"
    r"|au|conseil|affichage|comite|bureau|syndical|administration|departemental|d'|metropolitain|membres)\b){0,24}+"
)
# « publiée sur le site internet de la commune le », « affiché à la porte de la mairie le »
_WHERE = re.compile(
    r"\s+(?:sur|sous|dans|au|aux|a|en)\s(?![^;:]{0,60}\b(?:journal|boamp|bulletin|jo|joue)\b)(?:[^;:.\d]|\.(?=\w)){3,90}?"
    r"(?:\s[l1i]e\s*:?|\s?:)\s*"
)
_LABELS_OF_COUNTS = re.compile(r"\s*(?:le\s+)?nombre\s+de\s+[a-z' \n]{5,}\s")
_ITS_DEPARTMENT = re.compile(r"\s+(?:de\s+la|de\s+l'|du|des|de|d')\s*[a-z' -]{3,40}?\s+le\s*:?\s*")
_PUBLISHES = re.compile(r"(?:publiee?s?|publication|affichee?s?|affichage|en ligne)$")
_WINDOW = 200


class Dated(NamedTuple):
    """A date and the label that says of what: convocation, reception, sending, publication or posting."""

    kind: str
    date: Found[dt.date]
    label: int


def dated_labels(zone: Zone) -> list[Dated]:
    """The labelled dates of a zone, in the order of the labels, read once for all who ask."""
    memo, key = zone.view.memo, ("dated-labels", zone.start, zone.end)
    if key not in memo:
        memo[key] = list(_find_dated(zone))
    return cast(list[Dated], memo[key])


def _find_dated(zone: Zone) -> Iterator[Dated]:
    run: list[re.Match[str]] = []
    for label in bounded(zone.view, _labels(zone), DATES):
        if run and not _BETWEEN_LABELS.fullmatch(zone.view.folded, run[-1].end(), label.start()):
            yield from _dates_of(zone, run)
            run = []
        run.append(label)
    if run:
        yield from _dates_of(zone, run)


def _labels(zone: Zone) -> Iterator[re.Match[str]]:
    """The labels of a zone, looked for only around the words that they hold."""
    reached = zone.start
    for core in word_positions(zone.view.folded, _CORES, zone.start, zone.end):
        if core < reached:
            continue
        label = _LABEL.search(zone.view.folded, max(reached, core - _LEAD), min(zone.end, core + _LONGEST))
        if label and label.start() <= core < label.end():
            reached = label.end()
            yield label


def _dates_of(zone: Zone, run: list[re.Match[str]]) -> Iterator[Dated]:
    """One date for each label of a run, or the date that follows the last label."""
    dates = _dates_after(zone, run[-1].end(), len(run))
    if len(dates) == len(run) > 1:
        yield from (Dated(label.lastgroup or "", date, label.start()) for label, date in zip(run, dates, strict=True))
    elif dates:
        yield Dated(run[-1].lastgroup or "", dates[0], run[-1].start())


def _leads_to_date(folded: str, start: int, end: int) -> bool:
    """Only small words, the labels of counts in the same column (« Nombre de votants »), or whose préfecture it is."""
    shapes: tuple[re.Pattern[str], ...] = (_WORDS_BEFORE_DATE, _LABELS_OF_COUNTS)
    shapes += (_WHERE,) if _PUBLISHES.search(folded, max(0, start - 20), start) else ()
    shapes += (_ITS_DEPARTMENT,) if folded.endswith("prefecture", 0, start) else ()
    return any(shape.fullmatch(folded, start, end) for shape in shapes)


def _dates_after(zone: Zone, position: int, count: int) -> list[Found[dt.date]]:
    """At most ``count`` dates with nothing but white space between them."""
    folded = zone.view.folded
    stop = min(zone.end, position + _WINDOW + 40 * count)
    dates: list[Found[dt.date]] = []
    for date in find_dates(folded, position, stop):
        between = folded[position : date.start]
        if len(dates) == count or (
            between.strip(" \n:-/|") if dates else not _leads_to_date(folded, position, date.start)
        ):
            break
        dates.append(date)
        position = date.end
    return dates
