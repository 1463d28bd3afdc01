"""Who is named between the lists is in one of them; who gives a proxy was read."""

from dataclasses import replace

import pytest

from kg.check.finding import Subject
from kg.check.unlisted import nobody_listed, proxies_untold
from kg.check.untold import named_nowhere, proxies_fewer, proxies_unread
from kg.model import Members, Person, Proof, Proxy, Record, Span
from tests.test_check import document_of

_NAMES = ("Jeanne VALMONT", "Luc ARNEL", "Zoé TERRIER", "Paul ORBAN")


def read_in(raw: str, *, absent: tuple[str, ...] = (), proxies: tuple[Proxy, ...] = ()) -> Subject:
    """A record whose lists were read where the text first prints each name."""
    lists = (("present", _NAMES), ("absent", absent), ("proxies", tuple(proxy.giver for proxy in proxies)))
    evidence = tuple(
        Proof(f"/{field}/{rank}", (Span(raw.index(name), raw.index(name) + len(name)),), "test")
        for field, names in lists
        for rank, name in enumerate(names)
    )
    record = Record("cr.txt", 1, present=_NAMES, absent=absent, proxies=proxies, evidence=evidence)
    record = replace(record, secretary=Person("Zoé TERRIER"))
    return Subject(record, document_of(record, raw=raw).text, (record,))


@pytest.mark.parametrize(
    "between",
    [
        "Mme Eva TOREL, ",
        "Précision : Monsieur Guy SENEC, présent en début de séance, a quitté la salle. ",
        "; est arrivée Madame Eva TOREL ; ",
    ],
)
def test_a_member_in_no_list_is_said(between: str) -> None:
    raw = f"Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER, {between}Paul ORBAN."
    (finding,) = named_nowhere(read_in(raw))
    assert "TOREL" in finding.message or "SENEC" in finding.message


@pytest.mark.parametrize(
    "between",
    [
        "",
        "M. ARNEL, ",
        "Assistait également : Mme Eva TOREL. ",
        "présents sans voix délibérative : M. Guy SENEC (Gilval). ",
        "Mme Eva TOREL, directrice générale des services, ",
        "suppléant : M. Guy SENEC, ",
    ],
)
def test_members_told_again_and_staff_are_not(between: str) -> None:
    raw = f"Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER, {between}Paul ORBAN."
    assert list(named_nowhere(read_in(raw))) == []


def test_beyond_the_lists_anybody_may_be_named() -> None:
    raw = "Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER, Paul ORBAN. M. Guy SENEC présente le projet."
    assert list(named_nowhere(read_in(raw))) == []


@pytest.mark.parametrize(
    "told",
    [
        "Eva TOREL a donné pouvoir à M. Luc ARNEL",
        "Pouvoir : Mme Eva TOREL à M. Luc ARNEL",
        "Procurations de Mme Eva TOREL à M. Luc ARNEL",
        "Eva TOREL représentée par M. Luc ARNEL",
        "avait donné mandat : M. Guy SENEC à M. Luc ARNEL",
    ],
)
def test_a_proxy_that_is_told_was_read(told: str) -> None:
    raw = f"Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER, Paul ORBAN. {told}. Le quorum est atteint."
    (finding,) = proxies_unread(read_in(raw))
    assert finding.field == "proxies"
    assert list(proxies_unread(read_in(raw.replace("Guy SENEC", "Eva TOREL"), proxies=(Proxy("Eva TOREL"),)))) == []


@pytest.mark.parametrize(
    "told",
    [
        "Pouvoirs : néant",
        "Procurations : 0. Le conseil donne tout pouvoir au Maire",
        "Aucun pouvoir n'a été donné",
        "Absents ayant donné procuration : - Le quorum est atteint",
    ],
)
def test_where_nobody_gives_one_nothing_is_said(told: str) -> None:
    raw = f"Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER, Paul ORBAN. {told}."
    assert list(proxies_unread(read_in(raw))) == []


@pytest.mark.parametrize(("printed", "said"), [(2, True), (0, False), (None, False)])
def test_proxies_that_are_announced_were_read(printed: int | None, said: bool) -> None:
    record = replace(read_in(" ".join(_NAMES)).record, members=Members(proxies=printed))
    assert bool(list(proxies_untold(Subject(record, document_of(record).text)))) is said


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("En exercice : 83 Présents : 70 Pouvoirs : 9 Absents sans pouvoir : 4 Vu le code", False),
        ("Présents : 70 Jeanne VALMONT, Luc ARNEL Pouvoirs : 9 Absents sans pouvoir : 4 Vu le code", True),
    ],
)
def test_figures_alone_name_nobody(raw: str, said: bool) -> None:
    record = Record("cr.txt", 1, chair=Person("Zoé TERRIER"))
    assert bool(list(nobody_listed(Subject(record, document_of(record, raw=raw).text)))) is said


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("Présents : tous les membres en exercice, à l'exception de M. Guy SENEC, excusé.", False),
        ("Tous les conseillers étaient présents. Excusés : néant.", False),
        ("L'ensemble des membres du conseil étant présents ou excusés, la séance est ouverte.", False),
        ("Étaient présents : les élus. Excusé : M. Guy SENEC.", True),
        ("Nom et prénom Fonction Présence VALMONT JEANNE ARNEL LUC", True),
        ("PRÉSENTS ABSENTS Jeanne VALMONT Luc ARNEL", True),
        ("Étaient présents tous les conseillers en exercice. Pouvoirs : Mme Jeanne VALMONT à M. Luc ARNEL", False),
    ],
)
def test_where_all_are_said_to_sit_nobody_is_listed(raw: str, said: bool) -> None:
    record = Record("cr.txt", 1, absent=("Guy SENEC",), secretary=Person("Zoé TERRIER"))
    assert bool(list(nobody_listed(Subject(record, document_of(record, raw=raw).text)))) is said


_GIVEN = "Présents : Jeanne VALMONT, Luc ARNEL, Zoé TERRIER, Paul ORBAN. Guy SENEC pouvoir à Luc ARNEL"


@pytest.mark.parametrize(
    ("told", "spoken"),
    [
        (", Ida MOREL pouvoir à Zoé TERRIER.", True),
        (" ; Ida MOREL a donné procuration à Mme Zoé TERRIER.", True),
        (". Secrétaire : Paul ORBAN.", False),
        (". Guy SENEC pouvoir à M. ARNEL (copie). Le conseil donne mandat à cet effet.", False),
        (", Ida MOREL pouvoir à Zoé TERRIER jusqu'au point 3.", False),
        (", Ida MOREL pouvoir à Zoé TERRIER pour la question n° 1.", False),
    ],
)
def test_as_many_proxies_are_read_as_are_given(told: str, spoken: bool) -> None:
    subject = read_in(f"{_GIVEN}{told}", proxies=(Proxy("Guy SENEC", "Luc ARNEL"),))
    assert bool(list(proxies_fewer(subject))) is spoken


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        ("PROCÈS-VERBAL du 5 mai. ", "Un état récapitulatif des subventions est joint.", True),
        ("PROCÈS-VERBAL du 5 mai. ", "", True),
        ("Liste des délibérations examinées le 5 mai. ", "", False),
    ],
)
def test_a_list_of_acts_says_so_at_its_head(head: str, body: str, said: bool) -> None:
    record = Record("cr.txt", 1, chair=Person("Zoé TERRIER"))
    raw = f"{head}TITULAIRES PRÉSENTS Commune Valmont Mme VALMONT Jeanne ABSENTS EXCUSÉS M. SENEC Guy. "
    filled = raw + "Le conseil délibère. " * 40 + body
    assert bool(list(nobody_listed(Subject(record, document_of(record, raw=filled).text)))) is said
