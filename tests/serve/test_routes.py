"""Random and hostile requests to every route; many more by ``python -m benchmarks.routes``."""

import httpx

from benchmarks.routes import MARK, attack, fault_of, known_addresses, requests
from tests.serve.conftest import Server


def test_no_route_fails_by_a_fault_of_ours(site: Server) -> None:
    report = attack(site.url, seed=20, count=1500)
    assert report.faults == []
    assert sum(report.statuses.values()) == 1500
    assert {200, 303, 400, 404, 405} <= set(report.statuses)
    assert httpx.get(f"{site.url}/health").json()["status"] == "ok"


def test_requests_are_the_same_for_the_same_seed(site: Server) -> None:
    known = known_addresses(site.url)
    assert len(known) > 100
    assert list(requests(3, 50, known)) == list(requests(3, 50, known))


def test_faults_are_told() -> None:
    html = {"content-type": "text/html"}
    assert fault_of(httpx.Response(500)) == "status 500"
    assert fault_of(httpx.Response(503)) == fault_of(httpx.Response(504)) == fault_of(httpx.Response(404)) == ""
    assert "markup" in fault_of(httpx.Response(200, headers=html, text=f"<p>{MARK}</p>"))
    assert fault_of(httpx.Response(200, headers={"content-type": "text/csv"}, text=MARK)) == ""
    assert "header" in fault_of(httpx.Response(200, headers={"x-injected": "1"}))
