from dataclasses import replace

from kg.model import Members, Proxy, Session
from kg.resolve import resolve
from tests.resolve.fictions import document, record


def test_attendance_is_stated_once_with_the_differences_of_single_acts() -> None:
    left = record("2024-009", "Budget", present=("Jeanne VALMONT", "Paul ORSEL"), absent=("Aline TOVAC", "Inès DARIC"))
    resolved = resolve("219900018", [document("pv", record(), record("2024-008", "Voirie"), left, kind="minutes")])
    (sitting,) = resolved.sittings
    assert {(a.member.name, a.state) for a in sitting.attendance} == {
        ("Jeanne VALMONT", "present"), ("Paul ORSEL", "present"), ("Inès DARIC", "present"),
        ("Luc MERCIN", "procuration"), ("Aline TOVAC", "absent"),
    }  # fmt: skip
    assert [[(d.member.name, d.state) for d in act.differences] for act in resolved.acts] == [
        [], [], [("Inès DARIC", "absent")],
    ]  # fmt: skip


def test_who_an_act_leaves_out_is_not_said_to_be_absent() -> None:
    short = record("2024-009", "Budget", present=("Jeanne VALMONT", "Paul ORSEL"))
    resolved = resolve("219900018", [document("pv", record(), record("2024-008", "Voirie"), short, kind="minutes")])
    assert [(d.member.name, d.state) for d in resolved.acts[2].differences] == [("Inès DARIC", "non-mentionne")]


def test_an_act_without_a_list_departs_in_nothing() -> None:
    bare = record("2024-009", "Budget", present=(), proxies=(), absent=())
    resolved = resolve("219900018", [document("pv", record(), bare, kind="minutes")])
    assert resolved.acts[1].differences == ()


def test_another_proxy_holder_is_a_difference() -> None:
    other = record("2024-009", "Budget", proxies=(Proxy("Luc MERCIN", "Inès DARIC"),))
    resolved = resolve("219900018", [document("pv", record(), record("2024-008", "Voirie"), other, kind="minutes")])
    (difference,) = resolved.acts[2].differences
    assert difference.state == "procuration"
    assert difference.holder is not None
    assert difference.holder.name == "Inès DARIC"


def test_a_record_without_organ_joins_the_only_one_of_that_day() -> None:
    permanent = record("2024-010", "Subventions", body="Commission permanente")
    resolved = resolve("219900018", [document("a", permanent), document("b", record("2024-011", "Routes", body=None))])
    assert {sitting.key.organ for sitting in resolved.sittings} == {"commission-permanente"}


def test_undated_documents_do_not_share_a_sitting() -> None:
    undated = replace(record(), session=Session())
    resolved = resolve("219900018", [document("a", undated), document("b", undated)])
    assert len(resolved.sittings) == 2
    assert all(sitting.key.day.startswith("sans-date-") for sitting in resolved.sittings)


def test_printed_counts_of_an_act_that_departs_stay_with_it() -> None:
    late = record("2024-009", "Budget", members=Members(in_office=5, present=2))
    resolved = resolve("219900018", [document("pv", record(), late, record("2024-010", "Eau"), kind="minutes")])
    assert resolved.sittings[0].members.in_office == 5
    assert resolved.acts[1].members == Members()
    usual = Members(in_office=5, present=3)
    both = [record("2024-008", "Voirie", members=usual), record("2024-010", "Eau", members=usual), late]
    assert resolve("219900018", [document("pv", *both, kind="minutes")]).acts[2].members == Members(present=2)


def test_a_sitting_that_does_not_add_up_says_so() -> None:
    vacant = record(members=Members(in_office=6))
    (issue,) = resolve("219900018", [document("pv", vacant)]).issues
    assert (issue.code, issue.severity) == ("attendance-sum", "info")
    assert issue.message == "6 membres en exercice, 5 nommés à la séance"
    more = record(members=Members(in_office=4, present=3))
    (issue,) = resolve("219900018", [document("pv", more)]).issues
    assert (issue.code, issue.severity) == ("attendance-sum", "warning")


def test_a_sitting_that_adds_up_says_nothing() -> None:
    assert resolve("219900018", [document("pv", record(members=Members(in_office=5, present=3)))]).issues == ()
