"""Who sits, who is represented and who is absent for one act, from what the lists tell."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from kg.extract.attendance.entries import Entry
from kg.extract.attendance.marks import Rank
from kg.model import Span
from kg.text.names import is_initial, name_key, name_words

_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Roll:
    """The members of one sitting as an act sees them, each once."""

    present: tuple[Entry, ...]
    proxies: tuple[Entry, ...]
    absent: tuple[Entry, ...]


def call_roll(entries: Iterable[Entry], item: Rank) -> Roll:
    """The roll for an item. A limit told by a clock leaves a member present, one told by an item number places it."""
    told = _holders_sit(list(entries))
    here = _active(told, item)
    present = _merged(_once(entry for entry in here if entry.status == "present"))
    firm = {name_key(entry.name) for entry in here if entry.status != "present" and entry.sitting.told}
    present = [entry for entry in present if name_key(entry.name) not in firm or entry.sitting.told]
    present += _come(told, item, [*here, *present])
    givers = _in_full([entry for entry in here if entry.status == "proxy"], told)
    proxies = _represented(_givers(givers), present)
    away = _once(entry for entry in here if entry.status == "absent")
    gone = [replace(entry, status="absent") for entry in told if _has_gone(entry, item)]
    away += [entry for entry in gone if not any(same_person(entry.name, other.name) for other in away)]
    return Roll(tuple(present), tuple(proxies), tuple(_without(_once(away), [*present, *proxies])))


def _holders_sit(entries: list[Entry]) -> list[Entry]:
    """« Anne ROUX – PROCURATION »: where another list has her hold a proxy, she has one and gave none."""
    holders = {_letters(entry.holder) for entry in entries if entry.holder is not None}
    here = {_letters(entry.name) for entry in entries if entry.status == "present"}
    told = []
    for entry in entries:
        holds = entry.status == "proxy" and entry.holder is None and _letters(entry.name) in holders
        if not holds:
            told.append(entry)
        elif _letters(entry.name) not in here:
            told.append(replace(entry, status="present"))
    return told


def _has_gone(entry: Entry, item: Rank) -> bool:
    """Present, but not for this item."""
    return entry.status == "present" and entry.sitting.holds(item) is False


def _come(told: list[Entry], item: Rank, others: list[Entry]) -> list[Entry]:
    """« Mme ROUX à M. NOIR jusqu'au point 2 »: whom no list places, and whose proxy is not for this item, sits."""
    return [
        replace(entry, status="present", spans=entry.spans[:1], holder=None)
        for entry in told
        if entry.status == "proxy"
        and entry.holder is not None
        and entry.sitting.holds(item) is False
        and not any(same_person(entry.name, other.name) for other in others)
    ]


def _represented(givers: list[Entry], present: list[Entry]) -> list[Entry]:
    """Givers who do not sit. One whom two lists print without any limit is in both, as printed."""
    sitting = {name_key(entry.name): entry.sitting for entry in present}
    return [
        entry
        for entry in givers
        if name_key(entry.name) not in sitting
        or (entry.holder is not None and entry.sitting.always and sitting[name_key(entry.name)].always)
    ]


def _merged(present: list[Entry]) -> list[Entry]:
    """« NOIR » among those present and « Luc BRUN, représenté par Paul NOIR » further on: one who sits for another."""
    kept = list(present)
    for entry in (entry for entry in present if entry.replaced is not None):
        same = [other for other in present if other is not entry and _bare_name_of(other.name, entry.name)]
        if len(same) == 1 and same[0].replaced is None:
            kept.remove(same[0])
        whole = [at for at, other in enumerate(kept) if other is not entry and _bare_name_of(entry.name, other.name)]
        if len(whole) == 1 and kept[whole[0]].replaced is None:  # « NOIR Paul (suppléant) », « remplacé par M. NOIR »
            full = kept[whole[0]]
            kept[whole[0]] = replace(full, replaced=entry.replaced, spans=(full.spans[0], *entry.spans[1:2]))
            kept.remove(entry)
    return kept


def _in_full(givers: list[Entry], told: list[Entry]) -> list[Entry]:
    """« Excusé : Luc BRUN … Pouvoir : L. BRUN à Mme ROUX »: the giver as the list of those away writes it."""
    return [_written_out(giver, told) for giver in givers]


def _written_out(giver: Entry, told: list[Entry]) -> Entry:
    if not any(is_initial(word) for word in name_words(giver.name)):
        return giver
    full = {other.name: other for other in told if other.status != "present" and _is_short_for(giver.name, other.name)}
    if len(full) != 1:
        return giver
    (other,) = full.values()
    return replace(giver, name=other.name, spans=(other.spans[0], *giver.spans[1:]))


def _is_short_for(short: str, full: str) -> bool:
    """« L. BRUN » for « Luc BRUN »."""
    return not any(is_initial(word) for word in name_words(full)) and same_person(short, full) and " " in name_key(full)


def _bare_name_of(short: str, full: str) -> bool:
    """A surname alone of a name that has more."""
    return " " not in name_key(short) and name_words(short) < name_words(full)


def with_chair(roll: Roll, name: str, span: Span, *, alone: bool) -> Roll:
    """The chair sits, even where only « sous la présidence de » names it; ``alone``: where no list names others too."""
    others = (*roll.present, *roll.proxies, *roll.absent)
    if not (roll.present or alone) or any(
        same_person(entry.name, name) or _misread(entry.name, name) for entry in others
    ):
        return roll
    return replace(roll, present=(*roll.present, Entry(name, "present", (span,))))


@lru_cache(maxsize=1 << 14)  # acts of one sitting ask for the same members
def same_person(one: str, other: str) -> bool:
    """Whether two writings can name one person: the same words or letters, a surname alone, an initial for a name."""
    first, second = name_words(one), name_words(other)
    return bool(first and second) and (_within(first, second) or _within(second, first) or _same_letters(one, other))


def _same_letters(one: str, other: str) -> bool:
    """« JeanClaude » for « Jean-Claude »: a hyphen lost at the end of a line."""
    return _letters(one) == _letters(other)


@lru_cache(maxsize=1 << 14)
def _letters(name: str) -> str:
    return "".join(sorted(name_key(name).replace(" ", "")))


@lru_cache(maxsize=1 << 14)
def _misread(one: str, other: str) -> bool:
    """« Anne VALNIONT » for « Anne VALMONT »: a name in common, the other with a letter or two that OCR confused."""
    first, second = sorted(name_words(one)), sorted(name_words(other))
    if not len(first) == len(second) > 1 or not set(first) & set(second):
        return False
    return SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio() >= _ALIKE


def _within(few: frozenset[str], many: frozenset[str]) -> bool:
    """All words of one name are in the other; an initial stands for a word that begins with it, JP for two."""
    compound = {word for word in few - many if len(word) in (2, 3) and _initials_of(word, many - few)}
    whole = {word for word in few - compound if not is_initial(word)}
    initials = [word for word in few if is_initial(word)]
    return bool(whole) and whole <= many and all(any(word.startswith(i) for word in many - whole) for i in initials)


def _initials_of(word: str, others: frozenset[str]) -> bool:
    """« JP » for Jean-Pierre."""
    return sorted(word) == sorted(other[0] for other in others)


def _active(entries: list[Entry], item: Rank) -> list[Entry]:
    """Entries that hold for an item; where that cannot be told a member is present rather than away."""
    present = {name_key(entry.name) for entry in entries if entry.status == "present"}
    gone = {name_key(entry.name) for entry in entries if _has_gone(entry, item)}
    active = []
    for entry in entries:
        holds = entry.sitting.holds(item)
        if holds is None and entry.status == "proxy" and name_key(entry.name) in gone:
            holds = True  # « (pouvoir à Mme ROUX jusqu'à 17h55) », of one who arrives « à 17h55, pour le point 3 »
        if holds or (holds is None and (entry.status == "present" or name_key(entry.name) not in present)):
            active.append(entry)
    return active


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Each member once; two who share a bare surname stay two where one list prints both."""
    kept: list[Entry] = []
    twins: dict[str, Entry] = {}
    for entry in entries:
        letters = _letters(entry.name)
        twin = twins.get(letters)
        if twin is None or (" " not in name_key(entry.name) and 0 < entry.spans[0].start - twin.spans[0].start < 1500):
            kept.append(entry)
            twins[letters] = entry
    return kept


def _givers(entries: Iterable[Entry]) -> list[Entry]:
    """Each giver once, with its holder where one of the lists names it."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        key = next((key for key, other in kept.items() if same_person(other.name, entry.name)), name_key(entry.name))
        if key not in kept or (kept[key].holder is None and entry.holder is not None):
            kept[key] = entry
    return list(kept.values())


def _without(entries: list[Entry], others: list[Entry]) -> list[Entry]:
    """Entries of members whom the others do not name already."""
    keys = {_letters(other.name) for other in others}
    givers = [other.name for other in others if other.status == "proxy"]
    return [
        entry
        for entry in entries
        if _letters(entry.name) not in keys and not any(same_person(entry.name, giver) for giver in givers)
    ]
