"""Whose vote is told: the act's own, or that of another body, of an amendment, of the choice of the secretary."""

import re

from kg.extract.act import Zone, once

# From who votes to the counts, or to the words that tell how: « , à mains levées, à l'unanimité moins ».
_TO_ITS_VOTE = (
    r"(?:,? a mains? levees?)?(?:,? apres (?:en )?avoir delibere)?,?\s(?:par\s|avec\s|a\sl['\s]?"
    r"|a (?:l' ?unanimite|la majorite)(?: (?:absolue|moins|soit|avec|par|de|des? [a-z]{3,12}(?: [a-z]{3,12})?))?"
    r"[\s,:(]{0,3}(?:soit |avec |par )?)?$"
)
OWN = re.compile(
    r"\bdeliber(?:e|ation|ant)|\badopt|\bvot(?:e|ant)|\bissue\b|\bmise?s? aux voix\b|\bmet aux voix\b"
    r"|\b(?:conseil|assemblee|comite|bureau|commission permanente)(?: \w+)?,? (?:approuve|decide|accepte|autorise"
    r"|valide|prend acte|emet un|donne un|se prononce)\b"
    r"|\b(?:est|sont|a ete) (?:approuve|accepte|valide)|(?<!son )\baccord (?=a l)"
    # « Considérant que …, le conseil municipal, à la majorité (7 pour »: the organ right before its vote
    r"|(?<!que )(?<!laquelle )(?<!lequel )(?<!par )"
    r"\b(?:le conseil (?:municipal|communautaire|departemental|regional|syndical|metropolitain|territorial"
    r"|d'administration|de (?:communaute|metropole|territoire))|le (?:comite|bureau) (?:syndical|communautaire)"
    r"|la commission permanente|l'assemblee)"
    rf"{_TO_ITS_VOTE}"
)
FOREIGN = re.compile(
    r"(?<!emet un )(?<!donne un )(?<!rend un )\bavis\b"
    r"|(?<!municipal )(?<!communautaire )(?<!conseil )\b(?:a|ont) donne un avis\b|\bcst\b"
    r"|\bvu l[ae]s? deliberations?\b[^.;]{0,80}?\b(?:adopt|approuv)\w+"
    r"|(?<!delibere, l[ea] )(?<!delibere l[ea] )(?:\bcommission|\bcomite\b|\bbureau\b"
    r"(?! (?:de (?:poste|vote|tabac|controle)|d'etudes?|d'accueil|d'information)\b))|\bjury\b|\bsecretaire"
    r"|(?<!\bau )\bvu\b|\bconsiderant\b|\brappel"
    r"|\bprecedente?\b|\bdernier"
    r"|\bamendement|\bpar deliberation\b|\bqu'un\w* tour|\ben date du\b"
)
# What a sentence must hold for FOREIGN to be looked for.
FOREIGN_WORDS = (
    *("avis", "commission", "comite", "bureau", "jury", "secretaire", "vu", "considerant", "rappel", "preceden"),
    *("dernier", "amendement", "cst", "par deliberation", "qu'un", "en date du"),
)
OWN_AFTER = re.compile(
    r"(?:[ ,:]|des \w+(?: \w+)?(?: (?:et|ou) (?:des )?\w+)?)*\W{0,6}(?:\d{1,2}\W{1,3})?"
    r"(?:decide|approuve|adopte|autorise|accepte|article 1"
    r"|(?:fixe|designe|valide|vote|attribue|accorde|confirme|charge|cree|nomme|elit|institue|constate|arrete|sollicite"
    r"|adhere|modifie|supprime|instaure|renouvelle|ratifie|alloue|octroie|maintient|annule|refuse|prend acte"
    r"|s'engage)\b)"
)
FOREIGN_AFTER = re.compile(
    r"[ ,]*(?:la|le|les|du|de la|des membres d\w+) (?:commission|comite|bureau|jury|cst|ct|chsct)\b"
)
# Bodies that head a document; « le comité », where the body is one, and not « le comité technique ».
BODIES = re.compile(
    r"\b(?:comite\s+(?:syndical|directeur|de\s+gestion|de\s+la\s+caisse)|conseil\s+(?:municipal|communautaire|de\s+\w+|d'\w+|departemental|regional|syndical)"
    r"|commission\s+permanente|bureau\s+\w{8,16}|assemblee\s+\w{5,16})\b"
)
FIRST_BODY_WITHIN = 6000
# « Vu l'article L. 1511-3, le Bureau, par 12 voix pour », where the body is one: it ends what was seen.
_OWN_BUREAU = re.compile(rf"[,:\n] ?le bureau{_TO_ITS_VOTE}")
OWN_COMITE = re.compile(r"\bcomite(?! (?:technique|social|consultatif|scientifique|local|d[e'u]|des)\b)")
# « APPROUVÉE à l'unanimité » in a list: whatever the title before it speaks of.
PRINTED_STATUS = re.compile(r"\b(?:ADOPT|APPROUV)[ÉE]ES?\s+(?:[àaÀA]\s+l'?|[ÀA]\s+L'?)$")
# « Subvention au comité des fêtes Unanimité (26) »: so is a cell of a list, but for that of an avis.
_UNANIMITY = re.compile(r"(?<![:'’])(?<![:'’]\s)(?<!\s[lL]\s)(?:Unanimité|UNANIMIT[ÉE])\b")
_ASKED = re.compile(r"\b(?:avis|commission|amendement)\b")
# « Le conseil, vu la délibération du 3 mars, / Décide à l'unanimité … »: the verb comes after the visas.
_RESUMED = re.compile(
    r"[,;:\n]\s{0,3}(?:decide|approuve|adopte|accepte|autorise|valide|emet|donne|fixe|designe|vote)(?:nt)?,?\s"
    r"(?:,\s?)?(?:a l'|par |a la |: )?$"
)
_OTHER_BODY = re.compile(r"\b(?:commission|comite|bureau|jury|cst|chsct|secretaire|amendement)")
# « Avis favorable à l'unanimité », a sentence of its own: what the body itself says of an item.
_OWN_AVIS = re.compile(
    r"\W*(?:avis|vote|accord) (?:tres |entierement )?(?:de)?favorable"
    r"(?: (?:du conseil|de l'assemblee|des membres|des elus)(?: \w+)?)?[ ,:]{0,3}(?:\w+ )?(?:a l'|a la |\()?"
)
# « … à la commission des finances > unanimité »: a column of its own.
_IN_A_CELL = re.compile(r"[>|]\s?(?:a l')?$")
# Where a sentence or a paragraph ends; « M. NOIR » ends none. Each choice begins with a letter: most are left at once.
_ABBREVIATED = r"(?<![ (]m.)(?<![ (]mm.)(?<![ (]mme.)"
_BREAK = re.compile(rf"\.{_ABBREVIATED}\s|;{_ABBREVIATED}\s|,\n\s*\n|\n\s*\n|,\s*\n|o(?<!\wo)bjet ?:")
# « Sur 9 électeurs inscrits, 8 ont pris part au vote : 7 voix pour »: those of a section of a commune.
_OF_ELECTORS = re.compile(r"\belecteurs (?:inscrits|de la section|consultes)\b")
# « un amendement, mis aux voix et repoussé par 5 voix contre 2, le conseil … »: no decision of the act.
_OF_AMENDMENT = re.compile(
    r"\b(?:sous-)?amendements?\b(?:[^.;]|\bmm?\.|\bmr\.){0,90}?"
    r"\b(?:repousse|rejete|ecarte|refuse|adopte|retenu|approuve)e?s?,? (?:par |a la |a l')?$"
)
_VOTER = re.compile(
    r"\bapres en avoir delibere|\bil est procede|\bapres (?:un )?vote\b"
    r"|\bl[ea] (?:conseil|comite|bureau|commission permanente)\b|\bl'assemblee\b"
)


def sentence_before(zone: Zone, position: int) -> str:
    """The beginning of the sentence in which a cue stands."""
    before = zone.view.folded[max(zone.start, position - 220) : position]
    return _BREAK.split(before)[-1]


def clause_before(zone: Zone, position: int) -> str:
    """The same from the last words that say who votes, or that one does: what is seen (« vu … ») stands before them."""
    before = sentence_before(zone, position)
    begins = max((match.start() for match in _VOTER.finditer(before)), default=0)
    return before[begins:]


def is_foreign(zone: Zone, start: int, end: int) -> bool:
    """Whether a vote is told of another body, of an amendment or of the choice of the secretary."""
    folded = zone.view.folded
    before = sentence_before(zone, start)
    foreign = _last_end(FOREIGN, before) if any(word in before for word in FOREIGN_WORDS) else -1
    after = FOREIGN_AFTER.match(folded, end, min(zone.end, end + 60))
    if _is_a_comite(zone) and (foreign >= 0 or after):
        foreign = _last_end(FOREIGN, OWN_COMITE.sub(" ", before)) if foreign >= 0 else -1
        after = None if after and "comite" in after[0] else after
    if _IN_A_CELL.search(before) or (_OWN_BUREAU.search(before) and _first_body(zone) == "bureau"):
        return False
    if _OF_ELECTORS.search(before) or _OF_AMENDMENT.search(before):
        return True
    if not after and (_OWN_AVIS.fullmatch(before) or _resumes(before)):
        return False
    if _UNANIMITY.match(zone.view.text, start) and not _ASKED.search(before):
        return False
    if (foreign < 0 and not after) or PRINTED_STATUS.search(zone.view.text, max(zone.start, start - 20), start):
        return False
    own = _last_end(OWN, before)
    if own < 0 and after:
        return True
    return foreign > own and not OWN_AFTER.match(folded, end, min(zone.end, end + 60))


def _resumes(before: str) -> bool:
    """Whether a verb of the sentence stands right before a vote, no other body being named in it."""
    return bool(_RESUMED.search(before)) and not _OTHER_BODY.search(before)


def _is_a_comite(zone: Zone) -> bool:
    """Whether the first body that the document names is a comité (syndical): what it decides is its own vote."""
    return _first_body(zone) == "comite"


def _first_body(zone: Zone) -> str:
    return once(zone.view, ("first body",), lambda: _read_first_body(zone))


def _read_first_body(zone: Zone) -> str:
    first = BODIES.search(zone.view.folded, 0, FIRST_BODY_WITHIN)
    return "" if first is None else first[0].split()[0]


def _last_end(cue: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in cue.finditer(text)), default=-1)
