"""Lists of grants: « attribue les subventions suivantes : … », a body and an amount a row.

A row's body is what is printed between the amount before and its own; a total is no row.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, zip_longest

from kg.extract.act import Zone
from kg.extract.money.cells import parts_cells, row_start
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.figures import Figures, kind_of_money
from kg.extract.money.grant_headings import headings
from kg.extract.money.grants import Grant
from kg.extract.money.list_columns import cost_of_row, without_columns
from kg.extract.organisations import Party
from kg.model import Organisation, Span
from kg.text.amounts import find_amounts
from kg.text.found import Found

# « - 500 € à l'association X - 300 € au club Y »: the amount first.
_AFTER = re.compile(
    r"\s?(?:à|au|aux|pour)\s(?:la\s|le\s|les\s|l')?(?P<name>[^;:\n€]{3,90}?)"
    r"(?=\s?(?:[;\n,.]|\s[-–•*]\s|$)|\s(?:et|puis|ainsi que)\s(?:de\s)?\d)"
)
# « 300 € aux agents de catégorie A »: no body.
_PERSONS = re.compile(
    r"(?:\d|agents?|el[ue]s?\b|eleves?|enfants?|familles?|personnels?|habitants?|adjoint|conseill|maire|chaque|chacun|titre"
    r"|compter|partir|hauteur|tous|toute?s?|jeunes?\b|beneficiaires?|proprietaires?|locataires?|parents?\b|candidat"
    r"|stagiaires?|apprenti|animat|ceux|celles|ladite|dit\b|vacataires?|cadres?|commerc|particulier|bailleur)"
)
_END = cue(
    r"\b(?:en consequence|il est (?:donc )?(?:propose|demande)|apres en avoir|vote ?:|dit que|autorise"
    r"|precise|fait a|adopte|article \d{1,2})\b"
)
_NO_ROW = re.compile(
    r"\b(?:sous[- ]?)?tota(?:l|ux)\b|\bcredits?\b|\bbudgets?\b|\bmontant global\b|\bchapitre\b|\bdont\b"
    r"|\bdisponible\b|\bmontants? de\b|\bune subvention\b|\bsommes? represent"
)
_NAMED = re.compile(
    r"(?!(?:en|soit|de|dont|par|et|a|sur|d'une?|pour un|d'\w+er)\b)(?=.*(?:[a-z]{3}|(?:[a-z]\.){3}))",
    re.S,
)
_VERB = re.compile(r"\b(?:est|sont|sera|propose|rappelle|demande|precise|indique|explique|s'eleve|represente)\b")
_BORDER = re.compile(r"^(?:[\s\d|:;.,•*➢▪\uf0b7>=_/%)–—-]|HT\b|TTC\b)+|(?:[\s|:;,•*=_/–—-]|\.(?=\.)|(?<=\.)\.)+$")
_HEADS = (
    r"(?:[Mm]ontants?|[Ss]ubventions?|[Nn]atures?|[Tt]ypes?|[Cc]odes?|[Nn]oms?|[Pp]rojets?|20\d\d|MONTANTS?"
    r"|SUBVENTIONS?)"
)
_LABEL = re.compile(
    r"^.*\b(?:(?:Montant|Bénéficiaire|Structure|MONTANT|BÉNÉFICIAIRES?)s?\b[^\n]*?"
    rf"|(?:Association|ASSOCIATION)[sS]?(?:[ |/]{{1,3}}{_HEADS}\b[^\n]*?)?[ |]{{0,3}})(?=[\n:])",
    re.S,
)
# « ASSOCIATIONS 2022 2023 Union des rameurs 300 € »: the heads on the line of the first row
_FLAT_HEAD = re.compile(
    r"^\W*(?:ASSOCIATIONS?|Associations?|Bénéficiaires?|BÉNÉFICIAIRES?|BENEFICIAIRES?|Organismes?|ORGANISMES?)"
    r"(?:[ |]{1,3}(?:(?:[Mm]ontants?|[Ss]ubventions?|MONTANTS?|SUBVENTIONS?)[ |]{1,3})?20\d\d){1,4}[ |]{1,3}(?=[^\W\d])"
)
# « Vote : à l'unanimité Union des rameurs 300 € »: the vote on the row before.
_VOTED = re.compile(
    r"^.*\b(?:[Uu]nanimité|\d{1,3}\s(?:abstentions?|contre)|part\sau\svote)\b[\s.:;|]{1,4}(?=[A-ZÀ-Ý])", re.S
)
# « Nature des travaux Montant HT Réseau basse tension 310 000 € »: what something costs, given to nobody
_OF_WORKS = re.compile(
    r"\W*(?:natures?(?: (?:des|de la|de l'|du) ?[a-z]{5,12})?|(?:postes?|types?|objets?) d(?:e|es) ?[a-z]{5,12}"
    r"|designations?|libelles?|intitules?|travaux|depenses?|lots?|prestations?|tranches?)"
    r"[\W\d]{1,4}(?:montants?|couts?|estimations?|prix|ht\b|ttc\b|€)"
)
# The heads of columns, printed again at the top of a page, and the nought of a year without a grant
_HEADS_AGAIN = re.compile(
    r"(?<!\w)(?:(?:[Rr]eçues?|[Pp]erçues?|[Dd]emandée?s?|[Pp]roposée?s?|[Vv]otée?s?|[Aa]ttribuée?s?|[Aa]ccordée?s?)"
    r"[\s|]{1,4}){2,6}(?=\S)"
)
_NOUGHT = re.compile(r"(?:\s(?:0|néant|-))+$")
# What follows a name: « (34) », « , 6/8 rue du Port ».
_ADDRESS = re.compile(
    r" \(|, ?\d{1,4}(?:[/-]\d{1,4})?(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée"
    r"|route)\b"
)
# « Article 65748 », under which the grants stand
_ACCOUNT = re.compile(
    r"^\W*(?:[Aa]rticle|[Cc]ompte|[Cc]hapitre|[Ii]mputation)\s?:?\s?(?:n[°º]\s?)?\d{2,6}[\s:–—-]+(?=[^\W\d])"
)
# « pour l'année 2024 », between the heading and the first row
_YEAR = re.compile(r"^\W*(?:pour|au titre de|en)\s(?:l'(?:année|exercice)\s)?20\d\d\W+(?:à\s)?")
_PUBLIC = ("commune", "epci", "syndicat", "région", "département")
# What follows a body's name and is a part of it, no purpose and no remark.
_MORE = re.compile(r"[^\W\d_]| (?!(?:pour|au titre|dans|en|afin|sur|par|selon|Montant|Projet|Travaux)\b)(?=[\w'])")
# What follows the amount of a row, in brackets or not.
_SHARE = re.compile(r"(?<![\d,.])(?P<figure>\d{1,3}(?:,\d{1,2})?) ?%")
_RATE = re.compile(r"\b\d{1,3}(?:,\d{1,2})? ?%")  # between what the work costs and what is given for it
_COST = re.compile(r"\b(?:cout|depenses?|travaux|assiette|base|montant|budget)\b")
_LONGEST, _LONGEST_NAME, _FEWEST_ROWS = 20_000, 130, 2


def listed_grants(deliberation: Deliberation) -> Iterator[Grant]:
    """The grants of the act's lists, given by the deciding authority."""
    authority = deliberation.authority
    if authority is None:
        return
    last = deliberation.zone.end
    announced = [*headings(deliberation.zone)]
    for (first, begin), (end, _) in pairwise([*announced, (last, last)]):
        zone = _list_zone(deliberation.zone.part(begin, end))
        head = deliberation.zone.view.folded[first:begin]
        rows = without_columns(zone, head, [*_rows(zone)])
        if len(rows) >= _FEWEST_ROWS and not _OF_WORKS.match(zone.view.folded, zone.start, zone.end):
            kind = kind_of_money(head) or "subvention"
            ends = [*(name.start for name, _ in rows[1:]), min(zone.end, rows[-1][1].end + 80)]
            for (name, found), stop in zip(rows, ends, strict=True):
                grant = _grant(deliberation, authority, name, found, zone.part(found.end, stop), kind)
                cost = cost_of_row(zone, head, (name, found)) if grant.figures.total is None else None
                yield replace(grant, figures=_costing(grant.figures, cost)) if cost else grant


def _costing(figures: Figures, cost: Found[Decimal]) -> Figures:
    return replace(figures, total=cost.value, total_span=Span(cost.start, cost.end))


def _list_zone(zone: Zone) -> Zone:
    """What follows a heading, up to the next one, as far as the words that end a list."""
    stop = min(zone.end, zone.start + _LONGEST)
    end = _END.search(zone.view.folded, zone.start, stop)
    return zone.part(zone.start, end.start() if end else stop)


def _rows(zone: Zone) -> Iterator[tuple[Span, Found[Decimal]]]:
    begin = zone.start
    amounts = [*find_amounts(zone.view.text, zone.start, zone.end)]
    if amounts and not _BORDER.sub("", zone.view.text[zone.start : amounts[0].start]):
        yield from _reversed(zone, amounts)
        return
    for first, found in _last_of_each_row(zone, amounts):
        name = _name(zone, row_start(zone, begin, first), first)
        begin = found.end
        folded = zone.view.folded[name.start : found.start]
        inside = zone.view.text[zone.start : name.start].rstrip().endswith("(") or folded.startswith("(")
        if found.value > 0 and not inside and _NAMED.match(folded) and not _NO_ROW.search(folded):
            if _VERB.search(folded) or len(folded) > _LONGEST_NAME + 200:
                return
            yield name, found


def _last_of_each_row(zone: Zone, amounts: list[Found[Decimal]]) -> Iterator[tuple[int, Found[Decimal]]]:
    """Of amounts in columns (last year, asked, granted) the last one is what is given; with where the first stands."""
    first = None
    for found, following in zip_longest(amounts, amounts[1:]):
        first = found.start if first is None else first
        if following is None or _RATE.sub("", zone.view.text[found.end : following.start]).strip(" |\n"):
            yield first, found
            first = None


def _reversed(zone: Zone, amounts: list[Found[Decimal]]) -> Iterator[tuple[Span, Found[Decimal]]]:
    for found in amounts:
        name = _AFTER.match(zone.view.text, found.end, zone.end)
        if name is None or _PERSONS.match(zone.view.folded, name.start("name")):
            return
        yield Span(*name.span("name")), found


def _name(zone: Zone, start: int, end: int) -> Span:
    """The printed name of a row, without bullets, codes and the head of the table before it."""
    text = zone.view.text[start:end]
    head = _LABEL.match(text) or _FLAT_HEAD.match(text) or _VOTED.match(text)
    year = _YEAR.match(text) or _ACCOUNT.match(text)
    cut = head.end() if head else year.end() if year else 0
    cut = max((again.end() for again in _HEADS_AGAIN.finditer(text, cut)), default=cut)
    border = _BORDER.match(text[cut:])
    left = cut + (border.end() if border else 0)
    right = _BORDER.search(text[left:]) if text[left:].strip() else None
    stop = left + right.start() if right and right.start() else len(text)
    nought = _NOUGHT.search(text, left, stop)
    stop = nought.start() if nought else stop
    return Span(start + left, start + max(left, stop))


def _recipient(deliberation: Deliberation, name: Span) -> Organisation | None:
    """The body that begins the row, else what is printed, without what a bracket adds."""
    zone = deliberation.act.whole.part(name.start, name.end)
    known = next((party for party in deliberation.parties_in(zone) if party.start == name.start), None)
    if known and not known.value.bare:
        whole = known.end == name.end and known.value.kind == "organisation"
        if whole or (known.value.kind in _PUBLIC and not _goes_on(zone, known.end)):
            return known.value.organisation
    printed = _ADDRESS.split(zone.printed(name.start, name.end))[0]
    return Organisation(printed) if 2 < len(printed) <= _LONGEST_NAME else None


def _goes_on(zone: Zone, end: int) -> bool:
    """Whether the name of a body is the beginning of another's: « Val Clair Agglomération Escrime »."""
    return _MORE.match(zone.view.text, end, zone.end) is not None and not parts_cells(zone.view, end, end + 1)


def _with_cost(amount: Found[Decimal], after: Zone) -> Figures:
    """The amount, with the share and the cost that the same row tells: « 185 000 €, soit 50 % d'un coût de … »."""
    share = _SHARE.search(after.view.folded, after.start, after.end)
    told = next(find_amounts(after.view.text, after.start, after.end), None)
    costs = told and _COST.search(after.view.folded, after.start, told.end)
    part = Decimal(share["figure"].replace(",", ".")) / 100 if share else None
    return Figures(
        amount=amount.value,
        share=part if part and part <= 1 else None,
        total=told.value if told and costs and told.value > amount.value else None,
        amount_span=Span(amount.start, amount.end),
        share_span=Span(share.start(), share.end()) if share and part and part <= 1 else None,
        total_span=Span(told.start, told.end) if told and costs and told.value > amount.value else None,
    )


def _with_rate(figures: Figures, before: Zone) -> Figures:
    """With the cost and the rate of columns before the amount, where it is what the one makes of the other."""
    rates = [*_SHARE.finditer(before.view.folded, before.start, before.end)]
    costs = [*find_amounts(before.view.text, before.start, before.end)]
    if len(rates) != 1 or len(costs) != 1 or figures.amount is None or figures.share:
        return figures
    share = Decimal(rates[0]["figure"].replace(",", ".")) / 100
    if share > 1 or abs(costs[0].value * share - figures.amount) >= 1:
        return figures
    return replace(
        figures,
        share=share,
        share_span=Span(rates[0].start(), rates[0].end()),
        total=costs[0].value,
        total_span=Span(costs[0].start, costs[0].end),
    )


def _grant(
    deliberation: Deliberation, authority: Organisation, name: Span, found: Found[Decimal], after: Zone, kind: str
) -> Grant:
    return Grant(
        Party(authority, "authority"),
        _with_rate(_with_cost(found, after), deliberation.zone.part(min(name.end, found.start), found.start)),
        (Span(min(name.start, found.start), max(name.end, found.end)),),
        "grant-list",
        _recipient(deliberation, name),
        kind,
    )
