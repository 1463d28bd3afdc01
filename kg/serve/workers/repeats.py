"""What a teller keeps: the answers to requests that came again, by their very bytes."""

from collections import OrderedDict

_OVERHEAD = 512
_MOST_SEEN = 1 << 15


class Repeats:
    """Answers by request; the least recently asked leave when there is no more room.

    A request that comes for the first time is only noted: most never come again, and to keep them costs a tenth of a
    look-up.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[bytes, bytes] = OrderedDict()
        self._seen: set[int] = set()
        self.size = 0

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, request: bytes) -> bytes | None:
        """The answer to a request of exactly these bytes."""
        answer = self._answers.get(request)
        if answer is not None:
            self._answers.move_to_end(request)
        return answer

    def note(self, request: bytes, answer: bytes) -> None:
        """A request that was not found was answered so."""
        mark = hash(request)
        if mark not in self._seen:
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen.add(mark)
            return
        self._answers[request] = answer
        self.size += _size(request, answer)
        while self.size > self._most:
            self.size -= _size(*self._answers.popitem(last=False))


def _size(request: bytes, answer: bytes) -> int:
    """Bytes that an answer takes in memory, about."""
    return len(request) + len(answer) + _OVERHEAD
