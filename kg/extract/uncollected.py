"""Reading without the collector of cyclic garbage, which finds none: nothing that readers make refers back to itself.

It would look through all that a document's readers keep, again and again, for a twentieth of their time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector is at rest; where it was at work, it is so again at the end."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
