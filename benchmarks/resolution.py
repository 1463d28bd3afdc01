"""How well writings of names are joined into persons: pairwise precision and recall beside a hand-made sample.

    python -m benchmarks.resolution SAMPLE STORE [--only PART_OF_A_PATH …]

SAMPLE: tab-separated, with a header: ``mandat``, ``nom`` (as printed), ``personne`` (any name for who it is; ``-`` for
what is nobody). STORE: the store whose documents name them, all of one authority. A mention counts as often as it is
printed; one that stays without a person is alone.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import comb
from pathlib import Path

from benchmarks.options import command
from kg.model import Document
from kg.pipeline import documents_of
from kg.resolve import resolve
from kg.resolve.entries import each_sitting, entries_of
from kg.resolve.people import People, Room, members_named, others_named
from kg.resolve.terms_of_office import term_of
from kg.store.releases import served_release

Mention = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions: joined by us, of one person by hand, and both."""

    joined: int
    true: int
    right: int

    def __str__(self) -> str:
        precision, recall = (self.right / total if total else 1.0 for total in (self.joined, self.true))
        return f"precision {precision:.4f}  recall {recall:.4f}  ({self.right} pairs right of {self.joined} joined)"


def read_sample(path: Path) -> dict[Mention, str]:
    """Who each writing of a term is."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row["mandat"], row["nom"]): row["personne"] for row in csv.DictReader(lines, delimiter="\t")}


def mentions(documents: Sequence[Document], only: Sequence[str]) -> Iterator[tuple[Mention, object]]:
    """Each name printed in the documents whose path holds one of these words, and who we take it for."""
    resolved = resolve("sample", documents)
    name = resolved.authority.name if resolved.authority else ""
    groups = list(each_sitting(entries_of(documents)))
    terms = {at: term_of(group[0].record.session.date, name, group[0].record.body or at.organ) for at, group in groups}
    people = People([entry for _, group in groups for entry in group], terms)
    for at, group in groups:
        room = Room(people, terms[at], group)
        for entry in group:
            if not only or any(part in entry.document.text.source.path for part in only):
                for printed in (*members_named(entry.record), *others_named(entry.record)):
                    yield (terms[at], printed), room.someone(printed).key


def pairs(found: Iterable[tuple[Mention, object]], sample: Mapping[Mention, str]) -> Pairs:
    """Pairs among the mentions that the sample names; nobody and unknown are alone, each time."""
    alone = count()
    ours: Counter[object] = Counter()
    truth: Counter[object] = Counter()
    both: Counter[object] = Counter()
    for mention, key in found:
        if mention in sample:
            told = sample[mention]
            one = next(alone) if key is None else key
            two = next(alone) if told == "-" else (mention[0], told)
            ours[one] += 1
            truth[two] += 1
            both[one, two] += 1
    return Pairs(*(sum(comb(n, 2) for n in counter.values()) for counter in (ours, truth, both)))


def main() -> None:
    """Measure and tell."""
    parser = command("resolution", __doc__)
    parser.add_argument("sample", type=Path, help="the hand-made table")
    parser.add_argument("store", type=Path, help="the store whose documents name them")
    parser.add_argument("--only", nargs="*", default=[], help="only documents whose path holds one of these")
    told = parser.parse_args()
    release = served_release(told.store)
    if release is None:
        parser.error(f"{told.store}: nothing is built there")
    documents = [one for one in documents_of(told.store, release) if isinstance(one, Document)]
    sample = read_sample(told.sample)
    found = list(mentions(documents, told.only))
    named = sum(mention in sample for mention, _ in found)
    print(f"{named} of {len(found)} mentions are in the sample, {len(set(sample.values()) - {'-'})} persons")
    print(pairs(found, sample))


if __name__ == "__main__":
    main()
