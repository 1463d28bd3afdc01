"""``/reconcile``, loaded when it is first asked for: most servers never are, and the matcher takes 15 MiB."""

import asyncio

from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

from kg.serve.settings import Settings


class Reconciliation:
    """The routes of ``/reconcile``, which load what answers them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._loading = asyncio.Lock()
        self._loaded: Router | None = None

    def routes(self) -> list[Route]:
        """All addresses that begin so."""
        return [Route("/reconcile{rest:path}", self)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        async with self._loading:
            if self._loaded is None:
                self._loaded = await asyncio.to_thread(_load, self._settings)
        await self._loaded(scope, receive, send)


def _load(settings: Settings) -> Router:
    from kg.serve.reconcile.service import Reconciler

    return Router(list(Reconciler(settings).routes()))
