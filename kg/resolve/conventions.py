"""Conventions across the acts of an authority: the same one decided on again, and the amendments of an earlier one.

Parties and object must agree. An act that decides again on a convention (a budget act, a second reading) names the node
of the first one; an amendment is a node of its own that says which convention it amends. A later convention with
other dates, or for another year, is another convention; several earlier ones that fit are none.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.resolve.entities import Act, Agreement, AgreementRef, Organisation, Resolved
from kg.resolve.slugs import fold
from kg.resolve.words import CONVENTION

_AMENDMENT = re.compile(r"\bavenants?\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENOUGH, _ENOUGH_ALONE = 2, 4
# The next year's convention often bears the same words.
_SAME_YEAR = dt.timedelta(days=300)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A convention as one act states it: its parties besides the authority, and the words of its object."""

    where: AgreementRef
    day: dt.date
    agreement: Agreement
    others: frozenset[str]
    words: frozenset[str]
    years: frozenset[str]

    @property
    def amends(self) -> bool:
        return bool(_AMENDMENT.search(fold(self.agreement.label)))


def with_conventions(resolved: Resolved) -> Resolved:
    """The same entities, each convention that an earlier act decides on under that act. Nothing else changes."""
    names = {body.key: body for body in resolved.organisations}
    stated = [one for act in resolved.acts for one in _stated(act, resolved.key, names)]
    told: dict[AgreementRef, Agreement] = {}
    known: list[_Stated] = []
    for one in sorted(stated, key=lambda s: (s.day, s.where)):
        told[one.where] = _told(one, known, told)
        if told[one.where].same is None and not one.amends:
            known.append(one)
    return replace(resolved, acts=tuple(_retold(act, told) for act in resolved.acts))


def _told(one: _Stated, known: Sequence[_Stated], told: Mapping[AgreementRef, Agreement]) -> Agreement:
    plain = replace(one.agreement, same=None, amends=None)
    earlier = [first for first in known if first.day < one.day]
    if one.amends:
        found = [first for first in earlier if _is_amended(one, first)]
        return replace(plain, amends=found[0].where) if len(found) == 1 else plain
    found = [first for first in earlier if _is_same(one, first)]
    return _again(plain, found[0].where, told[found[0].where]) if len(found) == 1 else plain


def _again(plain: Agreement, where: AgreementRef, first: Agreement) -> Agreement:
    """What a later act adds to a convention: what the first one says already is left out."""
    dated, lasting = first.start or first.end, first.duration_months
    return replace(
        plain,
        same=where,
        parties=tuple(party for party in plain.parties if party not in first.parties),
        start=None if dated else plain.start,
        end=None if dated else plain.end,
        duration_months=None if lasting else plain.duration_months,
    )


def _is_same(one: _Stated, first: _Stated) -> bool:
    if not one.others or one.others != first.others or one.years != first.years:
        return False
    a, b = one.agreement, first.agreement
    if one.day - first.day > _SAME_YEAR and not (a.start and a.start == b.start) and not (a.end and a.end == b.end):
        return False
    apart = any(x and y and x != y for x, y in ((a.start, b.start), (a.end, b.end)))
    return not apart and len(one.words) >= _ENOUGH and one.words == first.words


def _is_amended(one: _Stated, first: _Stated) -> bool:
    """The amendment's words hold those of the convention, and their parties agree; without parties, more words must."""
    shared = one.words & first.words
    holds = len(shared) * 4 >= len(first.words) * 3
    if one.others and first.others:
        return bool(one.others & first.others) and holds and len(shared) >= _ENOUGH
    return holds and len(shared) >= _ENOUGH_ALONE


def _stated(act: Act, authority: str, names: Mapping[str, Organisation]) -> Iterable[_Stated]:
    day = act.record.session.date
    for rank, agreement in enumerate(act.agreements if day else ()):
        others = frozenset(agreement.parties) - {authority}
        label = f"{agreement.label} {act.record.title or ''}" if _is_bare(agreement.label) else agreement.label
        named = {word for key in agreement.parties if key in names for word in fold(names[key].name).split()}
        words = {word for word in fold(label).split() if len(word) > 3 and not word.isdigit()}
        yield _Stated(
            (act.key, rank),
            day or dt.date.min,
            agreement,
            others,
            frozenset(words - CONVENTION - named),
            frozenset(_YEAR.findall(label)),
        )


def _is_bare(label: str) -> bool:
    """« avenant n° 1 »: the title of its act says to what."""
    words = {word for word in fold(label).split() if len(word) > 3}
    return bool(_AMENDMENT.search(fold(label))) and len(words - CONVENTION) < _ENOUGH


def _retold(act: Act, told: Mapping[AgreementRef, Agreement]) -> Act:
    if not act.agreements:
        return act
    agreements = tuple(told.get((act.key, rank), one) for rank, one in enumerate(act.agreements))
    return replace(act, agreements=agreements)
