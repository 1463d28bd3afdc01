"""A document that takes for ever is given up; the others are built, and the next build tries it again."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import IssueCode
from kg.pipeline import build, local_pool
from kg.pipeline.deadline import OverdueError, deadline
from tests.acts import write_acts

DEAF = """
import signal, time
from kg.pipeline.deadline import deadline
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
with deadline(0.2):
    time.sleep(60)
"""


def test_a_pattern_that_blows_up_is_interrupted() -> None:
    began = time.perf_counter()
    with pytest.raises(OverdueError), deadline(0.2):
        re.match(r"(a+)+$", "a" * 60 + "b")
    assert time.perf_counter() - began < 5


def test_work_in_time_is_left_alone_and_no_alarm_rings_later() -> None:
    with deadline(0.2):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    time.sleep(0.4)


def test_what_answers_no_alarm_costs_its_process() -> None:
    began = time.perf_counter()
    ended = subprocess.run([sys.executable, "-c", DEAF], timeout=30, check=False)
    assert ended.returncode == 1
    assert time.perf_counter() - began < 10


def test_a_document_given_up_is_said_and_tried_again(tmp_path: Path) -> None:
    folder = write_acts(tmp_path / "acts", 2)
    hurried = build([folder], tmp_path / "store", pool=local_pool(1), time_limit=1e-6)
    assert [issue.code for issue in hurried.failed] == [IssueCode.TOO_SLOW] * 2
    assert "2024-001" in hurried.failed[0].source
    patient = build([folder], tmp_path / "store", pool=local_pool(1))
    assert (patient.read, patient.failed, patient.records) == (2, (), 2)
