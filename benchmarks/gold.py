"""What was read beside what was annotated by hand: records paired, values compared, whole events judged.

A folder of gold records holds one JSON file per document: ``{"source": NAME, "records": [record, …]}`` in the form of
docs/record.md, with ``"unscored": [field, …]`` on a document or a record for what the annotator left open.
"""

import difflib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.codec import record_to_json
from kg.model import Document
from kg.pipeline import read_document
from kg.text.names import name_key
from kg.text.view import fold_same_length

Json = Mapping[str, Any]

# More characters a line than any page prints: the text of such a document has lost its lines.
_FLAT = 400
VOTE_FIELDS = (
    "vote/for",
    "vote/against",
    "vote/abstention",
    "vote/not_voting",
    "vote/outcome",
    "vote/against_names",
    "vote/abstention_names",
    "vote/not_voting_names",
)
ATTENDANCE_FIELDS = ("present", "proxies", "absent")


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold record and the record read for it (empty where none was), in its document.

    ``authority`` groups documents that one body wrote; ``flat``: the text has no lines. ``free`` are fields that the
    annotator left open.
    """

    document: Document
    authority: str
    flat: bool
    gold: Json
    read: Json
    free: frozenset[str]

    @property
    def ordinal(self) -> int | None:
        """The position of the record read."""
        return self.read.get("ordinal")

    def judges(self, field: str) -> bool:
        """Whether the annotator settled a field."""
        return not {field, field.split("/")[0]} & self.free

    def right(self, *fields: str) -> bool:
        """Whether these fields were read as annotated, what is not stated included; lists whole, in any order."""
        return all(
            same_field(field, at(self.gold, field), at(self.read, field)) for field in fields if self.judges(field)
        )


def judged(gold: Sequence[Path], texts: Path) -> Iterator[Judged]:
    """Every gold record of these folders beside what is read now; each document once, though two folders hold it."""
    seen: set[str] = set()
    for path in (path for folder in gold for path in sorted(folder.glob("*.json"))):
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["source"] not in seen:
            seen.add(data["source"])
            yield from _judged_document(data, texts)


def _judged_document(data: Json, texts: Path) -> Iterator[Judged]:
    document = read_document(texts / data["source"], texts)
    raw = document.text.raw
    flat = len(raw) > _FLAT * (1 + raw.count("\n"))
    read = [json.loads(json.dumps(record_to_json(record))) for record in document.records]
    for gold, found in _paired(data["records"], read):
        free = frozenset((*data.get("unscored", ()), *gold.get("unscored", ())))
        authority = fold(at(gold, "authority/name") or data["source"])
        yield Judged(document, authority, flat, gold, found, free)


def at(record: Json, field: str) -> Any:
    """The value of a field (``vote/for``), None where the record has none."""
    value: Any = record
    for key in field.split("/"):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def fold(text: object) -> str:
    """Letters and digits alone, in lower case without accents."""
    plain = fold_same_length(str(text)).replace("œ", "oe").replace("æ", "ae")
    return " ".join(re.sub(r"[^0-9a-z%€]+", " ", plain).split())


def _paired(gold: Sequence[Json], read: Sequence[Json]) -> Iterator[tuple[Json, Json]]:
    """By number first, then by the likeness of titles; an empty record where none is left."""
    left = list(read)
    waiting = []
    for record in gold:
        key = _bare(record.get("number") or "")
        found = next((other for other in left if key and _bare(other.get("number") or "") == key), None)
        if found is None:
            waiting.append(record)
        else:
            left.remove(found)
            yield record, found
    yield from _alike(waiting, left)


def _alike(gold: Sequence[Json], read: Sequence[Json]) -> Iterator[tuple[Json, Json]]:
    """The likest two titles first, so that a record that was not found takes no other's reading."""
    pairs = [
        (_likeness(one.get("title"), other.get("title")), -rank, -place)
        for rank, one in enumerate(gold)
        for place, other in enumerate(read)
    ]
    ranks, places = set(range(len(gold))), set(range(len(read)))
    for _, rank, place in sorted(pairs, reverse=True):
        if -rank in ranks and -place in places:
            ranks.remove(-rank)
            places.remove(-place)
            yield gold[-rank], read[-place]
    yield from ((gold[rank], {}) for rank in sorted(ranks))


def _bare(text: object) -> str:
    return fold(text).replace(" ", "")


def _likeness(one: object, other: object) -> float:
    return difflib.SequenceMatcher(None, fold(one or ""), fold(other or ""), autojunk=False).ratio()


def same_field(field: str, gold: Any, read: Any) -> bool:
    """Whether a value was read as annotated."""
    if isinstance(gold, list) or isinstance(read, list):
        return all(right for _, right in items(field, gold, read)) and len(gold or ()) == len(read or ())
    if gold is None or read is None:
        return gold is None and read is None
    return bool(_same(field)(gold, read))


def items(field: str, gold: Sequence[Any] | None, read: Sequence[Any] | None) -> Iterator[tuple[int, bool]]:
    """Each item of a list that was read, by its index: whether the annotator listed it."""
    left = list(gold or ())
    same = _same(field)
    for index, item in enumerate(read or ()):
        found = next((other for other in left if same(other, item)), None)
        if found is not None:
            left.remove(found)
        yield index, found is not None


def _same(field: str) -> Callable[[Any, Any], bool]:
    return _COMPARED.get(field, lambda gold, read: gold == read)


def _like(floor: float) -> Callable[[Any, Any], bool]:
    return lambda gold, read: _likeness(gold, read) >= floor


def same_name(gold: Any, read: Any) -> bool:
    """One person's name in two writings; a surname alone in the gold accepts the full name."""
    one, other = name_key(gold or ""), name_key(read or "")
    letters = sorted(one.replace(" ", "")) == sorted(other.replace(" ", ""))
    return bool(one and other) and (letters or (" " not in one and len(one) > 2 and one in other.split()))


def _same_person(gold: str, read: str) -> bool:
    one, other = name_key(gold).split(), name_key(read).split()
    return same_name(gold, read) or (bool(one) and set(one) <= set(other))


def _same_proxy(gold: Json, read: Json) -> bool:
    held = same_name(gold["holder"], read.get("holder")) if gold.get("holder") else not read.get("holder")
    return held and same_name(gold.get("giver"), read.get("giver"))


def _same_authority(gold: str, read: str) -> bool:
    return _like(0.9)(gold, read) or fold(gold) in fold(read) or fold(read) in fold(gold)


def _forms(body: Json | None) -> set[str]:
    names = {fold(name) for name in ((body or {}).get("name") or "", *((body or {}).get("aliases") or ()))} - {""}
    return {re.sub(r"^(?:l|la|le|les|d|de la|du|des) ", "", name) for name in names}


def _same_body(gold: Json | None, read: Json | None) -> bool:
    return bool(_forms(gold) & _forms(read))


def _same_funding(gold: Json, read: Json) -> bool:
    told = [key for key in ("amount", "share") if gold.get(key) is not None]
    figures = all(abs(float(gold[key]) - float(read.get(key) or -1)) < 0.001 for key in told)
    return figures and _same_body(gold.get("funder"), read.get("funder"))


def _same_agreement(gold: Json, read: Json) -> bool:
    told = [key for key in ("start", "end", "duration_months") if gold.get(key) is not None]
    parties = all(
        any(_same_body(one, other) for other in read.get("parties") or ()) for one in gold.get("parties") or ()
    )
    return parties and all(gold[key] == read.get(key) for key in told)


_NAMES = ("present", "absent", "vote/against_names", "vote/abstention_names", "vote/not_voting_names")
_PEOPLE = ("chair/name", "secretary/name", "rapporteur/name", "signature/signatory/name")
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    **dict.fromkeys(_NAMES, same_name),
    **dict.fromkeys(_PEOPLE, _same_person),
    **dict.fromkeys(("number", "receipt/id", "legal_references"), lambda gold, read: _bare(gold) == _bare(read)),
    **dict.fromkeys(("body", "rapporteur/role", "signature/place", "annexes"), _like(0.85)),
    "title": _like(0.92),
    "session/place": _like(0.8),
    "decisions": _like(0.88),
    "authority/name": _same_authority,
    "proxies": _same_proxy,
    "agreements": _same_agreement,
    "funding": _same_funding,
    "amounts": lambda gold, read: abs(float(gold) - float(read)) < 0.01,
}

# What annotators judge; the form of the record holds more.
JUDGED_FIELDS = frozenset(
    {*_COMPARED, "authority/siren", "session/date", "session/time", "session/kind", "session/remote"}
    | {"convocation_date", "signature/date", "publication_date", "receipt/date"}
    | {f"members/{name}" for name in ("in_office", "present", "voting", "absent", "proxies")}
    | {f"vote/{name}" for name in ("for", "against", "abstention", "not_voting", "outcome", "unanimous", "method")}
)
