"""The stages of an election told one after the other, and the formalities of its minutes: parts of an act, no acts.

« 2. Élection du maire 2.1. Présidence de l'assemblée … 2.5. Proclamation de l'élection »: the form of the minutes of
an installation (CGCT, articles L. 2122-7 to L. 2122-8) numbers its stages as it numbers its acts.
"""

import re

from kg.extract.layout.mark import Mark
from kg.text.view import View

_STAGE = re.compile(
    r"[\s:.–—-]{0,4}(?:presidence de l'assemblee|constitution du bureau|(?:designation|election) des assesseurs|"
    r"deroulement d(?:e|u) [^.;]{0,24}scrutin|resultats? d(?:u|es) [^.;]{0,24}(?:scrutin|tours?)|"
    r"(?:listes? de|appel a|declaration de|depot des?)s? candidat|depouillement|"
    r"proclamation d(?:e|u|es) [^.;]{0,24}(?:election|resultat|elu|maire|adjoint|president)|"
    r"observations et reclamations|cloture du proces[- ]verbal)"
)


def without_stages(view: View, marks: list[Mark]) -> list[Mark]:
    """Marks without those of stages."""
    return [mark for mark in marks if not is_stage(view, mark.body)]


def is_stage(view: View, at: int) -> bool:
    """True where the name of a stage stands at an offset."""
    return _STAGE.match(view.folded, at) is not None
