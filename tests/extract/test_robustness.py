"""Whatever the text, `extract` gives a document: no exception leaves it and every proof stays within the text."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.adversarial import BODY, DECISION, HEAD, UNITS
from benchmarks.fuzz import damaged, sample_texts, text_of, unsound
from kg.extract import extract


@given(st.text(max_size=400))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(raw: str) -> None:
    assert unsound(extract(text_of(raw))) is None


@pytest.mark.parametrize("seed", range(100))
def test_damaged_samples(seed: int) -> None:
    assert unsound(extract(text_of(damaged(sample_texts(), seed)))) is None


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    """Four times a hostile text takes about four times as long: no pattern blows up."""
    short, long = (text_of(HEAD + BODY + unit * (size // len(unit)) + DECISION) for size in (20_000, 80_000))
    began = time.process_time()
    extract(short)
    middle = time.process_time()
    extract(long)
    ended = time.process_time()
    assert ended - middle < 8 * (middle - began) + 0.5
