"""How a deliberation names the agreements on which it decides: where each name begins and ends, which are one."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from kg.extract.act import Zone
from kg.extract.bounds import AGREEMENTS, bounded
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.listed_parties import listed_parties, pointed_at
from kg.extract.organisations import Party, find_organisations
from kg.model import Span
from kg.text.cues import holds_any
from kg.text.found import Found
from kg.text.view import fold_same_length
from kg.text.word_starts import Begun

HEADS = (
    r"(?:conventions?|avenants?|actes? modificatifs?|protocoles?|contrats?|bail|baux|compromis(?= de vente)"
    r"|marches?(?= (?:publics? (?:de|d'|n|pour|relatif)|de (?:travaux|maitrise|services?|fournitures?"
    r"|prestations?|location|nettoyage|restauration|gestion|collecte|transport|traitement)"
    r"|n[°o] ?\d|relatif|avec|subsequent|passe|pour|d'(?:assurances?|exploitation|entretien|assistance|etudes?"
    r"|acquisition)|a (?:bons?|la societe|l'entreprise)))"
    r"|accords?[- ]cadres?|pacte(?= d'a(?:ssocies|ctionnaires))|commodat|promesse(?= de (?:vente|bail)))"
)
_VERBS = (
    r"(?:approu\w+|autoris\w+|sign\w+|valid\w+|accept\w+|conclu\w+|passer|adopt\w+|renouvel\w+|reconduc\w+"
    r"|ratifi\w+|enterin\w+|adher\w+ a(?= (?:la |une |cette )convention)|avis favorable|(?:son|leur) accord"
    r"|arret(?:e|er)\b"
    r"|prolong(?!eant)\w+|souscri\w+|consent(?:ir|ent|)\b|attribu\w+ (?:du|le|les))"
)
_OBJECT = cue(
    rf"\b{_VERBS}\b(?P<between>(?:\s?:\s{{1,2}}[-–—•*➢▪>]?)?[^.;:\n]{{0,120}}?(?:\n[^.;:\n]{{0,100}}?)?)"
    rf"(?:\b(?P<article>la |le |l'|les |un |une |des |du |de |d'|cet |cette |ce |ces |ladite |ledit "
    rf"|dit(?:e|s|es)? |nouve\w+ |premier |projets? de )?)(?P<head>\b{HEADS})\b"
)
# « la convention de réservation à conclure avec X est approuvée »
_APPROVED = cue(
    rf"(?P<between>)\b(?P<article>la |le |l'|les )(?P<head>{HEADS})\b(?=[^.;:]{{0,200}}? (?:est|sont|soit|soient)"
    r" (?:ainsi |donc )?(?:approuve|accepte|adopte|valide|ratifie|enterine)e?s?\b)"
)
_APPROVED_WORDS = tuple(
    f"{be} {done}"
    for be in ("est", "sont", "soit", "soient", "ainsi", "donc")
    for done in ("approuv", "accept", "adopt", "valid", "ratifi", "enterin")
)
# « la convention et ses éventuels avenants »: what may follow is not decided on.
_LATER = re.compile(
    r"(?:\b(?:ses|leurs?|tous?|tout|les|d') ?(?:eventuel(?:le)?s? |futurs? |prochains? )|\b(?:ses|leurs) "
    r"|\beventuels? )$"
)
_LABEL_END = cue(
    r"[;:,](?=\s|$)|(?<!\bm)(?<!\bmme)(?<!\.[a-z])\.(?=\s|$)|\n\s*\n|\n ?[-–•]|(?<!\w)\(|\s(?:ainsi que|et (?:tou[st]"
    r"|d[e' ]{1,2}\w+(?:er|ir|re)\b|de l(?:'|[ae] )(?:autoris|charg|habilit|mandat)er\b"
    r"|a \w+(?:er|ir|re)\b|l'ensemble|(?:l'|la |le )(?:avenant|convention|contrat|marche|bail|protocole)"
    r"|les (?:documents|pieces|actes)|son execution|autoris|dit que)"
    r"|tel(?:le)?s? que|annexe|jointe?|ci[- ]|dont|a (?:intervenir|passer|conclure|signer)|correspondante?s?\b(?! avec)"
    r"|conclue?s?\b"
    r"|pour un montant|d'un montant|presente|susvise|selon (?!une procedure)|dans les conditions"
    r"|aux conditions|avec les (?:conditions|modalites|caracteristiques)\b|conformement"
    r"|au titre de l'annee|qui |telle|est (?:approuve|accepte)|aura|au plus tard"
    r"|accepte\b|approuve|autorise|charge (?:le|la|monsieur|madame|m\.|l')|decide|dit que|precise|donne"
    r"|(?:vise|mentionne|cite|evoque|prevu|defini|indique)e?s? (?:a l'article|aux? (?:article|point)|plus haut)"
    r"|le (?:conseil|maire|president)\b"
    r"|(?:monsieur|madame|m\.|mme) l[ae] |(?:accord )?a l'unanimite|accord a (?:la majorite|\d)"
    r"|par \d|\d{1,2}[/.)]\s|autorisation de|vu l|vu la|considerant"
    r"|de \d{1,2} (?:ans?|annees?|mois)\b|avec (?:un )?loyer|pour une duree|d'une duree|pour (?:un|deux"
    r"|trois|\d+) ans?\b|fera l'objet|et [a-z]{3,12}ant ?(?=:)|avec l(?:e|a|es) [a-z]{5,16} suivante?s?\b)"
)
_APART = re.compile(r"[;\n]")
_ACRONYM = re.compile(r"\([A-Z][\w.&+-]{1,9}\)")
AWARD = Begun(
    cue(
        r"\b(?:attribu(?:e|er|ent)|confi(?:e|er|ent)|retenir|retient) (?:le |les |la |l'|ce |un )?"
        r"(?P<what>(?P<head>marche|travaux|lot|accord[- ]cadre|mission|maitrise d'œuvre|prestations?|fourniture)\b"
        r"[^.;:]{0,200}?),? (?:a|au|aux) (?=(?:l'|la |le )?"
        r"(?:entreprise|societe|sarl|sas\b|eurl|groupement|cabinet|bureau|scop|s\.a))"
    ),
    ("attribu", "confi", "retenir", "retient"),
)
_LONGEST, _JUST_AFTER, _BARE_AFTER = 260, 45, 140
_CLAUSE_END = re.compile(r"[.;:](?=\s)|\n\s*\n|\bet (?:autoris|charg|donn|dit|precis|decid|approuv)")
_EMPLOYMENT = cue(
    r"contrats? (?:a duree|de travail|d'engagement|d'apprentissage|d'accompagnement|parcours|unique"
    r"|de projet|aides?|pour occuper|de l'agent|des agents|de (?:cet|cette|ces|son|notre) agent)|convention collective"
)
# « un nouveau contrat permettrait … »: a sentence about it, no name.
_VERB = re.compile(r"(?:\w+(?:ait|aient|era|eront)|est|sont|a|ont|doit|doivent|peut|vise|prevoit|prend|porte)")
_NOT_DECIDED = cue(
    r"\b(?:dans le cadre d|en application d|conformement|au titre d|prevu\w* (?:par|dans|a)|vu la|selon l"
    r"|collective|issu|lanc(?:er|ement)|(?:indique|prevu|figurant|mention|defini)\w* .{0,20}\bdans $"
    r"|\b(?:la fin|le terme|l'echeance|la rupture) $)"
)
# « désigne deux membres dans le cadre du renouvellement des baux »: why it is done, not what is decided.
_OCCASION = re.compile(
    r"(?:dans le cadre|en vue|lors|a l'occasion|a la suite|suite|en prevision|prealablement|apres)\s"
    r"(?:d[eu]s?\s(?:la\s|l'|leur\s|son\s|prochain\s)?|a\s(?:la\s|l')|au\s|d')$"
)
TITLE = cue(rf"\b(?P<head>{HEADS})\b")
_ORDERS = re.compile(r"[a-z-]+ a (?:bons?|commandes?|tranches?|prix|lots?|forfait|quantites?|marches?) ")
_PARTNERSHIP = cue(r"\w+ (?:avec|entre) ")
_WORDS = tomllib.loads((Path(__file__).parent / "agreement_words.toml").read_text(encoding="utf-8"))
_CLAUSES, _BARE, _EMPTY = frozenset(_WORDS["clauses"]), frozenset(_WORDS["bare"]), frozenset(_WORDS["empty"])
_POINTING = frozenset(_WORDS["pointing"])


@dataclass(frozen=True, slots=True)
class Draft:
    """An agreement as one place of the act names it, with the bodies that its label names."""

    label: str
    span: Span
    parties: tuple[Found[Party], ...]
    head: str


def decided(deliberation: Deliberation) -> list[Draft]:
    zone = deliberation.zone.part(deliberation.operative_start, deliberation.zone.end)
    kept: list[Draft] = []
    for match in bounded(zone.view, chain(zone.find(_OBJECT), _approved(zone)), AGREEMENTS):
        if (
            kept
            and match[0].startswith("prolong")
            and not _APART.search(match.string, kept[-1].span.end, match.start())
        ):
            continue  # « l'avenant …, qui prolonge la convention »
        told = _OCCASION.search(match.string, max(zone.start, match.start() - 50), match.start())
        draft = None if told or _NOT_DECIDED.search(match["between"]) else _draft(deliberation, zone, match)
        index = next((i for i, other in enumerate(kept) if draft and _same(draft, other)), None)
        if draft and index is None:
            kept.append(draft)
        elif draft and index is not None and not kept[index].parties:
            kept[index] = replace(kept[index], parties=draft.parties)
    return kept


def _approved(zone: Zone) -> Iterator[re.Match[str]]:
    """« La convention … est approuvée »: the object of the decision stands first."""
    return zone.find(_APPROVED) if holds_any(zone.view.folded, _APPROVED_WORDS, zone.start, zone.end) else iter(())


def _draft(deliberation: Deliberation, zone: Zone, match: re.Match[str]) -> Draft | None:
    """The agreement at a match, unless its name says nothing and nobody is named as its partner."""
    start, end = match.start("head"), label_end(zone, match.end("head"))
    if (match["article"] or "") in _POINTING or _EMPLOYMENT.match(zone.view.folded, start):
        return None
    if match["head"].startswith("avenant") and _LATER.search(zone.view.folded, max(zone.start, start - 40), start):
        return None
    after = _BARE_AFTER if is_bare(zone.printed(start, end)) else _JUST_AFTER
    listed = listed_parties(deliberation, _clause(zone, end, after), start, end + after)
    if listed and end > listed[0].start:  # the label names them all
        end = max(end, listed[-1].end)
    listed = listed or listed_parties(deliberation, zone, match.start(), start)
    listed = listed or pointed_at(deliberation, zone, match.start(), end)
    label = zone.printed(start, end)
    if not says_what(label) and not (listed and is_bare(label)):
        return None
    parties = listed or find_organisations(zone.part(start, end), deliberation.authority)
    return Draft(label, Span(start, end), tuple(parties), match["head"])


def _clause(zone: Zone, end: int, after: int) -> Zone:
    """The zone up to the end of the clause that a name without content ends in; no further than a window."""
    stop = _CLAUSE_END.search(zone.view.folded, end, min(zone.end, end + after)) if after == _BARE_AFTER else None
    return zone.part(zone.start, stop.start()) if stop else zone


def is_bare(label: str) -> bool:
    return not set(fold_same_length(label).split()[1:]) - _BARE


def says_what(label: str) -> bool:
    """Whether a label says more than its kind, of an agreement that is no contract of employment."""
    folded = fold_same_length(label)
    words = folded.split()[1:]
    if not set(words) - _BARE:
        return False
    verb = words[0] in _CLAUSES or _VERB.fullmatch(words[0])
    if verb and not _ORDERS.match(folded):
        return False
    return not _EMPLOYMENT.match(folded)


def label_end(zone: Zone, start: int) -> int:
    """Where the noun phrase ends: at a stop or a new clause; an acronym in brackets belongs to it."""
    limit = min(zone.end, start + _LONGEST)
    position = start
    while stop := _LABEL_END.search(zone.view.folded, position, limit):
        acronym = _ACRONYM.match(zone.view.text, stop.start()) if stop[0] == "(" else None
        if not acronym:
            return stop.start()
        position = acronym.end()
    return limit


def _same(draft: Draft, other: Draft) -> bool:
    """One agreement told twice: the same kind, the same numbers, and the same first word or the same parties."""
    one, two = fold_same_length(draft.label), fold_same_length(other.label)
    if draft.head.rstrip("s") != other.head.rstrip("s"):
        return False
    if _PARTNERSHIP.match(one) and not other.parties:
        return True
    first, second = _content(one), _content(two)
    fewest = min(len(first), len(second))
    if fewest and draft.head == other.head and first[:fewest] == second[:fewest]:
        return True
    if _numbers(one) != _numbers(two):
        return False
    names = [{party.value.organisation.name for party in one.parties} for one in (draft, other)]
    partners = names[0] & names[1]
    if all(names) and not partners and len(first) > 1 < len(second):
        return False  # « la convention financière avec A », « la convention financière avec B »
    return first[:1] == second[:1] or not first or not second or (bool(partners) and bool(set(first) & set(second)))


_SUM = re.compile(r"\d[\d .]*(?:,\d+)? ?(?:€|euros?\b)")


def _numbers(label: str) -> set[str]:
    """The numbers that tell one agreement from another; where it has no other, what it pays does not."""
    return set(re.findall(r"\d+", label)) if re.search(r"\d", _SUM.sub("", label)) else set()


def _content(label: str) -> list[str]:
    """The words of a label after its head that say what it is about."""
    return [word for word in re.findall(r"[a-z0-9]+", label)[1:] if word not in _EMPTY]


def awarded(deliberation: Deliberation) -> Iterator[Draft]:
    """What is awarded to a company: « d'attribuer les travaux de … à l'entreprise … », told at most length."""
    told: dict[str, Draft] = {}
    for match in deliberation.zone.find(AWARD):
        party = next(
            find_organisations(deliberation.zone.part(match.end(), match.end() + 120), deliberation.authority), None
        )
        if party and party.value.kind == "société" and party.start - match.end() < 12:
            span = Span(match.start("what"), match.end("what"))
            draft = Draft(deliberation.zone.printed(*span), span, (party,), match["head"])
            kept = told.get(party.value.organisation.name)
            if kept is None or len(draft.label) > len(kept.label):
                told[party.value.organisation.name] = draft
    if deliberation.zone.part(deliberation.operative_start, deliberation.zone.end).first(AWARD):
        yield from told.values()
