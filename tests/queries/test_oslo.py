"""A query of Flanders (LBLOD) over OSLO terms alone gives the rows of the same question in the graph's own terms."""

from typing import Any

from kg.graph.namespaces import BESLUIT, DCTERMS, PREFIXES, PROV, RDF
from kg.resources import shipped
from tests.queries.asked import ask, plain, samples, solutions
from tests.samples import EXPECTED, expected_records

NAMES = ("seance", "tenuePar", "debut", "objet", "acte", "pour", "contre", "abstentions")
OWN = """
PREFIX def: <https://w3id.org/deliberations-fr/def#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT DISTINCT ?seance ?tenuePar ?debut ?objet ?acte ?pour ?contre ?abstentions WHERE {
  ?vote eli-dl:decided_on_a_realization_of ?acte ; eli-dl:forms_part_of ?seance .
  ?acte a def:Deliberation .
  OPTIONAL { ?seance eli-dl:had_responsible_organization ?tenuePar }
  OPTIONAL {
    ?seance eli-dl:activity_date ?jour ; def:heure ?heure .
    BIND(STRDT(CONCAT(STR(?jour), "T", STR(?heure)), xsd:dateTime) AS ?debut)
  }
  OPTIONAL { ?acte dcterms:title ?objet }
  OPTIONAL { ?vote eli-dl:number_of_votes_favor ?pour }
  OPTIONAL { ?vote eli-dl:number_of_votes_against ?contre }
  OPTIONAL { ?vote eli-dl:number_of_votes_abstention ?abstentions }
} ORDER BY ?seance ?acte
"""


def rows(query: str) -> list[tuple[Any, ...]]:
    found = solutions(samples(), query)
    return [tuple(None if row[name] is None else plain(row[name]) for name in NAMES) for row in found]


def test_the_same_rows_as_in_own_terms() -> None:
    flemish = [tuple(row.get(name) for name in NAMES) for row in ask(samples(), "besluiten-oslo")]
    assert flemish == rows(OWN)
    assert len(flemish) == len({row[4] for row in flemish})


def test_the_votes_are_those_that_a_reader_counted() -> None:
    """Against the records made by hand: one row an act at most, and each count that a document prints."""
    printed = {
        (record["title"], count)
        for path in EXPECTED
        for record in expected_records(path)[1]
        if (count := (record.get("vote") or {}).get("for")) is not None
    }
    told = {(row["objet"], int(row["pour"])) for row in ask(samples(), "besluiten-oslo") if "pour" in row}
    assert {count for _, count in printed} == {count for _, count in told}
    assert len(told) == len({title.casefold() for title, _ in printed})


def test_the_query_speaks_no_term_of_ours() -> None:
    text = (shipped("queries") / "besluiten-oslo.rq").read_text(encoding="utf-8")
    declared = {line.split()[2].strip("<>") for line in text.splitlines() if line.startswith("PREFIX")}
    assert declared == {BESLUIT, DCTERMS, PROV}
    assert not any(home in text for name, home in PREFIXES.items() if home not in (*declared, RDF) and name != "xsd")
