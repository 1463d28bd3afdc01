"""Counts and names that the words of an act give beside its vote, and that the vote does not hold."""

import re
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.check.passage import folded, own_passage
from kg.errors import IssueCode, Severity
from kg.model import Span, Vote
from kg.text.cues import cue_positions

_SOME = (
    r"(?:[1-9]\d{0,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|onze|douze|treize|quatorze|quinze|seize"
    r"|(?:dix|vingt|trente)(?:[- ](?:et[- ])?\w{2,6})?)"
)
_NAMED = r"(?:mm?\.|mmes?|mr|m(?:on|es)sieurs?|m(?:a|es)dames?)\s"
_TO = r"[ .]{0,20}[:=][ .]{0,20}"  # « Pour ...... : 12 »
# « 12 voix pour et 1 abstention », « 9 pour – 1 contre », « POUR 23 (groupe X) CONTRE 3 », « Pour : 9 Contre : / »
_FOR = re.compile(
    rf"\b{_SOME} (?:voix|votes?|suffrages?) (?:[«\"] ?)?pour\b"
    rf"|\b[1-9]\d{{0,2}} pour(?= ?[,;.()/–—-]|\s{{1,3}}(?:et|contre|\d))(?=[^.;]{{0,60}}?\b(?:contre|abstention))"
    rf"|\bpour ?: ?[1-9]\d{{0,2}}\b(?! ?(?:%|€|euro|\d))"
    rf"|\bpour(?:{_TO}| ?)[1-9]\d{{0,2}}\b(?=.{{0,120}}?\bcontre(?:{_TO}| ?)(?:\d|[/–—-](?!\w)|neant|aucun))"
)
_AGAINST = re.compile(
    rf"(?<!pour )(?<!pour : )\b{_SOME} (?:voix|votes?|suffrages?) (?:[«\"] ?)?contre\b"
    rf"|\b[1-9]\d? contre(?= ?[,;.()/]| et\b| ?: ?{_NAMED})|\bcontre{_TO}[1-9]\d{{0,2}}\b"
)
_ABSTENTION = re.compile(
    rf"\b{_SOME} abstentions?\b(?! ?[:=](?! ?{_NAMED}))|\babstentions?{_TO}[1-9]\d{{0,2}}\b"
    rf"|\b{_SOME} (?:membres?|conseillers?|elus?|personnes?) s'abs\w+"
)
# « Contre : Mme X », « 2 contre, M. Y », « 3 abstentions (groupe Z : M. X) », « s'abstiennent : MM. Y et Z »; « Mme X
# s'abstient »
_WHO = rf"\b{_NAMED}(?:[^\s.,;:]+ ){{1,4}}"
_WHO_ALL = rf"\b{_NAMED}[^.;:]{{2,80}}?"  # « à l'exception de Mme X, MM. Y et Z qui votent contre »
_THESE = (
    rf"(?:{_TO}(?:\d{{1,3}} ?(?:voix ?)?)?[,(–-]? ?| ?(?:\d{{1,3}} ?(?:voix ?)?)?[,(–-] ?)\(?"
    rf"(?:groupe [^():]{{1,60}}: ?)?{_NAMED}"
)
_NAMED_AGAINST = re.compile(
    rf"\bcontre{_THESE}|{_WHO}(?:vote|a vote|votant) contre\b|{_WHO_ALL} (?:votent|ont vote|votant) contre\b"
)
_NAMED_ABSTENTION = re.compile(
    rf"\b(?:abstentions?|s'abstien\w+|abstenu\w*){_THESE}|{_WHO}(?:s'abstient|s'est abstenue?|s'abstenant)\b"
    rf"|{_WHO_ALL} (?:s'abstiennent|se sont abstenue?s|s'etant abstenue?s)\b"
)
# Votes on something else than the act: who is elected, what changes its text, what another body or another year said.
_ELECTION = re.compile(r"scrutin(?! public| electronique| ordinaire)|bulletins|suffrages obtenus|amendement")
_OF_ELSE = re.compile(
    r"\bcommission(?! permanente)\b|\bcomite (?:tech|soc|consult)|\ben (?:19|20)\d\d\b|\bseance du\b"
    r"|\bdeliberation du\b|\belecteurs\b|\bscenario|\bvariante|\brecueil|\bpremier vote\b|\bcontre[- ]proposition"
)
# « Vu l'avis de la commission du 3 mai, après en avoir délibéré, le conseil, par 12 voix pour »
_OF_THIS = re.compile(
    r"\bapres (?:en )?avoir (?:delibere|debattu)|\ble (?:conseil|comite|bureau)\b|\b(?:approuve|adopte)e?s? par\b"
)
_PUT_ASIDE = re.compile(r"\bsecond vote\b|\bn'est pas retenu|\bscenario")
_BEFORE, _AFTER = 120, 120  # characters around a count
_FOR_WORDS = ("contre", "abstention", "voix", "votes pour", "suffrages pour", "pour :", "pour:")


def uncounted(subject: Subject) -> Iterator[Finding]:
    """What the act prints of the votes for, against and of abstentions is in its vote."""
    passage = own_passage(subject) or _whole(subject)
    if passage is None or subject.record.vote.method == "scrutin secret":
        return
    told = folded(subject.text.raw, passage)
    for pattern, words, held, side in _sides(subject.record.vote):
        match = None if held else _printed(told, pattern, words)
        if match and not _ELECTION.search(told):
            quoted = subject.text.raw[passage.start + match.start() : passage.start + match.end() + 20]
            message = f"« {quoted.strip()} » : {side} dont le vote lu ne dit rien"
            yield Finding(IssueCode.UNREAD_RESIDUE, Severity.WARNING, message, "vote", ("/vote",))
            return


def _whole(subject: Subject) -> Span | None:
    """All the text of the only act of a document, where its title was not read."""
    return None if subject.shared else Span(0, len(subject.text.raw))


def _sides(vote: Vote) -> Iterator[tuple[re.Pattern[str], tuple[str, ...], bool, str]]:
    """Each side of a vote: how it is written, with which words, whether the vote read holds it."""
    counted = any(count is not None for count in (vote.for_, vote.against, vote.abstention))
    against, abstention = ("contre",), ("absten", "s'abs")
    yield _FOR, _FOR_WORDS, vote.for_ is not None or (counted and bool(vote.unanimous)), "des voix"
    yield _AGAINST, against, bool(vote.against), "des voix contre"
    yield _ABSTENTION, abstention, bool(vote.abstention), "des abstentions"
    yield _NAMED_AGAINST, against, bool(vote.against_names), "un vote contre"
    yield _NAMED_ABSTENTION, abstention, bool(vote.abstention_names), "une abstention"


def _printed(told: str, pattern: re.Pattern[str], words: tuple[str, ...]) -> re.Match[str] | None:
    """The first count of a side, beside one of its words, that is not of another vote."""
    for start, end in _around(cue_positions(told, words, 0, len(told))):
        for match in pattern.finditer(told, start, end):
            if not _is_of_else(told, match):
                return match
    return None


def _around(places: list[int]) -> Iterator[tuple[int, int]]:
    """The passages around some places, each looked at once where they overlap."""
    start = end = 0
    for at in places:
        if at - _BEFORE > end:
            if end:
                yield start, end
            start = max(0, at - _BEFORE)
        end = at + _AFTER
    if end:
        yield start, end


def _is_of_else(told: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = [*_OF_ELSE.finditer(told, max(0, start - _BEFORE), start)]
    of_else = before and not _OF_THIS.search(told, before[-1].end(), start)
    return bool(of_else) or _PUT_ASIDE.search(told, end, end + _AFTER) is not None
