"""Charts: what they show is what the answer says, and hostile answers draw nothing that harms."""

import pytest

from kg.errors import QueryError
from kg.serve.pages.charts import WIDTH, Cell, Picture, draw
from kg.serve.pages.question import ordered
from kg.store.questions import Chart, questions, read_question

BAR = Chart("bar", ("qui", "combien"), "Montants")


def cells(*rows: tuple[str, ...]) -> list[list[Cell]]:
    return [[{"type": "literal", "value": value} if value else None for value in row] for row in rows]


def drawn(chart: Chart, *rows: tuple[str, ...]) -> Picture:
    picture = draw(chart, chart.columns, cells(*rows))
    assert picture is not None
    return picture


def test_bars_add_up_by_label_and_stand_in_order() -> None:
    picture = drawn(BAR, ("Région", "10"), ("État", "30"), ("Région", "5.5"), ("", "3"), ("Rien", "0"))
    assert [(bar.label, bar.said) for bar in picture.bars] == [("État", "30"), ("Région", "15,5")]
    assert picture.bars[0].width > picture.bars[1].width
    assert max(bar.x + bar.width for bar in picture.bars) < WIDTH


def test_means_where_sums_say_nothing() -> None:
    chart = Chart("line", ("jour", "part"), "Part", averaged=True)
    picture = drawn(chart, ("2024-01-01", "0.2"), ("2024-01-01", "0.4"), ("2024-07-01", "0.1"))
    assert [said for _, _, said in picture.dots] == ["2024-01-01 : 0,3", "2024-07-01 : 0,1"]
    assert picture.points.count(",") == 2


def test_a_line_needs_two_points_and_only_some_labels_fit() -> None:
    line = Chart("line", ("annee", "actes"), "Actes")
    assert draw(line, line.columns, cells(("2024", "3"))) is None
    assert draw(line, line.columns, cells(("2024", "-3"), ("2025", "1"))) is None
    assert [tick.text for tick in drawn(line, ("2020", "3"), ("2024", "9")).across] == [
        "2020",
        "2021",
        "2022",
        "2023",
        "2024",
    ]
    assert len(drawn(line, ("1", "1"), ("1e15", "2")).across) < 12
    assert drawn(BAR, *((f"n{n}", "1") for n in range(50))).more == 30


def test_a_timeline_gathers_the_stretches_of_a_label() -> None:
    chart = Chart("timeline", ("qui", "debut", "fin"), "Mandats")
    picture = drawn(
        chart, ("A", "2014-03-30", "2020-05-20"), ("B", "2020-05-28", "2023-01-01"), ("A", "2021-01-01", "2022-01-01")
    )
    assert [(bar.label, bar.y == picture.bars[0].y) for bar in picture.bars] == [("A", True), ("B", False), ("A", True)]
    assert draw(chart, chart.columns, cells(("A", "", "2020-01-01"), ("B", "2021-01-01", "2020-01-01"))) is None


def test_nothing_to_show_is_no_chart() -> None:
    assert draw(BAR, ("autre",), cells(("x",))) is None
    assert draw(BAR, BAR.columns, cells(("x", "NaN"), ("y", "inf"), ("z", "mot"))) is None


def test_rows_stand_in_the_order_asked_for() -> None:
    number = {"datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    rows: list[list[Cell]] = [
        [{"value": "9", **number}],
        [None],
        [{"value": "10", **number}],
        [{"value": "Éa"}],
        [{"value": "eb"}],
    ]
    assert [row[0] and row[0]["value"] for row in ordered(["n"], rows, "n")] == ["9", "10", "Éa", "eb", None]
    assert [row[0] and row[0]["value"] for row in ordered(["n"], rows, "-n")] == ["eb", "Éa", "10", "9", None]
    assert ordered(["n"], rows, "autre") == rows


@pytest.mark.parametrize("line", ["pie | a | b | c", "bar | a | b", "bar | a | b | c | mode", "timeline | a | b | c"])
def test_a_chart_that_cannot_be_is_refused(line: str) -> None:
    with pytest.raises(QueryError, match="chart"):
        read_question("essai", f"#+ chart: {line}\nSELECT * {{}}")


def test_charts_name_columns_of_their_questions() -> None:
    charted = [known for known in questions() if known.charts]
    assert len(charted) >= 6
    for known in charted:
        head = known.text.partition("SELECT")[2].partition("{")[0]
        assert all(f"?{column}" in head for chart in known.charts for column in chart.columns), known.name
