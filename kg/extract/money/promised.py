"""Bodies that have promised money, or said that they would give some."""

import re
from collections.abc import Iterator

from kg.extract.money.claim import Claim
from kg.extract.money.marked import PARTY, SUM

_WOULD_GIVE = (
    r"(?:(?:vers|apport|accord|attribu|allou|octroi|financ)er(?:ait|aient|a|ont)|participer(?:ait|aient|a|ont)"
    r"|verser|apporter|accorder|participer)"
)
# « la Fondation X ayant déjà promis 5 000 € », « l'association X a fait savoir qu'elle verserait 6 000 € »
_PROMISED = re.compile(
    rf"(?P<funders>{PARTY})(?: \([^)]{{0,12}}\))?,? (?:ayant|a|ont|avait|avaient|aura)"
    r" (?:(?:deja|egalement|aussi|d'ores et deja) )?"
    rf"(?:(?:promis|notifie|confirme)(?: (?:a|au) (?:l[ae] |l')?(?P<recipient>{PARTY}),?)?(?: (?!qu)[\w']+){{0,5}}"
    rf"|(?:fait savoir|annonce|indique|confirme|promis) (?:qu'(?:elle|il)s? |de |d'){_WOULD_GIVE}(?: [\w']+){{0,5}})"
    rf" {SUM}"
)


def promised(text: str) -> Iterator[Claim]:
    """The promises that a marked sentence tells."""
    for match in _PROMISED.finditer(text):
        yield Claim(match["funders"], match["recipient"], match.start(), match.end(), "funder-as-subject")
