"""Names printed beside « Maire » or « Président »: in lists, in openings, under signatures in one or two columns."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kg.extract.act import Zone
from kg.text.cues import matches_at_cues
from kg.text.found import Found
from kg.text.names import find_names
from kg.text.view import collapse

_HEAD = re.compile(
    r"(?<!vice-)(?<!vice )\b(?P<role>maire|presidente?)\b(?![\s-]+(?:adjointe?s?|deleguee?|de\s+seance|honoraire))"
)
_TO_NAME = re.compile(
    r"(?:\s+(?:de|d')\s?[^,;:.\n]{2,40})?[\s,:;–—.-]*"
    r"(?:(?:signee?|pour extrait conforme|mme|mlle|mademoiselle|monsieur|madame|mr?\b\.?)[\s.,:]*){0,3}",
    re.IGNORECASE,
)
_FROM_NAME = re.compile(r"[\s,(–—-]*(?:le\s+|la\s+)?")
_NEW_SENTENCE = re.compile(r"\s+l[ea]\s+")  # « Secrétaire : Zoé VERT Le Maire préside. »
# « … et Paul NOIR, / Le Maire, après avoir procédé à l'appel, … »: the title begins a sentence of its own.
_OWN_SENTENCE = re.compile(r"[,;.]?(?P<gap>\s+)L[ea]\s+(?=[Mm]aire|MAIRE|[Pp]r[ée]sident|PR[ÉE]SIDENT)")
_DOES = re.compile(r"maire|presidente?")
_HAVING_DONE = r",?\s+(?:apres\s+(?:avoir|l'appel)|ayant\b|constatant\b|une\s+fois\b"
_GOES_ON = re.compile(
    _HAVING_DONE
    + r"|constate\b|rappelle\b|ouvre\b|procede\b|declare\b|informe\b|expose\b|souhaite\b|remercie\b|propose\b"
    r"|presente\b|indique\b|fait\s+(?:l'appel|part|procede)|donne\s+(?:lecture|la\s+parole|connaissance))"
)
_HAVING_DONE_SO = re.compile(_HAVING_DONE + ")")
_SECRETARY_BESIDE = re.compile(r"\bsecretaire(?: de (?:la )?seance)?,?\s+(?:m\S*\s)?l[ea]\s$")
# « Le Maire, La secrétaire de séance, »: the names of both follow.
_AND_SECRETARY = re.compile(
    r"[\s,]*(?:l[ea]s?\s+)?secretaires?(?:\s+de\s+(?:la\s+)?seance)?[\s,:]*(?:dr\.?\s|m\.\s|mme\s|monsieur\s|madame\s)*"
)
_MOST_HEADS = 61


class Titled(NamedTuple):
    """A person, the role printed beside the name, and where the name stands."""

    value: str
    role: str | None
    start: int
    end: int


def titled_in(zone: Zone) -> list[Titled]:
    """The people to whom a zone gives the title of maire or président, in order."""
    heads = matches_at_cues(_HEAD, zone.view.folded, ("maire", "president"), zone.start, zone.end)
    return [person for match in islice(heads, _MOST_HEADS) for person in _beside(zone, match)]


def _beside(zone: Zone, match: re.Match[str]) -> Iterator[Titled]:
    text = zone.view.text
    role = text[match.start() : match.end()]
    before = list(find_names(text, max(zone.start, match.start() - 70), match.start()))
    if (
        before
        and _FROM_NAME.fullmatch(zone.view.folded, before[-1].end, match.start())
        and not _NEW_SENTENCE.fullmatch(zone.view.folded, before[-1].end, match.start())
        and not begins_sentence(zone, before[-1].end)
    ):
        last = before[-1]
        yield Titled(last.value, role, last.start, last.end)
        return
    both = _AND_SECRETARY.match(zone.view.folded, match.end(), min(zone.end, match.end() + 90))
    lead = both or _TO_NAME.match(zone.view.folded, match.end(), min(zone.end, match.end() + 90))
    after = list(find_names(text, match.end(), min(zone.end, match.end() + 130)))
    if not after or not lead or after[0].start > lead.end():
        return
    after = [_on_its_line(text, after[0]), *after[1:]]
    if both and (len(after) < 2 or not _next_to(zone, after[0].end, after[1].start)):
        return
    # « La secrétaire, Le Maire, Anne ROUX Paul NOIR »: two columns, whose names come in the order of the titles.
    second = _SECRETARY_BESIDE.search(zone.view.folded, max(zone.start, match.start() - 45), match.start())
    signs = after[1 if second else 0 :][:1]
    if signs and " " in signs[0].value and signs[0].start - after[0].end < 4:
        yield Titled(signs[0].value, role, signs[0].start, signs[0].end)


def begins_sentence(zone: Zone, end: int) -> bool:
    """Whether « Le Maire » begins a sentence after a name, and what he does follows it."""
    led = _OWN_SENTENCE.match(zone.view.text, end, min(zone.end, end + 12))
    title = _DOES.match(zone.view.folded, led.end(), min(zone.end, led.end() + 12)) if led else None
    if led is None or title is None:
        return False
    told = _GOES_ON if "\n" in led["gap"] else _HAVING_DONE_SO
    return told.match(zone.view.folded, title.end(), min(zone.end, title.end() + 40)) is not None


def _on_its_line(text: str, found: Found[str]) -> Found[str]:
    """« Le Maire, Paul NOIR », without the heads of a table on the lines below."""
    line = text.find("\n", found.start, found.end)
    value = collapse(text[found.start : line]) if line >= 0 else ""
    return Found(value, found.start, found.start + len(text[found.start : line].rstrip())) if " " in value else found


def _next_to(zone: Zone, end: int, start: int) -> bool:
    """Whether two names stand side by side, as those of two who sign do."""
    return re.fullmatch(r"\s*(?:(?:M|Mme|Mr|Dr|Monsieur|Madame)\.?\s+)?", zone.view.text[end:start]) is not None
