"""Which passages of texts and words of values name persons who are not to be named, and the same without them.

A masked text is as long as it was: every offset, and so every proof, stays good.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.graph.private_names import Sighting, again, leads_to_person, names_a_town, of_a_place, sightings, surnames
from kg.graph.public_people import Public
from kg.model import Span
from kg.resolve.slugs import fold
from kg.text.lexicon import CIVILITIES, GIVEN_NAMES, NEVER_NAMES
from kg.text.view import View, normalise

BLOCK = "█"
_WORD = re.compile(r"[0-9a-zœæ]+")
_IN_SEGMENT = re.compile(r"([-~._])")
_IN_PATH = re.compile(r"([-~._/\s])")
_GAP = re.compile(r"[\s'.,-]{0,4}")
_LONGEST = 300  # characters of a passage that names a member
_LED = 4  # words of an IRI between a civility and a name
_OWN = 4  # letters of a withdrawn surname that is looked for by itself


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these passages blackened, white space apart; as long as before."""
    out, position = [], 0
    for start, end in sorted(spans):
        start = max(start, position)
        if end > start:
            out += [text[position:start], re.sub(r"\S", BLOCK, text[start:end])]
            position = end
    return "".join((*out, text[position:]))


class Masker:
    """What may not be named in the documents of one authority: it learns all texts and values first, then masks.

    ``withdrawn`` are names that nobody may be named by, those of public persons too. With ``detect`` off only these
    are masked.
    """

    def __init__(self, public: Public, withdrawn: Iterable[str] = (), *, detect: bool = True) -> None:
        self._public = public
        self._detect = detect
        self._names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        own = {word for name in withdrawn for word in self._add(name) if word not in GIVEN_NAMES}
        self._asked = frozenset(name for names in self._names.values() for name in names)
        kept = (word for word in own if len(word) >= _OWN and word not in NEVER_NAMES)
        self._withdrawn = frozenset(word for word in kept if word not in public.words)
        self._surnames = set(self._withdrawn)
        self._told: dict[str, list[list[tuple[str, bool]]]] = defaultdict(list)

    def _add(self, name: str) -> tuple[str, ...]:
        """Know a name, given name first or surname first: every turn of its words."""
        words = tuple(word for word in fold(name).split() if word not in CIVILITIES and len(word) > 1)
        if len(words) > 1:
            for cut in range(len(words)):
                turned = (*words[cut:], *words[:cut])
                self._names[turned[0]].add(turned)
        return words

    def hide(self, name: str) -> None:
        """Know a private person's name; « le Maire », « Jean-Marie » and « Saint-Denis » are none."""
        words = fold(name).split()
        if NEVER_NAMES.isdisjoint(words) and not GIVEN_NAMES.issuperset(words) and not names_a_town(name):
            self._add(name)

    def learn(self, text: str, shown: Iterable[Span] = ()) -> tuple[Span, ...]:
        """The passages of a text that name a private person; ``shown`` are those that name members at their work."""
        view = normalise(text)
        open_spans = sorted(shown)
        kept = [one for one in self._private(view) if not _overlaps(view.raw_span(one.start, one.end), open_spans)]
        for one in kept:
            self.hide(one.name)
        words = surnames(view, kept, self._public.holds)
        self._surnames |= words
        places = (*((one.start, one.end) for one in kept), *again(view, words))
        return tuple(view.raw_span(*place) for place in places)

    def spans(self, text: str, learnt: Iterable[Span] = ()) -> tuple[Span, ...]:
        """What is to be masked in a text of which :meth:`learn` told some: the names met elsewhere too."""
        view = normalise(text)
        places = (*self._known(view), *again(view, self._withdrawn))
        return tuple(sorted({*learnt, *(view.raw_span(*place) for place in places)}))

    def value(self, value: str, *, of_body: bool = False) -> str:
        """A value without those persons; the name of a body keeps the names in it that no civility marks."""
        view = normalise(value)
        private = [one for one in self._private(view) if one.certain or not of_body]
        words = self._withdrawn if of_body else frozenset(self._surnames)
        places = {*((one.start, one.end) for one in private), *again(view, words), *self._known(view)}
        return mask(value, {view.raw_span(*place) for place in places}) if places else value

    def file_name(self, path: str) -> str:
        """A path without those persons, in whatever case: « Vente Taravel.pdf » gives « Vente x.pdf »."""
        parts = _IN_PATH.split(path)
        words = [fold(word) for word in parts[::2]]
        hidden = {at for start, end in self._sequences(words) for at in range(start, end)}
        hidden |= {at for at, word in enumerate(words) if word in self._surnames}
        return "".join("x" if at % 2 == 0 and at // 2 in hidden else part for at, part in enumerate(parts))

    def told(self, value: str, masked: str) -> None:
        """A value and what is left of it: an IRI that is made of its words loses the same ones."""
        words: list[tuple[str, bool]] = []
        for word, left in zip(value.split(), masked.split(), strict=True):
            words += [(part, BLOCK in left) for part in fold(word).split()]
        if words:
            self._told[words[0][0]].append(words)

    def segment(self, segment: str) -> str:
        """A segment of an IRI without those persons: « vente-a-mme-taravel » gives « vente-a-mme-x »."""
        parts = _IN_SEGMENT.split(segment)
        words = [word.lower() for word in parts[::2]]
        hidden = {2 * at for at in (*self._like_values(words), *self._after_civility(words))}
        return "".join("x" if at in hidden else part for at, part in enumerate(parts)) if hidden else segment

    def _like_values(self, words: Sequence[str]) -> Iterator[int]:
        for told in self._told.get(words[0], ()):
            # What tells two acts of one title apart follows the title.
            same = 0
            while same < min(len(words), len(told)) and words[same] == told[same][0]:
                same += 1
            if same > 2 and any(hidden for _, hidden in told[:same]):
                yield from (at for at in range(same) if told[at][1])

    def _after_civility(self, words: Sequence[str]) -> Iterator[int]:
        """A name that is a whole segment, stands after a civility, or was withdrawn."""
        for start, end in self._sequences(words):
            led = any(map(leads_to_person, words[max(0, start - _LED) : start]))
            if led or end - start == len(words) or tuple(words[start:end]) in self._asked:
                yield from range(start, end)
        for at, word in enumerate(words):
            if word in self._surnames and any(map(leads_to_person, words[max(0, at - _LED) : at])):
                yield at

    def _private(self, view: View) -> list[Sighting]:
        found = sightings(view) if self._detect else ()
        return [one for one in found if (one.kin and " " not in one.name) or not self._public.holds(one.name)]

    def _known(self, view: View) -> Iterator[tuple[int, int]]:
        """Where names already known to be private stand, in any order of their words."""
        words = list(_WORD.finditer(view.folded))
        for first, last in self._sequences([fold(match[0]) for match in words]):
            gaps = (view.folded[words[at].end() : words[at + 1].start()] for at in range(first, last - 1))
            start = words[first].start()
            asked = tuple(fold(words[at][0]) for at in range(first, last)) in self._asked
            if all(map(_GAP.fullmatch, gaps)) and (asked or not of_a_place(view, start)):
                yield words[first].start(), words[last - 1].end()

    def _sequences(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        for at, word in enumerate(words):
            for name in self._names.get(word, ()):
                if tuple(words[at : at + len(name)]) == name:
                    yield at, at + len(name)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a passage touches one of these, which are in order and short."""
    at = bisect_left(others, (span.start - _LONGEST,))
    while at < len(others) and others[at].start < span.end:
        if others[at].end > span.start:
            return True
        at += 1
    return False
