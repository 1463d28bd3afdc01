"""Who reports or speaks: a name of the list of members, at which a title has ended."""

import re

from kg.extract.layout.titles.shapes import opens_report, trimmed
from kg.model import Span
from kg.text.view import View, collapse

_REPORTER = re.compile(
    r"(?P<name>(?!M\.)(?!(?:L[ea]s?|Monsieur|Madame|Messieurs|Mme|Comme|Pour|Par|Vu|Cette|Il|Elle)\s)"
    r"[A-ZÀ-Þ](?:-[A-ZÀ-Þ]\.|[\w'’-]+|\.(?:\s?-\s?[A-ZÀ-Þ]\.)?)(?:\s(?!L[ea]\s[MPCV]|M(?:on|es)sieur|Madame|Mmes?\s)(?:d[eu]\s|la\s|le\s)?[A-ZÀ-Þ][\w'’-]+){1,3})"
    r"(?:,\s(?P<role>[^.;:,]{3,90}),)?\s"
    r"(?:rapporte|expose|présente|propose|rappelle|explique|informe|indique|soumet|fait|donne|précise|lit|commente|détaille|résume|signale)\b"
)
_OFFICE = re.compile(
    r"(?:\d{1,2}\s?(?:ère?|er|e|[eè]me|nde?)\s|premi[eè]re?\s|[a-z]{4,9}i[eè]me\s|co)?(?:adjointe?|maire|vice-pr[ée]sidente?"
    r"|pr[ée]sidente?|conseill[eè]re?|d[ée]l[ée]gu[ée]e?|rapporteure?)\b",
    re.IGNORECASE,
)
# What stands before a name in a list of members.
_LISTED = re.compile(r"(?:(?:M\.|MM\.|Mr|Mmes?|MME|Mlle|Monsieur|Madame|[,;:•▪●|/–—)(\n-]|\d|\bet)\s{0,3}|^\s{0,8})$")
ROSTER = 12_000  # characters that hold the list of members
_GIVEN_NAME = r"[A-ZÀ-Þ][a-zà-ÿ'’]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ'’]+)?"
# « Intervention de Mme Anne ROUX : » tells of who speaks, later
_SAID_OF = r"(?<!de M\.\s)(?<!de Mme\s)(?<!de Monsieur\s)(?<!de Madame\s)(?<!\sde\s)(?<!\spar\s)"
SPEAKER = re.compile(
    rf"\s{_SAID_OF}\s{{0,2}}(?P<name>{_GIVEN_NAME}[ ](?:[A-ZÀ-Þ]['’A-ZÀ-Þ-]{{1,22}}[ ]?){{1,3}}):(?=\s)"
)
_TITLED = re.compile(r"\n[ ]{0,3}(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)[ ][^:;.\n]{2,50}:(?=\s)")
_SENTENCE = re.compile(r"[a-zà-ÿ)]{3}[ ]?[.;!?]\s")
# A number of the register closes the title, and so does who comes or goes.
_CLOSES = re.compile(
    r"(?<!\w)(?:arrivee|depart|sortie|entree|retour)s?\s(?:de\s|d')"
    r"|(?:19|20)\d\d\s?[-_/.]\s?\d{1,4}(?!\d)|n\s?[°º]\s?\d|(?<!\w)d(?:el|cm|cc)[-_ ]?\d"
)
LINES, LONGEST_SPOKEN, REACH = 5, 400, 320


def reporter_at(text: str, at: int) -> re.Match[str] | None:
    """The ``name``, and the ``role`` beside it, that open a report at an offset; the name stands in the text above."""
    if not text[at : at + 1].isupper():
        return None
    said = _REPORTER.match(text, at)
    if said is None:
        return None
    return said if _is_member(said) or is_listed(text, said["name"], min(at, ROSTER)) else None


def _is_member(said: re.Match[str]) -> bool:
    """« NOIR Anna, adjointe aux sports, présente »: a surname in capitals, a given name, an office of the organ."""
    first, *others = said["name"].split()
    surname_first = first.isupper() and all(name.isupper() for name in others[:-1]) and not others[-1].isupper()
    surname_last = not first.isupper() and all(name.isupper() for name in others)
    return (surname_first or surname_last) and _OFFICE.match(said["role"] or "") is not None


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


def spoken_title(view: View, title: Span, limit: int) -> Span | None:
    """The title up to who speaks first, where all that stands between is a few lines of it."""
    end = min(limit, title.end + REACH)
    if view.text.find(":", title.start, end) < 0:
        return None
    found = [
        speaker.start() for speaker in SPEAKER.finditer(view.text, title.start, end) if is_known(view.text, speaker)
    ]
    found += [speaker.start() for speaker in _TITLED.finditer(view.text, title.start, end)]
    if not found or min(found) - title.start > LONGEST_SPOKEN:
        return None
    if _CLOSES.search(view.folded, min(title.end, min(found)), min(found)):
        return None
    said = view.text[title.start : min(found)]
    lines = [title.start + line.end() for line in re.finditer(r"\n\s*", said)]
    if len(lines) >= LINES or _SENTENCE.search(said) or any(opens_report(view.text, line) for line in lines):
        return None
    return trimmed(view.text, title.start, min(found))


def is_known(text: str, speaker: re.Match[str]) -> bool:
    """Whether the text names who speaks before: in the list of members, wherever an agenda pushes it."""
    name = collapse(speaker["name"])
    return text.find(name, 0, speaker.start()) >= 0 or is_listed(text, name, min(speaker.start(), ROSTER))
