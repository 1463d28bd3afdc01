"""Names that are more or less than a name are doubtful; long, short and foreign ones are not."""

from dataclasses import replace

import pytest

from kg.check import check
from kg.check.finding import Subject
from kg.check.writing import implausible_name, more_than_a_name, part_of_a_name
from kg.errors import Severity
from kg.model import Person, Proof, Proxy, Record, Span
from tests.test_check import RIGHT, document_of


def subject(record: Record, raw: str = "") -> Subject:
    return Subject(record, document_of(record, raw=raw).text, (record,))


@pytest.mark.parametrize(
    ("raw", "cut"),
    [
        ("Absents : K/PRADEL Noé", True),
        ("Absents : M. d'PRADEL Noé", True),
        ("Absents : Eva TOREL, LE PRADEL Noé", True),
        ("Absents : Eva TOREL et Mme Di PRADEL Noé", True),
        ("Absents : M. PRADEL Noé", False),
        ("Absents : M.PRADEL Noé", False),
        ("Pouvoir de PRADEL Noé", False),
        ("Canton de ST-ETIENNE DE PRADEL Noé", False),
        ("Absents :\nPRADEL Noé", False),
        ("Absents : p-PRADEL Noé", False),
    ],
)
def test_a_name_whose_beginning_was_left_is_doubtful(raw: str, cut: bool) -> None:
    at = raw.index("PRADEL")
    proof = Proof("/absent/0", (Span(at, len(raw)),), "test")
    record = replace(RIGHT, present=(), proxies=(), absent=("PRADEL Noé",), evidence=(proof,))
    assert bool(list(implausible_name(subject(record, raw)))) is cut


def doubted(name: str) -> bool:
    return bool(list(more_than_a_name(subject(replace(RIGHT, absent=(name,))))))


@pytest.mark.parametrize(
    "name",
    [
        "Jeanne VALMONT Secrétariat",
        "Monsieur VALMONT",
        "Modame Jeanne VALMONT",
        "Monsienr VALMONT",
        "VALMONT Jeanne Étaient",
        "VALMONT Excusés",
        "Jeanne VALMONT Grand-Pré",
        "VALMONT Jeanne ARNEL",
        "Jeanne VALMONT Luc ARNEL",
        "MmeVALMONT J.",
        "M.Valmont",
        "JeanneVALMONT",
    ],
)
def test_a_name_with_another_word_is_doubtful(name: str) -> None:
    assert doubted(name)


@pytest.mark.parametrize(
    "name",
    [
        "Jeanne VALMONT",
        "VALMONT Jeanne",
        "de VALMONT Jeanne",
        "Jeanne DE LA ROCHE VALMONT",
        "VALMONT Jeanne épouse ARNEL",
        "Jeanne MacDONALD",
        "Anne-Laure VALMONT-ARNEL",
        "VALMONT M.P.",
        "J. VALMONT P.",
        "Luc MAIRE",
        "Paul Maire",
        "PRESIDENT Luc",
        "EL HADJ Karim",
    ],
)
def test_a_name_of_any_writing_is_not(name: str) -> None:
    assert not doubted(name)


@pytest.mark.parametrize(
    ("present", "parts"),
    [
        (("Eva TOREL", "Jean-Claude"), ["« Jean-Claude »"]),
        (("Eva TOREL", "Agissant"), ["« Agissant »"]),
        (("Eva TOREL", "Be"), ["« Be »"]),
        (("Eva TOREL", "HY"), []),
        (("Eva TOREL", "ORBAN"), []),  # a surname alone is a way of writing
        (("Eva", "Luc", "Zoé", "Léa"), []),  # a list of given names
        (("Eva TOREL", "Valmont"), []),  # who presides
    ],
)
def test_a_given_name_alone_among_full_names_is_a_part(present: tuple[str, ...], parts: list[str]) -> None:
    record = replace(RIGHT, chair=Person("Jeanne Valmont"), present=(*RIGHT.present[1:], *present))
    assert [finding.message.split(" :")[0] for finding in part_of_a_name(subject(record))] == parts


@pytest.mark.parametrize(
    ("holder", "spoken"), [("Patrick", True), ("Jean-Claude", True), ("Beille-Torchère", False), ("ARNEL", False)]
)
def test_a_holder_who_has_a_given_name_alone(holder: str, spoken: bool) -> None:
    record = replace(RIGHT, present=(*RIGHT.present, "Eva TOREL"), proxies=(Proxy("Guy SENEC", holder),))
    assert [finding.pointers for finding in part_of_a_name(subject(record))] == [("/proxies/0/holder",)] * spoken


@pytest.mark.parametrize(("others", "spoken"), [(6, False), (12, True)])
def test_a_surname_alone_among_many_full_names(others: int, spoken: bool) -> None:
    full = tuple(f"{'I' * rank}da MORVAN" for rank in range(1, others + 1))
    record = replace(RIGHT, present=(*full, "SINAL"), absent=(), proxies=())
    assert [finding.pointers for finding in part_of_a_name(subject(record))] == [(f"/present/{others}",)] * spoken


def test_a_part_of_a_name_is_looked_for_among_those_away() -> None:
    record = replace(RIGHT, present=(*RIGHT.present, "Eva TOREL"), absent=("Noé",))
    assert [finding.pointers for finding in part_of_a_name(subject(record))] == [("/absent/0",)]


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("Jeanne C0LOMB", Severity.INFO),
        ("VALL1ER J.", Severity.INFO),
        ("ORT[ER", Severity.INFO),
        ("Jeanne 24", Severity.WARNING),
        ("@VALMONT", Severity.WARNING),
        ("VALMONT 2022-14", Severity.WARNING),
    ],
)
def test_a_letter_scanned_as_a_figure_leaves_the_name_known(name: str, severity: Severity) -> None:
    found = list(implausible_name(subject(replace(RIGHT, absent=(name,)))))
    assert [finding.severity for finding in found] == [severity]


@pytest.mark.parametrize(
    ("raw", "cut"),
    [
        ("Absent : Noé PRADEL", False),
        ("Absent : Noé PRADEL.Mme ROUX", False),
        ("Absent : Noé PRADEL. Le quorum", False),
        ("Absent : Noé PRADEL.Paul, excusé", True),
        ("Absent : Noé PRADEL.R et Eva", True),
        ("Absent : Noé PRADEL|R et Eva", True),
        ("Absent : Noé PRADEL-\nlot, excusé", True),
        ("Absent : Noé PRADEL -\nMme ROUX", False),
    ],
)
def test_a_name_that_goes_on_is_cut(raw: str, cut: bool) -> None:
    at = raw.index("Noé")
    record = replace(RIGHT, evidence=(Proof("/absent/0", (Span(at, at + len("Noé PRADEL")),), "test"),))
    assert bool(list(implausible_name(subject(record, raw)))) is cut


def test_givers_and_holders_are_names_too() -> None:
    record = replace(RIGHT, proxies=(Proxy("Ida MOREL Pouvoir", "Luc ARNEL"), Proxy("Guy SENEC", "MmeTERRIER Zoé")))
    told = [finding.pointers for finding in more_than_a_name(subject(record))]
    assert told == [("/proxies/0/giver",), ("/proxies/1/holder",)]
    assert all(issue.message for issue in check(document_of(record)))
