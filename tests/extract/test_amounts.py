"""Amounts of a deliberation: each once, ascending, of its own text alone."""

from decimal import Decimal

import pytest

from kg.extract.money.amounts import EXTRACTOR
from tests.extract.test_examples import act_of, read_fields


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        ("Le prix est de 12 800 € ; il est payé 12 800 €.", ["12800"]),
        ("De 3,5 M€ à 250 k€.", ["250000", "3500000"]),
        ("L'unité coûte 0,50 € HT, soit 0,60 € TTC.", ["0.50", "0.60"]),
        ("228KE en électricité et 25 KE en gaz", ["25000", "228000"]),
        ("cédé à l'euro symbolique", ["1"]),
        ("L'encours de la dette est de 1,32 million, soit 80 euros par habitant.", ["80", "1320000"]),
        ("Le budget concerne 1,2 million d'habitants.", []),
        ("Une part de 50 centimes par repas ; 12 euros et 20 centimes.", ["0.5", "12.20"]),
        ("Recettes 1 204,50 12,30 Dépenses 99 000,10", ["12.30", "1204.50", "99000.10"]),
        ("Vote la décision modificative n° 1 : dépenses 6068 + 1 500,00 022 - 1 500,00", ["1500"]),
        ("Dépenses, recettes : voir l'article L 2122.22 et L.2122,23.", []),
        ("Budget primitif Délibération n° 2023.21 Dépenses 1 204,50 Recettes 12,30", ["12.30", "1204.50"]),
        ("Le compteur indique 1 204,50 et 12,30.", []),
        ("Recettes et dépenses : parcelle de 67,09 m², 4,50 km2, titre 2015 T-221 199,00", ["199"]),
        ("Il y a 3 500 repas et 25,50 % de bio.", []),
        ("Dépenses 18.204,16 Recettes 7.310,00", ["7310.00", "18204.16"]),
        ("Trois lots, le premier à 7 480 € HT : 4 120.40 1 987.65 1 371.95", ["1371.95", "1987.65", "4120.40", "7480"]),
        ("Commune Habitants Contribution Aubrac 6 000 120 900 €", ["120900"]),
        ("Un budget de 1 200 000 000 €.", ["1200000000"]),
        (
            "Élèves Part Aubrac 62 85 870,00 € Valmont 41 56 785,00 € TOTAL 103 142 655,00 €",
            ["56785", "85870", "142655"],
        ),
        ("Aubrac 85 870,00 € Valmont 56 785,00 € et un prêt de 103 142 656,00 €", ["56785", "85870", "103142656"]),
        ("Tarifs 2022 HT Tarifs 2023 HT Le repas 4,10 € 4,30 €", ["4.10", "4.30"]),
        ("Prix 2019 TTC 18,00 € Prix 2020 T.T.C. 19,00 €", ["18.00", "19.00"]),
        ("Le devis est de 2 022 HT, 2020,50 TTC puis 1450 HT.", ["1450", "2020.50", "2022"]),
        ("Les lots sont estimés à 1 310 205, 40 HT : gros œuvre, peinture.", ["1310205.40"]),
        ("Devis retenus : 12 500 HT pour le toit, 4380,50 TTC pour le sol.", ["4380.50", "12500"]),
        ("La ligne à 20 000 volts HT et le poste 63 HT.", []),
        ("Le coût est estimé entre 300 000 et 450 000 euros.", ["300000", "450000"]),
        (
            "Le projet coûte 466 920 euros dont 10605 ont déjà été versés. L'État donne 354 350 euros, dont 90 000 "
            "déjà versés. (60 000 au titre des routes, et 30 000 sur le fonds).",
            ["10605", "30000", "60000", "90000", "354350", "466920"],
        ),
        ("Une aide de 42 000 €, dont 12 000 à la charge de la Région.", ["12000", "42000"]),
        ("Un tarif de 12 € pour 3 000 abonnés, dont 1200 sont des élèves.", ["12"]),
        ("Vote la décision modificative : D 2031 études + 12 000,00 ; D 2312 travaux - 12 000,00.", ["12000"]),
        ("Recettes, dépenses : rapport n° 4.07, acte CP-2023-11-4.07.", []),
        (
            "Le Conseil décide de verser 10 €. Fait à Montfleury, le 3 mars 2024. Contribution de 35 € au tribunal.",
            ["10"],
        ),
        (
            "Travaux de voirie : devis de 1 500 €.\n11 votes pour / 1 abstention\nQuestions diverses :\nChats : 700 €.",
            ["1500"],
        ),
        ("Le conseil, à l'unanimité, approuve le bail à 80 €. Tour de table : M. Arnel cite un prix de 95 €.", ["80"]),
        ("Questions diverses\nAchat d'un banc à 300 €. Le conseil approuve cet achat.", ["300"]),
    ],
)
def test_amounts(writing: str, expected: list[str]) -> None:
    assert read_fields(EXTRACTOR, writing).get("amounts", []) == [Decimal(value) for value in expected]


def test_an_amount_told_twice_has_both_proofs() -> None:
    (mention,) = EXTRACTOR.read(act_of("Le prix est de 800 €. Il sera payé 800 €."))
    assert len(mention.spans) == 2


def test_the_code_of_a_function_before_a_sum_is_no_part_of_it() -> None:
    text = (
        "Section d'investissement, chapitre 21 Bâtiments 020 1 100 000,00 Dépenses 020 815 000,00 Recettes 0 450 000,00"
    )
    assert read_fields(EXTRACTOR, text)["amounts"] == [450000, 815000, 1100000]


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        ("Les dépenses et les recettes laissent un excédent de 1018 136,81 euros.", ["1018136.81"]),
        ("Montant du crédit : 5048 986,97 € ; subvention de 3066 737,46 €.", ["3066737.46", "5048986.97"]),
        ("Dépenses de 1 000,50 € et recettes : la dette est de 1,32 million.", ["1000.50", "1320000"]),
        ("Dépenses 496 000 €, recettes : 6,62 ETP, 12,50 points et 18,20 tonnes.", ["496000"]),
        ("L'enveloppe est de 8 413,36 € + 15 %, soit 9 675,3 6€.", ["8413.36", "9675.36"]),
        ("Le loyer passe de 1 250,4 0 € à 1 300,1 5 € par an.", ["1250.40", "1300.15"]),
    ],
)
def test_torn_figures_and_what_is_no_money(writing: str, expected: list[str]) -> None:
    assert read_fields(EXTRACTOR, writing).get("amounts", []) == [Decimal(value) for value in expected]
