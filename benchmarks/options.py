"""The command lines of the benchmarks: each shows its docstring whole."""

import argparse
from pathlib import Path


def command(name: str, described: str | None) -> argparse.ArgumentParser:
    """The parser of ``python -m benchmarks.NAME``; of ``python -m benchmarks`` where the name is empty."""
    program = f"python -m benchmarks.{name}".rstrip(".")
    return argparse.ArgumentParser(
        prog=program, description=described, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def add_gold(parser: argparse.ArgumentParser) -> None:
    """The records made by hand, and where their documents are."""
    parser.add_argument("gold", type=Path, nargs="+", help="folders of records made by hand")
    parser.add_argument("--texts", type=Path, required=True, help="the folder of their documents")
