"""Persons' names as French acts print them: « Jeanne VALMONT », « VALMONT Jeanne », « Mme VALMONT », « J.-P. Valmont ».

A name is a run of capitalised words; where it ends is told by punctuation, by a civility, by a word that is never a
name (names.toml) and by the order of given names and surnames in capitals, which stays the same inside one list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile
from typing import NamedTuple

from kg.text.found import Found
from kg.text.lexicon import CIVILITIES, GIVEN_NAMES, LOWER_PARTICLES, NEVER_NAMES, PARTICLES, PLURAL_CIVILITIES
from kg.text.view import collapse, fold_same_length

_U = "A-ZÀ-ÖØ-ÞŒŸ"
_L = "a-zß-öø-ÿœ"
_TOKEN = re.compile(
    rf"(?<![{_U}{_L}])(?=[{_U}dlm{''.join(sorted({word[0] for word in LOWER_PARTICLES}))}])(?:"
    rf"(?P<civility>\b(?:[Mm]adame|[Mm]onsieur|[Mm]esdames|[Mm]essieurs|[Mm]ademoiselle|MADAME|MONSIEUR|MESDAMES"
    rf"|MESSIEURS|Docteur|(?:Mmes|MMES|Mme|MME|Mlles?|MLLES?|MRS|Mrs|Mmc|Mrnes?|MR|Mr|MM|Ms|Dr)\b\.?"
    rf"|M\.(?![{_U}]\.)|M(?= [{_U}][{_U}{_L}])))"
    rf"|(?P<initial>(?:[{_U}]{{2}}\.(?=\s[{_U}]{{2}})|(?:[{_U}]\.-?)+)(?:[{_U}](?=\s[{_U}]{{2}}))?|[{_U}](?=\s[{_U}]{{2}}))"
    rf"|(?P<word>(?:[dl]'(?=[{_U}]{{2}}))?[{_U}](?:[{_U}{_L}]|['-](?=[{_U}{_L}])|-\n(?=[{_U}]))*)"
    rf"|(?P<particle>(?:{'|'.join(LOWER_PARTICLES)})(?![{_U}{_L}])))"
)
_SEPARATOR = re.compile(r"\s*(?:[,;–—-]|\bet\b)\s*(?:et\s+)?")
_OF = re.compile(r"\s+(?:de|du|des|d')\b")
_JOIN = re.compile(r"-\n\s*")


class _Token(NamedTuple):
    """``kind``: ``given`` (Jeanne, J.), ``capitals`` (VALMONT) or ``particle`` (de, Le)."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that follow each other with nothing but white space between; ``civil`` says that a civility leads them."""

    tokens: tuple[_Token, ...]
    civil: bool


def find_names(text: str, start: int = 0, end: int | None = None, *, listed: bool = False) -> Iterator[Found[str]]:
    """The names of persons in a passage of normalised text, in order, without civility.

    In running text a name needs a civility, a given name before a surname in capitals, or a common given name. In a
    list of members (``listed``) every run of capitalised words is one: surnames alone, unheard given names.
    """
    return iter(_names(text, start, len(text) if end is None else end, listed))


@lru_cache(maxsize=1 << 10)  # readers of one document ask for the names of the same passages
def _names(text: str, start: int, end: int, listed: bool) -> tuple[Found[str], ...]:
    runs = list(_runs(text, start, end))
    surname_first = _surname_first(runs)
    parts = [(run.civil, part) for run in runs for part in _split(text, run.tokens, surname_first)]
    kept = [part for civil, part in parts if (listed or civil or _looks_personal(text, part)) and _holds_word(part)]
    return tuple(Found(printed_name(text[a:b]), a, b) for a, b in ((part[0].start, part[-1].end) for part in kept))


def printed_name(writing: str) -> str:
    """A name on one line: « Anne-⏎Laure » gives « Anne-Laure », other white space is collapsed."""
    return collapse(_JOIN.sub("-", writing))


def strip_civility(text: str) -> str:
    """A name without the civility before it: « Mme la docteure » is not one, « Mme VALMONT » gives « VALMONT »."""
    return " ".join(dropwhile(lambda word: fold_same_length(word) in CIVILITIES, text.split()))


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """What two writings of one name share: folded words, civilities left out, in alphabetical order."""
    words = re.sub(r"[^0-9a-z]+", " ", fold_same_length(name).replace("œ", "oe").replace("æ", "ae")).split()
    return " ".join(sorted(word for word in words if word not in CIVILITIES))


@lru_cache(maxsize=1 << 15)
def name_words(name: str) -> frozenset[str]:
    """The folded words of a name, civilities left out."""
    return frozenset(name_key(name).split())


def _runs(text: str, start: int, end: int) -> Iterator[_Run]:
    builder = _Runs(text, start)
    for match in _TOKEN.finditer(text, start, end):
        yield from builder.before(match)
        yield from builder.take(match)
    yield from builder.close()


class _Runs:
    """Builds runs token by token. A plural civility holds for all that its commas and its « et » join."""

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.position = position
        self.tokens: list[_Token] = []
        self.civil = self.plural = False
        self.after_title = False  # « Maire de VILLE »: what « de » joins to a title is no name

    def before(self, match: re.Match[str]) -> Iterator[_Run]:
        """What the characters between the last token and this one end."""
        gap = self.text[self.position : match.start()]
        self.position = match.end()
        if self.tokens and not _continues(gap):
            yield from self.close()
            self.plural = self.plural and bool(_SEPARATOR.fullmatch(gap))
            self.civil = self.plural
        elif not self.tokens and gap.strip() not in ("", "et"):
            self.civil = self.plural = self.after_title = False

    def take(self, match: re.Match[str]) -> Iterator[_Run]:
        """Add a token, or end the run where the token is no part of a name."""
        if match.lastgroup == "civility":
            yield from self.close()
            self.civil, self.after_title = True, False
            self.plural = fold_same_length(match[0]) in PLURAL_CIVILITIES
        elif self.after_title and not self.tokens:
            return
        elif (token := _token(self.text, match, self.tokens)) is not None:
            if token.kind != "particle" or self.tokens or self.civil or match.lastgroup == "word":
                self.tokens.append(token)
        else:
            yield from self.close()
            self.civil = self.plural = False
            self.after_title = bool(_OF.match(self.text, match.end())) and not _folded(match[0]).startswith("suppl")

    def close(self) -> Iterator[_Run]:
        """The run built so far, if any."""
        if self.tokens:
            yield _Run(tuple(self.tokens), self.civil)
        self.tokens = []


def _continues(gap: str) -> bool:
    return not gap.strip() and gap.count("\n") <= 1 and len(gap) <= 3


def _token(text: str, match: re.Match[str], before: list[_Token]) -> _Token | None:
    """The token of a match, or None for a word that no name holds."""
    word, (start, end) = match[0], match.span()
    if match.lastgroup == "initial":
        return _Token("given", start, end)
    if match.lastgroup == "particle":
        return _Token("particle", start, end)
    folded = _folded(word)
    capitals = word.isupper() and len(word) > 1
    if folded in NEVER_NAMES and not (capitals and before and before[-1].kind == "given"):
        return None
    if folded in PARTICLES and not capitals:
        return _Token("particle", start, end)
    return _Token("capitals" if capitals or _mostly_capitals(word) else "given", start, end)


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return fold_same_length(word)


def _mostly_capitals(word: str) -> bool:
    """« McDONALD », « d'ARCY », « DeVILLE »: a surname in capitals with a small word glued to it."""
    return sum(char.isupper() for char in word) > 2 and word[-2:].isupper()


def _surname_first(runs: list[_Run]) -> bool:
    """Whether these names are written « VALMONT Jeanne »: by majority."""
    balance = 0
    for run in runs:
        kinds = [token.kind for token in run.tokens if token.kind != "particle"]
        if "given" in kinds and "capitals" in kinds:
            balance += 1 if kinds[0] == "capitals" else -1
    return balance > 0


def _split(text: str, tokens: tuple[_Token, ...], surname_first: bool) -> Iterator[tuple[_Token, ...]]:
    """The names of one run: « Anne ROUX Paul NOIR » holds two, as its order of given names and surnames shows."""
    tokens = _trimmed(text, tokens)
    kinds = _kinds(tokens)
    mixed = "given" in kinds and "capitals" in kinds
    lead = "capitals" if surname_first and mixed else "given"
    begin = 0
    for index in range(1, len(tokens)):
        if (mixed and kinds[index] == lead and kinds[index - 1] != lead and _complete(kinds[begin:index])) or (
            not mixed and _next_line(text, tokens, begin, index)
        ):
            yield tokens[begin:index]
            begin = index
    if tokens:
        yield tokens[begin:]


def _trimmed(text: str, tokens: tuple[_Token, ...]) -> tuple[_Token, ...]:
    """Small words at the end belong to no name, nor does « de La Rive » after a surname in capitals."""
    for index in range(2, len(tokens)):
        of_place = tokens[index].kind == "particle" and text[tokens[index].start].islower()
        if (
            of_place
            and tokens[index - 1].kind == "capitals"
            and tokens[0].kind != "capitals"
            and tokens[-1].kind == "given"
        ):
            tokens = tokens[:index]
            break
    while tokens and _folded(text[tokens[-1].start : tokens[-1].end]) in PARTICLES:
        tokens = tokens[:-1]
    return tokens


def _kinds(tokens: tuple[_Token, ...]) -> list[str]:
    """The kind of each token, a small word being of the kind of the word that it introduces."""
    kinds = [token.kind for token in tokens]
    for index in range(len(kinds) - 2, -1, -1):
        if kinds[index] == "particle":
            kinds[index] = kinds[index + 1]
    return kinds


def _complete(kinds: list[str]) -> bool:
    return "given" in kinds and "capitals" in kinds


def _next_line(text: str, tokens: tuple[_Token, ...], begin: int, index: int) -> bool:
    """Two words or more stood on the line above: the line below is another name."""
    return index - begin >= 2 and "\n" in text[tokens[index - 1].end : tokens[index].start]


def _looks_personal(text: str, tokens: tuple[_Token, ...]) -> bool:
    if len(tokens) < 2:
        return False
    if any(_is_given(text[token.start : token.end]) for token in tokens if token.kind != "particle"):
        return True
    kinds = _kinds(tokens)
    return _complete(kinds) and kinds[0] == "given" and len(tokens) <= 5


def _is_given(word: str) -> bool:
    """« J.-P. », or a common given name."""
    return word[1:2] == "." or _folded(word).split("-")[0] in GIVEN_NAMES


def _holds_word(tokens: tuple[_Token, ...]) -> bool:
    return any(token.end - token.start > 1 and token.kind != "particle" for token in tokens)
