"""Fetching reference files: the only module of the links that opens a socket, and only when it is asked to.

A file is kept with its sha256 and what the server said of its version (``ETag``); asked for again, it is fetched only
if it changed. An interrupted or failing transfer leaves the file of before in its place.
"""

import hashlib
import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import KgError
from kg.link.reference.sources import Remote

_TRIES = 4
_TIMEOUT = 30.0
_LARGEST = 200_000_000
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_AGENT = "deliberations-kg (kg reference update)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file of the cache: where it came from, its sha256, the server's mark of its version, whether it is new now."""

    name: str
    address: str
    sha256: str
    etag: str
    changed: bool


def fetch_all(
    remotes: Iterable[Remote], cache: Path, wait: Callable[[float], None] = time.sleep
) -> tuple[Fetched, ...]:
    """Bring each file into the cache; KgError says which one could not be had, why, and what to do offline."""
    cache.mkdir(parents=True, exist_ok=True)
    return tuple(fetch(remote, cache, wait) for remote in remotes)


def fetch(remote: Remote, cache: Path, wait: Callable[[float], None] = time.sleep) -> Fetched:
    """Bring one file into the cache, again and again where the server or the line fails, then give up."""
    before = known(remote.name, cache)
    fault = ""
    for attempt in range(_TRIES):
        if attempt:
            wait(2.0**attempt)
        try:
            return _once(remote, cache, before)
        except urllib.error.HTTPError as error:
            fault = f"the server answers {error.code} {error.reason}"
            if error.code not in _AGAIN:
                break
        except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
            fault = str(getattr(error, "reason", error)) or type(error).__name__
    raise KgError(_offline(remote, fault, before))


def known(name: str, cache: Path) -> Fetched | None:
    """What the cache says of a file that it holds whole; None where it holds none, or a damaged one."""
    note, path = _note(name, cache), cache / name
    if not note.is_file() or not path.is_file():
        return None
    try:
        told = Fetched(**json.loads(note.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        return None
    with path.open("rb") as data:
        whole = hashlib.file_digest(data, "sha256").hexdigest() == told.sha256
    return told if whole else None


def _once(remote: Remote, cache: Path, before: Fetched | None) -> Fetched:
    headers = {"User-Agent": _AGENT}
    if before and before.etag and before.address == remote.address:
        headers["If-None-Match"] = before.etag
    request = urllib.request.Request(remote.address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            body = answer.read(_LARGEST + 1)
            etag = answer.headers.get("ETag") or ""
            expected = answer.headers.get("Content-Length")
    except urllib.error.HTTPError as error:
        if error.code == 304 and before:
            return Fetched(before.name, before.address, before.sha256, before.etag, changed=False)
        raise
    if len(body) > _LARGEST or (expected and expected.isdigit() and len(body) != int(expected)):
        raise http.client.IncompleteRead(body[:0])
    return _keep(remote, cache, body, etag, before)


def _keep(remote: Remote, cache: Path, body: bytes, etag: str, before: Fetched | None) -> Fetched:
    sha256 = hashlib.sha256(body).hexdigest()
    part = cache / f"{remote.name}.part"
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(body)
    part.replace(cache / remote.name)
    kept = Fetched(remote.name, remote.address, sha256, etag, before is None or before.sha256 != sha256)
    _note(remote.name, cache).write_text(json.dumps(asdict(kept), indent=1) + "\n", encoding="utf-8")
    return kept


def _note(name: str, cache: Path) -> Path:
    return cache / f"{name}.json"


def _offline(remote: Remote, fault: str, before: Fetched | None) -> str:
    kept = "the file fetched before stays in use" if before else "the tables that came with the program stay in use"
    return (
        f"{remote.address} cannot be fetched: {fault}. Nothing was changed: {kept}. Without a network, fetch it on "
        f"another machine and run `kg reference update --from {remote.name}`."
    )
