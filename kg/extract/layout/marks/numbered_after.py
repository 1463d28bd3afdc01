"""Marks of titles that their number follows: « Tarifs (délibération n° 2022-03) », « Budget – DCM 2022-03 »."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.layout.marks.kinds import TITLED, Family
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.titles.numbers import key_of, number_at
from kg.extract.layout.titles.shapes import stands_apart
from kg.extract.layout.words import DISPOSITIF_HEAD, OPERATIVE_HEAD, SENTENCE_WORD, TITLE_HEAD
from kg.text.cues import Led

_OF_ACT = r"(?:deliberation|delib\.?|acte|d\.?c\.?m\.?)"
_LABEL = Led(
    rf"(?:\(\s?(?:{_OF_ACT}\s{{0,2}}(?:n\s?[°º]\s?)?|n\s?[°º]\s?)|[–—-]\s{{1,2}}{_OF_ACT}\s{{0,2}}(?:n\s?[°º]\s?)?)"
    r"(?=[a-z]{0,5}[-_ .]?\d)",
    (),
    quick=r"[(–—-](?=\s{0,2}[adn])",
)
# What follows: the end of the line, a sentence; not the day of another act's sitting.
_AFTER = re.compile(r"\s{0,2}\)?[\s.:–—-]{0,4}(?:$|(?=[«\"]?[A-ZÀ-ÖØ-ÞŒ]))")
# The last place where a title may begin: a line, the end of a sentence, the last count of a vote.
_BEGUN = re.compile(
    r"(?s:.*)(?:^|\n\s{0,4}|(?<!\bM)[.!?;)]\s{1,2}|»\s{1,2}(?!(?:d[eu]s?|a|aux?|et|pour|sur|en|par|avec|l[ae]s?)\s|d'|l')|:\s?\d{1,3}\s{1,2}|(?<!\w)unanimite\s{1,2}|"
    r"ordre du jour\s?:?\s{1,2})(?:[•*>▪►-]\s{0,2})?"
)
_GAP = re.compile(r"[\s):.;–—-]*")
LONGEST, SHORTEST = 240, 10
# The vote on the act before: « … Adoptée Vente du presbytère », « À L'UNANIMITÉ Pour : 12 Vente du presbytère ».
_VERDICT = re.compile(
    r"(?:(?:adopt|approuv|rejet|accept|ajourn|retir|report)ee?s?(?:\s(?:a l'unanimite|a la majorite))?"
    r"|(?:votee?s?\s)?a l'unanimite|a la majorite|unanimite|majorite|pr(?:end|is) acte)(?!\w)[\s.,;:–—-]{1,4}"
    r"(?:(?:pour|contre|abstentions?)\s?:?\s?\d{1,3}[\s,;]{1,2}){0,3}"
)


def numbered_after(zone: Zone) -> Iterator[Mark]:
    """A mark before each title that a labelled number closes."""
    view, at = zone.view, zone.start
    for label in _LABEL.finditer(view.folded, zone.start, zone.end):
        number = number_at(view, label.end())
        if number is None or not _AFTER.match(view.text, number.end, zone.end):
            continue
        start = title_before(zone, at, label.start())
        at = number.end
        shape, groups = key_of(view.folded[slice(*number)])
        if start is not None and groups:
            yield Mark(start, start, Family(TITLED, shape=shape), groups)


def title_before(zone: Zone, floor: int, end: int) -> int | None:
    """Where the title begins that ends before a label: with a capital, no sentence. At ``floor`` a number ended."""
    text, folded = zone.view.text, zone.view.folded
    begun = _BEGUN.match(folded, max(floor, end - LONGEST), end)
    near = _GAP.match(text, floor, end) if end - floor <= LONGEST else None
    start = begun.end() if begun else near.end() if near else None
    if start is None or SENTENCE_WORD.search(text, start, end):
        start = _named(zone, max(floor, end - LONGEST), end)
    start = start and past_verdict(zone, start, end)
    if start is None or end - start < SHORTEST or not text[start].isupper():
        return None
    other = SENTENCE_WORD.search(text, start, end) or DISPOSITIF_HEAD.match(folded, start)
    return None if other or OPERATIVE_HEAD.match(folded, start) else start


def past_verdict(zone: Zone, at: int, end: int) -> int:
    """Where a title begins that the vote on the act before runs into."""
    verdict = _VERDICT.match(zone.view.folded, at, end)
    return verdict.end() if verdict and zone.view.text[verdict.end()].isupper() else at


def _named(zone: Zone, floor: int, end: int) -> int | None:
    """The first word of a matter, with a capital, that no other asks for, after the last word that makes a sentence."""
    said = [word.end() for word in SENTENCE_WORD.finditer(zone.view.text, floor, end)]
    heads = TITLE_HEAD.finditer(zone.view.folded, max([floor, *said]), end)
    return next((head.start() for head in heads if stands_apart(zone, head.start())), None)
