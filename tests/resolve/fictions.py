"""Fictional documents of fictional authorities, built value by value."""

import datetime as dt
import hashlib
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kg.model import (
    Agreement,
    Document,
    Funding,
    Issue,
    Members,
    Organisation,
    Page,
    Person,
    Proof,
    Proxy,
    Receipt,
    Record,
    Session,
    Signature,
    Source,
    Span,
    Text,
    Vote,
)

MONTFLEURY = Organisation("Montfleury", (), "219900018")
DAY = dt.date(2024, 3, 12)
PRESENT = ("Jeanne VALMONT", "Paul ORSEL", "Inès DARIC")


def document(path: str, *records: Record, kind: str = "deliberation", issues: tuple[Issue, ...] = ()) -> Document:
    """A document that holds these records; its sha256 is that of its path."""
    source = Source(path, "text/plain", hashlib.sha256(path.encode()).hexdigest())
    text = Text(source, "", (Page(1, Span(0, 1000)),))
    numbered = tuple(replace(record, source=path, ordinal=rank) for rank, record in enumerate(records, start=1))
    return Document(text, kind, numbered, issues)


def record(number: str | None = "2024-007", title: str | None = "Toiture de l'école", **changes: Any) -> Record:
    """A deliberation of five members: three present, one represented, one absent, four votes."""
    plain = Record(
        source="",
        ordinal=1,
        number=number,
        title=title,
        authority=MONTFLEURY,
        body="Conseil municipal",
        session=Session(DAY, "18:30", "ordinaire", "salle du conseil", False),
        convocation_date=dt.date(2024, 3, 5),
        chair=Person("Jeanne VALMONT", "Maire"),
        rapporteur=Person("Paul ORSEL", "Adjoint aux écoles"),
        members=Members(in_office=5),
        present=PRESENT,
        proxies=(Proxy("Luc MERCIN", "Paul ORSEL"),),
        absent=("Aline TOVAC",),
        vote=Vote(3, 0, 1, 0, "adopted", None, "main levée", (), ("Inès DARIC",)),
        evidence=evidence(
            "/number", "/title", "/session/date", "/present/0", "/present/1", "/present/2", "/proxies/0", "/absent/0",
            "/vote/for", "/vote/against", "/rapporteur/name", "/decisions/0",
        ),
        decisions=("d'approuver le plan de financement",),
    )  # fmt: skip
    return replace(plain, **changes)


def evidence(*pointers: str) -> tuple[Proof, ...]:
    """A passage of ten characters for each pointer, one after the other."""
    return tuple(Proof(pointer, (Span(20 * i, 20 * i + 10),), "a-rule") for i, pointer in enumerate(pointers))


def financed(number: str = "2024-008") -> Record:
    """A deliberation with a convention and three fundings: a written amount, a ceiling, a share of a total."""
    dept = Organisation("Département des Alpes lointaines", ("le Département",), "229900017")
    bank = Organisation("Caisse des Prêts")
    return record(
        number,
        "Réseau de chaleur - Plan de financement",
        agreements=(
            Agreement("convention avec le Département", (MONTFLEURY, dept), dt.date(2024, 4, 1), None, 24, True),
        ),
        funding=(
            Funding(dept, MONTFLEURY, Decimal("40000"), kind="subvention", agent=Organisation("Agence du chaud"),
                    programme="Programme Chaleur"),
            Funding(bank, MONTFLEURY, Decimal("15000.50"), is_ceiling=True, kind="prêt"),
            Funding(Organisation("État"), MONTFLEURY, share=Decimal("0.4"), total_cost=Decimal("210000")),
        ),
        vote=Vote(3, 0, 1, 0, "adopted", True, "main levée", (), ("Inès DARIC",)),
        amounts=(Decimal("15000.50"), Decimal("40000"), Decimal("210000")),
        legal_references=("CGCT:L2121-29", "LOI:2015-991"),
        signature=Signature(dt.date(2024, 3, 14), "Montfleury", Person("Jeanne VALMONT", "Maire")),
        receipt=Receipt("099-219900018-20240312-7001-DE", dt.date(2024, 3, 15)),
        publication_date=dt.date(2024, 3, 16),
        annexes=("plan de financement",),
        evidence=evidence("/number", "/funding/0", "/funding/0/amount", "/agreements/0/label", "/receipt/id"),
    )  # fmt: skip
