"""What is asked of the matcher and what it answers; the matcher's own values, without behaviour."""

from dataclasses import dataclass
from enum import StrEnum

from kg.link.tables import Body


class Status(StrEnum):
    """Auto: asserted; candidate: kept for someone to judge, never asserted; none: nothing fits, or nothing should."""

    AUTO = "auto"
    CANDIDATE = "candidate"
    NONE = "none"


class Method(StrEnum):
    """How a body was found, surest first."""

    RECEIPT = "receipt"  # the SIREN of the préfecture's receipt
    PRINTED = "printed-siren"  # a SIREN or SIRET printed in the document
    SELF = "same-document"  # « la Métropole » is the authority that speaks
    NATIONAL = "national-name"  # a name of the national table, whole
    ACRONYM = "acronym"  # an acronym of it, case kept
    NUMBER = "department-number"  # « CD 60 »
    PLACE = "name-and-territory"  # kind and exact name, in the territory of the authority
    UNIQUE = "unique-name"  # kind and exact name that only one body of the country has
    TERRITORY = "territory"  # « le Département »: that of the authority
    JUDGED = "judged"  # someone said so
    FUZZY = "near-name"  # a near name: candidate only
    SEAT = "seat"  # a grouping named after its largest town: candidate only
    KIND = "kind"  # a kind of body that no table holds: candidate only, without an identifier


SCORES = {
    Method.RECEIPT: 1.0,
    Method.PRINTED: 1.0,
    Method.JUDGED: 1.0,
    Method.SELF: 0.99,
    Method.NATIONAL: 0.99,
    Method.NUMBER: 0.99,
    Method.PLACE: 0.98,
    Method.TERRITORY: 0.97,
    Method.UNIQUE: 0.96,
    Method.ACRONYM: 0.95,
    Method.SEAT: 0.7,
    Method.KIND: 0.5,
}
ASSERTED = frozenset(Method) - {Method.FUZZY, Method.SEAT, Method.KIND}


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: a name as printed, and what else is known of it.

    ``kind`` is a kind of :class:`kg.link.tables.Body` to keep to; ``department`` and ``postal`` are the body's own.
    """

    name: str
    kind: str | None = None
    siren: str | None = None
    department: str | None = None
    postal: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a name is read: the territory and the year of the act, and the authority that speaks.

    An empty setting is that of a name alone. ``grouping`` is the SIREN of the EPCI that the authority belongs to.
    """

    departments: frozenset[str] = frozenset()
    region: str = ""
    year: int | None = None
    authority: Body | None = None
    grouping: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body that a name may mean; ``score`` 0–1, ``reasons`` in words. A body without a SIREN is a kind alone."""

    body: Body
    method: Method
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to a query: one candidate where ``auto``, the best first where ``candidate``; ``note`` says why not.

    ``programme_of`` is the owner where the name is a programme's, which is no organisation.
    """

    status: Status
    candidates: tuple[Candidate, ...] = ()
    note: str = ""
    programme_of: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What an organisation of the graph was linked to: ``key`` is its key there, ``printed`` its name.

    ``years`` are those of the acts that it holds for, where the name was another body's in others; empty: in all.
    """

    key: str
    printed: str
    verdict: Verdict
    years: frozenset[int | None] = frozenset()

    @property
    def best(self) -> Candidate | None:
        """The body asserted, or the best candidate."""
        return self.verdict.candidates[0] if self.verdict.candidates else None

    @property
    def siren(self) -> str | None:
        """The SIREN that is asserted."""
        return self.best.body.siren or None if self.best and self.verdict.status is Status.AUTO else None

    @property
    def identifier(self) -> str | None:
        """What the body that is asserted stands under: its SIREN, else its number in another register of the State."""
        return self.best.body.key or None if self.best and self.verdict.status is Status.AUTO else None

    def holds_in(self, year: int | None) -> bool:
        """Whether the link holds for an act of that year."""
        return not self.years or year in self.years
