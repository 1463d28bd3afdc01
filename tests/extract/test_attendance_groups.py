"""A roll with a column of political groups between each member and what the roll says; counts told anew by items."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Proxy
from tests.extract.test_rolls_in_rows import read

ROWS = (
    ("{ROUX}", 0, "présente"),
    ("{NOIR}", 0, "présent"),
    ("{BLEU}", 0, "{away} ROUX Anne"),
    ("{VERT}", 1, "présente"),
    ("{BRUN}", 0, "présent"),
    ("{FAUVE}", 1, "absent excusé sans pouvoir"),
    ("{ROSE}", 2, "{away} BRUN Luc"),
    ("{GRIS}", 1, "présent"),
    ("{OCRE}", 2, "présente"),
)
SURNAME_FIRST = {
    **{"ROUX": "ROUX Anne", "NOIR": "NOIR Jean-Paul", "BLEU": "BLEU Guy", "VERT": "LE VERT Zoé", "BRUN": "BRUN Luc"},
    **{"FAUVE": "FAUVE Noé", "ROSE": "ROSE Ida", "GRIS": "GRIS-BLANC Max", "OCRE": "D'OCRE Eva"},
}
GIVEN_FIRST = {
    **{"ROUX": "Anne ROUX", "NOIR": "Jean-Paul NOIR", "BLEU": "Guy BLEU", "VERT": "Zoé LE VERT", "BRUN": "Luc BRUN"},
    **{"FAUVE": "Noé FAUVE", "ROSE": "Ida ROSE", "GRIS": "Max GRIS-BLANC", "OCRE": "Eva D'OCRE"},
}


def roll(head: str, groups: tuple[str, str, str], away: str, names: dict[str, str], ranks: bool, end: str) -> str:
    rows = (f"{name} {groups[group]} {said}".format(away=away, **names) for name, group, said in ROWS)
    told = (f"{rank} {row}" if ranks else row for rank, row in enumerate(rows, 1))
    return f"{head}{end}{end.join(told)}{end}Secrétaire de séance : Mme ROUX"


@pytest.mark.parametrize("end", [" ", "\n"])
@pytest.mark.parametrize("names", [SURNAME_FIRST, GIVEN_FIRST], ids=["surname first", "given name first"])
@pytest.mark.parametrize(
    ("head", "groups", "away", "ranks"),
    [
        ("APPEL NOMINAL N° Nom et prénom Groupe Présence Pouvoir à", ("VE", "SA", "NI"), "absent", True),
        ("Conseillers Liste Présence Pouvoir à", ("MAJ", "OPP", "EELV"), "excusé", False),
        ("Nom Prénom Groupe Présence", ("UPV", "PS-PC", "LR"), "représenté par", False),
        ("Élus Groupe Présence Mandataire", ("VPT", "ASE", "NI"), "absent, pouvoir à", True),
        (
            "Élus Groupe politique Présence",
            ("Valmont Ensemble", "Valmont Demain", "Non inscrit"),
            "absent, pouvoir à",
            True,
        ),
        ("Nom Prénom Liste Présence", ("MAJORITÉ", "OPPOSITION", "non inscrit(e)"), "excusé, procuration à", False),
    ],
)
def test_the_group_is_no_part_of_the_name(
    head: str, groups: tuple[str, str, str], away: str, ranks: bool, names: dict[str, str], end: str
) -> None:
    fields = read(roll(head, groups, away, names, ranks, end))
    assert fields["present"] == [names[key] for key in ("ROUX", "NOIR", "VERT", "BRUN", "GRIS", "OCRE")]
    assert fields["proxies"] == [Proxy(names["BLEU"], "ROUX Anne"), Proxy(names["ROSE"], "BRUN Luc")]
    assert fields["absent"] == [names["FAUVE"]]


MINUTES = (
    "Ville de Valbrun PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 25 MAI 2023 Le Conseil municipal s'est réuni à 19 h en "
    "mairie sous la présidence de Mme Anne ROUX, Maire. APPEL NOMINAL N° Nom et prénom Groupe Présence Pouvoir à "
    "1 ROUX Anne VE présente 2 NOIR Jean-Paul VE présent 3 BLEU Guy VE absent ROUX Anne 4 LE VERT Zoé SA présente à "
    "partir de la délibération n° 2023-12 (excusée auparavant) 5 BRUN Luc SA présent 6 FAUVE Noé SA absent "
    "7 OCRE Eva NI présente jusqu'à la délibération n° 2023-12, {away} à partir de la délibération n° 2023-13 BRUN Luc "
    "8 ROSE Ida VE présente Secrétaire de séance : Mme Ida ROSE "
)
"""Two that come and go, the second with a proxy from then on."""


def item(number: int, counts: str) -> str:
    return (
        f"Délibération n° 2023-{number} Achat de la parcelle AB {number} {counts} Mme le Maire expose le projet. Le "
        "Conseil municipal, après en avoir délibéré, à l'unanimité, APPROUVE l'achat. "
    )


@pytest.mark.parametrize("away", ["absente", "représentée", "puis excusée"])
def test_who_leaves_is_then_represented(away: str) -> None:
    records = extract(text_of(MINUTES.format(away=away) + "".join(item(number, "") for number in (11, 12, 13)))).records
    assert [len(record.present) for record in records] == [5, 6, 5]
    assert [("LE VERT Zoé" in record.absent, "OCRE Eva" in record.present) for record in records] == [
        *((True, True), (False, True), (False, False))
    ]
    assert [[one.giver for one in record.proxies] for record in records] == [
        *(["BLEU Guy"], ["BLEU Guy"], ["BLEU Guy", "OCRE Eva"])
    ]


@pytest.mark.parametrize(
    "counts",
    [
        "Conseillers en exercice : 8 - Présents : {} - Pouvoirs : {} - Votants : {}",
        "En exercice : 8, présents : {}, procurations : {}, votants : {}",
        "Nombre de conseillers en exercice : 8 Nombre de présents : {} Nombre de pouvoirs : {} Nombre de votants : {}",
        "Membres en exercice : 8 ; Membres présents : {} ; Représentés : {} ; Votants : {}",
    ],
)
def test_each_item_has_its_own_counts(counts: str) -> None:
    told = ((11, counts.format(5, 1, 6)), (12, counts.format(6, 1, 7)), (13, counts.format(5, 2, 7)))
    records = extract(text_of(MINUTES.format(away="absente") + "".join(item(*one) for one in told))).records
    counted = [(one.members.in_office, one.members.present, one.members.proxies, one.members.voting) for one in records]
    assert counted == [(8, 5, 1, 6), (8, 6, 1, 7), (8, 5, 2, 7)]


@pytest.mark.parametrize(
    "group", ["Groupe Majorité départementale", "GROUPE VALMONT ENSEMBLE", "Liste Agir pour Valmont"]
)
@pytest.mark.parametrize(
    "other", ["Groupe de la Gauche et des Écologistes", "GROUPE DES INDÉPENDANTS", "Liste Autrement"]
)
@pytest.mark.parametrize("proxies", ["POUVOIRS Mandant Mandataire", "ABSENTS AYANT DONNÉ POUVOIR Mandant Mandataire"])
def test_members_under_the_names_of_their_groups(group: str, other: str, proxies: str) -> None:
    fields = read(
        f"En exercice : 9 PRÉSENTS {group} Mme Anne ROUX M. Jean-Paul NOIR Mme Zoé DE LA VERT M. Luc BRUN {other} "
        f"M. Max GRIS-BLANC Mme Eva D'OCRE {proxies} M. Guy BLEU Mme Anne ROUX Mme Ida ROSE M. Luc BRUN "
        "ABSENTS EXCUSÉS M. Noé FAUVE Rapporteur : M. Luc BRUN"
    )
    here = ["Anne ROUX", "Jean-Paul NOIR", "Zoé DE LA VERT", "Luc BRUN", "Max GRIS-BLANC", "Eva D'OCRE"]
    assert fields["present"] == here
    assert fields["proxies"] == [Proxy("Guy BLEU", "Anne ROUX"), Proxy("Ida ROSE", "Luc BRUN")]
    assert fields["absent"] == ["Noé FAUVE"]
