"""Where the sentence that holds a passage begins, and what it says of the one who speaks."""

import re

from kg.extract.act import Zone
from kg.text.view import fold_same_length

_END = re.compile(
    r"[.;\n*](?:(?<=\.)(?<!\bM.)(?<!\bMM.)(?<!\bMme.)(?<!\b[A-ZÀ-ÖØ-Þ].)\s|(?<=;)|"
    r"(?<=\n)(?<!,\n)(?<!, \n)(?<!,\n\n)\s*\n|(?<=\*)\*{2})"
)

# « Mme ROUX propose d'assurer le secrétariat », « M. NOIR se propose comme secrétaire »: said of the sitting
_OFFERS = re.compile(
    r"\s?(?:se\s)?propose\s(?:d'assurer|d'assumer|d'etre|d'exercer|de\stenir|de\sremplir|comme|sa\scandidature|pour)"
    r"[^.;:]{0,40}\bsecreta"
)
# « Le groupe Bâtir propose une somme de … »
_NOBODY = re.compile(
    r"\b(?:groupe|societe|association|entreprise|cabinet|comite|club|sarl|sas|s\.?p\.?a\.?|agence"
    r"|syndicat|collectif)\b"
)


def offers_to_be_secretary(zone: Zone, at: int) -> bool:
    """Whether the verb at a position says that somebody would keep the minutes: a report on nothing."""
    return _OFFERS.match(zone.view.folded, at, zone.end) is not None


def may_report(zone: Zone, name: str, at: int) -> bool:
    """Whether a name before the verb at a position is that of somebody who reports."""
    return not (is_body(name) or offers_to_be_secretary(zone, at))


def is_body(name: str) -> bool:
    """Whether a name is that of a company or a club."""
    return _NOBODY.search(fold_same_length(name)) is not None


def sentence_start(zone: Zone, position: int, reach: int) -> int:
    """The start of the sentence around a position of the view, at most ``reach`` characters before it."""
    begin = max(zone.start, position - reach)
    ends = [match.end() for match in _END.finditer(zone.view.text, begin, position)]
    return ends[-1] if ends else begin
