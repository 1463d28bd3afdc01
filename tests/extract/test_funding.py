"""Funding: who gives whom what, in prose, in financing plans and in lists; nothing computed."""

from decimal import Decimal

import pytest

from kg.extract.money.funding import EXTRACTOR
from kg.model import Funding
from tests.extract.test_examples import read_fields

DECIDES = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, "


def funding(writing: str) -> list[Funding]:
    found: list[Funding] = read_fields(EXTRACTOR, writing).get("funding", [])
    return found


def short(entry: Funding) -> tuple[object, ...]:
    recipient = entry.recipient.name if entry.recipient else None
    return (
        entry.funder.name,
        recipient,
        entry.amount and int(entry.amount),
        entry.share and str(entry.share),
        entry.kind,
    )


SABOTS = "association Les Sabots Vernis"
ADEME = "Agence de l'environnement et de la maîtrise de l'énergie"


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "accorde à l'association Les Sabots Vernis une subvention de 800 €.",
            [("Montfleury", SABOTS, 800, None, "subvention")],
        ),
        (
            "attribue une subvention de 500 € à l'association Les Sabots Vernis, et"
            " une subvention de 300 € au Comité des fêtes de Valse.",
            [
                ("Montfleury", SABOTS, 500, None, "subvention"),
                ("Montfleury", "Comité des fêtes de Valse", 300, None, "subvention"),
            ],
        ),
        (
            "décide de verser à la commune de Villeperte un fonds de concours de 20 000 €.",
            [("Montfleury", "commune de Villeperte", 20000, None, "fonds de concours")],
        ),
        (
            "sollicite l'ADEME et la Région Alpes-Lointaines pour une aide.",
            [(ADEME, "Montfleury", None, None, None), ("Région Alpes-Lointaines", "Montfleury", None, None, None)],
        ),
        (
            "autorise le maire à solliciter une subvention de 48 000 € au titre de la DETR.",
            [("État", "Montfleury", 48000, None, "subvention")],
        ),
        (
            "constate qu'une subvention de 5 000 € a été accordée par l'État pour des frais estimés à 10 000 €.",
            [("État", "Montfleury", 5000, None, "subvention")],
        ),
        (
            "accorde sa garantie à hauteur de 50 % pour un prêt de 620 000 € souscrit"
            " par la société Valse Habitat auprès de la Caisse des Dépôts.",
            [
                ("Montfleury", "société Valse Habitat", None, "0.5", "garantie"),
                ("Caisse des Dépôts et Consignations", "société Valse Habitat", 620000, None, "prêt"),
            ],
        ),
        ("fixe à 700 € la participation des familles.", []),
        ("vote un budget de 10 000 €, dont 2 000 € de subventions.", []),
        ("institue une régie d'avances auprès du CCAS de Montfleury.", []),
    ],
)
def test_prose(writing: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(entry) for entry in funding(DECIDES + writing)] == expected


@pytest.mark.parametrize(
    "plan",
    [
        "État (DETR) : 96 000,00 € (40 %) Région Alpes-Lointaines : 48 000,00"
        " € (20 %) Autofinancement : 96 000,00 € (40 %)",
        "DÉPENSES Travaux 240 000,00 RECETTES DETR 40 % 96 000,00 Région Alpes-Lointaines"
        " 20 % 48 000,00 Commune 40 % 96 000,00",
        "Coût HT Financement Montant sollicité Taux Toiture 140 000,00 DETR 96 000,00 40 % Région Alpes-Lointaines"
        " 48 000,00 20 % Façade 100 000,00 Commune 96 000,00 40 % TOTAL 240 000,00 TOTAL 240 000,00 100 %",
        "- DETR (plafond de 300 000 €) 96 000 € 40 %\n- Région Alpes-Lointaines"
        " 48 000 € 20 %\n- Fonds propres 96 000 € 40 %",
    ],
)
def test_plans_in_many_columns(plan: str) -> None:
    found = funding(f"Le plan de financement est le suivant : {plan} {DECIDES} approuve le plan.")
    assert [(e.funder.name, e.amount, e.share) for e in found] == [
        ("État", Decimal(96000), Decimal("0.4")),
        ("Région Alpes-Lointaines", Decimal(48000), Decimal("0.2")),
    ]
    assert [e.programme for e in found] == ["DETR", None]


def test_what_is_asked_for_may_be_a_list() -> None:
    asks = "solliciter l'aide de :\n- Fonds verts à hauteur de 80 % soit 3 600 €\n- Région Alpes-Lointaines 450 €"
    assert [(e.programme or e.funder.name, e.amount) for e in funding(f"{DECIDES}décide de {asks}")] == [
        ("Fonds verts", Decimal(3600)),
        ("Région Alpes-Lointaines", Decimal(450)),
    ]


def test_a_share_stands_right_before_who_bears_it() -> None:
    told = "Le plan de 2 400 € est subventionné à hauteur de 50 % par l'ADEME et à hauteur de 25 % par la Région."
    found = funding(f"{told} {DECIDES}approuve l'engagement.")
    assert [(e.funder.name.split()[0], e.share) for e in found] == [
        ("Agence", Decimal("0.5")),
        ("Région", Decimal("0.25")),
    ]


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "décide d'adhérer à l'association Les Sabots Vernis pour un montant de 200 € (cotisation annuelle).",
            [("Montfleury", SABOTS, 200, None, "cotisation")],
        ),
        ("décide d'adhérer à l'association Les Sabots Vernis pour 0,50 € par habitant (cotisation).", []),
        (
            "décide d'apporter à HABITAT VALSE une garantie d'emprunt à hauteur de 50 % pour un prêt de 800 000 € au "
            "taux fixe de 1,56 %, soit des échéances de 12 000 €, à hauteur de la somme en principal de 400 000 €.",
            [("Montfleury", "HABITAT VALSE", 400000, "0.5", "garantie")],
        ),
    ],
)
def test_fees_and_guarantees(writing: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(entry) for entry in funding(DECIDES + writing)] == expected


def test_the_base_of_a_reckoning_is_not_given() -> None:
    (entry,) = funding(
        "La commune de Montfleury aide le marché. Il convient d'attribuer une subvention, soit 3 000 € x 6 % = 180 €. "
        "Après en avoir délibéré, le conseil municipal accepte."
    )
    assert entry.amount == Decimal(180)


def test_the_report_the_plan_and_the_decision_tell_one_grant() -> None:
    (found,) = funding(
        "La commune va solliciter une aide de l'ADEME. Le plan de financement est le suivant : ADEME 45 000 € 30 % "
        + DECIDES
        + "sollicite auprès de l'ADEME une subvention de 45 000 €."
    )
    assert short(found) == (ADEME, "Montfleury", 45000, "0.30", "subvention") or found.share == Decimal("0.3")


def test_funder_agent_and_programme_are_told_apart() -> None:
    (found,) = funding(
        "Une subvention de 5 000 € a été accordée par l'État. Le Programme"
        " Société Numérique de l'Agence Nationale de la "
        "Cohésion des Territoires contractualise avec la commune pour ce soutien financier de l'État. "
        + DECIDES
        + "accepte."
    )
    assert found.funder.name == "État"
    assert found.agent is not None
    assert found.agent.name == "Agence Nationale de la Cohésion des Territoires"
    assert found.programme == "Programme Société Numérique"


def test_two_programmes_of_one_funder_are_two_grants() -> None:
    found = funding(
        DECIDES
        + "sollicite auprès de l'État une subvention de 9 000 € au titre de la DSIL et une subvention de 9 000 € au "
        "titre du Fonds vert."
    )
    assert [(e.funder.name, e.amount, e.programme) for e in found] == [
        ("État", Decimal(9000), "DSIL"),
        ("État", Decimal(9000), "Fonds vert"),
    ]


def test_a_ceiling_is_no_firm_amount_and_a_share_is_not_computed() -> None:
    (ceiling,) = funding("La Banque des Territoires versera une subvention d'un montant maximum de 40 000 €.")
    assert ceiling.is_ceiling
    (share,) = funding(
        DECIDES
        + "accepte. La Région Alpes-Lointaines financera le projet à hauteur de 50 % du montant global de 120 000 €."
    )
    assert (share.amount, share.share, share.total_cost) == (None, Decimal("0.5"), Decimal(120000))


def test_a_list_gives_one_entry_a_row() -> None:
    found = funding(
        DECIDES
        + "attribue les subventions suivantes : Les Sabots Vernis 1 500 € Harmonie de la Valse 800 € Total 2 300 €"
    )
    assert [short(e)[1:3] for e in found] == [("Les Sabots Vernis", 1500), ("Harmonie de la Valse", 800)]


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "décide de verser 200 € aux Restos du Cœur et 150 € à la Croix-Rouge.",
            [
                ("Montfleury", "Restos du Cœur", 200, None, None),
                ("Montfleury", "Croix-Rouge française", 150, None, None),
            ],
        ),
        ("décide de verser 200 € à la société Faucompré.", []),
        (
            "approuve. La Région Alpes-Lointaines financera ce projet à hauteur de 30 000 €.",
            [("Région Alpes-Lointaines", "Montfleury", 30000, None, None)],
        ),
        (
            "approuve la participation 2024 de la commune au SDIS pour un montant de 21 450 €.",
            [("Montfleury", "Service départemental d'incendie et de secours", 21450, None, "participation")],
        ),
        (
            "approuve le versement d'un fonds de concours de 12 300 € au SIVOM du Haut-Val.",
            [("Montfleury", "SIVOM du Haut-Val", 12300, None, "fonds de concours")],
        ),
        (
            "décide : le Département sera sollicité à hauteur de 30 % et la Région Alpes-Lointaines à hauteur de 20 %",
            [
                ("Département", "Montfleury", None, "0.3", None),
                ("Région Alpes-Lointaines", "Montfleury", None, "0.2", None),
            ],
        ),
        (
            "sollicite le Conseil départemental de la Haute-Valserine au titre du contrat de ruralité pour 18 000 €.",
            [("Conseil départemental de la Haute-Valserine", "Montfleury", 18000, None, None)],
        ),
        (
            "demande à l'Agence de l'eau Loire-Bretagne une aide de 80 % du montant de l'étude.",
            [("Agence de l'eau Loire-Bretagne", "Montfleury", None, "0.8", None)],
        ),
        (
            "sollicite de la CAF de la Haute-Valserine une subvention d'investissement de 45 000 €.",
            [("CAF de la Haute-Valserine", "Montfleury", 45000, None, "subvention")],
        ),
        (
            "décide d'adhérer à l'association Les Sabots Vernis et de verser la cotisation annuelle de 150 €.",
            [("Montfleury", SABOTS, 150, None, "cotisation")],
        ),
        (
            "accorde sa garantie à hauteur de 50 % pour un prêt de 620 000 € souscrit par Valse Habitat auprès de la "
            "Caisse des Dépôts.",
            [
                ("Montfleury", "Valse Habitat", None, "0.5", "garantie"),
                ("Caisse des Dépôts et Consignations", "Valse Habitat", 620000, None, "prêt"),
            ],
        ),
        (
            "vote les subventions aux associations pour 2024 : Comité des fêtes 1 500 € Club de l'âge d'or 300 €",
            [
                ("Montfleury", "Comité des fêtes", 1500, None, "subvention"),
                ("Montfleury", "Club de l'âge d'or", 300, None, "subvention"),
            ],
        ),
        (
            "examine les subventions et décide d'accorder : - 500 € à l'association La Boule Joyeuse - 300 € au Club",
            [
                ("Montfleury", "association La Boule Joyeuse", 500, None, "subvention"),
                ("Montfleury", "Club", 300, None, "subvention"),
            ],
        ),
    ],
)
def test_money_given_or_asked_in_other_words(writing: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(entry) for entry in funding(DECIDES + writing)] == expected


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "Le budget serait couvert par la Région Alpes-Lointaines (41 200 €), par le Département de la Valse"
            " (9 000 €) et par la Ville de Valserine (3 500 €). " + DECIDES + "approuve.",
            [
                ("Région Alpes-Lointaines", "Montfleury", 41200, None, None),
                ("Département de la Valse", "Montfleury", 9000, None, None),
                ("Ville de Valserine", "Montfleury", 3500, None, None),
            ],
        ),
        (
            "L'Agence de l'eau apporterait 50 %, soit 32 000 €, et la Région Alpes-Lointaines 12 800 €. "
            + DECIDES
            + "approuve.",
            [
                ("Agence de l'eau", "Montfleury", 32000, "0.5", None),
                ("Région Alpes-Lointaines", "Montfleury", 12800, None, None),
            ],
        ),
        (
            DECIDES + "sollicite une subvention de l'État au titre de la DETR à hauteur de 40 %, soit 12 960 €.",
            [("État", "Montfleury", 12960, "0.4", "subvention")],
        ),
        (
            DECIDES
            + "accorde sa garantie à hauteur de 50 % pour un prêt de 200 000 € souscrit par Logis de Valse auprès"
            " de la Caisse des Dépôts. La garantie de la collectivité est accordée à hauteur de la somme en"
            " principal de 100 000 euros.",
            [
                ("Montfleury", "Logis de Valse", 100000, "0.5", "garantie"),
                ("Caisse des Dépôts et Consignations", "Logis de Valse", 200000, None, "prêt"),
            ],
        ),
        (
            DECIDES + "accorde aux maîtres d'ouvrage ci-après une subvention : - Commune d'Aubrac : 20 000 €, soit 50 %"
            " d'un coût de 40 000 € HT, - Syndicat mixte des Deux Gués : 3 000 €.",
            [
                ("Montfleury", "Commune d'Aubrac", 20000, "0.5", "subvention"),
                ("Montfleury", "Syndicat mixte des Deux Gués", 3000, None, "subvention"),
            ],
        ),
        (
            "ASSOCIATION MONTANT Harmonie du Valse 900 € ; Les Sabots 300 €. Total : 1 200 €. "
            + DECIDES
            + "attribue les subventions telles que détaillées ci-dessus.",
            [
                ("Montfleury", "Harmonie du Valse", 900, None, "subvention"),
                ("Montfleury", "Les Sabots", 300, None, "subvention"),
            ],
        ),
    ],
)
def test_wordings_of_plans_guarantees_and_lists(writing: str, expected: list[tuple[object, ...]]) -> None:
    told = writing if writing.startswith(DECIDES) else "La commune de Montfleury est saisie. " + writing
    assert [short(entry) for entry in funding(told)] == expected


def test_amounts_before_those_who_are_asked_are_theirs() -> None:
    found = funding(
        DECIDES
        + "sollicite les subventions suivantes : a) 2 000 € auprès de l'État au titre de la DSIL, b) 3 000 € auprès"
        " de la Région Alpes-Lointaines."
    )
    assert {(e.funder.name, e.amount) for e in found} == {
        ("État", Decimal(2000)),
        ("Région Alpes-Lointaines", Decimal(3000)),
    }
