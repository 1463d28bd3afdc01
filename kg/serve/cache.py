"""Answers kept for who asks the same again: a release never changes, so an answer is good as long as its release."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import NamedTuple

_OVERHEAD = 512
"""What an entry costs beside its bytes, about."""


class Kept(NamedTuple):
    """A whole answer. ``wire`` is its header lines, an empty line and its body, as HTTP/1.1 sends them."""

    lines: tuple[tuple[bytes, bytes], ...]
    """The header lines, but for the length."""
    wire: bytes
    length: int

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        """All header lines."""
        return [*self.lines, (b"content-length", b"%d" % self.length)]

    @property
    def body(self) -> bytes:
        """What follows the head."""
        return self.wire[len(self.wire) - self.length :]

    @property
    def size(self) -> int:
        """Bytes that it takes in memory, about."""
        return len(self.wire) + _OVERHEAD


class Cache:
    """Answers by key, and keys by the bytes of a request; the least recently asked leave when it is full.

    A key holds the release, so that an answer of another one is never found. Thread-bound: the front's loop only.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Kept] = OrderedDict()
        self._requests: OrderedDict[bytes, Hashable] = OrderedDict()
        self._size = 0
        self._request_size = 0
        self.hits = 0
        self.misses = 0

    @property
    def size(self) -> int:
        """Bytes held, about."""
        return self._size + self._request_size

    @property
    def largest(self) -> int:
        """The longest body worth keeping: a few of them must not drive all others out."""
        return self._most // 32

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, key: Hashable) -> Kept | None:
        """The answer kept under a key."""
        kept = self._answers.get(key)
        if kept is None:
            self.misses += 1
            return None
        self.hits += 1
        self._answers.move_to_end(key)
        return kept

    def put(self, key: Hashable, kept: Kept) -> None:
        """Keep an answer if it is not too long."""
        if kept.length > self.largest:
            return
        old = self._answers.pop(key, None)
        self._size += kept.size - (old.size if old else 0)
        self._answers[key] = kept
        while self._size > self._most - self._most // 4:
            _, dropped = self._answers.popitem(last=False)
            self._size -= dropped.size

    def recall(self, request: bytes) -> Kept | None:
        """The answer to a request of exactly these bytes."""
        key = self._requests.get(request)
        if key is None:
            return None
        kept = self._answers.get(key)
        if kept is not None:
            self.hits += 1
            self._requests.move_to_end(request)
            self._answers.move_to_end(key)
        return kept

    def remember(self, request: bytes, key: Hashable) -> None:
        """Find the answer of a key by the bytes of a request from now on, in a quarter of the room."""
        if request in self._requests or len(request) > self.largest:
            return
        self._requests[request] = key
        self._request_size += len(request) + _OVERHEAD
        while self._request_size > self._most // 4:
            dropped, _ = self._requests.popitem(last=False)
            self._request_size -= len(dropped) + _OVERHEAD

    def clear(self) -> None:
        """Forget everything, when another release is taken up."""
        self._answers.clear()
        self._requests.clear()
        self._size = self._request_size = 0
