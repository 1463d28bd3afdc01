"""Marks without a number: « Objet : », « Rapporteur : », a title in capitals, a line that a report follows."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.bounds import RUNS, TITLES, bounded, note
from kg.extract.layout.marks.kinds import CAPITALS as IN_CAPITALS
from kg.extract.layout.marks.kinds import LINE, REPORTED, Family
from kg.extract.layout.marks.kinds import OBJECT as NAMES_OBJECT
from kg.extract.layout.marks.mark import Mark
from kg.extract.layout.titles.capitals import CAPITALS, past_surname, title_in_capitals
from kg.extract.layout.titles.people import reporter_at
from kg.extract.layout.titles.shapes import NO_TITLE, OBJECT, is_document_head, is_title, opens_report, past_gap
from kg.extract.layout.titles.title import title_at
from kg.extract.layout.words import NOT_AN_ACT, OPENER, OPERATIVE_HEAD, PREPOSITIONS, SENTENCE_WORD, TITLE_HEAD
from kg.text.cues import Led

# « ADOPTÉ À L'UNANIMITÉ RÉFECTION DU LAVOIR », « POUR : 12 CONTRE : 0 MOTION … »: the vote on the act before.
_VERDICT = re.compile(
    r"(?:(?:(?:ADOPT|APPROUV|VOT|ACCORD|VALID|ACCEPT)[A-ZÀ-Þ]{0,3}[\s,:]{1,3})?(?:PAR\s\d{1,3}\sVOIX[\s,]{0,3})?"
    r"(?:[ÀA]\sL['’ ]{1,2}UNANIMIT\w{1,2}|[ÀA]\sLA\sMAJORIT\w{1,2}|UNANIMIT\w{1,2}|MAJORIT\w{1,2})"
    r"(?:\sDES\s\w{4,10}|\s(?:ABSOLUE|EXPRIM\w{1,4}|PR[ÉE]SENTS?|VOTANTS|ET|REPR[ÉE]SENT\w{1,3})){0,5}"
    r"|(?:ADOPT|APPROUV|REJET|VALID)(?:[ÉE]|[ÉE]E)S?(?=\s?[.\n])|PREND\sACTE(?=\s?[.\n])"
    r"|OBJETS?(?=\s+[A-ZÀ-Þ«])|(?:VOTES?\s?:?\s)?(?:POUR|CONTRE|ABSTENTIONS?|VOTANTS|EXPRIM[ÉE]S|NPPV)\s?:?\s?\d{1,3})[\s.,;:*–—-]*"
)
# « PV / Compte rendu / conseil municipal du … »: what a stamp says of the document, page after page.
_NAMES_DOCUMENT = re.compile(
    r"\s{0,4}(?:p\.?v\.?|proces[ -]verbal|compte[ -]rendu|"
    r"note de synthese)\s{1,3}(?:du\s)?conseil\s{1,2}\w+\s{1,2}d[ue]"
)
_NUMBER_BEFORE = re.compile(
    r"(?P<number>(?:(?:deliberation\s{0,2})?n\s?[°º]\s?)(?:[a-z]{0,5}[-_ ]?)\d[\w/._–-]{0,20}"
    r"|[a-z]{1,5}[-_ ]?20\d\d\s?[-–_/]\s?\d{1,4}|20\d\d\s?[-_/–]\s?\d{1,4})[\s:.–—-]{1,6}$"
)
# An agenda in capitals: « … PRESBYTÈRE 2. RÉFECTION … ».
_ENTRIES = re.compile(r"\s\d{1,2}\s?[.)]\s[A-ZÀ-Þ]{3}|\sOBJET\s[A-ZÀ-Þ]{3}")
_LINE_TITLE = re.compile(
    r"^(?:[ \t•●▪❖➢>*✓-]{0,4})(?P<title>(?P<first>[A-ZÀ-ÖØ-ÞŒ][^\n]{9,170}[^\s.;,!?])"
    r"(?:[ ]?\n(?:(?=\S)|[ ]{0,3}\n[ ]{0,3}(?=[a-zà-ÿ]))(?P<second>[^\n]{4,150}[^\s.;,!?]))?)[ ]?\n\s{0,4}(?=[A-ZÀ-Þ])",
    re.MULTILINE,
)
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ][\w'’-]{4,}(?: (?:19|20)\d\d)?")
_ENDED = re.compile(r"(?:[.!?]|(?:adopt|approuv|valid|accept)ee?s?)[ ]?$")
# « VERDI CONSEILS 31.25 »: a row of a table.
_ROW_OF_FIGURES = re.compile(r"[A-ZÀ-Þ][\s–-]{1,3}\d{1,3}(?:\s\d{3}){0,3}[.,]\d\d\s*$")
_STARS = re.compile(r"[*_~=]{1,6}\s{1,3}")
# « EL KADIRI.\n », « ROUX. » before two words more.
_NAME_CLOSES = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*\s){0,2}[A-ZÀ-Þ'’.-]+(?:\.(?=\s?\n)|(?<=[A-ZÀ-Þ]{2})\.)\s{1,4}(?=[A-ZÀ-Þ'’-]+\s[A-ZÀ-Þ'’-]+)"
)
# « Secrétaire de séance : I. NOIR. »: no section « I. », but a name.
_SECRETARY = re.compile(r"\bsecretaires?(?:\sde\s(?:la\s)?seance)?\s?:\s?$")
_INITIALLED = re.compile(r"(?:[A-ZÀ-Þ]\.\s?-?\s?){1,2}(?:(?:DE|DU|LE|LA|D['’])\s?){0,2}[A-ZÀ-Þ'’-]{2,}[\s.]*")
_CITES = re.compile(r"\d[\w/.]*\s?[-–:]\s?$|(?<!\w)(?:d[eu]s?|l[ae]s?|par|sur|pour|et|a|aux?|n\s?°|[dl]')\s?$")
_LONG_WORD = re.compile(r"\w{3,}")
_WORDS_OF_MATTER = 3
KEY = 16  # letters that tell an entry of an agenda when it comes back
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?![a-zà-ÿ])"
_REPORTER = Led(
    r"(?<![\w(])(?:Rapporteur(?:e|\.e|\(e\))?s?|RAPPORTEURE?S?|Pr[ée]sent[ée]e? par)\s?:?\s{0,2}"
    r"(?:(?:M\.|Mr|Mme|MME|Mlle|Monsieur|Madame)\s)?"
    rf"(?:(?:[A-ZÀ-Þ][\w'’-]+\s){{0,2}}?{_CAPITALS}(?:\s{_CAPITALS}(?=\n|\s[A-ZÀ-Þ]?[a-zà-ÿ]))?|[Ll][ea]\s(?:Maire|Pr[ée]sidente?)"
    r"|[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}(?=\s?\n))"
    r"(?:,[^\n.;:]{3,80}(?=\n))?[\s,.:–—-]{1,6}(?=[A-ZÀ-ÖØ-ÞŒ«])"
    r"(?!(?:Premi[eè]re?|Deuxi[eè]me|Troisi[eè]me|Maire|Adjointe?|Vice|Pr[ée]sidente?|Conseill[eè]re?)\b)",
    ("Rapporteur", "RAPPORTEUR", "Présent", "Present"),
)


def objects(zone: Zone) -> Iterator[Mark]:
    """« Objet : », with the number that may stand before it; not the stamp that names the whole document."""
    labels = zone.find(OBJECT)
    for place, found in enumerate(labels, 1):
        if zone.view.text[found.start()].isupper() and not _NAMES_DOCUMENT.match(zone.view.folded, found.end()):
            numbered = _NUMBER_BEFORE.search(zone.view.folded, max(zone.start, found.start() - 44), found.start())
            start = numbered.start("number") if numbered else found.start()
            yield Mark(start, start if numbered else found.end(), Family(NAMES_OBJECT), (place,))


def lines(zone: Zone) -> Iterator[Mark]:
    """A line, or two, that the words of a report follow on the next one: a title without number."""
    text, at, place = zone.view.text, zone.start, 0
    for _ in range(TITLES.most):
        if not (found := _LINE_TITLE.search(text, at, zone.end)):
            return
        end, at = found.end("title"), found.end()
        if found["second"] and opens_report(text, found.start("second")):
            end, at = found.end("first"), found.start("second")
        listed = found["second"] and _is_entry(
            zone.view.folded, found.start("first"), found.end("first"), found.start("second")
        )
        if not listed and (start := _title_of_lines(zone, found.start("title"), end, at)) is not None:
            place += 1
            yield Mark(start, start, Family(LINE), (place,))
        elif ":" not in (found["second"] or ":"):
            at = found.start("second")  # which may be the first line of a title
    note(zone.view, TITLES)


def _title_of_lines(zone: Zone, start: int, end: int, report: int) -> int | None:
    """Where the title of one line or two begins: the second line alone may be it, after the end of another matter."""
    if not opens_report(zone.view.text, report):
        return None
    below = zone.view.text.find("\n", start, end)
    ended = below > 0 and zone.view.text[below + 1].isupper() and bool(_ENDED.search(zone.view.folded, start, below))
    for at in (start, below + 1) if ended else (start,):
        if _goes_on(zone, at) or _ends_open(zone, end) or OPERATIVE_HEAD.match(zone.view.folded, at):
            continue
        if is_title(zone, at, end) or is_one_word(zone, at, end, report):
            return None if _is_entry(zone.view.folded, at, end, report) else at
    return None


def is_one_word(zone: Zone, start: int, end: int, report: int) -> bool:
    """« Vidéosurveillance » or « Loyers 2012 » between the end of a sentence and « Le conseil municipal »."""
    text, folded = zone.view.text, zone.view.folded
    if not _ONE_WORD.fullmatch(text, start, end) or NOT_AN_ACT.match(folded, start):
        return False
    before = start
    while before > zone.start and text[before - 1].isspace():  # a copy of all before, for each line, would be long
        before -= 1
    if text[max(zone.start, before - 1) : before] not in (".", "!", "?"):
        return False
    return bool(OPENER.match(text, report)) and not NO_TITLE.search(folded, start, end)


def _is_entry(folded: str, start: int, end: int, report: int) -> bool:
    """« Public jeune : entrée dans la vie active », then « Public en insertion : … »: entries of a list."""
    word = _LONG_WORD.match(folded, start, end)
    return word is not None and " : " in folded[start:end] and folded.startswith(word[0] + " ", report)


def _goes_on(zone: Zone, start: int) -> bool:
    """A line that goes on with a sentence: the one above ends with « par le », « de la »."""
    above = re.search(r"([^\W\d_]+)['’]?[ ]?\n$", zone.view.folded[max(zone.start, start - 20) : start])
    return above is not None and above[1] in PREPOSITIONS


def _ends_open(zone: Zone, end: int) -> bool:
    """A line that ends with « en », « de la », before a report: some words of a sentence."""
    last = re.search(r"([^\W\d_]+)['’]?$", zone.view.folded[max(zone.start, end - 20) : end])
    return last is not None and last[1] in PREPOSITIONS


def capitals(zone: Zone) -> Iterator[Mark]:
    """A run of capitals between the end of a sentence and the words that open a report."""
    text = zone.view.text
    place = 0
    for found in bounded(zone.view, zone.find_exact(CAPITALS), RUNS):
        start, ended = _start_in_capitals(zone, *found.span())
        end = title_in_capitals(text, start, found.end())
        if not (end and (ended or _names_matter(zone, start, end)) and _is_told(text, _past_stars(text, end))):
            continue
        if is_document_head(text[start:end]) or _ENTRIES.search(text, start, end) or _is_secretary(zone, start, end):
            continue
        repeats = len(set(text[start:end].split())) == 1
        if not repeats and not _ROW_OF_FIGURES.search(text, start, end):
            place += 1
            yield Mark(start, start, Family(IN_CAPITALS), (place,))


def _is_secretary(zone: Zone, start: int, end: int) -> bool:
    named = _INITIALLED.fullmatch(zone.view.text, start, end)
    return named is not None and _SECRETARY.search(zone.view.folded, max(0, start - 30), start) is not None


def _is_told(text: str, at: int) -> bool:
    """The words that open a report, or a member who reports: « TARIFS DE LA HALLE Anne ROUX présente … »."""
    return opens_report(text, at) or reporter_at(text, at) is not None


def _start_in_capitals(zone: Zone, start: int, end: int) -> tuple[int, bool]:
    """Where the title of a run begins, and whether something set it apart: a stop, a line, a vote on the act before.

    « … l'entreprise ROUX. RÉFECTION DU LAVOIR »: a name in capitals closes the sentence before.
    """
    text = zone.view.text
    begun = _past_verdict(text, past_surname(zone.view, start, end), end)
    before = text[max(0, begun - 3) : begun].rstrip(" ")
    if begun > start or not before or before[-1] in ".!?:;»)*|\n" or before[-1].isdigit():
        return begun, True
    name = _NAME_CLOSES.match(text, begun, end)
    return (name.end(), True) if name else (begun, False)


def _names_matter(zone: Zone, start: int, end: int) -> bool:
    """« … signer le contrat SOUSCRIPTION D'UN PRÊT POUR LA HALLE Les travaux … »: a title that no stop sets apart."""
    words = zone.view.text[start:end].split()
    if len(words) < _WORDS_OF_MATTER or _CITES.search(zone.view.folded, max(zone.start, start - 24), start):
        return False
    return TITLE_HEAD.match(zone.view.folded, start) is not None


def _past_stars(text: str, at: int) -> int:
    """« *** TARIFS DE LA PISCINE *** M. le Maire »: past the marks that adorn a title."""
    adorned = _STARS.match(text, at)
    return adorned.end() if adorned else at


def _past_verdict(text: str, at: int, end: int) -> int:
    """Where a run of capitals begins after the vote on the act before, and after an agenda that names it first."""
    for _ in range(4):
        verdict = _VERDICT.match(text, at, end)
        if verdict is None:
            break
        at = verdict.end()
    again = text.rfind(text[at : at + KEY], at + KEY, end)
    return again if again > 0 else at


def reported(zone: Zone) -> Iterator[Mark]:
    """The names of who reports, right before a title that a report or the end of its line follows."""
    place = 0
    text = zone.view.text
    for found in _REPORTER.finditer(text, zone.start, zone.end):
        title = title_at(zone.view, found.end(), zone.end)
        if title is None or not is_title(zone, *title) or SENTENCE_WORD.search(text, *title):
            continue
        after = min(past_gap(text, title.end), zone.end)
        if opens_report(text, after) or "\n" in text[title.end : after]:
            place += 1
            yield Mark(found.start(), found.end(), Family(REPORTED), (place,))
