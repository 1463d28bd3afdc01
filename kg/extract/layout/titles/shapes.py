"""What may be a title: some words of a matter, no sentence, no vote, no name, no stage of an election."""

import re

from kg.extract.act import Zone
from kg.extract.layout.words import DISPOSITIF_HEAD, OPENER, OPERATIVE_HEAD, PREPOSITIONS, TITLE_HEAD, WEAK_OPENER
from kg.model import Span
from kg.text.view import View
from kg.text.word_starts import Begun

EDGES = " \t\n.;:,–—-|/•*_>=#'"
_OF_ACT = r"(?:\s(?:de la|du)\s(?:d\w{10,12}|rapport|vote))?"  # « Objet de la délibération : », however OCR reads it
OBJECT = Begun(
    rf"(?<!\w)(?:objet|intitule){_OF_ACT}\s{{0,2}}(?::|[-–—]\s)|"
    r"(?<=deliberation )objet\s{1,2}(?=:)|"
    r"(?<!\w)objet\s{1,2}(?:n\s?[°º]\s?)?(?=(?:19|20)\d\d\s?[-/_.]\s?\d{1,4}\s?[):–—-])",  # « OBJET 2013-41) Vente … »
    ("objet", "intitule"),
)
_DOCUMENT_HEAD = re.compile(
    r"(?:PROC[EÈ]S?[ -]{1,3}VERBAL|COMPTE[ -]{1,3}RENDU)\s(?:DU|DE LA (?:R[ÉE]UNION|S[ÉE]ANCE))|"
    r"ORDRE DU JOUR|SOMMAIRE|\.{4}|(?:CONSEIL|BUREAU)\s\w+\sDU\s(?:\w{3,6}DI\s)?\d|PR[ÉE]SENTS?\b|MEMBRES|"
    r"^L[EA] (?:CONSEIL|COMMISSION|BUREAU|COMIT[ÉE]|ASSEMBL[ÉE]E)(?: (?:PERMANENTE|SYNDICAL|[A-ZÀ-Þ]{5,14}[ALE]))?\W*$|"
    r"(?:\d\s){5}|TOTAL|(?<!DE )(?:DEPENSES|RECETTES)|CHAPITRE\s\d"
)
NO_TITLE = re.compile(
    r"(?<!\w)(?:votes?(?! (?:du (?!conseil|public)|des |de la |de l'))|"
    r"unanimit\w*|adoptee?s?|abstentions?|contre\s:|pour\s:|personne ne|"
    r"republique francaise|(?<!le )(?<!du )(?<!au )departement|(?<!l')arrondissement|(?<!le )(?<!du )(?<!au )canton"
    r"|considerant|article \d|excedent|deficit|(?<!par )(?<!a )(?<!de )(?<!avec )(?:monsieur|madame|"
    r"m\.|mme)|exercice :|nombre de|"
    r"(?<! la )(?<!en )prefecture|dont \d|propose|decide|page|\d{1,3}/\d{1,3}|total)(?!\w)|€|:\s?\d"
)
# « Marie VALMONT 1re adjointe », « Mme VALMONT »: who, and of no matter.
_WHO = r"(?:[A-ZÀ-Þ][a-zà-ÿ'’-]+\s){0,2}[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}"
_PERSON = re.compile(
    rf"(?:M\.|Mme|Mlle|Mr|Monsieur|Madame)\s{_WHO}|{_WHO}(?:[\s,]{{1,2}}(?:1\s?[eè]?re?|\d\s?(?:e|[eè]me)"
    r"|[Mm]aire|[Aa]djointe?s?|[Cc]onseill[eè]re?s?|municipale?s?|au|[Dd]élégué?e?s?)){1,5}[\s,]*"
)
_SIGNATORY = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?\s(?:(?:LE|LA|DE|DU|D['’])\s?)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}[\s,]*"
)
_VOTE_OF = re.compile(r"votes? (?:d(?:u|es|e la|e) (?!conseil|public|deliberation)|de l')")
# « de la », « – », « « »: what follows is no beginning.
_WORD_THAT_ASKS = r"(?:^|[\s'’(«])(?:" + "|".join(sorted(PREPOSITIONS)) + r")['’]?"
_ASKS = re.compile(rf"(?:{_WORD_THAT_ASKS}|[-–—«(,/])\s?$")
_ASKS_IN_LINE = re.compile(rf"{_WORD_THAT_ASKS}[ ]?$")
_GAP = re.compile(r"[\s.;:–—-]*")
LONG_WORD = 5  # letters of the longest word of a title, unless it names what councils deal with
_COUNTS = re.compile(
    r"(?:\d{1,3}\s)?(?:pour|contre|abstentions?|votants?|exprimes)\s{0,2}[:,=]?\s?\d|\d{1,3}\s(?:pour|contre|abst)"
)
# A verb in capitals, then small letters: the item of a decision.
_DECIDES = re.compile(r"[A-ZÀ-Þ'’]{4,}\s(?:[a-zà-ÿ]|[A-ZÀ-Þ][a-zà-ÿ])")
_STAGE = re.compile(
    r"[\s:.–—-]{0,4}(?:presidence de l'assemblee|constitution du bureau|(?:designation|election) des assesseurs|"
    r"deroulement d(?:e|u) [^.;]{0,24}scrutin|resultats? d(?:u|es) [^.;]{0,24}(?:scrutin|tours?)|"
    r"(?:listes? de|appel a|declaration de|depot des?)s? candidat|depouillement|"
    r"proclamation d(?:e|u|es) [^.;]{0,24}(?:election|resultat|elu|maire|adjoint|president)|"
    r"observations et reclamations|cloture du proces[- ]verbal)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERED = re.compile(r"\s(?:\d{1,3}|[A-K])\s?[-–.:)/]?\s{0,2}$")
SAME = 24  # first letters of a title that tell it from another's


def trimmed(text: str, start: int, end: int, fewest: int = 4) -> Span | None:
    """A title without the punctuation at its ends, or None where fewer letters are left than ``fewest``."""
    while end > start and (text[end - 1] in EDGES or (text[end - 1] in "([" and end - start > 1)):
        end -= 1
    while start < end and text[start] in EDGES:
        start += 1
    if text[end - 1 : end] == "»" and text[max(0, start - 3) : start].rstrip().endswith("«"):
        return trimmed(text, start, end - 1, fewest)
    if end < len(text) and text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return Span(start, end) if sum(map(str.isalpha, text[start:end])) >= fewest else None


def is_title(zone: Zone, start: int, end: int) -> bool:
    """True for what may be a title: some words, none of them the vote's, and not the beginning of a sentence."""
    text, folded = zone.view.text, zone.view.folded
    words = set(_WORD.findall(folded, start, end))
    if (
        len(words) < 2
        or len(text[start:end].split(None, 1)) < 2
        or sum(map(len, words)) < 12
        or (opens_report(text, start) and not _VOTE_OF.match(folded, start))
        or _PERSON.fullmatch(text, start, end)
        or (_SIGNATORY.fullmatch(text, start, end) and not TITLE_HEAD.match(folded, start))
        or not (max(map(len, words)) >= LONG_WORD or TITLE_HEAD.match(folded, start))
    ):
        return False
    if tells_decision(text, folded, start):
        return False
    return not NO_TITLE.search(folded, start, end) and not is_document_head(text[start:end].upper())


def is_person(text: str, title: Span) -> bool:
    """« Mme NOIR » names no matter."""
    return _PERSON.fullmatch(text, *title) is not None


def is_document_head(title: str) -> bool:
    head = _DOCUMENT_HEAD.search(title)
    return bool(head) and not title.startswith(("APPROB", "ADOPT", "LECTURE", "ARR", "VALID"))


def stands_apart(zone: Zone, at: int, *, lined: bool = False) -> bool:
    """A capital, not after what asks for what follows it: « présente le Rapport sur le prix de l'eau ».

    ``lined``: a line begins anew, and a dash before the capital may be its bullet.
    """
    asks = _ASKS_IN_LINE if lined else _ASKS
    return zone.view.text[at].isupper() and not asks.search(zone.view.folded, max(zone.start, at - 16), at)


def past_gap(text: str, at: int) -> int:
    """Where the stops and white space end that may follow a title."""
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def opens_report(text: str, at: int) -> bool:
    """True where the words that open a report stand at an offset."""
    return bool(OPENER.match(text, at) or WEAK_OPENER.match(text, at))


def tells_decision(text: str, folded: str, start: int) -> bool:
    """True where the counts of a vote, or an item of a decision, begin at an offset."""
    if _COUNTS.match(folded, start):
        return True
    decides = OPERATIVE_HEAD.match(folded, start) or DISPOSITIF_HEAD.match(folded, start)
    return bool(decides) and _DECIDES.match(text, start) is not None


def is_stage(view: View, at: int) -> bool:
    """True where the name of a stage stands at an offset."""
    return _STAGE.match(view.folded, at) is not None


def said_last(view: View, title: Span) -> Span:
    """The title, or where its first words stand again after a number inside of it, from there on."""
    first = view.folded[title.start : title.start + SAME]
    again = view.folded.rfind(first, title.start + SAME, title.end) if len(first) == SAME else -1
    numbered = again > 0 and _NUMBERED.search(view.text, title.start, again)
    return (trimmed(view.text, again, title.end) if numbered else None) or title
