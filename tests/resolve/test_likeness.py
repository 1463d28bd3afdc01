"""Which writings are one person's: fictional names of a fictional council."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.model import Proxy, Record, Session, Vote
from kg.resolve import resolve
from kg.resolve.entities import PersonInTerm, Resolved
from kg.resolve.identities import FILE, Identities, Judged, read_identities
from kg.resolve.writing import usual_name
from tests.resolve.fictions import document, record

LATER = Session(dt.date(2024, 6, 4))
SEATED = ("Jeanne VALMONT", "Christophe MORLANDES", "Inès DARIC")


def resolved(*records: Record, judged: Identities | None = None) -> Resolved:
    plain = [replace(one, chair=None, rapporteur=None) for one in records]
    return resolve("219900018", [document(f"{rank}.txt", one) for rank, one in enumerate(plain)], judged)


def persons(*records: Record, judged: Identities | None = None) -> dict[str, PersonInTerm]:
    return {person.key.slug: person for person in resolved(*records, judged=judged).people}


def listing(*present: str, number: str = "2024-007", proxies: tuple[Proxy, ...] = ()) -> Record:
    session = Session(dt.date(2024, 3, 12)) if number == "2024-007" else LATER
    return record(number, session=session, present=present, proxies=proxies, absent=(), vote=Vote())


def both(one: tuple[str, ...], two: tuple[str, ...], **more: tuple[Proxy, ...]) -> set[str]:
    return set(persons(listing(*one), listing(*one, number="2024-008"), listing(*two, number="2024-020", **more)))


@pytest.mark.parametrize(
    ("other", "slugs"),
    [
        ("MORLANDES Christophe", {"christophe-morlandes"}),
        ("Christophe Morlandès", {"christophe-morlandes"}),
        ("Chnstophe MORLANDES", {"christophe-morlandes"}),
        ("ChristopheMORLANDES", {"christophe-morlandes"}),
        ("Chris-tophe MORLANDES", {"christophe-morlandes"}),
        ("Mon-sieur Christophe MORLANDES", {"christophe-morlandes"}),
        ("Christophe MORLANDES-ROY", {"christophe-morlandes"}),
        ("MORLANDES", {"christophe-morlandes"}),
        ("C. MORLANDES", {"christophe-morlandes"}),
        ("Christine MORLANDES", {"christophe-morlandes", "christine-morlandes"}),
        ("Jean-Christophe MORLANDES", {"christophe-morlandes", "jean-christophe-morlandes"}),
        ("Christophe MORVANDIER", {"christophe-morlandes", "christophe-morvandier"}),
    ],
)
def test_writings_of_a_name(other: str, slugs: set[str]) -> None:
    """The neighbours in the list are the same each time: a second clue for a misreading."""
    assert both(SEATED, ("Jeanne VALMONT", other, "Inès DARIC")) == {"jeanne-valmont", "ines-daric", *slugs}


def test_a_misreading_without_a_second_clue_is_somebody_else() -> None:
    found = both(SEATED, ("Inès DARIC", "Paul ORSEL", "Chnstophe MORLANDES", "Luc MERCIN"))
    assert {"christophe-morlandes", "chnstophe-morlandes"} <= found


def test_the_same_proxy_partner_is_a_second_clue() -> None:
    given = (Proxy("Aline TOVAC", "Christophe MORLANDES"),)
    misread = (Proxy("Aline TOVAC", "Christophc MORLANDES"),)
    found = persons(
        listing(*SEATED, proxies=given),
        listing(*SEATED, number="2024-008", proxies=given),
        listing("Inès DARIC", "Paul ORSEL", number="2024-020", proxies=misread),
    )
    assert "christophc-morlandes" not in found
    assert found["christophe-morlandes"].variants == ("Christophc MORLANDES",)


def test_a_neighbour_who_is_misread_too_is_a_second_clue() -> None:
    seated = ("Jeanne VALMONT", "Christophe MORLANDES", "Mathilde DARICOURT")
    misread = ("Christophc MORLANDES", "Mathildc DARICOURT", "Luc MERCIN")
    assert both(seated, misread) == {"jeanne-valmont", "christophe-morlandes", "mathilde-daricourt", "luc-mercin"}


@pytest.mark.parametrize("misread", ["Amaud MORVAN", "Arnaud MORVAM", "Arnaud MORVAN"])
def test_m_and_rn_are_one_letter(misread: str) -> None:
    seated = ("Jeanne VALMONT", "Arnaud MORVAN", "Inès DARIC")
    assert both(seated, ("Jeanne VALMONT", misread, "Inès DARIC")) == {"jeanne-valmont", "arnaud-morvan", "ines-daric"}


def test_one_given_name_in_two_spellings() -> None:
    seated = ("Jeanne VALMONT", "Rémi MORLANDES", "Inès DARIC")
    assert both(seated, ("Jeanne VALMONT", "Rémy MORLANDES", "Inès DARIC")) == {
        "jeanne-valmont",
        "remi-morlandes",
        "ines-daric",
    }


def test_who_holds_a_proxy_without_a_seat_may_be_the_member_one_letter_away() -> None:
    seated = ("Jeanne VALMONT", "Christophe MORLANDES", "Inès DARIC")
    misread = ("Jeanne VALMONT", "Christophe MORLANDFS", "Inès DARIC")
    held = {"proxies": (Proxy("Aline TOVAC", "Christophe MORLANDES"),)}
    assert both(seated, misread, **held) == {"jeanne-valmont", "christophe-morlandes", "ines-daric", "aline-tovac"}


@pytest.mark.parametrize("part", ["MORLANDES-ROY", "Morlandes-Roy"])
def test_a_surname_of_two_parts_is_the_member_who_bears_it(part: str) -> None:
    seated = ("Jeanne VALMONT", "Christophe MORLANDES-ROY", "Inès DARIC")
    found = both(seated, ("Jeanne VALMONT", "Luc MERCIN"), proxies=(Proxy("Luc MERCIN", part),))
    assert found == {"jeanne-valmont", "christophe-morlandes-roy", "ines-daric", "luc-mercin"}


def test_a_given_name_alone_is_nobody() -> None:
    assert both(SEATED, (*SEATED, "Jean-Pierre")) == {"jeanne-valmont", "christophe-morlandes", "ines-daric"}


def test_two_names_of_one_list_are_two_persons() -> None:
    assert {"marion-daric", "marlon-daric", "marion-daric-orsel"} <= set(
        persons(listing("Marion DARIC", "Marlon DARIC", "Marion DARIC-ORSEL"))
    )


def test_jean_martin_and_martin_jean_of_one_list_are_two_persons() -> None:
    assert {"jean-martin", "martin-jean"} == set(persons(listing("Jean MARTIN", "Martin JEAN")))
    assert {"jean-martin"} == set(persons(listing("Jean MARTIN"), listing("MARTIN Jean", number="2024-020")))


def test_a_surname_with_a_particle_is_not_a_full_name() -> None:
    voters = replace(listing("Cédric DE SAINT-ORSEL", "Inès DARIC"), vote=Vote(against_names=("de SAINT ORSEL",)))
    assert set(persons(voters)) == {"cedric-de-saint-orsel", "ines-daric"}


def test_a_word_that_fits_nobody_among_full_names_is_nobody() -> None:
    made = resolved(listing(*SEATED, "Diverses"))
    assert {person.key.slug for person in made.people} == {"jeanne-valmont", "christophe-morlandes", "ines-daric"}
    assert [place.member.name for place in made.sittings[0].attendance if not place.member.key] == ["Diverses"]


@pytest.mark.parametrize(
    ("writings", "name"),
    [
        (("VALMONT",), "Valmont"),
        (("ORSEL Jean",), "Jean Orsel"),
        (("Jeanne VALMONT-ORSEL",), "Jeanne Valmont-Orsel"),
        (("Audrey DE LA RIVE",), "Audrey de La Rive"),
        (("Ana D'ORSEL",), "Ana d'Orsel"),
        (("Yann L'HOSTEC",), "Yann L'Hostec"),
        (("Jean-Luc McLANE",), "Jean-Luc McLANE"),
        (("Zoe MELIN",), "Zoe Melin"),
        (("Zoe MELIN", "Zoé Mélin"), "Zoé Mélin"),
        (("J. VALMONT",), "J. Valmont"),
        (("DE SAINT ORSEL",), "De Saint Orsel"),
    ],
)
def test_names_in_the_usual_case(writings: tuple[str, ...], name: str) -> None:
    assert usual_name(dict.fromkeys(writings, 1)) == name


def test_what_people_judged_is_replayed_and_can_be_taken_back(tmp_path: Path) -> None:
    lists = (listing("Jeanne VALMONT", "Inès DARIC"), listing("Jeanne ORSEL", "Inès DARIC", number="2024-020"))
    path = tmp_path / FILE
    head = "collectivite\tmandat\tnom\tautre\tjugement\tnote\n"
    path.write_text(f"{head}219900018\t2020\tJeanne VALMONT\tjeanne-orsel\toui\tépouse Orsel\n", encoding="utf-8")
    (judged,) = read_identities(path).values()
    assert judged == Identities((Judged("2020", "Jeanne VALMONT", "jeanne-orsel", True),))
    assert len(persons(*lists, judged=judged)) == 2
    path.write_text(head, encoding="utf-8")
    assert read_identities(path) == {}
    assert len(persons(*lists)) == 3


def test_names_that_people_told_apart_are_not_joined() -> None:
    longer = listing("Jeanne VALMONT", "Christophe MORLANDES-ROY", number="2024-020")
    lists = (listing(*SEATED), listing(*SEATED, number="2024-008"), longer)
    apart = Identities((Judged("2020", "christophe-morlandes", "Christophe MORLANDES-ROY", False),))
    assert "christophe-morlandes-roy" not in persons(*lists)
    assert "christophe-morlandes-roy" in persons(*lists, judged=apart)


@pytest.mark.parametrize("line", ["219900018\t2020\tA B\tC D\tpeut-être\t", "219900018\t\tA B\tC D\toui\t"])
def test_a_wrong_judgement_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / FILE).write_text(f"collectivite\tmandat\tnom\tautre\tjugement\tnote\n{line}\n", encoding="utf-8")
    with pytest.raises(KgError, match="line 2"):
        read_identities(tmp_path / FILE)
    with pytest.raises(KgError, match="columns"):
        (tmp_path / FILE).write_text("nom\tautre\n", encoding="utf-8")
        read_identities(tmp_path / FILE)


def test_two_surnames_of_a_list_run_together_are_nobody() -> None:
    by_surname = ("VALMONT", "ORSEL", "DARIC", "MERCIN")
    found = both(by_surname, ("VALMONT", "DARIC ORSEL", "MERCIN"))
    assert found == {"valmont", "orsel", "daric", "mercin"}


def test_a_full_name_in_capitals_is_a_person_where_no_list_holds_both_words() -> None:
    assert both(("VALMONT", "DARIC"), ("VALMONT", "INES DARIC")) == {"valmont", "ines-daric"}


def test_a_surname_is_the_one_initial_that_goes_with_it_in_a_series_of_surnames() -> None:
    held = {"proxies": (Proxy("DARIC", "P. ORSEL"),)}
    assert both(("VALMONT", "ORSEL"), ("VALMONT", "ORSEL"), **held) == {"valmont", "p-orsel", "daric"}


def test_a_surname_of_two_initials_or_seated_beside_one_is_left_alone() -> None:
    two = {"proxies": (Proxy("DARIC", "P. ORSEL"), Proxy("MERCIN", "L. ORSEL"))}
    assert both(("VALMONT", "ORSEL"), ("VALMONT",), **two) >= {"orsel", "p-orsel", "l-orsel"}
    beside = {"proxies": (Proxy("P. ORSEL", "VALMONT"),)}
    assert both(("VALMONT", "ORSEL"), ("VALMONT", "ORSEL"), **beside) >= {"orsel", "p-orsel"}


@pytest.mark.parametrize(
    ("writings", "name"),
    [
        ({"Marcel VALBOIS": 12, "Marcél VALBOIS": 1}, "Marcel Valbois"),
        ({"Helene ORSEL": 2, "Hélène ORSEL": 1}, "Hélène Orsel"),
        ({"HELENE ORSEL": 40, "Hélène Orsel": 1}, "Hélène Orsel"),
        ({"Marcel VALBOIS": 9, "Marcel VALBOÏS": 1}, "Marcel Valboïs"),
    ],
)
def test_an_accent_that_is_far_rarer_than_its_absence_is_a_misreading(writings: dict[str, int], name: str) -> None:
    assert usual_name(writings) == name


@pytest.mark.parametrize(
    ("writings", "name"),
    [
        ({"Denis MORVAN": 30, "Denis MÖRVAN": 2}, "Denis Morvan"),
        ({"Joachim LUTER": 12, "Joachim LÜTER": 9}, "Joachim Lüter"),
        ({"Denis MORVAN": 5, "Denis Mörvan": 1}, "Denis Mörvan"),
        ({"Hélène RENE": 30, "Hélène RENÉ": 1}, "Hélène René"),
        ({"Anais MORVAN": 1, "Anaïs MORVAN": 1, "ANAIS MORVAN": 40}, "Anaïs Morvan"),
    ],
)
def test_two_points_that_capitals_hardly_ever_print_are_a_misreading(writings: dict[str, int], name: str) -> None:
    assert usual_name(writings) == name
