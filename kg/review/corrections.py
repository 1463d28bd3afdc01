"""Corrections files: JSON Lines, one correction a line (docs/corrections.md); ``#`` begins a line of comment.

{"source": "9f…", "record": "2024-014", "field": "/vote/for", "value": 23, "was": 28, "who": "…", "why": "…"}
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from kg.correction import Correction
from kg.errors import IssueCode, Severity
from kg.model import Issue

# A file of this name in a folder that is built is read without being asked for.
BESIDE = "corrections.jsonl"
# Written by the program: they are made anew from what is corrected.
_OURS = re.compile(r"/(?:source|ordinal|evidence|rules|confidences?)(?:/|$)")
_POINTER = re.compile(r"(?:/[a-z_]+(?:/(?:[a-z_]+|\d+|-))*)?")


class Read(NamedTuple):
    """What a corrections file holds, and what is wrong with the lines that were left out."""

    corrections: tuple[Correction, ...]
    issues: tuple[Issue, ...]


def read_corrections(text: str, name: str) -> Read:
    """The corrections in a file's text; ``name`` is what messages call it. A line that is wrong is a finding."""
    corrections: list[Correction] = []
    issues: list[Issue] = []
    for number, line in enumerate(text.splitlines(), start=1):
        origin = f"{name}:{number}"
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                corrections.append(_correction(_object(line), origin))
            except ValueError as fault:
                issues.append(unreadable(str(fault), origin))
    return Read(tuple(corrections), tuple(issues))


def unreadable(message: str, origin: str) -> Issue:
    """The finding about a line, or a file, that is no correction."""
    return Issue(IssueCode.CORRECTION_UNREADABLE, Severity.ERROR, message, origin)


def stale(message: str, correction: Correction) -> Issue:
    """The finding about a correction that finds nothing to correct: it is left out, its line stays."""
    shown = f"{correction.field or 'l’acte'} de l’acte {correction.record} : {message}"
    return Issue(IssueCode.CORRECTION_STALE, Severity.WARNING, shown, correction.origin, field=correction.field or None)


def _object(line: str) -> Mapping[str, Any]:
    try:
        data = json.loads(line, parse_constant=_no_number)
    except json.JSONDecodeError as fault:
        raise ValueError(f"cette ligne n'est pas du JSON : {fault.msg}, caractère {fault.pos + 1}") from fault
    if not isinstance(data, dict):
        raise ValueError("une ligne est un objet JSON")
    return data


def _no_number(name: str) -> None:
    raise ValueError(f"{name} n'est pas un nombre")


def _correction(data: Mapping[str, Any], origin: str) -> Correction:
    """The correction that an object says; ValueError where a key is unknown, missing or of another form."""
    if unknown := sorted(set(data) - {*_FORMS, "value", "was"}):
        raise ValueError(f"clé inconnue : {', '.join(unknown)}")
    if missing := [key for key in (*_FORMS, "value") if key not in data and key != "when"]:
        raise ValueError(f"il manque : {', '.join(missing)}")
    if wrong := [key for key, fits in _FORMS.items() if key in data and not fits(data[key])]:
        raise ValueError(f"forme inattendue : {', '.join(wrong)}")
    return Correction(
        **{key: data[key] for key in _FORMS if key in data},
        value=data["value"],
        was=data.get("was"),
        has_was="was" in data,
        origin=origin,
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_date(value: Any) -> bool:
    if not isinstance(value, str):
        return value is None
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_place(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, int) and not isinstance(value, bool) and value > 0)


def _is_field(value: Any) -> bool:
    return isinstance(value, str) and bool(_POINTER.fullmatch(value)) and not _OURS.match(value)


_FORMS: dict[str, Callable[[Any], bool]] = {
    "source": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[0-9a-f]{64}", value)),
    "record": _is_place,
    "field": _is_field,
    "who": _is_text,
    "why": _is_text,
    "when": _is_date,
}


def line_of(correction: Correction) -> str:
    """The line of a file that says a correction: what ``kg review`` prints to be pasted."""
    told = dict(_told(correction))
    return json.dumps(told, ensure_ascii=False)


def _told(correction: Correction) -> Iterator[tuple[str, Any]]:
    for key in ("source", "record", "field", "value"):
        yield key, getattr(correction, key)
    if correction.has_was:
        yield "was", correction.was
    yield from (("who", correction.who), ("why", correction.why))
    if correction.when:
        yield "when", correction.when
