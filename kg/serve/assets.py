"""``/static``: the style sheets and scripts that come with the program, compressed once and kept in memory so.

They change only with the program: the validator is the digest of what they hold.
"""

import gzip
import hashlib
import mimetypes
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kg.serve.protocol import reads_gzip

_WORTH_PACKING = 1 << 10


class Asset(NamedTuple):
    """A file: its media type, its validator, its bytes, and whether these are packed (not where that saves nothing)."""

    media: str
    etag: str
    content: bytes
    packed: bool

    @property
    def plain(self) -> bytes:
        """The file itself; nearly every client takes it packed."""
        return gzip.decompress(self.content) if self.packed else self.content


class Assets:
    """All files of the folder ``static``; nothing outside of it can be asked for."""

    def __init__(self) -> None:
        folder = Path(str(files("kg.serve") / "static"))
        self._known = {
            path.relative_to(folder).as_posix(): _asset(path) for path in sorted(folder.rglob("*")) if path.is_file()
        }

    def routes(self) -> list[BaseRoute]:
        """Where they are answered."""
        return [Route("/static/{name:path}", self.answer)]

    async def answer(self, request: Request) -> Response:
        """A file, 304 where the client holds it, 404 where there is none."""
        asset = self._known.get(request.path_params["name"])
        if asset is None:
            return PlainTextResponse("Not Found", 404)
        headers = {"etag": asset.etag, "cache-control": "public, max-age=3600", "vary": "Accept-Encoding"}
        held = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
        if asset.etag.removeprefix("W/") in held:
            return Response(status_code=304, headers=headers)
        if asset.packed and reads_gzip(request.headers.get("accept-encoding", "")):
            return Response(asset.content, headers=headers | {"content-encoding": "gzip"}, media_type=asset.media)
        return Response(asset.plain, headers=headers, media_type=asset.media)


def _asset(path: Path) -> Asset:
    plain = path.read_bytes()
    packed = gzip.compress(plain, mtime=0) if len(plain) > _WORTH_PACKING else b""
    media = mimetypes.guess_type(path.name)[0] or "text/plain"
    etag = f'W/"{hashlib.blake2b(plain, digest_size=12).hexdigest()}"'
    return Asset(media, etag, packed, True) if 0 < len(packed) < len(plain) else Asset(media, etag, plain, False)
