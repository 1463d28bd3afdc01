"""Members whom the opening names side by side are in one of the lists."""

import pytest

from kg.check.finding import Subject
from kg.check.unheld import row_in_no_list
from kg.model import Members, Person, Proof, Proxy, Record, Span
from tests.test_check import document_of

_NAMES = ("Jeanne VALMONT", "Luc ARNEL", "Zoé TERRIER", "Paul ORBAN")
_READ = "Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER, Paul ORBAN"


def read_in(raw: str, members: Members | None = None, present: tuple[str, ...] = _NAMES) -> Subject:
    """A record whose members were read where the text first prints each name."""
    evidence = tuple(
        Proof(f"/present/{rank}", (Span(raw.index(name), raw.index(name) + len(name)),), "test")
        for rank, name in enumerate(present)
    )
    record = Record(
        source="cr.txt",
        ordinal=1,
        secretary=Person("Zoé TERRIER"),
        present=present,
        proxies=(Proxy("Ida MOREL", "Luc ARNEL"),) if present else (),
        members=members or Members(),
        evidence=evidence,
    )
    return Subject(record, document_of(record, raw=raw).text, (record,))


@pytest.mark.parametrize(
    "rest",
    [
        ". Retenus ailleurs : Eva TOREL, Guy SENEC, Noé PRADEL. Le maire ouvre la séance.",
        ". Voix confiées : Mme Eva TOREL à M. Luc ARNEL, M. Guy SENEC à Mme Jeanne VALMONT.",
        " Page 2 sur 9 Hôtel de ville, SENEC Guy, TOREL Eva, PRADEL Noé et LISSAC Marc.",
        " – n'ont pu se libérer – M. Guy Senec, adjoint, Mme Eva Torel, conseillère déléguée",
        ". Ont remis leur voix en application de l'article L. 2121-20 du code : Eva TOREL, Guy SENEC, Noé PRADEL.",
        "\nNon venus\nMaialen TOREL\nPeio SENEC\nBeñat PRADEL\n",
    ],
)
def test_a_row_of_names_in_no_list_is_said(rest: str) -> None:
    (finding,) = row_in_no_list(read_in(_READ + rest))
    assert "TOREL" in finding.message.upper()


@pytest.mark.parametrize(
    "rest",
    [
        ".",
        ". Secrétaire de séance : Mme Zoé TERRIER. Pouvoir de Mme Ida MOREL à M. Luc ARNEL.",
        ". Assistaient également : Mme Eva TOREL, M. Guy SENEC, M. Noé PRADEL.",
        ". Mme Eva TOREL, M. Guy SENEC, agents de la commune, présentent le projet.",
        ". Le maire rend hommage à M. Guy SENEC et à Mme Eva TOREL.",
        ". Vu le code, le conseil loue à M. Guy SENEC et à Mme Eva TOREL les prés communaux.",
        ". Article 1er : le bail de M. Guy SENEC et de Mme Eva TOREL est renouvelé.",
        ". OBJET : bail de M. Guy SENEC et de Mme Eva TOREL.",
        ". Salle des fêtes, Quartier Bel Air, Rue Haute, Place Neuve.",
        ". Mme Eva TOREL salue les membres du conseil.",
    ],
)
def test_staff_guests_places_and_the_matter_itself_are_not(rest: str) -> None:
    assert list(row_in_no_list(read_in(_READ + rest))) == []


@pytest.mark.parametrize(("in_office", "said"), [(6, True), (5, False), (None, False)])
def test_one_name_is_enough_where_the_lists_are_short(in_office: int | None, said: bool) -> None:
    subject = read_in(f"{_READ}. Non venue : Mme Eva TOREL.", Members(in_office=in_office))
    assert bool(list(row_in_no_list(subject))) == said


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Ont siégé autour du maire : Eva TOREL, Guy SENEC, Noé PRADEL. Le conseil décide de louer les prés.", True),
        ("Le conseil décide de louer les prés à Mme Eva TOREL.", False),
        ("DEPARTEMENT DU VAL HAUT ARRONDISSEMENT DE VALBRUN COMMUNE DE GILVAL Le conseil décide.", False),
    ],
)
def test_a_list_that_was_not_read_at_all(raw: str, said: bool) -> None:
    assert bool(list(row_in_no_list(read_in(raw, present=())))) == said


def test_cells_of_two_members_are_no_third() -> None:
    subject = read_in(f"{_READ}. Appel : Jeanne P ARNEL Luc P TERRIER Zoé P ORBAN Paul P VALMONT")
    assert list(row_in_no_list(subject)) == []
