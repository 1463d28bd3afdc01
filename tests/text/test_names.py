"""Names of persons: what is one, where it ends, and how two writings of it compare."""

import pytest

from kg.text.names import find_names, is_initial, name_key, printed_name, strip_civility


@pytest.mark.parametrize(
    ("writing", "names"),
    [
        ("Tamsine  ORVAULT, Jean-\nMarcel BRAUDEY.", ["Tamsine ORVAULT", "Jean-Marcel BRAUDEY"]),
        ("Sylvette ROC-\nMOREL et Abel EL HADRI", ["Sylvette ROC-MOREL", "Abel EL HADRI"]),
        ("Claudine VARESSE MERJAN, Odile PINOT", ["Claudine VARESSE MERJAN", "Odile PINOT"]),
        ("M. De LAVARDE Vincent, MME CONDAMINE MORET Nadine", ["De LAVARDE Vincent", "CONDAMINE MORET Nadine"]),
        (
            "J.-P. Valmont et P. RIVAL — Y. LE BRAZ - A.M. OSTROU",
            ["J.-P. Valmont", "P. RIVAL", "Y. LE BRAZ", "A.M. OSTROU"],
        ),
        ("Mesdames et Messieurs JOLIBERT, MARETTE et Monsieur COULANGE", ["JOLIBERT", "MARETTE", "COULANGE"]),
        ("Madame JOLIBERT, conseillère", ["JOLIBERT"]),
        ("PINARD Fabien CHAUVEL Jean-Paul", ["PINARD Fabien", "CHAUVEL Jean-Paul"]),
        ("Magali LOISON Odile PINOT", ["Magali LOISON", "Odile PINOT"]),
        ("M.TAYARD à M. DEBRON Mme NGOM BATJI", ["TAYARD", "DEBRON", "NGOM BATJI"]),
        ("le rapport d'Hélène Malaguin, lu en séance", ["Hélène Malaguin"]),
        ("Monsieur Bruno MARDEL, Maire de NIHERLE", ["Bruno MARDEL"]),
        ("Mme de la FONTANE", ["de la FONTANE"]),
        ("M. Paul dal MONTE, Mme Anne zu BERGEN", ["Paul dal MONTE", "Anne zu BERGEN"]),
        (
            "PINARD Fabien ; de LUNA della RIVA Paul ; CHAUVEL Odile",
            ["PINARD Fabien", "de LUNA della RIVA Paul", "CHAUVEL Odile"],
        ),
        (
            "PINARD Fabien – de MONTE RIVA Anne – CHAUVEL Odile",
            ["PINARD Fabien", "de MONTE RIVA Anne", "CHAUVEL Odile"],
        ),
        ("M. Fabien PINARD de La Rive, Mme Odile CHAUVEL", ["Fabien PINARD", "Odile CHAUVEL"]),
    ],
)
def test_names_in_a_sentence(writing: str, names: list[str]) -> None:
    assert [found.value for found in find_names(writing)] == names


@pytest.mark.parametrize(
    "writing",
    [
        "Le Conseil Municipal approuve la Convention de Mandat",
        "Monsieur le Maire propose au Conseil",
        "Vu le Code Général des Collectivités Territoriales",
        "Article L. 2121-17",
    ],
)
def test_no_name_in_what_names_nobody(writing: str) -> None:
    assert list(find_names(writing)) == []


def test_in_a_list_a_surname_alone_is_a_name() -> None:
    writing = "LANDREY, COLOMBE, BALDI (à partir du point 7), Zeïra Kolban"
    assert [found.value for found in find_names(writing)] == []
    assert [found.value for found in find_names(writing, listed=True)] == [
        "LANDREY",
        "COLOMBE",
        "BALDI",
        "Zeïra Kolban",
    ]


def test_offsets_point_at_the_name_without_its_civility() -> None:
    writing = "présents : Mme Anne-\nLaure DOUBLET"
    (found,) = find_names(writing)
    assert printed_name(writing[found.start : found.end]) == found.value == "Anne-Laure DOUBLET"


def test_a_passage_is_searched_alone() -> None:
    writing = "Anne ROUX, Paul NOIR, Luc BRUN"
    assert [found.value for found in find_names(writing, 11, 20)] == ["Paul NOIR"]


def test_two_writings_of_one_name_share_their_key() -> None:
    assert name_key("VALMONT Jean-François") == name_key("M. Jean François Valmont") == "francois jean valmont"


def test_civilities_are_stripped() -> None:
    assert strip_civility("Madame Anne ROUX") == "Anne ROUX"
    assert strip_civility("M. et Mme ROUX") == "et Mme ROUX"


def test_initials_of_two_letters_stand_for_a_given_name() -> None:
    assert [found.value for found in find_names("M. Ph. Durmont et Mme M.-Th. ROUX")] == ["Ph. Durmont", "M.-Th. ROUX"]
    listed = find_names("M-Th. NOIR, M. J-Ch. VERT, Jean-P. ROUX, Marie-Th. GRIS, M-Cl. de' MEDI", listed=True)
    assert [one.value for one in listed] == [
        "M-Th. NOIR",
        "J-Ch. VERT",
        "Jean-P. ROUX",
        "Marie-Th. GRIS",
        "M-Cl. de' MEDI",
    ]
    listed = find_names("BRUN Jean-Noël, de' ROSSI Antoine, D'ORVAL Letizia", listed=True)
    assert [one.value for one in listed] == ["BRUN Jean-Noël", "de' ROSSI Antoine", "D'ORVAL Letizia"]
    assert is_initial("ph") and is_initial("j") and not is_initial("luc")


@pytest.mark.parametrize(
    ("writing", "names"),
    [
        ("ORTEIL Jean-Claude À VALMONT Hélène", ["ORTEIL Jean-Claude", "VALMONT Hélène"]),
        ("ORTEIL Jean-Claude A VALMONT Hélène", ["ORTEIL Jean-Claude", "VALMONT Hélène"]),
        ("Jean ORTEIL A Hélène VALMONT", ["Jean ORTEIL", "Hélène VALMONT"]),
        ("A. ORTEIL, Jean A. VALMONT", ["A. ORTEIL", "Jean A. VALMONT"]),
    ],
)
def test_a_preposition_in_capitals_parts_two_names(writing: str, names: list[str]) -> None:
    assert [found.value for found in find_names(writing, listed=True)] == names


def test_a_surname_that_is_also_a_word_before_its_given_name() -> None:
    listed = "DÉBAT Anne-Laure, PAGE Luc, LE PAGE Anne, PLACE Jean Jaurès, MAIRE Paul."
    assert [found.value for found in find_names(listed)][:3] == ["DÉBAT Anne-Laure", "PAGE Luc", "LE PAGE Anne"]
    assert "MAIRE Paul" in [found.value for found in find_names(listed)]
    assert "PLACE" not in " ".join(found.value for found in find_names(listed))


def test_an_unheard_given_name_after_a_surname_in_a_series_written_so() -> None:
    listed = "VALMONT Jeanne, ORTEIL Paul, MERLE Xzavia"
    assert [found.value for found in find_names(listed)] == ["VALMONT Jeanne", "ORTEIL Paul", "MERLE Xzavia"]
    assert [found.value for found in find_names("Jeanne VALMONT, MERLE Xzavia")] == ["Jeanne VALMONT"]


def test_initials_on_lines_of_their_own_beside_civilities() -> None:
    listed = "P. VALMONT\nY. LE BRIEC\nM. SOLIGNY\nS. ORTEIL\nM. GAMET\nA. KERSE\nM. ISSAC\nA.M. MERLE"
    names = ["P. VALMONT", "Y. LE BRIEC", "SOLIGNY", "S. ORTEIL", "GAMET", "A. KERSE", "ISSAC", "A.M. MERLE"]
    assert [found.value for found in find_names(listed, listed=True)] == names


@pytest.mark.parametrize(
    ("writing", "names"),
    [
        (
            "MM. POLIN X, ALBERTAL M, BARRIEL A, GUGLIEL MM, LUCIEL M",
            ["POLIN X", "ALBERTAL M", "BARRIEL A", "GUGLIEL MM"],
        ),
        ("Mme RUEL M, M. TISSIER A, MM. BRUNEL B", ["RUEL M", "TISSIER A", "BRUNEL B"]),
        ("Mme ROUX, M, NOIR, MM. ALBERT et BARRIEL", ["ROUX", "NOIR", "ALBERT", "BARRIEL"]),
        ("ROUX A NOIR Paul, BRUN A GRIS", ["ROUX", "NOIR Paul", "BRUN", "GRIS"]),
    ],
)
def test_a_letter_after_a_surname_before_a_comma_is_an_initial(writing: str, names: list[str]) -> None:
    assert [found.value for found in find_names(writing, listed=True)][: len(names)] == names


def test_words_of_titles_are_no_names() -> None:
    title = "le SYNDICAT D'AMENAGEMENT HYDRAULIQUE, BUDGET DU DEVELOPPEMENT SOCIAL, LOGEMENT URBAIN Anne, Intitulé"
    assert [found.value for found in find_names(title, listed=True)] == ["URBAIN Anne"]
