"""What a thing is tied to: parts stand for their wholes, and what there is not is not found."""

import html
import json
import re

import httpx

from tests.serve.conftest import Server

ACT = "deliberation/219901030/2022-051"
PAGE = {"accept": "text/html"}


def elements(site: Server, path: str) -> list[dict[str, dict[str, str]]]:
    answer = httpx.get(f"{site.url}/voisinage/{path}", headers=PAGE, timeout=20)
    assert answer.status_code == 200, answer.text
    assert answer.headers["x-robots-tag"] == "noindex"
    (found,) = re.findall(r'data-elements="([^"]*)"', answer.text)
    told: list[dict[str, dict[str, str]]] = json.loads(html.unescape(found))
    return told


def test_an_act_is_tied_to_its_sitting_its_people_and_its_money(site: Server) -> None:
    nodes = [one["data"] for one in elements(site, ACT) if "id" in one["data"]]
    kinds = {node["kind"] for node in nodes}
    assert {"délibération", "séance", "organisation", "organe", "personne", "financement"} <= kinds
    assert not any(re.search(r"/(?:vote|disposition)", node["id"]) for node in nodes)
    assert any(node["label"] == "séance du 29 septembre 2022" for node in nodes)


def test_ties_go_both_ways_and_every_neighbour_has_a_page(site: Server) -> None:
    here, *around = [one["data"] for one in elements(site, ACT) if "id" in one["data"]]
    for node in around:
        assert httpx.get(site.url + node["href"], headers=PAGE, follow_redirects=True).status_code == 200, node
        back = elements(site, node["href"].removeprefix("/doc/"))
        # Who is paid is tied to the funding, which is tied to the act.
        assert any(one["data"].get("id", "").startswith(here["id"]) for one in back), node


def test_a_part_leads_to_the_neighbourhood_of_its_whole(site: Server) -> None:
    assert elements(site, f"{ACT}/vote") == elements(site, ACT)


def test_what_there_is_not(site: Server) -> None:
    for path in ("personne/x", "", "%3E%20x", "deliberation/219901030/absente", "x" * 5000, "..%2f..%2fetc"):
        assert httpx.get(f"{site.url}/voisinage/{path}", headers=PAGE).status_code == 404, path
    assert httpx.post(f"{site.url}/voisinage/{ACT}").status_code == 405
