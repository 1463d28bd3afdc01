"""Releases that follow one another under fifty requests a second: none fails, each answer is that of one release."""

import asyncio
from pathlib import Path

from benchmarks.switching import make_store, press
from tests.serve.conftest import _serving


def test_no_request_fails_and_no_answer_mixes_two_releases(tmp_path: Path) -> None:
    numbers = make_store(tmp_path)
    with _serving(tmp_path) as server:
        port = int(server.url.rpartition(":")[2])
        told = asyncio.run(press(port, tmp_path, numbers, seconds=6, rate=50))
    assert told.total() == 300
    assert {what for what in told if not set(what) <= set("12/")} == set()
    assert told["1"] > 20
    assert told["2"] > 20
