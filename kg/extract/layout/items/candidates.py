"""What may be the title of an act between two decisions: a fragment that stands apart, before a report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from kg.extract.act import Zone
from kg.extract.layout.items.scores import score_of_place, score_of_rest, score_of_run, score_of_words
from kg.extract.layout.marks.closed import ROW
from kg.extract.layout.marks.heading import Heading
from kg.extract.layout.marks.unnumbered import is_one_word
from kg.extract.layout.titles.people import ROSTER
from kg.extract.layout.titles.sentences import tells_sentence
from kg.extract.layout.titles.shapes import NO_TITLE, is_title, past_gap, said_last, stands_apart, trimmed
from kg.extract.layout.titles.title import title_at
from kg.extract.layout.words import (
    DISPOSITIF_HEAD,
    NOT_AN_ACT,
    OPENER,
    OPERATIVE_HEAD,
    PLACES,
    PREPOSITIONS,
    SENTENCE_WORD,
    TITLE_HEAD,
)
from kg.model import Span
from kg.text.cues import Led
from kg.text.view import View, fold_same_length

# Marks of an item, as printed or as OCR reads them; a bare « e » or « o » is a round bullet.
_BULLET = (
    r"(?:>{1,2}|[•●○▪▫■◆►▶❖➢✓*◦]|[eo+–—-](?=\s[A-ZÀ-Þ])|\[?\d{1,2}(?:\.\d{1,2}){0,2}\s?(?:°\s?\)|[.)°/–—-])|"
    r"[IVX]{1,4}\s?[.)–—-]|[a-hA-H]\s?\)|\[?\d{1,2}(?=\s[A-ZÀ-Þ]))"
)
_START = re.compile(
    rf"(?:\n\s{{0,4}}|(?:(?<![^\w.]M)(?<!MM)(?<!Mr)(?<!Dr)\.|[!?;»)*|:…\[])\s{{1,3}}|(?<![A-ZÀ-Þ])(?:adopt|approuv|valid|accept|rejet)ée?s?\s|(?:€(?:\s(?:TTC|HT|H\.\s?T\.?|T\.T\.C\.?))?|(?<=\d[,.]\d)\d)\s{{1,2}}|\s(?={_BULLET}\s))"
    rf"(?P<bullet>{_BULLET}\s{{0,3}})?(?=[A-ZÀ-ÖØ-ÞŒ«])"
)
_FIRST = re.compile(rf"[\s.,;:*_]{{0,12}}(?P<bullet>{_BULLET}\s{{0,3}})?(?=[A-ZÀ-ÖØ-ÞŒ«])")
_ORDINALS = re.compile(r"(?<![\w.,])(\d{1,2})(?:\.\s|\s?[-–—)]\s)")
_IN_CAPITALS = re.compile(r"[A-ZÀ-Þ]{2,}[A-ZÀ-Þ'’ ,-]*$")
_FIGURES = re.compile(r"\d[.,]\d\d(?!\d)")  # of a table
# « FINANCES 1.1 Vote du budget »: a section, then the ordinal of the act, however OCR reads it.
_SECTION = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’ ,&-]{5,80}\s\d{1,2}(?:\.\d{1,2})?\s?[.)–—-]{0,2}\s(?=[A-ZÀ-Þ][a-zà-ÿ])")
_AGENDA = Led(
    r"(?<!\ba l')(?<!\bde l')(?:ordre du jour|sommaire)\s{0,2}:\s{0,3}"
    r"(?:[•●▪❖➢*>–-]\s{0,2}|(?:\d{1,2}|[a-z])\s?[.)–-]\s{0,2})?",
    ("ordre du jour", "sommaire"),
)
# « Vente du presbytère Le conseil municipal, à l'unanimité, décide … »
_ORGAN = re.compile(
    r"(?<=[^.;:!?,]\s)l[ea] (?:conseil (?:municipal|communautaire|syndical)|comite syndical|bureau communautaire|"
    r"commission permanente)(?!\w)"
)
_OPEN = tuple(
    f" {word}"
    for word in ["de", "du", "des", "au", "aux", "par", "pour", "avec", "et", "le", "la", "les", "sur", "a", "d'"]
)
_HERE = re.compile(r"(?P<bullet>(?!))?")
_NOUN = re.compile(r"[A-ZÀ-Þ][\wÀ-ÿ]+(?:é|ée)s?(?!\w)")
# « Cimetière », « Loyers 2023 », « Vente de bois »
_SHORT = re.compile(r"[A-ZÀ-Þ][\w'’-]{4,}(?: [\w'’-]{1,12}){0,2}")
# Words of matters that name the parts of a report as well.
_PART = re.compile(
    r"(?:echange|avis|rapport|demande|proposition|organisation|evolution|modalite|condition|definition|programme|bilan"
    r"|projet|action|composition|constitution|orientation|diagnostic|complement|prix|designation|election)s?"
)
KEY, LONGEST_AGENDA = 16, 3000
FOLLOWING, LATE_ORDINAL = 260, 4
# The foot of a page names the document, in the middle of a title.
_FOOTER = re.compile(
    r"\s(?:compte[- ]{1,3}rendu|proces[- ]{1,3}verbal|pv)\s(?:sommaire\s|succinct\s)?(?:du|de la|des)\s"
    r"(?:conseil|seance|bureau|deliberations)|\spage\s\d|\s\d{1,3}\s?/\s?\d{1,3}\s"
)
LONGEST_TITLE = 320
MOST_CANDIDATES = 120
PLACE = 6  # figures and stops of a place in an agenda, without a name before them
SURNAME = 3  # words, at most


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible title: where its heading begins, the title, and how much speaks for it."""

    start: int
    title: Span
    score: float
    bulleted: bool
    run: float = 0.0

    @property
    def sure(self) -> float:
        """What speaks for it where nothing is decided below: the words behind it may be those of a part of an act."""
        return self.score - self.run


def headed(view: View, candidate: Candidate) -> Heading:
    """The heading that a candidate is."""
    return Heading(candidate.start, candidate.title.end, None, said_last(view, candidate.title), "decided")


LEAST_WORDS = 13  # two words of twelve letters


def candidates(zone: Zone, reach: int | None = None) -> Iterator[Candidate]:
    """The possible titles of a passage, in order, each with its score; ``zone`` begins where a decision ended.

    With ``reach``, those that stand no farther from its beginning at the least.
    """
    if zone.end - zone.start < LEAST_WORDS:
        return
    at = zone.start
    headed = _after_agenda(zone)
    if headed:
        at = headed.start()
    places = takewhile(lambda pair: reach is None or pair[0].start() <= zone.start + reach, _stands(zone))
    found = sorted((*places, *_in_one_line(zone)), key=lambda pair: pair[0].end())
    for start, stands in (*([(headed, 3.0)] if headed else []), *found):
        title = _title(zone, start) if start.end() >= at else None
        if title is None:
            continue
        at = title.end
        if not _is_listed(zone, start, title):
            begin = start.start("bullet") if start["bullet"] else start.end()
            said, run = score_of_words(zone, title) + score_of_rest(zone, title), score_of_run(zone, begin, title)
            score = stands + said + score_of_place(zone, begin) + run
            yield Candidate(max(zone.start, begin), title, score, bool(start["bullet"]), run)


def _after_agenda(zone: Zone) -> re.Match[str] | None:
    """Where the first entry of an agenda comes back: there the first item begins."""
    agenda = zone.first(_AGENDA)
    if agenda is None:
        return None
    key = zone.view.folded[agenda.end() : agenda.end() + KEY]
    again = zone.view.folded.find(key, agenda.end() + KEY, min(zone.end, agenda.end() + LONGEST_AGENDA))
    return (
        _HERE.match(zone.view.text, again)
        if again > 0 and len(key) == KEY and zone.view.text[again].isupper()
        else None
    )


def _stands(zone: Zone) -> Iterator[tuple[re.Match[str], float]]:
    """Where a title may stand, and what its place says for it."""
    if first := _FIRST.match(zone.view.text, zone.start, zone.end):
        yield first, 1.5 + 1.0 * bool(first["bullet"])
    for _, start in zip(range(MOST_CANDIDATES), _START.finditer(zone.view.text, zone.start, zone.end), strict=False):
        yield start, 1.5 * ("\n" in start[0]) + 1.5 * bool(start["bullet"])


def _in_one_line(zone: Zone) -> Iterator[tuple[re.Match[str], float]]:
    """Words that name a matter right before the organ speaks, where neither a line nor a stop sets them apart."""
    if "\n" in zone.text.rstrip():
        return
    for at in (*(organ.start() for organ in zone.find(_ORGAN)), zone.end):
        heads = TITLE_HEAD.finditer(zone.view.folded, max(zone.start, at - LONGEST_TITLE), at)
        apart = [head.start() for head in heads if stands_apart(zone, head.start())]
        if apart and (here := _HERE.match(zone.view.text, apart[-1])):
            yield here, 0.0


def _title(zone: Zone, start: re.Match[str]) -> Span | None:
    """The words that stand where a title may, unless they go on with a sentence, or are one."""
    view = zone.view
    body = start.end()
    if OPENER.match(view.text, body) or NOT_AN_ACT.match(view.folded, body) or _is_decided(view, body):
        return None
    title = title_at(view, body, zone.end)
    if title and (row := ROW.match(view.text, *title)) and row.end() - row.start() > PLACE:
        title = trimmed(view.text, row.end(), title.end)
    if title and (section := _SECTION.match(view.text, *title)):
        title = trimmed(view.text, section.end(), title.end)
    if title and (footer := _FOOTER.search(view.folded, title.start + 12, title.end)):
        title = trimmed(view.text, title.start, footer.start())
    if title is None or title.end - title.start > LONGEST_TITLE:
        return None
    if not is_title(zone, *title) and not _runs_on(zone, title):
        return None
    if view.text.startswith(("HT", "TTC"), title.start) or _is_member(view.text, title) or _asks_for_more(zone, title):
        return None
    is_other = _FIGURES.search(view.text, *title) or SENTENCE_WORD.search(view.text, *title)
    return None if is_other or _goes_on(view.text, start, title) else title


def _runs_on(zone: Zone, title: Span) -> bool:
    """« … signer le devis. Cimetière Plusieurs concessions sont … »: a few letters name a matter between sentences."""
    text, folded = zone.view.text, zone.view.folded
    at = past_gap(text, title.end)
    gap = text[title.end : at]
    if _PART.fullmatch(folded, *title):
        return False
    if gap == " " and is_one_word(zone, *title, at):
        return True
    ended = text[max(zone.start, title.start - 3) : title.start].rstrip()[-1:] in (".", "!", "?")
    short = ended and gap in (" ", " : ") and _SHORT.fullmatch(text, *title)
    if not short or NO_TITLE.search(folded, *title):
        return False
    return bool(TITLE_HEAD.match(folded, title.start)) and bool(OPENER.match(text, at) or tells_sentence(text, at))


def _is_decided(view: View, at: int) -> bool:
    """« Délègue au maire … » is the item of a decision; « Délégué au syndicat » names a matter."""
    if not (DISPOSITIF_HEAD.match(view.folded, at) or OPERATIVE_HEAD.match(view.folded, at)):
        return False
    return not (_NOUN.match(view.text, at) and TITLE_HEAD.match(view.folded, at))


def _asks_for_more(zone: Zone, title: Span) -> bool:
    """« Approbation du »: the last word asks for what another line, or a gap, keeps from it."""
    return zone.view.folded.endswith(_OPEN, title.start, title.end)


def _is_member(text: str, title: Span) -> bool:
    """« NOIR- LEBRUN » in a column: the surname of « Anna NOIR-LEBRUN », whom the list of members names."""
    said = text[slice(*title)]
    words = re.findall(r"[^\W\d_]+", said)
    if not said.isupper() or len(words) > SURNAME:
        return False
    surname = r"[^\w,;]{1,3}".join(words)
    full = rf"[A-ZÀ-Þ][a-zà-ÿ]{{2,20}}[ ]{surname}(?!\w)"
    return re.compile(full).search(text, 0, min(title.start, ROSTER)) is not None


def _is_listed(zone: Zone, start: re.Match[str], title: Span) -> bool:
    """An entry of an agenda: a row of dots, or ordinals that count on, stand in it, right before or after it."""
    own = re.search(r"\d{1,3}", start["bullet"] or "")
    if own and int(own[0]) > LATE_ORDINAL:
        above = zone.view.text[max(zone.start, start.start() - FOLLOWING) : start.start()]
        if int(own[0]) - 1 in map(int, _ORDINALS.findall(above)):
            return True
    following = zone.view.text[title.start : min(zone.end, title.end + FOLLOWING)]
    ordinals = [int(ordinal) for ordinal in _ORDINALS.findall(following)]
    return "....." in following or any(one > 1 and other == one + 1 for one, other in pairwise(ordinals))


def _goes_on(text: str, start: re.Match[str], title: Span) -> bool:
    """A line, or what follows a dash, in capitals that goes on with what is above it."""
    first = re.match(r"[\w'’]+", text[title.start : title.end])
    if first is None:
        return True
    asks = fold_same_length(first[0])
    if asks in PREPOSITIONS and not (asks in PLACES and start[0].startswith((".", "!", "?"))):
        return True
    above = text[max(0, start.start() - 30) : start.start()].rstrip(" ")
    goes = start.re is _START and ("\n" in start[0] or (start["bullet"] or "").startswith(("-", "–", "—")))
    return goes and bool(_IN_CAPITALS.search(above)) and first[0].isupper()
