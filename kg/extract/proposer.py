"""Bodies that no rule and no list holds, proposed by a language model and kept only beside a cue.

The model (spaCy, fr_core_news_sm) reads nothing but the few passages that rules left without a party: the name of an
agreement bound to nobody but the authority, the sentence of a grant given to nobody. It proposes spans; its labels are
not trusted (docs/decisions/0006-proposer.md). A span is kept where a word of partnership or of gift stands right before
it. Without this module everything else is read the same; same text, same proposals.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kg.extract.act import Mention, Residue
from kg.extract.organisations.body_names import name_words
from kg.model import Agreement, Funding, Organisation, Span
from kg.text.view import View, collapse

MODEL = "fr_core_news_sm"
_ALL_BUT_NAMES = ["tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter"]
_BATCH = 8
_LONGEST = 600
_ARTICLE_AND_HEAD = r"\s(?i:(?:l'|la\s|le\s|les\s))?(?:[a-zà-ÿ]{4,14}\s){0,2}[«\"]?\s?$"
_WITH = re.compile(r"(?i:\b(?:avec|entre(?:\s[^,;]{1,60}\set)?|auprès d[eu]))" + _ARTICLE_AND_HEAD)
_TO = re.compile(r"(?i:\b(?:à|au|aux|en faveur d[eu]|au profit d[eu]))" + _ARTICLE_AND_HEAD)
_PERSON = re.compile(r"(?:\b(?:M|Mme|Mlle|MM|Mmes)\.?|\b(?:Monsieur|Madame|Messieurs|Mesdames))\s(?:[A-ZÀ-Ý]\w+\s)?$")
_NAME = re.compile(r"(?!(?:Monsieur|Madame|Mesdames|Messieurs|Mme)\b)[A-ZÀ-Ý][\w'’.&-]{2,}")
_NO_BODY = frozenset(
    {"conseil", "maire", "article", "annexe", "convention", "avenant", "tva", "bafa", "bafd", "lot", "ville"}
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class _Question:
    """A passage without a party: which reading asks, where its characters are, which cue must stand before a name."""

    index: int
    span: Span
    cue: re.Pattern[str]


def complete(view: View, readings: Iterable[Mention | Residue]) -> list[Mention | Residue]:
    """The readings of a document, those that lack a party given the one that the model proposes, if it proposes one."""
    answered = list(readings)
    questions = [*_questions(answered)]
    for question, names in zip(questions, _names([_calm(view.text[slice(*q.span)]) for q in questions]), strict=True):
        kept = [*_confirmed(view, question, names)]
        reading = answered[question.index]
        if len(kept) == 1 and isinstance(reading, Mention):
            answered[question.index] = _with_party(reading, *kept[0])
    return answered


def _questions(readings: Sequence[Mention | Residue]) -> Iterator[_Question]:
    for index, reading in enumerate(readings):
        if not isinstance(reading, Mention):
            continue
        start, end = reading.spans[0]
        span = Span(start, min(end, start + _LONGEST))
        if isinstance(reading.value, Agreement) and len(reading.value.parties) < 2:
            yield _Question(index, span, _WITH)
        elif isinstance(reading.value, Funding) and reading.value.recipient is None and reading.rule == "decided-grant":
            yield _Question(index, span, _TO)


@cache
def _model() -> Any:
    """The model with its name finder alone, loaded when the first question is asked."""
    import spacy

    return spacy.load(MODEL, exclude=_ALL_BUT_NAMES)


def _names(passages: list[str]) -> Iterator[list[Span]]:
    """The spans that the model proposes in each passage."""
    if not passages:
        return
    for document in _model().pipe(passages, batch_size=_BATCH):
        yield [Span(entity.start_char, entity.end_char) for entity in document.ents]


def _calm(passage: str) -> str:
    """Line breaks as spaces, and words in capitals as names in lower case, character for character."""
    flat = passage.replace("\n", " ")
    if sum(map(str.isupper, flat)) < sum(map(str.islower, flat)):
        return flat
    return _LONG_WORD.sub(_as_name, flat)


def _as_name(word: re.Match[str]) -> str:
    name = word[0].capitalize()
    return name if len(name) == len(word[0]) else word[0]


def _confirmed(view: View, question: _Question, names: list[Span]) -> Iterator[tuple[Organisation, Span]]:
    """The proposals that a cue confirms."""
    for name in names:
        start, end = question.span.start + name.start, question.span.start + name.end
        before = view.text[max(question.span.start, start - _BEFORE) : start].replace("\n", " ")
        printed = collapse(view.text[start:end])
        known = name_words(printed)
        if question.cue.search(before) and not _PERSON.search(before) and _NAME.match(printed) and known - _NO_BODY:
            yield Organisation(printed), Span(start, end)


def _with_party(reading: Mention, party: Organisation, span: Span) -> Mention:
    rule = f"{reading.rule}-proposed"
    if isinstance(reading.value, Agreement):
        known = {name_words(name) for other in reading.value.parties for name in (other.name, *other.aliases)}
        if name_words(party.name) in known:
            return reading
        parties = (*reading.value.parties, party)
        part = (f"/parties/{len(parties) - 1}", (span,))
        return replace(reading, value=replace(reading.value, parties=parties), rule=rule, parts=(*reading.parts, part))
    part = ("/recipient", (span,))
    return replace(reading, value=replace(reading.value, recipient=party), rule=rule, parts=(*reading.parts, part))
