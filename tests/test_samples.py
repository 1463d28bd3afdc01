"""The bundled samples give exactly the records that a reader found in them, and each value quotes its proof."""

from pathlib import Path

import pytest

from kg.codec import record_from_json, record_to_json
from kg.extract import extract
from kg.reading import read
from tests.samples import EXPECTED, SAMPLES, differences, expected_records


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_records_are_those_expected(path: Path) -> None:
    sample, expected = expected_records(path)
    records = [record_to_json(record) for record in extract(read(sample)).records]
    assert len(records) == len(expected)
    found = [
        f"{index}{line}"
        for index, pair in enumerate(zip(expected, records, strict=True))
        for line in differences(*pair)
    ]
    assert found == []


def test_every_sample_has_expected_records() -> None:
    sources = {path.stem for path in SAMPLES.iterdir() if path.suffix in {".txt", ".pdf"}}
    assert sources == {path.stem for path in EXPECTED}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_proofs_quote_the_text(path: Path) -> None:
    text = read(expected_records(path)[0])
    for record in extract(text).records:
        assert record.evidence
        for proof in record.evidence:
            assert proof.spans, proof
            assert all(0 <= span.start < span.end <= len(text.raw) for span in proof.spans), proof


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_records_survive_their_json_form(path: Path) -> None:
    for record in extract(read(expected_records(path)[0])).records:
        assert record_from_json(record_to_json(record)) == record
