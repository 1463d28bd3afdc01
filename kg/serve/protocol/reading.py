"""The query of an HTTP request (SPARQL 1.1 Protocol §2.1), and the fields of any other form."""

import asyncio
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope

from kg.serve.protocol import Asked, header, reads_gzip
from kg.serve.protocol.problems import Problem, bad_request, read_only
from kg.serve.protocol.visit import LeftError
from kg.serve.settings import Settings

_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 1000
# What rdflib's Dataset over a SPARQLStore calls the default graph: the endpoint's own is meant.
_RDFLIB_DEFAULT = "urn:x-rdflib:default"


async def read_request(scope: Scope, receive: Receive, settings: Settings) -> Asked:
    """The query of a GET, a form or a direct POST; :class:`Problem` where there is not exactly one."""
    fields = _fields(scope["query_string"])
    if scope["method"] == "POST":
        fields += await _posted(scope, receive, settings)
    queries = [value for name, value in fields if name == "query"]
    if any(name == "update" for name, _ in fields):
        raise read_only()
    if len(queries) != 1:
        raise bad_request(f"Une requête et une seule est attendue dans le paramètre « query » ; reçu : {len(queries)}.")
    return Asked(
        queries[0],
        tuple(value for name, value in fields if name == "default-graph-uri" and value != _RDFLIB_DEFAULT),
        tuple(value for name, value in fields if name == "named-graph-uri"),
        next((value for name, value in fields if name == "format" and value), None),
        header(scope, b"accept"),
        reads_gzip(header(scope, b"accept-encoding")),
    )


async def _posted(scope: Scope, receive: Receive, settings: Settings) -> list[tuple[str, str]]:
    kind = header(scope, b"content-type").partition(";")[0].strip().lower()
    if kind == "application/sparql-update":
        raise read_only()
    if kind not in (_FORM, "application/sparql-query"):
        detail = f"Un POST porte {_FORM} ou application/sparql-query, pas « {kind[:100]} »."
        close = {"connection": "close"}
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Type de contenu non reconnu", detail, headers=close)
    body = await _body(scope, receive, settings)
    return _fields(body) if kind == _FORM else [("query", _text(body))]


async def _body(scope: Scope, receive: Receive, settings: Settings) -> bytes:
    """The body, read no further than its limits in size and time."""
    declared = header(scope, b"content-length")
    if declared.isdecimal() and int(declared) > settings.body_size:
        raise _too_large(settings)
    try:
        async with asyncio.timeout(settings.body_timeout):
            return await _read(receive, settings)
    except TimeoutError as late:
        detail = f"Le corps de la requête n'était pas arrivé après {settings.body_timeout:g} s."
        raise Problem(HTTPStatus.REQUEST_TIMEOUT, "Envoi trop lent", detail, headers={"connection": "close"}) from late


async def _read(receive: Receive, settings: Settings) -> bytes:
    read, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise LeftError
        read += message.get("body", b"")
        if len(read) > settings.body_size:
            raise _too_large(settings)
        more = message.get("more_body", False)
    return bytes(read)


def _too_large(settings: Settings) -> Problem:
    detail = f"Le corps d'une requête ne peut dépasser {settings.body_size} octets."
    close = {"connection": "close"}
    return Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Requête trop volumineuse", detail, headers=close)


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except (UnicodeDecodeError, ValueError) as fault:
        raise bad_request("Les paramètres doivent être encodés en UTF-8 puis en pourcents.") from fault


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise bad_request("La requête doit être encodée en UTF-8.") from fault


async def read_form(scope: Scope, receive: Receive, settings: Settings) -> list[tuple[str, str]]:
    """The fields of an address and of a form sent by POST; :class:`Problem` for a body of another type."""
    fields = _fields(scope["query_string"])
    if scope["method"] != "POST":
        return fields
    kind = header(scope, b"content-type").partition(";")[0].strip().lower()
    if kind != _FORM:
        detail, close = f"Un POST porte {_FORM}, pas « {kind[:100]} ».", {"connection": "close"}
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Type de contenu non reconnu", detail, headers=close)
    return fields + _fields(await _body(scope, receive, settings))
