"""Where the sentence that holds a passage begins, and what it says of the one who speaks."""

import re

from kg.extract.act import Zone
from kg.text.cues import Led
from kg.text.names import find_names
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
    r"|syndicat|collectif)\b|^(?:le|la)\s(?:comptable|tresori|receveur|prefet|percept|direct|payeur|sous-pref|commissaire|notaire)"
)


# What is said in a discussion: whoever proposes, explains or tells after it takes part in it.
_DISCUSSES = Led(
    r"\b(?:demande\s+(?:si\b|s'il|pourquoi|quel|combien|comment|ce\s+qu|a\s+quoi|ou\b|quand|que\b|qui\b|a\s+savoir|des\s+precisions|de\s+quel)"
    r"|s'(?:interroge|inquiete|etonne|insurge|oppose)|regrette|craint|deplore|doute|estime\s+qu|trouve|juge\s|repond|replique"
    r"|retorque|conteste|proteste|critique|remarque\s+qu|fait\s+(?:remarquer|observer|valoir)|souhaite\s+savoir)",
    (
        *("demande", "s'int", "s'inq", "s'eto", "s'ins", "s'opp", "regrette", "craint", "deplore", "doute", "estime"),
        *("trouve", "juge", "repond", "replique", "retorque", "conteste", "proteste", "critique", "remarque", "fait"),
        "souhaite",
    ),
)

FARTHEST_SUBJECT = 260


def is_debated(zone: Zone, position: int) -> bool:
    """Whether somebody has asked, regretted, answered before a position: a discussion has begun."""
    text = zone.view.text
    for said in zone.part(zone.start, position).find(_DISCUSSES):
        names = list(find_names(text, max(zone.start, said.start() - 60), said.start()))
        if names and not text[names[-1].end : said.start()].strip(" ,"):
            return True
    return False


def takes_part(zone: Zone, subject: int, verb: int) -> bool:
    """« Mme ROUX craint … ; M. NOIR propose … »: a member named in a discussion; the mayor goes on reporting."""
    return verb - FARTHEST_SUBJECT <= subject < verb and is_debated(zone, subject)


def begins_report(zone: Zone, match: re.Match[str]) -> bool:
    """« Rapport de M. NOIR » with its capital opens the item; « le rapport de M. NOIR » is spoken of."""
    return not match[0].startswith(("rapport de", "expose de")) or zone.view.text[match.start()].isupper()


def offers_to_be_secretary(zone: Zone, at: int) -> bool:
    """Whether the verb at a position says that somebody would keep the minutes: a report on nothing."""
    return _OFFERS.match(zone.view.folded, at, zone.end) is not None


def may_report(zone: Zone, name: str, at: int) -> bool:
    """Whether a name before the verb at a position is that of somebody who reports, and asks or answers nothing."""
    asks = _DISCUSSES.match(zone.view.folded, at + zone.view.folded.startswith((" ", "\n"), at), zone.end)
    return not (is_body(name) or offers_to_be_secretary(zone, at) or asks)


def is_body(name: str) -> bool:
    """Whether a name is that of a company or a club."""
    return _NOBODY.search(fold_same_length(name)) is not None


def sentence_start(zone: Zone, position: int, reach: int) -> int:
    """The start of the sentence around a position of the view, at most ``reach`` characters before it."""
    begin = max(zone.start, position - reach)
    ends = [match.end() for match in _END.finditer(zone.view.text, begin, position)]
    return ends[-1] if ends else begin
