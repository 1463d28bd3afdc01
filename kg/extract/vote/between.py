"""What stands between the names of a vote: what joins them, who votes through another, to whom a proxy is given."""

import re

from kg.extract.act import Zone
from kg.text.found import Found
from kg.text.lexicon import GIVEN_NAMES
from kg.text.view import fold_same_length

CIVIL = r"\b(?:et|de|d'|dont|soit|celles?|messieurs|mesdames|monsieur|madame|mmes?|mm?|mrs?|ms|melles?|mlles?)\b"
_GIVEN = r"(?:pouvoir|procuration|mandat|delegation)s?(?: de vote)?"
_LEAD = re.compile(
    rf"(?:[\s,;:()|\[/.–—•*»\"'-]|{CIVIL}|\bl[ea] (?:maire|presidente?)(?=\s?,|\set\b)"
    r"|\b(?:une?|\d{1,2}) (?:pouvoir|procuration)s?(?: de)?\b|\b(?:de|du) )*"
)
# « Monsieur ROUX par pouvoir, Madame NOIR », « Anne ROUX + procuration, Luc NOIR »: how the one before votes
_BY_PROXY = rf"(?:\s*[,(]?\s*(?:par|(?:\+|&|et|avec|plus)(?: (?:une?|son|sa|\d))?) {_GIVEN}\)?)?"
BETWEEN = re.compile(
    rf"{_BY_PROXY}(?:\s*\)?\s*[,;|/•–—-]|\s+et\b|\s*\n)(?:[\s,;|/•.*–—-]|{CIVIL})*"
    rf"|\s*\)?,?\s*\((?:[^()]{{0,60}})\)[\s,;]*(?:{CIVIL}\.?\s*)*"
)
CIVIL_ONLY = re.compile(rf"\s*(?:{CIVIL}\.?\s*)+|\s+")
_OF = rf"\s?(?:(?:donnee?|recue?|confiee?) (?:par )?)?(?:de\b|d'|du\b|par\b|:)\s*(?:{CIVIL}\.?\s*)*"
# « M. ROUX (+ pouvoir de Mme NOIR) », « M. ROUX, ayant procuration de Mme NOIR »: both vote so
_WITH = re.compile(
    r"\s*[(,;]?\s*(?:(?:\+|&|et|avec|ayant(?: recu)?|dont|plus|ainsi que|egalement|titulaire du"
    rf"|porteu\w+ d(?:u|'une?|e la)|en vertu du|l[ea]s?|une?|son|\d)\s*){{0,3}}{_GIVEN}{_OF}"
)
# « ROUX Anne + procuration NOIR Paul », « M. ROUX (avec la procuration Mme NOIR) »
_WITH_BARE = re.compile(
    r"\s*[(,;]?\s*(?:(?:\+|&|et|avec|dont|plus|ainsi que)\s*)(?:(?:l[ea]s?|une?|son|sa|\d)\s*)?"
    rf"{_GIVEN}\s*[(:]?\s*(?:{CIVIL}\.?\s*)*"
)
# « M. ROUX (pouvoir à Mme NOIR), M. BRUN »: who holds a proxy is no further name
_HELD = re.compile(
    rf"\s*[(,]?\s*(?:(?:qui|a|ayant|donne|donnant|par|avec|son|representee?)\s+){{0,4}}(?:{_GIVEN}\s*(?:donnee?\s*)?(?:a\b|:|=>?|→)|par\b)"
    rf"\s*(?:{CIVIL}\.?\s*)*"
)


# « Contre : M. ROUX, Mme NOIR »; « Contre : M. ROUX / Mme NOIR », each with a civility.
_JOINED = re.compile(r"[,;]|\bet\b|(?<=[-–—/|•] )(?:mm?\.|mr\.?|mmes?\b|mlles?\b|monsieur\b|madame\b)")


def is_joined(folded: str, gap: tuple[int, int], has_names: bool, more: bool) -> bool:
    """Whether what stands between two names of a list (or before the first) is only what joins names."""
    if not has_names:
        return _LEAD.fullmatch(folded, *gap) is not None
    if BETWEEN.fullmatch(folded, *gap):
        return more or _JOINED.search(folded, *gap) is not None
    shapes = (CIVIL_ONLY, _WITH_BARE, _WITH) if more else (_WITH,)
    return any(shape.fullmatch(folded, *gap) for shape in shapes)


_DASHED = re.compile(r"\s?[-–—/|•]\s?")


def is_parted(folded: str, gap: tuple[int, int], name: str) -> bool:
    """« Contre : Luc ARNEL / Anne ROUX »: what a dash parts from the name before has a given name."""
    given = any(word.split("-")[0] in GIVEN_NAMES for word in fold_same_length(name).split())
    return given and _DASHED.fullmatch(folded, *gap) is not None


def is_holder(folded: str, gap: tuple[int, int]) -> bool:
    """Whether a name is that of the member to whom the one before gave a proxy."""
    return (
        gap[0] < gap[1]
        and ("pouvoir" in (between := folded[gap[0] : gap[1]]) or "procur" in between or "par " in between)
        and _HELD.fullmatch(folded, *gap) is not None
    )


# What one of several is besides, up to the civility of the next.
ROLE_BESIDE = re.compile(
    r"\s?,\s(?:(?:vice-)?president|administrat|tresori|secretaire|membre|maire|adjoint|gerant|direct|salarie|conjoint|epou"
    r"|proprietaire|represent(?!ee? par|e par)|delegue|interess|concerne|au titre|en (?:sa |leur |tant )|qui |elue? d)"
    r"[^,;:()]{2,90}(?=[,;]\s(?:et\s)?(?:m\.|mm|mme|mr|monsieur|madame)|\set\s(?:m\.|mme|mr|monsieur|madame))"
)
# « (de' GIOVANNI Antoine) », « (d'ARNEL Luc) »: behind a parenthesis « de » may join the name to what is counted.
_PARTICLE = re.compile(r"\(\s?(?P<particle>(?:de'|de|du|d['’])\s?)$")
_PARTICLE_REACH = 9
_TWICE = 2  # in the list of members, and in the vote


def with_particle(zone: Zone, name: Found[str]) -> Found[str]:
    """A name with the small word before it, where the document prints them together elsewhere too."""
    text = zone.view.text
    lead = _PARTICLE.search(text, max(zone.start, name.start - _PARTICLE_REACH), name.start)
    if lead is None or text.count(lead["particle"] + text[name.start : name.end]) < _TWICE:
        return name
    return Found(lead["particle"] + name.value, lead.start("particle"), name.end)
