"""What the deciding authority gives: grants that it decides, guarantees, what membership costs it."""

import re
from collections.abc import Iterator

from kg.extract.money.claim import ART, TO, TO_KIND, Claim
from kg.extract.money.marked import PARTY, SHARE, SUM, Marked
from kg.text.cues import Holding

_NO_RATE = r"(?! ?(?:/|par ?)(?:an et par )? ?(?:habitant|hab\b|agent|eleve))"
# « d'adhérer à X pour un montant de 200 € (cotisation annuelle) »
_MEMBER = re.compile(
    rf"\badher\w+ (?:a|au|aux) {ART}(?P<recipient>{PARTY})?[^.;]{{0,160}}?(?P<fee>{SUM}){_NO_RATE}"
    rf"[^.;]{{0,30}}?\bcotisation"
)
# « d'adhérer à X et de verser la cotisation annuelle de 150 € », « l'adhésion au X pour une cotisation de … »
_MEMBER_FIRST = re.compile(
    rf"\badhe(?:r\w+|sions?(?: de {ART}{PARTY})?) (?:a|au|aux) {ART}(?P<recipient>{PARTY})[^.;{PARTY[1:-1]}]{{0,90}}?"
    rf"\bcotisation\b[^.;]{{0,120}}?(?P<fee>{SUM}){_NO_RATE}"
)
# « la cotisation 2024 à l'association X pour un montant de 200 € », « d'adhérer à X pour un montant de 250 € »
_DUES = re.compile(
    rf"\b(?:cotisations?|adhe(?:sions?|r(?:er|e)))\b[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,40}} (?:a|au|aux) {ART}"
    rf"(?P<recipient>{PARTY})[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,90}}?\b(?:montant|moyennant|cotisation|s'eleve\w*|cout|tarif"
    rf"|soit|prix|somme)\b[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,40}}(?P<fee>{SUM}){_NO_RATE}"
)
# « le versement à X de la cotisation de 250 € », « le paiement de la cotisation de 120 € à X »
_PAID = re.compile(
    rf"\b(?:vers|pai|regl|acquitt|renouvel)\w+ (?:(?:a|au|aux) {ART}(?P<recipient>{PARTY})"
    rf"[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,30}}? )?(?:de |d')?(?:la |sa |l'|une |leur )?cotisation\b"
    rf"[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,60}}?\b(?:de|a|soit) (?P<fee>{SUM}){_NO_RATE}"
    rf"(?:[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,30}} (?:a|au|aux) {ART}(?P<to>{PARTY}))?"
)
# « X, avec laquelle il convient de conventionner en contrepartie d'une cotisation annuelle de 450 € »
_IN_RETURN = re.compile(
    rf"(?P<recipient>{PARTY})[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,160}}?\b(?:en contrepartie d'une|contre une|moyennant une"
    rf"|moyennant la|moyennant le (?:versement|paiement) d'une) cotisation\b"
    rf"[^.;{SUM[1:-1]}]{{0,40}}? (?:de|a) (?P<fee>{SUM}){_NO_RATE}"
)
_FEE = re.compile(rf"\bcotisation\b[^.;{SUM[1:-1]}]{{0,120}}?\b(?:de|a) (?P<fee>{SUM}){_NO_RATE}")
_DECIDING = re.compile(
    rf"\b(?:attribu(?:e|er|ent|ion (?:d'une?|de (?:la|cette|l')))|accord(?:e|er|ent)|allou(?:e|er|ent)"
    r"|octroi(?:e|ent| d'une?| de (?:la|cette|l'))|octroyer"
    rf"|propose (?=une subvention)|(?:f(?:aire|ait|ont)|effectue(?:r|nt)?|consent(?:ir)?) (?=un don\b|une donation\b)"
    rf"|vers(?:e|er|ent|ement (?:d'une?|de (?:la|cette|l')))|vot(?:e|er|ent) (?:une|la|les)"
    rf"|particip(?:er|e) (?:au financement|a hauteur)|recondui(?:re|t)|adhere?r?|renouvel\w+ (?:son|l'"
    rf"|notre) adhesion|d'apporter|apporte)\b"
    rf"[^.;]{{0,170}}?(?:\b(?P<noun>subventions?|fonds de concours|aides?|cotisation|avance|dotation|don|donation"
    r"|acompte|soutien|concours|financement|operations?)|(?P<shared>participation|contribution))\b"
    rf"[^.;]{{0,220}}?{SUM}"
    rf"|\bla (?P<due>subvention|participation) (?:\w+ )?de {SUM}[^.;]{{0,60}}? (?:sera|est|soit)"
    r" (?:versee|attribuee|accordee)\b"
)
# « fixe la participation annuelle à 3 600 € », « arrête la participation du Département à 312 450 € »
_FIXED = re.compile(
    rf"\b(?:fix|arret)(?:e|er)\b (?:a {SUM}[^.;]{{0,20}} )?(?:le montant de )?la"
    r" (?P<noun>participation|contribution|subvention)"
    rf"(?! des |[^.;:]{{0,20}} a (?:demander|reclamer|facturer))"
    rf"(?:[^.;:]{{0,30}}? (?:de la |de l'|du |d')(?P<of>{PARTY}))?[^.;:]{{0,60}}?(?:\b(?:a|de) {SUM})?"
)
# « fixe la participation à 35 € par agent et par mois »: what its staff is paid
_TO_STAFF = re.compile(
    rf"\bparticipation\b[^.;{SUM[1:-1]}]{{0,90}}{SUM}(?: \w+){{0,3}}? (?:par (?:mois et par )?|pour chaque )"
    r"(?:agent|salarie)e?\b"
)
_FOR_SOCIETY = re.compile(
    rf"\b(?:emprunts?|prets?) que {ART}(?P<debtor>{PARTY})|"
    rf"\b(?:souscrit|contracte|realise|souscrire|contracter)\w* par {ART}(?P<recipient>{PARTY})"
)


# « verser 200 € à X et 150 € à Y », « verser à X la somme de 200 € »: given, where X is no company.
_SUM_TO = re.compile(
    rf"\b(?:vers|attribu|accord|allou|octroy|octroi|donn)(?:er?|ent)\b(?: (?:une somme de|la somme de|un montant de))?"
    rf" {SUM}[^.;,{PARTY[1:-1]}{SUM[1:-1]}]{{0,30}} (?:a|au|aux|en faveur d[eu]|au profit d[eu]|au benefice d[eu]) ?"
    rf"{ART}(?P<first>{PARTY})"
    rf"|\b(?:vers|attribu|accord|allou|octroy|octroi|donn)(?:er?|ent) (?:a|au|aux) {ART}(?P<other>{PARTY})"
    rf"(?:[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,60}} (?:une|la) somme (?:\w+ )?de)? {SUM}"
)
_PART = re.compile(
    rf"\b(?:particip|contribu)er? (?:financierement )?(?:a hauteur de|pour (?:un montant de|la somme de)?) ?{SUM}"
    r" (?:a|au|aux)\b(?! (?:maximum|plus))|\b(?:particip|contribu)er? (?:financierement )?(?:a|au|aux) (?:l'|la )?"
    r"(?:financement|frais|cout|depenses?|travaux|achat|acquisition|organisation|projet|voyage|sejour|operation|fonds)\b"
    rf"[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,120}}? (?:a (?:la )?hauteur de|pour (?:un montant de|la somme de)?) ?{SUM}"
    r"(?! (?:par|/|maximum par))"
)
_SUM_ALSO = re.compile(rf"[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,40}}(?:,|\bet|-) ?{SUM} (?:a|au|aux) {ART}(?P<next>{PARTY})")
_ALSO = re.compile(
    rf"[^.;:{SUM[1:-1]}]{{0,110}}?(?:,|\bet) (?:(?:d'attribuer |d'accorder )?une (?:subvention|aide|participation)"
    rf" (?:\w+ )?(?:de |d'un montant de |a hauteur de ){SUM}|de {SUM}(?= (?:a|au|aux) {ART}{PARTY}))"
)
# « …, et à X une subvention de 500 € », « au Comité des fêtes 300 € »: the verb is said once.
_AND_TO = re.compile(
    rf"(?: (?:a|au|aux) {ART}{PARTY})?[^.;:{PARTY[1:-1]}{SUM[1:-1]}]{{0,60}}?(?:,|\bet|\bainsi qu')(?: enfin)?,? ?"
    rf"(?:a|au|aux) {ART}(?P<next>{PARTY}),?"
    r" (?:(?:une? (?:subvention|aide|participation|dotation|fonds de concours|don)|la somme|une somme|un montant"
    rf"|celle)(?: \w+){{0,2}}? (?:de |d'un montant de ))?{SUM}"
)
# « qu'une subvention de 300 € sera versée au ski-club »; to the authority it is no gift of its own.
_PASSIVE = re.compile(
    r"\bune (?:subvention|aide|dotation|participation)(?: (?!d[eu]\b|a\b|par\b)\w+){0,2}"
    rf" (?:d'un montant )?(?:de |a hauteur de ){SUM}[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,40}}? (?:est|sera|soit)"
    r" (?:donc |ainsi )?(?:accordee|attribuee|versee|allouee|octroyee|votee|reconduite)(?! par\b)"
    r"(?! (?:a|au) (?:la |l'|notre )?(?:commune|ville|collectivite|syndicat|communaute|departement|region|budget)\b)"
    rf"(?: (?:a|au|aux) {ART}(?P<recipient>{PARTY}))?"
)
_NOMINAL = re.compile(
    rf"\b(?:une|la|cette) (?:subvention|aide|participation|contribution|don)(?: (?!d[eu]\b|a\b|par\b)\w+){{0,2}}"
    rf" (?:d'un montant )?(?:de |a hauteur de ){SUM}(?!.{{0,30}}(?:demand|sollicit|reclam))"
    rf"[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,30}}?"
    rf" (?:a|au|aux|en faveur d[eu]|au profit d[eu]|au benefice d[eu]) ?{ART}(?P<recipient>{PARTY})"
)
# « une subvention d'équilibre de 45 000 € au budget annexe »: the authority gives nobody anything.
_INTERNAL = re.compile(rf"[^.;,{PARTY[1:-1]}]{{0,90}}?\b(?:au|aux|vers l[ea]s?|du) budgets?\b")
# « sollicite l'attribution d'une subvention de … »
_ASKED_FOR = re.compile(
    r"\b(?:sollicit|demand)\w*(?: (?!et\b)[\w']+){0,4} ?(?:l'|la |le |son |leur )?$"
    r"|\b(?:ayant pour objet|relati\w+|portant|concernant|modalites|conditions)(?: (?!et\b)[\w']+){0,2} ?(?:l'|d')?$"
)
_GUARANTEE = Holding(
    r"\bgarantie\b[^.;]{0,60}\bsomme (?:totale )?en principal"
    r"|\bgaranties?\b[^.;]{0,200}(?:emprunt|pret)|\bgarantir? |cautionn",
    ("garanti", "cautionn"),
)

# « accepte le versement de la participation communale estimée à 36 850 € »: to whom the agreement of the act binds it
_COMMUNAL = re.compile(
    r"\b(?:participation|contribution|quote-part) (?:financiere )?"
    r"(?:communale|communautaire|departementale|syndicale)\b"
    rf"[^.;{PARTY[1:-1]}{SUM[1:-1]}]{{0,60}}? (?:de|a|soit) {SUM}"
)


def fees(text: str, joins: bool) -> Iterator[Claim]:
    """What membership of a body costs the deciding authority."""
    fee = _MEMBER.search(text) or _MEMBER_FIRST.search(text) or _DUES.search(text) or _IN_RETURN.search(text)
    paid = None if fee else _PAID.search(text)
    if paid and (paid["recipient"] or paid["to"]):
        yield Claim(None, paid["recipient"] or paid["to"], paid.start("fee"), len(text), "membership-fee")
        return
    fee = fee or (_FEE.search(text) if joins else None)
    if fee:
        recipient = None if fee.re is _FEE else fee["recipient"]
        yield Claim(None, recipient, fee.start("fee"), len(text), "membership-fee")


def is_guarantee(text: str) -> bool:
    return bool(_GUARANTEE.search(text))


def guaranteed(sentence: Marked) -> Iterator[Claim]:
    text = sentence.text
    verb = re.search(
        rf"\b(?:(?:accord|apport|octro[iy])\w* (?:(?:a|au) {ART}{PARTY} )?(?:sa|la|une) garantie|garanti[rt]?\b"
        r"|garantie (?:[^.;]{0,40} )?est accordee\b)",
        text,
    )
    if not verb or not re.search(f"{SUM}|{SHARE}", text):
        return
    debtor = _FOR_SOCIETY.search(text) or TO.search(text, verb.start())
    yield Claim(None, debtor[debtor.lastgroup or 0] if debtor else None, verb.start(), len(text), "guarantee")


def own_grants(text: str) -> Iterator[Claim]:
    """The deciding authority gives: « attribuer à … une subvention de … ». A participation goes to somebody named."""
    if _TO_STAFF.search(text):
        return
    verb = _DECIDING.search(text)
    fixed = None if verb else _FIXED.search(text)
    if fixed and re.search(SUM, text[fixed.start() :]):
        to = TO.search(text, fixed.start())
        payer = None if fixed["noun"] == "subvention" else fixed["of"]  # « la participation de X » is what X pays
        yield Claim(payer, to["recipient"] if to else fixed["of"], fixed.start(), len(text), "grant-of")
    elif not verb:
        yield from [*_sums_to(text), *_shared(text), *_passive(text), *_communal(text)] or _nominal(text)
    if (
        not verb
        or _INTERNAL.match(text, verb.end())
        or _ASKED_FOR.search(text, max(0, verb.start() - 40), verb.start())
    ):
        return
    to = TO.search(text, verb.start())
    kind = TO_KIND.search(text, verb.start(), verb.end())
    if verb["due"] or (verb["shared"] and not to and not kind):
        yield Claim(None, None, verb.start(), verb.end(), "grant-of")
    elif to or verb["noun"] or kind:
        yield Claim(None, to["recipient"] if to else None, verb.start(), verb.end(), "decided-grant")
        yield from _others(text, verb.end())


def _nominal(text: str) -> Iterator[Claim]:
    """« approuve la subvention de 8 000 € au CCAS »: the noun tells the gift, whatever the verb."""
    told = _NOMINAL.search(text)
    if told and not _ASKED_FOR.search(text, 0, told.start()):
        yield Claim(None, told["recipient"], told.start(), told.end(), "decided-grant")


def _communal(text: str) -> Iterator[Claim]:
    part = _COMMUNAL.search(text)
    if part:
        yield Claim(None, None, part.start(), part.end(), "grant-of")


def _passive(text: str) -> Iterator[Claim]:
    told = _PASSIVE.search(text)
    if told and not _ASKED_FOR.search(text, 0, told.start()):
        yield Claim(None, told["recipient"], told.start(), told.end(), "decided-grant")


def _shared(text: str) -> Iterator[Claim]:
    """« de participer à hauteur de 1 200 € au financement de … »: what the authority pays of another's project."""
    part = _PART.search(text)
    if part:
        yield Claim(None, None, part.start(), part.end(), "decided-grant")


def _sums_to(text: str) -> Iterator[Claim]:
    given = _SUM_TO.search(text)
    while given:
        yield Claim(None, given[given.lastgroup or 0], given.start(), given.end(), "decided-sum")
        given = _SUM_ALSO.match(text, given.end()) or _AND_TO.match(text, given.end())


def _others(text: str, position: int) -> Iterator[Claim]:
    """« …, une subvention de … à …, et une subvention de … à … »: each amount is a grant of its own."""
    while following := _ALSO.match(text, position) or _AND_TO.match(text, position):
        to = TO.search(text, following.end(), following.end() + 14)
        named = following.groupdict().get("next") or (to["recipient"] if to else None)
        yield Claim(None, named, position, following.end(), "decided-grant")
        position = following.end()
