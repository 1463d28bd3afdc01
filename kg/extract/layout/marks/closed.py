"""Marks of a summary whose acts are a title, then the vote on lines of their own: « Pour : 27 / Adopté à l'unanimité ».

No report stands between the two, so the paragraph right above the first line of a vote is the title. Before it on its
first line may stand who reports and the place in the agenda, as in a table whose columns were lost."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.layout.marks.kinds import CLOSED, Family
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.titles.sentences import sentence_in
from kg.extract.layout.titles.shapes import opens_report, trimmed
from kg.extract.layout.words import DISPOSITIF_HEAD, NOT_AN_ACT, SENTENCE_WORD
from kg.model import Span
from kg.text.cues import cue_positions, matches_at
from kg.text.view import View

# A line that says nothing but a vote, folded. OCR may put the surname of who reports before it.
_VERDICT = re.compile(
    r"^[ \t]{0,6}(?:[a-z'-]{3,24}+[ ](?=(?:pour|contre)\s?:))?(?:"
    r"(?:resultats? d[ue](?: vote| scrutin)\s?:?\s?)?"
    r"(?:votes?\s)?(?:pour|contre|abstentions?|ne prend pas part|nppv|votants|exprimes)\s{0,2}:[^\n]{0,90}|"
    r"(?:(?:la )?(?:deliberation|proposition|motion|question)[ ]|(?:le )?(?:rapport|voeu|point|dossier)[ ])?"
    r"(?:est[ ])?(?:adopte|approuve|vote|accepte|valide|rejete|refuse)e?s?"
    r"(?:\s?:|[ ]+(?:a|par)[ ](?:l'|la|\d)[^\n]{0,80}|[ .]*$)|"
    r"(?:vote\s?:\s?)?(?:a l'\s?)?unanimite[^\n]{0,60}$|a la majorite[^\n]{0,60}$|"
    r"(?:l[ea] |l')?(?:conseil(?: \w{8,15})?|comite(?: \w{5,12})?|assemblee|bureau)[ ](?:en[ ])?prend acte[^\n]{0,20}$|"
    r"(?:affaire|point|deliberation|dossier|question|rapport)[ ](?:retiree?|ajournee?|reportee?)[ .]*$)"
    r"|(?<=[^\n:]{12}[ ])pour\s?:\s?\d{1,3}[ ]*$",  # on the last line of the title
    re.MULTILINE,
)
_LINE = re.compile(r"\n(?=[ \t]{0,6}[a-z'-][a-z' -]{3})")  # what such a line, or the name before it, begins with
_MOVES = re.compile(
    r"(?<!\w)(?:sort(?:ent|i\w*)?|sont|entre(?:nt)?|revien\w{1,4}|arriv\w{1,5}|quitt\w{1,3}|rejoi\w{1,6}|regagn\w{1,3}|"
    r"recuper\w{1,3})(?!\w)[^\n]{0,60}(?:seance|salle|definitivement|reunion)|donne\w*[ ](?:sa[ ])?procuration|"
    r"ne[ ](?:participe|prend|prennent|pren)\w*"
)
_NAME = r"[A-ZÀ-Þ][\w'’-]{1,20}[ ](?:[A-ZÀ-Þ]['’A-ZÀ-Þ-]{1,22}[ ]?){1,3}"
_GIVEN = r"[A-ZÀ-Þ][a-zà-ÿ]{2,14}(?:-[A-ZÀ-Þ][a-zà-ÿ]{2,14})?"
_HEAD = r"(?:M|Mme|Mm?\W{1,2})[ ]l[ea][ ](?:Maire|Présidente?)"
ROW = re.compile(
    rf"(?:(?:{_NAME}|{_GIVEN}|{_HEAD})[ ])?\d{{1,3}}(?:[ ]?[.)°–—-]{{1,2}})?[ ]{{1,3}}(?=[«\"“]?[A-ZÀ-ÖØ-ÞŒ])"
)
_LATER_ROW = re.compile(rf"(?<=\n){_NAME}\d{{1,3}}[ ]{{1,3}}(?=[«\"“]?[A-ZÀ-ÖØ-ÞŒ])")
_SENTENCE = re.compile(r"[a-z)]{3}[ ]?\.[ ]*\n")
_EXECUTIVE = re.compile(r"M\w{0,2}[\W]{1,3}l[ea][ ](?:Maire|Présidente?)[ ]{1,3}(?=[A-ZÀ-Þ][a-zà-ÿ])")
_SURNAME = re.compile(r"\n[ ]{0,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,22}[ ]*$")
_ALL_NAMES = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]{0,22}[ ]){1,5}[^,]{0,3}[A-ZÀ-Þ'’-]*,")
_LOWER = re.compile(r"(?<![\w'’-])[a-zà-ÿ]{4,}")
FEWEST, MOSTLY = 6, 0.6
BLANKS, LINES, LONGEST, SHORTEST = 3, 7, 480, 12


def closed(zone: Zone) -> Iterator[Mark]:
    """A mark before each title that a vote follows at once; none where the votes mostly close reports."""
    votes = list(_first_lines(zone))
    if len(votes) < FEWEST:
        return
    found = [above for vote in votes if (above := _title_above(zone, vote))]
    if len(found) < FEWEST or len(found) < MOSTLY * len(votes):
        return
    for place, (start, title) in enumerate(found, 1):
        yield Mark(start, title.start, Family(CLOSED), (place,))


def closed_title(view: View, start: int, limit: int) -> Span | None:
    """The title of such a mark: up to the vote."""
    vote = _VERDICT.search(view.folded, start, limit)
    return _without_surname(view, start, vote.start()) if vote else None


def _without_surname(view: View, start: int, end: int) -> Span | None:
    """« Serge 2 Adhésion au réseau / NOIR Pour : 46 »: the column of names goes on beside the vote."""
    surname = _SURNAME.search(view.text, start, end)
    return trimmed(view.text, start, surname.start() if surname else end)


def _first_lines(zone: Zone) -> Iterator[int]:
    """Where the first line of each vote begins."""
    at = zone.start
    folded = zone.view.folded
    lines = (line.end() for line in _LINE.finditer(folded, zone.start, zone.end))
    places = sorted({zone.start, *lines, *cue_positions(folded, ("pour",), zone.start, zone.end)})
    for vote in matches_at(_VERDICT, folded, places, zone.start, zone.end):
        if zone.view.text[at : vote.start()].strip():
            yield vote.start()
        at = vote.end()


def _title_above(zone: Zone, vote: int) -> tuple[int, Span] | None:
    """Where the paragraph above a vote begins, and the title in it."""
    start = _paragraph(zone, vote)
    view = zone.view
    start = _past_report(view, start, vote)
    while start < vote and view.text[start].isspace():
        start += 1
    row = ROW.match(view.text, start, vote) or _EXECUTIVE.match(view.text, start, vote)
    title = _without_surname(view, row.end() if row else start, vote)
    return (start, title) if title and _is_title(view, title) else None


def _past_report(view: View, start: int, vote: int) -> int:
    """Past who comes and goes, sentences, and the section's name above who reports."""
    passed = [start]
    for told in (_MOVES, _SENTENCE):
        for found in told.finditer(view.folded, start, vote):
            line = view.text.find("\n", found.end() - 1, vote)
            passed.append(line + 1 if line >= 0 else vote)
    rows = [row.start() for row in _LATER_ROW.finditer(view.text, start, vote)]
    return max([*passed, *rows])


def _paragraph(zone: Zone, vote: int) -> int:
    """Where the lines right above a vote begin, up to a blank one or to the vote before."""
    text = zone.view.text
    end = start = len(text[zone.start : vote].rstrip()) + zone.start
    if text.count("\n", end, vote) > BLANKS:
        return vote
    for _ in range(LINES):
        begin = text.rfind("\n", zone.start, start) + 1 or zone.start
        if not text[begin:start].strip() or _VERDICT.match(zone.view.folded, begin, start + 1):
            break
        if end - begin > LONGEST:
            return vote
        start = max(zone.start, begin - 1)
    return start


def _is_title(view: View, title: Span) -> bool:
    """Some words that are neither a sentence, nor a list of names."""
    text = view.text
    said = text[slice(*title)]
    if title.end - title.start < SHORTEST or " " not in said or not (said[0].isalnum() or said[0] in '«"“'):
        return False
    if opens_report(text, title.start) or NOT_AN_ACT.match(view.folded, title.start):
        return False
    if DISPOSITIF_HEAD.match(view.folded, title.start) or SENTENCE_WORD.search(text, *title):
        return False
    if said[0].islower() or sentence_in(text, *title) is not None:
        return False
    return not (_ALL_NAMES.match(said) and not _LOWER.search(said))
