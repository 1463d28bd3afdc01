"""What the operator of an endpoint may set, with defaults that a small machine bears."""

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of an endpoint. Times are seconds, sizes bytes."""

    timeout: float = 30.0
    """How long the evaluation of one query may last; its worker is killed then."""
    workers: int = 4
    """Queries evaluated at the same time, each in a process of its own."""
    tellers: int = 3
    """Processes that answer look-ups; one more than there are processors keeps these busy."""
    memory: int = 1024 * MEBIBYTE
    """What one query may take beyond what an idle worker has."""
    share: int | None = None
    """Workers that one client may hold at a time; all but one where nothing is said."""
    queue: int = 64
    """Queries that may wait for a worker, half of them from one client; the next one is told to come back."""
    long: float = 1.0
    """A query that runs longer lets other processes go first, and its worker is replaced after it."""
    cache: int = 64 * MEBIBYTE
    """Room for answers that are kept, three quarters of it in the front; none where 0."""
    rows: int | None = None
    """Most rows of an answer; no limit but the deadline where None."""
    query_size: int = 200_000
    """Longest query, in characters."""
    body_size: int = MEBIBYTE
    """Longest request body; a form triples what it escapes."""
    nesting: int = 256
    """Deepest nesting of braces, brackets and parentheses."""
    operators: int = 1000
    """Most path steps, negations and branches of UNION, MINUS and OPTIONAL in a query."""
    head_size: int = 1 << 16
    """Longest head of a request, its address included."""
    head_timeout: float = 10.0
    """How long a client may take to send its request's head."""
    connections: int = 256
    """Connections that one client may have open."""
    body_timeout: float = 10.0
    """How long a client may take to send its request's body."""
    watch: float = 0.5
    """How often a new release is looked for."""
    reading: float = 4.0
    """A client may take this many times ``timeout`` to read an answer."""

    @property
    def client_share(self) -> int:
        """Workers that one client may hold at a time."""
        return self.share or max(1, self.workers - 1)

    @property
    def front_cache(self) -> int:
        """Room for answers that the front keeps."""
        return self.cache * 3 // 4

    @property
    def teller_cache(self) -> int:
        """Room for answers that each teller keeps."""
        return self.cache // (4 * max(1, self.tellers))
