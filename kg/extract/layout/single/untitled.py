"""What is printed where titles stand and is none: the sitting, the head of a section, the letterhead of a body."""

import re

from kg.extract.layout.words import TITLE_HEAD
from kg.model import Span
from kg.text.view import View

NO_TITLE = re.compile(
    r"(?:seance|reunion|session|assemblee pleniere) (?:ordinaire|extraordinaire|publique|pleniere|du|de|en)|"
    r"(?:du|le)\s(?:\w{5,8}\s)?\d{1,2}(?:er)?\s[a-z]{3,9}\s(?:19|20)\d\d|"
    r"page\s\d|en exercice|presents?(?!\w)|votants|(?:pour|contre|abstentions?)\s?[:,;.\d]|"
    r"l'an\s|courriers?\s(?:arrivee?|recu)|(?:arrivee?|recue?)\s(?:le|en)\s|"
    r"(?:une?|deux|trois|\d{1,3}) (?:abstention|voix|contre)|(?:resultats?|detail) (?:du|des) (?:scrutin|vote)|"
    r"(?:[ivx]{1,3}\s?[-–.]\s?)?(?:decision|deliberation|vote) du conseil|acte rendu exec|"
    r"(?:dossier|rapport|affaire)\s?n\s?[°º]\s?[\w./-]{1,12}\s(?:commission|conseil|bureau|comite|assemblee)\s|"
    r"(?:conseil|bureau|comite|assemblee)(?:\s[a-z']{4,16}){0,2}\sdu\s(?:[a-z]{3,6}di\s)?\d{1,2}(?:er)?"
    r"\s[a-z]{3,9}\s(?:19|20)\d\d|"
    r"commission permanente(?: (?:du|reunion|seance)\b|$)|"
    r"l[ea] (?:conseil|commission permanente|bureau|comite|assemblee)\b|(?:[ivx]{1,3}\s?[-–.]\s?)?rapport du president"
)
# « EXPOSÉ DES MOTIFS », « DÉCISION »: what heads a part of an act is no title of it.
SECTION = re.compile(
    r"(?:[ivx\d]{1,3}\s?[-–.)]\s?)?(?:(?:expose|rappel)s?(?:\s(?:des\s(?:motifs|faits)|prealable|sommaire|du\sdossier|de\s"
    r"l'affaire|de\sla\ssituation|du\srapporteur|d[ue]\s(?:contexte|maire|president)))?|motifs?|(?:le\s)?contexte|preambule|"
    r"(?:rapport|note|fiche)s?(?:\s(?:de\s(?:presentation|synthese)|explicati(?:f|ve)s?|au\sconseil(?:\s\w+)?))?|"
    r"(?:projet\sde\s)?(?:deliberation|decision|deliberes?)s?|dispositif|visas?|considerants?|discussions?|debats?)"
    r"(?:\set\s(?:motifs?|visas?|deliberation|decision|contexte))?[\s.:–—-]*"
)
_PAGE = re.compile(
    r"(?P<organ>(?:du|de la|de l') ?(?:conseil|comite|bureau|commission permanente|assemblee)\b|le quorum\b"
    r"|l[ea] (?:conseil|comite|bureau)[^.;:]{0,40}, apres)|"
    r"(?:communaute (?:de communes|d'agglomeration|urbaine)|syndicat|c\.?c\.?a\.?s\.?|cias"
    r"|centre (?:inter)?communal d'action sociale)(?!\s?[:–—]|\s-)(?:\s(?![:–—-])[^\s:;,]+){1,12}$"
)
_OF_PAGE = re.compile(r"deliberations? (?:du|de la|de l')|registre|seance")


def names_page(view: View, title: Span) -> bool:
    """« SYNDICAT DES EAUX DE VALMONT Délibérations du comité », « DU CONSEIL MUNICIPAL »: a letterhead, no matter."""
    named = _PAGE.match(view.folded, *title)
    if named is None:
        return False
    return bool(named["organ"] or _OF_PAGE.search(view.folded, *title) or not TITLE_HEAD.search(view.folded, *title))
