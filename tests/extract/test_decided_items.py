"""Where decisions begin, how they are parted and where they end, in wordings that vary; on fictional texts."""

import pytest

from kg.extract import dispositif, vote
from tests.extract.test_examples import read_fields
from tests.extract.test_vote import act_of

DELIBERATED = "Après en avoir délibéré, le Conseil municipal, à l'unanimité :\n"


def items(writing: str) -> list[str]:
    return [mention.value for mention in dispositif.read(act_of(writing))]


@pytest.mark.parametrize("mark", ["v” ", "v”_ ", "*_ ", "*°_ ", "Y_ ", "Y ", "✓ ", "- "])
def test_ticks_and_arrows_as_scanned(mark: str) -> None:
    listed = f"{mark}Approuve le projet de halle,\n{mark}Autorise le Maire à déposer le permis.\n"
    assert items(DELIBERATED + listed) == ["Approuve le projet de halle", "Autorise le Maire à déposer le permis"]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "- de fixer le prix à 18 €\n- d'en limiter la vente à un par foyer\n",
            ["de fixer le prix à 18 €", "d'en limiter la vente à un par foyer"],
        ),
        (
            "- de valider le plan ; - de s'engager à payer le reste ; - de se réserver une option.\n",
            ["de valider le plan", "de s'engager à payer le reste", "de se réserver une option"],
        ),
    ],
)
def test_reflexive_infinitives_open_items(listed: str, expected: list[str]) -> None:
    assert items(f"Le Conseil, à l'unanimité, DÉCIDE :\n{listed}") == expected


@pytest.mark.parametrize(
    "head",
    [
        "Le Conseil, ouï l'exposé, à l'unanimité :\n- RETIENT l'offre de Valmont ;\n- AUTORISE le Président à signer.",
        "Le comité, à mains levées et à l'unanimité : retient l'offre de Valmont ; autorise le Président à signer.",
        "Le bureau, sur rapport de Mme Arnel : - retient l'offre de Valmont ; - autorise le Président à signer.",
    ],
)
def test_what_stands_between_the_body_and_its_list(head: str) -> None:
    assert [item.lower() for item in items(head)] == ["retient l'offre de valmont", "autorise le président à signer"]


def test_a_perfect_before_a_colon_opens_a_list() -> None:
    said = "La Commission permanente a décidé : – d'allouer 7 500 € à Valmont Sports ; – d'imputer la dépense."
    assert items(said) == ["d'allouer 7 500 € à Valmont Sports", "d'imputer la dépense"]
    assert items("Le conseil municipal a décidé en 2019 de vendre le bois. Une étude est en cours.") == []


def test_articles_may_be_abbreviated_and_end_with_the_act() -> None:
    said = (
        "Délibère :\n\nArticle premier.- Il est alloué 12 400 euros à Valmont Lecture.\nArt. 2.- La dépense est "
        "imputée sur le budget de 2006.\n\nJuin 2006\nDélibération\nConseil municipal\n"
    )
    assert items(said) == [
        "Article premier.- Il est alloué 12 400 euros à Valmont Lecture",
        "Art. 2.- La dépense est imputée sur le budget de 2006",
    ]


@pytest.mark.parametrize(
    "after", ["Discussion : M. Arnel précise que le lot 7 est dû.", "Votes :\nPour : groupe A (31)"]
)
def test_what_is_said_after_the_items_is_none(after: str) -> None:
    said = f"{DELIBERATED}- accepte l'avenant ;\n- autorise le Président à le signer.\n{after}"
    assert items(said) == ["accepte l'avenant", "autorise le Président à le signer"]


def test_a_list_that_an_item_announces_belongs_to_it() -> None:
    said = (
        "A L'UNANIMITE, LE CONSEIL MUNICIPAL, A DESIGNE :\n\n- MADAME ROSE VALMONT\n\n- MONSIEUR LUC ARNEL\n\n"
        "La séance continue avec le point suivant de son ordre du jour.\n"
    )
    assert items(said)[0].startswith("A DESIGNE : - MADAME ROSE VALMONT - MONSIEUR LUC ARNEL")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("VU le code,\nCONSIDERANT le rapport,\nIl est pris acte de ce rapport.", ["Il est pris acte de ce rapport"]),
        (
            "Après un long débat, la cession du lavoir est rejetée.",
            ["Après un long débat, la cession du lavoir est rejetée"],
        ),
        ("L'avis favorable n'est pas adopté.", ["L'avis favorable n'est pas adopté"]),
        (
            "Bulletins : 42. A obtenu : Madame Rose VALMONT 32 voix. Madame Rose VALMONT a été proclamée maire.",
            ["Madame Rose VALMONT a été proclamée maire"],
        ),
        ("Cette aide est refusée par la Région.", []),
        ("« Il est pris acte de ce débat par une délibération spécifique. »", []),
    ],
)
def test_outcomes_told_as_facts(said: str, expected: list[str]) -> None:
    assert items(said) == expected


def test_a_method_told_long_before_the_decision() -> None:
    said = (
        "Monsieur le Maire soumet au vote à bulletins secrets les deux noms de la commission. "
        + "Chacun est appelé à son tour. " * 12
        + "Le Conseil municipal, après en avoir délibéré, DECIDE de nommer la médiathèque « La Passerelle »"
    )
    assert read_fields(vote.EXTRACTOR, said)["vote/method"] == "scrutin secret"


def test_a_bold_t_as_scanned() -> None:
    said = (
        "Il est proposé au conseil municipal :\n- de renouveler les postes ;\n- de modifier le tableau.\n\n"
        "LE CONSEIL MUNICIPAL, A L'UNANIMIÏE, ACCEPÏE CES PROPOSIÏIONS\n"
    )
    assert items(said) == ["de renouveler les postes", "de modifier le tableau"]
    assert read_fields(vote.EXTRACTOR, said)["vote/unanimous"] is True


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("LE CONSEIL MUNICIPAL A PRIS ACTE DE CETTE COMMUNICATION\n", ["A PRIS ACTE DE CETTE COMMUNICATION"]),
        ("Le conseil municipal qui, en 2019, avait débattu puis a pris acte du rapport s'est réuni.", []),
        (
            "Le conseil municipal, à l'exception de Mme Arnel et M. Valmont qui s'abstiennent, approuve le bail.",
            ["approuve le bail"],
        ),
        ("ONT AINSI ETE PROCLAMES ELUS : MADAME ROSE VALMONT.", ["ONT AINSI ETE PROCLAMES ELUS : MADAME ROSE VALMONT"]),
    ],
)
def test_what_the_body_did(said: str, expected: list[str]) -> None:
    assert items(said) == expected


@pytest.mark.parametrize(
    "voted",
    [
        "par 11 votes pour, dont 3 procurations, 1 vote contre (M. ROUX) et 1 abstention (Mme NOIR)",
        "par onze voix pour, aucune voix contre et aucune abstention",
        "à la majorité de 11 voix pour, 1 voix contre (M. ROUX) et 3 abstentions (Mme NOIR – M. BRUN – M. VERT)",
        "à la majorité (11 pour, 1 contre : M. ROUX, 1 abstention : Mme NOIR)",
        "à l'unanimité des membres présents et représentés (11 voix pour)",
        "à l'unanimité des suffrages exprimés, 2 abstentions (M. ROUX ; Mme NOIR)",
        "à l'unanimité moins 1 abstention (Mme NOIR)",
        "avec 11 voix pour et 1 voix contre (M. ROUX)",
        "par 11 voix pour et 1 abstention (Mme NOIR), M. ROUX ne prenant pas part au vote",
    ],
)
def test_the_vote_between_the_verb_and_what_it_decides(voted: str) -> None:
    assert items(f"Le Conseil municipal décide, {voted}, d'approuver le bail de la forge.") == [
        "d'approuver le bail de la forge"
    ]


def test_counts_with_proxies_stand_before_any_verb() -> None:
    voted = "par 11 votes pour, dont 4 procurations, 2 votes contre (M. ROUX ; Mme NOIR) et 1 abstention (M. BRUN)"
    told = (
        f"Vu l'article L. 2121-29 du code, le Conseil municipal, {voted}, – approuve le bail, – dit qu'il est gratuit."
    )
    assert items(told) == ["approuve le bail", "dit qu'il est gratuit"]
