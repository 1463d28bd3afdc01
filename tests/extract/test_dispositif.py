"""What a deliberation decides, item by item, in the shapes that authorities give it."""

from dataclasses import replace

import pytest

from kg.extract import dispositif
from kg.extract.act import Mention
from kg.extract.dispositif import find_operative
from kg.model import Span
from tests.extract.test_examples import read_fields
from tests.extract.test_vote import act_of


def items(writing: str) -> list[str]:
    return [mention.value for mention in dispositif.read(act_of(writing))]


STAMP = (
    "\nAccusé de réception – Ministère de l'intérieur\nActe Certifié exécutoire\nEnvoi Préfecture :\n"
    "Réception en Préfecture :\n28/04/2024 28/04/2024 073-217300391-20240424-12-DE\n"
)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Le procès-verbal a été validé à l'unanimité.", "Le procès-verbal a été validé à l'unanimité"),
        (
            "Celui-ci ne donne lieu à aucune observation et est approuvé à l'unanimité. 2)",
            "Celui-ci ne donne lieu à aucune observation et est approuvé à l'unanimité",
        ),
        ("Le procès-verbal est adopté à l'unanimité. 3", "Le procès-verbal est adopté à l'unanimité"),
        ("> Approbation à l'unanimité COMPTE RENDU DES DÉCISIONS", "Approbation à l'unanimité"),
        ("Le compte-rendu est adopté, Monsieur Faucompré s'abstient de voter.", "Le compte-rendu est adopté"),
        ("Vote : à l'unanimité", None),
    ],
)
def test_the_sentence_that_approves_minutes(after: str, expected: str | None) -> None:
    title = "Approbation du procès-verbal de la séance du 3 mars 2023"
    act = act_of(f"{title} {after}")
    titled = replace(act, heading=(Mention("title", title, (Span(0, len(title)),), "titre"),))
    assert [mention.value for mention in dispositif.read(titled)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "de\nvalider le devis\nsolliciter l'aide du Département\nautoriser le maire à effectuer les démarches et\n"
            "signer les pièces\n",
            [
                "valider le devis",
                "solliciter l'aide du Département",
                "autoriser le maire à effectuer les démarches et signer les pièces",
            ],
        ),
        (
            "d'\naccepter le marché nocturne, désigner M. Faucompré comme référent, autoriser le maire à signer.\n",
            ["accepter le marché nocturne", "désigner M. Faucompré comme référent", "autoriser le maire à signer"],
        ),
    ],
)
def test_infinitives_whose_preposition_is_said_once(listed: str, expected: list[str]) -> None:
    assert items(f"Il est demandé aux membres du conseil municipal {listed}Vote : à l'unanimité") == expected


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "Le Conseil Municipal, après en avoir délibéré, à l'unanimité :\n- Approuve le bail ;\n- Dit que les "
            "crédits "
            "sont inscrits au budget ;\n- Autorise le maire à le signer.\nFait et délibéré les jour, mois et an "
            "susdits.",
            ["Approuve le bail", "Dit que les crédits sont inscrits au budget", "Autorise le maire à le signer"],
        ),
        (
            "Après en avoir délibéré, décide à l'unanimité : Article 1 – de louer la halle. Article 2 – de fixer le "
            "loyer "
            "à 600 €. Pour extrait conforme",
            ["Article 1 – de louer la halle", "Article 2 – de fixer le loyer à 600 €"],
        ),
        (
            "Le Conseil décide : Vu le code, Vu l'avis, - de prendre acte du rapport. Il est pris acte du présent "
            "rapport.",
            ["de prendre acte du rapport"],
        ),
        (
            "Après en avoir délibéré A l'unanimité 1 APPROUVE le plan ; 2. AUTORISE Mme le Maire à signer. "
            "Pour extrait certifié conforme",
            ["APPROUVE le plan", "AUTORISE Mme le Maire à signer"],
        ),
        (
            "Après en avoir délibéré, le Conseil, à l'unanimité, approuve les mesures, et autorise le maire, ou son "
            "représentant, à signer les pièces. FAIT ET DELIBERE",
            ["approuve les mesures", "autorise le maire, ou son représentant, à signer les pièces"],
        ),
        (
            "Le Conseil, après en avoir délibéré :\n- DÉCIDE la suppression des emplois suivants :\n- agent technique\n"
            "- agent d'accueil\n- CHARGE et DÉLÈGUE le maire de l'exécution\n",
            [
                "DÉCIDE la suppression des emplois suivants : - agent technique - agent d'accueil",
                "CHARGE et DÉLÈGUE le maire de l'exécution",
            ],
        ),
        (
            "En conséquence, il est proposé au Conseil : - d'approuver l'avenant ; - d'autoriser le maire à le signer. "
            "Le Conseil Adopte.",
            ["d'approuver l'avenant", "d'autoriser le maire à le signer"],
        ),
        (
            "Il est demandé au Conseil Municipal d'accepter le tableau des effectifs. Le Conseil Adopte.",
            ["d'accepter le tableau des effectifs"],
        ),
        (
            "Le conseil est invité à délibérer. Le conseil communautaire prend acte du rapport social unique 2023.",
            ["prend acte du rapport social unique 2023"],
        ),
        (
            "L'adjointe expose le projet au Conseil. à l'unanimité AUTORISE l'occupation des parcelles.",
            ["AUTORISE l'occupation des parcelles"],
        ),
        (
            "Le procès-verbal de la séance du 6 juin est adopté à l'unanimité.",
            ["Le procès-verbal de la séance du 6 juin est adopté à l'unanimité"],
        ),
        ("Après en avoir délibéré, le Conseil accepte à l'unanimité.", ["le Conseil accepte à l'unanimité"]),
        ("Le Conseil, unanime, reconduit les taux de 2023.", ["reconduit les taux de 2023"]),
        (
            "Le Conseil municipal, sur le rapport de M. Ferrier, approuve les tarifs du port.",
            ["approuve les tarifs du port"],
        ),
        (
            "Le comité, à l'unanimité, 1. approuve la convention, 2. autorise M. le Président à la signer.",
            ["approuve la convention", "autorise M. le Président à la signer"],
        ),
        (
            "Le conseil attribue les subventions telles que détaillées et précise que la dépense est au compte 6574.",
            ["attribue les subventions telles que détaillées", "précise que la dépense est au compte 6574"],
        ),
        (
            "Le conseil approuve cette convention et autorise le maire à la signer.",
            ["approuve cette convention et autorise le maire à la signer"],
        ),
        (
            "La Commission permanente, après en avoir délibéré, DÉCIDE d'approuver la convention ; d'arrêter la part "
            "du Département à 3 000 € ; d'autoriser la Présidente à la signer. Pour extrait conforme",
            [
                "d'approuver la convention",
                "d'arrêter la part du Département à 3 000 €",
                "d'autoriser la Présidente à la signer",
            ],
        ),
        (
            "DÉCIDE ARTICLE UN : d'adopter le plan ; ARTICLE DEUX : de le publier.",
            ["ARTICLE UN : d'adopter le plan", "ARTICLE DEUX : de le publier"],
        ),
        (
            "Après en avoir délibéré, les membres du conseil ont, à l'unanimité :\n- Approuvé le compte,\n"
            "- Autorisé le Président à signer.",
            ["Approuvé le compte", "Autorisé le Président à signer"],
        ),
        (
            "Le tracteur a servi. Budget voté par 7 voix, M. Morel s'abstenant.",
            ["Budget voté par 7 voix, M. Morel s'abstenant"],
        ),
        (
            "Trois devis sont reçus. L'entreprise Faucompré est retenue, à l'unanimité.",
            ["L'entreprise Faucompré est retenue, à l'unanimité"],
        ),
        (
            "Il est donc proposé au conseil municipal :\n1°) d'acheter la machine\n2°) de solliciter l'agence\n"
            "LE CONSEIL MUNICIPAL, A L'UNANIMITE, ACCEPTE CES PROPOSITIONS\n",
            ["d'acheter la machine", "de solliciter l'agence"],
        ),
        (
            "Après en avoir délibéré, à l'unanimité des présents, SAPPROUVE le nouveau loyer ; $DIT que le bail est "
            "modifié ; & AUTORISE le Président à signer. Fait et délibéré",
            ["APPROUVE le nouveau loyer", "DIT que le bail est modifié", "AUTORISE le Président à signer"],
        ),
        (
            "Le Conseil, après en avoir délibéré, décide : D'APPROUVER le devis ; DAUTORISER M. le Maire à le signer. "
            "Fait et délibéré",
            ["D'APPROUVER le devis", "DAUTORISER M. le Maire à le signer"],
        ),
        (
            "Le Conseil, après en avoir délibéré, à l'unanimité, approuve le devis du cabinet. Le Président est "
            "autorisé à signer les pièces nécessaires. Fait et délibéré",
            ["approuve le devis du cabinet", "Le Président est autorisé à signer les pièces nécessaires"],
        ),
    ],
)
def test_shapes(writing: str, expected: list[str]) -> None:
    assert items(writing) == expected


@pytest.mark.parametrize(
    "writing",
    [
        "Considérant que le conseil a délibéré le 3 mars et qu'il a approuvé le plan,",
        "Il est proposé au conseil d'approuver la convention.",
        "« Le conseil municipal arrête le compte administratif qui lui est présenté »",
        "Les élus auront la charge d'assister aux réunions.",
        "Le conseil désigne Mme Ida MOREL secrétaire de séance.",
        "La délibération est adoptée à l'unanimité.",
        "M. le Maire donne la parole à Mme Zoé TERRIER, qui est nommée référente.",
        "Un tuteur est désigné dans chaque service.",
        "Mme Ida MOREL et M. Paul FERRIER sont désignés assesseurs.",
        "CODE STRUCTURE NATURE MONTANT\nACCORDE\n680 Amis du Vent P 1 500 €",
        "STRUCTURE MONTANT ATTRIBUE\nAmis du Vent 1 500 €",
    ],
)
def test_what_decides_nothing(writing: str) -> None:
    assert items(writing) == []


def test_a_decision_wins_over_the_proposal_before_it() -> None:
    proposal = "Il est proposé au conseil d'approuver le bail."
    writing = f"{proposal} Après en avoir délibéré, le Conseil APPROUVE ce bail pour un an."
    assert items(writing) == ["APPROUVE ce bail pour un an"]


def test_a_recital_before_the_proposal_decides_nothing() -> None:
    writing = (
        "Le conseil municipal a approuvé à l'unanimité le plan de 2020. Il est proposé au Conseil : - d'approuver "
        "l'avenant. "
        "Le Conseil Adopte."
    )
    assert items(writing) == ["d'approuver l'avenant"]


def test_a_stamp_inside_an_item_is_cut_out_and_the_item_has_two_proofs() -> None:
    act = act_of(
        f"Il est proposé au Conseil :\n- d'approuver la convention{STAMP}de mutualisation ;\n- de la signer.\nLe "
        f"Conseil Adopte."
    )
    first = next(iter(dispositif.read(act)))
    assert first.value == "d'approuver la convention de mutualisation"
    assert [act.view.text[slice(*span)] for span in first.spans] == ["d'approuver la convention", "de mutualisation"]


def test_a_stamp_between_items_ends_nothing() -> None:
    writing = f"Il est proposé au Conseil :{STAMP}- d'approuver le bail ;\n- d'autoriser le maire.\nLe Conseil Adopte."
    assert items(writing) == ["d'approuver le bail", "d'autoriser le maire"]


def test_the_discussion_after_the_last_item_is_no_part_of_it() -> None:
    writing = (
        "Après en avoir délibéré :\n- FIXE le tarif à 4 €\nMonsieur Orban demande si le tarif est le même pour tous.\n"
    )
    assert items(writing) == ["FIXE le tarif à 4 €"]


@pytest.mark.parametrize(
    "added",
    [
        ". à La majorité",
        "; Bureau du 15 février 2023",
        " PV CM 10 février 2023 Page 1 4)",
        " Page 12",
        ". ***** 3 DELIBERATION",
        ".\n\nLe président du conseil régional\nLuc ARNEL\n\nCette délibération a fait l'objet des votes suivants :",
        ". Questions diverses Madame Zoé TERRIER signale un dépôt au lieu-dit les Aulnes.",
    ],
)
def test_what_a_page_adds_to_an_item_is_cut(added: str) -> None:
    assert items(f"Le conseil municipal APPROUVE le bail de la halle{added}") == ["APPROUVE le bail de la halle"]


def test_an_accepted_proposal_says_all_at_once() -> None:
    text = "ACCEPTE CETTE PROPOSITION\n\nB. HALLE\nLE CONSEIL MUNICIPAL, A L'UNANIMITE,\nACCEPTE CETTE PROPOSITION"
    assert items(f"A. BAIL\nLE CONSEIL MUNICIPAL, A L'UNANIMITE,\n{text}") == ["ACCEPTE CETTE PROPOSITION"] * 2


def test_minutes_named_at_the_end_of_an_item_stay() -> None:
    item = "approuve le procès-verbal du conseil municipal du 9 décembre 2022"
    assert items(f"Le conseil municipal, à l'unanimité, {item}.") == [item]


def test_a_table_that_an_item_announces_is_part_of_it() -> None:
    table = "Section de fonctionnement Dépenses Recettes\n652 563.00 € 823 547.00 €\nSection d'investissement\n12.00 €"
    read_items = items(f"Le conseil municipal, à l'unanimité, vote le budget comme suit :\n{table}\nDivers\nRien.")
    assert read_items == [f"vote le budget comme suit : {' '.join(table.split())}"]


def test_a_vote_told_before_the_decision_is_no_item() -> None:
    text = "Après en avoir délibéré, le Conseil vote : Pour Contre UNANIMITE Abstention Le Conseil : ADOPTE le plan."
    assert items(text) == ["ADOPTE le plan"]


def test_an_operative_part_says_its_shape_and_where_it_stands() -> None:
    act = act_of("Après en avoir délibéré, le Conseil APPROUVE ce bail. Pour extrait conforme, le maire")
    operative = find_operative(act)
    assert operative is not None
    assert (operative.shape, operative.zone.text.strip()) == ("decision", "APPROUVE ce bail.")


def test_the_time_grows_with_the_text() -> None:
    assert len(items("après en avoir délibéré, le conseil approuve le bail ; " * 1500)) >= 1500


@pytest.mark.parametrize(
    ("writing", "items"),
    [
        (
            "DECIDE, à la majorité (12 pour, 2 contre, 1 abstention) :\nde prescrire la révision ;\nd'ouvrir la "
            "concertation.",
            ["de prescrire la révision", "d'ouvrir la concertation"],
        ),
        (
            "Le conseil décide à l'unanimité d'accorder : - 500 € à l'association La Boule Joyeuse - 300 € au Club",
            ["décide à l'unanimité d'accorder : - 500 € à l'association La Boule Joyeuse - 300 € au Club"],
        ),
        (
            "à l'unanimité DECIDE de voter par chapitre. à la majorité 38 votes pour, 11 votes contre, ADOPTE "
            "le budget primitif. 41 votes pour, 2 votes contre, Mme MARANDE DESIGNE M. DORMEUIL au syndicat.",
            [
                "DECIDE de voter par chapitre",
                "ADOPTE le budget primitif",
                "DESIGNE M. DORMEUIL au syndicat",
            ],
        ),
        (
            "Après en avoir délibéré, le conseil :\nexige le maintien de la trésorerie ;\nmandate le maire.",
            ["exige le maintien de la trésorerie", "mandate le maire"],
        ),
    ],
)
def test_votes_and_lists_inside_of_the_operative_part(writing: str, items: list[str]) -> None:
    assert read_fields(dispositif.EXTRACTOR, writing).get("decisions") == items


def test_a_decision_at_sight_of_something_is_no_recital() -> None:
    told = "Au vu de ces éléments, le conseil municipal a fixé à trois le nombre des adjoints, à l'unanimité."
    assert items(told) == ["a fixé à trois le nombre des adjoints, à l'unanimité"]
    counted = told.replace("à l'unanimité", "par 9 voix pour et 2 contre (M. ARNEL, Mme VALMONT)")
    assert items(counted) == ["a fixé à trois le nombre des adjoints"]
    assert items("Vu le rapport par lequel le conseil municipal a fixé à trois le nombre des adjoints.") == []


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        ("Si la demande arrive avant le conseil, cela ne donne que deux jours pour répondre.", []),
        ("Le conseil municipal n'approuve pas ce devis.", ["n'approuve pas ce devis"]),
        ("Le conseil, après discussion, ne valide pas ce tracé.", ["ne valide pas ce tracé"]),
    ],
)
def test_what_is_denied_keeps_its_negation(writing: str, expected: list[str]) -> None:
    assert items(writing) == expected


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "- la réalisation de ces travaux pour 2012.\n- d'inscrire les sommes au budget.",
            ["la réalisation de ces travaux pour 2012", "d'inscrire les sommes au budget"],
        ),
        (
            "• la création d'un emploi d'agent ;\n• la suppression du poste ;\n• d'autoriser le maire à signer.",
            [
                "la création d'un emploi d'agent",
                "la suppression du poste",
                "d'autoriser le maire à signer",
            ],
        ),
        (
            "1) l'acquisition de la parcelle ZA 12 ;\n2) de charger le notaire de l'acte.",
            ["l'acquisition de la parcelle ZA 12", "de charger le notaire de l'acte"],
        ),
        (
            "- d'attribuer le marché :\n  - la réfection de la toiture : 3 000 €\n- de signer le devis.",
            ["d'attribuer le marché : - la réfection de la toiture : 3 000 €", "de signer le devis"],
        ),
    ],
)
def test_what_is_decided_first_may_be_told_by_nouns(listed: str, expected: list[str]) -> None:
    writing = f"Le conseil municipal, après en avoir délibéré, à l'unanimité, décide :\n{listed}\nFait à Belmorin."
    assert items(writing) == expected


@pytest.mark.parametrize("left", ["Monsieur le Maire, Paul NOIR, rapporte :", "Mme ROUX expose :", "M. BRUN présente"])
def test_who_reports_is_nothing_that_is_decided(left: str) -> None:
    proposed = "- de constater la désaffectation ;\n- d'autoriser le maire à signer l'acte."
    writing = f"En conséquence, il vous est proposé :\n{proposed}\n- {left}\nLe Conseil adopte.\nPour extrait conforme,"
    assert items(writing) == ["de constater la désaffectation", "d'autoriser le maire à signer l'acte"]


@pytest.mark.parametrize(
    "adopted",
    [
        "DECISION : le Conseil Municipal accepte à l'unanimité, les propositions ci-dessus.",
        "Les membres du conseil municipal adoptent, à l'unanimité, la présente délibération.",
        "Le conseil communautaire approuve les propositions précitées.",
        "L'assemblée adopte ce projet de délibération à l'unanimité des votants.",
    ],
)
@pytest.mark.parametrize("asked", ["Il est proposé au conseil", "Il est demandé aux membres du conseil"])
def test_what_refers_to_the_proposals_stands_for_them(asked: str, adopted: str) -> None:
    proposed = "* d'approuver le compte de gestion de 2017.\n* d'autoriser Monsieur le Maire à le signer."
    expected = ["d'approuver le compte de gestion de 2017", "d'autoriser Monsieur le Maire à le signer"]
    assert items(f"{asked} :\n{proposed}\n{adopted}\nFait à Belmorin.") == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Il est demandé au Conseil de bien vouloir reverser 300 € au club.", "reverser 300 € au club"),
        ("Il est proposé au conseil de bien vouloir\naccorder un bail à M. Nisse.", "accorder un bail à M. Nisse"),
        ("Il vous est proposé de ne formuler aucune remarque.", "de ne formuler aucune remarque"),
        ("Il est proposé au conseil de ne pas vendre la halle.", "de ne pas vendre la halle"),
    ],
)
def test_what_a_wish_asks_is_what_is_then_adopted(asked: str, expected: str) -> None:
    assert items(f"{asked}\nLe conseil, à l'unanimité, accepte cette proposition.\n") == [expected]


def test_a_wish_to_adopt_the_act_says_nothing() -> None:
    asked = "Il est demandé d'autoriser la vente.\nIl est demandé de bien vouloir adopter la présente délibération."
    assert items(f"{asked}\nLes membres du conseil adoptent la présente délibération.") == ["d'autoriser la vente"]


@pytest.mark.parametrize(
    "question", ["Etes-vous d'accord pour :", "Êtes-vous favorables à :", "Seriez-vous d'accord pour :"]
)
def test_what_the_members_are_asked_and_vote(question: str) -> None:
    asked = f"{question}\n- Prendre note de l'offre de Dubel,\n- Autoriser Madame le maire à signer."
    expected = ["Prendre note de l'offre de Dubel", "Autoriser Madame le maire à signer"]
    assert items(f"{asked}\nVote : pour à l'unanimité\n") == expected
    assert items("Etes-vous d'accord pour cette tarification ?\nVote : pour à l'unanimité") == []


@pytest.mark.parametrize(
    "told",
    [
        "La parcelle est au lieu-dit « Les Combes ».",
        "La parcelle est au lieu - dit « Les Combes », et son propriétaire désire la céder.",
        "Le conseil départemental y traverse la voie, au lieu-\ndit « Les Combes ».",
        "Le contrat, conclu sous\nréserve de son financement, avait été présenté et délibéré en 2021.",
    ],
)
def test_a_hamlet_and_a_condition_are_nothing_that_is_decided(told: str) -> None:
    writing = f"{told}\nLe conseil municipal, après en avoir délibéré :\n- valide l'achat de la parcelle."
    assert items(writing) == ["valide l'achat de la parcelle"]


@pytest.mark.parametrize(
    "order", ["ARRETE PREFECTORAL du 3 mai", "ARRÊTÉ MINISTÉRIEL du 2 juin", "ARRETE MUNICIPAL n° 3"]
)
def test_an_order_of_others_opens_nothing(order: str) -> None:
    assert items(f"Il est proposé au conseil de nommer deux délégués.\n{order}\nADOPTE A L'UNANIMITE") == [
        "de nommer deux délégués"
    ]


@pytest.mark.parametrize("end", ["autorise Monsieur le\nMaire à signer", "vote le budget en\n\nRecettes de 2024"])
def test_a_line_that_ends_with_a_small_word_ends_no_item(end: str) -> None:
    wide = "Vu l'avis de la commission des finances, des travaux et de l'urbanisme, réunie au début du mois de mai,"
    assert items(f"{wide}\nLe conseil municipal, à l'unanimité,\n- {end}") == [" ".join(end.split())]


def test_who_chairs_the_vote_of_the_accounts_is_no_part_of_what_is_decided() -> None:
    chosen = "Le conseil municipal élit un président de séance pour débattre du compte.\n"
    proposed = "Il est proposé au conseil municipal d'approuver le compte.\nLe conseil accepte ces propositions."
    assert items(chosen + proposed) == ["d'approuver le compte"]


@pytest.mark.parametrize(
    "writing",
    [
        "ABSENTS AYANT DONNE PROCURATION : M. ROUX à M. NOIR. Le conseil, à l'unanimité :\n- Approve le budget.",
        "ONT DONNE POUVOIR : M. ROUX à M. NOIR. Le conseil, après en avoir délibéré : - Approve le budget.",
        "AVAIENT DONNE MANDAT : M. ROUX à M. NOIR. Le conseil, à l'unanimité, APPROVE le budget.",
    ],
)
def test_who_has_given_a_proxy_decides_nothing(writing: str) -> None:
    assert [text.lower() for text in items(writing)] == ["approve le budget"]


@pytest.mark.parametrize("verb", ["Alerte", "Salue", "S'inquiète", "Réclame"])
def test_what_a_wish_says(verb: str) -> None:
    writing = f"Le conseil, à l'unanimité :\n- Exprime son attachement à l'école,\n- {verb} sur les effets d'un départ."
    assert items(writing)[1:] == [f"{verb} sur les effets d'un départ"]


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "Le Conseil, à l'unanimité, décide :\n- Que le loyer soit de 300 €,\n- Qu'il soit fixe,\n- De signer.",
            ["Que le loyer soit de 300 €", "Qu'il soit fixe", "De signer"],
        ),
        (
            "Après en avoir délibéré, le Conseil DÉCIDE : • que le loyer sera de 300 € ; • d'autoriser le bail.",
            ["que le loyer sera de 300 €", "d'autoriser le bail"],
        ),
        (
            "Le Conseil, à l'unanimité, APPROUVE le bail ; DIT : - que le loyer sera de 300 €, - qu'il sera révisé.",
            ["APPROUVE le bail", "DIT : - que le loyer sera de 300 €, - qu'il sera révisé"],
        ),
        (
            "Après en avoir délibéré, le Conseil : DECIDE -D'accepter le devis. -De signer ; -D'inscrire la dépense.",
            ["D'accepter le devis", "De signer", "D'inscrire la dépense"],
        ),
        (
            "Après en avoir délibéré, le conseil municipal accepte l'achat du pré. Le conseil municipal autorise"
            " le maire à signer l'acte. Il précise que la dépense est inscrite.",
            [
                "accepte l'achat du pré",
                "autorise le maire à signer l'acte",
                "précise que la dépense est inscrite",
            ],
        ),
        (
            "Le conseil, à l'unanimité, approuve le rapport. Le conseil municipal a approuvé en 2019 un avenant.",
            ["approuve le rapport"],
        ),
    ],
)
def test_items_that_say_that_and_sentences_of_their_own(writing: str, expected: list[str]) -> None:
    assert items(writing) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Il n'appelle pas d'observation : il est donc approuvé.", "il est donc approuvé"),
        ("Aucune remarque n'étant faite, il est adopté à l'unanimité.", "il est adopté à l'unanimité"),
        ("Ils ont été validés à l'unanimité.", "Ils ont été validés à l'unanimité"),
    ],
)
def test_minutes_that_a_pronoun_names_are_approved(told: str, expected: str) -> None:
    act = act_of(f"Procès-verbal de la séance du 7 février 2020 {told}")
    act = replace(act, heading=(Mention("title", "Procès-verbal de la séance du 7 février 2020", (), "test"),))
    assert [mention.value for mention in dispositif.read(act)] == [expected]


@pytest.mark.parametrize("stop", [" ;", ".", ""])
def test_an_article_below_a_stamp_is_one(stop: str) -> None:
    writing = (
        f"Le conseil DÉCIDE : Article 1 : La carte est abrogée{stop} Envoyé en préfecture le 08/07/2025 Reçu en"
        " préfecture le 08/07/2025 Publié le 09/07/2025 ID : 029-212901979-20250703-VP2025070303-DE Article 2 : Le plan"
        " est approuvé"
    )
    assert items(writing) == ["Article 1 : La carte est abrogée", "Article 2 : Le plan est approuvé"]


def test_what_is_decided_before_the_articles() -> None:
    writing = (
        "Le conseil, après en avoir délibéré, DÉCIDE d'accorder à la société Valhabitat une garantie à hauteur de 50 % "
        "de l'emprunt qu'elle a souscrit pour six logements. DÉCLARE que cette garantie est apportée aux conditions "
        "suivantes : Article 1 : Le conseil accorde sa garantie. Article 2 : La garantie dure jusqu'au remboursement."
    )
    assert items(writing) == [
        "DÉCIDE d'accorder à la société Valhabitat une garantie à hauteur de 50 % de l'emprunt qu'elle a souscrit pour "
        "six logements",
        "DÉCLARE que cette garantie est apportée aux conditions suivantes",
        "Article 1 : Le conseil accorde sa garantie",
        "Article 2 : La garantie dure jusqu'au remboursement",
    ]


@pytest.mark.parametrize(
    "foot",
    [
        "Le Président du Conseil départemental, Signé électroniquement le 19 juin 2023 Jean VALLIER",
        "La Présidente de la Communauté de communes, Pour la Présidente et par délégation, le Vice-Président",
        "Le Maire de Valmont, Jean VALLIER Acte rendu exécutoire le 2 mai",
    ],
)
def test_the_title_of_who_signs_is_no_part_of_the_last_article(foot: str) -> None:
    article = "Article 1 : d'autoriser Monsieur le Président du Conseil départemental à signer le bail de la cure"
    assert items(f"Après en avoir délibéré, DÉCIDE : {article}. {foot}") == [article]


@pytest.mark.parametrize("body", ["Conseil d'Agglomération", "Conseil municipal", "Comité syndical"])
@pytest.mark.parametrize("mark", [">", "-"])
@pytest.mark.parametrize("apart", ["", "Paul NOIR, maire de la commune concernée, ne prend pas part au vote. "])
def test_proposals_end_before_the_sentence_that_adopts_them(body: str, mark: str, apart: str) -> None:
    proposed = ["d'attribuer à la commune de Valmont une aide de 60 000 €", "d'autoriser le Président à la verser"]
    listed = " ; ".join(f"{mark} {one}" for one in proposed)
    text = f"Il est proposé au {body} : {listed}. {apart}Le {body}, après en avoir délibéré, ADOPTE ces propositions."
    assert items(f"{text} Pour : 57 Contre : 0") == proposed
