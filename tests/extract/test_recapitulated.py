"""The list of the acts of a sitting, printed again below the last of them, is no part of that act."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTVALLON\nCOMPTE RENDU DE LA SÉANCE DU 12 JUILLET 2021\nL'an deux mil vingt et un, le 12 juillet, le "
    "Conseil Municipal de la commune de MONTVALLON s'est réuni.\nPrésents : M. Jean TISSIER, Mme Anne RUEL.\n"
)
TITLES = ("Renouvellement du contrat", "Lutte contre les frelons", "Dépenses à engager")
DECIDED = "\nMadame RUEL informe l'assemblée. Le Conseil Municipal, à l'unanimité, accepte l'offre n° {}.\n"


def acts_of(numbers: list[str], below: str) -> list[tuple[str | None, str]]:
    heads = [f"{number} {title}" for number, title in zip(numbers, TITLES, strict=True)]
    body = "".join(head + DECIDED.format(rank) for rank, head in enumerate(heads, 1))
    view = normalise(OPENING + body + below + ("\n".join(heads) if below else "") + "\n")
    return [(act.heading_value("number"), view.text[act.item.start : act.item.end]) for act in segment(view).acts]


@pytest.mark.parametrize("below", ["Liste des délibérations\n", "DELIBERATIONS\n", "Récapitulatif de la séance :\n"])
@pytest.mark.parametrize("shape", ["2020-01-{}", "202107120{}", "D2020-04{}", "2020/01{}"])
def test_the_last_act_ends_before_the_list_of_all(shape: str, below: str) -> None:
    numbers = [shape.format(rank) for rank in (1, 2, 3)]
    acts = acts_of(numbers, below)
    assert [number for number, _ in acts] == numbers
    assert TITLES[0] not in acts[-1][1]
    assert acts[-1][1].startswith(f"{numbers[-1]} {TITLES[-1]}")


def test_a_number_cited_in_the_last_act_does_not_end_it() -> None:
    numbers = ["2020-011", "2020-012", "2020-013"]
    view = normalise(
        OPENING
        + "".join(f"{n} {t}{DECIDED.format(1)}" for n, t in zip(numbers, TITLES, strict=True))
        + "La délibération n° 2020-011 est rapportée. La halle est vendue."
    )
    assert view.text[: segment(view).acts[-1].item.end].endswith("La halle est vendue.")


@pytest.mark.parametrize("shape", ["202107120{}", "20210712 {}", "20210712-0{}", "20210712_{}"])
def test_the_day_of_a_sitting_and_the_rank_number_its_acts(shape: str) -> None:
    numbers = [shape.format(rank) for rank in (1, 2, 3)]
    assert [number for number, _ in acts_of(numbers, "")] == numbers
