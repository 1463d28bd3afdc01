"""The counts that a document prints: « En exercice : 29 », « 25 présents », a row of labels over a row of figures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.extract.act import Mention, Zone, once
from kg.extract.attendance.count_series import count_for, limit_of_row
from kg.extract.attendance.count_tokens import COUNT_TOKEN
from kg.extract.attendance.marks import Rank
from kg.extract.attendance.worded import worded_counts
from kg.model import Span

_FILLER = (
    r"(?:[\s:;=…·•*–—|.()_-]|\b(?:de|du|des|la|le|les|a|au|l'|d'|et|en|est|sont|conseil|conseillers?|membres?|municipa\w+|communautaires?|territoire|comite|syndical"
    r"|delegues?|elus?|seance|ouverture|l'ouverture"
    r"|etaient|etant|nombre|nb(?:re?)?|total|ont|pris|part|exercice|presents?|titulaires?|physiquement|a \d\dh\d\d"
    r"|(?:ayant|avec) voix deliberatives?"
    r"|(?:vingt|trente|quarante|cinquante|soixante|cent)(?=\set\s)|[a-z-]{2,25}(?=\s?\(\Z))\b)*"
)
# « Nombre de votants 3 MARS 2024 40 26 »: the date of a row above stands between a column and the other.
_AFTER_LABEL = re.compile(rf"{_FILLER}(?:\d{{1,2}}\s+[a-z]{{3,9}}\s+\d{{4}}\s+)?")
_IN_BRACKETS = re.compile(r"\s*\(\s*\d{1,3}\s*\)")
_QUORUM = re.compile(r"\b(?:quorum|majorite|moitie|tiers)\b")
_BETWEEN_LABELS = re.compile(
    r"(?:[\s:=•*,;/–—|.()_-]|\bc\.\s?m\.|\b(?:de|du|des|la|le|les|a|au|l'|d'|conseil|conseillers?|membres?|delegues?|elus?|municipa\w+|communautaires?|syndica\w+|titulaires?|comite|nombre|nb(?:re?)?|qui|ont|pris|part|deliberation|seance|ouverture)\b)*"
)
_OUT_OF = re.compile(
    r"(?P<present>\d{1,3})\s+(?:(?:conseillers?|conseilleres?|membres?|elus?|delegues?)\s+(?:municipaux\s+|communautaires\s+)?)?"
    r"presents?\s+sur\s+(?P<in_office>\d{1,3})"
)
# « n'ayant pu délibérer faute de quorum (7 présents sur 18) »: those of a sitting before
_LACKED = re.compile(
    r"\b(?:faute d[eu']|absence d[eu']|defaut d[eu']|manque d[eu']) ?(?:le )?quorum\W{0,3}$|quorum n'[^.;:]{4,25}$"
)
_CLOSING = re.compile(r"\((?P<n>\d{1,3})\)[\s,;.▪•*–-]*(?:(?:conseillers?|membres?|delegues?|elus?|l[ea]s?)\s+)?$")
# « votes pour, dont 3 procurations »: counts those of one side only.
_OF_ONE_SIDE = re.compile(r"\b(?:pour|contre|abstentions?|voix)[\s,:(]*dont\s*$")
# Between a figure and what it counts: « 25 conseillers étaient présents », « 4 membres avaient donné pouvoir ».
_COUNTED = re.compile(
    r"[\s(]*(?P<who>(?:membres?|conseill(?:ers?|eres?)|elus?|delegues?|en|du|conseil|bureau|comite|syndical|titulaires?|municipaux|communautaires?)"
    r"[\s(]+){0,4}"
    r"(?P<verb>(?:etai(?:en)?t|sont|avai(?:en)?t|ont|ayant)\s+(?:donne\s+)?)?"
)
# « Quorum : 19 présents », and neither « Quorum : 19 27 présents » nor « le quorum est atteint (19 présents) »
_QUORUM_OF = re.compile(
    r"quorum(?!\D*\b(?:atteint|reuni|rempli|acquis|constate|verifie))\D*$|\bminimum\s+(?:de\s+|:\s*)?$|quorum\D*\d{1,3}\D*\bpuis\s+$"
)
_NUMBERED = re.compile(r"n\s?[°º]\s?$")  # « Vu le rapport n° 214 présenté par … »
_QUORUM_OF_BOTH = re.compile(r"quorum(?![^;]*\b(?:present|absent|excuse))")
_BESIDE = re.compile(r"(?:\(|\bet\s)\s*$")
_NAMED = re.compile(r"\s*:\s*[A-ZÀ-Þ][\w.]")
_OWN_COUNT = re.compile(r"\s?\(\s?\d{1,3}\s?\)")
_THEN = re.compile(r"(?<!\d)(\d{1,3})\s+puis\s+$")
_MOST_MEMBERS = 300  # of an organ; « soit 418 votants » are those of an election
_SAME = {("legal", "in_office")}
_RULE, _RULE_OF_ITEM = "attendance.count", "attendance.count-of-item"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    value: int
    start: int
    end: int


def read_counts(
    zone: Zone, item: Rank | None, sizes: Mapping[str, int] | None = None, rows: Span | None = None
) -> Iterator[Mention]:
    """The counts of a zone, one mention a field; a field printed with two values is left out.

    ``sizes``: how many the lists name, by kind: of « 27 puis 28 » the one that they bear out is kept. ``rows``: where
    a table of members stands, whose figures are ranks.
    """
    found: dict[str, list[Mention]] = {}
    for counted in _counts(zone, item):
        if rows is not None and rows.start <= counted.spans[0].start < rows.end:
            continue
        mention = _of_two(zone, counted, (sizes or {}).get(counted.field.removeprefix("members/")))
        if mention is not None and mention.value <= _MOST_MEMBERS:
            found.setdefault(mention.field, []).append(mention)
    found.pop("members/statutory", None)
    found.pop("members/both", None)  # « présents ou représentés : 38 » counts neither
    for less, field in (
        ("members/legal", "members/in_office"),
        ("members/cast", "members/voting"),
        ("members/excused", "members/absent"),
    ):
        other = found.pop(less, [])
        if field not in found and other:
            found[field] = [replace(mention, field=field) for mention in other]
    for mentions in found.values():
        told = mentions if len({mention.value for mention in mentions}) == 1 else _of_row(zone, mentions, item)
        if len({mention.value for mention in told}) == 1:
            yield told[0]
    worded = once(zone.view, ("counts in words", zone.start, zone.end), lambda: [*worded_counts(zone)])
    yield from (mention for mention in worded if mention.field not in found)


def _of_row(zone: Zone, mentions: list[Mention], item: Rank | None) -> list[Mention]:
    """Of rows of counts, each headed by the items for which it holds, those of an act; else those headed by none."""
    if item is None:
        return mentions
    limits = [limit_of_row(zone, mention.spans[-1].start) for mention in mentions]
    holds = [limit.holds(item) if limit else None for limit in limits]
    if not any(limits) or any(limit and held is None for limit, held in zip(limits, holds, strict=True)):
        return mentions
    held = [replace(one, rule=_RULE_OF_ITEM) for one, here in zip(mentions, holds, strict=True) if here]
    return held or [one for one, limit in zip(mentions, limits, strict=True) if limit is None]


def _of_two(zone: Zone, mention: Mention, size: int | None) -> Mention | None:
    """« 27 puis 28 étaient présents »: the count that the list bears out for this act, or None."""
    span = mention.spans[0]
    floor = max(zone.start, span.start - 14)
    before = _THEN.search(zone.view.folded[floor : span.start])
    if before is None or mention.value == size or mention.rule == _RULE_OF_ITEM:
        return mention
    first = Span(floor + before.start(1), floor + before.end(1))
    return replace(mention, value=size, spans=(first, *mention.spans[1:])) if int(before[1]) == size else None


def closing_count(zone: Zone, kind: str, start: int, end: int, names: int) -> Mention | None:
    """« … Paul NOIR, Zoé VERT (12), »: the count that closes a list, where it is that of the names read."""
    closing = _CLOSING.search(zone.view.folded, max(start, end - 30), end)
    if closing is None or int(closing["n"]) != names:
        return None
    return Mention(f"members/{kind}", names, (Span(*closing.span("n")),), "attendance.closing-count")


def _counts(zone: Zone, item: Rank | None) -> Iterator[Mention]:
    out_of = once(zone.view, ("out of", zone.start, zone.end), lambda: zone.first(_OUT_OF))
    if out_of and not _LACKED.search(zone.view.folded, max(zone.start, out_of.start() - 40), out_of.start()):
        for field in ("present", "in_office"):
            yield Mention(f"members/{field}", int(out_of[field]), (Span(*out_of.span(field)),), _RULE)
        return
    for label, number in once(zone.view, ("counted", zone.start, zone.end), lambda: [*_counted(zone)]):
        yield _mention(zone, label, number, item)


def _counted(zone: Zone) -> Iterator[tuple[_Token, _Token]]:
    """The labels that a figure counts, each with its figure."""
    tokens = [_token(match) for match in zone.find(COUNT_TOKEN)]
    position = 0
    while position < len(tokens):
        row, numbers, read = _row(zone, tokens, position)
        labels = [label for label in row if not _of_quorum(zone, label)]
        if labels and len(labels) == len(numbers) and not _bracketed(zone, labels[-1]):
            yield from zip(labels, numbers, strict=True)
        elif labels and numbers and not _bracketed(zone, labels[-1]):
            yield labels[-1], numbers[0]
        elif not row and (label := _label_after(zone, tokens, position)):
            yield label, tokens[position]
            position += 1
        position += max(1, read)


def _bracketed(zone: Zone, label: _Token) -> bool:
    """« présents (y compris ceux ayant donné procuration) : 28 » counts neither."""
    return zone.view.folded[label.end : label.end + 2].strip().startswith(")")


def _of_quorum(zone: Zone, label: _Token) -> bool:
    """« supérieur à la moitié des membres en exercice : 21 » counts nobody."""
    if label.kind == "in_office" and _IN_BRACKETS.match(zone.view.folded, label.end, zone.end):
        return False  # « formant la majorité des membres en exercice (15) »
    before = zone.view.folded[max(zone.start, label.start - 45) : label.start]
    last = [match.end() for match in _QUORUM.finditer(before)]
    return bool(last) and not re.search(r"\d|[:;.\n]", before[last[-1] :])


def _token(match: re.Match[str]) -> _Token:
    kind = str(match.lastgroup)
    return _Token(kind, int(match[0]) if kind == "number" else 0, match.start(), match.end())


def _row(zone: Zone, tokens: list[_Token], position: int) -> tuple[list[_Token], list[_Token], int]:
    """Labels that follow each other, then as many figures that do; how many tokens they were."""
    labels: list[_Token] = []
    first = position
    while position < len(tokens) and tokens[position].kind != "number":
        if labels and not _joined(zone, _BETWEEN_LABELS, labels[-1], tokens[position]):
            break
        labels.append(tokens[position])
        position += 1
    every, labels = labels, _merged(labels)
    numbers: list[_Token] = []
    previous = labels[-1] if labels else None
    while previous and position < len(tokens) and tokens[position].kind == "number" and len(numbers) < len(every):
        if not _joined(zone, _BETWEEN_LABELS if numbers else _AFTER_LABEL, previous, tokens[position]):
            break
        previous = tokens[position]
        numbers.append(previous)
        position += 1
    if len(labels) > 1 and len(every) == len(numbers) and numbers[0].value >= max(n.value for n in numbers):
        return every, numbers, position - first  # « composant le conseil / en exercice / présents : 16 16 11 »
    over = max(0, len(numbers) - len(labels))
    return labels, numbers[: len(labels)], position - first - over


def _merged(labels: list[_Token]) -> list[_Token]:
    """« Nombre de conseillers : en exercice » is one label said twice."""
    return [
        one
        for one, after in zip_longest(labels, labels[1:])
        if after is None or (one.kind != after.kind and (one.kind, after.kind) not in _SAME)
    ]


def _label_after(zone: Zone, tokens: list[_Token], position: int) -> _Token | None:
    """« 25 présents »: a figure right before a label that no figure follows."""
    if tokens[position].kind != "number" or position + 1 >= len(tokens) or tokens[position + 1].kind == "number":
        return None
    label = tokens[position + 1]
    before = zone.view.folded[max(zone.start, tokens[position].start - 40) : tokens[position].start]
    if _OWN_COUNT.match(zone.view.folded, label.end):
        return None  # « Conseillers : 29 Étaient présents (22) : »
    if _NUMBERED.search(before) or _QUORUM_OF.search(before) or _LACKED.search(before) or _OF_ONE_SIDE.search(before):
        return None
    if label.kind == "proxies" and _QUORUM_OF_BOTH.search(before):
        return None  # « quorum atteint avec 11 élus représentés »: of those present too
    between = _COUNTED.fullmatch(zone.view.folded, tokens[position].end, label.start)
    if re.compile(r"\s*:").match(zone.view.folded, label.end):
        # « … en vigueur. 1 POUVOIR : Mme ROUX », « 25 conseillers étaient présents : »
        alone = re.search(r"[.;\n]\s*$", before[-4:])
        beside = between and _BESIDE.search(before) and _NAMED.match(zone.view.text, label.end)
        if beside and label.kind in ("proxies", "absent"):
            return label  # « 25 présents (7 procurations : M. ROUX …) et 4 absents : M. NOIR … »
        return (
            label if between and ((alone and label.kind == "proxies") or (between["who"] and between["verb"])) else None
        )
    return label if between else None


def _joined(zone: Zone, filler: re.Pattern[str], left: _Token, right: _Token) -> bool:
    return right.start - left.end <= 60 and bool(filler.fullmatch(zone.view.folded, left.end, right.start))


def _mention(zone: Zone, label: _Token, number: _Token, item: Rank | None) -> Mention:
    """A count; « 34 de la délibération 1 à 3 – 33 à la délibération 4 » gives that of the item."""
    told = count_for(zone, number.start, item) if item is not None else None
    value, span = told or (number.value, Span(number.start, number.end))
    rule = _RULE_OF_ITEM if told else _RULE
    return Mention(f"members/{label.kind}", value, (span, Span(label.start, label.end)), rule)
