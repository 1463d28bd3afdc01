"""What only looks like a request or a grant: bodies sent to ask, speeches, owners and notes in brackets, ceilings."""

from decimal import Decimal

import pytest

from kg.extract.money.credible import is_cut
from kg.extract.money.funding import EXTRACTOR
from kg.extract.money.unasked import is_unasked
from kg.model import Funding
from tests.extract.test_examples import read_fields

DECIDES = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, à l'unanimité, "
REGION, DEPARTMENT, STATE = "Région Alpes-Lointaines", "Département de la Valserine", "État"
ADEME = "Agence de l'environnement et de la maîtrise de l'énergie"
HALF, FIFTH = Decimal("0.5"), Decimal("0.2")


def entries(writing: str) -> list[Funding]:
    return list(read_fields(EXTRACTOR, DECIDES + writing).get("funding", []))


def funders(writing: str) -> list[str]:
    return [one.funder.name for one in entries(writing)]


@pytest.mark.parametrize(
    "writing",
    [
        "demande à la Communauté de communes du Haut-Doux de solliciter l'aide du Département de la Valserine.",
        "demande à la Communauté de communes du Haut-Doux de rechercher une aide du Département de la Valserine.",
        "demande à la Communauté de communes du Haut-Doux de bien vouloir déposer un dossier ; sollicite l'aide "
        "du Département de la Valserine.",
    ],
)
def test_a_body_that_is_sent_to_ask_gives_nothing(writing: str) -> None:
    assert "Communauté de communes du Haut-Doux" not in funders(writing)


@pytest.mark.parametrize(
    "writing",
    [
        "demande à la Communauté de communes du Haut-Doux une aide de 5 000 €.",
        "demande à la Communauté de communes du Haut-Doux de verser une aide de 5 000 €.",
        "sollicite la Communauté de communes du Haut-Doux pour une aide de 5 000 €.",
    ],
)
def test_a_body_that_is_asked_gives(writing: str) -> None:
    assert funders(writing) == ["Communauté de communes du Haut-Doux"]


@pytest.mark.parametrize(
    "writing",
    [
        "Quand nous sollicitons l'État pour des financements, celui-ci ne répond pas.",
        "Lorsque la commune sollicite la Région Alpes-Lointaines pour des subventions, elle attend un an.",
        "Chaque fois que vous sollicitez le Département de la Valserine pour une aide, il faut un dossier.",
        "Si on sollicite l'État pour une subvention, il faut attendre.",
    ],
)
def test_what_a_speech_says_of_requests_is_none(writing: str) -> None:
    assert funders(writing) == []


@pytest.mark.parametrize(
    ("writing", "funder"),
    [
        ("sollicite l'aide financière du Département de la Valserine.", DEPARTMENT),
        ("sollicite l'aide financière de la Région Alpes-Lointaines pour ces travaux.", REGION),
        ("autorise le Maire à solliciter une subvention au taux maximum du Département de la Valserine.", DEPARTMENT),
    ],
)
def test_an_aid_is_asked_of_whom_it_is_of(writing: str, funder: str) -> None:
    assert funders(writing) == [funder]


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("ADEME (Etat) : 50 % Région Alpes-Lointaines : 20 %", [(ADEME, HALF, None), (REGION, FIFTH, None)]),
        ("ADEME (l'État) : 50 %, Région Alpes-Lointaines : 20 %", [(ADEME, HALF, None), (REGION, FIFTH, None)]),
        ("État (DETR) : 50 % ; Région Alpes-Lointaines : 20 %", [(STATE, HALF, "DETR"), (REGION, FIFTH, None)]),
        ("DETR (État) : 50 % ; Région Alpes-Lointaines : 20 %", [(STATE, HALF, "DETR"), (REGION, FIFTH, None)]),
        ("Région Alpes-Lointaines : reste à confirmer (à titre d'information, un voisin a eu 20 %). ADEME : 50 %",
         [(ADEME, HALF, None)]),
        ("Région Alpes-Lointaines : en attente (pour mémoire, la Région a donné 20 % au syndicat) ; ADEME : 50 %",
         [(ADEME, HALF, None)]),
    ],
)  # fmt: skip
def test_a_bracket_of_a_plan_tells_the_owner_or_a_note(plan: str, told: list[tuple[object, ...]]) -> None:
    found = entries(f"approuve le plan de financement suivant : {plan}")
    assert [(one.funder.name, one.share, one.programme) for one in found] == told


@pytest.mark.parametrize(
    "ceiling", ["avec un plafond à 65 000 €", "plafonné à 65 000 €", "avec un plafond de 65 000 €"]
)
def test_the_ceiling_of_an_aid_is_no_cost(ceiling: str) -> None:
    text = f"sollicite la DETR. Sur ces travaux, la DETR est au taux de 40 % {ceiling}."
    assert not [one for one in entries(text) if one.total_cost]


def test_a_cost_is_still_one() -> None:
    (one,) = entries("sollicite l'aide de la Région Alpes-Lointaines. Le coût des travaux est estimé à 65 000 €.")
    assert one.total_cost == 65_000


@pytest.mark.parametrize(
    ("text", "start", "unasked"), [("nous sollicitons x", 5, False), ("si nous sollicitons x", 8, True)]
)
def test_a_clause_is_a_condition(text: str, start: int, unasked: bool) -> None:
    assert is_unasked(text, start, len(text)) is unasked


@pytest.mark.parametrize(
    "writing",
    [
        "L'État demande de mesurer les voies afin que l'on perçoive une dotation estimée à 5 000 €.",
        "L'État relève les longueurs pour que la commune reçoive une dotation de 5 000 €.",
        "La Région Alpes-Lointaines compte les classes afin que l'école bénéficie d'une subvention de 900 €.",
    ],
)
def test_what_is_hoped_for_is_no_grant(writing: str) -> None:
    assert funders(writing) == []


@pytest.mark.parametrize("verb", ["perçoit", "a reçu", "obtient"])
def test_what_is_received_is_one(verb: str) -> None:
    assert funders(f"La commune {verb} une subvention de 5 000 € de la Région Alpes-Lointaines.") == [REGION]


@pytest.mark.parametrize(
    ("after", "cut"),
    [
        (" de ", True),
        (" de la", True),
        (" du  ", True),
        (" pour la ", True),
        ("", False),
        (" de 9 000 ", False),
        (".", False),
    ],
)
def test_a_name_that_the_end_of_the_text_cuts(after: str, cut: bool) -> None:
    assert is_cut(f"demande de subvention aupres de la \ue000{after}", "\ue000") is cut


@pytest.mark.parametrize("end", ["de", "de la", "des"])
def test_a_body_whose_name_is_cut_is_no_funder(end: str) -> None:
    assert funders(f"sollicite une subvention auprès de la Direction départementale {end}") == []
    assert funders("sollicite une subvention auprès de la Direction départementale des territoires.") != []
