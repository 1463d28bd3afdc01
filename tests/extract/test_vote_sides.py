"""The sides of a vote one after another, each with its own names: an office, a proxy, brackets, the next label."""

import hashlib

import pytest

from kg.extract import extract
from kg.model import Page, Source, Span, Text, Vote

HEAD = """COMMUNE DE MONTFLEURY
Compte rendu du conseil municipal du 3 avril 2014
Présents : Jeanne VALMONT-BRIE, Maire, Loïc EYMERY, Lucie MARANDE, Paul ORTEIL, Agathe SORBIERS, Noé BRANDIN.
Secrétaire de séance : Paul ORTEIL.
1. Vente du presbytère
"""
SOLD = "Le conseil municipal, après en avoir délibéré, décide de vendre le presbytère. "


def vote(told: str) -> Vote:
    text = f"{HEAD}{told}\n2. Tarifs de la cantine\nAdopté à l'unanimité.\n"
    source = Source("pv.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    return extract(Text(source, text, (Page(1, Span(0, len(text))),))).records[0].vote


@pytest.mark.parametrize(
    "told",
    [
        "Pour : 3 Abstentions : 2 Mme Lucie MARANDE, M. Paul ORTEIL Ne prend pas part au vote : 1 M. Noé BRANDIN",
        "Pour : 3 Abstentions : 2 Mme MARANDE, M. ORTEIL Ne participe pas au vote : 1 (M. BRANDIN)",
        "Adopté par 3 voix pour et 2 abstentions (Mme MARANDE et M. ORTEIL), M. BRANDIN ne prenant pas part au vote.",
        "Adopté par 3 voix pour, 2 abstentions (Mme MARANDE, M. ORTEIL), M. BRANDIN ne participant pas au vote.",
    ],
)
def test_each_side_has_its_own_names(told: str) -> None:
    read = vote(SOLD + told)
    assert [name.split()[-1] for name in read.abstention_names] == ["MARANDE", "ORTEIL"]
    assert [name.split()[-1] for name in read.not_voting_names] == ["BRANDIN"]


@pytest.mark.parametrize(
    "told",
    [
        "Abstentions : 2 (EYMERY Loïc + procuration MARANDE Lucie)",
        "Abstentions : 2 (EYMERY Loïc + 1 procuration MARANDE Lucie)",
        "2 abstentions (EYMERY Loïc et la procuration MARANDE Lucie)",
        "Abstentions : 2 (EYMERY Loïc, + pouvoir : MARANDE Lucie)",
    ],
)
def test_a_proxy_votes_beside_its_holder(told: str) -> None:
    assert vote(f"{SOLD}Pour : 4 {told}").abstention_names == ("EYMERY Loïc", "MARANDE Lucie")


def test_one_proxy_more_than_the_count_is_no_voter() -> None:
    assert vote(f"{SOLD}Pour : 4 Abstention : 1 (EYMERY Loïc et procuration)").abstention_names == ("EYMERY Loïc",)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Pour : 5 Ne prend pas part au vote : 1 (Mme le Maire)", ("Jeanne VALMONT-BRIE",)),
        ("Pour : 5 Ne prend pas part au vote : 1 – Madame la Maire", ("Jeanne VALMONT-BRIE",)),
        ("Pour : 5 NPPV : 2 (Mme le Maire, M. BRANDIN)", ("BRANDIN", "Jeanne VALMONT-BRIE")),
        ("Pour : 5 Ne prend pas part au vote : 1 (Mme la Directrice)", ()),
    ],
)
def test_who_is_named_by_an_office_is_whoever_bears_it(told: str, names: tuple[str, ...]) -> None:
    assert vote(SOLD + told).not_voting_names == names


@pytest.mark.parametrize("end", ["soit 3 voix", "soit 3 votes"])
def test_a_figure_closes_the_names_of_its_side(end: str) -> None:
    told = f"Ont voté pour : M. EYMERY, Mme MARANDE, M. ORTEIL, {end} ; ont voté contre : 2."
    assert (vote(SOLD + told).for_, vote(SOLD + told).against) == (3, 2)


@pytest.mark.parametrize(
    ("told", "method"),
    [
        ("La Maire procède à l'appel nominal. ", None),
        ("Il est procédé à l'appel nominal des membres. ", None),
        ("Le vote a lieu à l'appel nominal. ", "scrutin public"),
        ("Vote par appel nominal. ", "scrutin public"),
    ],
)
def test_calling_the_roll_is_no_ballot(told: str, method: str | None) -> None:
    assert vote(f"{told}{SOLD}Adopté à l'unanimité.").method == method


@pytest.mark.parametrize(
    "body", ["Conseil d'administration", "Comité syndical", "Conseil de Territoire", "Bureau communautaire"]
)
def test_the_body_right_before_its_vote_decides_after_what_it_considers(body: str) -> None:
    told = f"Considérant la concordance des écritures, Le {body}, à l'unanimité : - DÉCLARE n'avoir aucune réserve."
    assert vote(told).unanimous is True


@pytest.mark.parametrize(
    "told",
    [
        "Ont voté contre : M. EYMERY / Mme MARANDE ; se sont abstenus : M. ORTEIL – M. BRANDIN",
        "Contre : EYMERY Loïc – MARANDE Lucie. Abstentions : ORTEIL Paul – BRANDIN Noé",
        "Contre : Loïc Eymery / Lucie Marande. Abstentions : Paul Ortel / Noé Brandin",
        "Contre : Monsieur EYMERY - Madame MARANDE. Abstentions : Monsieur ORTEIL - Monsieur BRANDIN",
    ],
)
def test_dashes_part_names_that_nobody_counts(told: str) -> None:
    read = vote(f"{SOLD}{told}.")
    assert (len(read.against_names), len(read.abstention_names)) == (2, 2)


def test_a_dash_before_what_is_told_next_joins_nobody() -> None:
    assert vote(f"{SOLD}Abstention : M. EYMERY - Vente du presbytère de Loïc EYMERY").abstention_names == ("EYMERY",)


def test_a_surname_of_two_words_before_its_given_name() -> None:
    head = HEAD.replace("Lucie MARANDE", "Lucie LE BRUN")
    text = f"{head}{SOLD}Pour : 4 Contre : 1 (LE BRUN Lucie)\n2. Tarifs de la cantine\nAdopté à l'unanimité.\n"
    source = Source("pv.txt", "text/plain", hashlib.sha256(text.encode()).hexdigest())
    (first, _) = extract(Text(source, text, (Page(1, Span(0, len(text))),))).records
    assert first.vote.against_names == ("LE BRUN Lucie",)


def test_a_word_in_capitals_after_a_whole_name_is_no_surname() -> None:
    told = "Pour : 4 Abstentions : 2 : Lucie Marande et Paul Orteil ARTICLE 1 : APPROUVE la vente. ARTICLE 2 : DIT que"
    told += " c'est clos."
    read = vote(f"Le conseil municipal, après en avoir délibéré, {told}")
    assert read.abstention_names == ("Lucie Marande", "Paul Orteil")


@pytest.mark.parametrize(
    "told",
    [
        "recueille 2 voix (Mme MARANDE), 5 contre et 1 abstention ; elle n'est pas retenue",
        "mise aux voix, obtient 1 voix pour, 5 contre et 2 abstentions, et est rejetée",
        "obtient 2 voix, 6 contre ; elle n'a pas été adoptée",
    ],
)
def test_what_was_turned_down_before_is_another_vote(told: str) -> None:
    first = f"M. BRANDIN propose de garder le presbytère : cette proposition {told}. "
    read = vote(f"{first}La proposition initiale est adoptée par 6 voix pour et 2 contre (Mme MARANDE et M. ORTEIL).")
    assert (read.for_, read.against, read.abstention) == (6, 2, None)
    assert read.against_names == ("MARANDE", "ORTEIL")


@pytest.mark.parametrize("more", ["+ procuration", "+ 1 pouvoir", "avec son pouvoir", "et une procuration"])
def test_one_who_votes_for_another_too_ends_no_list(more: str) -> None:
    told = f"Pour : 4 Contre : 4 (Loïc EYMERY, Lucie MARANDE {more}, Paul ORTEIL) Abstention : 1 (Noé BRANDIN)"
    read = vote(SOLD + told)
    assert read.against_names == ("Loïc EYMERY", "Lucie MARANDE", "Paul ORTEIL")
