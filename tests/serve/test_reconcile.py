"""``/reconcile`` as OpenRefine asks it, over HTTP; hostile requests; the form of what is answered."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import validate  # type: ignore[import-untyped]

from tests.serve.conftest import Server

SCHEMAS = Path(__file__).parents[2].parent / "shared" / "reference" / "reconciliation"
MONTPELLIER, NIMES, HERAULT = "213401722", "213001894", "223400011"
ORIGIN = {"origin": "http://127.0.0.1:3333"}


def batch(server: Server, **queries: Any) -> dict[str, Any]:
    """A batch as OpenRefine posts it."""
    answer = httpx.post(f"{server.url}/reconcile", data={"queries": json.dumps(queries)}, headers=ORIGIN, timeout=20)
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    found: dict[str, Any] = answer.json()
    return found


def get(server: Server, path: str, **params: str | int) -> httpx.Response:
    return httpx.get(f"{server.url}/reconcile{path}", params=params, headers=ORIGIN, timeout=20)


def schema(name: str) -> Any:
    path = SCHEMAS / name
    if not path.is_file():
        pytest.skip(f"{name} is not here: the schemas of the specification do not come with the repository")
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_sequence_of_openrefine(server: Server) -> None:
    """Add the service, guess the type, reconcile, look at a candidate, choose another, add columns."""
    manifest = get(server, "").json()
    assert manifest["versions"] == ["0.2"]
    guessed = batch(server, q0={"query": "Commune de Nîmes", "limit": 3}, q1={"query": "Hérault (département)"})
    assert guessed["q0"]["result"][0]["type"] == [{"id": "commune", "name": "Commune"}]
    rows = {
        "q0": {"query": "NIMES", "type": "commune", "type_strict": "should", "limit": 5},
        "q1": {"query": "Saint-Gilles", "type": "commune", "properties": [{"pid": "departement", "v": "Gard"}]},
        "q2": {"query": "Saint-Gilles", "type": "commune"},
    }
    found = batch(server, **rows)
    assert [(one["id"], one["match"]) for one in found["q0"]["result"]] == [(NIMES, True)]
    assert (found["q1"]["result"][0]["id"], found["q1"]["result"][0]["match"]) == ("213002587", True)
    assert len(found["q2"]["result"]) > 1
    assert not any(one["match"] for one in found["q2"]["result"])
    preview = httpx.get(manifest["preview"]["url"].replace("{{id}}", NIMES))
    assert preview.headers["content-type"].startswith("text/html")
    assert "frame-ancestors" not in preview.headers["content-security-policy"]
    assert "Nîmes" in preview.text
    suggest = manifest["suggest"]["entity"]
    typed = httpx.get(suggest["service_url"] + suggest["service_path"], params={"prefix": "montpellier m"})
    assert typed.json()["result"][0]["name"] == "Montpellier Méditerranée Métropole"
    propose = manifest["extend"]["propose_properties"]
    proposed = httpx.get(propose["service_url"] + propose["service_path"], params={"type": "commune", "limit": 50})
    assert {one["id"] for one in proposed.json()["properties"]} > {"siren", "cog", "departement", "datagouv"}
    wanted = {"ids": [NIMES, "000000000"], "properties": [{"id": "cog"}, {"id": "departement"}, {"id": "siren"}]}
    told = httpx.post(f"{server.url}/reconcile", data={"extend": json.dumps(wanted)}).json()
    assert told["rows"][NIMES] == {"cog": [{"str": "30189"}], "departement": [{"str": "30"}], "siren": [{"str": NIMES}]}
    assert told["rows"]["000000000"] == {"cog": [], "departement": [], "siren": []}
    assert [one["id"] for one in told["meta"]] == ["cog", "departement", "siren"]


def test_a_batch_by_get_gives_the_same(server: Server) -> None:
    queries = {"q0": {"query": "Conseil départemental de l'Hérault"}}
    by_get = get(server, "", queries=json.dumps(queries))
    assert by_get.json() == batch(server, **queries)
    assert by_get.json()["q0"]["result"][0]["id"] == HERAULT


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"query": "Avranches", "type": "commune"}, ("200083640", True)),
        ({"query": "Montpellier Mediteranée Métropole", "type": "epci"}, ("243400017", False)),
        ({"query": "ADEME"}, ("385290309", True)),
        ({"query": "ADEME", "type": "commune"}, None),
        ({"query": "n'importe", "properties": [{"pid": "siren", "v": "213 401 722"}]}, (MONTPELLIER, True)),
        ({"query": "213401723"}, None),
        ({"query": "?", "properties": [{"pid": "cog", "v": "34172"}]}, (MONTPELLIER, True)),
        ({"query": "?", "type": "departement", "properties": [{"pid": "cog", "v": 34}]}, (HERAULT, True)),
        ({"query": "Montpellier", "type": "commune", "properties": [{"pid": "codePostal", "v": "34000"}]},
         (MONTPELLIER, True)),
        ({"query": "Conseil départemental", "properties": [{"pid": "departement", "v": [{"id": "34"}]}]},
         (HERAULT, True)),
        ({"query": "Montpellier", "type": ["commune", "epci"]}, (MONTPELLIER, True)),
        ({"query": "Montpellier", "type": "planète"}, None),
        ({"query": "Nîmes", "type": "commune", "properties": [{"pid": "couleur", "v": "verte"}]}, (NIMES, True)),
        ({"query": ""}, None),
    ],
)  # fmt: skip
def test_candidates(server: Server, query: dict[str, Any], expected: tuple[str, bool] | None) -> None:
    found = batch(server, q0=query)["q0"]["result"]
    assert ((found[0]["id"], found[0]["match"]) if found else None) == expected, found


def test_a_sure_match_is_the_only_one_that_the_matcher_asserts(server: Server) -> None:
    names = ("Saint-Denis", "Saint-Pierre", "Sainte-Marie", "Avranches", "Montpellier", "Villé")
    found = batch(server, **{name: {"query": name, "type": "commune", "limit": 25} for name in names})
    for name in names:
        assert sum(one["match"] for one in found[name]["result"]) <= 1
    assert not any(one["match"] for one in found["Saint-Pierre"]["result"])


def test_the_limit_is_kept(server: Server) -> None:
    found = batch(server, q0={"query": "Saint-Gilles", "type": "commune", "limit": 2})
    assert len(found["q0"]["result"]) == 2


def test_suggestions(server: Server) -> None:
    assert [one["id"] for one in get(server, "/suggest/type", prefix="comm").json()["result"]] == ["commune"]
    assert {one["id"] for one in get(server, "/suggest/property", prefix="code").json()["result"]} >= {"cog"}
    first = get(server, "/suggest/entity", prefix="saint", limit=3).json()["result"]
    then = get(server, "/suggest/entity", prefix="saint", limit=3, cursor=3).json()["result"]
    assert len(first) == len(then) == 3
    assert not {one["id"] for one in first} & {one["id"] for one in then}
    assert get(server, "/suggest/entity", prefix="213401722").json()["result"][0]["name"] == "Montpellier"
    assert get(server, "/suggest/entity", prefix="").json() == {"result": []}
    assert "Montpellier" in get(server, "/flyout", id=MONTPELLIER).json()["html"]


def test_values_of_the_catalogue_and_of_entities(server: Server) -> None:
    wanted = {"ids": ["243400017", MONTPELLIER], "properties": [{"id": "datagouv"}, {"id": "epci"}, {"id": "nature"}]}
    rows = get(server, "", extend=json.dumps(wanted)).json()["rows"]
    assert [len(one["str"]) for one in rows["243400017"]["datagouv"]] == [24]
    assert rows["243400017"]["nature"] == [{"str": "Métropole"}]
    assert rows[MONTPELLIER]["epci"] == [{"id": "243400017", "name": "Montpellier Méditerranée Métropole"}]


def test_answers_fit_the_schemas_of_the_specification(server: Server) -> None:
    manifest, results = schema("manifest.schema.json"), schema("reconciliation-result-batch.schema.json")
    manifest["properties"].pop("authentication")  # names a schema elsewhere, and there is none here
    manifest["properties"]["defaultTypes"]["items"] = {"type": "object", "required": ["id", "name"]}
    validate(get(server, "").json(), manifest)
    validate(batch(server, q0={"query": "Nîmes"}, q1={"query": "Saint-Gilles", "type": "commune"}), results)


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"queries": "{"}, 400),
        ({"queries": "[]"}, 400),
        ({"queries": "[" * 100_000}, 400),
        ({"queries": '{"q0": {"query": 3}}'}, 400),
        ({"queries": '{"q0": {"query": "a", "limit": "dix"}}'}, 400),
        ({"queries": '{"q0": {"query": "a", "limit": true}}'}, 400),
        ({"queries": '{"q0": {"query": "a", "properties": {"pid": "siren"}}}'}, 400),
        ({"queries": '{"\\ud800": []}'}, 400),
        ({"queries": json.dumps({"q0": {"query": "a" * 501}})}, 400),
        ({"queries": json.dumps({f"q{n}": {"query": "Nîmes"} for n in range(101)})}, 413),
        ({"queries": "9" * 5000}, 400),
        ({"queries": "{}", "extend": "{}"}, 400),
        ({"extend": "{}"}, 400),
        ({"extend": '{"ids": [1], "properties": []}'}, 400),
        ({"extend": '{"ids": [], "properties": [{"id": "__class__"}]}'}, 400),
        ({"extend": '{"ids": [], "properties": [null]}'}, 400),
        ({"extend": json.dumps({"ids": ["1"] * 501, "properties": []})}, 413),
        ({"autre": "x"}, 400),
        ({"queries": "x" * (1 << 20)}, 413),
    ],
)
def test_what_cannot_be_answered_is_told(server: Server, form: dict[str, str], status: int) -> None:
    answer = httpx.post(f"{server.url}/reconcile", data=form, headers=ORIGIN, timeout=20)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/preview?id=abc", 404),
        ("GET", "/preview?id=%3Cscript%3E", 404),
        ("GET", "/flyout", 404),
        ("GET", "/properties?type=x", 400),
        ("GET", "/suggest/entity?prefix=a&cursor=-1", 400),
        ("GET", "/suggest/entity?prefix=a&limit=1e9", 400),
        ("DELETE", "", 405),
        ("POST", "/preview", 405),
        ("GET", "/autre", 404),
    ],
)
def test_other_addresses(server: Server, method: str, path: str, status: int) -> None:
    assert httpx.request(method, f"{server.url}/reconcile{path}", timeout=20).status_code == status


def test_a_body_that_is_no_form_is_refused_and_a_preflight_answered(server: Server) -> None:
    sent = httpx.post(f"{server.url}/reconcile", json={"queries": {}})
    assert sent.status_code == 415
    asked = httpx.options(f"{server.url}/reconcile", headers={**ORIGIN, "access-control-request-method": "POST"})
    assert asked.status_code == 204
    assert "POST" in asked.headers["access-control-allow-methods"]


def test_odd_keys_and_names_come_back(server: Server) -> None:
    odd = {"\ud800": {"query": "Nîmes\ud800", "type": "commune"}, "": {"query": "<b>&'\" \x00"}}
    answer = httpx.post(f"{server.url}/reconcile", data={"queries": json.dumps(odd)})
    assert set(answer.json()) == set(odd)
