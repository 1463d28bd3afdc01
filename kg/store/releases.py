"""Releases: Oxigraph databases written once beside the one being served, then renamed into place.

    STORE/records.sqlite      what was read, by source (see kg.store.records)
    STORE/releases/7/         an Oxigraph database; STORE/releases/7.json says what it holds
    STORE/current             the number of the release that is served, replaced by one atomic rename

A reader sees the old release or the new one, never half of one; a killed build leaves only a ``.building-*`` directory
that the next build removes.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.graph.namespaces import BASE

_BUILDING = ".building-"


@dataclass(frozen=True, slots=True)
class Release:
    """A published release. ``built`` is an ISO 8601 time in UTC, ``content`` the digest of all that went into it.

    ``audience``: ``public``, or ``internal`` where private persons are named in it. ``withdrawals``: the digest of what
    was withdrawn when it was built, empty where nothing was. ``base``: the address under which it names its things,
    empty where an older version wrote it.
    """

    number: int
    path: Path
    built: str = ""
    quads: int = 0
    sources: int = 0
    records: int = 0
    content: str = ""
    audience: str = "public"
    withdrawals: str = ""
    base: str = ""


def current_release(store: Path) -> Release:
    """The release that is served; StoreError says what to do where there is none."""
    if not store.is_dir():
        raise StoreError(f"{store} is not a directory: build a store first with `kg build PATH --store {store}`")
    pointer = store / "current"
    if not pointer.is_file():
        raise StoreError(f"{store} holds no release yet: `kg build PATH --store {store}` makes one")
    written = pointer.read_text(encoding="utf-8").strip()
    if not written.isdecimal():
        raise StoreError(f"{pointer} should hold the number of a release, not {written[:40]!r}")
    return _release(store, int(written))


def served_release(store: Path) -> Release | None:
    """The release that is served, or None in a store that never finished a build."""
    return current_release(store) if (store / "current").is_file() else None


def list_releases(store: Path) -> tuple[Release, ...]:
    """All published releases, oldest first."""
    return tuple(_release(store, number) for number in _numbers(store))


def roll_back(store: Path, number: int) -> Release:
    """Serve release ``number`` again. The next build publishes a new release as usual."""
    release = _release(store, number)
    _point_to(store, number)
    return release


def prune(store: Path, keep: int) -> tuple[int, ...]:
    """Remove all but the ``keep`` newest releases; the one that is served always stays. The numbers removed."""
    served = served_release(store)
    kept = {*_numbers(store)[-keep:]} if keep > 0 else set()
    removed = [number for number in _numbers(store) if number not in kept and (not served or number != served.number)]
    _remove(store, removed)
    return tuple(removed)


def remove_before_withdrawal(store: Path) -> tuple[int, ...]:
    """Remove the releases built under other withdrawals than the served one: they hold what it withdraws."""
    served = current_release(store)
    others = [one.number for one in list_releases(store) if one.withdrawals != served.withdrawals]
    removed = others if served.withdrawals else []
    _remove(store, removed)
    return tuple(removed)


def _remove(store: Path, numbers: Iterable[int]) -> None:
    for number in numbers:
        _directory(store, number).rename(_directory(store, number).with_name(f"{_BUILDING}old-{number}"))
        _sidecar(store, number).unlink(missing_ok=True)
    sweep(store)


def sweep(store: Path) -> None:
    """Remove what killed builds left."""
    for leftover in (store / "releases").glob(f"{_BUILDING}*"):
        shutil.rmtree(leftover)


@contextmanager
def new_release(store: Path) -> Iterator[Path]:
    """A fresh directory to load into, gone again if the block fails. :func:`publish` makes it a release."""
    sweep(store)
    directory = store / "releases" / f"{_BUILDING}{next_number(store)}"
    directory.mkdir(parents=True)
    try:
        yield directory
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def publish(store: Path, built: Path, facts: dict[str, Any]) -> Release:
    """Rename a loaded directory into place and serve it. ``facts`` are fields of :class:`Release`."""
    number = next_number(store)
    _write(_sidecar(store, number), json.dumps({"base": BASE} | facts, indent=1, sort_keys=True) + "\n")
    built.rename(_directory(store, number))
    _point_to(store, number)
    return _release(store, number)


def next_number(store: Path) -> int:
    """The number that the next release takes; numbers are never used twice while a later release exists."""
    return max(_numbers(store), default=0) + 1


def _numbers(store: Path) -> list[int]:
    found = (entry for entry in (store / "releases").glob("[0-9]*") if entry.is_dir())
    return sorted(int(entry.name) for entry in found if entry.name.isdecimal())


def _directory(store: Path, number: int) -> Path:
    return store / "releases" / str(number)


def _sidecar(store: Path, number: int) -> Path:
    return store / "releases" / f"{number}.json"


def _release(store: Path, number: int) -> Release:
    path = _directory(store, number)
    if not path.is_dir():
        there = ", ".join(map(str, _numbers(store))) or "none"
        raise StoreError(f"{store} has no release {number} (releases there: {there})")
    sidecar = _sidecar(store, number)
    facts = json.loads(sidecar.read_text(encoding="utf-8")) if sidecar.is_file() else {}
    known = {name: facts[name] for name in Release.__slots__ if name in facts}
    return Release(**{**known, "number": number, "path": path})


def _point_to(store: Path, number: int) -> None:
    _write(store / "current", f"{number}\n")


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(path)
