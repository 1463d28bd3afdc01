"""The examples beside each extractor, good and bad, read as a document of their own."""

from typing import Any

import pytest

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.assemble import LIST_FIELDS
from kg.extract.registry import EXTRACTORS
from kg.text.view import normalise

CASES = [
    pytest.param(extractor, example, id=f"{extractor.name}-{kind}-{index}")
    for extractor in EXTRACTORS
    for kind, examples in (("good", extractor.examples), ("bad", extractor.counter_examples))
    for index, example in enumerate(examples)
]


def act_of(writing: str) -> Act:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    return Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False)


def read_fields(extractor: Extractor, writing: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for reading in extractor.read(act_of(writing)):
        if isinstance(reading, Mention) and reading.field in LIST_FIELDS:
            fields.setdefault(reading.field, []).append(reading.value)
        elif isinstance(reading, Mention):
            assert fields.setdefault(reading.field, reading.value) == reading.value
    return fields


@pytest.mark.parametrize(("extractor", "example"), CASES)
def test_examples(extractor: Extractor, example: Example) -> None:
    assert read_fields(extractor, example.writing) == example.expected


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_every_extractor_has_examples_of_both_kinds(extractor: Extractor) -> None:
    assert extractor.examples
    assert extractor.counter_examples


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_nothing_is_read_in_nothing(extractor: Extractor) -> None:
    assert read_fields(extractor, "") == {}
