"""The command line on the real store: what each command prints, and how it ends."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph
from typer.main import get_command
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.commands.building import samples
from tests.acts import write_act, write_acts

COMMANDS = sorted(set(get_command(app).commands) - {"reference"})  # type: ignore[attr-defined]


def kg(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_acts(tmp_path_factory.mktemp("cli") / "acts", 3)


@pytest.fixture(scope="module")
def store(folder: Path) -> Path:
    assert kg("build", folder, "--store", folder.parent / "store", "--workers", 1).exit_code == 0
    return folder.parent / "store"


@pytest.fixture(scope="module")
def act(store: Path) -> str:
    asked = "SELECT ?a WHERE { ?a a def:Deliberation ; eli:id_local '2024-001' }"
    return kg("query", asked, "--store", store, "--format", "csv").stdout.split()[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_an_example(command: str) -> None:
    shown = kg(command, "--help")
    assert shown.exit_code == 0
    assert f"Example: kg {command}" in " ".join(re.sub(r"[│\s]+", " ", shown.stdout).split())


def test_the_commands_are_all_listed_and_the_version_is_told() -> None:
    listed = kg("--help").stdout
    assert all(command in listed for command in COMMANDS)
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", kg("--version").stdout)


def test_extract_prints_a_record_a_line_with_its_evidence(folder: Path, tmp_path: Path) -> None:
    printed = kg("extract", folder, "--workers", 1)
    records = [json.loads(line) for line in printed.stdout.splitlines()]
    assert (printed.exit_code, [record["number"] for record in records]) == (0, ["2024-001", "2024-002", "2024-003"])
    raw = (folder / "2024-001.txt").read_text(encoding="utf-8")
    ((start, end),) = records[0]["evidence"]["/number"]
    assert raw[start:end] == "2024-001"
    kg("extract", folder, "--workers", 1, "-o", tmp_path / "records.jsonl")
    assert (tmp_path / "records.jsonl").read_text(encoding="utf-8") == printed.stdout


def test_extract_writes_to_the_output_by_its_usual_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert kg("extract", folder, "-o", "-").stdout == kg("extract", folder).stdout != ""
    assert not Path("-").exists()


def test_extract_asks_the_language_model_only_when_told(tmp_path: Path) -> None:
    write_act(tmp_path, "2024-031", "d'attribuer au Vélo\nclub Valmorel une subvention de 500 €")
    plain, asked = (kg("extract", tmp_path, "--workers", 1, *more).stdout for more in ((), ("--propose",)))
    assert "-proposed" not in plain
    assert "-proposed" in asked


def test_extract_says_what_it_could_not_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "vide.pdf").write_bytes(b"")
    printed = kg("extract", tmp_path, folder / "2024-001.txt", "--workers", 1)
    assert printed.exit_code == 1
    assert "vide.pdf: the file is empty (empty-document)" in printed.stderr
    assert len(printed.stdout.splitlines()) == 1
    told = kg("extract", tmp_path, "--workers", 1, "--json").stderr
    assert json.loads(told.splitlines()[0])["code"] == "empty-document"


def test_build_again_says_that_nothing_is_new(folder: Path, store: Path) -> None:
    printed = kg("build", folder, "--store", store, "--json")
    told = json.loads(printed.stdout)
    assert (printed.exit_code, told["is_new"], told["read"], told["sources"]) == (0, False, 0, 3)
    assert "nothing new" in kg("build", folder, "--store", store).stdout


def test_build_ends_with_1_where_a_file_is_not_read(tmp_path: Path) -> None:
    write_act(tmp_path / "acts", "2024-001")
    (tmp_path / "acts" / "vide.txt").write_bytes(b"")
    printed = kg("build", tmp_path / "acts", "--store", tmp_path / "store")
    assert printed.exit_code == 1
    assert "vide.txt: the file is empty" in printed.stderr


@pytest.mark.parametrize(
    ("form", "begins"), [("csv", "n\n3"), ("tsv", "?n\n3"), ("json", '{"head"'), ("xml", "<?xml"), ("table", "")]
)
def test_query_in_every_format(store: Path, form: str, begins: str) -> None:
    printed = kg("query", "SELECT (COUNT(*) AS ?n) WHERE { ?a a def:Deliberation }", "--store", store, "--format", form)
    assert printed.exit_code == 0
    assert printed.stdout.startswith(begins) and "3" in printed.stdout


def test_query_by_name_and_by_file_with_parameters(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "titre.rq"
    path.write_text(
        "#+ title: Titre\n#+ param: numero | xsd:string | | Numéro\n"
        "SELECT ?titre WHERE { VALUES ?numero { UNDEF } ?a eli:id_local ?numero ; dcterms:title ?titre }",
        encoding="utf-8",
    )
    printed = kg("query", path, "--store", store, "--param", "numero=2024-002", "--json")
    bindings = json.loads(printed.stdout)["results"]["bindings"]
    assert [row["titre"]["value"] for row in bindings] == ["le projet 2"]
    named = kg("query", "fiche-acte", "--store", store, "--param", "numero=2024-002", "--format", "csv")
    assert named.exit_code == 0 and "le projet 2" in named.stdout


def test_a_graph_is_printed_as_turtle(store: Path) -> None:
    printed = kg("query", "CONSTRUCT { ?a dcterms:title ?t } WHERE { ?a dcterms:title ?t }", "--store", store)
    assert len(Graph().parse(data=printed.stdout, format="turtle")) >= 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", "nope"), "no question is called"),
        (("query", "nope.rq"), "no such file"),
        (("query", "SELECT {"), "not a SPARQL query"),
        (("query", "fiche-acte", "--param", "numero"), "name=value"),
        (("query", "fiche-acte", "--param", "annee=2024"), "no parameter annee"),
        (("query", "qui-finance-quoi", "--param", "depuis=hier"), "parameter depuis"),
        (("query", "ASK { ?s ?p ?o }", "--format", "turtle"), "cannot be given as turtle"),
        (("explain", "id/deliberation/000000000/nulle"), "says nothing of"),
        (("explain", "not an iri"), "not a value of type iri"),
        (("releases", "--roll-back", "99"), "no release 99"),
    ],
)
def test_wrong_use_is_a_message_and_2(store: Path, arguments: tuple[str, ...], said: str) -> None:
    printed = kg(*arguments, "--store", store)
    assert printed.exit_code == 2
    assert said in printed.stderr and "Traceback" not in printed.stderr


@pytest.mark.parametrize("command", ["stats", "export", "releases", "serve"])
def test_a_missing_store_is_a_message_and_2(command: str, tmp_path: Path) -> None:
    printed = kg(command, "--store", tmp_path / "nowhere")
    assert (printed.exit_code, "kg build" in printed.stderr) == (2, True)


def test_serve_says_which_address_the_things_of_a_release_have(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.commands.serving.run_server", lambda *_, **__: None)
    assert "DELIBERATIONS_BASE" not in kg("serve", "--store", store).stderr
    monkeypatch.setattr("kg.commands.serving.BASE", "https://actes.example.org/")
    assert "DELIBERATIONS_BASE=https://w3id.org/deliberations-fr/ " in kg("serve", "--store", store).stderr


@pytest.mark.parametrize("arguments", [("build", "nowhere", "--store", "s"), ("check",), ("extract", "nowhere")])
def test_other_wrong_uses(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert kg(*arguments).exit_code == 2


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "ntriples", "jsonld"])
def test_export_to_the_output_and_to_a_file(store: Path, tmp_path: Path, form: str) -> None:
    printed = kg("export", "--store", store, "--format", form)
    kg("export", "--store", store, "--format", form, "-o", tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == printed.stdout_bytes
    assert "le projet 2" in printed.stdout


def test_export_into_a_pipe_that_closes_ends_quietly(store: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "kg", "export", "--store", str(store)], stdout=writing, stderr=subprocess.PIPE, text=True
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_check_of_files_names_what_is_wrong(tmp_path: Path) -> None:
    path = write_act(tmp_path, "2024-001")
    path.write_text(path.read_text(encoding="utf-8").replace("par 3 voix pour", "par 30 voix pour"), encoding="utf-8")
    printed = kg("check", tmp_path, "--workers", 1, "--json")
    assert printed.exit_code == 0
    assert "vote-sum" in {finding["code"] for finding in json.loads(printed.stdout)["findings"]}
    assert "vote-sum" in kg("check", tmp_path, "--workers", 1).stdout


def test_check_of_a_store_runs_its_shapes(store: Path) -> None:
    printed = kg("check", "--store", store, "--json")
    assert (printed.exit_code, json.loads(printed.stdout)["violations"]) == (0, [])
    assert "fits its SHACL shapes" in kg("check", "--store", store).stdout


def test_explain_a_thing_with_its_proofs(store: Path, act: str) -> None:
    told = json.loads(kg("explain", act, "--store", store, "--json").stdout)
    assert ("eli:id_local", "2024-001") in {(fact["predicate"], fact["value"]) for fact in told["facts"]}
    proof = next(proof for proof in told["proofs"] if proof["words"] == "2024-001")
    assert (proof["file"], proof["page"]) == ("2024-001.txt", 1)
    assert any(rule.startswith("/number by ") for rule in proof["rules"])
    text = kg("explain", act, "--store", store).stdout
    assert "Délibération n° ⟦2024-001⟧" in text and "2024-001.txt, page 1" in text


def test_explain_a_passage_and_a_relative_name(store: Path, act: str) -> None:
    told = json.loads(kg("explain", act, "--store", store, "--json").stdout)
    passage = next(proof["iri"] for proof in told["proofs"] if proof["words"] == "2024-001")
    of_passage = json.loads(kg("explain", passage, "--store", store, "--json").stdout)
    assert of_passage["proofs"][0]["words"] == "2024-001"
    assert act in {fact["subject"] for fact in of_passage["facts"]}
    relative = act.partition("deliberations-fr/")[2]
    assert json.loads(kg("explain", relative, "--store", store, "--json").stdout)["facts"] == told["facts"]


def test_a_passage_beyond_its_text_is_wrong_use(store: Path, act: str) -> None:
    told = json.loads(kg("explain", act, "--store", store, "--json").stdout)
    beyond = re.sub(r"char=.*", "char=9999998,9999999", told["proofs"][0]["iri"])
    assert kg("explain", beyond, "--store", store).exit_code == 2


def test_stats_queries_and_releases(store: Path) -> None:
    told = json.loads(kg("stats", "--store", store, "--json").stdout)
    assert (told["sources"], told["deliberations read"]) == (3, 3)
    assert {"class": "def:Deliberation", "label": "Délibération", "count": 3} in told["classes"]
    assert "Délibération" in kg("stats", "--store", store).stdout
    assert "qui-finance-quoi" in {asked["name"] for asked in json.loads(kg("queries", "--json").stdout)}
    (release,) = json.loads(kg("releases", "--store", store, "--json").stdout)
    assert (release["number"], release["served"]) == (1, True)
    assert "Release 1 is served" in kg("releases", "--store", store, "--roll-back", 1).stdout


def test_the_demonstration_builds_the_samples_and_answers(tmp_path: Path) -> None:
    printed = kg("demo", "--store", tmp_path / "store")
    assert printed.exit_code == 0, printed.stderr
    assert len(samples()) >= 14
    assert "Délibération" in printed.stdout and "nomFinanceur" in printed.stdout
