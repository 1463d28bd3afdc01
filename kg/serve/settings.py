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
    memory: int = 1024 * MEBIBYTE
    """What one query may take beyond what an idle worker has."""
    queue: int = 64
    """Queries that may wait for a worker; the next one is told to come back."""
    query_size: int = 200_000
    """Longest query, in characters."""
    body_size: int = MEBIBYTE
    """Longest request body; a form triples what it escapes."""
    nesting: int = 256
    """Deepest nesting of braces, brackets and parentheses."""
    body_timeout: float = 10.0
    """How long a client may take to send its request's body."""
    watch: float = 0.5
    """How often a new release is looked for."""
    reading: float = 4.0
    """A client may take this many times ``timeout`` to read an answer."""
