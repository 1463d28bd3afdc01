"""What a body does not approve is rejected, however it votes; a refusal beside an approval is one decision more."""

import pytest

from tests.extract.test_vote_phrases import on_one_line, read

HEAD = """COMMUNE DE MONTFLEURY
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 3 avril 2024
Présents : Mme Agathe SORBIERS, M. Loïc EYMERY, Mme Rose TULLIER.
Objet : Devis de la toiture de la halle
Madame le Maire présente le devis.
"""
FOOT = "\nFait et délibéré les jour, mois et an susdits.\nLe Maire, Agathe SORBIERS"


def outcome(said: str) -> list[str | None]:
    return [read(form(HEAD + said + FOOT))[0].get("outcome") for form in (str, on_one_line)]


@pytest.mark.parametrize(
    "said",
    [
        "Le conseil municipal, après en avoir délibéré, à l'unanimité, n'approuve pas ce devis.",
        "Après en avoir délibéré, le conseil municipal n'accepte pas le devis présenté.",
        "Après en avoir délibéré, les membres du conseil n'approuvent pas la proposition de l'entreprise.",
        "Le conseil municipal, après en avoir délibéré, DÉCIDE de ne pas valider le devis présenté.",
        "Le conseil municipal, après en avoir délibéré, décide à l'unanimité de ne pas approuver ce devis.",
    ],
)
def test_what_is_not_approved_is_rejected(said: str) -> None:
    assert outcome(said) == ["rejected", "rejected"]


@pytest.mark.parametrize(
    "said",
    [
        "Le conseil municipal, après en avoir délibéré, à l'unanimité, approuve ce devis et n'accepte pas de variante.",
        "Le conseil municipal, après en avoir délibéré, décide de ne pas reporter les travaux.",
        "Mme Tullier n'approuve pas ce devis. Le conseil, après en avoir délibéré, à la majorité, l'approuve.",
        "Le conseil municipal, après en avoir délibéré, décide de ne pas exercer son droit de préemption.",
    ],
)
def test_what_is_decided_beside_a_refusal_is_adopted(said: str) -> None:
    assert outcome(said) == ["adopted", "adopted"]


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("décide à l'unanimité de s'opposer au transfert", "décide à l'unanimité de s'opposer au transfert"),
        ("s'oppose au transfert de la compétence", "s'oppose au transfert de la compétence"),
        ("ne retient pas l'offre reçue", "ne retient pas l'offre reçue"),
        ("ne souhaite pas donner suite à l'offre", "ne souhaite pas donner suite à l'offre"),
    ],
)
def test_a_refusal_is_printed_with_its_negation(said: str, decided: str) -> None:
    for form in (str, on_one_line):
        assert read(form(f"{HEAD}Le conseil municipal {said}.{FOOT}"))[1] == [decided]


@pytest.mark.parametrize("said", ["les conseillers n'approuvent pas ce devis", "Les élus ont décidé de garder le four"])
def test_several_decide_as_one_does(said: str) -> None:
    verb = "n'approuvent pas ce devis" if "devis" in said else "ont décidé de garder le four"
    assert read(f"{HEAD}À l'unanimité, {said}.{FOOT}")[1] == [verb]


def test_a_count_against_right_before_what_is_decided() -> None:
    vote, _ = read(f"{HEAD}Le conseil municipal décide par 10 voix pour et 2 contre de vendre la parcelle.{FOOT}")
    assert (vote["for"], vote["against"]) == (10, 2)


@pytest.mark.parametrize("above", ["Approbation du dernier compte-rendu\n", ""])
def test_minutes_that_are_not_adopted(above: str) -> None:
    said = f"{above}Le compte-rendu du 8 avril n'est pas adopté. Une remarque est faite sur le point 5."
    assert outcome(said) == ["rejected", "rejected"]


@pytest.mark.parametrize(
    "counted",
    [
        "4\nPOUR 21\nCONTRE 2\nABSTENTION 1\nAPPROUVE la décision.",
        "4 POUR 21 CONTRE 2 ABSTENTION 1 APPROUVE la décision.",
    ],
)
def test_the_number_of_a_page_counts_no_vote(counted: str) -> None:
    vote, _ = read(f"{HEAD}Après en avoir délibéré, {counted}{FOOT}")
    assert (vote["for"], vote["against"], vote["abstention"]) == (21, 2, 1)


@pytest.mark.parametrize("counted", ["21 POUR 2 CONTRE 1 ABSTENTION", "21 POUR\n2 CONTRE\n1 ABSTENTION\n"])
def test_figures_before_their_labels(counted: str) -> None:
    vote, _ = read(f"{HEAD}Après en avoir délibéré, par {counted} APPROUVE la décision.{FOOT}")
    assert (vote["for"], vote["against"], vote["abstention"]) == (21, 2, 1)


def test_figures_before_their_labels_and_none_for() -> None:
    vote, _ = read(f"{HEAD}4 abstentions 7 contre 0 pour Le conseil n'approuve pas la création de l'emploi.{FOOT}")
    assert (vote["for"], vote["against"], vote["abstention"], vote["outcome"]) == (0, 7, 4, "rejected")


def test_accounts_seen_and_certified_end_no_decision() -> None:
    said = "déclare que le compte dressé par le trésorier, visé et certifié conforme, n'appelle aucune réserve"
    assert read(f"{HEAD}Le conseil municipal {said}.{FOOT}")[1] == [said]


def test_a_count_after_the_last_item_is_no_part_of_it() -> None:
    said = (
        "Le conseil municipal :\n- approuve le devis ;\n- autorise le maire à le signer ; Pour 8 Abstention 1 Contre 0"
    )
    assert read(f"{HEAD}{said}{FOOT}")[1] == ["approuve le devis", "autorise le maire à le signer"]


def test_voices_of_the_unanimous_before_abstentions() -> None:
    said = "à l'unanimité des votants (31 voix), 8 abstentions (groupe Valmont), approuve le devis"
    vote, _ = read(f"{HEAD}Le conseil municipal, {said}.{FOOT}")
    assert (vote["for"], vote["abstention"]) == (31, 8)


@pytest.mark.parametrize(
    "told",
    [
        "La première demande a été rejetée, d'où l'importance de cette aide.",
        "Dans le cas où le budget de la commune n'a pas été adopté avant le 1er janvier, le maire peut engager.",
        "Le projet de l'an dernier a été repoussé par manque de crédits.",
    ],
)
def test_what_a_report_tells_as_rejected_is_another_matter(told: str) -> None:
    said = f"{told}\nLe conseil municipal, après en avoir délibéré, à l'unanimité, décide de solliciter la subvention."
    assert outcome(said) == ["adopted", "adopted"]


def test_what_is_told_as_rejected_after_the_vote_is_the_matter_itself() -> None:
    said = "Il est proposé de vendre la halle.\nVotes pour : 1, votes contre : 2.\nLa proposition a été rejetée."
    assert outcome(said) == ["rejected", "rejected"]


def test_what_the_council_is_asked_counts_no_voice() -> None:
    asked = "Il faut se prononcer pour :\n1/ la carte d'achat ;\n2/ son plafond.\nLe conseil, à l'unanimité, approuve"
    vote, _ = read(HEAD + asked + FOOT)
    assert "for" not in vote
    assert read(f"{HEAD}Le conseil se prononce : pour 12, contre 1.{FOOT}")[0]["for"] == 12
