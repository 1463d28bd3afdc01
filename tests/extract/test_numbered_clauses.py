"""Items under numbers, full stops and no name; what stands after the last item; on fictional acts."""

import pytest

from kg.extract import dispositif
from kg.extract.money import amounts
from tests.extract.test_examples import read_fields

HEAD = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, "


def decisions(text: str) -> list[str]:
    found: list[str] = read_fields(dispositif.EXTRACTOR, text).get("decisions", [])
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD + "décide : 1. d'approuver le plan ; 2. d'autoriser le maire à signer ; 3. La dépense sera imputée au "
            "chapitre 65.",
            ["d'approuver le plan", "d'autoriser le maire à signer", "La dépense sera imputée au chapitre 65"],
        ),
        (
            "Le Conseil, vu le rapport, DELIBERE 1° - Approuve le plan. 2° - Autorise le maire à signer. 3° - Les "
            "crédits sont inscrits au budget. 4° - La présente délibération sera affichée.",
            [
                "Approuve le plan",
                "Autorise le maire à signer",
                "Les crédits sont inscrits au budget",
                "La présente délibération sera affichée",
            ],
        ),
        (
            HEAD + "1) APPROUVE le plan ;\n2) DIT que le maire signera ;\n3) Ces crédits seront inscrits au budget.",
            ["APPROUVE le plan", "DIT que le maire signera", "Ces crédits seront inscrits au budget"],
        ),
        (
            HEAD + "à l'unanimité :\n . approuve l'avenant n° 2 ;\n . autorise le maire à le signer.",
            ["approuve l'avenant n° 2", "autorise le maire à le signer"],
        ),
        (
            HEAD + "décide :\nArticle 1\nLe régime est modifié.\nArticle 2\nLes crédits sont inscrits.\nArticle 3\n",
            ["Article 1 Le régime est modifié", "Article 2 Les crédits sont inscrits"],
        ),
        (
            HEAD + "APPROUVE la convention. POUR : 41\nNE PREND PAS PART AU VOTE : 1 (Mme Sylvie Cantal)",
            ["APPROUVE la convention"],
        ),
        (
            HEAD + "AUTORISE Monsieur le Maire à les signer. 2 || MONTFLEURY — Procès-verbal du 18 octobre 2021",
            ["AUTORISE Monsieur le Maire à les signer"],
        ),
        (
            HEAD + "décide : 1. d'approuver le plan ; 2. d'autoriser le maire à signer.\n3. Tarifs de la cantine",
            ["d'approuver le plan", "d'autoriser le maire à signer"],
        ),
    ],
)
def test_items(text: str, expected: list[str]) -> None:
    assert decisions(text) == expected


@pytest.mark.parametrize(
    "after",
    [
        "\n\nINFORMATIONS\n\n- Aides accordées : 3 214,60 €.",
        " IV – INFORMATIONS\n\nDécisions prises par le Président par délégation : achat d'un broyeur, 6 450 € HT",
        " DECISIONS PRISES PAR LE MAIRE EN VERTU DE L'ARTICLE L. 2122-22 DU CGCT : contrat de cession (2 650 € TTC).",
        "\nDécisions du maire :\n- concession funéraire, 310 €",
        "\nQuestions diverses : un devis de 380 € a été demandé.",
    ],
)
def test_what_is_told_after_the_decision_is_not_of_it(after: str) -> None:
    text = f"{HEAD}APPROUVE l'achat pour 1 200 €.{after}"
    assert read_fields(amounts.EXTRACTOR, text).get("amounts", []) == [1200]


def test_what_the_decision_itself_tells_of_information_stays() -> None:
    text = f"{HEAD}APPROUVE la charte d'information pour 1 200 €. Les informations coûtent 300 €."
    assert read_fields(amounts.EXTRACTOR, text).get("amounts", []) == [300, 1200]
