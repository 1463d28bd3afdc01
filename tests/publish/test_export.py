"""Exports: read back by rdflib with the same statements, and the same bytes whatever the order of loading."""

import io
import random
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import Dataset, Graph

from kg.errors import QueryError
from kg.publish import sorting
from kg.publish.export import FORMATS, export
from kg.store.releases import current_release
from tests.acts import build_here, exported, write_acts

AS_RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "ntriples": "nt", "jsonld": "json-ld"}
HARD = (
    '<urn:s> <urn:p> "a\\tb \\"c\\" \\\\ <urn:x> .\\n é 😀"@fr <urn:g> .\n'
    '<urn:s> <urn:p> "12.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <urn:g> .\n'
    "<urn:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#Post> <urn:g> .\n"
    "<urn:s> <urn:p> <http://www.w3.org/ns/org#a/b> <urn:g> .\n"
    '<urn:s> <urn:p> "partagé" <urn:g> .\n'
    '<urn:s> <urn:p> "partagé" <urn:h> .\n'
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    build_here(write_acts(folder / "acts", 3), folder / "store")
    return folder / "store"


def written(store: Store, form: str) -> bytes:
    out = io.BytesIO()
    export(store, form, out)
    return out.getvalue()


def loaded(text: str) -> Store:
    store = Store()
    store.load(text, RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("form", FORMATS)
def test_rdflib_reads_every_format(store: Path, form: str) -> None:
    release = Store.read_only(str(current_release(store).path))
    triples = {(str(q.subject), str(q.predicate), str(q.object)) for q in release}
    if form in ("turtle", "ntriples"):
        assert len(Graph().parse(data=exported(store, form), format=AS_RDFLIB[form])) == len(triples)
    else:
        dataset = Dataset()
        dataset.parse(data=exported(store, form), format=AS_RDFLIB[form])
        assert sum(1 for _ in dataset.quads()) == len(release) > 300


@pytest.mark.parametrize("form", ["trig", "nquads", "jsonld"])
def test_difficult_terms_come_back_the_same(form: str) -> None:
    dataset, expected = Dataset(), Dataset()
    dataset.parse(data=written(loaded(HARD), form), format=AS_RDFLIB[form])
    expected.parse(data=HARD, format="nquads")
    assert set(dataset.quads()) == set(expected.quads())


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_loading_changes_nothing(store: Path, form: str) -> None:
    lines = exported(store).decode().splitlines(keepends=True)
    random.Random(7).shuffle(lines)
    assert written(loaded("".join(lines)), form) == exported(store, form)


@pytest.mark.parametrize("form", FORMATS)
def test_sorting_on_disk_gives_the_same_bytes(store: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    in_memory = exported(store, form)
    monkeypatch.setattr(sorting, "_RUN", 100)
    assert exported(store, form) == in_memory


def test_a_statement_of_two_graphs_is_one_triple() -> None:
    assert written(loaded(HARD), "ntriples").count("partagé".encode()) == 1
    assert written(loaded(HARD), "nquads").count("partagé".encode()) == 2


def test_prefixes_are_bound(store: Path) -> None:
    turtle = exported(store, "turtle").decode()
    declared = [line for line in turtle.splitlines() if line.startswith("@prefix")]
    assert "@prefix eli: <http://data.europa.eu/eli/ontology#> ." in declared
    assert declared == sorted(declared)
    assert "\teli:id_local " in turtle or " eli:id_local " in turtle


def test_lines_are_sorted(store: Path) -> None:
    for form in ("ntriples", "nquads"):
        lines = exported(store, form).splitlines()
        assert lines == sorted(set(lines))


def test_an_empty_store_exports() -> None:
    for form in FORMATS:
        assert not list(Dataset().parse(data=written(Store(), form), format=AS_RDFLIB[form]).quads())


def test_an_unknown_format_is_wrong_use() -> None:
    with pytest.raises(QueryError, match="turtle, trig"):
        written(Store(), "rdfxml")
