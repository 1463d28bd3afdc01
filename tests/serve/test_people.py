"""People's data: who does not act in public is in no byte that is served or exported, nor is who was withdrawn."""

import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from pyoxigraph import Store

from kg.errors import KgError
from kg.graph.namespaces import BASE
from kg.pipeline import Audience, build, local_pool
from kg.publish.export import FORMATS, export
from kg.store.published import published_text
from kg.store.questions import questions
from kg.store.releases import current_release
from tests.serve.conftest import Server, _serving

PAGE = {"accept": "text/html"}
ACTS = {
    "01 vente TARAVEL Odile.txt": (
        "Objet : Vente de la parcelle AB 12 à Mme Odile TARAVEL\n",
        "Rapporteur : Mme Clarisse BOURDELAIN, directrice des services\n",
        "Mme Odile TARAVEL, locataire, et son fils Firmin TARAVEL offrent 12 000 €. La parcelle TARAVEL est close.",
        "- CÈDE la parcelle AB 12 aux époux TARAVEL pour 12 000 € ;\n- CHARGE Maître Fulgence QUERCIOT, notaire.",
    ),
    "02.txt": (
        "Objet : Bail avec M. Anselme ROUVIÈRAC, gérant\n",
        "Rapporteur : Paul ORTEIL\n",
        "M. et Mme ROUVIÈRAC demandent un bail, loin de l'école Jeanne Mirabelle et de la rue Paul Citronnier.",
        "- APPROUVE le bail de M. Anselme ROUVIÈRAC ;\n- AUTORISE Mme VALMONT, maire, à signer avec M. ROUVIÈRAC.",
    ),
}
PRIVATE = ("taravel", "bourdelain", "querciot", "rouvierac", "odile", "firmin", "anselme", "fulgence", "clarisse")
_ACT = """DÉPARTEMENT DE LA HAUTE-VALSERINE
COMMUNE DE VILLEPERTE
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 12 mars 2024

{title}{reporting}
L'an deux mille vingt-quatre, le douze mars, le conseil municipal s'est réuni
sous la présidence de Jeanne VALMONT, maire.
Présents : Jeanne VALMONT, Paul ORTEIL, Lucie MARANDE.

{words}

Le conseil municipal, après en avoir délibéré, par 3 voix pour, 0 contre et 0 abstention :
{decisions}

Fait à Villeperte, le 13 mars 2024.
Le maire, Jeanne VALMONT
"""


def write(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, reporting, words, decisions) in ACTS.items():
        told = _ACT.format(title=title, reporting=reporting, words=words, decisions=decisions)
        (folder / name).write_text(told, encoding="utf-8")
    return folder


def made(folder: Path, store: Path, audience: Audience = Audience.PUBLIC) -> None:
    build([folder], store, pool=local_pool(2), audience=audience)


def plain(content: bytes) -> str:
    """Without accents and case, escapes of every form undone."""
    text = content.decode("utf-8", "replace")
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    text = unquote(text, errors="replace")
    return "".join(char for char in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(char))


def served(site: Server) -> Iterator[tuple[str, httpx.Response]]:
    """All that links lead to, each thing in every form, and all of the graph by the endpoint."""
    seen: set[str] = set()
    with httpx.Client(base_url=site.url, headers=PAGE, timeout=30) as client:
        waiting = ["/", "/mentions", "/recherche?q=parcelle", *(f"/questions/{q.name}.csv" for q in questions())]
        every = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
        for form in ("json", "csv", "tsv", "xml"):
            yield form, client.get("/sparql", params={"query": every, "format": form})
        rows = client.get("/sparql", params={"query": every, "format": "tsv"}).text
        waiting += sorted({"/" + path.partition("#")[0] for path in re.findall(f"<{BASE}([^>]*)>", rows)})
        while waiting:
            address = waiting.pop().partition("#")[0].replace("&amp;", "&")
            if address not in seen:
                seen.add(address)
                answer = client.get(address, follow_redirects=True)
                yield address, answer
                waiting += (
                    re.findall(r'(?:href|src)="(/[^"]*)"', answer.text)
                    if "html" in answer.headers["content-type"]
                    else []
                )


def exports(store: Path) -> Iterator[tuple[str, bytes]]:
    """The release in every format, and what stands beside it for texts and search."""
    release = current_release(store).path
    for form in FORMATS:
        out = io.BytesIO()
        export(Store.read_only(str(release)), form, out)
        yield form, out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("acts"))


@pytest.fixture(scope="module")
def public(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("public")
    made(folder, store)
    return store


def test_a_private_person_is_in_no_byte_that_is_served_or_exported(public: Path) -> None:
    count = 0
    with _serving(public) as site:
        for address, answer in served(site):
            count += 1
            assert answer.status_code < 500, address
            told = plain(answer.content) + plain(str(answer.url).encode())
            assert [name for name in PRIVATE if name in told] == [], address
    assert count > 100
    for form, content in exports(public):
        assert [name for name in PRIVATE if name in plain(content)] == [], form


def test_members_signatories_schools_and_streets_stay(public: Path) -> None:
    told = dict(exports(public))["ntriples"].decode()
    assert "Jeanne Valmont" in told and "Paul Orteil" in told
    texts = [text_of(public, sha) for sha in sorted(set(re.findall("texte/([0-9a-f]{64})>", told)))]
    assert len(texts) == 2
    whole = "".join(texts)
    assert "l'école Jeanne Mirabelle et de la rue Paul Citronnier" in whole
    assert "sous la présidence de Jeanne VALMONT, maire" in whole
    assert "AUTORISE Mme VALMONT, maire" in whole


def text_of(store: Path, sha256: str) -> str:
    text = published_text(current_release(store).path, sha256)
    assert text is not None
    return text.raw


def test_offsets_are_kept(public: Path, folder: Path) -> None:
    """The masked text is as long as what was read, and differs from it by blocks alone."""
    raws = {path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    told = dict(exports(public))["ntriples"].decode()
    for sha in set(re.findall("texte/([0-9a-f]{64})>", told)):
        text = text_of(public, sha)
        (raw,) = (raw for raw in raws if len(raw) == len(text) and raw[:100] == text[:100])
        assert "█" in text
        assert all(one == two or two == "█" for one, two in zip(raw, text, strict=True))


def test_an_internal_store_keeps_all_and_says_so_on_every_page(folder: Path, tmp_path: Path) -> None:
    made(folder, tmp_path / "store", Audience.INTERNAL)
    assert "taravel" in plain(dict(exports(tmp_path / "store"))["ntriples"])
    with _serving(tmp_path / "store") as site:
        for path in ("/", "/mentions", "/def", "/recherche", "/doc/organisation/sans-siren/villeperte", "/doc/x"):
            page = httpx.get(site.url + path, headers=PAGE)
            assert "Usage interne" in page.text, path


def test_withdrawals_are_obeyed_by_every_output_after_one_build(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    made(folder, store)
    before = dict(exports(store))["ntriples"].decode()
    person = re.findall("<([^>]*id/personne/[^>]*/paul-orteil)>", before)[0]
    act = re.findall("<([^>]*id/deliberation/[^>/]*/[^>/]*/bail-avec[^>/]*)>", before)[0]
    (store / "retraits.toml").write_text(
        f'[[retrait]]\nnom = "Paul ORTEIL"\nmotif = "opposition"\ndate = 2026-03-12\n'
        f'[[retrait]]\niri = "{act}"\nmotif = "erreur"\ndate = 2026-03-12\n',
        encoding="utf-8",
    )
    made(folder, store)
    # No release is left that a roll-back would bring the name back with.
    assert [path.name for path in (store / "releases").glob("*.json")] == ["2.json"]
    for form, content in exports(store):
        assert "orteil" not in plain(content) and "bail-avec" not in plain(content), form
    with _serving(store) as site:
        for iri in (person, act, f"{act}/vote"):
            path = "/" + iri.partition("deliberations-fr/")[2]
            for address in (path, path.replace("id/", "doc/", 1), path.replace("id/", "doc/", 1) + ".ttl"):
                answer = httpx.get(site.url + address, headers=PAGE)
                assert answer.status_code == 410, address
                assert "opposition" not in answer.text
        for address, answer in served(site):
            assert "orteil" not in plain(answer.content), address
    (store / "retraits.toml").unlink()
    made(folder, store)
    assert dict(exports(store))["ntriples"].decode() == before


@pytest.mark.parametrize(
    "written",
    [
        "retrait = 3",
        "[[retrait]]\nmotif = 'x'\ndate = 2026-03-12",
        "[[retrait]]\nnom = 'ORTEIL'\nmotif = 'x'\ndate = 2026-03-12",
        "[[retrait]]\nnom = 'Paul ORTEIL'\ndate = 2026-03-12",
        "[[retrait]]\nnom = 'Paul ORTEIL'\nmotif = 'x'\ndate = '2026-03-12'",
        "[[retrait]]\nnoms = 'Paul ORTEIL'\nmotif = 'x'\ndate = 2026-03-12",
        "[[retrait]\n",
    ],
)
def test_a_withdrawal_that_cannot_be_read_stops_the_build(written: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "retraits.toml").write_text(written, encoding="utf-8")
    with pytest.raises(KgError, match=r"retraits\.toml"):
        made(folder, tmp_path)


def test_nobody_private_can_be_searched_for(public: Path) -> None:
    held = (current_release(public).path / "recherche.sqlite").read_bytes()
    assert [name for name in PRIVATE if name in plain(held)] == []
    with _serving(public) as site:
        for name in (*PRIVATE, "Odile TARAVEL", '"Odile Taravel"', "tara*"):
            assert httpx.get(f"{site.url}/recherche.json", params={"q": name}).json()["total"] == 0, name
        assert httpx.get(f"{site.url}/recherche.json", params={"q": "valmont"}).json()["total"] > 0
