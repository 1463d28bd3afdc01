"""Complete events: the share of records whose whole vote, and whose whole attendance, are right.

    python -m benchmarks.events GOLD… --texts DIR

A vote is complete where every count, the outcome and every name are as annotated; an attendance where every member
present, every proxy with its holder and every member absent are. A record that was not found is wrong. The interval of
95 % is a bootstrap over authorities: what one body writes is written alike, and authorities are what one samples.
"""

import random
from collections import defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.gold import ATTENDANCE_FIELDS, VOTE_FIELDS, Judged, judged
from benchmarks.options import add_gold, command

_DRAWS = 2000
_SEED = 20
EVENTS = {
    "vote": VOTE_FIELDS,
    "attendance": ATTENDANCE_FIELDS,
    "present and proxies": ("present", "proxies"),
    "vote and attendance": (*VOTE_FIELDS, *ATTENDANCE_FIELDS),
}


def share(records: Sequence[Judged], fields: Sequence[str]) -> tuple[float, float, float]:
    """The share of records of which these fields are all right, and the ends of its interval."""
    told: dict[str, list[bool]] = defaultdict(list)
    for one in records:
        told[one.authority].append(bool(one.read) and one.right(*fields))
    low, high = interval(list(told.values()))
    return _mean(list(told.values())), low, high


def interval(groups: Sequence[Sequence[bool]]) -> tuple[float, float]:
    """The bootstrap interval of 95 % of the share of right ones, whole groups drawn with replacement."""
    chance = random.Random(_SEED)
    draws = sorted(_mean(chance.choices(groups, k=len(groups))) for _ in range(_DRAWS))
    return draws[int(0.025 * _DRAWS)], draws[int(0.975 * _DRAWS) - 1]


def _mean(groups: Sequence[Sequence[bool]]) -> float:
    return sum(map(sum, groups)) / sum(map(len, groups))


def main() -> None:
    """Print the shares for flat texts, for documents with lines, and for all."""
    parser = command("events", __doc__)
    add_gold(parser)
    options = parser.parse_args()
    records = list(judged(options.gold, options.texts))
    table = Table("", "records", "authorities", *EVENTS, title="Complete events (95 % interval)", title_justify="left")
    for name, part in (
        ("flat texts", [one for one in records if one.flat]),
        ("documents with lines", [one for one in records if not one.flat]),
        ("all", records),
    ):
        if part:
            cells = ("{:.3f} ({:.2f}-{:.2f})".format(*share(part, fields)) for fields in EVENTS.values())
            table.add_row(name, str(len(part)), str(len({one.authority for one in part})), *cells)
    Console(width=130).print(table)


if __name__ == "__main__":
    main()
