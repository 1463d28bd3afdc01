"""Who the words before « ouvre la séance » speak of: a title, or the pronoun of one named in the sentence before."""

import re

from kg.extract.act import Zone
from kg.extract.officers.sentences import sentence_start
from kg.extract.scanned import find_scanned
from kg.text.cues import Led
from kg.text.found import Found
from kg.text.names import find_names

_PRONOUN = re.compile(r"\.\s+(?:il|elle)\s+$")
_LED = re.compile(r"\W*(?:\w+\.?\s)?")  # « – M. NOIR »
_TITLE = re.compile(r"\b(?:le|la)\s+(?P<title>maire|presidente?)\W[^.]{0,12}$")
# « Le Maire, après avoir procédé à l'appel, ouvre … », « Le Président, ayant constaté le quorum, déclare … »
_AFTER_DOING = re.compile(
    r"(?:^|[.\n]\s*)(?:m\w*\.?\s+)?l[ea]\s+(?P<title>maire|presidente?)\s*,\s*"
    r"(?:apres\s+(?:avoir|l'appel|verification|appel|constat\w*)|ayant|constatant|le\s+quorum|vu|au\s+vu|une\s+fois)\b[^.;]{3,240},\s*$"
    # « Le Maire souhaite la bienvenue aux membres et ouvre … »
    r"|(?:^|[.\n]\s*|\s)(?:m\w*\.?\s+)?l[ea]\s+(?P<doing>maire|presidente?)\s+(?:constat|verifi|procede|fait|souhait|remerci|salu|accueill|rappell|donne|excus)"
    r"(?![^.;]*\b(?:monsieur|madame|m|mme)\b)[^.;]{3,200}?(?:\set\s|,\s|\spuis\s)(?:elle\s|il\s)?$"
)
_HIS_OR_HER = Led(r"sous\s+sa\s+presidence\b", ("sous sa", "sous\nsa"))
_IN_OFFICE = re.compile(r"[\s,(–—-]*(?:(?:l[ea]|son|sa)\s)?(?:maire|presidente?|1er\s(?:adjoint|vice)|doyen)\b")
_MEETS = re.compile(r"\breuni|\bassembl|\bconvo[cq]")
_LONGEST = 300


def subject_of_pronoun(zone: Zone, position: int) -> Found[str] | None:
    """« M. NOIR, Président, souhaite la bienvenue. Il ouvre la séance »: who begins the sentence before."""
    pronoun = _PRONOUN.search(zone.view.folded, max(zone.start, position - 12), position)
    if pronoun is None:
        return None
    start = sentence_start(zone, pronoun.start() + 1, _LONGEST)
    first = next(find_names(zone.view.text, start, pronoun.start()), None)
    return first if first and _LED.fullmatch(zone.view.text, start, first.start) else None


def title_before(zone: Zone, near: int, position: int) -> str | None:
    """« Le Maire ouvre … », « Le Maire, après avoir procédé à l'appel, ouvre … »: the title, folded."""
    if told := _TITLE.search(zone.view.folded, near, position):
        return told["title"]
    doing = _AFTER_DOING.search(zone.view.folded, max(zone.start, position - _LONGEST), position)
    return doing and (doing["title"] or doing["doing"])


def convened_under(zone: Zone) -> Found[str] | None:
    """« sur la convocation de Mme NOIR, Maire, … et sous sa présidence »: who is named with an office before."""
    told = next(find_scanned(zone, _HIS_OR_HER), None)
    if told is None:
        return None
    start = sentence_start(zone, told.start(), _LONGEST)
    if not _MEETS.search(zone.view.folded, start, told.start()):
        return None
    named = [
        one for one in find_names(zone.view.text, start, told.start()) if _IN_OFFICE.match(zone.view.folded, one.end)
    ]
    return named[-1] if named else None
