"""The text of a web page: what a reader sees, a line per block and per table row (HTML Living Standard)."""

import re
from html.parser import HTMLParser

from kg.reading.rows import Writing

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "li", "main", "ol", "p", "pre"}
    | {"section", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"}
)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "nav", "svg", "button", "select"})
_CELLS = frozenset({"td", "th"})


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.writing = Writing()
        self._unseen: list[str] = []
        self._opened = {"table": self.writing.open_table, "tr": self.writing.open_row}
        self._opened |= dict.fromkeys(_CELLS, self.writing.open_cell)
        self._closed = {"table": self.writing.close_table, "tr": self.writing.close_row}
        self._closed |= dict.fromkeys(_CELLS, self.writing.close_cell)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if tag in _BLOCKS and not self._unseen:
            self.writing.write("\n")
        if tag in self._opened:
            self._opened[tag]()

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        if tag in self._closed:
            self._closed[tag]()
        if tag in _BLOCKS and not self._unseen:
            self.writing.write("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.writing.write(re.sub(r"\s+", " ", data))


def read_html(markup: str) -> str:
    """The text of a page; unclosed tags are no error, as for a browser."""
    page = _Page()
    page.feed(markup)
    page.close()
    return re.sub(r" *\n\s*?(?=[^\s]|\t|$)", "\n", page.writing.text()).strip() + "\n"
