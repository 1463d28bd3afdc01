"""A query that may run: what the worker is told, which forms its answer can take, and where the answer is kept."""

from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple

from kg.serve.guard import inspect
from kg.serve.normalise import normalised
from kg.serve.protocol import Asked
from kg.serve.protocol.formats import GRAPHS, TABLES, Format, named, negotiate
from kg.serve.protocol.problems import Problem
from kg.serve.settings import Settings
from kg.serve.workers.job import Job
from kg.store.releases import Release

_LONG_TEXT = 10_000

Key = tuple[object, ...]


class Plan(NamedTuple):
    """``stable``: two runs give the same answer; ``same`` is what all queries with that answer have in common.

    ``shape`` is that of a plain query (:func:`kg.serve.guard.plain_shape`).
    """

    job: Job
    tables: Format | None
    graphs: Format | None
    stable: bool
    same: Key
    shape: str | None

    def key(self, release: Release) -> Key:
        """Where the answer is kept: a release never changes."""
        return (release.number, release.built, release.content, self.job.gzip, *self.same)


def plan_now(asked: Asked, settings: Settings) -> Plan | None:
    """The plan of a short query; None where it takes a while or is refused."""
    if len(asked.query) > _LONG_TEXT:
        return None
    try:
        return _plan(asked, settings)
    except Problem:
        return None


async def make_plan(asked: Asked, settings: Settings) -> Plan:
    """Check a request and choose the forms of its answer; Problem where it is refused."""
    if len(asked.query) <= _LONG_TEXT:
        return _plan(asked, settings)
    # A teller plans too, and has no loop.
    import asyncio

    return await asyncio.to_thread(_plan, asked, settings)


def _plan(asked: Asked, settings: Settings) -> Plan:
    found = inspect(asked.query, settings)
    tables, graphs = _forms(asked.format, asked.accept)
    given = bool(asked.default_graphs or asked.named_graphs)
    job = Job(
        asked.query,
        tables.name if tables else None,
        graphs.name if graphs else None,
        union=not (given or found.own_dataset),
        default_graphs=asked.default_graphs if given else None,
        named_graphs=asked.named_graphs if given else None,
        lifetime=settings.timeout * (settings.reading + 1) + 5,
        gzip=asked.gzip,
        rows=settings.rows,
        light=found.light and not given,
        listing=found.listing,
    )
    forms = _one_form(job, found.kind)
    same = (normalised(asked.query, found.shape is not None), *forms, job.default_graphs, job.named_graphs)
    return Plan(job, tables, graphs, not found.volatile, same, found.shape)


def _one_form(job: Job, kind: str) -> tuple[str | None, ...]:
    """The form of the answer, where the kind of query tells which of two it will be."""
    if kind in ("SELECT", "ASK"):
        return (job.tables,)
    return (job.graphs,) if kind else (job.tables, job.graphs)


@lru_cache(maxsize=1024)
def _forms(form: str | None, accept: str) -> tuple[Format | None, Format | None]:
    if form:
        tables, graphs = named(form, TABLES), named(form, GRAPHS)
    else:
        tables, graphs = negotiate(accept, TABLES), negotiate(accept, GRAPHS)
    if tables is None and graphs is None:
        raise _no_form(form or accept)
    return tables, graphs


def _no_form(wanted: str) -> Problem:
    offered = ", ".join(form.media for form in (*TABLES, *GRAPHS))
    detail = f"Rien ne convient à « {wanted[:200]} ». Formes possibles : {offered}."
    return Problem(HTTPStatus.NOT_ACCEPTABLE, "Aucune forme acceptable", detail)
