"""A store that changes its release under load: no request may fail, and each answer is that of one release.

    python -m benchmarks.switching [--seconds 20] [--rate 50]

Two releases of the samples are built, one without some of its documents; ``current`` is turned from the one to the
other every two seconds while so many requests a second ask for look-ups, counts, pages, tables and search. Exit 1
where an answer is neither that of the old release nor that of the new one.
"""

import asyncio
import hashlib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from benchmarks.options import command
from benchmarks.serving import running
from kg.commands.building import samples
from kg.pipeline import build
from kg.store.releases import roll_back

_SERVE = "import sys, pathlib, kg.serve; kg.serve.run(pathlib.Path(sys.argv[1]), port=int(sys.argv[2]))"
_EVERY = 2.0
_ADDRESSES = (
    "/sparql?query=SELECT (COUNT(*) AS ?n) { ?act a def:Deliberation }&format=csv",
    "/sparql?query=SELECT ?p ?o { ?s a def:Deliberation ; ?p ?o } ORDER BY ?s ?p ?o LIMIT 50&format=csv",
    "/questions/qui-finance-quoi.csv",
    "/questions/mon-conseil",
    "/doc/deliberation/219901030/2022-051",
    "/recherche.json?q=convention",
    "/",
)
_PAGE = {"accept": "text/html"}


def make_store(folder: Path) -> tuple[int, int]:
    """Two releases; their numbers."""
    documents = samples()
    some = [path for path in documents if not path.name.startswith("haut")]
    numbers = [_build(paths, folder, day) for day, paths in enumerate((documents, some), start=1)]
    return numbers[0], numbers[1]


def _build(paths: Sequence[Path], store: Path, day: int) -> int:
    built = f"2024-09-0{day}T12:00:00+00:00"
    return build(paths, store, pool=lambda: ThreadPoolExecutor(1), built=built).release.number


async def known(port: int) -> dict[str, str]:
    """The digest of the answer of each address, asked of the release of the moment."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        return {address: _digest((await client.get(address, headers=_PAGE)).content) for address in _ADDRESSES}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


async def press(port: int, store: Path, numbers: Sequence[int], seconds: float, rate: float) -> Counter[str]:
    """What came of the requests: ``1`` and ``2`` for an answer of a release, else why it was none."""
    answers = []
    for number in numbers:
        await _turn(port, store, number)
        answers.append(await known(port))
    told: Counter[str] = Counter()
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:

        async def ask(address: str) -> None:
            try:
                answer = await client.get(address, headers=_PAGE)
            except httpx.HTTPError as fault:
                told[f"{type(fault).__name__} {address}"] += 1
                return
            which = [str(at + 1) for at, some in enumerate(answers) if some[address] == _digest(answer.content)]
            told["/".join(which) or f"{answer.status_code} {address}"] += 1

        began, tasks = time.monotonic(), []
        for count in range(int(seconds * rate)):
            await asyncio.sleep(max(0.0, began + count / rate - time.monotonic()))
            if count % int(_EVERY * rate) == 0:
                roll_back(store, numbers[count // int(_EVERY * rate) % 2])
            tasks.append(asyncio.create_task(ask(_ADDRESSES[count % len(_ADDRESSES)])))
        await asyncio.gather(*tasks)
    return told


async def _turn(port: int, store: Path, number: int) -> None:
    """Serve a release, and wait until its workers answer."""
    roll_back(store, number)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        while (await client.get("/health")).json()["release"] != number:
            await asyncio.sleep(0.1)
    await asyncio.sleep(2)


def main() -> int:
    """Build, serve, press, print; the exit code."""
    parser = command("switching", __doc__)
    parser.add_argument("--seconds", type=float, default=20.0, help="how long it takes")
    parser.add_argument("--rate", type=float, default=50.0, help="requests a second")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder)
        numbers = make_store(store)
        with running([sys.executable, "-c", _SERVE, str(store), "{port}"]) as port:
            told = asyncio.run(press(port, store, numbers, options.seconds, options.rate))
    lost = {what: count for what, count in told.items() if not set(what) <= set("12/")}
    switches = int(options.seconds / _EVERY)
    print(f"{told.total()} requests, {switches} switches, {sum(lost.values())} lost")
    print("answers by release:", dict(told - Counter(lost)))
    for what, count in lost.items():
        print(f"{count} × {what}")
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
