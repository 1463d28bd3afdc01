"""Whose vote and whose decision a sentence tells where visas, recitals or a reminder stand before the organ."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from tests.extract.test_dispositif import items
from tests.extract.test_vote import read


@pytest.mark.parametrize("organ", ["le Conseil municipal", "le conseil communautaire", "l'assemblée"])
@pytest.mark.parametrize("seen", ["Vu le cahier des charges de 2023, ", "Considérant l'avis de la commission, "])
@pytest.mark.parametrize("vote", [", à l'unanimité, ", " à l'unanimité, "])
def test_the_organ_right_before_unanimity_votes(organ: str, seen: str, vote: str) -> None:
    said = f"{seen}{organ}{vote}donne un avis favorable à l'agrément de M. Luc ARNEL en qualité de garde."
    assert read(said)["unanimous"] is True


@pytest.mark.parametrize("led", ["par laquelle", "par lequel", "que"])
def test_what_the_organ_did_another_day_is_no_vote_of_the_act(led: str) -> None:
    told = f"Vu l'acte du 3 mars 2022 {led} le conseil municipal à l'unanimité avait cédé le pré,"
    assert "unanimous" not in read(f"{told} il convient d'attendre.")


@pytest.mark.parametrize(
    "between",
    [
        "depuis la réforme des taxes locales et de leurs bases",
        "en vertu de la loi de finances pour 2023",
        "chaque année",
    ],
)
def test_what_the_organ_does_each_year_is_no_item(between: str) -> None:
    told = f"M. ARNEL rappelle que, {between}, le conseil municipal vote de nouveau le taux de la taxe."
    decided = "Le conseil municipal, après en avoir délibéré, à l'unanimité : - FIXE le taux à 12 %."
    assert items(f"{told} {decided}") == ["FIXE le taux à 12 %"]


@pytest.mark.parametrize(
    "told", ["après vote à main levée", "après un vote à main levée", "après vote à bulletin secret"]
)
def test_the_vote_before_the_items_is_none_of_them(told: str) -> None:
    said = (
        f"Appelé à en délibérer, le Conseil Municipal, {told} (Pour : 10 - Contre : 0), - APPROUVE la cession du pré."
    )
    assert items(said) == ["APPROUVE la cession du pré"]


@pytest.mark.parametrize("bullet", ["-", "–", "•"])
def test_what_is_decided_names_nobody_who_did_not_vote(bullet: str) -> None:
    said = f"DÉCIDE À L'UNANIMITÉ, M. Luc ARNEL ne prenant pas part au vote : {bullet} DE FIXER LE PRIX à 35 €."
    assert read(f"Le Conseil Municipal, après délibération, {said}")["not_voting_names"] == ["Luc ARNEL"]


@pytest.mark.parametrize("less", ["moins une abstention (M. BRUN, absent ce jour-là)", "sauf une voix (Mme ROUX)"])
def test_an_approval_of_minutes_ends_before_the_votes_apart(less: str) -> None:
    text = (
        "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 14 SEPTEMBRE 2020 Présents : M. NOIR Paul, "
        "Mme ROUX Anne. 1/ APPROBATION DU PROCÈS-VERBAL DE LA SÉANCE DU 6 JUILLET 2020 Le procès-verbal de la séance "
        f"du 6 juillet 2020, transmis à tous, est approuvé à l'unanimité {less}. 2/ VENTE DU PRÉ Le maire expose le "
        "projet. Le conseil municipal, à l'unanimité, approuve la vente. La séance est levée."
    )
    told = extract(text_of(text)).records[0].decisions
    assert list(told) == ["Le procès-verbal de la séance du 6 juillet 2020, transmis à tous, est approuvé"]


@pytest.mark.parametrize(
    ("voted", "counted"),
    [
        (", à la majorité (9 pour, 1 contre : M. ARNEL, 1 abstention : Mme ROUX), ", (9, 1, 1)),
        (", à la majorité, soit 9 voix pour, 1 voix contre (M. ARNEL) et 1 abstention (Mme ROUX), ", (9, 1, 1)),
        (", à l'unanimité des suffrages exprimés, 2 abstentions (M. ARNEL et Mme ROUX), ", (None, None, 2)),
        (", à l'unanimité moins 1 abstention (Mme ROUX), ", (None, None, 1)),
        (", à mains levées, par 9 voix pour et 2 abstentions, ", (9, None, 2)),
    ],
)
@pytest.mark.parametrize("organ", ["le Conseil d'Administration", "le conseil municipal", "l'assemblée"])
def test_the_organ_right_before_counts_votes_behind_a_recital(
    organ: str, voted: str, counted: tuple[int | None, ...]
) -> None:
    vote = read(f"Considérant la hausse des prix de l'an dernier, {organ}{voted}ADOPTE les tarifs de la cantine.")
    assert (vote.get("for"), vote.get("against"), vote.get("abstention")) == counted


def test_a_bureau_that_sits_is_no_other_body() -> None:
    head = (
        "REGISTRE DES DÉLIBÉRATIONS DU BUREAU COMMUNAUTAIRE Séance du 3 mars 2023 Présents : M. Luc ARNEL, Mme Anne "
        "ROUX. Délibération n° 2023-4 Objet : Aide à l'artisanat Vu l'article L. 1511-3 du code général, "
    )
    voted = "le Bureau, par 12 voix pour et 1 abstention (M. ARNEL), – attribue une aide de 4 000 € à la forge."
    (record,) = extract(text_of(head + voted)).records
    assert (record.vote.for_, record.vote.abstention, record.vote.abstention_names) == (12, 1, ("ARNEL",))


@pytest.mark.parametrize(
    "title", ["Subvention au Comité des fêtes", "Locaux du bureau de poste", "Dernier avenant au bail"]
)
@pytest.mark.parametrize("status", ["Unanimité (26)", "UNANIMITÉ", "Unanimité"])
def test_a_cell_of_a_list_is_its_own_vote_whatever_its_title_names(title: str, status: str) -> None:
    assert read(f"{title} M. ARNEL, adjoint {status}")["unanimous"] is True


@pytest.mark.parametrize("told", ["Avis de la commission des finances Unanimité", "Comité technique : Unanimité"])
def test_the_cell_of_another_body_is_none(told: str) -> None:
    assert "unanimous" not in read(told)
