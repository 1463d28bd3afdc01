"""Numbers printed at the end of an item, or between parentheses after its title."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY Compte rendu du Conseil Municipal du 3 décembre 2021 Présents : Mmes et MM. Agathe "
    "SORBIERS, Loïc EYMERY, Paul BRUN. Secrétaire de séance : M. Loïc EYMERY. "
)


def heads(text: str) -> list[tuple[object, object]]:
    acts = segment(normalise(OPENING + text)).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("(D.2021/{})", "D.2021/{}"),
        ("(n° 2021-{})", "2021-{}"),
        ("(délibération n° 2021-{})", "2021-{}"),
        ("→ acte n° 2021-{}", "2021-{}"),
    ],
)
def test_a_number_closes_its_item(written: str, number: str) -> None:
    text = (
        "1. Travaux de l'école M. Brun présente les offres. Le Conseil retient la moins chère à l'unanimité. "
        f"{written.format(38)} 2. Loyer du logement communal Le logement est libre. Adopté à l'unanimité. "
        f"{written.format(39)} 3. Motion sur la poste Le Conseil, unanime, approuve la motion. {written.format(40)}"
    )
    found = heads(text)
    assert [title for _, title in found] == ["Travaux de l'école", "Loyer du logement communal", "Motion sur la poste"]
    assert [said for said, _ in found] == [number.format(n) for n in (38, 39, 40)]


@pytest.mark.parametrize("code", ["(acte 2021-C-0{})", "(n° 2021-{})"])
def test_a_number_follows_its_title(code: str) -> None:
    text = (
        f"1. Travaux de l'école {code.format(33)} M. Brun présente les offres. Adopté à l'unanimité. "
        f"2. Loyer du logement communal {code.format(34)} Le logement est libre. Adopté à l'unanimité. "
    )
    found = heads(text)
    assert [title for _, title in found] == ["Travaux de l'école", "Loyer du logement communal"]
    assert all(str(said).endswith(last) for (said, _), last in zip(found, ("33", "34"), strict=True))


def test_a_law_or_a_number_printed_once_closes_nothing() -> None:
    text = (
        "1. Travaux de l'école M. Brun présente les offres. Adopté à l'unanimité en vertu de la loi (n° 2019-828). "
        "2. Loyer du logement communal Le logement est libre. Adopté à l'unanimité. "
    )
    assert [said for said, _ in heads(text)] == [None, None]
