"""Whatever the text, `extract` gives a document: no exception leaves it and every proof stays within the text."""

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.model import Document, Page, Source, Span, Text
from kg.reading import read
from tests.samples import EXPECTED, expected_records

SAMPLES = [read(expected_records(path)[0]).raw for path in EXPECTED]
OCR_SLIPS = str.maketrans({"l": "1", "O": "0", "é": "e", "m": "rn", "I": "l", "’": ""})


def text_of(raw: str) -> Text:
    return Text(Source("noise.txt", "text/plain", "0" * 64), raw, (Page(1, Span(0, len(raw))),))


def assert_sound(document: Document) -> None:
    length = len(document.text.raw)
    for record in document.records:
        for proof in record.evidence:
            assert all(0 <= span.start <= span.end <= length for span in proof.spans), proof


def mutate(raw: str, chance: random.Random) -> str:
    """One of the ways in which real documents are damaged."""
    cut = chance.randrange(len(raw))
    return chance.choice(
        [
            raw[:cut],
            raw[cut:],
            raw.replace("\n", " "),
            raw.translate(OCR_SLIPS),
            raw[cut:] + raw[:cut],
            raw[:cut] + "".join(chr(chance.randrange(1, 0x2FFF)) for _ in range(50)) + raw[cut:],
            raw.upper(),
            raw.replace(" ", "  "),
            raw.replace(":", ""),
        ]
    )


@given(st.text(max_size=400))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(raw: str) -> None:
    assert_sound(extract(text_of(raw)))


@pytest.mark.parametrize("seed", range(60))
def test_damaged_samples(seed: int) -> None:
    chance = random.Random(seed)
    raw = chance.choice(SAMPLES)
    for _ in range(chance.randrange(1, 4)):
        raw = mutate(raw, chance) or raw
    assert_sound(extract(text_of(raw)))


@pytest.mark.parametrize(
    "piece",
    [
        "Présents : ",
        "a donné pouvoir à ",
        "Mme A B, ",
        "1 000 ",
        "€ ",
        "- ",
        "(",
        "vingt ",
        "N° ",
        "Pour : 1 ",
        "\n",
        "A-",
    ],
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    """Doubling a hostile text may not quadruple the time: no pattern blows up."""
    short, long = (text_of(piece * (size // len(piece))) for size in (20_000, 80_000))
    began = time.perf_counter()
    extract(short)
    middle = time.perf_counter()
    extract(long)
    ended = time.perf_counter()
    assert ended - middle < 8 * (middle - began) + 0.5
