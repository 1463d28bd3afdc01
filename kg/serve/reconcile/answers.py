"""What ``/reconcile`` answers, as the values of its JSON (Reconciliation API 0.2)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg import __version__
from kg.graph import iris
from kg.graph.links import COMPANY_PAGE
from kg.graph.namespaces import BASE, DEF
from kg.link.bodies import PROPERTIES, Property, description, label
from kg.link.reconciliation import TYPES, Match, known, type_of
from kg.link.tables import Body

JSON = Mapping[str, Any]


def manifest(base: str) -> JSON:
    """What the service is and where its parts are (§3)."""
    parts = {"entity": "Entité", "type": "Type", "property": "Propriété"}
    suggest = {name: {"service_url": base, "service_path": f"/reconcile/suggest/{name}"} for name in parts}
    suggest["entity"] |= {"flyout_service_url": base, "flyout_service_path": "/reconcile/flyout?id=${id}"}
    return {
        "versions": ["0.2"],
        "name": "Collectivités et organismes publics français (SIREN)",
        "identifierSpace": f"{BASE}id/organisation/",
        "schemaSpace": DEF,
        "serviceVersion": __version__,
        "view": {"url": COMPANY_PAGE.format("{{id}}")},
        "defaultTypes": [told_type(name) for name in TYPES],
        "suggest": suggest,
        "preview": {"url": f"{base}/reconcile/preview?id={{{{id}}}}", "width": 420, "height": 220},
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


def told_type(name: str) -> dict[str, str]:
    """A type by its identifier and name."""
    return {"id": name, "name": TYPES[name][1]}


def told_property(one: Property) -> dict[str, str]:
    """A property by its identifier and name."""
    return {"id": one.id, "name": one.name}


def types_of(body: Body) -> list[dict[str, str]]:
    """The type of a body, as a list."""
    name = type_of(body)
    return [told_type(name)] if name else []


def candidate(match: Match) -> JSON:
    """A candidate (§4.3): scores go to 100, and what led to it is a feature under the name of the method."""
    found = match.candidate
    return {
        "id": match.body.siren,
        "name": label(match.body),
        "description": f"{description(match.body)} ({' ; '.join(found.reasons)})",
        "type": types_of(match.body),
        "score": round(found.score * 100, 1),
        "features": [{"id": found.method.value, "value": found.score}],
        "match": match.sure,
    }


def suggested(body: Body) -> JSON:
    """A body that a name begins (§5.1)."""
    return {"id": body.siren, "name": label(body), "description": description(body), "notable": types_of(body)}


def extension(ids: Sequence[str], wanted: Iterable[str]) -> JSON:
    """The values of properties of bodies (§6.3); none for an identifier that is not known."""
    properties = [PROPERTIES[name] for name in dict.fromkeys(wanted)]
    rows = {one: {p.id: _values(p, known(one)) for p in properties} for one in ids}
    return {"meta": [_meta(one) for one in properties], "rows": rows}


def _meta(one: Property) -> JSON:
    return {**told_property(one), **({"type": told_type("epci")} if one.entity else {})}


def _values(one: Property, body: Body | None) -> list[JSON]:
    if body is None:
        return []
    if one.entity:
        others = [known(siren) for siren in one.read(body)]
        return [{"id": other.siren, "name": label(other)} for other in others if other]
    return [{"str": value} for value in one.read(body)]


def sheet(body: Body) -> list[tuple[str, str]]:
    """A body as lines of a preview."""
    told = ((one.name, ", ".join(v.get("str") or v["name"] for v in _values(one, body))) for one in PROPERTIES.values())
    return [(name, value) for name, value in told if value]


def page_of(body: Body) -> str:
    """The body's own IRI in this graph."""
    return iris.organisation(body.siren)
