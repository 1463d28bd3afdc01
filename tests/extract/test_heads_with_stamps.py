"""Heads of single acts: titles beside stamps, services and notes; numbers that the receipt or the organ tells."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

SITTING = (
    "Le Conseil Municipal, légalement convoqué le 3 mars 2023, s'est réuni à la mairie sous la présidence de Mme Odile "
    "TARAVEL, Maire. PRÉSENTS : Odile TARAVEL, Paul BRUN, Lise AMBERT. ABSENTS : néant. Secrétaire : Paul BRUN. Vu le "
    "Code général des collectivités territoriales, après en avoir délibéré, à l'unanimité, DÉCIDE d'approuver. "
)
TITLE = "Réfection du lavoir – Approbation du plan de financement"


def head(raw: str) -> tuple[str | None, str | None]:
    (act,) = segment(normalise(raw)).acts
    return act.heading_value("number"), act.heading_value("title")


@pytest.mark.parametrize(
    "after",
    [
        "Effectif légal du Conseil municipal : 33 En exercice : 33 ",
        "Effectif : 19 En exercice : 18 ",
        "EFFECTIF LÉGAL : 19 ",
        "NOTA : Le Maire certifie que le compte rendu a été affiché. ",
        "Nota bene : la convocation a été faite le 3 mars 2023. ",
        "LA COMMISSION PERMANENTE DU CONSEIL DEPARTEMENTAL, VU le code, ",
        "L'ASSEMBLÉE DÉPARTEMENTALE, VU le code, ",
    ],
)
def test_a_title_ends_where_the_sitting_is_counted_or_the_organ_speaks(after: str) -> None:
    raw = f"VILLE DE MONTFLEURY CONSEIL MUNICIPAL DÉLIBÉRATION DEL-2023-087 OBJET : {TITLE} {after}{SITTING}"
    assert head(raw) == ("DEL-2023-087", TITLE)


@pytest.mark.parametrize("mark", ["—", "-", ":"])
def test_an_extract_of_the_minutes_is_one_act(mark: str) -> None:
    raw = (
        f"COMMUNE DE MONTFLEURY CONSEIL MUNICIPAL PROCES-VERBAL {mark} EXTRAIT DELIBERATION N° 2023-097 AFFAIRE N° 12 "
        f"OBJET : {TITLE} NOTA : Le Maire certifie l'affichage. {SITTING}"
    )
    assert head(raw) == ("2023-097", TITLE)


@pytest.mark.parametrize("stamp", ["Acte rendu exécutoire après réception en Préfecture de Montbrun le : 06/03/2023 "])
def test_a_stamp_behind_the_number_is_no_title(stamp: str) -> None:
    raw = (
        f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DE LA COMMUNE DE MONTFLEURY Objet de la Délibération {TITLE} "
        f"N° 2023-38 {stamp}Séance du 3 mars 2023 {SITTING}"
    )
    assert head(raw) == ("2023-38", TITLE)


@pytest.mark.parametrize("label", ["Rapport n° 5-7", "Dossier n° 4102", "RAPPORT N° 3.07"])
@pytest.mark.parametrize("number", ["22CP.1107", "23AP-12", "21CR.003"])
def test_the_service_and_the_rank_of_a_report_stand_before_the_title(label: str, number: str) -> None:
    raw = (
        f"RÉGION VAL DE SERRE N° de la délibération : {number} DIRECTION Transition énergétique Pôle : TERRITOIRES "
        f"Commission 5 {label} {TITLE} Extrait du registre des délibérations de la commission permanente. {SITTING}"
    )
    assert head(raw) == (number, TITLE)


def test_the_receipt_tells_a_number_without_label() -> None:
    receipt = "ID : 034-213402662-20230303-DEL23_0208-DE"
    raw = f"{receipt} VILLE DE MONTFLEURY CONSEIL MUNICIPAL SÉANCE DU 3 MARS 2023 23-0208 {TITLE} {SITTING}"
    assert head(raw) == ("23-0208", TITLE)
    assert head(raw.replace("23_0208", "23_0212"))[0] is None


def test_a_title_stands_between_a_stamp_and_the_organ_in_capitals() -> None:
    raw = (
        "La Région VAL DE SERRE Délibération N°CP/2022-12/09.14 La Commission Permanente Séance du : 5 décembre 2022 "
        "Date de réception préfecture : 13/12/2022 Date d'affichage : 14/12/2022 Fonds pour le spectacle vivant : aide "
        "aux compagnies – 2ème répartition 2022 LA COMMISSION PERMANENTE, Vu le Code général des collectivités "
        "territoriales, après en avoir délibéré, à l'unanimité, DÉCIDE : ARTICLE 1 : D'ATTRIBUER 41 500 €. "
    )
    title = "Fonds pour le spectacle vivant : aide aux compagnies – 2ème répartition 2022"
    assert head(raw) == ("CP/2022-12/09.14", title)


@pytest.mark.parametrize("verdict", ["Rejetée par 15 voix contre, 9 voix pour", "Adoptée par 9 pour et 2 contre"])
def test_votes_of_either_side_close_a_title_of_a_list(verdict: str) -> None:
    raw = (
        "COMMUNE DE MONTFLEURY LISTE DES DÉLIBÉRATIONS EXAMINÉES EN SÉANCE DU 3 MARS 2023 2023-04-09 Vente du lavoir "
        "Approuvée à l'unanimité 2023-04-10 Tarifs de la cantine Approuvée à l'unanimité 2023-04-11 Vœu relatif au "
        f"maintien de la gare {verdict} et 3 abstentions Le texte intégral sera consultable en mairie."
    )
    acts = segment(normalise(raw)).acts
    assert [act.heading_value("title") for act in acts][-1] == "Vœu relatif au maintien de la gare"
