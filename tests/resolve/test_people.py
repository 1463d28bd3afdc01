import datetime as dt
from dataclasses import replace

import pytest

from kg.model import Person, Proxy, Record, Session, Vote
from kg.resolve import resolve
from kg.resolve.entities import PersonInTerm, Resolved
from kg.resolve.organisations import is_private_person
from kg.resolve.terms_of_office import term_of
from tests.resolve.fictions import MONTFLEURY, document, record


def people(*records: Record) -> tuple[dict[str, PersonInTerm], Resolved]:
    resolved = resolve("219900018", [document(f"{rank}.txt", one) for rank, one in enumerate(records)])
    return {person.key.slug: person for person in resolved.people}, resolved


def test_writings_of_one_name_are_one_person() -> None:
    later = replace(
        record("2024-020"), session=Session(dt.date(2024, 6, 4)), present=("VALMONT Jeanne", "Mme Inès Daric")
    )
    found, _ = people(record(), later)
    assert found["jeanne-valmont"].name == "Jeanne Valmont"
    assert found["jeanne-valmont"].variants == ("VALMONT Jeanne",)
    assert sum("daric" in slug for slug in found) == 1


def test_a_surname_alone_is_the_only_member_who_bears_it() -> None:
    _, resolved = people(record(vote=Vote(2, 1, 0, 0, "adopted", against_names=("Mme DARIC",))))
    (against,) = resolved.acts[0].against
    assert against.key is not None
    assert against.key.slug == "ines-daric"


def test_a_surname_that_two_members_bear_is_nobody() -> None:
    two = ("Inès DARIC", "Marc DARIC", "Paul ORSEL")
    _, resolved = people(record(present=two, vote=Vote(2, 1, 0, 0, "adopted", against_names=("DARIC",))))
    assert resolved.acts[0].against[0].key is None
    assert resolved.acts[0].against[0].name == "DARIC"


def test_an_initial_must_fit() -> None:
    _, resolved = people(record(proxies=(Proxy("Luc MERCIN", "P. ORSEL"), Proxy("Zoé LARDE", "K. ORSEL"))))
    held = {a.member.name: a.holder for a in resolved.sittings[0].attendance if a.state == "procuration"}
    first, second = held["Luc MERCIN"], held["Zoé LARDE"]
    assert first is not None
    assert first.key is not None
    assert first.key.slug == "paul-orsel"
    assert second is None or second.key is None or second.key.slug != "paul-orsel"


def test_members_listed_by_surname_alone_are_persons() -> None:
    found, resolved = people(record(present=("VALMONT", "ORSEL"), proxies=(), absent=(), chair=None, rapporteur=None,
                                    vote=Vote()))  # fmt: skip
    assert set(found) == {"valmont", "orsel"}
    assert all(place.member.key for place in resolved.sittings[0].attendance)


def test_two_terms_are_two_persons() -> None:
    old = replace(record("2019-003"), session=Session(dt.date(2019, 2, 5)))
    _, resolved = people(record(), old)
    assert {person.key.term for person in resolved.people if person.key.slug == "jeanne-valmont"} == {"2014", "2020"}


def test_who_only_presides_has_no_seat() -> None:
    found, resolved = people(record(chair=Person("Odile SERVAN", "Directrice")))
    assert "odile-servan" in found
    assert {m.person.slug for m in resolved.mandates if m.organ} >= {"jeanne-valmont"}
    assert not any(m.person.slug == "odile-servan" for m in resolved.mandates)


@pytest.mark.parametrize(
    ("day", "authority", "body", "term"),
    [
        ("2020-03-10", "Montfleury", "Conseil municipal", "2014"),
        ("2020-05-25", "Montfleury", "Conseil municipal", "2020"),
        ("2026-03-30", "Montfleury", None, "2026"),
        ("2021-07-05", "Département des Alpes lointaines", "Commission permanente", "2021"),
        ("2021-06-01", "Alpes lointaines", "Conseil départemental", "2015"),
        ("2022-01-25", "Région Haute-Valserine", "Commission permanente", "2021"),
        ("2013-01-25", "Communauté de communes de la Région de Montfleury", None, "2008"),
        ("1950-01-01", "Montfleury", None, "inconnu"),
    ],
)
def test_terms_of_office(day: str, authority: str, body: str | None, term: str) -> None:
    assert term_of(dt.date.fromisoformat(day), authority, body) == term


@pytest.mark.parametrize(
    "name", ["Mme Valmont", "M. et Mme Orsel", "Monsieur Paul ORSEL", "Jeanne VALMONT", "époux Orsel"]
)
def test_natural_persons_are_private(name: str) -> None:
    assert is_private_person(name)


@pytest.mark.parametrize(
    "name",
    ["Montfleury", "CAF", "Monsieur le Préfet", "Association Jeanne VALMONT", "ORSEL SAS", "Caisse des Prêts", ""],
)
def test_bodies_are_not(name: str) -> None:
    assert not is_private_person(name)


def test_the_authority_keeps_its_name() -> None:
    _, resolved = people(record(authority=MONTFLEURY))
    assert [body.name for body in resolved.organisations] == ["Montfleury"]
