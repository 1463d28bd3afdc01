"""The title of a single act as the paragraph right before « Madame X, Vice-Présidente, rapporte : »."""

import re

from kg.extract.act import Zone
from kg.extract.layout.titles import title_at
from kg.model import Span

_REPORTS = re.compile(
    r"(?:monsieur|madame|m\.|mme)\s[^\n:]{3,110}?(?:rapporte|presente le rapport|expose|"
    r"donne lecture|soumet)[^\n:]{0,40}:"
)
# « Anna NOIR rapporte : » on a line of its own, without a civility.
_NAMED = re.compile(
    r"^[ ]{0,3}[A-ZÀ-Þ][\w'’-]{1,20}(?:[ ][A-ZÀ-Þ][\w'’-]{0,20}){1,4}(?:,[ ][^\n:]{3,90},)?[ ]"
    r"(?:rapporte|expose|présente\sle\srapport)[ ]{0,2}:",
    re.MULTILINE,
)
# « Anna NOIR Vente du presbytère »: the last name of a list, and what follows it without a comma.
_LAST_NAME = re.compile(
    r"[,:]\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*)?(?:\s[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’-]*+){1,3}[.]?\s(?=[«A-ZÀ-Þ]['’]?[a-zà-ÿ]|[A-ZÀ-Þ]{3,}\s[-–—:])"
)
_OF_SITTING = re.compile(
    r"(?:secretaire|present|absent|excus|pouvoir|procuration|membre|votant|etai|avai|ont |a donne)"
)
LONGEST, SHORTEST, GAP = 600, 16, 6


def title_before_report(head: Zone) -> Span | None:
    """The paragraph before « Madame X, Vice-Présidente, rapporte : », without the names of the list above it."""
    report = head.first(_REPORTS) or next(head.find_exact(_NAMED), None)
    if not report:
        return None
    if "\n" not in head.text:
        return _after_names(head.part(max(head.start, report.start() - LONGEST), report.start()))
    text = head.view.text
    lines = _lines_before(text, head.start, report.start())
    kept: list[tuple[int, int]] = []
    for (start, end), above in zip(lines, [*lines[1:], None], strict=False):
        alone = above is not None and "," not in text[start:end] and not _is_list_line(text[slice(*above)])
        if (_is_list_line(text[start:end]) and not (alone and kept)) or len(kept) == 6:
            break
        kept.append((start, end))
        if text[start] == " ":  # a page began here
            break
    if not kept:
        return None
    start, end = kept[-1][0], kept[0][1]
    while start < end and not text[start].isalnum() and text[start] not in '«"':
        start += 1
    return Span(start, end) if end - start > 8 else None


def _after_names(zone: Zone) -> Span | None:
    """The words between the last name of a list and the report, in a text without lines; one breath, no stop in it."""
    names = list(_LAST_NAME.finditer(zone.view.text, zone.start, zone.end))
    title = title_at(zone.view, names[-1].end(), zone.end) if names else None
    if title is None or zone.end - title.end > GAP or title.end - title.start < SHORTEST:
        return None
    return None if _OF_SITTING.match(zone.view.folded, title.start) else title


def _lines_before(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Lines upwards from an offset, up to a blank one, trailing spaces left out."""
    found: list[tuple[int, int]] = []
    while end > start:
        begin = max(text.rfind("\n", start, end) + 1, start)
        stripped = text[begin:end].rstrip()
        if stripped:
            found.append((begin, begin + len(stripped)))
        elif found:
            break
        end = begin - 1
    return found


# Possessive: a word in capitals can be cut into names in too many ways.
_NAMES = re.compile(r"^[\s,;.-]*+(?:[A-ZÀ-Þ][\w'’-]*+[\s,;.-]*+|d[eu]s?\s|la\s|le\s|et\s){1,40}+$")
_LISTED = re.compile(
    r"(?:present|absent|excuse|procuration|pouvoir|generale?|territoriales?)[\w()/. ]*\s?:?\s*$", re.IGNORECASE
)


def _is_list_line(line: str) -> bool:
    """A line of names, or the head of such a list."""
    capitals = sum(word.isupper() and len(word) > 1 for word in re.findall(r"[^\W\d_]+", line))
    return (
        bool(_LISTED.search(line))
        or ("," in line and capitals >= 1 and bool(_NAMES.match(line)))
        or bool(capitals and _NAMES.match(line) and " - " not in line and capitals < 3)
    )
