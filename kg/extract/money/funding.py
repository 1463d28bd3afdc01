"""Money that one body gives, or is asked to give, another (record field ``funding``).

Prose is read sentence by sentence, financing plans line by line. What is written is kept apart from what could be
computed: a share of a cost is not turned into an amount, a maximum is a ceiling. The same grant told in the report and
in the operative part is one entry.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kg.extract.act import Act, Example, Extractor, Mention, Zone, once
from kg.extract.bounds import CLAIMS, bounded
from kg.extract.money.claim import Claim
from kg.extract.money.claims import claims
from kg.extract.money.context import Deliberation, deliberation_of
from kg.extract.money.costs import cost_of, may_cost
from kg.extract.money.credible import credible, goes_elsewhere
from kg.extract.money.cues import cue
from kg.extract.money.figures import Figures, classed, figures_of, kind_of_money, programme_of
from kg.extract.money.grant_list import listed_grants
from kg.extract.money.grants import Grant, merged, stands_in, untold
from kg.extract.money.lenders import lender, lent_to_another
from kg.extract.money.listed_parties import partner_of
from kg.extract.money.marked import Marked, mark
from kg.extract.money.member_dues import member_dues
from kg.extract.money.plan import plan_grants
from kg.extract.money.scheme import find_scheme
from kg.extract.money.title_grants import with_title
from kg.extract.money.told_elsewhere import agreed_kind, completed, told_kind
from kg.extract.money.told_shares import with_shares
from kg.extract.organisations import Party
from kg.extract.scanned import find_scanned
from kg.model import Funding, Organisation, Span
from kg.text.amounts import find_amounts
from kg.text.cues import Led, holds_any
from kg.text.view import fold_same_length
from kg.text.word_starts import Begun

# A sentence that may tell of money given: one of the words, or one of the phrases.
_GATE_WORDS = (
    *("subvention", "financ", "particip", "contribution", "dotation", "emprunt", "sollicit", "cotis", "soutien"),
    *("garanti", "versera", "quote", "quotes", "appel de fonds", "promi"),
)
_GATE = Begun(
    cue(
        r"\bfonds de concours|\bapport(?:e|ent|era|erait)\b|\baides?\b|\bavance|\bprets?\b|\bconcours"
        r"|\bdroits? d'entree\b|\bappel a (?:projet|manifestation)|\bcouverte?s? par"
        r"|\b(?:vers|attribu|accord|allou|octroy)(?:er?|ent) ?(?:une somme|la somme|:? ?\d)"
        r"|\binterv(?:ient|iendra) (?:financierement )?(?:pour|a) |%,? soit\b"
        r"|\bpris(?:e|es)? en charge|\bprend(?:re|ra|ront)? en charge|\bdons?\b|\bdonation|\badhe(?:r|sion)"
        r"|\b(?:vers|attribu|accord|allou|octro[iy]|donn)(?:er?|ent) (?:a|au) .{0,80}(?:\bsomme\b|\beuros?\b|€)"
    ),
    (
        *("fonds", "apport", "aide", "avance", "pret", "concours", "appel", "vers", "attribu", "accord", "allou"),
        *("droit", "octro", "couvert", "%", "pris", "prend", "don", "adhe", "interv"),
    ),
)
_SUM = Led(cue(r"\bla somme de"), ("somme",), before=4)
# Without one of these a sentence neither asks nor gives anything.
_TOLD = Begun(
    cue(r"[€%]|\b(?:euros?\b|sollicit|demand|aupres|candidat|appel a |plan de fin)"),
    ("€", "%", "euro", "sollicit", "demand", "aupres", "candidat", "appel", "plan de fin"),
)
_EARLIER = cue(
    r"\W{0,4}(?:vu\b|pour (?:memoire|rappel)\b|par deliberation|suite a la deliberation|considerant la deliberation)"
)
_PAST_YEAR = cue(
    r"\ben (?:19|20)\d\d, (?:la|le|l'|par)"
    r"|\b(?:a|ont|avait) (?:deja )?(?:vers|attribu|accord|allou|demand)\w+ en (?:19|20)\d\d\b"
)
_JOINS = re.compile(r"\badhesion\b")
_MANY = 3


def read(act: Act) -> Iterator[Mention]:
    """The funding entries of an act, in the order in which they are first told."""
    if not _may_tell(act.item) or (act.kind != "list" and not _is_told(act.item)):
        return
    deliberation, entries = deliberation_of(act), grants_of(deliberation_of(act))
    scheme = find_scheme(deliberation)
    cost = None if _shares_out(deliberation, entries) else cost_of(deliberation, entries)
    for grant in with_shares(entries, deliberation.zone):
        yield _mention(deliberation, scheme.complete(grant) if scheme else grant, cost)


def _is_told(zone: Zone) -> bool:
    """Whether a passage asks, or tells an amount, be its unit as a scanner left it (« 1 500 £ », « 350 E »)."""
    return bool(zone.first(_TOLD)) or any(find_amounts(zone.view.text, zone.start, zone.end))


def _may_tell(zone: Zone) -> bool:
    if holds_any(zone.view.folded, _GATE_WORDS, zone.start, zone.end):
        return True
    return any(find_scanned(zone, _GATE)) or any(find_scanned(zone, _SUM))


def grants_of(deliberation: Deliberation) -> list[Grant]:
    """The act's grants, each once, read once."""
    key = ("grants", deliberation.act.item.start, deliberation.act.item.end)
    return once(deliberation.act.view, key, lambda: completed(deliberation, _titled(deliberation)))


def _titled(deliberation: Deliberation) -> list[Grant]:
    return with_title(deliberation, merged(_all_grants(deliberation)))


def _all_grants(deliberation: Deliberation) -> list[Grant]:
    dues = [*member_dues(deliberation)]
    listed = [*listed_grants(deliberation)]
    prose = [grant for grant in _prose_grants(deliberation) if not stands_in(grant, listed)]
    return [*plan_grants(deliberation), *dues, *untold(listed, [*dues, *prose]), *prose]


def _prose_grants(deliberation: Deliberation) -> Iterator[Grant]:
    joins = bool(_JOINS.search(fold_same_length(str(deliberation.act.heading_value("title") or ""))))
    for sentence in deliberation.sentences:
        if _may_tell(sentence) and _is_told(sentence) and not _told_of_earlier(sentence):
            marked = mark(sentence, deliberation.parties_in(sentence))
            told = claims(marked, sentence.end > deliberation.operative_start, joins)
            own = (claim for claim in told if not deliberation.guarantees or claim.rule == "guarantee")
            found = [*bounded(sentence.view, own, CLAIMS)]
            sums, kind = ([*classed(marked)], kind_of_money(marked.text)) if found else ([], None)
            for claim in found:
                others = [other for other in found if other.start != claim.start]
                figures = figures_of(marked, claim, others, sums)
                yield from _grants(deliberation, marked, claim, figures, kind)


def _told_of_earlier(sentence: Zone) -> bool:
    """« Vu la délibération … », « en 2018, la commune … »: another act's money."""
    return bool(_EARLIER.match(sentence.view.folded, sentence.start, sentence.end) or sentence.first(_PAST_YEAR))


def _grants(
    deliberation: Deliberation, marked: Marked, claim: Claim, told: list[Figures], kind: str | None
) -> Iterator[Grant]:
    """The entries of one claim."""
    funder = _funder(deliberation, marked, claim)
    if funder is None:
        return
    place = marked.party(claim.funder) if claim.funder else None
    for figures in told:
        if credible(deliberation, marked, funder, claim, figures):
            yield Grant(
                funder,
                figures,
                (Span(marked.zone.start, marked.zone.end),),
                claim.rule,
                _recipient(deliberation, marked, claim, funder),
                "garantie" if claim.rule == "guarantee" else kind,
                Span(place.start, place.end) if place else None,
                programme=programme_of(marked, figures, funder),
            )
        yield from lender(deliberation, marked, claim, figures, _recipient(deliberation, marked, claim, funder))


def _funder(deliberation: Deliberation, marked: Marked, claim: Claim) -> Party | None:
    if claim.funder is None:
        return Party(deliberation.giver, "authority") if deliberation.giver else None
    return deliberation.named(marked.party(claim.funder).value)


def _recipient(deliberation: Deliberation, marked: Marked, claim: Claim, funder: Party) -> Organisation | None:
    ours = deliberation.is_authority(funder)
    if claim.recipient:
        party = deliberation.named(marked.party(claim.recipient).value)
        if party.organisation.name != funder.organisation.name:
            return party.organisation
    if ours:
        return partner_of(deliberation) if claim.rule == "grant-of" else told_kind(deliberation, marked.text, claim)
    return None if goes_elsewhere(marked, claim) or lent_to_another(deliberation, marked) else deliberation.authority


def _shares_out(deliberation: Deliberation, entries: Sequence[Grant]) -> bool:
    """Whether an act gives to many: a total that it tells is then that of its list, and no cost of what each does."""
    own = sum(grant.funder.organisation == deliberation.authority for grant in entries)
    return own >= _MANY or len({grant.recipient.name for grant in entries if grant.recipient}) >= _MANY


def _mention(deliberation: Deliberation, grant: Grant, cost: tuple[Decimal, Span] | None) -> Mention:
    figures = grant.figures
    total, total_span = (figures.total, figures.total_span)
    if total is None and cost and may_cost(grant, cost[0]):
        total, total_span = cost
    value = Funding(
        grant.funder.organisation,
        grant.recipient,
        figures.amount,
        figures.share,
        total,
        grant.kind or agreed_kind(deliberation.zone),
        figures.is_ceiling,
        grant.agent,
        grant.programme,
    )
    parts = (
        ("/funder", grant.funder_span),
        ("/amount", figures.amount_span),
        ("/share", figures.share_span),
        ("/total_cost", total_span if total is not None else None),
        ("/agent", grant.scheme_span if grant.agent else None),
        ("/programme", grant.scheme_span if grant.programme else None),
    )
    return Mention("funding", value, grant.spans, grant.rule, tuple((p, (s,)) for p, s in parts if s))


_VALSE = Organisation("Montfleury")
_TOWN = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, "
_STATE = Organisation("État", ("Etat",))
_SABOTS = Organisation("association Les Sabots Vernis", ("Sabots Vernis",))

EXTRACTOR = Extractor(
    "funding",
    read,
    examples=(
        Example(
            _TOWN + "décide d'attribuer une subvention de 1 500 € à l'association Les Sabots Vernis.",
            {"funding": [Funding(_VALSE, _SABOTS, Decimal(1500), kind="subvention")]},
        ),
        Example(
            _TOWN + "sollicite auprès de l'État une subvention de 40 000 €, soit 40 % du coût des travaux.",
            {"funding": [Funding(_STATE, _VALSE, Decimal(40000), Decimal("0.4"), kind="subvention")]},
        ),
        Example(
            _TOWN
            + "accepte. La Caisse des Dépôts versera à la commune une subvention d'un montant maximum de 9 000 €.",
            {
                "funding": [
                    Funding(
                        Organisation("Caisse des Dépôts et Consignations", ("CDC", "Caisse des Dépôts"), "180020026"),
                        _VALSE,
                        Decimal(9000),
                        kind="subvention",
                        is_ceiling=True,
                    )
                ]
            },
        ),
        Example(
            _TOWN + "approuve le plan de financement : DETR 20 000 € (40 %), autofinancement 30 000 € (60 %).",
            {"funding": [Funding(Organisation("État"), _VALSE, Decimal(20000), Decimal("0.4"), programme="DETR")]},
        ),
    ),
    counter_examples=(
        Example(_TOWN + "vote les taxes : le produit attendu est de 300 000 €.", {}),
        Example(_TOWN + "fixe à 12 € la participation des familles au séjour.", {}),
        Example("L'association Les Sabots Vernis a sollicité une aide de la Région Alpes-Lointaines.", {}),
    ),
)
