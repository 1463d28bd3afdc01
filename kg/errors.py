"""Faults of use, and the codes of the findings that documents give rise to.

A document never raises: what is wrong with it is an :class:`kg.model.Issue`. An exception is for a wrong use of the
program (a missing folder, an unknown question) or for a fault of ours.
"""

from enum import StrEnum


class KgError(Exception):
    """What the user asked for cannot be done; the message says why and what to do."""


class ReadError(KgError):
    """A file cannot be read as a document: unsupported, damaged, protected or empty."""

    def __init__(self, code: "IssueCode", message: str, page: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.page = page


class StoreError(KgError):
    """A store is missing, damaged, locked or of another version."""


class QueryError(KgError):
    """A query is not SPARQL, is not allowed, or asks for a parameter that was not given."""


class Severity(StrEnum):
    """Error: a value is unreliable; warning: someone should look; info: what was left aside."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class IssueCode(StrEnum):
    """Every finding has one of these codes; docs/checks.md says what each means."""

    # reading
    UNSUPPORTED_FORMAT = "unsupported-format"
    UNREADABLE_FILE = "unreadable-file"
    EMPTY_DOCUMENT = "empty-document"
    NO_TEXT_LAYER = "no-text-layer"
    PAGE_WITHOUT_TEXT = "page-without-text"
    TOO_SLOW = "too-slow"
    # extraction
    NOT_A_DELIBERATION = "not-a-deliberation"
    NO_DELIBERATION_FOUND = "no-deliberation-found"
    AMBIGUOUS_VALUE = "ambiguous-value"
    UNREAD_RESIDUE = "unread-residue"
    NOT_ALL_READ = "not-all-read"
    # the document against itself
    ATTENDANCE_SUM = "attendance-sum"
    ATTENDANCE_COUNT = "attendance-count"
    VOTE_SUM = "vote-sum"
    VOTE_NAMES = "vote-names"
    FALSE_UNANIMITY = "false-unanimity"
    VOTER_NOT_SITTING = "voter-not-sitting"
    NAME_TWICE = "name-twice"
    PROXY_HOLDER_ABSENT = "proxy-holder-absent"
    TOO_MANY_PROXIES = "too-many-proxies"
    PROXY_WITHOUT_HOLDER = "proxy-without-holder"
    IMPLAUSIBLE_NAME = "implausible-name"
    IMPLAUSIBLE_TITLE = "implausible-title"
    IMPLAUSIBLE_AUTHORITY = "implausible-authority"
    CHAIR_NOT_PRESENT = "chair-not-present"
    SECRETARY_NOT_PRESENT = "secretary-not-present"
    QUORUM = "quorum"
    RECEIPT_SIREN = "receipt-siren"
    RECEIPT_DATE = "receipt-date"
    RECEIPT_NATURE = "receipt-nature"
    DATE_ORDER = "date-order"
    IMPLAUSIBLE_DATE = "implausible-date"
    SHARE_AMOUNT = "share-amount"
    FUNDING_TOTAL = "funding-total"
    WORDS_AND_FIGURES = "words-and-figures"
    NUMBER_SERIES = "number-series"
    UNPLACED_MOVEMENT = "unplaced-movement"
    SEVERAL_VOTES = "several-votes"
    DOUBTFUL_LIMITS = "doubtful-limits"
    MISSING_FIELD = "missing-field"
    # corrections
    CORRECTION_UNREADABLE = "correction-unreadable"
    CORRECTION_STALE = "correction-stale"
    # the build
    DUPLICATE_SOURCE = "duplicate-source"
    SOURCES_DISAGREE = "sources-disagree"
