"""What a client of ``/reconcile`` asks, read from the JSON in its form (Reconciliation API 0.2 §4.2, §6.2).

Whatever is not of that form ends as a Problem that names what is wrong; a property or type that is not known here is
passed over, as the specification lets services do.
"""

import json
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from kg.link.bodies import PROPERTIES
from kg.link.reconciliation import TYPES, Row
from kg.serve.protocol.problems import Problem, bad_request

MOST_QUERIES = 100
MOST_ROWS = 500
MOST_CANDIDATES = 25
LONGEST_NAME = 500
_SIREN = re.compile(r"\d{9}(?:\d{5})?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def read_queries(text: str) -> dict[str, Row | None]:
    """The rows of a batch by their keys; None for one that keeps to types of which none is known here."""
    batch = _loaded(text, "queries")
    if not isinstance(batch, dict):
        raise bad_request("« queries » attend un objet JSON : une clé par requête.")
    _no_more(len(batch), MOST_QUERIES, "requêtes dans un lot")
    return {key: _row(key, asked) for key, asked in batch.items()}


def read_extension(text: str) -> tuple[list[str], list[str]]:
    """The identifiers and the properties that a client wants the values of."""
    asked = _loaded(text, "extend")
    if not isinstance(asked, dict) or not all(isinstance(asked.get(name), list) for name in ("ids", "properties")):
        raise bad_request("« extend » attend un objet JSON avec deux listes, « ids » et « properties ».")
    ids, wanted = asked["ids"], [_identifier(one) for one in asked["properties"]]
    _no_more(len(ids), MOST_ROWS, "identifiants")
    if not all(isinstance(one, str) for one in ids):
        raise bad_request("« ids » attend des chaînes.")
    unknown = [one for one in wanted if one not in PROPERTIES]
    if unknown:
        known = ", ".join(PROPERTIES)
        raise bad_request(f"Propriété inconnue : « {readable(unknown[0])} ». Celles d'ici : {known}.")
    return ids, [one for one in wanted if one is not None]


def readable(text: object) -> str:
    """Some of what a client wrote, fit to be sent back in UTF-8."""
    return str(text)[:60].encode("utf-8", "replace").decode()


def _loaded(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise bad_request(f"« {name} » n'est pas du JSON bien formé.") from fault


def _no_more(count: int, most: int, what: str) -> None:
    if count > most:
        detail = f"{count} {what} : {most} au plus. Envoyez-en moins à la fois."
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Lot trop grand", detail)


def _row(key: str, asked: Any) -> Row | None:
    if not isinstance(asked, dict) or not isinstance(asked.get("query"), str):
        raise bad_request(f"La requête « {readable(key)} » attend un objet avec une chaîne « query ».")
    if len(asked["query"]) > LONGEST_NAME:
        raise bad_request(f"Le nom de la requête « {readable(key)} » dépasse {LONGEST_NAME} caractères.")
    wanted = asked.get("type") or []
    named = [_identifier(one) for one in (wanted if isinstance(wanted, list) else [wanted])]
    types = tuple(dict.fromkeys(one for one in named if one in TYPES))
    if named and not types:
        return None
    return Row(asked["query"], types, _limit(key, asked.get("limit")), **_narrowed(key, asked.get("properties") or []))


def _limit(key: str, given: Any) -> int:
    if given is None:
        return Row("").limit
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise bad_request(f"« limit » de la requête « {readable(key)} » attend un entier d'au moins 1.")
    return min(given, MOST_CANDIDATES)


def _narrowed(key: str, properties: Any) -> dict[str, Any]:
    """What the properties of a query say that narrows it."""
    if not isinstance(properties, list) or not all(isinstance(one, dict) for one in properties):
        raise bad_request(f"« properties » de la requête « {readable(key)} » attend une liste d'objets.")
    found: dict[str, Any] = {}
    for one in properties:
        name, read = _NARROWING.get(str(one.get("pid")), (None, None))
        value = _plain(one.get("v"))
        if name and read and value:
            found[name] = read(value)
    return found


def _plain(value: Any) -> str:
    """A value as text: the first of a list, the identifier of an entity."""
    first = value[0] if isinstance(value, list) and value else value
    first = first.get("id") or first.get("name") if isinstance(first, Mapping) else first
    told = isinstance(first, str | int) and not isinstance(first, bool)
    return str(first).strip()[:LONGEST_NAME] if told else ""


def _siren(value: str) -> str | None:
    digits = re.sub(r"\s", "", value)
    return digits[:9] if _SIREN.fullmatch(digits) else None


def _year(value: str) -> int | None:
    found = _YEAR.match(value)
    return int(found[0]) if found else None


_NARROWING: dict[str, tuple[str, Callable[[str], Any]]] = {
    "siren": ("siren", _siren),
    "cog": ("code", str),
    "departement": ("department", str),
    "codePostal": ("postal", str),
    "annee": ("year", _year),
}


def _identifier(one: Any) -> str | None:
    """An identifier, alone or in an object."""
    found = one.get("id") if isinstance(one, dict) else one
    return found if isinstance(found, str) else None
