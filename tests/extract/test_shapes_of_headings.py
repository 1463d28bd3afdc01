"""Shapes of headings in one line and on lines: letters, ranks, dated numbers, titles before their numbers."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "COMMUNE DE VALMONT\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 14 DÉCEMBRE 2022\nL'an deux mille vingt-deux, le "
    "quatorze décembre, le conseil municipal s'est réuni sous la présidence de M. Paul NOIR, maire.\n"
    "Présents : M. Paul NOIR, Mme Anne ROUX, M. A. BRUN, Mme Zoé VERT.\nSecrétaire de séance : Mme Anne ROUX.\n"
)
TITLES = (
    "Tarifs de la piscine municipale",
    "Cimetière : reprise de concessions",
    "Création d'un poste d'adjoint technique",
    "Aire de jeux communale",
)
REPORTS = (
    "Le dossier a été étudié. Le conseil municipal, après en avoir délibéré, à l'unanimité, APPROUVE le projet.",
    "M. le Maire le présente.\nLe conseil municipal, à l'unanimité :\nAPPROUVE le projet\nCHARGE le maire de signer",
    "Un devis est reçu.\nLe conseil décide d'accepter le devis.\nVote : Pour : 4 – Contre : 0 – Abstention : 0",
)


def _items(heads: list[str], report: str, flat: bool, agenda: list[str] | None = None) -> list[tuple[object, object]]:
    listed = "Ordre du jour :\n" + "\n".join(agenda) + "\n" if agenda else ""
    raw = OPENING + listed + "\n".join(f"{head}\n{report}" for head in heads) + "\nLa séance est levée à 21 heures."
    acts = segment(normalise(" ".join(raw.split()) if flat else raw)).acts
    return [(act.heading_value("number"), act.heading_value("title")) for act in acts]


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("shape", ["{letter}. {title}", "{rank}°- {title}", "({rank}) {title}", "{rank}° – {title}"])
def test_letters_and_ranks(shape: str, report: str, flat: bool) -> None:
    heads = [shape.format(letter="ABCD"[at], rank=at + 1, title=title) for at, title in enumerate(TITLES)]
    assert _items(heads, report, flat) == [(None, title) for title in TITLES]


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("report", [REPORTS[0], REPORTS[2]])
@pytest.mark.parametrize("agenda", [True, False])
@pytest.mark.parametrize(
    "shape",
    [
        "Délibération n° 2022-{rank:03d} du 14 décembre 2022 : {title}",
        "{title} (délibération n° 2022-{rank:03d})",
        "{title} – Délibération n° 2022-{rank:03d}",
        "{title} – DCM 2022-{rank:03d}",
    ],
)
def test_numbers_with_their_day_and_after_titles(shape: str, agenda: bool, report: str, flat: bool) -> None:
    heads = [shape.format(rank=at, title=title) for at, title in enumerate(TITLES, 31)]
    expected = [(f"2022-{at:03d}", title) for at, title in enumerate(TITLES, 31)]
    assert _items(heads, report, flat, heads if agenda else None) == expected


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("report", [REPORTS[0], REPORTS[2], "Ce point est connu. Adopté à l'unanimité."])
@pytest.mark.parametrize("label", ["N° ", "Délibération n° ", "DCM n° "])
def test_the_title_above_its_number_is_no_sentence_of_the_report(label: str, report: str, flat: bool) -> None:
    heads = [f"Objet : {title}\n{label}2022/{at}" for at, title in enumerate(TITLES, 31)]
    assert _items(heads, report, flat) == [(f"2022/{at}", title) for at, title in enumerate(TITLES, 31)]


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("label", ["Objet : ", "", "- "])
def test_the_last_entry_of_an_agenda_is_no_act(label: str, flat: bool) -> None:
    heads = [f"{label}{title}" for title in TITLES]
    report = f"M. le Maire présente le dossier. {REPORTS[0]}"
    approved = "Le procès-verbal de la séance du 9 novembre 2022 est approuvé à l'unanimité."
    found = _items(heads, report, flat, [*heads, approved])
    assert [title for _, title in found if "verbal" not in str(title)] == list(TITLES)


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("stars", ["***", "**", "* *"])
def test_titles_in_capitals_between_stars(stars: str, flat: bool) -> None:
    heads = [f"{stars} {title.upper()} {stars}" for title in TITLES[::2]]
    assert [title for _, title in _items(heads, REPORTS[1], flat)] == [title.upper() for title in TITLES[::2]]


@pytest.mark.parametrize("flat", [True, False])
def test_the_label_of_a_title_in_capitals_needs_no_colon(flat: bool) -> None:
    heads = [f"OBJET {title.upper()}" for title in TITLES[::2]]
    assert [title for _, title in _items(heads, REPORTS[1], flat)] == [title.upper() for title in TITLES[::2]]


@pytest.mark.parametrize(
    "said", ["A. NOIR et B. ROUX votent contre.", "A. Noir arrive. B. Roux part.", "Lot A. Lot B."]
)
def test_initials_head_nothing(said: str) -> None:
    heads = [f"{at}. {title}" for at, title in enumerate(TITLES, 1)]
    assert _items(heads, f"M. le Maire présente le devis. {said} {REPORTS[0]}", True) == [
        (None, title) for title in TITLES
    ]


@pytest.mark.parametrize(
    "said", ["(délibération n° 2020-12)", "par délibération n° 2020-12 du 3 mars 2020,", "(délibération n° 2020-13)"]
)
def test_the_number_of_another_act_heads_nothing(said: str) -> None:
    heads = [f"{at}. {title}" for at, title in enumerate(TITLES, 1)]
    report = f"Le tarif avait été fixé {said} et il convient de le revoir. {REPORTS[0]}"
    assert _items(heads, report, True) == [(None, title) for title in TITLES]


@pytest.mark.parametrize(
    "heading", ["ARTICLES L-2122.22 ET L-2122.23 DU CODE GÉNÉRAL", "ARTICLE L 2122-22 – DÉLÉGATION"]
)
@pytest.mark.parametrize("flat", [True, False])
def test_an_article_of_the_code_heads_no_act(heading: str, flat: bool) -> None:
    heads = [f"{at}. {title}" for at, title in enumerate(TITLES, 1)]
    found = _items([*heads, f"5. {heading}\nDécisions prises par délégation du maire :"], REPORTS[0], flat)
    assert heading not in [title for _, title in found]
