"""Conventions of a fictional town that several acts decide on."""

import datetime as dt
from dataclasses import replace

import pytest

from kg.model import Agreement as Stated
from kg.model import Organisation, Record, Session
from kg.resolve import resolve
from kg.resolve.entities import Agreement
from tests.resolve.fictions import MONTFLEURY, document, record

HARBOUR = Organisation("Port de Valserine", (), "229900017")
CLUB = Organisation("Les Nageurs de Montfleury")
LABEL = "convention de dragage du chenal avec le Port de Valserine"


def deciding(number: str, day: dt.date, label: str, *parties: Organisation, start: dt.date | None = None) -> Record:
    stated = Stated(label, (MONTFLEURY, *parties), start)
    return record(number, f"Affaire {number}", session=Session(day), agreements=(stated,))


def second(label: str, *parties: Organisation, day: str = "2024-06-04", start: dt.date | None = None) -> Agreement:
    """What a later act's convention is, after the first one of March 2024."""
    first = deciding("2024-007", dt.date(2024, 3, 12), LABEL, HARBOUR)
    later = deciding("2024-020", dt.date.fromisoformat(day), label, *parties, start=start)
    return resolve("219900018", [document("a", first), document("b", later)]).acts[-1].agreements[0]


FIRST = (("2024-007",), 0)


def test_the_same_convention_decided_on_again_is_one() -> None:
    again = second("Convention de dragage du chenal", HARBOUR, start=dt.date(2024, 7, 1))
    assert (again.same, again.parties, again.start) == (FIRST, (), dt.date(2024, 7, 1))


@pytest.mark.parametrize(
    ("label", "parties", "day"),
    [
        (LABEL, (CLUB,), "2024-06-04"),
        ("convention de balisage du chenal avec le Port de Valserine", (HARBOUR,), "2024-06-04"),
        (LABEL, (HARBOUR,), "2025-03-11"),
        (f"{LABEL} pour 2025", (HARBOUR,), "2024-12-10"),
        ("convention de partenariat", (HARBOUR,), "2024-06-04"),
    ],
)
def test_another_party_object_or_year_is_another_convention(
    label: str, parties: tuple[Organisation, ...], day: str
) -> None:
    other = second(label, *parties, day=day)
    assert (other.same, other.amends) == (None, None)


def test_an_amendment_names_the_convention_that_it_amends() -> None:
    amending = second("avenant n° 1 à la convention de dragage du chenal", HARBOUR, day="2025-03-11")
    assert (amending.same, amending.amends) == (None, FIRST)
    assert "219900018" in amending.parties


@pytest.mark.parametrize("label", ["avenant n° 1", "avenant n° 1 à la convention de balisage du port"])
def test_an_amendment_of_something_else_names_none(label: str) -> None:
    assert second(label, HARBOUR).amends is None


def test_two_conventions_that_an_amendment_fits_are_none() -> None:
    days = (dt.date(2024, 3, 12), dt.date(2022, 3, 12), dt.date(2025, 3, 11))
    acts = [deciding(f"{day.year}-007", day, LABEL, HARBOUR) for day in days[:2]]
    amending = deciding("2025-020", days[2], f"avenant n° 2 à la {LABEL}", HARBOUR)
    documents = [document(str(rank), one) for rank, one in enumerate((*acts, amending))]
    made = {act.key: act.agreements[0] for act in resolve("219900018", documents).acts}
    assert made[("2025-020",)].amends is None
    made = {act.key: act.agreements[0] for act in resolve("219900018", documents[1:]).acts}
    assert made[("2025-020",)].amends == (("2022-007",), 0)


def test_an_act_without_a_date_joins_nothing() -> None:
    bare = replace(deciding("2024-020", dt.date(2024, 6, 4), LABEL, HARBOUR), session=Session())
    first = deciding("2024-007", dt.date(2024, 3, 12), LABEL, HARBOUR)
    acts = resolve("219900018", [document("a", first), document("b", bare)]).acts
    assert [one.same for act in acts for one in act.agreements] == [None, None]
