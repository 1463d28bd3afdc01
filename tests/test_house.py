"""The shape of the house: who may import whom, how large a room may be, and which packages stay in one place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
KG = ROOT / "kg"
MODULES = sorted(KG.rglob("*.py"))

# A room may import itself and those named here; `cli`, `commands` and `pipeline` see all.
BASE = {"model", "errors", "correction", "codec", "resources", "__init__"}
ALLOWED = {
    "model": {"errors", "correction"},
    "errors": {"model"},
    "correction": set(),
    "codec": {"model", "correction"},
    "resources": set(),
    "reading": BASE,
    "text": BASE,
    "extract": BASE | {"text"},
    "check": BASE | {"text", "extract"},
    "review": BASE | {"text", "extract", "check"},
    "resolve": BASE | {"text", "extract", "check"},
    "link": BASE | {"text", "extract", "check", "resolve"},
    "graph": BASE | {"text", "resolve", "link"},
    "store": BASE | {"graph"},
    "publish": BASE | {"graph", "store"},
    "serve": BASE | {"resolve", "link", "graph", "store", "publish"},
    "assistant": BASE | {"graph", "store", "serve"},
}
AT_HOME = {
    "spacy": {"extract/proposer.py"},
    "pyoxigraph": {"graph", "store", "publish", "serve"},
    "rdflib": {"graph/validation.py"},
    "pyshacl": {"graph/validation.py"},
    "mcp": {"assistant/server.py"},
}


def room(path: Path) -> str:
    return path.relative_to(KG).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(KG).as_posix())
def test_imports_follow_the_order(path: Path) -> None:
    here = room(path)
    if here not in ALLOWED:
        assert here in {"cli", "commands", "pipeline", "__init__", "__main__"}, f"{here}: a room that nobody planned"
        return
    seen = {name.split(".")[1] for name in imports(path) if name.startswith("kg.")}
    assert seen - ALLOWED[here] - {here} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(KG).as_posix())
def test_packages_stay_at_home(path: Path) -> None:
    inside = path.relative_to(KG).as_posix()
    for name in imports(path):
        homes = AT_HOME.get(name.split(".")[0])
        assert homes is None or inside in homes or room(path) in homes, f"{inside} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(KG).as_posix())
def test_rooms_and_functions_are_small(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 250
    for node in functions(path):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        assert lines <= 40, f"{node.name}: {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(KG).as_posix())
def test_modules_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree), "a module without a docstring"
    assert path.stem not in {"utils", "helpers", "common", "core", "misc"}


def test_functions_are_ten_lines_on_average() -> None:
    lengths = [(f.end_lineno or f.lineno) - f.lineno + 1 for path in MODULES for f in functions(path)]
    assert sum(lengths) / len(lengths) <= 12


@pytest.mark.parametrize("stage", ["text", "extract", "check", "resolve", "graph", "reading"])
def test_stages_read_no_clock_network_or_chance(stage: str) -> None:
    forbidden = {"time", "random", "secrets", "socket", "urllib.request", "http.client", "httpx", "uuid"}
    paths = [KG / stage] if stage.endswith(".py") else sorted((KG / stage).rglob("*.py"))
    for path in paths:
        assert not forbidden & set(imports(path)), path
        assert ".today()" not in path.read_text(encoding="utf-8"), path
        assert ".now(" not in path.read_text(encoding="utf-8"), path
