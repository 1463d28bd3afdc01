"""Who gives, who is asked and who receives, in one marked sentence.

A claim is one grammatical relation: a body that funds (subject, agent of a passive, one that is asked), and a body or
nobody that receives. Amounts and shares are joined to claims afterwards.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.money.claim import ART, NOUN, TO, TO_PERSONS, Claim
from kg.extract.money.likewise import asked_likewise, likewise
from kg.extract.money.marked import PARTY, SHARE, SUM, Marked
from kg.extract.money.own_claims import fees, guaranteed, is_guarantee, own_grants
from kg.extract.money.own_payments import own_payments
from kg.extract.money.promised import promised
from kg.extract.money.shared import by_share
from kg.extract.money.unasked import is_hoped, is_unasked

_GIVING = (
    r"(?:vers(?:e|ent|era|eront|er|erait)|accord(?:e|ent|era|er|erait)|attribu(?:e|ent|era|er|erait)"
    r"|allou(?:e|ent|era|er|erait)|octroi(?:e|ent|era|erait)|octroyer|(?:co-?)?financ(?:e|ent|era|er|erait)"
    r"|apport(?:e|ent|era|er|erait)|subventionn(?:e|era|er|erait)|(?:particip|contribu)(?:e|ent|era|er|erait)"
    rf"(?=(?: financierement)? (?:au financement|a hauteur|pour un montant|aux? (?:travaux|frais|depenses))"
    rf"|[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,50}} (?:pour|a hauteur de) {SUM}"
    r"|[^.;]{0,60} par le biais)"
    rf"|interv(?:ient|iendra|iendrait)(?= (?:financierement )?(?:pour|a (?:la )?hauteur de) (?:{SUM}|{SHARE}))"
    r"|reconduit|prend(?:ra)? (?:en|a sa) charge)"
)
_GIVEN = r"(?:accord|allou|vers|attribu|octroy|financ|cofinanc|subventionn|notifi|consenti|apport|garanti)\w{0,2}e?s?"
_AND = rf"(?:[^\w{PARTY[1:-1]}.;]{{0,12}}(?:et |ou |ainsi que |puis |aupres )?(?:{ART}){PARTY})"
# « à l'État dans le cadre de la DETR et à l'ADEME »
_ALSO = rf"(?:{_AND}| (?:au titre|dans le cadre) {ART}{PARTY}(?={_AND}{{1,4}}))"
_CHAIN = re.compile(PARTY)
_FIGURE = re.compile(f"{SUM}|{SHARE}")

_ASK_NOUN = (
    r"(?:subventions?|aides?|participations?|fonds de concours|contributions?|dotations?|(?:co-?)?financements?"
    r"|soutien|concours|prets?|emprunts?)"
)
_NO_PARTY = f"[^.;{PARTY[1:-1]}]"
_OTHER = r"(?: (?!pour |de |des |du |d'|concern|relati|afin )[\w']+)"
# « sollicité » of a body without a figure beside it.
_TO_BE_ASKED = re.compile(
    rf"(?P<funders>{PARTY}{_AND}{{0,3}}) (?:sera|seront|serait|seraient|pourra etre|pourront etre)(?: \w+)? sollicite"
)
_ASKED = (
    re.compile(rf"\b{_ASK_NOUN}\b{_NO_PARTY}{{0,140}}?\baupres\b{_NO_PARTY}{{0,45}}?(?P<funders>{PARTY}{_AND}{{0,8}})"),
    re.compile(
        rf"\b(?:sollicit\w+"
        rf"|demand\w+)\b{_NO_PARTY}{{0,60}}?\baupres\b{_NO_PARTY}{{0,40}}?(?P<funders>{PARTY}{_AND}{{0,8}})[^.;]{{0,60}}?\b{_ASK_NOUN}"
    ),
    re.compile(rf"\bsollicit\w+ {ART}(?P<funders>{PARTY}{_AND}{{0,8}})"),
    re.compile(
        rf"\bdemand\w+ (?:a|au|aux) {ART}(?P<funders>{PARTY}{_AND}{{0,8}}) {_NO_PARTY}{{0,40}}?"
        rf"\b(?:une?|des|l'|son|sa) ?{_ASK_NOUN}\b"
    ),
    _TO_BE_ASKED,
    re.compile(rf"\bsollicit\w+ (?:l'|une |la |un |le |des ){_ASK_NOUN}{_OTHER}{{0,5}} (?:du |d')(?P<funders>{PARTY})"),
    re.compile(rf"\b(?:sollicit|demand)\w*\b{_NO_PARTY}{{0,60}}?\b{_ASK_NOUN} \(?(?P<funders>{PARTY})"),
    re.compile(
        rf"\b(?:contract|souscri|realis)\w*\b{_NO_PARTY}{{0,40}}?\baupres {ART}(?P<funders>{PARTY})"
        rf"{_NO_PARTY}{{0,60}}?\b(?:prets?|emprunts?)\b"
    ),
    re.compile(rf"{SUM}[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,12}} aupres {ART}(?P<funders>{PARTY})"),
    re.compile(
        rf"\bsollicit\w+\b{_NO_PARTY}{{0,60}}?\b{_ASK_NOUN}\b{_NO_PARTY}{{0,90}}? (?:aupres|au titre|a"
        rf"|de) {ART}(?P<funders>{PARTY}{_AND}{{0,8}})"
    ),
    re.compile(
        rf"\bdemand\w+ {_NO_PARTY}{{0,24}}?\b{_ASK_NOUN}\b{_NO_PARTY}{{0,80}}?(?: (?:a|au|aux|a la|a l'"
        rf"|aupres|au titre|dans le cadre)|\baux? )[^\w.;]?{ART}(?P<funders>{PARTY}{_ALSO}{{0,8}})"
    ),
    re.compile(
        rf"\b(?:demandes?|demander|sollicit\w+)(?: de)?(?: subventions?| financement)? (?:de la |la |le "
        rf"|du |au titre (?:de la |du )?)?(?P<funders>{PARTY}{_AND}{{0,8}})"
    ),
)
_AGENT = re.compile(
    rf"\b(?:{_GIVEN}|versement) (?:\w+ )?par {ART}(?P<funders>{PARTY}{_AND}{{0,3}})"
    rf"|\bprise?s? en charge par {ART}(?P<others>{PARTY})(?=[^.;,{PARTY[1:-1]}]{{0,30}}(?:{SUM}|{SHARE}))"
)
_SUBJECT = re.compile(
    rf"(?P<funders>{PARTY})(?: \([^)]{{0,12}}\))?,?(?: (?!pour\b|est\b|de\b)[\w']{{1,14}}){{0,3}} (?:a |va "
    rf"|pourra |peut |s'engage a |souhaite |propose de )?(?:{_GIVING}|accorde|alloue|attribue|verse"
    rf"|octroye)\b"
)
# « sollicite l'Agence pour une aide de 11 680 € et le Syndicat pour une aide de 7 300 € »
_ONE_EACH = re.compile(
    rf"(?: [–-])? (?:pour|a hauteur de)[^.;,{PARTY[1:-1]}{SUM[1:-1]}]{{0,40}}"
    rf"(?: {SUM}|,? soit {SUM})(?:,| et| ainsi que| puis)"
)
_OF = re.compile(
    rf"\b{NOUN}(?: d'(?:equilibre|exploitation|investissement))?"
    rf"(?: (?!d[eu]s?\b|par\b|a\b)\w+){{0,2}} (?:de la |de l'|du |des |de |d')(?P<funders>{PARTY})"
)
# « une aide de 20 000 € du Département »
_SUM_OF = re.compile(
    rf"\b{NOUN}(?: (?!d[eu]s?\b|par\b|a\b)\w+){{0,2}} (?:d'un montant (?:\w+ )?)?(?:de |a hauteur de ){SUM}"
    rf"(?: (?:ht|ttc))? (?:de la part )?(?:de la |de l'|du |des |de |d')(?P<funders>{PARTY})"
)
# « Montant Aide du SDE Reste à charge 9 000 € 4 000 € 5 000 € »: three columns, the second is the aid.
_REST = r" (?:le )?(?:reste a (?:la )?(?:charge|financer)|part (?:communale|de la (?:commune|ville))|charge communale)"
_LEFT = re.compile(_REST)
_COLUMNS = re.compile(
    rf"\b{NOUN} {ART}(?P<funders>{PARTY}){_REST}[^.;{SUM[1:-1]}]{{0,60}}{SUM}[ |]{{0,3}}(?P<sum>{SUM})[ |]{{0,3}}{SUM}"
)
# « fixe la subvention du CCAS à 8 000 € »: whom the authority gives to.
_GIVEN_OF = re.compile(
    r"\b(?:fix|vot|arret|attribu|accord|allou)(?:e|er|ent)\b(?: (?:le montant (?:de )?|une |la |a )*)?$"
    r"|\b(?:fix|arret)(?:e|er) le montant de (?:la |l')$"
)
# « fixe la participation de la commune de Valbrun à 1 200 € »: what that commune pays.
_IS_PAID = re.compile(r"(?:participation|contribution|cotisation)s?\b")
_RIGHT_TO = re.compile(rf" (?:a|au|aux) {ART}(?P<recipient>{PARTY})")
_RECEIVED = re.compile(
    rf"\b(?:percev\w+|percoi\w+|beneficie\w*|recoi\w+|recu\w*|obten\w+|obtien\w+)\b[^.;]{{0,60}}\b{NOUN}"
)
_APPLIED = re.compile(
    rf"\b(?:candidat\w+ (?:a |pour )|repon\w+ a )(?:l'|un |cet )appel a (?:projets?"
    rf"|manifestation d'interet)[^.;{PARTY[1:-1]}]{{0,40}}(?P<funders>{PARTY})"
    rf"|\b(?:demandes? de (?:subventions?|financements?)|dossiers?)[^.;{PARTY[1:-1]}]{{0,60}}\b(?:au titre"
    rf"|dans le cadre|aupres) {ART}(?P<others>{PARTY})"
)
_PRONOUN = re.compile(
    rf"^\W*{ART}(?P<funders>{PARTY})[^;]*\.\s+(?:il|elle|celui-ci|celle-ci|ce dernier|cette derniere) (?:{_GIVING})\b"
)
_UNDER = re.compile(
    rf"{PARTY}[^.;{PARTY[1:-1]}]{{0,12}}(?:au titre|dans le cadre) (?:d[eu]s? |de la |de l'|d'|l'|la |le )?$"
)
_TILL = re.compile(r"\bregies? d'$")
_NEAR, _FAR = 45, 600
_BRACKET = re.compile(rf"[^.;,({PARTY[1:-1]}{SUM[1:-1]}]{{0,90}}\({SUM}")
_ASKER = re.compile(f"({PARTY})(?: \\w+){{0,4}} ?$")


def claims(sentence: Marked, decides: bool, joins: bool = False) -> list[Claim]:
    """The relations that a sentence states.

    ``decides``: it belongs to the operative part or proposes; ``joins``: the act's title speaks of membership.
    """
    text = sentence.text
    if is_guarantee(text):
        return [*guaranteed(sentence)] if decides else []
    others = _outside(text) if sentence.parties else ()  # each tells of a body
    outside = [claim for claim in others if not _is_under(text, claim) and not _is_own(sentence, claim)]
    if outside:
        return outside
    return [*fees(text, joins)] or ([*own_grants(text)] or [*own_payments(sentence)] if decides else [])


def _is_own(sentence: Marked, claim: Claim) -> bool:
    """« le versement par la commune d'un fonds de concours », « fixe la participation de la commune à »: its own."""
    fixed = claim.rule == "grant-of" and _GIVEN_OF.search(sentence.text, 0, claim.start)
    if claim.funder is None or not (fixed or claim.rule == "granted-by"):
        return False
    return sentence.party(claim.funder).value.kind == "authority"


def _is_under(text: str, claim: Claim) -> bool:
    """« de l'État au titre de la DETR »: the programme is no second funder."""
    place = text.find(claim.funder or "", claim.start)
    return claim.rule in ("asked-of", "applied-for") and bool(_UNDER.search(text, max(0, place - 60), place))


def _outside(text: str) -> Iterator[Claim]:
    """Bodies other than the speaker that give or are asked."""
    yield from by_share(text)
    yield from _told(text)
    if re.search(rf"\b{NOUN}\b|\bsollicit[^.;]{{0,200}}(?:{SUM}|{SHARE})", text):
        yield from _asked(text)
    for match in _COLUMNS.finditer(text):
        yield Claim(match["funders"], None, *match.span("sum"), "share-by")
    for match in _OF.finditer(text):
        if _LEFT.match(text, match.end()):
            continue
        told = _FIGURE.search(text, match.end(), match.end() + _NEAR) or _BRACKET.match(text, match.end())
        if told and (_IS_PAID.match(match[0]) or not _GIVEN_OF.search(text, 0, match.start())):
            to = _RIGHT_TO.match(text, match.end())
            yield Claim(match["funders"], to["recipient"] if to else None, match.start(), match.end(), "grant-of")
    for match in _SUM_OF.finditer(text):
        to = _RIGHT_TO.match(text, match.end())
        yield Claim(match["funders"], to["recipient"] if to else None, match.start(), match.end(), "grant-of")
    marks = set(_CHAIN.findall(text))
    if len(marks) == 1 and _RECEIVED.search(text) and not is_hoped(text):
        yield Claim(marks.pop(), None, 0, len(text), "received-from")


def _told(text: str) -> Iterator[Claim]:
    """Bodies that a verb makes a funder of."""
    for pattern, rule in (
        (_SUBJECT, "funder-as-subject"),
        (_AGENT, "granted-by"),
        (_APPLIED, "applied-for"),
        (_PRONOUN, "funder-as-pronoun"),
    ):
        for match in pattern.finditer(text):
            if rule == "granted-by" and TO_PERSONS.match(text, match.end()):
                continue
            for funder in _CHAIN.findall(match[match.lastgroup or 0]):
                yield Claim(funder, _receiver(text, match, funder), match.start(), match.end(), rule)
            yield from likewise(text, match.end())
    yield from promised(text)


def _asked(text: str) -> Iterator[Claim]:
    """Bodies of which money is asked; a régie d'avances « auprès de » a service asks nothing."""
    for pattern in _ASKED:
        for match in pattern.finditer(text):
            till = _TILL.search(text, max(0, match.start() - 12), match.start())
            if not till and not is_unasked(text, match.start(), match.end("funders")):
                yield from [*_chained(text, match), *asked_likewise(text, match.end())]
                yield from likewise(text, match.end()) if _ONE_EACH.match(text, match.end()) else ()


def _chained(text: str, match: re.Match[str]) -> Iterator[Claim]:
    """Each body of a chain: « de l'État (DETR : 20 000 €) et du Département (10 000 €) » gives each its own figure."""
    start, end = match.span("funders")
    places = [place.start() for place in _CHAIN.finditer(text, start, end)]
    if len(places) == 1 or not _FIGURE.search(text, start, end):
        for place in places:
            yield Claim(text[place], None, match.start(), match.end(), "asked-of", _asker(text, match.start()))
        return
    for place, following in pairwise([*places, end + 18]):
        yield Claim(text[place], None, place, min(following, len(text)), "share-by")


def _asker(text: str, start: int) -> str | None:
    """Who asks, where it is told right before the verb: « l'association X a sollicité »."""
    before = _ASKER.search(text, max(0, start - 60), start)
    return before[1] if before else None


def _receiver(text: str, match: re.Match[str], funder: str) -> str | None:
    start = match.end(match.lastgroup or 0)
    to = TO.search(text, start, start + _FAR)
    return to["recipient"] if to and to["recipient"] != funder else None
