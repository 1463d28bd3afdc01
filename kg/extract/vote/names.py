"""Who voted against, abstained or took no part: names after a counter, or before the verb that says it."""

import re
from collections.abc import Iterator

from kg.extract.act import Mention, Zone
from kg.extract.dispositif.items import FIRM
from kg.extract.vote.ballot import Ballot, Counter
from kg.extract.vote.between import (
    BETWEEN,
    CIVIL,
    CIVIL_ONLY,
    ROLE_BESIDE,
    is_holder,
    is_joined,
    is_parted,
    with_particle,
)
from kg.extract.vote.cues import NAMED, NAMED_OF
from kg.extract.vote.each_once import Named, each_once
from kg.extract.vote.groups import PARTIES, group_end, is_group, past_groups
from kg.extract.vote.labels import find_labels
from kg.extract.vote.named_rows import named_rows
from kg.model import Span
from kg.text.cues import holds_any
from kg.text.found import Found
from kg.text.lexicon import GIVEN_NAMES
from kg.text.names import find_names, name_key
from kg.text.view import collapse, fold_same_length
from kg.text.word_starts import Begun

FIELDS = {"against": "vote/against_names", "abstention": "vote/abstention_names", "not_voting": "vote/not_voting_names"}
_NOT_TOLD_OF = r"(?!absent|excuse|rapporteu|represente|ayant|qui\b|et\b|mm?\b|mmes?\b|monsieur|madame)"
# « M. X, président du club, et Mme Y, … quittent la salle »
_TOLD_OF = re.compile(rf"\s*,\s*{_NOT_TOLD_OF}[a-z][^,.;:()]{{2,60}},?(?:\s*,|\s+et\b)\s*(?:{CIVIL}\.?\s*)*")
_JOINS = (BETWEEN, CIVIL_ONLY, _TOLD_OF)
_VERB = Begun(
    r"(?<![a-z])(?:"
    r"(?P<abstention>s'abst(?:ient|iennent|enant)\b|s'(?:est|etant|etaient) abstenue?s?\b|se (?:sont|est) abst\w+)"
    r"|(?P<against>(?:vot(?:e|ent|ant|ait|aient)|(?:a|ont|ayant) vote) (?:\"|«)? ?contre\b)"
    r"|(?P<not_voting>(?:declare(?:nt)? ne pas (?:prendre|participer)"
    r"|(?:ne |n')(?:prend(?:ra|ront)?|prennent|prenant|participe(?:ra|ront)?|participent|participant"
    r"|ont|a|ayant))\b(?: pas)?"
    r"(?: (?:pris|prenant|participe))?(?: pas)?(?: part)?(?: ni (?:au|aux|a la) (?:debat|discussion|deliberation)s?,?)?"
    r"(?: ni)? (?:au|a ce|a cette|aux?) (?:vote|scrutin|deliberation)s?"
    r"|(?:ne (?:vote|votent|votera|voteront) pas(?! (?:pour|contre)\b)|n'(?:a|ont|ayant) pas vote"
    r"|se deporte(?:nt)?|s'etant deportee?s?)\b"
    r"|(?:quitt\w+ (?:la salle|la seance)|sort(?:ent)?|se retir\w+|s'absent\w+|s'etant (?:retire|absente)e?s?"
    r"|(?:est|sont|etant) sortie?s?)(?: de (?:la salle|seance))?,? (?:pendant|au moment|lors|durant|pour|avant)"
    r" (?:du |le |de ce |ce |la duree du )?(?:debat et (?:du |le )?)?vote\b))",
    (
        *("s'abs", "s'est", "s'et", "se ", "vot", "a vote", "ont vote", "ayant vote", "declare", "ne ", "n'", "quitt"),
        *("sort", "est sort", "sont sort", "etant sort"),
    ),
)
_LAST_GAP = re.compile(
    rf"(?:\s*,\s*qui [^,.;:()]{{3,60}},)?(?:\s*,\s*{_NOT_TOLD_OF}[a-z][^,.;:()]{{2,60}},)?"
    r"\s*\)?(?:\([^()]{0,60}\))?[\s,]*(?:(?:sort|quitte|se retire|sortent|quittent"
    r"|se retirent|(?:etant|ayant) (?:sorti|quitte|interesse|concerne|absent)"
    r"|s'etant (?:retire|absente|deporte))[^.;]{0,70})?"
    # « Mme ROUX siège au conseil d'administration et ne participe pas au vote »
    r"(?:[\s,]*(?:qui\s+)?(?:siege|preside|dirige|est|etait|etant|exerce|fait partie|appartient|represente|travaille)\b"
    r"[^.;:()]{3,90}?,?\s(?:et|donc)(?=\s+$))?"
    # « M. ROUX, trésorier du club, fait savoir qu'il ne prend pas part au vote »
    r"(?:[\s,]*(?:fait (?:savoir|part)|indique|declare|precise|annonce|informe|signale|dit)\b"
    r"(?: (?:l'assemblee|le conseil(?: \w+)?|ses collegues))?\s(?:de ce )?qu'(?:il|elle)s?(?=\s+$))?"
    # « (M. ROUX, Mme VERT) regrettent que le texte leur soit parvenu tard et ne prennent pas part au vote »
    r"(?:[\s,]*(?:regrett|deplor|contest|denonc|protest|trouv|jug|estim|consider|s'etonn|s'oppos)\w+"
    r"\s(?:que|qu'|de|du|d'|a|au|le|la|l')[^.;:()]{3,140}?\s(?:et|donc)(?=\s+$))?"
    r"[\s,]*(?:(?:et|qui|donc|ainsi|aussi)\s+)?$"
)
_SENTENCE = re.compile(r"(?<!\bM)(?<!\bMM)(?<!\bMme)(?<!\bMmes)(?<!\b[A-Z])[.;:]\s+(?=[A-ZÉ])")
_EARLIER_VOTE = re.compile(r"\b(?:contre|abst\w+|vote)\b")
_DECISION = re.compile(rf"\b{FIRM}")
_VERB_WORDS = (
    *("abst", "contre", "part au", "part a ce", "part ni", "participe", "participa", "nt pas", "te pas", "pas vote"),
    *("deport", "nt du vote", "nt le vote", "lors du vote", "our le vote", "ant ce vote"),
)
_COLON = re.compile(rf"\s?:(?!\s{{0,3}}(?:[-–—•>*]|{FIRM}))")
# « … ne prenant pas part au vote : - DE FIXER … »: what is decided follows.
_DECIDED_NEXT = re.compile(r"\s?:?\s{0,3}[-–—•>*]\s?(?:de\s|d')[a-z]{2,20}(?:er|ir|re)\b")
_COUNT_NEXT = re.compile(r"\s?[:=]")
_REGION = 1500
_TELLS = ("ne ", "n'", "s'", "se ")  # verbs, whose subject stands before them
_GROUPS = ("groupe", "liste ")
_PARTICLE_ENDS = re.compile(r"(?:^|\s)(?:de|du|des|la|le|d'|-)$")
_GROUP = re.compile(
    r"[\s(:,–-]{0,5}(?:les\s(?:elus|conseillers|membres)\s(?:municipaux\s)?)?(?:le\s|du\s|de\sla\s)?(?:groupe|liste)\b[^:()\n]{0,50}[:(]"
)


def names_of(zone: Zone, ballot: Ballot | None) -> Iterator[Mention]:
    """The names that an act prints for a vote, each once, in order of printing."""
    for label, rule, found in each_once((*_all(zone, ballot), *named_rows(zone, ballot))):
        yield Mention(FIELDS[label], found.value, (Span(found.start, found.end),), rule)


def agreed_names(zone: Zone, ballots: list[Ballot]) -> Iterator[Mention]:
    """The names on which several votes of one act agree, a side at a time."""
    for label in FIELDS:
        sides = [[n for c in b.counters if c.label == label for n in names_after(zone, c)] for b in ballots]
        if len({tuple(sorted(name_key(name.value) for name in side)) for side in sides}) == 1:
            for name in sides[0]:
                yield Mention(FIELDS[label], name.value, (Span(name.start, name.end),), "vote.names_after")


def _all(zone: Zone, ballot: Ballot | None) -> Iterator[Named]:
    for counter in ballot.counters if ballot else ():
        if counter.label in FIELDS:
            yield from (Named(counter.label, "vote.names_after", name) for name in names_after(zone, counter))
    counted = {counter.label: counter for counter in ballot.counters} if ballot else {}
    named = {label for label, counter in counted.items() if counter.value == 0 or names_after(zone, counter)}
    for match in (*zone.find(NAMED), *zone.find(NAMED_OF)):
        label = match.lastgroup or ""
        if label not in named:  # « Contre : 2 » and its names elsewhere, « Ont voté contre : M. X, Mme Y »
            value = counted[label].value if label in counted else None
            counter = Counter(label, None, match.start(), match.end(), True, match.start(), match.end())
            found = names_after(zone, counter)
            if value is None or len(found) <= value:
                yield from (Named(label, "vote.names_after", name) for name in found)
    for verb in _verbs(zone):
        label = verb.lastgroup or ""
        if _COLON.match(zone.view.folded, verb.end()):
            continue  # « Ont voté contre : M. X »: those before were named for something else
        yield from (Named(label, "vote.names_before", name) for name in names_before(zone, verb.start()))


def _verbs(zone: Zone) -> Iterator[re.Match[str]]:
    """The verbs of a vote; a search over all the act only where it holds a word of one."""
    if holds_any(zone.view.folded, _VERB_WORDS, zone.start, zone.end):
        yield from zone.find(_VERB)


def names_after(zone: Zone, counter: Counter) -> list[Found[str]]:
    """« Contre : 2 (M. X, Mme Y) », « Abstention : Mme X », « 3 contre : MM. X, Y et Z »."""
    text, folded = zone.view.text, zone.view.folded
    position = max(counter.end, counter.label_end)
    wanted = counter.value
    if wanted == 0 or _DECIDED_NEXT.match(folded, position):
        return []
    end = min(zone.end, position + 60 * (min(wanted or 40, 40) + 2))
    opening = re.match(r"[^\w\n]{0,4}\(", text[position:end])
    listed = bool(opening) or folded[position:end].lstrip(" )").startswith(":") or folded[position - 1] == ":"
    end, teller = _list_end(zone, position, end, opening)
    group = _GROUP.match(folded, position, end)
    position = group.end() if group else past_groups(zone, position, end)
    names: list[Found[str]] = []
    last = position
    for name in find_names(text, position, end, listed=listed):
        if names and (role := ROLE_BESIDE.match(folded, last, end)):
            last = role.end()
        if name.end <= last:
            continue  # « M. ROUX, président de Valmont Habitat, Mme NOIR »
        gap = (last, name.start)
        if is_group(zone, name.start, name.end):
            last = group_end(zone, name.end)
            continue
        if names and is_holder(folded, gap):
            last = name.end
            continue
        more = bool(opening) or len(names) < (wanted or 0)
        other = folded.startswith(_GROUPS, name.start) or PARTIES.fullmatch(folded, name.start, name.end)
        joined = is_joined(folded, gap, bool(names), more) or (names and is_parted(folded, gap, name.value))
        if other or not joined or (not names and _is_heading(zone, gap, name)):
            break
        names.append(with_particle(zone, _as_elsewhere(zone, _on_its_line(zone, name))))
        last = names[-1].end
    told_of = teller and not listed and names and _LAST_GAP.fullmatch(folded, names[-1].end, end)
    return [] if told_of else names


def _is_heading(zone: Zone, gap: tuple[int, int], name: Found[str]) -> bool:
    """« une voix contre DROIT DE PASSAGE Usage : … »: the next heading, which nothing joins to the count."""
    words = fold_same_length(name.value).split()
    bare = not zone.view.text[gap[0] : gap[1]].strip(" \n.")
    return bare and len(words) > 2 and not any(word.split("-")[0] in GIVEN_NAMES for word in words)


def _on_its_line(zone: Zone, name: Found[str]) -> Found[str]:
    """« Paul NOIR / Lucie »: without the column of the next row, where the name is whole on its line."""
    line = zone.view.text.find("\n", name.start, name.end)
    value = collapse(zone.view.text[name.start : line]) if line >= 0 else ""
    if " " not in value or _PARTICLE_ENDS.search(zone.view.folded[name.start : line].rstrip()):
        return name
    return Found(value, name.start, name.start + len(zone.view.text[name.start : line].rstrip()))


def _as_elsewhere(zone: Zone, name: Found[str]) -> Found[str]:
    """« Lucie MARANDE AFFAIRES SCOLAIRES »: without the heading that follows, where the name stands alone elsewhere."""
    words = name.value.split()
    if len(words) < 3 or zone.view.text.count(name.value) > 1:
        return name
    for count in range(len(words) - 1, 1, -1):
        short = " ".join(words[:count])
        if fold_same_length(words[count]).split("-")[0] in GIVEN_NAMES:
            break  # « LE BRUN Lucie », whom the list calls « Lucie LE BRUN »
        if words[count - 1].isupper() and zone.view.text.count(short) > 1:
            end = zone.view.text.find(words[count - 1], name.start, name.end) + len(words[count - 1])
            return Found(short, name.start, end)
    return name


def _list_end(zone: Zone, position: int, end: int, opening: re.Match[str] | None) -> tuple[int, bool]:
    """Where a list of names ends, and whether a verb ends it that tells of its names (« ne prend pas part »)."""
    text = zone.view.text
    teller = False
    if opening:
        closing = _closing(text, position + opening.end())
        end = closing if 0 < closing <= position + _REGION else end
    elif following := next(find_labels(zone.part(position, end)), None):
        end, teller = following.start(), following.group().startswith(_TELLS) and not _heads(text, following)
    verb = next((v for v in zone.part(position, end).find(_DECISION) if text[v.start() : v.end()].isupper()), None)
    return (verb.start(), False) if verb else (end, teller)


def _heads(text: str, label: re.Match[str]) -> bool:
    """« Abstentions : 2 M. X, Mme Y Ne prend pas part au vote : 1 M. Z »: the label of another count, not a verb."""
    return _COUNT_NEXT.match(text, label.end()) is not None and text[label.start()].isupper()


def _closing(text: str, start: int) -> int:
    """Where the parenthesis closes in which a passage begins, those within it left aside."""
    closing = text.find(")", start)
    while closing >= 0 and text.count("(", start, closing) > text.count(")", start, closing):
        closing = text.find(")", closing + 1)
    return closing


def names_before(zone: Zone, end: int) -> list[Found[str]]:
    """« à l'exception de Mme X et M. Y, qui s'abstiennent », « M. X s'abstient »."""
    text, folded = zone.view.text, zone.view.folded
    start = max(zone.start, end - 400)
    stops = [m.end() for m in _SENTENCE.finditer(text, start, end)]
    stops += [m.end() for m in _EARLIER_VOTE.finditer(folded, start, end)]
    start = max(stops, default=start)
    names: list[Found[str]] = []
    position = end
    for name in reversed(list(find_names(text, start, end))):
        gap = folded[name.end : position]
        # « 2 abstentions (M. X et M. Y), Mme Z ne prenant pas part au vote »: those in brackets did something else.
        bracketed = names and gap.count(")") > gap.count("(")
        if bracketed or not (any(shape.fullmatch(gap) for shape in _JOINS) if names else _LAST_GAP.fullmatch(gap)):
            break
        names.insert(0, name)
        position = name.start
    return names
