"""The templates of this package, and what they need to write addresses, numbers and days."""

from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, select_autoescape
from starlette.responses import HTMLResponse

from kg.graph.namespaces import BASE

_SAFE = "/-._~!$&'()*+,;=:@%"


def page(template: str, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> HTMLResponse:
    """A template with these values; what they hold is escaped."""
    return HTMLResponse(environment().get_template(template).render(values), status, headers)


@cache
def environment() -> Environment:
    """The templates with their filters."""
    made = Environment(loader=PackageLoader("kg.serve"), autoescape=select_autoescape(default=True), trim_blocks=True)
    made.filters |= {"page_of": page_of, "number": number}
    return made


def page_of(address: str) -> str:
    """Where a reader finds a thing: its page here for an address of ours, else the address itself."""
    if address.startswith(f"{BASE}id/"):
        return "/doc/" + quote(address.removeprefix(f"{BASE}id/"), safe=_SAFE)
    return address


def number(value: float) -> str:
    """A number as French writes it."""
    written = f"{value:,.2f}".removesuffix(".00") if isinstance(value, float) else f"{value:,}"
    return written.replace(",", "\u202f").replace(".", ",")
