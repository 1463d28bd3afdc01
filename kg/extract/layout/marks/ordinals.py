"""Marks made of a place in a list: « 3. », « IV. », « Point n° 3 », « a- », « 8 Vente » in a table."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from kg.extract.act import Zone, once
from kg.extract.bounds import MARKS, NUMBERED, PLACES, bounded
from kg.extract.layout.marks.kinds import BARE, DOTTED, LETTER, NAMED, ROMAN, Family, Kind
from kg.extract.layout.marks.kinds import ORDINAL as PLACED
from kg.extract.layout.marks.mark import Mark, stands_firm
from kg.extract.layout.marks.numbered import is_reference
from kg.extract.layout.words import TITLE_HEAD
from kg.text.cues import Placed, Searchable, matches_at
from kg.text.lexicon import GIVEN_NAMES
from kg.text.view import fold_same_length
from kg.text.word_starts import Begun

# « 3. », « 12) », « 1°) », « 7-) », « 4 - », « 2.1 », « IV. » before a capital. In flat text it may stand anywhere.
_ORDINAL = (
    r"(?P<level>[\dIVX]%s(?:(?<=\d)(?:(?:(?<=1)\d\d|\d?)(?:\.\d{1,2}){0,2}|-\d(?=\s[A-ZÀ-Þ]))|(?<=[IVX])[IVX]{0,4}))\s?"
    r"(?P<stop>°\s?[)/–—-]|[.–—-]?\)|\.\s?[-–—]|[./]|[-–—]{1,2}|(?<=\d\.\d)(?=\s)|(?<=\d\.\d\d)(?=\s)|(?<=\d-\d)(?=\s)|\]|\s?:(?=\s))\s{0,3}"
    r"(?=[«\"“(]?\s?(?:[A-ZÉÈÀÂÎÔÇŒ]|[a-z] ?[-)]))"
)
ORDINAL = re.compile(_ORDINAL % r"(?<![\w.,/°€%'’-].)(?=[\dIVX]{0,4}\s?[°.)\]/:–—-])")  # most figures are left at once
_BULLETS = r"[ \t•●▪❖➢>*-]{0,4}"
_NUMBERED_LINE = re.compile(rf"\n(?={_BULLETS}[\dIVX][\dIVX.-]{{0,9}}\s?[°.)\]/:–—-])")


def _line_places(text: str, start: int, end: int) -> list[int]:
    """The starts of lines that a number and its stop begin."""
    found = [line.end() for line in _NUMBERED_LINE.finditer(text, max(0, start - 1), end)]
    return [0, *found] if start == 0 else found


LINE_ORDINAL = Placed(re.compile(rf"^{_BULLETS}" + _ORDINAL % "", re.MULTILINE), _line_places)
# « … (détails en annexe) 2 Création d'un poste »: figures alone after the end of a sentence.
_BARE_ORDINAL = re.compile(r"(?P<level>\d(?<=[.!?)»*|]\s.)\d{0,2})\s{1,2}(?=[A-ZÉÈÀÂÎÔÇŒ][a-zà-ÿœA-ZÀ-Þ]{2,}[\s'’,:-])")
_NAMED_ORDINAL = Begun(
    r"(?<!\w)(?P<what>point|question|affaire|dossier|sujet|item|"
    r"rapport)s?\s{0,2}(?:n\s?[°ºo]\s?)?:?\s?(?P<level>\d{1,3}|un|deux|trois|quatre|cinq|six|sept|"
    r"huit|neuf|dix)(?![\w/])(?!\s?[-/.]\s?\d)\s?(?:de l'ordre du jour)?\s?[-–—:.]{0,2}\s{0,3}",
    ("point", "question", "affaire", "dossier", "sujet", "item", "rapport"),
)
# « 1ère délibération : », « 2ème point - », « Troisième délibération : ».
_RANK = (
    r"(?<!\w)(?P<level>\d\d?\s?(?:ere?|eme|nde?|e)"
    r"|(?:premier|deux|dix|trois|quatr|cinqu|six|sept|huit|neuv)(?:ieme|e)?)\s{1,2}"
)
_RANKED_WHAT = r"(?P<what>deliberation|point|question|affaire|dossier|resolution)\s{0,2}[:–—-]\s{0,3}"
_RANK_BEFORE = re.compile(rf"{_RANK}$")
_HEADED_WHAT = Begun(_RANKED_WHAT, ("deliberation", "point", "question", "affaire", "dossier", "resolution"))
_LONGEST_RANK = 16


def _ranked_places(folded: str, start: int, end: int) -> list[int]:
    """Where a rank stands right before what it counts."""
    counted = (what.start() for what in _HEADED_WHAT.finditer(folded, start, end))
    ranks = (_RANK_BEFORE.search(folded, max(start, at - _LONGEST_RANK), at) for at in counted)
    return [rank.start() for rank in ranks if rank]


_RANKED = Placed(_RANK + _RANKED_WHAT, _ranked_places)
# « un », « deux »; « premier », « deuxieme »: the first letters tell.
_RANKS = ("un|prem", "deux", "trois", "quatr", "cinq", "six", "sept", "huit", "neu", "dix")
_COUNTED = re.compile(
    r"(?:contre|abstentions?|pour|votants?|presents?|absents?|pouvoirs?|procurations?|exprimes?|nppv)\s?[:(]"
)
_COUNTS = re.compile(r"(?<!\w)(?:pour|contre|abstentions?|votants?|exprimes)\s?:\s?$")
# A given name and a surname, then the end of the line, a bracket, a comma or the next of a list.
_NAME = re.compile(
    r"(?:(?:M|Mr|Mme|Mlle)\.?\s)?(?P<given>[A-ZÀ-Þ][a-zà-ÿ]{2,12}(?:-[A-ZÀ-Þ]?[a-zà-ÿ]{2,12})?)\s"
    r"(?:(?:d[eu]|le|la|LE|LA|D[EU])\s){0,2}[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,24}(?:\s[A-ZÀ-Þ'’-]{3,24})?\s{0,2}(?:$|[\n(,;]|[–—-]\s|\d{1,2}\s?[.)–-])"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_STOP = r"\s?(?:[-–—]{1,2}|\)|\.)\s{0,2}(?=[«\"]?[A-ZÀ-ÖØ-ÞŒ])"
# A section, its name and at once its first letter.
_SECTION = re.compile(
    r"[\dIVX](?<![\w.,/-].)(?:(?<=\d)\d?|(?<=[IVX])[IVX]{0,4})\s?[-–—.)/:]{1,2}\s{0,2}[A-ZÀ-Þ][^.;:!?\d]{2,80}?\s{0,2}"
    rf"(?:[:–—.-]\s{{0,2}})?(?P<first>(?<!\w)(?:a|A(?=\s?[-–—)]))){_STOP}"
)
_FIRST = re.compile(rf"[aA](?<!\w.){_STOP}")
_LETTER = re.compile(rf"(?<![\w'’.-])(?P<letter>[a-z]|[A-Z](?=\s?[-–—)])){_STOP}")
# The same without a section, after the end of a sentence or at the start of a line.
_ALONE = re.compile(rf"(?P<first>[aA](?:(?<=[.;!?]\s.)|(?<=\n.))(?=\s?[-–—)])){_STOP}")
# « A. Tarifs de la piscine », « B. VENTE DU PRESBYTÈRE COMMUNAL »: some words of a matter, not « A. NOIR, maire ».
_DOTTED = re.compile(
    r"(?P<level>[A-Z](?<![\w'’.-].))\.\s{1,2}(?=(?P<said>[«\"]?[A-ZÀ-ÖØ-ÞŒ][\w'’-]*(?:\s[\w'’-]+){0,2}))"
)
_INITIAL = re.compile(r"(?:(?<!\w)(?:M{1,2}|Mr|Mmes?|Mlle|Monsieur|Madame|Messieurs|Mesdames)\.?|,)\s{1,2}$")
_LINKED = re.compile(
    r"\S+(?:\s(?i:d[eu]s?|d['’]|à|aux?|en|pour|sur|et)(?!\w)|(?:\s[a-zà-ÿ]+)?\s?[:–—]\s|\s-\s"
    r"|\s[a-zà-ÿ]{4,}(?:[ls]|[aiu][lr]e|que|ive|ée?)s?\s)"
)
MOST_PARTS = 60
CAPITALS = 3  # words: a surname has hardly as many
_ROW = re.compile(
    r"^[ \t|]{0,4}(?:[A-ZÀ-Þ][\w'’-]{1,20}[ \t](?:[A-ZÀ-Þ'’-]{2,20}[ \t]){1,3}|"
    r"(?:M\.|Mme|Monsieur|Madame)[ \t]l[ea][ \t](?:Maire|Présidente?)[ \t])?"
    r"(?P<level>\d{1,3})[ \t]{1,3}(?=[«\"]?[A-ZÉÈÀÂÎÔÇŒ][\w'’]+[\s,:(-])",
    re.MULTILINE,
)


def ordinals(zone: Zone, lined: bool) -> Iterator[Mark]:
    """« 3. », « 2.1 », « IV. », at the start of lines and anywhere."""
    view = zone.view
    if lined:
        places = bounded(view, LINE_ORDINAL.positions(view.text, zone.start, zone.end), NUMBERED)
        yield from _placed(zone, "line", matches_at(LINE_ORDINAL.pattern, view.text, places, zone.start, zone.end))
    flat = _placed(zone, "flat", zone.find_exact(ORDINAL))
    yield from once(view, ("flat ordinals", zone.start, zone.end), lambda: [*islice(flat, MARKS.most + 1)])


def _placed(zone: Zone, name: str, matches: Iterable[re.Match[str]]) -> Iterator[Mark]:
    for found in matches:
        level = found["level"]
        if found["stop"].strip() == ":" and not _stands_apart(zone, found.start()):
            continue
        if _COUNTED.match(zone.view.folded, found.end()) or _names_one(zone.view.text, found.end()):
            continue  # « Pour : 4 – Contre : 0 », a list of candidates
        if _COUNTS.search(zone.view.folded, max(0, found.start() - 16), found.start()):
            continue  # « Contre : 1. Le prix … »
        value = tuple(int(part) for part in re.split("[.-]", level)) if level[0].isdigit() else (_roman(level),)
        if value[1:] and max(value[1:]) > MOST_PARTS:
            continue  # « 19.81 - »: a rate, an amount
        family = Family(PLACED if level[0].isdigit() else ROMAN, name, _stop(found["stop"]))
        yield Mark(found.start(), found.end(), family, value, stands_firm(zone, found.start()))


def _names_one(text: str, at: int) -> bool:
    """« 1. Anne ROUX (écoles) 2. Paul NOIR (voirie) »: who stands for an office; not « Jean MOULIN : travaux »."""
    name = _NAME.match(text, at)
    return name is not None and fold_same_length(name["given"]).split("-")[0] in GIVEN_NAMES


def _stop(stop: str) -> str:
    """« 2. » and « 2.1 » are of one series; « 2) », « 2 - » and « 2/ » are of three others."""
    bare = stop.strip()
    return (
        bare[-1]
        if bare[-1:] in ("/", "]", ":")
        else ")"
        if ")" in bare
        else "-"
        if bare[-1:] in ("-", "–", "—")
        else "."
    )


def _stands_apart(zone: Zone, at: int) -> bool:
    """« 1 : Vente » after the end of a sentence or of a line; not « article 1 : », « lot 1 : »."""
    before = zone.view.text[max(zone.start, at - 6) : at].rstrip(" ")
    return not before or before[-1] in ".;!?\n"


def _roman(level: str) -> int:
    values = [_ROMAN[letter] for letter in level]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _is_matter(zone: Zone, found: re.Match[str]) -> bool:
    """« A. » before the words of a matter; not before a name, nor an initial."""
    if _INITIAL.search(zone.view.text, max(zone.start, found.start() - 14), found.start()):
        return False
    said = found["said"]
    known = TITLE_HEAD.match(zone.view.folded, found.end() + (said[0] in '«"'))
    return bool(
        known or _LINKED.match(zone.view.text, found.end()) or (len(said.split()) == CAPITALS and said.isupper())
    )


def letters(zone: Zone) -> Iterator[Mark]:
    """The letters of each section, in order; a section goes on up to the next one."""
    text = zone.view.text
    if not _FIRST.search(text, zone.start, zone.end):
        return
    ways = (bounded(zone.view, zone.find_exact(way), PLACES) for way in (_SECTION, _ALONE))
    sections = sorted({found.start("first") for way in ways for found in way})
    for place, (start, end) in enumerate(pairwise([*sections, zone.end]), 1):
        is_small = text[start].islower()
        for found in _LETTER.finditer(text, start, end):
            if found["letter"].islower() == is_small:
                rank = ord(found["letter"].lower()) - ord("a") + 1
                yield Mark(found.start(), found.end(), Family(LETTER), (place, rank))


def _is_own(zone: Zone, found: re.Match[str]) -> bool:
    return not is_reference(zone, found.start())


def _rank(level: str) -> int:
    """« 3 », « 2ème », « deuxième », « B »."""
    if figures := re.match(r"\d+", level):
        return int(figures[0])
    if len(level) == 1:
        return ord(level) - ord("A") + 1
    return next(rank for rank, words in enumerate(_RANKS, 1) if level.startswith(tuple(words.split("|"))))


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to print a place in a list: ``pattern`` has the ``level``, and maybe ``what`` is counted.

    ``accepts`` is asked of each match; ``placed`` tells that its place decides whether it is firm.
    """

    kind: Kind
    way: str
    pattern: Searchable
    accepts: Callable[[Zone, re.Match[str]], bool] | None = None
    folded: bool = False
    placed: bool = True

    def marks(self, zone: Zone) -> Iterator[Mark]:
        """The marks of this shape in a zone."""
        for found in bounded(zone.view, (zone.find if self.folded else zone.find_exact)(self.pattern), PLACES):
            if self.accepts is None or self.accepts(zone, found):
                what = found["what"][:3] if "what" in found.re.groupindex else ""
                firm = not self.placed or stands_firm(zone, found.start())
                family = Family(self.kind, self.way, what)
                yield Mark(found.start(), found.end(), family, (_rank(found["level"]),), firm)


SHAPES = (
    Shape(NAMED, "", _NAMED_ORDINAL, _is_own, folded=True),
    Shape(NAMED, "rank", _RANKED, _is_own, folded=True),
    Shape(BARE, "", _BARE_ORDINAL, placed=False),
    Shape(DOTTED, "", _DOTTED, _is_matter),
)
# A figure before a capital proves little: rows of a table count only where they follow each other, nearly all decided.
ROWS = Shape(BARE, "row", _ROW, placed=False)
