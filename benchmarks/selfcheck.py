"""Does a wrong record say so? How many records with a wrong attendance or vote carry a finding, how many right ones?

    python -m benchmarks.selfcheck GOLD… --texts DIR [--missed]

A finding counts where it is an error or a warning about the attendance or the vote of that record (or of its whole
document). Records that were not found at all carry nothing: they are counted apart.
"""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.gold import ATTENDANCE_FIELDS, VOTE_FIELDS, Judged, judged
from benchmarks.options import add_gold, command
from kg.errors import Severity
from kg.model import Issue

_CONCERNED = {"members", "present", "proxies", "absent", "substitutions", "chair", "vote"}
# Fields that annotators judge, for findings about others.
_JUDGED_AS = {"members/absent": "absent", "members/proxies": "proxies", "members/present": "present"}


def findings(one: Judged, any_field: bool = False) -> list[Issue]:
    """The findings that a record carries: about who sat and how they voted, or about anything.

    One about a field that the annotator left open says nothing of what was judged.
    """
    return [
        issue
        for issue in one.document.issues
        if issue.severity is not Severity.INFO
        and issue.ordinal in (None, one.ordinal)
        and (any_field or _is_judged(one, issue.field or ""))
    ]


def _is_judged(one: Judged, field: str) -> bool:
    return field.split("/")[0] in _CONCERNED and one.judges(_JUDGED_AS.get(field, field))


def is_right(one: Judged) -> bool:
    """Whether all names, proxies and votes are as annotated."""
    return one.right(*ATTENDANCE_FIELDS, *VOTE_FIELDS)


def rows(records: Sequence[Judged]) -> Iterable[tuple[str, ...]]:
    """The rates for flat texts, for documents with lines, and for all."""
    for name, part in (
        ("flat texts", [one for one in records if one.flat]),
        ("documents with lines", [one for one in records if not one.flat]),
        ("all", list(records)),
    ):
        found = [one for one in part if one.read]
        wrong, right = [one for one in found if not is_right(one)], [one for one in found if is_right(one)]
        shares = (_share(group, any_field) for any_field in (False, True) for group in (wrong, right))
        yield name, str(len(part)), str(len(part) - len(found)), str(len(wrong)), str(len(right)), *shares


def _share(records: Sequence[Judged], any_field: bool) -> str:
    return f"{sum(bool(findings(one, any_field)) for one in records) / len(records):.3f}" if records else "-"


def main() -> None:
    """Print the table, and with ``--missed`` the records that say the wrong thing about themselves."""
    parser = command("selfcheck", __doc__)
    add_gold(parser)
    parser.add_argument("--missed", action="store_true", help="list the wrong records that say nothing")
    options = parser.parse_args()
    records = list(judged(options.gold, options.texts))
    columns = ("", "records", "not found", "wrong", "right", "wrong said", "right said", "wrong, any", "right, any")
    table = Table(*columns, title="Records that carry a finding", title_justify="left")
    for row in rows(records):
        table.add_row(*row)
    Console(width=120).print(table)
    for one in records if options.missed else ():
        if one.read and is_right(one) == bool(findings(one)):
            said = ", ".join(f"{issue.code}: {issue.message}" for issue in findings(one))
            fields = [field for field in (*ATTENDANCE_FIELDS, *VOTE_FIELDS) if not one.right(field)]
            print(one.document.text.source.path, one.ordinal, "right" if is_right(one) else f"wrong {fields}", said)


if __name__ == "__main__":
    main()
