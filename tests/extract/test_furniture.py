"""Running heads, addresses and page numbers inside of an item are no part of it; on fictional texts."""

import pytest

from kg.extract import dispositif
from tests.extract.test_vote import act_of

DELIBERATED = "Après en avoir délibéré, le Conseil municipal, à l'unanimité :\n"
APPROVED, AUTHORISED = "APPROUVE le projet de halle et le plan de travaux", "AUTORISE le Maire à signer le marché"


def items(writing: str) -> list[str]:
    return [mention.value for mention in dispositif.read(act_of(writing))]


@pytest.mark.parametrize("gap", ["\n", " "])
@pytest.mark.parametrize(
    "foot",
    [
        "Mairie de Montfleury - 1 place de la Halle - 01234 Montfleury - Tél. 04 00 00 00 00",
        "Hôtel de Ville, 2 rue Haute, 01234 Montfleury – mairie@montfleury.example – www.montfleury.example",
        "Communauté de communes du Val - 01234 Valmont-le-Bas - Téléphone : 04 00 00 00 01",
        "Registre des délibérations - Commune de Montfleury - Séance du 12 mars 2024",
        "Conseil municipal du 12 mars 2024 - Délibération n° 2024-12 - Page 2/3",
        "PV CM 12/03/2024 - Page 2",
        "Commune de Montfleury | Conseil municipal du mardi 12 mars 2024",
    ],
)
def test_the_foot_of_a_page_is_no_part_of_an_item(foot: str, gap: str) -> None:
    said = f"- APPROUVE le projet de halle et le{gap}{foot}{gap}plan de travaux ;\n- {AUTHORISED}."
    assert items(DELIBERATED + said) == [APPROVED, AUTHORISED]
    said = f"- {APPROVED} ;{gap}{foot}{gap}- {AUTHORISED}."
    assert items(DELIBERATED + said) == [APPROVED, AUTHORISED]


@pytest.mark.parametrize("foot", ["- 2 -", "…/…", "Séance du 12 mars 2024", "Procès-verbal du conseil du 12/03/2024"])
def test_a_line_of_the_page_is_no_part_of_an_item(foot: str) -> None:
    said = f"- APPROUVE le projet de halle et le\n{foot}\nplan de travaux ;\n- {AUTHORISED}."
    assert items(DELIBERATED + said) == [APPROVED, AUTHORISED]


@pytest.mark.parametrize(
    "said",
    [
        "APPROUVE le procès-verbal de la séance du 12 mars 2024",
        "CONFIRME le vote du conseil municipal du 12 mars 2024 sur la halle",
        "ABROGE la délibération n° 2019-12 du conseil municipal du 4 mai 2019",
        "APPROUVE la convention avec la commune de Valmont pour 2024",
        "FIXE les tarifs de la mairie au 1er mai 2024",
    ],
)
def test_a_sentence_that_names_a_sitting_is_left_whole(said: str) -> None:
    assert items(f"{DELIBERATED}- {said} ;\n- {AUTHORISED}.") == [said, AUTHORISED]
