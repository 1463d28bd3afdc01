"""Items put off together, approvals told above the sitting, sections above their acts: on fictional minutes."""

import pytest

from kg.extract import extract
from kg.extract.segment import segment
from kg.model import Page, Source, Span, Text
from kg.text.view import normalise

HEAD = (
    "COMMUNE DE MONTFLEURY PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 AVRIL 2024 Présents : Mme SORBIERS Agathe, "
    "M. EYMERY Loïc. Secrétaire de séance : M. EYMERY Loïc. Ordre du jour : 1 - Tarifs de la cantine scolaire "
    "2 - Vente du presbytère - Lot du haut Voirie 3 - Réfection du lavoir communal Madame le Maire ouvre la séance. "
)
PUT_OFF = (
    "Madame le Maire informe que les délibérations suivantes sont retirées de la séance : ",
    "Sont reportés à une date ultérieure les points suivants : ",
    "Madame le Maire propose le retrait des points suivants de l'ordre du jour : ",
)
DECIDED = (
    "Finances Madame le Maire présente le rapport. Délibération DEL-2024-012 - Tarifs de la cantine scolaire "
    "Madame le Maire rappelle les tarifs. Le Conseil Municipal, après en avoir délibéré, à l'unanimité, APPROUVE."
)


@pytest.mark.parametrize("said", PUT_OFF)
def test_each_entry_of_a_list_of_what_is_put_off_is_an_act(said: str) -> None:
    raw = HEAD + said + "2 - Vente du presbytère - Lot du haut 3 - Réfection du lavoir communal " + DECIDED
    acts = segment(normalise(raw)).acts
    assert [(act.heading_value("title"), act.heading_value("vote/outcome")) for act in acts] == [
        ("Vente du presbytère - Lot du haut", "deferred"),
        ("Réfection du lavoir communal", "deferred"),
        ("Tarifs de la cantine scolaire", None),
    ]


def test_what_is_put_on_the_agenda_is_not_put_off() -> None:
    raw = HEAD + "Les points suivants sont ajoutés : 2 - Vente du presbytère - Lot du haut " + DECIDED
    assert "deferred" not in [act.heading_value("vote/outcome") for act in segment(normalise(raw)).acts]


LINED = (
    "COMMUNAUTÉ DE COMMUNES DU VAL DE SERRE\nCOMPTE-RENDU DU CONSEIL COMMUNAUTAIRE\nSéance du 3 avril 2024\n"
    "Étaient présents : M. EYMERY Loïc, Mme SORBIERS Agathe\n"
)
OTHERS = (
    "\n{} FINANCES\nTaux des taxes 2024\nLe Président propose de ne rien changer.\n"
    "Le Conseil, à l'unanimité, DÉCIDE :\n- de maintenir les taux\n\n{} TOURISME\nToiture de la halte nautique\n"
    "M. EYMERY indique le coût.\n"
    "Le Conseil, à l'unanimité, DÉCIDE :\n- d'approuver l'opération\n"
)


@pytest.mark.parametrize("ordinals", [("I.", "II."), ("1.", "2."), ("1)", "2)")])
def test_a_line_under_a_section_is_the_title_of_its_act(ordinals: tuple[str, str]) -> None:
    found = [act.heading_value("title") for act in segment(normalise(LINED + OTHERS.format(*ordinals))).acts]
    assert found == ["Taux des taxes 2024", "Toiture de la halte nautique"]


def test_an_approval_among_the_formalities_is_an_act() -> None:
    raw = (
        LINED + "- Le compte-rendu de la séance du Conseil Communautaire du 5 mars 2024 a été approuvé ;\n"
        "- Signature du registre ;\n- Désignation d'un secrétaire de séance : Agathe SORBIERS a été désignée ;\n"
        "DEL2024-91 : Vente du presbytère\nRapporteur : Loïc EYMERY\nAprès avoir délibéré, le Conseil, à l'unanimité, "
        "autorise la vente.\nDEL2024-92 : Réfection du lavoir\nLe Conseil, à l'unanimité, approuve les travaux.\n"
    )
    found = [act.heading_value("title") for act in segment(normalise(raw)).acts]
    approval = "compte-rendu de la séance du Conseil Communautaire du 5 mars 2024"
    assert found == [approval, "Vente du presbytère", "Réfection du lavoir"]


@pytest.mark.parametrize("after", [" ", "-", " : "])
def test_the_day_and_the_rank_are_a_number(after: str) -> None:
    raw = LINED + "".join(
        f"20240403 {rank}{after}{title}\nM. EYMERY expose le dossier.\nAprès en avoir délibéré, le Conseil,"
        " à l'unanimité, approuve cette proposition.\n"
        for rank, title in ((1, "Vente du presbytère"), (2, "Réfection du lavoir communal"))
    )
    assert [act.heading_value("number") for act in segment(normalise(raw)).acts] == ["20240403 1", "20240403 2"]


NAMED = "Liste des délibérations du conseil municipal du 3 avril 2024\n" + "".join(
    f"DEL_2024_0{rank} - {title}\n"
    for rank, title in enumerate(
        (
            "Convention avec le club de judo de Montfleury",
            "Aide aux écoles de Montfleury",
            "Travaux rue du Lavoir à Montfleury",
            "Accueil des enfants de {town}",
        ),
        1,
    )
)


@pytest.mark.parametrize(("town", "name"), [("Montfleury", "Montfleury"), ("Valserine", None)])
def test_a_town_named_again_and_again_decides(town: str, name: str | None) -> None:
    raw = NAMED.format(town=town)
    source = Source("liste.txt", "text/plain", "0" * 64)
    records = extract(Text(source, raw, (Page(1, Span(0, len(raw))),))).records
    assert {record.authority.name if record.authority else None for record in records} == {name}


@pytest.mark.parametrize(
    "said",
    [
        *("de différer sa décision", "de renvoyer le dossier en commission", "de reporter l'affaire"),
        *("d'ajourner ce point", "d'ajourner cette demande à la prochaine réunion", "de reporter la demande du club"),
        *("de reporter à une prochaine séance l'étude de ce dossier", "de repousser cette acquisition"),
        *("de surseoir à cette demande", "de mettre ce projet en attente", "de différer cette proposition"),
    ],
)
def test_a_decision_to_put_off_is_no_adoption(said: str) -> None:
    raw = (
        "COMMUNE DE MONTFLEURY\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nSéance du 3 avril 2024\nLe conseil s'est "
        f"réuni.\nObjet : Projet éolien\nLe conseil municipal, après en avoir délibéré, décide {said}.\n"
    )
    (record,) = extract(Text(Source("a.txt", "text/plain", "0"), raw, (Page(1, Span(0, len(raw))),))).records
    assert record.vote.outcome == "deferred"


@pytest.mark.parametrize(
    "said",
    [
        *("de reporter la fête du village", "de renvoyer son offre à la société Orfane"),
        *("de retirer la demande d'aide n° 12", "de reporter le devis signé au chapitre 21", "d'ajourner les travaux"),
    ],
)
def test_what_is_put_off_may_be_no_act(said: str) -> None:
    raw = (
        "COMMUNE DE MONTFLEURY\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nSéance du 3 avril 2024\nLe conseil s'est "
        f"réuni.\nObjet : Fête du village\nLe conseil municipal, après en avoir délibéré, décide {said}.\n"
    )
    (record,) = extract(Text(Source("a.txt", "text/plain", "0"), raw, (Page(1, Span(0, len(raw))),))).records
    assert record.vote.outcome == "adopted"


@pytest.mark.parametrize(
    "said", ["Ce point, faute de devis, est retiré.", "Cette affaire, incomplète, a été reportée."]
)
@pytest.mark.parametrize("closed", ["Fin de réunion à 22 h.", "Levée de la séance : 22 h 15", "La séance est close."])
def test_the_last_act_is_put_off_and_what_follows_is_none(said: str, closed: str) -> None:
    opening, items = HEAD.split("Ordre du jour")[0], ("Tarifs de la cantine", "Vente du presbytère")
    body = "Le conseil municipal, à l'unanimité, approuve. "
    raw = "".join(f"{rank}) {title}. {body}" for rank, title in enumerate(items, 1))
    raw += f"3) Réfection du lavoir. {said} Questions diverses Le bal aura lieu le 14 juillet prochain. {closed}"
    titles = [act.heading_value("title") for act in segment(normalise(opening + raw)).acts]
    assert titles == [*items, "Réfection du lavoir"]


def test_words_that_ask_for_more_head_nothing() -> None:
    raw = "Approbation du Le compte rendu est lu. Le conseil municipal, à l'unanimité, approuve le compte rendu. "
    assert segment(normalise(HEAD.split("Ordre du jour")[0] + raw)).acts[0].heading_value("title") != "Approbation du"
