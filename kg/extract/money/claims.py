"""Who gives, who is asked and who receives, in one marked sentence.

A claim is one grammatical relation: a body that funds (subject, agent of a passive, one that is asked), and a body or
nobody that receives. Amounts and shares are joined to claims afterwards.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.money.marked import PARTY, SHARE, SUM, Marked

NOUN = (
    r"(?:subventions?|aides?(?: financieres?)?|participations?(?: financieres?)?|fonds de concours"
    r"|cotisations?|contributions?(?: financieres?)?"
    r"|dotations?|financements?|co-?financements?|soutien(?: financier)?|concours(?: financiers?)?"
    r"|avances?|prets?|emprunts?|bourse|garanties?)"
)
_GIVING = (
    r"(?:vers(?:e|ent|era|eront|er)|accord(?:e|ent|era|er)|attribu(?:e|ent|era|er)|allou(?:e|ent|era|er)"
    r"|octroi(?:e|ent|era)|octroyer|(?:co-?)?financ(?:e|ent|era|er)"
    r"|apport(?:e|ent|era|er)|subventionn(?:e|era|er)|(?:particip|contribu)(?:e|ent|era|er)"
    r"(?=(?: financierement)? (?:au financement|a hauteur|pour un montant|aux? (?:travaux|frais|depenses))"
    r"|[^.;]{0,60} par le biais)"
    r"|reconduit|prend(?:ra)? en charge)"
)
_GIVEN = r"(?:accord|allou|vers|attribu|octroy|financ|cofinanc|subventionn|notifi|consenti|apport|garanti)\w{0,2}e?s?"
_ART = (
    r"(?:l'|la |le |les |d'|du |de la |de l'|des |de |au |aux |a la |a l'|a |(?:monsieur|m\.|madame|mme) (?:le |la )?)*"
)
_AND = rf"(?:[^\w{PARTY[1:-1]}.;]{{0,12}}(?:et |ou |ainsi que |puis |aupres )?(?:{_ART}){PARTY})"
_CHAIN = re.compile(PARTY)

_ASK_NOUN = (
    r"(?:subventions?|aides?|participations?|fonds de concours|contributions?|dotations?|(?:co-?)?financements?"
    r"|soutien|concours|prets?|emprunts?)"
)
_NO_PARTY = f"[^.;{PARTY[1:-1]}]"
_ASKED = (
    re.compile(rf"\b{_ASK_NOUN}\b{_NO_PARTY}{{0,140}}?\baupres\b{_NO_PARTY}{{0,45}}?(?P<funders>{PARTY}{_AND}{{0,8}})"),
    re.compile(
        rf"\b(?:sollicit\w+"
        rf"|demand\w+)\b{_NO_PARTY}{{0,60}}?\baupres\b{_NO_PARTY}{{0,40}}?(?P<funders>{PARTY}{_AND}{{0,8}})[^.;]{{0,60}}?\b{_ASK_NOUN}"
    ),
    re.compile(rf"\bsollicit\w+ {_ART}(?P<funders>{PARTY}{_AND}{{0,8}})"),
    re.compile(
        rf"\bsollicit\w+\b{_NO_PARTY}{{0,60}}?\b{_ASK_NOUN}\b{_NO_PARTY}{{0,90}}? (?:aupres|au titre|a"
        rf"|de) {_ART}(?P<funders>{PARTY}{_AND}{{0,8}})"
    ),
    re.compile(
        rf"\bdemand\w+ {_NO_PARTY}{{0,24}}?\b{_ASK_NOUN}\b{_NO_PARTY}{{0,80}}?(?: (?:a|au|aux|a la|a l'"
        rf"|aupres|au titre|dans le cadre)|\baux? )[^\w.;]?{_ART}(?P<funders>{PARTY}{_AND}{{0,8}})"
    ),
    re.compile(
        rf"\b(?:demandes?|demander|sollicit\w+)(?: de)?(?: subventions?| financement)? (?:de la |la |le "
        rf"|du |au titre (?:de la |du )?)?(?P<funders>{PARTY}{_AND}{{0,8}})"
    ),
)
_AGENT = re.compile(rf"\b{_GIVEN} (?:\w+ )?par {_ART}(?P<funders>{PARTY}{_AND}{{0,3}})")
# « subventionné à hauteur de 50 % par X et à hauteur de 25 % par Y »
_SHARED = re.compile(rf"\b(?:a hauteur de |a ){SHARE} par {_ART}(?P<funders>{PARTY})")
_SHARED_CUE = re.compile(r"\b(?:co-?)?(?:subventionn|financ)\w*\b")
_NO_RATE = r"(?! ?(?:/|par ?)(?:an et par )? ?(?:habitant|hab\b|agent|eleve))"
# « d'adhérer à X pour un montant de 200 € (cotisation annuelle) »
_MEMBER = re.compile(
    rf"\badher\w+ (?:a|au|aux) {_ART}(?P<recipient>{PARTY})?[^.;]{{0,160}}?{SUM}{_NO_RATE}[^.;]{{0,30}}?\bcotisation"
)
_FEE = re.compile(rf"\bcotisation\b[^.;{SUM[1:-1]}]{{0,120}}?\b(?:de|a) {SUM}{_NO_RATE}")
_SUBJECT = re.compile(
    rf"(?P<funders>{PARTY})(?: \([^)]{{0,12}}\))?,?(?: (?!pour\b|est\b|de\b)[\w']{{1,14}}){{0,3}} (?:a |va "
    rf"|pourra |peut |s'engage a |souhaite |propose de )?(?:{_GIVING}|accorde|alloue|attribue|verse"
    rf"|octroye)\b"
)
_OF = re.compile(
    rf"\b{NOUN}(?: (?!d[eu]s?\b|par\b|a\b)\w+){{0,2}} (?:de la |de l'|du |des |de |d')(?P<funders>{PARTY})"
)
_RECEIVED = re.compile(
    rf"\b(?:percev\w+|percoi\w+|beneficie\w*|recoi\w+|recu\w*|obten\w+|obtien\w+)\b[^.;]{{0,60}}\b{NOUN}"
)
_APPLIED = re.compile(
    rf"\b(?:candidat\w+ (?:a |pour )|repon\w+ a )(?:l'|un |cet )appel a (?:projets?"
    rf"|manifestation d'interet)[^.;{PARTY[1:-1]}]{{0,40}}(?P<funders>{PARTY})"
    rf"|\b(?:demandes? de (?:subventions?|financements?)|dossiers?)[^.;{PARTY[1:-1]}]{{0,60}}\b(?:au titre"
    rf"|dans le cadre|aupres) {_ART}(?P<others>{PARTY})"
)
_PRONOUN = re.compile(
    rf"^\W*{_ART}(?P<funders>{PARTY})[^;]*\.\s+(?:il|elle|celui-ci|celle-ci|ce dernier|cette derniere) (?:{_GIVING})\b"
)
_DECIDING = re.compile(
    rf"\b(?:attribu(?:e|er|ent|ion d'une)|accord(?:e|er|ent)|allou(?:e|er|ent)|octroi(?:e|ent)?|octroyer"
    rf"|propose (?=une subvention)"
    rf"|vers(?:e|er|ent|ement d'une)|vot(?:e|er|ent) (?:une|la|les)"
    rf"|particip(?:er|e) (?:au financement|a hauteur)|recondui(?:re|t)|adhere?r?|renouvel\w+ (?:son|l'"
    rf"|notre) adhesion|d'apporter|apporte)\b"
    rf"[^.;]{{0,170}}?(?:\b(?P<noun>subventions?|fonds de concours|aides?|cotisation|avance|dotation"
    rf"|concours|financement|operations?)|(?P<shared>participation|contribution))\b"
    rf"[^.;]{{0,220}}?{SUM}"
)
_TO = re.compile(
    rf"\b(?:a|au|aux|en faveur|au profit|au benefice|pour|a l'adresse|envers) {{0,1}}(?:d[eu]s? |de la "
    rf"|de l'|d'|l'|la |le |les )?(?P<recipient>{PARTY})"
)
_FOR_SOCIETY = re.compile(
    rf"\b(?:emprunts?|prets?) que {_ART}(?P<debtor>{PARTY})|"
    rf"\b(?:souscrit|contracte|realise|souscrire|contracter)\w* par {_ART}(?P<recipient>{PARTY})"
)


_ALSO = re.compile(
    rf"[^.;:{SUM[1:-1]}]{{0,110}}?(?:,|\bet) (?:d'attribuer |d'accorder )?une (?:subvention|aide|participation)"
    rf" (?:\w+ )?(?:de |d'un montant de |a hauteur de ){SUM}"
)
_GUARANTEE = re.compile(r"\bgaranties?\b[^.;]{0,200}(?:emprunt|pret)|\bgarantir? |cautionn")
_TILL = re.compile(r"\bregies? d'$")
_NEAR, _FAR = 45, 600
_ASKER = re.compile(f"({PARTY})(?: \\w+){{0,4}} ?$")


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation: the funder's mark or None for the deciding authority, the recipient's mark, and where it stands."""

    funder: str | None
    recipient: str | None
    start: int
    end: int
    rule: str
    asker: str | None = None


def claims(sentence: Marked, decides: bool, joins: bool = False) -> list[Claim]:
    """The relations that a sentence states.

    ``decides``: it belongs to the operative part or proposes; ``joins``: the act's title speaks of membership.
    """
    text = sentence.text
    if _guarantee(text):
        return [*_guaranteed(sentence)] if decides else []
    outside = [*_outside(text)]
    if outside:
        return outside
    return [*_fees(text, joins)] or ([*_own(text)] if decides else [])


def _fees(text: str, joins: bool) -> Iterator[Claim]:
    """What membership of a body costs the deciding authority."""
    fee = _MEMBER.search(text) or (_FEE.search(text) if joins else None)
    if fee:
        recipient = fee["recipient"] if fee.re is _MEMBER else None
        yield Claim(None, recipient, fee.start(), len(text), "membership-fee")


def _guarantee(text: str) -> bool:
    return bool(_GUARANTEE.search(text))


def _guaranteed(sentence: Marked) -> Iterator[Claim]:
    text = sentence.text
    verb = re.search(
        rf"\b(?:(?:accord|apport|octro[iy])\w* (?:(?:a|au) {_ART}{PARTY} )?(?:sa|la|une) garantie|garanti[rt]?\b)",
        text,
    )
    if not verb or not re.search(f"{SUM}|{SHARE}", text):
        return
    debtor = _FOR_SOCIETY.search(text) or _TO.search(text, verb.start())
    yield Claim(None, debtor[debtor.lastgroup or 0] if debtor else None, verb.start(), len(text), "guarantee")


def _outside(text: str) -> Iterator[Claim]:
    """Bodies other than the speaker that give or are asked."""
    yield from _by_share(text)
    yield from _told(text)
    if re.search(rf"\b{NOUN}\b", text):
        yield from _asked(text)
    for match in _OF.finditer(text):
        if re.search(f"{SUM}|{SHARE}", text[match.end() : match.end() + _NEAR]):
            yield Claim(match["funders"], None, match.start(), match.end(), "grant-of")
    marks = set(_CHAIN.findall(text))
    if len(marks) == 1 and _RECEIVED.search(text):
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
            for funder in _CHAIN.findall(match[match.lastgroup or 0]):
                yield Claim(funder, _receiver(text, match, funder), match.start(), match.end(), rule)


def _by_share(text: str) -> Iterator[Claim]:
    """Bodies whose share of a cost stands right before them."""
    if _SHARED_CUE.search(text):
        for match in _SHARED.finditer(text):
            yield Claim(match["funders"], None, match.start(), match.end(), "share-by")


def _asked(text: str) -> Iterator[Claim]:
    """Bodies of which money is asked; a régie d'avances « auprès de » a service asks nothing."""
    for pattern in _ASKED:
        for match in pattern.finditer(text):
            if not _TILL.search(text, max(0, match.start() - 12), match.start()):
                for funder in _CHAIN.findall(match["funders"]):
                    yield Claim(funder, None, match.start(), match.end(), "asked-of", _asker(text, match.start()))


def _asker(text: str, start: int) -> str | None:
    """Who asks, where it is told right before the verb: « l'association X a sollicité »."""
    before = _ASKER.search(text, max(0, start - 60), start)
    return before[1] if before else None


def _receiver(text: str, match: re.Match[str], funder: str) -> str | None:
    start = match.end(match.lastgroup or 0)
    to = _TO.search(text, start, start + _FAR)
    return to["recipient"] if to and to["recipient"] != funder else None


def _own(text: str) -> Iterator[Claim]:
    """The deciding authority gives: « attribuer à … une subvention de … ». A participation goes to somebody named."""
    verb = _DECIDING.search(text)
    if not verb:
        return
    to = _TO.search(text, verb.start())
    if to or verb["noun"]:
        yield Claim(None, to["recipient"] if to else None, verb.start(), verb.end(), "decided-grant")
        yield from _others(text, verb.end())


def _others(text: str, position: int) -> Iterator[Claim]:
    """« …, une subvention de … à …, et une subvention de … à … »: each amount is a grant of its own."""
    while following := _ALSO.match(text, position):
        to = _TO.search(text, following.end(), following.end() + 14)
        yield Claim(None, to["recipient"] if to else None, position, following.end(), "decided-grant")
        position = following.end()
