"""``kg build`` and ``kg link`` on real files: links in the served graph, judgements replayed, why a link is made."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

ACT = """Envoyé en préfecture le 30/03/2021
ID : 030-213002587-20210329-2021_012-DE

COMMUNE DE SAINT-GILLES
Département du Gard

EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 29 mars 2021

Délibération n° 2021-012
Objet : Restauration du lavoir - demande de subvention

Le conseil municipal, après en avoir délibéré, à l'unanimité :
DÉCIDE de solliciter une subvention de 12 000 € auprès du Conseil départemental du Gard pour la restauration du lavoir.
"""


def kg(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "act.txt").write_text(ACT, encoding="utf-8")
    assert build(tmp_path).exit_code == 0
    return tmp_path / "store"


def build(folder: Path) -> Result:
    return kg("build", folder / "acts", "--store", folder / "store", "--workers", 1)


def links(store: Path, *options: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(kg("link", "--store", store, "--json", *options).stdout)
    return found


def test_links_are_listed_and_in_the_graph(store: Path) -> None:
    found = {row["siren"]: row for row in links(store, "--status", "auto")}
    assert found["213002587"]["method"] == "receipt"
    assert found["223000019"]["name"] == "Département du Gard"
    asked = (
        "SELECT ?nom ?methode WHERE { ?f schema:funder ?o . ?o org:identifier ?siren ; skos:prefLabel ?nom ."
        " ?l def:organisme ?o ; def:methodeRapprochement ?methode ; def:statutRapprochement ?statut }"
    )
    answer = kg("query", asked, "--store", store, "--format", "csv").stdout
    assert "Département du Gard" in answer
    assert "methode-rapprochement/unique-name" in answer


def test_a_link_is_explained(store: Path) -> None:
    told = kg("link", "--store", store, "--explain", "id/organisation/223000019").stdout
    assert "the kind and the exact name of Département du Gard" in told
    assert "table collectivites" in told
    assert "https://annuaire-entreprises.data.gouv.fr/entreprise/223000019" in told
    unknown = kg("link", "--store", store, "--explain", "id/organisation/000000000")
    assert (unknown.exit_code, "no organisation" in unknown.stderr) == (2, True)


def test_a_judgement_is_replayed_by_the_next_build_and_taken_back(store: Path) -> None:
    path = store / "jugements.tsv"
    path.write_text("organisme\tsiren\tjugement\nConseil départemental du Gard\t223000019\tnon\n", encoding="utf-8")
    assert build(store.parent).exit_code == 0
    assert "223000019" not in {row["siren"] for row in links(store, "--status", "auto")}
    assert "223000019" not in kg("export", "--store", store, "--format", "nquads").stdout
    path.unlink()
    assert build(store.parent).exit_code == 0
    assert "223000019" in kg("export", "--store", store, "--format", "nquads").stdout


def test_the_table_for_people_says_what_is_linked(store: Path) -> None:
    shown = kg("link", "--store", store)
    assert shown.exit_code == 0
    assert "auto" in shown.stdout
    assert "links" in shown.stderr
