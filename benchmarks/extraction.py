"""Acts read per second, with one and two workers, against the full spaCy model over whole documents."""

import random
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import spacy

from benchmarks.figure import Figure, SkippedError
from kg.errors import ReadError
from kg.extract import extract
from kg.model import Text
from kg.reading import read

_MODEL = "fr_core_news_sm"
_LEAST = 150
_MOST = 400
_PEER_SECONDS = 30.0
_FIRST, _PATIENCE = 8, 60.0


def measure(corpus: Path) -> list[Figure]:
    """Three runs over the same documents; the peer stops after thirty seconds and is compared over what it read."""
    texts = _texts(corpus)
    _acts(texts[0])
    # The peer rarely reads them all, so what it reads first must be like the rest.
    random.Random(0).shuffle(texts)
    began = time.perf_counter()
    runs = [_timed(text) for text in texts]
    once, acts = time.perf_counter() - began, sum(run.acts for run in runs)
    twice = acts / _in_two(texts)
    peer, read_by_peer = _peer(texts)
    shared = runs[:read_by_peer]
    same = sum(run.acts for run in shared)
    against = f"{_MODEL} in full over the same {read_by_peer} documents"
    ours = same / sum(run.seconds for run in shared)
    return [
        Figure("extract, 1 worker", "acts/s", ours, same / peer, against),
        Figure(f"extract, 2 workers ({len(texts)} documents)", "acts/s", twice, acts / once, "1 worker"),
    ]


@dataclass(frozen=True, slots=True)
class _Run:
    """``seconds`` are of the processor, here as for the peer: what else runs on the machine takes no part."""

    seconds: float
    acts: int


def _timed(text: Text) -> _Run:
    began = time.process_time()
    acts = _acts(text)
    return _Run(time.process_time() - began, acts)


def _in_two(texts: Sequence[Text]) -> float:
    """Seconds of two workers that take one document after the other, as those of a build do."""
    context = get_context("spawn")
    both = context.Barrier(2)
    with ProcessPoolExecutor(2, mp_context=context, initializer=_wait_for, initargs=(both,)) as workers:
        list(workers.map(_acts, texts[:_FIRST]))
        began = time.perf_counter()
        list(workers.map(_acts, texts))
        return time.perf_counter() - began


def _wait_for(both: Barrier) -> None:
    """A worker takes documents once the other has started and imported too."""
    both.wait(_PATIENCE)


def _peer(texts: Sequence[Text]) -> tuple[float, int]:
    model = spacy.load(_MODEL)
    model("Une phrase pour commencer.")
    began, done = time.process_time(), 0
    while done < len(texts) and time.process_time() - began < _PEER_SECONDS:
        _ = [(entity.text, entity.label_) for entity in model(texts[done].raw[: model.max_length]).ents]
        done += 1
    return time.process_time() - began, done


def _acts(text: Text) -> int:
    return len(extract(text).records)


def _texts(corpus: Path) -> list[Text]:
    """The documents of a folder that can be read, a few of them again and again where there are few."""
    found = []
    for path in sorted(corpus.rglob("*")):
        if path.suffix in (".txt", ".pdf"):
            try:
                found.append(read(path, corpus))
            except ReadError:
                continue
    if not found:
        raise SkippedError(f"{corpus} holds no document that can be read")
    return (found * (_LEAST // len(found) + 1))[: max(_LEAST, min(len(found), _MOST))]
