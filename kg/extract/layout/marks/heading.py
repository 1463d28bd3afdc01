"""What heads an act: its number and its title, read where a mark stands."""

import re
from dataclasses import dataclass

from kg.extract.act import Mention
from kg.extract.layout.marks.closed import closed_title
from kg.extract.layout.marks.kinds import CAPITALS, CLOSED, LINE, ORDINAL, REGISTERED, ROMAN
from kg.extract.layout.marks.kinds import OBJECT as NAMES_OBJECT
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.marks.numbered import OF_DAY
from kg.extract.layout.titles.capitals import title_in_capitals
from kg.extract.layout.titles.ends import is_section
from kg.extract.layout.titles.numbers import CODE, LABEL, NATURES_OF_ORDINALS, is_ordinal, key_of, number_at
from kg.extract.layout.titles.people import spoken_title
from kg.extract.layout.titles.shapes import OBJECT, is_person, is_stage, opens_report, said_last, trimmed
from kg.extract.layout.titles.title import ACRONYM, HARDLY, title_at
from kg.extract.layout.words import SENTENCE_WORD
from kg.model import Span
from kg.text.view import View, collapse, fold_same_length

_LEVEL = re.compile(
    r"\s*(?:(?:[ivx]{1,4}\s?[-.)]{1,2}\s*)?(?:\d{1,2}|[a-z](?=\s?[-)]))\s?(?:°\s?\)|[).]|\s[-–—])\s?:?\s*|"
    r"[ivx]{1,4}\s?[-–—.)]{1,2}\s+)",
    re.IGNORECASE,
)
# « 2. Gestion financière 2.1. Débat … »: the act stands under the lower ordinal.
_DEEPER = re.compile(r"[A-ZÀ-Þ][^.;:\n\d]{3,60}\s(?P<own>\d{1,2}\.\d{1,2})\.?\s{1,2}[-–—]?\s?(?=[A-ZÀ-Þ])")
_LETTERED = re.compile(r"[A-Z]\s?[.)–-]\s{1,2}(?=[A-ZÀ-Þ][a-zà-ÿ'’]|[A-ZÀ-Þ]{3})")  # « A. Tarifs », on a line
_GAP = re.compile(r"[\s:;.,|)–—-]*")
# « M. le Maire procède à … »: a report without a title.
_SPEAKS = re.compile(r"(?:M\.|MM\.|Mme|Mr|Monsieur|Madame|L[ea] (?:Maire|Président))[\s.]")
_CIVILITIES = ("monsieur", "madame", "mesdames", "messieurs", "mme", "mr")
_LEGAL = re.compile(
    r"(?:Il (?:est|vous est|convient|s'agit)|V[Uu]s?|Considérant|CONSID[ÉE]RANT|Après en avoir|APR[ÈE]S EN AVOIR"
    r"|Fait à|FAIT [ÀA])\s|(?:Rapporteure?s? :|Sur (?:le )?rapport d|Exposé des motifs|L[ea] rapporteure? expose)"
)
_CLOSED = re.compile(r"\(\s?(?:n\s?[°º]\s?)?(?P<code>[a-z]{0,5}[-_ ]?\d[\w./-]{2,20})\s?\)\s*$")
# « 2022-12-309 DCM-05 – Vente … »: its rank in the sitting after its number.
_RANK = re.compile(r"(?:dcm|delib|del|cm|cc|d)\s?[-_. ]\s?\d{1,3}\s{0,2}[-–—:]\s{1,2}(?=\w)")
_EXAMINED = re.compile(r"\s*(?:examinee?|prise|adoptee?)\s(?:le|du)\s\d{1,2}(?:er)?\s\w{3,9}\s\d{4}[\s–—-]*")
_CLOSING_NUMBER = re.compile(
    r"[\s,;:.–—-]{0,4}\(?\s?(?:(?:deliberation|delib\.?|acte|d\.?c\.?m\.?)\s)?(?:n\s?[°º]\s?)?(?=[a-z]{0,6}[-_ .]?\d)"
)
_UNDER = re.compile(r"[ ]?\n\s{0,3}(?P<line>[A-ZÀ-Þ][^\n]{8,170}[^\s.;,:!?])[ ]?(?P<colon>:[ ]?)?\n\s{0,3}(?=[A-ZÀ-Þ])")
_PUT_OFF = re.compile(
    r"(?:affaire|point|dossier|question|rapport|deliberation|projet)\s(?:est\s)?(?:retire|ajourne|reporte|supprime)e?"
    r"(?:\sde l'ordre du jour)?(?!\w)"
)
# « 7. Délibération : tarifs de la halle », « 8. Pour décision – … »: the kind of item, then its title.
_KIND = re.compile(
    r"(?:(?:projet de |(?:points? |sujets? )?(?:soumis a |pour ))?deliberation(?: de principe| cadre)?|pour (?:decision"
    r"|approbation|vote|avis))\s?(?::|[–—-](?=\s))\s{1,3}(?=\w)"
)
# « 2023-46 Point 6 : Vente du presbytère »
_PLACED = re.compile(r"(?:point|affaire|question|dossier|rapport|sujet)\s(?:n\s?[°º]\s?)?\d{1,3}\s?[:.–—-]{1,2}\s{1,2}")
SECTION, THEME = 5, 2  # words, at most, of a section's name in capitals, and in small letters
_NAMES_TITLE = re.compile(r"(?:sujet|titre|libelle)\s?:\s|objet de la d\w{10,12}\s(?=\w)")  # after a number
_PLACE = re.compile(r"1?\d(?:[-.][a-z1-9]\d?)?$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: where it begins and ends, its number and title if it prints them; ``outcome`` where it says it all.

    ``rest`` is what goes on with a title that a column of a table cuts.
    """

    start: int
    end: int
    number: Span | None
    title: Span | None
    rule: str
    outcome: str | None = None
    rest: Span | None = None


def heading_at(view: View, mark: Mark, limit: int) -> Heading:
    """The heading that a mark opens; nothing is read at or after ``limit``."""
    if mark.series.kind is CAPITALS and not LABEL.match(view.folded, mark.start, limit):
        end = title_in_capitals(view.text, mark.start, min(limit, mark.start + 400))
        return _in_capitals(view, mark, end or mark.start)
    if mark.series.kind is CLOSED:
        title = closed_title(view, mark.body, limit)
        return Heading(mark.start, title.end if title else mark.body, None, title, CLOSED.name)
    number, at = _leading_number(view, mark, limit)
    at = _past_gap(view.text, at, limit)
    if number and (examined := _EXAMINED.match(view.folded, at, limit) or OF_DAY.match(view.folded, at, limit)):
        at = examined.end()
    if number and (level := _LEVEL.match(view.text, at, limit)):
        at = level.end()
    at = _past_parts(view, mark, number, at, limit)
    named = OBJECT.match(view.folded, at, limit) or (_NAMES_TITLE.match(view.folded, at, limit) if number else None)
    labelled = named or mark.series.kind is NAMES_OBJECT or (number and view.text[at : at + 1].isupper())
    title = title_at(view, named.end() if named else at, limit, ACRONYM if labelled else HARDLY)
    if title and not named and (_is_said(view, title) or (number and _is_of_another(view, number, title))):
        title = None
    if title and number is None and (under := _under_section(view, mark, title, limit)):
        title = under
    title = (title and (spoken_title(view, title, limit) or _put_off(view, title))) or title
    title = title and said_last(view, title)
    end = title.end if title else at
    if title and (number is None or _is_weak(view, mark, number)):
        closing = _closing_number(view, title.end, limit)
        number = closing or (None if number and _is_place(view, number) else number)
        end = closing.end if closing else end
    return Heading(mark.start, end, number, title, mark.series.kind.name)


def _past_parts(view: View, mark: Mark, number: Span | None, at: int, limit: int) -> int:
    """Past a letter, a section with the act's own ordinal, its place in the agenda, the kind of item."""
    if mark.series.kind is LINE and (lettered := _LETTERED.match(view.text, at, limit)):
        at = lettered.end()
    if (deeper := _DEEPER.match(view.text, at, limit)) and is_section(view, at, deeper.start("own")):
        at = at if is_stage(view, deeper.end()) else deeper.end()
    if number and (placed := _PLACED.match(view.folded, at, limit)):
        at = placed.end()
    kind = _KIND.match(view.folded, at, limit)
    return kind.end() if kind else at


def _put_off(view: View, title: Span) -> Span | None:
    """« AFFAIRE RETIRÉE » is all that is printed of an item: what became of it is no other line."""
    said = _PUT_OFF.match(view.folded, title.start)
    return Span(title.start, said.end()) if said and said.end() > title.end else None


def _is_said(view: View, title: Span) -> bool:
    """« M. le Maire procède à … », « Vu le code … », « Fait à Montfleury, le … » head nothing."""
    if _LEGAL.match(view.text, title.start) or view.folded[slice(*title)] in _CIVILITIES or is_person(view.text, title):
        return True
    return bool(_SPEAKS.match(view.text, title.start) and SENTENCE_WORD.search(view.text, *title))


def _is_of_another(view: View, number: Span, title: Span) -> bool:
    """« N° DEL2020_01_02 • DEL2019_08_01 : Vente … »: a list of other acts, under a number of the same shape."""
    code = CODE.match(view.folded, *title)
    return code is not None and key_of(code[0])[0] == key_of(view.folded[slice(*number)])[0]


def _under_section(view: View, mark: Mark, title: Span, limit: int) -> Span | None:
    """« II. TOURISME », then « Toiture de la halte nautique » on a line that a report follows: the act's own title.

    So it is under « Voirie » where a colon ends the line.
    """
    section = view.text[slice(*title)]
    if mark.series[:2] not in ((ORDINAL, "line"), (ROMAN, "line")) or len(section.split()) > SECTION:
        return None
    line = _UNDER.match(view.text, title.end, limit)
    if line is None or line["line"].isupper() or opens_report(view.text, line.start("line")):
        return None
    if view.folded.startswith(fold_same_length(section), line.start("line")):
        return None  # « ÉLECTION DU MAIRE », then « Élection du maire dans les communes de … »: the law is told
    titled = line["colon"] and len(section.split()) <= THEME and not SENTENCE_WORD.search(line["line"])
    if not (titled or (section.isupper() and not line["colon"])):
        return None
    return trimmed(view.text, *line.span("line")) if opens_report(view.text, line.end()) else None


def _in_capitals(view: View, mark: Mark, end: int) -> Heading:
    """A title that is all in capitals, with the number between parentheses that may close it."""
    closed = _CLOSED.search(view.folded, mark.start, end)
    number = number_at(view, closed.start("code")) if closed else None
    title = trimmed(view.text, mark.start, closed.start() if closed and number else end)
    return Heading(mark.start, end, number, title, CAPITALS.name)


def _leading_number(view: View, mark: Mark, limit: int) -> tuple[Span | None, int]:
    """The number between the mark and the title, past agenda ordinals, and where the title may begin."""
    at, number = mark.body, None
    for _ in range(3):
        label = LABEL.match(view.folded, at, limit)
        if label and number_at(view, label.end()) is None:
            label = None  # « DCM-23-055 »: these letters are of the number
        code = None if label else CODE.match(view.folded, at, limit)
        own = number is None and at == mark.body and mark.series.kind in REGISTERED
        printed = number_at(view, label.end() if label else at) if label or code or own else None
        if printed is None:
            break
        number = _better(view, number, printed, label["what"] if label else "code")
        at = _past_gap(view.text, printed.end, limit)
        if rank := _RANK.match(view.folded, at, limit):
            at = rank.end()
    return number, at if number is None else max(at, number.end)


def _past_gap(text: str, at: int, limit: int) -> int:
    gap = _GAP.match(text, at, max(at, limit))
    return gap.end() if gap else at


def _is_weak(view: View, mark: Mark, number: Span) -> bool:
    """« Dossier n° 2-1 » gives way to a code after the title."""
    label = LABEL.match(view.folded, mark.body)
    return bool(label and (label["what"] or "").startswith(NATURES_OF_ORDINALS)) and number.end - number.start <= 4


def _is_place(view: View, number: Span) -> bool:
    """« Dossier n° 1-2 » is a place in the agenda: no group of its figures could be a year or a count of a register."""
    return bool(_PLACE.match(view.folded, *number))


def _better(view: View, known: Span | None, printed: Span, what: str | None) -> Span | None:
    """« Point n° 3 » is a place in the agenda; « N° 1 D.CCAS/2026/19 » is numbered by its code."""
    if is_ordinal(view, printed) and (known is not None or (what or "").startswith(NATURES_OF_ORDINALS)):
        return known
    return printed


def _closing_number(view: View, at: int, limit: int) -> Span | None:
    """A number printed right after the title: « (n°02/2020-01) », « DCM 23.1.50 »."""
    opened = _CLOSING_NUMBER.match(view.folded, at, limit)
    if not opened:
        return None
    label = LABEL.match(view.folded, opened.end(), limit)
    start = label.end() if label else opened.end()
    coded = CODE.match(view.folded, start, limit) or label or re.search(r"[a-z]", opened[0])
    return number_at(view, start) if coded else None


def mentions_of(view: View, heading: Heading) -> tuple[Mention, ...]:
    """The number and the title as mentions, each with its exact passage."""
    found = []
    if heading.number:
        found.append(
            Mention(
                "number",
                collapse(view.text[slice(*heading.number)]),
                (heading.number,),
                f"heading-number-{heading.rule}",
            )
        )
    if heading.title:
        parts = (heading.title, heading.rest) if heading.rest else (heading.title,)
        title = collapse(" ".join(view.text[slice(*part)] for part in parts))
        found.append(Mention("title", title, parts, f"heading-title-{heading.rule}"))
    if heading.outcome:
        said = Span(heading.start, heading.end)
        found.append(Mention("vote/outcome", heading.outcome, (said,), f"heading-outcome-{heading.rule}"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Item:
    """An act of the minutes: its heading and its passage; ``beyond``: where the passage ended that was then cut."""

    heading: Heading
    start: int
    end: int
    beyond: int = 0
