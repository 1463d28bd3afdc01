"""The templates of this package, and what they need to write addresses, numbers and days."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.responses import HTMLResponse

from kg.serve.pages.ontology import short
from kg.serve.pages.words import day, number, tied
from kg.serve.places import local
from kg.store.releases import Release


def page(
    template: str, release: Release, status: int = 200, headers: dict[str, str] | None = None, **values: Any
) -> HTMLResponse:
    """A template with these values; what they hold is escaped. Pages over an internal release say so."""
    values.setdefault("internal", release.audience == "internal")
    return HTMLResponse(environment().get_template(template).render(values), status, headers)


@cache
def environment() -> Environment:
    """The templates with their filters."""
    made = Environment(loader=PackageLoader("kg.serve"), autoescape=select_autoescape(default=True), trim_blocks=True)
    made.filters |= {"local": local, "short": short, "nombre": number, "jour": day, "lie": tied}
    return made


def decimal(value: float) -> str:
    """« 12 345,5 »: a number with two decimals at most, and none where they are zero."""
    written = f"{value:,.2f}".rstrip("0").rstrip(".")
    return written.replace(",", "\u202f").replace(".", ",")
