"""Plain texts: their encodings told apart, their characters and pages kept as they are."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import IssueCode, ReadError
from kg.reading import read, unread_pages
from kg.reading.format import CSV, HTML, PDF, TEXT, detect
from kg.reading.text import decode, encoding_of

SENTENCE = "Séance du 6 mars 2023 : l’été, « œuvre » à 12 €\r\nPrésents :\tMme Vallier\n"


def write(folder: Path, data: bytes, name: str = "acte.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, mark: bytes) -> None:
    assert read(write(tmp_path, mark + SENTENCE.encode(encoding))).raw == SENTENCE


def test_latin_1_where_cp1252_has_a_hole() -> None:
    data = "Délibération \x81 adoptée".encode("latin-1")
    assert (encoding_of(data), decode(data)) == ("latin-1", "Délibération \x81 adoptée")


def test_a_cut_character_does_not_make_utf8_another_encoding(tmp_path: Path) -> None:
    data = (SENTENCE * 3).encode()[:-1] + "é".encode()[:1]
    assert read(write(tmp_path, data)).raw == (SENTENCE * 3)[:-1] + "\ufffd"


@given(st.text(min_size=1).filter(lambda text: "\0" not in text))
def test_valid_utf8_is_read_as_it_is(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass") if text.isascii() else ("é" + text).encode("utf-8")
    assert decode(data) == data.decode("utf-8-sig")


def test_form_feeds_end_pages_and_every_character_is_on_one(tmp_path: Path) -> None:
    text = read(write(tmp_path, b"un\fdeux\ntrois\f"))
    assert [(page.number, text.raw[slice(*page.span)]) for page in text.pages] == [(1, "un\f"), (2, "deux\ntrois\f")]
    assert unread_pages(text) == ()


def test_the_source_is_told_from_its_root(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    text = read(write(tmp_path / "2023", b"acte"), tmp_path)
    assert (text.source.path, text.source.name, text.source.media_type) == ("2023/acte.txt", "acte.txt", "text/plain")


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "acte.txt", IssueCode.EMPTY_DOCUMENT),
        (b" \r\n\t", "acte.txt", IssueCode.EMPTY_DOCUMENT),
        (codecs.BOM_UTF8, "acte.txt", IssueCode.EMPTY_DOCUMENT),
        (b"date;objet;vote\n2023;budget;12\n2023;voirie;11\n", "table.txt", IssueCode.UNSUPPORTED_FORMAT),
        (b"a,b\n1,2\n", "table.csv", IssueCode.UNSUPPORTED_FORMAT),
        (b"PK\x03\x04junk", "acte.txt", IssueCode.UNSUPPORTED_FORMAT),
        (bytes(range(256)) * 4, "acte.txt", IssueCode.UNSUPPORTED_FORMAT),
        (b"GIF89a....", "acte.gif", IssueCode.UNREADABLE_FILE),
    ],
)
def test_what_is_not_read_says_why(tmp_path: Path, data: bytes, name: str, code: IssueCode) -> None:
    with pytest.raises(ReadError) as raised:
        read(write(tmp_path, data, name))
    assert raised.value.code == code
    assert str(raised.value)


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as raised:
        read(tmp_path / "absent.txt")
    assert raised.value.code == IssueCode.UNREADABLE_FILE


def test_a_format_is_told_by_its_bytes_before_its_name() -> None:
    assert detect(b"%PDF-1.4\n", ".txt") == PDF
    assert detect(b"<!DOCTYPE html><html>", ".txt") == HTML
    assert detect(b"Vu le code; vu la loi; vu le decret\nConsiderant\n", ".pdf") == TEXT
    assert detect(b"a;b;c\n1;2;3\n") == CSV
