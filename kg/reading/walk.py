"""Which files a user's paths stand for."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import KgError

_HIDDEN = (".", "~$")  # « ~$ » heads the lock files of office programs


def walk(paths: Iterable[Path]) -> list[tuple[Path, Path]]:
    """Each file with the folder that its path is told from, sorted, each once.

    A folder gives all the files under it, hidden ones left aside; a file gives itself. Links to folders are not
    followed. Raises :class:`KgError` where a path does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise KgError(f"{path}: no such file or folder")
        root = path if path.is_dir() else path.parent
        for file in _files(path):
            found.setdefault(file, root)
    return sorted(found.items(), key=lambda item: item[0].as_posix())


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        yield from (file for name in names if not name.startswith(_HIDDEN) and (file := Path(folder, name)).is_file())
