"""What hostile and clumsy clients do to an endpoint, and that others are answered meanwhile.

    python -m benchmarks.hostile [--only NAME] [--seconds 3]

Starts the endpoint over fictional quads, runs each attack from one address while another asks for something light
every 20 ms, and prints the statuses, the probe's 99th percentile and the memory of all processes. Exit 1 where an
attack was not ended by its limit, the probe was late or failed, or memory did not return.
"""

import contextlib
import itertools
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.attacking import Attack, Target
from benchmarks.attacks import ATTACKS
from benchmarks.client import get, receive
from benchmarks.options import command
from tests.serve.conftest import make_release

_LATE = 0.25
_PROBE, _PAUSE = "127.0.0.2", 0.02
_ROOM = 300 << 20
_SETTLE = 10.0
_SHORTEST = 0.6
_RUN = """
import sys, pathlib, kg.serve
port, timeout, rows = int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
kg.serve.run(pathlib.Path(sys.argv[1]), port=port, timeout=timeout, workers=3, rows=rows or None)
"""


@dataclass
class Probe:
    """A light client of another address, on a thread of its own."""

    port: int
    times: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Ask something new every moment, until told to stop."""
        for number in itertools.count():
            if self._stop.wait(_PAUSE):
                return
            query = f"SELECT ?o {{ <http://exemple.test/a{number % 400}> ?p ?o }} LIMIT {5 + number}"
            began = time.perf_counter()
            status = self._ask(get("/sparql", query))
            self.times.append(time.perf_counter() - began)
            if status != 200:
                self.failures.append(f"{status}")

    def stop(self) -> None:
        """Ask no more."""
        self._stop.set()

    @property
    def late(self) -> float:
        """The 99th percentile, in seconds."""
        return sorted(self.times)[int(len(self.times) * 0.99)] if self.times else 0.0

    def _ask(self, request: bytes) -> int:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 10, (_PROBE, 0)) as connection:
                connection.sendall(request)
                return receive(connection)
        except OSError as fault:
            self.failures.append(repr(fault))
            return 0


@contextlib.contextmanager
def endpoint(store: Path, seconds: float, rows: int = 0) -> Iterator[Target]:
    """An endpoint of its own, with that many seconds for a query and rows for an answer (0: as many as it has)."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    process = subprocess.Popen([sys.executable, "-c", _RUN, str(store), str(port), str(seconds), str(rows)])
    try:
        _wait(port, process)
        yield Target(port, seconds, store, process.pid)
    finally:
        process.terminate()
        process.wait(30)


def memory(pid: int) -> int:
    """Bytes that a process and its children hold alone or shared in parts (PSS)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return sum(_resident(int(each)) for each in (str(pid), *children))


def run(attack: Attack, target: Target) -> tuple[bool, str]:
    """Whether an endpoint held against an attack, and what is to be told of it."""
    probe = Probe(target.port)
    thread = threading.Thread(target=probe.run)
    thread.start()
    began = time.monotonic()
    try:
        statuses = attack.make(target)
    finally:
        lasted = time.monotonic() - began
        time.sleep(max(0.0, _SHORTEST - lasted))
        probe.stop()
        thread.join()
    held = set(statuses) <= attack.ends and not probe.failures and probe.late < _LATE
    seen = ",".join(f"{status}×{statuses.count(status)}" for status in sorted(set(statuses)))
    told = f"{lasted:6.2f} s  probe p99 {probe.late * 1000:6.1f} ms of {len(probe.times):3d}  {seen}"
    return held, told + (f"  probe failed: {probe.failures[:3]}" if probe.failures else "")


def settled(target: Target, before: int) -> int:
    """The memory once workers were replaced; waits a while for it to return."""
    until = time.monotonic() + _SETTLE
    while (now := memory(target.pid)) > before + _ROOM and time.monotonic() < until:
        time.sleep(0.2)
    return now


def _resident(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(400):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise TimeoutError(f"no endpoint came up on port {port}")


def main() -> int:
    """Parse, run, print; the exit code."""
    parser = command("hostile", __doc__)
    parser.add_argument("--only", default="", help="attacks whose name holds this")
    parser.add_argument("--seconds", type=float, default=3.0, help="deadline of a query")
    wanted = parser.parse_args()
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        make_release(Path(folder), 1, "Acte")
        with endpoint(Path(folder), wanted.seconds) as target:
            time.sleep(1)
            before = memory(target.pid)
            for attack in ATTACKS:
                if wanted.only in attack.name:
                    held, told = run(attack, target)
                    now = settled(target, before)
                    held = held and now <= before + _ROOM
                    lost += not held
                    print(f"{'held' if held else 'LOST'}  {attack.name:42} {told}  {now >> 20} MiB", flush=True)
    print(f"{lost} lost; {before >> 20} MiB when idle, {os.cpu_count()} processors")
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
