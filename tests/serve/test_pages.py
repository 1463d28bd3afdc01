"""The pages: what they say, that they call no other host, and that nothing is pasted into them."""

import httpx

from kg.store.questions import questions
from tests.serve.conftest import Server


def test_home_lists_every_question_and_shows_how_to_ask(server: Server) -> None:
    page = httpx.get(server.url)
    assert page.status_code == 200
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert all(f'href="/questions/{known.name}"' in page.text for known in questions())
    assert f"curl {server.url}/sparql" in page.text
    assert "src=" not in page.text
    assert "<script" not in page.text


def test_each_question_runs_as_page_and_as_data(server: Server) -> None:
    for known in questions():
        page = httpx.get(f"{server.url}/questions/{known.name}")
        assert page.status_code == 200, page.text
        assert (
            httpx.get(f"{server.url}/questions/{known.name}.csv").headers["content-type"] == "text/csv; charset=utf-8"
        )
        assert httpx.get(f"{server.url}/questions/{known.name}.json").status_code == 200


def test_unknown_questions_and_parameters(server: Server) -> None:
    assert httpx.get(f"{server.url}/questions/inconnue").status_code == 404
    assert httpx.get(f"{server.url}/questions/inconnue.csv").status_code == 404
    assert httpx.get(f"{server.url}/questions/..%2f..%2fetc%2fpasswd").status_code == 404
    for known in questions()[:1]:
        answer = httpx.get(f"{server.url}/questions/{known.name}", params={"<script>": "<b>x</b>"})
        assert answer.status_code == 400
        assert "<script" not in answer.text
        assert "<b>x" not in answer.text


def test_the_style_sheet_is_ours(server: Server) -> None:
    assert httpx.get(f"{server.url}/static/kg.css").headers["content-type"].startswith("text/css")
    assert httpx.get(f"{server.url}/static/../app.py").status_code == 404


def test_an_unknown_address_is_a_page_for_a_browser_and_a_problem_for_a_program(server: Server) -> None:
    page = httpx.get(f"{server.url}/inconnu", headers={"accept": "text/html"})
    assert (page.status_code, "Adresse inconnue" in page.text) == (404, True)
    told = httpx.get(f"{server.url}/inconnu", headers={"accept": "*/*"})
    assert (told.status_code, told.headers["content-type"]) == (404, "application/problem+json")
    assert httpx.get(f"{server.url}/questions").headers["location"] == "/#questions"
