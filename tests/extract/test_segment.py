"""Which acts a document holds, where each begins, and what heads it; on fictional documents."""

import textwrap
import time

import pytest

from kg.extract.segment import Layout, segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2023 L'an deux "
    "mille vingt-trois, le trois avril "
    "à dix-huit heures, le Conseil Municipal s'est réuni sous la présidence de Madame "
    "Agathe SORBIERS, Maire. Présents : "
    "Mme SORBIERS Agathe, M. EYMERY Loïc. Absent : M. KERVALEC Yann. Secrétaire de séance : M. EYMERY Loïc. "
)
VOTED = "Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "


def layout_of(raw: str) -> Layout:
    return segment(normalise(raw))


def heads(raw: str) -> list[tuple[str | None, str | None]]:
    return [(act.heading_value("number"), act.heading_value("title")) for act in layout_of(raw).acts]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("Délibération n° 2023-014 : ", "Délibération n° 2023-015 : ", ["2023-014", "2023-015"]),
        ("N° DEL2023-14 : ", "N° DEL2023-15 : ", ["DEL2023-14", "DEL2023-15"]),
        ("D2023-014 - ", "D2023-015 - ", ["D2023-014", "D2023-015"]),
        ("N°04/01-2023 — ", "N°04/02-2023 — ", ["04/01-2023", "04/02-2023"]),
        ("N°230403 001 - ", "N°230403 002 - ", ["230403 001", "230403 002"]),
        ("1. N° DEL2023-14 : ", "2. N° DEL2023-15 : ", ["DEL2023-14", "DEL2023-15"]),
        (
            "1) Délibération n° 2023-04-03/01 : ",
            "2) Délibération n° 2023-04-03/02 : ",
            ["2023-04-03/01", "2023-04-03/02"],
        ),
        ("Affaire n° 1 : ", "Affaire n° 2 : ", [None, None]),
        ("1 - ", "2 - ", [None, None]),
        ("1°) ", "2°) ", [None, None]),
        ("2.1. ", "2.2. ", [None, None]),
    ],
)
def test_items_on_one_line_are_headed_by_numbers_of_any_shape(
    first: str, second: str, numbers: list[str | None]
) -> None:
    report = "Madame le Maire rappelle la demande reçue. "
    raw = f"{OPENING}{first}Vente du presbytère {report}{VOTED}{second}Réfection du lavoir {report}{VOTED}"
    assert heads(raw) == list(zip(numbers, ["Vente du presbytère", "Réfection du lavoir"], strict=True))


def test_an_item_goes_from_its_heading_to_the_next_and_the_opening_is_shared() -> None:
    raw = (
        f"{OPENING}1. Vente du presbytère M. EYMERY expose. {VOTED}2. Réfection du lavoir M. "
        f"EYMERY expose. {VOTED}La séance est levée."
    )
    first, second = layout_of(raw).acts
    assert first.item.text.startswith("1. Vente") and first.item.end == second.item.start
    assert first.preamble == second.preamble and first.preamble.text.startswith("COMMUNE DE MONTFLEURY")
    assert second.closing.text == "La séance est levée." and first.shared
    assert (first.ordinal, second.ordinal) == (1, 2)


def test_the_agenda_is_not_read_as_items() -> None:
    agenda = "ORDRE DU JOUR 1. Vente du presbytère 2. Réfection du lavoir communal 3. Questions diverses "
    raw = (
        f"{OPENING}{agenda}1. Vente du presbytère M. EYMERY expose. {VOTED}2. Réfection du "
        f"lavoir communal M. EYMERY expose. {VOTED}3. Questions diverses "
        f"M. EYMERY demande des bancs."
    )
    assert heads(raw) == [(None, "Vente du presbytère"), (None, "Réfection du lavoir communal")]


def test_the_agenda_tells_titles_that_come_back_without_their_ordinals() -> None:
    agenda = "Ordre du jour 1. VENTE DE L'ANCIEN PRESBYTÈRE 2. RÉFECTION DU LAVOIR COMMUNAL "
    report = "Rapporteur : Loïc EYMERY M. EYMERY expose. "
    raw = f"{OPENING}{agenda}VENTE DE L'ANCIEN PRESBYTÈRE {report}{VOTED}RÉFECTION DU LAVOIR COMMUNAL {report}{VOTED}"
    assert [title for _, title in heads(raw)] == ["VENTE DE L'ANCIEN PRESBYTÈRE", "RÉFECTION DU LAVOIR COMMUNAL"]


def test_titles_in_capitals_divide_minutes_without_numbers() -> None:
    raw = (
        f"{OPENING}VENTE DE L'ANCIEN PRESBYTÈRE La maison est vide. {VOTED}RÉFECTION DU "
        f"LAVOIR (rue Haute) Le toit fuit. {VOTED}"
    )
    assert [title for _, title in heads(raw)] == ["VENTE DE L'ANCIEN PRESBYTÈRE", "RÉFECTION DU LAVOIR (rue Haute)"]


def test_a_line_that_a_report_follows_is_a_title() -> None:
    body = "\n".join(
        [
            "Vente de l'ancien presbytère",
            "Le conseil municipal, vu l'offre reçue,",
            "Décide à l'unanimité :",
            "de vendre la maison.",
            "Réfection du lavoir communal",
            "Le conseil municipal, vu les devis,",
            "Décide à l'unanimité :",
            "de refaire le toit.",
        ]
    )
    raw = f"{OPENING.replace('. ', '.' + chr(10))}\n{body}\n"
    assert [title for _, title in heads(raw)] == ["Vente de l'ancien presbytère", "Réfection du lavoir communal"]


def test_what_the_executive_decides_alone_and_information_are_no_acts() -> None:
    decisions = (
        "1. Décisions du Maire prises par délégation Madame le Maire rend compte. D2023-01 - "
        "Achat de bancs Le devis est accepté. "
        "D2023-02 - Location d'une nacelle Le devis est accepté. "
    )
    raw = (
        f"{OPENING}{decisions}2. Vente du presbytère M. EYMERY expose. {VOTED}3. Informations "
        f"diverses La fête aura lieu en juin."
    )
    assert heads(raw) == [(None, "Vente du presbytère")]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "Le procès-verbal de la séance du 6 mars 2023 est approuvé à l'unanimité. ",
            "procès-verbal de la séance du 6 mars 2023",
        ),
        (
            "Approbation du procès-verbal de la séance du 6 mars 2023 Le procès-verbal est adopté. ",
            "Approbation du procès-verbal de la séance du 6 mars 2023",
        ),
        (
            "Le conseil municipal adopte le compte rendu de la réunion du 6 mars 2023. ",
            "compte rendu de la réunion du 6 mars 2023",
        ),
    ],
)
def test_the_approval_of_the_previous_minutes_is_an_act(sentence: str, title: str) -> None:
    raw = (
        f"{OPENING}{sentence}1. Vente du presbytère M. EYMERY expose. {VOTED}2. Réfection du "
        f"lavoir M. EYMERY expose. {VOTED}"
    )
    assert heads(raw)[0] == (None, title)
    assert len(heads(raw)) == 3


def test_an_approval_that_is_put_off_is_none() -> None:
    put_off = (
        "Le procès-verbal de la séance du 6 mars 2023 n'a pas été transmis aux élus. Son approbation est reportée. "
    )
    raw = (
        f"{OPENING}{put_off}1. Vente du presbytère M. EYMERY expose. {VOTED}2. Réfection du "
        f"lavoir M. EYMERY expose. {VOTED}"
    )
    assert len(heads(raw)) == 2


def test_the_last_item_of_a_text_cut_short_counts_once_its_subject_has_begun() -> None:
    raw = (
        f"{OPENING}1. Vente du presbytère M. EYMERY expose. {VOTED}2. Réfection du lavoir "
        f"Madame le Maire rappelle que le toit fu"
    )
    assert len(heads(raw)) == 2
    assert len(heads(raw[: raw.index("2. Réfection") + 20])) == 1


def test_a_number_may_close_the_title() -> None:
    raw = (
        "EXTRAIT DU REGISTRE DES DELIBERATIONS DU CONSEIL MUNICIPAL Commune de Villeperte "
        "Séance du 10 février 2020 Présents : M. BRUN, Mme NOIR. "
        f"OBJET : Vente du presbytère (n°02/2020-01) Vu le code. {VOTED}OBJET : Réfection du "
        f"lavoir (n°02/2020-02) Vu le code. {VOTED}"
    )
    assert heads(raw) == [("02/2020-01", "Vente du presbytère"), ("02/2020-02", "Réfection du lavoir")]


def single(number: str, middle: str) -> str:
    return (
        f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL Commune de Villeperte "
        f"Séance du 5 juin 2023 {number} Le Conseil Municipal "
        f"s'est réuni sous la présidence de M. BRUN. Présents : M. BRUN, Mme NOIR. Secrétaire "
        f": Mme NOIR. {middle} {VOTED}"
    )


@pytest.mark.parametrize(
    ("raw", "number", "title"),
    [
        (
            single("Délibération n° 2023-051", "Objet : Vente du presbytère Monsieur le Maire expose."),
            "2023-051",
            "Vente du presbytère",
        ),
        (
            single("2023/009", "VENTE DE L'ANCIEN PRESBYTÈRE M. le Maire expose la demande."),
            "2023/009",
            "VENTE DE L'ANCIEN PRESBYTÈRE",
        ),
        (
            single("", "n° 13-06-2023 - Vente du presbytère Monsieur le Maire rappelle."),
            "13-06-2023",
            "Vente du presbytère",
        ),
        (
            single("N° 2023 7 4", "OBJET : Vente du presbytère Madame NOIR, rapporteure, expose."),
            "2023 7 4",
            "Vente du presbytère",
        ),
        (
            (
                "DÉLIBÉRATION N°CP 2023-024 DU 25 JANVIER 2023 AIDES AUX FORÊTS DE MONTAGNE La "
                "commission permanente, VU le code, DÉCIDE."
            ),
            "CP 2023-024",
            "AIDES AUX FORÊTS DE MONTAGNE",
        ),
    ],
)
def test_a_single_act_is_read_whole(raw: str, number: str, title: str) -> None:
    layout = layout_of(raw)
    (act,) = layout.acts
    assert layout.kind == "deliberation" and not act.shared
    assert (act.heading_value("number"), act.heading_value("title")) == (number, title)
    assert act.item.text == act.whole.text


def test_a_title_over_several_lines_is_one_passage_after_the_names() -> None:
    raw = (
        "Délibération n°M2024-117\n\nExtrait du registre des\ndélibérations de "
        "Valserine\nMétropole\n\nPrésents :\nLuc BRUN, Anne NOIR.\n\n"
        "Absent(es) / Excusé(es) :\nPaul ROUX, Léa BLANC\n Mobilité - Vélo - Plan 2024 - "
        "Convention avec\nla Région - Autorisation de signature\n\n"
        "Madame Anne NOIR, Vice-Présidente, rapporte :\n\nLe plan vélo est prêt.\n"
    )
    (act,) = layout_of(raw).acts
    assert (
        act.heading_value("title")
        == "Mobilité - Vélo - Plan 2024 - Convention avec la Région - Autorisation de signature"
    )
    (title,) = [mention for mention in act.heading if mention.field == "title"]
    assert act.view.text[slice(*title.spans[0])].startswith("Mobilité") and len(title.spans) == 1


def test_a_bundle_gives_each_act_its_own_head_and_drops_one_without_subject() -> None:
    head = (
        "REPUBLIQUE FRANCAISE Le lundi 5 juin 2023, le Conseil municipal s'est réuni. "
        "Etaient présents : M. BRUN, Mme NOIR. "
    )
    first = (
        f"Extrait du registre des délibérations du Conseil municipal {head}DEL2023-1 Objet : "
        f"Vente du presbytère En raison de l'offre reçue. {VOTED}"
    )
    second = f"{head}DEL2023-2 Objet : Réfection du lavoir Il convient d'agir. {VOTED}"
    filler = "Le rapport est joint. " * 50
    layout = layout_of(f"{first}{filler}{second}{filler}{head}")
    assert layout.kind == "bundle"
    assert [act.heading_value("number") for act in layout.acts] == ["DEL2023-1", "DEL2023-2"]
    assert layout.acts[1].preamble.text.startswith("REPUBLIQUE")


def test_a_list_gives_one_act_an_entry_without_its_outcome() -> None:
    raw = (
        "LISTE DES DELIBERATIONS DU CONSEIL MUNICIPAL DU 5 JUIN 2023 N° 2023-051 Vente du "
        "presbytère Adoptée à l'unanimité "
        "N° 2023-052 Réfection du lavoir Adoptée à la majorité"
    )
    assert layout_of(raw).kind == "list"
    assert heads(raw) == [("2023-051", "Vente du presbytère"), ("2023-052", "Réfection du lavoir")]


def test_long_noise_takes_time_in_proportion() -> None:
    def seconds(size: int) -> float:
        raw = (OPENING + "1. Vente 2) N° 3 OBJET : 2023-001 ROUTE DE LA GARE Vu la loi\n" * (size // 60))[:size]
        began = time.perf_counter()
        layout_of(raw)
        return time.perf_counter() - began

    seconds(1000)
    assert seconds(400_000) < 8 * seconds(100_000) + 0.5


@pytest.mark.parametrize("width", [75, 90, 120])
def test_lines_that_are_only_wrapped_hide_no_item(width: int) -> None:
    """A heading may begin in the middle of a line where nothing but the width of the page broke it."""
    titles = ["Vente du presbytère", "Tarifs de la cantine", "Achat d'un tracteur", "Réfection de la halle"]
    acts = "".join(f"2023-{rank:03} {title} Le Maire expose. {VOTED}" for rank, title in enumerate(titles, 1))
    flat = heads(OPENING + acts)
    assert [number for number, _ in flat] == ["2023-001", "2023-002", "2023-003", "2023-004"]
    wrapped = "\n".join(textwrap.wrap(OPENING + acts, width))
    assert [(number, " ".join((title or "").split())) for number, title in heads(wrapped)] == flat


def test_an_article_of_law_at_the_head_of_a_line_numbers_nothing() -> None:
    text = (
        OPENING.replace(". ", ".\n")
        + f"2023-001 Vente du presbytère\n{VOTED}\n2023-002 Régie de la cantine\nVu les articles\n"
        + f"L-2122.22 et L-2122.23 du code général des collectivités territoriales\n{VOTED}\n"
    )
    assert [number for number, _ in heads(text)] == ["2023-001", "2023-002"]


@pytest.mark.parametrize(
    "title",
    [
        "DÉLÉGATION AU MAIRE POUR LES EMPRUNTS",
        "Délégations du conseil municipal au maire",
        "Délégations d'attributions au maire",
    ],
)
def test_what_the_organ_grants_its_executive_is_an_act(title: str) -> None:
    granted = f"2 - {title}\nM. EYMERY expose. Il est proposé au conseil municipal :\n"
    granted += "D'ACCORDER ces délégations au maire pour la durée de son mandat.\nADOPTÉ À L'UNANIMITÉ\n"
    acts = f"1 - Vente du presbytère\n{VOTED}\n{granted}3 - Réfection du lavoir\n{VOTED}\n"
    assert [told for _, told in heads(OPENING + "\n" + acts)] == ["Vente du presbytère", title, "Réfection du lavoir"]


def test_what_the_executive_did_under_its_delegation_is_no_act() -> None:
    told = "2 - Délégations du Maire\nMonsieur le Maire dit qu'il a signé le bail d'un logement.\n"
    acts = f"1 - Vente du presbytère\n{VOTED}\n{told}3 - Réfection du lavoir\n{VOTED}\n"
    assert [title for _, title in heads(OPENING + "\n" + acts)] == ["Vente du presbytère", "Réfection du lavoir"]
