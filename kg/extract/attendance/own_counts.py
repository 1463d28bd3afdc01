"""The counts that an item of minutes tells anew: « En exercice : 33 - Présents : 26 - Pouvoirs : 4 - Votants : 30 »."""

import re
from collections.abc import Iterator

from kg.extract.act import Mention, Zone
from kg.model import Span
from kg.text.word_starts import Begun

_WHO = r"(?:(?:nombre\s(?:de\s|d')|nbr?e?\s(?:de\s)?)?(?:(?:membres|conseillers|delegues|elus)\s)?(?:municipaux\s)?)"
_PAIR = re.compile(
    rf"{_WHO}(?:(?P<in_office>en\sexercice|en\sfonctions?|exercice)|(?P<present>presente?s?)|(?P<absent>absente?s?)"
    r"|(?P<proxies>procurations?|pouvoirs?|representee?s?)|(?P<voting>votants?)|(?P<other>quorum|excusee?s?))"
    r"\s?:\s?(?P<n>\d{1,3})(?!\d|[.,]\d|\s?[%€]|\s?/\s?\d|\s?h\b)[\s,;|/–—•*-]{0,6}"
)
_FIRST = Begun(
    rf"(?<![\w']){_WHO}(?:(?:en\s)?exercice|presents?)\s?:\s?\d",
    ("nombre", "nb", "membres", "conseillers", "delegues", "elus", "en ", "exercice", "present"),
)
_FEWEST = 3  # two labels may stand in any text


def own_counts(item: Zone) -> Iterator[Mention]:
    """The counts of such a row in an item of minutes; told with two values, none."""
    rows = [list(_row(item, first.start())) for first in item.find(_FIRST)]
    found: dict[str, list[Mention]] = {}
    for mention in (mention for row in rows if len(row) >= _FEWEST for mention in row):
        found.setdefault(mention.field, []).append(mention)
    for field, mentions in found.items():
        if field != "members/other" and len({mention.value for mention in mentions}) == 1:
            yield mentions[0]


def _row(item: Zone, at: int) -> Iterator[Mention]:
    while pair := _PAIR.match(item.view.folded, at, item.end):
        kind = next(kind for kind, said in pair.groupdict().items() if said and kind != "n")
        spans = (Span(*pair.span("n")), Span(*pair.span(kind)))
        yield Mention(f"members/{kind}", int(pair["n"]), spans, "attendance.count-of-item")
        at = pair.end()
