"""Summary minutes whose acts are nouns, on fictional minutes."""

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY Compte rendu de la séance du 3 avril 2023 Le Conseil Municipal s'est réuni le 3 avril 2023. "
    "Présents : Mme SORBIERS Agathe, M. EYMERY Loïc. Le quorum étant atteint, Madame le Maire ouvre la séance à 20 h "
)
ACTS = (
    "Compte Administratif 2022 : approbation des résultats de l'exercice Dépenses 120,00 Recettes 310,00 Adoption du "
    "compte de gestion 2022 faisant apparaître un excédent de 190,00 euros Budget Primitif 2023 Présentation et "
    "adoption du budget qui s'équilibre à 400,00 euros SDVE Modification des statuts validée "
    "Rapport annuel du lavoir acté "
)


def read(raw: str) -> list[tuple[str | None, str | None]]:
    acts = segment(normalise(raw)).acts
    return [(act.heading_value("title"), act.heading_value("vote/outcome")) for act in acts]


def test_nouns_are_the_acts_of_a_sitting_told_to_its_end_without_a_decision() -> None:
    assert read(f"{OPENING}{ACTS}Réunion le 6 mai. La séance est levée à 21 h.") == [
        ("Compte Administratif 2022 : approbation des résultats de l'exercice", "adopted"),
        ("Adoption du compte de gestion 2022", "adopted"),
        ("Budget Primitif 2023", "adopted"),
        ("SDVE Modification des statuts", "adopted"),
        ("Rapport annuel du lavoir", "noted"),
    ]


def test_an_agenda_cut_short_states_nothing() -> None:
    assert read(f"{OPENING}Ordre du jour : {ACTS}") == []


def test_one_noun_alone_states_nothing() -> None:
    assert read(f"{OPENING}Adoption du compte de gestion 2022. Réunion le 6 mai. La séance est levée à 21 h.") == []


def test_nouns_state_nothing_where_decisions_are_said() -> None:
    said = "1. Vente du lavoir Vu le code. Le conseil, après en avoir délibéré, à l'unanimité, approuve la vente. "
    assert read(f"{OPENING}{said}Rapport annuel du lavoir acté La séance est levée.") == [("Vente du lavoir", None)]
