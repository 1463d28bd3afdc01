"""The table of a question: heads in French, empty columns left out, sums and days as written, names that lead."""

import html
import re
import tomllib
from importlib.resources import files
from typing import Any

import httpx
import pytest

from kg.graph.namespaces import BASE
from kg.serve.pages.columns import columns, field, mentioned, shown, title
from kg.store.questions import checks, questions
from tests.serve.conftest import Server

ACT = f"{BASE}id/deliberation/219901030/2022-051"
SITTING = f"{BASE}id/seance/219901030/conseil/2022-09-29"
PROOF = f"{BASE}texte/{'a' * 64}#char=10,20"


def literal(value: str, kind: str = "string") -> dict[str, Any]:
    return {"type": "literal", "value": value, "datatype": f"http://www.w3.org/2001/XMLSchema#{kind}"}


def address(value: str) -> dict[str, Any]:
    return {"type": "uri", "value": value}


@pytest.mark.parametrize(
    "name, cell, text",
    [
        ("montant", literal("84000", "decimal"), "84 000 €"),
        ("plafond", literal("1500.5", "decimal"), "1 500,50 €"),
        ("taux", literal("0.4", "decimal"), "40 %"),
        ("pour", literal("12345", "integer"), "12 345"),
        ("anneeActe", literal("2024", "integer"), "2024"),
        ("date", literal("2024-06-27", "date"), "27/06/2024"),
        ("debut", literal("2024-06-27T18:30:00", "dateTime"), "27/06/2024 à 18 h 30"),
        ("unanimite", literal("true", "boolean"), "oui"),
        ("champ", literal("vote/outcome"), "vote"),
        ("preuve", literal(PROOF), "preuve"),
        ("seance", address(SITTING), "séance du 29 septembre 2022"),
        ("objet", literal("2024-06-27"), "2024-06-27"),
    ],
)
def test_a_cell_is_written_as_a_reader_writes_it(name: str, cell: dict[str, Any], text: str) -> None:
    (column,) = columns([name], [[cell]])
    assert " ".join(shown(column, [cell], {}).text.split()) == text


def test_an_empty_column_is_left_out_and_a_name_bears_the_link() -> None:
    head = ["date", "objet", "nomProgramme", "acte"]
    rows = [
        [literal("2024-06-27", "date"), literal("Réfection du préau"), None, address(ACT)],
        [literal("2024-06-28", "date"), None, literal(" "), address(ACT)],
    ]
    table = columns(head, rows)
    assert [column.title for column in table] == ["Date", "Objet"]
    assert mentioned(table, rows) == {ACT}
    assert shown(table[1], rows[0], {}) == ("Réfection du préau", "/doc/deliberation/219901030/2022-051", "")
    # Where a row has no name, what it leads to is named.
    assert shown(table[1], rows[1], {ACT: "Délibération du préau"}).text == "Délibération du préau"


def test_addresses_that_nothing_names_stay_a_column() -> None:
    table = columns(["acte", "pour"], [[address(ACT), literal("7", "integer")]])
    assert [column.name for column in table] == ["acte", "pour"]
    assert shown(table[0], [address(ACT), None], {ACT: "Réfection"}).text == "Réfection"


def test_a_text_that_looks_like_an_address_leads_nowhere() -> None:
    cell = literal("https://exemple.test/")
    (column,) = columns(["valeur"], [[cell]])
    assert shown(column, [cell], {}).href is None


def test_every_column_of_every_question_has_a_head_in_french(site: Server) -> None:
    asked = {
        name
        for known in (*questions(), *checks())
        for name in httpx.get(f"{site.url}/questions/{known.name}.json", timeout=20).json()["head"].get("vars", [])
    }
    assert len(asked) > 100
    told = tomllib.loads((files("kg.serve.pages") / "columns.toml").read_text(encoding="utf-8"))
    # What the SCDL names in capitals keeps its name.
    assert {name for name in asked - set(told["titres"]) if not name.isupper()} == set()


def test_unknown_names_are_said_in_words() -> None:
    assert title("dateVue") == "Date vue"
    assert field("inconnu/x") == "inconnu/x"


def test_the_first_question_reads_without_knowing_the_graph(site: Server) -> None:
    page = html.unescape(httpx.get(f"{site.url}/questions/qui-finance-quoi", timeout=20).text)
    heads = re.findall(r'<th scope="col"[^>]*><a [^>]*>([^<]+)</a>', page)
    assert {"Date", "Financeur", "Bénéficiaire", "Montant écrit"} <= set(heads)
    assert "nomFinanceur" not in "".join(heads)
    assert '">preuve</a>' in page
    assert re.search(r'<td class="nombre">84\u202f000\u00a0€</td>', page)
