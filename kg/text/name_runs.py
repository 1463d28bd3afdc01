"""The words that names are made of, and runs of them: what :mod:`kg.text.names` splits into persons."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.text.lexicon import GIVEN_NAMES, LINKS, LOWER_PARTICLES, NEVER_NAMES, PARTICLES, PLURAL_CIVILITIES, SURNAMES_TOO
from kg.text.view import fold_same_length

_U = "A-ZÀ-ÖØ-ÞŒŸ"
_L = "a-zß-öø-ÿœ"
# « Ph. VALMONT », « J. Ch. VALMONT », « M-Th. VALMONT »: initials of two or three letters; « Jean-P. VALMONT »
SHORTENED = frozenset({"ph", "ch", "chr", "th", "fr", "cl", "gh", "gu", "jq", "stph", "steph"})
_SHORT = "|".join(sorted(word.capitalize() for word in SHORTENED))
_SHORT_GIVEN = rf"(?:[{_U}](?:\.[ -]?|-))?(?:{_SHORT})\.(?=[ -]?(?:[{_U}]|d[eu']))"
_HALF_SHORT = rf"[{_U}][{_L}]{{2,11}}-(?:[{_U}]|{_SHORT})\.(?=\s?[{_U}]['{_U}])"


def _by_first_letter(words: Collection[str]) -> str:
    letters = sorted({word[0] for word in words})
    rests = {letter: "|".join(word[1:] for word in words if word[0] == letter) for letter in letters}
    return "(?:" + "|".join(f"{letter}(?:{rests[letter]})" for letter in letters) + ")"


_PARTICLE = _by_first_letter(LOWER_PARTICLES)
_TOKEN = re.compile(
    # how any of them begins, so that most small words are left at once
    rf"(?<![{_U}{_L}])(?=[{_U}10]|{_PARTICLE}(?![{_U}{_L}])|[dl]'[{_U}]|m(?:adame|onsieur|esdames|essieurs|ademoiselle))(?:"
    rf"(?P<civility>\b(?:[Mm]adame|[Mm]onsieur|[Mm]esdames|[Mm]essieurs|[Mm]ademoiselle|MADAME|MONSIEUR|MESDAMES"
    rf"|MESSIEURS|Docteur|(?:Mmes|MMES|Mme|MME|Me?lles?|ME?LLES?|MRS|Mrs|Mmc|Mrnes?|MR|Mr|MM|Ms|Dr)\b\.?"
    rf"|M\.(?!-?[{_U}][{_L}]{{0,3}}\.)|M,?(?=\s[{_U}]'?[{_U}{_L}])|M(?=\s[{_U}]\.(?:\s?-?\s?[{_U}]\.)?\s?[{_U}dl])))"
    rf"|(?P<initial>(?:[{_U}]{{2}}\.(?=\s?[{_U}]{{2}})|{_SHORT_GIVEN}|{_HALF_SHORT}|(?:[{_U}](?:\.(?:-(?=[{_U}](?![{_U}])))?|-(?=[{_U}]\.)))+)"
    rf"(?:[{_U}](?=\s[{_U}]{{2}}))?|[{_U}](?=\s[{_U}]{{2}}))"
    # « D''ARCY », « DARD[ER », « VALMONT1 Paul », « 1MBERT », « ROUX1N0T », « Pau1ette », « MmeVALMONT »: as scanned
    rf"|(?P<glued>(?:Mmes?|Mr|Mlle|Monsieur|Madame)(?=[{_U}]{{2}}))?"
    # « K/BIDI »: the old sign for Ker
    rf"(?P<word>(?:[dl]'(?=[{_U}]{{2}})|K/(?=[{_U}][{_U}{_L}]))?(?:[{_U}]|(?<!\d)[10](?=[{_U}]{{4}}))"
    rf"(?:[{_U}{_L}]|''?(?=[{_U}{_L}])|-(?=[{_U}{_L}])|-\n(?=[{_U}])"
    rf"|(?<=[{_U}])[10](?=[{_U}]{{2}})|(?<=[{_U}]{{4}})[10](?=\s[{_U}][{_L}])|(?<=[{_U}]l)0(?=[{_U}]{{2}})|(?<=[{_L}])1(?=[{_L}]{{2}})"
    rf"|(?<=[{_L}]{{2}})1(?=[{_L}]\s[{_U}]{{2}})|(?<=[{_U}]{{2}})[\[\]|!10](?=[{_U}])"
    rf"|(?:(?<=Jean)|(?<=Marie)|(?<=Anne)|(?<=Pierre))(?:[–—]|- )(?=[{_U}][{_L}]))*)"
    rf"|(?P<particle>(?:{'|'.join(LOWER_PARTICLES)})(?![{_U}{_L}])|d'(?=[{_U}][{_L}])))"
)
# « POUVOIR A NOIR PAUL »: a preposition in capitals, no initial.
_TO = re.compile(r"\b(?:POUVOIRS?|PROCURATIONS?|MANDATS?|DONNÉE?S?|DONNEE?S?)\s+$")
_SEPARATOR = re.compile(r"\s*(?:[,;–—-]|\bet\b)\s*(?:et\s+)?")
_AFTER_SEPARATOR = re.compile(r"[-–—,;:]\s{1,2}$")
# « VALMONT Jeanne », « VAL MONT Jeanne », « VALMONT della RIVA Jeanne »
_SURNAME_AND_GIVEN = re.compile(
    rf"\s?[{_U}][{_U}'-]+(?:\s(?:{_PARTICLE}\s){{0,2}}[{_U}][{_U}'-]+){{0,2}}\s[{_U}][{_L}]+"
)
_GIVEN_ALONE = re.compile(rf"\s(?P<given>[{_U}][{_L}]+(?:-[{_U}][{_L}]+)?)\s?(?=[,;.()\n–-]|$)")
_OF = re.compile(r"\s+(?:de|du|des|d')\b")
# « L'assemblée », « D'autres »: an article before a common word. « D'Arc », « N'diaye » are names.
_ELIDED = re.compile(rf"(?:[LDCSJ]|Qu|Jusqu)'[{_L}]")
_AFTER_INITIAL = re.compile(r"\s?(?:[,;(/–¦]|-\s)")
_FULL_CIVILITIES = frozenset({"madame", "monsieur", "mademoiselle", "mme", "mlle"})


class Token(NamedTuple):
    """``kind``: ``given`` (Jeanne, J.), ``capitals`` (VALMONT) or ``particle`` (de, Le)."""

    kind: str
    start: int
    end: int


class Run(NamedTuple):
    """Words that follow each other with nothing but white space between; ``civil`` says that a civility leads them."""

    tokens: tuple[Token, ...]
    civil: bool


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of words that may be names, in order."""
    builder = _Runs(text, start)
    for match in _TOKEN.finditer(text, start, end):
        builder.before(match)
        builder.take(match)
    builder.close()
    return iter(builder.found)


class _Runs:
    """Builds runs token by token. A plural civility holds for all that its commas and its « et » join."""

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.position = position
        self.found: list[Run] = []
        self.tokens: list[Token] = []
        self.civil = self.plural = False
        self.after_title = False  # « Maire de VILLE »: what « de » joins to a title is no name
        self.led_by: re.Match[str] | None = None  # the last civility

    def before(self, match: re.Match[str]) -> None:
        """What the characters between the last token and this one end."""
        gap = self.text[self.position : match.start()]
        self.position = match.end()
        if gap == " ":
            return
        goes_on = not gap.strip() and gap.count("\n") <= 1 and len(gap) <= 3
        if self.tokens and not goes_on and not self._dotted(gap, match) and not self._bracketed(gap, match):
            self.close()
            self.plural = self.plural and bool(_SEPARATOR.fullmatch(gap))
            self.civil = self.plural
        elif not self.tokens and gap.strip() not in ("", "et"):
            self.civil = self.plural = self.after_title = False

    def _bracketed(self, gap: str, match: re.Match[str]) -> bool:
        """« VALMONT (Jeanne) »: a given name that all know."""
        closed = gap in (" (", "\n(") and self.tokens[-1].kind == "capitals" and self.text.startswith(")", match.end())
        return closed and match.lastgroup == "word" and folded(match[0]).split("-")[0] in GIVEN_NAMES

    def _dotted(self, gap: str, match: re.Match[str]) -> bool:
        """« VALMONT.Jeanne », « VALMONT.J », « Jeanne. VALMONT »: a full stop that OCR adds within a name."""
        if gap in (".", ". ") and len(self.tokens) == 1 and self.tokens[0].kind == "given" and match[0].isupper():
            first = self.text[self.tokens[0].start : self.tokens[0].end]
            return len(match[0]) > 2 and folded(first).split("-")[0] in GIVEN_NAMES
        if gap != "." or self.tokens[-1].kind != "capitals" or match.lastgroup not in ("word", "initial"):
            return False
        return len(match[0].rstrip(".")) == 1 or folded(match[0]).split("-")[0] in GIVEN_NAMES

    def take(self, match: re.Match[str]) -> None:
        """Add a token, or end the run where the token is no part of a name."""
        group = match.lastgroup
        if group == "civility" and self._is_initial(match):
            self.tokens.append(Token("given", match.start(), match.start() + len(match[0].rstrip(","))))
        elif group == "civility":
            self.close()
            self.civil, self.after_title, self.led_by = True, False, match
            self.plural = fold_same_length(match[0]) in PLURAL_CIVILITIES
        elif self.after_title and not self.tokens:
            return
        elif group == "word" and match.start("word") > match.start():  # glued
            self.close()
            self.civil, self.plural = True, False
            self.tokens.append(Token("capitals", *match.span("word")))
        elif (token := _token(self.text, match, self.tokens, self.civil)) is not None:
            led = token.kind != "particle" or self.tokens or self.civil or group == "word" or _opens(self.text, match)
            if led:
                self.tokens.append(token)
        else:
            self.close()
            self.civil = self.plural = False
            self.after_title = bool(_OF.match(self.text, match.end())) and not folded(match[0]).startswith("suppl")

    def _is_initial(self, match: re.Match[str]) -> bool:
        """« Madame M. VALMONT », « VALMONT M., ORTEIL P. », « VALMONT M, ORTEIL MM, »: the M. of a given name."""
        surname = bool(self.tokens) and self.tokens[-1].kind == "capitals"
        if match[0] in ("M,", "M", "MM"):
            return surname and self.text.startswith(",", match.start() + len(match[0].rstrip(",")))
        if match[0] != "M." or (surname and _AFTER_INITIAL.match(self.text, match.end())):
            return match[0] == "M."
        led = self.led_by
        return (
            led is not None
            and folded(led[0]).rstrip(".") in _FULL_CIVILITIES
            and self.text[led.end() : match.start()].isspace()
        )

    def close(self) -> None:
        """End the run built so far, if any."""
        if self.tokens:
            self.found.append(Run(tuple(self.tokens), self.civil))
            self.tokens = []


def _opens(text: str, match: re.Match[str]) -> bool:
    """« – de VALMONT Jeanne – »: a small word right after a separator, before a surname in capitals."""
    start = match.start()
    if not text[start - 1].isspace() or not _AFTER_SEPARATOR.search(text, max(0, start - 3), start):
        return False
    return _SURNAME_AND_GIVEN.match(text, match.end()) is not None


def _token(text: str, match: re.Match[str], before: list[Token], civil: bool) -> Token | None:
    """The token of a match, or None for a word that no name holds."""
    word, (start, end) = match[0], match.span()
    if match.lastgroup == "initial":
        if word == "Y" and before and before[-1].kind == "capitals":
            return Token("particle", start, end)  # « Jeanne VALMONT Y ORTEIL »
        if word == "À" or (word == "A" and _is_preposition(text, start, before)):
            return None
        return Token("given", start, end)
    if match.lastgroup == "particle":
        if word == "d'" and not (civil if not before else _is_led(text, before)):
            return None  # « Mme VALMONT d'Orle » is not « Jeanne d'Orle », nor « Mme d'Orle »
        return Token("particle", start, end)
    if word == "A" and before and before[-1].kind == "capitals" and text.startswith(",", end):
        return Token("given", start, end)  # « ROUX A, NOIR P »
    bare = folded(word)
    capitals = word.isupper() and len(word) > 1
    named = capitals and bare not in LINKS and _is_surname(bare, text, end, before, civil)
    if (bare.removeprefix("d'").removeprefix("l'") in NEVER_NAMES and not named) or (
        _elided(word, before) and not (word[0] == "D" and _given_follows(text, end))
    ):
        return None
    if bare in PARTICLES and not capitals:
        return Token("particle", start, end)
    return Token("capitals" if capitals or _mostly_capitals(word) else "given", start, end)


def _is_surname(word: str, text: str, end: int, before: list[Token], civil: bool) -> bool:
    """« Lucie MARS », « Mme PAGE », « LE PAGE Luc »: a common word for a surname; « Luc Arnel ARTICLE » is none."""
    if before and before[-1].kind == "given" and (len(before) == 1 or word in SURNAMES_TOO):
        return True
    if word not in SURNAMES_TOO:
        return False
    article = len(before) == 1 and folded(text[before[0].start : before[0].end]) in PARTICLES and word != "maire"
    return (not before and civil) or ((not before or article) and _given_follows(text, end))


def _is_led(text: str, before: list[Token]) -> bool:
    """Whether a given name stands before, alone on its line or after a whole name: « Luc Brun Anne d'Orle »."""
    last, *others = (folded(text[token.start : token.end]) in GIVEN_NAMES for token in reversed(before[-3:]))
    alone = len(before) == 1 or "\n" in text[before[-2].end : before[-1].start] or (others == [False, True] and last)
    return alone and before[-1].kind == "given"


def _is_preposition(text: str, start: int, before: list[Token]) -> bool:
    """« ROUX A NOIR », « ROUX Paul A NOIR Luc », « POUVOIR A NOIR »: « A » before a holder, no initial."""
    kinds = {token.kind for token in before}
    whole = bool(before) and (before[-1].kind == "capitals" or {"capitals", "given"} <= kinds)
    return whole or _TO.search(text, max(0, start - 16), start) is not None


def _given_follows(text: str, end: int) -> bool:
    """« PAGE Luc, »: a common given name, and nothing more, makes a surname of the word before it."""
    after = _GIVEN_ALONE.match(text, end)
    return after is not None and folded(after["given"]).split("-")[0] in GIVEN_NAMES


def _elided(word: str, before: list[Token]) -> bool:
    """« L'assemblée », « D'autres »; « Paul D'angelo » is a name."""
    return "'" in word and bool(_ELIDED.match(word)) and not (word[0] == "D" and before and before[-1].kind == "given")


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A word in lower case without accents."""
    return fold_same_length(word)


def _mostly_capitals(word: str) -> bool:
    """« McDONALD », « d'ARCY », « DeVILLE »: a surname in capitals with a small word glued to it."""
    return word[-2:].isupper() and sum(char.isupper() for char in word) > 2
