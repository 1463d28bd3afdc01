"""Who keeps the minutes sits, unless it is one of the staff or a substitute who assists."""

from dataclasses import replace

import pytest

from kg.check.finding import Subject
from kg.check.secretary import secretary_not_present
from kg.model import Person, Proof, Span
from tests.test_check import RIGHT, document_of


def said(raw: str, name: str) -> list[str]:
    at = raw.rindex(name)
    proof = Proof("/secretary/name", (Span(at, at + len(name)),), "test")
    record = replace(RIGHT, secretary=Person(name), evidence=(proof,))
    return [one.message for one in secretary_not_present(Subject(record, document_of(record, raw=raw).text, (record,)))]


def test_a_secretary_in_no_list_is_said() -> None:
    assert said("Présents : … Secrétaire de séance : Mme Eva TOREL. Budget.", "Eva TOREL")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Secrétaire de séance : M. ARNEL.", "ARNEL"),
        ("Secrétaire de séance : Luc ARNE1.", "Luc ARNE1"),
        ("Mme Eva TOREL, secrétaire de mairie, est secrétaire de séance.", "Eva TOREL"),
        ("Secrétaire de séance : Mme Eva TOREL, directrice générale des services.", "Eva TOREL"),
        ("Secrétaire : Mme Eva TOREL, secrétaire du syndicat.", "Eva TOREL"),
        (
            "Assistaient également : Mmes PRAZ et TOREL, suppléantes. Mme Eva TOREL est désignée secrétaire.",
            "Eva TOREL",
        ),
    ],
)
def test_members_staff_and_substitutes_are_not(raw: str, name: str) -> None:
    assert said(raw, name) == []


def test_where_few_are_listed_nothing_is_known() -> None:
    record = replace(RIGHT, secretary=Person("Eva TOREL"), present=("Jeanne VALMONT",))
    assert list(secretary_not_present(Subject(record, document_of(record).text, (record,)))) == []
