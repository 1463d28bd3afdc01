"""Lists of members under no heading: a roll call with what each answered, names that nothing but separators part."""

import re
from itertools import islice, pairwise

from kg.extract.act import Zone
from kg.extract.attendance.ends import list_end
from kg.text.cues import Led, cue_positions, holds_any
from kg.text.lexicon import CIVILITIES, GIVEN_NAMES, LOWER_PARTICLES, PLURAL_CIVILITIES
from kg.text.name_runs import folded
from kg.text.names import find_names
from kg.text.word_starts import Begun

Place = tuple[str, int, int, int]  # kind; where what announces a list begins, where its names begin and where they end

_BARE_GAP = re.compile(
    r"[\s;,–—-]*\((?:en )?rempla\w+\s(?:de\s)?|[\s;,–—-]*\([^()]{1,60}\)[\s;,–—-]*"
    r"|[\s;,.)–—-]*(?:Communes? (?:de |d')[^:,.;]{1,60}:\s*)?(?:(?:[Tt]itulaire|[Ss]uppléante?)s?\s?:\s*)?"
    r"|[^a-zà-ÿ]{0,60}|[\s,;–—-]*(?:(?:sauf|jusqu)[^,;–—]{0,40})?[\s,;–—-]*(?:[A-Z' -]{2,40}:\s*)?"
    r"|[\s,;–—-]*(?:et )?(?:M|Mme|Mr|Mlle|Monsieur|Madame)\.?\s*"
)
_ANSWER = re.compile(r"(?<=\w)\s*:\s*(?:present|absent|excuse)e?(?!\w)")
_ANSWERED = re.compile(r":\s*(?:present|absent|excuse)")  # the same, quickly
_LEAST_ANSWERS = 6
_TOLD = Led(
    r"\b(?:etai(?:en)?t|sont)\s+(?:(?P<present>presente?s?|autour\s+de\s+la\s+table)|(?P<absent>(?:absent|excuse)e?s?))\b(?=\s*(?:[.;]|\n\s*\n))",
    ("etai", "sont"),
)
# Between the names of a sentence: separators, civilities, roles; a full stop only after a civility.
_WITHIN = re.compile(r"(?:[^.:;()]|(?<=\bM)\.|(?<=\bMM)\.){0,90}")
# « Commune de Saint-Prix : titulaires : », and not « sont élus titulaires : »
_SENT_BY = re.compile(r"\bcommunes? (?:de |d')[^:,.;]{1,60}:\s*titulaires?\s?:\s*$")
# « Membres de droit et représentants du conseil municipal : », « Représentant de l'État : »
_COLLEGE = Begun(
    r"\b(?:membres?\s+(?:de\s+droit|elus|nommes|designes)|representants?\s+(?:du|de|des|de\s+l)\b|administrateurs?\s+(?:elus|nommes)|groupe\s+«)"
    r"[^.:;\n]{0,60}:(?=\s*[a-z])",
    ("membre", "representant", "administrateur", "groupe"),
)
# Gaps that hold words of any kind; the words that any other gap, or a name, may hold; and what stands beside them.
_WORDED_GAPS = ("(rempla", "(en rempla")
_SENT = re.compile(r"Communes? (?:de |d')[^:,.;]{1,60}:")
_BETWEEN_NAMES = frozenset(
    {"et", "titulaire", "titulaires", "suppléant", "suppléante", "suppléants", "suppléantes", "m", "d'", "l'"}
    | {"madame", "monsieur", "mesdames", "messieurs", "mademoiselle", *LOWER_PARTICLES}
)
_STOPS = ".,;:–—-|/•'’"
_LEAST_NAMES, _MOST_WORDS = 6, 6
_LONGEST_WORD = 60
_CIVILITIES = CIVILITIES | {"mrs", "melle", "melles", "mlles"}
_LEAST_COLLEGES = 2
_LONGEST_COLLEGE = 600
_LEAST_PRESENT = 4
_MOST_TOLD = 12
_LONGEST_SENTENCE = 3000
_VOTE = re.compile(
    r"\b(?:abst|contre|voix|votes?\b|vote par|designe|titulaires?\b|bureau\s+de\s+vote|assesseurs?\b|candidats?\b"
    r"|comite\s+de\s+redaction|redacteurs?\b|commissions?\s+(?:communale|municipale)s?\b)"
)


def unheaded(zone: Zone, limit: int) -> list[Place]:
    """The lists of members under no heading, if any; that of those present begins before a limit."""
    return announced(zone, limit) or _bare_list(zone, limit)


def announced(zone: Zone, limit: int) -> list[Place]:
    """Those that words tell: what each member answered, « étaient présents », whom the members stand for."""
    return _roll_call(zone) or _told_after(zone) or _by_college(zone, limit)


def _told_after(zone: Zone) -> list[Place]:
    """« M. ROUX, Maire, Mmes NOIR et BRUN, adjointes, M. GRIS étaient présents. M. VERT était absent. »."""
    places = [
        place for match in islice(zone.find(_TOLD), _MOST_TOLD) if (place := _names_before(zone, match)) is not None
    ]
    return places if any(kind == "present" for kind, *_ in places) else []


def _names_before(zone: Zone, told: re.Match[str]) -> Place | None:
    """The names of the sentence that ends with what is told of them."""
    kind = str(told.lastgroup)
    names = list(
        find_names(zone.view.text, max(zone.start, told.start() - _LONGEST_SENTENCE), told.start(), listed=True)
    )
    first = told.start()
    count = 0
    for name in reversed(names):
        if not _WITHIN.fullmatch(zone.view.text, name.end, first):
            break
        first, count = name.start, count + 1
    least = _LEAST_PRESENT if kind == "present" else 1
    return (kind, first, first, told.start()) if count >= least else None


def _by_college(zone: Zone, limit: int) -> list[Place]:
    """« Représentants du conseil : Anne ROUX, Paul NOIR Représentants des usagers : … », before those away."""
    labels = [match for match in islice(zone.find(_COLLEGE), _MOST_TOLD) if match.end() < limit]
    if len(labels) < _LEAST_COLLEGES or limit - labels[-1].end() > _LONGEST_COLLEGE:
        return []
    places: list[Place] = []
    for label, following in pairwise([*(match.span() for match in labels), (limit, limit)]):
        if following[0] - label[1] > _LONGEST_COLLEGE:
            return []
        places.append(("present", label[0], label[1], list_end(zone, label[1], following[0])))
    return places


def _roll_call(zone: Zone) -> list[Place]:
    """« Anne ROUX : présente Paul NOIR : absent »: names with what each answered, under no heading."""
    if sum(1 for _ in islice(zone.find(_ANSWERED), _LEAST_ANSWERS)) < _LEAST_ANSWERS:
        return []
    answers = [match.start() for match in zone.find(_ANSWER)]
    if len(answers) < _LEAST_ANSWERS or answers[5] - answers[0] > 600:
        return []
    last = next((now for now, after in pairwise([*answers, zone.end]) if after - now > 300), answers[-1])
    first = [found.start for found in find_names(zone.view.text, max(zone.start, answers[0] - 60), answers[0])]
    start = first[-1] if first else answers[0]
    return [("present", start, start, list_end(zone, last, min(zone.end, last + 120)))]


def _bare_list(zone: Zone, limit: int) -> list[Place]:
    """A list of members under no heading: six names or more that nothing but separators and places parts."""
    end = min(limit, zone.start + 5000)
    if not _may_list(zone, end):
        return []
    best: list[int] = []
    run: list[int] = []
    for found in find_names(zone.view.text, zone.start, end):
        if run and not _BARE_GAP.fullmatch(zone.view.text, run[-1], found.start):
            best, run = max(best, run, key=len), []
        run.extend((found.start, found.end))
    best = max(best, run, key=len)
    if (
        best
        and not _SENT_BY.search(zone.view.folded, zone.start, best[0])
        and _VOTE.search(zone.view.folded, max(zone.start, best[0] - 150), best[0])
    ):
        return []
    return [("present", best[0], _label_before(zone, best[0]), best[-1])] if len(best) >= 2 * _LEAST_NAMES else []


def _may_list(zone: Zone, end: int) -> bool:
    """Whether words of six persons follow each other with no word between that no such list holds."""
    text = zone.view.text
    if holds_any(text, _WORDED_GAPS, zone.start, end) or _SENT.search(text, zone.start, end):
        return True
    if any(_follows_name(text, zone.start, at) for at in cue_positions(text, ("sauf", "jusqu"), zone.start, end)):
        return True
    run: list[str] = []
    aside = False
    for word in text[zone.start : end].split():
        aside = (aside or "(" in word) and ")" not in word
        if word != word.lower():
            run.append(word)
        elif word[0].isalpha() and not aside and ")" not in word and word.strip(_STOPS) not in _BETWEEN_NAMES:
            if len(run) >= _LEAST_NAMES and _holds_persons(run):
                return True
            run = []
    return _holds_persons(run)


def _follows_name(text: str, start: int, at: int) -> bool:
    """« Paul NOIR, sauf … »: what stands before is the last word of a name, and not « prêt jusqu'au 3 mars »."""
    before = text[max(start, at - _LONGEST_WORD) : at].rstrip(" \n,;–—-").rsplit(None, 1)
    return not before or before[-1] != before[-1].lower()


def _holds_persons(words: list[str]) -> bool:
    """A civility, a given name or an initial for each of six, or a plural civility for all; « EXTRAIT DU REGISTRE »."""
    bare = [word.strip(_STOPS) for word in words]
    told = 0
    for place, word in enumerate(bare):
        told_as = folded(word)
        if told_as in PLURAL_CIVILITIES:
            return True
        # « Zoé VERT »: a word before one that ends in capitals; what holds a sign may be two words
        whole = len(word) > 1 and word.replace("-", "").replace("'", "").isalpha()
        given = not word.isupper() and any(after[-2:].isupper() for after in bare[place + 1 : place + _MOST_WORDS])
        told += not whole or given or told_as in _CIVILITIES or told_as.split("-")[0] in GIVEN_NAMES
    return told >= _LEAST_NAMES


def _label_before(zone: Zone, start: int) -> int:
    """« SAINT-PRIX : Anne ROUX »: the place before the first name is read with the list."""
    line = zone.view.text.rfind(".", max(zone.start, start - 60), start)
    return line + 1 if line >= 0 and zone.view.text[line + 1 : start].rstrip().endswith(":") else start
