"""What was proposed to a deliberating body and then adopted: « il est proposé au Conseil : - d'approuver … »."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.dispositif.cues import ADOPTED, BODY, PROPOSED
from kg.extract.dispositif.ends import STAMP
from kg.extract.dispositif.heads import deliberated, first_end
from kg.extract.dispositif.infinitives import INFINITIVE
from kg.extract.dispositif.items import MARK, VERB, Beginning, Item, beginnings, cut, words

_BODY, _SENTENCE = re.compile(rf"\b{BODY}"), 80
_INLINE = re.compile(rf"\s*(?:(?=(?:de (?:ne (?:pas )?)?|d'){INFINITIVE})|(?<=vouloir\s)(?={INFINITIVE}))")
# « de délibérer », « de bien vouloir adopter la présente délibération »: nothing is said of what.
_TO_DELIBERATE = re.compile(
    r"(?:de |d')?deliberer (?:concernant|sur|quant a) .{20,400} et d(?:e (?:l'|la )|')autoriser\b"
)
_SAYS_NOTHING = re.compile(r"(?:de |d')?(?:deliberer\b|(?:adopt|approuv|vot)er (?:la presente|cette) deliberation\b)")
_ASKS = re.compile(r"(?<=[.;:]\s)(?:(?:m\.|mme|monsieur|madame)\s)?(?:le|la)\s(?:maire|presidente?)\s[^.;:]{0,40}$")
_MARKED = re.compile(rf"(?:^|\n) *{MARK} ")
# « il est proposé au conseil : - la création d'un poste ; - la suppression d'un autre »: bullets may stand apart.
_NOUNS = re.compile(r"(?:(?<=:)[\s–—•*-]{0,24}|;\s{1,3}(?:[–—•*-]\s)?)(?=(?:l[ae]s? |l'|une? |des )[a-z])")
# « il est demandé au conseil de / valider … / autoriser … »: the preposition is said once, or not at all.
_LISTED = r"(?:s'engager|" + "|".join((*words("firm_infinitives"), *words("listed_infinitives"))) + r")\b"
_FIRST_LISTED = re.compile(rf"\s*(?:(?:de|d')\s{{0,2}}|:\s{{0,2}})?(?P<mark>(?:{MARK}\s?)?)(?={_LISTED})")
_NEXT_LISTED = re.compile(rf"(?:\n|[;,.]\s|\s{MARK}\s)\s?(?:{MARK}\s?)?(?P<verb>{_LISTED}|{VERB}(?! :))")
# « … comme suit, sachant que, si le nombre n'est pas entier, il est proposé de … »
_CLAUSE_BEFORE = re.compile(
    r"\b(?:sachant|etant (?:entendu|precise)|dans l'hypothese|au cas|si|lorsque?)\b[^.;:]{0,240},\s{1,2}$"
)
_LONGEST_CLAUSE = 280
_LINKED = re.compile(r"\b(?:et|ou|de|a|pour|d'|sans|afin de)\s?$")


def find_proposal(item: Zone, adopted: bool = False) -> tuple[tuple[Item, ...], Zone] | None:
    """What was proposed last, and where, if something after it says that it was adopted.

    ``adopted``: the passage ends where it is.
    """
    asked: tuple[tuple[Item, ...], Zone] | None = None
    limit = item.end
    for head in reversed([*_heads(item)]):
        zone = item.part(head.end(), item.end)
        end = first_end(zone) or next(deliberated(zone), None)
        stop = _before_deliberation(zone.part(zone.start, end.start() if end else item.end))
        if not adopted and (end is None or not item.part(stop, stop + 900).first(ADOPTED)):
            continue
        items = tuple(_proposed_items(zone.part(zone.start, min(stop, limit))))
        first = " ".join(zone.view.folded[start:stop] for start, stop in items[0].spans) if items else ""
        if items and not _SAYS_NOTHING.match(first):
            return items, item.part(head.start(), stop)
        if items and _TO_DELIBERATE.match(first):
            asked = asked or (items, item.part(head.start(), stop))
        limit = _sentence_of(item, head.start())
    return asked


def _sentence_of(item: Zone, position: int) -> int:
    """« … ; Madame le Maire demande au conseil de délibérer »: where the sentence that asks begins."""
    said = _ASKS.search(item.view.folded, max(item.start, position - 60), position)
    return said.start() if said else position


def _before_deliberation(zone: Zone) -> int:
    """Where a passage ends: before « Le Conseil, après en avoir délibéré, », the sentence after what was proposed."""
    for said in deliberated(zone):
        body = next(iter(zone.part(max(zone.start, said.start() - _SENTENCE), said.start()).find(_BODY)), None)
        if body and zone.view.text[body.start()].isupper() and body.start() > zone.start + _SENTENCE:
            return body.start()
    return zone.end


def _heads(item: Zone) -> Iterator[re.Match[str]]:
    """The heads of what is proposed, without those in the midst of a sentence that an earlier one opens."""
    last = item.start
    for head in item.find(PROPOSED):
        begin = max(last, head.start() - _LONGEST_CLAUSE)
        inside = last > item.start and item.view.text[head.start()].islower()
        if not (inside and _CLAUSE_BEFORE.search(item.view.folded, begin, head.start())):
            yield head
            last = head.end()


def _proposed_items(zone: Zone) -> Iterator[Item]:
    found = _listed(zone) or beginnings(zone)
    inline = _INLINE.match(zone.view.folded, zone.start, zone.end)
    if inline and not (found and found[0].start <= inline.end()):
        found = [
            Beginning(inline.end(), inline.end(), "infinitive"),
            *beginnings(zone.part(inline.end() + 2, zone.end)),
        ]
        found = [b for b in found if b.kind == "infinitive"]
    if not found:
        found = _nouns(zone) or [Beginning(m.start(), m.end(), "mark") for m in zone.find(_MARKED)]
    yield from cut(zone, _with_siblings(zone, found))


def _nouns(zone: Zone) -> list[Beginning]:
    """Nouns between semicolons, from right after the head on."""
    found = [Beginning(m.start(), m.end(), "mark") for m in zone.find(_NOUNS)]
    return found if len(found) > 1 and found[0].mark == zone.start else []


def _listed(zone: Zone) -> list[Beginning]:
    """Infinitives that open lines, or follow a comma, where the first stands right after the head."""
    first = _FIRST_LISTED.match(zone.view.folded, zone.start, zone.end)
    if not first or _INLINE.match(zone.view.folded, zone.start, zone.end):
        return []
    later = zone.part(first.end(), zone.end).find(_NEXT_LISTED)
    return [
        Beginning(first.start("mark"), first.end(), "infinitive"),
        *(Beginning(m.start(), m.start("verb"), "infinitive") for m in later if not _goes_on(zone, m.start())),
    ]


def _goes_on(zone: Zone, position: int) -> bool:
    """« … et / signer les pièces »: the line goes on with the sentence of the one before."""
    return bool(_LINKED.search(zone.view.folded, max(zone.start, position - 8), position))


def _with_siblings(zone: Zone, found: list[Beginning]) -> list[Beginning]:
    """Lines that carry the bullet of the first item are items too, unless a colon opens a list of their own."""
    if not found or found[0].mark == found[0].start:
        return found
    mark = zone.view.folded[found[0].mark : found[0].start].strip(" \n:.;,")
    if not mark or mark[0].isalnum():
        return found
    known = {b.start for b in found}
    lines = re.compile(rf"\n *{re.escape(mark)} +")
    extra = [
        Beginning(m.start(), m.end(), "mark")
        for m in zone.find(lines)
        if m.end() not in known and m.start() > found[0].start and not _in_list(zone, found, m.start())
    ]
    return sorted([*found, *extra], key=lambda b: b.start)


def _in_list(zone: Zone, found: list[Beginning], position: int) -> bool:
    start = max(b.start for b in found if b.start < position)
    return ":" in STAMP.pattern.sub("", zone.view.folded[start:position])
