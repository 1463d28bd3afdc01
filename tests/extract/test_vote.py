"""The vote of an act: the writings of counters, who stood apart, and which votes are not the act's own."""

from typing import Any

import pytest

from kg.errors import IssueCode
from kg.extract import vote
from kg.extract.act import Act, Mention, Residue, Zone
from kg.extract.vote.counts import find_ballots
from kg.text.view import normalise


def act_of(writing: str, shared: bool = False) -> Act:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    return Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, shared)


def read(writing: str) -> dict[str, Any]:
    """{field: value}; a list for names and for a field read with several values."""
    fields: dict[str, list[Any]] = {}
    for reading in vote.read(act_of(writing)):
        if isinstance(reading, Mention):
            fields.setdefault(reading.field.removeprefix("vote/"), []).append(reading.value)
    return {
        field: values if field.endswith("_names") or len(set(values)) > 1 else values[0]
        for field, values in fields.items()
    }


COUNT_FIELDS = ("vote/for", "vote/against")
COUNTS = ("for", "against", "abstention", "not_voting")


def counts(writing: str) -> dict[str, int]:
    return {field: value for field, value in read(writing).items() if field in COUNTS}


def told(pour: int | None = None, contre: int | None = None, abst: int | None = None, nppv: int | None = None) -> Any:
    return {f: v for f, v in zip(COUNTS, (pour, contre, abst, nppv), strict=True) if v is not None}


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        ("Pour : 86 voix\nContre : 0 voix\nAbstentions : 2 voix\nNe prend pas part au vote : 0 voix", (86, 0, 2, 0)),
        ("adoptée par 27 voix pour, 3 voix contre et 1 abstention", (27, 3, 1)),
        ("POUR 27 CONTRE 0 ABSTENTION 2", (27, 0, 2)),
        ("VOTE : 13 POUR - 0 CONTRE – 0 ABSTENTION", (13, 0, 0)),
        ("Votants 27 Pour 27 Contre 0 Abstentions 0", (27, 0, 0)),
        ("Présents ou représentés 40 voix Exprimés 40 voix Pour 40 voix Contre Abstention NPPV Article 1", (40,)),
        ("vingt-sept voix pour et trois contre", (27, 3)),
        ("à la majorité avec 38 voix pour et une abstention", (38, None, 1)),
        ("Pour : 12 Contre : néant Abstention : aucune", (12, 0, 0)),
        ("Pour : 12\nContre : -\nAbstention : -\n", (12, 0, 0)),
        ("Contre : / Abstentions : /", (None, 0, 0)),
        ("Votes pour : Votes contre : Abstentions : 41 0 0 N PP V 0", (41, 0, 0, 0)),
        ("38 Pour: Contre : Abstention : / / Approbation", (38, 0, 0)),
        ("Pour | Contre | Abstention\n27 0 2\n", (27, 0, 2)),
        ("46 voix Pour, 1 abstention et 5 ne prenant pas part au vote", (46, None, 1, 5)),
        ("22 votes « pour », 5 votes « contre »", (22, 5)),
        ("12 votes pour.", (12,)),
        ("2 contre 3 absentions 6 votes pour", (6, 2, 3)),
        ("Vote :\n- Pour : 15\n- Abstentions : 3 (M. ARNEL)", (15, None, 3)),
        ("Abstentions 4 : M. Arnel, Mme Terrier, M. Orban et Mme Morel", (None, None, 4)),
        (
            "à l'unanimité des suffrages exprimés 38 votes pour, dont 3 procurations (M. ARNEL) 11 abstentions",
            (38, None, 11),
        ),
        ("Approuvée à l'unanimité des votants par 38 voix.", (38,)),
        ("46 pour, 3 contre", (46, 3)),
        ("Votants | Pour | Contre | Abstentions | 16 | 12 | 3 | 1 |", (12, 3, 1)),
        ("Pour Contre Abstentions 12 3 1 5. Suite", (12, 3, 1)),
        ("Le Conseil, par 1 « abstention » et 11 voix : - APPROUVE le bail", (11, None, 1)),
        ("par 2 voix contre (M. ARNEL, Mme ORTEIL) et 11 voix, approuve le bail", (11, 2)),
        ("par 3 voix contre et 10 voix pour, approuve le bail", (10, 3)),
        (
            "Ont voté pour : 11 Ont voté contre : M. ARNEL, Mme ORTEIL (2) Se sont abstenus : Mme TERRIER (1)",
            (11, 2, 1),
        ),
        ("adopté à l'unanimité des 46 votants. Ne prennent pas part au vote : G. ARNEL", ()),
        ("La délibération est adoptée par 15 voix contre 4.", (15, 4)),
        ("Le conseil, par 15 voix contre 4 et 2 abstentions, approuve le bail", (15, 4, 2)),
        ("Le projet est rejeté par 12 voix contre 8.", (8, 12)),
        ("22 membres votent pour, 3 votent contre et 2 s'abstiennent.", (22, 3, 2)),
        ("Ont voté pour : 22 – Ont voté contre : 3 – Se sont abstenus : 2", (22, 3, 2)),
        ("Adopté à l'unanimité des membres présents (27 voix)", (27,)),
        ("VOTE : unanimité (23 POUR)", (23,)),
        ("Pour : Luc ARNEL, Zoé TERRIER Contre : / Abstentions : / b- Budget annexe", (None, 0, 0)),
        ("Pour : – Contre : – Abstention : –", (None, 0, 0)),
        ("Pour : 14 + 3 pouvoirs Contre : 2", (None, 2)),
        ("Le Conseil vote : Pour Contre Abstention 24 Mme TERRIER. Le budget est adopté à la majorité.", (24,)),
    ],
)
def test_writings_of_counters(writing: str, expected: tuple[int | None, ...]) -> None:
    assert counts(writing) == told(*expected)


@pytest.mark.parametrize(
    "writing",
    [
        "une subvention de 5 000 € pour 3 ans, contre 4 000 € en 2021",
        "Remplacement de chaudière pour : 17 847,61 €",
        "le 24 mai 2022 pour la commune, lot 2 contre la façade",
        "désigne 3 membres pour représenter la commune et 2 élus contre les incivilités",
        "Pour : Contre : Abstention :",
        "Le Conseil Municipal vote : Pour Contre Abstention 24 Mme TERRIER",
        "l'encontre de 3 riverains",
        "Mme Zoé TERRIER s'abstient 4 - Budget principal",
    ],
)
def test_what_counts_no_vote(writing: str) -> None:
    assert counts(writing) == {}


@pytest.mark.parametrize(
    ("writing", "field", "names"),
    [
        ("Contre : 2 (M. ARNEL, Mme Zoé TERRIER) Ils précisent", "against_names", ["ARNEL", "Zoé TERRIER"]),
        ("4 abstentions : Luc ARNEL, Zoé TERRIER, Paul ORBAN et Ida MOREL", "abstention_names", 4),
        ("Abstention : M. Arnel\nMonsieur Arnel explique son vote.", "abstention_names", ["Arnel"]),
        ("Abstentions : M. Arnel, Mme Morel et M. Orban. Monsieur Orban rappelle", "abstention_names", 3),
        ("Le procès-verbal est approuvé, Monsieur Luc ARNEL s'abstient de voter.", "abstention_names", ["Luc ARNEL"]),
        (
            "M. Luc ARNEL, Mme Zoé TERRIER ne prennent pas part au vote",
            "not_voting_names",
            ["Luc ARNEL", "Zoé TERRIER"],
        ),
        (
            "11 abstentions, dont 1 procuration (M. SENEC), Mme ARNEL, M. ORBAN ADOPTE le budget",
            "abstention_names",
            ["SENEC", "ARNEL", "ORBAN"],
        ),
        ("4 abstentions (Groupe Ensemble : L. ARNEL, Z. TERRIER)", "abstention_names", ["L. ARNEL", "Z. TERRIER"]),
        ("28 voix pour et 5 contre, M. ARNEL ne prenant pas part au vote.", "against_names", []),
        ("28 voix pour et 5 contre, M. ARNEL ne prenant pas part au vote.", "not_voting_names", ["ARNEL"]),
        ("Contre (2) : P. ARNEL, Z. TERRIER Pour (20)", "against_names", ["P. ARNEL", "Z. TERRIER"]),
        ("M. ARNEL, intéressé à l'affaire, ne prend pas part au vote.", "not_voting_names", ["ARNEL"]),
        (
            "À L'EXCEPTION DE MADAME TERRIER QUI\n\nS'ABSTIENT, ACCEPTE CETTE PROPOSITION",
            "abstention_names",
            ["TERRIER"],
        ),
        (
            "Absente : Lucie MARANDE. Abstention : 1 Mme Lucie MARANDE AFFAIRES SCOLAIRES",
            "abstention_names",
            ["Lucie MARANDE"],
        ),
    ],
)
def test_names_of_those_who_stand_apart(writing: str, field: str, names: list[str] | int) -> None:
    found = read(writing).get(field, [])
    assert found == names if isinstance(names, list) else len(found) == names


def test_an_exception_in_capitals_has_two_groups() -> None:
    fields = read(
        "LE CONSEIL MUNICIPAL, A L'EXCEPTION DE MADAME ARNEL, MESSIEURS ORBAN, SENEC QUI VOTENT CONTRE, MADAME TERRIER "
        "ET MONSIEUR MOREL, QUI S'ABSTIENNENT, ACCEPTE CETTE PROPOSITION A LA MAJORITE"
    )
    assert fields["against_names"] == ["ARNEL", "ORBAN", "SENEC"]
    assert fields["abstention_names"] == ["TERRIER", "MOREL"]
    assert fields["unanimous"] is False


@pytest.mark.parametrize(
    ("writing", "unanimous"),
    [
        ("Le Conseil, à l'unanimité, approuve le bail.", True),
        ("Adopté à l'unanimité des suffrages exprimés. Pour : 51 Abstention : 7", True),
        ("Le Conseil, à l'unanimité, approuve le bail. Abstentions : 3", False),
        ("Adopté à la majorité.", False),
        ("20 voix pour et 3 contre", False),
        ("12 votes pour.", None),
        ("Vu l'avis favorable de la commission des finances, à l'unanimité,", None),
        ("La majorité municipale et l'opposition ont débattu.", None),
        ("La majorité des membres en exercice assistait à la séance.", None),
        ("Mme Ida MOREL a été désignée secrétaire à l'unanimité. Le Conseil, à la majorité, approuve le bail.", False),
    ],
)
def test_unanimity(writing: str, unanimous: bool | None) -> None:
    assert read(writing).get("unanimous") is unanimous


def test_an_unanimity_that_says_its_exceptions_is_no_doubt() -> None:
    readings = list(vote.read(act_of("à l'unanimité moins 2 abstentions (MM. ARNEL et ORBAN), approuve le bail.")))
    assert not [one for one in readings if isinstance(one, Residue)]


def test_a_plain_unanimity_beside_abstentions_is_said() -> None:
    readings = list(vote.read(act_of("Le Conseil, à l'unanimité, approuve le bail. Abstentions : 3")))
    assert [r.code for r in readings if isinstance(r, Residue)] == [IssueCode.FALSE_UNANIMITY]


@pytest.mark.parametrize(
    ("writing", "outcome"),
    [
        ("Le Conseil Adopte.", "adopted"),
        ("Délibération n° 12 — travaux en régie — approuvée", "adopted"),
        ("Le conseil municipal décide de conserver la taxe.", "adopted"),
        ("après avoir voté, émet un avis : 1 voix pour, 12 voix contre, 2 abstentions", "rejected"),
        ("La motion est rejetée.", "rejected"),
        ("Le conseil communautaire prend acte du rapport social unique.", "noted"),
        ("Le conseil, à l'unanimité, prend acte du rapport.", "adopted"),
        ("Ce point est reporté à la prochaine séance.", "deferred"),
        ("Délibération n° 12 — retirée", "deferred"),
        ("Le conseil municipal rejette à l'unanimité la proposition.", "rejected"),
        ("Numéro Objet Approuvée/\nRejetée\nRévision des statuts", None),
        ("Institution d'un droit de préemption ADOPTÉE Les délibérations sont en mairie", "adopted"),
        ("Création d'un emploi AJOURNÉE Le Maire", "deferred"),
        ("12 - demande de subvention approuvée Le secrétaire de séance", "adopted"),
        ("avis des représentants de la collectivité APPROUVÉE à l'unanimité", "adopted"),
        ("Compte rendu de la réunion du 2 juillet adopté.", "adopted"),
        ("Rapport annuel | Prend acte", "noted"),
        ("LE CONSEIL, À L'UNANIMIÏE, EST D'ACCORD", "adopted"),
        ("Vœu relatif au maintien du bureau de poste Rejeté à la majorité", "rejected"),
        ("Vœu relatif au maintien du bureau de poste Rejeté (8 pour)", "rejected"),
        ("Vœu relatif au maintien du bureau de poste Rejeté Les actes sont en mairie", "rejected"),
        ("Vœu relatif au maintien du bureau de poste Non adopté par 12 voix", "rejected"),
        ("Il est proposé au conseil d'approuver le bail.", None),
        ("Le résultat reporté est de 12 000 €.", None),
        ("L'article dispose : « Il est pris acte de ce débat par une délibération spécifique. »", None),
    ],
)
def test_outcome(writing: str, outcome: str | None) -> None:
    assert read(writing).get("outcome") == outcome


@pytest.mark.parametrize(
    ("writing", "method"),
    [
        ("A l'issue d'un vote à main levée, la présente délibération est adoptée.", "main levée"),
        ("A l'issue d'un vote électronique, la présente délibération est adoptée.", "électronique"),
        ("Il est procédé au vote à bulletins secrets.", "scrutin secret"),
        ("Le conseil décide de ne pas procéder au scrutin secret.", None),
        ("Considérant que les nominations ont lieu au scrutin secret,", None),
    ],
)
def test_method(writing: str, method: str | None) -> None:
    assert read(writing).get("method") == method


def test_the_ballot_beside_the_decision_is_the_acts_own() -> None:
    writing = (
        "Amendement n° 1 : Pour : 12 Contre : 15. "
        + "La discussion se poursuit longuement sur les tarifs. " * 12
        + "Après en avoir délibéré, le Conseil approuve les tarifs. Pour : 20 Contre : 7"
    )
    assert counts(writing) == told(20, 7)


def test_of_several_votes_that_were_all_carried_the_outcome_is_sure() -> None:
    readings = read("Section 1 : Pour : 20 Contre : 7 " + "texte " * 80 + " Section 2 : Pour : 21 Contre : 0")
    assert readings["outcome"] == "adopted" and "unanimous" not in readings


def test_several_votes_of_one_act_say_what_they_agree_on() -> None:
    readings = read(
        "DÉCIDE l'achat. 20 votes pour 2 votes contre, M. Luc ARNEL, Mme Rose TULLIER. "
        + "La parcelle est cadastrée. " * 20
        + "DÉSIGNE Mme VALMONT. 19 votes pour 2 votes contre, M. Luc ARNEL, Mme Rose TULLIER "
        + "1 abstention, M. Hugo SERVAN"
    )
    assert readings["against"] == 2 and readings["unanimous"] is False
    assert readings["against_names"] == ["Luc ARNEL", "Rose TULLIER"] and "abstention_names" not in readings


def test_two_ballots_with_nothing_to_tell_them_apart_are_both_given() -> None:
    assert read("Pour : 20 Contre : 7 " + "texte " * 80 + " Pour : 21 Contre : 6")["for"] == [20, 21]


@pytest.mark.parametrize(
    ("row", "unread"), [("Pour Contre Abstention 24 Mme VALMONT", True), ("Pour Contre UNANIMITE Abstention", False)]
)
def test_a_row_that_cannot_be_read_is_said(row: str, unread: bool) -> None:
    doubts = [one for one in vote.read(act_of(f"Le Conseil vote : {row}")) if isinstance(one, Residue)]
    assert [doubt.field for doubt in doubts] == ["vote"] * unread


@pytest.mark.parametrize(
    ("said", "outcome"), [("approuvées par le Conseil", "adopted"), ("examinées", None), ("adoptées ou rejetées", None)]
)
def test_a_list_says_the_outcome_above_its_items(said: str, outcome: str | None) -> None:
    head = f"Liste des délibérations {said}. "
    view = normalise(head + "2023-1 Budget primitif")
    whole = Zone(view, 0, len(view.text))
    heading, item = whole.part(0, len(head)), whole.part(len(head), whole.end)
    act = Act("list", heading, item, whole.part(whole.end, whole.end), 1, True)
    outcomes = [one.value for one in vote.read(act) if isinstance(one, Mention) and one.field == "vote/outcome"]
    assert outcomes == ([outcome] if outcome else [])


def test_each_count_is_proven_by_its_own_words() -> None:
    act = act_of("Pour : 86 voix\nContre : 0 voix")
    spans = {m.field: m.spans[0] for m in vote.read(act) if isinstance(m, Mention) and m.field in COUNT_FIELDS}
    assert {field: act.view.text[slice(*span)] for field, span in spans.items()} == {
        "vote/for": "Pour : 86 voix",
        "vote/against": "Contre : 0 voix",
    }


def test_the_time_grows_with_the_text() -> None:
    zone = act_of("pour 27 contre abstention " * 4000).item
    assert len(find_ballots(zone)) > 900  # as many as the bound on counts leaves


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "Groupe Vivre à Valmont : pour (12 voix) Groupe Demain : contre (3 voix) ADOPTÉ Pour : 12 Contre : 3",
            (12, 3),
        ),
        ("Le budget est voté par 9 voix, Mme ORTEIL s'abstenant.", (9,)),
        ("Le budget est voté par 9 voix, 2 contre.", (9, 2)),
        ("Vœu relatif au bureau de poste Rejeté Pour : 8 Contre : 31 Abstention : 4", (8, 31, 4)),
        ("Vœu relatif au bureau de poste Rejeté à la majorité – 8 pour – 25 contre Le registre est clos", (8, 25)),
        ("Vœu relatif au bureau de poste Rejeté – 8 pour – 25 contre", (8, 25)),
        ("Bail de la cure Adopté à la majorité : 25 pour / 8 contre La séance est levée", (25, 8)),
        ("Groupe Demain : contre (3 voix). Le conseil approuve le bail.", ()),
    ],
)
def test_counts_beside_groups_and_names(writing: str, expected: tuple[int, ...]) -> None:
    assert counts(writing) == told(*expected)


@pytest.mark.parametrize(
    ("writing", "side", "names"),
    [
        (
            "Mme Lucie MARANDE, gérante de la société, et M. Paul ORTEIL, élu, ne participent ni au débat ni au vote.",
            "not_voting",
            ["Lucie MARANDE", "Paul ORTEIL"],
        ),
        ("Adopté. M. MARANDE, trésorier du club, ne prend pas part au vote", "not_voting", ["MARANDE"]),
        ("M. ORTEIL, absent, M. LENOIR ne prend pas part au vote.", "not_voting", ["LENOIR"]),
        ("Contre : 5 (groupe Valmont autrement, Mme ORTEIL, M. LENOIR)", "against", ["ORTEIL", "LENOIR"]),
        ("Pour 14 - Contre 2 - Abstentions 0 Ont voté contre : M. ORTEIL, Mme ARNEL.", "against", ["ORTEIL", "ARNEL"]),
        (
            "Le Conseil adopte (non participation de Lucie MARANDE et Paul ORTEIL) le projet.",
            "not_voting",
            ["Lucie MARANDE", "Paul ORTEIL"],
        ),
        ("Adopté (vote contre de Mme ORTEIL).", "against", ["ORTEIL"]),
    ],
)
def test_names_with_what_they_are(writing: str, side: str, names: list[str]) -> None:
    assert read(writing)[f"{side}_names"] == names


@pytest.mark.parametrize(
    ("writing", "outcome"),
    [
        ("L'affaire est ajournée.", "deferred"),
        ("Dossier reporté au prochain conseil.", "deferred"),
        ("Prend acte Page 2 sur 4 VILLE DE VALMONT", "noted"),
        ("Accord de tous.", "adopted"),
        ("Vu l'accord général sur le commerce", None),
    ],
)
def test_outcomes_told_in_few_words(writing: str, outcome: str | None) -> None:
    assert read(writing).get("outcome") == outcome


def test_what_a_comite_decides_is_its_own_vote() -> None:
    head = "Syndicat mixte de la Serre COMITÉ SYNDICAL Séance du 3 mai 2023. "
    assert read(head + "Le comité, à l'unanimité, 1. approuve le budget.")["unanimous"] is True
    assert read(head + "Accord unanime du comité.")["unanimous"] is True
    assert "unanimous" not in read(head + "Vu l'avis rendu à l'unanimité par le comité technique,")
    assert "unanimous" not in read("Conseil municipal. Vu l'avis du comité syndical rendu à l'unanimité,")


def test_an_election_told_by_its_ballots() -> None:
    election = "Il y a lieu d'élire, vu la loi, au scrutin secret. Bulletins blancs : 2, exprimés : 20."
    assert read(election)["method"] == "scrutin secret"
    assert "method" not in read("Il y a lieu d'élire, vu la loi, au scrutin secret.")


def _row_of_table(head: str, row: str) -> dict[str, Any]:
    view = normalise(head + row)
    whole = Zone(view, 0, len(view.text))
    start = len(normalise(head).text)
    act = Act("list", whole.part(0, start), whole.part(start, whole.end), whole.part(whole.end, whole.end), 1, True)
    return {
        m.field: m.value for m in vote.read(act) if isinstance(m, Mention) and m.field.removeprefix("vote/") in COUNTS
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("D-02 Statuts 29 1 2 0 Le conseil approuve les statuts.", (29, 1, 2, 0)),
        ("D-03 Fonds de concours 2023 28 | 0 | 0 | 3", (28, 0, 0, 3)),
        ("D-04 Prêt - convention 31 - - -", (31, 0, 0, 0)),
        ("D-05 Marché - lot 1 31 0 0 0", (31, 0, 0, 0)),
        ("D-06 Tarifs 2 500 € et 3 100 €", ()),
        ("D-07 Tarifs 12 4 5 6 puis 31 0 0 0", ()),
    ],
)
def test_figures_under_the_heads_of_a_table(row: str, expected: tuple[int, ...]) -> None:
    fields = {f"vote/{name}": value for name, value in told(*expected).items()}
    assert _row_of_table("N° | INTITULÉ | POUR | CONTRE | ABST | NPV\n", row) == fields


def test_figures_without_heads_are_no_votes() -> None:
    assert _row_of_table("N° | INTITULÉ | LOT | PRIX\n", "D-02 Statuts 29 1 2 0") == {}


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "Le Conseil DECIDE d'approuver la convention.\nVotes :\nPour : groupes Valmont et Centristes (31)\n"
            "Contre : groupe Terre et Progrès (6)\n",
            {"for": 31, "against": 6},
        ),
        ("Adopté à l'unanimité, M. ARNEL n'ayant pas pris part au vote.", {"not_voting_names": ["ARNEL"]}),
        (
            "Mme VALMONT, qui préside l'association, déclare ne pas prendre part au vote. Le Conseil approuve le bail.",
            {"not_voting_names": ["VALMONT"]},
        ),
    ],
)
def test_votes_of_groups_and_of_those_who_stand_aside(writing: str, expected: dict[str, object]) -> None:
    fields = read(writing)
    assert {field: fields.get(field) for field in expected} == expected


def test_a_motion_that_is_not_kept_leaves_the_vote_to_the_decision() -> None:
    writing = (
        "Une élue propose l'ancien tarif : cette proposition recueille 2 voix pour, 5 contre et 1 abstention ; elle "
        "n'est pas retenue. La proposition initiale est adoptée par 6 voix pour et 2 contre."
    )
    fields = read(writing)
    assert (fields["for"], fields["against"]) == (6, 2)


def test_what_is_said_once_of_all_votes() -> None:
    said = "Toutes les décisions ci-après ont été adoptées à l'unanimité.\n"
    item = "Dossier n° 1 – Épicerie\nLa Commission permanente a décidé :\n– d'allouer 7 500 € à Valmont Sports.\n"
    view = normalise(said + item)
    whole = Zone(view, 0, len(view.text))
    act = Act(
        "minutes", whole.part(0, len(said)), whole.part(len(said), whole.end), whole.part(whole.end, whole.end), 1, True
    )
    values = {mention.field: mention.value for mention in vote.read(act) if isinstance(mention, Mention)}
    assert values["vote/unanimous"] is True
    assert values["vote/outcome"] == "adopted"


@pytest.mark.parametrize("lead", ["Au vu de ces éléments, ", "Au vu des offres reçues en mairie, "])
def test_what_a_body_decides_at_sight_of_something_is_its_own_vote(lead: str) -> None:
    fields = read(f"{lead}le conseil municipal a fixé à trois le nombre des adjoints, par 9 voix pour et 2 contre.")
    assert (fields["for"], fields["against"], fields["unanimous"]) == (9, 2, False)


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        ("Le conseil alloue 900 € au club. 26 pour, 1 non-participation", told(26, nppv=1)),
        ("Le conseil alloue 900 € au club. 24 pour, 2 non-votants", told(24, nppv=2)),
        ("Le conseil alloue 900 € au club. 26 pour, 1 non.", told(26, 1)),
        ("Le comité approuve le programme. Votants 11, pour 11.", told(11)),
        ("La commission approuve le bail. Détail du scrutin – 12 pour. ADOPTÉ", told(12)),
        ("Nombre de votants 14, pour 3 postes à pourvoir ; l'assemblée décide d'attendre.", {}),
    ],
)
def test_counts_beside_voters_and_those_who_take_no_part(writing: str, expected: dict[str, int]) -> None:
    assert counts(writing) == expected


@pytest.mark.parametrize(
    ("said", "unanimous"),
    [
        ("Les emplois restent majoritairement masculins. Le conseil prend acte du rapport.", None),
        ("Le rapport est adopté majoritairement.", False),
        ("Le conseil, majoritairement, approuve le rapport.", False),
        ("Le conseil municipal se prononce majoritairement pour le projet.", False),
    ],
)
def test_most_of_something_else_is_no_majority(said: str, unanimous: bool | None) -> None:
    assert read(said).get("unanimous") is unanimous
