"""Damaged documents by the thousand: none may raise, none may take a second, and every proof stays within its text.

    python -m benchmarks.fuzz --count 200000 --workers 2

Prints what failed with the seed that makes it again, and the slowest document. Exit 1 if anything failed. The second is
one of the worker's own processor time, so that what else the machine does makes no document late.
"""

import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

from benchmarks.options import command
from kg.extract import extract
from kg.model import Document, Page, Source, Span, Text
from kg.reading import read
from kg.resources import shipped

OCR_SLIPS = str.maketrans({"l": "1", "O": "0", "é": "e", "m": "rn", "I": "l", "’": "", "€": "E"})
BATCH = 500
Damage = Callable[[str, random.Random], str]


def _noise(raw: str, chance: random.Random) -> str:
    cut = chance.randrange(len(raw))
    return raw[:cut] + "".join(chr(chance.randrange(1, 0x2FFF)) for _ in range(50)) + raw[cut:]


def _shuffled(raw: str, chance: random.Random) -> str:
    parts = raw.split("\n\n")
    chance.shuffle(parts)
    return "\n\n".join(parts)


def _few_letters(raw: str, chance: random.Random) -> str:
    letters = list(raw)
    for _ in range(len(letters) // 50):
        letters[chance.randrange(len(letters))] = chance.choice(letters)
    return "".join(letters)


DAMAGES: tuple[Damage, ...] = (
    lambda raw, chance: raw[: chance.randrange(len(raw))],
    lambda raw, chance: raw[chance.randrange(len(raw)) :],
    lambda raw, chance: raw.replace("\n", " "),
    lambda raw, chance: raw.replace("\n", ""),
    lambda raw, chance: raw.translate(OCR_SLIPS),
    lambda raw, chance: raw.upper(),
    lambda raw, chance: raw.lower(),
    lambda raw, chance: raw.replace(" ", "  "),
    lambda raw, chance: raw.replace(chance.choice(":,.-\n"), ""),
    lambda raw, chance: raw + "\f" + raw,
    _noise,
    _shuffled,
    _few_letters,
)


class Failure(NamedTuple):
    """What went wrong with the document of a seed."""

    seed: int
    reason: str


def damaged(samples: tuple[str, ...], seed: int) -> str:
    """The document of a seed: a sample damaged in one to three ways."""
    chance = random.Random(seed)
    raw = chance.choice(samples)
    for _ in range(chance.randrange(1, 4)):
        raw = chance.choice(DAMAGES)(raw, chance) or raw
    return raw


def text_of(raw: str) -> Text:
    """A text that came from no file."""
    return Text(Source("noise.txt", "text/plain", "0" * 64), raw, (Page(1, Span(0, len(raw))),))


def unsound(document: Document) -> str | None:
    """The first proof that does not stand within its text."""
    length = len(document.text.raw)
    for record in document.records:
        for proof in record.evidence:
            if any(not 0 <= span.start <= span.end <= length for span in proof.spans):
                return f"{proof.pointer} is proven outside of the text"
    return None


@cache
def sample_texts() -> tuple[str, ...]:
    """The bundled samples."""
    return tuple(read(path).raw for path in sorted(shipped("samples").iterdir()) if path.suffix in {".txt", ".pdf"})


def run_batch(first: int) -> tuple[list[Failure], float]:
    """Failures among the documents of :data:`BATCH` seeds, and the processor time of the slowest in seconds."""
    failures: list[Failure] = []
    slowest = 0.0
    for seed in range(first, first + BATCH):
        text = text_of(damaged(sample_texts(), seed))
        began = time.process_time()
        try:
            reason = unsound(extract(text))
        except Exception as error:  # noqa: BLE001 - the very thing that is looked for
            reason = f"{type(error).__name__}: {error}"
        took = time.process_time() - began
        slowest = max(slowest, took)
        if reason or took > 1:
            failures.append(Failure(seed, reason or f"{took:.1f} s"))
    return failures, slowest


def main() -> int:
    """Parse, run, print; the exit code."""
    parser = command("fuzz", __doc__)
    parser.add_argument("--count", type=int, default=20_000, help="damaged documents")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    options = parser.parse_args()
    seeds = range(options.first, options.first + options.count, BATCH)
    with ProcessPoolExecutor(options.workers) as pool:
        results = list(pool.map(run_batch, seeds))
    failures = [failure for found, _ in results for failure in found]
    for failure in failures[:20]:
        print(f"seed {failure.seed}: {failure.reason}")
    slowest = max((took for _, took in results), default=0.0)
    print(f"{len(seeds) * BATCH} documents, {len(failures)} failures, slowest {slowest * 1000:.0f} ms")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
