"""Who reports: labels above the headings of minutes and below single acts, roles, discussions."""

import pytest

from kg.extract.officers.roles import role_alone
from tests.extract.test_officers import read as read_alone
from tests.extract.test_speakers import read

HEAD = (
    "VILLE DE MONTFLEURY CONSEIL MUNICIPAL PROCÈS-VERBAL de la séance du 12 mars 2023. L'an deux mille vingt-trois, le"
    " douze mars, le conseil municipal s'est réuni en mairie, sous la présidence de Mme Zoé VERT, Maire. Présents :"
    " Mme Zoé VERT, M. Paul NOIR, Mme Anne ROUX, M. Luc BRUN. Secrétaire de séance : M. Luc BRUN. "
)
VOTED = "Le Conseil, après en avoir délibéré, DÉCIDE : - D'APPROUVER la proposition. Adopté à l'unanimité. "


@pytest.mark.parametrize(
    "label", ["Rapporteur : M. ", "Rapporteure : Mme ", "RAPPORTEUR – Monsieur ", "Rapporteur(e) : "]
)
def test_labels_stand_above_the_headings(label: str) -> None:
    text = (
        f"{HEAD}{label}Paul NOIR, adjoint aux sports 1. TARIFS DE LA PISCINE MUNICIPALE Le prix monte. {VOTED}"
        f"{label}Anne ROUX 2. VENTE DU PRESBYTÈRE DE LA PLACE Le bâtiment est vide. {VOTED}"
        f"{label}Luc BRUN 3. SUBVENTION AU CLUB DE TENNIS Le club demande une aide. {VOTED}"
    )
    assert [person and person.name for _, person in read(text)] == ["Paul NOIR", "Anne ROUX", "Luc BRUN"]


def test_labels_below_the_headings_are_of_the_item_above() -> None:
    text = (
        f"{HEAD}1. TARIFS DE LA PISCINE MUNICIPALE Rapporteur : M. Paul NOIR Les tarifs sont revus. {VOTED}"
        f"2. VENTE DU PRESBYTÈRE DE LA PLACE Rapporteur : Mme Anne ROUX Le bâtiment est vide. {VOTED}"
    )
    assert [person and person.name for _, person in read(text)] == ["Paul NOIR", "Anne ROUX"]


@pytest.mark.parametrize(
    "said", ["Rapporteur : Monsieur Paul NOIR.", "RAPPORTEUR : Paul NOIR", "Le rapporteur : M. Paul NOIR"]
)
def test_a_label_below_a_single_act_wins_over_who_exposes(said: str) -> None:
    report = f"Vu le rapport par lequel Mme Zoé VERT expose ce qui suit. {'Le club est actif. ' * 90}"
    text = f"{report}DÉLIBÈRE : approuve. {said}\n"
    assert read_alone(text)["rapporteur"].name == "Paul NOIR"


@pytest.mark.parametrize(
    "asked",
    [
        "Mme Anne ROUX craint que les aides ne manquent ; M. Paul NOIR propose une permanence.",
        "M. Luc BRUN demande pourquoi le prix monte. Mme Anne ROUX explique la hausse.",
        "Mme Anne ROUX regrette ce choix. M. Paul NOIR indique que le marché est clos.",
    ],
)
def test_who_takes_part_in_a_discussion_reports_nothing(asked: str) -> None:
    assert "rapporteur" not in read_alone(f"Piscine. Les tarifs sont revus. {asked} Le conseil approuve ces tarifs.")


def test_who_reports_before_the_discussion_and_the_mayor_after_it() -> None:
    text = "Mme Anne ROUX présente les tarifs. M. Paul NOIR demande si la hausse est utile. M. Luc BRUN propose 3 %."
    assert read_alone(text)["rapporteur"].name == "Anne ROUX"
    said = "sous la présidence de Mme Zoé VERT, Maire. M. Luc BRUN regrette la hausse. Madame le Maire propose 3 %."
    assert read_alone(said)["rapporteur"].name == "Zoé VERT"


@pytest.mark.parametrize("stage", ["Questions diverses :", "DIVERS :", "Informations diverses –"])
def test_questions_that_follow_the_decision_are_no_report(stage: str) -> None:
    text = (
        f"{HEAD}1. TARIFS DE LA PISCINE MUNICIPALE Les tarifs sont revus. {VOTED}"
        f"2. VENTE DU PRESBYTÈRE DE LA PLACE Le bâtiment est vide. {VOTED}{stage} Mme Anne ROUX présente la fête."
    )
    assert [person for _, person in read(text)] == [None, None]


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("M. Paul NOIR, premier adjoint, donne lecture du budget.", "premier adjoint"),
        ("Mme Anne ROUX, première adjointe, présente le rapport.", "première adjointe"),
        ("M. Luc BRUN, troisième vice-président, expose le projet.", "troisième vice-président"),
        ("M. Luc BRUN, 2ème adjoint, expose le projet.", "2ème adjoint"),
    ],
)
def test_the_rank_belongs_to_the_role(written: str, role: str) -> None:
    assert read_alone(f"Budget. {written} Le conseil approuve.")["rapporteur"].role == role


@pytest.mark.parametrize("printed", ["rapporteur", "Rapporteure", "Conseillers en exercice", "Conseillers présents"])
def test_what_is_no_office(printed: str) -> None:
    assert role_alone(printed) is None


def test_a_member_may_propose_to_bring_a_price_to_another() -> None:
    assert read_alone("Mme Anne ROUX propose de porter le prix à 40 €. Adopté.")["rapporteur"].name == "Anne ROUX"
    assert "rapporteur" not in read_alone("Mme Anne ROUX propose de se porter candidate. Adopté.")


SINGLE = (
    "COMMUNE DE MONTFLEURY Délibération n° 2023-12 OBJET : Bail du moulin L'an deux mille vingt-trois, le douze mars,"
    " le conseil municipal s'est réuni en mairie sous la présidence de Mme Zoé VERT, Maire. Présents : Mme Zoé VERT,"
    " M. Paul NOIR – Suppléante présente : Mme Anne ROUX (remplaçant M. Luc BRUN) Secrétaire de séance : M. Luc BRUN "
)


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        (
            "Sur le rapport de M. Paul NOIR, premier adjoint, Le moulin est vacant. ",
            "Paul NOIR",
            "premier adjoint",
        ),
        ("Exposé de Mme le Maire : Le moulin est vacant. ", "Zoé VERT", "Maire"),
        ("VU le code ; Entendu Mme Anne ROUX, adjointe aux baux, en son rapport ; ", "Anne ROUX", "adjointe aux baux"),
        ("Ouï M. Paul NOIR, adjoint, en son exposé, ", "Paul NOIR", "adjoint"),
        (
            "RAPPORTEUR : M. Paul NOIR M. Paul NOIR, adjoint aux baux, expose : le bail. ",
            "Paul NOIR",
            "adjoint aux baux",
        ),
        (
            "Rapporteur : M. Paul NOIR, 2ème adjoint, en charge de l'habitat et des baux La commune a un moulin. ",
            "Paul NOIR",
            "2ème adjoint, en charge de l'habitat et des baux",
        ),
        (
            "Rapporteure : Anne ROUX, Adjointe à l'habitat et au logement Valmont Habitat réalise un moulin. ",
            "Anne ROUX",
            "Adjointe à l'habitat et au logement",
        ),
    ],
)
def test_who_reports_a_single_act(said: str, name: str, role: str) -> None:
    found = read_alone(SINGLE + said + VOTED)["rapporteur"]
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    "does", ["fait observer que le mot manque", "regrette l'absence de débat", "s'étonne du texte"]
)
def test_who_observes_reports_nothing(does: str) -> None:
    item = f"1. APPROBATION DU PROCÈS-VERBAL DU 2 MARS 2023 Anne ROUX {does}. Le procès-verbal est adopté. "
    assert read(HEAD + item + f"2. BAIL DU MOULIN Le moulin est vacant. {VOTED}")[0][1] is None


def test_who_presides_as_vice_president_by_the_signature() -> None:
    text = SINGLE.replace("Mme Zoé VERT, Maire", "Mme Zoé VERT, en l'absence du Président", 1)
    said = "Mme la Vice-Présidente rappelle que le moulin est vacant. "
    signed = "Pour copie conforme, La Vice-Présidente du C.C.A.S., Zoé VERT"
    assert read_alone(text + said + VOTED + signed)["rapporteur"].name == "Zoé VERT"
    assert "rapporteur" not in read_alone(text + said + VOTED)


@pytest.mark.parametrize(
    ("label", "report", "role"),
    [
        ("Rapporteur : M. Paul NOIR", "M. NOIR, adjoint aux finances, présente le bilan.", "adjoint aux finances"),
        ("Rapporteure : Mme Anne ROUX", "Mme ROUX, première adjointe, informe l'assemblée.", "première adjointe"),
        ("RAPPORTEUR : Monsieur NOIR Paul", "Monsieur NOIR, 2ème adjoint, expose le projet.", "2ème adjoint"),
        ("Rapporteur : M. Paul NOIR", "Mme ROUX, première adjointe, informe l'assemblée.", None),
        ("Rapporteur : M. Paul NOIR", "M. NOIR présente le bilan.", None),
    ],
)
def test_the_role_stands_beside_the_surname_of_who_is_named_in_full(label: str, report: str, role: str | None) -> None:
    text = f"{HEAD}1. TARIFS DE LA PISCINE MUNICIPALE {label} {report} {VOTED}2. VENTE DU PRÉ Le pré est vide. {VOTED}"
    person = read(text)[0][1]
    assert person is not None and person.role == role


@pytest.mark.parametrize("role", ["délégué à la randonnée", "élu délégué aux sports", "délégué en charge de la forêt"])
def test_a_delegation_is_a_role(role: str) -> None:
    label = f"Rapporteur : Paul NOIR, {role} La convention fixe les engagements de chacun."
    text = f"{HEAD}1. TARIFS DE LA PISCINE MUNICIPALE {label} {VOTED}2. VENTE DU PRÉ Le pré est vide. {VOTED}"
    person = read(text)[0][1]
    assert person is not None and person.role == role


@pytest.mark.parametrize("label", ["(Rapporteur Anne Roux)", "(rapporteur : Anne Roux)", "(Rapporteure Mme Anne Roux)"])
def test_a_bracket_stands_for_the_colon_of_a_label(label: str) -> None:
    text = (
        f"{HEAD}1. VENTE DU PRESBYTÈRE DE LA PLACE {label} Le bâtiment est vide. {VOTED}2. TARIFS DE LA HALLE {VOTED}"
    )
    assert next(person and person.name for _, person in read(text)) == "Anne Roux"
