"""The bodies that follow « avec », « entre » or « liant »: « entre l'EPT, la Ville de X, Habitat Y et l'État ».

Each place of the list holds a body of the gazetteer, a type word with or without a name, or a proper name of which
nothing says the kind. A body told by its kind alone (« avec l'association », « avec cette société ») is the one body
of that kind that the act names.
"""

import re
from collections.abc import Iterable, Iterator

from kg.extract.act import Zone
from kg.extract.money.context import Deliberation
from kg.extract.organisations import Party
from kg.extract.organisations.body_names import name_end
from kg.model import Organisation
from kg.text.found import Found
from kg.text.view import collapse, fold_same_length

_CUE = re.compile(
    r"(?<!liaison )(?<!route )(?<!piste )(?<!limite )(?<!section )(?<!carrefour )(?<!equilibre )"
    r"\b(?P<cue>avec|entre|liant|associant)\s{1,2}(?:d'une part,? )?"
)
_ARTICLE = re.compile(
    r"(?:(?:d'une part,?|d'autre part,?|pour|chacun d[ue]s?|chacune des|messieurs|monsieur|madame) )?"
    r"(?:l['’ ]|la |le |les |cette |cet |ce |ladite |ledit )?"
)
_SEPARATOR = re.compile(
    r"\s?(?:\([^()]{1,40}\)\s?)?(?:,? d'(?:une|autre) part)?"
    r"(?:,\s(?:et |d'autre part,? )?|\set\s(?:d'autre part,? )?|\sainsi que\s|\s?/\s|\s-\s(?=l[ae]s? ))"
    r"(?:avec |entre )?"
)
_NO_NAME = re.compile(
    r"(?:M|MM|Mme|Mmes|Mlle|Monsieur|Madame|Messieurs|Mesdames|Maître|Me|HT|TTC|Vu|Article|Il|Elle|D[EÉ]CIDE|SOLLICITE|AUTORISE|APPROUVE"
    r"|DIT|CHARGE|PR[EÉ]CISE|ATTRIBUE|FIXE|DONNE|ACCEPTE|VALIDE|DEMANDE|PREND|CONFIRME)\b"
)
# In a list, « et » before a name begins another body.
_NEXT = re.compile(r"\set\s(?=[A-ZÀ-Ý])|,")
# « A, la communauté de communes B et C et la commune de D »: the last « et » closes the list.
_CLOSES = re.compile(r"\s(?:et|ainsi que)\s(?:l[ae]s?\s|l'|d'autre part)")
# « l'Union basket Haut-Doux »: the name of a club may hold common words.
_CLUB = re.compile(
    r"(?:Union|Racing|Cercle|Entente|[ÉE]toile|Avenir|Stade|Olympique|Sporting|Ligue|Collectif|Comité|Groupement)\b"
)
# « l'atelier Kern & Vallier », « la Mission locale de la Serre »: what it is, then its own name
_LED_BY_KIND = re.compile(
    r"(?:atelier|bureau d['’](?:études?|architectes?)|étude(?: notariale)?|[Mm]ission [Ll]ocale"
    r"(?: rurale| intercommunale)? (?:de la|d[eu]s?|pour)) (?=[A-ZÀ-Ý])|[Mm]ission [Ll]ocale d(?:e l)?['’](?=[A-ZÀ-Ý])"
)
_QUARTER = re.compile(r"(?:Est|Ouest|Nord|Sud)\b(?! [A-ZÀ-Ý])")
_NUMBER = re.compile(r" \d{2}(?=\s?[(,.;]|\set\s|$)")
# Bodies that are named by what they are.
_SELF = re.compile(
    r"(?:chambre (?:regionale |departementale )?(?:d'agriculture|de commerce|des metiers"
    r"|de l'economie sociale(?: et solidaire)?)|caisse des ecoles"
    r"|mission locale|rectorat|prefecture|tresor public|centre hospitalier|office (?:municipal |intercommunal )?"
    r"de tourisme)\b(?! d[eu']| et d)"
)
# A kind told alone: who it is, the rest of the act says.
_KIND = re.compile(
    r"(?P<kind>association|societe|entreprise|office|organisme|bailleur|agence|club|syndicat|collectivite|fondation"
    r"|cooperative|centre|caisse|etablissement|universite|federation|chambre|ecole|college|lycee|cabinet|groupement"
    r"|mission|office|rectorat|prefecture|tresor|commune|ville|departement|region"
    r"|communaute de communes|communaute d'agglomeration|metropole|prestataire"
    r"|beneficiaires?|emprunteur|attributaires?|titulaire|interesse|preneur|partenaires?)\b"
)
# « l'association cinéma public », at the end of what is said.
_SMALL = re.compile(
    r"(?:association|coopérative|compagnie|collectif|société|club) (?P<name>(?!et |qui |pour |sera |de |du |à )"
    r"[a-zà-ÿ][\w'’-]+(?: [a-zà-ÿ][\w'’-]+){0,3}?)(?=\s*(?:$|[.,;)\n]| (?:pour|relati|concernant|au titre|dans)))"
)
_AGREEMENT = re.compile(r"\b(?:convention|avenant|contrat|protocole)s?\b")
_POINTED = re.compile(
    r"(?:\s(?:a|devant)\s\w+)?\s{1,2}(?:avec|entre\s[^.;]{3,60}\set)\s{1,2}"
    r"(?:ce\sdernier|cette\sderniere|celui-ci|celle-ci)\b"
)
_LONGEST, _BACK = 320, 250


def listed_parties(deliberation: Deliberation, zone: Zone, start: int, end: int) -> list[Found[Party]]:
    """The bodies of the first list of the zone whose cue stands between two offsets; « entre » takes two of them."""
    for cue in zone.part(start, end).find(_CUE):
        found = [*_chain(deliberation, zone.part(cue.end(), cue.end() + _LONGEST))]
        if len(found) > (cue["cue"] == "entre"):
            return found
    return []


def pointed_at(deliberation: Deliberation, zone: Zone, start: int, end: int) -> list[Found[Party]]:
    """« la convention à intervenir avec cette dernière »: the body named last before."""
    if not _POINTED.match(zone.view.folded, end, zone.end):
        return []
    before = zone.part(max(zone.start, start - _BACK), start)
    named = [found for found in deliberation.parties_in(before) if not deliberation.is_authority(found.value)]
    return [found for found in named if not found.value.bare and found.value.kind != "programme"][-1:]


def partner_of(deliberation: Deliberation) -> Organisation | None:
    """The one other body that the act's agreement binds, whatever kind of body it is."""
    if deliberation.partner:
        return deliberation.partner
    decided = [sentence for sentence in deliberation.sentences if sentence.start >= deliberation.operative_start]
    return _bound(deliberation, decided) or _bound(deliberation, deliberation.sentences)


def _bound(deliberation: Deliberation, sentences: Iterable[Zone]) -> Organisation | None:
    """The one body that the agreements of these sentences bind."""
    found: dict[str, Organisation] = {}
    for sentence in sentences:
        for agreement in sentence.find(_AGREEMENT):
            for party in listed_parties(deliberation, sentence, agreement.start(), sentence.end):
                if not deliberation.is_authority(party.value) and not party.value.bare:
                    found[party.value.organisation.name.lower()] = party.value.organisation
    return next(iter(found.values())) if len(found) == 1 else None


def _chain(deliberation: Deliberation, zone: Zone) -> Iterator[Found[Party]]:
    known = {found.start: found for found in deliberation.parties_in(zone)}
    position, listing = zone.start, False
    while position < zone.end:
        article = _ARTICLE.match(zone.view.folded, position, zone.end)
        start = article.end() if article else position
        found = known.get(start) or _unnamed(deliberation, zone, start) or _proper(zone, start)
        if found is None:
            return
        found = _cut(zone, found) if listing else found
        yield found
        separator = _SEPARATOR.match(zone.view.folded, found.end, zone.end)
        if separator is None:
            return
        position, listing = separator.end(), separator[0].strip() == ","


def _cut(zone: Zone, found: Found[Party]) -> Found[Party]:
    """« A, communauté de communes de B et C »: the « et » that closes a list begins another body."""
    following = _NEXT.search(zone.view.text, found.start, found.end)
    if following is None or (following[0] != "," and _CLOSES.match(zone.view.folded, found.end, zone.end)):
        return found
    name = Organisation(zone.printed(found.start, following.start()))
    return Found(Party(name, found.value.kind), found.start, following.start())


def _proper(zone: Zone, start: int) -> Found[Party] | None:
    """A name that begins with a capital, whatever kind of body it is."""
    text = zone.view.text
    led = _LED_BY_KIND.match(text, start, zone.end)
    own = led.end() if led else start
    if own >= zone.end or not text[own].isupper() or _NO_NAME.match(text, own):
        return None
    quarter = _QUARTER.match(text, own, zone.end) if led else None
    end = (
        quarter.end() if quarter else name_end(text, own, zone.end, "association" if _CLUB.match(text, own) else "nom")
    )
    following = _NEXT.search(text, own, end)
    end = following.start() if following else end
    number = _NUMBER.match(text, end, zone.end)
    end = number.end() if number else end
    return Found(Party(Organisation(zone.printed(start, end)), "société"), start, end) if end > own + 1 else None


def _unnamed(deliberation: Deliberation, zone: Zone, start: int) -> Found[Party] | None:
    """The one body of the act of a kind that is told without a name, or with one in small letters."""
    told = _KIND.match(zone.view.folded, start, zone.end)
    if told is None:
        return None
    small = _SMALL.match(zone.view.text, start, zone.end)
    if small:
        name = Organisation(collapse(small[0]), (collapse(small["name"]),))
        return Found(Party(name, "association"), start, small.end())
    party = of_kind(deliberation, told["kind"])
    if party:
        return Found(party, start, told.end())
    itself = _SELF.match(zone.view.folded, start, zone.end)
    return (
        Found(Party(Organisation(zone.printed(start, itself.end())), "établissement"), start, itself.end())
        if itself
        else None
    )


def of_kind(deliberation: Deliberation, kind: str) -> Party | None:
    """The one body that the act names with this word, or to which it gives where the word says no more than that."""
    others: dict[str, Party] = {}  # by name; « X Trégor Argoat » is « X Trégor » told in full
    for found in deliberation.parties:
        name = fold_same_length(found.value.organisation.name)
        if name.startswith(kind) and not found.value.bare and not deliberation.is_authority(found.value):
            others[name] = found.value
    shortest = min(others, key=len, default="")
    return others[shortest] if others and all(name.startswith(shortest) for name in others) else None
