"""Corrections put into a document, which is then checked and rated again.

A record is corrected in its JSON form, so that what a line says is what docs/record.md describes. A corrected value has
the correction as its proof; the passages of what it replaces no longer prove anything.
"""

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from kg.check import check
from kg.check.confidence import field_of, rate
from kg.codec import record_from_json, record_to_json
from kg.correction import CORRECTION, Correction
from kg.model import Document, Issue, Proof, Record
from kg.review.corrections import stale
from kg.review.pointers import NotThereError, look, put

_OF_EXTRACTION = ("ambiguous-value", "unread-residue")
_CHOICES: dict[str, frozenset[str | None]] = {
    "vote/outcome": frozenset({"adopted", "rejected", "noted", "deferred", None}),
    "vote/method": frozenset({"main levée", "électronique", "scrutin secret", "scrutin public", None}),
    "session/kind": frozenset({"ordinaire", "extraordinaire", None}),
}


def apply(document: Document, corrections: Iterable[Correction]) -> tuple[Document, tuple[Issue, ...]]:
    """The document with these corrections, in their order, and the findings about those that do not hold any more.

    ``document`` comes with its characters: what is corrected is checked again.
    """
    issues: list[Issue] = []
    applied: list[Correction] = []
    records = {record.ordinal: record for record in document.records}
    for correction in _removals_last(corrections):
        found = _meant(document.records, correction)
        try:
            if len(found) != 1 or found[0] not in records:
                raise NotThereError(f"{len(found)} actes de ce document portent ce numéro")
            records |= {found[0]: _corrected(records[found[0]], correction)}
            if correction.field == "":
                del records[found[0]]
            applied.append(replace(correction, record=found[0]))
        except NotThereError as fault:
            issues.append(stale(str(fault), correction))
    done = replace(document, records=tuple(records.values()), corrections=tuple(applied))
    return _checked_again(document, done), tuple(issues)


def _removals_last(corrections: Iterable[Correction]) -> list[Correction]:
    """In the order of the file, but items taken out of a list at the end, last ones first: indexes are those read."""
    told = list(corrections)
    removals = [c for c in told if c.value is None and c.field.rpartition("/")[2].isdigit()]
    others = [c for c in told if c not in removals]
    return others + sorted(removals, key=lambda c: int(c.field.rpartition("/")[2]), reverse=True)


def _meant(records: Iterable[Record], correction: Correction) -> list[int]:
    """The ordinals of the records that a correction may mean: by position, or by number as read."""
    if isinstance(correction.record, int):
        return [record.ordinal for record in records if record.ordinal == correction.record]
    return [record.ordinal for record in records if record.number == correction.record]


def _corrected(record: Record, correction: Correction) -> Record:
    """A record with one value replaced; NotThereError says why it cannot be."""
    if correction.field == "":
        if correction.value is not None:
            raise NotThereError("un acte entier ne se corrige pas, il ne peut qu'être retiré (value: null)")
        return record
    public = record_to_json(record)
    before = look(public, correction.field)
    if correction.has_was and not _says(before, correction.was) and not _says(before, correction.value):
        raise NotThereError(f"la lecture n'est plus {correction.was!r} mais {before!r}")
    pointer = put(public, correction.field, copy.deepcopy(correction.value))
    return _proved(_opened(public, pointer, correction), record.evidence, pointer, correction)


def _opened(public: dict[str, Any], pointer: str, correction: Correction) -> Record:
    """The record that a corrected JSON form says, where the value is one that its field can have."""
    field = field_of(pointer)
    if field in _CHOICES and correction.value not in _CHOICES[field]:
        raise NotThereError(
            f"valeur inconnue {correction.value!r} : {', '.join(map(repr, filter(None, _CHOICES[field])))}"
        )
    try:
        record = record_from_json({**public, "evidence": {}})
    except (ValueError, TypeError, AttributeError, ArithmeticError, KeyError) as fault:
        raise NotThereError(f"la valeur {correction.value!r} ne convient pas à ce champ") from fault
    if correction.value is not None and not _says(look(record_to_json(record), pointer), correction.value):
        raise NotThereError(f"la valeur {correction.value!r} ne convient pas à ce champ")
    return record


def _says(value: Any, told: Any) -> bool:
    """Whether a value is what was told of it: an object may be told in part."""
    if isinstance(told, dict) and isinstance(value, dict):
        return all(_says(value.get(key), told[key]) for key in told)
    if isinstance(told, list) and isinstance(value, list):
        return len(value) == len(told) and all(_says(one, other) for one, other in zip(value, told, strict=True))
    alike = type(value) is type(told) or (_is_number(value) and _is_number(told))
    return alike and bool(value == told)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _proved(record: Record, evidence: tuple[Proof, ...], pointer: str, correction: Correction) -> Record:
    """The record with the proofs of what still stands, and the correction as that of what does not."""
    kept: Iterable[Proof] = (p for p in evidence if p.pointer != pointer and not p.pointer.startswith(f"{pointer}/"))
    if correction.value is None:
        parent, _, last = pointer.rpartition("/")
        kept = _moved_up(kept, parent, int(last)) if last.isdigit() else kept
        return replace(record, evidence=tuple(kept))
    return replace(record, evidence=(*kept, Proof(pointer, (), CORRECTION)))


def _moved_up(proofs: Iterable[Proof], parent: str, removed: int) -> Iterator[Proof]:
    """The proofs of the items of a list from which one was taken."""
    for proof in proofs:
        first, slash, rest = proof.pointer.removeprefix(f"{parent}/").partition("/")
        below = proof.pointer.startswith(f"{parent}/") and first.isdigit() and int(first) > removed
        yield replace(proof, pointer=f"{parent}/{int(first) - 1}{slash}{rest}") if below else proof


def _checked_again(before: Document, after: Document) -> Document:
    """What the checks said of the reading gives way to what they say of the corrected records."""
    said = set(check(before))
    settled = _settled(before, after.corrections)
    left = {record.ordinal for record in after.records} | {None}
    kept = (i for i in before.issues if i not in said and i.ordinal in left and not settled(i))
    return rate(replace(after, issues=(*kept, *check(after))))


def _settled(document: Document, corrections: Iterable[Correction]) -> Callable[[Issue], bool]:
    """Doubts of the extraction about a field that a person settled."""
    fields = {
        (ordinal, field_of(correction.field))
        for correction in corrections
        if correction.field
        for ordinal in _meant(document.records, correction)
    }
    return lambda issue: issue.code in _OF_EXTRACTION and (issue.ordinal, field_of(f"/{issue.field}")) in fields
