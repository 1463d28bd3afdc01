"""Titles in a text of one line: what follows them is told, set apart between parentheses, counted, or coded."""

import pytest

from kg.extract.layout.titles.sentences import sentence_in
from kg.extract.layout.titles.title import title_at
from kg.extract.segment import segment
from kg.text.view import normalise


def title_of(writing: str) -> str:
    view = normalise(writing)
    span = title_at(view, 0, len(view.text))
    assert span
    return view.text[slice(*span)]


@pytest.mark.parametrize(
    ("title", "report"),
    [
        ("Vente du presbytère", "Deux offres ont été reçues en mairie."),
        ("Vente du presbytère", "Trois candidats se sont présentés."),
        ("Subvention à l'Harmonie", "L'Harmonie Sainte-Cécile demande 600 €."),
        (
            "VENTE DU PRESBYTÈRE",
            "Consécutivement aux travaux de la rue, par courrier du 3 mai, le notaire s'est prononcé.",
        ),
        ("ADOPTION DU COMPTE RENDU DU 3 MAI", "Avant d'aborder les questions, il est proposé de l'approuver."),
        ("COMPTE ADMINISTRATIF 2021", "Réuni sous la présidence de Mme EYMERY"),
        ("Achat d'une benne", "L'ancienne benne, achetée en 1998, est hors d'usage."),
        ("Travaux de l'école", "M. Brun présente les trois offres."),
        ("Réfection de la rue", "Mme Anne NOIR, adjointe aux travaux, détaille le projet."),
        ("Tarifs de la cantine", "Chaque famille a reçu un courrier."),
        ("Convention avec l'école de musique", "Rapport de Mme EYMERY, adjointe"),
        ("Convention avec l'école de musique", "Afin de poursuivre l'activité, une convention est utile."),
        ("Convention avec l'école de musique", "À l'occasion de la rentrée, un accord est trouvé."),
        ("Budget de l'eau", "En référence à la loi de 2015, le budget est voté."),
        ("Budget de l'eau", "Présentation par M. EYMERY."),
        ("Motion de soutien aux éleveurs", "Sachant que les prix baissent,"),
        ("Révision du plan d'urbanisme", "Attendu que la zone est inondable,"),
        ("Cession d'un immeuble", "(Madame EYMERY quitte la salle et ne participe pas au vote) La maison"),
        ("Cession d'un immeuble", "(Mesdames EYMERY, NOIR et Monsieur BRUN ne prennent pas part au vote)"),
        ("Cession d'un immeuble", "(la séance est présidée par Mme EYMERY) La maison"),
        ("Modification des statuts", "29 1 1 0 Approuve la modification"),
        ("Modification des statuts", "31 - - - Approuve la modification"),
        ("Modification des statuts", "------------------- Approuve la modification"),
        ("Modification des statuts", "\uf0b7 Adoption des statuts"),
        ("Achat d'un véhicule d'incendie :", "2025-10-30-DCM-02 Nomenclature ACTES : 1.1.1"),
        ("Achat d'un véhicule d'incendie", "DEL2025-014 Le camion"),
    ],
)
def test_a_title_ends_where_something_is_told(title: str, report: str) -> None:
    assert title_of(f"{title} {report}") == title.rstrip(" :")


@pytest.mark.parametrize(
    "title",
    [
        "Convention avec l'association Réveil de Montfleury",
        "Approbation du Rapport d'activité 2022",
        "Motion « Notre école est un bien commun » adressée au ministre",
        'Convention avec la société "Les Halles", concessionnaire des marchés',
        "Acquisition de la parcelle qui est cadastrée AB 12",
        "Désignation d'un représentant (scrutin secret)",
        "Attribution du marché de voirie, lot 1 2023",
        "Renouvellement de la convention 2023-2025 avec l'État",
        "Modification de la délibération n° 21-12/130 du 6 décembre",
        "Dénomination du square des Trois Fontaines",
        "Taxe sur la consommation finale attendue en 2022",
        "TAXE GEMAPI – FIXATION DU MONTANT ATTENDU POUR 2022",
    ],
)
def test_a_title_keeps_words_that_also_open_reports(title: str) -> None:
    assert title_of(f"{title} Monsieur le Maire expose") == title


def test_a_title_without_a_verb_holds_no_sentence() -> None:
    title = "Vente du presbytère et de la grange à Madame Noir"
    assert sentence_in(title, 0, len(title)) is None


def test_a_title_between_the_last_name_and_the_report_of_a_flat_page() -> None:
    text = (
        "Délibération n°M2023-014 Séance ordinaire du jeudi 2 mars 2023 L'an deux mille vingt-trois et le deux mars, "
        "les membres du Conseil de Métropole, légalement convoqués, se sont assemblés sous la présidence de "
        "Monsieur Loïc EYMERY. Présents : Agathe SORBIERS, Nolwenn LE GOASTER. Absents : Paul NOIR, Anne BRUN "
        "Mobilités - Voie verte - Convention avec la Région - Approbation Madame Agathe SORBIERS, Vice-Présidente, "
        "rapporte : La voie verte relie deux communes. Après en avoir délibéré, le Conseil approuve la convention."
    )
    (act,) = segment(normalise(text)).acts
    assert act.heading_value("number") == "M2023-014"
    assert act.heading_value("title") == "Mobilités - Voie verte - Convention avec la Région - Approbation"
