"""How the words between two names of a list tie them: a giver and its holder, a substitute and whom it replaces."""

import re

from kg.extract.attendance.cues import CIVILITY, link

GIVEN = link("given")
_TO, _GIVES, _HAS = link("to"), link("gives"), link("has")
_LINKS = {
    "replaced": re.compile(
        r"(?:remplace|supplee)e?\s+par(?:\s+(?:son|sa)\s+supplean\w+,?)?\s*$|represente[es()]*\s+par\s+(?:son|sa)\s+supplean\w+,?\s*$"
    ),
    "substitute": re.compile(
        r"\b(?:supplean\w*(?:\(e\))?|remplacante?|remplace"
        r"|en remplacement|representante?)(?:\s+(?:de|du|d')|(?<!s)\s*:)?\s*$"
    ),
    "received": re.compile(
        rf"^\s*[(,]?\s*(?:(?:{_HAS}\s)?{GIVEN}\s+(?:donnee?s?\s+)?(?:de|d')|{link('votes_for')})\s*$"
    ),
    "holder": re.compile(
        rf"(?:{GIVEN}|\b{_GIVES})[^;:]{{0,110}}\b{_TO}\s*$|\brepresent\w+(?:\(e\))?s?\s*(?:par)\s*$"
        rf"|\bdonne(?:e|nt)?\s*:?\s*$|\bdonne\s+{GIVEN}\s*$|\b(?:a|ont|avait|ayant)\s+mandate\s*$"
        rf"|^\s*[(,]?\s*(?:{GIVEN}|mandataire)\s*:?\s*$|\bvot(?:e|ent|era)\s+par\s*$|\(\s*p\.?v?\.?\s*(?:a|:)\s*$"
        r"|\bayant\s+(?:pour|comme)\s+mandataire\s*:?\s*$|[(,]\s*repr\.?\s*(?:par|:)?\s*$|\(\s*represente[es()]*\s*:?\s*$"
    ),
    "to": re.compile(rf"^[\s.…_,:(-]*(?:(?:absent|excuse)e?s?\s?:\s*)?(?:{_TO}|pour|p\s?/|-*>+|→|➔|➜|=>)\s*$"),
}
_CIVIL_END = re.compile(rf"(?:\b(?:le |la )?{CIVILITY}\s*(?:et\s*)?)+$")
# « procuration à l'adjoint Paul NOIR », « à Monsieur le Maire, Paul NOIR »
_TITLE_END = re.compile(
    r"(?<=\ba\s)(?:\w+\.?\s)?(?:l'|l[ea]\s)(?:\d?\w{0,9}\s)?(?:maire|adjointe?|president\w*|conseill\w+)"
    r"(?:\s(?:municipale?|au maire))?[\s,]*$"
)
# « (pouvoir à M. le Maire) »
_TO_HEAD = re.compile(
    rf"[\s(,:–—-]*(?P<given>(?:qui\s)?(?:a\s|avait\s|ayant\s)?(?:donne\w*\s)?(?:son\s)?{GIVEN}\s(?:donnee?\s)?)?a\s"
    r"(?:m\.|mr|mme|monsieur|madame)\s(?P<head>l[ea]\s(?:maire|presidente?)\b)"
)
# « pouvoir à M. NOIR (non pris en compte) »: he or she is away, and nobody votes in his or her name.
VOID = re.compile(
    rf"\s*[(,;–—-]\s*(?:(?:son\s|ce\s|cette\s|sa\s)?{GIVEN}\s)?(?:juge\w?\s|declare\w?\s|considere\w?\s(?:comme\s)?)?(?:(?:non|n'est\s+pas|pas|ne\s+peut\s+etre)\s"
    r"(?:etre\s)?(?:pris\w?\s+en\s+compte|compte\w?|comptabilise\w?|valable|valide\w?|recevable|retenue?|accepte\w?|admise?|conforme|signee?)"
    r"|nul(?:le)?\b|irrecevable|invalide|caduc|caduque|refuse\w?|annule\w?|(?:recue?|parvenue?)\s(?:hors\s+delai|apres\s+l|trop\s+tard|en\s+retard))"
)
# « M. ROUX ; pouvoir donné à M. NOIR »
_GIVEN_APART = re.compile(rf"\s*(?:a\s+)?(?:donne\s+)?{GIVEN}\s+(?:donnee?\s+)?(?:a|:)\s*")
# « Aïcha BRUN (pour F. NOIR) », among those present
_IN_PLACE_OF = re.compile(r"^\s*\(\s*pour\s*$")
# « M. BRUN, représenté par sa suppléante, M. NOIR »: who follows is not she
_HIS_OR_HER = re.compile(r"\bsa suppleante,\s*(?:m\.|mr|monsieur)\s*$|\bson suppleant,\s*(?:mme|madame)\s*$")
_PROXY_LEAD = re.compile(rf"{GIVEN}\s+(?:de|d')\s*$")
# « M. ROUX (Saint-Prix) à M. NOIR »: a place, a group, which ties nothing.
_PARTED = re.compile(r";|\n\s*[-•]\s|\n\s*(?=(?:suppleante?s?|titulaires?)\s*:)")
_PLACE = re.compile(r"\((?![^()]{0,60}(?:pouv?oir|procur|mandat|represent|supple|remplac|\bpar\b|\ba m))[^()]{0,60}\)")


def leads(gap: str) -> bool:
    """« Pouvoirs : pouvoir de Mme ROUX à … »: the words before the first name of a list."""
    return _PROXY_LEAD.search(_CIVIL_END.sub("", gap.rstrip()).rstrip()) is not None


def link_of(gap: str, kind: str, *, first: bool, led: bool = False) -> str:
    """How the words before a name tie it to the name before: one of ``_LINKS``, ``lead`` or ``new``.

    ``led``: whether « pouvoir de » leads the first name of the list, and so each giver.
    """
    gap = _PLACE.sub(" ", gap)
    gap = _TITLE_END.sub("", gap)
    of_another = _HIS_OR_HER.search(gap) is not None
    gap = _CIVIL_END.sub("", gap.rstrip()).rstrip()
    tail = _PARTED.split(gap)[-1] if gap else gap
    if of_another:
        return "new"
    if tail != gap and not first and kind != "present" and _GIVEN_APART.fullmatch(tail):
        return "holder"
    if first or tail != gap:
        return "lead" if _PROXY_LEAD.search(tail) else "new"
    if led and _PROXY_LEAD.search(tail):
        return "lead"
    for tie in ("replaced", "substitute", "received", "holder"):
        if _LINKS[tie].search(tail):
            return tie
    if kind == "present" and _IN_PLACE_OF.search(tail):
        return "substitute"
    if _LINKS["to"].search(tail) and kind in ("proxies", "absent"):
        return "holder"
    return "lead" if _PROXY_LEAD.search(tail) else "new"


def given_to_head(after: str, kind: str) -> tuple[int, int] | None:
    """Where the words after a name say « le Maire » or « la Présidente », to whom a proxy is given."""
    match = _TO_HEAD.match(after)
    return match.span("head") if match and (match["given"] or kind == "proxies") else None
