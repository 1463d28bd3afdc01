"""Fetching from a server of our own that serves files of the same form, and compiling what was fetched."""

import http.server
import io
import json
import shutil
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import KgError
from kg.link.reference import sources
from kg.link.reference.compiling import compile_communes, compile_groupings
from kg.link.reference.fetching import fetch, known
from kg.link.reference.packages import read_edition, year_of
from kg.link.reference.sources import CATALOGUE, REMOTES, Remote
from kg.link.reference.updating import catalogue, compile_tables

CATALOGUE_TEXT = (
    '"id";"name";"acronym";"business_number_id"\n'
    '"5847cb5cc751df5d58c0bb7e";"Montpellier Méditerranée Métropole";"";"24340001700022"\n'
    '"59087a45c751df5a2a2c425f";"Département de l\'Hérault";"";"22340001100019"\n'
    '"59087a45c751df5a2a2c4250";"Musée de l\'Hérault";"";"22340001100456"\n'
    '"534fffa8a3a7292c64a780c8";"Sans numéro";"";""\n'
    '"not-an-identifier";"Faux";"";"24340001700022"\n'
    '"534fffa8a3a7292c64a780c9";"Faux numéro";"";"12345678900011"\n'
)


class Server(http.server.BaseHTTPRequestHandler):
    """Serves the catalogue; fails as often as it is told to first."""

    failures: ClassVar[list[int]] = []
    asked: ClassVar[list[str]] = []
    body: ClassVar[bytes] = CATALOGUE_TEXT.encode()
    cut: ClassVar[int] = 0

    def do_GET(self) -> None:
        Server.asked.append(self.path)
        if Server.failures:
            self.send_error(Server.failures.pop(0))
            return
        if self.headers.get("If-None-Match") == '"one"':
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("ETag", '"one"')
        self.send_header("Content-Length", str(len(Server.body) + Server.cut))
        self.end_headers()
        self.wfile.write(Server.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def remote() -> Iterator[Remote]:
    Server.failures, Server.asked, Server.body, Server.cut = [], [], CATALOGUE_TEXT.encode(), 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Remote("organizations.csv", f"http://127.0.0.1:{server.server_port}/organizations.csv", "organisations")
    server.shutdown()
    server.server_close()


def no_wait(_: float) -> None:
    pass


def test_a_file_is_fetched_once_and_kept_with_its_sum(remote: Remote, tmp_path: Path) -> None:
    first = fetch(remote, tmp_path, no_wait)
    assert first.changed
    assert (tmp_path / remote.name).read_text(encoding="utf-8") == CATALOGUE_TEXT
    again = fetch(remote, tmp_path, no_wait)
    assert (again.changed, again.sha256) == (False, first.sha256)


def test_a_damaged_copy_is_fetched_again(remote: Remote, tmp_path: Path) -> None:
    fetch(remote, tmp_path, no_wait)
    (tmp_path / remote.name).write_text("cut", encoding="utf-8")
    assert known(remote.name, tmp_path) is None
    assert fetch(remote, tmp_path, no_wait).changed
    assert (tmp_path / remote.name).read_text(encoding="utf-8") == CATALOGUE_TEXT


def test_a_server_that_fails_is_asked_again_with_growing_pauses(remote: Remote, tmp_path: Path) -> None:
    Server.failures = [503, 500, 429]
    pauses: list[float] = []
    assert fetch(remote, tmp_path, pauses.append).changed
    assert pauses == [2.0, 4.0, 8.0]


def test_what_will_not_come_is_said_at_once_and_leaves_the_copy_of_before(remote: Remote, tmp_path: Path) -> None:
    fetch(remote, tmp_path, no_wait)
    Server.failures = [404] * 9
    with pytest.raises(KgError, match=r"404.*the file fetched before stays in use.*--from organizations\.csv"):
        fetch(remote, tmp_path, no_wait)
    assert len(Server.asked) == 2
    assert known(remote.name, tmp_path) is not None


def test_a_cut_transfer_is_no_file(remote: Remote, tmp_path: Path) -> None:
    Server.cut = 5
    with pytest.raises(KgError, match="cannot be fetched"):
        fetch(remote, tmp_path, no_wait)
    assert not (tmp_path / remote.name).exists()


def test_offline_the_message_says_what_to_do(tmp_path: Path) -> None:
    gone = Remote("organizations.csv", "http://127.0.0.1:9/organizations.csv", "organisations")
    with pytest.raises(KgError, match="the tables that came with the program stay in use"):
        fetch(gone, tmp_path, no_wait)


def test_the_catalogue_gives_one_organisation_for_a_siren(tmp_path: Path) -> None:
    path = tmp_path / "organizations.csv"
    path.write_text(CATALOGUE_TEXT, encoding="utf-8")
    assert catalogue(path).rows == (
        ("223400011", "59087a45c751df5a2a2c425f", "datagouv"),
        ("243400017", "5847cb5cc751df5d58c0bb7e", "datagouv"),
    )


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(KgError, match="neither the catalogue"):
        compile_tables([path], tmp_path / "out", "2026-01-01")


def edition(folder: Path, version: str, name: str, siren: str) -> Path:
    """An archive of the package with one commune and one grouping."""
    commune: dict[str, Any] = {
        "code": "34172",
        "nom": name,
        "type": "commune-actuelle",
        "departement": "34",
        "region": "76",
    }
    commune |= {"siren": siren, "codesPostaux": ["34000"]}
    member = {"code": "34172", "siren": siren, "nom": name, "populationMunicipale": 3}
    grouping = {"code": "243400017", "nom": f"CC de {name}", "type": "CC", "membres": [member]}
    files = {"package.json": {"version": version}, "data/communes.json": [commune], "data/epci.json": [grouping]}
    path = folder / f"decoupage-{version}.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for inside, value in files.items():
            data = json.dumps(value).encode()
            about = tarfile.TarInfo(f"package/{inside}")
            about.size = len(data)
            archive.addfile(about, io.BytesIO(data))
    return path


def test_editions_give_the_years_of_each_name_and_siren(tmp_path: Path) -> None:
    old = read_edition(edition(tmp_path, "4.1.0", "Vieux\u00a0Bourg", "213401722"))
    new = read_edition(edition(tmp_path, "6.0.0", "Bourg-Neuf", "200083640"))
    assert (old.year, new.year, year_of("0.8.0"), year_of("7.0.0")) == (2024, 2026, 2020, 2027)
    communes = [(row[1], row[2], row[3], row[7], row[8]) for row in compile_communes([old, new]).rows]
    assert communes == [
        ("c", "Bourg-Neuf", "200083640", "2026", "2026"),
        ("f", "Vieux Bourg", "213401722", "2024", "2024"),
    ]
    names = [(row[2], row[5], row[6]) for row in compile_groupings([old, new]).rows]
    assert names == [("CC de Bourg-Neuf", "2026", "2026"), ("CC de Vieux Bourg", "2024", "2024")]


def test_a_wrong_siren_of_the_source_is_left_out(tmp_path: Path) -> None:
    wrong = read_edition(edition(tmp_path, "6.0.0", "Bourg", "213401723"))
    assert compile_communes([wrong]).rows[0][3] == ""


def test_the_same_archives_give_the_same_bytes(tmp_path: Path) -> None:
    archives = [edition(tmp_path, "6.0.0", "Bourg", "213401722"), edition(tmp_path, "4.1.0", "Bourg", "213401722")]
    for out, order in (("one", archives), ("two", archives[::-1])):
        assert compile_tables(order, tmp_path / out, "2026-01-01") == ("communes.tsv.gz", "groupings.tsv")
    for name in ("communes.tsv.gz", "groupings.tsv", "manifest.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_update_from_a_file_changes_what_status_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELIBERATIONS_REFERENCE", str(tmp_path / "reference"))
    path = tmp_path / "organizations.csv"
    path.write_text(CATALOGUE_TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["reference", "update", "--from", str(path)])
    assert done.exit_code == 0, done.output
    told = json.loads((tmp_path / "reference" / "manifest.json").read_text(encoding="utf-8"))
    assert told["datagouv.tsv"]["rows"] == "2"
    status = CliRunner().invoke(app, ["reference", "status", "--json"])
    assert {row["table"] for row in json.loads(status.stdout)} >= {"communes.tsv.gz", "national.tsv"}


def test_update_fetches_from_the_documented_addresses(
    remote: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELIBERATIONS_REFERENCE", str(tmp_path / "reference"))
    monkeypatch.setattr("kg.commands.reference.CATALOGUE", remote)
    done = CliRunner().invoke(app, ["reference", "update"])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "reference" / "datagouv.tsv").read_text(encoding="utf-8").count("\n") == 3
    assert Server.asked == ["/organizations.csv"]
    shutil.rmtree(tmp_path / "reference")


def test_every_documented_address_is_of_a_known_server() -> None:
    servers = {remote.address.split("/")[2] for remote in REMOTES}
    assert servers == {"www.data.gouv.fr", "unpkg.com"}
    assert CATALOGUE in REMOTES
    assert len({remote.name for remote in REMOTES}) == len(sources.REMOTES)
