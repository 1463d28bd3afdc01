"""The words of a count: what is counted (« pour », « abstentions »), the figures and the unit beside them."""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.text.cues import matches_at
from kg.text.numbers import NUMBER_WORDS, read_number
from kg.text.word_starts import word_positions

# A figure that is not a part of a date, an amount, a rate or a longer number; or a number in words.
_FIGURE = r"\d{1,3}(?![.,]?\d)(?! ?(?:€|euros?\b|%|°|m2|m²|h\b|ans?\b|mois\b|jours?\b|k€))(?! \d{3}\b)"
NUMBER = rf"(?:{_FIGURE}|aucune?s?\b|neant\b|nulle?\b|{NUMBER_WORDS})"
# « Contre : O », « Pour : l2 »: a zero and a one read as letters, after the colon of a label.
MISREAD = r"(?:[oø]|[il]\d?|\d[ilo])(?![\w'])"
# Voices make « pour » a vote; « trois membres pour représenter » is none.
VOICES = ("voix", "volx", "vo1x", "vote", "suffrage")
UNIT = (
    r"(?:vo[il1]x|votes?|suffrages?|votants?|membres?|elus?|delegues?|conseill(?:er|ere)s?(?: \w{1,20}aux)?"
    r"|bulletins?)\b"
    r"(?:\s?exprime(?:e?s)?\b)?"
)


def _favourable(word: str) -> str:
    """« 15 voix favorables », « votes favorables : 15 », « sont favorables : 15 »; one opinion alone is no count."""
    return (
        rf"(?:avis|votes?|voix|suffrages?) {word}\b(?=\s?[:=(]\s?(?:\d|aucun|neant))|{word}\b(?=\s?[:=]\s?\d)"
        rf"|(?<=voix ){word}\b|(?<=votes ){word}\b|(?<=suffrages ){word}\b|(?<=\d ){word}\b"
    )


LABELS = {
    "for": (
        r"pours?\b|oui\b(?=[\s:=]{0,3}\d{1,3}\b[^.\n]{0,20}?\bnon\b)"
        rf"|(?<=\d )oui\b(?=[^.\n]{{0,20}}?\d non\b)|{_favourable('favorables?')}"
    ),
    "against": (
        r"contres?\b|(?<=[-–—,;/|] )non\b(?=[\s:=]{0,3}\d{1,3}(?:\s*[.,;/|–—-]|\s*$|\s+(?:et\s+)?abst))"
        r"|(?<=\d )non\b(?![- ](?:participa|vota))(?=\s*(?:[.,;:/|–—-]|$|et\s\d)|\s?[:=]\s?\d)"
        rf"|{_favourable('defavorables?')}"
        r"|oppositions?\b(?=\s?[:(=]\s?(?:\d|neant|aucune))|(?<=\d )oppositions?\b|(?<=\bune )opposition\b"
    ),
    "abstention": (
        r"abs?t?e?nt[il1]ons?\b(?:\s?\(s\))?|abst\b\.?|abs\b\.?(?=\s?[:=]\s?\d)"
        r"|s'abst(?:iennent|ient|enant)\b|(?:se sont|s'est|s'etant|s'etaient) abstenue?s?\b"
    ),
    "not_voting": (
        r"(?:n ?\.? ?p ?\.? ?p ?\.? ?v|npvs?|nppav)\b\.?"
        r"|(?:ne |n')(?:prend|prennent|prenant|participe|participent|participant|ont|a|ayant)"
        r"(?: pas)? (?:pris |prenant |participe )?(?:pas )?(?:part )?(?:au vote|au te\b|a ce vote|au scrutin|part\b)"
        r"|(?:non[- ]|sans )participations?\b(?: au vote)?|non[- ]votants?\b"
        r"|refus de (?:vote|voter|prendre part|participer)\b(?: au vote)?|deports?\b(?=\s?[:(]\s?\d)"
    ),
}
LABEL = re.compile(r"(?:" + "|".join(rf"(?P<{name}>{shape})" for name, shape in LABELS.items()) + ")")


# What each label begins with.
_BEGIN = (
    *(
        "pour",
        "oui",
        "contre",
        "non",
        "abs",
        "abt",
        "abent",
        "aben",
        "s'abst",
        "se sont abst",
        "s'est abst",
        "s'etai",
        "s'etant",
    ),
    *("ne p", "ne o", "ne a", "n'", "np", "n p", "n.p", "n. p", "n .p", "n . p", "refus de", "sans part", "deport"),
    "opposition",
)
# The same of opinions, which few acts tell.
_OPINION = "favorable"
_OF_OPINIONS = (
    *("favorable", "defavorable", "avis fav", "avis def", "vote fav", "vote def", "votes fav", "votes def"),
    *("voix fav", "voix def", "suffrage fav", "suffrage def", "suffrages fav", "suffrages def"),
)


_ASKED = "prononcer "  # « il convient de se prononcer pour : 1/ … »: what is asked counts no voice


def find_labels(zone: Zone) -> Iterator[re.Match[str]]:
    """The words that say what is counted: « pour », « contre », « abstentions », « ne prend pas part au vote »."""
    folded = zone.view.folded
    opinions = _OF_OPINIONS if folded.find(_OPINION, zone.start, zone.end) >= 0 else ()
    places = word_positions(folded, (*_BEGIN, *opinions), zone.start, zone.end)
    found = matches_at(LABEL, folded, places, zone.start, zone.end)
    found = (m for m in found if m.start() == 0 or not folded[m.start() - 1].isalnum())
    return (m for m in found if not folded.startswith(_ASKED, max(0, m.start() - len(_ASKED))))


_AFTER_VOTERS = re.compile(r"\bvotants?\s?:?\s?\d{1,3}[\s,;:/–-]{1,4}$")
_COUNTED = re.compile(r"\s*(?:[.,;)/–-]|$|contre\b|abst|et\b)")


def is_of_voters(zone: Zone, start: int, end: int) -> bool:
    """Whether voters are counted before: « Votants 11, pour 11. », and not « 14 votants, pour 3 postes »."""
    folded = zone.view.folded
    voters = _AFTER_VOTERS.search(folded, max(zone.start, start - 24), start)
    return bool(voters and _COUNTED.match(folded, end, zone.end))


def count_of(written: str) -> int | None:
    """What a count is worth: figures, a number in words, « néant », a dash."""
    if written.startswith(("aucun", "neant", "nul", "-", "–", "—", "/")):
        return 0
    figures = written.translate(_SCANNED)
    return int(figures) if figures.isdigit() else read_number(written)


_SCANNED = str.maketrans("oøil", "0011")


_DASH = re.compile(r"\s?[:=]\s?(?:[-–—](?=\s|$)|$)")  # the dash may begin the heading of the next act
_DASH_BEFORE = re.compile(r"\bcontre\s?[:=]\s?[-–—][\s,;|/]{1,3}$")
_PERSON = re.compile(
    r"\s*(?:M\.|MM|Mme|Mlle|Mr|Monsieur|Madame|[A-ZÀ-Ý][\w'-]+ [A-ZÀ-Ý]{2}|[A-ZÀ-Ý]{2,} [A-ZÀ-Ý][a-zà-ÿ])"
)


def dashed_too(zone: Zone, label: re.Match[str]) -> int | None:
    """« Contre : - Abstention : - Objet suivant »: where a dash ends that counts nobody, as one before."""
    dash = _DASH.match(zone.view.folded, label.end(), zone.end)
    before = dash and _DASH_BEFORE.search(zone.view.folded, max(zone.start, label.start() - 16), label.start())
    return dash.end() if dash and before and not _PERSON.match(zone.view.text, dash.end()) else None
