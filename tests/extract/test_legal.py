"""Legal references: order, proof, and whose articles they are."""

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.legal import EXTRACTOR
from kg.text.view import normalise


def read(text: str, shared: bool = False, opening: str = "") -> list[Mention]:
    view = normalise(opening + text)
    item = Zone(view, len(opening), len(view.text))
    act = Act("minutes", Zone(view, 0, len(opening)), item, item.part(item.end, item.end), 1, shared)
    return [reading for reading in EXTRACTOR.read(act) if isinstance(reading, Mention)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("l'article L.2121-29 du CGCT", ["CGCT:L2121-29"]),
        (
            "ARTICLES L-2122.22 ET L-2122.23 DU CODE GÉNÉRAL\n\nDES COLLECTIVITÉS TERRITORIALES",
            ["CGCT:L2122-22", "CGCT:L2122-23"],
        ),
        ("les articles L. 2122-\n22 et suivants du code général des collectivités", ["CGCT:L2122-22"]),
        ("l'article L 2122-22, 2° du code général des collectivités territoriales", ["CGCT:L2122-22"]),
        ("l'article LI15-3 du code de l'urbanisme", ["CURB:L115-3"]),
        ("Vu le code civil, notamment ses articles 78 et suivants", ["CCIV:78"]),
        ("Vu le code civil et son article 2305 ;", ["CCIV:2305"]),
        ("Vu le code pénal (art. 432-12),", ["CPEN:432-12"]),
        ("Vu le code civil, l'article 23 de la convention et l'article 4 du bail,", []),
        ("Vu le code de l'éduca- tion, article L. 822-1 ;", ["CEDU:L822-1"]),
        ("les articles L. 2121-1 à 2121-10 et 2121-29 du CGCT", ["CGCT:L2121-1", "CGCT:L2121-10", "CGCT:L2121-29"]),
        ("la loi NOTRe n° 2015-991 du 7 août 2015", ["LOI:2015-991"]),
        ("Vu la loi 84/53 et le décret no 88-145", ["LOI:84-53", "DECRET:88-145"]),
        ("Vu la loi 84-53 du 26 janvier 1984 et la loi modifiée 2000-321", ["LOI:84-53", "LOI:2000-321"]),
        ("L'association loi 1901 anime, pour les 11-17 ans, un accueil de loisirs", []),
        ("association loi 1901 : séjour des 6-12 ans", []),
        (
            "Vu le CGCT et notamment l'article L 2121-29, Vu le code du sport et notamment l'article R 123-7",
            ["CGCT:L2121-29", "CSPORT:R123-7"],
        ),
        (
            "Vu la loi n' 2014-58, la loi n* 2010-1563 et le décret nº 91-875",
            ["LOI:2014-58", "LOI:2010-1563", "DECRET:91-875"],
        ),
        ("la loi du 26 janvier 1984 n° 84-53", ["LOI:84-53"]),
        ("la loi de finances pour 2020 n° 2019-1479 du 28 décembre 2019", ["LOI:2019-1479"]),
        ("les lois n°82-213 du 2 mars 1982, n°83-8 et 83-663", ["LOI:82-213", "LOI:83-8", "LOI:83-663"]),
        ("le décret pris en application de la loi n° 2019-828", ["LOI:2019-828"]),
        ("la loi NOTRe, la délibération n° 2020-45", []),
        ("la loi de programmation 2023-2027", []),
        ("Vu le C.G.C.T. et son article L2122-22", ["CGCT:L2122-22"]),
        ("l'article L 2122-22 4ème alinéa du CGCT", ["CGCT:L2122-22"]),
        ("l'article L2 121-29 et l'article L.21 22-7 du CGCT", ["CGCT:L2121-29", "CGCT:L2122-7"]),
        ("l'article 1.2121-29 du code général des collectivités", ["CGCT:L2121-29"]),
        ("l'article L. 212129 et l'article L2121—10 du CGCT", ["CGCT:L2121-29", "CGCT:L2121-10"]),
        ("l'article L 2121-29 du Code Généra! des Coilectivités Territoriales", ["CGCT:L2121-29"]),
        ("Vu le CGCT,\nVu le code de l'urbanisme,\nVu l'article L.2121-29", ["CGCT:L2121-29"]),
        ("Vu le CGCT,\nVu le code du travail,\nVu l'article L.2121-29", []),
        ("publié au JOUE L 187 du code", []),
        ("la délibération D2024-45 du conseil ; Vu le code électoral", []),
    ],
)
def test_writings(text: str, values: list[str]) -> None:
    assert [mention.value for mention in read(text)] == values


def test_each_norm_once_in_order_with_the_article_as_proof() -> None:
    text = "Vu la loi n° 2015-991, vu les articles L. 311-1 et L. 103-2 du code de l'urbanisme, vu la loi n° 2015-991"
    mentions = read(text)
    assert [mention.value for mention in mentions] == ["LOI:2015-991", "CURB:L311-1", "CURB:L103-2"]
    assert [text[slice(*mention.spans[0])] for mention in mentions] == ["loi n° 2015-991", "L. 311-1", "L. 103-2"]


def test_the_opening_of_minutes_belongs_to_no_item() -> None:
    opening = "Convoqués selon l'article L. 2121-10 du CGCT, les membres se sont réunis. "
    assert read("Le conseil approuve le compte.", shared=True, opening=opening) == []


def test_long_chains_are_read_in_linear_time() -> None:
    assert read("l'article L. 1 " + "1 et 1, " * 4000 + "du code du travail") == []


def test_lists_of_laws_are_read_in_linear_time() -> None:
    assert len(read("les lois n° 82-213, n° 83-8 et n° " * 4000)) == 2


def test_the_number_of_an_act_in_a_stamp_is_no_article() -> None:
    stamp = "ID : 045-214500423-20230412-D2023_12-DE"
    found = read(f"Vu le code général des collectivités territoriales, article L. 2121-29, {stamp}")
    assert [mention.value for mention in found] == ["CGCT:L2121-29"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vu le code de l'urbanisme et notamment les articles : - L. 132-1 et suivants et les articles R. 132-1 et"
            " suivants. - L. 133-] et suivants et les articles R. 133-1 et suivants. - ainsi que les articles L.153-1",
            ["CURB:L132-1", "CURB:R132-1", "CURB:L133-1", "CURB:R133-1", "CURB:L153-1"],
        ),
        (
            "Vu l'article L2121-29 du CGCT. Le maire délègue, en application des articles L2122-18 et L2122-20, une"
            " part de ses fonctions.",
            ["CGCT:L2121-29", "CGCT:L2122-18", "CGCT:L2122-20"],
        ),
        ("conformément à l'article 2121-25 du Code général des collectivités territoriales", ["CGCT:2121-25"]),
        ("Vu l'article 2024-12 du règlement, Vu le CGCT", []),
    ],
)
def test_articles_in_a_row_and_without_their_letter(text: str, expected: list[str]) -> None:
    assert [mention.value for mention in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "désaffecté depuis la rectification du virage. Vu le code général de la propriété des personnes publiques"
            " et notamment son article L. 3112-4,",
            ["CGPPP:L3112-4"],
        ),
        ("Après la rectification d'une erreur, l'article L. 153-45 du code de l'urbanisme", ["CURB:L153-45"]),
        ("Conformément à l'article L.133-5 du CASF, les informations nominatives relatives aux bénéficiaires", []),
        ("Droit d'accès et de rectification : article L. 300-1 du code de l'urbanisme", []),
    ],
)
def test_rights_over_data_and_other_rectifications(text: str, expected: list[str]) -> None:
    assert [mention.value for mention in read(text)] == expected
