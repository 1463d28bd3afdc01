"""Where the operative part of a deliberation begins and ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from kg.extract import bounds
from kg.extract.act import Zone, once
from kg.extract.bounds import bounded
from kg.extract.dispositif.articles import ARTICLE, first_articles
from kg.extract.dispositif.cues import (
    BEFORE_DELIBERATED,
    BODY,
    DELIBERATED,
    HEADER,
    LEAD,
    OF_ANOTHER_DAY,
    ORDER,
    RECITAL,
    RELATIVE,
    SUBJECT,
    TITLED,
    find_ends,
)
from kg.extract.dispositif.ends import STAMP, sentence_end
from kg.extract.dispositif.headers import CARRIED, COUNTED, TO_DO, VOTES
from kg.extract.dispositif.items import VERB, beginnings
from kg.extract.dispositif.verbs import begins_word, voted_heads
from kg.text.cues import Led
from kg.text.view import View

_BODY = re.compile(rf"\b{BODY}")


def heads(item: Zone) -> list[re.Match[str]]:
    """What opens an operative part, in order: « délibéré », « DÉCIDE », « le conseil approuve », « Article 1 »."""
    orders = [order for order in item.find_exact(ORDER) if begins_word(item, order)]
    said = bounded(item.view, item.find(SUBJECT), bounds.DECISIONS)
    subjects = [head for head in said if begins_word(item, head) and not _is_recital(item, head)]
    found = [*deliberated(item), *orders, *subjects, *first_articles(item)]
    return sorted([*found, *(voted_heads(item) if found else ())], key=lambda head: head.start())


def deliberated(item: Zone) -> Iterator[re.Match[str]]:
    """« après en avoir délibéré » and its like."""
    for word in bounded(item.view, item.find(DELIBERATED), bounds.DELIBERATED):
        before = item.view.folded[max(item.start, word.start() - 100) : word.start()]
        whole = word.group() != "deliberation" or before.endswith("apres ")
        if whole and BEFORE_DELIBERATED.search(before) and not OF_ANOTHER_DAY.search(before):
            yield word


# « Vu l'avis de la commission, le conseil, par 9 voix, – approuve … »: a bullet begins what is decided.
_BULLETED = re.compile(r"[,)]\s[-–—•►]\s?[a-z']+$")


def _is_recital(item: Zone, head: re.Match[str]) -> bool:
    """Whether a sentence tells of another decision; « Vu …, Le Conseil approuve » begins a new one with its capital."""
    passage = item.view.folded[max(item.start, head.start() - 600) : head.start()]
    if passage.count("«") > passage.count("»"):
        return True
    before = re.split(r"[.;]\s", passage)[-1]
    new = item.view.text[head.start()].isupper() or ":" in head.group() or _BULLETED.search(head.group()) is not None
    return RELATIVE.search(before) is not None or (not new and RECITAL.search(before) is not None)


_SIGNED = Led(
    r"\bfait (?:et|a) |\bpour (?:extrait|copie)|certifie exec",
    ("fait et ", "fait a ", "pour extrait", "pour copie", "certifie exec"),
)


def is_signed(item: Zone, start: int, end: int) -> bool:
    """Whether an act is signed between two places."""
    found = once(item.view, ("signed",), lambda: list(_SIGNED.finditer(item.view.folded)))
    return _first_within(found, item.part(start, end)) is not None


def operative_zone(item: Zone, head: re.Match[str]) -> Zone | None:
    """From the first word of the first item to what ends the operative part."""
    start = head.end()
    if head.re in (ARTICLE, ORDER.pattern, TITLED):
        start = head.start()
    elif head.re is SUBJECT:
        verb = next(name for name in ("one", "many", "once", "voted", "listed", "row", "apart") if head[name])
        past = head[verb].startswith(("a ", "ont "))
        if (item.view.text[head.end() - 1] in "éÉ" and not past) or (past and not _is_voted(item, head)):
            return None
        start = _with_article(item, head.start(verb))
    else:
        lead = item.part(start, start + LEAD)
        start = _first_start(lead)
    if start < 0:
        return None
    return item.part(start, _operative_end(item, start))


def _with_article(item: Zone, start: int) -> int:
    """« Le conseil, à l'unanimité, Article 1er : ACCORDE … »: the item begins at its article."""
    before = item.part(max(item.start, start - 24), start).find(ARTICLE)
    return next((article.start() for article in before if not item.view.text[article.end() : start].strip()), start)


_AT_ONCE = 60


def _is_voted(item: Zone, head: re.Match[str]) -> bool:
    """« a approuvé » tells of another decision, unless the vote is told with it, or a colon opens its items."""
    said = item.view.folded[head.start() : head.end() + 160]
    listed = re.match(r" ?:\s", said[head.end() - head.start() :])
    noted = len(head.group()) < _AT_ONCE and head.group().endswith("a pris acte")  # « Le conseil a pris acte de … »
    return noted or listed is not None or re.search(r"delibere|unanimite|majorite|\bvoix\b", said) is not None


def first_end(zone: Zone) -> re.Match[str] | None:
    """What first closes an operative part; « acte certifié exécutoire » in a stamp across a page does not."""
    return _first_within(once(zone.view, ("operative ends",), lambda: _ends(zone.view)), zone)


def _ends(view: View) -> list[re.Match[str]]:
    """All that may close an operative part, found once for a text: each head asks for the first after it."""
    stamps = [stamp.span() for stamp in STAMP.finditer(view.folded)]
    before = [start for start, _ in stamps]
    ends = []
    for end in bounded(view, find_ends(view.folded), bounds.ENDS):
        place = bisect_right(before, end.start()) - 1
        if place < 0 or end.start() >= stamps[place][1]:
            ends.append(end)
    return ends


def _first_within(found: list[re.Match[str]], zone: Zone) -> re.Match[str] | None:
    place = bisect_left(found, zone.start, key=lambda match: match.start())
    return found[place] if place < len(found) and found[place].end() <= zone.end else None


def _operative_end(item: Zone, start: int) -> int:
    """Where the operative part that begins at ``start`` ends: at what closes an act, or at the next decision."""
    view = item.view
    said = (header.match(view.folded, start, item.end) for header in (HEADER, VOTES, CARRIED, COUNTED, TO_DO))
    header = max(
        (m for m in said if m), key=lambda m: m.end(), default=None
    )  # « DÉCIDE, par 12 voix pour et 2 contre : »
    end = first_end(item.part(max(start + 8, header.end() if header else 0), item.end))
    all_of_it = Zone(view, 0, len(view.folded))
    words = once(view, ("deliberated",), lambda: list(deliberated(all_of_it)))
    again = _first_within(words, item.part(start, end.start() if end else item.end))
    if again is None:
        return end.start() if end else item.end
    subjects = item.part(max(start, again.start() - 120), again.start()).find(_BODY)
    return next((m.start() for m in subjects), again.start())


def _first_start(lead: Zone) -> int:
    """Where the first item begins after a head: an article, a marked or capital verb, else the verb of the sentence."""
    sentence = sentence_end(lead, lead.start, lead.end)
    plain = _plain_verb(lead.part(lead.start, min(sentence, lead.start + 400)))
    found = beginnings(lead)
    starts = [found[0].start] if found else []
    if plain and not re.search(r"\b(?:vu|considerant)\b", lead.view.folded[lead.start : plain.start()]):
        starts.append(plain.start())
    return min(starts, default=-1)


_NO_NOUN = r"(?<!\bau )(?<!\bla )(?<!\ble )(?<!\bde )(?<!\bdu )(?<!\bpar )(?<!\bun )(?<!\bce )(?<!\bleur )"
_NO_NOUN += r"(?<!\bne )(?<!\bn')"  # « ne prend pas part au vote »
_PLAIN = re.compile(rf"{_NO_NOUN}\b{VERB}(?! (?:contre|pour)\b)")


def _plain_verb(sentence: Zone) -> re.Match[str] | None:
    """The first verb of decision of a sentence; « retiré », « le vote » are none."""
    return next((m for m in sentence.find(_PLAIN) if not _is_told(sentence.view.text, m)), None)


def _is_told(text: str, verb: re.Match[str]) -> bool:
    """« M. X s'étant retiré »: a past participle in small letters without its auxiliary."""
    return text[verb.end() - 1] in "éÉ" and text[verb.start()].islower() and not verb.group().startswith("a ")
