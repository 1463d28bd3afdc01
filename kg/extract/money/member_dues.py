"""What the members of a body pay it: « participations des communes : Villeperte 12 000 €, Aubrac 8 000 € ».

A syndicat or a communauté calls for the part of each of its members (CGCT L5212-19, L5212-20), a commune for that of
the communes whose pupils it receives. A row is a proper name and one amount; a name with a word of accounting in it
(« Fonctionnement 12 000 € ») makes the whole list one of something else.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from kg.extract.act import Zone
from kg.extract.money.account_figures import account_figures
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.figures import Figures, kind_of_money
from kg.extract.money.grants import Grant
from kg.extract.organisations import Party
from kg.model import Organisation, Span
from kg.text.amounts import find_amounts
from kg.text.found import Found
from kg.text.word_starts import Begun

_CALLED = Begun(
    cue(
        r"\b(?:participation|contribution|cotisation|quotes?[- ]?part|appel (?:de fonds|a cotisation))s?\b"
        r"[^.;:€\n]{0,60}? (?:des|par|entre les|a la charge des|(?:du|versee?)e?s? par les|de chaque|de chacune des)"
        r" (?:\w+ )?"
        r"(?:communes?|communautes?|membres?|collectivites|adherents?|epci|villes|intercommunalites|syndicats"
        r"|departements)\b(?! a (?:verser|attribuer))"
    ),
    ("participation", "contribution", "cotisation", "quote", "appel"),
)
_PARTICLE = r"(?:de|du|des|la|le|les|et|sur|sous|en|lès|lez|aux|à|l['’]|d['’])"
_KIND = (
    r"(?:[Cc]ommunes?|[Vv]ille|[Cc]ommunauté|[Aa]gglomération|[Dd]épartement|[Mm]étropole|[Ss]yndicat|mixte|urbaine)"
)
_WORD = r"(?:[dDlL]['’])?[A-ZÀ-Ý][\w'’-]*"
_NAME = re.compile(
    rf"(?:l[ae]s? |l['’])?(?P<name>(?:{_KIND} |{_PARTICLE} ){{0,6}}{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,5}}"
    rf"(?: \([A-ZÀ-Ý][\w .'-]{{1,30}}\))?)"
)
_BORDER = " \t\n|:;,.•*_–—-=➢▪"
_NO_MEMBER = cue(
    r"\b(?:total|totaux|fonctionnement|investissement|section|depenses?|recettes?|budgets?|salaires?|charges?|frais"
    r"|montants?|participations?|cotisations?|contributions?|tarifs?|soit|solde|excedent|deficit|emprunt|travaux"
    r"|associations?|club|amicale|comite|article|chapitre|lot|repas|familles?|eleves?|annee|exercice|hors|taxes?)\b"
)
# What ends the words that announce a list.
_STOP = re.compile(r":|\n|[.;](?=\s)")
# The heads of the columns before the first name: « EPCI Population Cotisation ».
_HEADS = re.compile(
    r"(?:(?:epci|communes?|membres?|collectivites?|communautes?|adherents?|populations?|habitants?|part|eleves?"
    r"|(?:nombre|nbr?e?\.?) d[e'] ?\w+|\(\d{1,2} ?%\)"
    r"|cotisations?|contributions?|participations?|montants?|quotes?-parts?|annees?|20\d\d|cles?|taux|%|€|\(€\)|dgf|insee"
    r"|totale?|legale|municipale|base|en euros)[ |]{1,3}){2,12}"
)
# What a part is reckoned from, between a name and its amount: « Villeperte 12 480 23 088,00 € ».
_RECKONED = re.compile(
    r"(?:[ |]{1,3}\d{1,3}(?:[ .]\d{3}){0,2}(?:,\d{1,4})?(?: ?(?:%|hab\.?|habitants|eleves?|élèves?))?){1,4}$"
)
_LONGEST, _FEWEST, _WIDEST, _WIDEST_HEAD = 6_000, 2, 90, 220
_Row = tuple[Span, Found[Decimal]]


def member_dues(deliberation: Deliberation) -> Iterator[Grant]:
    """What each member is called upon to pay the authority, where the act calls for the parts of its members."""
    called = deliberation.act.item.first(_CALLED)
    if called is None:
        return
    kind = kind_of_money(called[0]) or "participation"
    for name, found in _longest_run(deliberation.zone):
        funder = _member(deliberation, name)
        if not deliberation.is_authority(funder):
            yield Grant(
                funder,
                Figures(amount=found.value, amount_span=Span(found.start, found.end)),
                (Span(name.start, found.end),),
                "member-dues",
                deliberation.authority,
                kind,
                name,
            )


def _longest_run(zone: Zone) -> list[_Row]:
    """The longest list of rows, one amount after one name each; nothing where two lists are as long."""
    end = min(zone.end, zone.start + _LONGEST)
    amounts = [*find_amounts(zone.view.text, zone.start, end)]
    return _longest(zone, [(found, found) for found in amounts]) or _in_columns(zone.part(zone.start, end))


def _in_columns(zone: Zone) -> list[_Row]:
    """Rows of several figures, or of figures without a unit, the last of each what is paid; their sum stands below."""
    figures = sorted(account_figures(zone), key=lambda found: found.start)
    ends = [
        at
        for at, (found, after) in enumerate(zip_longest(figures, figures[1:]))
        if after is None or re.search(r"[a-z]", zone.view.folded[found.end : after.start])
    ]
    lines = [(figures[first], figures[last]) for first, last in zip([0, *(at + 1 for at in ends)], ends, strict=False)]
    rows = _longest(zone, lines)
    total = sum(found.value for _, found in rows)
    return rows if any(found.value == total for found in figures) else []


def _longest(zone: Zone, lines: Sequence[tuple[Found[Decimal], Found[Decimal]]]) -> list[_Row]:
    """The longest run of names with the last of the figures of each; ``lines``: the first and the last of a line."""
    runs: list[list[_Row]] = [[]]
    before: Found[Decimal] | None = None
    for first, last in lines:
        name = _row_name(zone, before, first)
        if name and last.value > 0:
            runs[-1].append((name, last))
        elif runs[-1]:
            runs.append([])
        before = last
    runs = sorted((run for run in runs if len(run) >= _FEWEST), key=len, reverse=True)
    return runs[0] if len(runs) == 1 or (runs and len(runs[0]) > len(runs[1])) else []


def _row_name(zone: Zone, before: Found[Decimal] | None, found: Found[Decimal]) -> Span | None:
    """The proper name that stands alone between two amounts; before the first one, at the end of what announces it."""
    start = max(before.end, found.start - _WIDEST) if before else max(zone.start, found.start - _WIDEST_HEAD)
    text = zone.view.text[start : found.start]
    cuts = [stop.end() for stop in _STOP.finditer(text, 0, len(text.rstrip(_BORDER)))]
    if not cuts and (before is None or start > before.end):
        return None
    text, start = text[max(cuts, default=0) :], start + max(cuts, default=0)
    heads = _HEADS.match(zone.view.folded, start + len(text) - len(text.lstrip(_BORDER)), found.start)
    text, start = (text[heads.end() - start :], heads.end()) if heads else (text, start)
    left = len(text) - len(text.lstrip(_BORDER))
    core = _RECKONED.sub("", text.strip(_BORDER))
    name = _NAME.fullmatch(core)
    if name is None or _NO_MEMBER.search(zone.view.folded, start, found.start):
        return None
    return Span(start + left + name.start("name"), start + left + name.end("name"))


def _member(deliberation: Deliberation, name: Span) -> Party:
    """The body that the row names as a whole, else what is printed there."""
    zone = deliberation.act.whole.part(name.start, name.end)
    for party in deliberation.parties_in(zone):
        rest = zone.view.text[party.end : name.end]
        if party.start == name.start and (rest in ("", ")") or rest.startswith(" (")):
            return deliberation.named(party.value)
    return Party(Organisation(zone.printed(name.start, name.end)), "commune")
