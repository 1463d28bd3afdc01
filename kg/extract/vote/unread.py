"""Words of a vote that gave neither count nor name: someone has to look."""

import re
from collections.abc import Iterator

from kg.extract.act import Residue, Zone
from kg.extract.vote.ballot import Ballot
from kg.extract.vote.labels import NUMBER
from kg.extract.vote.names import FIELDS
from kg.extract.vote.others import is_foreign
from kg.model import Span
from kg.text.cues import Holding, holds_any

_VOICES = re.compile(
    r"\b\d{1,3} (?:voix|abstentions?)\b|\b(?:abstentions?|contre) ?: ?(?!neant|aucun|non\b|\W)\w[^.;\n]{0,30}"
)
_ELECTED = Holding(
    r"\b(?:bulletins?|obtenue?s?|proclamee?s?|scrutin de liste|tour de scrutin)\b",
    ("bulletin", "obtenu", "proclame", "scrutin de liste", "tour de scrutin"),
)
# « doit-il participer au vote ? » says nothing, « il ne participe pas au vote » does.
_ASIDE = re.compile(
    r"(?<!a la seance )(?<!a la reunion )"  # « Assistaient à la séance sans prendre part au vote : »
    r"\b(?:ne |n'|sans |abst\w{2,8} de |refus\w{0,3} de )(?:[a-z]{1,12} ){0,3}?(?:prend\w*|pris|participe\w*) "
    r"(?:pas )?(?:part )?(?:pas )?(?:ni )?(?:aux?|a ce|a cette) (?:vote|scrutin|debat)"
    r"|\bne (?:voterai|votera|voteront|vote|votent) pas\b"
)
# « 29 voix pour/1 abstention »: a side of the vote that stands beside those that were read.
_SIDES = {
    "against": re.compile(rf"(?<![\d,.])(?!0|aucun|neant|nul){NUMBER} (?:voix |votes? )contre\b"),
    "abstention": re.compile(rf"(?<![\d,.])(?!0|aucun|neant|nul){NUMBER} (?:voix |votes? )?abstentions?\b"),
}
_BESIDE = 120  # characters between the sides of one vote


def unread(zone: Zone, ballots: list[Ballot], named: set[str]) -> Iterator[Residue]:
    """What is told of the voices, of a side of the vote and of members who stand aside, and was not read.

    ``named``: the fields of the vote that have names.
    """
    told = None
    if ballots:
        yield from _sides(zone, ballots, named)
    elif not named and not zone.first(_ELECTED):
        told = _first(zone, _VOICES, "voix", "abstention", "contre")
    if told and not is_foreign(zone, *told.span()):
        yield _residue(zone, "vote", told)
    if not _has("not_voting", ballots, named) and (aside := _first(zone, _ASIDE, "au vote", "ne vot", "ni au")):
        yield _residue(zone, "vote/not_voting", aside)


def _sides(zone: Zone, ballots: list[Ballot], named: set[str]) -> Iterator[Residue]:
    """A figure beside a vote that counts a side of which the vote has none."""
    for label, cue in _SIDES.items():
        if _has(label, ballots, named):
            continue
        beside = zone.part(ballots[0].start - _BESIDE, ballots[-1].end + _BESIDE)
        told = _first(beside, cue, "abstention" if label == "abstention" else "contre")
        if told and not is_foreign(zone, *told.span()):
            yield _residue(zone, f"vote/{label}", told)


def _has(label: str, ballots: list[Ballot], named: set[str]) -> bool:
    return FIELDS[label] in named or any(ballot.value(label) is not None for ballot in ballots)


def _first(zone: Zone, cue: re.Pattern[str], *words: str) -> re.Match[str] | None:
    """The first match of a cue, where the zone holds one of its words."""
    return zone.first(cue) if holds_any(zone.view.folded, words, zone.start, zone.end) else None


def _residue(zone: Zone, field: str, told: re.Match[str]) -> Residue:
    return Residue(field, f"vote non lu, {zone.printed(*told.span())}", (Span(*told.span()),))
