"""What a worker may not do, whatever its query makes the engine do: take all memory, open a socket, outlive its job."""

import contextlib
import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from pathlib import Path

_SOCKET_CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""Machine → audit architecture and number of socket(2), from linux/audit.h and the system call tables."""

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_PERMISSION_DENIED = 13
_PARENT_DEATH_SIGNAL = 1


def limit_memory(extra: int) -> None:
    """Let the process take ``extra`` bytes more than it has now; no core file when it dies of it."""
    ceiling = _address_space() + extra
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (ceiling if hard < 0 else min(ceiling, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_life(seconds: float) -> None:
    """Let the kernel end the process in ``seconds``: the front does it sooner, unless the front itself is gone."""
    signal.setitimer(signal.ITIMER_REAL, seconds)


def end_with_parent() -> bool:
    """Have the kernel end the process when the one that started it ends (Linux, prctl(2)); whether it will."""
    if sys.platform != "linux":
        return False
    parent = os.getppid()
    tied = ctypes.CDLL(None, use_errno=True).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0) == 0
    return tied and os.getppid() == parent


def forbid_sockets() -> bool:
    """Have the kernel refuse socket(2) for good (seccomp), where this is Linux on a known machine; whether it does."""
    known = _SOCKET_CALLS.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    program = ctypes.create_string_buffer(_filter(*known))
    filter_ = struct.pack("HxxxxxxP", len(program.raw) // 8, ctypes.addressof(program))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.create_string_buffer(filter_), 0, 0) == 0)


def _filter(architecture: int, socket_call: int) -> bytes:
    """Berkeley packet filter over struct seccomp_data: this machine's socket call → EACCES, all else allowed."""
    load, jump_equal, give = 0x20, 0x15, 0x06
    allow, refuse = 0x7FFF0000, 0x00050000 | _PERMISSION_DENIED
    instructions = (
        (load, 0, 0, 4),
        (jump_equal, 0, 3, architecture),
        (load, 0, 0, 0),
        (jump_equal, 0, 1, socket_call),
        (give, 0, 0, refuse),
        (give, 0, 0, allow),
    )
    return b"".join(struct.pack("HBBI", *instruction) for instruction in instructions)


def _address_space() -> int:
    """Bytes of address space in use; a gibibyte where the system does not say."""
    with contextlib.suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    return 1 << 30
