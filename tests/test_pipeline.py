"""Builds on the real store: what is read again, what stays, what survives a kill."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kg.errors import IssueCode, KgError, StoreError
from kg.model import Document
from kg.pipeline import build, documents_of, local_pool, read_sources
from kg.pipeline.work import Job, read_all
from kg.store.records import building
from kg.store.releases import current_release, list_releases, roll_back
from tests.acts import build_here, exported, write_act, write_acts


def lines_about(export: bytes, number: str) -> set[bytes]:
    return {line for line in export.splitlines() if number.encode() in line}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_acts(tmp_path / "acts", 4)


def test_a_second_build_reads_nothing_and_publishes_nothing(folder: Path, tmp_path: Path) -> None:
    first = build_here(folder, tmp_path / "store")
    assert (first.is_new, first.sources, first.read, first.records) == (True, 4, 4, 4)
    second = build_here(folder, tmp_path / "store")
    assert (second.is_new, second.read, second.release) == (False, 0, first.release)


def test_a_file_that_is_only_touched_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    build_here(folder, tmp_path / "store")
    os.utime(folder / "2024-001.txt", (1, 1))
    again = build_here(folder, tmp_path / "store")
    assert (again.is_new, again.read) == (False, 0)


def test_a_changed_file_changes_its_own_facts_only(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build_here(folder, store)
    before = exported(store)
    path = folder / "2024-002.txt"
    # Same size, and the old time of modification put back: the content decides all the same.
    stat = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("le projet 2", "le trajet 2"), encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    changed = build_here(folder, store)
    after = exported(store)
    assert (changed.is_new, changed.read) == (True, 1)
    assert b"le trajet 2" in after and b"le projet 2" not in after
    for number in ("2024-001", "2024-003", "2024-004"):
        assert lines_about(before, number) == lines_about(after, number) != set()


def test_a_removed_file_leaves_with_its_facts(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build_here(folder, store)
    (folder / "2024-003.txt").unlink()
    done = build_here(folder, store)
    assert (done.read, done.gone, done.sources) == (0, 1, 3)
    assert not lines_about(exported(store), "2024-003")
    fresh = build_here(folder, tmp_path / "other")
    assert exported(store) == exported(tmp_path / "other")
    assert fresh.release.content == done.release.content


def test_the_same_content_twice_is_one_document(folder: Path, tmp_path: Path) -> None:
    (folder / "copie.txt").write_bytes((folder / "2024-001.txt").read_bytes())
    done = build_here(folder, tmp_path / "store")
    assert done.sources == 4
    assert [(i.source, i.message) for i in done.issues if i.code is IssueCode.DUPLICATE_SOURCE] == [
        ("copie.txt", "same content as 2024-001.txt: read once")
    ]


def test_two_folders_with_the_same_names_are_told_apart(tmp_path: Path) -> None:
    one = write_act(tmp_path / "a", "2024-001", "le projet un").parent
    two = write_act(tmp_path / "b", "2024-001", "le projet deux").parent
    store = tmp_path / "store"
    build([one, two], store, pool=local_pool(1))
    documents = documents_of(store, current_release(store))
    assert [d.text.source.path for d in documents if isinstance(d, Document)] == ["a/2024-001.txt", "b/2024-001.txt"]


def test_unread_files_are_listed_and_the_build_goes_on(folder: Path, tmp_path: Path) -> None:
    (folder / "table.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (folder / "vide.txt").write_bytes(b"")
    done = build_here(folder, tmp_path / "store")
    assert sorted((i.source, i.code) for i in done.failed) == [
        ("table.xls", IssueCode.UNSUPPORTED_FORMAT),
        ("vide.txt", IssueCode.EMPTY_DOCUMENT),
    ]
    assert done.records == 4
    again = build_here(folder, tmp_path / "store")
    assert (again.read, again.failed) == (0, done.failed)


def test_rebuild_reads_all_and_gives_the_same_graph(folder: Path, tmp_path: Path) -> None:
    build_here(folder, tmp_path / "store")
    before = exported(tmp_path / "store")
    done = build_here(folder, tmp_path / "store", rebuild=True)
    assert (done.is_new, done.read) == (True, 4)
    assert exported(tmp_path / "store") == before


def test_new_extractors_take_the_characters_that_were_read_before(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OCR takes a second a page: what it gave outlives a change of rules."""
    threads = partial(ThreadPoolExecutor, 1)
    build([folder], tmp_path / "store", pool=threads)
    before = exported(tmp_path / "store")
    monkeypatch.setattr("kg.pipeline.reader_version", lambda propose: "newer rules")
    monkeypatch.setattr("kg.pipeline.work.read", None)
    done = build([folder], tmp_path / "store", pool=threads)
    assert (done.read, done.failed) == (4, ())
    assert exported(tmp_path / "store") == before


def test_two_builds_of_one_store_do_not_mix(folder: Path, tmp_path: Path) -> None:
    with building(tmp_path / "store"), pytest.raises(StoreError, match="another build"):
        build_here(folder, tmp_path / "store")
    assert build_here(folder, tmp_path / "store").is_new


def test_after_a_roll_back_the_next_build_goes_forward(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build_here(folder, store)
    first = exported(store)
    write_act(folder, "2024-005", "le projet 5")
    build_here(folder, store)
    second = exported(store)
    assert roll_back(store, 1).number == 1
    assert exported(store) == first
    assert build_here(folder, store).release.number == 3
    assert exported(store) == second


def test_only_the_last_releases_are_kept(folder: Path, tmp_path: Path) -> None:
    for rank in range(6, 11):
        write_act(folder, f"2024-{rank:03}", f"le projet {rank}")
        build_here(folder, tmp_path / "store")
    assert [release.number for release in list_releases(tmp_path / "store")] == [3, 4, 5]


def test_a_missing_path_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="nowhere"):
        build_here(tmp_path / "nowhere", tmp_path / "store")


def test_documents_come_in_the_order_of_their_paths(folder: Path) -> None:
    found = [d for d in read_sources([folder], local_pool(2), lambda *_: None) if isinstance(d, Document)]
    assert [d.text.source.path for d in found] == [f"2024-00{n}.txt" for n in (1, 2, 3, 4)]
    assert all(d.text.raw.startswith("DÉPARTEMENT") for d in found)


def test_any_executor_will_do(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path / "threads", pool=partial(ThreadPoolExecutor, 2))
    build_here(folder, tmp_path / "processes")
    assert exported(tmp_path / "threads") == exported(tmp_path / "processes")


class Deadly(Executor):
    """A pool of real processes in which one file kills the process that is given it."""

    def __init__(self) -> None:
        self._pool = local_pool(2)()

    def submit(self, work: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        return self._pool.submit(_die if given[0].path.name == "2024-002.txt" else work, *given, **named)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


def _die(_: Job) -> None:
    os._exit(11)


def test_a_file_that_kills_its_process_costs_itself_alone(folder: Path, tmp_path: Path) -> None:
    done = build([folder], tmp_path / "store", pool=Deadly)
    assert [(i.source, i.code) for i in done.failed] == [("2024-002.txt", IssueCode.UNREADABLE_FILE)]
    assert done.records == 3


def test_a_fault_of_ours_costs_one_file(folder: Path) -> None:
    jobs = [Job(folder / f"2024-00{n}.txt", folder, "0" * 64 + str(n)) for n in (1, 2)]
    jobs[0] = jobs[0]._replace(root=Path("/elsewhere"))  # its path cannot be told from there: ValueError
    kept = {done.job.key[64:]: done for done in read_all(jobs, local_pool(1))}
    assert not kept["1"].sha256 and kept["2"].sha256


BUILD = """
import sys
from pathlib import Path
from kg.pipeline import build, local_pool
if __name__ == "__main__":
    build([Path(sys.argv[1])], Path(sys.argv[2]), pool=local_pool(1),
          progress=lambda *told: print(*told, flush=True))
"""


def killed_at(stage: str, done: int, folder: Path, store: Path, script: Path) -> None:
    """Start a build in a process of its own, and kill it (SIGKILL) when it tells of that point."""
    script.write_text(BUILD, encoding="utf-8")
    started = subprocess.Popen(
        [sys.executable, str(script), str(folder), str(store)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "BUILD_UNDER_TEST": str(folder.parent)},
    )
    assert started.stdout is not None
    for line in started.stdout:
        told, count, _ = line.split()
        if (told, int(count)) == (stage, done):
            break
    started.kill()
    assert started.wait() == -signal.SIGKILL
    started.stdout.close()


@pytest.mark.parametrize(("stage", "done"), [("read", 21), ("map", 1), ("load", 0)])
def test_a_killed_build_leaves_the_served_release_and_goes_on(stage: str, done: int, tmp_path: Path) -> None:
    folder, store = write_acts(tmp_path / "acts", 4), tmp_path / "store"
    build_here(folder, store)
    served = exported(store)
    write_acts(folder, 30)
    killed_at(stage, done, folder, store, tmp_path / "building.py")
    assert exported(store) == served
    after = build_here(folder, store)
    assert after.read <= 10, "what was read before the kill is not read again"
    build_here(folder, tmp_path / "uninterrupted")
    assert exported(store) == exported(tmp_path / "uninterrupted")
    assert not list((store / "releases").glob(".building*"))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see the processes")
def test_the_workers_of_a_killed_build_end(tmp_path: Path) -> None:
    folder, store = write_acts(tmp_path / "acts", 30), tmp_path / "store"
    killed_at("read", 1, folder, store, tmp_path / "building.py")
    deadline = time.monotonic() + 10
    while list(_processes_of(tmp_path)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not list(_processes_of(tmp_path))


def _processes_of(folder: Path) -> Iterator[int]:
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            told = (entry / "environ").read_bytes() + (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if str(folder).encode() in told and int(entry.name) != os.getpid():
            yield int(entry.name)


def test_a_store_of_another_format_is_refused(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    with sqlite3.connect(store / "records.sqlite") as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    with pytest.raises(StoreError, match="another version"):
        build_here(folder, store)
