"""What only looks like a request: a body that is sent to ask others, and what a speech says of requests in general.

« demander au Syndicat de solliciter l'aide du Département » asks nothing of the Syndicat; « quand nous sollicitons
l'État, il ne répond pas » asks nothing of anybody.
"""

import re

from kg.extract.money.marked import PARTY

# After the body: what it is to do, which is to ask.
_SENT = re.compile(
    r",? (?:de |d'|qu'(?:il|elle) |a )(?:bien vouloir |vouloir )?"
    r"(?:solliciter|sollicite|demander|demande|rechercher|recherche|deposer|depose|obtenir|obtienne"
    r"|instruire|constituer|monter|reunir|mobiliser|presenter une demande|faire (?:une demande|les demandes))\b"
)
# Before the verb, in the same clause: when, if, each time that.
_WHENEVER = re.compile(
    r"\b(?:quand|lorsque?|lorsqu'|chaque fois qu(?:e |')|toutes les fois qu(?:e |')|a chaque fois qu(?:e |')|si|s')"
    rf" ?(?:nous|vous|on|ils?|elles?|je|tu|(?:l'|la |le |les )?(?:{PARTY}|\w+))(?: \w+){{0,2}} $"
)
# « afin que la commune perçoive une dotation de … »: what is hoped for.
_HOPED = re.compile(
    r"\b(?:afin|pour|en sorte|de (?:facon|maniere) a ce|dans l'espoir) qu(?:e |')[^.;]{0,40}?"
    r"\b(?:percoi|recoi|obtien|beneficie|touche)\w*"
)
_REACH = 60


def is_unasked(text: str, start: int, after: int) -> bool:
    """Whether what a folded sentence words as a request is none: ``start`` of its verb, ``after`` the bodies named."""
    return bool(_SENT.match(text, after) or _WHENEVER.search(text, max(0, start - _REACH), start))


def is_hoped(text: str) -> bool:
    """Whether a folded sentence tells money only as what something is done for."""
    return _HOPED.search(text) is not None
