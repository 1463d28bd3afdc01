"""The usual request to the endpoint, read in one look: ``GET /sparql?query=…`` with no body and nothing unusual.

Whatever is not exactly of this shape is left to the HTTP parser, which is the judge of HTTP; this reads nothing that
the parser would read otherwise (RFC 9112 §3, §5).
"""

import re
from binascii import a2b_qp
from functools import lru_cache

from kg.serve.protocol import Asked, reads_gzip

_REQUEST = re.compile(
    rb"GET /sparql\?query=(?P<query>(?:[!$'-:<-~]++|%[0-9A-Fa-f]{2})++)(?:&format=(?P<format>[a-z]+))? HTTP/1\.1"
)
_LINES = re.compile(rb"(?:[A-Za-z0-9-]+: ?[\t -~]*\r\n){1,40}\r\n")
_LINE = re.compile(rb"([A-Za-z0-9-]+): ?([^\r]*)\r\n")
_UNUSUAL = re.compile(
    rb"^(?:content-length|transfer-encoding|connection: *+(?!keep-alive\r)|upgrade|expect|if-|range|te:|trailer)",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST = 1 << 14


def read_quickly(data: bytes) -> Asked | None:
    """The query of a whole request of the usual shape, else None."""
    if len(data) > LONGEST or not data.startswith(b"GET /sparql?query="):
        return None
    first, _, lines = data.partition(b"\r\n")
    request, read = _REQUEST.fullmatch(first), _read(lines)
    if request is None or read is None:
        return None
    try:
        query = _decoded(request["query"]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Asked(query, format=request["format"].decode() if request["format"] else None, accept=read[0], gzip=read[1])


@lru_cache(maxsize=128)
def _read(lines: bytes) -> tuple[str, bool] | None:
    """What a client accepts, and whether it reads gzip: the same lines come with each of its requests."""
    if not _LINES.fullmatch(lines) or _UNUSUAL.search(lines):
        return None
    named = [(name.lower(), value.strip()) for name, value in _LINE.findall(lines)]
    if sum(name == b"host" for name, _ in named) != 1:
        return None
    accept, encoding = (b", ".join([v for n, v in named if n == name]) for name in (b"accept", b"accept-encoding"))
    return accept.decode("latin-1"), reads_gzip(encoding.decode("latin-1"))


def _decoded(text: bytes) -> bytes:
    """The bytes of a form's value; quoted-printable is the same writing with another sign, and is read in C."""
    return a2b_qp(text.replace(b"=", b"=3D").replace(b"+", b" ").replace(b"%", b"="))


def is_long(data: bytes) -> bool:
    """Whether a request looks as if a long listing were asked for, at a glance."""
    at = data.find(b"LIMIT")
    return at > 0 and data.startswith(b"GET /sparql?query=") and data[at + 6 : at + 10].isdigit()
