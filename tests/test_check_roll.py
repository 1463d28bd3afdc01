"""What stands between the names of the lists goes with the list that they were read in."""

from dataclasses import replace

import pytest

from kg.check.finding import Subject
from kg.check.roll import away_among_present, columns_untold, holder_among_absent, holder_among_present
from kg.check.untold import absence_unread, named_nowhere, proxies_unread
from kg.check.votes import outcome_denied
from kg.check.writing import more_than_a_name
from kg.model import Members, Proof, Proxy, Record, Span, Vote
from tests.test_check import document_of

_SIT = ("Jeanne VALMONT", "Luc ARNEL", "Zoé TERRIER", "Paul ORBAN")


def read_in(raw: str, present: tuple[str, ...] = _SIT, absent: tuple[str, ...] = ()) -> Subject:
    """A record whose lists were read where the text first prints each name."""
    lists = (("present", present), ("absent", absent))
    evidence = tuple(
        Proof(f"/{field}/{rank}", (Span(raw.index(name), raw.index(name) + len(name)),), "test")
        for field, names in lists
        for rank, name in enumerate(names)
    )
    record = Record("cr.txt", 1, present=present, absent=absent, evidence=evidence)
    return Subject(record, document_of(record, raw=raw).text, (record,))


@pytest.mark.parametrize(
    "before",
    ["Membres absents ayant donné pouvoir | ", "Excusés : ", "Ont donné procuration : ", "Sont représentés "],
)
def test_another_list_between_two_members_present(before: str) -> None:
    (finding,) = away_among_present(read_in(f"Jeanne VALMONT, Luc ARNEL, Zoé TERRIER {before}Paul ORBAN."))
    assert finding.field == "present"


@pytest.mark.parametrize("said", ["s'était excusé.", "est absent.", "était excusé ; "])
def test_who_is_told_to_be_away_was_read_present(said: str) -> None:
    assert list(away_among_present(read_in(f"Jeanne VALMONT, Luc ARNEL, Zoé TERRIER. M. Paul ORBAN {said}")))


@pytest.mark.parametrize(
    "between",
    [", ", ", excusé jusqu'au point 3, ", " (absent au début de la séance), ", " représentant son suppléant, "],
)
def test_members_present_with_no_other_list_between(between: str) -> None:
    raw = f"Jeanne VALMONT, Luc ARNEL, Zoé TERRIER{between}Paul ORBAN. Étaient absents : M. Guy SENEC."
    assert list(away_among_present(read_in(raw))) == []


@pytest.mark.parametrize("tie", ["p/ M. Luc ARNEL, ", "M. Luc ARNEL ; ", "=) Mme Zoé TERRIER, "])
def test_who_sits_named_between_two_who_are_away(tie: str) -> None:
    raw = f"Présents : {', '.join(_SIT)}. Absents : M. Guy SENEC {tie}Mme Eva TOREL"
    (finding,) = holder_among_absent(read_in(raw, absent=("Guy SENEC", "Eva TOREL")))
    assert finding.field == "proxies"


@pytest.mark.parametrize("tie", ["et ", ", ", "(Gilval), "])
def test_members_away_beside_each_other(tie: str) -> None:
    raw = f"Présents : {', '.join(_SIT)}. Absents : M. Guy SENEC {tie}Mme Eva TOREL. Secrétaire : M. Luc ARNEL"
    assert list(holder_among_absent(read_in(raw, absent=("Guy SENEC", "Eva TOREL")))) == []


@pytest.mark.parametrize(("told", "spoken"), [("(p. à M. ARNEL), ", True), (", ", False), ("(Gilval), ", False)])
def test_who_is_away_beside_one_who_gave_a_proxy(told: str, spoken: bool) -> None:
    raw = f"Présents : {', '.join(_SIT)}. Absents : M. Guy SENEC {told}Mme Eva TOREL (pouvoir à Mme VALMONT)"
    subject = read_in(raw, absent=("Guy SENEC",))
    at = raw.index("Eva TOREL")
    given = Proof("/proxies/0/giver", (Span(at, at + 9),), "test")
    record = replace(
        subject.record,
        proxies=(Proxy("Eva TOREL", "Jeanne VALMONT"),),
        evidence=(*subject.record.evidence, given),
    )
    assert bool(list(holder_among_absent(replace(subject, record=record)))) is spoken


def test_a_proxy_told_at_both_its_members_is_read_once() -> None:
    sit = "Jeanne VALMONT, Luc ARNEL (procuration de Ida DORVAL), Zoé TERRIER, Paul ORBAN"
    raw = f"Présents : {sit}. Absents : M. Guy SENEC, Mme Ida DORVAL (procuration à M. Luc ARNEL), Mme Eva TOREL."
    subject = read_in(raw, absent=("Guy SENEC", "Eva TOREL"))
    read = replace(subject.record, proxies=(Proxy("Ida DORVAL", "Luc ARNEL"),))
    assert list(holder_among_absent(replace(subject, record=read))) == []
    assert list(holder_among_absent(subject))


@pytest.mark.parametrize(
    ("told", "spoken"),
    [
        ("confie sa voix à Luc ARNEL, ", True),
        ("→ M. Luc ARNEL ; ", True),
        ("(voix portée par Luc ARNEL) ", True),
        (", ", False),
        (", conseillère déléguée aux écoles, ", False),
        (", M. Luc ARNEL, ", False),
        ("(qui quitte la salle, remplacée par Luc ARNEL) ", False),
        (", secrétaire : Luc ARNEL ; ", False),
        ("à partir du point 3 avec Luc ARNEL, ", False),
    ],
)
def test_who_sits_named_again_between_two_who_sit(told: str, spoken: bool) -> None:
    raw = f"Présents : Jeanne VALMONT, Luc ARNEL. Voix confiées : Zoé TERRIER {told}Paul ORBAN"
    assert bool(list(holder_among_present(read_in(raw)))) is spoken


_ROWS = (*_SIT, "Guy SENEC", "Eva TOREL", "Ida DORVAL")


@pytest.mark.parametrize("heads", ["Nom Présent Absent Pouvoir à", "Membres présents excusés", "NOM PRÉSENT ABSENT"])
def test_crosses_without_their_columns(heads: str) -> None:
    flat = heads + " " + " X ".join(_ROWS) + " X "
    assert list(columns_untold(read_in(flat, _ROWS)))
    counted = replace(read_in(flat, _ROWS).record, members=Members(present=len(_ROWS)))
    assert list(columns_untold(replace(read_in(flat, _ROWS), record=counted))) == []
    assert list(columns_untold(read_in(flat.replace(" X ", "   X\n"), _ROWS))) == []
    assert list(columns_untold(read_in(flat.replace(" X ", " X\n"), _ROWS)))
    assert list(columns_untold(read_in(flat.replace(" X ", " ☒ ☐ "), _ROWS))) == []
    assert list(columns_untold(read_in(flat.replace(" X ", " 1 "), _ROWS)))


@pytest.mark.parametrize("said", ["Absent : Guy SENEC", "En l'absence de : M. Guy SENEC", "Excusé – Guy SENEC"])
def test_an_absence_that_was_not_read(said: str) -> None:
    (finding,) = absence_unread(read_in(f"Présents : {', '.join(_SIT)}. {said}"))
    assert finding.field == "absent"


@pytest.mark.parametrize("said", ["Absent : néant. Secrétaire : M. Guy SENEC", "Absent : Luc ARNEL", "Absents : 3"])
def test_absences_that_tell_of_nobody_else(said: str) -> None:
    assert list(absence_unread(read_in(f"Présents : {', '.join(_SIT)}. {said}"))) == []


@pytest.mark.parametrize("said", ["Pouvoirs : néant. Secrétaire : M. Guy SENEC", "Pouvoirs : aucun. Mme Eva TOREL"])
def test_no_proxy_is_none_unread(said: str) -> None:
    assert list(proxies_unread(read_in(f"Présents : {', '.join(_SIT)}. {said}"))) == []


def test_rows_after_the_last_name_that_was_read() -> None:
    rows = "Jeanne VALMONT P Luc ARNEL P Zoé TERRIER P Paul ORBAN A Mme Eva TOREL A "
    assert list(named_nowhere(read_in(rows)))
    assert list(named_nowhere(read_in(rows.replace("A Mme", "A Secrétaire : Mme")))) == []


@pytest.mark.parametrize("name", ["Gilval Jeanne VALMONT", "Orlhac Luc ARNEL", "Saint-Prix Paul ORBAN"])
def test_a_place_before_a_name(name: str) -> None:
    assert list(more_than_a_name(read_in(name, (name,))))


@pytest.mark.parametrize("name", ["Marie Jeanne VALMONT", "Jean Luc ARNEL", "Sœur Jeanne ORBAN", "VALMONT Jeanne"])
def test_two_given_names_are_of_one_name(name: str) -> None:
    assert list(more_than_a_name(read_in(name, (name,)))) == []


@pytest.mark.parametrize(("heading", "said"), [("Présents : Mmes et MM.", False), ("Mmes et MM.", True)])
def test_the_chair_above_the_heading_of_the_list_is_in_no_other(heading: str, said: bool) -> None:
    raw = f"Sous la présidence de Jeanne VALMONT, Maire. {heading} Eva NAL, Ida MOR. Absent : Guy SEN. Luc ARNEL"
    found = list(away_among_present(read_in(raw, ("Jeanne VALMONT", "Luc ARNEL"))))
    assert bool(found) is said


@pytest.mark.parametrize("cast", [Vote(8, 0, 2, outcome="adopted"), Vote(unanimous=True, outcome="adopted")])
def test_a_motion_that_opposes_what_others_plan_is_carried(cast: Vote) -> None:
    subject = _voted("Le Conseil s'oppose à l'implantation d'une décharge.")
    record = replace(subject.record, vote=cast)
    assert list(outcome_denied(replace(subject, record=record, peers=(record,)))) == []


def _voted(said: str) -> Subject:
    proof = Proof("/vote/outcome", (Span(0, 10),), "test")
    record = Record("cr.txt", 1, vote=Vote(outcome="adopted"), evidence=(proof,))
    return Subject(record, document_of(record, raw=said).text, (record,))


@pytest.mark.parametrize(
    "said",
    [
        "Le Conseil, à l'unanimité, refuse cette offre.",
        "Le Conseil décide de reporter ce point.",
        "Le Conseil s'oppose au projet.",
        "Le Conseil décide de ne pas donner suite à la demande.",
    ],
)
def test_an_adoption_beside_a_refusal(said: str) -> None:
    (finding,) = outcome_denied(_voted(said))
    assert finding.field == "vote/outcome"


@pytest.mark.parametrize(
    "said",
    [
        "Le Conseil, à l'unanimité, approuve le rapport.",
        "Le Conseil décide de reporter l'excédent au budget.",
        "Le Conseil accepte la demande.",
    ],
)
def test_an_adoption_beside_nothing_else(said: str) -> None:
    assert list(outcome_denied(_voted(said))) == []
