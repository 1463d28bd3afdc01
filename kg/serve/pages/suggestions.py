"""What a form suggests for the parameters of a question, asked of the graph (``suggestions.toml``)."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kg.serve.engine import Engine
from kg.serve.protocol import Asked
from kg.serve.protocol.problems import Problem
from kg.store.questions import Param, Question

_MOST = 1 << 20
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*")


class Suggestion(NamedTuple):
    """``written`` is what a reader writes or chooses, ``value`` what the question is asked with."""

    written: str
    value: str


async def suggestions(engine: Engine, asked: Question) -> dict[str, list[Suggestion]]:
    """By parameter; a parameter that nothing can be suggested for, or not in time, has none."""
    return {param.name: await _of(engine, param) for param in asked.params if param.name in _queries()}


def resolved(asked: Question, given: Mapping[str, str], known: Mapping[str, list[Suggestion]]) -> dict[str, str]:
    """What was given, with the IRI in the place of the name that a reader chose."""
    kinds = {param.name: param.type for param in asked.params}
    return {
        name: _value(value.strip(), known.get(name, [])) if kinds.get(name) == "iri" else value
        for name, value in given.items()
    }


def _value(written: str, known: list[Suggestion]) -> str:
    if not written or _ADDRESS.fullmatch(written):
        return written
    wanted = written.casefold()
    return next((one.value for one in known if one.written.casefold() == wanted), written)


async def _of(engine: Engine, param: Param) -> list[Suggestion]:
    try:
        plan = await engine.plan(Asked(_queries()[param.name], format="json"))
        content = await engine.collect(plan, _MOST)
    except Problem:
        return []
    rows = json.loads(content)["results"]["bindings"] if content else []
    told = [(row["value"]["value"], row.get("label", row["value"])["value"]) for row in rows if "value" in row]
    count = Counter(label.casefold() for _, label in told)
    return [
        Suggestion(label if count[label.casefold()] == 1 else f"{label} ({_end(value)})", value)
        for value, label in told
    ]


def _end(address: str) -> str:
    """What tells two things of one name apart: the end of their addresses."""
    return "/".join(address.rsplit("/", 3)[1:])


@cache
def _queries() -> dict[str, str]:
    return dict(tomllib.loads((files("kg.serve.pages") / "suggestions.toml").read_text(encoding="utf-8")))
