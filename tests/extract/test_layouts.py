"""How authorities lay out minutes, registers and lists: each layout with each way to vote; on fictional documents."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

TITLES = ("Vente du presbytère", "Réfection du lavoir communal", "Tarifs de la cantine scolaire")
HEADINGS = (
    "{i}. {t}", "{i}) {t}", "{i} - {t}", "{i}/ {t}", "{i}°) {t}", "[{i}] {t}", "{i} {t}", "2.{i}. {t}", "1-{i} {t}",
    "{r}. {t}", "{r}) {t}", "{L}) {t}", "{L} - {t}", "{l}) {t}", "• {t}", "- {t}", "{t}", "{T}", "FINANCES – {t}",
    "Point n°{i} : {t}", "Question n° {i} – {t}", "AFFAIRE N° {i} : {T}", "Résolution n° {i} : {t}", "N°{i} {t}",
    "Projet de délibération n° {i} : {t}", "Point {i} de l'ordre du jour : {t}", "Rapporteur : Mme SORBIERS {t}",
    "Délibération n°2024-0{i} : {t}", "DEL_2024_0{i} {T}", "24 04 0{i} {t}", "{i}. {t} (n° 2024-0{i})",
    "N° 2024-0{i} OBJET : {T}", "Objet : {t}", "2024-0{i} (7.5.1) {t}",
    "OBJET 2024-0{i}) {T}", "Délibération n 2024-0{i} - {t}",
)  # fmt: skip
REPORTS = (
    "Madame le Maire rappelle la demande reçue le mois dernier et donne lecture du dossier.",
    "Vu le code général des collectivités territoriales, Considérant qu'il convient de se prononcer,",
)
VOTES = (
    "Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition.",
    "Adopté à l'unanimité.",
    "ADOPTÉ À L'UNANIMITÉ",
    "Vote : Pour : 12 Contre : 0 Abstention : 1",
    "Le conseil municipal décide d'approuver cette proposition par 12 voix pour et 1 abstention.",
)
MINUTES = "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2024"
REGISTER = "COMMUNE DE MONTFLEURY REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL SÉANCE DU 3 AVRIL 2024"
SAT = (
    "Le trois avril 2024, le Conseil Municipal s'est réuni sous la présidence de Madame Agathe SORBIERS, Maire.",
    "Présents : Mme SORBIERS Agathe, M. EYMERY Loïc. Absent : M. KERVALEC Yann.",
    "Secrétaire de séance : M. EYMERY Loïc.",
)


def headed(heading: str, rank: int) -> str:
    title = TITLES[rank]
    marks = {"i": rank + 1, "r": "I" * (rank + 1), "L": "ABC"[rank], "l": "abc"[rank]}
    return heading.format(t=title, T=title.upper(), **marks)


def told(raw: str) -> list[str]:
    return [(act.heading_value("title") or "").casefold() for act in segment(normalise(raw)).acts]


def are_those(found: list[str], least: int = 3) -> bool:
    return len(found) == least and all(
        title.casefold() in one and len(one) < len(title) + 25 for title, one in zip(TITLES, found, strict=True)
    )


@pytest.mark.parametrize("line", [" ", "\n"], ids=["flat", "lined"])
@pytest.mark.parametrize("heading", HEADINGS)
def test_each_heading_is_found_with_each_report_and_each_vote(heading: str, line: str) -> None:
    for report in REPORTS:
        for vote in VOTES:
            items = [part for rank in range(3) for part in (headed(heading, rank), report, vote)]
            assert are_those(told(line.join((MINUTES, *SAT, *items, "La séance est levée à 20 heures.")))), vote


@pytest.mark.parametrize("line", [" ", "\n"], ids=["flat", "lined"])
@pytest.mark.parametrize("heading", HEADINGS)
def test_the_last_item_of_a_text_cut_short_is_an_act(heading: str, line: str) -> None:
    items = [part for rank in range(3) for part in (headed(heading, rank), REPORTS[0], VOTES[0])]
    assert are_those(told(line.join((MINUTES, *SAT, *items[:-1]))))


@pytest.mark.parametrize("heading", ["{i}. {t}", "{T}", "{t}", "• {t}", "Point n°{i} : {t}", "DEL_2024_0{i} {T}"])
@pytest.mark.parametrize("entry", ["- {t} ;", "{T}", "{i}. {t}"])
def test_the_agenda_on_the_same_line_is_no_title(heading: str, entry: str) -> None:
    agenda = [headed(entry, rank) for rank in range(3)]
    items = [part for rank in range(3) for part in (headed(heading, rank), REPORTS[0], VOTES[0])]
    assert are_those(told(" ".join((MINUTES, *SAT, "Ordre du jour :", *agenda, *items, "La séance est levée."))))


@pytest.mark.parametrize("heading", ["{i}. {t}", "{T}", "Objet : {t}", "Délibération n°2024-0{i} : {t}"])
def test_a_sitting_under_the_head_of_a_register_is_several_acts(heading: str) -> None:
    items = [part for rank in range(3) for part in (headed(heading, rank), REPORTS[0], VOTES[0])]
    assert are_those(told(" ".join((REGISTER, *SAT, *items, "La séance est levée."))))


def test_parts_of_one_numbered_act_are_no_acts() -> None:
    parts = (
        "Objet : Affectation du résultat. 1. Budget principal M. EYMERY expose. Le conseil municipal, à l'unanimité, "
        "approuve. 2. Budget annexe de l'eau M. EYMERY expose. Le conseil municipal, à l'unanimité, approuve."
    )
    raw = " ".join(("EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS Délibération n°2024-014", *SAT, parts))
    assert len(segment(normalise(raw)).acts) == 1


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("FINANCES 1. ", "2. ", "URBANISME 3. "),
        ("1 – FINANCES 1.1 – ", "1.2 – ", "2 – URBANISME 2.1 – "),
        ("I – FINANCES 1) ", "2) ", "II – URBANISME 1) "),
        ("I. FINANCES A) ", "B) ", "II. URBANISME A) "),
        ("1- Finances : a- ", "b- ", "2- Urbanisme : a- "),
        ("Dossier n°1-1 : ", "Dossier n°1-2 : ", "Dossier n°2 : "),
    ],
)
def test_a_section_is_no_act_where_its_items_are(first: str, second: str, third: str) -> None:
    heads = zip((first, second, third), TITLES, strict=True)
    items = [f"{mark}{title} {REPORTS[0]} {VOTES[0]}" for mark, title in heads]
    assert are_those(told(" ".join((MINUTES, *SAT, *items, "La séance est levée."))))


def test_the_first_item_is_found_where_its_ordinal_is_spoilt() -> None:
    items = [
        f"{mark}{title} {REPORTS[0]} {VOTES[0]}" for mark, title in zip(("14 ", "1.2 ", "1.3 "), TITLES, strict=True)
    ]
    assert are_those(told(" ".join((MINUTES, *SAT, *items, "La séance est levée."))))


LIST = "LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL COMMUNAUTAIRE SÉANCE DU 3 AVRIL 2024 N° OBJET VOTE "


def entries(raw: str) -> list[tuple[str | None, str | None]]:
    return [(act.heading_value("number"), act.heading_value("title")) for act in segment(normalise(raw)).acts]


def test_a_title_goes_on_after_the_cell_that_cuts_it() -> None:
    raw = (
        f"{LIST}2024_01 VOTE DES TAUX DE LA TAXE DE Accord à l'unanimité SÉJOUR 2025 "
        "2024_02 BUDGET PRIMITIF 28 VOIX POUR et 2 ABSTENTIONS 2024_03 VENTE DU PRESBYTÈRE Accord à l'unanimité"
    )
    assert entries(raw) == [
        ("2024_01", "VOTE DES TAUX DE LA TAXE DE SÉJOUR 2025"),
        ("2024_02", "BUDGET PRIMITIF"),
        ("2024_03", "VENTE DU PRESBYTÈRE"),
    ]


def test_codes_in_a_row_get_the_titles_that_follow_them_in_order() -> None:
    raw = (
        f"{LIST}2024_01 2024_02 2024_03 ADOPTION DU COMPTE Accord à l'unanimité ADMINISTRATIF VENTE DU PRESBYTÈRE "
        "Accord à 28 VOIX POUR TARIFS DE LA CANTINE Accord à l'unanimité 2024_04 BUDGET PRIMITIF Accord à l'unanimité"
    )
    assert entries(raw) == [
        ("2024_01", "ADOPTION DU COMPTE ADMINISTRATIF"),
        ("2024_02", "VENTE DU PRESBYTÈRE"),
        ("2024_03", "TARIFS DE LA CANTINE"),
        ("2024_04", "BUDGET PRIMITIF"),
    ]


def test_a_number_printed_again_is_another_entry_only_with_another_title() -> None:
    raw = (
        f"{LIST}2024_01 BUDGET PRIMITIF Accord à l'unanimité 2024_01 BUDGET PRIMITIF "
        "2024_02 VENTE DU PRESBYTÈRE Accord à l'unanimité 2024_02 RÉFECTION DU LAVOIR Accord à l'unanimité"
    )
    assert entries(raw) == [
        ("2024_01", "BUDGET PRIMITIF"),
        ("2024_02", "VENTE DU PRESBYTÈRE"),
        ("2024_02", "RÉFECTION DU LAVOIR"),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "COMMUNE DE MONTFLEURY ARRÊTÉ DU MAIRE n° 2024-33 portant réglementation de la circulation Le Maire, ARRÊTE "
        "Article 1 : La circulation est interdite. Article 2 : Le présent arrêté sera affiché.",
        "COMMUNE DE MONTFLEURY DÉCISION DU MAIRE N° 2024-07 prise en application de l'article L2122-22 du CGCT "
        "Objet : Contrat de maintenance Le Maire, DÉCIDE Article 1 : De signer le contrat.",
        "Montfleury, le 28 mars 2024 J'ai l'honneur de vous convoquer à la réunion du conseil municipal. "
        "Ordre du jour : 1. Vente du presbytère 2. Réfection du lavoir communal Le Maire, Agathe SORBIERS",
        "PROJET DE DÉLIBÉRATION Conseil municipal du 3 avril 2024 Objet : Vente du presbytère Il est proposé.",
    ],
    ids=["order", "executive", "convocation", "draft"],
)
def test_what_is_no_deliberation_holds_no_act(raw: str) -> None:
    assert entries(raw) == []


def test_last_item_cut_before_its_vote_under_the_head_of_an_extract() -> None:
    raw = (
        "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nL'an deux mille seize, le deux mai, le Conseil "
        "Municipal de Montfleury s'est réuni sous la présidence de Mme SORBIERS Agathe, Maire.\n"
        "Étaient présents : Mme SORBIERS Agathe, M. EYMERY Loïc\nM. EYMERY Loïc a été élu secrétaire.\n"
        "Le compte-rendu de la réunion du 3 avril 2016 est approuvé à l'unanimité.\n"
        "1. Lavoir communal\n1-1 Proposition de modification du règlement\n"
        "Madame le Maire rappelle aux conseillers la rédaction du règlement, qui date de 1998, et ce que l'usage"
    )
    layout = segment(normalise(raw))
    titles = [act.heading_value("title") for act in layout.acts]
    assert (layout.kind, titles[-1]) == ("minutes", "Proposition de modification du règlement")
    assert len(titles) == 2


def heads_of(raw: str) -> list[tuple[str | None, str | None]]:
    return [(act.heading_value("number"), act.heading_value("title")) for act in segment(normalise(raw)).acts]


def test_first_code_of_a_text_of_one_line_after_a_rule_of_dashes() -> None:
    voted = "Le Conseil approuve la proposition. Adopté - Pour : 11 - Abstention : 2 (Loïc EYMERY, Yann KERVALEC) "
    raw = (
        "Montfleury Métropole Procès-verbal de la séance du jeudi 11 février 2021 PRÉSENTS Agathe SORBIERS Loïc EYMERY "
        "(jusqu'à la délibération n° B21-007) ABSENT EXCUSÉ Yann KERVALEC Secrétaire de séance : Loïc EYMERY -------- "
        f"B21-006 - Mobilités - Grille des tarifs Rapporteur : Loïc EYMERY M. KERVALEC étant absent. {voted}"
        f"B21-007 - Eau - Rapport annuel Rapporteur : Loïc EYMERY {voted}"
    )
    assert heads_of(raw) == [("B21-006", "Mobilités - Grille des tarifs"), ("B21-007", "Eau - Rapport annuel")]


def test_election_of_the_mayor_in_one_line_with_its_stages() -> None:
    raw = (
        "PROCÈS-VERBAL DE L'INSTALLATION DU CONSEIL MUNICIPAL L'an deux mille vingt, le cinq mai, s'est réuni le "
        "conseil municipal de Montfleury. Étaient présents : SORBIERS Agathe EYMERY Loïc KERVALEC Yann "
        "1. INSTALLATION DES CONSEILLERS La séance a été ouverte. M. EYMERY Loïc a été désigné secrétaire. "
        "2. ÉLECTION DU MAIRE 2.1. Présidence de l'assemblée Le plus âgé des membres présents a constaté le quorum. "
        "2.2. Constitution du bureau Le conseil municipal a désigné deux assesseurs. 2.3. Résultats du premier tour de "
        "scrutin Nombre de votants : 19 Mme SORBIERS Agathe a été proclamée maire. "
        "3. DÉTERMINATION DU NOMBRE DES ADJOINTS Le conseil municipal a fixé à quatre ce nombre, par 17 voix pour. "
        "4. INDEMNITÉS DE FONCTION Le conseil municipal, à l'unanimité, fixe les indemnités."
    )
    titles = ["ÉLECTION DU MAIRE", "DÉTERMINATION DU NOMBRE DES ADJOINTS", "INDEMNITÉS DE FONCTION"]
    assert [title for _, title in heads_of(raw)] == titles


RANKED = ("1 ère DELIBERATION : ", "1ère délibération - ", "Première délibération : ")


@pytest.mark.parametrize("rank", RANKED)
def test_rank_of_a_deliberation_heads_the_item_that_a_cut_text_begins(rank: str) -> None:
    raw = (
        "SEANCE DU CONSEIL MUNICIPAL DU JEUDI 4 JUIN 2020\nSecrétaire de séance : EYMERY L.\n\n"
        "Approbation du compte rendu du conseil municipal du mardi 26 mai 2020, à 18 voix pour.\n\n"
        f"{rank}Tarifs de la cantine scolaire\nMadame le Maire expose au Conseil Municipal que les tarifs datent de"
    )
    titles = [title for _, title in heads_of(raw)]
    assert titles == ["Approbation du compte rendu du conseil municipal du mardi 26 mai 2020", TITLES[2]]


def test_code_on_the_line_above_a_heading_under_decisions_of_the_mayor() -> None:
    raw = (
        "COMPTE-RENDU DU CONSEIL MUNICIPAL DU 5 MAI 2011\nPrésents : Mme SORBIERS, M. EYMERY\nSecrétaire : M. EYMERY\n"
        "I – Compte-rendu des décisions du Maire\n\n- 03/2011 : Décision portant location d'un garage\n\n"
        "2011-02-001\nII – Tarifs de la cantine scolaire\n\nMadame le Maire expose que les tarifs datent de 1998.\n"
        "Après en avoir délibéré, le Conseil, à l'unanimité, APPROUVE les tarifs."
    )
    assert heads_of(raw)[-1] == ("2011-02-001", TITLES[2])


def test_number_of_a_deliberation_before_its_object_makes_an_act_of_what_is_told_there() -> None:
    raw = (
        "PROCES VERBAL DU CONSEIL DU 14 MAI 2016\nPrésents : Mme SORBIERS, M. EYMERY\nSecrétaire : M. EYMERY\n"
        "APPROBATION DU PROCES VERBAL DE LA DERNIERE SEANCE\nLe compte rendu est adopté à l'unanimité.\n"
        "DCM 2016-061 OBJET : DECISIONS DU MAIRE PRISES PAR DELEGATION\n"
        "Madame le Maire fait part des décisions prises : droit de préemption, location d'un garage"
    )
    assert heads_of(raw)[-1] == ("2016-061", "DECISIONS DU MAIRE PRISES PAR DELEGATION")
