"""Taking stock: which files the paths stand for, what they hold, and which of them were seen before."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kg.errors import IssueCode, ReadError, Severity
from kg.model import Issue
from kg.reading import archive_of, file_bytes, walk
from kg.review.corrections import BESIDE
from kg.store.records import FileState, Records


class Found(NamedTuple):
    """A file with its name for readers and the key of its reading (its sha256, and its suffix, which readers see)."""

    path: Path
    root: Path
    name: str
    key: str


class Stock(NamedTuple):
    """The sources of a build in a stable order, each content once, and what is to be said of the other files."""

    sources: tuple[Found, ...]
    issues: tuple[Issue, ...]


def take_stock(paths: Iterable[Path], records: Records) -> Stock:
    """The files to read, those of corrections left aside. A file whose size and times are the same is not opened."""
    known = records.files()
    first: dict[str, Found] = {}
    issues: list[Issue] = []
    for path, root, name in _named(file for file in walk(paths) if file[0].name != BESIDE):
        try:
            sha256 = _sha256(path, known, records)
        except OSError as fault:
            message = f"the file cannot be opened: {fault.strerror}"
            issues.append(Issue(IssueCode.UNREADABLE_FILE, Severity.ERROR, message, name))
            continue
        except ReadError as fault:
            issues.append(Issue(fault.code, Severity.ERROR, str(fault), name))
            continue
        if sha256 in first:
            message = f"same content as {first[sha256].name}: read once"
            issues.append(Issue(IssueCode.DUPLICATE_SOURCE, Severity.INFO, message, name))
        else:
            first[sha256] = Found(path, root, name, sha256 + path.suffix.lower())
    records.commit()
    return Stock(tuple(first.values()), tuple(issues))


def _named(files: Iterable[tuple[Path, Path]]) -> list[tuple[Path, Path, str]]:
    """Each file with its path from its folder; the folder's name before it where two folders hold the same path."""
    told = [(path, root, path.relative_to(root).as_posix()) for path, root in files]
    for prefix in (lambda path, root, name: f"{root.resolve().name}/{name}", lambda path, root, name: path.as_posix()):
        count = Counter(name for _, _, name in told)
        told = [(path, root, prefix(path, root, name) if count[name] > 1 else name) for path, root, name in told]
    return told


def _sha256(path: Path, known: dict[str, FileState], records: Records) -> str:
    archive = archive_of(path)
    stat = (archive or path).stat()
    # The time of change of the inode too: a copy may bring an old time of modification with it.
    changed = f"{stat.st_mtime_ns} {stat.st_ctime_ns}"
    address = path.absolute().as_posix()
    before = known.get(address)
    if before is not None and (before.size, before.changed) == (stat.st_size, changed):
        return before.sha256
    if archive:
        sha256 = hashlib.sha256(file_bytes(path, archive)).hexdigest()
    else:
        with path.open("rb") as data:
            sha256 = hashlib.file_digest(data, "sha256").hexdigest()
    records.remember_file(address, FileState(stat.st_size, changed, sha256))
    return sha256
