"""``/questions/NAME``: the form of a question with suggestions, its answer as a table in any order, and its charts."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import HTMLResponse

from kg.errors import QueryError
from kg.serve.engine import Engine
from kg.serve.pages.charts import Cell, draw
from kg.serve.pages.columns import columns, mentioned
from kg.serve.pages.columns import shown as written
from kg.serve.pages.statements import Asker
from kg.serve.pages.suggestions import resolved, suggestions
from kg.serve.pages.templating import page
from kg.serve.protocol import Asked
from kg.serve.protocol.problems import Problem
from kg.store.questions import Question, bind, question

ORDER = "tri"
"""The parameter that names the column to sort by, ``-`` before it for the greatest first."""
_MOST_BYTES = 4 << 20
_MOST_ROWS = 500
_NUMBERS = ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger", "gYear")


async def question_page(engine: Engine, name: str, said: Mapping[str, str]) -> HTMLResponse:
    """The page; a Problem of its query is shown on it, Problem 404 where no question has that name."""
    asked, release = find(name), engine.pool.release
    order = said.get(ORDER, "")
    known = await suggestions(engine, asked)
    given = resolved(asked, {key: value for key, value in said.items() if key != ORDER}, known)
    values: dict[str, Any] = {"question": asked, "said": said, "given": given, "suggestions": known, "order": order}
    try:
        text = bound(asked, given)
        head, rows = await _answer(engine, text)
    except Problem as problem:
        return page("question.html", release, problem.status, problem=problem, **values)
    charts = [picture for chart in asked.charts if (picture := draw(chart, head, rows))]
    shown = ordered(head, rows, order)[:_MOST_ROWS]
    more = len(rows) > _MOST_ROWS
    table = columns(head, shown)
    labels = await Asker(engine).labels(mentioned(table, shown))
    cells = [[written(column, row, labels) for column in table] for row in shown]
    return page("question.html", release, table=table, rows=cells, more=more, charts=charts, text=text, **values)


async def _answer(engine: Engine, text: str) -> tuple[list[str], list[list[Cell]]]:
    plan = await engine.plan(Asked(text, format="json"))
    content = await engine.collect(plan, _MOST_BYTES)
    if content is None:
        raise Problem(413, "Réponse trop longue pour une page", "Prenez-la en CSV ou en JSON.")
    answer = json.loads(content)
    head = answer["head"].get("vars", [])
    found = answer["results"]["bindings"] if "results" in answer else []
    return head, [[row.get(name) for name in head] for row in found]


def ordered(head: Sequence[str], rows: list[list[Cell]], order: str) -> list[list[Cell]]:
    """Rows by the column that ``order`` names, empty cells last; as they are where it names none."""
    column = order.removeprefix("-")
    if column not in head:
        return rows
    at = head.index(column)
    filled = [row for row in rows if row[at] is not None]
    filled.sort(key=lambda row: _rank(row[at] or {}), reverse=order.startswith("-"))
    return filled + [row for row in rows if row[at] is None]


def _rank(cell: Mapping[str, Any]) -> tuple[int, float, str]:
    """Numbers by value, then words by letters without accents."""
    value = str(cell.get("value", ""))
    if str(cell.get("datatype", "")).rpartition("#")[2] in _NUMBERS:
        try:
            return 0, float(value), ""
        except ValueError:
            pass
    return 1, 0.0, unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().casefold()


def find(name: str) -> Question:
    """A named question; Problem 404 where there is none."""
    try:
        return question(name)
    except QueryError as fault:
        raise Problem(404, "Question inconnue", f"Aucune question ne s'appelle « {name[:100]} ».") from fault


def bound(asked: Question, given: Mapping[str, str]) -> str:
    """The query of a question with its parameters; Problem 400 where one does not fit."""
    try:
        return bind(asked, given)
    except QueryError as fault:
        raise Problem(400, "Paramètre refusé", str(fault)) from fault
