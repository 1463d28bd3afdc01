"""« NOIR Paul, deuxième adjoint, rapporte l'affaire »: a report that begins with a name of the list of members."""

import re

_REPORTER = re.compile(
    r"(?P<name>(?!M\.)(?!(?:L[ea]s?|Monsieur|Madame|Messieurs|Mme|Comme|Pour|Par|Vu|Cette|Il|Elle)\s)"
    r"[A-ZÀ-Þ](?:[\w'’-]+|\.(?:\s?-\s?[A-ZÀ-Þ]\.)?)(?:\s(?!L[ea]\s[MPCV]|M(?:on|es)sieur|Madame|Mmes?\s)(?:d[eu]\s|la\s|le\s)?[A-ZÀ-Þ][\w'’-]+){1,3})"
    r"(?:,\s(?P<role>[^.;:,]{3,90}),)?\s"
    r"(?:rapporte|expose|présente|propose|rappelle|explique|informe|indique|soumet|fait|donne|précise)\b"
)
ROSTER = 12_000  # characters that hold the list of members


def reporter_at(text: str, at: int) -> re.Match[str] | None:
    """The ``name``, and the ``role`` beside it, that open a report at an offset; the name stands in the text above."""
    if not text[at : at + 1].isupper():
        return None
    said = _REPORTER.match(text, at)
    return said if said is not None and text.find(said["name"], 0, min(at, ROSTER)) >= 0 else None
