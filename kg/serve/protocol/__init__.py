"""What a client asks (SPARQL 1.1 Protocol §2.1). A teller needs this too, and nothing that reads from the front."""

from functools import lru_cache
from typing import NamedTuple

from starlette.types import Scope


class Asked(NamedTuple):
    """A query with its dataset (empty: the endpoint's own) and the forms that the client can read."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None
    accept: str = ""
    gzip: bool = False


def header(scope: Scope, name: bytes) -> str:
    """The value of a header, its lines joined (RFC 9110 §5.3); empty where there is none."""
    values = [value for key, value in scope["headers"] if key == name]
    return b", ".join(values).decode("latin-1")


@lru_cache(maxsize=256)
def reads_gzip(accepted: str) -> bool:
    """Whether a client says that it reads gzip (RFC 9110 §12.5.3)."""
    for item in accepted.lower().split(","):
        coding, _, parameter = item.partition(";")
        if coding.strip() in ("gzip", "x-gzip"):
            return parameter.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
