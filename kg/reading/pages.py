"""Which pages of a document hold no text that can be used: scanned, left blank, or in a broken encoding."""

from kg.model import Text

# Under this many letters and figures, a page is without text: a page number, a running title or dirt on a scan.
FEWEST_CHARACTERS = 30


def says_something(page: str) -> bool:
    """Whether a page holds enough letters and figures to be read."""
    return sum(char.isalnum() for char in page) >= FEWEST_CHARACTERS


def is_garbled(page: str) -> bool:
    """Whether a text layer is in a broken font encoding: private or control characters, or letters of no language.

    French has a vowel in two letters or three, and few words without any; a shifted encoding has neither.
    """
    signs = [char for char in page if not char.isspace()]
    if len(signs) < FEWEST_CHARACTERS:
        return False
    strange = sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" or char < " " for char in signs)
    letters = [char for char in page.lower() if char.isalpha()]
    vowels = sum(char in "aeiouyàâäéèêëîïôöùûüœæ" for char in letters)
    return strange > 0.2 * len(signs) or (len(letters) > 200 and not 0.25 < vowels / len(letters) < 0.65)


def unread_pages(text: Text) -> tuple[int, ...]:
    """Numbers of the pages of a PDF that hold no text. A plain text has none: all that it holds was read."""
    if text.source.media_type != "application/pdf":
        return ()
    return tuple(page.number for page in text.pages if not says_something(text.raw[page.span.start : page.span.end]))
