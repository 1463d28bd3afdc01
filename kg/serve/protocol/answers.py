"""The head of an answer and its way to the client."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from http import HTTPStatus

from starlette.types import Message, Send

from kg.serve.cache import Kept
from kg.serve.plan import Plan
from kg.serve.protocol.formats import Format
from kg.serve.workers.job import Head
from kg.store.releases import Release

Lines = tuple[tuple[bytes, bytes], ...]

VARY = (b"vary", b"Accept, Accept-Encoding")
REST = "kg.rest"
OPEN_TO_ALL: Lines = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Retry-After, X-Row-Limit, X-Truncated"),
    (b"x-content-type-options", b"nosniff"),
)
"""Any site may read an answer, and nobody may take it for a page."""


def etag_of(plan: Plan, release: Release, form: str) -> str:
    """Weak validator (RFC 9110 §8.8.3): for one address and form only the release changes its answer."""
    return f'W/"{release.number}-{_digest(release)}-{form}{plan.job.rows or ""}"'


def etags(plan: Plan, release: Release) -> set[str]:
    """The validators that the answer may have: its family is known to the engine only."""
    return {etag_of(plan, release, form.name) for form in (plan.tables, plan.graphs) if form is not None}


@lru_cache(maxsize=8)
def _digest(release: Release) -> str:
    return hashlib.blake2b(f"{release.built} {release.content}".encode(), digest_size=8).hexdigest()


def kept_of(plan: Plan, release: Release, told: Head, body: bytes) -> Kept:
    """A whole answer from what its worker told and gave of it."""
    return Kept(head_of(plan, release, told), wire_of(plan, release, told, body), len(body))


def wire_of(plan: Plan, release: Release, told: Head, body: bytes) -> bytes:
    """A whole answer as HTTP/1.1 sends it, but for its first lines."""
    return b"%bcontent-length: %d\r\n\r\n%b" % (_lines(plan, release, told)[1], len(body), body)


def head_of(plan: Plan, release: Release, told: Head) -> Lines:
    """The header lines of an answer whose length is not known yet."""
    return _lines(plan, release, told)[0]


def opening(plan: Plan, release: Release) -> bytes:
    """The header lines and the empty one of a table of unknown length, as HTTP/1.1 sends them."""
    return _lines(plan, release, Head("tables", plan.job.gzip))[1] + b"transfer-encoding: chunked\r\n\r\n"


def _lines(plan: Plan, release: Release, told: Head) -> tuple[Lines, bytes]:
    table = told.family == "tables"
    form = plan.tables if table else plan.graphs
    assert form is not None
    etag = etag_of(plan, release, form.name) if plan.stable else ""
    return _made(form, etag, told.gzip, plan.job.rows if table else None, told.cut)


@lru_cache(maxsize=256)
def _made(form: Format, etag: str, gzip: bool, rows: int | None, cut: bool) -> tuple[Lines, bytes]:
    """The lines, apart and together."""
    lines = [(b"content-type", form.media.encode()), VARY]
    lines.append((b"cache-control", b"public, max-age=60" if etag else b"no-store"))
    if etag:
        lines.append((b"etag", etag.encode()))
    if gzip:
        lines.append((b"content-encoding", b"gzip"))
    if rows is not None:
        lines.append((b"x-row-limit", b"%d" % rows))
    if cut:
        lines.append((b"x-truncated", b"true"))
    lines += OPEN_TO_ALL
    return tuple(lines), b"".join(b"%b: %b\r\n" % line for line in lines)


def start(lines: Sequence[tuple[bytes, bytes]], status: int = HTTPStatus.OK) -> Message:
    """The message that begins an answer."""
    return {"type": "http.response.start", "status": int(status), "headers": list(lines)}


def started(lines: Sequence[tuple[bytes, bytes]], rest: bytes) -> Message:
    """The message of a chunked answer begun elsewhere; ``rest`` is still to be sent of its head and first chunk."""
    message = start(lines)
    message[REST] = rest
    return message


async def whole(kept: Kept, send: Send) -> None:
    """Send a whole answer."""
    await send(start(kept.headers))
    await send({"type": "http.response.body", "body": kept.body})


async def not_modified(etag: str, send: Send) -> None:
    """Tell that the client holds the answer already (RFC 9110 §15.4.5)."""
    lines = ((b"etag", etag.encode()), VARY, (b"cache-control", b"public, max-age=60"), *OPEN_TO_ALL)
    await send(start(lines, HTTPStatus.NOT_MODIFIED))
    await send({"type": "http.response.body", "body": b""})
