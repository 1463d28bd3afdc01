import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from kg.errors import IssueCode
from kg.graph import iris
from kg.model import Document, Funding, Organisation, Receipt, Session, Vote
from kg.resolve import resolve
from kg.resolve.entities import Resolved
from kg.resolve.same_act import receipt_number
from tests.resolve.fictions import MONTFLEURY, document, financed, record


def of(*documents: Document) -> Resolved:
    return resolve("219900018", list(documents))


def test_an_act_in_minutes_and_in_its_own_extract_is_one() -> None:
    minutes = document("pv.txt", record(), record("2024-008", "Réseau de chaleur"), kind="minutes")
    extract = document("007.txt", replace(record(), receipt=Receipt("099-219900018-20240312-7000-DE")))
    resolved = of(minutes, extract)
    assert [act.key for act in resolved.acts] == [("2024-007",), ("2024-008",)]
    first = resolved.acts[0]
    assert [sha for sha, _ in first.sources] == [extract.text.source.sha256, minutes.text.source.sha256]
    assert len(resolved.sittings) == 1


def test_what_one_source_leaves_out_another_gives_with_its_own_passage() -> None:
    short = replace(record(), vote=Vote(outcome="adopted"), decisions=())
    resolved = of(document("a-extract.txt", short), document("pv.txt", record(), kind="minutes"))
    (act,) = resolved.acts
    assert act.record.vote.for_ == 3
    assert act.record.decisions == record().decisions
    assert act.quotes["/vote/for"].sha256 == act.sources[1][0]
    assert act.quotes["/number"].sha256 == act.sources[0][0]


def test_sources_that_disagree_are_said() -> None:
    other = replace(record(), vote=Vote(4, 0, 0, 0, "adopted"))
    resolved = of(document("a.txt", record()), document("pv.txt", other, kind="minutes"))
    assert {(issue.code, issue.field, issue.source) for issue in resolved.issues} == {
        (IssueCode.SOURCES_DISAGREE, "vote/for", "pv.txt"),
        (IssueCode.SOURCES_DISAGREE, "vote/abstention", "pv.txt"),
    }
    assert resolved.acts[0].record.vote.for_ == 3


def test_the_receipt_tells_apart_acts_with_one_number() -> None:
    first = replace(record("2024-007"), receipt=Receipt("099-219900018-20240312-7000-DE-1-1"))
    second = replace(record("2024-007"), receipt=Receipt("099-219900018-20240312-7001-DE-1-1"))
    resolved = of(document("a", first), document("b", second))
    assert [act.key for act in resolved.acts] == [("2024-007~7000",), ("2024-007~7001",)]


def test_two_records_of_one_document_are_two_acts() -> None:
    resolved = of(document("pv", record(), record(title="Tarifs de la cantine"), kind="minutes"))
    assert len({act.key for act in resolved.acts}) == 2


def test_one_number_with_two_titles_is_two_acts() -> None:
    resolved = of(document("a", record()), document("b", record(title="Tarifs municipaux cantine garderie")))
    assert len({act.key for act in resolved.acts}) == 2


def test_a_number_that_does_not_say_its_year_takes_the_date() -> None:
    july = replace(record("12"), session=Session(dt.date(2024, 7, 2)))
    resolved = of(document("a", record("12")), document("b", july))
    assert [act.key for act in resolved.acts] == [("2024-03-12", "12"), ("2024-07-02", "12")]


def test_a_number_written_as_a_date_is_not_taken_for_one() -> None:
    (act,) = of(document("a", record("2024-03-01"))).acts
    assert act.key == ("2024-03-12", "2024-03-01")
    iris.deliberation("219900018", act.key)


def test_an_act_without_number_is_named_by_date_and_title() -> None:
    bare = record(None, "Approbation du procès-verbal")
    alone = of(document("a", bare)).acts[0].key
    with_others = of(document("a", bare), document("pv", record(), bare, kind="minutes"))
    assert alone[0] == "2024-03-12"
    assert alone[1].startswith("approbation-du-proces-verbal~")
    assert alone in [act.key for act in with_others.acts]
    assert len(with_others.acts) == 2


def test_receipts_in_several_writings() -> None:
    ids = [
        "034-243400017-20201217-148571-DE-1-1",
        "034-243400017-20201217-148571-DE",
        "099-219900018-20240312-D2024_7-DE",
    ]
    assert [receipt_number(record(receipt=Receipt(one))) for one in (*ids, "illisible", None)] == [
        "148571", "148571", "D2024_7", None, None,
    ]  # fmt: skip


def test_computed_amounts_stay_apart_from_written_ones() -> None:
    written, ceiling, computed = of(document("a", financed())).acts[0].funding
    assert (written.amount, written.computed) == (Decimal("40000"), None)
    assert (ceiling.amount, ceiling.is_ceiling, ceiling.computed) == (Decimal("15000.50"), True, None)
    assert (computed.amount, computed.computed) == (None, Decimal("84000.00"))


def test_a_funding_is_framed_by_the_convention_of_its_parties() -> None:
    written, ceiling, _ = of(document("a", financed())).acts[0].funding
    assert written.agreement == 0
    assert ceiling.agreement == 0, "the act's only convention has its receiver as a party"


def test_a_natural_person_receives_nothing_in_the_graph() -> None:
    aid = Funding(MONTFLEURY, Organisation("Mme Odile SERVAN"), Decimal("300"))
    (funding,) = of(document("a", record(funding=(aid,)))).acts[0].funding
    assert funding.recipient is None
    assert all("SERVAN" not in body.name for body in of(document("a", record(funding=(aid,)))).organisations)


def test_one_organisation_for_its_forms() -> None:
    one = Funding(Organisation("Département des Alpes lointaines", (), "229900017"), Organisation("la Commune"))
    two = Funding(Organisation("le DEPARTEMENT des Alpes Lointaines"), MONTFLEURY)
    named = replace(MONTFLEURY, aliases=("la Commune",))
    resolved = of(document("a", record(funding=(one, two), authority=named)))
    first, second = resolved.acts[0].funding
    assert first.funder == second.funder == "229900017"
    assert first.recipient == second.recipient == "219900018"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Communauté de communes du Val Clair", "COMMUNAUTE DE COMMUNES VAL CLAIR", True),
        ("Association des Amis de la Halle", "association Amis de la Halle", True),
        ("Crédit du Lac et de Montfleury", "Crédit du Lac, de Montfleury", False),
        ("Les Amis du Lac", "Les Amis du Bac", False),
        ("La Halle", "Le Hall", False),
        ("Club de la Halle", "Club des Halles", False),
    ],
)
def test_small_words_tell_no_bodies_apart(one: str, two: str, same: bool) -> None:
    aids = [Funding(MONTFLEURY, Organisation(name), Decimal("300")) for name in (one, two)]
    first, second = of(document("a", record(funding=tuple(aids)))).acts[0].funding
    assert (first.recipient == second.recipient) is same


@pytest.mark.parametrize("name", ["la Région", "CCAS", "le Centre communal d'action sociale", "Conseil départemental"])
def test_a_name_without_a_name_of_its_own_is_another_body_for_each_authority(name: str) -> None:
    aid = record(funding=(Funding(Organisation(name), MONTFLEURY, Decimal("300")),))
    keys = {resolve(key, [document("a", aid)]).acts[0].funding[0].funder for key in ("219900018", "219900026")}
    assert len(keys) == 2
    assert all(iris.parse(iris.organisation(key)) for key in keys)


@pytest.mark.parametrize("name", ["État", "Région Haute-Valserine", "Agence du chaud", "Union européenne"])
def test_a_name_of_its_own_is_one_body(name: str) -> None:
    aid = record(funding=(Funding(Organisation(name), MONTFLEURY, Decimal("300")),))
    assert (
        len({resolve(key, [document("a", aid)]).acts[0].funding[0].funder for key in ("219900018", "219900026")}) == 1
    )


def test_a_cost_below_the_amount_is_another_operations() -> None:
    one = replace(financed().funding[0], amount=Decimal("900"), share=None, total_cost=Decimal("500"))
    (funding,) = of(document("a", replace(financed(), funding=(one,)))).acts[0].funding
    assert (funding.amount, funding.total_cost) == (Decimal("900"), None)
