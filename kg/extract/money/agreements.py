"""Conventions, avenants, protocols and contracts on which a deliberation decides (record field ``agreements``).

An agreement is the object of a verb of the operative part (« approuve la convention … », « autorise le maire à signer
l'avenant n° 1 … »), or of the title where the act only says that it is approved. « La convention » alone names none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.money.context import Deliberation
from kg.extract.money.terms import Terms, read_terms
from kg.extract.organisations import Party, find_organisations
from kg.model import Agreement, Organisation, Span
from kg.text.found import Found
from kg.text.view import fold_same_length

HEADS = (
    r"(?:conventions?|avenants?|protocoles?|contrats?|bail|baux|compromis|marches?(?= (?:de|d'|n|pour|avec|a|relatif|public))"
    r"|accords?[- ]cadres?|pacte|commodat|promesse(?= de (?:vente|bail)))"
)
_VERBS = (
    r"(?:approu\w+|autoris\w+|sign\w+|valid\w+|accept\w+|conclu\w+|pass(?:er|e|ation)|adopt\w+|renouvel\w+|reconduc\w+|ratifi\w+|etabli\w+"
    r"|propos\w+|decid\w+|attribu\w+|prolong\w+|souscri\w+)"
)
_OBJECT = re.compile(
    rf"\b{_VERBS}\b(?P<between>[^.;:\n]{{0,160}}?(?:\n[^.;:\n]{{0,120}}?)?)"
    rf"(?:\b(?P<article>la |le |l'|les |un |une |des |du |de |d'|cet |cette |ce |ces |ladite |ledit |dit(?:e|s|es)? |nouve\w+ |premier |projets? de )?)(?P<head>\b{HEADS})\b"
)
_LABEL_END = re.compile(
    r"[;:,.](?=\s|$)|\n\s*\n|\n ?[-–•]|\(|\s(?:ainsi que|et (?:tou[st]|de |d'|a |l'ensemble|les (?:documents|pieces|actes)|son execution|autoris|dit que)|tel(?:le)?s? que|annexe|jointe?|ci[- ]|dont|a intervenir"
    r"|pour un montant|d'un montant|presente|susvise|selon|dans les conditions|aux conditions|conformement|au titre de l'annee|qui |telle|est (?:approuve|accepte)|aura|au plus tard"
    r"|approuve|autorise|charge|decide|dit que|precise|donne|le (?:conseil|maire|president)\b|monsieur|madame|m\. |mme |a l'unanimite|par \d)"
)
_ACRONYM = re.compile(r"\([A-Z][\w.&+-]{1,9}\)")
_LONGEST = 260
_NOT_DECIDED = re.compile(r"\b(?:dans le cadre d|en application d|conformement|au titre d|prevu\w* (?:par|dans|a)|vu la|selon l|collective|issu)")
_TITLE = re.compile(rf"\b(?P<head>{HEADS})\b")
_BARE_WORDS = frozenset("signature la les le present presente presents presentes correspondant correspondante correspondants correspondantes".split())


@dataclass(frozen=True, slots=True)
class _Draft:
    label: str
    span: Span
    parties: tuple[Found[Party], ...]
    head: str


def read(act: Act) -> Iterator[Mention]:
    """The agreements of an act, in the order in which they are first decided on."""
    if not act.item.first(_TITLE):
        return
    deliberation = Deliberation(act)
    drafts = [*_decided(deliberation)] or [*_titled(deliberation)]
    for draft in drafts:
        yield _mention(deliberation, draft, len(drafts) == 1)


def _decided(deliberation: Deliberation) -> Iterator[_Draft]:
    zone = deliberation.zone.part(deliberation.operative_start, deliberation.zone.end)
    kept: list[_Draft] = []
    for match in zone.find(_OBJECT):
        draft = None if _NOT_DECIDED.search(match["between"]) else _draft(deliberation, zone, match)
        if draft and not any(_same(draft, other) for other in kept):
            kept.append(draft)
            yield draft


def _draft(deliberation: Deliberation, zone: Zone, match: re.Match[str]) -> _Draft | None:
    start = match.start("head")
    end = _label_end(zone, match.end("head"))
    label = zone.printed(start, end)
    if (match["article"] or "") in ("cette ", "ce ", "cet ", "ces ", "ladite ", "ledit "):
        return None
    parties = tuple(find_organisations(zone.part(start, end), deliberation.authority))
    words = set(fold_same_length(label).split()[1:]) - _BARE_WORDS
    return _Draft(label, Span(start, end), parties, match["head"]) if words else None


def _label_end(zone: Zone, start: int) -> int:
    """Where the noun phrase ends: at a stop or a new clause; an acronym in brackets belongs to it."""
    limit = min(zone.end, start + _LONGEST)
    position = start
    while stop := _LABEL_END.search(zone.view.folded, position, limit):
        acronym = _ACRONYM.match(zone.view.text, stop.start()) if stop[0] == "(" else None
        if not acronym:
            return stop.start()
        position = acronym.end()
    return limit


def _same(draft: _Draft, other: _Draft) -> bool:
    """One agreement told twice: the same words, or one label the beginning of the other."""
    one, two = fold_same_length(draft.label), fold_same_length(other.label)
    if draft.head.rstrip("s") != other.head.rstrip("s"):
        return False
    return one.startswith(two) or two.startswith(one) or len(set(one.split()) ^ set(two.split())) <= 2


def _titled(deliberation: Deliberation) -> Iterator[_Draft]:
    """The agreement that the title names, where the operative part approves it without naming it."""
    title = next((m for m in deliberation.act.heading if m.field == "title"), None)
    if not title or not title.spans:
        return
    zone = deliberation.act.whole.part(title.spans[0].start, title.spans[-1].end)
    match = zone.first(_TITLE)
    if match:
        end = _label_end(zone, match.end())
        parties = tuple(find_organisations(zone.part(match.start(), zone.end), deliberation.authority))
        yield _Draft(zone.printed(match.start(), end), Span(match.start(), end), parties, match["head"])


def _mention(deliberation: Deliberation, draft: _Draft, alone: bool) -> Mention:
    parties = [*_parties(deliberation, draft)]
    terms = read_terms(deliberation, draft.head) if alone else Terms()
    organisations = tuple(party.organisation for party, _ in parties)
    value = Agreement(draft.label, organisations, terms.start, terms.end, terms.months, terms.is_maximum)
    parts = [("/label", (draft.span,)), *terms.proofs()]
    for index, (_, span) in enumerate(parties):
        if span:
            parts.append((f"/parties/{index}", (span,)))
    return Mention("agreements", value, (draft.span,), "decided-agreement", tuple(parts))


def _parties(deliberation: Deliberation, draft: _Draft) -> Iterator[tuple[Party, Span | None]]:
    """The authority, then the others that the label names; else those of a sentence about the agreement."""
    if deliberation.authority:
        yield Party(deliberation.authority, "authority"), None
    seen: set[str] = set()
    for found in draft.parties or _told_elsewhere(deliberation, draft):
        party = deliberation.named(found.value)
        if not deliberation.is_authority(party) and party.organisation.name not in seen:
            seen.add(party.organisation.name)
            yield party, Span(found.start, found.end)


_WITH = re.compile(r"\b(?:avec|entre|par|liant|aupres|propose)\b")


def _told_elsewhere(deliberation: Deliberation, draft: _Draft) -> list[Found[Party]]:
    """The bodies of the sentences that name the agreement with a word of partnership; else the one company of the act."""
    named = re.compile(rf"\b(?:{re.escape(draft.head.rstrip('s'))}s?|entente)\b")
    found: list[Found[Party]] = []
    for sentence in deliberation.sentences:
        if sentence.first(named) and sentence.first(_WITH):
            found += [p for p in find_organisations(sentence, deliberation.authority) if p.value.kind != "programme"]
    outside = [p for p in found if not deliberation.is_authority(p.value)]
    if outside:
        return outside
    companies = {p.value.organisation.aliases or (p.value.organisation.name,): p for p in deliberation.parties if p.value.kind == "société"}
    return [*companies.values()] if len(companies) == 1 else []


def organisations_of(mentions: list[Mention]) -> list[Organisation]:
    """The parties of all the agreements read."""
    return [party for mention in mentions for party in mention.value.parties]


EXTRACTOR = Extractor("agreements", read, examples=(), counter_examples=())
