"""One grant told in several places is one entry: what one place leaves out, another says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extract.money.figures import Figures
from kg.extract.organisations import Party
from kg.extract.organisations.body_names import name_words
from kg.extract.organisations.gazetteer import programme_name
from kg.model import Organisation, Span

_ONE_OF_A_KIND = frozenset({"région", "département"})


@dataclass(frozen=True, slots=True)
class Grant:
    """Money given or asked, as one place of the act tells it."""

    funder: Party
    figures: Figures
    spans: tuple[Span, ...]
    rule: str
    recipient: Organisation | None = None
    kind: str | None = None
    funder_span: Span | None = None
    agent: Organisation | None = None
    programme: str | None = None
    scheme_span: Span | None = None


def stands_in(grant: Grant, rows: Iterable[Grant]) -> bool:
    """Whether a grant to nobody is the figure of another column in a row of a list, or the total of its rows."""
    place = grant.figures.amount_span
    if place is None or grant.recipient:
        return False
    told = [*rows]
    if len(told) > 1 and grant.figures.amount == sum(row.figures.amount or 0 for row in told):
        return True  # « pour un montant total de … »
    return any(row.spans[0].start <= place.start < row.spans[0].end for row in told)


def untold(rows: Iterable[Grant], prose: Iterable[Grant]) -> Iterator[Grant]:
    """The rows without those of amounts in a sentence (« 300 € à X, 200 € à Y ») whose body the prose names better."""
    told = {grant.figures.amount_span for grant in prose if grant.recipient}
    for row in rows:
        amount = row.figures.amount_span
        if amount is None or amount not in told or row.spans[0].start < amount.start:
            yield row


def merged(grants: Iterable[Grant]) -> list[Grant]:
    """The entries, those with an amount first served: a mention without figures joins what it can."""
    told = sorted(grants, key=lambda grant: grant.spans[0].start)
    entries: list[Grant] = []
    for grant in sorted(told, key=lambda g: (g.figures.amount is None, g.figures.share is None)):
        index = next((i for i, other in enumerate(entries) if _same(grant, other)), None)
        if index is None:
            entries.append(grant)
        else:
            entries[index] = _joined(entries[index], grant)
    return sorted(entries, key=lambda grant: grant.spans[0].start)


def _same(one: Grant, two: Grant) -> bool:
    return (
        same_funder(one.funder, two.funder)
        and _agree(one.programme and programme_name(one.programme), two.programme and programme_name(two.programme))
        and _agree(one.figures.amount, two.figures.amount)
        and _agree(one.figures.share, two.figures.share)
        and _same_recipient(one, two)
    )


def same_funder(one: Party, two: Party) -> bool:
    """The same body under two writings; an act deals with one région and one département."""
    if one.kind == two.kind and one.kind in _ONE_OF_A_KIND:
        return True
    return one.organisation.name == two.organisation.name or (
        bool(words := name_words(one.organisation.name)) and words == name_words(two.organisation.name)
    )


def _same_recipient(one: Grant, two: Grant) -> bool:
    if one.recipient is None or two.recipient is None:
        return one.figures.amount is None or two.figures.amount is None or one.figures.amount == two.figures.amount
    return name_words(one.recipient.name) == name_words(two.recipient.name)


def _agree(one: object, two: object) -> bool:
    return one is None or two is None or one == two


def _joined(kept: Grant, other: Grant) -> Grant:
    """The kept entry with what the other adds."""
    a, b = kept.figures, other.figures
    figures = Figures(
        a.amount if a.amount is not None else b.amount,
        a.share if a.share is not None else b.share,
        a.total if a.total is not None else b.total,
        a.is_ceiling or b.is_ceiling,
        a.amount_span or b.amount_span,
        a.share_span or b.share_span,
        a.total_span or b.total_span,
    )
    funder = kept.funder if not kept.funder.bare else other.funder
    return replace(
        kept,
        funder=funder,
        figures=figures,
        spans=tuple(sorted({*kept.spans, *other.spans}))[:3],
        recipient=kept.recipient or other.recipient,
        kind=kept.kind or other.kind,
        programme=kept.programme or other.programme,
    )
