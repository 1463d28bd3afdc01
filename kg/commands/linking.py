"""The command that shows links: what each organisation was linked to, how surely, and why."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated, Any

import typer

from kg.commands.console import AsJson, StoreDir, err, print_json, print_line, print_table
from kg.errors import QueryError
from kg.graph import iris
from kg.graph.links import COMPANY_PAGE, DATAGOUV_PAGE
from kg.graph.namespaces import BASE
from kg.link.tables import catalogue, version_of
from kg.link.values import Link, Status
from kg.model import Document
from kg.pipeline import documents_of
from kg.pipeline.links import links_of
from kg.store.releases import current_release

_SEARCH = "https://recherche-entreprises.api.gouv.fr/search?q={}"
_RANK = {Status.AUTO: 0, Status.CANDIDATE: 1, Status.NONE: 2}


def link(
    store: StoreDir,
    explain: Annotated[
        str | None, typer.Option("--explain", help="An organisation of the graph (IRI or key): why it is linked so.")
    ] = None,
    status: Annotated[Status | None, typer.Option("--status", help="Only the links of this status.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show what the organisations of a store are linked to: method, score, table; candidates are never asserted.

    Judgements of people are lines of STORE/jugements.tsv (organisme, siren, jugement oui or non): build again after.

    Example: kg link --store store --status candidate
    Example: kg link --store store --explain id/organisation/180020026
    """
    release = current_release(store)
    documents = [one for one in documents_of(store, release) if isinstance(one, Document)]
    found = sorted(links_of(store, documents), key=lambda pair: (_RANK[pair[1].verdict.status], pair[0], pair[1].key))
    kept = [pair for pair in found if status is None or pair[1].verdict.status is status]
    if explain is not None:
        kept = _about(explain, kept)
    told = [_told(authority, one) for authority, one in kept]
    if as_json:
        print_json(told)
    elif explain is not None:
        _print_whole(told)
    else:
        columns = ("status", "authority", "organisation", "siren", "name", "method", "score", "table")
        print_table("Links", columns, ([one[column] for column in columns] for one in told))
        err.print(f"{len(told)} link{'' if len(told) == 1 else 's'}", style="dim", highlight=False)


def _about(asked: str, found: Iterable[tuple[str, Link]]) -> list[tuple[str, Link]]:
    """The links of one organisation, by its IRI, its SIREN or its slug."""
    key = asked.removeprefix(BASE).removeprefix("id/organisation/").removeprefix("sans-siren/")
    kept = [(authority, one) for authority, one in found if key in (one.key, one.identifier)]
    if not kept:
        raise QueryError(f"no organisation of the store is {asked}")
    return kept


def _told(authority: str, link: Link) -> dict[str, Any]:
    best, verdict = link.best, link.verdict
    return {
        "status": verdict.status.value,
        "authority": authority,
        "organisation": link.printed,
        "iri": iris.organisation(link.identifier or link.key),
        "siren": best.body.siren if best else None,
        "name": best.body.label if best else None,
        "method": best.method.value if best else None,
        "score": best.score if best else None,
        "table": version_of(best.body.table) if best and best.body.table else None,
        "note": verdict.note,
        "programme_of": verdict.programme_of,
        "candidates": [{**asdict(one), "method": one.method.value} for one in verdict.candidates],
    }


def _print_whole(told: Iterable[dict[str, Any]]) -> None:
    for one in told:
        print_line(f"{one['organisation']}, in the acts of {one['authority']}: {one['status']}", style="bold")
        for candidate in one["candidates"]:
            _print_candidate(candidate)
        if one["note"]:
            print_line(f"  {one['note']}")
        if not one["siren"]:
            print_line(f"  look it up: {_SEARCH.format(one['organisation'].replace(' ', '+'))}", style="dim")


def _print_candidate(candidate: dict[str, Any]) -> None:
    body = candidate["body"]
    number = body["siren"] or _registered(body)
    print_line(f"  {number} {body['label'] or body['name']}: {candidate['method']}, {candidate['score']}")
    for reason in candidate["reasons"]:
        print_line(f"    {reason}")
    if body["table"]:
        print_line(f"    table {version_of(body['table'])}", style="dim")
    if body["siren"]:
        print_line(f"    {COMPANY_PAGE.format(body['siren'])}", style="dim")
    if body["siren"] in catalogue():
        print_line(f"    {DATAGOUV_PAGE.format(catalogue()[body['siren']])}", style="dim")


def _registered(body: dict[str, Any]) -> str:
    return f"{body['register']} {body['number']}" if body["register"] else "no SIREN"
