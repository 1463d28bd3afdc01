"""Who takes the chair for one act of a sitting: the executive leaves it for its own accounts, or for its own affairs.

CGCT L2121-14: where the compte administratif is debated the council elects who presides; L2131-11: members concerned.
"""

import re

from kg.extract.act import Act, Zone, once
from kg.extract.layout.items.decided import own_decisions
from kg.extract.officers.titled import Titled
from kg.extract.scanned import find_scanned
from kg.text.cues import Led
from kg.text.found import Found
from kg.text.names import find_names
from kg.text.view import View, collapse, fold_same_length

_OF_SITTING = r"\s(?:de\s(?:la\s)?(?:seance|reunion)|de\sl'assemblee|du\sconseil|des\sdebats)"
# « Mme NOIR, première adjointe, prend la présidence »: the name stands before.
_TAKES = Led(
    r"\b(?:prend|assure|assume|occupe|exerce|a\s(?:pris|assure))\s(?:alors\s|donc\s|ainsi\s)?la\spresidence"
    rf"(?:{_OF_SITTING}|(?!\s(?:du|de|des)\s|\sd'))",
    ("presidence",),
    before=18,  # « a assuré alors la »
)
# « Mme NOIR est élue présidente de séance »: so does it.
_CHOSEN = Led(
    r"\b(?:est|a\sete)\s(?:alors\s|donc\s|ainsi\s)?(?:designe|nomme|elu|choisi)e?\s(?:comme\s|a\sl'unanimite\s)?"
    r"presidente?\sde\s(?:la\s)?seance\b(?=\s?[.,;(]|\spour\b)",
    ("president",),
    before=48,
)
# « … laisse la présidence à Mme NOIR »: the name stands after.
_LEAVES = re.compile(
    r"\b(?:laiss\w{1,4}|ced\w{1,3}|confi\w{1,3}|transme\w{2,5}|remet\w{0,3}|donn\w{1,3}|pass\w{1,3})\s(?:alors\s|donc\s|ainsi\s)?"
    rf"(?:la|sa)\spresidence(?:{_OF_SITTING})?\sa\s"
    r"|\bla\spresidence\s(?:de\s(?:la\s)?seance\s)?(?:est|etant)\s(?:alors\s)?(?:assuree|exercee|confiee|donnee|laissee|transmise)\s"
    r"(?:par|a)\s"
)
# « Sous la présidence de M. NOIR, doyen d'âge, … », « Le conseil, réuni sous la présidence … »
_UNDER = re.compile(r"\bsous\sla\spresidence\sde\s(?=m\b|mr\b|mme\b|monsieur\b|madame\b|[a-z'-]+\s[a-z'-]+,)")
_OWN_BODY = re.compile(
    r"\bl(?:e\s(?:conseil|comite|bureau)|'assemblee)(?:\s(?:municipal|communautaire|syndical|deliberante|d'administration))?"
    r"[\s,]+(?:(?:reunie?|siegeant|deliberant)\s)?$"
)
_STANDS_IN = re.compile(r"\b(?:doyen|adjoint|vice|conseill)")
_RETURNS = re.compile(r"\breprend\w{0,4}\s(?:alors\s)?(?:la\spresidence|sa\splace|le\sfauteuil|son\sfauteuil)")
_FOLLOWING = re.compile(
    r"\b(?:affaires|points|deliberations|questions|dossiers|rapports|votes|comptes)\s(?:qui\ssuivent|suivant)"
)
_ROLE = re.compile(
    r"[\s,(–—-]{1,4}(?P<role>(?:\d{1,2}\s?(?:ere?|eme|e)\s|(?:prem|deux|trois|quatr|cinqu|six|sept)i\w{1,3}\s|doyen)"
    r"[^.;:,()\n]{0,40}?|(?:vice[ -]president|adjoint|conseill)[^.;:,()]{0,50}?)(?=\s?[,.;)]|\s?(?:prend|assure|assume|"
    r"occupe|exerce|a\spris|qui|pour|et)\b|$)"
)
NAME, ROLE, LEAD, BEGINNING = 130, 80, 400, 2500


def replaced_chair(act: Act) -> Titled | None:
    """Who is said to take the chair right before an act of minutes or in it, or before it for several acts."""
    if not act.shared or not once(act.view, ("replaced chair",), lambda: _is_told(act.whole)):
        return None
    before = act.whole.part(act.preamble.end, act.item.start)
    decided = own_decisions(before.part(act.item.start - LEAD, act.item.start))
    lead = before.part(decided[-1].end if decided else act.item.start - LEAD, act.item.start)
    own = act.item.part(act.item.start, act.item.start + BEGINNING)
    if voted := own_decisions(own):
        own = own.part(own.start, voted[0].end)  # what is told after the vote is told of the next act
    return _taken(own) or _taken(lead) or _kept(before)


def of_one_act(act: Act, match: re.Match[str], role: str | None) -> bool:
    """« Sous la présidence de M. NOIR, doyen d'âge, le conseil examine … », past the opening: of that act alone."""
    later = act.shared and match.start() >= act.preamble.end and _of_own_body(act.view, match)
    return later and _STANDS_IN.search(fold_same_length(role or "")) is not None


def _of_own_body(view: View, match: re.Match[str]) -> bool:
    """« Sous » begins a sentence, or follows the council; « un comité réuni sous la présidence de » is another."""
    before = view.folded[max(0, match.start() - LEAD // 5) : match.start()]
    return view.text[match.start()] == "S" or _OWN_BODY.search(before) is not None


_PRESIDES = re.compile(r"preside(?:nce|nte?\sde\s(?:la\s)?seance)")


def _is_told(zone: Zone) -> bool:
    return _PRESIDES.search(zone.view.folded, zone.start, zone.end) is not None


def _taken(zone: Zone) -> Titled | None:
    """The last who takes the chair in a passage, and does not give it back."""
    if not _is_told(zone):
        return None
    back = [match.start() for match in zone.find(_RETURNS)]
    found = [
        (match.start(), chair)
        for cue in (_TAKES, _CHOSEN, _LEAVES, _UNDER)
        for match in zone.find(cue)
        if (chair := _named(zone, match)) and (cue is not _UNDER or (chair.role and _of_own_body(zone.view, match)))
    ]
    return max(found, key=lambda pair: pair[0])[1] if found and not (back and back[0] < min(found)[0]) else None


def _kept(before: Zone) -> Titled | None:
    """« Pour les affaires suivantes, Mme NOIR prend la présidence », as long as nobody takes it back."""
    taken = [match.start() for match in find_scanned(before, _TAKES)]
    if not taken or before.part(taken[-1], before.end).first(_RETURNS):
        return None
    sentence = before.part(taken[-1] - LEAD // 2, taken[-1] + NAME)
    return _taken(sentence) if sentence.first(_FOLLOWING) else None


def _named(zone: Zone, match: re.Match[str]) -> Titled | None:
    if match.re in (_LEAVES, _UNDER):
        after = list(find_names(zone.view.text, match.end(), min(zone.end, match.end() + NAME)))
        return _titled(zone, after[0]) if after and _is_near(zone, match.end(), after[0].start) else None
    before = list(find_names(zone.view.text, max(zone.start, match.start() - NAME), match.start()))
    if not before or re.search(r"[.;:]", zone.view.text[before[-1].end : match.start()]):
        return None
    return _titled(zone, before[-1])


def _is_near(zone: Zone, at: int, start: int) -> bool:
    """Nothing but a civility or a role between « à » and the name."""
    return start - at < ROLE // 2 and not re.search(r"[.;]\s\w", zone.view.text[at:start].replace("M. ", ""))


def _titled(zone: Zone, found: Found[str]) -> Titled:
    said = _ROLE.match(zone.view.folded, found.end, min(zone.end, found.end + ROLE))
    role = collapse(zone.view.text[slice(*said.span("role"))]) if said else None
    return Titled(found.value, role, found.start, found.end)
