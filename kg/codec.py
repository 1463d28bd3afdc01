"""Records as JSON and back: one shape for ``kg extract``, for the records cache and for hand-made expected records."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from kg.correction import Correction
from kg.model import Issue, Proof, Record, Span

T = TypeVar("T")


def record_to_json(record: Record) -> dict[str, Any]:
    """The public JSON form of a record (docs/record.md); ``evidence`` becomes {pointer: [[start, end], …]}."""
    plain = _plain(dataclasses.replace(record, evidence=()))
    plain["evidence"] = {proof.pointer: [list(span) for span in proof.spans] for proof in record.evidence}
    plain["rules"] = {proof.pointer: proof.rule for proof in record.evidence}
    plain["confidences"] = {
        proof.pointer: proof.confidence for proof in record.evidence if proof.confidence is not None
    }
    return typing.cast(dict[str, Any], plain)


def record_from_json(data: Mapping[str, Any]) -> Record:
    """The record that :func:`record_to_json` wrote; unknown keys and absent ones are accepted."""
    rules, sure = data.get("rules", {}), data.get("confidences", {})
    evidence = tuple(
        Proof(pointer, tuple(Span(*span) for span in spans), rules.get(pointer, "unknown"), sure.get(pointer))
        for pointer, spans in data.get("evidence", {}).items()
    )
    return dataclasses.replace(_read(Record, {**data, "evidence": []}), evidence=evidence)


def issue_to_json(issue: Issue) -> dict[str, Any]:
    """A finding as a flat JSON object."""
    return typing.cast(dict[str, Any], _plain(issue))


def issue_from_json(data: Mapping[str, Any]) -> Issue:
    """The finding that :func:`issue_to_json` wrote."""
    return _read(Issue, data)


def correction_to_json(correction: Correction) -> dict[str, Any]:
    """A correction as a flat JSON object."""
    return dataclasses.asdict(correction)


def correction_from_json(data: Mapping[str, Any]) -> Correction:
    """The correction that :func:`correction_to_json` wrote."""
    return Correction(**data)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {_key(f.name): _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _key(name: str) -> str:
    return name.rstrip("_")


@cache
def _fields(kind: Any) -> tuple[tuple[str, str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((f.name, _key(f.name), hints[f.name]) for f in dataclasses.fields(kind))


def _read(kind: type[T], data: Mapping[str, Any]) -> T:
    given = {
        name: _value(hint, data[key])
        for name, key, hint in _fields(typing.cast(Any, kind))
        if data.get(key) is not None
    }
    return kind(**given)


def _value(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return None if value is None else _value(next(a for a in typing.get_args(hint) if a is not type(None)), value)
    if origin is tuple:
        return tuple(_value(typing.get_args(hint)[0], item) for item in value)
    if dataclasses.is_dataclass(hint):
        return _read(typing.cast(type, hint), value)
    return _atom(hint, value)


def _atom(hint: Any, value: Any) -> Any:
    if hint is date:
        return date.fromisoformat(value)
    if hint is Decimal:
        return Decimal(str(value))
    if hint is Span:
        return Span(*value)
    return hint(value)
