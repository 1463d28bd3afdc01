"""Summary minutes whose acts have no mark above them: their number closes them, after the vote; fictional councils."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract

HEAD = (
    "Montfleury COMPTE RENDU SOMMAIRE de la réunion du conseil municipal du 9 juin 2022 Le conseil municipal s'est "
    "réuni à la mairie le jeudi 9 juin 2022 à 20 h 00, sous la présidence de Mme Zoé VERT, maire. Présents : Zoé Vert, "
    "Paul Noir, Anne Roux, Luc Brun. Secrétaire de séance : Anne Roux. "
)
APPROVED = (
    "Compte rendu de la séance du 7 avril 2022 Luc Brun voudrait une phrase de plus. Le compte rendu de la séance du "
    "7 avril 2022, ainsi modifié, est adopté à l'unanimité. "
)
ACTS = [
    (
        "Tarifs de la cantine et de la garderie à la rentrée",
        "Paul Noir, adjoint aux écoles, présente les prix. Luc Brun trouve cela cher. Après discussion, "
        "le conseil fixe le prix du repas à 3,20 €. Vote : 11 pour, 2 contre (Luc Brun et Anne Roux).",
    ),
    (
        "Éclairage du stade : demande de subvention",
        "Mme la Maire rappelle que les mâts sont anciens. Le conseil approuve le projet. Vote : unanimité.",
    ),
    (
        "Cession d'un délaissé de voirie au Moulin",
        "M. et Mme Gris souhaitent l'acheter. Le conseil décide de céder ce délaissé au prix de 4 € le m². "
        "Vote : 12 pour.",
    ),
]
FOOT = "Questions diverses - Un chien erre. La séance est levée à 22 h 15. La Maire, Zoé VERT"


@pytest.mark.parametrize("written", ["({})", "(n° {})", "(délibération {})"])
def test_numbers_in_brackets_close_the_acts(written: str) -> None:
    acts = " ".join(f"{title} {said} {written.format(f'2022-{32 + n}')}" for n, (title, said) in enumerate(ACTS))
    records = extract(text_of(f"{HEAD}{APPROVED}{acts} {FOOT}")).records
    assert [record.title for record in records[1:]] == [title for title, _ in ACTS]
    assert [record.number for record in records[1:]] == ["2022-32", "2022-33", "2022-34"]
    assert records[0].number is None
    assert records[0].vote and records[0].vote.unanimous is True
