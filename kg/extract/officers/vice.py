"""Whether a vice-president presides, who is then the one meant by « la Vice-Présidente expose »."""

import re

from kg.extract.act import Act, Zone, once
from kg.extract.officers.cues import VICE
from kg.extract.officers.presiding import chair_named
from kg.extract.officers.titled import Titled
from kg.text.names import find_names
from kg.text.view import fold_same_length

_CALLED = re.compile(
    r"\s?(?:(?:m|mme|monsieur|madame)\.?\s)?(?:le|la)\s(?P<title>vice[- ]presidente?)(?=[\s,;.:])(?!\s[a-z])"
)
# Right after a name: « Anne ROUX, Vice-Présidente – », « Anne ROUX (vice-présidente) ».
_BESIDE = re.compile(
    r"\s?[,(]\s?vice[- ]presidente?(?=\s?(?:[,;.)\n–—-]|[a-z]))(?!\s(?:d[eu]s? |charge|delegue|en charge))"
)
_SEVERAL = re.compile(r"vice[- ]president\w{0,2}s\b|(?:\d\s?(?:ere?|e|eme|nde?)|premiere?|seconde?)\svice[- ]president")
_ROLL, _NAME = 6000, 60  # characters that hold the list of members; and a name


def _presides_as_vice(act: Act, chair: Titled) -> bool:
    """Whether who presides is a vice-president, by the role beside the name or the title above the signature."""
    role, name = fold_same_length(chair.role or ""), re.escape(fold_same_length(chair.value))
    signed = re.compile(rf"\bvice[- ]presidente?\b[^;:()]{{0,40}}?\s(?:mm?e?\.? )?{name}")
    return role.startswith("vice") or (not role and act.item.first(signed) is not None)


def vice_president(act: Act, zone: Zone, verb: int) -> Titled | None:
    """« Madame la Vice-Présidente » right before a verb, where a vice-president presides."""
    return _chair(act, zone, VICE.search(zone.view.folded, max(zone.start, verb - 40), verb))


def vice_president_at(act: Act, zone: Zone, at: int) -> Titled | None:
    """« Sur proposition de la Vice-Présidente », where a vice-president presides."""
    return _chair(act, zone, _CALLED.match(zone.view.folded, at, min(zone.end, at + 40)))


def _only_one(act: Act) -> Titled | None:
    """« Membres présents : Paul NOIR, Président – Anne ROUX, Vice-Présidente – … »: the only one of the organ."""
    above = act.whole.part(act.whole.start, act.whole.start + _ROLL)
    said = [*above.find(_BESIDE)]
    if len(said) != 1 or above.first(_SEVERAL):
        return None
    names = [*find_names(above.view.text, max(above.start, said[0].start() - _NAME), said[0].start(), listed=True)]
    if not names or names[-1].end != said[0].start() or " " not in names[-1].value:
        return None
    return Titled(names[-1].value, None, names[-1].start, names[-1].end)


def _chair(act: Act, zone: Zone, said: re.Match[str] | None) -> Titled | None:
    chair = chair_named(act) if said else None
    if said and (chair is None or not _presides_as_vice(act, chair)):
        chair = once(act.view, ("only vice", act.whole.start, act.whole.end), lambda: _only_one(act))
    if said is None or chair is None:
        return None
    return chair._replace(role=zone.view.text[said.start("title") : said.end("title")])
