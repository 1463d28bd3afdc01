"""How well records agree with records made by hand: micro F1 over the values stated.

With a ``score.py`` where one is at hand, which forgives an article in a name or a letter in a title; else by a plain
rule of ours that asks for the same letters and figures.
"""

import importlib.util
import json
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Records = Mapping[str, Sequence[Mapping[str, Any]]]
_NOT_VALUES = {"source", "ordinal", "evidence", "rules", "aliases", "substitutions"}


class Score(NamedTuple):
    """Micro F1, 0 to 1, over all values, and that of each field."""

    micro: float
    fields: dict[str, float]


def expected(gold: Path) -> dict[str, Path]:
    """The file of expected records of each document, by the name of its source."""
    files = sorted(gold.glob("*.json"))
    return {json.loads(path.read_text(encoding="utf-8"))["source"]: path for path in files}


def score(files: Sequence[Path], found: Records, rule: Path | None) -> Score:
    """Judge what was found in the documents of these files of expected records; ``rule`` is a ``score.py`` or None."""
    return _plain(files, found) if rule is None else _by(rule, files, found)


def _by(rule: Path, files: Sequence[Path], found: Records) -> Score:
    spec = importlib.util.spec_from_file_location("score_rule", rule)
    if spec is None or spec.loader is None:
        raise ValueError(f"{rule} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with tempfile.TemporaryDirectory() as folder:
        for path in files:
            shutil.copy(path, folder)
        result = module.score(folder, found)
    return Score(result["micro_f1"], {field: row["f1"] for field, row in result["fields"].items()})


def _plain(files: Sequence[Path], found: Records) -> Score:
    """Records are paired in their order; a value is right where the same field holds the same letters and figures."""
    right: Counter[str] = Counter()
    stated: Counter[str] = Counter()
    for path in files:
        document = json.loads(path.read_text(encoding="utf-8"))
        gold, ours = document["records"], found.get(document["source"], ())
        for index in range(max(len(gold), len(ours))):
            one = Counter(_values(gold[index])) if index < len(gold) else Counter()
            two = Counter(_values(ours[index])) if index < len(ours) else Counter()
            right.update(field for field, _ in (one & two).elements())
            stated.update(field for field, _ in (*one.elements(), *two.elements()))
    fields = {field: 2 * right[field] / count for field, count in stated.items()}
    return Score(2 * right.total() / max(stated.total(), 1), fields)


def _values(node: Any, field: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key not in _NOT_VALUES:
                yield from _values(value, f"{field}/{key}".strip("/"))
    elif isinstance(node, list):
        for value in node:
            yield from _values(value, field)
    elif node is not None:
        yield field, _folded(str(node))


def _folded(value: str) -> str:
    letters = unicodedata.normalize("NFKD", value).casefold()
    return "".join(char for char in letters if char.isalnum())
