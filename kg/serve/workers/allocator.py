"""What gives memory to the processes that evaluate: tcmalloc where Debian's ``libtcmalloc-minimal4`` is installed.

A join that looks up each of its rows makes and drops some hundred small things for each. Compiled as a Python module,
the engine needs 7 % more processor time for it than as a program; with tcmalloc instead of glibc's own allocator it
needs 13 % less. What a query leaves goes back to the system at once, so that idle processes stay small.
"""

import sys
import sysconfig
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_LIBRARY = "libtcmalloc_minimal.so.4"
_PLACES = ("/usr/lib/{}", "/usr/lib64", "/usr/local/lib", "/usr/lib")
_GLIBC = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=100"}
"""A query makes and drops many small things of a size: glibc keeps seven of each at hand, a hundred save 6 % of it."""


def environment(own: Mapping[str, str]) -> dict[str, str]:
    """The variables of a process that evaluates. ``own`` are those of the one that starts it, and go before.

    ``LD_PRELOAD=`` (empty) in ``own`` keeps the allocator of the system.
    """
    library = find_library()
    chosen = {"LD_PRELOAD": str(library), "TCMALLOC_AGGRESSIVE_DECOMMIT": "1"} if library else {}
    return _GLIBC | chosen | dict(own)


def name(own: Mapping[str, str]) -> str:
    """What gives memory to a process that is started with :func:`environment`."""
    return "tcmalloc" if _LIBRARY in environment(own).get("LD_PRELOAD", "") else "system"


@lru_cache(maxsize=1)
def find_library() -> Path | None:
    """The allocator's library, where it is installed for programs of this machine's kind (Linux only)."""
    if sys.platform != "linux":
        return None
    kind = sysconfig.get_config_var("MULTIARCH") or ""
    found = (Path(place.format(kind), _LIBRARY) for place in _PLACES)
    return next((path for path in found if path.is_file()), None)
