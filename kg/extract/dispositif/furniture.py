"""What pages put inside of an item: stamps, running heads, the address of the town hall, the number of the page.

A running head has two parts at least (« Conseil municipal du 12 mars 2024 – Délibération n° 12 – Page 2/3 ») and begins
with a capital, or it has a line of its own: a sentence that names a sitting is none.
"""

import re

from kg.extract.dispositif.ends import STAMP
from kg.text.cues import Led
from kg.text.view import View

_DATE = r"(?:\d{1,2}(?:er)? [a-z]{3,9} (?:19|20)\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d)"
_SITTING = (
    r"(?:seance|reunion|conseil (?:municipal|communautaire|syndical|departemental|d'administration)|comite syndical"
    r"|bureau|commission permanente|cm)(?: (?:ordinaire|publique|du conseil [a-z]{6,14}|communautaire))?"
    rf" (?:du )?(?:[a-z]{{5,8}} )?{_DATE}"
)
_MINUTES = (
    r"(?:pv|proces[- ]verbal|compte[- ]rendu)(?: (?:du |de la )?(?:cm|conseil|seance|reunion)[a-z ]{0,24})?"
    rf"(?: du)? {_DATE}"
)
# What a running head is made of.
_PART = (
    r"(?:(?:extrait du )?registre des deliberations(?: du conseil [a-z]{6,14})?"
    rf"|{_SITTING}|{_MINUTES}|deliberations? (?:n ?[°º]? ?)?\d[\w/._-]{{0,16}}"
    r"|(?:commune|ville|mairie|departement|communaute de communes|syndicat) (?:d[eu]s? |d')[a-z' -]{2,40}?"
    rf"|page(?: \d{{1,3}})?(?: ?(?:/|sur) ?\d{{1,3}})?|\d{{1,3}} ?/ ?\d{{1,3}}|{_DATE})"
)
_RUNNING = Led(
    rf"{_PART}(?: ?[-–—|•·] ?{_PART}){{1,4}}(?: [-–—|•])?(?=\s|$)",
    (
        *("extrait du", "registre des", "seance", "reunion", "conseil ", "comite ", "bureau ", "commission ", "cm "),
        *("pv ", "proces", "compte", "deliberation", "commune d", "ville d", "mairie d", "departement d"),
        *("communaute de", "syndicat d"),
    ),
)
# « Mairie de Montfleury – 1 place de la Halle – 01234 Montfleury – Tél. … – mairie@montfleury.example ».
_REACHED = (
    r"(?:(?:tel|fax|telephone|telecopie)\.? ?:? ?(?:\d\d[ .-]?){3,5}|[\w.-]{2,40}@[\w.-]{3,40}"
    r"|(?:https?://)?www\.[\w.-]{3,40})"
)
_ADDRESS = Led(
    r"(?:mairie|hotel de ville|commune|ville|communaute|syndicat|siege)\b[^\n;:]{0,110}?\b\d{5} [^\n;:@]{2,60}?"
    rf"{_REACHED}(?:[ ,|/•·–—-]{{1,4}}{_REACHED}){{0,3}}",
    ("mairie", "hotel de", "commune", "ville", "communaute", "syndicat", "siege"),
)
# Running heads of one part and numbers of pages, where they have a line of their own.
_LINE = re.compile(
    rf"\n\s{{0,9}}(?:{_SITTING}|{_MINUTES}|[-–—] ?\d{{1,3}} ?[-–—]|(?:\.{{3}}|…) ?/ ?(?:\.{{3}}|…))\s{{0,9}}(?=\n)"
)


def put_between(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """What is no part of an item between two places, in order; the longer first where two begin at one place."""
    found = [stamp.span() for stamp in STAMP.finditer(view.folded, start, end)]
    for running in (*_RUNNING.finditer(view.folded, start, end), *_ADDRESS.finditer(view.folded, start, end)):
        if running.start() > start and view.text[running.start()].isupper():
            found.append(running.span())
    found.extend(line.span() for line in _LINE.finditer(view.folded, start + 1, end))
    return sorted(found, key=lambda span: (span[0], -span[1]))
