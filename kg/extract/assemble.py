"""From mentions to a record: scalars that agree, lists in order, each value with its proof."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, cast

from kg.errors import IssueCode, Severity
from kg.extract.act import Mention, Residue
from kg.model import Issue, Members, Proof, Receipt, Record, Session, Signature, Span, Vote
from kg.text.view import View

LIST_FIELDS = frozenset(
    {"present", "proxies", "absent", "substitutions", "legal_references", "decisions", "agreements", "funding"}
    | {"amounts", "annexes", "vote/against_names", "vote/abstention_names", "vote/not_voting_names"}
)
_RAW, _PROVEN = ("raw spans",), ("proofs",)
_GROUPS: dict[str, type] = {
    "session": Session,
    "members": Members,
    "vote": Vote,
    "signature": Signature,
    "receipt": Receipt,
}
_FIELDS = {group: {f.name.rstrip("_"): f.name for f in dataclasses.fields(kind)} for group, kind in _GROUPS.items()}


def assemble(
    view: View, source: str, ordinal: int, readings: Iterable[Mention | Residue]
) -> tuple[Record, tuple[Issue, ...]]:
    """The record of one act, and what could not be settled.

    A scalar field read with two different values is left out (two possible answers is no answer) and said.
    """
    mentions: dict[str, list[Mention]] = defaultdict(list)
    issues: list[Issue] = []
    for reading in readings:
        if isinstance(reading, Mention):
            mentions[reading.field].append(reading)
        else:
            issues.append(_residue_issue(view, source, ordinal, reading))
    values: dict[str, Any] = {}
    proofs: list[Proof] = []
    for field in sorted(mentions):
        if field in LIST_FIELDS:
            values[field] = tuple(mention.value for mention in mentions[field])
            proofs.extend(_list_proofs(view, field, mentions[field]))
        elif len({_comparable(mention.value) for mention in mentions[field]}) == 1:
            values[field] = mentions[field][0].value
            proofs.extend(_proofs(view, f"/{field}", mentions[field][0]))  # the first rule that read it names it
        else:
            issues.append(_ambiguity(view, source, ordinal, field, mentions[field]))
    record = Record(source=source, ordinal=ordinal, evidence=tuple(proofs), **_grouped(values))
    return record, tuple(_weighed(record, issue) for issue in issues)


def _weighed(record: Record, issue: Issue) -> Issue:
    """Words left over in a list of members whose printed count is met are places and titles, not a member missed."""
    counts = record.members
    whole = len(record.present) + len(record.proxies) + len(record.absent)
    met = counts.present == len(record.present) if counts.present is not None else counts.in_office == whole
    leftover = issue.code is IssueCode.UNREAD_RESIDUE and issue.field == "present"
    return dataclasses.replace(issue, severity=Severity.INFO) if leftover and met else issue


def _comparable(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _grouped(values: dict[str, Any]) -> dict[str, Any]:
    """Nested values (``vote/for``) put in their dataclass; a field that no dataclass has is a fault of ours."""
    flat = {field: value for field, value in values.items() if "/" not in field}
    for group, kind in _GROUPS.items():
        names, prefix = _FIELDS[group], f"{group}/"
        inside = {
            names[field.removeprefix(prefix)]: value for field, value in values.items() if field.startswith(prefix)
        }
        if inside:
            flat[group] = kind(**inside)
    return flat


def _list_proofs(view: View, field: str, mentions: list[Mention]) -> list[Proof]:
    return [proof for index, mention in enumerate(mentions) for proof in _proofs(view, f"/{field}/{index}", mention)]


def _proofs(view: View, pointer: str, first: Mention) -> list[Proof]:
    """The proof of a value and those of its parts, once for the acts of one sitting, which share its members."""
    key = (pointer, first.spans, first.rule, first.parts, type(first.value))
    known: dict[tuple[object, ...], list[Proof]] = view.memo.setdefault(_PROVEN, {})
    if key not in known:
        known[key] = _told(view, pointer, first)
    return known[key]


def _told(view: View, pointer: str, first: Mention) -> list[Proof]:
    spans = _raw(view, first.spans)
    proofs = [Proof(pointer, spans, first.rule)]
    if dataclasses.is_dataclass(first.value) and hasattr(first.value, "name"):
        proofs.append(Proof(f"{pointer}/name", spans, first.rule))
    for part, places in first.parts:
        proofs = [proof for proof in proofs if proof.pointer != pointer + part]
        proofs.append(Proof(pointer + part, _raw(view, places), first.rule))
    return proofs


def _raw(view: View, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    known = view.memo.setdefault(_RAW, {})  # acts of one sitting share its members
    raw = known.get(spans)
    if raw is None:
        raw = known[spans] = tuple(raw for span in spans for raw in view.raw_spans(*span))
    return cast(tuple[Span, ...], raw)


def _residue_issue(view: View, source: str, ordinal: int, residue: Residue) -> Issue:
    spans = _raw(view, residue.spans)
    return Issue(
        residue.code, Severity.WARNING, residue.message, source, ordinal=ordinal, field=residue.field, spans=spans
    )


def _ambiguity(view: View, source: str, ordinal: int, field: str, mentions: list[Mention]) -> Issue:
    shown = ", ".join(sorted({str(mention.value) for mention in mentions}))
    spans = tuple(span for mention in mentions for span in _raw(view, mention.spans))
    message = f"{field} : plusieurs valeurs dans le texte ({shown}), aucune n'est retenue"
    return Issue(
        IssueCode.AMBIGUOUS_VALUE, Severity.WARNING, message, source, ordinal=ordinal, field=field, spans=spans
    )
