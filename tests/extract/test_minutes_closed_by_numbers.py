"""Minutes in one line: items that numbers close, that a word in capitals heads, that something else follows."""

import datetime as dt

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Record

OPENING = (
    "COMMUNE DE MONTFLEURY Procès-verbal du Conseil municipal du 17 avril 2023 Présents : Mmes Agathe SORBIERS, Lise "
    "AMBERT, MM. Loïc EYMERY, Paul BRUN. Secrétaire de séance : M. Loïc EYMERY. "
)
CLOSING = " La séance est levée à 21 h 10. La maire, Agathe SORBIERS"
DECIDED = (
    "Mme la maire expose la situation. Le conseil municipal, à l'unanimité, décide d'inscrire la dépense au budget."
)


def records(text: str) -> tuple[Record, ...]:
    return extract(text_of(OPENING + text)).records


def numbers_and_titles(text: str) -> list[tuple[str | None, str | None]]:
    return [(record.number, record.title) for record in records(text)]


@pytest.mark.parametrize("label", ["Délibération 2023-0{}", "Délibération n° 2023-0{}", "DCM n° 2023-0{}"])
@pytest.mark.parametrize("mark", ["{} – ", "{} - "])
def test_numbers_may_close_items_that_an_ordinal_heads(label: str, mark: str) -> None:
    titles = ["RÉFECTION DU LAVOIR", "VENTE DE LA GRANGE", "TARIFS DE LA CANTINE"]
    items = (f"{mark.format('I' * n)}{title} {DECIDED} {label.format(30 + n)} " for n, title in enumerate(titles, 1))
    assert numbers_and_titles("".join(items) + CLOSING) == [
        (f"2023-0{30 + n}", title) for n, title in enumerate(titles, 1)
    ]


def test_the_foot_of_a_page_may_follow_the_number_that_closes_an_item() -> None:
    text = (
        f"OBJET : Réfection du lavoir {DECIDED} (Délibération n° 2023/11) OBJET : Vente de la grange {DECIDED} "
        f"(Délibération n° 2023/12) OBJET : Tarifs de la cantine {DECIDED} (Délibération n° 2023/13) Montfleury – PV "
        "du 17 avril 2023 – p. 4 INFORMATIONS DIVERSES : le marché de Noël aura lieu le 9 décembre."
    )
    assert [number for number, _ in numbers_and_titles(text + CLOSING)] == ["2023/11", "2023/12", "2023/13"]


@pytest.mark.parametrize("label", ["QUESTION N° 23-04-0{}", "AFFAIRE N° 23-04-0{}", "RAPPORT N° 23-04-0{}"])
def test_a_label_in_capitals_heads_an_item_after_words_in_small_letters(label: str) -> None:
    text = "".join(
        f"RAPPORTEUR : {who} {label.format(n)} {title} {DECIDED} "
        for n, (who, title) in enumerate(
            [
                ("M. Paul BRUN, adjoint aux travaux", "RÉFECTION DU LAVOIR"),
                ("Mme Lise AMBERT, adjointe", "TARIFS 2024"),
            ],
            1,
        )
    )
    read = records(text + CLOSING)
    assert [record.title for record in read] == ["RÉFECTION DU LAVOIR", "TARIFS 2024"]
    assert [record.rapporteur and record.rapporteur.name for record in read] == ["Paul BRUN", "Lise AMBERT"]


def test_those_who_report_are_above_their_items_below_minutes_that_are_approved() -> None:
    approved = "ADOPTION DU PROCES-VERBAL DE LA SEANCE DU 6 MARS 2023 Le procès-verbal est adopté à l'unanimité. "
    text = approved + "".join(
        f"RAPPORTEUR : {who} QUESTION N° 23-04-0{n} {title} {DECIDED} "
        for n, (who, title) in enumerate(
            [
                ("M. Paul BRUN, adjoint aux travaux", "RÉFECTION DU LAVOIR"),
                ("Mme Lise AMBERT, adjointe", "TARIFS 2024"),
            ],
            1,
        )
    )
    assert [record.rapporteur and record.rapporteur.name for record in records(text + CLOSING)[1:]] == [
        "Paul BRUN",
        "Lise AMBERT",
    ]


def test_the_number_inside_of_a_receipt_heads_nothing() -> None:
    text = "".join(
        f"Accusé de réception en préfecture 099-219900018-20230417-DCM202303{n}-DE Date de réception préfecture : "
        f"{18 + n}/04/2023 DCM 2023-03{n} {title} {DECIDED} "
        for n, title in enumerate(["REFECTION DU LAVOIR", "VENTE DE LA GRANGE", "TARIFS DE LA CANTINE"], 1)
    )
    read = records(text + CLOSING)
    assert [record.number for record in read] == ["2023-031", "2023-032", "2023-033"]
    assert [record.receipt.id for record in read] == [f"099-219900018-20230417-DCM202303{n}-DE" for n in (1, 2, 3)]
    assert [record.receipt.date for record in read] == [dt.date(2023, 4, 18 + n) for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "after",
    ["QUESTIONS DIVERSES : ", "Informations diverses : ", "COMPTE-RENDU DES DECISIONS DU MAIRE ", "Tour de table : "],
)
def test_what_is_no_act_ends_the_one_before(after: str) -> None:
    text = f"OBJET : Réfection du lavoir. {DECIDED} {after}devis de la chaudière à 3 480 € TTC, fibre optique, voirie."
    assert [record.amounts for record in records(text + CLOSING)] == [()]


def test_votes_told_after_each_decision_do_not_hide_titles_without_numbers() -> None:
    vote = "Pour : 10 Contre : 0 Abstention : 0 "
    text = (
        "Le quorum est atteint. Demande de fonds de concours pour le stade M. Paul "
        f"BRUN présente le devis. Le conseil municipal, après en avoir délibéré, sollicite un fonds de concours. {vote}"
        "Médecine de prévention : convention avec le Centre de gestion M. Paul BRUN expose. Le conseil municipal, à "
        f"l'unanimité, autorise la maire à signer la convention. {vote}"
    )
    assert [record.title for record in records(text + CLOSING)] == [
        "Demande de fonds de concours pour le stade",
        "Médecine de prévention : convention avec le Centre de gestion",
    ]


@pytest.mark.parametrize("said", ["après discussion", "après un large débat", "après échange de vues"])
def test_a_discussion_comes_before_the_list_of_what_is_decided(said: str) -> None:
    (record,) = records(
        f"OBJET : Réfection du lavoir. Mme la maire expose. Le conseil, {said} : - approuve l'avant-projet ; - charge "
        f"la maire de déposer le dossier.{CLOSING}"
    )
    assert record.decisions == ("approuve l'avant-projet", "charge la maire de déposer le dossier")


def test_minutes_read_and_approved_are_adopted() -> None:
    first = records(
        "COMPTE RENDU DE LA SEANCE DU 6 MARS 2023 Lu et approuvé par les membres présents. VENTE DE LA GRANGE "
        f"{DECIDED}{CLOSING}"
    )[0]
    assert (first.title, first.vote.outcome) == ("COMPTE RENDU DE LA SEANCE DU 6 MARS 2023", "adopted")


def test_the_organ_named_before_its_votes_votes_though_a_ground_opens_the_sentence() -> None:
    (record,) = records(
        "OBJET : Taux des taxes. Considérant que le budget s'équilibre, le conseil municipal, par 7 voix POUR et 2 "
        f"voix CONTRE (Lise AMBERT et Paul BRUN), DECIDE de maintenir les taux.{CLOSING}"
    )
    assert (record.vote.for_, record.vote.against) == (7, 2)


def test_a_path_is_said_so_by_its_name_and_not_by_the_organ() -> None:
    (record,) = records(
        "OBJET : Chemin rural. Mme la maire expose. Le conseil municipal, à main levée, par 1 voix pour, 3 voix "
        f"contre et 0 abstention, REJETTE la proposition de vente du chemin rural dit d'Orval.{CLOSING}"
    )
    assert record.decisions == ("REJETTE la proposition de vente du chemin rural dit d'Orval",)
