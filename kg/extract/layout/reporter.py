"""« NOIR Paul, deuxième adjoint, rapporte l'affaire »: a report that begins with a name of the list of members."""

import re

_REPORTER = re.compile(
    r"(?P<name>(?!M\.)(?!(?:L[ea]s?|Monsieur|Madame|Messieurs|Mme|Comme|Pour|Par|Vu|Cette|Il|Elle)\s)"
    r"[A-ZÀ-Þ](?:[\w'’-]+|\.(?:\s?-\s?[A-ZÀ-Þ]\.)?)(?:\s(?!L[ea]\s[MPCV]|M(?:on|es)sieur|Madame|Mmes?\s)(?:d[eu]\s|la\s|le\s)?[A-ZÀ-Þ][\w'’-]+){1,3})"
    r"(?:,\s(?P<role>[^.;:,]{3,90}),)?\s"
    r"(?:rapporte|expose|présente|propose|rappelle|explique|informe|indique|soumet|fait|donne|précise)\b"
)
# What stands before a name in a list of members.
_LISTED = re.compile(r"(?:(?:M\.|MM\.|Mr|Mmes?|MME|Mlle|Monsieur|Madame|[,;:•▪●|/–—)(\n-]|\d|\bet)\s{0,3}|^\s{0,8})$")
ROSTER = 12_000  # characters that hold the list of members


def reporter_at(text: str, at: int) -> re.Match[str] | None:
    """The ``name``, and the ``role`` beside it, that open a report at an offset; the name stands in the text above."""
    if not text[at : at + 1].isupper():
        return None
    said = _REPORTER.match(text, at)
    return said if said is not None and is_listed(text, said["name"], min(at, ROSTER)) else None


def is_listed(text: str, name: str, end: int) -> bool:
    """True where the text above ``end`` prints a name: as it is, surname first, or with an initial for the given name.

    « A. NOIR » is « NOIR Anna » or « Anna NOIR » of the list; a surname alone is looked for as a word.
    """
    first, _, rest = name.partition(" ")
    if text.find(name, 0, end) >= 0:
        return True
    head, _, last = name.rpartition(" ")
    return bool(rest) and (_is_named(text, first, rest, end) or _is_named(text, last, head, end))


def is_member(text: str, name: str, end: int) -> bool:
    """True where a list above ``end`` holds a name: after a civility, a comma, a bullet; not « école Jean NOIR »."""
    at = text.find(name, 0, end)
    alone = at < 0 or name[1:2] == "."
    while at >= 0:
        if _LISTED.search(text, max(0, at - 12), at):
            return True
        at = text.find(name, at + 1, end)
    given, _, surname = name.partition(" ")
    return alone and bool(surname) and _is_named(text, given, surname, end)


def _is_named(text: str, given: str, surname: str, end: int) -> bool:
    """True for « A. NOIR » where « NOIR Anna » is listed, for « Anna NOIR » where « A. NOIR » or « NOIR Anna » is."""
    if text.find(surname, 0, end) < 0:
        return False
    said = rf"(?<!\w){re.escape(surname)}(?!\w)"
    rest = r"[\w.'’-]{0,24}" if given[1:2] in ("", ".") else rf"(?:\.|{re.escape(given[1:])}(?!\w))"
    name = rf"(?<!\w){re.escape(given[0])}{rest}(?:\s?-\s?[A-ZÀ-Þ]\.)?"
    return re.compile(rf"{name}\s{{1,2}}{said}|{said},?\s{{1,2}}\(?{name}").search(text, 0, end) is not None
