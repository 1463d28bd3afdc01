"""Markdown of OCR services: the marks go, every other character stands where it stood, the record is the same."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.codec import record_to_json
from kg.extract import extract
from kg.reading import read
from kg.reading.markdown import is_markdown, read_markdown
from kg.resources import shipped
from kg.text.view import normalise

SAMPLES = sorted(path for path in shipped("samples").glob("*.txt") if path.read_text("utf-8").count("\n") > 8)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("# EXTRAIT DU REGISTRE #", "EXTRAIT DU REGISTRE"),
        ("**Présents :** M. Aubin **DÉLORME**", "Présents : M. Aubin DÉLORME"),
        ("***Vote*** : *unanimité*", "Vote : unanimité"),
        ("| Nom | Pouvoir à |", "Nom Pouvoir à"),
        ("|---|:---:|", ""),
        ("* approuve la convention", "- approuve la convention"),
        ("> Vu le code", "Vu le code"),
        ("Voir [la convention](https://exemple.fr/c.pdf) jointe", "Voir la convention jointe"),
        ("![logo](img-0.jpeg)", ""),
        ("Pour : 12<br>Contre : 2", "Pour : 12\nContre : 2"),
        ("<table><tr><td>Pour</td><td>12</td></tr></table>", "Pour 12"),
        ("Eau &amp; assainissement", "Eau & assainissement"),
        ("DEL2023\\_001 coûte 20 \\%", "DEL2023_001 coûte 20 %"),
        ("Délibération $n^{\\circ}$ 2023-014 du $1^{\\circ}$", "Délibération n° 2023-014 du 1°"),
        ("DEL2023_001, 5 * 12 * 3, 12 000 $", "DEL2023_001, 5 * 12 * 3, 12 000 $"),
    ],
)
def test_marks_are_taken_off_in_place(written: str, said: str) -> None:
    plain = read_markdown(written)
    assert len(plain) == len(written)
    assert [" ".join(line.split()) for line in normalise(plain).text.strip().split("\n")] == said.split("\n")


@given(st.text(alphabet="ab é*_|#>-<=$\\[]()!&;`\n", max_size=80))
def test_characters_that_are_left_stand_where_they_stood(written: str) -> None:
    plain = read_markdown(written)
    assert len(plain) == len(written)
    assert all(
        new in (old, "\u200b", "\t", "\n", "-", "°") or old in "&" for old, new in zip(written, plain, strict=True)
    )


def marked(text: str) -> str:
    """A text as an OCR service writes it: its first line a heading, lines parted by blank ones, labels bold."""
    lines = text.splitlines()
    bold = (f"**{line.strip()}**" if line.strip().isupper() else line for line in lines[1:])
    return f"# {lines[0].strip()}\n" + "\n".join(bold) + "\n\n![tampon](img-0.jpeg)\n"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_markdown_gives_the_records_of_the_plain_text(path: Path, tmp_path: Path) -> None:
    source = path.read_text("utf-8")
    (tmp_path / path.name).write_text(marked(source), "utf-8")
    plain, found = extract(read(path)).records, extract(read(tmp_path / path.name)).records
    strip = [record_to_json(dataclasses.replace(record, evidence=())) for record in (*plain, *found)]
    assert strip[len(plain) :] == strip[: len(plain)]


def test_proofs_are_offsets_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "acte.md"
    path.write_text("# Conseil municipal\n\n**Délibération n° 2024-031**\n\n| Pour | 12 |\n", "utf-8")
    text = read(path)
    start = text.raw.index("2024-031")
    assert text.source.media_type == "text/markdown"
    assert path.read_text("utf-8")[start : start + 8] == "2024-031"


def test_a_plain_text_is_none() -> None:
    for path in SAMPLES:
        assert not is_markdown(path.read_text("utf-8")), path.name
