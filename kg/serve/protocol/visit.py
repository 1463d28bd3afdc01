"""Who asks: the address that limits are counted by, and what is to end when they leave."""

import ipaddress
from collections.abc import Callable, MutableSet
from contextvars import ContextVar
from functools import lru_cache

from starlette.types import Scope

OWN = "site"
"""The client of a query that no visitor asked for."""


class LeftError(Exception):
    """The client closed the connection: nobody waits for the answer."""


class Visit:
    """A request under way. ``gone`` once its client closed the connection."""

    __slots__ = ("_on_leave", "client", "gone")

    def __init__(self, client: str = OWN) -> None:
        self.client = client
        self.gone = False
        self._on_leave: Callable[[], None] | None = None

    def on_leave(self, end: Callable[[], None] | None) -> None:
        """What to do when the client leaves from now on, None for nothing; LeftError where it has left already."""
        if self.gone and end is not None:
            raise LeftError
        self._on_leave = end

    def leave(self) -> None:
        """The client has closed the connection."""
        self.gone = True
        if self._on_leave is not None:
            self._on_leave()


VISIT: ContextVar[Visit] = ContextVar("VISIT")
"""The request that the running task answers."""

KEY = "kg.connection"
"""Under this name a request's scope holds its connection, where that is the server's (:mod:`.connection`)."""


def current() -> Visit:
    """The request that the running task answers; one of our own where there is none."""
    return VISIT.get(None) or Visit()


def begin(scope: Scope) -> tuple[Visit, MutableSet[Visit]]:
    """The visit of a request, and the set of those of its connection, which it leaves when it is answered."""
    visit = Visit(client_of((scope.get("client") or ("",))[0]))
    connection = scope.get(KEY)
    visits: MutableSet[Visit] = connection.visits if connection is not None else set()
    # A pipelined request may begin after its client left.
    visit.gone = connection is not None and connection.lost
    visits.add(visit)
    VISIT.set(visit)
    return visit, visits


@lru_cache(maxsize=4096)
def client_of(address: str) -> str:
    """What limits are counted by: an IPv4 address, or the /64 network that one IPv6 subscriber has (RFC 6177)."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped) if mapped else str(ipaddress.IPv6Network((parsed, 64), strict=False))
    return address
