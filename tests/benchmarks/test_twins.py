"""Two publications of the same acts: entries paired, values compared, disagreements told; on fictional acts."""

from pathlib import Path

import pytest

from benchmarks.documents import Task, outcome_of
from benchmarks.twin_pairs import Pair, Tally, pair, tally
from benchmarks.twin_sides import Entry, entries_of_document, entries_of_table
from benchmarks.twins import Family, compare, disagreements, families, summary
from kg.errors import KgError
from kg.resources import shipped

SAMPLES = shipped("samples")
MINUTES = "saint-aubrac_PV_2023-06-05.txt"


def _act(title: str, **values: str) -> Entry:
    return Entry("a", "1", {"title": title, **values}, {})


def _entries(name: str, what: str = "acts") -> list[Entry]:
    document = outcome_of(Task(SAMPLES / name, SAMPLES, None)).document
    assert document is not None
    return list(entries_of_document(document, what))


def _table(path: Path, rows: list[str], heads: str = "DELIB_ID;DELIB_DATE;DELIB_OBJET;VOTE_POUR") -> Path:
    path.write_text("\n".join((heads, *rows)) + "\n", encoding="cp1252")
    return path


def test_a_table_is_read_by_its_national_columns(tmp_path: Path) -> None:
    (entry,) = entries_of_table(_table(tmp_path / "a.csv", ["2023-014;2023-04-03;Vente du presbytère;12"]), "acts", {})
    assert entry.values == {"number": "2023014", "date": "2023-04-03", "title": "vente du presbytere", "for": "12"}
    assert (entry.source, entry.place) == ("a.csv", "row 2")


def test_a_table_with_its_own_columns_and_writings_is_mapped(tmp_path: Path) -> None:
    path = _table(
        tmp_path / "a.csv", ["618;16/12/2013;Bail du moulin", "619;16/13/2013;Sans jour"], "Numéro;Date CM;Titre"
    )
    first, second = entries_of_table(path, "acts", {"number": "Numéro", "date": "Date CM", "title": "Titre"})
    assert (first.values["number"], first.values["date"]) == ("618", "2013-12-16")
    assert "date" not in second.values


def test_the_rows_of_grants_are_names_and_plain_amounts(tmp_path: Path) -> None:
    path = _table(tmp_path / "a.csv", ["Les Amis du lavoir;12 350 000 €", "TOTAL;", ";5 €"], "Association;Montant")
    entries = list(entries_of_table(path, "grants", {"recipient": "Association", "amount": "Montant"}))
    assert [entry.values for entry in entries] == [{"recipient": "les amis du lavoir", "amount": "12350000"}]


def test_the_deliberations_of_a_document_quote_what_they_say() -> None:
    entries = _entries(MINUTES)
    assert len(entries) == 3 and {entry.values["date"] for entry in entries} == {"2023-06-05"}
    numbered = next(entry for entry in entries if "number" in entry.values)
    assert numbered.quotes["number"].startswith("« ") and "(" in numbered.quotes["number"]


@pytest.mark.parametrize(
    ("other", "paired"),
    [
        (_act("vente de l ancien presbytere", date="2023-04-03"), True),
        (_act("vente du presbytere", date="2022-04-03"), False),
        (_act("bail du moulin a huile", date="2023-04-03"), False),
        (_act("bail du moulin a huile", date="2023-04-03", number="14"), True),
        (_act("bail du moulin a huile", number="14"), False),
        (_act("vente du presbytere"), True),
    ],
    ids=["alike", "another year", "another act", "same number and day", "number of another year", "undated"],
)
def test_a_pair_is_one_act_by_title_or_number(other: Entry, paired: bool) -> None:
    one = _act("vente du presbytere", date="2023-04-03", number="14")
    found = pair([one], [other], "acts")
    assert [tuple(two) for two in found.pairs] == ([(one, other)] if paired else [])
    assert (found.left, found.right) == (([], []) if paired else ([one], [other]))


def test_each_entry_is_paired_once_with_the_likest() -> None:
    left = [_act("subvention au club de voile"), _act("subvention au club de tir a l arc")]
    right = [left[1], left[0], left[0]]
    found = pair(left, right, "acts")
    assert all(two.left.values == two.right.values for two in found.pairs) and len(found.right) == 1


def test_a_tally_counts_the_silent_apart() -> None:
    pairs = [
        Pair(_act("a", number="1"), _act("a", number="1")),
        Pair(_act("b", number="2"), _act("b", number="3")),
        Pair(_act("c", number="4"), _act("c")),
        Pair(_act("d"), _act("d")),
    ]
    assert tally(pairs, "number") == Tally(1, 1, 1)
    assert tally(pairs, "number").share == 0.5 and tally(pairs, "date").share is None


def _folder(tmp_path: Path) -> Path:
    """The minutes, and a table of the same acts that differs in one number and lacks one act."""
    acts = _entries(MINUTES)
    (tmp_path / MINUTES).write_bytes((SAMPLES / MINUTES).read_bytes())
    dated = [act for act in acts if "number" in act.values]
    rows = [f"{act.values['number']};{act.values['date']};{act.values['title']};" for act in dated]
    rows[-1] = "999" + rows[-1][rows[-1].index(";") :]
    _table(tmp_path / "acts.csv", rows)
    return tmp_path


def test_a_comparison_tells_the_one_number_that_differs_and_what_has_no_twin(tmp_path: Path) -> None:
    (done,) = compare(_folder(tmp_path), [Family("all", "acts.csv", "*.txt")], workers=1)
    pairs = len(done.found.pairs)
    assert pairs >= 2 and len(done.found.right) == 3 - pairs
    assert f"number {pairs - 1}/{pairs}" in summary(done) and f"date {pairs}/{pairs} (0) = 1.000" in summary(done)
    told = "\n".join(disagreements(done))
    assert told.count("  number: ") == 1 and "acts.csv row" in told and ": 999 999" in told
    assert told.count("alone right") == 3 - pairs


def test_the_same_document_twice_agrees_on_all(tmp_path: Path) -> None:
    (done,) = compare(_folder(tmp_path), [Family("same", "*.txt", "*.txt")], workers=1)
    assert len(done.found.pairs) == 3 and not list(disagreements(done))


def test_comparisons_are_read_from_a_table(tmp_path: Path) -> None:
    told = tmp_path / "pairs.tsv"
    told.write_text(
        "family\tleft\tright\twhat\tcolumns\nx\ta*\tb*\tgrants\tamount=Montant,recipient=Nom\n", encoding="utf-8"
    )
    assert families(told) == [Family("x", "a*", "b*", "grants", (("amount", "Montant"), ("recipient", "Nom")))]
    told.write_text("family\tleft\tright\twhat\nx\ta*\tb*\tvotes\n", encoding="utf-8")
    with pytest.raises(KgError, match="votes"):
        families(told)


def test_a_glob_that_names_nothing_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="nothing"):
        compare(tmp_path, [Family("x", "nothing*", "*")])
