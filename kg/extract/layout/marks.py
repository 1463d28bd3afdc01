"""Places where an act may begin: a labelled number, a code, an ordinal, « Objet : », a title in capitals.

A mark alone proves nothing: kg.extract.layout.series keeps those that form a series with decisions in between.
"""

import re
from collections.abc import Iterator
from itertools import islice

from kg.extract.act import Zone, once
from kg.extract.layout.closed import closed
from kg.extract.layout.counted import counted
from kg.extract.layout.lettered import dotted, letters
from kg.extract.layout.mark import Mark
from kg.extract.layout.numbered import codes, is_reference, numbers
from kg.extract.layout.numbered_after import numbered_after
from kg.extract.layout.reported import reported
from kg.extract.layout.rows import rows
from kg.extract.layout.standing import stands_firm
from kg.extract.layout.unnumbered import capitals, lines, objects
from kg.text.cues import Led
from kg.text.lexicon import GIVEN_NAMES
from kg.text.view import fold_same_length

# « 3. », « 12) », « 1°) », « 4 - », « 2.1 », « IV. » before a capital. In flat text it may stand anywhere.
_ORDINAL = (
    r"(?P<level>[\dIVX]%s(?:(?<=\d)(?:\d?(?:\.\d{1,2}){0,2}|-\d(?=\s[A-ZÀ-Þ]))|(?<=[IVX])[IVX]{0,4}))\s?"
    r"(?P<stop>°\s?[)/–—-]|\.?\)|\.\s?[-–—]|[./]|[-–—]{1,2}|(?<=\d\.\d)(?=\s)|(?<=\d\.\d\d)(?=\s)|(?<=\d-\d)(?=\s)|\]|\s?:(?=\s))\s{0,3}"
    r"(?=[«\"“(]?\s?(?:[A-ZÉÈÀÂÎÔÇŒ]|[a-z] ?[-)]))"
)
ORDINAL = re.compile(_ORDINAL % r"(?<![\w.,/°€%'’-].)")
LINE_ORDINAL = re.compile(r"^[ \t•●▪❖➢>*-]{0,4}" + _ORDINAL % "", re.MULTILINE)
# « … (détails en annexe) 2 Création d'un poste »: figures alone after the end of a sentence.
_BARE_ORDINAL = re.compile(r"(?<=[.!?)»*|]\s)(?P<level>\d{1,3})\s{1,2}(?=[A-ZÉÈÀÂÎÔÇŒ][a-zà-ÿœA-ZÀ-Þ]{2,}[\s'’,:-])")
_NAMED_ORDINAL = Led(
    r"(?<!\w)(?P<what>point|question|affaire|dossier|"
    r"rapport)s?\s{0,2}(?:n\s?[°ºo]\s?)?:?\s?(?P<level>\d{1,3}|un|deux|trois|quatre|cinq|six|sept|"
    r"huit|neuf|dix)(?![\w/])(?!\s?[-/.]\s?\d)\s?(?:de l'ordre du jour)?\s?[-–—:.]{0,2}\s{0,3}",
    ("point", "question", "affaire", "dossier", "rapport"),
)
# « 1ère délibération : », « 2ème point - », « Troisième délibération : ».
_RANKED = re.compile(
    r"[\dpdtqcshn](?<!\w.)(?:(?<=\d)\d?\s?(?:ere?|eme|nde?|e)"
    r"|(?:(?<=p)remier|(?<=d)(?:eux|ix)|(?<=t)rois|(?<=q)uatr|(?<=c)inqu|(?<=s)(?:ix|ept)|(?<=h)uit|(?<=n)euv)(?:ieme|e)?)"
    r"\s{1,2}(?P<what>deliberation|point|question|affaire|dossier|resolution)\s{0,2}[:–—-]\s{0,3}"
)
_RANKS = ("premier", "deux", "trois", "quatr", "cinqu", "six", "sept", "huit", "neuv", "dix")
_WORDS = {
    word: value
    for value, word in enumerate(["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"], 1)
}
_COUNTED = re.compile(
    r"(?:contre|abstentions?|pour|votants?|presents?|absents?|pouvoirs?|procurations?|exprimes?|nppv)\s?[:(]"
)
# A given name and a surname, then the end of the line, a bracket, a comma or the next of a list.
_NAME = re.compile(
    r"(?:(?:M|Mr|Mme|Mlle)\.?\s)?(?P<given>[A-ZÀ-Þ][a-zà-ÿ]{2,12}(?:-[A-ZÀ-Þ]?[a-zà-ÿ]{2,12})?)\s"
    r"(?:(?:d[eu]|le|la|LE|LA|D[EU])\s){0,2}[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,24}(?:\s[A-ZÀ-Þ'’-]{3,24})?\s{0,2}(?:$|[\n(,;]|[–—-]\s|\d{1,2}\s?[.)–-])"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
MOST_MARKS, MOST_PARTS = 3000, 60


def find_marks(zone: Zone, lined: bool) -> list[Mark]:
    """All the marks of a zone, in order."""
    unlined = once(zone.view, ("marks", zone.start, zone.end), lambda: _at_most(_without_lines(zone)))
    found = [*_at_most([numbers(zone, lined), codes(zone, lined), _ordinals(zone, lined)]), *unlined]
    found += _at_most([lines(zone), rows(zone), closed(zone)] if lined else [])
    return sorted(found, key=lambda mark: mark.start)


def _without_lines(zone: Zone) -> list[Iterator[Mark]]:
    """The finders of marks that may stand anywhere, whatever the lines of a text mean."""
    return [
        _named(zone),
        _ranked(zone),
        objects(zone),
        _bare(zone),
        letters(zone),
        dotted(zone),
        numbered_after(zone),
        reported(zone),
        capitals(zone),
        counted(zone),
    ]


def _at_most(finders: list[Iterator[Mark]]) -> list[Mark]:
    return [mark for finder in finders for mark in islice(finder, MOST_MARKS)]


def _ordinals(zone: Zone, lined: bool) -> Iterator[Mark]:
    for name, pattern in (("line", LINE_ORDINAL), ("flat", ORDINAL)) if lined else (("flat", ORDINAL),):
        for found in zone.find_exact(pattern):
            level = found["level"]
            if found["stop"].strip() == ":" and not _stands_apart(zone, found.start()):
                continue
            if _COUNTED.match(zone.view.folded, found.end()) or _names_one(zone.view.text, found.end()):
                continue  # « Pour : 4 – Contre : 0 », a list of candidates
            value = tuple(int(part) for part in re.split("[.-]", level)) if level[0].isdigit() else (_roman(level),)
            if value[1:] and max(value[1:]) > MOST_PARTS:
                continue  # « 19.81 - »: a rate, an amount
            kind = "roman" if not level[0].isdigit() else "ordinal"
            yield Mark(
                found.start(),
                found.end(),
                f"{kind} {name} {_stop(found['stop'])}",
                value,
                stands_firm(zone, found.start()),
            )


def _names_one(text: str, at: int) -> bool:
    """« 1. Anne ROUX (écoles) 2. Paul NOIR (voirie) »: who stands for an office; not « Jean MOULIN : travaux »."""
    name = _NAME.match(text, at)
    return name is not None and fold_same_length(name["given"]).split("-")[0] in GIVEN_NAMES


def _bare(zone: Zone) -> Iterator[Mark]:
    for found in zone.find_exact(_BARE_ORDINAL):
        yield Mark(found.start(), found.end(), "bare", (int(found["level"]),))


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


def _named(zone: Zone) -> Iterator[Mark]:
    for found in zone.find(_NAMED_ORDINAL):
        level = found["level"]
        if not is_reference(zone, found.start()):
            yield Mark(
                found.start(),
                found.end(),
                f"named {found['what'][:3]}",
                (int(level) if level.isdigit() else _WORDS[level],),
                stands_firm(zone, found.start()),
            )


def _ranked(zone: Zone) -> Iterator[Mark]:
    for found in zone.find(_RANKED):
        figures = re.match(r"\d+", found[0])
        word = next((rank for rank, word in enumerate(_RANKS, 1) if found[0].startswith(word)), 0)
        level = int(figures[0]) if figures else word
        if not is_reference(zone, found.start()):
            firm = stands_firm(zone, found.start())
            yield Mark(found.start(), found.end(), f"named rank {found['what'][:3]}", (level,), firm)


def _roman(level: str) -> int:
    values = [_ROMAN[letter] for letter in level]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
