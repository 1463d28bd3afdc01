"""``/recherche``: a page that works without scripts, the same as JSON, and nothing that a visitor writes is pasted."""

import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.serve.conftest import Server


def ask(site: Server, **said: str | int) -> httpx.Response:
    return httpx.get(f"{site.url}/recherche.json", params=said, timeout=20)


def test_acts_are_found_by_words_of_their_titles(site: Server) -> None:
    everything = ask(site).json()
    assert everything["total"] > 10
    words = next(w for r in everything["results"] for w in re.findall(r"[a-zà-ÿ]{7,}", r["title"] or ""))
    found = ask(site, q=words).json()
    assert 0 < found["total"] <= everything["total"]
    assert all(result["page"].startswith("/doc/deliberation/") for result in found["results"])
    assert ask(site, q=words.upper()).json()["total"] == found["total"]


def test_filters_narrow(site: Server) -> None:
    everything = ask(site).json()
    one = everything["results"][0]
    for name, value in (
        ("annee", one["date"][:4]),
        ("autorite", one["authority"]["label"]),
        ("matiere", one["matter"]),
    ):
        narrow = ask(site, **{name: value}).json()
        assert 0 < narrow["total"] <= everything["total"], name
    assert ask(site, autorite=one["authority"]["iri"]).json() == ask(site, autorite=one["authority"]["label"]).json()
    assert ask(site, autorite="Nulle part").json()["total"] == 0
    assert ask(site, objet="financement").json()["total"] > 0


@pytest.mark.parametrize(
    "said",
    [{"annee": "abc"}, {"annee": "-1"}, {"page": "0"}, {"page": "51"}, {"issue": "x"}, {"tri": "x"}, {"q": "a" * 400}],
)
def test_what_does_not_fit_is_refused(site: Server, said: dict[str, str]) -> None:
    assert ask(site, **said).status_code == 400
    page = httpx.get(f"{site.url}/recherche", params=said)
    assert page.status_code == 400
    assert 'role="alert"' in page.text


def test_the_page_says_the_same_and_pastes_nothing(site: Server) -> None:
    page = httpx.get(f"{site.url}/recherche", params={"q": '"><script>alert(1)</script>', "autorite": "<b>x"})
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "<b>x" not in page.text
    everything = httpx.get(f"{site.url}/recherche")
    assert everything.text.count('<li><a href="/doc/') == min(20, ask(site).json()["total"])
    assert "<script" not in everything.text
    assert everything.headers["x-robots-tag"] == "noindex"
    assert "<mark>" in httpx.get(f"{site.url}/recherche", params={"q": "convention"}).text


def test_many_at_once_are_all_answered_or_told_to_wait(site: Server) -> None:
    with ThreadPoolExecutor(24) as many:
        answers = list(many.map(lambda n: ask(site, q=f"convention {'x' * (n % 5)}"), range(96)))
    assert {answer.status_code for answer in answers} <= {200, 429, 503}
    assert sum(answer.status_code == 200 for answer in answers) > 40


def test_a_release_without_an_index_says_so(server: Server) -> None:
    assert ask(server, q="acte").status_code == 503
    assert httpx.get(f"{server.url}/recherche").status_code == 503
