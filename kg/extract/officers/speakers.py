"""Who reports where no verb says so: the column of a list, the first to speak in a debate told word for word."""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Zone
from kg.extract.layout.items.decided import own_decisions
from kg.extract.layout.items.reporters import COLUMN, NAME, named_first, reporter_first
from kg.extract.layout.titles.people import ROSTER, SPEAKER, is_known, is_listed, reporter_at
from kg.extract.officers.titled import Titled
from kg.model import Span
from kg.text.cues import cue_positions
from kg.text.found import Found
from kg.text.view import View, collapse, fold_same_length

# « L. CAZENAVE » in the column: an initial and a surname in capitals.
_INITIAL = re.compile(
    r"[\s|;:–—-]{0,6}(?P<name>[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.)?\s?[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’-]*(?:\s[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’-]*)?)(?![\w.])"
)
_IN_CELL = re.compile(
    rf"[\s|;:–—-]{{0,6}}(?P<name>{NAME.pattern})(?=\s(?:[A-ZÀ-Þ][a-zé]|\d))"
)  # « Lise CAZENAVE Adoptée »
_CIVILITY = re.compile(r"[\s|;:–—-]{0,6}(?P<name>(?:m|mr|mme|mlle|monsieur|madame)[.\s])")
_SPEAKER = re.compile(
    r"[\s.!?)»:–—-]{0,4}(?:(?:\w{5,8},?\s)?\d{1,2}\s\w{3,9}\s\d{4}\s{1,3})?(?:M\.|Mme|Mlle|Monsieur|Madame)\s(?:(?P<office>(?:l[ea]|L[EA])\s(?:maire|présidente?|Maire|Présidente?|MAIRE|PR[ÉE]SIDENTE?))"
    r"|(?P<name>(?:(?:de|du|des|la|le)\s){0,2}[A-ZÀ-Þ][\w'’-]*(?:\s(?!Rapporteu)[A-ZÀ-Þ][\w'’-]*){0,3}))"
    r"(?:,\s(?P<role>[^:.;,]{4,90}))?(?:\s?:|\s?\.\s?[–—-])\s(?=[A-ZÀ-Þ«])"
)
_GIVES_FLOOR = re.compile(r"[^:;]{0,120}?parole\s(?:est\s)?a\s(?:mm?\.\s)?[^:;.]{2,60}?\.(?=\s)")
_OF_MINUTES = re.compile(r"(?:approb|adopt|valid|arret)[^.;]{0,40}(?:proces|compte|\bp\.?v\b|conseil|seance)")
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?![LD]['’][a-zà-ÿ])[A-ZÀ-Þ][\w'’.-]*){0,4}"
# « Adhésion au syndicat (Mme NOIR) », « … (M. Paul NOIR, adjoint aux finances) »: beside the title.
_BESIDE_TITLE = re.compile(
    rf"\s?\((?:Rapporteure?\s?:\s)?(?:M\.|Mme|Mlle|Monsieur|Madame)\s(?P<name>{_NAME})(?:,\s(?P<role>[^)\n]{{4,90}}))?\)"
)
# « FINANCES – M. Paul NOIR, rapporteur  N° 2024-12 », « FINANCES rapporteure : Anne ROUX  CC/22/154 »
_SECTION_HEAD = re.compile(
    rf"(?<!\w)[A-ZÀ-Þ][A-ZÀ-Þ'’ ]{{3,60}}[\s–—:-]{{1,8}}"
    rf"(?:[Rr]apporteure?\s*:\s*(?:(?:M\.|Mme)\s)?(?P<after>{_NAME})"
    rf"|(?:M\.|Mme)\s(?P<before>{_NAME}),\s[Rr]apporteure?)\s{{1,4}}"
    r"(?=(?:D[ée]lib\S*\s|[Nn]°\s?|[A-Z]{1,5}[/ .-]?)?\d)"
)
# « Paul NOIR 12. Vente … »: the first column of a table, which a narrow page breaks as « Paul / NOIR / 12 Vente … ».
_GIVEN = r"[A-ZÀ-Þ][a-zà-ÿ]{1,14}(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,14})?"
_FULL_NAME = (
    rf"(?P<name>{_GIVEN}[ ](?:[A-ZÀ-Þ]['’A-ZÀ-Þ-]{{1,22}}[ ]?){{1,3}}|{_GIVEN}[ ]?\n[ ]?[A-ZÀ-Þ]['’A-ZÀ-Þ-]{{1,22}})"
)
_OPENS_ROW = re.compile(rf"{_FULL_NAME}[ ]?\n?\d{{1,3}}[ .)°–—-]")
_BEFORE_ROW = re.compile(rf"(?:^|\n)[ ]{{0,3}}{_FULL_NAME}\s{{0,3}}$")
_PLACE = re.compile(r"\d{1,3}[ .)°–—-]")
_STAGE = re.compile(
    r"\b(?:questions|affaires|informations|points|communications)\s+(?:et\s+\w+\s+)?divers(?:es)?\s*[:–—.-]|\bdivers\s*:"
    r"|\bfin\s+de\s+(?:la\s+)?(?:seance|reunion)\b|\bseance\s+(?:est\s+)?levee\b"
)
_STOP = re.compile(r"\n|[a-zà-ÿ)][.!?]\s")
_GAP = re.compile(r"[\s.:–—-]{0,4}")
_PARTICLE = re.compile(r"\s(?:Le|La|Du|De)\s[A-ZÀ-Þ][\w'-]*(?=\s?[,.;(])")  # « Anne Le Roux, adjointe »
FARTHEST, FEW, AFTER = 160, 40, 300


def column_of(act: Act) -> int | None:
    """Where the column « Rapporteur » of a list names who reports: right after the title."""
    title = next((mention.spans[-1].end for mention in act.heading if mention.field == "title"), None)
    heads = act.preamble if act.kind == "list" else act.preamble.part(act.preamble.end - FARTHEST, act.preamble.end)
    if title is None or not act.shared or heads.first(COLUMN) is None:
        return None
    named = _CIVILITY.match(act.view.folded, title, act.item.end)
    named = (
        named
        or _INITIAL.match(act.view.text, title, act.item.end)
        or _IN_CELL.match(act.view.text, title, act.item.end)
    )
    return named.start("name") if named else None


def in_first_column(act: Act) -> Span | None:
    """Where the column before the titles of a list names who reports, or his office."""
    number = next((mention.spans[-1].end for mention in act.heading if mention.field == "number"), None)
    if number is None or act.kind != "list" or not named_first(act.preamble):
        return None
    return reporter_first(act.whole, number, act.item.end)


def beside_title(act: Act) -> Titled | None:
    """« Adhésion au syndicat (Mme NOIR) »: who reports stands in brackets after the title."""
    title = next((mention.spans[-1].end for mention in act.heading if mention.field == "title"), None)
    if title is None:
        return None
    for said in _BESIDE_TITLE.finditer(
        act.view.text, max(act.item.start, title - FARTHEST), min(act.item.end, title + FARTHEST)
    ):
        if said.start() <= title + 2 and said.end() >= title - 2:
            role = collapse(said["role"]) if said["role"] else None
            return Titled(collapse(said["name"]), role, *said.span("name"))
    return None


def beside_row(act: Act) -> Titled | None:
    """« Paul NOIR 12. Vente du presbytère »: the member in the column before the place in the agenda."""
    text, start = act.view.text, act.item.start
    if not act.shared:
        return None
    said = _OPENS_ROW.match(text, start)
    if said is None and _PLACE.match(text, start):
        said = _BEFORE_ROW.search(text, max(act.preamble.start, start - FEW), start)
        if said and "\n" in text[said.end("name") : start] and "\n" not in said["name"]:
            return None
    if said is None or not _is_member_of(act.view, collapse(said["name"]), min(act.preamble.end - FEW, ROSTER)):
        return None
    return Titled(collapse(said["name"]), None, *said.span("name"))


def _is_member_of(view: View, name: str, end: int) -> bool:
    """True where the list above ``end`` holds a name, with other accents too: « Joël » is listed as « Joel »."""
    return is_listed(view.text, name, end) or is_listed(view.folded, fold_same_length(name), end)


def whole_line(act: Act, at: int) -> int:
    """The end of the line at an offset, where it is near: a name is not cut."""
    end = act.view.text.find("\n", at, at + FARTHEST)
    return end if end >= 0 else at


def until_decided(act: Act, zone: Zone) -> Zone:
    """Who speaks long after the vote on an act of minutes speaks of other things."""
    decided = own_decisions(zone) if act.shared else []
    if not decided:
        return zone
    stage = _STAGE.search(zone.view.folded, decided[-1].end, zone.end)
    stop = stage.start() if stage else zone.end
    end = _STOP.search(zone.view.text, min(stop, decided[-1].end + AFTER), stop)
    return zone.part(zone.start, end.end() if end else stop)


def before_section(zone: Zone) -> Zone:
    """An item's zone without the heading of the next section, which names who reports what follows."""
    if zone.view.folded.find("rapporteur", zone.start, zone.end) < 0:
        return zone
    head = _SECTION_HEAD.search(zone.view.text, zone.start, min(zone.end + 40, len(zone.view.text)))
    return zone.part(zone.start, head.start()) if head and head.start() > zone.start + FEW else zone


def _heads_before(zone: Zone, stop: int) -> Iterator[re.Match[str]]:
    """The headings of sections in a zone, the last first."""
    for at in reversed(cue_positions(zone.view.folded, ("rapporteur",), zone.start, zone.end)):
        head = _SECTION_HEAD.search(zone.view.text, max(zone.start, at - FARTHEST), min(stop, at + FARTHEST))
        if head and head.end() <= zone.end:
            yield head


def heads_section(act: Act, reach: int) -> Titled | None:
    """« FINANCES rapporteur : Paul NOIR » above the first of several items."""
    zone = act.whole.part(act.item.start - reach, act.item.start + 2)
    if not act.shared or zone.view.folded.find("rapporteur", zone.start, zone.end) < 0:
        return None
    said = next(_heads_before(zone, min(act.whole.end, zone.end + FEW)), None)
    group = "after" if said and said["after"] else "before"
    return Titled(collapse(said[group]), None, *said.span(group)) if said else None


def first_speaker(act: Act) -> Titled | None:
    """« M. NOIR, adjoint aux finances : Merci. » right after the title; who presides may give the floor before."""
    title = next((mention.spans[-1].end for mention in act.heading if mention.field == "title"), None)
    if title is None or _OF_MINUTES.search(fold_same_length(act.heading_value("title"))):
        return None
    zone = act.item.part(title, act.item.end)
    bare = SPEAKER.match(act.view.text, title, zone.end)
    if bare and is_known(act.view.text, bare):
        return Titled(collapse(bare["name"]), None, *bare.span("name"))
    speaker = _speaker_at(zone, title)
    if speaker and speaker["office"]:
        given = _GIVES_FLOOR.match(act.view.folded, speaker.end(), min(zone.end, speaker.end() + FARTHEST))
        speaker = _speaker_at(zone, given.end()) if given else None
    if speaker is None or speaker["name"] is None:
        return None
    role = collapse(speaker["role"]) if speaker["role"] else None
    return Titled(collapse(speaker["name"]), role, *speaker.span("name"))


def _speaker_at(zone: Zone, at: int) -> re.Match[str] | None:
    return _SPEAKER.match(zone.view.text, at, zone.end)


def first_named(act: Act) -> Titled | None:
    """« NOIR Paul, deuxième adjoint, rapporte » right after the title, by a name of the list of members."""
    titled = next((mention.spans[-1].end for mention in act.heading if mention.field == "title"), act.item.start)
    at = _GAP.match(act.view.text, titled)
    said = reporter_at(act.view.text, at.end()) if at else None
    return Titled(said["name"], said["role"], *said.span("name")) if said else None


def with_particle(zone: Zone, found: Found[str]) -> Found[str]:
    """A name with what follows its particle."""
    more = _PARTICLE.match(zone.view.text, found.end, zone.end)
    return Found(found.value + more[0], found.start, more.end()) if more else found
