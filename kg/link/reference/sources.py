"""What is fetched: the documented addresses of the tables, and how a file that was brought by hand is recognised."""

from dataclasses import dataclass

_PACKAGE = "https://unpkg.com/@etalab/decoupage-administratif@{}/data/{}.json"
# One edition a year, the first without EPT: the README of the package says which version holds which COG.
_EDITIONS = ("0.7.0", "0.8.0", "1.1.1", "2.3.1", "3.1.1", "4.1.0", "5.3.0", "6.0.0")
_WITH_TERRITORIES = "3"


@dataclass(frozen=True, slots=True)
class Remote:
    """A file to fetch: its name in the cache, its address, what it serves for, its licence."""

    name: str
    address: str
    serves: str
    licence: str = "Licence Ouverte 2.0"


CATALOGUE = Remote(
    "organizations.csv",
    "https://www.data.gouv.fr/api/1/datasets/r/b7bbfedc-2448-4135-a6c7-104548d396e7",
    "the organisations of data.gouv.fr",
)
PACKAGES = tuple(
    Remote(f"decoupage-administratif-{version}/{name}.json", _PACKAGE.format(version, name), "communes and EPCI")
    for version in _EDITIONS
    for name in ("communes", "epci", "ept")
    if name != "ept" or version >= _WITH_TERRITORIES
)
REMOTES = (CATALOGUE, *PACKAGES)
