"""Style sheets and scripts: from memory, compressed, with a validator, and nothing beside them."""

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.graph.namespaces import BESLUIT, DEF, ELI, FOAF, SCHEMA
from tests.serve.conftest import Server

EDITOR = "/static/vendor/yasgui/yasgui.min.js"


def test_scripts_come_compressed_and_only_once(server: Server) -> None:
    packed = httpx.get(server.url + EDITOR, headers={"accept-encoding": "gzip"})
    plain = httpx.get(server.url + EDITOR, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 3
    assert packed.headers["content-type"].startswith("text/javascript")
    again = httpx.get(server.url + EDITOR, headers={"if-none-match": packed.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert httpx.head(server.url + EDITOR).status_code == 200


@pytest.mark.parametrize(
    "path", ["../app.py", "%2e%2e/app.py", "..%2fapp.py", "vendor", "", "vendor/../../app.py", "/etc/passwd"]
)
def test_nothing_else_is_served(server: Server, path: str) -> None:
    assert httpx.get(f"{server.url}/static/{path}").status_code == 404


def test_the_licences_of_what_others_wrote_are_served_with_it(server: Server) -> None:
    notices = httpx.get(f"{server.url}/static/vendor/THIRD_PARTY_NOTICES.md").text
    assert "@zazuko/yasgui" in notices
    assert "Permission is hereby granted, free of charge" in notices


def test_the_builder_offers_only_what_the_graph_has(site: Server) -> None:
    shapes = list(parse(httpx.get(f"{site.url}/static/builder.ttl").content, format=RdfFormat.TURTLE))
    offered = {quad.object.value for quad in shapes if isinstance(quad.object, NamedNode)}
    for term in sorted(one for one in offered if one.startswith((DEF, ELI, SCHEMA, FOAF, BESLUIT))):
        query = f"ASK {{ {{ ?a <{term}> ?b }} UNION {{ ?a a <{term}> }} }}"
        answer = httpx.get(f"{site.url}/sparql", params={"query": query, "format": "json"}).json()
        assert answer["boolean"], term
