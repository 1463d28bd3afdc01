"""Items that say what they are for, ordinals with two signs, capitals that no stop sets apart."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

OPENING = (
    "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DE VALBRUN Séance du 12 mars 2024 Présents : Paul VERT, Anne ROUX, Luc BRUN. "
    "Secrétaire de séance : Anne ROUX. "
)
TITLES = ("tarifs de la halle", "achat d'un broyeur", "convention avec le syndicat des eaux")


def titles(raw: str) -> list[object]:
    return [act.heading_value("title") for act in segment(normalise(raw)).acts]


@pytest.mark.parametrize("mark", ["{n}-)", "{n}.)", "{n} –)", "Sujet {n} :", "Item n°{n} -"])
@pytest.mark.parametrize("kind", ["", "Délibération : ", "Délibération de principe : ", "Pour décision – "])
def test_the_kind_of_an_item_is_no_part_of_its_title(mark: str, kind: str) -> None:
    heads = [f"{mark.format(n=rank)} {kind}{title.capitalize()}. " for rank, title in enumerate(TITLES, 1)]
    body = "Contexte : la commune en a besoin. Approbation du Conseil municipal à l'unanimité. "
    assert titles(OPENING + "".join(head + body for head in heads)) == [title.capitalize() for title in TITLES]


def test_an_information_is_no_act() -> None:
    raw = (
        "1-) Délibération : tarifs de la halle. Approbation du Conseil municipal à l'unanimité. "
        "2-) Pour information : travaux du pont. Les travaux commencent en mai. "
        "3-) Délibération : achat d'un broyeur. Approbation du Conseil municipal par 9 voix pour et 1 contre. "
    )
    assert titles(OPENING + raw) == ["tarifs de la halle", "achat d'un broyeur"]


@pytest.mark.parametrize(
    "title",
    [
        "SOUSCRIPTION D'UN PRÊT POUR LA HALLE",
        "RÉDUCTION DES CHARGES DE CHAUFFAGE",
        "DÉSIGNATION D'UN REPRÉSENTANT AU SYNDICAT",
    ],
)
def test_a_matter_in_capitals_heads_an_act_without_a_stop_before_it(title: str) -> None:
    raw = (
        "VALIDATION DU PROJET DE MAIRIE Le projet a été transmis. Le conseil vote par 9 voix pour et deux contre. "
        "RENOUVELLEMENT DE LA LIGNE DE TRÉSORERIE Le maire présente l'offre. Le conseil municipal vote à l'unanimité "
        f"- l'autorisation de signer le contrat {title} Les travaux sont engagés. Le conseil vote à l'unanimité. "
    )
    assert titles(OPENING + raw)[-1] == title


def test_capitals_of_a_name_in_a_sentence_head_nothing() -> None:
    raw = (
        "VALIDATION DU PROJET DE MAIRIE Le projet a été transmis. Le conseil vote à l'unanimité. "
        "RENOUVELLEMENT DE LA LIGNE DE TRÉSORERIE Le maire présente l'offre de la BANQUE DES TERRITOIRES DU NORD Le "
        "taux est de 3 %. Le conseil vote à l'unanimité. "
    )
    assert len(titles(OPENING + raw)) == 2


def test_an_item_dealt_with_out_of_its_turn_is_found() -> None:
    opening = OPENING.replace(". ", ".\n")
    body = "La commune en a besoin.\nApprobation du Conseil municipal à l'unanimité.\n"
    heads = {
        1: "tarifs de la halle",
        2: "achat d'un broyeur",
        6: "don au musée",
        3: "bail du moulin",
        4: "vote des taux",
    }
    raw = opening + "".join(f"{rank}-) Délibération : {title}.\n{body}" for rank, title in heads.items())
    assert titles(raw) == list(heads.values())


def test_the_last_item_of_a_cut_text_is_one_where_it_says_so() -> None:
    raw = (
        "1-) Délibération : tarifs de la halle. Approbation du Conseil municipal à l'unanimité. "
        "2-) Délibération : achat d'un broyeur. Approbation du Conseil municipal à l'unanimité. "
        "3-) Délibération : convention avec le syn"
    )
    assert titles(OPENING + raw)[-1] == "convention avec le syn"


@pytest.mark.parametrize(
    ("head", "vote"),
    [
        ("Secrétariat de séance", "Mme ROUX se propose d'être secrétaire de séance. Vote du Conseil à l'unanimité."),
        (
            "Désignation d'un secrétaire de séance",
            "Anne ROUX s'est proposée. La proposition est validée à l'unanimité.",
        ),
        ("Nomination de la secrétaire de séance", "Anne ROUX, élue par 9 voix pour et une voix contre."),
    ],
)
def test_the_secretary_voted_under_a_heading_is_an_act(head: str, vote: str) -> None:
    raw = (
        "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DE VALBRUN Séance du 12 mars 2024 Présents : Paul VERT, Anne ROUX. "
        f"La séance est ouverte à 20 h. {head} {vote} "
        "TARIFS DE LA HALLE MUNICIPALE Le maire propose 12 €. Vote du conseil à l'unanimité. "
    )
    assert titles(raw) == [head, "TARIFS DE LA HALLE MUNICIPALE"]


def test_the_secretary_who_is_only_named_is_no_act() -> None:
    raw = (
        "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DE VALBRUN Séance du 12 mars 2024 Présents : Paul VERT, Anne ROUX. "
        "Secrétaire de séance : Anne ROUX. TARIFS DE LA HALLE MUNICIPALE Le maire propose 12 €. "
        "Vote du conseil à l'unanimité. "
    )
    assert titles(raw) == ["TARIFS DE LA HALLE MUNICIPALE"]


def test_minutes_sent_with_the_convocation_are_approved_below_their_heading() -> None:
    raw = OPENING + (
        "Ordre du jour - Approbation du PV du 05/02/2024 - Loyer du moulin APPROBATION DU PV DU CONSEIL MUNICIPAL DU 5 "
        "FÉVRIER 2024 Le procès-verbal a été joint à la convocation. Vote du conseil à l'unanimité. "
        "LOYER DU LOGEMENT N°2 MOULIN Le maire propose 12 €. Vote du conseil à l'unanimité. "
    )
    assert titles(raw) == [
        "APPROBATION DU PV DU CONSEIL MUNICIPAL DU 5 FÉVRIER 2024",
        "LOYER DU LOGEMENT N°2 MOULIN",
    ]


@pytest.mark.parametrize("last", ["l'entreprise BRUN", "un montant de 1 100 euros T.T.C", "la société DU MOULIN"])
def test_a_name_in_capitals_closes_the_sentence_before_a_title_in_capitals(last: str) -> None:
    raw = (
        f"{OPENING}\nEXTENSION DU GARAGE.\nM. le Maire présente le projet.\nLe conseil vote à l'unanimité {last}.\n"
        "TERRAIN DES ROCHES.\nMonsieur le Maire informe le conseil que trois devis sont là.\nLe conseil accepte à "
        "l'unanimité celui de\nl'atelier.\n"
    )
    assert titles(raw) == ["EXTENSION DU GARAGE", "TERRAIN DES ROCHES"]


@pytest.mark.parametrize("speaker", ["Mr le Maire présente", "Melle ROUX expose", "Le conseil examine"])
def test_the_one_entry_of_an_agenda_heads_the_one_act(speaker: str) -> None:
    raw = (
        "CONSEIL MUNICIPAL DU 18/07/2008 A 18H Etaient présents : Paul VERT, Anne ROUX, Luc BRUN. "
        "Ordre du Jour : Choix de l'opérateur pour les logements du moulin. "
        f"{speaker} les deux candidats. L'assemblée passe au vote. La société BRUN est retenue avec 14 voix pour. "
        "La séance est levée à 18h30."
    )
    assert titles(raw) == ["Choix de l'opérateur pour les logements du moulin"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (
            "EXTRAIT DU REGISTRE DES DÉCISIONS D'AGGLO\nObjet : séjour\nLe Président d'Agglo,\nVu le code,",
            "executive-decision",
        ),
        (
            "EXTRAIT DU REGISTRE DES DÉCISIONS DU CONSEIL MUNICIPAL\nLe conseil, après en avoir délibéré,",
            "deliberation",
        ),
        (
            "COMPTE-RENDU N° 2 DE LA RÉUNION DE CHANTIER\nL'entreprise pose le cadre, le bureau d'études suit.",
            "report",
        ),
        ("COMPTE-RENDU DE LA RÉUNION DU COMITÉ SYNDICAL\nLe comité accepte le devis du cadre.", "minutes"),
    ],
)
def test_registers_of_decisions_and_reports_of_sites_are_no_deliberations(raw: str, kind: str) -> None:
    assert segment(normalise(raw)).kind == kind


def test_a_short_entry_of_the_agenda_heads_an_act_where_it_begins_a_line() -> None:
    raw = (
        f"{OPENING}\nOrdre du jour\n- Élection du Maire\n- Fixation du nombre d'adjoints\n- Charte de l'élu local\n"
        "ÉLECTION DU MAIRE\nLa doyenne demande des candidats à l'élection du maire.\nPaul VERT est élu maire.\n"
        "FIXATION DU NOMBRE D'ADJOINTS\nM. le maire propose quatre adjoints.\nLe conseil approuve à l'unanimité.\n"
    )
    assert titles(raw) == ["ÉLECTION DU MAIRE", "FIXATION DU NOMBRE D'ADJOINTS"]


@pytest.mark.parametrize(
    "title", ["88 bis avenue du Moulin", "12 rue des Forges : cession", "e-administration : adhésion"]
)
def test_an_ordinal_that_the_series_lacks_may_stand_before_a_figure(title: str) -> None:
    heads = ["Tarifs de la halle", "Achat d'un broyeur", title, "Bail du moulin", "Don au musée"]
    body = "Le maire présente le dossier :\n300 m²\nPour : 12\nAdopté à l'unanimité.\n"
    raw = OPENING.replace(". ", ".\n") + "".join(f"{rank} - {head}\n{body}" for rank, head in enumerate(heads, 1))
    assert titles(raw) == heads


def test_what_is_done_for_a_commission_is_an_act_and_its_report_is_none() -> None:
    items = {
        "Commission des marchés - Désignation des membres": "Trois noms.\nPour : 12\nAdopté à l'unanimité.\n",
        "Commission des travaux": "M. BRUN rend compte de la réunion du 3 mars.\n",
        "Tarifs de la halle": "Le maire propose 12 €.\nPour : 12\nAdopté à l'unanimité.\n",
        "Achat d'un broyeur": "Le maire présente le devis.\nPour : 12\nAdopté à l'unanimité.\n",
    }
    raw = OPENING.replace(". ", ".\n") + "".join(
        f"{rank} - {head}\n{body}" for rank, (head, body) in enumerate(items.items(), 1)
    )
    assert titles(raw) == [head for head in items if head != "Commission des travaux"]
