"""The title of an act that stands alone on its page, with no label and no number before it.

It may stand above the words by which the organ speaks (« LE CONSEIL MUNICIPAL, Vu … »), before the one who reports
(« Subventions à deux associations. Mme NOIR, rapporteure »), fill the lines under the number, or be the one line of its
page that names what a council deals with."""

import re

from kg.extract.act import Zone
from kg.extract.layout.items.candidates import candidates
from kg.extract.layout.single.themes import theme_before
from kg.extract.layout.titles.ends import ends_title
from kg.extract.layout.titles.shapes import is_title, opens_report, past_gap, stands_apart, trimmed
from kg.extract.layout.titles.title import title_at
from kg.extract.layout.words import TITLE_HEAD
from kg.model import Span
from kg.text.view import View

# « LA COMMISSION PERMANENTE, / Vu … », « Le Conseil municipal, / Sur le rapport de … ».
_SPEAKS = re.compile(
    r"^[ \t]{0,8}(?:l[ea]s? |l')(?:conseil|commission permanente|bureau|comite|assemblee)[^\n.;:]{0,70},?[ ]?\n"
    r"\s{0,4}(?:vus?|sur (?:le rapport|proposition)|considerant|oui|entendu|apres)\b",
    re.MULTILINE,
)
_REPORTED = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?P<title>[A-ZÀ-Þ][^\n]{11,300}?)[.,;]?\s{1,2}[(–—-]?\s?(?:M\.|Mme|Mlle|MM\.|Monsieur|Madame)\s"
    r"[^\n,.;]{3,50},\s(?:co-?)?[Rr]apporteure?s?\b"
)
_ABOVE = re.compile(r"\n[ \t]{0,40}(?P<line>[^\n]{12,220})[ \t]*\n?[ \t]*\n?$")
_LABELLED = re.compile(
    r"\s{0,4}(?:seance|reunion|convocation|transmission|date|politique|mission|direction|service|page|rapport)\b"
)
_LETTERHEAD = re.compile(
    r"(?:commune|ville|mairie|departement|region|republique|communaute|metropole|syndicat|canton|arrondissement|conseil|"
    r"comite|extrait|registre|proces[- ]verbal|compte[- ]rendu|seance|deliberations?(?! (?:fixant|portant|relative)))\b"
)
_SECTION = re.compile(r"(?:rapport|expose|deliberation|decision|avis|proposition) (?:du|de la|des)\b")
# « DOSSIER : », « Affaire : », « OBJET Vente … », « OBJET DE LA DÉLIBÉRATION Vente … ».
LABEL_OF_TITLE = re.compile(
    r"(?<![\w'’])(?:(?:DOSSIER|Dossier|AFFAIRE|Affaire|QUESTION|Question|POINT|Point)\s[Nn]\s?[°º]\s?\d{1,3}\s{0,2}[:–—-]\s{1,3}"
    r"|(?:DOSSIER|Dossier|AFFAIRE|Affaire|SUJET|Sujet|TITRE|Titre|LIBELL[ÉE]|Libellé|CONCERNE|Concerne)"
    r"\s?:\s{1,3}|(?:OBJET|Objet)(?:\s(?:DE LA|de la)\s[Dd]\w{9,12})?\s{1,3}"
    r"(?!VOTE|DATE|N°|RAPPORT|D[ÉE]CISION|R[ÉE]SULTAT|D[EU]S? ))(?=[«\"]?[A-ZÀ-Þ])"
)
# What stands after a title in a text of one line: the sitting, the organ.
_SITS = re.compile(
    r"[\s.;:–—-]{0,14}(?:l[ea] (?:conseil|commission|bureau|comite)|l'assemblee|l'an\s|(?:conseil|seance|reunion)\s"
    r"(?:municipal\s)?du\s(?:\w{5,8}\s)?\d|nombre\sd|date\sd|etaient|presents)"
)
# « ASSAINISSEMENT - RUE DU PORT - » before the words that name the matter.
_THEMES = re.compile(r"(?:(?<=[.;:)\d]\s)|(?<=[\w.]\s))(?P<themes>(?:[A-ZÀ-Þ][^.;:,()°/–—-]{1,50}?\s[-–—]\s){1,3})$")
# « Direction du budget Finances – »: the service that wrote the report, then the theme.
_SERVICE = re.compile(
    r"(?:Direction|Service|P[ôo]le|D[ée]partement)\s[^–—-]*?[a-zà-ÿ](?<!\sd[eu])(?<!\sdes)(?<!\sla)(?<!\set)\s(?=[A-ZÀ-Þ])"
)
# « … peut délibérer. « Vente du presbytère » », « … : Anna NOIR « Vente … » ».
_QUOTED = re.compile(r"(?:[.;:)\d]|\b[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)\s{1,2}«\s?$")
_GUILLEMET = re.compile(r"\s?»")
_OF_MATTER = re.compile(r"(?<!\w)(?:domaine|matiere|nomenclature|classification|code)[^:.\n]{0,20}:\s{0,2}$")
NEAR = 40
SURE, REACH, FEWEST_WORDS, THEMES, QUOTE = 4.0, 400, 3, 160, 40
_LABEL = re.compile(r"\n[ ]{0,40}[\w°º.:() -]{0,40}$")  # « Délibération n° », « D.C. »
_LINE = re.compile(r"[ ]?\n(?:[ ]{0,40}\n)?[ ]{0,40}(?P<said>[^\n]{4,110})")
_THEME = re.compile(r"[A-ZÀ-Þ][^.;:\n–—-]{3,50}\s[–—:-]\s")  # « FINANCES – Attribution … »
MOST = 4  # lines


def title_alone(head: Zone, report: int) -> Span | None:
    """The title of the only act of a page, above ``report``, where its report begins; None where two may be it."""
    above = head.part(head.start, report)
    return _before_organ(head) or _before_reporter(head) or _named(above) or _in_one_line(above)


def labelled_title(head: Zone, report: int) -> Span | None:
    """« DOSSIER : Vente du presbytère », « OBJET Vente du presbytère »: labels that are none in minutes."""
    for label in head.part(head.start, report).find_exact(LABEL_OF_TITLE):
        title = title_at(head.view, label.end(), head.end)
        if title and is_title(head, *title):
            return title
    return None


def _before_organ(head: Zone) -> Span | None:
    speaks = head.first(_SPEAKS)
    if speaks is None:
        return None
    line = _ABOVE.search(head.view.text, max(head.start, speaks.start() - REACH), speaks.start())
    if line is None or _LABELLED.match(head.view.folded, line.start("line")):
        return None
    title = trimmed(head.view.text, *line.span("line"))
    if title is None or line["line"].rstrip().endswith((".", ":", ",")) or opens_report(head.view.text, title.start):
        return None
    return title if len(head.printed(*title).split()) >= FEWEST_WORDS else None


def _before_reporter(head: Zone) -> Span | None:
    said = _REPORTED.search(head.view.text, head.start, head.end)
    return trimmed(head.view.text, *said.span("title")) if said else None


def _named(zone: Zone) -> Span | None:
    """The one line that names what a council deals with."""
    folded = zone.view.folded
    found = [
        one
        for one in candidates(zone)
        if one.score >= SURE
        and not _OF_MATTER.search(folded, max(zone.start, one.start - NEAR), one.start)
        and not (_SECTION.match(folded, one.title.start) or _LETTERHEAD.match(folded, one.title.start))
    ]
    return found[0].title if len({zone.printed(*one.title) for one in found}) == 1 else None


def _in_one_line(zone: Zone) -> Span | None:
    """The one passage of a text without lines that names what a council deals with, right before a report."""
    view = zone.view
    found: dict[str, Span] = {}
    for head in zone.find(TITLE_HEAD):
        at = _begun_at(zone, head.start())
        title = title_at(view, at, min(len(view.text), zone.end + REACH)) if at is not None else None
        if title and is_title(zone, *title) and _is_followed(view, title):
            found.setdefault(view.folded[slice(*title)], title)
    return next(iter(found.values())) if len(found) == 1 else None


def _begun_at(zone: Zone, at: int) -> int | None:
    """Where a title begins whose matter is named at an offset: there, or at its themes; None in a sentence."""
    text = zone.view.text
    if not text[at].isupper() or (at > zone.start and text[at - 1].isalnum()):
        return None
    if _QUOTED.search(text, max(zone.start, at - QUOTE), at):
        return at
    if known := theme_before(zone, at):
        return known
    if themes := _THEMES.search(text, max(zone.start, at - THEMES), at):
        service = _SERVICE.match(text, themes.start("themes"), at)
        return service.end() if service else themes.start("themes")
    return at if stands_apart(zone, at) else None


def _is_followed(view: View, title: Span) -> bool:
    quoted = _GUILLEMET.match(view.text, title.end)
    at = quoted.end() if quoted else title.end
    after = past_gap(view.text, at)
    after += view.text.startswith("/ ", after) * 2
    ended = opens_report(view.text, after) or ends_title(view, title.start, after)
    return ended or bool(_SITS.match(view.folded, at))


def title_under_line(view: View, number: Span, limit: int) -> Span | None:
    """The lines that name a matter, from the line that the number ends to the words that open the report."""
    if not _LABEL.search(view.text, max(0, number.start - 60), number.start):
        return None
    at, start = number.end, 0
    for _ in range(MOST):
        line = _LINE.match(view.text, at, limit)
        if line is None:
            return None
        if start and opens_report(view.text, line.start("said")):
            theme = _THEME.match(view.text, start, at)
            named = TITLE_HEAD.match(view.folded, start) or (theme and TITLE_HEAD.match(view.folded, theme.end()))
            return trimmed(view.text, start, at) if named else None
        start, at = start or line.start("said"), line.end()
    return None
