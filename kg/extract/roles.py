"""Where the role printed beside a name ends."""

import re

from kg.extract.layout.words import OPENER, PREPOSITIONS, WEAK_OPENER
from kg.text.view import fold_same_length

_AFTER_ROLE = re.compile(r"\s(?:compte[- ]rendu|proces[- ]verbal|page \d|note d)")
_CAPITALS = re.compile(r"\s[A-ZÀ-Þ]{2,}(?![\w])(?=['’\s]|$)")
_CAPITAL = re.compile(r"(?<=[\wé)])\s(?=[A-ZÀ-Þ])")


def role_alone(role: str | None) -> str | None:
    """« Vice-Président aux finances VU le Code », « Maire ADOPTÉE »: a role ends where words in capitals begin."""
    if role is None or role.isupper():
        return role
    if foot := _AFTER_ROLE.search(fold_same_length(role)):
        role = role[: foot.start()]
    if sentence := next((found for found in _CAPITAL.finditer(role) if _opens_sentence(role, found)), None):
        role = role[: sentence.start()]
    for capitals in _CAPITALS.finditer(role):
        before = re.search(r"([^\W\d_]+)['’]?$", fold_same_length(role[: capitals.start()]))
        if before is None or before[1] not in PREPOSITIONS:
            return role[: capitals.start()].rstrip(" ,")
    return role


def _opens_sentence(role: str, capital: re.Match[str]) -> bool:
    """« Vice-présidente L'association a subi », « 1er adjoint Vu le décret »; not « à la Vie locale »."""
    before = re.search(r"[^\W\d_]+$", fold_same_length(role[: capital.start()]))
    if before and before[0] in PREPOSITIONS:
        return False
    at = capital.end()
    return bool(OPENER.match(role, at) or WEAK_OPENER.match(role, at)) or role.startswith("Objet", at)
