"""The bundled samples, their expected records, and how a record is compared with what a reader found."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.resources import shipped

SAMPLES = shipped("samples")
EXPECTED = sorted((SAMPLES / "expected").glob("*.json"))
NAME_LISTS = ("present", "absent")


def expected_records(path: Path) -> tuple[Path, list[dict[str, Any]]]:
    """The sample and the records that stand beside it."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return SAMPLES / data["source"], data["records"]


def fold(value: Any) -> str:
    """Letters and digits alone, in lower case, without accents."""
    text = unicodedata.normalize("NFKD", str(value)).casefold()
    return " ".join(re.sub(r"[^0-9a-z%€]+", " ", "".join(c for c in text if not unicodedata.combining(c))).split())


def same_organisation(expected: dict[str, Any], read: dict[str, Any] | None) -> bool:
    """One name in common, articles and type words before it set aside."""

    def forms(org: dict[str, Any]) -> set[str]:
        return {re.sub(r"^(l|la|le|les|d) ", "", fold(name)) for name in (org["name"], *org["aliases"])}

    return read is not None and bool(forms(expected) & forms(read))


def differences(expected: Any, read: Any, where: str = "") -> Iterator[str]:
    """Where a record differs from the expected one; keys that the expectation does not name are free."""
    if isinstance(expected, dict) and "aliases" in expected:
        if not same_organisation(expected, read) or (expected["siren"] or None) != (read["siren"] or expected["siren"]):
            yield f"{where}: expected {expected['name']}, read {read and read['name']}"
    elif isinstance(expected, dict):
        for key, value in expected.items():
            yield from differences(value, None if read is None else read.get(key), f"{where}/{key}")
    elif isinstance(expected, list):
        yield from _list_differences(expected, read or [], where)
    elif isinstance(expected, str):
        if read is None or fold(expected) != fold(read):
            yield f"{where}: expected {expected!r}, read {read!r}"
    elif expected != read:
        yield f"{where}: expected {expected!r}, read {read!r}"


def _list_differences(expected: list[Any], read: list[Any], where: str) -> Iterator[str]:
    """Lists are compared as sets of items: the order of the parties of a convention means nothing."""
    left = list(read)
    for index, item in enumerate(expected):
        same = next((other for other in left if not list(differences(item, other))), None)
        if same is None:
            yield f"{where}/{index}: expected {item!r}, not read"
        else:
            left.remove(same)
    yield from (f"{where}: read {item!r}, not expected" for item in left)
