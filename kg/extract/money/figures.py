"""The figures of a sentence about money given: amount, share, what is financed costs, whether it is a ceiling."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.money.claim import NOUN, Claim
from kg.extract.money.marked import PARTY, SHARE, SUM, Marked
from kg.extract.money.totals import is_of_units, totalled
from kg.extract.organisations import Party
from kg.model import Span
from kg.text.found import Found

_GRANT = re.compile(
    rf"\b{NOUN}(?: (?:estim|evalu|chiffr|plafonn)\w+)?|\bversera\b|\bverser\b|\bsomme|\bversee?s?\b"
    r"|\bfinance(?:nt|ra|ront|rait)?\b[^.;]{0,60}? a (?:hauteur|concurrence) de\b"
    r"|\b(?:a|ont|ayant|avoir|est|sont) (?:deja )?(?:obtenu|percu|recu)\w*\b"
    r"|, a (?:la )?hauteur de ?$|\bmontants? (?:alloue|attribue|sollicite|demande)"
    rf"|\bpour un montant (?:de|previsionnel|maxim)"
)
_COST = re.compile(
    r"\b(?:cout|couts|coute|coutent|coutera|travaux|projet|operation|depenses?|estime\w*|evalue\w*"
    r"|chiffre\w*|global|s'eleve\w*|frais|devis|assiette|budget|acquisition|porte\w* (?:de|a)"
    r"|sur un total|montant (?:estimatif|previsionnel) total|(?<!d')investissement|d'un (?:pret|emprunt))\b"
)
_CEILING_BEFORE = re.compile(
    r"\b(?:maxim\w+|plafon\w+|dans la limite|ne pouvant|sans (?:pouvoir )?(?:exceder|depasser)|jusqu'a)\b[^.;]{0,40}$"
    rf"|\bentre (?:{SUM}|[\d., ]{{1,12}}(?:€|euros?)?) et $"
)
# « entre 5 000 € et 10 000 € »: the lower bound is not given.
_LOWER = re.compile(rf"(?:{SUM})(?: (?:ht|ttc))? et {SUM}")
_BETWEEN = re.compile(r"\bentre $")
_CEILING_AFTER = re.compile(r"^ ?(?:ht |ttc )?(?:,? ?au )?(?:maximum|maximal|au plus|\(maxim)")
_SHARE_BEFORE = re.compile(
    r"(?:a hauteur de|taux (?:\w+ ){0,3}(?:de|a)?|soit|represent\w+|[(:]|finance\w* (?:a|de)"
    r"|garanti\w* (?:a |de )|aide (?:\w+ )?de|subvention (?:\w+ )?de|participation (?:\w+ )?de"
    rf"|{PARTY} (?:de|a hauteur de)|\bapport\w*) ?$"
)
_NO_SHARE = re.compile(
    r"\b(?:taux (?:fixe|variable|annuel|nominal|actuariel)|tva|interet|inflation|pib|population|retenue|acomptes?"
    rf"|avances?|soldes?|versements?)\b[^.;]{{0,20}}$|\bentre (?:{SHARE} et )?$"
)
# « dont 5 000 € la première année »; « dont le coût est de 20 000 € » tells what the whole costs
_PART = re.compile(r"\bdont\b(?! l[ae]s? (?:cout|budget|devis|montant (?:total|global|previ)|depense))[^.;]{0,30}$")
# « au taux de 40 % avec un plafond à 65 000 € »: the ceiling of an aid is no cost.
_RATE_CEILING = re.compile(rf"{SHARE},?(?: \w+){{0,3}} plafon\w+(?: \w+){{0,2}} $")
# « à hauteur de la somme en principal de … »: what is guaranteed, of the loan.
_PRINCIPAL = re.compile(
    r"\bsomme (?:totale )?en principal de $"
    r"|\b(?:montant|somme|capital|quotite) garantie? (?:en principal |total |totale )?(?:de |s'elev\w+ a |est de |: ?)$"
)
# « à hauteur de 80 %, soit 2 200 000 € »: what the share comes to.
_COMES_TO = re.compile(rf"{SHARE},? (?:[^.;{SUM[1:-1]}]{{0,80}})?\bsoit (?:un montant de |la somme de |une \w+ de )?$")
# « 12 000 € auprès de la Région »: what is asked stands before whom it is asked of.
_AT = re.compile(rf"(?P<sum>{SUM})[^.;{SUM[1:-1]}{PARTY[1:-1]}]{{0,12}} aupres (?:de la |de l'|de |du |des |d'){PARTY}")
# « 3 000 € x 6 % = 180 € »: the base of a reckoning is not given.
_MULTIPLIED = re.compile(r" ?[x×*] ?[\d\ue400-\ue5ff]")
_ALSO = re.compile(
    r" ?(?:ht |ttc )?(?:\([^)]{0,60}\) ?)?[^.;]{0,60}?\bet (?:(?P<again>une (?:subvention|participation"
    r"|aide) ))?(?:d'un montant )?(?:de |d')$"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a claim's figures say, each with where it stands."""

    amount: Decimal | None = None
    share: Decimal | None = None
    total: Decimal | None = None
    is_ceiling: bool = False
    amount_span: Span | None = None
    share_span: Span | None = None
    total_span: Span | None = None


Classed = tuple[str, int, bool | None]


def figures_of(marked: Marked, claim: Claim, others: list[Claim], sums: Sequence[Classed]) -> list[Figures]:
    """The figures of a claim: one set, or one for each amount that « et » joins. ``sums``: :func:`classed`."""
    start, end = _window(marked, claim, others)
    costs = [sign for sign, place, cost in sums if cost]
    if claim.rule == "guarantee":
        grants = [
            (sign, place)
            for sign, place, _ in sums
            if _PRINCIPAL.search(marked.text, max(0, place - 40), place)
            or _COMES_TO.search(marked.text, max(0, place - 120), place)
        ]
        costs = [sign for sign, place, _ in sums if (sign, place) not in grants]
    else:
        grants = [
            (sign, place)
            for sign, place, cost in sums
            if start <= place < end and (cost is False or (cost is None and place >= claim.start))
        ]
        grants = _asked_sum(marked, claim, sums) or _share_sum(marked, grants) or grants
        grants, costs = totalled(marked, start, end, grants, costs)
    share = _share(marked, start, end, claim.rule == "share-by")
    total = _total(marked, claim, costs)
    base = Figures(
        share=share.value if share else None,
        share_span=Span(share.start, share.end) if share else None,
        total=abs(total.value) if total else None,
        total_span=Span(total.start, total.end) if total else None,
    )
    return [_with_amount(marked, base, sign, place) for sign, place in _joined(marked, grants)] or [base]


def _asked_sum(marked: Marked, claim: Claim, sums: Sequence[Classed]) -> list[tuple[str, int]]:
    """The amount that stands before « auprès de » and the funder that is asked."""
    if claim.rule != "asked-of":
        return []
    at = [m for m in _AT.finditer(marked.text) if m[0][-1] == claim.funder]
    return [(m["sum"], m.start("sum")) for m in at if any(place == m.start("sum") for _, place, _ in sums)][:1]


def _share_sum(marked: Marked, grants: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Of several amounts, the one that a share is said to come to."""
    told = [(s, place) for s, place in grants if _COMES_TO.search(marked.text, max(0, place - 120), place)]
    return told if len(told) == 1 and len(grants) > 1 and grants[0] != told[0] else []


def _total(marked: Marked, claim: Claim, costs: list[str]) -> Found[Decimal] | None:
    """What is financed costs: the last cost told; a loan is more than its instalments."""
    if not costs or claim.rule == "membership-fee":
        return None
    found = [marked.sum(sign) for sign in costs]
    return max(found, key=lambda one: one.value) if claim.rule == "guarantee" else found[-1]


def _with_amount(marked: Marked, base: Figures, sign: str, place: int) -> Figures:
    found = marked.sum(sign)
    if base.total is not None and base.total < abs(found.value):  # not what it costs: a grant is a part of that
        base = replace(base, total=None, total_span=None)
    ceiling = bool(
        _CEILING_BEFORE.search(marked.text, max(0, place - 80), place)
        or _CEILING_AFTER.match(marked.text[place + 1 : place + 30])
    )
    return Figures(
        abs(found.value),
        base.share,
        base.total,
        ceiling,
        Span(found.start, found.end),
        base.share_span,
        base.total_span,
    )


def _window(marked: Marked, claim: Claim, others: list[Claim]) -> tuple[int, int]:
    """The stretch of the sentence whose figures are the claim's: all of it for a single claim."""
    if claim.rule in ("share-by", "decided-sum", "membership-fee"):
        return claim.start, claim.end
    if claim.rule == "granted-by":
        return max((o.end for o in others if o.end <= claim.start), default=0), len(marked.text)
    return 0 if not others else claim.start, min(
        (o.start for o in others if o.start > claim.start), default=len(marked.text)
    )


def classed(marked: Marked) -> Iterator[Classed]:
    """Each amount's mark, place, and whether it is what something costs (True), what is given (False) or neither."""
    begin: int = 0
    cost: bool | None = None
    for match in re.finditer(SUM, marked.text):
        before = marked.text[max(begin, match.start() - 130) : match.start()]
        given = max((m.end() for m in _GRANT.finditer(before)), default=-1)
        spent = max((m.end() for m in _COST.finditer(before)), default=-1)
        if max(given, spent) >= 0:
            cost = (
                spent > given
                and not _RATE_CEILING.search(before)
                and not _COMES_TO.search(marked.text, max(0, match.start() - 120), match.start())
            )
        if is_of_units(marked.text, match.start()):
            cost = False
        lower = _BETWEEN.search(before) and _LOWER.match(marked.text, match.start())
        if not _PART.search(before) and not lower and not _MULTIPLIED.match(marked.text, match.end()):
            yield match[0], match.start(), cost
        begin = match.end()


def _joined(marked: Marked, grants: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The first amount, and those that « et » joins to it."""
    for index, (sign, place) in enumerate(grants):
        if index:
            between = marked.text[grants[index - 1][1] + 1 : place]
            also = _ALSO.fullmatch(between)
            same = marked.sum(sign).value == marked.sum(grants[index - 1][0]).value
            if not also or (same and not also["again"]):
                return
        yield sign, place


def _share(marked: Marked, start: int, end: int, told: bool) -> Found[Decimal] | None:
    """The first share of a stretch that is of a cost; one that the claim itself tells (``told``) is."""
    for match in re.finditer(SHARE, marked.text[start:end]):
        before = marked.text[max(0, start + match.start() - 30) : start + match.start()]
        after = marked.text[start + match.end() : start + match.end() + 12]
        if not _NO_SHARE.search(before) and (
            told or _SHARE_BEFORE.search(before) or re.match(r" ?(?:d[ue] |d'|des |ht\b)", after)
        ):
            return marked.share(match[0])
    return None


_UNDER = re.compile(
    rf"(?P<amount>{SUM})[^.;{SUM[1:-1]}{PARTY[1:-1]}]{{0,30}}au titre (?:d[eu] |de la |de l'"
    rf"|des )?(?P<programme>{PARTY})"
)
_KINDS = (
    ("fonds de concours", re.compile(r"\bfonds de concours\b")),
    ("subvention", re.compile(r"\bsubvention")),
    ("cotisation", re.compile(r"\bcotisation")),
    ("participation", re.compile(r"\bparticipation|\bcontribution")),
    ("avance", re.compile(r"\bavances?\b")),
    ("prêt", re.compile(r"\b(?:prets?|emprunts?)\b")),
)


def kind_of_money(text: str) -> str | None:
    """The kind of money that a folded sentence speaks of."""
    return next((kind for kind, cue in _KINDS if cue.search(text)), None)


def programme_of(marked: Marked, figures: Figures, funder: Party) -> str | None:
    """The programme of the funder under which an amount comes: « 48 000 € au titre de la DETR »."""
    if figures.amount_span is None:
        return funder.programme
    sign = marked.sign_at(figures.amount_span.start)
    under = _UNDER.match(marked.text, marked.text.find(sign)) if sign else None
    programme = marked.party(under["programme"]).value if under else None
    owned = programme and programme.programme and programme.organisation.name == funder.organisation.name
    return programme.programme if programme and owned else funder.programme


def _is_part(text: str, place: int) -> bool:
    """« un coût de 28 000 € (10 000 € de réseau et 18 000 € de matériel) »: what a bracket holds is a part of it."""
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def costs_of(marked: Marked) -> Iterator[tuple[Decimal, Span]]:
    """What something is said to cost in a sentence; of « porté de … à … », the latter."""
    told = [(marked.sum(sign), place) for sign, place, cost in classed(marked) if cost]
    found = [cost for cost, place in told if not _is_part(marked.text, place)] or [cost for cost, _ in told]
    if found:
        yield abs(found[-1].value), Span(found[-1].start, found[-1].end)
