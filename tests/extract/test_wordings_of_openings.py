"""Openings in wordings that one rule decides: proxies in sentences, names in two cases, ranks, dates beside dates."""

from typing import Any

import pytest

from kg.text.names import name_key
from tests.extract.test_attendance_generated import read as read_attendance
from tests.extract.test_officers import read as read_officers
from tests.extract.test_sitting import read as read_sitting
from tests.extract.test_vote_phrases import read as read_act

_PRESENT = ("Anne VALMONT", "Luc FONTAINIER", "Rose TULLIER", "Paul MARANDE")
_LISTED = "Présents : M. Luc FONTAINIER, Mmes Anne VALMONT, Rose TULLIER, M. Paul MARANDE"


def keys(names: Any) -> list[str]:
    return sorted(map(name_key, names))


def proxies(fields: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(name_key(one.giver), one.holder and name_key(one.holder)) for one in fields["proxies"]]


@pytest.mark.parametrize(
    "after",
    [
        ", formant la majorité des membres en exercice. Mme Ida ROSIERVAL a donné pouvoir à M. Luc FONTAINIER.",
        ". Le quorum est atteint. Mme Ida ROSIERVAL, excusée, a donné procuration à M. Luc FONTAINIER.",
        ", lesquels forment la majorité. Mme Ida ROSIERVAL (pouvoir à M. Luc FONTAINIER).",
        ".\nLe quorum étant réuni, la séance est ouverte.\nMme Ida ROSIERVAL est représentée par M. Luc FONTAINIER.",
        ", formant la majorité des membres en exercice.\nMme Ida ROSIERVAL ayant remis mandat à M. Luc FONTAINIER",
    ],
)
def test_a_sentence_gives_a_proxy(after: str) -> None:
    fields = read_attendance(_LISTED + after + "\nSecrétaire de séance : Mme Anne VALMONT")
    assert keys(fields["present"]) == keys(_PRESENT)
    assert proxies(fields) == [("ida rosierval", "fontainier luc")]


@pytest.mark.parametrize(
    "after",
    [
        ", formant la majorité. Objet : M. Guy BLANCHEPORT a donné pouvoir à M. Luc FONTAINIER pour signer.",
        ". Le quorum est atteint. Le conseil donne pouvoir à M. Luc FONTAINIER.",
        ". Le quorum est atteint. M. le Maire expose que M. Guy BLANCHEPORT est représenté par M. Luc FONTAINIER.",
    ],
)
def test_other_sentences_give_none(after: str) -> None:
    assert read_attendance(_LISTED + after)["proxies"] == []


@pytest.mark.parametrize("join", [", ", " - ", "\n", "\n- ", " ; "])
@pytest.mark.parametrize(
    "names",
    [
        ("Paul Marande", "Marc-Antoine DE LA Tournelle", "Inès LE Galloc", "Rose Tullier", "Luc Fontainier"),
        ("Marande Paul", "DE LA Tournelle Marc-Antoine", "LE Galloc Inès", "Tullier Rose", "Fontainier Luc"),
        ("Paul MARANDE", "Marc-Antoine DE LA TOURNELLE", "Inès LE GALLOC", "Rose TULLIER", "Luc FONTAINIER"),
        ("MARANDE P.", "DIALVAL M.", "LE GALLOC I.", "TULLIER R.", "FONTAINIER L."),
        ("DIALVAL M. (Maire)", "MARANDE P.", "LE GALLOC I.", "TULLIER R.", "FONTAINIER L."),
        ("Marande Paul", "D'Aubremont Thierry", "Le Galloc Inès", "Tullier Rose", "Fontainier Luc"),
    ],
)
def test_names_in_two_cases(names: tuple[str, ...], join: str) -> None:
    if join == "\n" and any("M." in name for name in names):
        return  # « M. » at the end of a line is a civility
    fields = read_attendance("Étaient présents : " + join.join(names) + "\nAbsente : Ida Rosierval")
    assert keys(fields["present"]) == keys(name.removesuffix(" (Maire)") for name in names)


@pytest.mark.parametrize(
    "listed",
    [
        "Luc FONTAINIER, Maire Anne VALMONT, adjointe aux finances Rose TULLIER, conseillère déléguée Paul MARANDE",
        "Luc FONTAINIER, Maire / Anne VALMONT, adjointe aux sports / Rose TULLIER / Paul MARANDE",
        "FONTAINIER Luc, Maire VALMONT Anne, adjointe chargée des écoles TULLIER Rose, conseillère MARANDE Paul",
        "L. FONTAINIER, Maire\nA. VALMONT, 1ère adjointe\nR. TULLIER, conseillère municipale\nP. MARANDE",
    ],
)
def test_a_role_takes_no_name(listed: str) -> None:
    read = [set(name_key(name).split()) for name in read_attendance(f"Présents : {listed}\nAbsent : néant")["present"]]
    assert [words & {"fontainier", "valmont", "tullier", "marande"} for words in read] == [
        {"fontainier"}, {"valmont"}, {"tullier"}, {"marande"}
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [".", ")"])
@pytest.mark.parametrize("head", ["Présents", "Présents :", "Etaient présents :"])
def test_ranks_count_nobody(head: str, mark: str) -> None:
    ranked = "\n".join(f"{rank}{mark} M. {name}" for rank, name in enumerate(_PRESENT, 1))
    opening = "En exercice : 5, présents : 4, procurations : 1\n"
    fields = read_attendance(f"{opening}{head}\n{ranked}.\nProcurations : Mme Ida ROSIERVAL à M. Luc FONTAINIER")
    assert keys(fields["present"]) == keys(_PRESENT)
    assert (fields["members/present"], fields["members/proxies"]) == ([4], [1])


@pytest.mark.parametrize(
    "opening",
    [
        "Étaient présents, sous la présidence de M. FONTAINIER, maire : M. FONTAINIER, Mme VALMONT, M. MARANDE",
        "Étaient présents sous la présidence de M. FONTAINIER : M. FONTAINIER, Mme VALMONT, M. MARANDE",
        "Présents (sous la présidence de M. FONTAINIER, Président) : Mme VALMONT, M. FONTAINIER, M. MARANDE",
    ],
)
def test_the_chair_is_counted_once(opening: str) -> None:
    assert keys(read_attendance(opening + ".\nAbsent : néant")["present"]) == ["fontainier", "marande", "valmont"]


@pytest.mark.parametrize("away", ["Était absent Guy BLANCHEPORT", "Etait excusé Guy BLANCHEPORT"])
@pytest.mark.parametrize(
    "after",
    [" Le quorum est atteint.", " Il a été procédé à l'appel.", " La séance est ouverte.", " Nombre de votants : 4"],
)
def test_one_who_is_away_without_a_colon(away: str, after: str) -> None:
    fields = read_attendance(f"{_LISTED}. Pouvoirs : Mme Ida ROSIERVAL à M. Luc FONTAINIER. {away}{after}")
    assert (keys(fields["absent"]), proxies(fields)) == (["blancheport guy"], [("ida rosierval", "fontainier luc")])


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Les convocations ont été faites en date du 9 mars 2021.", "2021-03-09"),
        ("Les convocations individuelles ont été adressées le 9 mars 2021.", "2021-03-09"),
        ("La convocation avait été affichée le 9 mars 2021.", "2021-03-09"),
        ("Date convocation 09/03/2021", "2021-03-09"),
        ("Date d'envoi de l'avis de convocation : 9 mars 2021", "2021-03-09"),
        ("Date de convocation du comité syndical : le neuf mars 2021", "2021-03-09"),
        ("Date de convocation du conseil d'administration : le 9 mars 2021", "2021-03-09"),
    ],
)
def test_the_convocation(told: str, date: str) -> None:
    for text in (
        f"{told}\nLe mardi 16 mars 2021 à 19 h 30, le Comité syndical s'est réuni en mairie.",
        f"{told} Le mardi 16 mars 2021 à 19 heures, le Conseil, régulièrement convoqué, s'est réuni en mairie.",
    ):
        fields = read_sitting(text)
        assert (str(fields["convocation_date"]), str(fields["session/date"])) == (date, "2021-03-16")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ("Vote : Pour 8, Contre -, Abst. 1", (8, 0, 1)),
        ("Vote : Pour 8, Contre 2, Abst. -", (8, 2, 0)),
        ("Pour 9 ; Contre / ; Abstention 1", (9, 0, 1)),
        ("Pour 8, Contre 2, Abst. 1", (8, 2, 1)),
    ],
)
def test_a_dash_counts_nobody(counts: str, expected: tuple[int, ...]) -> None:
    head = "COMMUNE DE VALMONT\nSéance du 12 mars 2024\nObjet : Tarifs\nAprès en avoir délibéré, le conseil "
    vote, _ = read_act(f"{head}APPROUVE les tarifs.\n{counts}\nFait et délibéré.")
    assert tuple(vote[side] for side in ("for", "against", "abstention")) == expected


@pytest.mark.parametrize("name", ["É. DUBREUVAL", "M. É. DUBREUVAL", "Mme È. DUBREUVAL"])
def test_an_initial_with_an_accent_ends_no_sentence(name: str) -> None:
    told = read_officers(f"Présents : Mme VALMONT. Monsieur {name} a été désigné secrétaire de séance.")
    assert name_key(told["secretary"].name).split()[-1] == "e"


@pytest.mark.parametrize("join", [", ", "\n", " - "])
def test_given_names_in_parentheses(join: str) -> None:
    names = ("FONTAINIER (Luc)", "VALMONT (Anne)", "LE GALLOC (Marie-Claude)", "MARANDE (Paul)")
    fields = read_attendance(
        f"Présents : {join.join(names)}\nPouvoirs : ROSIERVAL (Claire) à VALMONT (Anne)\nAbsent : BLANCHEPORT (Guy)"
    )
    assert keys(fields["present"]) == ["anne valmont", "claude galloc le marie", "fontainier luc", "marande paul"]
    assert proxies(fields) == [("claire rosierval", "anne valmont")]
    assert keys(fields["absent"]) == ["blancheport guy"]


@pytest.mark.parametrize("place", ["Valbrun", "Saint-Prix", "Maire", "Ville"])
def test_other_parentheses_hold_no_given_name(place: str) -> None:
    fields = read_attendance(
        f"Présents : FONTAINIER ({place}), VALMONT ({place}), MARANDE ({place}), TULLIER ({place})"
    )
    assert keys(fields["present"]) == ["fontainier", "marande", "tullier", "valmont"]


@pytest.mark.parametrize(
    "answer",
    ["Excusé, pouvoir à {h}", "Excusé Pouvoir à {h}", "Absent (pouvoir à {h})", "Absent, a donné procuration à {h}"],
)
@pytest.mark.parametrize("civil", ["", "M. "])
def test_one_answer_of_a_table_may_take_two_words(answer: str, civil: str) -> None:
    rows = [f"{civil}{name} Présent" for name in _PRESENT]
    rows.insert(2, f"{civil}Guy BLANCHEPORT " + answer.format(h=f"{civil}Luc FONTAINIER"))
    fields = read_attendance("NOM Prénom Présence\n" + "\n".join([*rows, f"{civil}Ida ROSIERVAL Absent"]))
    assert keys(fields["present"]) == keys(_PRESENT)
    assert proxies(fields) == [("blancheport guy", "fontainier luc")]
    assert keys(fields["absent"]) == ["ida rosierval"]


@pytest.mark.parametrize("dash", [" – ", " - ", " : "])
def test_answers_after_names_in_small_letters(dash: str) -> None:
    rows = [f"{name.title()}{dash}present" for name in ("M. LUC FONTAINIER", "Mme ANNE VALMONT", "M. PAUL MARANDE")]
    rows += [f"Mme Rose Tullier{dash}presente", f"M. Guy Blancheport{dash}absent, pouvoir a M. Luc Fontainier"]
    fields = read_attendance(("Membres du conseil : " + " ".join(rows)).replace("MME", "Mme"))
    assert keys(fields["present"]) == keys(_PRESENT)
    assert proxies(fields) == [("blancheport guy", "fontainier luc")]
    assert not any(name.startswith(("M. ", "Mme ")) for name in fields["present"])


@pytest.mark.parametrize("head", ["MANDANTS MANDATAIRES", "Mandants | Mandataires", "Mandants / mandataires :"])
def test_two_columns_of_proxies(head: str) -> None:
    join = " | " if "|" in head else " "
    rows = f"Ida ROSIERVAL{join}Luc FONTAINIER\nGuy BLANCHEPORT{join}Anne VALMONT"
    fields = read_attendance(f"Présents : {', '.join(_PRESENT)}\n{head}\n{rows}\nSecrétaire de séance : Anne VALMONT")
    assert keys(fields["present"]) == keys(_PRESENT)
    assert sorted(proxies(fields)) == [("blancheport guy", "anne valmont"), ("ida rosierval", "fontainier luc")]


@pytest.mark.parametrize("chair", ["le Maire : M. ", "la Présidente : Mme ", "le Président : M. "])
def test_members_by_office(chair: str) -> None:
    fields = read_attendance(
        f"Étaient présents : {chair}Luc FONTAINIER\nles adjoints : Mmes Anne VALMONT, Rose TULLIER\n"
        "les conseillers municipaux : M. Paul MARANDE\nAbsent : néant"
    )
    assert keys(fields["present"]) == keys(_PRESENT)


@pytest.mark.parametrize("join", ["\n", " "])
def test_counts_of_a_box_beside_proxies(join: str) -> None:
    rows = ("Excusés ont donné pouvoir :", "Ida ROSIERVAL à Luc FONTAINIER", "Elus en exercice : 9",
            "Guy BLANCHEPORT à Anne VALMONT", "Elus présents : 4", "Rémi CARNOIS à Rose TULLIER",
            "Ont donné pouvoir : 3", "Zoé BRUNAT à Paul MARANDE", "Secrétaire de séance : Anne VALMONT")  # fmt: skip
    fields = read_attendance(f"Présents : {' - '.join(_PRESENT)}\n" + join.join(rows))
    assert keys(fields["present"]) == keys(_PRESENT)
    assert [giver for giver, _ in proxies(fields)] == ["ida rosierval", "blancheport guy", "carnois remi", "brunat zoe"]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ("Vote : 11 P – 2 C – 1 A", (11, 2, 1)),
        ("11P / 2C / 1A", (11, 2, 1)),
        ("11 P, 0 C, 0 A", (11, 0, 0)),
        ("12 présents - 14 votants - 14 pour", (14, None, None)),
        ("Adopté à l'unanimité des membres présents et représentés (14 pour)", (14, None, None)),
        ("Adopté à l'unanimité des suffrages exprimés (14 pour)", (14, None, None)),
    ],
)
def test_figures_before_what_they_count(counts: str, expected: tuple[int | None, ...]) -> None:
    head = "COMMUNE DE VALMONT\nSéance du 12 mars 2024\nObjet : Tarifs\nAprès en avoir délibéré, le conseil "
    vote, _ = read_act(f"{head}APPROUVE les tarifs.\n{counts}\nFait et délibéré.")
    assert tuple(vote.get(side) for side in ("for", "against", "abstention")) == expected


@pytest.mark.parametrize(
    "told",
    [
        "M. Guy BLANCHEPORT et Mme Ida ROSIERVAL étaient absents.",
        "M. Guy BLANCHEPORT, Mme Ida ROSIERVAL étaient excusés.",
        "Guy BLANCHEPORT et Ida ROSIERVAL sont absents excusés.",
        "Monsieur Guy BLANCHEPORT et Madame Ida ROSIERVAL, conseillers, étaient absents",
    ],
)
@pytest.mark.parametrize("join", [". ", ".\n", "\n"])
def test_who_is_told_away_after_the_names(told: str, join: str) -> None:
    fields = read_attendance(f"{_LISTED}{join}Pouvoir : Mme Zoé BRUNAT à M. Paul MARANDE{join}{told}")
    assert keys(fields["present"]) == keys(_PRESENT)
    assert proxies(fields) == [("brunat zoe", "marande paul")]
    assert keys(fields["absent"]) == ["blancheport guy", "ida rosierval"]


@pytest.mark.parametrize("told", ["étaient présents.", "sont présents", "étaient excusés de leur retard."])
def test_others_are_not_away(told: str) -> None:
    assert read_attendance(f"Présents : M. Luc FONTAINIER, M. Paul MARANDE, Mme Rose TULLIER {told}")["absent"] == []


@pytest.mark.parametrize("mark", [";", " ;"])
@pytest.mark.parametrize(
    "listed",
    [
        "le Maire : M. Luc FONTAINIER\nles adjoints : Mmes Anne VALMONT, Rose TULLIER, M. Paul MARANDE",
        "\nVALBRUN : M. Luc FONTAINIER, Mme Anne VALMONT\nSAINT-PRIX : Mme Rose TULLIER, M. Paul MARANDE",
        "\nLuc FONTAINIER, Anne VALMONT, Rose TULLIER, Paul MARANDE",
    ],
)
def test_a_semicolon_for_a_colon(listed: str, mark: str) -> None:
    for text in (f"Etaient présents{mark} {listed}\nAbsent : néant",):
        assert keys(read_attendance(text)["present"]) == keys(_PRESENT)


@pytest.mark.parametrize("join", ["\n", " "])
@pytest.mark.parametrize("last", ["Paul", "Rose", "Luc"])
def test_communes_after_the_last_of_those_before(last: str, join: str) -> None:
    rows = (f"VALBRUN : VALMONT Anne et TULLIER {last}", f"SAINT-PRIX : FONTAINIER Luc et MARANDE {last}",
            "ORLHAC : ROSIERVAL Ida, CARNOIS Rémi")  # fmt: skip
    fields = read_attendance(f"Étaient présents : {join.join(rows)}{join}Absent : BLANCHEPORT Guy")
    expected = {"valmont", "tullier", "fontainier", "marande", "rosierval", "carnois"}
    assert {word for name in fields["present"] for word in name_key(name).split()} >= expected
    assert len(fields["present"]) == len(expected)


@pytest.mark.parametrize("name", ["Luc d'AUBREMONT", "Luc d’AUBREMONT", "Luc l'HÉRITEL"])
def test_a_small_letter_before_a_surname_in_capitals(name: str) -> None:
    for join in ("\n", ", ", " - "):
        fields = read_attendance("Présents : " + join.join([*_PRESENT, name, "Ida ROSIERVAL", "Zoé BRUNAT"]))
        assert len(fields["present"]) == 7


@pytest.mark.parametrize(
    "vote",
    [
        "par 9 voix pour et 2 contre (M. MARANDE (Paul) et Mme TULLIER (Rose)), APPROUVE les tarifs.",
        "APPROUVE les tarifs. Pour : 9 Contre : 2 (M. MARANDE (Paul), Mme TULLIER (Rose))",
        "APPROUVE les tarifs par 9 pour, 2 contre : M. MARANDE (Paul) et Mme TULLIER (Rose).",
    ],
)
def test_names_of_a_vote_with_given_names_in_parentheses(vote: str) -> None:
    head = "COMMUNE DE VALMONT\nSéance du 12 mars 2024\nObjet : Tarifs\nAprès en avoir délibéré, le conseil "
    found, _ = read_act(f"{head}{vote}\nFait et délibéré.")
    assert keys(found["against_names"]) == ["marande paul", "rose tullier"]


@pytest.mark.parametrize("head", ["Absents excusés", "Excusés", "Étaient absents/excusés", "Absents-excusés"])
@pytest.mark.parametrize("civil", [("M. ", "Mme "), ("", "")])
def test_several_are_away_after_the_last_who_sits(head: str, civil: tuple[str, str]) -> None:
    away = f"{civil[0]}Guy BLANCHEPORT, {civil[1]}Ida ROSIERVAL"
    for join in (" ", "\n"):
        fields = read_attendance(f"{_LISTED}{join}{head} {away}{join}Secrétaire de séance Anne VALMONT")
        assert keys(fields["present"]) == keys(_PRESENT)
        assert keys(fields["absent"]) == ["blancheport guy", "ida rosierval"]


@pytest.mark.parametrize("words", ["les Absents", "des Excusés", "et Absents"])
def test_words_within_a_sentence_head_no_list(words: str) -> None:
    told = f"{_LISTED}. Le maire salue {words} Guy BLANCHEPORT, Ida ROSIERVAL"
    assert read_attendance(told)["absent"] == []


@pytest.mark.parametrize("after", ["Le conseil a désigné Anne VALMONT.", "Mme Anne VALMONT a été élue secrétaire."])
def test_a_count_of_those_away_heads_their_list(after: str) -> None:
    fields = read_attendance(
        f"{_LISTED}. Pouvoirs (1) : Ida ROSIERVAL à Luc FONTAINIER. Absents : 1 Zoé BRUNAT {after}"
    )
    assert proxies(fields) == [("ida rosierval", "fontainier luc")]
    assert keys(fields["absent"]) == ["brunat zoe"]
