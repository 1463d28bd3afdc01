"""Numbers of a register: under a section of the executive's decisions, out of order, without the word that labels."""

import pytest

from kg.extract.act import Zone
from kg.extract.layout.items.decided import own_decisions
from kg.extract.layout.titles.numbers import number_at
from kg.extract.segment import segment
from kg.text.view import normalise

_OPENING = (
    "COMMUNE DE MONTFLEURY\nCOMPTE RENDU DU CONSEIL MUNICIPAL DU 3 AVRIL 2023\n"
    "L'an deux mille vingt-trois, le trois avril à dix-huit heures, le Conseil Municipal s'est réuni sous la "
    "présidence de Madame Agathe SORBIERS, Maire.\nPrésents : Mme SORBIERS Agathe, M. EYMERY Loïc.\n"
    "Secrétaire de séance : M. EYMERY Loïc.\n"
)
_REPORT = "M. EYMERY présente le dossier.\nEXPOSE :\nIl convient de donner suite à la demande reçue au printemps.\n"
_VOTED = "DECISION :\nAprès délibération, les membres du conseil municipal adoptent, à l'unanimité, la délibération.\n"


def heads(text: str) -> list[tuple[str | None, str | None]]:
    acts = segment(normalise(_OPENING + text + "La séance est levée.\n")).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


def _items(*pairs: tuple[str, str]) -> str:
    return "".join(f"{number} - {title}\n{_REPORT}{_VOTED}" for number, title in pairs)


@pytest.mark.parametrize("shape", ["DL-0{}-07-23", "DL-23-07-0{}", "DCM-23-0{}"])
def test_numbers_that_name_deliberations_head_what_stands_under_delegated_decisions(shape: str) -> None:
    noted = "DECISION :\nLes membres du conseil municipal prennent acte de cette décision.\n"
    first = f"{shape.format(55)} - Marché de la voirie communale\n{_REPORT}{noted}"
    more = [(shape.format(56), "Vente du presbytère"), (shape.format(57), "Réfection du lavoir")]
    text = "III. DECISIONS PRISES EN VERTU DES POUVOIRS DELEGUES\n" + first + "IV. PATRIMOINE\n" + _items(*more)
    assert heads(text) == [(shape.format(55), "Marché de la voirie communale"), *more]


@pytest.mark.parametrize("shape", ["DL-{:03}-07-23", "N°{:03}/2023", "D2023-{:03}"])
def test_a_number_out_of_order_heads_an_act(shape: str) -> None:
    pairs = [
        (shape.format(number), title)
        for number, title in ((56, "Vente du presbytère"), (66, "Réfection du lavoir"), (57, "Achat d'une benne"))
    ]
    found = heads(_items(*pairs, (shape.format(58), "Tarifs de la cantine")))
    assert [title for _, title in found] == [*(title for _, title in pairs), "Tarifs de la cantine"]


@pytest.mark.parametrize("cited", ["DL-031-07-23 du 4 mars", "DL-031-04-22 - Bail du moulin", "DL-031-07-23"])
def test_a_number_cited_or_of_another_sitting_heads_none(cited: str) -> None:
    items = _items(("DL-056-07-23", "Vente du presbytère"), ("DL-057-07-23", "Achat d'une benne"))
    again = items.replace("EXPOSE :\n", f"EXPOSE :\nLe conseil municipal, à l'unanimité, l'avait décidé.\n{cited}\n", 1)
    assert [number for number, _ in heads(again)] == ["DL-056-07-23", "DL-057-07-23"]


@pytest.mark.parametrize("slip", ["DEL2021-45", "2021/45", "DL-2021-45"])
def test_a_slip_in_the_year_heads_the_act_whose_rank_is_lacking(slip: str) -> None:
    year = slip.replace("2021", "2022")
    numbers = (year.replace("45", "44"), slip, year.replace("45", "46"), year.replace("45", "47"))
    titles = ("Vente du presbytère", "Réfection du lavoir", "Achat d'une benne", "Tarifs de la cantine")
    assert heads(_items(*zip(numbers, titles, strict=True))) == list(zip(numbers, titles, strict=True))


@pytest.mark.parametrize("cited", ["DEL2021-12 - Bail du moulin", "DEL2021-47 - Bail du moulin", "DEL2021-45"])
def test_a_number_of_another_year_whose_rank_is_not_lacking_heads_none(cited: str) -> None:
    items = _items(("DEL2022-44", "Vente du presbytère"), ("DEL2022-46", "Achat d'une benne"))
    again = items.replace("EXPOSE :\n", f"EXPOSE :\nLe conseil municipal, à l'unanimité, l'avait décidé.\n{cited}\n", 1)
    assert [number for number, _ in heads(again)] == ["DEL2022-44", "DEL2022-46"]


@pytest.mark.parametrize("bare", ["2014/25 – ", "2014/25 : ", "2014/25 - "])
def test_the_first_number_may_lack_the_label_of_the_others(bare: str) -> None:
    first = f"{bare}Vente du presbytère\n{_REPORT}{_VOTED}"
    found = heads(first + _items(("N°2014/26", "Réfection du lavoir"), ("N°2014/27", "Achat d'une benne")))
    assert found[0] == ("2014/25", "Vente du presbytère") and len(found) == 3


@pytest.mark.parametrize("cited", ["Vu la délibération 2014/25 du 3 mars.\n", "Lot 2014/25 – Maison\n"])
def test_a_number_cited_above_the_first_heads_none(cited: str) -> None:
    found = heads(cited + _items(("N°2014/26", "Réfection du lavoir"), ("N°2014/27", "Achat d'une benne")))
    assert [number for number, _ in found] == ["2014/26", "2014/27"]


@pytest.mark.parametrize(
    "numbers", [("2023 034 D", "2023 035 D"), ("2023 _034_D", "2023_035 _D"), ("2023 _ 034 _D", "2023_035_D")]
)
def test_spaces_part_no_letter_from_its_number(numbers: tuple[str, str]) -> None:
    pairs = zip(numbers, ("Vente du presbytère", "Achat d'une benne"), strict=True)
    found = heads("".join(f"Délibération n° {number}\n{title}\n{_REPORT}{_VOTED}" for number, title in pairs))
    assert [number for number, _ in found] == list(numbers)


@pytest.mark.parametrize("after", ["d'une benne", "dont la moitié", "donnée"])
def test_a_word_after_a_number_is_no_letter_of_it(after: str) -> None:
    view = normalise(f"2023 034 {after}")
    number = number_at(view, 0)
    assert number and view.text[slice(*number)] == "2023 034"


@pytest.mark.parametrize("between", ["(Voir annexe)", "(pièce jointe)", "(annexe 2)"])
def test_what_stands_in_brackets_parts_a_number_from_the_decision(between: str) -> None:
    view = normalise(f"Emploi : Délibération n° 2023_038_D {between} Le conseil approuve à l'unanimité la création.")
    assert len(own_decisions(Zone(view, 0, len(view.text)))) == 1


def test_the_decision_of_another_act_is_none_of_this_one() -> None:
    view = normalise("Par délibération n° 2023_038_D le conseil approuve à l'unanimité la création d'un emploi.")
    assert own_decisions(Zone(view, 0, len(view.text))) == []


@pytest.mark.parametrize(
    "title",
    [
        "DÉCISIONS MODIFICATIVES – VOTE DE CRÉDITS",
        "FISCALITÉ LOCALE : VOTE DES TAUX DE 2023",
        "COMPTE DE GESTION - VOTE DU COMPTE DE 2022",
    ],
)
def test_a_title_in_capitals_may_name_a_vote(title: str) -> None:
    assert heads(_items(("N°2014/26", title), ("N°2014/27", "Achat d'une benne")))[0] == ("2014/26", title)


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("n° d'ident. : 23/JUIL/8", "23/JUIL/8"),
        ("N° d'enregistrement : 2023-045", "2023-045"),
        ("N° d'identification : DEL-2023-08", "DEL-2023-08"),
        ("Référence\n\n20230704CA17\n\n", "20230704CA17"),
        ("Réf : CM-2023-045", "CM-2023-045"),
    ],
)
def test_labels_of_a_number_in_a_register(label: str, number: str) -> None:
    text = (
        "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL Séance du 4 juillet 2023. Présents : 22"
        f" {label} OBJET : Convention avec l'agence Le conseil, à l'unanimité, APPROUVE la convention."
    )
    assert [act.heading_value("number") for act in segment(normalise(text)).acts] == [number]


def test_a_year_of_reference_is_no_number() -> None:
    text = (
        "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL OBJET : Convention avec l'agence L'année de"
        " référence 2019 et l'indice de référence 2019 T4 sont retenus. Le conseil APPROUVE la convention."
    )
    assert [act.heading_value("number") for act in segment(normalise(text)).acts] == [None]
