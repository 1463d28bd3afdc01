"""Office documents, web pages and scans give the same words as the text that they were made from."""

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from kg.errors import IssueCode, ReadError
from kg.reading import read
from kg.reading.ocr import available, laid_out
from kg.reading.pages import is_garbled
from kg.resources import shipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
needs_tesseract = pytest.mark.skipif(not available(), reason="Tesseract with its French model is not installed")


def zipped(folder: Path, name: str, parts: dict[str, str]) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return path


def docx(folder: Path, body: str, **parts: str) -> Path:
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(folder, "acte.docx", {"word/document.xml": document, **parts})


def test_docx_paragraphs_tabs_and_tables(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("Pour", "12"))
    body = (
        "<w:p><w:r><w:t>Commune de Belmorin</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Votants</w:t><w:tab/><w:t>12</w:t></w:r><w:r><w:delText>13</w:delText></w:r></w:p>"
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    )
    text = read(docx(tmp_path, body)).raw
    assert text.splitlines()[:2] == ["Commune de Belmorin", "Votants\t12"]
    assert text.splitlines()[2].split() == ["Pour", "12"]


def test_docx_headers_come_first(tmp_path: Path) -> None:
    header = f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>MAIRIE DE BELMORIN</w:t></w:r></w:p></w:hdr>'
    path = docx(tmp_path, "<w:p><w:r><w:t>Séance</w:t></w:r></w:p>", **{"word/header1.xml": header})
    assert read(path).raw.split() == ["MAIRIE", "DE", "BELMORIN", "Séance"]


def test_odt_spaces_breaks_and_spans(tmp_path: Path) -> None:
    body = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        '<text:p>Le <text:span>maire</text:span><text:s text:c="2"/>expose<text:line-break/>que</text:p>'
        "<text:h>Vote</text:h></office:text></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.text"
    path = zipped(tmp_path, "acte.odt", {"mimetype": mimetype, "content.xml": body})
    assert read(path).raw == "Le maire  expose\nque\nVote\n"


def test_a_damaged_office_document_is_said(tmp_path: Path) -> None:
    path = zipped(tmp_path, "acte.docx", {"word/document.xml": "<w:document"})
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.code is IssueCode.UNREADABLE_FILE


def test_html_shows_what_a_reader_sees(tmp_path: Path) -> None:
    path = tmp_path / "acte.html"
    path.write_text(
        "<!DOCTYPE html><html><head><style>p{}</style></head><body><h1>Délibération</h1>"
        "<p>Le conseil&nbsp;<b>approuve</b><br>à l'unanimité<script>alert(1)</script></body></html>",
        encoding="utf-8",
    )
    assert [" ".join(line.split()) for line in read(path).raw.splitlines()] == [
        "Délibération",
        "Le conseil approuve",
        "à l'unanimité",
    ]


def test_doc_without_a_program_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "acte.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0" * 512)
    with pytest.raises(ReadError, match="antiword"):
        read(path)


def drawn(text: str, turned: int = 0) -> Image.Image:
    """A page image at 200 dpi: what a municipal copier gives."""
    page = Image.new("L", (1654, 2339), 255)
    ImageDraw.Draw(page).multiline_text((120, 150), text, fill=20, font=ImageFont.load_default(size=34), spacing=14)
    return page.rotate(turned, expand=True, fillcolor=255)


SENTENCES = "Le conseil municipal de Belmorin approuve la convention\navec le syndicat des eaux pour 12 500 euros."


@needs_tesseract
@pytest.mark.parametrize("turned", [0, 90])
def test_an_image_is_read_whichever_way_it_is_turned(tmp_path: Path, turned: int) -> None:
    path = tmp_path / "acte.png"
    drawn("\n".join([SENTENCES] * 6), turned).save(path)
    text = read(path)
    assert "approuve la convention" in text.raw
    assert "12 500 euros" in text.raw
    assert text.pages[0].confidence is not None
    assert text.pages[0].confidence > 0.7


@needs_tesseract
def test_a_scanned_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "acte.pdf"
    drawn(SENTENCES).save(path, "PDF", resolution=200, save_all=True, append_images=[drawn("Pour extrait conforme")])
    text = read(path)
    assert len(text.pages) == 2
    assert "syndicat des eaux" in text.raw[slice(*text.pages[0].span)]
    assert "extrait conforme" in text.raw[slice(*text.pages[1].span)]


def test_a_text_layer_is_not_sent_to_ocr() -> None:
    assert all(page.confidence is None for page in read(shipped("samples") / "essarts-noirs_2025-09.pdf").pages)


def test_a_broken_encoding_is_told_from_french() -> None:
    french = read(shipped("samples") / "montfleury_DCM-2024-014.txt").raw
    assert not is_garbled(french)
    assert is_garbled("".join(chr(ord(char) + 3) if char.isalpha() else char for char in french if char.isascii()))
    assert is_garbled("".join(chr(0xE000 + ord(char) % 200) for char in french))


def test_an_image_that_is_none_is_said(tmp_path: Path) -> None:
    path = tmp_path / "acte.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    with pytest.raises(ReadError):
        read(path)


def test_a_blank_pdf_has_no_text(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    buffer = io.BytesIO()
    document.save(buffer)
    (tmp_path / "blanc.pdf").write_bytes(buffer.getvalue())
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "blanc.pdf")
    assert caught.value.code is IssueCode.NO_TEXT_LAYER


@needs_tesseract
def test_a_hybrid_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    """A page of text, a page that is an image and another of text: only the image is read by OCR."""
    drawn(SENTENCES).save(tmp_path / "image.pdf", "PDF", resolution=200)
    with pypdfium2.PdfDocument(shipped("samples") / "essarts-noirs_2025-09.pdf") as typed:
        typed.import_pages(pypdfium2.PdfDocument(tmp_path / "image.pdf"), index=1)
        typed.save(tmp_path / "acte.pdf")
    text = read(tmp_path / "acte.pdf")
    assert [page.confidence is None for page in text.pages] == [True, False, True]
    assert "syndicat des eaux" in text.raw[slice(*text.pages[1].span)]
    assert all(text.page_at(span.start) == 2 for span in text.doubtful)


@needs_tesseract
@pytest.mark.parametrize("kind", ["TIFF", "JPEG"])
def test_pages_of_an_image_file_are_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"acte.{kind.lower()}"
    more = {"save_all": True, "append_images": [drawn("Pour extrait conforme")]} if kind == "TIFF" else {}
    drawn(SENTENCES).save(path, kind, **more)
    text = read(path)
    assert len(text.pages) == 1 + len(more) // 2
    assert "syndicat des eaux" in text.raw
    assert ("extrait conforme" in text.raw) == (kind == "TIFF")


@needs_tesseract
def test_grain_and_specks_are_read_through(tmp_path: Path) -> None:
    """Noise of the kind that old copiers leave: the words are read, and the marks are not."""
    page = drawn("\n".join([SENTENCES] * 8))
    grain = Image.effect_noise(page.size, 60)
    noisy = Image.blend(page, grain, 0.25)
    noisy.save(tmp_path / "acte.png")
    assert read(tmp_path / "acte.png").raw.count("approuve la convention") >= 7


@pytest.mark.parametrize(
    ("words", "gap", "said"),
    [
        (("F", "rançois"), 2, "François"),
        (("BER", "NARD,"), 3, "BERNARD,"),
        (("BER", "NARD,"), 14, "BER NARD,"),
        (("rétrocession", "à"), 2, "rétrocession à"),
        (("suivants", "et"), 2, "suivants et"),
        (("12", "500"), 3, "12 500"),
    ],
)
def test_capitals_that_touch_are_one_word(words: tuple[str, str], gap: int, said: str) -> None:
    same: dict[str, list[object]] = {key: [1, 1] for key in ("block_num", "par_num", "line_num")}
    boxes: dict[str, list[object]] = {"left": [100, 200 + gap], "width": [100, 100], "height": [36, 36]}
    assert laid_out({"text": list(words), "conf": [90, 90], **boxes, **same}).text == f"{said}\n"
