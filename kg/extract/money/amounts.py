"""Every amount of money of a deliberation, each once and ascending (record field ``amounts``).

Amounts before tax and with tax both count, unit prices too, a deduction by its absolute value; a nil amount is none.
Columns of figures without a unit are read where they are written as accounts are: with two decimals, in an act that
speaks of accounts.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice, pairwise

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.bounds import AMOUNTS, note
from kg.extract.money.account_figures import account_figures
from kg.extract.money.context import deliberation_of
from kg.extract.money.counted_total import without_counts
from kg.model import Span
from kg.text.amounts import are_too_many, find_amounts
from kg.text.cues import Holding, Led
from kg.text.found import Found

_SCANNED_THOUSANDS = Holding(r"(?<![\w,.])(?P<figure>\d{1,5}(?:,\d{1,3})?) ?[kK]E\b", ("kE", "KE"))
_SYMBOLIC = Led(r"\bl'euro symbolique|\bun euro symbolique", ("l'euro", "un euro"))
_ACCOUNTS = re.compile(
    r"\b(?:depenses?|recettes?|deficit|excedent|montants?|credits?|subventions?|plan de financement|couts?|tarifs?"
    r"|decisions? modificatives?|virements? de credits?)\b"
)
_BUDGET = re.compile(
    r"\b(?:decisions? modificatives?|virements? de credits?|comptes? administratifs?|comptes? de gestion"
    r"|affectation d[ue]s? resultats?|budgets? primitifs?)\b"
)
# « 50 000 euros par an, soit 200 000 sur 4 ans »: what an amount comes to, its unit said once.
_COMES_TO = Led(
    r"(?:€|\beuros?\b)[^.;€\n]{0,60}?\bsoit (?:un (?:total|montant) de |au total )?"
    r"(?P<figure>[1-9]\d{0,2}(?: \d{3}){1,2}|[1-9]\d{3,6})"
    r"(?= (?:sur|par|a|pour|au|en|de plus|de moins)\b|[.;,)](?!\d))",
    ("€", "euro"),
)
# « 350 000 euros, dont 90 000 déjà versés (60 000 au titre de l'État et 30 000 sur le fonds vert) »: its parts.
_OF_WHICH = Led(
    r"(?:€|\beuros?\b)[^.;€\n]{0,60}?\bdont (?P<figure>[1-9]\d{0,2}(?: \d{3}){1,2}|[1-9]\d{3,6})"
    r"(?= (?:ont (?:deja |ainsi )?ete (?:verse|paye|percu|regle|finance)"
    r"|s(?:ont|eront) (?:deja |pris|verse|paye|finance|a la charge)"
    r"|deja (?:verse|paye|percu|regle)|au titre d|au benefice d|provenant|verse|a la charge|sur fonds))",
    ("€", "euro"),
)
_PART = re.compile(
    r"[^.;€\d]{0,40}\.? ?\((?:soit )?(?P<figure>[1-9]\d{0,2}(?: \d{3}){1,2}|[1-9]\d{3,6})"
    r"(?= (?:au titre|sur|pour|par|de la)\b)"
)
# « soit 16 000 la première année, 24 000 la deuxième et 32 000 la troisième »: the same money goes on.
_THEN = re.compile(
    r"[^.;€\d]{0,40}(?:\d{1,2} ?[a-z]{1,4}\b[^.;€\d]{0,25})?(?:,| et) "
    r"(?P<figure>[1-9]\d{0,2}(?: \d{3}){1,2}|[1-9]\d{3,6})(?= (?:sur|par|a|pour|au|en|de|la|le)\b)"
)
# « l'encours de la dette est de 1,32 million »: of money, where what is counted is money.
_MILLIONS = Holding(
    r"\b(?:dette|cout|budget|montant|investissements?|recettes?|depenses?|emprunts?|subventions?|excedent|deficit"
    r"|resultat|epargne|capital|credits?|travaux|encours|produit|enveloppe)\b[^.;€\d]{0,60}?"
    r"(?P<figure>\d{1,3}(?:,\d{1,3})?) (?P<scale>million|milliard)s?\b(?! (?:de|d'|d')|d)",
    ("million", "milliard"),
)
# « entre 300 000 et 450 000 euros »
_RANGE = Led(
    r"\b(?:entre|de) (?P<figure>[1-9]\d{0,2}(?:[ .]\d{3}){1,2}) (?:et|a) [1-9]\d{0,2}(?:[ .]\d{3}){1,2} ?(?:€|euros\b)",
    ("entre ", "de "),
)
# « 2 242 642, 90 HT », « 4 380,50 TTC »: of money, by its tax; the unit was lost. « Tarif 2022 HT » heads a column.
_TAXED = Holding(
    r"(?<![\w,./-])(?P<figure>[1-9]\d{0,2}(?:[ .]\d{3}){1,3}|[1-9]\d{0,6}(?=[ ]?,)"
    r"|(?!(?:19[5-9]|20[0-4])\d )[1-9]\d{3,6})"
    r"(?:,[ ]?(?P<cents>\d{2}))?[ ](?:HT|TTC|H\.T\.?|T\.T\.C\.?)(?!\w)",
    (" HT", " TTC", " H.T", " T.T"),
)
# « 50 centimes par litre »
_CENTIMES = Holding(
    r"(?<!euros )(?<!euro )(?<!€ )(?<! et )(?<![\d,.])(?P<figure>\d{1,2}) (?:centimes?|cts)\b(?! addit)",
    ("centime", "cts"),
)
_MILLION = {"million": 10**6, "milliard": 10**9}
_FEWEST_CUES = 2
# « ENTREPRISE MONTANT NOTE », « Offre (€ HT) Points /100 »
_MARKS = Led(r"\b(?:notes?|points?)\b(?! d[eu'])", ("note", "point"))
_BEST_MARK = 100
_NUMBERS = re.compile(r"(?<!\w)(?:n\s?[°º]|numero|deliberations?)\s?:?\s{0,2}$")


def read(act: Act) -> Iterator[Mention]:
    """The amounts of an act, ascending."""
    zone = deliberation_of(act).zone
    places: dict[Decimal, list[tuple[Span, str]]] = defaultdict(list)
    for found, rule in amounts_of(zone):
        value = abs(found.value)
        if value:
            places[value].append((Span(found.start, found.end), rule))
    for value in sorted(places):
        spans = tuple(span for span, _ in places[value][:3])
        yield Mention("amounts", value, spans, places[value][0][1])


def amounts_of(zone: Zone) -> Iterator[tuple[Found[Decimal], str]]:
    """The amounts of a passage with the rule that read each."""
    text = zone.view.text
    told = [*without_counts(text, find_amounts(text, zone.start, zone.end))]
    for found in told:
        yield found, "amount-with-unit"
    if are_too_many(text, zone.start, zone.end):
        note(zone.view, AMOUNTS)
    for symbolic in zone.find(_SYMBOLIC):
        yield Found(Decimal(1), symbolic.start(), symbolic.end()), "symbolic-euro"
    for thousands in zone.find_exact(_SCANNED_THOUSANDS):
        yield (
            Found(Decimal(thousands["figure"].replace(",", ".")) * 1000, thousands.start(), thousands.end()),
            "scanned-ke",
        )
    for said in _comes_to(zone):
        yield said, "amount-comes-to"
    for said in _without_unit(zone):
        yield said, "amount-in-other-units"
    columns = [
        found
        for found in _not_within(account_figures(zone), told)
        if not (_is_mark(zone, found) or _is_number(zone, found))
    ]
    if columns and (_speaks_of_accounts(zone) or _in_a_row(zone, columns)):
        for figures in columns:
            yield figures, "account-column"


def _not_within(columns: Iterable[Found[Decimal]], told: list[Found[Decimal]]) -> Iterator[Found[Decimal]]:
    """« 1018 136,81 € »: the last figures of what is told with its unit are no amount of their own."""
    ends = sorted((found.end, found.start) for found in told)
    for found in columns:
        at = bisect_left(ends, (found.end, 0))
        if at == len(ends) or ends[at][1] >= found.start:
            yield found


def _is_mark(zone: Zone, found: Found[Decimal]) -> bool:
    """« 418 266,40 € 91,20 », where a column holds the marks of tenders."""
    if found.value > _BEST_MARK or not zone.first(_MARKS):
        return False
    return zone.view.text[max(zone.start, found.start - 8) : found.start].rstrip(" |").endswith(("€", "HT", "TTC"))


def _is_number(zone: Zone, found: Found[Decimal]) -> bool:
    """« N° 2023.21 », « Délibération 2023.21 »: the number of an act."""
    return bool(_NUMBERS.search(zone.view.folded, max(zone.start, found.start - 24), found.start))


def _speaks_of_accounts(zone: Zone) -> bool:
    if zone.first(_BUDGET):
        return True
    return sum(1 for _ in islice(zone.find(_ACCOUNTS), _FEWEST_CUES)) == _FEWEST_CUES


def _in_a_row(zone: Zone, columns: list[Found[Decimal]]) -> bool:
    """Three such figures with nothing between them, in an act that counts in euros elsewhere."""
    ordered = sorted(columns, key=lambda found: found.start)
    blank = [not zone.view.text[one.end : two.start].strip() for one, two in pairwise(ordered)]
    return any(a and b for a, b in pairwise(blank)) and any(find_amounts(zone.view.text, zone.start, zone.end))


def _comes_to(zone: Zone) -> Iterator[Found[Decimal]]:
    folded = zone.view.folded
    parts = zone.find(_OF_WHICH) if folded.find("dont ", zone.start, zone.end) >= 0 else ()
    sums = zone.find(_COMES_TO) if folded.find("soit ", zone.start, zone.end) >= 0 else ()
    for first in (*sums, *parts):
        told: re.Match[str] | None = first
        while told:
            yield Found(Decimal(told["figure"].replace(" ", "")), told.start("figure"), told.end("figure"))
            place = told.end("figure")
            told = _THEN.match(zone.view.folded, place, zone.end) or _PART.match(zone.view.folded, place, zone.end)


def _without_unit(zone: Zone) -> Iterator[Found[Decimal]]:
    """Millions of what is money, the lower end of a range, what is told with or without tax, and centimes."""
    for taxed in zone.find_exact(_TAXED):
        whole = re.sub(r"\D", "", taxed["figure"])
        yield Found(Decimal(f"{whole}.{taxed['cents'] or '0'}"), taxed.start(), taxed.end())
    for many in zone.find(_MILLIONS):
        value = Decimal(many["figure"].replace(",", ".")) * _MILLION[many["scale"]]
        yield Found(value, many.start("figure"), many.end())
    for least in zone.find(_RANGE):
        yield Found(Decimal(re.sub(r"\D", "", least["figure"])), least.start("figure"), least.end("figure"))
    for few in zone.find(_CENTIMES):
        yield Found(Decimal(few["figure"]) / 100, few.start(), few.end())


EXTRACTOR = Extractor(
    "amounts",
    read,
    examples=(
        Example(
            "La commune verse 1 500,50 € TTC, soit 1 250,42 € HT.",
            {"amounts": [Decimal("1250.42"), Decimal("1500.50")]},
        ),
        Example("Le terrain est cédé à l'euro symbolique.", {"amounts": [Decimal(1)]}),
        Example("Dépenses 12 400,00 Recettes 13 100,25", {"amounts": [Decimal("12400.00"), Decimal("13100.25")]}),
        Example(
            "Montant des dépenses Total HT TTC Recettes 104,8 125,76",
            {"amounts": [Decimal("104.8"), Decimal("125.76")]},
        ),
        Example(
            "Le coût est de 50 000 euros/an soit 200 000 sur 4 ans.",
            {"amounts": [Decimal(50000), Decimal(200000)]},
        ),
        Example(
            "L'économie est de 8 000 €/an, soit 16 000 à la fin de la 2ème année, 24000 de la 3eme et 32000 à partir "
            "de la 4eme.",
            {"amounts": [Decimal(8000), Decimal(16000), Decimal(24000), Decimal(32000)]},
        ),
        Example("Une moins-value de -2 300 € est constatée.", {"amounts": [Decimal(2300)]}),
    ),
    counter_examples=(
        Example("Un taux de 12,50 % et une surface de 640,25 m² pour 3 500 repas.", {}),
        Example("Un montant de 0,00 € est inscrit.", {}),
        Example("La ville compte 3 écoles, soit 1200 élèves en 2023 pour 2 400 m².", {}),
    ),
)
