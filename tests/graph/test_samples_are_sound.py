"""The graph of the bundled samples fits the shapes; with a count changed or a proxy removed, each act is named."""

import re
from functools import cache
from io import BytesIO

import pytest

from kg.graph.namespaces import DEF, ELI_DL
from kg.graph.validation import validate
from kg.publish.export import export
from tests.queries.asked import ask, samples

PROXY = "/vocabulaire/participation/procuration>"


@cache
def lines() -> tuple[str, ...]:
    """What is said of the samples, without the ontology, which validation adds."""
    written = BytesIO()
    export(samples(), "nquads", written)
    return tuple(line for line in written.getvalue().decode().splitlines(keepends=True) if "ontologie" not in line)


def adding_up() -> dict[str, float]:
    """The acts whose votes make the members present and represented, by the question that says so."""
    rows = ask(samples(), "arithmetique-du-vote")
    return {row["acte"]: row["voix"] for row in rows if row.get("sommeDesVoix") == "juste"}


def named(text: str) -> str:
    """All that the violations say, as one text."""
    return "\n".join(f"{violation.act} {violation.message}" for violation in validate(text))


def changed(predicate: str, by: int) -> str:
    """The graph with every value of a count changed."""

    def other(match: re.Match[str]) -> str:
        return f'{match[1]}"{int(match[2]) + by}"'

    return re.sub(rf'(<{re.escape(predicate)}> )"(\d+)"', other, "".join(lines()))


def test_the_samples_conform() -> None:
    assert validate("".join(lines())) == ()


@pytest.mark.parametrize("count", ["favor", "against", "abstention"])
def test_one_vote_more_is_reported_with_each_act(count: str) -> None:
    predicate = f"{ELI_DL}number_of_votes_{count}"
    told = named(changed(predicate, 1))
    stated = {line.split("/vote> ")[0].lstrip("<") for line in lines() if f"/vote> <{predicate}>" in line}
    expected = stated & set(adding_up())
    assert len(expected) >= 4
    assert {act for act in expected if act not in told} == set()


def test_one_vote_less_is_reported_where_a_document_gives_one_act() -> None:
    told = named(changed(f"{ELI_DL}number_of_votes_favor", -1))
    sources: dict[str, set[str]] = {}
    for line in lines():
        if "<http://purl.org/dc/terms/source>" in line:
            act, _, source, *_ = line.split()
            sources.setdefault(source, set()).add(act.strip("<>"))
    alone = {act for acts in sources.values() if len(acts) == 1 for act in acts} & set(adding_up())
    assert len(alone) >= 5
    assert {act for act in alone if act not in told} == set()


def test_one_proxy_removed_is_reported_for_each_sitting() -> None:
    givers: dict[str, str] = {}
    for line in lines():
        if PROXY in line and line.startswith("<https") and "/id/seance/" in line.split()[0]:
            givers.setdefault(line.split("/participation/")[0].lstrip("<"), line.split()[0])
    told = named("".join(line for line in lines() if not any(giver in line for giver in givers.values())))
    counted = {line.split()[0].strip("<>") for line in lines() if f"<{DEF}membresEnExercice>" in line}
    assert len(givers.keys() & counted) >= 5
    assert {sitting for sitting in givers.keys() & counted if sitting not in told} == set()


def test_a_printed_count_of_members_changed_is_reported_with_its_sitting() -> None:
    for count in ("membresPresents", "pouvoirs"):
        told = named(changed(f"{DEF}{count}", 1))
        stated = {line.split()[0].strip("<>") for line in lines() if f"<{DEF}{count}>" in line and "/vote>" not in line}
        assert len(stated) >= 2
        assert {sitting for sitting in stated if sitting not in told} == set()
