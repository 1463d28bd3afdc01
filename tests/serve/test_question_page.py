"""The page of a question: suggestions, names in the place of IRIs, columns to sort by, a chart beside its table."""

import html
import re

import httpx

from tests.serve.conftest import Server


def page(site: Server, name: str, **said: str) -> str:
    answer = httpx.get(f"{site.url}/questions/{name}", params=said, timeout=20)
    assert answer.status_code == 200, answer.text
    return html.unescape(answer.text)


def test_a_name_does_for_an_iri(site: Server) -> None:
    shown = page(site, "mon-conseil")
    written = re.findall(r'<option value="([^"]+)">', shown)
    assert len(written) > 3
    lines = {name: page(site, "mon-conseil", autorite=name).count("<tr>") for name in written}
    assert all(1 <= count <= shown.count("<tr>") for count in lines.values())
    assert sum(count - 1 for count in lines.values()) == shown.count("<tr>") - 1
    (address,) = set(
        re.findall(r'/questions/mon-conseil\.csv\?autorite=([^"&]+)', page(site, "mon-conseil", autorite=written[0]))
    )
    assert address.startswith("https%3A%2F%2F")


def test_a_name_that_nobody_has_is_refused(site: Server) -> None:
    answer = httpx.get(f"{site.url}/questions/mon-conseil", params={"autorite": "Nulle part"})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_columns_are_sorted_by_a_link(site: Server) -> None:
    def dates(order: str) -> list[str]:
        body = page(site, "mon-conseil", tri=order).partition("<tbody>")[2]
        found = re.findall(r'<tr><td class="jour">(\d\d)/(\d\d)/(\d{4})</td>', body)
        return [f"{year}-{month}-{day}" for day, month, year in found]

    assert len(dates("date")) > 5
    assert dates("date") == sorted(dates("date"))
    assert dates("-date") == sorted(dates("date"), reverse=True)
    assert 'aria-sort="descending"' in page(site, "mon-conseil", tri="-date")
    assert "tri=" not in page(site, "mon-conseil", tri="date").partition("Cette réponse en")[2].partition("</p>")[0]


def test_charts_are_drawn_without_scripts(site: Server) -> None:
    shown = page(site, "premiers-financeurs")
    assert shown.count("<svg") == 1
    assert "<script" not in shown
    assert "style=" not in shown
    assert shown.count('class="bar"') >= 2


def test_a_question_opens_in_the_editor(site: Server) -> None:
    assert 'href="/sparql#query=' in page(site, "mon-conseil")


def test_the_editor_page_keeps_a_plain_form_and_allows_no_other_host(site: Server) -> None:
    answer = httpx.get(f"{site.url}/sparql", headers={"accept": "text/html"})
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "connect-src 'self';" in policy
    assert "http" not in policy
    assert '<textarea id="query" name="query"' in answer.text
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', answer.text):
        assert httpx.get(site.url + address).status_code == 200, address
    assert "unsafe-inline" not in httpx.get(site.url).headers["content-security-policy"]
