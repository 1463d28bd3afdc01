"""Proposals under a label that are then approved, and nouns that a vote is on, on lines and on one line."""

import pytest

from tests.extract.test_dispositif import items

BEFORE = "Contexte :\nLe bail du local arrive à son terme.\nIl est demandé d'être vigilant sur les charges.\n"
LABELLED = [
    (
        "Proposition : renouveler le bail du local communal.\nApprobation du Conseil municipal à l'unanimité.\n",
        ["renouveler le bail du local communal"],
    ),
    (
        "Proposition :\n- décider d'intégrer le groupement,\n- acter que la commune y prend part,\n- dire que la "
        "dépense est inscrite au budget.\nApprobation du Conseil municipal par 9 voix pour, 0 contre.\n",
        [
            "décider d'intégrer le groupement",
            "acter que la commune y prend part",
            "dire que la dépense est inscrite au budget",
        ],
    ),
    (
        "Proposition de délibération : • de céder la parcelle ; • de fixer son prix à 300 €.\n"
        "Accord unanime du conseil.\n",
        ["de céder la parcelle", "de fixer son prix à 300 €"],
    ),
    (
        "Proposition du Maire : vendre le tracteur à M. Roland Valmont. Ce tracteur date de 1998.\n"
        "Adopté à l'unanimité.\n",
        ["vendre le tracteur à M. Roland Valmont"],
    ),
    (
        "Décision proposée : 1) créer un poste d'agent ; 2) modifier le tableau des emplois.\n"
        "Vote : pour : 9, contre : 0\n",
        ["créer un poste d'agent", "modifier le tableau des emplois"],
    ),
    (
        "Proposition de la commission : émettre un avis favorable au projet.\nL'assemblée valide à la majorité.\n",
        ["émettre un avis favorable au projet"],
    ),
]


@pytest.mark.parametrize("flat", [False, True], ids=["lines", "flat"])
@pytest.mark.parametrize(("writing", "expected"), LABELLED)
def test_what_a_label_proposes_and_the_vote_approves(writing: str, expected: list[str], flat: bool) -> None:
    raw = BEFORE + writing + "Il n'y a pas de coût d'adhésion.\n"
    assert items(" ".join(raw.split()) if flat else raw) == expected


@pytest.mark.parametrize(
    "writing",
    [
        "Proposition : renouveler le bail du local communal.\nLe conseil reviendra sur ce sujet en mai.\n",
        "Proposition : centre de loisirs, accueil du soir.\nLa séance continue.\n",
        "Selon la proposition : vendre le tracteur. Ce point est ajourné.\n",
    ],
)
def test_what_nobody_approves_is_no_decision(writing: str) -> None:
    assert items(writing) == []


def test_a_decision_after_the_proposal_is_read_in_its_stead() -> None:
    writing = (
        "Proposition : renouveler le bail.\nAprès en avoir délibéré, le conseil municipal, à l'unanimité, APPROUVE le "
        "bail pour trois ans.\n"
    )
    assert items(writing) == ["APPROUVE le bail pour trois ans"]


VOTED = [
    (
        "Le Conseil municipal vote à l'unanimité - Le renouvellement de la ligne - L'autorisation au maire de signer\n",
        ["Le renouvellement de la ligne", "L'autorisation au maire de signer"],
    ),
    (
        "➢ Le conseil vote à l'unanimité\n➢ La validation des plans ➢ L'autorisation au maire de demander l'aide.\n",
        ["La validation des plans", "L'autorisation au maire de demander l'aide"],
    ),
    (
        "Le Comité syndical vote par douze voix pour et une voix contre. La souscription du prêt - L'autorisation de "
        "le signer.\n",
        ["La souscription du prêt", "L'autorisation de le signer"],
    ),
    (
        "Les membres votent à la majorité des présents :\n• Attribution du marché\n• Signature de la convention.\n",
        ["Attribution du marché", "Signature de la convention"],
    ),
    (
        "Le conseil se prononce favorablement à l'unanimité sur : 1) l'acquisition du terrain 2) "
        "le paiement des frais.\n",
        ["l'acquisition du terrain", "le paiement des frais"],
    ),
]


@pytest.mark.parametrize("flat", [False, True], ids=["lines", "flat"])
@pytest.mark.parametrize(("writing", "expected"), VOTED)
def test_nouns_that_a_vote_is_on(writing: str, expected: list[str], flat: bool) -> None:
    assert items(" ".join(writing.split()) if flat else writing) == expected


def test_counts_do_not_end_what_is_voted() -> None:
    writing = (
        "Le conseil vote par 10 voix pour, 2 voix contre et une abstention le classement de la zone des Aubrais.\n"
    )
    assert items(writing) == [writing.strip().removeprefix("Le conseil ").rstrip(".")]


@pytest.mark.parametrize("writing", ["Le conseil vote à l'unanimité. Le maire remercie les élus - Fin de séance.\n"])
def test_a_vote_that_no_noun_follows_heads_no_list(writing: str) -> None:
    assert items(writing) in ([], ["Le conseil vote à l'unanimité"])


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "Le Conseil donne son accord pour le muret.\nLe Conseil à l'unanimité choisit l'entreprise Faucompré.\n",
            ["donne son accord pour le muret", "choisit l'entreprise Faucompré"],
        ),
        (
            "Le conseil décide que les haies restent libres.\n\nLe conseil approuve par 12 "
            "voix pour, une contre et une abstention le plan présenté.\n",
            [
                "décide que les haies restent libres",
                "approuve par 12 voix pour, une contre et une abstention le plan présenté",
            ],
        ),
    ],
)
def test_the_body_said_again_begins_an_item(writing: str, expected: list[str]) -> None:
    assert items(writing) == expected


def test_a_company_kept_with_so_many_votes_is_told() -> None:
    assert items("Deux offres sont reçues. La société Faucompré est retenue avec 14 voix pour.") == [
        "La société Faucompré est retenue avec 14 voix pour"
    ]


def test_what_a_clause_proposes_begins_no_item() -> None:
    first = (
        "d'adopter le tableau, sachant que, dans l'hypothèse où le nombre n'est pas entier, il est proposé de retenir "
        "l'entier supérieur"
    )
    said = f"Il est proposé au conseil municipal :\n* {first} ;\n* d'autoriser le maire à signer.\n"
    assert items(f"{said}Le conseil municipal accepte à l'unanimité les propositions ci-dessus.") == [
        first,
        "d'autoriser le maire à signer",
    ]
    table = f"* de confirmer l'adhésion suivante : Organisme Montant Réseau des villes 1 209 €\n{said}"
    conceded = f"Il est proposé au conseil municipal :\n{table}".replace(
        "Il est proposé au", "En conséquence, il est proposé au"
    )
    assert items(f"{conceded}Le conseil municipal accepte à l'unanimité les propositions ci-dessus.")[0] == first
