"""Where the articles of an act begin: « Article 2 : », after a stop or below the foot of a page."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.dispositif.furniture import put_between

ARTICLE = re.compile(
    r"(?:artic[l1]e|art\.(?=[^\n]{1,10}? ?[-–—:])) (?:1 ?er|premier|premiere|unique|\d{1,2}"
    r"|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?= ?[:–—-]))"
    r" ?(?:er|eme|e|°)?(?P<colon> ?[:.–—-]|(?=\n| [a-z]+[ ,]| d'[a-z]{3}))"
)
# An article of the act, not one that is cited, stands after a stop or after the word that orders.
_AFTER_STOP = re.compile(r"(?:^|[\n.;:,)\"»]|delibere|decide|arrete|unanimite|\d-de|\d/20\d\d) *$")  # below a stamp
# « …, 1 abstention (Mme NOIR) ARTICLE 1 : », « le conseil municipal Article 1er : »: the vote or who decides is no
# citation, as « l'article 1 : », « vu l'Article 1 : » and « la convention Article 1er – Objet » are.
_AFTER_VOTE = re.compile(
    r"(?:\b(?:deliber(?:e|ation)|unanimite|majorite|voix|pour|contre|abst(?:entions?|\.)?|n\.?p\.?p\.?v\.?|neant|aucune?"
    r"|vote|presents|representes|exprimes|votants|suffrages|membres|\d{1,3}"
    r"|(?:conseil|comite|bureau|assemblee)(?: (?:municipale?|communautaire|syndicale?|metropolitaine?|departementale?"
    r"|regionale?|territoriale?|deliberante|d'administration))?)|\)) $"
)
# Up to it, no stop but that of « M. », and no word that cites.
_SENTENCE = re.compile(
    r"(?:[^.]|\.(?= (?:contre|abst|ne pren|pour )|$)|(?<=\bm)\.|(?<=\bmm)\.|(?<=\bmme)\.){0,400}?"
    r"(?<!\bde )(?<!\bdu )(?<!\bet )(?<!\bvu )(?<!\bson )(?<!')"
)
_SIGNS = (":", "–", "—", "-")
_RANKS = {"premier": 1, "premiere": 1}
_RANKS |= {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10}
_FOOT = 260  # characters of the foot of a page, or of a stamp


def article_starts(zone: Zone) -> list[int]:
    """Where the articles of an operative zone begin, in order."""
    found: list[re.Match[str]] = []
    articles = list(zone.find(ARTICLE))
    for match, following in zip(articles, [*articles[1:], None], strict=False):
        goes_on = _follows(zone, found[-1], match) if found else _begins(zone, match, following)
        if goes_on or _opens(zone, match.start()) or _is_voted(zone, match):
            found.append(match)
    return [match.start() for match in found]


def _begins(zone: Zone, match: re.Match[str], following: re.Match[str] | None) -> bool:
    """« délibéré, Mme NOIR s'abstenant ARTICLE 1 : … ARTICLE 2 : »: the first of two in the first sentence."""
    begun = following and _stopped(zone, match) and _rank(match) == 1 and _follows(zone, match, following)
    return bool(begun and _SENTENCE.fullmatch(zone.view.folded, zone.start, match.start()))


def first_articles(zone: Zone) -> Iterator[re.Match[str]]:
    """The first articles of lists of them: what may open an operative part."""
    for match in zone.find(ARTICLE):
        if match["colon"] and _FIRST.search(match.group()):
            before = zone.view.folded[max(zone.start, match.start() - 3) : match.start()].rstrip(" ")
            if before[-1:] in ".;:,\n" or _is_voted(zone, match):
                yield match


_FIRST = re.compile(r"\b(?:1 ?er|premier|unique|1)\b")


def _is_voted(zone: Zone, match: re.Match[str]) -> bool:
    """Whether a first article stands right after the vote, or after who decides."""
    first = _stopped(zone, match) and _FIRST.search(match.group())
    return bool(first and _AFTER_VOTE.search(zone.view.folded, max(zone.start, match.start() - 40), match.start()))


def _stopped(zone: Zone, match: re.Match[str]) -> bool:
    """« Article 2 : », « ARTICLE 2 – »: with its capital and its colon."""
    return match["colon"].strip() in _SIGNS and zone.view.text[match.start()].isupper()


def _follows(zone: Zone, before: re.Match[str], match: re.Match[str]) -> bool:
    """« Total 34 800 € Article 2 : » after the first article: its capital, its colon and its rank tell it."""
    return _stopped(zone, match) and 0 < _rank(before) == _rank(match) - 1


def _rank(match: re.Match[str]) -> int:
    """The rank of an article in figures or in letters; 0 for « unique »."""
    word = match[0].split(" ")[1]
    figures = re.match(r"\d{1,2}", word)
    return int(figures[0]) if figures else _RANKS.get(re.sub(r"\W", "", word), 0)


def _opens(zone: Zone, start: int) -> bool:
    """Whether an article stands after a stop, or below the foot of a page."""
    if start == zone.start or _AFTER_STOP.search(zone.view.folded, start - 12, start):
        return True
    return any(start - 2 <= end <= start for _, end in put_between(zone.view, max(zone.start, start - _FOOT), start))
