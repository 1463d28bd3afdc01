"""The number of an act as printed: « DEL2023-01 », « 02/01-2023 », « 2017.07.04 - 2 », « CP 2023-024 »."""

import re
from functools import lru_cache

from kg.extract.act import Zone
from kg.extract.bounds import NUMBERS, bounded
from kg.extract.scanned import find_scanned
from kg.model import Span
from kg.text.cues import Placed
from kg.text.view import View
from kg.text.word_starts import Begun

_OF_ACT = (
    r"(?:\s?d'(?:ordre|ident(?:ification)?\.?|enregistrement|acte)|\sde\s(?:(?:la\s)?deliberation|l'acte|registre))"
)
# « Délibération n° », « N° », « DCM »: what follows is a number. The word before « n° » tells its nature.
LABEL = Begun(
    r"(?<![\w/])(?:(?P<what>deliberations?|delib(?!er)\.?|del(?=\s{1,2}\d)|d\.?c\.?m\.?|"
    r"(?<!prend )(?<!donne )(?<!pris )acte|"
    r"(?:affaires?|aff|questions?|points?|rapports?|dossiers?|projets?(?:\sde\sdeliberations?)?|motions?|voeux?|resolutions?|sujets?)(?=\s{0,3}n))"
    r"(?:\s{1,3}du\s{1,3}(?:conseil|bureau)\s{1,3}\w{3,16})?\s{0,3}(?:n\s?[°ºo]s?\s?:?|n(?=\s{1,2}\d)|"
    r"numero\s?:?|:|(?:dcm|d\.c\.m\.|delib\.?|del)(?=\s{1,2}\d))?"
    rf"|n\s?[°º]{_OF_ACT}?\s?+:?+|numero(?:{_OF_ACT}\s?+:?+|\s?:)|no(?=\d{{1,3}}(?!\w)))\s{{0,3}}+"
    r"(?=[a-z.]{0,8}+\s?+[-_./–—]?+\s?+\d)",
    (
        *("del", "dcm", "dc.", "d.c", "acte", "aff", "question", "point", "rapport", "dossier", "projet", "motion"),
        *("voeu", "resolution", "sujet", "n ", "no ", "numero"),
    ),
)
# What is counted from the first item of a sitting on: such a number is a place in the agenda.
NATURES_OF_ORDINALS = (
    "point",
    "question",
    "affaire",
    "aff",
    "dossier",
    "projet",
    "motion",
    "voeu",
    "rapport",
    "resolution",
    "sujet",
)
# « 22CP.1107 »: the year, the organ, the rank
_CORE = (
    r"\d{1,8}(?:(?<=\d{4})[a-z]{1,4}-?\d{1,4}(?!\d)|[a-z](?![a-z'])"
    r"|(?<=(?<!\d)[12]\d)[a-z]{2,3}[.-]\d{1,5}(?!\d))?"
)
_CORE += r"(?:[-_./–—](?:[a-z]{1,6}[-_./]?)?\d{1,8}|[-_/.][a-z]{1,4}(?![a-z']))*"
_PREFIX = r"(?:[a-z]{1,6}(?:\.[a-z]{2,5})?\s?[-_./–—]?\s?)"
PRINTED = re.compile(rf"{_PREFIX}?{_CORE}(?:\s?(?:bis|ter)\b)?")
# Unlabelled, it must look like a code: a prefix or several groups.
_KNOWN = r"(?:delib|del|dl|dcm|dcc|dbc|dbm|db|cm|cc|cp|cr|cs|ca|bc|b|c|d)"
_GROUPS = r"(?:\s?[-_./–—]\s?(?:[a-z]{0,4}|[a-z]{1,5}[-_/])\d{1,6}){1,4}(?:/[a-z])?"
_CODE = re.compile(
    # after no stop but those of initials (« D.C.2020/1-002 »); then what begins each of the choices, so that most
    # words are left at once
    rf"(?<![\w/,°'-])(?<![^a-z]\.)(?<![^.][a-z]\.)(?=[a-z]{{0,5}}(?:\.[a-z]{{2,5}})?\s?[-_./–—]?\s?\d)(?:{_KNOWN}\s?[-_./–—]?\s?\d{{1,8}}{_GROUPS}|"
    rf"[a-z]{{1,5}}(?:\.[a-z]{{2,5}})?[-_/]?\d{{1,8}}{_GROUPS}|"
    rf"[a-z]\.[a-z]{{2,5}}/\d{{1,8}}{_GROUPS}"
    rf"|(?:19|20)\d\d(?!-20\d\d|\s?[/–]\s?20\d\d(?![\d/_.-])){_GROUPS}|\d{{6}}(?:\d\d)?\s?[-_]\s?\d{{1,4}}|"
    rf"[1-4]\d(?:_[a-z]{{2,5}}){{1,3}}(?:_\d{{1,4}}){{1,3}}|"
    rf"[12]\d-[a-z]{{1,2}}-\d{{2,4}}|\d{{2}}(?:[._-]\d{{2}}){{2}}[._-]\d{{2,3}}|[1-4]\d[-_./](?:0\d|1[0-2])[-_./]\d{{3}}"
    rf"|(?:dcm|delib|del|dl|cm|cc|cp|d)(?:20\d\d\s\d{{2,3}}|\d{{3,8}}))(?:[a-f](?!\w))?(?![\w%€])(?!,\d)"
)
# Its first figure, where no letter begins it and where one does. Words of two and three letters alone may stand apart.
_BY_FIGURE = re.compile(r"[0-9](?<![\w/,°'-].)(?=\d{1,7}\s?[-_./–—])")
_AFTER_LETTERS = re.compile(
    r"[0-9](?<!\d\d)(?<!\d[\s./-]\d)(?<!,\d)(?:(?<=[a-z].)|(?<=[a-z][-_./–—].)|(?<=\s.)(?:(?<=(?:ib|el|dl|cm|cc|bc|bm|db|cp|cr|cs|ca)..)|(?<=\b[bcd]..))"
    r"|(?<=[a-z]\s[-_./–—].)|(?<=[a-z][-_./–—]\s.)|(?<=[a-z]\s[-_./–—]\s.)|(?<=[a-z]\s\s.))(?=\d{0,7}\s?[-_./–—]|\d\d)"
)
_LETTERS = re.compile(r"[a-z](?<![\w/,°'-].)(?=[a-z]{0,4}(?:\.[a-z]{2,5})?\s?[-_./–—]?\s?$)")
_MOST_LETTERS = 14


def _code_places(folded: str, start: int, end: int) -> list[int]:
    """Where a code may begin: a text has few figures, so that it is looked for from them."""
    places = [figure.start() for figure in _BY_FIGURE.finditer(folded, start, end)]
    coded = [figure.start() for figure in _AFTER_LETTERS.finditer(folded, start, end)]
    if not coded:
        return places
    lettered = (one.start() for at in coded for one in _LETTERS.finditer(folded, max(start, at - _MOST_LETTERS), at))
    return sorted({*places, *lettered})


CODE = Placed(_CODE, _code_places)
# « 8 - 2020/12 », « 7 / 2023-11-09 », « 12 / 2023 »: the rank, then the year and what it counts of it.
_RANKED = re.compile(
    r"\d{1,4}(?:\s[-–—]\s?|\s?[-–—]\s|\s?/\s?)(?:19|20)\d\d"
    r"(?:(?<=/\d{4})|(?<=/\s\d{4})|(?=[/.-]))(?:[/.-](?:0?[1-9]|1[0-2])(?:[/.-](?:0?[1-9]|[12]\d|3[01]))?)?(?![\w/.,-]*\d)(?!\s?[%€])"
)
_TORN = re.compile(r"\d\d-\s\d{3}(?![\d%€,.])(?!\s(?:[%€]|euros|ans|ha|m2|voix))")  # « 11- 319 »
_OF_DAY = r"0\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\s\d{1,2}|\d\d(?!\d))"
_DAY = rf"2{_OF_DAY}"  # « 20240909 1 », « 2024090901 »: the sitting's day and the rank
_SPACED = re.compile(
    r"20\d\d(?:\s?_\s?\d{1,4}\s?_\s?[a-e](?!\w)|\s\d{3}\s_?d(?![\w'’]))|"  # « 2023 _ 043 _D », « 2023 034 D »
    rf"{_DAY}(?=\s?[-–:]?\s?[^\W\d])|(?:(?:dcm|delib|del|dl|cm|cc|cp|d)20\d\d\s\d{{2,3}}|20\d\d(?:\s\d{{1,3}}){{1,2}}|\d{{6}}\s\d{{3}}|\d\d\s\d\d\s\d{{2,3}}(?!\s?\d))(?![\d%€,.])(?!\s[%€])"
)
DAY_CODE = re.compile(rf"(?<![\w/.,-]){_DAY}(?=\s?[-–:]\s?[a-z«]|\s[a-z«])")
# « 24 04 01 Vente du presbytère »: year, month and rank.
SPACED_CODE = re.compile(
    r"[123](?<![\d/.,-].)(?:(?<!\d\d\s.)\d\s(?:0\d|1[0-2])\s\d{2,3}(?=\s[a-z–-])(?!\s(?:euros?|voix))|"
    rf"(?<=2){_OF_DAY}(?=\s?[-–:]\s?[a-z«]|\s[a-z«]))"
)
_TAIL = re.compile(r"\s?[-–—/_]{1,2}\s?\d{1,4}(?![\d%€])(?!\s[%€])")
# « 2023-12 – 4.1.3./7 — Tarifs … »: its rank, then its place in the plan of the organ's matters.
_PLANNED = re.compile(r"\s?[-–—]\s?\d{1,2}(?:\.\d{1,2}){1,3}\.?/\d{1,3}(?=\s[-–—]\s)")
# « 2023-07 bis », « 2015.11.23 – 2A », « 2015.11.23 – 15 B »: one of the acts that share a number.
_SHARED = re.compile(r"\s{0,2}(?:bis|ter|quater)(?!\w)|\s?(?P<letter>[a-f])(?=\s{1,2}[-–—:«\"]?\s?[a-z]|\s?[-–—:])")
_NOT_A_PREFIX = re.compile(
    r"(?!d\s(?:19|20)\d\d\s?[-–—_/])(?:[ivx]{1,4}\.|aux?|de|du|des|en|et|la|le|les|une?|sur|par|pour|lot|art|article|ligne|rue|page|point|no|[adlnps]"
    r"|dont|soit|avec|contre|plus|moins|total|ainsi|apres|avant|depuis|entre|sous|vers|sans|selon|annee|an|exercice|zone|tel|fax|bp)\s"
)
_DATE = re.compile(r"(?:[0-3]?\d[/.][01]?\d[/.](?:19|20)\d\d)$")
_COUNTED = re.compile(r"n\s?[°º]\s?:?\s{0,3}$")  # « Affaire n° 01/12/2022 »: rank, month and year
_ORDINAL = re.compile(r"\d{1,3}$")
_LETTER = re.compile(r"(?<=\d)(?:\s?[a-f]|\s{0,2}(?:bis|ter|quater))$")
_GROUP, _NOT_LETTERS = re.compile(r"\d{1,8}"), re.compile(r"[^a-z]")
SHORTEST_SHARED = 5  # characters of a number that acts may share: « 23-07 bis »
# « 2023002-7.1 », « 2023-045/5.7 »: the matter, of the nomenclature of @CTES, after the number.
_MATTER = re.compile(r"(?<=\d\d)\s?[-_/]\s?[1-9]\.\d{1,2}(?:\.\d{1,2})?$")
_LETTER_OR_YEAR = re.compile(r"[a-z]|\d{4}")
_YEAR_ALONE = re.compile(r"[a-z]*(?:19|20)\d\d$|\D*\d{1,3}$")


def number_at(view: View, at: int) -> Span | None:
    """The number printed at an offset, right after its label."""
    folded = view.folded
    if spaced := _SPACED.match(folded, at):
        return Span(at, spaced.end())
    if torn := _TORN.match(folded, at) or _RANKED.match(folded, at):
        return Span(at, torn.end())
    found = PRINTED.match(folded, at)
    if not found or _NOT_A_PREFIX.match(folded, at):
        return None
    if _DATE.match(found[0]) and not _COUNTED.search(folded, max(0, at - 8), at):
        return None
    end = found.end()
    if _LETTER_OR_YEAR.search(found[0]):
        tail = _PLANNED.match(folded, end) or _TAIL.match(folded, end)
        while tail:
            end = tail.end()
            tail = _TAIL.match(folded, end)
    while folded[end - 1] in ".-–—/_":
        end -= 1
    return Span(at, _with_suffix(view, at, end))


def _with_suffix(view: View, at: int, end: int) -> int:
    """The end of a number with what tells it from another act of the same number; an « A » must have its « B »."""
    shared = _SHARED.match(view.folded, end)
    if shared is None or end - at < SHORTEST_SHARED:
        return end
    if shared["letter"] is None:
        return shared.end()
    capital, spaced = view.text[shared.start("letter")].isupper(), shared.start("letter") > end
    known = not spaced or f"{view.folded[at:end]} {'b' if shared['letter'] == 'a' else 'a'} " in view.folded
    return shared.end() if capital and known else end


def is_ordinal(view: View, number: Span) -> bool:
    """True for « 3 » or « 12 »: a place in the agenda, or the number of a register that counts from 1."""
    return bool(_ORDINAL.match(view.folded[number.start : number.end]))


def labelled(view: View, start: int, end: int) -> list[tuple[re.Match[str], Span]]:
    """Every labelled number of a passage, with the match of its label."""
    labels = bounded(view, find_scanned(Zone(view, start, end), LABEL), NUMBERS)
    found = ((label, number_at(view, label.end())) for label in labels)
    return [(label, number) for label, number in found if number]


@lru_cache(maxsize=1 << 12)
def key_of(text: str) -> tuple[str, tuple[int, ...]]:
    """What series a number belongs to (its letters and how many groups it has) and its groups of digits, no matter."""
    text = _LETTER.sub("", text)
    if (matter := _MATTER.search(text)) and not _YEAR_ALONE.match(text[: matter.start()]):
        text = text[: matter.start()]
    groups = tuple(int(group) for group in _GROUP.findall(text))
    return _NOT_LETTERS.sub("", text) + "#" * len(groups), groups
