"""Summary minutes whose acts are nouns: « Adoption du compte de gestion … », « Modification des statuts validée ».

Only where a whole sitting is told, up to its end, without one formula of decision: then such a noun is the decision."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.layout.items.decided import own_decisions
from kg.extract.layout.marks.heading import Heading, Item
from kg.extract.layout.titles.shapes import is_title, opens_report, past_gap, trimmed
from kg.extract.layout.titles.title import title_at
from kg.extract.layout.words import TITLE_HEAD
from kg.model import Span
from kg.text.cues import Led

_AGENDA = Led(r"ordre du jour\s?:\s{1,3}(?=[a-z])", ("ordre du jour",))
_NOUN = re.compile(
    r"(?<!\w)(?:(?:constatation|presentation|lecture|examen) et )?"
    r"(?:approbation|adoption|affectation|vote|validation|attribution)s? (?:du |de la |des |de l'|d'une? )"
)
_VERDICTS = {"act": "noted", "rej": "rejected", "ref": "rejected", "ajo": "deferred"}
_VERDICT = re.compile(
    r"(?<=[a-z0-9] )(?:validee?s?|actee?s?|approuvee?s?|adoptee?s?|acceptee?s?|votee?s?|refusee?s?|rejetee?s?|"
    r"ajournee?s?)(?!\w)"
)
# What follows a title in a summary: a table, an amount, what it balances at.
_FIGURES = re.compile(
    r"\s(?:comme suit|faisant appara[iî]tre|qui s'équilibre|d'un montant|(?:D[ée]penses|Recettes|Section)(?=\s))|"
    r"\s?[=>€]|\s\d[\d ]{2,}[.,]\d\d"
)
_ENDS = re.compile(r"\s{0,3}(?:[.;!\n]|$|[A-ZÀ-Þ>•●▪–-])")
_ACRONYM = re.compile(r"(?<![\w'’])[A-Z]{2,6}\s$")
HEAD, SENTENCE, FEWEST = 60, 90, 2


def stated_acts(zone: Zone) -> list[Item]:
    """The acts that nouns state in a passage, in order; none where a single one does."""
    found = sorted((*_by_noun(zone), *_by_verdict(zone)), key=lambda heading: heading.start)
    kept: list[Heading] = []
    for heading in found:
        if not kept or heading.start >= kept[-1].end:
            kept.append(heading)
    if len(kept) < FEWEST:
        return []
    ends = [heading.start for heading in kept[1:]] + [zone.end]
    return [Item(heading, heading.start, end) for heading, end in zip(kept, ends, strict=True)]


def only_entry(zone: Zone) -> list[Item]:
    """The one act of a sitting whose agenda has one entry: « Ordre du jour : bail du moulin. M. le Maire … »."""
    for agenda in zone.find(_AGENDA):
        title = title_at(zone.view, agenda.end(), zone.end)
        after = past_gap(zone.view.text, title.end) if title else zone.end
        if title is None or not is_title(zone, *title) or not opens_report(zone.view.text, after):
            return []
        if own_decisions(zone.part(after, zone.end)):
            return [Item(Heading(title.start, title.end, None, title, "agenda"), title.start, zone.end)]
    return []


def _by_noun(zone: Zone) -> Iterator[Heading]:
    """« Adoption du budget … », under the name of its subject where one stands right before it."""
    text = zone.view.text
    for noun in zone.find(_NOUN):
        if not text[noun.start()].isupper() and not text[
            max(zone.start, noun.start() - 3) : noun.start()
        ].rstrip().endswith(":"):
            continue
        subject = _subject(zone, noun.start(), HEAD)
        if subject is not None and not text[subject : noun.start()].rstrip().endswith(":"):
            title = trimmed(text, subject, noun.start())
        else:
            title = _title(zone, noun.start() if subject is None else subject)
        if title:
            yield Heading(title.start, max(title.end, noun.end()), None, title, "stated", "adopted")


def _by_verdict(zone: Zone) -> Iterator[Heading]:
    """« Modification des statuts validée »: a subject, and what became of it."""
    for verdict in zone.find(_VERDICT):
        start = _subject(zone, verdict.start(), SENTENCE)
        if start is None or not _ENDS.match(zone.view.text, verdict.end()):
            continue
        if title := trimmed(zone.view.text, start, verdict.start()):
            outcome = _VERDICTS.get(verdict[0][:3], "adopted")
            yield Heading(title.start, verdict.end(), None, title, "stated", outcome)


def _subject(zone: Zone, end: int, reach: int) -> int | None:
    """Where what a council deals with is last named, with a capital, before ``end`` and in the same breath."""
    floor = max(zone.start, end - reach)
    text = zone.view.text
    named = [
        match.start() for match in TITLE_HEAD.finditer(zone.view.folded, floor, end) if text[match.start()].isupper()
    ]
    if not named or re.search(r"[.;!?€\n]\s", text[named[-1] : end]):
        return None
    acronym = _ACRONYM.search(text, floor, named[-1])
    return acronym.start() if acronym else named[-1]


def _title(zone: Zone, start: int) -> Span | None:
    """The words from the noun on, without the figures that follow them."""
    title = title_at(zone.view, start, zone.end)
    figures = _FIGURES.search(zone.view.text, title.start + 12, title.end) if title else None
    return trimmed(zone.view.text, title.start, figures.start()) if title and figures else title
