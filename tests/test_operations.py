"""The files of docs/operations ask the program for what it has."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from kg.cli import app

_FOLDER = Path(__file__).parents[1] / "docs" / "operations"


def _asked(name: str) -> list[tuple[str, list[str]]]:
    """The command lines of ``kg`` in a file: the command and its arguments."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    lines = [shlex.split(found) for found in re.findall(r"^ExecStart=\S+/kg (.+)$", text, re.MULTILINE)]
    lines += [re.findall(r'"([^"]*)"', found) for found in re.findall(r"command: \[(.+)\]", text)]
    return [(line[0], line[1:]) for line in lines]


@pytest.mark.parametrize("name", ["deliberations-kg.service", "compose.yaml"])
def test_commands_and_options_exist(name: str) -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    asked = _asked(name)
    assert asked
    for command, arguments in asked:
        known = {option for parameter in commands[command].params for option in parameter.opts}
        assert {argument for argument in arguments if argument.startswith("--")} <= known
