"""Patterns behind a gate find what they find without it, in all that the extractors' examples write."""

import importlib
import pkgutil
import re

import pytest

import kg.check
import kg.extract
import kg.text
from kg.extract.act import Zone
from kg.extract.layout.titles.numbers import CODE, LABEL, SPACED_CODE
from kg.extract.layout.words import CLOSING, DECISION, DELEGATED
from kg.extract.registry import EXTRACTORS
from kg.extract.scanned import find_scanned
from kg.text.cues import Holding, Led
from kg.text.view import normalise

_WRITINGS = [one.writing for extractor in EXTRACTORS for one in (*extractor.examples, *extractor.counter_examples)]
_VIEWS = [normalise(writing) for writing in (*_WRITINGS, "\n".join(_WRITINGS))]


def _gated() -> dict[str, Led | Holding]:
    """All patterns of the program behind a gate, by module and name."""
    found: dict[str, Led | Holding] = {}
    for package in (kg.text, kg.extract, kg.check):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                for place, one in enumerate(value if isinstance(value, tuple) else (value,)):
                    if isinstance(one, Led | Holding):
                        found[f"{module.name}.{name}[{place}]"] = one
    return found


_GATED = _gated()


@pytest.mark.parametrize("name", _GATED)
def test_a_gate_hides_nothing(name: str) -> None:
    gated = _GATED[name]
    for text in (text for view in _VIEWS for text in (view.text, view.folded)):
        expected = [match.span() for match in gated.pattern.finditer(text)]
        assert [match.span() for match in gated.finditer(text)] == expected
        first = gated.search(text, 3)
        plain = gated.pattern.search(text, 3)
        assert (first and first.span()) == (plain and plain.span())


@pytest.mark.parametrize("cue", [CODE, LABEL, SPACED_CODE, CLOSING, DECISION, DELEGATED])
def test_a_document_searched_once_gives_what_each_passage_holds(cue: re.Pattern[str]) -> None:
    view = _VIEWS[-1]
    for start in range(0, len(view.text), 997):
        zone = Zone(view, start, min(len(view.text), start + 1500))
        assert [m.span() for m in find_scanned(zone, cue)] == [m.span() for m in zone.find(cue)]


def test_a_gate_is_told_by_its_words() -> None:
    led = Led(r"\s?(?:pour|contre)\s:\s\d", ("pour", "contre"), before=1)
    assert [match[0] for match in led.finditer("pour : 5 contre : 2")] == ["pour : 5", " contre : 2"]
    assert led.search("abstention : 1") is None
    holding = Holding(r"\d+ (?:voix|votes)", ("voix", "votes"))
    assert [match[0] for match in holding.finditer("12 voix et 3 votes")] == ["12 voix", "3 votes"]
    assert holding.search("12 abstentions") is None and list(holding.finditer("12 abstentions")) == []
