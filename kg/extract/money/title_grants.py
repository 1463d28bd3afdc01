"""The grant that a title tells: « Attribution d'une subvention de 7 500 € à l'association X », of a list above all.

In a list of titles the title is what was decided; elsewhere it gives the recipient, and the act's only amount is what
is given. A title that asks for money, or that names no one in particular (« aux associations »), tells no grant.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.extract.act import Zone
from kg.extract.money.claim import Claim
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.figures import Figures, kind_of_money
from kg.extract.money.grants import Grant
from kg.extract.money.lenders import lender
from kg.extract.money.marked import mark
from kg.extract.organisations import Party
from kg.model import Organisation, Span
from kg.text.amounts import find_amounts

_GIVEN = cue(
    r"\b(?P<noun>subventions?|fonds de concours|aides? financieres?|participations? financieres?|avances?|dotations?"
    r"|garanties?)\b[^.;:]{0,110}? (?P<to>a|au|en faveur d[eu]|au profit d[eu]|au benefice d[eu]"
    r"|(?:souscrit|contracte|realise)e?s? par) (?:la |l'|le )?"
)
# « Garantie d'emprunt à 50 % à l'Office », « à hauteur de 100 % accordée à la Société X »
_RATE = cue(
    r"(?:hauteur de )?(?P<rate>\d{1,3}) ?% (?:accordee?s? |octroyee?s? |consentie?s? |apportee?s? )?"
    r"(?:a|au|en faveur d[eu]|au profit d[eu]) (?:la |l'|le )?"
)
_ASKED = cue(
    r"\b(?:demande|sollicit|aupres d|recherche de|plan de financement|remboursement|retrait|(?:de|par) l'etat)"
)
_NAME_END = cue(
    r"[;:.](?= |$)|, | [-–—/] | (?:pour|dans|au titre|relati\w+|concernant|visant|afin|en vue|aupres|suite|sur"
    r"|destine\w*|correspondant\w*|d'un montant|au cours|en (?:19|20)\d\d|exercice|annee"
    r"|et (?:autoris|approb|convention|sign))\b"
)
_NOBODY = re.compile(
    r"(?:budgets?|associations?\b(?! \W?[A-ZÀ-Ý])|clubs?\b(?! )|titre|hauteur|taux|compter|partir"
    r"|cours|programme|profit|l'euro|projets?|jeunes|personnes?|particuliers?|familles?|maire|president|acquisition|realisation)\b"
)
_LONGEST = 110


def with_title(deliberation: Deliberation, grants: list[Grant]) -> list[Grant]:
    """The act's grants and what its title adds: a recipient that the prose leaves out, or a grant of its own."""
    told = next(_titled(deliberation), None)
    if told is None or deliberation.authority is None:
        return grants
    own = [grant for grant in grants if deliberation.is_authority(grant.funder)]
    if own:
        return [replace(g, recipient=told.recipient) if g in own and g.recipient is None else g for g in grants]
    complete = told.figures.amount is not None or deliberation.act.kind == "list"
    return [*grants, told, *_loan(deliberation, told)] if complete and not grants else grants


def _loan(deliberation: Deliberation, told: Grant) -> Iterator[Grant]:
    """The loan that a title says is guaranteed."""
    if told.kind == "garantie":
        zone = deliberation.act.whole.part(*told.spans[0])
        marked = mark(zone, deliberation.parties_in(zone))
        yield from lender(deliberation, marked, Claim(None, None, 0, 0, "guarantee"), told.figures, told.recipient)


def _titled(deliberation: Deliberation) -> Iterator[Grant]:
    title = next((m for m in deliberation.act.heading if m.field == "title"), None)
    if not title or not title.spans or deliberation.authority is None:
        return
    zone = deliberation.act.whole.part(title.spans[0].start, title.spans[-1].end)
    given = zone.first(_GIVEN)
    rate = _RATE.match(zone.view.folded, given.end(), zone.end) if given else None
    guarantee = given is not None and given["noun"].startswith("garantie")
    if given is None or (zone.first(_ASKED) and not guarantee):
        return
    recipient = _recipient(deliberation, zone, rate.end() if rate else given.end())
    if recipient is None:
        return
    yield Grant(
        Party(deliberation.authority, "authority"),
        _guaranteed(zone, rate) if guarantee else _figures(deliberation, zone),
        (Span(zone.start, zone.end),),
        "titled-grant",
        recipient,
        "garantie" if guarantee else kind_of_money(given["noun"]),
    )


def _guaranteed(zone: Zone, rate: re.Match[str] | None) -> Figures:
    """The share that is guaranteed of the one amount that the title tells."""
    amounts = [*find_amounts(zone.view.text, zone.start, zone.end)]
    loan = amounts[0] if len({found.value for found in amounts}) == 1 else None
    share = Decimal(rate["rate"]) / 100 if rate else None
    return Figures(
        share=share if share and share <= 1 else None,
        total=abs(loan.value) if loan else None,
        share_span=Span(*rate.span("rate")) if rate else None,
        total_span=Span(loan.start, loan.end) if loan else None,
    )


def _recipient(deliberation: Deliberation, zone: Zone, start: int) -> Organisation | None:
    """Who is named there: a body, or words of which one begins with a capital."""
    known = next((found for found in deliberation.parties_in(zone) if found.start == start), None)
    if known and (not known.value.bare or known.value.kind == "établissement"):
        party = deliberation.named(known.value)
        return None if deliberation.is_authority(party) else party.organisation
    stop = _NAME_END.search(zone.view.folded, start, zone.end)
    name = zone.printed(start, stop.start() if stop else zone.end)
    if _NOBODY.match(zone.view.folded, start, zone.end) or not 2 < len(name) <= _LONGEST:
        return None
    return Organisation(name) if any(word[0].isupper() for word in name.split()) else None


def _figures(deliberation: Deliberation, zone: Zone) -> Figures:
    """The title's amount, else the only one of the act."""
    amounts = [*find_amounts(zone.view.text, zone.start, zone.end)]
    if not amounts:
        amounts = [*find_amounts(deliberation.zone.view.text, deliberation.zone.start, deliberation.zone.end)]
    if len({found.value for found in amounts}) != 1:
        return Figures()
    return Figures(amount=abs(amounts[0].value), amount_span=Span(amounts[0].start, amounts[0].end))
