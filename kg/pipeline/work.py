"""Reading many sources at once: each in a process that may die without taking the build with it."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kg.check import check
from kg.check.confidence import rate
from kg.errors import IssueCode, ReadError, Severity
from kg.extract import extract
from kg.model import Document, Issue, Text
from kg.pipeline.deadline import OverdueError, deadline
from kg.reading import read, unread_pages, why_silent
from kg.store.kept import Kept, keep_document, keep_failure, open_document

# Makes a pool; called again when a pool breaks. Any executor will do, one of several machines too.
Pool = Callable[[], Executor]
_MOST_WORKERS = 8
TIME_LIMIT = 60.0  # seconds that extraction and checks of a document may take
_READING_SHARE = 20  # how many times as long its characters may take: a hundred scanned pages take minutes
_WINDOW = 24  # sources under way at once: enough to keep any pool busy, few enough to stay small


class Job(NamedTuple):
    """A source to read: its file, the folder that its path is told from, and the key that its result is kept under.

    ``before`` is what an older program read in it, where its characters are still those that would be read now.
    ``limit``: seconds that extraction may take.
    """

    path: Path
    root: Path
    key: str
    before: Kept | None = None
    propose: bool = False
    limit: float = TIME_LIMIT


class Done(NamedTuple):
    """What a source gave; ``sha256`` is that of the bytes read, empty where nothing could be read.

    ``again``: it failed for want of time or memory, which the next build may have.
    """

    job: Job
    sha256: str
    kept: Kept
    again: bool = False


def read_document(path: Path, root: Path, propose: bool = False) -> Document:
    """One source through the first stages: read → extract → check. Raises ReadError where it cannot be read."""
    return document_of(read(path, root), propose)


def document_of(text: Text, propose: bool = False) -> Document:
    """A text through the stages that need nothing else: extract → check → rate."""
    document = extract(text, propose)
    silent = tuple(_silent_page(text.source.path, number) for number in unread_pages(text))
    return rate(replace(document, issues=(*silent, *document.issues, *check(document))))


def local_pool(workers: int | None = None) -> Pool:
    """Pools of processes on this machine, as many as it has processors, eight at most."""
    count = workers or min(os.cpu_count() or 1, _MOST_WORKERS)
    spawn = multiprocessing.get_context("spawn")
    return partial(ProcessPoolExecutor, count, mp_context=spawn, initializer=_settle)


def read_all(jobs: Iterable[Job], pool: Pool) -> Iterator[Done]:
    """What each source gave, in the order in which they end. A source that kills its process costs itself alone."""
    left = iter(jobs)
    under_way: dict[Future[Done], Job] = {}
    executor = pool()
    try:
        while _fill(executor, under_way, left):
            ended, _ = wait(under_way, return_when=FIRST_COMPLETED)
            if any(isinstance(future.exception(), BrokenExecutor) for future in ended):
                executor.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(list(under_way.values()), pool)
                under_way.clear()
                executor = pool()
            yield from (_result(future, under_way.pop(future)) for future in ended if future in under_way)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _fill(executor: Executor, under_way: dict[Future[Done], Job], left: Iterator[Job]) -> bool:
    """Give the pool its next sources; whether anything is under way."""
    while len(under_way) < _WINDOW and (job := next(left, None)):
        try:
            under_way[executor.submit(_work, job)] = job
        except BrokenExecutor as fault:
            refused: Future[Done] = Future()
            refused.set_exception(fault)
            under_way[refused] = job
            break
    return bool(under_way)


def _one_by_one(suspects: list[Job], pool: Pool) -> Iterator[Done]:
    """A process died with these sources under way: each again, alone, so that the one to blame is known."""
    executor = pool()
    for job in suspects:
        future = executor.submit(_work, job)
        broken = isinstance(future.exception(), BrokenExecutor)
        yield _result(future, job)
        if broken:
            executor.shutdown(wait=False)
            executor = pool()
    executor.shutdown(wait=False)


def _result(future: Future[Done], job: Job) -> Done:
    fault = future.exception()
    if fault is None:
        return future.result()
    if isinstance(fault, BrokenExecutor):
        said = "the process that read this file died (memory, or a fault in a library)"
    else:
        said = f"a fault of the program: {type(fault).__name__}: {fault}"
    return Done(job, "", keep_failure(ReadError(IssueCode.UNREADABLE_FILE, said)), again=True)


def _work(job: Job) -> Done:
    ended = job._replace(before=None)
    try:
        text = _text(job)
        with deadline(job.limit):
            document = document_of(text, job.propose)
    except ReadError as fault:
        return Done(ended, "", keep_failure(fault))
    except OverdueError:
        late = ReadError(IssueCode.TOO_SLOW, f"given up: it took longer than {job.limit:g} s (--time-limit)")
        return Done(ended, "", keep_failure(late), again=True)
    return Done(ended, text.source.sha256, keep_document(document))


def _text(job: Job) -> Text:
    before = open_document(job.before, job.path.name) if job.before else None
    if isinstance(before, Document):
        return before.text
    with deadline(job.limit * _READING_SHARE):
        return read(job.path, job.root)


def _silent_page(path: str, number: int) -> Issue:
    return Issue(IssueCode.PAGE_WITHOUT_TEXT, Severity.WARNING, why_silent(), path, number)


def _settle() -> None:
    """In a new process: leave Ctrl-C to the parent, keep to one thread each, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for library in ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(library, "1")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
