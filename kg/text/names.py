"""Persons' names as French acts print them: « Jeanne VALMONT », « VALMONT Jeanne », « Mme VALMONT », « J.-P. Valmont ».

A name is a run of capitalised words; where it ends is told by punctuation, by a civility, by a word that is never a
name (names.toml) and by the order of given names and surnames in capitals, which stays the same inside one list.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import dropwhile

from kg.text.found import Found
from kg.text.lexicon import CIVILITIES, GIVEN_NAMES, PARTICLES
from kg.text.name_runs import SHORTENED, Run, Token, folded, runs
from kg.text.view import collapse, fold_same_length

_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")  # « C. » alone names nobody
_LAST_TOO = frozenset(
    {"VAN", "BEN", "DOS", "AL", "DER", "SAN", "DO", "Y", "AIT", "DI"}
)  # small words that also end a surname
_NO_PARENTHESES = str.maketrans("", "", "()")
_NO_KEY = re.compile(r"[^0-9a-z]+")
_JOIN = re.compile(r"-\n\s*")
_SHORTEST = 2  # letters of a word that is no initial


def find_names(text: str, start: int = 0, end: int | None = None, *, listed: bool = False) -> Iterator[Found[str]]:
    """The names of persons in a passage of normalised text, in order, without civility.

    In running text a name needs a civility, a given name before a surname in capitals, or a common given name. In a
    list of members (``listed``) every run of capitalised words is one: surnames alone, unheard given names.
    """
    return iter(_names(text, start, len(text) if end is None else end, listed))


@lru_cache(maxsize=1 << 10)  # readers of one document ask for the names of the same passages
def _names(text: str, start: int, end: int, listed: bool) -> tuple[Found[str], ...]:
    found = [_with_small_words(text, run) for run in runs(text, start, end)]
    surname_first = _surname_first(text, found)
    parts = [(run.civil, part) for run in found for part in _split(text, run.tokens, surname_first)]
    kept = [part for civil, part in parts if listed or civil or _looks_personal(text, part, surname_first)]
    kept = [part for part in kept if _holds_word(text, part)]
    places = ((part[0].start, _closed(text, part[0].start, part[-1].end)) for part in kept)
    return tuple(Found(printed_name(text[a:b]), a, b) for a, b in places)


def _closed(text: str, start: int, end: int) -> int:
    """« VALMONT (Anne) » ends after its parenthesis."""
    return end + 1 if text.find("(", start, end) >= 0 and text.startswith(")", end) else end


def printed_name(writing: str) -> str:
    """A name on one line: « Anne-⏎Laure » gives « Anne-Laure », « VALMONT (Anne » « VALMONT Anne »."""
    return collapse(_JOIN.sub("-", writing).translate(_NO_PARENTHESES))


def strip_civility(text: str) -> str:
    """A name without the civility before it: « Mme la docteure » is not one, « Mme VALMONT » gives « VALMONT »."""
    return " ".join(dropwhile(lambda word: fold_same_length(word) in CIVILITIES, text.split()))


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """What two writings of one name share: folded words, civilities left out, in alphabetical order."""
    words = _NO_KEY.sub(" ", fold_same_length(name).replace("œ", "oe").replace("æ", "ae")).split()
    return " ".join(sorted(word for word in words if word not in CIVILITIES))


def is_initial(word: str) -> bool:
    """« j », and « ph », « ch »: a folded word that stands for a given name."""
    return len(word) == 1 or word in SHORTENED


def is_given_name(word: str) -> bool:
    """« Anna », « Jean-Luc »: a common given name, or what begins with one."""
    return fold_same_length(word).split("-")[0] in GIVEN_NAMES


@lru_cache(maxsize=1 << 15)
def name_words(name: str) -> frozenset[str]:
    """The folded words of a name, civilities left out."""
    return frozenset(name_key(name).split())


def _surname_first(text: str, found: list[Run]) -> bool:
    """Whether these names are written « VALMONT Jeanne »: by majority, each line of a run for itself."""
    balance = 0
    for run in found:
        for line in _on_lines(text, run.tokens):
            kinds = [token.kind for token in line if token.kind != "particle"]
            if "given" in kinds and "capitals" in kinds:
                balance += 1 if kinds[0] == "capitals" else -1
    return balance > 0


def _with_small_words(text: str, run: Run) -> Run:
    """« Jeanne DE LA Rive », « DE LA Rive Jeanne »: small words in capitals, and no surname, before a word in small."""
    tokens = list(run.tokens)
    for index in range(len(tokens) - 2, -1, -1):
        this, after = tokens[index], tokens[index + 1]
        small = this.kind == "capitals" and _is_small(text, this)
        led = index == 0 or tokens[index - 1].kind != "capitals" or _is_small(text, tokens[index - 1])
        word = after.kind == "particle" or (after.kind == "given" and after.end - after.start > _SHORTEST)
        if small and led and word and text[after.start].isupper() and text[this.end : after.start] == " ":
            tokens[index] = Token("particle", this.start, this.end)
    return Run(tuple(tokens), run.civil)


def _is_small(text: str, token: Token) -> bool:
    return folded(text[token.start : token.end]) in PARTICLES


def _on_lines(text: str, tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    begin = 0
    for index in range(1, len(tokens)):
        if "\n" in text[tokens[index - 1].end : tokens[index].start]:
            yield tokens[begin:index]
            begin = index
    yield tokens[begin:]


def _split(text: str, tokens: tuple[Token, ...], surname_first: bool) -> Iterator[tuple[Token, ...]]:
    """The names of one run: « Anne ROUX Paul NOIR » holds two, as its order of given names and surnames shows."""
    tokens = _trimmed(text, tokens)
    kinds = _kinds(tokens)
    mixed = "given" in kinds and "capitals" in kinds
    lead = "capitals" if surname_first and mixed else "given"
    begin = 0
    for index in range(1, len(tokens)):
        if (
            (mixed and kinds[index] == lead and kinds[index - 1] != lead and _complete(kinds[begin:index]))
            or (lead == "given" and kinds[index] == lead != kinds[index - 1] and _begins_line(text, tokens, index))
            or (not mixed and any(again(text, tokens, begin, index) for again in _AGAIN))
        ):
            yield tokens[begin:index]
            begin = index
    if tokens:
        yield tokens[begin:]


def _trimmed(text: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Small words at the end belong to no name, nor does « de La Rive » after a surname in capitals."""
    first = next((token.kind for token in tokens if token.kind != "particle"), "given")
    for index in range(2, len(tokens)):
        of_place = tokens[index].kind == "particle" and text[tokens[index].start].islower()
        if of_place and tokens[index - 1].kind == "capitals" and first != "capitals" and tokens[-1].kind == "given":
            tokens = tokens[:index]
            break
    kept = len(tokens)
    last = text[tokens[-1].start : tokens[-1].end] if tokens else ""
    if last in _LAST_TOO and len(tokens) > 1 and tokens[-2].kind == "capitals":
        return tokens  # « Anne TRAN VAN »
    while kept and folded(text[tokens[kept - 1].start : tokens[kept - 1].end]) in PARTICLES:
        kept -= 1
    surname = text[tokens[kept].start : tokens[-1].end] if 0 < kept < len(tokens) - 1 else ""
    # « N. LE DU »: small words in capitals, and no other surname.
    alone = surname.isupper() and all(token.kind == "given" for token in tokens[:kept])
    return tokens if alone else tokens[:kept]


def _kinds(tokens: tuple[Token, ...]) -> list[str]:
    """The kind of each token, a small word being of the kind of the word that it introduces."""
    kinds = [token.kind for token in tokens]
    for index in range(len(kinds) - 2, -1, -1):
        if kinds[index] == "particle":
            kinds[index] = kinds[index + 1]
    return kinds


def _complete(kinds: list[str]) -> bool:
    return "given" in kinds and "capitals" in kinds


def _next_line(text: str, tokens: tuple[Token, ...], begin: int, index: int) -> bool:
    """Two words or more stood on the line above: the line below is another name."""
    return index - begin >= 2 and "\n" in text[tokens[index - 1].end : tokens[index].start]


def _begins_line(text: str, tokens: tuple[Token, ...], index: int) -> bool:
    """« VALMONT⏎S. ORTEIL »: an initial at the start of a line begins a name."""
    begins = "\n" in text[tokens[index - 1].end : tokens[index].start]
    return begins and text[tokens[index].start : tokens[index].end].endswith(".")


def _initial_again(text: str, tokens: tuple[Token, ...], begin: int, index: int) -> bool:
    """« J. Valmont P. Orteil »: after an initial and a surname, an initial begins another name."""
    first, last = (text[token.start : token.end] for token in (tokens[begin], tokens[index]))
    return index - begin >= 2 and first.endswith(".") and last.endswith(".") and index + 1 < len(tokens)


def _given_again(text: str, tokens: tuple[Token, ...], begin: int, index: int) -> bool:
    """« Michel Petit Christine Moulin »: after a given name and a surname, a given name and a surname."""
    small = index - begin >= 2 and index + 1 < len(tokens) and all(token.kind != "capitals" for token in tokens)
    if not small or tokens[index].kind == "particle":
        return False
    first, before, this, after = (_is_given(_word(text, tokens[at])) for at in (begin, index - 1, index, index + 1))
    return first and this and not before and not after


def _word(text: str, token: Token) -> str:
    return text[token.start : token.end]


_AGAIN = (_next_line, _initial_again, _given_again)


def _looks_personal(text: str, tokens: tuple[Token, ...], surname_first: bool) -> bool:
    if len(tokens) < 2:
        return False
    if any(_is_given(text[token.start : token.end]) for token in tokens if token.kind != "particle"):
        return True
    kinds = _kinds(tokens)
    lead = "capitals" if surname_first else "given"
    return _complete(kinds) and kinds[0] == lead and len(tokens) <= 5


def _is_given(word: str) -> bool:
    """« J.-P. », or a common given name."""
    return word[1:2] == "." or folded(word).split("-")[0] in GIVEN_NAMES


def _holds_word(text: str, tokens: tuple[Token, ...]) -> bool:
    return any(token.kind != "particle" and _TWO_LETTERS.search(text, token.start, token.end) for token in tokens)
