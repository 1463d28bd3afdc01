"""Places where an act may begin: a labelled number, a code, an ordinal, « Objet : », a title in capitals.

A mark alone proves nothing: kg.extract.layout.series keeps those that form a series with decisions in between.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.act import Zone
from kg.extract.layout.numbers import CODE, key_of, labelled
from kg.extract.layout.words import OPENER, WEAK_OPENER

# « 3. », « 12) », « 1°) », « 4 - », « 2.1 », « IV. » before a capital. In flat text it may stand anywhere.
_ORDINAL = (
    r"(?P<level>\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5})\s?"
    r"(?P<stop>°\s?\)|\.?\)|\.\s?[-–—]|[./]|[-–—]{1,2}|(?<=\d\.\d)(?=\s)|(?<=\d\.\d\d)(?=\s))\s{0,3}"
    r"(?=[«\"“(]?\s?(?:[A-ZÉÈÀÂÎÔÇŒ]|[a-z] ?[-)]))"
)
ORDINAL = re.compile(r"(?<![\w.,/°€%'’-])" + _ORDINAL)
LINE_ORDINAL = re.compile(r"^[ \t•●▪❖➢>*-]{0,4}" + _ORDINAL, re.MULTILINE)
_NAMED_ORDINAL = re.compile(
    r"(?<!\w)(?P<what>point|question|affaire|dossier|rapport)s?\s{0,2}(?:n\s?[°ºo]\s?)?:?\s?(?P<level>\d{1,3}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?![\w/])(?!\s?[-/.]\s?\d)\s?(?:de l'ordre du jour)?\s?[-–—:.]{0,2}\s{0,3}"
)
OBJECT = re.compile(r"(?<!\w)(?:objet|intitule)\s{0,2}(?::|[-–—]\s)|(?<=deliberation )objet\s{1,2}(?=:)")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞŒ«][A-ZÀ-ÖØ-ÞŒ0-9'’«»\"\s.,:;/()&°+–—-]{9,400}")
_CAPITAL_OPENER = re.compile(
    r"(?<![\w'’])(?:M\.|MM\.|MME|MONSIEUR|MADAME|RAPPORTEURE?S?|VU|CONSID[ÉE]RANT|PR[ÉE]SENTS|EXPOS[ÉE] DES|POUR :)(?!\w)"
)
_DOCUMENT_HEAD = re.compile(
    r"(?:PROC[EÈ]S?[ -]{1,3}VERBAL|COMPTE[ -]{1,3}RENDU)\s(?:DU|DE LA (?:R[ÉE]UNION|S[ÉE]ANCE))|ORDRE DU JOUR|SOMMAIRE|\.{4}|(?:CONSEIL|BUREAU)\s\w+\sDU\s\d|PR[ÉE]SENTS?\b|MEMBRES|(?:\d\s){5}|TOTAL|DEPENSES|RECETTES|CHAPITRE"
)
_WORDS = {
    word: value
    for value, word in enumerate(["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"], 1)
}
_ROMAN = {"I": 1, "V": 5, "X": 10}
MOST_MARKS = 3000


@dataclass(frozen=True, slots=True)
class Mark:
    """``start``: where the heading begins; ``body``: where its number or title is read; ``series`` and ``value`` place it.

    ``firm`` marks stand where a heading may: a mark in mid-sentence counts only among several that follow each other.
    """

    start: int
    body: int
    series: str
    value: tuple[int, ...]
    firm: bool = True


def find_marks(zone: Zone, lined: bool) -> list[Mark]:
    """All the marks of a zone, in order."""
    finders = [
        _numbers(zone, lined),
        _codes(zone, lined),
        _ordinals(zone, lined),
        _named(zone),
        _objects(zone),
        _capitals(zone),
    ]
    found = [mark for finder in finders for _, mark in zip(range(MOST_MARKS), finder, strict=False)]
    return sorted(found, key=lambda mark: mark.start)


def _numbers(zone: Zone, lined: bool) -> Iterator[Mark]:
    for label, number in labelled(zone.view, zone.start, zone.end):
        word = label["what"] or ""
        if _may_head(zone, label.start(), number.end, lined):
            series, groups = key_of(zone.view.folded[number.start : number.end])
            kind = "n" if not word or word.startswith(("deli", "d", "acte")) else word[:3]
            if groups:
                firm = stands_firm(zone, label.start()) and bool(
                    _SEPARATED.match(zone.view.text, number.end) or label["what"]
                )
                yield Mark(label.start(), label.start(), f"number {kind} {series}", groups, firm)


_REFERENCE_BEFORE = re.compile(
    r"(?:la|les|de|des|cette|presente|sa|une|dite|ladite|du|par|l'|suivant|selon|vu|au|a|aux|aux?|et|ou|modifiant|precedente?|annulation de la|jusqu'a la|compter de la|apres|ordonnance|loi|decret|arrete|article|lot|avenant|marche|section|parcelles?|cadastree?s?|annexe|decision modificative|dm|budget|tranche|zone|convention|contrat|compte|compte)\s{0,2}[(«]?\s?$"
)
_BARE = re.compile(r"^n\s?[°º]\s?:?\s?\d{1,3}$")
_SEPARATED = re.compile(r"\s{0,2}[-–—:/!]|\s[a-zA-Z.]{1,6}/?20\d\d|\n|\s(?=[A-ZÉÈÀ«])")
_REFERENCE_AFTER = re.compile(
    r"\s{0,2}(?:du\s(?!conseil)|en date|portant|relative|relatif|prise? |et n|a la|au|de la d|,\s?\d|/)"
)


def _may_head(zone: Zone, start: int, end: int, lined: bool) -> bool:
    """A labelled number heads an act unless the words around make it a reference to another one."""
    folded = zone.view.folded
    if folded[max(0, start - 2) : start].rstrip().endswith("("):
        return False  # it closes a title
    if _BARE.search(folded[start:end]) and not _SEPARATED.match(zone.view.text, end):
        return False
    if _REFERENCE_AFTER.match(folded, end) or _REFERENCE_BEFORE.search(folded, max(0, start - 24), start):
        return False
    return (
        not lined
        or not folded[max(0, start - 60) : start].split("\n")[-1].strip()
        or folded[start : start + 4] == "deli"
    )


def _codes(zone: Zone, lined: bool) -> Iterator[Mark]:
    for code in zone.find(CODE):
        series, groups = key_of(code[0])
        if (
            len(groups) == 3
            and (groups[2] > 1900 or (groups[0] < 32 and groups[1] < 13 and groups[2] < 100))
            and series[0] == "#"
        ):
            continue  # a date
        if code[0][0].isalpha() and not zone.view.text[code.start()].isupper():
            continue
        if _CODE_REFERRED.search(zone.view.folded, max(0, code.start() - 30), code.start()) or _HOUR.match(
            zone.view.folded, code.end()
        ):
            continue
        if not lined or not zone.view.folded[max(0, code.start() - 60) : code.start()].split("\n")[-1].strip(" -•*"):
            yield Mark(code.start(), code.start(), f"code {series}", groups, stands_firm(zone, code.start()))


_CODE_REFERRED = re.compile(
    r"(?:n\s?[°º]s?|loi|ordonnance|decret|article|arretes?|marche|[lr]\.?|jusqu'a la|a partir de la|compter de la|et|a|\()\s?$"
)
_HOUR = re.compile(r"\s?h\b|\s?heures|\s?[€%]|\s(?:et suivants|modifiee?)")


def stands_firm(zone: Zone, at: int) -> bool:
    """True at the start of a line, after a stop, a figure or a word in capitals: not in mid-sentence."""
    before = zone.view.text[max(zone.start, at - 24) : at].rstrip(" ")
    if not before or before[-1] in "\n.!?:;»)*|_-–—•>\"'" or before[-1].isdigit():
        return True
    word = re.search(r"[\w'’-]+$", before)
    return bool(word and (word[0].isupper() or (word[0][0].isupper() and len(word[0]) > 3)))


def _ordinals(zone: Zone, lined: bool) -> Iterator[Mark]:
    for name, pattern in (("line", LINE_ORDINAL), ("flat", ORDINAL)) if lined else (("flat", ORDINAL),):
        for found in zone.find_exact(pattern):
            level = found["level"]
            value = tuple(int(part) for part in level.split(".")) if level[0].isdigit() else (_roman(level),)
            kind = "roman" if not level[0].isdigit() else "ordinal"
            yield Mark(
                found.start(),
                found.end(),
                f"{kind} {name} {_stop(found['stop'])}",
                value,
                stands_firm(zone, found.start()),
            )


def _stop(stop: str) -> str:
    """« 2. » and « 2.1 » are of one series; « 2) », « 2 - » and « 2/ » are of three others."""
    bare = stop.strip()
    return ")" if ")" in bare else "-" if bare[-1:] in "-–—" and bare else "/" if bare == "/" else "."


def _named(zone: Zone) -> Iterator[Mark]:
    for found in zone.find(_NAMED_ORDINAL):
        level = found["level"]
        if not _REFERENCE_BEFORE.search(zone.view.folded, max(0, found.start() - 24), found.start()):
            yield Mark(
                found.start(),
                found.end(),
                f"named {found['what'][:3]}",
                (int(level) if level.isdigit() else _WORDS[level],),
                stands_firm(zone, found.start()),
            )


def _objects(zone: Zone) -> Iterator[Mark]:
    for place, found in enumerate(zone.find(OBJECT), 1):
        if zone.view.text[found.start()].isupper():
            yield Mark(found.start(), found.end(), "object", (place,))


def _capitals(zone: Zone) -> Iterator[Mark]:
    """A run of capitals between the end of a sentence and the words that open a report."""
    text = zone.view.text
    place = 0
    for found in zone.find_exact(_CAPITALS):
        end = title_in_capitals(text, found.start(), found.end())
        before = text[max(0, found.start() - 3) : found.start()].rstrip(" ")
        ended = not before or before[-1] in ".!?:;»)*|\n" or before[-1].isdigit()
        if ended and end and opens_report(text, end) and not _is_document_head(text[found.start() : end]):
            place += 1
            yield Mark(found.start(), found.start(), "capitals", (place,))


def _is_document_head(title: str) -> bool:
    head = _DOCUMENT_HEAD.search(title)
    return bool(head) and not title.startswith(("APPROB", "ADOPT", "LECTURE", "ARR", "VALID"))


def opens_report(text: str, at: int) -> bool:
    """True where the words that open a report stand at an offset."""
    return bool(OPENER.match(text, at) or WEAK_OPENER.match(text, at))


def title_in_capitals(text: str, start: int, end: int) -> int | None:
    """Where a run of capitals that is long enough for a title ends: before the next word, or before « M. », « VU »."""
    run = _CAPITALS.match(text, start, end)
    if run is None:
        return None
    end = run.end()
    if opener := _CAPITAL_OPENER.search(text, start + 10, end):
        end = opener.start()
    if end < len(text) and text[end].isalpha():
        while end > start and text[end - 1].isalpha():
            end -= 1
    letters = sum(char.isalpha() for char in text[start:end])
    return end if letters >= 10 else None


def _roman(level: str) -> int:
    values = [_ROMAN[letter] for letter in level]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
