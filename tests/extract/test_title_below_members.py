"""A title that stands without label below the list of the members, a paragraph of its own before the report."""

import pytest

from kg.extract.act import Zone
from kg.extract.layout.single.places import title_below
from kg.text.view import normalise

MEMBERS = "Présents :\n\nOdile MARCHENOIR, Joël TESSIER, Louise CASSERAN.\n\nAbsents :\n\nMarthe DUQUESNEL\n\n"
REPORT = (
    "La vie des associations tient la commune ensemble, et chaque année la ville y prend sa part.\n\n"
    "Il y a lieu de leur allouer les sommes ci-dessous.\n"
)


def read(text: str) -> str | None:
    view = normalise(text)
    title = title_below(Zone(view, 0, len(view.text)))
    return view.text[slice(*title)] if title else None


@pytest.mark.parametrize(
    ("members", "title"),
    [
        (MEMBERS, "Attributions de subventions\nExercice 2022"),
        (
            "Étaient présents : Mme Marchenoir, M. Tessier.\n\nSecrétaire de séance : Mme Casseran\n\n",
            "Acquisition d'une parcelle rue du Lavoir",
        ),
        ("Pouvoirs donnés à :\nMme Duquesnel à M. Tessier\n\n", "Approbation du compte de gestion du budget annexe"),
        (
            "Ont donné procuration : Mme Duquesnel à M. Tessier\n\n",
            "Convention de partenariat avec le cercle d'escrime",
        ),
    ],
)
def test_the_paragraph_below_the_members_is_the_title(members: str, title: str) -> None:
    assert read(f"Commune de Belmorin\n\n{members}{title}\n\n{REPORT}") == title


@pytest.mark.parametrize(
    "text",
    [
        f"Commune de Belmorin\n\nAttributions de subventions\n\n{REPORT}",  # no list of members
        f"{MEMBERS}Attributions de subventions\n\nPour : 12\n\nContre : 3\n\n",  # no report
        f"{MEMBERS}La séance est ouverte à vingt heures\n\n{REPORT}",  # no matter that a council deals with
        f"{MEMBERS}Attributions de subventions\n- au sport\n- à la culture\n- aux écoles\n- aux fêtes\n\n{REPORT}",
        f"{MEMBERS}- Attributions de subventions\n\n{REPORT}",  # one line of a list
    ],
)
def test_what_is_no_title_is_left(text: str) -> None:
    assert read(text) is None
