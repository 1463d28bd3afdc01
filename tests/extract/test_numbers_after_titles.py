"""Numbers of a register that a matter follows, that leap, that a level opens, or that stand after their titles."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.extract.layout.titles.numbers import key_of
from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DE MONTFLEURY du 3 avril 2023 L'an deux mille vingt-trois, le trois avril à "
    "dix-huit heures, le Conseil Municipal s'est réuni sous la présidence de Madame Agathe SORBIERS, Maire. Présents : "
    "Mme SORBIERS Agathe, M. EYMERY Loïc. Secrétaire de séance : M. EYMERY Loïc. "
)
VOTED = (
    "Madame le Maire rappelle la demande reçue. Après en avoir délibéré, le conseil municipal à l'unanimité - Décide "
    "de donner suite à ce qui est proposé. "
)
CUT = (
    "Aux termes de la loi, la communauté de communes exerce la compétence lorsque les communes membres ne s'y opposent "
    "pas dans les trois mois. " * 4
)


def heads(raw: str) -> list[tuple[str | None, str | None]]:
    return [(act.heading_value("number"), act.heading_value("title")) for act in segment(normalise(raw)).acts]


@pytest.mark.parametrize(
    ("number", "groups"),
    [
        ("2023002-2.1", (2023002,)),
        ("2023-045/5.7", (2023, 45)),
        ("2023-045", (2023, 45)),
        ("del2023_12-7.10", (2023, 12)),
        ("23.1.64", (23, 1, 64)),
        ("2023-7.1", (2023, 7, 1)),
        ("12-7.1", (12, 7, 1)),
    ],
)
def test_the_matter_after_a_number_is_no_part_of_its_rank(number: str, groups: tuple[int, ...]) -> None:
    assert key_of(number)[1] == groups


def test_titles_in_capitals_end_at_their_numbers_though_one_leaps_and_the_last_is_cut() -> None:
    raw = (
        f"{OPENING}TARIFS COMMUNAUX 2023 Délibération 202301-7.1 {VOTED}CESSION D'UN CHEMIN Délibération 2023002-2.1 "
        f"{VOTED}TRANSFERT DE COMPÉTENCE à la CCVM Délibération 2023005-5.7 {CUT}"
    )
    assert heads(raw) == [
        ("202301-7.1", "TARIFS COMMUNAUX 2023"),
        ("2023002-2.1", "CESSION D'UN CHEMIN"),
        ("2023005-5.7", "TRANSFERT DE COMPÉTENCE à la CCVM"),
    ]


@pytest.mark.parametrize(("section", "first", "second"), [("1)", "1.1)", "1.2)"), ("1.", "1.1.", "1.2.")])
def test_the_first_item_of_a_section_stands_right_after_its_name(section: str, first: str, second: str) -> None:
    raw = f"{OPENING}{section} Voirie {first} Réfection du lavoir {VOTED}{second} Vente du presbytère {VOTED}"
    assert [title for _, title in heads(raw)] == ["Réfection du lavoir", "Vente du presbytère"]


def test_a_number_in_mid_sentence_leads_to_no_leap() -> None:
    raw = (
        f"{OPENING}Délibération n° 2023-012 : Vente du presbytère Elle complète la délibération n° 2023-009. {VOTED}"
        f"Délibération n° 2023-013 : Réfection du lavoir {VOTED}"
    )
    assert [number for number, _ in heads(raw)] == ["2023-012", "2023-013"]


def test_a_numbered_list_of_candidates_heads_no_item_and_the_law_told_again_is_no_title() -> None:
    raw = (
        f"{OPENING}\n1. ÉLECTION DU MAIRE\nÉlection du maire dans les communes de 1000 habitants et plus\n"
        f"Le maire est élu au scrutin secret.\n{VOTED}\n2. ÉLECTION DES ADJOINTS\nLe scrutin est de liste.\n"
        "➢ Liste 1 :\n"
        f"1. Anne LERMINET (écoles)\n2. Paul TARAVEL (voirie)\n3. Odile MORVAN (sports)\n{VOTED}\n"
        f"3. INDEMNITÉS DES ÉLUS\nLes indemnités sont fixées en pourcentage.\n{VOTED}"
    )
    assert [title for _, title in heads(raw)] == ["ÉLECTION DU MAIRE", "ÉLECTION DES ADJOINTS", "INDEMNITÉS DES ÉLUS"]


@pytest.mark.parametrize("word", ["SITUÉ", "SITUé"])
def test_a_title_of_two_lines_may_stand_below_another_line(word: str) -> None:
    title = f"CESSION DU CHEMIN RURAL {word} DANS L'EMPRISE DU PROJET\nDE LOTISSEMENT"
    report = "Par délibération du 6 mars 2023, le conseil municipal a décidé d'une enquête publique."
    raw = (
        f"{OPENING}\nRÉFECTION DU LAVOIR\n{report}\n{VOTED}\nLieu-dit « Les Charmes »\n{title}\n{report}\n{VOTED}\n"
        f"VENTE DU PRESBYTÈRE\n{report}\n{VOTED}"
    )
    assert heads(raw)[1] == (None, " ".join(title.split()))


@pytest.mark.parametrize(
    "decided", ["se prononce favorablement sur la cession", "se prononce à l'unanimité pour la cession"]
)
def test_a_council_that_pronounces_itself_keeps_its_pronoun(decided: str) -> None:
    raw = f"{OPENING}1. Cession du chemin rural M. EYMERY présente le dossier. Le conseil municipal {decided}."
    (act,) = extract(text_of(raw)).records
    assert act.decisions == (decided,)
