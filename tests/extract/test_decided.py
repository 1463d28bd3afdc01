"""Items that no series of headings shows are found from the decisions that close them; on fictional documents."""

import pytest

from kg.extract.act import Zone
from kg.extract.layout.items.decided import own_decisions
from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY COMPTE-RENDU DU CONSEIL MUNICIPAL DU 3 AVRIL 2023 L'an deux mille vingt-trois, le trois "
    "avril à dix-huit heures, le Conseil Municipal s'est réuni sous la présidence de Madame Agathe SORBIERS, Maire. "
    "Présents : Mme SORBIERS Agathe, M. EYMERY Loïc. Absent : M. KERVALEC Yann. Secrétaire de séance : M. EYMERY Loïc. "
)
REPORT = "Afin de répondre à la demande reçue en mairie, il convient de prévoir une somme de 300 €. "


def heads(raw: str) -> list[tuple[str | None, str | None]]:
    acts = segment(normalise(raw)).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


def titles(raw: str) -> list[str | None]:
    return [title for _, title in heads(raw)]


@pytest.mark.parametrize("bullet", ["e ", "• ", "- ", "> ", "* "])
def test_bulleted_titles_are_closed_by_the_same_formula(bullet: str) -> None:
    closed = "Accord à l'unanimité "
    raw = (
        f"{OPENING}{bullet}Subvention au comité des fêtes. {REPORT}{closed}{bullet}Vente du presbytère. {REPORT}"
        f"{closed}{bullet}Réfection du lavoir. {REPORT}{closed}La séance est levée."
    )
    assert titles(raw) == ["Subvention au comité des fêtes", "Vente du presbytère", "Réfection du lavoir"]


def test_the_commissions_own_advice_closes_nothing() -> None:
    advised = "La commission des finances a donné un avis favorable à l'unanimité. "
    raw = (
        f"{OPENING}e Subvention au comité des fêtes. {REPORT}{advised}Accord à l'unanimité "
        f"e Vente du presbytère. {REPORT}{advised}Accord à l'unanimité La séance est levée."
    )
    assert titles(raw) == ["Subvention au comité des fêtes", "Vente du presbytère"]


def test_rows_of_a_table_are_told_apart_by_who_reports_and_count_on() -> None:
    row = " Rapporteur : Madame Agathe SORBIERS, Maire ADOPTEE A L'UNANIMITE "
    raw = (
        f"{OPENING}N° TITRE DU PROJET 02 Requalification de la halle{row}03 Adhésion à l'union des ports{row}"
        f"04 Cession d'un terrain par Madame Odette FAUVERGE{row}06 Création d'un poste d'agent{row}"
    )
    assert heads(raw) == [
        ("02", "Requalification de la halle"),
        ("03", "Adhésion à l'union des ports"),
        ("04", "Cession d'un terrain par Madame Odette FAUVERGE"),
        (None, "Création d'un poste d'agent"),
    ]


def test_titles_on_lines_of_their_own() -> None:
    voted = "\nLe conseil municipal, à l'unanimité, décide d'acquérir le matériel pour 1 500 €.\n"
    raw = (
        "MAIRIE DE MONTFLEURY\nCompte rendu de la réunion du Conseil Municipal du 3 avril 2023\n"
        "Présents : Agathe SORBIERS - Loïc EYMERY\nSecrétaire de séance : Loïc EYMERY\n"
        f"Achat de matériel{voted}Taux des taxes 2023{voted}Régie de recettes{voted}Fait à Montfleury"
    )
    assert titles(raw) == ["Achat de matériel", "Taux des taxes 2023", "Régie de recettes"]


def test_a_section_gives_way_to_the_acts_under_it() -> None:
    voted = "\nMadame le Maire présente le dossier reçu.\nVote : pour à l'unanimité\n"
    raw = (
        f"{OPENING}\n1. Budget de la commune :\n- Approbation du compte de gestion 2022{voted}"
        f"- Affectation des résultats 2022{voted}2. Réfection du lavoir\nMadame le Maire expose.{voted}"
        f"3. Vente du presbytère\nMadame le Maire expose.{voted}"
    )
    assert titles(raw) == [
        "Approbation du compte de gestion 2022",
        "Affectation des résultats 2022",
        "Réfection du lavoir",
        "Vente du presbytère",
    ]


def test_what_follows_a_decision_of_a_numbered_act_is_its_own() -> None:
    voted = "Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "
    raw = "".join(
        f"{'' if place > 1 else OPENING}Délibération n° 2023-0{place} : Tarifs Madame le Maire expose. {voted}"
        f"CREATION D'UN TARIF D'ETE Monsieur EYMERY expose. {voted}"
        for place in range(1, 5)
    )
    assert [number for number, _ in heads(raw)] == ["2023-01", "2023-02", "2023-03", "2023-04"]


@pytest.mark.parametrize(
    "listed",
    [
        "3. Vente du presbytère 4. Réfection du lavoir 5. Création d'un poste 6. Tarifs de la salle ",
        "Vente du presbytère ............ 12 Réfection du lavoir ............ 14 ",
    ],
)
def test_an_agenda_decides_nothing(listed: str) -> None:
    approved = "Approbation du procès-verbal du 6 mars 2023. Le procès-verbal est adopté à l'unanimité. "
    assert titles(f"{OPENING}{approved}{listed}") == ["Approbation du procès-verbal du 6 mars 2023"]


def test_the_subject_that_a_cut_text_begins_is_the_last_act() -> None:
    raw = (
        f"{OPENING}e Subvention au comité des fêtes. {REPORT}Accord à l'unanimité "
        f"e Vente du presbytère. {REPORT}{REPORT}"
    )
    assert titles(raw) == ["Subvention au comité des fêtes", "Vente du presbytère"]


@pytest.mark.parametrize(
    ("said", "decisions"),
    [
        ("Accord à l'unanimité", ["Accord à l'unanimité"]),
        ("ADOPTEE A L'UNANIMITE", ["ADOPTEE A L'UNANIMITE"]),
        ("Le conseil municipal approuve le projet.", ["conseil municipal approuve"]),
        ("Vote : pour à l'unanimité des suffrages exprimés.", ["Vote : pour à l'unanimité des suffrages exprimés"]),
        ("Avis de la commission des finances, favorable à l'unanimité.", []),
        ("Mme FAUVERGE est désignée secrétaire de séance à l'unanimité.", []),
        ("La loi prévoit que « le conseil municipal arrête les comptes ».", []),
        ("L'étude validée en mars servira de base.", []),
        ("Le conseil municipal approuve l'ajout d'un point à l'ordre du jour.", []),
    ],
)
def test_the_decisions_of_the_organ_that_sits(said: str, decisions: list[str]) -> None:
    view = normalise(said)
    found = own_decisions(Zone(view, 0, len(view.text)))
    assert [view.text[slice(*span)] for span in found] == decisions


@pytest.mark.parametrize("said", ["15 pour", "15 pour.", "13 votes", "Vote de l'état 1259 :\n15 pour"])
def test_a_count_alone_on_its_line_decides(said: str) -> None:
    first = f"{OPENING}\n1/ Vente du presbytère :\n{REPORT}\n{said}\n"
    raw = f"{first}2/ Réfection du lavoir :\n{REPORT}\n{said}\n3/ Divers\n"
    assert titles(raw) == ["Vente du presbytère", "Réfection du lavoir"]


@pytest.mark.parametrize("said", ["Il en faut 15 pour\nla fête du village.", "Trois offres, 15 votes blancs.", ""])
def test_a_count_that_goes_on_decides_nothing(said: str) -> None:
    first = f"{OPENING}\n1/ Vente du presbytère :\n{REPORT}\n15 pour\n2/ Réfection du lavoir :\n15 pour\n"
    raw = f"{first}3/ La fibre :\n{said}\n4/ Divers\n"
    assert titles(raw) == ["Vente du presbytère", "Réfection du lavoir"]


@pytest.mark.parametrize(
    "closing", ["Pour extrait conforme, le Maire, P. NOIR", "Fait et délibéré les jour, mois et an"]
)
def test_a_formula_that_closes_each_act_does_not_close_the_minutes(closing: str) -> None:
    acts = [
        ("2021/47", "Contrat d'assurance du personnel"),
        ("2021/48", "Décision modificative du budget"),
        ("2021/49", "Nom de la voie du lotissement"),
        ("2021/50", "Déneigement des chemins de la commune"),
    ]
    body = " ".join(
        f"Délibération n° {number} : {title} Le Maire expose le projet. {'Il le décrit. ' * 12}Le Conseil Municipal, à "
        f"l'unanimité, AUTORISE le Maire à signer. {closing} Affiché le 17/12/2021"
        for number, title in acts
    )
    head = "COMMUNE DE MONTFLEURY Séance du 14 décembre 2021 Le conseil s'est réuni en mairie. Présents : Paul NOIR. "
    layout = segment(normalise(f"{head}{body} Informations diverses : vœux le 8 janvier. Séance levée à 20 h 40."))
    assert [act.heading_value("number") for act in layout.acts] == [number for number, _ in acts]


@pytest.mark.parametrize("stop", [" : ", " – ", ": "])
def test_numbers_after_the_words_of_a_roll_head_the_acts(stop: str) -> None:
    titles = [
        "FORÊT COMMUNALE : COUPES 2023",
        "Garantie d'un emprunt de l'office",
        "PERSONNEL : PARTICIPATION À LA SANTÉ",
    ]
    roll = "Présents : M. NOIR Paul, Mme ROUX Anne. Secrétaire : Mme ROUX Anne, assistée de la secrétaire de mairie"
    text = " ".join(
        f"Commune de MONTFLEURY Procès-verbal des délibérations – EXTRAIT Séance du 21 novembre 2022 {roll} "
        f"N° 2022-{56 + n}{stop}{title} Mme ROUX Anne, adjointe, présente le projet. Le Conseil Municipal, à "
        "l'unanimité : - APPROUVE le projet Pour extrait conforme Le Maire, Paul NOIR"
        for n, title in enumerate(titles)
    )
    assert [number for number, _ in heads(text)] == ["2022-56", "2022-57", "2022-58"]
