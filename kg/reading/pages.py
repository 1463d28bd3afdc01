"""Which pages of a document hold no text that can be used: scanned, left blank, or in a broken encoding."""

from collections import Counter

from kg.model import Text
from kg.reading.ocr import NEEDS, available

# Under this many letters and figures, a page is without text: a page number, a running title or dirt on a scan.
FEWEST_CHARACTERS = 30
_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"


def says_something(page: str) -> bool:
    """Whether a page holds enough letters and figures to be read."""
    return sum(count for char, count in Counter(page).items() if char.isalnum()) >= FEWEST_CHARACTERS


def is_garbled(page: str) -> bool:
    """Whether a text layer is in a broken font encoding: private or control characters, or letters of no language.

    French has a vowel in two letters or three, and few words without any; a shifted encoding has neither.
    """
    counts = Counter(page.lower())  # a page has 3,000 characters, of 80 kinds
    signs = sum(count for char, count in counts.items() if not char.isspace())
    if signs < FEWEST_CHARACTERS:
        return False
    strange = sum(n for char, n in counts.items() if "\ue000" <= char <= "\uf8ff" or char == "\ufffd" or _control(char))
    letters = sum(count for char, count in counts.items() if char.isalpha())
    vowels = sum(counts[char] for char in _VOWELS)
    return strange > 0.2 * signs or (letters > 200 and not 0.25 < vowels / letters < 0.65)


def _control(char: str) -> bool:
    return char < " " and not char.isspace()


def unread_pages(text: Text) -> tuple[int, ...]:
    """Numbers of the pages of a PDF that hold no text. A plain text has none: all that it holds was read."""
    if text.source.media_type != "application/pdf":
        return ()
    return tuple(page.number for page in text.pages if not says_something(text.raw[page.span.start : page.span.end]))


def why_silent() -> str:
    """What is to be said of a page without text."""
    return "this page holds no text: it is blank, or a scan that could not be read" + (
        "" if available() else f"; {NEEDS}"
    )
