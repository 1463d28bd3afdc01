"""Funding in the many wordings of secretaries: each row of a table, alone and in a flat line, read exactly."""

from decimal import Decimal
from itertools import product

import pytest

from kg.extract.money.funding import EXTRACTOR
from kg.model import Funding
from tests.extract.test_examples import read_fields

DECIDES = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, à l'unanimité, "
TOWN, SABOTS = "Montfleury", "association Les Sabots Vernis"
CC, DEPARTMENT, REGION = "Communauté de communes du Haut-Doux", "Département de la Valserine", "Région Alpes-Lointaines"


def told(writing: str) -> list[tuple[object, ...]]:
    found: list[Funding] = read_fields(EXTRACTOR, DECIDES + writing).get("funding", [])
    return [(f.funder.name, f.recipient.name if f.recipient else None, f.amount, f.share) for f in found]


GIVES = (
    "décide d'attribuer à {to} une subvention de {sum}.",
    "attribue une subvention de {sum} à {to}.",
    "accorde à {to} une subvention exceptionnelle de {sum} pour l'année 2024.",
    "décide de verser une aide financière de {sum} à {to}.",
    "alloue à {to} la somme de {sum}.",
    "attribue {sum} à {to}.",
    "décide de verser à {to} une somme de {sum}.",
    "décide de verser la somme de {sum} à {to} pour l'organisation de la fête.",
    "octroie une subvention d'un montant de {sum} à {to}.",
    "vote une subvention de {sum} au profit de {to}.",
    "approuve le versement d'une subvention de {sum} à {to}.",
    "décide de faire un don de {sum} à {to}.",
    "décide d'octroyer une subvention de fonctionnement de {sum} en faveur de {to}.",
)
SUMS = (("1 500 €", 1500), ("1500 euros", 1500), ("1.500,00 €", 1500), ("1 500,50 € TTC", Decimal("1500.50")))


@pytest.mark.parametrize(("wording", "money"), [*product(GIVES, SUMS)])
def test_the_authority_gives(wording: str, money: tuple[str, Decimal]) -> None:
    printed, value = money
    assert told(wording.format(to="l'association Les Sabots Vernis", sum=printed)) == [(TOWN, SABOTS, value, None)]


ASKS = (
    "sollicite auprès de {of} une subvention de {sum}.",
    "sollicite une subvention de {sum} auprès de {of} pour la réfection du toit.",
    "autorise le Maire à solliciter auprès de {of} une aide financière de {sum}.",
    "demande à {of} une subvention de {sum} pour les travaux de l'école.",
    "décide de demander une subvention de {sum} auprès de {of}.",
    "sollicite une aide de {of} d'un montant de {sum}.",
    "autorise le Maire à déposer une demande de subvention de {sum} auprès de {of}.",
    "accepte la participation de {of} de {sum}.",
    "accepte l'aide de {sum} de {of}.",
)
ASKED = (
    ("la Communauté de communes du Haut-Doux", CC),
    ("l'ADEME", "Agence de l'environnement et de la maîtrise de l'énergie"),
    ("la Région Alpes-Lointaines", REGION),
    ("l'Agence de l'eau Loire-Bretagne", "Agence de l'eau Loire-Bretagne"),
    ("la DRAC", "Direction régionale des affaires culturelles"),
    ("la CAF de la Valserine", "CAF de la Valserine"),
)


@pytest.mark.parametrize(("wording", "body"), [*product(ASKS, ASKED)])
def test_the_authority_asks(wording: str, body: tuple[str, str]) -> None:
    printed, name = body
    assert told(wording.format(of=printed, sum="12 400 €")) == [(name, TOWN, 12400, None)]


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "prend acte que le Département de la Valserine prend en charge 50 % du coût de l'étude, soit 8 000 €.",
            [(DEPARTMENT, TOWN, 8000, Decimal("0.5"))],
        ),
        (
            "sollicite un fonds de concours à la Communauté de communes du Haut-Doux en vue de participer au"
            " financement des travaux, à hauteur de 15 000 €.",
            [(CC, TOWN, 15000, None)],
        ),
        ("accepte le don de 500 € de l'association Les Sabots Vernis.", [(SABOTS, TOWN, 500, None)]),
        ("fixe à 2 500 € le montant de la subvention allouée au CCAS pour 2024.", [(TOWN, "CCAS", 2500, None)]),
        (
            "fixe la participation communale au SIVOS des Tilleuls à 2 300 €.",
            [(TOWN, "SIVOS des Tilleuls", 2300, None)],
        ),
        (
            "approuve le versement de la cotisation 2024 à l'Association des maires de la Valserine pour un montant de"
            " 412,50 €.",
            [(TOWN, "Association des maires de la Valserine", Decimal("412.50"), None)],
        ),
        (
            "décide d'adhérer au CAUE de la Valserine pour un montant annuel de 250 €.",
            [(TOWN, "CAUE de la Valserine", 250, None)],
        ),
        (
            "décide de participer à hauteur de 1 200 € au financement du voyage du collège Jean Moulin.",
            [(TOWN, None, 1200, None)],
        ),
        (
            "décide de contracter auprès du Crédit Agricole un emprunt de 150 000 € au taux fixe de 3,5 %.",
            [("Crédit agricole", TOWN, 150000, None)],
        ),
        (
            "sollicite une subvention de 12 000 € auprès de Territoire d'Énergie Valserine.",
            [("Territoire d'Énergie Valserine", TOWN, 12000, None)],
        ),
        (
            "sollicite auprès de Monsieur le Préfet de la Valserine une subvention de 12 000 €.",
            [("État", TOWN, 12000, None)],
        ),
        (
            "sollicite l'octroi d'une subvention DETR 2024 pour un montant de 25 000 €, représentant 40 % du coût.",
            [("État", TOWN, 25000, Decimal("0.4"))],
        ),
        (
            "sollicite des subventions auprès de l'État (DETR : 20 000 €), du Département (10 000 €) et de la Région"
            " (5 000 €).",
            [("État", TOWN, 20000, None), ("Département", TOWN, 10000, None), ("Région", TOWN, 5000, None)],
        ),
        (
            "sollicite les aides suivantes : 20 000 € de l'État au titre de la DETR, 10 000 € du Département.",
            [("État", TOWN, 20000, None), ("Département", TOWN, 10000, None)],
        ),
        (
            "sollicite une subvention à hauteur de 30 % auprès du Département et de 20 % auprès de la Région.",
            [("Département", TOWN, None, Decimal("0.3")), ("Région", TOWN, None, Decimal("0.2"))],
        ),
        (
            "sollicite auprès du Département une subvention de 10 000 €. Le coût est de 50 000 € HT. Le taux de la"
            " subvention est de 20 %, soit une aide de 10 000 €.",
            [("Département", TOWN, 10000, Decimal("0.2"))],
        ),
        (
            "L'opération sera financée à hauteur de 40 % par l'État, 20 % par le Département, le solde par la commune.",
            [("État", TOWN, None, Decimal("0.4")), ("Département", TOWN, None, Decimal("0.2"))],
        ),
        ("fixe le montant de la subvention 2024 du CCAS à 8 000 €.", [(TOWN, "CCAS", 8000, None)]),
        ("approuve la subvention de 8 000 € au CCAS.", [(TOWN, "CCAS", 8000, None)]),
        (
            "décide le versement d'un acompte de 5 000 € sur la subvention 2024 à l'association Les Sabots Vernis.",
            [(TOWN, SABOTS, 5000, None)],
        ),
        (
            "accorde les subventions suivantes pour l'année 2024 Croix-Rouge 50 € Restos du Cœur 150 €.",
            [(TOWN, "Croix-Rouge", 50, None), (TOWN, "Restos du Cœur", 150, None)],
        ),
        (
            "sollicite une subvention de la CCHD au titre du fonds de concours pour 5 000 €.",
            [("CCHD", TOWN, 5000, None)],
        ),
        (
            "retient le chiffrage : Montant prévisionnel Aide du SDE 74 Reste à charge 9 000 € 4 000 € 5 000 €.",
            [("SDE 74", TOWN, 4000, None)],
        ),
        (
            "accorde 100 € à l'ADMR, 50 € à la Croix-Rouge et 150 € aux Restos du Cœur.",
            [
                (TOWN, "Aide à domicile en milieu rural", 100, None),
                (TOWN, "Croix-Rouge française", 50, None),
                (TOWN, "Restos du Cœur", 150, None),
            ],
        ),
        (
            "décide de verser la somme maximum de : - 750 € pour le Cercle Breton - 500 € pour Les Sabots Vernis.",
            [(TOWN, "Cercle Breton", 750, None), (TOWN, "Les Sabots Vernis", 500, None)],
        ),
        ("fixe le prix du repas à 3,50 € et sollicite l'aide de l'État.", [("État", TOWN, None, None)]),
        (
            "attribue une subvention de 450 € à l'association Kermesse d'automne. Les crédits sont inscrits.",
            [(TOWN, "association Kermesse d'automne", 450, None)],
        ),
        (
            "attribue à l'association Foyer d'accueil, une subvention de 300 €.",
            [(TOWN, "association Foyer d'accueil", 300, None)],
        ),
        (
            "attribue à l'association Théâtre de l'Orme 30 000 euros pour son fonctionnement.",
            [(TOWN, "association Théâtre de l'Orme", 30000, None)],
        ),
        (
            "note que le Département accorde la même subvention de 10 000 € au cinéma.",
            [("Département", None, 10000, None)],
        ),
        (
            "note que la Région Alpes-Lointaines verse une aide de 900 € aux commerçants.",
            [(REGION, None, 900, None)],
        ),
        (
            "note que le Département accorde une subvention de 10 000 € à la commune.",
            [("Département", TOWN, 10000, None)],
        ),
        ("constate que la subvention de 5 000 € du CCAS a été divisée par deux.", []),
        ("relève que l'aide de 2 000 € de la caisse des écoles est maintenue.", []),
        ("note que la subvention de 700 € du comité des fêtes est reconduite.", []),
        ("note que la commune de Valbrune a versé en 2015 une participation d'un montant de 1 250 €.", []),
        ("constate une indemnité de 480 € financée par l'État au volontaire.", []),
        ("retient que l'aide de 90 € versée par le Département aux familles est maintenue.", []),
        (
            "accepte. Pour mémoire, la ville a demandé une participation de 1 228 € à la commune de Valbrune.",
            [],
        ),
    ],
)
def test_other_wordings(writing: str, expected: list[tuple[object, ...]]) -> None:
    assert told(writing) == expected


@pytest.mark.parametrize(
    "writing",
    [
        "fixe à 15 € la participation mensuelle par agent.",
        "décide de participer à la protection sociale de ses agents à hauteur de 15 € par mois.",
        "fixe la participation des familles à 12 € par enfant.",
        "confie à l'entreprise Faucompré les travaux et lui verse la somme de 3 000 €.",
        "approuve le règlement de la cantine et fixe le repas à 3,50 €.",
        "autorise le versement d'une subvention d'équilibre de 45 000 € du budget principal au budget annexe camping.",
        "sollicite l'attribution d'une subvention de 25 000 € pour les travaux.",
        "prend acte que la TVA est prise en charge par le syndicat.",
        "accepte le devis de l'entreprise Faucompré pour un montant de 4 500 € HT.",
        "autorise le Maire à verser à l'entreprise Faucompré la somme de 4 500 € HT.",
    ],
)
def test_no_funding(writing: str) -> None:
    assert told(writing) == []


@pytest.mark.parametrize(
    "range_",
    ["comprise entre 5 000 et 10 000 €", "comprise entre 5 000 € et 10 000 €", "de 10 000 € au maximum"],
)
def test_the_upper_bound_of_a_range_is_a_ceiling(range_: str) -> None:
    writing = f"sollicite du Département une aide {range_}."
    [found] = read_fields(EXTRACTOR, DECIDES + writing)["funding"]
    assert (found.amount, found.is_ceiling) == (10000, True)


@pytest.mark.parametrize("told_cost", ["La subvention proposée s'élève à 1 500 €.", "Total général 1 500 €."])
def test_what_is_given_is_not_what_it_costs(told_cost: str) -> None:
    [found] = read_fields(EXTRACTOR, f"{DECIDES}attribue une subvention de 1 500 € à {SABOTS}. {told_cost}")["funding"]
    assert found.total_cost is None


def test_what_brackets_hold_is_a_part_of_the_cost() -> None:
    cost = "Le coût de ce projet est estimé à 28 000 € HT (10 000 € de réseau et 18 000 € HT de matériel)."
    [found] = read_fields(EXTRACTOR, f"{DECIDES}approuve. {cost} Sollicite auprès du Département une aide.")["funding"]
    assert found.total_cost == 28000


PAYS = (
    "fixe la participation {of} à 3 000 €.",
    "fixe la contribution {of} à 3 000 € pour l'exercice 2024.",
    "arrête la participation financière {of} à 3 000 €.",
    "fixe le montant de la participation {of} à 3 000 €.",
)


@pytest.mark.parametrize("wording", PAYS)
@pytest.mark.parametrize(
    ("of", "payer"),
    [
        ("de la commune de Villeperte", "commune de Villeperte"),
        (f"du {DEPARTMENT}", DEPARTMENT),
        (f"de l'{SABOTS}", SABOTS),
    ],
)
def test_the_part_of_a_body_is_what_it_pays(wording: str, of: str, payer: str) -> None:
    assert told(wording.format(of=of)) == [(payer, TOWN, 3000, None)]


@pytest.mark.parametrize("wording", PAYS[:2])
def test_the_part_of_the_authority_goes_to_who_is_named(wording: str) -> None:
    writing = wording.format(of="de la commune de Montfleury").rstrip(".")
    assert told(f"{writing} au SIVOS des Tilleuls.") == [(TOWN, "SIVOS des Tilleuls", 3000, None)]


def test_the_grant_of_a_body_is_what_it_gets() -> None:
    assert told("fixe la subvention du CCAS à 8 000 €.") == [(TOWN, "CCAS", 8000, None)]
