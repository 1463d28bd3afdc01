"""The shipped tables: every SIREN right, every code a code, sources and licences said."""

import hashlib
import re
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.extract.authority.siren import is_siren
from kg.link import tables
from kg.link.index import by_siren, departments, regions
from kg.link.tables import SHIPPED, bodies, catalogue, manifest, rows, table_path, version_of


def test_every_siren_has_a_right_luhn_sum() -> None:
    assert [body for body in bodies() if body.siren and not is_siren(body.siren)] == []
    assert [siren for siren in catalogue() if not is_siren(siren)] == []


@pytest.mark.parametrize("digits", ["243400018", "24340001", "2434000170", "24340001A", ""])
def test_a_wrong_number_is_no_siren(digits: str) -> None:
    assert not is_siren(digits)


def test_the_tables_are_whole() -> None:
    kinds: dict[str, int] = {}
    for body in bodies():
        kinds[body.kind] = kinds.get(body.kind, 0) + 1
    assert kinds["commune"] > 34_900
    assert sum(1 for body in bodies() if body.kind == "commune" and not body.siren) < 100
    assert kinds["epci"] > 1255
    assert len(departments()) == 101
    assert len([code for code, some in regions().items() if any(body.siren for body in some)]) == 18
    assert kinds["national"] > 400


def test_the_manifest_says_what_each_table_is() -> None:
    for name in (*tables.TABLES, "actes_natures.tsv", "actes_matieres.tsv"):
        told = manifest()[name]
        assert told["sha256"] == hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest(), name
        assert {"source", "version", "date", "licence"} <= set(told)
        assert int(told["rows"]) == sum(1 for _ in rows(name))
    assert version_of("communes.tsv.gz") == "communes 6.0.0"


def test_all_tables_stay_small() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 2_000_000


def test_data_gouv_organisations_are_identifiers_and_belong_to_one() -> None:
    assert all(re.fullmatch(r"[0-9a-f]{24}", one) for one in catalogue().values())
    assert len(set(catalogue().values())) == len(catalogue())
    assert catalogue()["243400017"] == "5847cb5cc751df5d58c0bb7e"


def test_the_codes_of_actes() -> None:
    assert [row["short"] for row in rows("actes_natures.tsv")] == ["DE", "AR", "AI", "CC", "BF", "AU"]
    matieres = {row["code"]: row["label"] for row in rows("actes_matieres.tsv")}
    assert len(matieres) == 66
    assert matieres["7.5"] == "Subventions"


def test_a_grouping_keeps_its_names_of_before_and_the_one_it_bears() -> None:
    names = {body.name for body in bodies() if body.siren == "200000172"}
    assert names == {"CC Faucigny-Glières", "CC Faucigny - Glières"}
    assert by_siren()["200000172"].name == "CC Faucigny - Glières"


def test_a_commune_that_merged_keeps_its_siren_and_its_last_year() -> None:
    culoz = next(body for body in bodies() if body.siren == "210101382")
    assert (culoz.name, culoz.until) == ("Culoz", 2022)
    assert by_siren()["217500016"].kind == "commune", "Paris is a commune first"


def test_a_fetched_table_takes_the_place_of_the_shipped_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELIBERATIONS_REFERENCE", str(tmp_path))
    assert table_path("national.tsv") == SHIPPED / "national.tsv"
    (tmp_path / "national.tsv").write_text("siren\tname\n1\n", encoding="utf-8")
    assert table_path("national.tsv") == tmp_path / "national.tsv"
    with pytest.raises(KgError, match=r"national\.tsv cannot be read"):
        list(rows("national.tsv"))
