"""The processes that evaluate use the allocator that is installed, and go without it where it is not."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.serve.workers import allocator
from tests.serve.conftest import Server

_LIBRARY = "libjemalloc.so.2"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only place where the library is looked for."""
    monkeypatch.setattr(allocator, "_PLACES", (f"{tmp_path}/{{}}", str(tmp_path)))
    monkeypatch.setattr(sys, "platform", "linux")
    allocator.find_library.cache_clear()
    yield tmp_path
    allocator.find_library.cache_clear()


def test_an_allocator_that_is_installed_is_used(place: Path) -> None:
    library = place / _LIBRARY
    library.touch()
    found = allocator.environment({"PATH": "/bin"})
    assert found["LD_PRELOAD"] == str(library) and found["PATH"] == "/bin"
    assert allocator.name({}) == "jemalloc"


def test_without_it_the_processes_start_as_ever(place: Path) -> None:
    assert not list(place.iterdir())
    assert allocator.environment({"PATH": "/bin"}).keys() == {"PATH", "GLIBC_TUNABLES"}
    assert allocator.name({}) == "system"


def test_a_machine_without_preloading_has_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / _LIBRARY).touch()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert allocator.find_library() is None


def test_what_the_operator_sets_goes_before(place: Path) -> None:
    (place / _LIBRARY).touch()
    own = {"LD_PRELOAD": "", "GLIBC_TUNABLES": "x"}
    assert allocator.environment(own) == own
    assert allocator.name(own) == "system"
    assert allocator.name({"LD_PRELOAD": "/opt/lib/libmimalloc.so.2"}) == "system"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_server_says_what_its_processes_use(server: Server) -> None:
    told = httpx.get(f"{server.url}/health").json()["allocator"]
    assert told == allocator.name(os.environ)
    pid = server.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    loaded = [_LIBRARY in Path(f"/proc/{child}/maps").read_text() for child in children]
    assert loaded and set(loaded) == {told == "jemalloc"}
