"""The composition of the stages: read → extract → check → resolve → link → map → load → publish.

What each source gave is kept before anything else happens with it, so that a build that is killed goes on where it
stopped; the release that is served changes by one rename at the very end.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Severity
from kg.model import Document, Issue
from kg.pipeline.authorities import map_authorities
from kg.pipeline.correcting import Corrected, correct, find_corrections
from kg.pipeline.links import read_said
from kg.pipeline.publishing import Audience, Terms, digest_of, publish_texts
from kg.pipeline.stock import Found, Stock, take_stock
from kg.pipeline.version import reader_version, text_version
from kg.pipeline.work import TIME_LIMIT, Job, Pool, local_pool, read_all, read_document
from kg.resolve.withdrawals import FILE as WITHDRAWALS
from kg.resolve.withdrawals import read_withdrawals
from kg.review.corrections import Read
from kg.store.catalogue import describe_release
from kg.store.catalogue import digest as catalogue_digest
from kg.store.indexing import index
from kg.store.kept import Kept, open_document
from kg.store.load import load
from kg.store.records import Member, Records, Version, building, open_records
from kg.store.releases import (
    Release,
    list_releases,
    new_release,
    next_number,
    prune,
    publish,
    remove_before_withdrawal,
    served_release,
)

__all__ = [
    "TIME_LIMIT",
    "Audience",
    "Build",
    "Pool",
    "build",
    "documents_of",
    "local_pool",
    "read_document",
    "read_sources",
]

# Told as work goes on: the stage, how much of it is done, how much there is.
Progress = Callable[[str, int, int], None]
_KEPT_RELEASES = 3
_COMMIT_EVERY = 20


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did. ``read`` sources were read now, ``gone`` ones were in the release before and no longer are.

    ``corrected``: corrections that hold; those that do not are among the failures, with their file and line.
    """

    release: Release
    is_new: bool
    sources: int
    read: int
    gone: int
    records: int
    corrected: int
    failed: tuple[Issue, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """How a build reads: with which processes and which program, and whom it tells."""

    pool: Pool
    version: Version
    propose: bool
    rebuild: bool
    limit: float
    progress: Progress


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the sources gave: the documents come without their characters, which no later stage needs."""

    members: tuple[Member, ...]
    documents: tuple[Document, ...]
    unread: tuple[Issue, ...]
    read: int
    corrected: Corrected


def build(
    paths: Sequence[Path],
    store: Path,
    *,
    pool: Pool | None = None,
    rebuild: bool = False,
    propose: bool = False,
    built: str = "",
    time_limit: float = TIME_LIMIT,
    corrections: Sequence[Path] = (),
    audience: Audience = Audience.PUBLIC,
    progress: Progress = lambda stage, done, total: None,
) -> Build:
    """Make the graph of these files and folders, and serve it: the sources of the store are what the paths hold now.

    ``built`` is the time to write on the release (ISO 8601), ``rebuild`` reads and maps all anew, ``propose`` asks the
    language model for parties that rules leave out, ``time_limit`` is what extraction may take of a document, in
    seconds. ``corrections`` are files of corrections, replayed beside those that the folders hold; ``audience``
    says whether private persons may be named; what STORE/retraits.toml lists is left out for any. Raises KgError where
    a path does not exist, StoreError where another build of the same store is under way.
    """
    version = Version(reader_version(propose), text_version())
    way = _Way(pool or local_pool(), version, propose, rebuild, time_limit, progress)
    with building(store), open_records(store, create=True) as records:
        stock = take_stock(paths, records)
        reading = _read(stock, find_corrections(corrections, paths), records, way)
        if rebuild:
            records.forget_graphs()
        terms = Terms(audience, read_withdrawals(store / WITHDRAWALS))
        parts = map_authorities(reading.documents, way.version.reader, records, read_said(store), terms, progress)
        facts = _facts(reading, parts, built) | {"audience": audience.value}
        facts["withdrawals"] = digest_of(told) if (told := terms.withdrawals.told()) else ""
        before = release = served_release(store)
        gone = _gone(records, before, reading.members)
        if release is None or rebuild or release.content != facts["content"]:
            progress("load", 0, 1)
            release = _release(store, records, reading.members, sorted(parts), facts, way.version)
            progress("load", 1, 1)
    numbers = (len(reading.members), reading.read, gone, release.records, reading.corrected.applied)
    return Build(release, release != before, *numbers, *_findings(stock, reading))


def _findings(stock: Stock, reading: _Reading) -> tuple[tuple[Issue, ...], tuple[Issue, ...]]:
    """What failed, and all that was found."""
    said = (issue for document in reading.documents for issue in document.issues)
    unread = (*reading.unread, *(issue for issue in stock.issues if issue.severity is Severity.ERROR))
    failed = (*unread, *reading.corrected.issues)
    return failed, (*reading.unread, *stock.issues, *reading.corrected.issues, *said)


def read_sources(
    paths: Sequence[Path], pool: Pool, progress: Progress, propose: bool = False
) -> Iterator[Document | Issue]:
    """The document of each source in a stable order, or the finding that says why there is none; nothing is kept."""
    with open_records(None) as records:
        stock = take_stock(paths, records)
    jobs = [Job(found.path, found.root, found.key, propose=propose) for found in stock.sources]
    done: dict[str, Kept] = {}
    waiting = list(reversed(stock.sources))
    for ended, result in enumerate(read_all(jobs, pool), start=1):
        done[result.job.key] = result.kept
        progress("read", ended, len(jobs))
        while waiting and waiting[-1].key in done:
            found = waiting.pop()
            yield open_document(done.pop(found.key), found.name)
    yield from stock.issues


def documents_of(store: Path, release: Release) -> Iterator[Document | Issue]:
    """The documents that a release was made from, as they were read for it."""
    with open_records(store) as records:
        for member in records.members(release.number):
            yield open_document(records.reading(member.key, member.version), member.path)


def _read(stock: Stock, told: Read, records: Records, way: _Way) -> _Reading:
    """Read what this version of the program has not read yet, correct it, and open all that there is."""
    version = way.version.reader
    known = set() if way.rebuild else records.keys(version)
    new = [found for found in stock.sources if found.key not in known]
    keys = _keep_new(_jobs(new, records, way), len(new), records, way)
    members = tuple(Member(found.name, keys.get(found.key, found.key), version) for found in stock.sources)
    corrected = correct(members, told, records, way.version)
    kept = ((records.reading(member.key, member.version, with_text=False), member) for member in corrected.members)
    opened = [open_document(reading, member.path) for reading, member in kept]
    documents = tuple(document for document in opened if isinstance(document, Document))
    unread = tuple(issue for issue in opened if isinstance(issue, Issue))
    return _Reading(corrected.members, documents, unread, len(new), corrected)


def _jobs(new: Iterable[Found], records: Records, way: _Way) -> Iterator[Job]:
    """What is to be read; a source whose characters are known already brings them along."""
    for found in new:
        before = None if way.rebuild else records.same_text(found.key, way.version)
        yield Job(found.path, found.root, found.key, before, way.propose, way.limit)


def _keep_new(jobs: Iterable[Job], total: int, records: Records, way: _Way) -> dict[str, str]:
    """Read these sources and keep what they give; the key of each, another one where it changed meanwhile."""
    keys: dict[str, str] = {}
    for count, done in enumerate(read_all(jobs, way.pool) if total else (), start=1):
        sha256 = done.sha256 or done.job.key[:64]
        keys[done.job.key] = sha256 + done.job.key[64:]
        records.keep(keys[done.job.key], way.version, sha256, done.kept, again=done.again)
        if count % _COMMIT_EVERY == 0:
            records.commit()
        way.progress("read", count, total)
    records.commit()
    return keys


def _gone(records: Records, before: Release | None, members: Iterable[Member]) -> int:
    known = {member.path for member in records.members(before.number)} if before else set()
    return len(known - {member.path for member in members})


def _facts(reading: _Reading, parts: dict[str, str], built: str) -> dict[str, object]:
    """What is written on a release; ``content`` is the digest of all that goes into it."""
    told = [f"{name} {digest}\n" for name, digest in sorted(parts.items())]
    told.extend(f"{member.path} {member.key}\n" for member in reading.members)
    told.append(catalogue_digest())
    return {
        "built": built,
        "sources": len(reading.documents),
        "records": sum(len(document.records) for document in reading.documents),
        "content": hashlib.sha256("".join(told).encode()).hexdigest(),
    }


def _release(
    store: Path,
    records: Records,
    members: Sequence[Member],
    parts: Sequence[str],
    facts: dict[str, object],
    version: Version,
) -> Release:
    """Load the parts into a new release, serve it, and forget what no release needs any more."""
    with new_release(store) as directory:
        load(directory, records.graphs(parts))
        quads = describe_release(directory)
        index(directory)
        publish_texts(directory, records, members, parts)
        records.describe_release(next_number(store), members)
        records.commit()
        release = publish(store, directory, facts | {"quads": quads})
    prune(store, _KEPT_RELEASES)
    remove_before_withdrawal(store)
    records.forget([kept.number for kept in list_releases(store)], version.reader, parts)
    records.commit()
    return release
