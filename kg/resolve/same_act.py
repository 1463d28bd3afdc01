"""Which records speak of the same deliberation, and the key that names it.

One act may be printed in minutes, in its own extract and in a list. Two records of one document are always two acts.
The key is the printed number where it says its year (``M2020-539``), else the date and the number, else the date and
the title; the receipt's number tells apart several acts that print the same number.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.model import Record
from kg.resolve.entries import Entry
from kg.resolve.slugs import fold, number_slug, slug

# 034-243400017-20201217-148571-DE-1-1: département, SIREN, date, number, nature (ACTES protocol)
_RECEIPT = re.compile(r"\b\d[\dAB]\d-?\d{9}-?\d{8}-(?P<number>.+?)-(?:DE|AR|AU|CC|BF|AI|DC)\b", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
Cluster = list[Entry]


def same_acts(group: Sequence[Entry]) -> list[tuple[tuple[str, ...], Cluster]]:
    """The acts of one sitting with their keys, in the order in which the documents give them."""
    clusters: list[Cluster] = []
    for entry in group:
        fitting = [cluster for cluster in clusters if _same(cluster, entry)]
        if len(fitting) == 1:
            fitting[0].append(entry)
        else:
            clusters.append([entry])
    return list(zip(_keys(clusters), clusters, strict=True))


def receipt_number(record: Record) -> str | None:
    """The number that a receipt gives the act: ``148571`` in ``034-243400017-20201217-148571-DE-1-1``."""
    found = _RECEIPT.search(record.receipt.id or "")
    return number_slug(found["number"]) or None if found else None


def _same(cluster: Cluster, entry: Entry) -> bool:
    if any(other.sha256 == entry.sha256 for other in cluster):
        return False
    return all(_compatible(other.record, entry.record) for other in cluster)


def _compatible(one: Record, two: Record) -> bool:
    """Same receipt, or no two receipts and the same number with titles that do not differ, or the same title."""
    receipts = {receipt_number(one), receipt_number(two)} - {None}
    if len(receipts) == 2:
        return False
    if receipt_number(one) == receipt_number(two) is not None:
        return True
    numbers = {fold(number_slug(record.number)) for record in (one, two) if record.number}
    if len(numbers) == 2:
        return False
    if one.number and two.number:
        return _titles_agree(one.title, two.title)
    return bool(one.title and two.title) and fold(one.title or "") == fold(two.title or "")


def _titles_agree(one: str | None, two: str | None) -> bool:
    """A title absent says nothing; two titles must share a third of the words of the shorter one."""
    first, second = ({word for word in fold(title or "").split() if len(word) > 3} for title in (one, two))
    return not first or not second or len(first & second) * 3 >= min(len(first), len(second))


def _keys(clusters: Sequence[Cluster]) -> list[tuple[str, ...]]:
    """The key of each act; where two would be the same, the receipt, else the title, else the rank tells them apart."""
    plain = [_plain_key(cluster) for cluster in clusters]
    shared = {key for key, count in Counter(plain).items() if count > 1}
    apart = [_told_apart(key, cluster) if key in shared else key for key, cluster in zip(plain, clusters, strict=True)]
    return list(_numbered(apart))


def _plain_key(cluster: Cluster) -> tuple[str, ...]:
    records = [entry.record for entry in cluster]
    number = next((number_slug(record.number) for record in records if record.number), "")
    day = cluster[0].sitting.day
    # A number written as a date would be taken for the date that leads other keys.
    if number and _says_year(number, day) and not _DATE.fullmatch(number):
        return (number,)
    title = next((record.title for record in records if record.title), None)
    date = day if day[:4].isdigit() else "sans-date"
    tail = "" if date == day else f"~{cluster[0].sha256[:12]}"
    if number:
        return (date, number + tail)
    if title and slug(title):
        return (date, f"{slug(title, 48)}~{_digest(fold(title))}{tail}")
    return (date, f"{cluster[0].sha256[:12]}-{cluster[0].record.ordinal}")


def _says_year(number: str, day: str) -> bool:
    """Whether a number holds the year of its sitting: ``M2020-539``, ``2021-045``, ``15-111``, ``DE_20210412_3``."""
    year = day[:4]
    if not year.isdigit():
        return False
    parts = re.findall(r"\d+", number)
    return (len(parts) > 1 and (any(p.startswith(year) for p in parts) or year[2:] in parts[:-1])) or bool(
        parts and len(parts[0]) > 4 and parts[0].startswith(year)
    )


def _told_apart(key: tuple[str, ...], cluster: Cluster) -> tuple[str, ...]:
    receipt = next((number for entry in cluster if (number := receipt_number(entry.record))), None)
    title = next((entry.record.title for entry in cluster if entry.record.title), None)
    mark = receipt or (_digest(fold(title)) if title else f"{cluster[0].sha256[:12]}-{cluster[0].record.ordinal}")
    return (*key[:-1], f"{key[-1]}~{mark}")


def _numbered(keys: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    seen: Counter[tuple[str, ...]] = Counter()
    for key in keys:
        seen[key] += 1
        yield key if seen[key] == 1 else (*key[:-1], f"{key[-1]}~{seen[key]}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
