"""Which files a user's paths stand for."""

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.reading import walk


def tree(root: Path) -> None:
    for name in ("b.txt", "a.pdf", ".caché", "2023/c.txt", "2023/~$c.docx", ".git/config", "vide/.gitkeep"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("texte")


def test_folders_are_walked_sorted_and_hidden_files_left_aside(tmp_path: Path) -> None:
    tree(tmp_path)
    assert [(file.relative_to(root).as_posix(), root) for file, root in walk([tmp_path])] == [
        ("2023/c.txt", tmp_path),
        ("a.pdf", tmp_path),
        ("b.txt", tmp_path),
    ]


def test_a_file_gives_itself_and_nothing_comes_twice(tmp_path: Path) -> None:
    tree(tmp_path)
    given = [tmp_path / "2023" / "c.txt", tmp_path, tmp_path / "b.txt"]
    assert [file.name for file, _ in walk(given)] == ["c.txt", "a.pdf", "b.txt"]
    assert walk([tmp_path / ".caché"]) == [(tmp_path / ".caché", tmp_path)]


def test_a_missing_path_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="absent"):
        walk([tmp_path / "absent"])
