"""Money promised, lent, paid under a noun; loans that are guaranteed; shares and lists as town halls write them."""

from decimal import Decimal

import pytest

from kg.extract.money.funding import EXTRACTOR
from kg.model import Funding
from tests.extract.test_examples import read_fields

TOWN = "Le conseil municipal de la commune de Montfleury s'est réuni le 3 mai 2023. "
DECIDES = " Après en avoir délibéré, à l'unanimité, "
CDC = "Caisse des Dépôts et Consignations"

Row = tuple[str, str | None, int | None, float | None, str | None]


def told(writing: str) -> list[Row]:
    found: list[Funding] = read_fields(EXTRACTOR, TOWN + writing).get("funding", [])
    return [
        (
            f.funder.name,
            f.recipient.name if f.recipient else None,
            int(f.amount) if f.amount is not None else None,
            float(f.share) if f.share is not None else None,
            f.kind,
        )
        for f in found
    ]


@pytest.mark.parametrize(
    "promise",
    [
        "ayant déjà promis 5 000 €",
        "a promis une aide de 5 000 €",
        "a fait savoir qu'elle verserait 5 000 €",
        "a confirmé qu'elle apportera 5 000 €",
        "a annoncé participer pour 5 000 €",
        "a d'ores et déjà notifié une aide de 5 000 €",
    ],
)
def test_promised(promise: str) -> None:
    found = told(f"Le coût des travaux est de 20 000 €. La Fondation Varmont {promise}.{DECIDES}approuve le projet.")
    assert [row[:3] for row in found] == [("Fondation Varmont", "Montfleury", 5000)]


def test_what_a_body_said_that_it_asks_is_no_promise() -> None:
    assert told(f"La Fondation Varmont a indiqué qu'elle demanderait 5 000 €.{DECIDES}approuve le projet.") == []


@pytest.mark.parametrize("joined", ["et", "ainsi que", "puis"])
def test_one_share_each(joined: str) -> None:
    writing = (
        "sollicite l'Agence de l'eau Seine-Normandie pour une subvention de 4O % soit 74 560 € {} le Département de la"
        " Serre pour une subvention de 20 % soit 37 280 €."
    )
    assert [row[2:4] for row in told(DECIDES + writing.format(joined))] == [(74560, 0.4), (37280, 0.2)]


@pytest.mark.parametrize("that_is", ["soit", "c'est-à-dire", "c'est à dire"])
def test_that_is(that_is: str) -> None:
    found = told(
        f"L'État (DETR 2021) peut financer 35 % des travaux, {that_is} 15 750 € et le Département 20 %, {that_is}"
        f" 9 000 €.{DECIDES}approuve le plan de financement."
    )
    assert [row[2:4] for row in found] == [(15750, 0.35), (9000, 0.2)]


@pytest.mark.parametrize("service", ["– DRAC de Valmont –", "(DRAC de Valmont)", "/ DRAC de Valmont"])
def test_a_service_of_the_state_is_one_funder(service: str) -> None:
    found = told(f"{DECIDES}sollicite l'État {service} à hauteur de 50 %, soit 156 000 €.")
    assert found == [("DRAC de Valmont", "Montfleury", 156000, 0.5, None)]


def test_a_row_of_a_plan_named_by_its_kind_last() -> None:
    plan = "Plan de financement : État - DETR 30 000 € 30 % Monts et Vaux Communauté (fonds de concours) 10 000 € 10 %"
    found = told(f"{plan} Autofinancement communal 60 000 € 60 %.{DECIDES}approuve.")
    assert [row[0] for row in found] == ["État", "Monts et Vaux Communauté"]


def test_a_sentence_after_a_plan_is_no_row() -> None:
    plan = "Plan de financement : FEADER 52 480 € 64 % Autofinancement 16 400 € 20 % Total 68 880 € 100 %"
    after = "Des élus déplorent les retards de l'Agence de services et de paiement : au 31 décembre, plus de 41 000 €"
    assert len(told(f"{plan} {after} restaient dus.{DECIDES}approuve.")) == 1


@pytest.mark.parametrize("verb", ["versement", "paiement", "octroi"])
def test_a_payment_told_by_a_noun(verb: str) -> None:
    found = told(
        f"{DECIDES}accepte le {verb} par la commune d'un fonds de concours de 61 750 € ; autorise le maire à signer la"
        " convention financière avec le SDE 35."
    )
    assert found == [("Montfleury", "SDE 35", 61750, None, "fonds de concours")]


@pytest.mark.parametrize("partner", ["avec la SPLA Serre Aménagement", "entre la commune et la SPLA Serre Aménagement"])
def test_an_advance(partner: str) -> None:
    found = told(f"{DECIDES}approuve la convention d'avance de trésorerie {partner} pour un montant de 1 500 000 €.")
    assert found == [("Montfleury", "SPLA Serre Aménagement", 1500000, None, "avance")]


def test_a_fee_in_return() -> None:
    writing = "Les denrées viennent de la Banque alimentaire de Valmont, en contrepartie d'une cotisation annuelle de"
    found = told(f"{writing} 450 €.{DECIDES}approuve la convention avec la Banque alimentaire de Valmont.")
    assert found == [("Montfleury", "Banque alimentaire de Valmont", 450, None, "cotisation")]


@pytest.mark.parametrize(
    ("loan", "amount"),
    [
        ("souscrit par l'OPH Valmont Habitat auprès de la Caisse des dépôts et consignations", None),
        ("consenti par la Caisse des dépôts et consignations à l'OPH Valmont Habitat", None),
        (
            "souscrit par l'OPH Valmont Habitat auprès de la Caisse des dépôts et consignations, soit un montant"
            " garanti en principal de 1 000 000 €",
            1000000,
        ),
    ],
)
def test_who_lends_what_is_guaranteed(loan: str, amount: int | None) -> None:
    found = told(
        f"{DECIDES}accorde sa garantie à hauteur de 50 % pour le remboursement d'un prêt d'un montant total de"
        f" 2 000 000 euros {loan}."
    )
    assert sorted(((row[0], row[2], row[3], row[4]) for row in found), key=lambda row: row[0]) == [
        (CDC, 2000000, None, "prêt"),
        ("Montfleury", amount, 0.5, "garantie"),
    ]


def test_bullets_on_one_line() -> None:
    found = told(
        "Vu le code de la commande publique, le conseil municipal décide : ▪ d'attribuer le marché à l'entreprise"
        " Noirel TP pour 418 266 € ▪ sollicite une aide de l'Agence de l'eau Loire-Bretagne au taux de 30 %"
    )
    assert [row[0] for row in found] == ["Agence de l'eau Loire-Bretagne"]


def test_the_next_item_of_a_list_says_nothing_of_the_grant() -> None:
    found = told(
        "Le conseil municipal, par 11 voix pour, décide : - d'attribuer à la Musique Valmont une subvention de 3 000 €"
        " - d'imputer la dépense à l'article 65748 du budget"
    )
    assert [row[1:3] for row in found] == [("Musique Valmont", 3000)]


def test_a_rate_told_before_the_amount() -> None:
    found = told(
        "Le coût est de 9 600 € TTC. Le Conseil départemental est susceptible d'intervenir à hauteur de 40 %."
        f"{DECIDES}sollicite auprès du Conseil départemental de la Serre une subvention de 3 840 €."
    )
    assert [row[2:4] for row in found] == [(3840, 0.4)]


def test_heads_of_columns_are_no_commune() -> None:
    table = "Commune Opération Coût HT Fonds de concours Ardoux Réfection du préau 42 600,00 € 8 500,00 €"
    assert all("Opération" not in row[0] for row in told(f"Des fonds de concours : {table}.{DECIDES}attribue."))


def test_decimal_noughts() -> None:
    found: list[Funding] = read_fields(EXTRACTOR, f"{TOWN}{DECIDES}sollicite la DETR au taux de 3O %.")["funding"]
    assert found[0].share == Decimal("0.3")


@pytest.mark.parametrize("to", ["à la commune", "à la commune de Montfleury"])
def test_what_is_notified_goes_to_whom_it_is_notified(to: str) -> None:
    found = told(
        f"Le plan est revu : l'État a notifié {to} une subvention de 480 000 € au titre du Fonds vert.{DECIDES}"
    )
    assert [row[2] for row in found] == [480_000]
    assert found[0][0] == "État"


@pytest.mark.parametrize(
    "guaranteed",
    [
        "Garantie de la Ville",
        "Garanties de la commune",
        "garantie communale",
        "garantie de la Commune de Montfleury",
    ],
)
def test_who_guarantees_a_loan_does_not_take_it(guaranteed: str) -> None:
    loan = f"Réaménagement de trois prêts pour un total de 450 000 € souscrits auprès de la {CDC} - {guaranteed}."
    assert told(loan) == [(CDC, None, 450000, None, "prêt")]


def test_a_loan_that_another_guarantees_is_the_town_s_own() -> None:
    loan = f"Emprunt de 450 000 € auprès de la {CDC}, avec la garantie du Département."
    assert told(loan) == [(CDC, "Montfleury", 450000, None, "prêt")]


@pytest.mark.parametrize("total", ["Montant estimatif total", "Coût prévisionnel total", "Coût total estimatif"])
def test_the_total_of_a_plan_wins_over_its_parts(total: str) -> None:
    plan = (
        f"{TOWN}{DECIDES}établit le plan de financement comme suit :\n- Montant estimatif des travaux : 260 100 € HT\n"
        f"- Montant des frais d'étude : 13 000 € HT\n- {total} : 273 100 € HT\n- Subvention DETR : 60 000 €\n"
    )
    assert {f.total_cost for f in read_fields(EXTRACTOR, plan)["funding"]} == {Decimal(273100)}
