"""What a browser finds at ``/sparql``: an editor (YASGUI, unmodified), and a plain form that needs no script.

The editor looks nothing up at other hosts: its lists of endpoints, prefixes, classes and properties are ours. It writes
styles of its own into the page, which this page alone allows.
"""

import json
from functools import cache

from starlette.responses import HTMLResponse

from kg.graph.namespaces import PREFIXES
from kg.serve.pages.templating import page
from kg.store.questions import questions
from kg.store.releases import Release

EXAMPLE = "SELECT ?type (COUNT(?chose) AS ?nombre)\nWHERE { ?chose a ?type }\nGROUP BY ?type\nORDER BY DESC(?nombre)\n"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def editor_page(release: Release) -> HTMLResponse:
    """The page."""
    headers = {"content-security-policy": _POLICY}
    return page("sparql.html", release, 200, headers, example=EXAMPLE, examples=questions(), settings=_settings())


@cache
def _settings() -> str:
    """What the script of the page starts from: the prefixes, and the questions that come with the program."""
    told = {
        "prefixes": PREFIXES,
        "start": EXAMPLE,
        "examples": {known.name: {"title": known.title, "query": known.text} for known in questions()},
    }
    return json.dumps(told, ensure_ascii=False)


def builder_page(release: Release, endpoint: str) -> HTMLResponse:
    """The visual builder (Sparnatural, unmodified): what it offers is ``static/builder.ttl``."""
    return page("builder.html", release, 200, {"content-security-policy": _POLICY}, endpoint=endpoint)
