"""Archives: each file inside is a source; a broken one, a trap or a nested one is named and never stops the rest."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import IssueCode, KgError, ReadError
from kg.pipeline import build, local_pool, read_sources
from kg.reading import read, walk
from kg.reading.archives import safe_name
from kg.resources import shipped

ACT = (shipped("samples") / "montfleury_DCM-2024-014.txt").read_bytes()
OTHER = (shipped("samples") / "montfleury_DCM-2024-015.txt").read_bytes()


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def bytes_of(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def broken(path: Path, files: dict[str, bytes], spoilt: bytes) -> Path:
    """An archive with one character of a stored file changed, so that its checksum is wrong."""
    path.write_bytes(bytes_of(files).replace(spoilt, spoilt[:-1] + b"#", 1))
    return path


def names(found: list[tuple[Path, Path]]) -> list[str]:
    return [file.relative_to(root).as_posix() for file, root in found]


def test_members_are_walked_like_files_of_a_folder(tmp_path: Path) -> None:
    zipped(tmp_path / "2024.zip", {"juin/a.txt": ACT, "b.txt": OTHER, "__MACOSX/._b.txt": b"x", ".caché": b"x"})
    (tmp_path / "c.txt").write_bytes(ACT)
    assert names(walk([tmp_path])) == ["2024.zip/b.txt", "2024.zip/juin/a.txt", "c.txt"]
    assert names(walk([tmp_path / "2024.zip"])) == ["2024.zip/b.txt", "2024.zip/juin/a.txt"]
    assert names(walk([tmp_path / "2024.zip" / "juin" / "a.txt"])) == ["2024.zip/juin/a.txt"]
    with pytest.raises(KgError, match=r"autre\.txt"):
        walk([tmp_path / "2024.zip" / "autre.txt"])


def test_a_member_is_read_as_the_file_it_was(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "2024.zip", {"juin/a.txt": ACT})
    (tmp_path / "a.txt").write_bytes(ACT)
    inside, outside = read(archive / "juin" / "a.txt"), read(tmp_path / "a.txt")
    assert inside.source.path == "2024.zip/juin/a.txt"
    assert (inside.raw, inside.source.sha256) == (outside.raw, outside.source.sha256)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\actes\\2024\\a.txt", "actes/2024/a.txt"),
        ("./actes//a.txt", "actes/a.txt"),
        ("a\nb.txt", "a_b.txt"),
        ("..", ""),
    ],
)
def test_names_stay_below_their_archive(written: str, read_as: str) -> None:
    assert safe_name(written) == read_as


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "x.zip", {"a.txt": ACT, "../a.txt": OTHER})
    assert names(walk([archive])) == ["x.zip/a (2).txt", "x.zip/a.txt"]
    assert read(archive / "a (2).txt").raw.encode() == OTHER


def test_names_of_old_programs_are_read_as_meant(tmp_path: Path) -> None:
    for index, encoding in enumerate(("utf-8", "cp850")):
        path = tmp_path / f"{index}.zip"
        # Same length, no flag: what a program writes that does not say its encoding.
        told = "DÉLIBÉRÉ".encode(encoding)
        path.write_bytes(bytes_of({"x" * len(told): ACT}).replace(b"x" * len(told), told))
        assert names(walk([path])) == [f"{index}.zip/DÉLIBÉRÉ"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bombe.txt", b"0" * 40_000_000, "would unpack"),
        ("dedans.zip", bytes_of({"a.txt": ACT}), "inside an archive"),
        ("vide.txt", b"", "empty"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", ACT)
        archive.writestr(name, content)
        # Keeps the archive as a whole within its bounds.
        archive.writestr("poids.bin", bytes(range(256)) * 2000, zipfile.ZIP_STORED)
    with pytest.raises(ReadError, match=words):
        read(path / name)
    assert read(path / "a.txt").raw.encode() == ACT


def test_an_archive_that_is_a_trap_or_damaged_is_said_as_a_whole(tmp_path: Path) -> None:
    trap = zipped(tmp_path / "piege.zip", {f"{n}.txt": b"0" * 9_000_000 for n in range(5)})
    cut = tmp_path / "coupe.zip"
    cut.write_bytes(bytes_of({"a.txt": ACT})[:-40])
    empty = zipped(tmp_path / "vide.zip", {})
    for path, words in ((trap, "times its size"), (cut, "damaged"), (empty, "no file|damaged")):
        assert names(walk([path])) == [path.name]
        with pytest.raises(ReadError, match=words):
            read(path)


def test_a_member_that_asks_for_a_password_says_so(tmp_path: Path) -> None:
    data = bytearray(bytes_of({"a.txt": ACT}))
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="password"):
        read(path / "a.txt")


def test_an_office_document_called_zip_is_one_document(tmp_path: Path) -> None:
    path = zipped(tmp_path / "acte.zip", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert names(walk([path])) == ["acte.zip"]


def test_sources_of_an_archive_and_its_broken_member(tmp_path: Path) -> None:
    path = broken(tmp_path / "x.zip", {"a.txt": ACT, "b.txt": b"Rien que du papier."}, b"papier.")
    found = list(read_sources([path], local_pool(1), lambda stage, done, total: None))
    assert [each.text.source.path for each in found if hasattr(each, "text")] == ["x.zip/a.txt"]
    assert [(each.code, each.source) for each in found if not hasattr(each, "text")] == [
        (IssueCode.UNREADABLE_FILE, "x.zip/b.txt")
    ]


def test_a_build_reads_an_archive_once_and_tells_what_is_broken(tmp_path: Path) -> None:
    path = broken(tmp_path / "x.zip", {"a.txt": ACT, "b.txt": b"Rien que du papier."}, b"papier.")
    first = build([path], tmp_path / "store", pool=local_pool(1))
    again = build([path], tmp_path / "store", pool=local_pool(1))
    assert (first.sources, first.read, first.records) == (1, 1, 1)
    assert (again.read, again.is_new) == (0, False)
    assert [issue.source for issue in first.failed] == ["x.zip/b.txt"]
    zipped(path, {"a.txt": ACT, "c.txt": OTHER})
    last = build([path], tmp_path / "store", pool=local_pool(1))
    assert (last.sources, last.read, last.records, last.failed) == (2, 1, 2, ())


def test_the_command_names_sources_by_their_archive(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", {"a.txt": ACT, "faux.pdf": b"%PDF-1.4 cut"})
    done = CliRunner().invoke(app, ["extract", str(path), "--workers", "1", "-o", str(tmp_path / "out.jsonl")])
    assert done.exit_code == 1
    assert "x.zip/faux.pdf" in done.stderr
    assert [json.loads(line)["source"] for line in (tmp_path / "out.jsonl").read_text().splitlines()] == ["a.txt"]
