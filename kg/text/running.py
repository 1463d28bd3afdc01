"""Running heads and feet of pages, on folded text: who sits, which sitting, the number of the page, the address.

A running head has two parts at least (« Conseil municipal du 12 mars 2024 – Délibération n° 12 – Page 2/3 ») and begins
with a capital, or it has a line of its own: a sentence that names a sitting is none.
"""

from string import digits

from kg.text.cues import Led
from kg.text.word_starts import Begun

_DATE = r"(?:\d{1,2}(?:er)? [a-z]{3,9} (?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d)"
_BODY = (
    r"(?:conseil (?:municipal|communautaire|syndical|departemental|regional|d'administration)"
    r"|comite (?:syndical|directeur)|bureau(?: (?:communautaire|syndical))?|commission permanente|cm|cc|ca)"
)
SITTING = (
    rf"(?:seance|reunion|{_BODY})(?: (?:ordinaire|publique|du conseil [a-z]{{6,14}}|communautaire))?"
    rf" (?:du )?(?:[a-z]{{5,8}} )?{_DATE}"
)
MINUTES = (
    r"(?:pv|cr|proces[- ]verbal|compte[- ]rendu)"
    r"(?: (?:du |de la )?(?:cm|conseil|seance|reunion|comite|bureau|ca)\b[a-z' -]{0,40}?)?"
    rf"(?: du)?(?: [a-z]{{5,8}}di)? {_DATE}"
)
_PAGE = r"(?:(?:page|folio|f°)(?: \d{1,4})?(?: ?(?:/|sur) ?\d{1,3})?|\d{1,3} ?/ ?\d{1,3})"
_AUTHORITIES = (
    *("commune", "ville", "mairie", "departement", "communaute", "syndicat", "metropole", "agglomeration", "region"),
    *("sivom", "sivu", "petr", "sdis", "ccas", "cias", "smictom", "sictom", "siaep", "pole ", "centre communal"),
)
# A dash stands near: most sentences that name a town are left at once.
_NEAR_DASH = r"(?=[^.;:\n•|·–—-]{0,92}+[-–—|•·])"
_AUTHORITY = rf"(?:{'|'.join(_AUTHORITIES)})\b{_NEAR_DASH}[^.;:\n•|–—]{{2,90}}?"
# What a running head is made of.
_PART = (
    r"(?:(?:extrait du )?registre des deliberations(?: du conseil [a-z]{6,14})?"
    rf"|{SITTING}|{MINUTES}"
    r"|(?:proces[- ]verbal|compte[- ]rendu) du conseil municipal d(?:e |')[a-z' -]{2,40}?"
    r"|(?:deliberations?|delib\.?) (?:n ?[°º]? ?)?(?:[a-z]{1,4} )?\d[\w/._-]{0,16}"
    r"|(?:commune|ville|mairie|departement|communaute de communes|syndicat) (?:d[eu]s? |d')[a-z' -]{2,40}?"
    rf"|{_PAGE}|{_DATE})"
)
_DASH = r" ?[-–—|•·] ?"
RUNNING = Begun(
    rf"(?<![a-z])(?:{_PART}(?:{_DASH}{_PART}){{1,4}}(?: {_PAGE})?"
    rf"|{_AUTHORITY}{_DASH}(?:{SITTING}|{MINUTES})(?:{_DASH}{_PART}){{0,3}}(?: {_PAGE})?|{MINUTES} {_PAGE})"
    r"(?: [-–—|•])?(?=\s|$)",
    (
        *("extrait du", "registre des", "seance", "reunion", "conseil ", "comite ", "bureau ", "commission ", "cm "),
        *("cc ", "ca ", "pv ", "cr ", "proces", "compte", "delib", *_AUTHORITIES, "page", "folio"),
    ),
)
# « Mairie de Montfleury – 1 place de la Halle – 01234 Montfleury – Tél. … – mairie@montfleury.example ».
_REACHED = (
    r"(?:(?:tel|fax|telephone|telecopie)\.? ?:? ?(?:\d\d[ .-]?){3,5}|[\w.-]{2,40}@[\w.-]{3,40}"
    r"|(?:https?://)?www\.[\w.-]{3,40})"
)
# One of them stands in each address.
REACHED_BY = ("@", "www.", "fax", "telephone", "telecopie", *(f"tel{after}" for after in (*". :", *digits)))
ADDRESS = Led(
    r"(?:mairie|hotel de ville|commune|ville|communaute|syndicat|siege)\b[^\n;:]{0,110}?\b\d{5} [^\n;:@]{2,60}?"
    rf"{_REACHED}(?:[ ,|/•·–—-]{{1,4}}{_REACHED}){{0,3}}(?: {_PAGE}(?![\d/]))?",
    ("mairie", "hotel de", "commune", "ville", "communaute", "syndicat", "siege"),
)
