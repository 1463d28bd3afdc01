"""The counts in the table of votes of an act: « En exercice Présents Votants Pour Contre 11 8 10 9 1 »."""

import re
from collections.abc import Iterator

from kg.extract.act import Mention, Zone
from kg.model import Span
from kg.text.word_starts import Begun

_LABEL = re.compile(
    r"(?:(?:nombre\s(?:de\s|d')|nbr?e?\s(?:de\s)?)?(?:(?:membres|conseillers|delegues|elus)\s)?"
    r"(?:(?P<in_office>en\sexercice|en\sfonctions?|exercice)|(?P<present>presente?s?)|(?P<absent>absente?s?)"
    r"|(?P<proxies>procurations?|pouvoirs?|representes?)|(?P<voting>votants?|ayant\spris\spart\sau\svote)"
    r"|(?P<other>(?:suffrages\s)?exprimes|quorum|excusee?s?|(?:votes?\s|voix\s)?(?:pour|contre)|abstentions?|abst\.?|blancs?|nuls?"
    r"|refus|nppv|ne\sprend\spas\spart\sau\svote|non[\s-]participation)))(?!\w)[\s|:/–—-]{0,6}"
)
_FIGURE = re.compile(r"(?P<n>\d{1,3})(?![\d/.,%€])[\s|/–—-]{0,6}")
_FIRST = Begun(
    r"(?<![\w'])(?:nombre\sde\s|nbr?e?\s(?:de\s)?)?(?:(?:membres|conseillers|delegues|elus)\s)?"
    r"(?:(?:en\s)?exercice|presents?|votants)[\s|:/–—-]{1,6}(?=[a-z])",
    ("nombre", "nb", "membres", "conseillers", "delegues", "elus", "en ", "exercice", "present", "votants"),
)
_FEWEST = 4  # labels of a row; two of them may stand in any head


def counts_in_rows(item: Zone) -> Iterator[Mention]:
    """What a row of labels with those of the vote counts; told with two values, nothing."""
    found: dict[str, list[Mention]] = {}
    reached = item.start
    for first in item.find(_FIRST):
        if first.start() < reached:  # the second label of a row
            continue
        labels, reached = _all(_LABEL, item, first.start())
        for mention in _counted(labels, _all(_FIGURE, item, reached)[0]):
            found.setdefault(mention.field, []).append(mention)
    for mentions in found.values():
        if len({mention.value for mention in mentions}) == 1:
            yield mentions[0]


def _counted(labels: list[re.Match[str]], figures: list[re.Match[str]]) -> Iterator[Mention]:
    """The counts of members, where each label has a figure and one at least is of the vote."""
    kinds = [str(label.lastgroup) for label in labels]
    if len(labels) < _FEWEST or "other" not in kinds or len(figures) != len(labels):
        return
    for kind, label, figure in zip(kinds, labels, figures, strict=True):
        if kind != "other":
            spans = (Span(*figure.span("n")), Span(*label.span(kind)))
            yield Mention(f"members/{kind}", int(figure["n"]), spans, "attendance.row")


def _all(pattern: re.Pattern[str], item: Zone, at: int) -> tuple[list[re.Match[str]], int]:
    """The matches that follow each other from an offset, and where they end."""
    found: list[re.Match[str]] = []
    while len(found) < 12 and (match := pattern.match(item.view.folded, at, item.end)):
        found.append(match)
        at = match.end()
    return found, at
