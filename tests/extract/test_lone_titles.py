"""Titles of acts that stand alone: beside the number, between the members and the report, in capitals."""

import pytest

from kg.extract.layout.kind import kind_of
from kg.extract.segment import segment
from kg.text.view import normalise

SITTING = (
    "L'an deux mille vingt-deux, le dix-huit mars, le conseil d'administration s'est réuni sous la présidence de "
    "M. Paul VERT. Présents : Paul VERT, Anne ROUX, Luc BRUN. Absent : Guy BLEU. Secrétaire de séance : "
)
DECIDED = (
    "Vu le code général des collectivités territoriales, Le conseil d'administration, après en avoir délibéré, "
    "à l'unanimité, APPROUVE la proposition. "
)


def heads(raw: str) -> list[tuple[object, object]]:
    return [(act.heading_value("number"), act.heading_value("title")) for act in segment(normalise(raw)).acts]


@pytest.mark.parametrize("label", ["DCM 2022-03-17", "N° 11-2022", "DÉLIBÉRATION N° CA-22-009"])
def test_the_number_before_a_title_in_capitals_is_no_part_of_it(label: str) -> None:
    title = "INDEMNITÉS DE FONCTION DU PRÉSIDENT"
    raw = f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS {SITTING}Luc BRUN {label} {title} "
    assert heads(f"{raw}Monsieur le Président rappelle la loi. {DECIDED}") == [(label.split()[-1], title)]


@pytest.mark.parametrize("given", ["A.", "A-M.", "Anne"])
def test_a_title_in_capitals_ends_where_a_member_reports(given: str) -> None:
    title = "ASSAINISSEMENT : RAPPORT ANNUEL SUR LA QUALITÉ DU SERVICE"
    raw = f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS Délibération 2022/65 {SITTING.replace('Anne', given)}L. BRUN {title} "
    assert heads(f"{raw}{given} ROUX, adjointe aux réseaux, présente le rapport. {DECIDED}") == [("2022/65", title)]


@pytest.mark.parametrize("theme", ["", "FINANCES – ", "Eau : "])
def test_the_line_under_the_number_is_the_title_after_its_theme_too(theme: str) -> None:
    title = f"{theme}Attribution de fonds de concours aux communes"
    raw = (
        f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n{SITTING}\nMme Anne ROUX\n\nDélibération n° 2022/07/08-11\n{title}\n\n"
    )
    assert heads(f"{raw}Rapporteur : M. Luc BRUN\n\nLe Président rappelle le règlement.\n{DECIDED}") == [
        ("2022/07/08-11", title)
    ]


def test_a_code_of_services_and_a_canton_are_no_titles() -> None:
    title = "Aménagement du centre-bourg – Autorisation environnementale"
    raw = f"Conseil du 5 février 2022 Délibération PSDA/DAUH/SAM Rapporteur : Mme ROUX A. N° XX- {title} {DECIDED}"
    assert heads(raw)[0][1] == title
    raw = f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS N° 26-01-26 CANTON de VALBRUN {SITTING}Luc BRUN. {DECIDED}"
    assert heads(raw)[0][1] is None


@pytest.mark.parametrize("after", ["(délibération CA2022-118)", "(délibération 2022-118)", "(acte n° 2022-118)"])
def test_a_number_in_brackets_closes_a_title(after: str) -> None:
    opening = f"PROCÈS-VERBAL DU CONSEIL COMMUNAUTAIRE {SITTING}Luc BRUN. "
    matters = ("GARANTIE D'UN EMPRUNT POUR LA RUE DES CORDIERS", "PRIX DE VENTE DES LOTS", "SUBVENTION AU CAMPUS")
    raw = "".join(
        f"{rank}. {title} {after[:-2]}{rank}) Le rapporteur rappelle le dossier. Adopté à l'unanimité. "
        for rank, title in enumerate(matters, 1)
    )
    assert [title for _, title in heads(opening + raw)] == list(matters)
    assert all(str(number).endswith(f"-11{rank}") for rank, (number, _) in enumerate(heads(opening + raw), 1))


def test_numbers_by_commission_are_one_series() -> None:
    opening = f"RELEVÉ DES DÉLIBÉRATIONS DE LA COMMISSION PERMANENTE {SITTING}Luc BRUN. "
    numbers = (101, 102, 201, 202, 301)
    matters = ("AIDE AU LOGEMENT", "AIDE AUX FAMILLES", "ACHAT DE TERRAINS", "VENTE DU DÉPÔT", "AIDE AUX FESTIVALS")
    raw = "".join(
        f"Rapport n° {number} CP-2022-03-{number} {title} Rapporteur : Mme Anne ROUX La Commission permanente décide "
        "d'approuver le dossier. Vote : adopté à l'unanimité. "
        for number, title in zip(numbers, matters, strict=True)
    )
    withdrawn = "Rapport n° 302 PRIX DU LIVRE Rapport retiré de l'ordre du jour. "
    noted = (
        "Rapport n° 303 CP-2022-03-303 COMMUNICATION DES MARCHÉS CONCLUS "
        "La Commission permanente prend acte de la liste. "
    )
    found = heads(opening + raw + withdrawn + noted)
    assert [number for number, _ in found] == [*(f"CP-2022-03-{one}" for one in numbers), None, "CP-2022-03-303"]
    assert [title for _, title in found] == [*matters, "PRIX DU LIVRE", "COMMUNICATION DES MARCHÉS CONCLUS"]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("EXTRAIT DES DÉLIBÉRATIONS DU BUREAU SYNDICAL\n", "deliberation"),
        ("RECUEIL DES ACTES – EXTRAIT\nDEL-20220318-27   PÔLE D'ÉCHANGES\n", "deliberation"),
        ("COMPTE RENDU DU BUREAU SYNDICAL\n", "minutes"),
    ],
)
def test_an_extract_of_the_deliberations_is_one(head: str, kind: str) -> None:
    raw = f"{head}{SITTING}Luc BRUN.\n\nLE CONSEIL D'ADMINISTRATION,\nVu le code,\nDÉCIDE d'approuver le projet.\n"
    assert kind_of(normalise(raw + "Adopté à l'unanimité.\n")) == kind


@pytest.mark.parametrize("head", ["Rapport des commissions", "Compte rendu des commissions", "Travaux des commissions"])
def test_what_commissions_report_is_no_act(head: str) -> None:
    raw = (
        f"PROCÈS-VERBAL\n{SITTING}Luc BRUN.\n\nObjet : Tarifs de la halle\nAdopté à l'unanimité.\n\n"
        f"Objet : Achat d'un broyeur\nAdopté à l'unanimité.\n\n{head}\nMme ROUX informe du retard.\n"
    )
    assert [title for _, title in heads(raw)] == ["Tarifs de la halle", "Achat d'un broyeur"]
