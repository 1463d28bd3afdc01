"""Titles in capitals: where the run of capitals begins and ends that is one."""

import re

from kg.extract.act import Zone
from kg.extract.layout.words import PREPOSITIONS, TITLE_HEAD
from kg.text.view import View, fold_same_length

# « LIEU-DIT SITUé », « DéNOMINATION »: an accent that the typist's capitals lack stands small between them.
CAPITALS = re.compile(
    r"[A-ZÀ-ÖØ-ÞŒ«](?:[A-ZÀ-ÖØ-ÞŒ0-9'’«»\"\s.,:;/()&°+–—-]|(?<=[A-ZÀ-Þ])[éèêàçîô](?=[A-ZÀ-Þ ,.;:\n)])){9,400}"
)
_CAPITAL_OPENER = re.compile(
    r"(?<![\w'’])(?:(?<!\bDE )(?<!\bPAR )(?<!\bET )(?<!\s[ÀA] )(?<!AVEC )(?<!POUR )(?:M\.|MM\.|MME|MONSIEUR|MADAME)"
    r"|RAPPORTEURE?S?|VU|CONSID[ÉE]RANT|PR[ÉE]SENTS|EXPOS[ÉE] DES|POUR :)(?!\w)"
)
_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?[ ]{1,2}"
_GIVEN = re.compile(
    rf"(?:(?:^|[\s,;:(])(?:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame)\s{{1,2}}(?:{_NAME})?|"
    rf"[:,;]\s{{1,2}}(?:{_NAME}|(?:[A-ZÀ-Þ]-)?[A-ZÀ-Þ]\.\s?(?:-\s?[A-ZÀ-Þ]\.\s?)?))$"
)
_SURNAME = re.compile(
    r"(?:(?:LE|LA|DE|DU|DES|D['’]|VAN|BEN|EL)[ ]?)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}[.,;]?\s{1,3}(?=[A-ZÀ-Þ0-9«])"
)
BEFORE = 60
_WORD = re.compile(r"[^\W_](?:[\w’'&./-]*\w)?")
_FEWEST, _LETTERS = 2, 10  # words in capitals, letters in them
_MARKS = ' ,:–—-«»"()'


def title_in_capitals(text: str, start: int, end: int) -> int | None:
    """Where a run of capitals that is long enough for a title ends: before the next word, or before « M. », « VU »."""
    run = CAPITALS.match(text, start, end)
    if run is None:
        return None
    end = run.end()
    if opener := _CAPITAL_OPENER.search(text, start + 10, end):
        end = opener.start()
    end = _before_next_word(text, start, end)
    letters = sum(map(str.isalpha, text[start:end]))
    return end if letters >= 10 else None


def _before_next_word(text: str, start: int, end: int) -> int:
    """The end of a run without the first letters of the word that follows it, with a parenthesis that it opens."""
    if text[end - 1] == "(":
        closed = text.find(")", end, end + 60)
        return closed + 2 if closed > 0 else end
    if end < len(text) and text[end].isalpha():
        while end > start and (text[end - 1].isalpha() or text[end - 1] in "'’"):
            end -= 1
    return end


def past_surname(view: View, start: int, end: int) -> int:
    """Where a run of capitals begins after the surname of the one whose given name or civility stands before it."""
    surname = _SURNAME.match(view.text, start, end)
    if surname is None or not _GIVEN.search(view.text, max(0, start - BEFORE), start):
        return start
    if TITLE_HEAD.match(view.folded, start, start + BEFORE):
        return start  # « Secrétaire : M. Noir CRÉATION D'UN POSTE »
    return surname.end()


def capitals_before(zone: Zone, floor: int, end: int) -> int | None:
    """Where the run of capitals begins that ends at ``end``; small words, figures and marks may stand inside it."""
    text = zone.view.text
    start, count, letters, after = None, 0, 0, end
    for word in reversed(list(_WORD.finditer(text, floor, end))):
        capital = word[0].isupper() and not word[0].isdigit()
        inside = capital or word[0].isdigit() or fold_same_length(word[0]) in PREPOSITIONS
        if not inside or text[word.end() : after].strip(_MARKS + "\n"):
            break
        after = word.start()
        if capital:
            start, count, letters = word.start(), count + 1, letters + len(word[0])
    return start if count >= _FEWEST and letters >= _LETTERS else None
