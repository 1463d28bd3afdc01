"""Lists and minutes whose numbers stand behind the titles."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

HEAD = "Mairie de Montfleury Liste des délibérations du conseil municipal du 3 avril 2023 "
MINUTES = (
    "COMMUNE DE MONTFLEURY Compte rendu du Conseil Municipal du 3 avril 2023 Présents : Mmes et MM. Agathe SORBIERS, "
    "Loïc EYMERY, Paul BRUN. Secrétaire de séance : M. Loïc EYMERY. "
)
TITLES = ("Réfection du lavoir", "Achat d'une benne à ordures", "Tarifs de la halle 2023")
ROWS = [("", " Délibération n° {}"), ("Objet : ", " Délibération n° {}"), ("Objet : ", " – N° {}"), ("", " N° {}")]


def heads(text: str) -> list[tuple[object, object]]:
    acts = segment(normalise(text)).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


@pytest.mark.parametrize(("label", "number"), ROWS)
@pytest.mark.parametrize("outcome", ["Adoptée", "Adopté à l'unanimité", "Unanimité", "Adopté à l'unanimité - Pour : 6"])
def test_rows_that_print_the_title_first(label: str, number: str, outcome: str) -> None:
    rows = "".join(f"{label}{title}{number.format(f'2023-1{n}')} {outcome} " for n, title in enumerate(TITLES))
    for foot in ("", "Fait à Montfleury, le 8 avril 2023 Le Maire"):
        assert heads(HEAD + rows + foot) == [(f"2023-1{n}", title) for n, title in enumerate(TITLES)]


def test_rows_that_print_the_number_first_keep_their_titles() -> None:
    rows = "".join(f"N° 2023-1{n} – {title} Adoptée " for n, title in enumerate(TITLES))
    budget = "Mairie de Montfleury Liste des délibérations Vote du budget du 3 avril 2023 "
    assert heads(budget + rows) == [(f"2023-1{n}", title) for n, title in enumerate(TITLES)]


@pytest.mark.parametrize(("label", "number"), [*ROWS, ("", " (N° {})")])
@pytest.mark.parametrize("code", ["2023-1{}", "23-04-1{}", "D.1{}"])
@pytest.mark.parametrize("verdict", ["ADOPTÉ À L'UNANIMITÉ ", "Adopté à l'unanimité. "])
def test_a_title_begins_below_the_vote_on_the_act_above(label: str, number: str, code: str, verdict: str) -> None:
    text = "".join(
        f"{label}{title}{number.format(code.format(n))} Madame SORBIERS expose le dossier. Après délibération, le "
        f"conseil municipal approuve le projet présenté. {verdict}"
        for n, title in enumerate(TITLES)
    )
    assert heads(MINUTES + text) == [(code.format(n), title) for n, title in enumerate(TITLES)]


def test_a_section_stands_before_the_label_of_a_title() -> None:
    text = "".join(
        f"{'FINANCES ' if n == 1 else ''}Objet : {title} – N° 2023-1{n} Madame SORBIERS expose le dossier. Le conseil "
        "municipal approuve le projet à l'unanimité. "
        for n, title in enumerate(TITLES)
    )
    assert heads(MINUTES + text) == [(f"2023-1{n}", title) for n, title in enumerate(TITLES)]
