"""Which files a user's paths stand for."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import KgError, ReadError
from kg.reading.archives import archive_of, is_archive, members

_HIDDEN = (".", "~$")  # « ~$ » heads the lock files of office programs


def walk(paths: Iterable[Path]) -> list[tuple[Path, Path]]:
    """Each file with the folder that its path is told from, sorted, each once.

    A folder gives all the files under it, hidden ones left aside; an archive (.zip) gives the files inside it, as paths
    that lead through it, or itself where it cannot be opened; a file gives itself. Links to folders are not followed.
    Raises :class:`KgError` where a path does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        archive = archive_of(path)
        if not path.exists() and (archive is None or path not in _inside(archive)):
            raise KgError(f"{path}: no such file or folder")
        root = path if path.is_dir() else (archive or path).parent
        for file in (path,) if archive else _files(path):
            found.setdefault(file, root)
    return sorted(found.items(), key=lambda item: item[0].as_posix())


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield from _inside(path)
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        for name in names:
            if not name.startswith(_HIDDEN) and (file := Path(folder, name)).is_file():
                yield from _inside(file)


def _inside(file: Path) -> list[Path]:
    """The files of an archive; of anything else, and of an archive that cannot be read, itself."""
    try:
        return members(file) if is_archive(file) else [file]
    except ReadError:
        return [file]
