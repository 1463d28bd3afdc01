"""Whatever the text, `extract` gives a document: no exception leaves it and every proof stays within the text."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import damaged, sample_texts, text_of, unsound
from kg.extract import extract


@given(st.text(max_size=400))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(raw: str) -> None:
    assert unsound(extract(text_of(raw))) is None


@pytest.mark.parametrize("seed", range(100))
def test_damaged_samples(seed: int) -> None:
    assert unsound(extract(text_of(damaged(sample_texts(), seed)))) is None


HOSTILE = (
    "Présents : |a donné pouvoir à |Mme A B, |1 000 |€ |- |(|vingt |N° |Pour : 1 |\n|A-|Article 1 |décide |"
    "convention |subvention de 5 € |Vu la loi n° |DE LA |. |• |1. "
)


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_time_grows_with_the_length_alone(piece: str) -> None:
    """Four times a hostile text takes about four times as long: no pattern blows up."""
    short, long = (text_of(piece * (size // len(piece))) for size in (20_000, 80_000))
    began = time.perf_counter()
    extract(short)
    middle = time.perf_counter()
    extract(long)
    ended = time.perf_counter()
    assert ended - middle < 8 * (middle - began) + 0.5
