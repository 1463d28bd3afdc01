"""The usual request to the endpoint, read in one look: ``GET /sparql?query=…`` with no body and nothing unusual.

Whatever is not exactly of this shape is left to the HTTP parser, which is the judge of HTTP; this reads nothing that
the parser would read otherwise (RFC 9112 §3, §5).
"""

import re
from binascii import a2b_qp

from kg.serve.protocol import Asked, reads_gzip

_HEAD = re.compile(
    rb"GET /sparql\?query=(?P<query>(?:[!$'-:<-~]++|%[0-9A-Fa-f]{2})++)(?:&format=(?P<format>[a-z]+))? HTTP/1\.1\r\n"
    rb"(?P<lines>(?:[A-Za-z0-9-]+: ?[\t -~]*\r\n){1,40})\r\n"
)
_LINE = re.compile(rb"([A-Za-z0-9-]+): ?([^\r]*)\r\n")
_UNUSUAL = re.compile(
    rb"^(?:content-length|transfer-encoding|connection: *(?!keep-alive\r)|upgrade|expect|if-|range|te:|trailer)",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST = 1 << 14


def read_quickly(data: bytes) -> Asked | None:
    """The query of a whole request of the usual shape, else None."""
    if len(data) > _LONGEST or not data.startswith(b"GET /sparql?query="):
        return None
    head = _HEAD.fullmatch(data)
    if head is None or _UNUSUAL.search(head["lines"]):
        return None
    accept, encoding, hosts = [], [], 0
    for name, value in _LINE.findall(head["lines"]):
        match name.lower():
            case b"accept":
                accept.append(value.strip())
            case b"accept-encoding":
                encoding.append(value.strip())
            case b"host":
                hosts += 1
    if hosts != 1:
        return None
    try:
        query = _decoded(head["query"]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    form = head["format"].decode() if head["format"] else None
    joined = b", ".join(accept).decode("latin-1")
    return Asked(query, format=form, accept=joined, gzip=reads_gzip(b", ".join(encoding).decode("latin-1")))


def _decoded(text: bytes) -> bytes:
    """The bytes of a form's value; quoted-printable is the same writing with another sign, and is read in C."""
    return a2b_qp(text.replace(b"=", b"=3D").replace(b"+", b" ").replace(b"%", b"="))
