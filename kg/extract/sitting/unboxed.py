"""The opening sentence without the cells of a box that a flat text mixes in: « à la Présents : 20 salle Arcadie »."""

import re
from dataclasses import replace

from kg.extract.act import Act, Zone, once
from kg.extract.sitting.opening import above_subject
from kg.text.view import View

_WHO = r"(?i:(?:nombre de )?(?:membres|conseillers|d[ée]l[ée]gu[ée]s|[ée]lus) )"
_COUNTED = (
    r"(?i:en exercice|en fonctions?|pr[ée]sents?|votants?|absents?|excus[ée]s?|repr[ée]sent[ée]s?|pouvoirs?"
    r"|procurations?|quorum|suffrages exprim[ée]s)"
)
# Between two words of a sentence: in small letters, or a clock after the second.
_BEFORE, _AFTER = r"(?<=[a-zà-ÿ,'] )", r"(?= (?:[a-zà-ÿ(]|\d{1,2}\s?h))"
_CELL = re.compile(
    rf"{_BEFORE}{_WHO}?{_COUNTED} ?: ?\d{{1,3}}{_AFTER}(?! (?:membres|conseillers|[ée]lus|d[ée]l[ée]gu))"
)
_LABEL = re.compile(rf"{_BEFORE}(?:Membres|Conseillers|Nombre de \w{{5,12}}|NOMBRE DE \w{{5,12}}){_AFTER}")
_HEAD = 2500


def unboxed(act: Act) -> Act:
    """An act whose opening is read without such cells; the act itself where there are none."""
    head = above_subject(act).part(0, above_subject(act).start + _HEAD)
    view = once(act.view, ("unboxed", head.start, head.end), lambda: _view(head))
    if view is act.view:
        return act
    zones = (Zone(view, zone.start, zone.end) for zone in (act.preamble, act.item, act.closing))
    preamble, item, closing = zones
    return replace(act, preamble=preamble, item=item, closing=closing)


def _view(head: Zone) -> View:
    """The view with white space for the cells of a head."""
    cells = [cell.span() for cell in head.find_exact(_CELL)] if ":" in head.text else []
    if not cells:
        return head.view
    text = head.view.text
    for start, end in (*cells, *(label.span() for label in head.find_exact(_LABEL))):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return replace(head.view, text=text)
