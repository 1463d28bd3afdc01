"""Corrections in a build: which files hold them, and the corrected reading of each source that they concern.

The reading itself stays as it was; a corrected one is kept beside it under a version of its own, so that a release
keeps what it was made from and a line taken out of the file brings the reading back.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.codec import correction_to_json
from kg.correction import Correction
from kg.errors import KgError, ReadError
from kg.model import Document, Issue
from kg.reading import archive_of, file_bytes, walk
from kg.review.apply import apply
from kg.review.corrections import BESIDE, Read, read_corrections, stale, unreadable
from kg.store.kept import keep_document, open_document
from kg.store.records import Member, Records, Version


class Corrected(NamedTuple):
    """The sources of a build with their corrected readings, how many lines hold, and what is wrong with the others."""

    members: tuple[Member, ...]
    applied: int
    issues: tuple[Issue, ...]


def find_corrections(named: Iterable[Path], paths: Sequence[Path]) -> Read:
    """The corrections of the files that were named and of those called ``corrections.jsonl`` under these paths.

    Raises KgError where a file that was named is not there.
    """
    files = dict.fromkeys((*named, *(path for path, _ in walk(paths) if path.name == BESIDE)))
    told = [_read(path) for path in files]
    return Read(tuple(c for read in told for c in read.corrections), tuple(i for read in told for i in read.issues))


def _read(path: Path) -> Read:
    archive = archive_of(path)
    if not archive and not path.is_file():
        raise KgError(f"{path}: no such file of corrections")
    try:
        data = file_bytes(path, archive) if archive else path.read_bytes()
        return read_corrections(data.decode("utf-8-sig"), path.as_posix())
    except UnicodeDecodeError:
        return Read((), (unreadable("ce fichier n'est pas en UTF-8", path.as_posix()),))
    except (OSError, ReadError) as fault:
        return Read((), (unreadable(f"ce fichier ne se lit pas : {fault}", path.as_posix()),))


def correct(members: Sequence[Member], told: Read, records: Records, version: Version) -> Corrected:
    """The members with the corrected reading of each that a correction names."""
    waiting: dict[str, list[Correction]] = defaultdict(list)
    for correction in told.corrections:
        waiting[correction.source].append(correction)
    done: list[Member] = []
    issues: list[Issue] = list(told.issues)
    count = 0
    for member in members:
        mine = waiting.pop(member.key[:64], [])
        corrected = _reading(member, mine, records, version, issues) if mine else None
        done.append(corrected[0] if corrected else member)
        count += corrected[1] if corrected else 0
    lost = (correction for corrections in waiting.values() for correction in corrections)
    issues.extend(stale("aucune source de cette empreinte parmi celles de la construction", c) for c in lost)
    return Corrected(tuple(done), count, tuple(issues))


def _reading(
    member: Member, mine: Sequence[Correction], records: Records, version: Version, issues: list[Issue]
) -> tuple[Member, int] | None:
    """The member whose reading these corrections make, and how many of them hold; None where none does."""
    document = open_document(records.reading(member.key, member.version), member.path)
    if not isinstance(document, Document):
        issues.extend(stale("cette source n'a pas pu être lue", correction) for correction in mine)
        return None
    corrected, found = apply(document, mine)
    issues.extend(found)
    if not corrected.corrections:
        return None
    digest = hashlib.sha256(json.dumps([correction_to_json(c) for c in corrected.corrections]).encode()).hexdigest()
    own = Version(f"{version.reader}+{digest[:16]}", version.text)
    records.keep(member.key, own, member.key[:64], keep_document(corrected))
    return member._replace(version=own.reader), len(corrected.corrections)
