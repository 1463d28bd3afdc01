"""The documentation speaks of the program as it is: links, paths, commands, options, codes, questions, fields."""

import dataclasses
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from kg.cli import app
from kg.errors import IssueCode
from kg.model import Record

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [*ROOT.glob("*.md"), *sorted(DOCS.rglob("*.md")), ROOT / "benchmarks" / "README.md"]
DECISIONS = sorted((DOCS / "decisions").glob("0*.md"))

_LINK = re.compile(r"\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)")
_PATH = re.compile(r"`((?:kg|tests|docs|queries|ontology|benchmarks)/[\w./-]*)`")
_COMMAND = re.compile(r"(?m)^    (?:\S*/)?(kg [^#\n]+)|`(kg [^`]+)`")
_MODULE = re.compile(r"python -m ([\w.]+)")
_FENCE = re.compile(r"(?ms)^```python\n(.*?)^```$")


def said(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a page."""
    heads = re.findall(r"(?m)^#+ (.+)$", said(page))
    return {re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", head.lower())) for head in heads}


def commands(page: Path) -> Iterator[tuple[list[str], set[str]]]:
    """The command lines of ``kg`` on a page: their words and their long options."""
    for found in _COMMAND.finditer(said(page)):
        words = (found[1] or found[2]).split()[1:]
        yield words, {word.partition("=")[0] for word in words if re.match(r"--[a-z]", word)}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for path, anchor in _LINK.findall(said(page)):
        target = page.parent / path if path else page
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_paths_and_modules_exist(page: Path) -> None:
    for path in _PATH.findall(said(page)):
        assert (ROOT / path).exists(), path
    for module in _MODULE.findall(said(page)):
        assert module == "venv" or module.endswith(".NAME") or importlib.util.find_spec(module), module


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_and_options_exist(page: Path) -> None:
    for words, options in commands(page):
        command = get_command(app)
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]  # type: ignore[attr-defined]
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert options <= known, f"kg {command.name}: {options - known}"
        assert not hasattr(command, "commands") or not words or words[0].startswith("-"), words


def test_the_readme_names_each_command() -> None:
    told = {words[0] for words, _ in commands(ROOT / "README.md") if words}
    assert set(get_command(app).commands) - {"demo"} <= told  # type: ignore[attr-defined]


def test_each_code_is_explained() -> None:
    assert [code for code in IssueCode if f"`{code}`" not in said(DOCS / "checks.md")] == []


def test_each_question_has_a_reader() -> None:
    names = {path.stem for path in (ROOT / "queries").rglob("*.rq")}
    assert [one for one in sorted(names) if f"`{one}`" not in said(DOCS / "questions.md")] == []


def test_each_field_of_the_record_is_explained() -> None:
    page = said(DOCS / "record.md")
    for field in dataclasses.fields(Record):
        assert f"`{field.name}`" in page, field.name
        parts = dataclasses.fields(field.default) if dataclasses.is_dataclass(field.default) else ()
        assert [part.name for part in parts if f"`{part.name.rstrip('_')}`" not in page] == [], field.name


def test_each_term_of_the_ontology_is_told() -> None:
    terms = re.findall(r"(?m)^(def:\w+) a owl:", said(ROOT / "ontology" / "deliberations.ttl"))
    told = said(DOCS / "ontology.md") + said(DOCS / "links.md")
    assert [term for term in terms if not re.search(rf"{term}\b", told)] == []


def test_code_that_is_quoted_stands_in_the_module_named_above_it() -> None:
    page = said(DOCS / "layouts.md")
    for quoted in _FENCE.finditer(page):
        module = _PATH.findall(page[: quoted.start()])[-1]
        assert quoted[1] in said(ROOT / module), module


def test_modules_that_the_architecture_names_are_there() -> None:
    rows = re.findall(r"(?m)^\| (?:`(\w+)`)? ?\| [^`|]+ \| (`\w+`(?:, `\w+`)*) \|$", said(DOCS / "architecture.md"))
    package = ""
    assert len(rows) > 10
    for given, modules in rows:
        package = given or package
        for module in re.findall(r"\w+", modules):
            assert (ROOT / "kg" / "extract" / package / f"{module}.py").is_file(), f"{package}/{module}"


def test_decisions_are_listed_under_their_numbers() -> None:
    listed = said(DOCS / "decisions" / "README.md")
    for page in DECISIONS:
        title = said(page).splitlines()[0]
        assert title.startswith(f"# {page.name[:4]} — ")
        assert f"[{page.name[:4]}]({page.name}) | {title[9:]} |" in listed
