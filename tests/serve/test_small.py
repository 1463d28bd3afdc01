"""Idle processes are small: each imports what it needs from the start, and nothing that it may need once."""

import subprocess
import sys

import pytest

_LOADED = "import sys, {}; print(*(name for name in {!r}.split() if name in sys.modules))"


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("kg.serve.app", "kg.extract kg.link kg.resolve kg.text rdflib spacy rapidfuzz"),
        ("kg.serve.workers.worker", "asyncio dataclasses email ssl jinja2 starlette rdflib kg.serve.engine"),
        ("kg.serve.workers.teller", "asyncio email ssl jinja2 rdflib kg.serve.engine"),
    ],
)
def test_a_process_leaves_alone_what_it_does_not_need(module: str, unwanted: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LOADED.format(module, unwanted)], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == []
