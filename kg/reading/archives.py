"""ZIP archives (APPNOTE 6.3.10): each file inside is a source of its own, named ``ARCHIVE.zip/folder/file``.

Such a path is written like any other, with an archive where a folder would stand. Nothing is ever unpacked to disk.
"""

import re
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path

from kg.errors import IssueCode, ReadError

SUFFIX = ".zip"
# Past these an archive is a trap, or more than one process should hold. A year of a metropolis is 5,000 files of 1 MB;
# what packs best among documents, the bitmap of a blank page, shrinks a hundredfold.
_MOST_FILES = 50_000
_LARGEST_FILE = 256_000_000
_SMALL = 32_000_000
_MOST_RATIO = 200
_NAMED_IN_UTF8 = 0x800  # general purpose bit 11
_ENCRYPTED = 0x1
# A zipped office document holds one of these: it is one document, whatever its file is called.
_OFFICE = ("[Content_Types].xml", "mimetype")
_LEFT_ASIDE = (".", "~$", "__MACOSX", "Thumbs.db")
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError)


def archive_of(path: Path) -> Path | None:
    """The archive that a path leads into, None for the path of a plain file."""
    return next((up for up in path.parents if up.suffix.lower() == SUFFIX and up.is_file()), None)


def members(archive: Path) -> list[Path]:
    """The path of each file of an archive, hidden ones left aside.

    Raises :class:`ReadError` where the archive is damaged, holds no file, or would unpack to more than it may.
    """
    found = [archive / name for name in _entries(archive)]
    if not found:
        raise ReadError(IssueCode.EMPTY_DOCUMENT, "the archive holds no file")
    return found


def is_archive(path: Path) -> bool:
    """Whether a file is to be read file by file: a ZIP by its name and its bytes, and no office document."""
    if path.suffix.lower() != SUFFIX or not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as opened:
            return not any(name in opened.NameToInfo for name in _OFFICE)
    except _FAULTS:
        return False


def member_bytes(path: Path, archive: Path) -> bytes:
    """The content of one file of an archive. Raises :class:`ReadError` where it is not there, damaged or protected."""
    entry = _entries(archive).get(path.relative_to(archive).as_posix())
    if entry is None:
        raise ReadError(IssueCode.UNREADABLE_FILE, f"{archive.name} holds no such file")
    if entry.flag_bits & _ENCRYPTED:
        raise ReadError(IssueCode.UNREADABLE_FILE, "this file of the archive asks for a password")
    if entry.file_size > _LARGEST_FILE or _is_bomb(entry.file_size, entry.compress_size):
        raise ReadError(IssueCode.UNREADABLE_FILE, f"this file would unpack to {entry.file_size:,} bytes: it is left")
    try:
        return _opened(archive).read(entry)  # never more than the size that the archive tells
    except _FAULTS as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, "this file of the archive is damaged") from error


def _entries(archive: Path) -> dict[str, zipfile.ZipInfo]:
    stat = archive.stat()
    return _listed(archive, stat.st_size, stat.st_mtime_ns)


def _opened(archive: Path) -> zipfile.ZipFile:
    stat = archive.stat()
    return _open(archive, stat.st_size, stat.st_mtime_ns)


# Kept open: a large archive has a directory that takes longer to read than most of its files.
@lru_cache(maxsize=4)
def _open(archive: Path, size: int, changed: int) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(archive)
    except _FAULTS as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, "the archive is damaged: it cannot be opened") from error


@lru_cache(maxsize=4)
def _listed(archive: Path, size: int, changed: int) -> dict[str, zipfile.ZipInfo]:
    """The files of an archive by a name that is safe to print; each name once."""
    infos = [info for info in _open(archive, size, changed).infolist() if not info.is_dir()]
    if len(infos) > _MOST_FILES:
        message = f"the archive holds {len(infos):,} files, at most {_MOST_FILES:,} are read: part it"
        raise ReadError(IssueCode.UNREADABLE_FILE, message)
    if _is_bomb(sum(info.file_size for info in infos), size):
        raise ReadError(IssueCode.UNREADABLE_FILE, f"the archive would unpack to over {_MOST_RATIO} times its size")
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = safe_name(_name(info))
        if name and not any(part.startswith(_LEFT_ASIDE) for part in name.split("/")):
            found[_unused(name, found)] = info
    return found


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > max(_SMALL, _MOST_RATIO * packed)


def _name(info: zipfile.ZipInfo) -> str:
    """A name as it was meant: some write UTF-8 (macOS) or the code page of French DOS (Windows) without saying so."""
    if info.flag_bits & _NAMED_IN_UTF8:
        return info.filename
    for encoding in ("utf-8", "cp850"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def safe_name(name: str) -> str:
    """A member's name as a path below its archive: no drive, no root, no « .. », nothing that does not print.

    « ..\\\\..\\\\etc\\\\passwd » is « etc/passwd ».
    """
    printed = _UNPRINTED.sub("_", _DRIVE.sub("", name.replace("\\", "/")))
    return "/".join(part for part in printed.split("/") if part not in ("", ".", ".."))


def _unused(name: str, found: dict[str, zipfile.ZipInfo]) -> str:
    """The name itself, or one told apart by a number: two files of an archive may bear one name."""
    stem, dot, suffix = name.rpartition(".")
    count = 1
    told = name
    while told in found:
        count += 1
        told = f"{stem} ({count}).{suffix}" if dot else f"{name} ({count})"
    return told
