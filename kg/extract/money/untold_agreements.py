"""Agreements that have no name of their own: « signer la convention » with the one whom the act deals with.

Also partnerships decided without a word for their contract, and offers that are retained.
"""

import re
from collections.abc import Iterable, Iterator

from kg.extract.act import Zone
from kg.extract.money.agreement_labels import Draft, label_end
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.funding import grants_of
from kg.extract.money.listed_parties import listed_parties, partner_of
from kg.extract.organisations import Party
from kg.extract.organisations.body_names import name_words
from kg.model import Organisation, Span
from kg.text.found import Found
from kg.text.view import fold_same_length
from kg.text.word_starts import Begun

_SIGNED = Begun(
    cue(
        r"\b(?:sign(?:er|ature|e|ant)|conclure|passer|etablir)\b(?: de)?(?: avec [^.;:,\n]{2,70}?,?)?"
        r" (?:la |le |l'|cette |ce |ladite |ledit |une? |du |de la |d'une? |de ladite |dudit )(?:present\w* |dite? )?"
        r"(?P<head>convention|contrat|bail|protocole|avenant|compromis|promesse de bail)\b(?! de travail| a duree)"
    ),
    ("sign", "conclure", "passer", "etablir"),
)
# « approuve cette convention », « accepte les termes du contrat »: with nothing said of what it is about
_APPROVED = Begun(
    cue(
        r"\b(?:approuve|accepte|valide|adopte|renouvelle|reconduit|enterine)(?:nt|r)?"
        r" (?:(?:les (?:termes|clauses|conditions)|le (?:contenu|principe|projet|texte|renouvellement)) )?"
        r"(?:(?:de )?(?:la |cette |cet? |ladite |la presente |l')|du |dudit |le (?:present )?)"
        r"(?P<head>convention|contrat|bail|protocole|avenant)(?=\s*(?:[;.,\n]|et\b|telle?\b|propose|present|ci\b|$))"
    ),
    ("approuve", "accepte", "valide", "adopte", "renouvelle", "reconduit", "enterine"),
)
# « signer les conventions à intervenir avec les communes bénéficiaires »: with those whom the act helps
_WITH_HELPED = Begun(
    cue(
        r"\b(?:sign(?:er|ature)|conclure|passer|approuve\w*|etablir)\b(?: d[eu])?"
        r"(?: (?:tou[ts]es )?(?:les|des|lesdites)) (?P<head>conventions|contrats)\b[^.;:\n]{0,50}?"
        r" (?:(?:beneficiaires?|attributaires|laureate?s|concerne[es]*|precite[es]*)\b|avec ces )"
    ),
    ("sign", "conclure", "passer", "approuve", "etablir"),
)
_PARTNERSHIP = Begun(
    cue(r"\b(?P<head>partenariat)(?: \w+){0,4} (?:avec|entre) "),
    ("partenariat",),
)
_OFFER = Begun(
    cue(
        r"\b(?:reten\w+|retient|accept\w+|chois\w+|valid\w+|approuv\w+)(?: [\w']+){0,3} (?:la |l'|le )"
        r"(?P<what>proposition|offre|candidature|choix(?= de))\b[^.;:]{0,90}? (?:de l'|de la |de |du |d')"
        r"(?=(?:entreprise|societe|sarl|sas|eurl|groupement|cabinet|bureau d'etudes?|scop)\b)"
    ),
    ("reten", "retient", "accept", "chois", "valid", "approuv"),
)
# What a contract of employment is told with.
_EMPLOYMENT = cue(
    r"\b(?:emplois?|recrut\w+|agents? contractuels?|postes?|apprenti\w*|vacatai\w+|remuneration|stagiaires?"
    r"|saisonniers?)\b"
)
_TO_SOMEBODY = re.compile(
    r"\b(?:avec|à|par|entre)\s(?:M\.|MM\.|M|Mme|Mmes|Monsieur|Madame)\s(?!(?i:le|la|l')\b)(?:et\s(?:Mme|Madame)\s)?"
    r"(?P<name>[A-ZÀ-Ý][\w'-]+(?:\s[A-ZÀ-Ý][\w'-]+){0,3})"
)
_LET = cue(r"\b(?:lou\w+|location|bail|ced\w+|cession|vent?e|confi\w+|mise a disposition|mettre a disposition|pret)\b")
_MOST_PARTIES, _NEAR = 3, 12


def unnamed(deliberation: Deliberation) -> Iterator[Draft]:
    """The agreement that is to be signed under its bare kind, where the act tells with whom."""
    decided = deliberation.zone.part(deliberation.operative_start, deliberation.zone.end)
    signed = decided.first(_SIGNED) or decided.first(_APPROVED)
    helped = None if signed else decided.first(_WITH_HELPED)
    if helped:
        yield from _with_helped(deliberation, decided, helped)
    if signed is None or _of_employment(deliberation, signed["head"]):
        return
    parties = _partners(deliberation, decided)
    if 0 < len({party.value.organisation.name for party in parties}) <= _MOST_PARTIES:
        span = Span(signed.start("head"), signed.end("head"))
        yield Draft(decided.printed(*span), span, tuple(parties), signed["head"])


def _with_helped(deliberation: Deliberation, decided: Zone, told: re.Match[str]) -> Iterator[Draft]:
    """One draft for the agreements with all to whom the authority gives something, where they are named."""
    given = [grant for grant in grants_of(deliberation) if deliberation.is_authority(grant.funder)]
    parties = [
        Found(Party(grant.recipient, "recipient"), grant.spans[0].start, grant.spans[0].end)
        for grant in given
        if grant.recipient
    ]
    if parties and len(parties) == len(given):
        span = Span(told.start("head"), told.end())
        yield Draft(decided.printed(*span), span, tuple(parties), told["head"])


def partnership(deliberation: Deliberation) -> Iterator[Draft]:
    """« approuve le partenariat avec … », in the operative part or in the title."""
    title = _title(deliberation)
    decided = deliberation.zone.part(deliberation.operative_start, deliberation.zone.end)
    for zone in (decided, *([title] if title else [])):
        told = zone.first(_PARTNERSHIP)
        listed = listed_parties(deliberation, zone, told.start(), told.end() + _NEAR) if told else []
        if told and listed:
            end = max(label_end(zone, told.end()), listed[-1].end)
            span = Span(told.start("head"), end)
            yield Draft(zone.printed(*span), span, tuple(listed), told["head"])
            return


def offers(deliberation: Deliberation) -> Iterator[Draft]:
    """« de retenir l'offre de l'entreprise … »: of what the title says."""
    title = _title(deliberation)
    for offer in deliberation.zone.find(_OFFER):
        around = deliberation.zone.part(offer.end(), offer.end() + 120)
        company = next((one for one in deliberation.parties_in(around) if one.start - offer.end() < _NEAR), None)
        if company and company.value.kind == "société":
            zone, span = deliberation.zone, Span(offer.start("what"), company.end)
            if title:
                zone, span = title, Span(title.start, title.end)
            yield Draft(zone.printed(*span), span, (company,), "offre")
            return


def _title(deliberation: Deliberation) -> Zone | None:
    title = next((m for m in deliberation.act.heading if m.field == "title"), None)
    if not title or not title.spans:
        return None
    return deliberation.act.whole.part(title.spans[0].start, title.spans[-1].end)


def _of_employment(deliberation: Deliberation, head: str) -> bool:
    title = fold_same_length(deliberation.act.heading_value("title") or "")
    return head in ("contrat", "avenant") and bool(_EMPLOYMENT.search(title) or deliberation.zone.first(_EMPLOYMENT))


def _partners(deliberation: Deliberation, decided: Zone) -> list[Found[Party]]:
    """The bodies of the title, else of the decision, else the person it lets to, else the act's one other body."""
    title = _title(deliberation)
    if title and (named := _outside(deliberation, deliberation.parties_in(title))):
        return named
    found = [party for sentence in deliberation.sentences for party in deliberation.parties_in(sentence)]
    if named := _outside(deliberation, (party for party in found if party.start >= decided.start)):
        return named
    person = next(decided.find_exact(_TO_SOMEBODY), None) if decided.first(_LET) else None
    if person:
        name = Organisation(decided.printed(*person.span("name")))
        return [Found(Party(name, "person"), *person.span("name"))]
    other = partner_of(deliberation)
    if other:
        return [party for party in found if party.value.organisation == other][:1]
    alone = _outside(deliberation, found)  # « La SARL X demande … ; autorise le maire à signer la convention »
    return alone if len(alone) == 1 and alone[0].value.kind in ("société", "association") else []


def _outside(deliberation: Deliberation, parties: Iterable[Found[Party]]) -> list[Found[Party]]:
    """The bodies that are not the authority, each once."""
    kept: dict[frozenset[str], Found[Party]] = {}
    for found in parties:
        party = deliberation.named(found.value)
        if party.kind in ("programme", "named") or party.bare or deliberation.is_authority(party):
            continue
        kept.setdefault(name_words(party.organisation.name), Found(party, found.start, found.end))
    return [*kept.values()]
