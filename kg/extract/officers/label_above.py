"""« Rapporteur : Anne ROUX, adjointe 2. VENTE DU PRESBYTÈRE »: minutes whose items stand below who reports them.

Such a label closes the passage of the item before: it is told by the first item, which nothing but a label precedes,
or by the last label, under which the organ still decides: no label then closes its own item."""

import re

from kg.extract.act import Act, Zone, once
from kg.extract.layout.items.decided import own_decisions
from kg.extract.layout.words import CLOSING
from kg.extract.scanned import find_scanned
from kg.text.word_starts import Begun

_WORD = "rapporteu"
_LABEL = re.compile(r"\b(?:co-?)?rapporteu(?:r|re|se)s?\s*(?:\([er]+\)\s*)?[:–—-]\s*")
_CUED = Begun(_LABEL.pattern, ("rapporteu", "co-rapporteu", "corapporteu"))
# What may follow to the heading: a name and a role, no sentence.
_NAMED = re.compile(
    r"(?:[^.;:\n|]|(?<=\bm)\.|(?<=\bmm)\.|(?<=\bmme)\.|(?<=[ -][a-z])\.|\n(?!\s*\n)){4,150}?[\s.,;:|*•–—-]{0,8}$"
)
_DECIDED = re.compile(r"\b(?:adopt|approuv|unanim|majorite|prend acte|dont acte|rejet|ajourn|retir|reporte|voix)")
# « ********** », « _____ »: such a rule parts the label from the heading below it.
_RULE = re.compile(r"(?:[*_=~•–—-]\s?){4,}")
REACH = 190
REPORT = 400  # characters under the label of an item that a cut text leaves before its decision


def label_above(act: Act) -> int | None:
    """Where the name begins that the label right above an item tells; None where labels stand elsewhere."""
    return _closing(act.whole, act.item.start) if _are_above(act) else None


def before_next_label(act: Act, zone: Zone) -> Zone:
    """An item's passage without the label of the next, which closes it."""
    label = _label_before(act.whole, act.item.end) if _are_above(act) else None
    return zone.part(zone.start, min(zone.end, label.start())) if label and label.start() > zone.start else zone


def below_rule(above: Zone) -> Zone:
    """What stands right above a heading, below the rule that ends the item before."""
    rules = list(above.find_exact(_RULE))
    return above.part(rules[-1].end() if rules else above.start, above.end)


def _are_above(act: Act) -> bool:
    """Whether the first item stands right below a label that no decision precedes, or the last label heads its item."""
    if not act.shared:
        return False
    first = act.preamble.end
    return once(act.view, ("labels above", first), lambda: _is_led(act.whole, first) or _heads_last(act.whole, first))


def _is_led(whole: Zone, first: int) -> bool:
    label = _label_before(whole, first)
    return label is not None and not own_decisions(whole.part(label.start(), first))


def _heads_last(whole: Zone, first: int) -> bool:
    labels = list(whole.part(first, whole.end).find(_CUED))
    under = whole.part(labels[-1].end(), whole.end) if labels else None
    if under is None:
        return False
    cut = under.end - under.start > REPORT and not any(find_scanned(under, CLOSING))
    return cut or bool(own_decisions(under))


def _closing(whole: Zone, end: int) -> int | None:
    label = _label_before(whole, end)
    return label.end() if label else None


def _label_before(whole: Zone, end: int) -> re.Match[str] | None:
    """The last label before an offset, where a name and a role alone stand between."""
    folded = whole.view.folded
    at = folded.rfind(_WORD, max(0, end - REACH), end)
    label = _LABEL.match(folded, at, end) if at >= 0 else None
    if label is None or _DECIDED.search(folded, at, end) or _RULE.search(folded, label.end(), end):
        return None
    return label if _NAMED.match(folded, label.end(), end) else None
