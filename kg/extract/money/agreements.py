"""Conventions, avenants, protocols and contracts on which a deliberation decides (record field ``agreements``).

An agreement is the object of a verb of the operative part (« approuve la convention … », « autorise le maire à signer
l'avenant n° 1 … »), or of the title where the act only says that it is approved. « La convention » alone names none.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.act import Act, Example, Extractor, Mention
from kg.extract.body_names import name_end
from kg.extract.money.agreement_labels import AWARD, TITLE, Draft, named_agreements
from kg.extract.money.context import Deliberation, deliberation_of
from kg.extract.money.terms import Terms, read_terms
from kg.extract.organisations import Party
from kg.model import Agreement, Organisation, Span
from kg.text.found import Found

_WITH = re.compile(r"\b(?:avec|entre|par|liant|aupres|propose)\b")
# « le bail commercial de 9 ans avec Mme X », told after what ends the name.
_WITH_AFTER = re.compile(r"[^.;:\n]{0,90}?\b(?:avec|à) (?=(?:M\.|MM\.|M|Mme|Mmes|Monsieur|Madame)\s)")
# « entre les communes de Montfleury, Aubrac et Villeperte »
_COMMUNES = re.compile(
    r"\b[Cc]ommunes d(?:e |')"
    r"(?P<names>(?:[A-ZÀ-Ý][\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+)*(?:, (?:de |d')?| et (?:de |d')?)?){2,12})"
)
_ONE_COMMUNE = re.compile(r"[A-ZÀ-Ý][\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+)*")
# « d'adhérer au service de X et de signer la convention d'adhésion »
_JOINING = re.compile(r"\badher|\b(?:avec|entre)\b")
_PARTNER = re.compile(
    r"(?i:\b(?:avec\s{1,2}|entre\s{1,2}|entre\s[^;.]{3,80}?\set\s)(?:l'|la\s{1,2}|le\s{1,2}|les\s{1,2})?)"
    r"(?=(?!VILLE|COMMUNE|Ville|Commune)[A-ZÀ-Ý][\w.&'-]{2})"
)
_SOMEBODY = re.compile(
    r"\b(?:avec|entre|à|par|de|et|profit\sde)\s(?:M\.|MM\.|M|Mme|Mmes|Monsieur|Madame)\s(?:et\s(?:Mme|Madame)\s)?"
    r"(?P<name>[A-ZÀ-Ý][\w'-]+(?:\s[A-ZÀ-Ý][\w'-]+){0,3})"
)
# What an authority concludes with a company: a convention may bind anybody.
_WITH_COMPANIES = (
    "contrat",
    "contrats",
    "marche",
    "marches",
    "bail",
    "avenant",
    "avenants",
    "accord-cadre",
    "commodat",
)
_MOST_PARTIES = 3


def read(act: Act) -> Iterator[Mention]:
    """The agreements of an act, in the order in which they are first decided on."""
    if not act.item.first(TITLE) and not act.item.first(AWARD):
        return
    deliberation = deliberation_of(act)
    drafts = named_agreements(deliberation)
    for draft in drafts:
        yield _mention(deliberation, draft, len(drafts) == 1)


def _mention(deliberation: Deliberation, draft: Draft, alone: bool) -> Mention:
    parties = [*_parties(deliberation, draft)]
    terms = read_terms(deliberation, draft.head) if alone else Terms()
    organisations = tuple(party.organisation for party, _ in parties)
    value = Agreement(draft.label, organisations, terms.start, terms.end, terms.months, terms.is_maximum)
    parts = [("/label", (draft.span,)), *terms.proofs()]
    for index, (_, span) in enumerate(parties):
        if span:
            parts.append((f"/parties/{index}", (span,)))
    return Mention("agreements", value, (draft.span,), "decided-agreement", tuple(parts))


def _parties(deliberation: Deliberation, draft: Draft) -> Iterator[tuple[Party, Span | None]]:
    """The authority, then the others that the label names; else those of a sentence about the agreement."""
    if deliberation.authority:
        yield Party(deliberation.authority, "authority"), None
    seen: set[str] = set()
    named = (
        _communes(deliberation, draft)
        or _others(deliberation, draft.parties)
        or _after_cue(deliberation, draft)
        or _person(deliberation, draft)
    )
    for found in named or ([] if draft.parties else _told_elsewhere(deliberation, draft)):
        party = deliberation.named(found.value)
        if not deliberation.is_authority(party) and party.organisation.name not in seen:
            seen.add(party.organisation.name)
            yield party, Span(found.start, found.end)


def _others(deliberation: Deliberation, parties: Iterable[Found[Party]]) -> list[Found[Party]]:
    return [party for party in parties if not deliberation.is_authority(party.value)]


def _after_cue(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """A proper name right after « avec », whatever kind of body it is."""
    zone = deliberation.act.whole.part(*draft.span)
    cue = _PARTNER.search(zone.view.text, zone.start, zone.end)
    end = name_end(zone.view.text, cue.end(), zone.end, "nom") if cue else 0
    if not cue or end <= cue.end():
        return []
    return [Found(Party(Organisation(zone.printed(cue.end(), end)), "société"), cue.end(), end)]


def _communes(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """Several communes named after one word for their kind, in the sentence that the label begins."""
    whole = deliberation.act.whole.part(draft.span.start, draft.span.end + 120)
    listed = next(whole.find_exact(_COMMUNES), None)
    if listed is None or listed.start() > draft.span.end:
        return []
    names = whole.part(*listed.span("names")).find_exact(_ONE_COMMUNE)
    parties = [Found(Party(Organisation(name[0]), "commune"), name.start(), name.end()) for name in names]
    own = deliberation.authority.name.lower() if deliberation.authority else ""
    return [p for p in parties if p.value.organisation.name.lower() != own] if len(parties) > 1 else []


def _person(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """A person with a civility whom the label names: « convention de cession à Mme X »."""
    zone = deliberation.act.whole.part(*draft.span)
    after = _WITH_AFTER.match(zone.view.text, zone.end, deliberation.zone.end)
    if after:  # the pattern of a person begins with its « avec »
        zone = deliberation.act.whole.part(zone.start, after.end() + 90)
    named = next(zone.find_exact(_SOMEBODY), None)
    if named is None:
        return []
    name = Organisation(zone.printed(*named.span("name")))
    return [Found(Party(name, "person"), named.start("name"), named.end("name"))]


@cache
def _naming(head: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{re.escape(head.rstrip('s'))}s?|entente)\b")


def _told_elsewhere(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """The bodies of the sentences that name the agreement with a word of partnership; else the act's one company."""
    named = _naming(draft.head)
    partnership = _JOINING if "adhésion" in draft.label.lower() else _WITH
    found: list[Found[Party]] = []
    for sentence in deliberation.sentences:
        if sentence.first(named) and sentence.first(partnership):
            found += [p for p in deliberation.parties_in(sentence) if p.value.kind != "programme"]
    outside = _others(deliberation, found)
    names = {p.value.organisation.name for p in outside}
    if names:
        return outside if len(names) <= _MOST_PARTIES else []
    return _company(deliberation, draft)


def _company(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """The one company of the act, for a contract; for a convention, where no other body is named at all."""
    outside = [p for p in _others(deliberation, deliberation.parties) if not p.value.bare]
    companies = {
        p.value.organisation.aliases or (p.value.organisation.name,): p for p in outside if p.value.kind == "société"
    }
    alone = draft.head in _WITH_COMPANIES or all(p.value.kind == "société" for p in outside)
    return [*companies.values()] if len(companies) == 1 and alone else []


_VALSE = Organisation("Montfleury")
_TOWN = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, "

EXTRACTOR = Extractor(
    "agreements",
    read,
    examples=(
        Example(
            _TOWN
            + "approuve la convention de partenariat avec l'association Les Sabots Vernis, conclue pour une durée "
            "maximale de 18 mois à compter du 1er mars 2024, et autorise le maire à signer la convention.",
            {
                "agreements": [
                    Agreement(
                        "convention de partenariat avec l'association Les Sabots Vernis",
                        (_VALSE, Organisation("association Les Sabots Vernis", ("Sabots Vernis",))),
                        dt.date(2024, 3, 1),
                        None,
                        18,
                        True,
                    )
                ]
            },
        ),
        Example(
            _TOWN + "décide d'attribuer les travaux de toiture à l'entreprise Faucompré et autorise le maire à signer.",
            {
                "agreements": [
                    Agreement("travaux de toiture", (_VALSE, Organisation("entreprise Faucompré", ("Faucompré",))))
                ]
            },
        ),
    ),
    counter_examples=(
        Example(_TOWN + "autorise le maire à signer la convention.", {}),
        Example(_TOWN + "décide, dans le cadre de la convention avec le Département, de créer un emploi.", {}),
        Example(_TOWN + "autorise le maire à signer le contrat de travail à durée déterminée.", {}),
    ),
)
