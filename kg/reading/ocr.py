"""Scanned pages read by Tesseract: French model, orientation, a second look at what came out badly."""

import io
import os
import re
import shutil
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import pytesseract
from PIL import Image, ImageChops, ImageFilter, ImageSequence, ImageStat, UnidentifiedImageError

from kg.errors import IssueCode, ReadError

# One thread per page: pages are spread over processes, and Tesseract's own threads then only get in the way.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

DPI = 300
_LOW = 0.75  # mean confidence under which a page is looked at again: turned, then smoothed
# Mean difference of the paper from its own median, of 255, over which a page is noisy: scans have 0.1 to 0.6, and grain
# that one sees 2 and more.
_NOISY = 1.5
_WHITE = 200
_DOT = 60  # a speck is darker than its surroundings by this much at least
# Letters nearer to each other than this share of their height are of one word: a space is three times as wide.
_SAME_WORD = 0.16
_ORIENTATION = re.compile(r"Rotate: (\d+)")
NEEDS = "OCR needs Tesseract with its French model (Debian: apt install tesseract-ocr tesseract-ocr-fra)"


class Word(NamedTuple):
    """A word as read, its offset in the page's text and how sure Tesseract is of it, 0 to 1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class OcrPage:
    """The text of one page and its words, in reading order."""

    text: str
    words: tuple[Word, ...]

    @property
    def confidence(self) -> float:
        """Mean confidence over the characters read."""
        length = sum(word.end - word.start for word in self.words)
        return sum(word.confidence * (word.end - word.start) for word in self.words) / length if length else 0.0


def available() -> bool:
    """Whether Tesseract and its French model are installed."""
    program = shutil.which("tesseract")
    return program is not None and _reads_french(program)


@cache
def _reads_french(program: str) -> bool:
    """Asked once: it starts the program."""
    return "fra" in pytesseract.get_languages(config="")


def read_images(data: bytes) -> list[OcrPage]:
    """The pages of an image file (a TIFF may hold several). Raises :class:`ReadError` where it is damaged."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            return [read_image(frame.copy()) for frame in ImageSequence.Iterator(image)]
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, "the image is damaged: it cannot be opened") from error


def read_image(image: Image.Image) -> OcrPage:
    """The text of a page image. Raises :class:`ReadError` where Tesseract is missing or fails on it."""
    if not available():
        raise ReadError(IssueCode.NO_TEXT_LAYER, f"it is a scan: {NEEDS}")
    grey = _cleaned(image.convert("L"))
    page = _recognise(grey)
    if page.confidence >= _LOW:
        return page
    second = _recognise(_upright(grey))
    third = _recognise(_smoothed(_upright(grey))) if second.confidence < _LOW else second
    return max((page, second, third), key=lambda p: (round(p.confidence, 3), len(p.text)))


def _upright(image: Image.Image) -> Image.Image:
    """The image turned so that its lines run from left to right; as it is where Tesseract cannot tell."""
    try:
        found = _ORIENTATION.search(pytesseract.image_to_osd(image, config="--psm 0"))
    except pytesseract.TesseractError:
        return image
    return image.rotate(-int(found[1]), expand=True) if found else image


def _smoothed(image: Image.Image) -> Image.Image:
    """Specks removed and the page enlarged: measured to help on faint or noisy scans."""
    larger = image.resize((image.width * 3 // 2, image.height * 3 // 2), Image.Resampling.LANCZOS)
    return larger.filter(ImageFilter.MedianFilter(3))


def _cleaned(image: Image.Image) -> Image.Image:
    """A noisy page at two thirds of its size and without specks; a clean one as it is.

    Measured on noisy pages: words read wrong fall from 16 to 7 in a hundred in small print, from 3 to 1.5 in plain
    print. A median filter over the whole page, or any of this on a clean one, loses the hairlines of small print.
    """
    if _noise(image) < _NOISY:
        return image
    smaller = image.resize((image.width * 2 // 3, image.height * 2 // 3), Image.Resampling.BOX)
    third_darkest = smaller.filter(ImageFilter.RankFilter(3, 2))
    dots = ImageChops.subtract(third_darkest, smaller).point(lambda value: 255 if value > _DOT else 0)
    return Image.composite(smaller.filter(ImageFilter.MedianFilter(3)), smaller, dots)


def _noise(image: Image.Image) -> float:
    """How far the paper is from its own median, of 255, in the middle of the page; 0 where there is no paper."""
    width, height = image.size
    middle = image.crop((width // 4, height // 4, width * 3 // 4, height * 3 // 4))
    median = middle.filter(ImageFilter.MedianFilter(3))
    paper = median.point(lambda value: 255 if value > _WHITE else 0)
    if not paper.getbbox():
        return 0.0
    return float(ImageStat.Stat(ImageChops.difference(middle, median), paper).mean[0])


def _recognise(image: Image.Image) -> OcrPage:
    try:
        table = pytesseract.image_to_data(
            image, lang="fra", config=f"--psm 3 --dpi {DPI}", output_type=pytesseract.Output.DICT
        )
    except (pytesseract.TesseractError, RuntimeError) as error:
        raise ReadError(IssueCode.UNREADABLE_FILE, f"Tesseract failed on a page: {error}") from error
    return laid_out(table)


def laid_out(table: dict[str, list[Any]]) -> OcrPage:
    """Words joined into lines, a blank line between blocks and paragraphs."""
    pieces: list[str] = []
    words: list[Word] = []
    length = 0
    previous: int | None = None
    for index, word in enumerate(table["text"]):
        if not word.strip():
            continue
        gap = "" if previous is None else _gap(table, previous, index)
        pieces += [gap, word]
        start = length + len(gap)
        length = start + len(word)
        words.append(Word(start, length, max(float(table["conf"][index]), 0.0) / 100))
        previous = index
    return OcrPage("".join(pieces) + "\n", tuple(words))


def _gap(table: dict[str, list[Any]], one: int, two: int) -> str:
    """What stands between two words: nothing where Tesseract tore a word between two letters that touch."""
    if any(table[key][one] != table[key][two] for key in ("block_num", "par_num")):
        return "\n\n"
    if table["line_num"][one] != table["line_num"][two]:
        return "\n"
    apart = table["left"][two] - table["left"][one] - table["width"][one]
    near = 0 <= apart < _SAME_WORD * min(table["height"][one], table["height"][two])
    return "" if near and _is_torn(table["text"][one], table["text"][two]) else " "


def _is_torn(one: str, two: str) -> bool:
    """Whether two pieces may be one word: capitals on both sides, or a capital alone before the rest of its name.

    Tesseract tears capitals, which are wide; what it puts near each other in small letters is two words as often.
    """
    capitals = one[-1].isupper() and two[0].isupper() and len(two) > 1
    return capitals or (len(one) == 1 and one.isupper() and two[0].islower())
