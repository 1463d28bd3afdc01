"""Verbs that open an operative part by themselves: in capitals after a vote, after a visa, at the head of a line."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone, once
from kg.extract.dispositif.cues import BEFORE_TITLED, TITLED, TITLED_ALONE, VOTED
from kg.text.cues import Led
from kg.text.misread import in_capitals

_SUM_BEFORE, _GIVEN = re.compile(r"\bmontants?\s{1,3}$"), ("accord", "allou", "attribu", "vot")
_VOTES = Led(
    r"\b(?:votes?|voix) (?:pour|contre)\b|\b\d+ (?:pour|contre|abstentions?)\b|\babstentions? ?:",
    ("vote", "voix", "abstention"),
    quick=r"[0-9](?<!\w\d)(?=\d* [pca])",
    needed=(" pour", " contre", " abstention"),
)


def voted_heads(item: Zone) -> Iterator[re.Match[str]]:
    """« 38 votes pour … ADOPTE … 41 votes pour … DÉSIGNE … »: a verb in capitals after each of several votes."""
    if not item.first(_VOTES):
        return
    for head in _verbs(item):
        start, end = head.span()
        capitals = in_capitals(item.view.text[start:end]) and not item.view.text[end : end + 24].isupper()
        voted = _VOTES.search(item.view.folded, max(item.start, start - 300), start)
        if capitals and voted and end - start > 3 and item.view.text[end - 1] != "É":
            yield head


def _verbs(item: Zone) -> list[re.Match[str]]:
    return once(item.view, ("verbs", item.start, item.end), lambda: [v for v in _whole_verbs(item) if not _in_cell(v)])


def _whole_verbs(item: Zone) -> Iterator[re.Match[str]]:
    """Verbs that begin a word; « GASSAMA DÉSIGNE » holds no « a désigné »."""
    verb = TITLED.search(item.view.folded, item.start, item.end)
    while verb:
        whole = begins_word(item, verb)
        if whole:
            yield verb
        verb = TITLED.search(item.view.folded, verb.end() if whole else verb.start() + 1, item.end)


def _in_cell(verb: re.Match[str]) -> bool:
    """« MONTANT ACCORDÉ », the head of a column."""
    before = _SUM_BEFORE.search(verb.string, max(0, verb.start() - 14), verb.start())
    return bool(before) and verb[0].startswith(_GIVEN)


def begins_word(item: Zone, match: re.Match[str]) -> bool:
    """Whether no letter or figure stands right before a match."""
    return match.start() == 0 or not item.view.text[match.start() - 1].isalnum()


def titled_heads(item: Zone) -> list[re.Match[str]]:
    """« Vu …, Déclare que … », « AUTORISE … », « à l'unanimité, prend acte … »: verbs that no usual head opens."""
    found = {m.start(): m for m in _verbs(item) if _is_titled(item, m)}
    voted = {m.start(): m for m in voted_heads(item)} if found else {}
    return [head for _, head in sorted({**voted, **found}.items())]


# « ABSENTS AYANT DONNE PROCURATION », « ONT DESIGNE »: capitals without accents; « CHEMIN AU LIEU-DIT LA VADE »
_AUXILIARY = re.compile(
    r"\b(?:ayant|ayants|ont|avait|avaient|avoir|ete|etant|etaient|sont)\s+$|\b(?:lieux?|soi|sus)\s?-?\s?$"
)


def _is_titled(item: Zone, head: re.Match[str]) -> bool:
    text, folded, (start, end) = item.view.text, item.view.folded, head.span()
    if text[end - 1] in "éÉ":
        return False
    before = folded[max(item.start, start - 60) : start]
    if _AUXILIARY.search(before):
        return False
    if not TITLED_ALONE.match(folded, start):
        return bool(VOTED.search(before))
    if in_capitals(text[start:end]) and end - start > 3 and not text[end : end + 24].isupper():
        return True
    return bool(VOTED.search(before)) or (text[start].isupper() and bool(BEFORE_TITLED.search(before)))
