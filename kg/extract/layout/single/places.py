"""The title of a single act without a label, by where it stands: above or below the members, or before the report."""

import re

from kg.extract.act import Zone
from kg.extract.layout.items.candidates import candidates
from kg.extract.layout.titles.capitals import CAPITALS
from kg.extract.layout.titles.shapes import trimmed
from kg.extract.layout.titles.title import title_at
from kg.model import Span
from kg.text.view import View

# The sitting's own sentence, or the list of its members: titles stand above.
_CONVENED = re.compile(
    r"(?<!\w)(?:l'an\s(?:deux|20)|l[ea] (?:conseil|comite|bureau|commission permanente|assemblee)[^.;]{0,80}?"
    r"(?:reunie?s?\b|convoque|legalement|dument)|(?:membres |etaient )?presents?\b|president\w? de (?:la )?seance|"
    r"le (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi) )?[\w-]{2,12} \w{3,9} deux mil)"
)
_IDENTITY = re.compile(
    r"(?:seance|reunion|session|assemblee pleniere|conseil)\s[^.;:\n]{0,40}?(?:19|20)\d\d(?!\d)|"
    r"(?:deliberation\s{1,3}(?:n\s?[°º]\s?)?|n\s?[°º]\s?)[a-z]{0,5}[-_ ]?\d[\w./-]{3,22}"
)
_FURNITURE = re.compile(
    r"[\s:.,;–—-]*(?:republique francaise|conseil (?:municipal|communautaire|regional|departemental|d'agglomeration|"
    r"metropolitain|syndical|de (?:la )?\w+)|comite syndical|commission permanente|"
    r"assemblee (?:pleniere|departementale)|"
    r"bureau \w+|deliberations?|extrait (?:du|des) [\w ]{3,40}?deliberations?|seance publique|"
    r"(?:(?:de la )?(?:seance |reunion )?du )?(?:lundi |mardi |mercredi |jeudi |vendredi |samedi )?"
    r"\d{1,2}(?:er)? [a-z]{3,9} 20\d\d"
    r"|n\s?[°º]\s?[\w./-]{3,22}|[a-z]{1,5}[-_ ]?\d[\w./-]{4,22})(?!\w)"
)
_NOT_TITLE = re.compile(
    r"(?:departement|commune|ville|mairie|communaute|syndicat|republique|arrondissement|canton|page|extrait|registre|"
    r"rapport|commission|direction|service|politique|programme|mission|date|convocation|nombre|secretaire|membres|"
    r"(?:seance|reunion|session) (?:ordinaire|extraordinaire|publique|du))\b"
)
_REGISTER = re.compile(r"extraits? (?:du|des) [\w ]{0,30}deliberations\b|registre des deliberations\b")
_DISTRICTS = ("arrondissement", "canton", "departement")
_LABEL = re.compile(r"\s*[^:\n]{2,30}\s?:\s")
_PARAGRAPH = re.compile(
    r"(?:^|\n[ ]?\n\s{0,40})(?P<body>[^\n]{12,200}(?:\n[ ]?[^\n]{3,200}){0,2})(?=[ ]?\n[ ]?(?:\n|-{5}))"
)
_DASHED = re.compile(r"[^\W\d_]\s[–—-]\s?$")
LETTERS, LONGEST = 14, 60
# « Absents : », « Ont donné procuration : », « Secrétaire de séance : Mme NOIR »: the last one of a head counts.
_ROLL = re.compile(
    r"(?:^|\n)[ \t]{0,8}(?:(?:etaient|ont|est|sont)\s)?(?:membres?\s)?"
    r"(?:present|absent|excus|representee?s?\b|procuration|pouvoir|donne\s|secretaire de)[^\n:]{0,160}:"
)
_PARAGRAPH_BELOW = re.compile(r"\n[ ]?\n\s{0,40}(?P<body>\S[^\n]{3,200}(?:\n[ ]?\S[^\n]{2,200}){0,2})(?=[ ]?\n[ ]?\n)")
_PROSE = re.compile(r"\s{1,40}[A-ZÀ-Þ][^\n]{60,900}?[a-zà-ÿ)»]{2}[.;:](?:\s|$)")
SURE, REACH, PASSAGE, SHORTEST, GAP = 4.0, 2500, 600, 16, 6
_REPORTS = re.compile(
    r"(?:monsieur|madame|m\.|mme)\s[^\n:]{3,110}?(?:rapporte|presente le rapport|expose|"
    r"donne lecture|soumet)\b[^\n:]{0,40}:"
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
_PLACED = re.compile(r"(?<=[^\W\d_.,:;]\s)\d{1,2}\s?[-–—.)]{1,2}\s(?=[A-ZÀ-Þ«])")  # « 5 – FINANCES – Attribution … »
_OF_SITTING = re.compile(
    r"(?:(?:le )?secretar?i|present|absent|excus|pouvoir|procuration|membre|votant|etai|avai|ont |a donne)"
)
_SERVICE = re.compile(r"(?:direction|service|pole|delegation|commission|secteur|politique|mission)\b")
_OF_SERVICE = re.compile(
    r"(?:Rapport|RAPPORT|Dossier|DOSSIER|Affaire|AFFAIRE)\s[Nn]\s?[°º]\s?[\w./-]{1,12}\s{1,3}(?=[«A-ZÀ-Þ])"
)
_DAY = re.compile(r"(?<!\d)[0-3]?\d/[01]?\d/(?:19|20)\d\d(?!\d)")
_ORGAN = re.compile(
    r"(?<=[\w»)])\s{1,3}(?:LA COMMISSION PERMANENTE|L['’]ASSEMBL[ÉE]E|LE (?:CONSEIL|COMIT[ÉE]|BUREAU))"
    r"(?:\s(?:D['’]|DE |DU )?[A-ZÀ-Þ'’-]{3,20}){0,3}\s?[,:]?\s{1,3}(?:V[Uu]\s|R[ée]unie?)"
)
LONGEST_BEFORE = 420  # characters of a title that a stamp and the organ's visas enclose
# Possessive: a word in capitals can be cut into names in too many ways.
_NAMES = re.compile(r"^[\s,;.-]*+(?:[A-ZÀ-Þ][\w'’-]*+[\s,;.-]*+|d[eu]s?\s|la\s|le\s|et\s){1,40}+$")
_LISTED = re.compile(
    r"(?:present|absent|excuse|procuration|pouvoir|generale?|territoriales?)[\w()/. ]*\s?:?\s*$", re.IGNORECASE
)


def title_above(head: Zone, number: Span | None) -> Span | None:
    """The title between the identity of a sitting and its members, from the number on; None where two may be it."""
    convened = next((match.start() for match in head.find(_CONVENED) if match.start() > head.start + LONGEST), None)
    identity = head.first(_IDENTITY)
    if convened is None or identity is None or identity.end() > convened:
        return None
    begun = number.end if number and identity.end() < number.end < convened else identity.end()
    zone = head.part(begun, convened)
    found = _in_capitals(zone) or _paragraphs(zone)
    return found[0] if len(found) == 1 else None


def _in_capitals(zone: Zone) -> list[Span]:
    found = []
    for run in CAPITALS.finditer(zone.view.text, zone.start, zone.end):
        title = _without_furniture(zone, run.start(), _with_subject(zone, run.start(), _whole(zone, run.end())))
        if title and sum(map(str.isalpha, zone.view.text[slice(*title)])) >= LETTERS:
            found.append(title)
    return found


def _whole(zone: Zone, end: int) -> int:
    """The end of a run without the first letter of the next word; with « (3e PARTIE) » that holds a small letter."""
    text = zone.view.text
    line = text.rfind("(", max(zone.start, end - 8), end)
    if line >= 0 and ")" not in text[line:end] and (closed := text.find(")", end, end + LONGEST)) > 0:
        return closed + 1
    while (
        end > zone.start
        and end < len(text)
        and text[end].isalpha()
        and (text[end - 1].isalpha() or text[end - 1] in "'")
    ):
        end -= 1
    return end


def _with_subject(zone: Zone, start: int, end: int) -> int:
    """« FINANCES – Attribution d'une subvention »: capitals that a dash ends are the theme of what follows them."""
    subject = title_at(zone.view, end, zone.end) if _DASHED.search(zone.view.text, start, end) else None
    return max(end, subject.end) if subject else end


def _without_furniture(zone: Zone, start: int, end: int) -> Span | None:
    while furniture := _FURNITURE.match(zone.view.folded, start, end):
        start = furniture.end()
    title = trimmed(zone.view.text, start, end)
    if title is None or _NOT_TITLE.match(zone.view.folded, title.start) or _REGISTER.search(zone.view.folded, *title):
        return None
    return None if zone.view.folded.endswith(_DISTRICTS, title.start, title.end) else title


def _paragraphs(zone: Zone) -> list[Span]:
    found = []
    for paragraph in _PARAGRAPH.finditer(zone.view.text, zone.start, zone.end):
        said = paragraph.span("body")
        if _LABEL.match(paragraph["body"]) or ". " in paragraph["body"] or _IDENTITY.fullmatch(zone.view.folded, *said):
            continue
        title = _without_furniture(zone, *paragraph.span("body"))
        if title and title.start == paragraph.start("body") and " " in paragraph["body"]:
            found.append(title)
    return found


def past_service(view: View, title: Span) -> Span:
    """« DIRECTION de l'eau Rapport n° 5-7 Aides aux puits »: what stands behind the number of the report."""
    last = [*_OF_SERVICE.finditer(view.text, *title)][-1:] if _SERVICE.match(view.folded, title.start) else []
    return (trimmed(view.text, last[0].end(), title.end) if last else None) or title


def title_before_organ(head: Zone) -> Span | None:
    """« Publié le 14/12/2022 Aides aux compagnies LA COMMISSION PERMANENTE, Vu … »: between a stamp and the visas."""
    organ = next(head.find_exact(_ORGAN), None)
    dated = [date.end() for date in _DAY.finditer(head.view.text, head.start, organ.start())] if organ else []
    if organ is None or not dated or organ.start() - dated[-1] > LONGEST_BEFORE:
        return None
    title = title_at(head.view, dated[-1], organ.start())
    whole = title is not None and organ.start() - title.end <= GAP and title.end - title.start >= SHORTEST
    return title if title and whole and not _is_furniture(head.view, title) else None


def _is_furniture(view: View, title: Span) -> bool:
    """The name of the sitting, of the document, of whom it concerns."""
    named = _FURNITURE.match(view.folded, title.start) or _NOT_TITLE.match(view.folded, title.start)
    return named is not None or _OF_SITTING.match(view.folded, title.start) is not None


def title_below(head: Zone) -> Span | None:
    """The first paragraph below the members that names what a council deals with, where a report follows it."""
    labels = [label.end() for label in head.find(_ROLL)]
    if not labels:
        return None
    zone = head.part(labels[-1], min(labels[-1] + REACH, head.end))
    named = {one.title.start for one in candidates(zone) if one.score >= SURE and not one.bulleted}
    for paragraph in _PARAGRAPH_BELOW.finditer(zone.view.text, zone.start, zone.end):
        if paragraph.start("body") in named:
            told = _PROSE.match(zone.view.text, paragraph.end())
            return trimmed(zone.view.text, *paragraph.span("body")) if told else None
    return None


def title_before_report(head: Zone) -> Span | None:
    """The paragraph before « Madame X, Vice-Présidente, rapporte : », without the names of the list above it."""
    report = head.first(_REPORTS) or next(head.find_exact(_NAMED), None)
    if not report:
        return None
    text = head.view.text
    lines = _lines_before(text, head.start, report.start())
    if "\n" not in head.text.rstrip() or (lines and lines[0][1] - lines[0][0] > PASSAGE):
        return _after_names(head.part(max(head.start, report.start() - PASSAGE), report.start()))
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
    is_title = end - start > 8 and not _OF_SITTING.match(head.view.folded, start)
    return Span(start, end) if is_title else None


def _after_names(zone: Zone) -> Span | None:
    """The words between the last name of a list and the report, in a text without lines; one breath, no stop in it.

    So are those after the act's place in the agenda.
    """
    names = list(_LAST_NAME.finditer(zone.view.text, zone.start, zone.end))
    for begun in (*names[-1:], *_PLACED.finditer(zone.view.text, zone.start, zone.end)):
        title = title_at(zone.view, begun.end(), zone.end)
        long = title is not None and zone.end - title.end <= GAP and title.end - title.start >= SHORTEST
        if title and long and not _OF_SITTING.match(zone.view.folded, title.start):
            return title
    return None


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


def _is_list_line(line: str) -> bool:
    """A line of names, or the head of such a list."""
    capitals = sum(word.isupper() and len(word) > 1 for word in re.findall(r"[^\W\d_]+", line))
    return (
        bool(_LISTED.search(line))
        or ("," in line and capitals >= 1 and bool(_NAMES.match(line)))
        or bool(capitals and _NAMES.match(line) and " - " not in line and capitals < 3)
    )
