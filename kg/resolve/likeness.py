"""Which writings of names, inside one term of office of one authority, are of one person. In order of strength:

- a name without a given name (« VALMONT », « J. VALMONT », « de LA RIVE »), where a single full name holds its words;
- a surname with more words (« Jeanne VALMONT-ORSEL » for « Jeanne VALMONT »), where a single name is so and no list
  holds both;
- a surname for an initial and that surname, where a single initial goes with it and no list seats both;
- the same letters with other spaces or hyphens (« CISSEVALMONT », « Ro-main VALMONT »);
- a misreading by OCR, one letter apart, only with a second clue: the same proxy partner, or the same neighbour in a
  list, misread too perhaps; two letters apart, only with two such clues; never two whom one list seats, never two
  known given names.

Several candidates are no answer. Two surnames of one list that stand side by side as one name are nobody, nor is a
given name alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from kg.resolve.slugs import slug
from kg.resolve.writing import best, given_first, is_full, is_given, surname, tells_order
from kg.text.names import is_initial, name_words

# Shorter names differ by a letter or two without being the same.
_LONG, _LONGER = 9, 15
_CIVILITY = re.compile("^(?:madame|monsieur)(?=.{9})")


Beside = tuple[str, str, bool]  # how two names go together, the other one's words, whether he comes after


class Name(NamedTuple):
    """A name inside a term of office: its folded words in alphabetical order, and the surname of homonyms."""

    term: str
    words: str
    surname: str = ""


@dataclass(slots=True)
class Seen:
    """What documents say of one name: its writings, in which lists, beside whom, for whom.

    ``seats``: the lists of those present, represented or absent alone. ``among_short``: a list gives most of its
    members by surname alone, this one too. ``apart`` and ``same`` are what people judged.
    """

    writings: Counter[str] = field(default_factory=Counter)
    lists: set[int] = field(default_factory=set)
    seats: set[int] = field(default_factory=set)
    neighbours: set[Beside] = field(default_factory=set)
    partners: set[Beside] = field(default_factory=set)
    among_short: bool = False
    apart: set[Name] = field(default_factory=set)
    same: Name | None = None

    @property
    def often(self) -> int:
        """How many times the name is written."""
        return self.writings.total()

    @property
    def letters(self) -> str:
        """The letters of the name, given name first, without a civility that a line's end cut (« Ma-dame »)."""
        return _CIVILITY.sub("", slug(given_first(best(self.writings))).replace("-", ""))


Names = Mapping[Name, Seen]


def joined_names(names: Names) -> dict[Name, Name | None]:
    """Each name that is another one's writing, with that one; None for a name that is nobody's or several persons'."""
    by_term: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_term[name.term].append(name)
    found: dict[Name, Name | None] = {}
    for _, group in sorted(by_term.items()):
        found |= _of_term(sorted(group), names)
    return found | {name: seen.same for name, seen in names.items() if seen.same}


def _of_term(group: Sequence[Name], names: Names) -> dict[Name, Name | None]:
    full = [name for name in group if is_full(name.words)]
    found: dict[Name, Name | None] = {}
    for name, other in _longer_surnames(full, names):
        found[name] = other
    for name, other in _divided([name for name in full if name not in found], names):
        found[name] = other
    for name, other in _misread([name for name in full if name not in found], names):
        found.setdefault(name, other)
    found |= dict.fromkeys(_run_together([name for name in full if name not in found], group, names))
    ends = [name for name in full if name not in found]
    for name in (*(n for n in group if not is_full(n.words)), *(n for n in ends if _is_one_part(n, names))):
        fitting = [o for o in ends if o not in names[name].apart and _stands_for(names[name], names[o])]
        if len(fitting) == 1:
            found[name] = fitting[0]
        elif fitting or not (is_full(name.words) or names[name].among_short) or _given_alone(names[name]):
            found[name] = None
    return found | dict(_initialled([n for n in group if n not in found and not is_full(n.words)], names))


def _initialled(short: Sequence[Name], names: Names) -> Iterator[tuple[Name, Name]]:
    """« VALMONT » is « J. VALMONT » in a series that prints no given name, where no list seats both."""
    initialled = [name for name in short if any(is_initial(word) for word in name.words.split())]
    for name in (name for name in short if name not in initialled):
        fitting = [o for o in initialled if o not in names[name].apart and fits(name.words, o.words)]
        if len(fitting) == 1 and not names[name].seats & names[fitting[0]].seats:
            yield name, fitting[0]


def _divided(full: Sequence[Name], names: Names) -> Iterator[tuple[Name, Name]]:
    """The rarer writings of the same letters: « Ro-main VALMONT », hyphenated at a line's end, « DE LARIVE »."""
    same: dict[str, list[Name]] = defaultdict(list)
    for name in full:
        same[names[name].letters].append(name)
    for some in same.values():
        usual = max(some, key=lambda name: (names[name].often, name))
        for name in some:
            if name != usual and usual not in names[name].apart:
                yield name, usual


def _run_together(full: Sequence[Name], group: Sequence[Name], names: Names) -> Iterator[Name]:
    """« VALMONT ORSEL », where one list holds VALMONT and ORSEL: two members read as one are nobody."""
    alone = {name.words: names[name].lists for name in group if " " not in name.words and names[name].lists}
    for name in full:
        listed = [alone[word] for word in name.words.split() if word in alone]
        if any(one & two for one, two in combinations(listed, 2)) and not tells_order(best(names[name].writings)):
            yield name


def _given_alone(seen: Seen) -> bool:
    """« Jean-Marc », whose surname was lost."""
    name = best(seen.writings)
    return " " not in name and "-" in name and all(map(is_given, name.split("-")))


def _is_one_part(name: Name, names: Names) -> bool:
    """« de LA RIVE », « EL MANSOUR », « MARTIN-ORSEL »: words of a surname alone; « Jean-Marc »: of a given name."""
    words = best(names[name].writings).split()
    return len(words) == 1 or all((word.isupper() or word.islower()) and not is_given(word) for word in words)


def _stands_for(short: Seen, full: Seen) -> bool:
    """Whether a name that is not full may be this full name, or is it without its spaces."""
    one, two = best(short.writings), best(full.writings)
    return fits(one, two) or (short.letters == full.letters and one != two)


def fits(short: str, full: str) -> bool:
    """« VALMONT » and « J. VALMONT » fit « Jeanne VALMONT », « JEANNE » does not; an initial alone fits nobody."""
    words, longer = name_words(short), name_words(full)
    whole = {word for word in words if not is_initial(word)}
    told, left = surname(full), longer - whole
    if not whole or words == longer or not whole <= longer or (told and not whole & told):
        return False
    return all(any(word.startswith(initial) for word in left) for initial in words - whole)


def _longer_surnames(full: Sequence[Name], names: Names) -> Iterator[tuple[Name, Name]]:
    """The rarer of two full names of which one has the other's words and more words of surname."""
    by_word: dict[str, list[Name]] = defaultdict(list)
    for name in full:
        for word in name.words.split():
            by_word[word].append(name)
    longer = {
        name: [
            other
            for other in _sharing(name, by_word)
            if other not in names[name].apart and _lengthens(names[name], names[other])
        ]
        for name in full
    }
    for name, found in longer.items():
        if len(found) == 1 and not names[name].lists & names[found[0]].lists:
            pair = sorted((name, found[0]), key=lambda one: (names[one].often, one))
            if not longer[found[0]]:
                yield pair[0], pair[1]


def _sharing(name: Name, by_word: Mapping[str, Sequence[Name]]) -> list[Name]:
    """The names that hold all the words of this one, and others."""
    words = set(name.words.split())
    rarest = min(words, key=lambda word: (len(by_word[word]), word))
    return [other for other in by_word[rarest] if words < set(other.words.split())]


def _lengthens(short: Seen, long: Seen) -> bool:
    """Whether the words that one has and the other has not belong to its surname, the given names being the same."""
    one, two = surname(best(short.writings)), surname(best(long.writings))
    mine = set(slug(best(short.writings)).split("-"))
    theirs = set(slug(best(long.writings)).split("-"))
    return bool(one and two) and one < two and mine - one == theirs - two


def _misread(full: Sequence[Name], names: Names) -> Iterator[tuple[Name, Name]]:
    """The rarer of two names of the same letters, or nearly with a second clue; no list seats both.

    A holder of a proxy who has no seat may be the member whose name is one letter away.
    """
    letters = {name: names[name].letters for name in full}
    near: dict[str, list[Name]] = defaultdict(list)
    for name, said in letters.items():
        for block in {f"^{said[:3]}", f"{said[-3:]}$"}:
            near[block].append(name)
    seats = {name: set(names[name].seats) for name in full}
    for name in sorted(full, key=lambda one: (names[one].often, one)):
        said, rank = letters[name], (names[name].often, name)
        others = dict.fromkeys(o for block in (f"^{said[:3]}", f"{said[-3:]}$") for o in near[block])
        oftener = [o for o in others if (names[o].often, o) > rank and o not in names[name].apart]
        fitting = [o for o in oftener if not seats[name] & seats[o] and _alike(names[name], names[o])]
        if len(fitting) == 1:
            seats[fitting[0]] |= seats[name]
            yield name, fitting[0]


def _alike(one: Seen, two: Seen) -> bool:
    a, b = one.letters, two.letters
    if a == b:
        return True
    clues = _shared(one.neighbours, two.neighbours) + _shared(one.partners, two.partners)
    least = min(len(a), len(b))
    limit = 0 if least < _LONG or not clues else 1 if least < _LONGER or clues == 1 else 2
    return _near(a, b, limit) and not _other_given(best(one.writings), best(two.writings))


def _shared(mine: Collection[Beside], theirs: Collection[Beside]) -> int:
    """How many names stand beside both in the same way; on a page read badly, one letter away."""
    return len({*mine} & {*theirs}) or sum(
        any(k == kind and side == before and _near(name, other, 1) for k, other, side in theirs)
        for kind, name, before in mine
        if len(name) >= _LONG
    )


def _other_given(one: str, two: str) -> bool:
    """Whether the two names have two known given names that differ: Michel and Michelle, not Rémi and Rémy."""
    first, second = (slug(given_first(name)).split("-")[0] for name in (one, two))
    return first.replace("y", "i") != second.replace("y", "i") and is_given(first) and is_given(second)


def _near(one: str, two: str, limit: int) -> bool:
    """Whether at most ``limit`` letters are added, lost or changed; « rn » is read for « m » and « m » for it."""
    one, two = one.replace("rn", "m"), two.replace("rn", "m")
    return Levenshtein.distance(one, two, score_cutoff=limit) <= limit
