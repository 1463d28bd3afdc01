"""What each file of a folder gives now: its document or why there is none, and the seconds that took.

Characters that a store keeps (``kg build DIR --store STORE``) are not read again: after a change of rules, a folder of
scans is extracted anew in seconds.
"""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from kg.errors import ReadError
from kg.model import Document, Text
from kg.pipeline import documents_of
from kg.pipeline.work import document_of
from kg.reading import read, walk
from kg.store.releases import current_release


class Task(NamedTuple):
    """A file, the folder that its name is told from, and its characters where a store keeps them."""

    path: Path
    root: Path
    text: Text | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file gave. ``fault``: the program itself failed there, and how.

    ``reading`` and ``extracting`` are seconds; ``reading`` is None where the characters came from a store.
    """

    name: str
    document: Document | None = None
    unread: str | None = None
    fault: str | None = None
    reading: float | None = None
    extracting: float = 0.0


def tasks(folder: Path, store: Path | None) -> list[Task]:
    """The files of a folder in a stable order. Raises KgError where the folder or the store is missing."""
    kept = _kept(store) if store else {}
    return [Task(path, root, kept.get(path.relative_to(root).as_posix())) for path, root in walk([folder])]


def outcomes(todo: Sequence[Task], workers: int = 2) -> Iterator[Outcome]:
    """What these files give, in their order; one on which the program fails costs itself alone."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(outcome_of, task) for task in todo]
        for task, future in zip(todo, futures, strict=True):
            fault = future.exception()
            name = task.path.relative_to(task.root).as_posix()
            yield future.result() if fault is None else Outcome(name, fault=f"{type(fault).__name__}: {fault}")


def outcome_of(task: Task) -> Outcome:
    """One file through reading, extraction and checks."""
    name = task.path.relative_to(task.root).as_posix()
    began = time.perf_counter()
    try:
        text = task.text or read(task.path, task.root)
    except ReadError as why:
        return Outcome(name, unread=why.code.value, reading=time.perf_counter() - began)
    known = time.perf_counter()
    document = document_of(text)
    reading = None if task.text else known - began
    return Outcome(name, document, reading=reading, extracting=time.perf_counter() - known)


def _kept(store: Path) -> dict[str, Text]:
    found = documents_of(store, current_release(store))
    return {document.text.source.path: document.text for document in found if isinstance(document, Document)}
