"""With whom an agreement is made: the authority, and the bodies that its name, its sentence or the act tell."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.money.agreement_labels import Draft
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.funding import grants_of
from kg.extract.money.listed_parties import listed_parties
from kg.extract.money.terms import RENEWED
from kg.extract.organisations import Party
from kg.extract.organisations.body_names import name_end
from kg.model import Organisation, Span
from kg.text.found import Found
from kg.text.view import fold_same_length

_WITH = re.compile(r"\b(?:avec|entre|par|liant|aupres|propose|profit|benefice|en faveur)\b")
# « le bail commercial de 9 ans avec Mme X », told after what ends the name.
_WITH_AFTER = re.compile(r"[^.;:\n]{0,90}?\b(?:avec|à) (?=(?:M\.|MM\.|M|Mme|Mmes|Monsieur|Madame)\s)")
# « entre les communes de Montfleury, Aubrac et Villeperte »
_COMMUNES = re.compile(
    r"(?<!Communauté de )(?<!communauté de )(?<!COMMUNAUTE DE )\b[Cc]ommunes d(?:e |')"
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
    r"\b(?:avec|entre|à|par|de|et|profit\sde|aux|des)\s(?:le\scouple\s|les\s|la\sfamille\s|l['’]indivision\s)?"
    r"(?:(?<=couple\s)|(?<=famille\s)|(?<=indivision\s)|(?:[ée]poux|[Cc]onsorts|M\.|MM\.|M|Mme|Mmes|Monsieur|Madame)\s"
    r"(?:et\s(?:Mme\.?|Madame)\s)?)(?:M\.?\set\sMme\.?\s)?"
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
# « convention de financement », « convention d'attribution », « l'avenant n° 1 », « convention »: of what is given.
_ABOUT_MONEY = re.compile(
    r"(?:conventions?|avenants?|contrats?|protocoles?)(?: n[°o] ?\d+)?"
    r"(?: a la convention)?(?:$"
    r"| (?:\w+ )?avec (?:les|chaque|chacune? des) (?:\w+ )?(?:beneficiaires?|attributaires|laureate?s?|concerne[es]*)\b"
    r"| (?:type|financiere|pluriannuelle|annuelle|correspondante|du \d|attributive"
    r"|(?:pluriannuelle |annuelle |tripartite )?d(?:e |'|es )(?:la )?(?:(?:co-?)?financement|garantie|objectifs?"
    r"|moyens|attribution|subvention|versement|partenariat|aide|participation|fonds de concours|reservation|soutien)))"
)
_EARLIER = re.compile(r"\b(?:vu|prec[eé]dente?|arrivee? a echeance|ancien(?:ne)?)\b")
# « convention tripartite entre la ville, le Département et le collège »
_SEVERAL = cue(
    r"\b(?P<head>convention|contrat|protocole|avenant|accord)s? (?:(?:\w+ ){0,3}?(?:tri|quadri|multi)partite\b"
    r"|(?:\w+ ){0,5}?(?=entre ))"
)
# « le contrat conclu le 3 mai 2019 auprès de X expire en mai »; an avenant keeps the parties of what it changes.
_OVER = re.compile(r"\b(?:expir(?:e|ent|era|ait)|arriv\w+ a (?:echeance|terme|expiration)|pren(?:d|nent|dra) fin)\b")
_CHANGES = ("avenant", "renouvel", "prolong", "prorog", "reconduction", "résiliation")


def parties_of(deliberation: Deliberation, draft: Draft) -> Iterator[tuple[Party, Span | None]]:
    """The authority, then the others that the label names; else those of a sentence about the agreement."""
    if deliberation.authority:
        yield Party(deliberation.authority, "authority"), None
    seen: set[str] = set()
    for found in _fuller(deliberation, draft, _named(deliberation, draft)) or _told(deliberation, draft):
        party = deliberation.named(found.value)
        ours = deliberation.is_authority(party) and deliberation.authority is not None
        if not ours and party.organisation.name not in seen:
            seen.add(party.organisation.name)
            yield party, Span(found.start, found.end)


def _named(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """Those that the label names."""
    return (
        _communes(deliberation, draft)
        or _others(deliberation, draft.parties)
        or _after_cue(deliberation, draft)
        or _person(deliberation, draft)
    )


def _told(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """Those that another sentence tells, else those of the act's own grants."""
    return _told_elsewhere(deliberation, draft) or [*_helped(deliberation, draft)]


def _fuller(deliberation: Deliberation, draft: Draft, named: list[Found[Party]]) -> list[Found[Party]]:
    """All those of « convention tripartite entre A, B et C », where the label names one of them alone."""
    if len(named) != 1:
        return named
    name = deliberation.named(named[0].value).organisation.name
    for sentence in deliberation.sentences:
        for told in sentence.find(_SEVERAL):
            listed = _others(deliberation, listed_parties(deliberation, sentence, told.start(), sentence.end))
            names = [deliberation.named(party.value).organisation.name for party in listed]
            if told["head"] == draft.head.rstrip("s") and len(listed) > 1 and name in names:
                return listed
    return named


def _others(deliberation: Deliberation, parties: Iterable[Found[Party]]) -> list[Found[Party]]:
    ours = deliberation.authority is not None
    return [party for party in parties if not (ours and deliberation.is_authority(party.value))]


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


def _helped(deliberation: Deliberation, draft: Draft) -> Iterator[Found[Party]]:
    """Whom the authority helps, or who helps it: the partners of a convention that says no more than that."""
    if not _ABOUT_MONEY.match(fold_same_length(draft.label)):
        return
    grants = grants_of(deliberation)
    given = [grant for grant in grants if deliberation.is_authority(grant.funder)]
    for grant in given or grants:
        other = grant.recipient if given else grant.funder.organisation
        if other and other != deliberation.authority:
            yield Found(Party(other, "recipient"), grant.spans[0].start, grant.spans[0].end)


def _naming(head: str, label: str) -> re.Pattern[str]:
    return _naming_head(head.rstrip("s"), any(word in label.lower() for word in ("constitutive", "groupement")))


@cache
def _naming_head(head: str, grouped: bool) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{re.escape(head)}s?|entente{'|groupement' if grouped else ''})\b")


def _told_elsewhere(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """The bodies of the sentences that name the agreement with a word of partnership; else the act's one company."""
    named = _naming(draft.head, draft.label)
    partnership = _JOINING if "adhésion" in draft.label.lower() else _WITH
    found: list[Found[Party]] = []
    before: list[Found[Party]] = []  # with whom the agreement is that this one renews
    changed = any(word in draft.label.lower() for word in _CHANGES)
    for sentence in deliberation.sentences:
        if not (sentence.first(named) and sentence.first(partnership)):
            continue
        if not changed and sentence.first(_OVER):
            before += listed_parties(deliberation, sentence, sentence.start, sentence.end)
            continue  # the agreement that this one follows, with whoever it bound
        if not sentence.first(_EARLIER):
            listed = listed_parties(deliberation, sentence, sentence.start, sentence.end)
            if _others(deliberation, listed):
                return _others(deliberation, listed)
        found += (p for p in deliberation.parties_in(sentence) if p.value.kind != "programme")
    outside = _others(deliberation, found)
    names = {p.value.organisation.name for p in outside}
    if names:
        return outside if len(names) <= _MOST_PARTIES else []
    if before and deliberation.zone.first(RENEWED):
        return _others(deliberation, before)
    return _company(deliberation, draft)


def _company(deliberation: Deliberation, draft: Draft) -> list[Found[Party]]:
    """The one company of the act, for a contract; for a convention, where no other body is named at all."""
    outside = [p for p in _others(deliberation, deliberation.parties) if not p.value.bare]
    companies = {
        p.value.organisation.aliases or (p.value.organisation.name,): p for p in outside if p.value.kind == "société"
    }
    alone = draft.head in _WITH_COMPANIES or all(p.value.kind == "société" for p in outside)
    return [*companies.values()] if len(companies) == 1 and alone else []
