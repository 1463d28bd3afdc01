"""The words that head a list of operative items, and the items below them."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.bounds import ITEMS, bounded
from kg.extract.dispositif.cues import HEADER
from kg.extract.dispositif.items import MARK, VERB, Beginning, Item, beginnings, cut
from kg.extract.dispositif.numbered import numbered

_INFINITIVES = re.compile(r"(?:decide|delibere|arrete)(?:nt)?(?= (?:de |d'))")
# « vote à l'unanimité : - Le renouvellement du bail  »: nouns say what the vote is on.
_BALLOT = (
    r"(?:a l'unanimite|a la majorite|unanimement|par [a-z0-9-]{1,16} (?:voix )?(?:pour|contre)?)"
    r"(?:[^.;:\n•➢]{0,90}?\b(?:contres?|pour|abst\w+|voix|presents|representes|exprimes|membres))?"
)
VOTES = re.compile(
    rf"(?:vote(?:nt)?|se prononce(?:nt)? favorablement|donne(?:nt)? (?:son|leur) accord),?\s{_BALLOT}"
    rf"(?: ?\([^)]{{0,120}}\))?(?:,? (?:pour|sur|les points suivants|les decisions suivantes|ce qui suit))?"
    rf"\s?(?:[:.]|(?=\s{MARK}\s?(?:le |la |les |l')))\s{{1,3}}"
)
# « ADOPTE par 18 voix pour et 3 voix contre (…) : – les tarifs … sont applicables ; – tout retard sera facturé … »
CARRIED = re.compile(
    rf"(?:vote|adopte|approuve|valide|decide)(?:nt)?,?\s{_BALLOT}(?: ?\([^)]{{0,160}}\))?,?\s?:\s{{1,3}}"
    r"(?=(?P<mark>[-–—•◦○●▪■►➢➔✓✔>*]) ?[a-z])"
)
_SENTENCE = r"(?=[^;\n]{8,400}?\b(?:est|sont|sera|seront|a|ont|peut|peuvent|devra|devront)\b)"
# « vote par 9 voix pour, 2 voix contre et une abstention le classement de … »: the counts do not end what is decided.
COUNTED = re.compile(rf"{VERB},?\s{_BALLOT},?\s(?=(?:l[ae]s?|une?|des?|que)\s|l'|d'|qu')")
# « décide, par 12 voix pour, 4 contre (MM. NOIR et VERT) et 1 abstention, de retenir … »: so do infinitives.
_BESIDE = r"(?:,? ?\(?dont \w{1,8} (?:par )?(?:pouvoir|procuration)s?\)?)?(?: ?\([^()]{0,240}\))?"
_SIDE = (
    r"(?:\d{1,3}|[a-z-]{2,16}) (?:(?:voix|votes?|suffrages?) )?(?:pour|contre|abst(?:entions?|\.)?|oppositions?"
    r"|exprimes)\b"
    rf"(?: sur \d{{1,3}} votants)?{_BESIDE}"
)
_SIDES = rf"(?:(?:par|avec|soit|moins|et|de) ){{0,2}}{_SIDE}(?:(?:,? (?:et )?| ?/ ?| [-–] ?){_SIDE}){{0,3}}"
_ALIKE = r"a (?:l'unanimite|la majorite)(?:(?: absolue)?(?: des? [a-z]{3,12}(?: (?:et )?[a-z]{3,12}){0,4}?)?)"
_ASIDE = r"(?:,? (?:mm?\.|mmes?|monsieur|madame) [^;:()]{3,200}?"
_ASIDE += r" (?:ne pren\w+ pas part|s'abst\w+|vot\w+ contre)(?: au vote)?)?"
TO_DO = re.compile(
    rf"(?:decide|delibere)(?:nt)?,?\s(?:(?:{_ALIKE},? )?{_SIDES}|{_ALIKE} ?\([^()]{{0,240}}\)){_ASIDE},?\s(?=d(?:e |'))"
)
_NOUN = (
    r"(?:(?:le |la |les |l'|une? |d[eu] |d')?"
    r"[a-z]{4,20}(?:tion|sion|ment|age|ure|at|ise|ance|ence|vaux|se|oi|on|ail)s?\b)"
)
_MARKED = re.compile(rf"(?<=[\s;:,.])(?P<mark>[-–—•◦○●▪■►➢➔✓✔>*]|\d{{1,2}} ?[.)°-]|[a-z]\))\s?(?={_NOUN})")
_FIRST = re.compile(_NOUN)


def votes_header(zone: Zone) -> re.Match[str] | None:
    """« vote par 9 voix pour et une contre - L'octroi … - La signature … »: items that are nouns come after it."""
    found = VOTES.match(zone.view.folded, zone.start, zone.end)
    return found if found and _nouns(zone.part(found.end(), zone.end)) else None


def items_of(zone: Zone) -> Iterator[Item]:
    """The items of an operative zone: those of the list that is headed, else its sentence and what follows it."""
    head = HEADER.match(zone.view.folded, zone.start, zone.end) or _list_header(zone)
    to_do = TO_DO.match(zone.view.folded, zone.start, zone.end)
    head = to_do if to_do and (head is None or to_do.end() > head.end()) else head
    if not head and (voted := votes_header(zone)):
        zone = zone.part(voted.end(), zone.end)
        yield from cut(zone, _nouns(zone))
        return
    if not head and (carried := _carried(zone)):
        yield from cut(zone, carried)
        return
    if head:
        zone = zone.part(head.end(), zone.end)
    found = beginnings(zone)
    found = [*found, *numbered(zone, found)]
    if not head and (not found or (found[0].kind != "article" and found[0].start > zone.start)):
        found = [Beginning(zone.start, zone.start, "verb"), *(b for b in found if b.kind == "verb")]
    yield from cut(zone, [*bounded(zone.view, found, ITEMS)] or [Beginning(zone.start, zone.start, "verb")])


def _carried(zone: Zone) -> list[Beginning]:
    """Whole sentences behind bullets of one kind, after a verb and its vote; none where verbs open any of them."""
    head = CARRIED.match(zone.view.folded, zone.start, zone.end)
    if head is None:
        return []
    mark = re.escape(head["mark"])
    before = r"(?:(?<=[;:\n])|(?<=[;:]\s))"
    lines = re.compile(rf"{before}(?P<mark>{mark}) ?(?!{VERB}|de |d'|qu[e']){_SENTENCE}")
    found = [
        Beginning(m.start("mark"), m.end(), "verb") for m in lines.finditer(zone.view.folded, head.end(), zone.end)
    ]
    return found if found and found[0].mark == head.end() else []


def _nouns(zone: Zone) -> list[Beginning]:
    """Items that are nouns behind bullets; the bullet of the first may be lost if another has one."""
    marked = _MARKED.finditer(zone.view.folded, zone.start, zone.end)
    found = [Beginning(m.start("mark"), m.end(), "infinitive") for m in marked]
    if not found:
        return []
    first = _FIRST.match(zone.view.folded, zone.start, zone.end)
    if first:
        return [Beginning(zone.start, zone.start, "infinitive"), *found]
    return found if not zone.view.folded[zone.start : found[0].mark].strip(" \n:") else []


def _list_header(zone: Zone) -> re.Match[str] | None:
    """« DÉCIDE d'approuver … ; d'autoriser … »: the verb heads a list where a semicolon parts its infinitives."""
    head = _INFINITIVES.match(zone.view.folded, zone.start, zone.end)
    if not head:
        return None
    listed = [b for b in beginnings(zone.part(head.end(), zone.end)) if b.kind == "infinitive"]
    later = any(";" in zone.view.text[b.start - 4 : b.start] for b in listed[1:])
    return head if later else None
