"""What is told to a client whose request cannot be answered: problem details (RFC 9457), in French."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):  # noqa: N818 - the word of RFC 9457
    """A request ends here: HTTP status, title, what happened and what to do; line and column (from 1) where known."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        place: tuple[int, int] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {title}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail
        self.place = place
        self.headers = dict(headers or {})

    def response(self) -> "Response":
        """The problem as an HTTP answer, never cached."""
        # A teller plans queries too, and answers with no problem.
        from starlette.responses import Response

        headers = {"cache-control": "no-store", **self.headers}
        return Response(self.body(), self.status, headers, MEDIA_TYPE)

    def wire(self) -> bytes:
        """The problem as HTTP/1.1, before a connection is closed."""
        body = self.body()
        lines = [f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}", f"content-type: {MEDIA_TYPE}"]
        lines += [f"content-length: {len(body)}", "connection: close", "access-control-allow-origin: *"]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body

    def body(self) -> bytes:
        """The problem as JSON; ``type`` is left out, the status says enough (RFC 9457 §3.1.1)."""
        told: dict[str, object] = {"title": self.title, "status": self.status, "detail": self.detail}
        if self.place:
            told["line"], told["column"] = self.place
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def read_only() -> Problem:
    """An update, by whichever door."""
    detail = "Ce point d'accès ne fait que lire : les mises à jour (INSERT, DELETE, LOAD, CLEAR…) n'y existent pas."
    return Problem(HTTPStatus.FORBIDDEN, "Point d'accès en lecture seule", detail)


def no_federation() -> Problem:
    """A query that calls another endpoint."""
    detail = "SERVICE est refusé : ce point d'accès n'interroge aucun autre serveur. Fédérez depuis votre propre poste."
    return Problem(HTTPStatus.FORBIDDEN, "SERVICE est refusé", detail)


def too_busy(seconds: int) -> Problem:
    """More queries wait than the queue holds, or one waited too long."""
    detail = f"Toutes les places sont prises. Réessayez dans {seconds} secondes."
    headers = {"retry-after": str(seconds)}
    return Problem(HTTPStatus.SERVICE_UNAVAILABLE, "Trop de requêtes en cours", detail, headers=headers)


def too_many(seconds: int) -> Problem:
    """One client has more queries waiting than it may."""
    detail = f"Trop de vos requêtes attendent déjà. Envoyez-les l'une après l'autre, dans {seconds} secondes."
    headers = {"retry-after": str(seconds)}
    return Problem(HTTPStatus.TOO_MANY_REQUESTS, "Trop de requêtes de votre part", detail, headers=headers)


def too_long(seconds: float) -> Problem:
    """The evaluation reached its deadline."""
    detail = (
        f"La requête n'était pas finie après {seconds:g} s et a été arrêtée. "
        "Ajoutez des conditions ou un LIMIT, ou évitez le tri de tout le graphe."
    )
    return Problem(HTTPStatus.GATEWAY_TIMEOUT, "Délai dépassé", detail)


def bad_request(detail: str) -> Problem:
    """The request is not what the SPARQL protocol asks for."""
    return Problem(HTTPStatus.BAD_REQUEST, "Requête HTTP incomplète ou contradictoire", detail)


def long_head(most: int) -> Problem:
    """The lines before a request's body are too many or too long."""
    detail = f"L'en-tête d'une requête ne peut dépasser {most} octets."
    return Problem(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "En-tête trop long", detail)


def slow_head(seconds: float) -> Problem:
    """A request's head did not come in time."""
    detail = f"L'en-tête de la requête n'était pas arrivé après {seconds:g} s."
    return Problem(HTTPStatus.REQUEST_TIMEOUT, "Envoi trop lent", detail)


def no_address() -> Problem:
    """Nothing is served at this address."""
    detail = "Ce serveur n'a rien à cette adresse. L'accueil mène aux questions, à la recherche et au point d'accès."
    return Problem(HTTPStatus.NOT_FOUND, "Adresse inconnue", detail)


def too_connected() -> Problem:
    """One client has too many connections open."""
    detail = "Trop de connexions sont ouvertes depuis votre adresse."
    return Problem(HTTPStatus.TOO_MANY_REQUESTS, "Trop de connexions", detail)
