"""How sure each value is: the share of right ones among those read the same way, under the same findings.

    odds(value) = odds(field, rule) x one factor for each signal that bears on it

The prior and the factors are data, measured on records made by hand (confidence.toml, written by
``python -m benchmarks.calibrate``). Signals: a finding that points at the value, a finding that holds for many values
at once (a list whose sum is wrong), characters left unread beside it, characters that OCR doubted.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from math import prod
from typing import Any

from kg.correction import CORRECTION
from kg.errors import IssueCode, Severity
from kg.model import Document, Issue, Proof, Record, Span, Text

POINTED = "pointed"
BROAD = "broad"
RESIDUE = "residue"
UNSURE = "unsure"
SIGNALS = (POINTED, BROAD, RESIDUE, UNSURE)

# A value is given at least one chance in a hundred of being wrong, and of being right.
_LEAST, _MOST = 0.01, 0.99
_FEW = 3  # values that one finding points at; more, and it holds for a list
_LISTS = frozenset(
    {"present", "proxies", "absent", "substitutions", "legal_references", "decisions", "agreements", "funding"}
    | {"amounts", "annexes", "vote/against_names", "vote/abstention_names", "vote/not_voting_names"}
)
_NAMED = frozenset({"authority", "chair", "secretary", "rapporteur", "signature/signatory"})
_SEATS = frozenset({"present", "proxies", "absent", "substitutions", "members"})
# What identifies an act and says what became of it.
CORE = ("number", "session/date", "authority/name", "vote/outcome", "vote/for", "vote/against", "vote/abstention")


@dataclass(frozen=True, slots=True)
class Calibration:
    """Priors by field and rule, with those of the field and of any value to fall back on, and the signals' factors."""

    any: float
    fields: Mapping[str, float]
    rules: Mapping[tuple[str, str], float]
    factors: Mapping[str, float]

    def prior(self, field: str, rule: str) -> float:
        """The share of right values among those that a rule read for a field."""
        return self.rules.get((field, rule), self.fields.get(field, self.any))

    def confidence(self, field: str, rule: str, signals: Iterable[str]) -> float:
        """The chance that a value is right; what a person put there is as sure as anything is."""
        if rule == CORRECTION:
            return _MOST
        prior = min(self.prior(field, rule), _MOST)
        odds = prior / (1 - prior)
        for signal in signals:
            odds *= self.factors.get(signal, 1.0)
        return round(max(odds / (1 + odds), _LEAST), 2)


@cache
def calibration() -> Calibration:
    """The calibration that comes with the program."""
    return read_calibration(tomllib.loads(files(__package__).joinpath("confidence.toml").read_text(encoding="utf-8")))


def read_calibration(data: Mapping[str, Any]) -> Calibration:
    """A calibration from its TOML form."""
    rules = {(field, rule): share for field, told in data["rules"].items() for rule, share in told.items()}
    return Calibration(data["any"], data["fields"], rules, data["factors"])


def rate(document: Document) -> Document:
    """The document with the confidence of each of its values, and of each record."""
    known = calibration()
    return replace(document, records=tuple(_rated(known, document, record) for record in document.records))


def _rated(known: Calibration, document: Document, record: Record) -> Record:
    told = signals(document, record)
    evidence = tuple(
        replace(proof, confidence=known.confidence(field_of(proof.pointer), proof.rule, told[proof.pointer]))
        for proof in record.evidence
    )
    return replace(record, evidence=evidence, confidence=_core(evidence))


def _core(evidence: Iterable[Proof]) -> float | None:
    """The chance that what is told of number, date, authority, outcome and counts is right; None if nothing is."""
    core = {proof.pointer: proof.confidence for proof in evidence if field_of(proof.pointer) in CORE}
    told = [confidence for pointer, confidence in core.items() if confidence is not None and pointer != "/authority"]
    return round(prod(told), 2) if told else None


@lru_cache(maxsize=1 << 14)
def field_of(pointer: str) -> str:
    """The field that a pointer is of: that of a list for its items and their parts, the name for a person or body."""
    parts = [part for part in pointer.strip("/").split("/") if not part.isdigit()]
    path = "/".join(parts)
    for known in (parts[0], "/".join(parts[:2])):
        if known in _LISTS:
            return known
    return f"{path}/name" if path in _NAMED else path


def signals(document: Document, record: Record) -> dict[str, tuple[str, ...]]:
    """The signals that bear on each value of a record, by its pointer."""
    pointed, broad, residues = _findings(document.issues, record)
    return {
        proof.pointer: tuple(
            signal
            for signal, holds in (
                (POINTED, not pointed.isdisjoint(proof.spans)),
                (BROAD, not broad.isdisjoint(proof.spans)),
                (RESIDUE, _area(field_of(proof.pointer)) in residues),
                (UNSURE, _is_unsure(document.text, proof.spans)),
            )
            if holds
        )
        for proof in record.evidence
    }


def _findings(issues: Iterable[Issue], record: Record) -> tuple[set[Span], set[Span], set[str]]:
    """The passages that findings point at, those that they take together, and the areas with characters left unread."""
    pointed: set[Span] = set()
    broad: set[Span] = set()
    residues: set[str] = set()
    for issue in issues:
        if issue.severity is Severity.INFO or issue.ordinal not in (None, record.ordinal):
            continue
        if issue.code in (IssueCode.UNREAD_RESIDUE, IssueCode.AMBIGUOUS_VALUE):
            residues.add(_area(issue.field or ""))
        else:
            (pointed if len(issue.spans) <= _FEW else broad).update(issue.spans)
    return pointed, broad, residues


def _area(field: str) -> str:
    """Attendance is one area, and so is a vote; other fields are theirs."""
    first = field.split("/")[0]
    return "attendance" if first in _SEATS else first if first == "vote" else field


def _is_unsure(text: Text, spans: Iterable[Span]) -> bool:
    """Whether OCR doubted a word of a passage."""
    words = text.doubtful
    if not words:
        return False
    return any(
        (after := bisect_left(words, span.start, key=lambda word: word.end)) < len(words)
        and words[after].start < span.end
        for span in spans
    )
