import datetime as dt
from dataclasses import replace

import pytest

from kg.model import Person, Session, Substitution
from kg.resolve import resolve
from kg.resolve.entities import Mandate
from kg.resolve.mandates import office_of
from tests.resolve.fictions import document, record

FIRST, LATER = dt.date(2024, 3, 12), dt.date(2024, 6, 4)


def mandates() -> dict[tuple[str, str | None], Mandate]:
    later = record("2024-020", session=Session(LATER), chair=Person("Paul ORSEL", "Président de séance"))
    signed = replace(
        record("2024-021", "Voirie", session=Session(LATER)), rapporteur=Person("Inès DARIC", "2e adjointe")
    )
    resolved = resolve("219900018", [document("a", record()), document("b", later, signed)])
    return {(mandate.person.slug, mandate.office or mandate.organ): mandate for mandate in resolved.mandates}


def test_a_seat_is_one_membership_attested_from_the_first_to_the_last_sitting() -> None:
    seat = mandates()["ines-daric", "conseil"]
    assert (seat.first, seat.last, seat.office) == (FIRST, LATER, None)


def test_an_office_is_dated_by_the_acts_that_print_it() -> None:
    found = mandates()
    assert (found["jeanne-valmont", "maire"].first, found["jeanne-valmont", "maire"].last) == (FIRST, FIRST)
    assert found["ines-daric", "adjoint"].first == LATER
    assert found["paul-orsel", "adjoint"].quote is not None
    assert ("paul-orsel", "president") not in found


def test_a_substitute_holds_no_seat() -> None:
    stands_in = record(substitutions=(Substitution("Odile SERVAN", "Aline TOVAC"),), absent=())
    resolved = resolve("219900018", [document("a", stands_in)])
    assert "odile-servan" not in {mandate.person.slug for mandate in resolved.mandates}


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("Maire", "maire"),
        ("Député-Maire de la ville de Montfleury", "maire"),
        ("Madame la Maire", "maire"),
        ("1ère adjointe aux écoles", "adjoint"),
        ("Premier Adjoint", "adjoint"),
        ("maire adjoint délégué au commerce", "adjoint"),
        ("Vice-Présidente", "vice-president"),
        ("3ème Vice-président aux finances", "vice-president"),
        ("Président de la Communauté de communes", "president"),
        ("conseiller municipal délégué", "conseiller-municipal"),
        ("Président de séance", None),
        ("Vice-Président de la commission Eau", None),
        ("Secrétaire de séance", None),
        ("Directrice générale des services", None),
        ("", None),
    ],
)
def test_offices_as_printed(printed: str, office: str | None) -> None:
    assert office_of(printed) == office
