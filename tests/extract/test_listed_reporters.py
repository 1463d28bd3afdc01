"""A list of deliberations whose rows name who reports between the title and the outcome; fictional lists."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.extract.layout.items.reporters import NAME
from kg.extract.officers.roles import role_alone

HEAD = (
    "COMMUNAUTÉ DE COMMUNES DU VAL Liste des délibérations examinées en conseil communautaire Séance du jeudi 30 mars "
    "2023 à 18 h 30 Présidente de séance : Agathe SORBIERS En exercice : 54 Présents : 43 N° OBJET RAPPORTEUR "
)
ROWS = [
    ("2023-030", "FINANCES – Budget primitif 2023", "Paul NOIR-BLANC", "Adoptée à la majorité 44 pour – 4 contre"),
    ("2023-031", "ÉCONOMIE – Cession du lot n° 7 au prix de 86 400 € HT", "Jean-Michel VERT", "Adoptée à l'unanimité"),
    ("2023-032", "VOIRIE – Déclassement de la desserte", "Anne DE LA ROCHE", "Retirée de l'ordre du jour"),
    ("2023-033", "EAU – Rapport annuel 2021 sur la qualité du service", "Zoé MAR", "Prend acte"),
    ("2023-034", "HABITAT – Convention avec l'Agence nationale de l'habitat", "Ève D'ORME", "Adoptée à l'unanimité"),
]
FOOT = "Communauté de communes du Val – 11 avenue Haute – 01234 Valmont Les délibérations sont consultables au siège."


@pytest.mark.parametrize("last", ["DÉCISION DU CONSEIL", "VOTE", "RÉSULTAT"])
def test_who_reports_is_no_part_of_the_title(last: str) -> None:
    rows = " ".join(" ".join(row) for row in ROWS)
    records = extract(text_of(f"{HEAD}{last} {rows} {FOOT}")).records
    assert [(r.number, r.title, r.rapporteur and r.rapporteur.name) for r in records] == [row[:3] for row in ROWS]
    outcomes = [r.vote and r.vote.outcome for r in records]
    assert outcomes == ["adopted", "adopted", "deferred", outcomes[3], "adopted"]


def test_a_name_without_such_a_column_stays_in_the_title() -> None:
    rows = " ".join(f"2023-03{n} Dénomination de la salle Anne ROUX {place} Adoptée" for n, place in enumerate("ABC"))
    records = extract(text_of(HEAD.replace("RAPPORTEUR", "") + "VOTE " + rows)).records
    assert all("Anne ROUX" in (r.title or "") for r in records)


@pytest.mark.parametrize("heads", ["RAPPORTEUR INTITULÉ", "Rapporteur Objet", "RAPPORTEURS TITRE"])
@pytest.mark.parametrize("civility", ["M. ", "Mme ", ""])
def test_who_reports_stands_before_the_title(heads: str, civility: str) -> None:
    rows = " ".join(f"{number} {civility}{name} {title} {outcome}" for number, title, name, outcome in ROWS)
    records = extract(text_of(f"{HEAD.replace('OBJET RAPPORTEUR', heads)} DÉCISION {rows} {FOOT}")).records
    assert [(r.number, r.title, r.rapporteur and r.rapporteur.name) for r in records] == [row[:3] for row in ROWS]


def test_the_executive_before_the_title_is_known_by_name() -> None:
    head = HEAD.replace("OBJET RAPPORTEUR", "RAPPORTEUR OBJET").replace("Présidente de séance :", "Présidente :")
    rows = [
        "2023-030 Mme la Présidente Approbation du procès-verbal de la séance du 2 mars 2023 Adoptée à l'unanimité",
        "2023-031 M. Paul NOIR BUDGET PRINCIPAL 2023 Retirée de l'ordre du jour",
        "2023-032 Mme VERT Rapport annuel sur le prix de l'eau Le Conseil communautaire prend acte",
    ]
    records = extract(text_of(f"{head}VOTE {' '.join(rows)} {FOOT}")).records
    assert [(r.title, r.rapporteur and r.rapporteur.name) for r in records] == [
        ("Approbation du procès-verbal de la séance du 2 mars 2023", "Agathe SORBIERS"),
        ("BUDGET PRINCIPAL 2023", "Paul NOIR"),
        ("Rapport annuel sur le prix de l'eau", "VERT"),
    ]


@pytest.mark.parametrize("name", ["Anne ROUX", "Mme Anne ROUX", "A. ROUX", "Jean-Paul LE GUEN", "Zoé D'ORME-VERT"])
def test_names_of_a_cell(name: str) -> None:
    assert NAME.fullmatch(name)


@pytest.mark.parametrize("outcome", ["Retirée de l'ordre du jour", "Adoptée à l'unanimité (31 voix pour)"])
def test_the_outcome_after_the_mayor_s_office_is_nobody_s_name(outcome: str) -> None:
    rows = "".join(
        f"2022/09/0{n} Dénomination de la place {n} Rapporteur : M. le Maire {outcome} " for n in range(1, 5)
    )
    head = "VILLE DE VALMONT Liste des délibérations du 28 septembre 2022 Président de séance : M. Paul ORBAN, Maire "
    records = extract(text_of(head + rows)).records
    assert [r.rapporteur and r.rapporteur.name for r in records] == ["Paul ORBAN"] * 4


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Adjoint aux sports Subvention de 3 500 € pour le tournoi", "Adjoint aux sports"),
        ("Adjointe à la culture Droits annuels d'inscription", "Adjointe à la culture"),
        ("Adjointe à la Petite Enfance", "Adjointe à la Petite Enfance"),
        ("Conseiller délégué au quartier Nord", "Conseiller délégué au quartier Nord"),
    ],
)
def test_a_role_ends_before_a_sentence(printed: str, role: str) -> None:
    assert role_alone(printed) == role


@pytest.mark.parametrize("dash", [" - ", " – ", " / "])
@pytest.mark.parametrize("names", [("Anne ROUX", "Mme Odile TARAVEL", "L. EYMERY"), ("Paul NOIR",) * 3])
def test_names_after_a_dash_that_end_all_titles_report(dash: str, names: tuple[str, ...]) -> None:
    titles = ("Tarifs de la halle", "Achat d'une benne", "Réfection de la couverture de l'école")
    rows = " ".join(
        f"2023-0{n} {title}{dash}{name} Adoptée à l'unanimité"
        for n, (title, name) in enumerate(zip(titles, names, strict=True), 1)
    )
    records = extract(text_of(f"VILLE DE VALMONT Liste des délibérations du 28 septembre 2022 {rows}")).records
    assert [record.title for record in records] == list(titles)


def test_a_name_after_a_dash_that_ends_one_title_is_of_its_matter() -> None:
    rows = (
        "2023-01 Tarifs de la halle Adoptée à l'unanimité 2023-02 Vente du lavoir – Paul NOIR Adoptée à l'unanimité "
        "2023-03 Achat d'une benne Adoptée à l'unanimité 2023-04 Budget primitif 2023 Adoptée à l'unanimité"
    )
    records = extract(text_of(f"VILLE DE VALMONT Liste des délibérations du 28 septembre 2022 {rows}")).records
    assert records[1].title == "Vente du lavoir – Paul NOIR"


@pytest.mark.parametrize("civility", ["M.", "Monsieur", "Mme"])
def test_a_name_before_the_one_who_reports_is_of_the_matter(civility: str) -> None:
    rows = (
        f"2023-01 Installation d'un conseiller – {civility} Paul NOIR Rapporteur : M. le Maire Le conseil prend acte. "
        "2023-02 Tarifs de la halle – Mme Anne ROUX Adopté à l'unanimité "
        "2023-03 Achat d'une benne – Rapporteure : Mme Anne ROUX Adopté à l'unanimité"
    )
    records = extract(text_of(f"VILLE DE VALMONT Liste des délibérations du 28 septembre 2022 {rows}")).records
    told = [record.title for record in records]
    assert told == [f"Installation d'un conseiller – {civility} Paul NOIR", "Tarifs de la halle", "Achat d'une benne"]
