"""Fictional deliberations, as many as wanted and always the same, mapped to quads by the program itself."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from kg.graph.mapping import quads
from kg.graph.terms import nquads_line
from kg.model import (
    Agreement,
    Document,
    Funding,
    Members,
    Organisation,
    Page,
    Person,
    Proof,
    Proxy,
    Record,
    Session,
    Source,
    Span,
    Text,
    Vote,
)
from kg.resolve import resolve
from kg.resolve.authorities import group

_FIRST = ("Alix", "Basile", "Clélie", "Damien", "Edmée", "Firmin", "Garance", "Hilaire", "Isaure", "Jacquot")
_LAST = ("Aubrac", "Brindille", "Coquelin", "Dorval", "Esteron", "Fontanil", "Guéridon", "Houlgate", "Ivoire")
_PLACES = ("Boisclair", "Rochemauve", "Valserine-le-Haut", "Sainte-Orme", "Puyferrand", "Montfleury")
ACTS_A_SITTING = 8


def write_graph(target: Path, authorities: int, sittings: int) -> int:
    """Write the N-Quads of that many authorities and sittings each to ``target``; the number of lines."""
    documents = [_document(a, s) for a in range(authorities) for s in range(sittings)]
    count = 0
    with target.open("w", encoding="utf-8") as out:
        for line in _lines(documents):
            out.write(line)
            count += 1
    return count


def _lines(documents: list[Document]) -> Iterator[str]:
    for key, of_one in group(documents).items():
        for quad in quads(resolve(key, of_one)):
            yield nquads_line(quad).rstrip("\n") + "\n"


def _document(authority: int, sitting: int) -> Document:
    digest = f"{authority:032x}{sitting:032x}"
    raw = "x" * 5000
    source = Source(f"{authority}/{sitting}.txt", "text/plain", digest)
    records = tuple(_record(source.path, authority, sitting, act) for act in range(ACTS_A_SITTING))
    return Document(Text(source, raw, (Page(1, Span(0, len(raw))),)), "minutes", records)


def _record(path: str, authority: int, sitting: int, act: int) -> Record:
    town = f"{_PLACES[authority % len(_PLACES)]}-{authority}"
    council = tuple(f"{_FIRST[n % 10]} {_LAST[(n + authority) % 9].upper()}" for n in range(27))
    day = dt.date(2021, 1, 1) + dt.timedelta(days=21 * sitting)
    funder = Organisation(f"Département de {_PLACES[(authority + act) % len(_PLACES)]}")
    return Record(
        path,
        act,
        number=f"D{day.year}-{sitting * ACTS_A_SITTING + act:04}",
        title=f"Convention de partenariat n° {act} pour l'équipement de la commune",
        authority=Organisation(f"Commune de {town}"),
        body="conseil municipal",
        session=Session(day, "18:30", "ordinaire"),
        chair=Person(council[0], "maire"),
        rapporteur=Person(council[1 + act % 5]),
        members=Members(27, 24, 26, 1, 2),
        present=council[:24],
        proxies=(Proxy(council[24], council[0]), Proxy(council[25], council[3])),
        absent=council[26:],
        vote=Vote(for_=24, against=1, abstention=1, outcome="adopted", unanimous=False),
        decisions=("Approuve la convention", "Autorise le maire à la signer"),
        agreements=(Agreement("convention de partenariat", (Organisation(f"Commune de {town}"), funder)),),
        funding=(Funding(funder, Organisation(f"Commune de {town}"), Decimal(1000 * (act + 1) + sitting)),),
        evidence=(Proof("/number", (Span(10, 20),), "number.heading"), Proof("/title", (Span(30, 90),), "title.objet")),
    )
