"""Agreements that the operative part does not name: those of the title, and those that « will be concluded with »."""

from collections.abc import Iterator

from kg.extract.money.agreement_labels import HEADS, TITLE, Draft, is_bare, label_end, says_what
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.listed_parties import listed_parties
from kg.extract.organisations import find_organisations
from kg.model import Span
from kg.text.word_starts import Begun

_LEADING = cue(
    r"(?:^|[-–—:.,)/] ?|\b(?:signature|conclusion|approbation|renouvellement|prolongation"
    r"|passation|attribution|souscription|resiliation|avenant)s? (?:\w+ ){0,2}(?:d'un |d'une "
    r"|d[eu] |de la |de l'|des |d'|a la |au |aux )?|^\W*(?:projet|renouvellement"
    r"|deliberation autorisant a signer|autorisation)[^,;]{0,40}"
    r"|^\W*[a-z]{2,6}(?<!^la)(?<!^les)) ?$"  # « CCVM convention de … »
)
_SIGNED = Begun(
    cue(rf"\bsign(?:er|ature|e)\b(?: de)? (?:la |l'|le |cette |ladite |ledit )(?:{HEADS})\b"),
    ("sign",),
)
_PASSIVE = cue(
    rf"\b(?P<head>{HEADS})\b[^.;:]{{0,80}}?(?P<end>\b(?:sera|serait|doit etre|est|pourra etre)(?: \w+)?"
    r" (?:passee?|conclue?|signee?|etablie?|proposee?) (?:avec|entre) )"
)
_DASH = cue(r" [-–—] ")


def titled(deliberation: Deliberation) -> Iterator[Draft]:
    """The agreement that the title names, where the operative part approves it without naming it."""
    title = next((m for m in deliberation.act.heading if m.field == "title"), None)
    if not title or not title.spans:
        return
    zone = deliberation.act.whole.part(title.spans[0].start, title.spans[-1].end)
    match = zone.first(TITLE)
    if not match or not _leads(zone.view.folded[zone.start : match.start()]):
        return
    listed = listed_parties(deliberation, zone, match.start(), zone.end)
    end = label_end(zone, match.end())
    dash = _DASH.search(zone.view.folded, match.end(), end)
    if dash and not listed:
        if _only_a_theme(deliberation, match["head"]):
            return
        end = dash.start()
    end = max(end, listed[-1].end) if listed and listed[0].start < end else end
    label = zone.printed(match.start(), end)
    first, *rest = title.spans
    if rest and zone.printed(end, first.end) == "":  # the cell of an outcome cuts the title
        label = f"{label} {zone.printed(rest[0].start, label_end(zone, rest[0].start))}"
    if says_what(label) or (listed and is_bare(label)):
        parties = listed or find_organisations(zone.part(match.start(), end), deliberation.authority)
        yield Draft(label, Span(match.start(), end), tuple(parties), match["head"])


def _leads(before: str) -> bool:
    """Whether an agreement's name may begin here in a title: at its start, after a dash, or as what is done with it."""
    return bool(_LEADING.search(before))


def _only_a_theme(deliberation: Deliberation, head: str) -> bool:
    """« Contrat de rivière – étude des crues »: the act decides, and not on a contract."""
    decided = deliberation.zone.part(deliberation.operative_start, deliberation.zone.end)
    return bool(decided) and deliberation.act.kind != "list" and head not in decided.folded


def to_be_signed(deliberation: Deliberation) -> Iterator[Draft]:
    """« Une convention de trois ans sera passée avec l'Agence », where the act has it signed by that one word."""
    if not deliberation.zone.first(_SIGNED):
        return
    match = deliberation.zone.first(_PASSIVE)
    if match:
        listed = listed_parties(deliberation, deliberation.zone, match.start("end"), match.end("end"))
        start, end = match.start("head"), label_end(deliberation.zone, match.end("head"))
        if listed:
            label = deliberation.zone.printed(start, min(end, match.start("end")))
            yield Draft(label, Span(start, end), tuple(listed), match["head"])
