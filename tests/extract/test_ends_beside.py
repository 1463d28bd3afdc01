"""Values end where what stands beside them begins: a list of members, a speaker, the next item, a line of stars."""

import pytest

from kg.extract import extract
from kg.model import Page, Person, Record, Source, Span, Text

HEAD = (
    "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 MAI 2023 L'an deux mille vingt-trois, le trois mai, le conseil municipal "
)
UNDER = f"{HEAD}de Montfleury s'est réuni sous la présidence de Mme Agathe SORBIERS, Maire. "
PRESENT = "Présents : Mme SORBIERS Agathe, M. EYMERY Loïc, Mme TARAVEL Odile. Secrétaire de séance : M. EYMERY Loïc. "
VOTED = "Le conseil municipal, après en avoir délibéré, à l'unanimité, APPROUVE la proposition. "
REST = f"2. Réfection du lavoir Le toit fuit. {VOTED}3. Achat d'une benne Elle est usée. {VOTED}La séance est levée."


def records(raw: str) -> tuple[Record, ...]:
    source = Source("pv.txt", "text/plain", "0" * 64)
    return extract(Text(source, raw, (Page(1, Span(0, len(raw))),))).records


@pytest.mark.parametrize(
    ("members", "role"),
    [
        ("Maire de Montfleury SORBIERS Agathe EYMERY Loïc TARAVEL Odile DE LA HAYE Paul", "Maire de Montfleury"),
        ("Maire SORBIERS Agathe EYMERY Loïc", "Maire"),
        (
            "Président de la communauté de communes VAL DE MARNAY",
            "Président de la communauté de communes VAL DE MARNAY",
        ),
        ("Maire de SAINT Paul", "Maire de SAINT Paul"),
    ],
)
def test_an_office_ends_before_a_list_of_names(members: str, role: str) -> None:
    raw = f"{HEAD}s'est réuni sous la présidence de Madame Agathe SORBIERS, {members}. "
    raw += f"1. Vente du presbytère {VOTED}{REST}"
    assert records(raw)[0].chair == Person("Agathe SORBIERS", role)


@pytest.mark.parametrize("rule", ["**********", "* * * * *", "__________", "-----"])
def test_a_label_above_a_line_of_stars_closes_the_item_above(rule: str) -> None:
    told = "Information - Réseau de chaleur Rapporteur : Monsieur Loïc EYMERY, adjoint"
    one = f"RAPPORT N° 23004 INFORMATION Le réseau sera étendu. {told} {rule} RAPPORT N° 23005 VENTE DU PRESBYTÈRE "
    other = f"Le bâtiment est vide. {VOTED}{rule} RAPPORT N° 23006 ACHAT D'UNE BENNE Elle est usée. {VOTED}"
    assert [record.rapporteur for record in records(UNDER + PRESENT + one + other)] == [None, None]


@pytest.mark.parametrize("speaker", ["M. le Maire.- Je vous remercie.", "Mme Odile TARAVEL.- J'ai une question."])
def test_an_approval_ends_before_a_speaker(speaker: str) -> None:
    asked = (
        "Approbation du procès-verbal de la séance du 4 avril 2023 Y a-t-il des remarques ? Adoptée par 12 voix pour "
    )
    said = f"{asked}Article 1 : APPROUVE le {{}} {speaker} "
    minutes = "procès-verbal du conseil municipal du 4 avril 2023 tel que présenté en annexe"
    first = records(UNDER + PRESENT + said.format(minutes) + f"1. Vente du presbytère Il est vide. {VOTED}{REST}")[0]
    assert first.decisions == (f"Article 1 : APPROUVE le {minutes}",)


def test_members_who_abstain_end_no_approval() -> None:
    said = (
        "Madame le Maire propose d'adopter le procès-verbal de la séance du 4 avril 2023. Le conseil municipal vote : "
        "Pour Contre Abstention 2 Mme TARAVEL O. – M. EYMERY L. Le procès-verbal de la séance du 4 avril est adopté à "
        "la majorité. "
    )
    first = records(UNDER + PRESENT + said + f"1. Vente du presbytère Il est vide. {VOTED}{REST}")[0]
    assert first.decisions == ("Le procès-verbal de la séance du 4 avril est adopté à la majorité",)


def test_a_vote_on_the_secretary_goes_on_after_an_article() -> None:
    said = (
        "La désignation du secrétaire de séance est adoptée à l'unanimité en application de l'article L. 2121-15 du "
        "code "
        "général des collectivités territoriales. "
    )
    first = records(UNDER + PRESENT + said + f"1. Vente du presbytère Il est vide. {VOTED}{REST}")[0]
    assert first.decisions == (said.strip(" ."),)
    assert first.legal_references == ("CGCT:L2121-15",)


@pytest.mark.parametrize(
    ("said", "decision"),
    [
        ("Accord à l'unanimité pour le maintien des tarifs et pour 48 pages.",) * 2,
        ("Accord à l'unanimité.", "Accord à l'unanimité"),
    ],
)
def test_what_an_accord_is_for_is_of_the_decision(said: str, decision: str) -> None:
    first = records(f"{UNDER}{PRESENT}1. Bulletin municipal Les tarifs sont revus. {said} {REST}")[0]
    assert first.decisions == (decision.rstrip("."),)
