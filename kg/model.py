"""The values that pass between the stages: frozen, without behaviour beyond reading themselves.

``None`` means that the document does not say; an empty tuple that it lists nothing. Offsets are code points of
:attr:`Text.raw`, start included, end excluded. Money is :class:`~decimal.Decimal` euros. docs/record.md describes the
public JSON form of :class:`Record` field by field; the attribute names here are the same.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from kg.correction import Correction
from kg.errors import IssueCode, Severity


class Span(NamedTuple):
    """A passage, ``start`` included and ``end`` excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came. ``path`` is relative to the folder that was walked, with forward slashes."""

    path: str
    media_type: str
    sha256: str

    @property
    def name(self) -> str:
        """The file's own name, without its folders."""
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, its passage in the raw text, the OCR's confidence (0–1), None without OCR."""

    number: int
    span: Span
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """The characters of one source, as read, with its pages (a plain text is one page).

    ``doubtful`` are the words that OCR was not sure of, in order.
    """

    source: Source
    raw: str
    pages: tuple[Page, ...]
    doubtful: tuple[Span, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Number of the page that holds the character at ``offset``."""
        return next((page.number for page in self.pages if page.span.start <= offset < page.span.end), None)


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding about a document, or about the deliberation ``ordinal`` of it."""

    code: IssueCode
    severity: Severity
    message: str
    source: str
    page: int | None = None
    ordinal: int | None = None
    field: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person as printed, without civility, with the role printed beside the name."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body as printed; ``aliases`` are its other names there, ``siren`` where the document proves it."""

    name: str
    aliases: tuple[str, ...] = ()
    siren: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting: when, where and of which kind (``ordinaire`` or ``extraordinaire``). ``time`` is ``HH:MM``."""

    date: dt.date | None = None
    time: str | None = None
    kind: str | None = None
    place: str | None = None
    remote: bool | None = None


@dataclass(frozen=True, slots=True)
class Members:
    """The counts that the document prints; never counted from the lists."""

    in_office: int | None = None
    present: int | None = None
    voting: int | None = None
    absent: int | None = None
    proxies: int | None = None


@dataclass(frozen=True, slots=True)
class Proxy:
    """A pouvoir (CGCT L2121-20): who gave it and, where named, who holds it."""

    giver: str
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Substitution:
    """A suppléant who sits in the place of a titulaire (CGCT L5211-6)."""

    substitute: str
    replaced: str | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote's printed counts. ``outcome``: adopted, rejected, noted or deferred; ``for_`` is ``for`` in JSON."""

    for_: int | None = None
    against: int | None = None
    abstention: int | None = None
    not_voting: int | None = None
    outcome: str | None = None
    unanimous: bool | None = None
    method: str | None = None
    against_names: tuple[str, ...] = ()
    abstention_names: tuple[str, ...] = ()
    not_voting_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A convention, avenant, protocol or contract. ``duration_is_maximum``: « pour une durée maximale de »."""

    label: str
    parties: tuple[Organisation, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    duration_months: int | None = None
    duration_is_maximum: bool = False


@dataclass(frozen=True, slots=True)
class Funding:
    """Money that one body gives, or is asked to give, another.

    ``amount`` is what is written, never what a share would give; ``is_ceiling`` says that it is a maximum; ``share`` is
    0–1 as stated, ``total_cost`` what is financed costs. ``agent`` contracts in the funder's name and ``programme`` is
    what the money comes under, where the document tells them apart from the funder.
    """

    funder: Organisation
    recipient: Organisation | None = None
    amount: Decimal | None = None
    share: Decimal | None = None
    total_cost: Decimal | None = None
    kind: str | None = None
    is_ceiling: bool = False
    agent: Organisation | None = None
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """« Fait à … le … », and who signs."""

    date: dt.date | None = None
    place: str | None = None
    signatory: Person | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The préfecture's receipt (accusé de réception @CTES) as printed."""

    id: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves one value: its JSON pointer, the passages and the rule that read them; how sure it is (0–1)."""

    pointer: str
    spans: tuple[Span, ...]
    rule: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One deliberation, each value with its proof. ``confidence`` (0–1): how sure number, date, outcome, counts are."""

    source: str
    ordinal: int
    number: str | None = None
    title: str | None = None
    authority: Organisation | None = None
    body: str | None = None
    session: Session = Session()
    convocation_date: dt.date | None = None
    chair: Person | None = None
    secretary: Person | None = None
    rapporteur: Person | None = None
    members: Members = Members()
    present: tuple[str, ...] = ()
    proxies: tuple[Proxy, ...] = ()
    absent: tuple[str, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    vote: Vote = Vote()
    legal_references: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    funding: tuple[Funding, ...] = ()
    amounts: tuple[Decimal, ...] = ()
    signature: Signature = Signature()
    publication_date: dt.date | None = None
    receipt: Receipt = Receipt()
    annexes: tuple[str, ...] = ()
    evidence: tuple[Proof, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What one source gave: text, kind of document, deliberations, what is to be said of them, what was corrected."""

    text: Text
    kind: str
    records: tuple[Record, ...] = ()
    issues: tuple[Issue, ...] = ()
    corrections: tuple[Correction, ...] = ()
