"""Text documents made into scans: pages drawn, turned a little, blurred and speckled, as a municipal copier gives them.

Everything is decided by the seed: the same text gives the same images.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

DPI = 200
_PAGE = (1654, 2339)  # A4 at 200 dpi
_MARGIN = 160
_POINTS = 11
_LEADING = 1.3
# Fonts as municipal documents have them, the first that is installed; Pillow brings one of its own in any case.
_FONTS = ("DejaVuSerif.ttf", "LiberationSerif-Regular.ttf", "Times New Roman.ttf", "times.ttf")
_TURN = 1.0  # degrees, either way
_GREY = 14.0  # standard deviation of the noise, of 255
_SPECKS = 0.0004  # of the pixels


def scan(text: str, path: Path, seed: int, font: str | None = None) -> int:
    """Write the scan of a text as a PDF of images; the number of its pages."""
    random = np.random.default_rng(seed)
    pages = [_worn(page, random) for page in _drawn(text, _font(font))]
    pages[0].save(path, "PDF", resolution=DPI, save_all=True, append_images=pages[1:])
    return len(pages)


def _font(name: str | None) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    size = round(_POINTS * DPI / 72)
    for candidate in (name,) if name else _FONTS:
        try:
            return ImageFont.truetype(candidate, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _drawn(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> Iterator[Image.Image]:
    """The pages of a text, black on white; a form feed begins a page, a line too long is wrapped between words."""
    step = round(_POINTS * DPI / 72 * _LEADING)
    most = (_PAGE[1] - 2 * _MARGIN) // step
    for part in text.split("\f"):
        lines = list(_lines(part, font))
        for start in range(0, len(lines), most):
            page = Image.new("L", _PAGE, 255)
            pen = ImageDraw.Draw(page)
            for row, line in enumerate(lines[start : start + most]):
                pen.text((_MARGIN, _MARGIN + row * step), line, fill=25, font=font)
            yield page


def _lines(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> Iterator[str]:
    """The lines of a text, each cut between words where it reaches the right margin."""
    for line in text.strip("\n").splitlines() if text.strip() else ():
        fitting = ""
        for word in line.split():
            longer = f"{fitting} {word}".strip()
            if fitting and font.getlength(longer) > _PAGE[0] - 2 * _MARGIN:
                yield fitting
                longer = word
            fitting = longer
        yield fitting


def _worn(page: Image.Image, random: np.random.Generator) -> Image.Image:
    turned = page.rotate(random.uniform(-_TURN, _TURN), Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float32)
    noisy = grey * 0.92 + 12 + random.normal(0, _GREY, grey.shape)
    specks = random.random(grey.shape)
    noisy[specks < _SPECKS] = 30
    noisy[specks > 1 - _SPECKS] = 250
    return Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
