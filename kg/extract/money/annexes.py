"""Annexed documents, as listed under « Annexes », « Pièces jointes », « Liste des annexes … »."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.money.cues import cue
from kg.model import Span
from kg.text.cues import Led

_HEADING = Led(
    cue(
        r"(?:\bliste des (?:annexes|pieces jointes|documents annexes)"
        r"(?: (?:transmises?|jointes?|annexees?)[^:\n]{0,40})?"
        r"|(?:^|(?<=\n))\s?(?:annexes?|p\.? ?j\.?)|(?<=\()(?:annexes?|p\.? ?j\.?)"
        r"|(?P<capital>\b(?:pieces?(?:\(s\))?[ -](?:jointes?|annexees?)(?:\(s\))?|documents? (?:annexes?|joints?)"
        r"|p\.j\.|pj|(?<=[.;)0-9][^\S\n])annexes?"
        r"|(?<!budgets[^\S\n])(?<!budget[^\S\n])(?P<shouted>annexes?)(?= ?: ?[-–•] ))"
        r"(?: a la (?:presente )?deliberation)?)"
        r"|(?<!budgets[^\S\n])(?<!budget[^\S\n])(?P<last>\bannexes?(?: (?:n ?[°o] ?)?\d{1,2})?)(?= ?: ?[a-z]{3})) ?:"
    ),
    ("liste", "annexe", "piece", "document", "pj", "p.", "p ", "p\n"),
    before=1,
)
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"^\s*(?:[-–—•*▪➢o\uf0b7]|\d{1,2}[.)])\s*")
_END = re.compile(
    r"^\s*(?:$|(?:monsieur|madame|le |la |les |l'|fait a|pour |acte |accuse|publie|vu |signe|conformement"
    r"|delai|transmis|exemples?\b))"
)
# Items beside the heading: « contrat de prêt ; projet de convention », « 1. Contrat de prêt 2. Projet de convention ».
_INLINE_END = re.compile(
    r"(?<!\b\d)(?<!\b\d\d)(?<!\bart)[.](?=\s)|\n|(?= (?:monsieur|madame|fait a|l[ea] maire|l[ea] president\w*"
    r"|la presente|le present acte|cett?e? (?:acte|deliberation)|acte (?:rendu|certifie|publie)"
    r"|voies? et delais?|delais? et voies|delais? de recours|adopte|vote|signe|envoyee? en|recue? (?:en|le)"
    r"|transmise? (?:en|a|au|le)|publiee? (?:le|sur)|affichee? (?:le|en)|mise? en ligne|accuse (?:de )?reception"
    r"|certifiee? executoire|ampliation|conformement|(?:\d{1,3} )?pour ?:"
    r"|annexe (?:n ?[°o] ?)?\d{1,2} ?:|(?:page )?\d{1,2} ?(?:/|sur) ?\d{1,2}\s*$)(?!\w))"
)
_BETWEEN = re.compile(r"\s?;\s|(?:^|\s)\d{1,2}[.)]\s|\s(?=annexe (?:n[°o] ?)?\d)")
_DASHES = re.compile(r"\s?;\s|\s[-–•]\s")
_NOTHING = re.compile(r"(?:neant|aucune?|sans objet|non|oui)\W*$")
_BLANK = re.compile(r"\n[ ]*\n\s*|\Z")
_DOCUMENT = re.compile(
    r"(?:l[ae]s? |l')?(?:annexes?|projets?|conventions?|avenants?|contrats?|tableaux?|plans?|reglements?|rapports?"
    r"|statuts|comptes?[- ]rendus?|proces[- ]verba(?:l|ux)|listes?|cart(?:e|ographie)s?|not(?:e|ice)s?|etats?|budgets?"
    r"|dossiers?|actes?|baux|bail|devis|fiches?|grilles?|chartes?|cahiers?|schemas?|programmes?|bilans?|avis|lettres?"
    r"|courriers?|etudes?|protocoles?|organigrammes?|maquettes?|documents?|modeles?|memoires?|diagnostics?|tarifs?"
    r"|descriptifs?)\b"
)
_FARTHEST, _LAST_WORDS = 1500, 500
_MOST_ITEMS = 30
_LONGEST = 200


def read(act: Act) -> Iterator[Mention]:
    """The items of each list of annexes, in order."""
    for heading in act.item.find(_HEADING):
        if heading["capital"] and not act.view.text[heading.start("capital")].isupper():
            continue  # « les pièces jointes : … » within a sentence
        if (heading["shouted"] or heading["last"]) and not _is_at_the_end(act, heading):
            continue
        zone = act.item.part(heading.end(), act.item.end)
        opened = act.view.text[heading.start() - 1 : heading.start()] == "("
        for start, end in _items(zone, opened):
            if heading["last"] and not _DOCUMENT.match(act.view.folded, start, end):
                break
            yield Mention("annexes", zone.printed(start, end), (Span(start, end),), "listed-under-heading")


def _is_at_the_end(act: Act, heading: re.Match[str]) -> bool:
    """« ANNEXES : – … », « Annexe 1 : … », with a capital below the signature, needs no end of sentence before it."""
    start = heading.start("shouted") if heading["shouted"] else heading.start("last")
    shouted = act.view.text[slice(*heading.span("shouted"))].isupper() or bool(heading["last"])
    return shouted and act.view.text[start].isupper() and start > act.item.end - _LAST_WORDS


def _items(zone: Zone, opened: bool) -> Iterator[Span]:
    if opened:
        closing = zone.view.text.find(")", zone.start, zone.start + _LONGEST)
        yield from [_trimmed(zone, zone.start, closing)] if closing > zone.start else []
        return
    same_line = _LINE.match(zone.view.text, zone.start, zone.end)
    if same_line and same_line[0].strip():
        yield from _inline(zone, same_line)
        return
    found = list(_lines(zone))
    yield from found or _paragraphs(zone)


def _paragraphs(zone: Zone) -> Iterator[Span]:
    """One document a paragraph, without bullets, up to the first that names none."""
    position = zone.start
    for count, blank in enumerate(_BLANK.finditer(zone.view.text, zone.start, min(zone.end, zone.start + _FARTHEST))):
        item = _trimmed(zone, position, blank.start())
        if item.end > item.start:
            named = _DOCUMENT.match(zone.view.folded, item.start, item.end)
            if not named or item.end - item.start > _LONGEST or count > _MOST_ITEMS:
                return
            yield item
        position = blank.end()


def _inline(zone: Zone, line: re.Match[str]) -> Iterator[Span]:
    """The items beside the heading: « Pièces jointes : convention ; plan »."""
    limit = min(zone.end, line.start() + _LONGEST)
    stop = _INLINE_END.search(zone.view.folded, line.start() + 1, limit)
    end, start = stop.start() if stop else min(line.end(), limit), line.start()
    folded = zone.view.folded[:end]
    between = _DASHES if line[0].lstrip()[:1] in "-–•" else _BETWEEN
    bounds = [found.span() for found in between.finditer(folded, start)]
    for (_, first), (last, _) in pairwise([(start, start), *bounds, (end, end)]):
        item = _trimmed(zone, first, last)
        printed = zone.view.folded[item.start : item.end]
        if printed and (_END.match(printed) or _NOTHING.match(printed)):
            return
        if item.end > item.start:
            yield item


def _lines(zone: Zone) -> Iterator[Span]:
    """One item a line, up to the first line that is none."""
    pending: Span | None = None
    for count, line in enumerate(_LINE.finditer(zone.view.text, zone.start, zone.end)):
        bulleted = _BULLET.match(line[0])
        folded = zone.view.folded[line.start() : line.end()]
        if count >= _MOST_ITEMS or (not bulleted and (pending is None or _END.match(folded))):
            break
        if bulleted:
            if pending:
                yield pending
            pending = _trimmed(zone, line.start() + bulleted.end(), line.end())
        elif pending:
            if zone.view.text[pending.end : line.start()].count("\n") > 1:
                break
            pending = _trimmed(zone, pending.start, line.end())
    if pending:
        yield pending


def _trimmed(zone: Zone, start: int, end: int) -> Span:
    text = zone.view.text
    while start < end and text[start] in " \n-–•":
        start += 1
    while end > start and text[end - 1] in " \n.;,":
        end -= 1
    return Span(start, end)


EXTRACTOR = Extractor(
    "annexes",
    read,
    examples=(
        Example(
            "Liste des annexes transmises en préfecture:\n- convention\n- plan_masse_v2.pdf\n\nMonsieur"
            " le Président certifie",
            {"annexes": ["convention", "plan_masse_v2.pdf"]},
        ),
        Example("Pièce jointe : règlement intérieur\nLe Maire", {"annexes": ["règlement intérieur"]}),
        Example(
            "Le secrétaire, Léo Varmont Pièces annexées : 1. Contrat de prêt n° 12 2. Projet de convention La présente",
            {"annexes": ["Contrat de prêt n° 12", "Projet de convention"]},
        ),
        Example(
            "Publié le 28/11/2023 Annexes : Annexe 1 - Tableau des aides Annexe 2 - Convention",
            {"annexes": ["Annexe 1 - Tableau des aides", "Annexe 2 - Convention"]},
        ),
        Example("Adopté. Pièces jointes : - convention - plan. Le Maire", {"annexes": ["convention", "plan"]}),
        Example(
            "Publié le 28/11/2023 Annexe 1 : Contrat de prêt Annexe n° 2 : Plan des travaux 3/3",
            {"annexes": ["Contrat de prêt", "Plan des travaux"]},
        ),
        Example("Adopté. (Annexe : tableau des travaux)", {"annexes": ["tableau des travaux"]}),
        Example("Adopté à l'unanimité. Pièce jointe : plan de masse. Le Maire", {"annexes": ["plan de masse"]}),
    ),
    counter_examples=(
        Example("La convention ci-annexée est approuvée ; les budgets annexes : eau et assainissement.", {}),
        Example("Annexes :\nLe Maire,", {}),
        Example("Le maire présente les pièces jointes : elles sont lues.", {}),
        Example("Pièces jointes : néant.", {}),
        Example("Les budgets annexes : eau et assainissement.", {}),
    ),
)
