"""Whether a heading is that of an act: the organ decides under it, or a text cut short has begun its subject."""

import re

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Heading
from kg.extract.layout.marks.series import Places
from kg.extract.layout.titles.numbers import key_of
from kg.extract.layout.titles.shapes import opens_report
from kg.extract.layout.words import DELEGATED, NOT_AN_ACT, TITLE_HEAD
from kg.extract.scanned import find_scanned
from kg.model import Span
from kg.text.cues import holds_any
from kg.text.view import View

GAP = re.compile(r"\)?[\s.;:–—-]*")
_NOTED = re.compile(
    r"(?:conseil|assemblee|bureau|comite|commission permanente)[^.;]{0,60}?\s"
    r"(?:prend|prennent|donne|a pris)\s(?:bien\s)?acte|"
    r"[,;:]\s{1,4}prend acte|il est (?:pris|donne) acte|(?<!\w)dont acte(?!\w)"
)
_COLLECTIVE_WORDS = ("unanim", "majorite", "voix", "delibere", "point est")
COLLECTIVE = re.compile(
    r"(?:conseil|assemblee|bureau|comite|commission permanente)[^.;]{0,80}?\s(?:decide|approuve|adopte|"
    r"autorise|accepte|vote|prend acte|prennent acte|apres en)|votes?\s?:|pour\s?:\s?\d|votes? pour|adoptee?s?\b"
)
# « Délégation au maire pour les emprunts »: what the organ grants, and not what was decided under it.
_GRANTED = re.compile(
    r"delegations? (?:(?:d'attributions?|de pouvoirs?|de competences?) )?(?:\w{6,12}s? )?(?:au|a la|du conseil)\b"
)
_GRANTS = re.compile(
    r"\b(?:accord|donn|consent|delegu|charg|confi)(?:er|ent|e|ant)\b[^.;]{0,200}?"
    r"\b(?:mandat|delegations?|attributions?|pouvoirs?|lignes? de|suivant|ci-apres)\b"
)
_PARTS = re.compile(r"\s?(?:[-–—:]\s?)?\n\s{0,4}(?:[-–—]\s)?|\s[-–—:]\s{1,2}")
AT_ONCE = 3  # « Décision du maire n° … »: a section's name right before a number
LEAST_DATED = 100_000  # « 2023005 »: a year and a rank
BEGUN_REPORT = 400  # characters under a number, before a text is cut


def is_act(view: View, heading: Heading, end: int, decisions: Places, last: bool) -> bool:
    """An item where something is decided; the last one of a text cut short, where its subject has begun."""
    if heading.title is None and heading.number is None:
        return False
    told = view.folded[slice(*heading.title)] if heading.title else ""
    if NOT_AN_ACT.match(told):
        noted = bool(_NOTED.search(view.folded, heading.end, min(end, heading.end + 20_000)))
        granted = bool(_GRANTED.match(told)) and _is_granted(view, heading, end)
        return noted or granted or _names_act(view, heading) or _is_of_commission(view, heading, end)
    if decisions.between(heading.start, end):
        return is_collective(view, heading.start, end) or not is_delegated(view, heading.start)
    if heading.title is None and last and _has_own_number(view, heading):
        return end - heading.end > BEGUN_REPORT and not is_delegated(view, heading.start)
    if heading.title is None or not last:
        own = heading.title is not None and _has_own_number(view, heading)
        return own and not is_delegated(view, heading.start)
    begun = _has_begun(view, heading.title, max(heading.title.end, heading.end), end) and not is_delegated(
        view, heading.start
    )
    return begun or _names_act(view, heading)


def _is_of_commission(view: View, heading: Heading, end: int) -> bool:
    """« Commission des marchés – Désignation des membres », voted: what is done for a commission, not its report."""
    if heading.title is None or not view.folded.startswith("commission", heading.title.start):
        return False
    parts = [part.end() for part in _PARTS.finditer(view.folded, *heading.title)]
    return any(TITLE_HEAD.match(view.folded, at) for at in parts) and is_collective(view, heading.end, end)


def _is_granted(view: View, heading: Heading, end: int) -> bool:
    """The organ delegates to its executive, and decides it."""
    grants = _GRANTS.search(view.folded, heading.end, min(end, heading.end + 20_000))
    return grants is not None and is_collective(view, grants.end(), end)


def _has_own_number(view: View, heading: Heading) -> bool:
    """A register's number tells a deliberation even where OCR spoils the words of its decision."""
    groups = key_of(view.folded[slice(*heading.number)])[1] if heading.number else ()
    return len(groups) > 1 or (len(groups) == 1 and groups[0] >= LEAST_DATED)


def _names_act(view: View, heading: Heading) -> bool:
    """« DEL2023-04 », « DCM 2023-04 » is a délibération's own number, as « 6. Délibération : » says it is one."""
    said = heading.title.start if heading.title else heading.start
    if "deliberation :" in view.folded[heading.start : said]:
        return True
    if heading.number is None:
        return False
    labelled = view.folded.startswith(("dcm", "dcc", "del "), heading.start)
    return labelled or view.folded.startswith(("del", "dcm", "dcc"), heading.number.start)


def _has_begun(view: View, title: Span, at: int, end: int) -> bool:
    """True where a report follows the title of an item that the text cuts short."""
    after = GAP.match(view.text, at)
    at = after.end() if after else at
    return end - at > 30 and (end - at > 400 or opens_report(view.text, at) or "\n" in view.text[title.end : at])


def is_delegated(view: View, at: int) -> bool:
    """True in a section where the executive's own decisions are told, with no deliberation since."""
    sections = [match.end() for match in find_scanned(Zone(view, max(0, at - 12_000), at), DELEGATED)]
    named = at - sections[-1] if sections else 0
    return (0 < named <= AT_ONCE or named > 60) and not is_collective(view, sections[-1], at)


def is_collective(view: View, start: int, end: int) -> bool:
    """True where the organ decides in a passage."""
    told = holds_any(view.folded, _COLLECTIVE_WORDS, start, end)
    return told or COLLECTIVE.search(view.folded, start, end) is not None
