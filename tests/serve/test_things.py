"""Every IRI of a real release answers: pages, data, proofs, and what there is not."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg.commands.building import samples
from kg.graph.iris import parse_passage
from kg.graph.namespaces import BASE, HOME, PROV
from kg.pipeline import build, local_pool
from kg.serve.places import local, named_by, whole_of
from kg.store.releases import current_release
from tests.serve.conftest import Server, _serving

PAGE = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
ACT = "id/deliberation/219901030/2022-051"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    store = tmp_path_factory.mktemp("site")
    build(samples(), store, pool=local_pool(2), built="2026-01-02T03:04:05+00:00")
    with _serving(store) as running:
        yield running


@pytest.fixture(scope="module")
def graph(site: Server) -> list[Quad]:
    return list(Store.read_only(str(current_release(site.store).path)))


def minted(graph: list[Quad]) -> set[str]:
    terms = {term.value for q in graph for term in (q.subject, q.object, q.graph_name) if isinstance(term, NamedNode)}
    return {iri for iri in terms if iri.startswith(BASE) or iri.startswith(HOME)}


def test_every_iri_that_is_minted_answers_as_a_page_and_as_turtle(site: Server, graph: list[Quad]) -> None:
    asked = sorted({iri.partition("#char=")[0] for iri in minted(graph)})
    assert len(asked) > 500
    with httpx.Client(base_url=site.url, timeout=30) as client:
        for iri in asked:
            path = "/" + iri.removeprefix(BASE)
            for accept in ("text/html", "text/turtle"):
                answer = client.get(path, headers={"accept": accept}, follow_redirects=True)
                assert answer.status_code == 200, (iri, accept, answer.text[:200])
                if not path.startswith("/graphe/"):
                    assert answer.headers["content-type"].startswith(accept), (iri, accept)


def test_an_identifier_leads_to_its_document(site: Server) -> None:
    answer = httpx.get(f"{site.url}/{ACT}", headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/" + ACT.replace("id/", "doc/"))
    assert httpx.get(f"{site.url}/{ACT.replace('2022-051', '2022%2d051')}").status_code == 303
    part = httpx.get(f"{site.url}/{ACT.replace('id/', 'doc/')}/vote", headers=PAGE)
    assert part.headers["location"] == "/" + ACT.replace("id/", "doc/") + "#vote"


@pytest.mark.parametrize(
    ("suffix", "media", "form"),
    [
        (".ttl", "text/turtle", RdfFormat.TURTLE),
        (".nt", "application/n-triples", RdfFormat.N_TRIPLES),
        (".jsonld", "application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_each_form_says_the_same_by_suffix_and_by_accept(
    site: Server, graph: list[Quad], suffix: str, media: str, form: RdfFormat
) -> None:
    document = f"{site.url}/{ACT.replace('id/', 'doc/')}"
    by_suffix, by_accept = httpx.get(document + suffix), httpx.get(document, headers={"accept": media})
    assert by_suffix.headers["content-type"] == by_accept.headers["content-type"] == media
    found = {str(q.triple) for q in parse(by_suffix.content, format=form)}
    own = NamedNode(f"{BASE}graphe/{ACT.removeprefix('id/')}")
    assert found == {str(q.triple) for q in graph if q.graph_name == own}
    assert found == {str(q.triple) for q in parse(by_accept.content, format=form)}
    held = httpx.get(document + suffix, headers={"if-none-match": by_suffix.headers["etag"]})
    assert held.status_code == 304


def test_a_part_is_described_alone(site: Server) -> None:
    told = httpx.get(f"{site.url}/{ACT.replace('id/', 'doc/')}/vote.nt")
    subjects = {line.split(" ")[0] for line in told.text.splitlines()}
    assert f"<{BASE}{ACT}/vote>" in subjects
    assert all(subject.startswith(f"<{BASE}{ACT}/vote") for subject in subjects)


@pytest.mark.parametrize(
    "path",
    [
        "/id/deliberation/219901030/inconnue",
        "/doc/deliberation/219901030/inconnue",
        "/doc/deliberation/219901030/inconnue.ttl",
        "/doc/x",
        "/doc/",
        "/doc/%3E%7D%20DROP%20ALL",
        "/doc/personne/..%2f..%2fetc/passwd",
        "/id/" + "a" * 5000,
        "/texte/" + "0" * 64,
        "/texte/..%2f..%2frecords.sqlite",
        "/vocabulaire/inconnu/x",
        "/graphe/inconnu",
        "/def/inconnu",
    ],
)
def test_what_there_is_not(site: Server, path: str) -> None:
    for accept in ("text/html", "text/turtle"):
        answer = httpx.get(site.url + path, headers={"accept": accept})
        assert answer.status_code == 404, answer.text
        assert "<script" not in answer.text


def test_an_act_is_said_in_words_with_its_proofs(site: Server) -> None:
    page = httpx.get(f"{site.url}/{ACT.replace('id/', 'doc/')}", headers=PAGE)
    assert "Adoptée par 7 voix pour et 1 abstention" in page.text
    assert "séance du 29 septembre 2022" in page.text
    assert "Présents (7)" in page.text and "Représentés (1)" in page.text
    assert " a donné pouvoir à " in page.text
    assert "620\u202f000\u00a0€" in page.text
    assert page.text.count('class="preuve"') > 20
    assert "<script" not in page.text and "src=" not in page.text
    outside = re.findall(r'(?:src|href)="(https?:[^"]*)"', page.text)
    assert outside == []
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    held = httpx.get(page.url, headers={**PAGE, "if-none-match": page.headers["etag"]})
    assert (held.status_code, held.content) == (304, b"")


def test_every_proof_shows_the_very_words(site: Server, graph: list[Quad]) -> None:
    proofs = [q.object for q in graph if q.predicate.value == f"{PROV}wasQuotedFrom"]
    quoted = sorted({proof.value for proof in proofs if isinstance(proof, NamedNode)})[::40]
    with httpx.Client(base_url=site.url) as client:
        for iri in quoted:
            place = parse_passage(iri)
            assert place is not None
            whole = client.get(f"/texte/{place.sha256}.txt").content.decode()
            words = whole[place.start : place.end]
            assert client.get(local(iri), headers={"accept": "text/plain"}).content.decode() == words
            page = client.get(local(iri), headers=PAGE)
            marked = re.search("<mark>(.*?)</mark>", page.text, re.DOTALL)
            assert marked and unescaped(marked[1]) == words
            assert "Ce que ce passage prouve" in page.text
            told = client.get(f"/texte/{place.sha256}.jsonld?char={place.start},{place.end}").text
            found = {str(q.object) for q in parse(told, format=RdfFormat.JSON_LD)}
            assert str(Literal(words)) in found and f"<{BASE}texte/{place.sha256}>" in found
            anchored = client.get(f"/texte/{place.sha256}", headers=PAGE).text
            assert f'id="char={place.start},{place.end}"' in anchored


def unescaped(text: str) -> str:
    for written, char in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(written, char)
    return text


@pytest.mark.parametrize("place", ["", "x", "5", "5,5", "9,3", "0,99999999", "-1,4", "1,2,3", "<b>", "0" * 40 + ",9"])
def test_a_passage_that_is_none_is_refused(site: Server, graph: list[Quad], place: str) -> None:
    sha256 = next(iri.removeprefix(f"{BASE}texte/") for iri in sorted(minted(graph)) if iri.startswith(f"{BASE}texte/"))
    answer = httpx.get(f"{site.url}/texte/{sha256[:64]}", params={"char": place}, headers=PAGE)
    assert answer.status_code == 400
    assert "<b>" not in answer.text


def test_a_person_is_not_to_be_indexed(site: Server, graph: list[Quad]) -> None:
    person = next(iri for iri in sorted(minted(graph)) if re.fullmatch(f"{BASE}id/personne/[^/]+/[^/]+/[^/]+", iri))
    page = httpx.get(site.url + local(person), headers=PAGE)
    assert '<meta name="robots" content="noindex">' in page.text
    assert "Mandats et fonctions" in page.text and "Séances" in page.text


def test_the_ontology_is_a_page_and_turtle(site: Server) -> None:
    page = httpx.get(f"{site.url}/def", headers=PAGE)
    assert 'id="Deliberation"' in page.text and 'id="nePrendPasPart"' in page.text and "<svg" in page.text
    turtle = httpx.get(f"{site.url}/def", headers={"accept": "text/turtle"})
    assert len(list(parse(turtle.content, format=RdfFormat.TURTLE))) > 300
    assert httpx.get(f"{site.url}/def.nt").headers["content-type"] == "application/n-triples"


def test_the_notice_says_purposes_sources_and_how_to_object(site: Server) -> None:
    page = httpx.get(f"{site.url}/mentions", headers=PAGE).text
    assert all(word in page for word in ("Ce que fait ce site", "D'où viennent les données", "S'opposer"))


def test_nothing_but_reading(site: Server) -> None:
    assert httpx.post(f"{site.url}/doc/x").status_code == 405
    assert httpx.head(f"{site.url}/{ACT.replace('id/', 'doc/')}", headers=PAGE).content == b""


def test_addresses_turn_into_iris_and_back() -> None:
    assert named_by("id/norme/CGCT/L2121%2D29") == f"{BASE}id/norme/CGCT/L2121-29"
    assert named_by("id/a%2Fb/<x>") == f"{BASE}id/a%2Fb/%3Cx%3E"
    assert local(f"{BASE}id/organe/1/conseil") == "/doc/organe/1/conseil"
    assert local(f"{HOME}def#taux") == "/def#taux"
    assert local("https://exemple.test/x") == "https://exemple.test/x"
    assert whole_of(f"{BASE}{ACT}/financement/1/montant") == f"{BASE}{ACT}/financement/1"
    assert whole_of(f"{BASE}{ACT}/vote/rapporteur") == f"{BASE}{ACT}"


def test_a_store_of_an_older_program_serves_no_text(server: Server) -> None:
    assert httpx.get(f"{server.url}/texte/{'a' * 64}").status_code == 404
    assert httpx.get(f"{server.url}/doc/x").status_code == 404
    assert Path(server.store).is_dir()


NASTY = [
    *("%00", "%ff%fe", "%0d%0aX-A:%20b", "%C0%AF", "..%2f..", "....//", "a" * 3000, "%3Cscript%3E", "'\"`;--", "{}"),
    *("%7B%7D", "%5C", "é", "%F0%9F%98%80", "?x=%00", "?char=%00", "?char[]=1", "#x", "%", "%2", "%zz", "//", ".ttl"),
    *("x.ttl.ttl", "x.nt/", "%25", "%E2%80%AE"),
]


@pytest.mark.parametrize("room", ["id", "doc", "doc/deliberation/219901030", "texte", "graphe", "vocabulaire", "def"])
def test_no_address_breaks_the_server(site: Server, room: str) -> None:
    for nasty in NASTY:
        for accept in ("text/html", "*/*", "application/ld+json", "text/html;q=x,,;;=", "a" * 2000):
            answer = raw_get(site, f"/{room}/{nasty}", accept)
            assert answer.startswith(b"HTTP/1.1 ") and answer[9:10] in b"234", (room, nasty, answer[:200])
            assert b"<script" not in answer and b"\r\nX-A:" not in answer


def raw_get(site: Server, path: str, accept: str) -> bytes:
    """An answer to a path as it is: no client mends it on its way."""
    address = httpx.URL(site.url)
    with socket.create_connection((address.host, address.port or 80), 10) as connection:
        head = f"GET {path.partition('#')[0]} HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\nConnection: close\r\n\r\n"
        connection.sendall(head.encode("utf-8"))
        return b"".join(iter(lambda: connection.recv(65536), b""))
