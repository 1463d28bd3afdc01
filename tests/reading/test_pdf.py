"""PDF: pages and their offsets, and what is wrong with a file that cannot be read."""

from pathlib import Path

import pypdfium2
import pytest

from kg.errors import IssueCode, ReadError
from kg.reading import read, unread_pages
from kg.resources import shipped

SAMPLE = next(shipped("samples").glob("*.pdf"))
CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
PROTECTED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"4 0 obj<</Filter/Standard/V 1/R 2/P -44/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\n%%EOF"
)


def test_pages_cover_the_text_and_keep_their_numbers() -> None:
    text = read(SAMPLE)
    with pypdfium2.PdfDocument(SAMPLE) as document:
        layers = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    assert text.source.media_type == "application/pdf"
    assert [text.raw[slice(*page.span)] for page in text.pages] == [layer + "\f" for layer in layers]
    assert text.page_at(text.pages[-1].span.start) == len(layers)


def test_a_blank_page_among_others_is_told(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(SAMPLE)
    document.new_page(595, 842, index=0)
    path = tmp_path / "acte.pdf"
    document.save(path)
    assert unread_pages(read(path)) == (1,)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.4 cut", "damaged"), (SAMPLE.read_bytes()[:200], "damaged"), (PROTECTED, "password")],
)
def test_a_damaged_or_protected_file_says_so(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "acte.pdf"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=words) as raised:
        read(path)
    assert raised.value.code == IssueCode.UNREADABLE_FILE


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not on this machine")
def test_lines_of_real_documents_come_in_reading_order() -> None:
    for name, first, then in [
        ("CM-04-juillet-2022.pdf", "Commune de", "Ordre du jour"),
        ("2014-04-24-0000071252.pdf", "Extrait du registre", "Publiée le"),
        ("cr050914.pdf", "Compte rendu", "Fait à"),
    ]:
        raw = read(CORPUS / name).raw
        assert 0 <= raw.index(first) < raw.index(then), name
