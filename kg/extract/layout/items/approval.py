"""The approval of the previous minutes (CGCT L2121-15), where no item of the series is it already."""

import re
from dataclasses import replace

from kg.extract.act import Zone
from kg.extract.layout.marks.heading import Heading, Item
from kg.model import Span
from kg.text.cues import Holding, Led
from kg.text.view import View

_APPROVED = re.compile(
    r"(?<!\w)(?:approuve[es]{0,2}|approuvent|adopte[es]{0,2}|adoptent|arretee?s?|valide[es]{0,2}|"
    r"valident|accepte[es]{0,2}|ratifie[es]{0,2})(?!\w)"
    r"|a l'unanim|unanimite|\d voix(?!\w)|s'abst|abstentions?\s?:|pour\s?:\s?\d|votes?\s?:"
)
_DATED = (
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:19|20)\d\d|"
    r"\d{1,2}(?:er|[°º”\"*])?(?:[/.]\d{1,2}[/.]\d{2,4})?|janvier|fevrier|mars|avril|mai|juin|juillet|aout|"
    r"septembre|octobre|novembre|decembre"
)
_MINUTES = (
    r"(?:le\s|les\s|du\s|des\s|l')?(?P<minutes>(?:proces[-\s]{0,4}verba(?:l|ux)|"
    r"co(?:m|rn)ptes?[-\s]{0,4}[rt]endus?|p\.?v\.?)(?![\w-])"
    r"\s(?:de|du|des|de la|precedent|dernier|municipal|communautaire)(?:\s{1,3}(?:de|du|des|la|le|"
    r"l'|en|et|date|seances?|reunions?|conseils?|municipa\w+|communautaires?|communaute|bureau|"
    r"comite|syndical|dernier|derniere?s?|precedente?s?|session|metropolitain|departemental|"
    rf"administration|d'administration|debats?|cm|cc|laseance|municipaldu|seancedu|conseildu|{_DATED})(?!\w)){{1,16}})"
)
_NAMED_MINUTES = re.compile(_MINUTES)
_IS_APPROVED = re.compile(
    r"[^.;:]{0,60}?\s(?:est|sont|a ete|ont ete) (?:\w+ )?(?:approuve|adopte|valide|arrete)(?!\w*ment)\w{0,3}"
    r"[^.;:\n]{0,80}"
)
# Above these words the letterhead names the document itself.
_SAT = re.compile(r"presents?(?!\w)|(?:se|s'est|s'etant|se sont) (?:\w+ )?reuni")
_OF_A_DAY = re.compile(r"\d|precedent|dernier")
_TRAILING = re.compile(
    r"(?:\s(?:l[ea] (?:conseil|bureau|comite)(?: municipal| communautaire| syndical)?|de|du|des"
    r"|la|le|l'|en|et|date|conseils?(?= )))+$"
)
_HEADING = (
    r"(?:approbation|adoption|arret|(?<!au )vote(?: pour l'adoption)?|validation|"
    r"(?<!donne )(?<!donner )lecture(?: et approbation)?)\s"
)
# The longest heading and an article stand before: « lecture et approbation des du les ».
_PREVIOUS = Led(
    rf"(?P<heading>{_HEADING}(?:du\s|des\s|de\s){{0,2}})?{_MINUTES}", ("proces", "compte", "cornpte", "pv", "p.v"), 36
)
# « Approbation du Conseil Municipal du 3 avril 2023 »: the sitting stands for its minutes.
_SITTING = Led(
    rf"(?P<heading>(?:approbation|adoption)\s)(?:de\s)?(?P<minutes>(?:du conseil (?:municipal|communautaire)|"
    rf"de la (?:seance|reunion)|de la derniere seance)(?:\s(?:du|en date du|{_DATED})){{2,6}})",
    ("approbation", "adoption"),
)
# « Approbation du dernier compte-rendu », and no more.
_LAST = Holding(
    rf"(?P<heading>{_HEADING})(?P<minutes>du (?:dernier|precedent)\s"
    r"(?:proces[-\s]{0,4}verbal|co(?:m|rn)ptes?[-\s]{0,4}rendu|p\.?v\.?))(?![\w-])",
    ("du dernier", "du precedent"),
)
_TOLD = re.compile(
    rf"proces[-\s]{{0,4}}verba|\bpv\b|{_MINUTES}|{_SITTING.pattern.pattern.replace('?P<minutes>', '?:')}"
)
_OF_ANOTHER = re.compile(
    r"reporte|n'a pas ete transmis|(?<!avec l')ordre du jour|sommaire|\.{6}|prochaine? (?:seance|conseil)"
    r"|(?<!avec la )(?<! a la )(?<!avec leur )(?<!avec votre )convocation"
)
# « M. le Maire », « Mme NOIR A. – M. ROUX P. Le compte rendu … » end no sentence.
_STOP = re.compile(r"(?<!\b[A-ZÀ-Þ])(?<!\bMM)(?<!\bMme)(?<!\bart)\.\s(?![–-])|\n\s*\n")
FARTHEST = 6000
SENTENCES = 360  # how far the approval may stand from the name of the minutes
DISCUSSION = 900  # the same, under a heading that announces it
ANNOUNCED = 24  # from « Ordre du jour » to its first entry
FIRST = 3  # items that may be the approval already


def without_verdict(view: View, heading: Heading) -> Heading:
    """« Le procès-verbal du … est approuvé » heads the approval of the procès-verbal du …"""
    named = _NAMED_MINUTES.match(view.folded, *heading.title) if heading.title else None
    if heading.title is None or named is None or not _APPROVED.search(view.folded, named.end(), heading.title.end):
        return heading
    last = named.start("minutes") + len(_TRAILING.sub("", named["minutes"]))
    return replace(heading, title=Span(named.start("minutes"), last))


def is_approval(view: View, item: Item) -> bool:
    """True where the title of an item names the minutes of a sitting."""
    return item.heading.title is not None and bool(_TOLD.search(view.folded, *item.heading.title))


def approved_until(view: View, item: Item, limit: int) -> int | None:
    """Where the sentence ends that approves the minutes an item is headed by, before ``limit``; None without one."""
    if not is_approval(view, item):
        return None
    said = _APPROVED.search(view.folded, item.heading.end, min(limit, item.heading.end + SENTENCES))
    stop = _STOP.search(view.text, said.end(), limit) if said else None
    return stop.start() if stop else None


def approval_of(zone: Zone, opening: int, items: list[Item]) -> Item | None:
    """The approval of the previous minutes between the opening and the first of ``items``."""
    limit = items[0].start if items else min(zone.end, opening + FARTHEST)
    if any(is_approval(zone.view, item) for item in items[:FIRST]):
        return None
    if above := _told_above(zone, opening):
        return above
    part = zone.part(opening, limit)
    named = sorted((*part.find(_PREVIOUS), *part.find(_SITTING), *part.find(_LAST)), key=lambda match: match.start())
    found = [item for match in named if (item := _approval(zone, match, limit))]
    if not found:
        return None
    near = [item for item in found if found[-1].start - item.start < 420]
    near = [item for item in near[:-1] if not _is_announced(zone, item)] + near[-1:]
    return next((item for item in near if item.heading.rule == "approval-heading"), near[0])


def _is_announced(zone: Zone, item: Item) -> bool:
    """The first entry of an agenda."""
    return "ordre du jour" in zone.view.folded[max(zone.start, item.start - ANNOUNCED) : item.start]


def _told_above(zone: Zone, opening: int) -> Item | None:
    """« - Le compte rendu du … a été approuvé ; », told among the formalities before the sitting is under way."""
    part = zone.part(zone.start, opening)
    for named in part.find(_PREVIOUS):
        said = _IS_APPROVED.match(zone.view.folded, named.end(), opening)
        dated = said and not named["heading"] and _OF_A_DAY.search(named["minutes"])
        if said and dated and _SAT.search(zone.view.folded, zone.start, named.start()):
            title = Span(named.start("minutes"), named.start("minutes") + len(_TRAILING.sub("", named["minutes"])))
            return Item(Heading(title.start, title.end, None, title, "approval-sentence"), title.start, said.end())
    return None


def _approval(zone: Zone, named: re.Match[str], limit: int) -> Item | None:
    view = zone.view
    reach = DISCUSSION if named["heading"] else SENTENCES
    approved = _APPROVED.search(view.folded, named.end(), min(limit, named.end() + reach))
    before = view.folded[max(zone.start, named.start() - 160) : named.start()].rsplit(".", 1)[-1]
    if not approved and not _APPROVED.search(before):
        return None
    bare = _TRAILING.sub("", named["minutes"])
    if _is_of_another(view, named, approved) or (not re.search(r"\s", bare[-40:].strip()) and not named["heading"]):
        return None
    begin = named.start("heading") if named["heading"] else named.start("minutes")
    title = Span(begin, named.start("minutes") + len(bare))
    start = begin if named["heading"] else max(zone.start, named.start() - len(before))
    end = _end_of_approval(view, approved.end() if approved else named.end(), limit)
    rule = "approval-heading" if named["heading"] else "approval-sentence"
    return Item(Heading(start, title.end, None, title, rule), start, end)


def _is_of_another(view: View, named: re.Match[str], approved: re.Match[str] | None) -> bool:
    """« Le procès-verbal … est reporté », « pas d'observation », or an agenda that only names it."""
    passage = view.folded[named.end() : approved.start() if approved else named.end() + 120]
    return bool(_OF_ANOTHER.search(passage))


def _end_of_approval(view: View, at: int, limit: int) -> int:
    stop = _STOP.search(view.text, at, min(limit, at + 400))
    return stop.end() if stop else min(limit, at + 200)
