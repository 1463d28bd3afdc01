"""The act's own prose: from where its subject begins to where it is signed, without attendance, stamps or footers."""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Zone
from kg.extract.dispositif import find_operative
from kg.extract.money.cues import cue
from kg.text.cues import holds_any, matches_at_cues
from kg.text.word_starts import Begun, over_lines

_DECIDED_WORDS = (
    *("decide", "delibere", "deliberation", "approuve", "autorise", "adopte", "unanimite", "majorite", "prend acte"),
    "il est propose",
)
_DECIDED = Begun(cue(rf"\b(?:{'|'.join(_DECIDED_WORDS)})(?:nt|e|es|r)?\b"), over_lines(_DECIDED_WORDS))
_CLOSING = cue(
    r"\b(?:pour extrait (?:certifie )?conforme|extrait certifie conforme|pour (?:copie"
    r"|expedition) conforme|fait (?:et delibere|a [a-z][a-z' -]{1,40},? le)\b"
    r"|certifie sous sa responsabilite|(?:peut faire|fera) l'objet d'un recours|liste des annexes"
    r"|voies? et delais? de recours)"
)
_CLOSING_WORDS = ("pour", "extrait", "fait", "certifie", "peut", "fera", "liste", "voie")
_OPENING = Begun(
    cue(r"\b(?:secretaire de (?:la )?seance|le quorum (?:est|etant|ayant ete)|quorum atteint|objet ?:|ordre du jour)"),
    ("secretaire", "le ", "quorum", "objet", "ordre"),
)
# What minutes tell after their last vote is no part of what was voted.
_ASIDE = re.compile(
    r"(?:(?<=[\n.;:)])|(?<=[\n.;:)] )|(?<=\d ))(?:(?:\d{1,2}|[ivx]{1,4}) ?[./)°–-]+ ?)?"
    r"(?:(?:questions|informations|affaires|communications|points) (?:et (?:questions|informations) )?divers(?:es)?"
    r"|tour de table|informations?(?=\s*\n|\s{0,2}[-–:] ?[\n•–-])|points? d'information"
    r"|(?:compte[- ]rendu des )?decisions? (?:du (?:maire|president)"
    r"(?=\s*[:\n]|\s(?:l[ea]|m\.|mme|monsieur|madame)\s(?:\w+\s){1,4}?(?:rend compte|informe|communique|porte a))"
    r"|prises? (?:par|en vertu|dans le cadre|sur delegation|au titre|depuis)[^.;\n]{0,120}?"
    r"(?:\bdelegations?\b|\bl\. ?(?:2122-22|5211-10|3211-2|4221-5))))\b"
)
_ASIDE_WORDS = (
    " divers",
    "tour de table",
    "information",
    "decision du",
    "decisions du",
    "decisions prise",
    "decision prise",
)
_VOTED = re.compile(r"\b\d{1,3} (?:votes?|voix) (?:pour|contre)\b|\b(?:pour|contre) ?: ?\d|\b\d{1,3} abstentions?\b")
# One of few characters, then what each asks for: so begun, the pattern is searched several times as fast.
_STOP = re.compile(
    r"[.!?;,\s](?:(?<=[.!?])(?<!\b[mnA-Z].)(?<!\bMM.)(?<!\b[aA]rt.)(?<!\b[mM]me.)(?<!\b[sS]t.)(?<!\bDr.)"
    r"(?=\s+[A-ZÀ-Ý«\-–•*0-9])|(?<=;)|(?<=\n)(?:\s*\n|\s?[-–•*➢▪>]\s)|(?<=[.;:,]\s)[-–•*>]\s(?=[dDA-ZÀ-Ý])"
    # the bullets of a list on one line; « … 3 000 € - d'imputer la dépense »
    r"|(?<=\s)[▪➢❖►✓]\s|(?<=\s)[-–•]\s(?=(?:d['’]|de\s)[a-zà-ÿ]{3,12}(?:er|ir)\s)"
    # « … 7 600 € La commune versera sa part »: the sentence after a table
    r"|(?<=€\s)(?=(?:L[ea]s?|Il|Elle|Cet(?:te)?|Ces?)\s[a-zà-ÿ]|L['’][a-zà-ÿ])"
    r"|(?<=,)\s(?=[Ll][ea]\s(?:Conseil|Commission|Bureau|Comité)\b|L'[Aa]ssemblée\b)"
    r"|(?<=\s)(?=[ASCPVD])(?=(?:ARTICLE|Article)\s(?:\d|premier|unique)"
    r"|(?:D[ÉE]CIDE|APPROUVE|AUTORISE|SOLLICITE|CHARGE|PR[ÉE]CISE|ATTRIBUE|ADOPTE|VALIDE|ACCEPTE|DIT)\s))"
)
# No sentence, no table of an act is as long: what is made to cost time is cut short.
_LONGEST = 60_000
_PRONOUN = re.compile(
    r"\s+(?:il|elle|celui-ci|celle-ci|ce dernier|cette derniere)\s(?:(?:a|s'engage a)\s)?(?:vers|financ"
    r"|particip|accord|attribu|allou|apport|octro|prend)"
)


def own_text(act: Act) -> Zone:
    """The passage of the act in which amounts, funders and agreements are its own."""
    item = act.item
    start = item.start
    if act.preamble and act.preamble.start <= start < act.preamble.end < item.end:
        start = act.preamble.end
        if not item.part(start, item.end).first(_DECIDED) and item.part(item.start, start).first(_DECIDED):
            start = _after_attendance(item)  # the number and the title close the page
    elif act.preamble.end >= item.end and not act.shared:
        start = _after_attendance(item)
    decided = _DECIDED.search(item.view.folded, start, item.end)
    after = decided.end() if decided else start
    closing = next(matches_at_cues(_CLOSING, item.view.folded, _CLOSING_WORDS, after, item.end), None)
    return item.part(start, min(closing.start() if closing else item.end, _aside(act, start)))


def _aside(act: Act, start: int) -> int:
    """Where « Questions diverses » begin after the decision, or after the votes of an act without formula."""
    item = act.item
    if not holds_any(item.view.folded, _ASIDE_WORDS, start, item.end):
        return item.end
    operative = find_operative(act)
    decided = operative.zone.start if operative else max((vote.end() for vote in item.find(_VOTED)), default=item.end)
    aside = _ASIDE.search(item.view.folded, max(start, decided), item.end)
    return aside.start() if aside else item.end


def _after_attendance(item: Zone) -> int:
    """Where no preamble was told apart: after the last opening formula of the first third."""
    third = item.start + (item.end - item.start) // 3
    return max((cue.end() for cue in item.part(item.start, third).find(_OPENING)), default=item.start)


def sentences(zone: Zone) -> Iterator[Zone]:
    """The sentences and list items of a passage, in order; semicolons end them.

    A sentence that takes up the subject of the one before (« Il versera … ») is one with it.
    """
    start = zone.start
    for stop in zone.find_exact(_STOP):
        if _PRONOUN.match(zone.view.folded, stop.end(), zone.end):
            continue
        if stop.start() > start:
            yield zone.part(start, min(stop.start(), start + _LONGEST))
        start = stop.end()
    yield zone.part(start, min(zone.end, start + _LONGEST))
