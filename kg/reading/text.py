"""The characters of a plain text: which encoding its bytes are in."""

import codecs
import re

from kg.errors import IssueCode, ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
# A byte that starts a character of several bytes in UTF-8, with the bytes that follow it there.
_MANY_BYTES = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")


def encoding_of(data: bytes) -> str:
    """The encoding of a text: by its mark, by its NUL bytes (UTF-16), as valid UTF-8, else one byte a character."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    return _utf16_without_mark(data) or _by_validity(data)


def decode(data: bytes) -> str:
    """The characters of a text, line ends as they are. U+FFFD stands for a byte that is wrong in its encoding."""
    text = data.decode(encoding_of(data), errors="replace")
    if "\0" in text:
        raise ReadError(IssueCode.UNSUPPORTED_FORMAT, "the file is neither a text nor a known format")
    return text


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without mark: in a Latin script, nearly every second byte is NUL, and always the same one of the two."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 2 < len(sample) * 0.8:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _by_validity(data: bytes) -> str:
    """UTF-8 where the bytes are valid or nearly (cut or mixed), else cp1252, else latin-1 where cp1252 has a hole."""
    for name in ("utf-8", "cp1252"):
        try:
            data.decode(name)
        except UnicodeDecodeError:
            if name == "utf-8" and _mostly_utf8(data):
                return name
        else:
            return name
    return "latin-1"


def _mostly_utf8(data: bytes) -> bool:
    """Whether nine in ten of the characters outside ASCII are written as UTF-8 writes them."""
    written = sum(map(len, _MANY_BYTES.findall(data)))
    return written > 0.9 * sum(byte > 0x7F for byte in data)
