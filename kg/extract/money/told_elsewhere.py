"""What other sentences tell of an act's grants: which body is meant, whose project it is, what a rate comes to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.extract.act import Zone
from kg.extract.money.claim import TO_KIND, Claim
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.grants import Grant
from kg.extract.money.listed_parties import of_kind
from kg.extract.money.totals import PER
from kg.extract.organisations import kind_of
from kg.model import Organisation, Span
from kg.text.amounts import find_amounts
from kg.text.found import Found
from kg.text.view import fold_same_length

_GROUPINGS = ("epci", "département", "région")
# « la dépense, soit 38 900 €, est inscrite au budget »
_SPENT = cue(
    r"\b(?:la|une) depense(?: correspondante| totale| globale| previsionnelle| annuelle)?,? (?:soit|de"
    r"|d'un montant (?:total |global )?de|s'elev\w+ a|qui s'eleve a|estimee a|evaluee a)(?: la somme de)? (?=\d)"
)
_COMES_TO = re.compile(
    r"[^.;€]{0,60}?,? soit (?:(?:au total|un (?:montant |cout )?(?:total|global) de|un montant de|la somme de"
    r"|une (?:somme|participation|depense)(?: totale| globale)? de|environ) )?(?=\d)"
)
_SUBSIDY_AGREEMENT = cue(r"\bconvention (?:\w+ )?(?:de |d'\w+ de )?subvention")
_WINDOW, _BEYOND = 40, 120


def completed(deliberation: Deliberation, grants: list[Grant]) -> list[Grant]:
    """The act's grants with what is told of them elsewhere."""
    return _of_the_owner(deliberation, _with_total(deliberation, grants))


def agreed_kind(zone: Zone) -> str | None:
    """« convention de subventionnement » says what the money is where the sentence does not."""
    return "subvention" if zone.first(_SUBSIDY_AGREEMENT) else None


def told_kind(deliberation: Deliberation, text: str, claim: Claim) -> Organisation | None:
    """« verser à l'association une participation »: the one association that the act names."""
    told = TO_KIND.search(text, claim.start, claim.end + _WINDOW)
    if told is None or told["kind"] in fold_same_length(deliberation.act.heading_value("title") or ""):
        return None  # whom the title names, it names best
    party = of_kind(deliberation, told["kind"])
    return party.organisation if party else None


def _of_the_owner(deliberation: Deliberation, grants: list[Grant]) -> list[Grant]:
    """What others give for the project of the one body that the authority helps or whose loan it guarantees."""
    helped = {
        grant.recipient.name: grant.recipient
        for grant in grants
        if deliberation.is_authority(grant.funder) and grant.recipient and _has_a_project(deliberation, grant)
    }
    if len(helped) != 1:
        return grants
    owner = next(iter(helped.values()))
    return [
        replace(grant, recipient=owner)
        if not deliberation.is_authority(grant.funder)
        and grant.recipient in (None, deliberation.authority)
        and grant.funder.organisation.name != owner.name
        else grant
        for grant in grants
    ]


def _has_a_project(deliberation: Deliberation, grant: Grant) -> bool:
    if grant.kind == "garantie":
        return True
    grouping = deliberation.authority is not None and kind_of(deliberation.authority) in _GROUPINGS
    commune = grant.recipient is not None and kind_of(grant.recipient) == "commune"
    return grant.kind == "fonds de concours" and grouping and commune


def _with_total(deliberation: Deliberation, grants: list[Grant]) -> list[Grant]:
    """A rate with the total that another sentence tells: « 650 € par élève … la dépense, soit 14 950 € »."""
    own = [grant for grant in grants if deliberation.is_authority(grant.funder)]
    rates = [grant for grant in own if _is_rate(deliberation.zone, grant)]
    if not rates or len(rates) != len(own) or len({grant.recipient for grant in own}) != 1:
        return grants
    totals = {found.value: found for found in _totals(deliberation.zone, rates)}
    least = max(grant.figures.amount or 0 for grant in rates)
    if len(totals) != 1 or min(totals) <= least:
        return grants
    total = next(iter(totals.values()))
    figures = replace(rates[0].figures, amount=total.value, amount_span=Span(total.start, total.end))
    first = replace(rates[0], figures=figures)
    return [first if grant is rates[0] else grant for grant in grants if grant not in rates[1:]]


def _is_rate(zone: Zone, grant: Grant) -> bool:
    place = grant.figures.amount_span
    return place is not None and PER.match(zone.view.folded, place.end) is not None


def _totals(zone: Zone, rates: Sequence[Grant]) -> Iterator[Found[Decimal]]:
    """What the act says that it spends, and what its rates are said to come to."""
    for spent in zone.find(_SPENT):
        yield from _amount_at(zone, spent.end())
    told = {grant.figures.amount for grant in rates}
    for found in find_amounts(zone.view.text, zone.start, zone.end):
        rate = PER.match(zone.view.folded, found.end) if found.value in told else None
        comes = _COMES_TO.match(zone.view.folded, rate.end(), min(zone.end, rate.end() + _BEYOND)) if rate else None
        if comes:
            yield from _amount_at(zone, comes.end())


def _amount_at(zone: Zone, start: int) -> Iterator[Found[Decimal]]:
    first = next(find_amounts(zone.view.text, start, min(zone.end, start + _WINDOW)), None)
    if first and first.start == start:
        yield first
