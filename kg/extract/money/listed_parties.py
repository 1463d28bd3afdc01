"""The bodies that follow « avec », « entre » or « liant »: « entre l'EPT, la Ville de X, Habitat Y et l'État ».

Each place of the list holds a body of the gazetteer, a type word with or without a name, or a proper name of which
nothing says the kind. A body told by its kind alone (« avec l'association », « avec cette société ») is the one body
of that kind that the act names.
"""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.money.context import Deliberation
from kg.extract.organisations import Party
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
_NAME = re.compile(
    r"(?!(?:M|MM|Mme|Mmes|Mlle|Monsieur|Madame|Messieurs|Mesdames|Maître|Me|HT|TTC|Vu|Article|Il|Elle)\b)"
    r"(?P<name>(?:[A-ZÀ-Ý][\w&.'’-]*\w|[A-Z]{2,})"
    r"(?: (?:(?:de|du|des|de la|en|sur|les?|la|d'Ile|&) )?(?!(?:HT|TTC)\b)[A-ZÀ-Ý][\w&.'’-]*){0,6})"
)
# A kind told alone: who it is, the rest of the act says.
_KIND = re.compile(
    r"(?P<kind>association|societe|entreprise|office|organisme|bailleur|agence|club|syndicat|collectivite|fondation"
    r"|cooperative|centre|caisse|etablissement|universite|federation|chambre|ecole|college|lycee|cabinet|groupement"
    r"|commune|ville|departement|region|communaute de communes|communaute d'agglomeration|metropole|prestataire"
    r"|beneficiaires?|emprunteur|attributaires?|titulaire|interesse|preneur|partenaires?)\b"
)
# « l'association cinéma public », at the end of what is said.
_SMALL = re.compile(
    r"(?:association|coopérative|compagnie|collectif|société|club) (?P<name>(?!et |qui |pour |sera |de |du |à )"
    r"[a-zà-ÿ][\w'’-]+(?: [a-zà-ÿ][\w'’-]+){0,3}?)(?=\s*(?:$|[.,;)\n]| (?:pour|relati|concernant|au titre|dans)))"
)
_LONGEST = 320


def listed_parties(deliberation: Deliberation, zone: Zone, start: int, end: int) -> list[Found[Party]]:
    """The bodies of the first list of the zone whose cue stands between two offsets; « entre » takes two of them."""
    for cue in zone.part(start, end).find(_CUE):
        found = [*_chain(deliberation, zone.part(cue.end(), cue.end() + _LONGEST))]
        if len(found) > (cue["cue"] == "entre"):
            return found
    return []


def _chain(deliberation: Deliberation, zone: Zone) -> Iterator[Found[Party]]:
    known = {found.start: found for found in deliberation.parties_in(zone)}
    position = zone.start
    while position < zone.end:
        article = _ARTICLE.match(zone.view.folded, position, zone.end)
        start = article.end() if article else position
        found = known.get(start) or _unnamed(deliberation, zone, start) or _proper(zone, start)
        if found is None:
            return
        yield found
        separator = _SEPARATOR.match(zone.view.folded, found.end, zone.end)
        if separator is None:
            return
        position = separator.end()


def _proper(zone: Zone, start: int) -> Found[Party] | None:
    """A name that begins with a capital, whatever kind of body it is."""
    named = _NAME.match(zone.view.text, start, zone.end)
    if named is None:
        return None
    name = collapse(named["name"]).rstrip(".,'’-")
    return Found(Party(Organisation(name), "société"), start, start + len(named["name"].rstrip(".,'’-")))


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
    return Found(party, start, told.end()) if party else None


def of_kind(deliberation: Deliberation, kind: str) -> Party | None:
    """The one body that the act names with this word, or to which it gives where the word says no more than that."""
    others: dict[str, Party] = {}  # by name; « X Trégor Argoat » is « X Trégor » told in full
    for found in deliberation.parties:
        name = fold_same_length(found.value.organisation.name)
        if name.startswith(kind) and not found.value.bare and not deliberation.is_authority(found.value):
            others[name] = found.value
    shortest = min(others, key=len, default="")
    return others[shortest] if others and all(name.startswith(shortest) for name in others) else None
