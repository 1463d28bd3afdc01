"""Conventions, avenants, protocols and contracts on which a deliberation decides (record field ``agreements``).

An agreement is the object of a verb of the operative part (« approuve la convention … », « autorise le maire à signer
l'avenant n° 1 … »), or of the title where the act only says that it is approved. « La convention » alone names none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.money.context import Deliberation
from kg.extract.money.terms import Terms, read_terms
from kg.extract.organisations import Party, find_organisations
from kg.model import Agreement, Span
from kg.text.found import Found
from kg.text.view import fold_same_length

HEADS = (
    r"(?:conventions?|avenants?|protocoles?|contrats?|bail|baux|compromis(?= de vente)"
    r"|marches?(?= (?:publics? (?:de|d'|n|pour|relatif)|de (?:travaux|maitrise|services?|fournitures?|prestations?|location|nettoyage|restauration|gestion|collecte|transport|traitement)"
    r"|n[°o]|relatif|avec|subsequent|passe|pour|d'(?:assurances?|exploitation|entretien|assistance|etudes?|acquisition)|a (?:bons?|la societe|l'entreprise)))"
    r"|accords?[- ]cadres?|pacte|commodat|promesse(?= de (?:vente|bail)))"
)
_VERBS = r"(?:approu\w+|autoris\w+|sign\w+|valid\w+|accept\w+|conclu\w+|passer|adopt\w+|renouvel\w+|reconduc\w+|ratifi\w+|prolong\w+|souscri\w+|attribu\w+ (?:du|le|les))"
_OBJECT = re.compile(
    rf"\b{_VERBS}\b(?P<between>[^.;:\n]{{0,120}}?(?:\n[^.;:\n]{{0,100}}?)?)"
    rf"(?:\b(?P<article>la |le |l'|les |un |une |des |du |de |d'|cet |cette |ce |ces |ladite |ledit |dit(?:e|s|es)? |nouve\w+ |premier |projets? de )?)(?P<head>\b{HEADS})\b"
)
_LABEL_END = re.compile(
    r"[;:,.](?=\s|$)|\n\s*\n|\n ?[-–•]|\(|\s(?:ainsi que|et (?:tou[st]|d[e' ]{1,2}\w+(?:er|ir|re)\b|a \w+(?:er|ir|re)\b|l'ensemble|les (?:documents|pieces|actes)|son execution|autoris|dit que)|tel(?:le)?s? que|annexe|jointe?|ci[- ]|dont|a intervenir"
    r"|pour un montant|d'un montant|presente|susvise|selon|dans les conditions|aux conditions|conformement|au titre de l'annee|qui |telle|est (?:approuve|accepte)|aura|au plus tard"
    r"|approuve|autorise|charge|decide|dit que|precise|donne|le (?:conseil|maire|president)\b|monsieur|madame|m\. |mme |a l'unanimite|par \d|\d{1,2}[/.)]\s|autorisation de|vu l|vu la|considerant|de \d{1,2} (?:ans?|annees?|mois)\b|avec (?:un )?loyer|pour une duree|d'une duree|pour (?:un|deux|trois|\d+) ans?\b|fera l'objet)"
)
_ACRONYM = re.compile(r"\([A-Z][\w.&+-]{1,9}\)")
_AWARD = re.compile(
    r"\b(?:attribu(?:e|er|ent)|confi(?:e|er|ent)|retenir|retient) (?:le |les |la |l'|ce |un )?"
    r"(?P<what>(?P<head>marche|travaux|lot|accord[- ]cadre|mission|maitrise d'œuvre|prestations?|fourniture)\b[^.;:]{0,180}?),? (?:a|au|aux)(?= l'| la | le | \w)"
)
_LONGEST = 260
# A verb or a conjunction after the noun: the sentence speaks of an agreement, it does not name one.
_CLAUSES = frozenset("est sera sont et a sous qui mais par afin aura fera peut doit permettant si en ne".split())
_EMPLOYMENT = re.compile(
    r"contrats? (?:a duree|de travail|d'engagement|d'apprentissage|d'accompagnement|parcours|unique|de projet|aides?|pour occuper|de l'agent|des agents)|convention collective"
)
_NOT_DECIDED = re.compile(
    r"\b(?:dans le cadre d|en application d|conformement|au titre d|prevu\w* (?:par|dans|a)|vu la|selon l|collective|issu)"
)
_TITLE = re.compile(rf"\b(?P<head>{HEADS})\b")
_MOST_PARTIES = 3
_BARE_WORDS = frozenset(
    "signature la les le present presente presents presentes correspondant correspondante correspondants correspondantes".split()
)


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
    drafts = _decided(deliberation) or [*_awarded(deliberation)] or [*_titled(deliberation)]
    for draft in drafts:
        yield _mention(deliberation, draft, len(drafts) == 1)


def _decided(deliberation: Deliberation) -> list[_Draft]:
    zone = deliberation.zone.part(deliberation.operative_start, deliberation.zone.end)
    kept: list[_Draft] = []
    for match in zone.find(_OBJECT):
        draft = None if _NOT_DECIDED.search(match["between"]) else _draft(deliberation, zone, match)
        index = next((i for i, other in enumerate(kept) if draft and _same(draft, other)), None)
        if draft and index is None:
            kept.append(draft)
        elif draft and index is not None and not kept[index].parties:
            kept[index] = replace(kept[index], parties=draft.parties)
    return kept


def _draft(deliberation: Deliberation, zone: Zone, match: re.Match[str]) -> _Draft | None:
    start = match.start("head")
    end = _label_end(zone, match.end("head"))
    label = zone.printed(start, end)
    if (match["article"] or "") in ("cette ", "ce ", "cet ", "ces ", "ladite ", "ledit "):
        return None
    parties = tuple(find_organisations(zone.part(start, end), deliberation.authority))
    words = fold_same_length(label).split()[1:]
    if not set(words) - _BARE_WORDS or words[0] in _CLAUSES or _EMPLOYMENT.match(fold_same_length(label)):
        return None
    return _Draft(label, Span(start, end), parties, match["head"])


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
    """One agreement told twice: the same kind, the same numbers, and the same first word or the same parties."""
    one, two = fold_same_length(draft.label), fold_same_length(other.label)
    if draft.head.rstrip("s") != other.head.rstrip("s"):
        return False
    if _PARTNERSHIP.match(one) and not other.parties:
        return True
    if _numbers(one) != _numbers(two):
        return False
    first, second = _content(one), _content(two)
    partners = {p.value.organisation.name for p in draft.parties} & {p.value.organisation.name for p in other.parties}
    return first[:1] == second[:1] or not first or not second or (bool(partners) and bool(set(first) & set(second)))


_PARTNERSHIP = re.compile(r"\w+ (?:avec|entre) ")


def _numbers(label: str) -> set[str]:
    return set(re.findall(r"\d+", label))


def _content(label: str) -> list[str]:
    """The words of a label after its head that say what it is about."""
    return [word for word in re.findall(r"[a-z0-9]+", label)[1:] if word not in _EMPTY]


_EMPTY = frozenset("de d la le les l du des a au aux et en pour avec entre par sur un une n no ce".split())


def _awarded(deliberation: Deliberation) -> Iterator[_Draft]:
    """What is awarded to a company: « d'attribuer les travaux de … à l'entreprise … », told at most length."""
    told: dict[str, _Draft] = {}
    for match in deliberation.zone.find(_AWARD):
        party = next(
            find_organisations(deliberation.zone.part(match.end(), match.end() + 120), deliberation.authority), None
        )
        if party and party.value.kind == "société" and party.start - match.end() < 12:
            span = Span(match.start("what"), match.end("what"))
            draft = _Draft(deliberation.zone.printed(*span), span, (party,), match["head"])
            kept = told.get(party.value.organisation.name)
            if kept is None or len(draft.label) > len(kept.label):
                told[party.value.organisation.name] = draft
    if deliberation.zone.part(deliberation.operative_start, deliberation.zone.end).first(_AWARD):
        yield from told.values()


def _titled(deliberation: Deliberation) -> Iterator[_Draft]:
    """The agreement that the title names, where the operative part approves it without naming it."""
    title = next((m for m in deliberation.act.heading if m.field == "title"), None)
    if not title or not title.spans:
        return
    zone = deliberation.act.whole.part(title.spans[0].start, title.spans[-1].end)
    match = zone.first(_TITLE)
    if match and _leads(zone.view.folded[zone.start : match.start()]):
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


def _leads(before: str) -> bool:
    """Whether an agreement's name may begin here in a title: at its start, after a dash, or as what is done with it."""
    return bool(
        re.search(
            r"(?:^|[-–—:.,)/] ?|\b(?:signature|conclusion|approbation|renouvellement|prolongation|passation|attribution|souscription|resiliation|avenant)s? (?:\w+ ){0,2}(?:d'un |d'une |d[eu] |de la |de l'|des |d'|a la |au |aux )?|^\W*(?:projet|renouvellement|deliberation autorisant a signer|autorisation)[^,;]{0,40}) ?$",
            before,
        )
    )


_WITH = re.compile(r"\b(?:avec|entre|par|liant|aupres|propose)\b")


def _told_elsewhere(deliberation: Deliberation, draft: _Draft) -> list[Found[Party]]:
    """The bodies of the sentences that name the agreement with a word of partnership; else the one company of the act."""
    named = re.compile(rf"\b(?:{re.escape(draft.head.rstrip('s'))}s?|entente)\b")
    found: list[Found[Party]] = []
    for sentence in deliberation.sentences:
        if sentence.first(named) and sentence.first(_WITH):
            found += [p for p in find_organisations(sentence, deliberation.authority) if p.value.kind != "programme"]
    outside = [p for p in found if not deliberation.is_authority(p.value)]
    names = {p.value.organisation.name for p in outside}
    if names:
        return outside if len(names) <= _MOST_PARTIES else []
    companies = {
        p.value.organisation.aliases or (p.value.organisation.name,): p
        for p in deliberation.parties
        if p.value.kind == "société"
    }
    return [*companies.values()] if len(companies) == 1 else []


EXTRACTOR = Extractor("agreements", read, examples=(), counter_examples=())
