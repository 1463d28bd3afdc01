"""Which pages of a document hold no text: a page that was scanned, or left blank."""

from kg.model import Text

# Under this many letters and figures, a page is without text: a page number, a running title or dirt on a scan.
FEWEST_CHARACTERS = 30


def says_something(page: str) -> bool:
    """Whether a page holds enough letters and figures to be read."""
    return sum(char.isalnum() for char in page) >= FEWEST_CHARACTERS


def unread_pages(text: Text) -> tuple[int, ...]:
    """Numbers of the pages of a PDF that hold no text. A plain text has none: all that it holds was read."""
    if text.source.media_type != "application/pdf":
        return ()
    return tuple(page.number for page in text.pages if not says_something(text.raw[page.span.start : page.span.end]))
