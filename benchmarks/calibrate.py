"""Measure how often what is read is right, and write it as the calibration of ``kg.check.confidence``.

    python -m benchmarks.calibrate GOLD… --texts DIR                    # how well confidence keeps its word
    python -m benchmarks.calibrate GOLD… --texts DIR -o kg/check/confidence.toml

GOLD are folders of records made by hand, DIR holds their documents. The table of reliability is made by leaving one
authority out: what is said of its values was measured on the others. Rules were made with such records in view: gold
that they were not made with (``--unseen DIR``) says by how much less to trust all of them, in one factor.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, log
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.gold import JUDGED_FIELDS, Judged, at, items, judged, same_field
from benchmarks.options import add_gold, command
from kg.check.confidence import BROAD, CORE, POINTED, RESIDUE, SIGNALS, UNSURE, Calibration, field_of, signals

_BINS = (0.0, 0.5, 0.7, 0.85, 0.95, 1.01)
# What a prior is drawn to, in documents' worth of values: a field to all fields, a rule to its field.
_PULL = 6.0
# A document counts for so many values of one rule at most: forty names of one list are not forty tries.
_CAP = 5.0
_ROUNDS = 4  # priors and factors lean on each other: a few rounds settle them
# The order in which the factors are found; what OCR doubts is in no gold text, so its factor is set, not measured.
_MEASURED = (BROAD, POINTED, RESIDUE)
_SET = {UNSURE: 0.3}
_HEAD = (
    """# Written by `python -m benchmarks.calibrate`: do not edit. Shares of right values, and factors on their odds."""
)
_NOT_JUDGED = {"authority/siren", "session/place"}  # where the gold is silent


@dataclass(frozen=True, slots=True)
class Case:
    """A value that was read and judged. ``weight``: its share of what its document counts for."""

    authority: str
    document: str
    field: str
    rule: str
    signals: tuple[str, ...]
    right: bool
    weight: float = 1.0


def cases(records: Iterable[Judged]) -> list[Case]:
    """Every value with a proof, each reading once: what acts of one sitting share was read once for all."""
    seen: set[object] = set()
    found: list[Case] = []
    for one in records:
        for key, case in _cases(one):
            if key not in seen:
                seen.add(key)
                found.append(case)
    return _weighted(found)


def _cases(one: Judged) -> Iterator[tuple[object, Case]]:
    record = next((r for r in one.document.records if r.ordinal == one.ordinal), None)
    if record is None:
        return
    told = signals(one.document, record)
    judgements: dict[str, dict[int, bool]] = {}
    path = one.document.text.source.path
    for proof in record.evidence:
        field = field_of(proof.pointer)
        right = _right(one, field, proof.pointer, judgements)
        if right is not None:
            case = Case(one.authority, path, field, proof.rule, told[proof.pointer], right)
            yield (path, field, proof.spans, right), case


def _right(one: Judged, field: str, pointer: str, judgements: dict[str, dict[int, bool]]) -> bool | None:
    gold, read = at(one.gold, field), at(one.read, field)
    if field not in JUDGED_FIELDS or not one.judges(field) or (gold is None and field in _NOT_JUDGED) or read is None:
        return None
    if not isinstance(read, list):
        return None if isinstance(read, dict) else same_field(field, gold, read)
    index = next(int(part) for part in pointer.split("/") if part.isdigit())
    if field not in judgements:
        judgements[field] = dict(items(field, gold, read))
    return judgements[field].get(index)


def _weighted(found: Sequence[Case]) -> list[Case]:
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    for case in found:
        counts[case.document, case.field, case.rule] += 1
    weights = {key: min(count, _CAP) / count for key, count in counts.items()}
    return [replace(case, weight=weights[case.document, case.field, case.rule]) for case in found]


def fit(found: Sequence[Case]) -> Calibration:
    """Priors drawn to what they are part of, and one factor for each signal, each found while the others stand."""
    factors: dict[str, float] = {**dict.fromkeys(_MEASURED, 1.0), **_SET}
    known = Calibration(0.9, {}, {}, factors)
    for _ in range(_ROUNDS):
        total = _prior(found, 0.9, factors)
        fields = {name: _prior(part, total, factors) for name, part in _by(found, lambda c: (c.field,)).items()}
        rules = {key: _prior(part, fields[key[:1]], factors) for key, part in _by(found, _class).items()}
        known = Calibration(
            total, {name: p for (name,), p in fields.items()}, {(f, r): p for (f, r), p in rules.items()}, factors
        )
        for signal in _MEASURED:
            factors = {**factors, signal: _factor(signal, [c for c in found if signal in c.signals], known, factors)}
    return Calibration(known.any, known.fields, known.rules, factors)


def cautious(known: Calibration, unseen: Sequence[Case]) -> Calibration:
    """The calibration with all priors lowered by one factor, so that it holds on what no rule was made for."""
    others = [
        (case.weight, _odds(known.prior(case.field, case.rule)) + sum(log(known.factors[s]) for s in case.signals))
        for case in unseen
    ]
    right = sum(case.weight for case in unseen if case.right)
    shift = min(_solve(lambda at: sum(w * _chance(at + other) for w, other in others) - right), 0.0)

    def lowered(share: float) -> float:
        return round(_chance(_odds(share) + shift), 3)

    fields = {name: lowered(share) for name, share in known.fields.items()}
    rules = {key: lowered(share) for key, share in known.rules.items()}
    return Calibration(lowered(known.any), fields, rules, known.factors)


def _class(case: Case) -> tuple[str, ...]:
    return case.field, case.rule


def _by(found: Iterable[Case], key: Callable[[Case], tuple[str, ...]]) -> dict[tuple[str, ...], list[Case]]:
    parts: dict[tuple[str, ...], list[Case]] = defaultdict(list)
    for case in found:
        parts[key(case)].append(case)
    return parts


def _prior(part: Sequence[Case], parent: float, factors: Mapping[str, float]) -> float:
    """The prior under which as many of these values are right as are; :data:`_PULL` more are as right as the parent."""
    right = sum(case.weight for case in part if case.right) + _PULL * parent
    shifts: dict[float, float] = defaultdict(float)
    for case in part:
        shifts[sum(log(factors[signal]) for signal in case.signals)] += case.weight
    base = _solve(lambda at: _PULL * _chance(at) + sum(w * _chance(at + shift) for shift, w in shifts.items()) - right)
    return round(_chance(base), 3)


def _factor(signal: str, part: Sequence[Case], known: Calibration, factors: Mapping[str, float]) -> float:
    """The factor under which as many of the values with this signal are right as are; a few more make it no factor."""
    others = [
        (
            case.weight,
            _odds(known.prior(case.field, case.rule)) + sum(log(factors[s]) for s in case.signals if s != signal),
        )
        for case in part
    ]
    right = sum(case.weight for case in part if case.right)
    told = _solve(lambda at: sum(w * _chance(at + other) for w, other in others) - right + 0.5 * (_chance(at) - 0.5))
    return round(min(exp(told), 1.0), 3)  # no finding makes a value surer


def _odds(chance: float) -> float:
    bounded = min(max(chance, 0.01), 0.99)  # as confidence is given
    return log(bounded / (1 - bounded))


def _chance(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def _solve(rising: Callable[[float], float]) -> float:
    """Where a rising function of log odds is nought, between -7 and 7."""
    low, high = -7.0, 7.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2


def reliability(found: Sequence[Case]) -> list[tuple[float, Case]]:
    """The confidence of each value by what the other authorities taught, with the value."""
    told: list[tuple[float, Case]] = []
    for authority in sorted({case.authority for case in found}):
        known = fit([case for case in found if case.authority != authority])
        mine = (case for case in found if case.authority == authority)
        told.extend((known.confidence(case.field, case.rule, case.signals), case) for case in mine)
    return told


def show(told: Sequence[tuple[float, Case]], title: str) -> None:
    """How many values were given each confidence, and how many of them are right."""
    table = Table("confidence", "values", "documents", "mean confidence", "right", title=title, title_justify="left")
    for low, high in pairwise(_BINS):
        inside = [(sure, case) for sure, case in told if low <= sure < high]
        if inside:
            weight = sum(case.weight for _, case in inside)
            mean = sum(sure * case.weight for sure, case in inside) / weight
            right = sum(case.weight for _, case in inside if case.right) / weight
            documents = len({case.document for _, case in inside})
            row = (f"{low:.2f}-{min(high, 1.0):.2f}", len(inside), documents, f"{mean:.3f}", f"{right:.3f}")
            table.add_row(*map(str, row))
    Console(width=110).print(table)


def write(known: Calibration, path: Path) -> None:
    """The calibration as TOML."""
    lines = [_HEAD, f"any = {known.any}", "", "[factors]", *(f"{name} = {known.factors[name]}" for name in SIGNALS)]
    lines += ["", "[fields]", *(f'"{name}" = {share}' for name, share in sorted(known.fields.items()))]
    for field in sorted({field for field, _ in known.rules}):
        mine = sorted((rule, share) for (of, rule), share in known.rules.items() if of == field)
        lines += ["", f'[rules."{field}"]', *(f'"{rule}" = {share}' for rule, share in mine)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Judge, show how well confidence keeps its word, and write the calibration where asked to."""
    parser = command("calibrate", __doc__)
    add_gold(parser)
    parser.add_argument("--unseen", type=Path, nargs="+", default=[], help="gold that no rule was made for")
    parser.add_argument("--output", "-o", type=Path, help="write the calibration here")
    options = parser.parse_args()
    found = cases(judged(options.gold, options.texts))
    unseen = cases(judged(options.unseen, options.texts))
    told = reliability(found)
    show(told, "All fields, each authority left out in turn")
    show([(sure, case) for sure, case in told if case.field in CORE], "Number, date, authority, outcome, counts")
    known = cautious(fit(found), unseen) if unseen else fit(found)
    if unseen:
        title = "Documents that no rule was made for, by what the others and the caution taught"
        show([(known.confidence(case.field, case.rule, case.signals), case) for case in unseen], title)
    if options.output:
        write(known, options.output)


if __name__ == "__main__":
    main()
