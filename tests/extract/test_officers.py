"""Who presides, who writes, who reports."""

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.officers import EXTRACTOR
from kg.extract.segment import segment
from kg.model import Person
from kg.text.view import normalise


def read(writing: str) -> dict[str, Person]:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False)
    return {reading.field: reading.value for reading in EXTRACTOR.read(act) if isinstance(reading, Mention)}


@pytest.mark.parametrize(
    ("writing", "field", "person"),
    [
        ("réuni sous la présidence de Monsieur le Maire, Paul NOIR.", "chair", Person("Paul NOIR", "Maire")),
        (
            "sous la présidence de Monsieur Paul NOIR. Le Président, Paul NOIR",
            "chair",
            Person("Paul NOIR", "Président"),
        ),
        ("Mme ROUX déclare la séance ouverte.", "chair", Person("ROUX")),
        (
            "le conseil s'est réuni à la mairie, sur la convocation de Mme Anne ROUX, Maire, et sous sa présidence.",
            "chair",
            Person("Anne ROUX", "Maire"),
        ),
        (
            "Convoqué par M. Paul NOIR, président, le 3 mai, le comité s'est assemblé sous sa présidence.",
            "chair",
            Person("Paul NOIR", "président"),
        ),
        ("Secrétaire : Mme Anne ROUX", "secretary", Person("Anne ROUX")),
        ("Secrétaire de séance : Mme ROUX Sujet : Tarifs", "secretary", Person("ROUX")),
        ("Secrétaire de séance : M. BRUN Réf. : 2023-12", "secretary", Person("BRUN")),
        ("Secrétaire de séance : M. BRUN Exposé des motifs", "secretary", Person("BRUN")),
        ("Le conseil désigne Anne ROUX en qualité de secrétaire de séance.", "secretary", Person("Anne ROUX")),
        ("Rapporteur : Anne ROUX", "rapporteur", Person("Anne ROUX")),
        (
            "Monsieur le Maire expose que le toit fuit. Fait à Ville, Le Maire, Paul NOIR",
            "rapporteur",
            Person("Paul NOIR", "Maire"),
        ),
        ("Le Maire donne la parole à Madame Anne ROUX, qui rappelle le projet.", "rapporteur", Person("Anne ROUX")),
        (
            "M. NOIR cède la parole à Mme Anne ROUX, présidente de la commission voirie, eau\net égouts.\nIl le dit.",
            "rapporteur",
            Person("Anne ROUX", "présidente de la commission voirie, eau et égouts"),
        ),
        (
            "Le Maire donne la parole à Mme Anne ROUX, adjointe aux sports, pour présenter le projet.",
            "rapporteur",
            Person("Anne ROUX", "adjointe aux sports"),
        ),
        (
            "sous la présidence de Mme Anne ROUX, Vice-Présidente. Mme la Vice-Présidente commente le budget.",
            "rapporteur",
            Person("Anne ROUX", "Vice-Présidente"),
        ),
        (
            "PRESIDENT : M. Paul NOIR\nSECRETAIRE : Mme Zoé VERT\nPRESENTS : MM. NOIR, GRIS",
            "chair",
            Person("Paul NOIR", "PRESIDENT"),
        ),
        ("Le 3 mai, M. Paul NOIR, Président, dirigeant les débats.", "chair", Person("Paul NOIR", "Président")),
        ("Présents : M. Paul NOIR, maire, président ; Mme Zoé VERT.", "chair", Person("Paul NOIR", "maire")),
        ("sous la présidence\nconseillers en de monsieur Paul NOIR", "chair", Person("Paul NOIR")),
        (
            "Le Maire ouvre la séance.\nLe Maire Le Secrétaire de Séance\nDr. Paul NOIR M. Luc BRUN",
            "chair",
            Person("Paul NOIR", "Maire"),
        ),
        ("La secrétaire de séance, Le Maire, Zoé VERT Paul NOIR", "secretary", Person("Zoé VERT")),
        ("Le secrétaire de séance sera Monsieur Luc BRUN, conformément à la loi.", "secretary", Person("Luc BRUN")),
        (
            "Secrétaire de séance : Zoé VERT La Maire préside. La Maire, Anne ROUX",
            "chair",
            Person("Anne ROUX", "Maire"),
        ),
        ("Secrétariat : M. Luc BRUN. Rapporteure : Anne ROUX", "secretary", Person("Luc BRUN")),
        ("Secrétaire de séance : Mademoiselle VERT.", "secretary", Person("VERT")),
        ("Mme Zoé VERT et M. Luc BRUN sont désignés comme secrétaires de séance.", "secretary", Person("Zoé VERT")),
        ("Zoé VERT et Luc BRUN ont été désignés secrétaires de séance.", "secretary", Person("Zoé VERT")),
    ],
)
def test_officers(writing: str, field: str, person: Person) -> None:
    assert read(writing)[field] == person


def test_a_mayor_whom_nothing_names_is_nobody() -> None:
    assert read("Le Maire expose la situation. La séance est ouverte.") == {}


@pytest.mark.parametrize(
    ("writing", "secretary"),
    [
        (
            "Absent : Monsieur Luc BRUN, L'assemblée étant en nombre, le Maire invite le Conseil à nommer celui de ses"
            " membres qui doit remplir les fonctions de Secrétaire. Madame Anne ROUX, désignée, prend place.",
            "Anne ROUX",
        ),
        ("Secrétaires de séance : Messieurs Paul NOIR et Luc BRUN", "Paul NOIR"),
        (
            "DESIGNATION DU SECRETAIRE Rapporteur : Mme ROUX L'article 1 dit que le Conseil nomme un de ses membres"
            " pour remplir les fonctions de secrétaire. Monsieur Paul NOIR a été désigné secrétaire de séance.",
            "Paul NOIR",
        ),
        ("Présents : Anne ROUX, Paul NOIR. Secrétaire de séance : Anne ROUX KR KA", "Anne ROUX"),
        ("Présents : Anne ROUX, Paul NOIR. Secrétaire de séance : Mme ROUX", "Anne ROUX"),
    ],
)
def test_the_secretary_among_other_names(writing: str, secretary: str) -> None:
    assert read(writing)["secretary"] == Person(secretary)


def test_a_surname_that_two_members_bear_stays_alone() -> None:
    assert read("Présents : Anne ROUX, Paul ROUX. Secrétaire de séance : Mme ROUX")["secretary"] == Person("ROUX")


@pytest.mark.parametrize(
    "opens",
    [
        "Le Maire, après avoir procédé à l'appel, ouvre la séance.",
        "Le Maire, ayant constaté que le quorum est atteint, ouvre la séance.",
        "Le Maire, constatant le quorum, déclare la séance ouverte.",
        "Le Maire, une fois le quorum vérifié, ouvre la séance.",
    ],
)
def test_a_title_that_begins_a_sentence_is_not_that_of_the_name_before(opens: str) -> None:
    away = "Absents : Luc BRUNEAU et Paul NISSE,\n\n"
    assert "chair" not in read(f"{away}{opens}")
    listed = f"Présents : M. Jean TISSIER, Maire, Mme Anne RUEL.\n{away}{opens}"
    assert read(listed)["chair"] == Person("Jean TISSIER", "Maire")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le Maire,\nYvan ROUX\n\nLa Secrétaire de séance,\nAnnie NOIR", "Annie NOIR"),
        ("Le Président, Yvan ROUX La secrétaire de seande, Annie NOIR", "Annie NOIR"),
        (
            "DESIGNATION DU SECRETAIRE DE SEANCE\n\nRAPPORTEUR : MONSIEUR LE MAIRE - YVAN ROUX\n\nMonsieur le Maire"
            " propose la nomination de M. Luc NOIR comme secrétaire de séance.",
            "Luc NOIR",
        ),
    ],
)
def test_the_secretary_who_signs_or_is_proposed(text: str, name: str) -> None:
    secretary = read(text)["secretary"]
    assert secretary.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Le maire et le secrétaire de séance, Paul NOIR ayant quitté la salle, sont invités à signer.",
        "DESIGNATION DU SECRETAIRE DE SEANCE. Rapporteur : M. le Maire - Yvan ROUX propose un vote à main levée.",
    ],
)
def test_who_is_not_the_secretary(text: str) -> None:
    assert "secretary" not in read(text)


@pytest.mark.parametrize(
    "called",
    [
        "par la Présidente, Mme Anne ROUX",
        "par Madame la Présidente, Madame Anne ROUX",
        "par la présidente Mme Anne ROUX",
        "de la Présidente, Mademoiselle Anne ROUX",
    ],
)
def test_the_executive_who_convenes_is_named_once_and_reports(called: str) -> None:
    text = f"Les délégués se sont réunis sur la convocation {called}. La Présidente rappelle que le bail prend fin."
    assert read(text)["rapporteur"].name == "Anne ROUX"


@pytest.mark.parametrize(
    "told",
    [
        "Le débat s'appuie sur un document présenté par le président de l'exécutif de la collectivité.",
        "Le projet présenté par le président de l'association est ambitieux.",
        "L'offre présentée par le président d'un club voisin est étudiée.",
    ],
)
def test_the_president_of_something_else_does_not_report(told: str) -> None:
    assert "rapporteur" not in read(f"Monsieur Paul NOIR, Président, ouvre la séance.\n{told}")


@pytest.mark.parametrize("said", ["Sur la proposition du Maire,", "Sur proposition de Monsieur le Maire,"])
def test_the_quorum_above_the_list_of_members_does_not_end_it(said: str) -> None:
    members = ", ".join(
        f"M. {name}, Mme {name}ON" for name in ("NOIR", "VERT", "BLEU", "ROSEL", "GRISARD", "BRUNEL") * 4
    )
    text = (
        "COMMUNE DE MONTFLEURY OBJET : Cession d'un bien communal N° 2023/020 Le nombre de conseillers en exercice est"
        " de 35 (quorum : 18 membres présents). Le conseil municipal s'est réuni sous la présidence de M. Paul NOIR. "
        f"Présents : M. Paul NOIR, Maire, {members}, Conseillers Municipaux Absents excusés ayant donné pouvoir : "
        "M. ROUX (pouvoir à M. BLEU). Mme VERT a été désignée secrétaire. Délibération N° 2023/020 OBJET : Cession "
        f"d'un bien communal {said} VU le code, CONSIDÉRANT le projet, Après en avoir délibéré, LE CONSEIL DÉCIDE "
        "la cession du bien."
    )
    act = segment(normalise(text)).acts[0]
    reported = [one.value for one in EXTRACTOR.read(act) if isinstance(one, Mention) and one.field == "rapporteur"]
    assert [one.name for one in reported] == ["Paul NOIR"]
