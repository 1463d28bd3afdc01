"""The minutes that an act approves, printed whole below its signature: they are of another sitting."""

import re

from kg.extract.act import Zone
from kg.text.cues import Led

_MINUTES = Led(
    r"(?<!\w)(?:proces[- ]verbal|compte[- ]rendu) (?:de la (?:seance|reunion) )?d[ue] (?:conseil|bureau|comite)"
    r"(?: (?:municipal|communautaire|syndical|d'administration))? d[ue] (?:\w{5,8} )?\d",
    ("proces", "compte"),
)
_CLOSED = Led(
    r"(?<!\w)(?:pour (?:copie|extrait|expedition) (?:certifiee? )?conforme"
    r"|(?:fait et )?delibere (?:les|en seance|en mairie)"
    r"|ont signe au registre|publication le|publiee? le|acte rendu executoire)",
    ("pour ", "fait et", "delibere", "ont signe", "publi", "acte rendu"),
)
_CONVENED = re.compile(r"(?:s'est|se sont|s'etant)\s(?:\w+\s){0,2}?(?:reuni|assemble)s?")
_OPENING = 400  # characters from the head of minutes to the words that open the sitting


def without_minutes_below(whole: Zone) -> Zone:
    """The act alone: it has convened its members once, and closed, before the head of minutes convenes them again."""
    folded, text = whole.view.folded, whole.view.text
    convened = _CONVENED.search(folded, whole.start, whole.end)
    closed = whole.part(convened.end(), whole.end).first(_CLOSED) if convened else None
    if closed is None:
        return whole
    for minutes in whole.part(closed.end(), whole.end).find(_MINUTES):
        again = _CONVENED.search(folded, minutes.end(), min(whole.end, minutes.end() + _OPENING))
        if again and text[minutes.start()].isupper():
            return whole.part(whole.start, minutes.start())
    return whole
