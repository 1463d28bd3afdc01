"""The rules of law that checks rest on, each with its article (CGCT unless said otherwise)."""

import datetime as dt
from fractions import Fraction

from kg.model import Record

# Health emergency: a third of the members was a quorum and a member could hold two proxies. Law 2020-290, article 10
# (until 30 August 2020, then while the emergency was in force), law 2020-1379, article 6, law 2021-1465, article 10.
_EMERGENCIES = (
    (dt.date(2020, 3, 12), dt.date(2020, 8, 30)),
    (dt.date(2020, 10, 17), dt.date(2021, 9, 30)),
    (dt.date(2021, 11, 11), dt.date(2022, 7, 31)),
)
# Law 82-213 of 2 March 1982 made the acts of local authorities enforceable without prior approval.
FIRST_SITTING = dt.date(1982, 3, 2)
# Communes L2131-1, départements L3131-1, régions L4141-1, groupings L5211-3: acts are sent and published at once.
LATEST_PAPER = dt.timedelta(days=366)
EARLIEST_CONVOCATION = dt.timedelta(days=120)

# How many members a conseil municipal counts, by population (L2121-2); nine in the smallest until the 2014 elections.
_COUNCILS = frozenset((7, 11, 15, 19, 23, 27, 29, 33, 35, 39, 43, 45, 49, 53, 55, 59, 61, 65, 69))
_COUNCILS_BEFORE_2014 = _COUNCILS | {9}
_ELECTIONS_OF_2014 = dt.date(2014, 3, 23)

# General elections of the conseils municipaux: the council is installed from the Friday to the Sunday after (L2121-7).
_INSTALLED = (2001, 2008, 2014, 2020, 2026)


def may_install(day: dt.date) -> bool:
    """Whether a council may sit on a Sunday because it was just elected; the rounds of 2020 were months apart."""
    return day.year in _INSTALLED and 3 <= day.month <= 7


def in_emergency(day: dt.date | None) -> bool:
    """Whether a sitting fell under the rules of the health emergency."""
    return day is not None and any(first <= day <= last for first, last in _EMERGENCIES)


def proxies_allowed(record: Record) -> int:
    """How many proxies one member may hold: one (L2121-20, L3121-16, L4132-15, L5211-1), two in the emergency."""
    return 2 if in_emergency(record.session.date) else 1


def quorum(record: Record, in_office: int) -> int:
    """How many members must sit: more than half (L2121-17, L3121-14, L4132-13), a third in the emergency."""
    if in_emergency(record.session.date):
        return -(-in_office // 3)
    return int(Fraction(in_office, 2)) + 1


def counts_represented(record: Record) -> bool:
    """Whether represented members count for the quorum: in a commission permanente (L3121-14-1, L4132-13-1)."""
    return "permanente" in (record.body or "").lower()


def council_sizes(record: Record) -> frozenset[int]:
    """How many members the body may count by law: known of a conseil municipal alone, empty for others.

    Paris, Lyon and Marseille have their own numbers (L2512-3, L2513-1), and so has a commune nouvelle at first
    (L2113-7): more than the law's greatest.
    """
    day = record.session.date
    if (record.body or "").casefold() != "conseil municipal":
        return frozenset()
    return _COUNCILS_BEFORE_2014 if day is not None and day < _ELECTIONS_OF_2014 else _COUNCILS
