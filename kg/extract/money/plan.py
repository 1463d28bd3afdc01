"""Financing plans: a funder, then its amount, its share, or both, in whatever order the columns were read."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from kg.extract.act import Zone
from kg.extract.money.context import Deliberation
from kg.extract.money.cues import cue
from kg.extract.money.figures import Figures
from kg.extract.money.grants import Grant
from kg.extract.money.marked import PARTY, SHARE, SUM, Marked, mark
from kg.extract.money.plan_columns import column_figures
from kg.extract.organisations import Party
from kg.model import Span
from kg.text.cues import Holding
from kg.text.word_starts import Begun

# « (prévisionnel) serait le suivant : »
_LIKE_THIS = (
    r"(?:[a-z'\s]{0,40} )?(?:est|serait|sera|peut etre|pourrait etre|s'etabli\w*|s'articul\w*"
    r"|(?:se )?(?:decompos|presente|reparti|declin)\w*)(?: le suivant| la suivante| comme suit| ainsi"
    r"| (?:de la (?:maniere|facon)|selon l\w+ \w{4,10}) suivante?s?){1,2}(?= ?:)"
)
_COLUMN = r"(?: (?:montants?|previsionnelles|eligibles|ht|ttc|\(ht\)|\(ttc\)|en ?€|€)){0,3}"
_HEADING = Begun(
    cue(
        r"\b(?:plan (?:\w+ )?de finan ?ce ?ment|financement previsionnel"
        r"|\b(?:co-?)?financeurs?(?: (?:publics|sollicites|pressentis|potentiels))?(?: ?:| montants?\b)"
        r"|\b(?:couverte?s?|financee?|financees|(?:sont|seront|seraient) (?:ainsi )?finances)"
        r"(?: ainsi| comme suit| par| de la (?:maniere|facon) suivante| selon l\w+ \w{4,10} suivante?s?)* ?:"
        r"|financement (?:\w+ )?(?:sera|est|serait) assure (?:comme suit|ainsi|de la \w{5,7} suivante|par) ?:?"
        # « Le financement serait le suivant : », « l'enveloppe se décompose ainsi : »
        rf"|(?:financement|enveloppe|tour de table|montage financier)s? {_LIKE_THIS}"
        # « les engagements des partenaires : », « répartition du financement : »
        r"|(?:engagements?|participations?|contributions?|apports?) (?:financiere?s? )?(?:respecti\w+ )?"
        r"(?:des|de chacun des) (?:differents )?(?:partenaires|(?:co-?)?financeurs|signataires)[^.;:]{0,40}? ?:"
        r"|repartition (?:previsionnelle )?(?:d(?:u|es) (?:co-?)?financements?|financiere) ?:"
        # a table whose two halves are what is spent and where it comes from
        rf"|depenses?{_COLUMN}[ |]{{1,3}}(?:recettes|ressources){_COLUMN}(?= ?[:|]? ?[a-z(])(?! de fonct| d'invest)"
        r"|\bressources (?:previsionnelles|attendues|mobilisees|du projet)? ?:"
        r"|\bfinancements?[ |:]{1,3}(?:montants?|taux|pourcentages?|parts?)\b(?: (?:sollicit|demand|attend|prev)\w+)?"
        r"|recettes (?:previsionnelles|attendues)|financements? (?:sollicites?|attendus?|obtenus?)"
        # the second half of a table told line by line: « Dépenses Travaux 40 000 € Recettes DETR 10 000 € »
        r"|\brecettes(?: (?:montants?|taux|ht|ttc|\(ht\)|\(ttc\)|€|%)){0,3}[ |:]{1,3}(?=(?:l')?(?:etat\b|detr\b|dsil\b"
        r"|departement\b|conseil (?:departemental|regional)|region\b|subventions?\b|fonds (?:vert|europeens|leader)"
        r"|feder\b|feader\b|leader\b|caf\b|agence de l'eau|ademe\b|union europeenne|europe\b))"
        r"|\bsollicit(?:e|er|ent) ?:"
        r"|sollicit\w+\b[^.;:]{0,40}?\b(?:aides?|subventions?|concours|financements?)[^.;:]{0,60}? ?:)"
    ),
    (
        *("plan", "financ", "cofinanc", "co-financ", "couvert", "sont", "seront", "seraient", "recettes", "sollicit"),
        *("engagement", "participation", "contribution", "apport", "repartition"),
        *("enveloppe", "tour de", "montage", "depense", "ressources"),
    ),
)
_END = cue(
    r"\b(?:apres en avoir delibere|ainsi informe|(?:le |l')(?:conseil|assemblee)(?: municipale?"
    r"| communautaire| syndical)?,? (?:apres|decide|a l'|delibere|ainsi)|decide\b|approuve\b|vu (?:le|la"
    r"|l'))"
)
_FOR_MONEY = Holding(
    cue(
        r"\bplans? de finan ?ce ?ment|\bdemandes? (?:de (?:subvention|financement|fonds|concours)|d'aide)|\bsollicit"
        r"|\bco-?financ"
    ),
    ("finan", "subvention", "demande", "sollicit", "cofinanc", "co-financ"),
)
_UNIT = re.compile(r"[€£]|\beuros?\b|\d[.,]\d\d\b")
_BUDGET = re.compile(r"(?:depense|ressource|recettes(?! (?:previsionnelles|attendues)))")
# « il serait couvert par la CAF (41 200 €) et le Département (9 000 €) »: as far as the sentence goes.
_IN_PROSE = Begun(
    cue(r"\b(?:est|sera|serait|etant|et)(?: ainsi| donc)? (?:couverte?s?|financee?s?) par|\bfinancements?(?: \w+)? ?:"),
    ("est", "sera", "etant", "et ", "financement"),
)
_SENTENCE_END = re.compile(r"[.;](?=\s+[A-ZÀ-Ý]|$)|\n\s*\n")
_LONGEST = 1600
_OWN = (
    r"\b(?:auto[- ]?financement|fonds propres|commune|ville|collectivite|emprunts?|reste a (?:charge|financer)"
    r"|reliquat|total|totaux|maitre d'ouvrage|part communale|depenses)\b"
)
_BOUND = re.compile(f"{PARTY}|(?<!sous )(?<!sous-){_OWN}")
_ASIDE = re.compile(
    rf"\([^)]{{0,80}}?(?:max|plafon|a hauteur)[^)]{{0,80}}\)"
    rf"|(?:taux de {SHARE} )?plafon\w*[^;{SUM[1:-1]}]{{0,50}}{SUM}(?: ht)?(?:\s*\({SHARE}\))?"
    rf"|montant eli\W{{0,2}}gible ?: ?{SUM}"
    r"|\((?:a titre (?:d'information|d'exemple|indicatif)|pour (?:information|memoire|comparaison))\b[^()]{0,300}\)"
)
# « ADEME (État) : 50 % »: whose agency it is.
_OWNER = re.compile(rf"(?P<first>{PARTY}) ?\((?:l')?(?P<owner>{PARTY})\)")
_FUNDERS = frozenset(
    {"organisation", "programme", "brand", "région", "département", "epci", "syndicat", "établissement"}
)
_WINDOW = 140
_GAP = 70
_CLAUSE = re.compile(
    r"\b(?:a(?! hauteur)|ont|est|sont|sera|qui|que|dont|avec)\b"
    r"|\bplus de\b|\bau \d{1,2}(?:er)? [a-z]{3,9}\b"
    r"|^ ?et (?:de |d'|a )|[;–-] ?(?:et )?(?:de |d')?(?:sollicit|demand|autoris|approuv|charg|donn|dit\b|precis)"
)
_AMOUNT_FIRST = re.compile(
    rf"[^{PARTY[1:-1]}{SUM[1:-1]}]{{0,40}}{SUM}[^{PARTY[1:-1]}{SUM[1:-1]}]{{0,20}}"
    rf"(?:\baupres\b|\b(?:de la |de l'|du |des )(?={PARTY}))"
)
_LEAST_SHARE = Decimal("0.01")


def plan_grants(deliberation: Deliberation) -> Iterator[Grant]:
    """The funders of the act's financing plans, own funds left out."""
    for zone in _plans(deliberation):
        marked = mark(zone, deliberation.parties_in(zone), columns=True, plain=_without_unit(zone))
        text = _without_owners(deliberation, marked, _ASIDE.sub(lambda aside: " " * len(aside[0]), marked.text))
        if _AMOUNT_FIRST.match(text):  # a sentence that asks, amount by amount
            continue
        columns = column_figures(deliberation, marked, text)
        for match in re.finditer(PARTY, text):
            party, place = deliberation.named(marked.party(match[0]).value), match.start()
            figures = columns[place] if place in columns else _figures(marked, text, match.end())
            if (
                figures
                and (party.kind in _FUNDERS or (party.kind == "commune" and not party.bare))
                and not deliberation.is_authority(party)
            ):
                yield _grant(deliberation, marked, match[0], party, figures)


def _without_owners(deliberation: Deliberation, marked: Marked, text: str) -> str:
    """Bodies and programmes without the owner in brackets after them; the DETR in « État (DETR) » stays."""

    def bare(found: re.Match[str]) -> str:
        bracketed = deliberation.named(marked.party(found["owner"]).value).kind
        return found[0] if bracketed in ("programme", "brand") else found["first"].ljust(len(found[0]))

    return _OWNER.sub(bare, text)


def _plans(deliberation: Deliberation) -> Iterator[Zone]:
    zone = deliberation.zone
    for told in zone.find(_IN_PROSE):
        stop = _SENTENCE_END.search(zone.view.text, told.end(), zone.end)
        yield zone.part(told.end(), min(stop.start() if stop else zone.end, told.end() + _LONGEST))
    headings = [heading for heading in zone.find(_HEADING) if not _of_accounts(zone, heading)]
    for heading, following in zip_longest(headings, headings[1:]):
        limit = min(following.start() if following else zone.end, heading.end() + _LONGEST)
        end = _END.search(zone.view.folded, min(heading.end() + 20, limit), limit)
        yield zone.part(heading.end(), end.start() if end else limit)


def _without_unit(zone: Zone) -> bool:
    """Whether no amount of a table of whole thousands has its unit: « Montant HT … DETR 32 000 Commune 48 000 »."""
    return _UNIT.search(zone.view.folded, zone.start, zone.end) is None


def _of_accounts(zone: Zone, heading: re.Match[str]) -> bool:
    """Whether « dépenses | recettes » heads a budget, not what somebody is asked to pay for."""
    return _BUDGET.match(heading[0]) is not None and not zone.first(_FOR_MONEY)


def _figures(marked: Marked, text: str, start: int) -> Figures | None:
    """The first amount and the first share before the next funder or own funds."""
    bound = _BOUND.search(text, start)
    end = min(bound.start() if bound else len(text), start + _WINDOW)
    amount, share = re.search(SUM, text[start:end]), re.search(SHARE, text[start:end])
    first = min((match.start() for match in (amount, share) if match), default=None)
    if first is None or first > _GAP or _CLAUSE.search(text[start : start + first]):
        return None
    sums, parts = (marked.sum(amount[0]) if amount else None), (marked.share(share[0]) if share else None)
    if parts and parts.value < _LEAST_SHARE:
        return None
    return Figures(
        amount=abs(sums.value) if sums else None,
        share=parts.value if parts else None,
        amount_span=Span(sums.start, sums.end) if sums else None,
        share_span=Span(parts.start, parts.end) if parts else None,
    )


def _grant(deliberation: Deliberation, marked: Marked, sign: str, party: Party, figures: Figures) -> Grant:
    found = marked.party(sign)
    spans = [Span(found.start, found.end), *filter(None, (figures.amount_span, figures.share_span))]
    asked = "subvention" in deliberation.zone.folded
    return Grant(
        party,
        figures,
        (Span(spans[0].start, max(span.end for span in spans)),),
        "financing-plan",
        deliberation.authority,
        "subvention" if asked else None,
        spans[0],
        programme=party.programme,
    )
