"""What several records speak of: sittings, persons in a term of office, organisations, acts. Frozen values.

Keys are what :mod:`kg.graph.iris` renders; a quote is where a source says it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kg.correction import Correction
from kg.model import Issue, Members, Record, Session


class Quote(NamedTuple):
    """A passage of the text of a source, in code points, ``start`` included and ``end`` excluded."""

    sha256: str
    start: int
    end: int


class PersonKey(NamedTuple):
    """A person inside an authority: the year of the term of office and a slug of the name."""

    term: str
    slug: str


class SittingKey(NamedTuple):
    """A sitting inside an authority: organ, and ISO date or ``sans-date-…``."""

    organ: str
    day: str


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as one document names them. ``key`` is None where several members, or none, could be meant."""

    name: str
    key: PersonKey | None
    role: str | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class PersonInTerm:
    """A person in one term of office of one authority; ``variants`` are the other writings of the name."""

    key: PersonKey
    name: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body. ``key`` is its SIREN, or a slug of its name where none is known."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    siren: str | None = None


@dataclass(frozen=True, slots=True)
class Organ:
    """A deliberative organ of the authority, as named."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """A member's place at a sitting, or in the difference of one act.

    ``state``: ``present``, ``procuration`` (the member gave a proxy, ``holder`` votes where named), ``suppleant``
    (the member sits in the place of ``replaced``), ``absent``, ``non-mentionne`` (an act's own list leaves them out).
    """

    member: Someone
    state: str
    holder: Someone | None = None
    replaced: Someone | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting of one organ; ``attendance`` is what most of its acts state."""

    key: SittingKey
    session: Session
    convocation_date: dt.date | None
    members: Members
    chair: Someone | None
    secretary: Someone | None
    attendance: tuple[Attendance, ...]
    quotes: tuple[Quote, ...]
    named: bool


# The key of an act, and the rank of one of its conventions, from 0.
AgreementRef = tuple[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A convention of an act; ``parties`` are keys of organisations, natural persons left out.

    ``same`` is where an earlier act decides on this very convention: then the rest is what this act adds. ``amends`` is
    the convention of an earlier act that this one amends.
    """

    label: str
    parties: tuple[str, ...]
    start: dt.date | None
    end: dt.date | None
    duration_months: int | None
    duration_is_maximum: bool
    quotes: tuple[Quote, ...]
    same: AgreementRef | None = None
    amends: AgreementRef | None = None


@dataclass(frozen=True, slots=True)
class Funding:
    """Money given or asked for. ``amount`` is written, ``computed`` is share × total where no amount is written.

    ``agreement`` is the index of the act's convention that frames it, where only one has its giver or receiver as
    a party.
    """

    funder: str
    recipient: str | None
    amount: Decimal | None
    is_ceiling: bool
    share: Decimal | None
    total_cost: Decimal | None
    computed: Decimal | None
    kind: str | None
    agent: str | None
    programme: str | None
    agreement: int | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A deliberation, once, whatever number of documents give it.

    ``record`` is what its documents say together, the act's own text first; ``quotes`` gives the passage behind each
    JSON pointer of it; ``sources`` are (sha256, ordinal). ``differences`` and ``members`` are where the act departs
    from its sitting.
    """

    key: tuple[str, ...]
    sitting: SittingKey
    record: Record
    quotes: Mapping[str, Quote]
    sources: tuple[tuple[str, int], ...]
    rapporteur: Someone | None
    signatory: Someone | None
    against: tuple[Someone, ...]
    abstaining: tuple[Someone, ...]
    not_voting: tuple[Someone, ...]
    differences: tuple[Attendance, ...]
    members: Members
    agreements: tuple[Agreement, ...]
    funding: tuple[Funding, ...]


@dataclass(frozen=True, slots=True)
class Mandate:
    """A membership: a seat in an organ, or an ``office`` (a name of the vocabulary ``fonction``) of the authority.

    ``first`` and ``last`` are the first and the last sitting that attest it; ``quote`` is where the office is printed.
    """

    person: PersonKey
    organ: str | None
    office: str | None
    first: dt.date | None
    last: dt.date | None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field that is doubtful in the records of these ordinals: the chance that its least sure value is right."""

    field: str
    confidence: float
    ordinals: tuple[int, ...]
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source as it is described in the graph. ``path`` is relative to the folder that was walked."""

    path: str
    media_type: str
    sha256: str
    pages: int
    kind: str
    issues: tuple[Issue, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """All that the documents of one authority say. ``authority`` is None where no document names one."""

    key: str
    authority: Organisation | None
    organs: tuple[Organ, ...]
    organisations: tuple[Organisation, ...]
    people: tuple[PersonInTerm, ...]
    sittings: tuple[Sitting, ...]
    acts: tuple[Act, ...]
    sources: tuple[SourceFile, ...]
    issues: tuple[Issue, ...] = ()
    mandates: tuple[Mandate, ...] = ()
