"""Where the sentence that holds a passage begins; « M. » ends none, nor does a blank line after a comma."""

import re

from kg.extract.act import Zone

_END = re.compile(
    r"[.;\n*](?:(?<=\.)(?<!\bM.)(?<!\bMM.)(?<!\bMme.)(?<!\b[A-ZÀ-ÖØ-Þ].)\s|(?<=;)|"
    r"(?<=\n)(?<!,\n)(?<!, \n)(?<!,\n\n)\s*\n|(?<=\*)\*{2})"
)


def sentence_start(zone: Zone, position: int, reach: int) -> int:
    """The start of the sentence around a position of the view, at most ``reach`` characters before it."""
    begin = max(zone.start, position - reach)
    ends = [match.end() for match in _END.finditer(zone.view.text, begin, position)]
    return ends[-1] if ends else begin
