"""The sentence by which a body approves the minutes of an earlier sitting (CGCT L2121-15).

« Le procès-verbal a été adopté à l'unanimité », « Celui-ci ne donne lieu à aucune observation et est approuvé »,
« Approbation à l'unanimité »: the sentence itself is what is decided.
"""

import re

from kg.extract.act import Act, Zone
from kg.extract.dispositif.ends import sentence_end
from kg.model import Span
from kg.text.view import fold_same_length

_MINUTES = r"(?:proces[- ]?verb(?:al|aux)|p\.?v\.?|co(?:m|rn)ptes?[- ]rendus?)(?! (?:annuel|d'activite|de gestion))"
_ABOUT = re.compile(
    rf"(?:approbation|adoption|lecture|validation|vote|arret)\b[^.;]{{0,60}}?\b{_MINUTES}"
    rf"|^\W*(?:le |les |du |des )?{_MINUTES}\b"
)
_DONE = r"(?:adopte|approuve|valide|accepte|arrete)e?s?\b"
_APPROVED = re.compile(
    rf"\b(?:(?:le |les |ce |ces )?{_MINUTES}|celui-ci|ceux-ci|le point)\b[^.;:]{{0,160}}? "
    rf"(?:est|sont|a ete|ont ete) (?:\w+ ){{0,2}}?{_DONE}"
    rf"|\bils? (?:est|sont|a ete|ont ete) (?:\w+ ){{0,2}}?{_DONE}"
)
_NOMINAL = re.compile(
    r"(?<!son )(?<!d')\b(?:approbation|adoption|accord|adoptee?s?|approuvee?s?|validee?s?)"
    r" (?:a l'unanimite|a la majorite)\b"
    r"|\blue?s? et (?:adopte|approuve|valide)e?s?"
    r"(?: (?:par (?:les|l'ensemble des|tous les) \w+(?: presents)?|sans \w+))?"
)
_UNANIMOUS = re.compile(r",? (?:a l'unanimite|a la majorite)\b(?: des \w+(?: \w+)?)?")
# « à l'unanimité moins une abstention (M. NOIR, absent) » tells the votes, and ends no sentence within its brackets.
_LESS = re.compile(r",? a l'unanimite,? (?:moins|sauf|hormis)\b")
_NO_REMARK = re.compile(
    r"\b(?:n'|ne )(?:(?:appel|donn|soulev|suscit|fais)ant|ayant (?:fait|donne|appele|suscite|souleve))\b[^.;:]{0,70}, $"
)
# The number of the next item or of the page, a row of stars, or what the minutes add about one member.
_MORE = re.compile(
    r"[.;]?\s+(?:\d{1,3}\s)?[*_=~]{3,}\s*$"
    r"|,(?! a l(?:'unanimite|a majorite))|[.;]?\s+(?:\d{1,2}|[ivx]{1,4}) ?[).°/-]+\s*$"
    r"|[.;]\s+\d{1,3}\s*$|\s?[?!](?=\s|$)"  # « Puis-je considérer qu'il est approuvé ? Je vous remercie »
)
_REACH, _BEYOND = 1500, 90


def is_about_minutes(act: Act) -> bool:
    """Whether the title says that earlier minutes are put to the vote."""
    return _ABOUT.search(fold_same_length(str(act.heading_value("title") or ""))) is not None


def approval(act: Act) -> Span | None:
    """The sentence that tells the approval, else its nominal form."""
    zone = act.item.part(act.item.start, act.item.start + _REACH)
    told = later = zone.first(_APPROVED)
    # « APPROBATION DU PROCÈS-VERBAL Le procès-verbal est adopté »: the sentence, not its heading; nor the end alone of
    # « Le procès-verbal n'appelant aucune remarque, il est adopté »
    while later and (later is told or not _goes_on(zone, later.start())):
        told, later = later, zone.part(later.start() + 5, later.end()).first(_APPROVED)
    if told:
        return Span(told.start(), _end(zone, told))
    nominal = zone.first(_NOMINAL)
    return Span(*nominal.span()) if nominal else None


def _goes_on(zone: Zone, start: int) -> bool:
    """« …, il est adopté », where the minutes themselves are what calls for no remark."""
    return _NO_REMARK.search(zone.view.folded, max(zone.start, start - _BEYOND), start) is not None


def _end(zone: Zone, told: re.Match[str]) -> int:
    """The end of the sentence or of its line; its verb where it goes on too far to be a sentence."""
    if _LESS.match(zone.view.folded, told.end(), zone.end):
        return told.end()
    limit = min(zone.end, told.end() + _BEYOND)
    line = zone.view.text.find("\n", told.end(), limit)
    stop = sentence_end(zone, told.end(), limit if line < 0 else line)
    if stop < limit or limit == zone.end:
        more = _MORE.search(zone.view.folded, told.end(), stop)
        return more.start() if more else stop
    unanimous = _UNANIMOUS.match(zone.view.folded, told.end())
    return unanimous.end() if unanimous else told.end()
