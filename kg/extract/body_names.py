"""Where the proper name of a body ends, after the word that says its kind: « Communauté de communes *du Pays de X* »."""

import re

from kg.text.view import fold_same_length

_TOKEN = re.compile(r"[ \n]{0,2}(?P<word>[dDlL]'|[\w]+(?:(?:[.&'-]|-[ \n](?=[A-ZÀ-Ý]))[\w]+)*)")
_QUOTED = re.compile(r"[ \n]{0,2}[«\"“][ \n]?(?P<name>[^»\"”\n]{2,70}(?:\n[^»\"”\n]{1,50})?)[ \n]?[»\"”]")
_PARTICLES = frozenset("de d' du des la le les l' et en sur sous aux a pour lez dite denommee".split())
_OPENING = frozenset("de d' du des la le les l'".split())
# Words that are no part of a name even in capitals.
_STOPS = frozenset(
    "m mm mme mmes mlle monsieur madame messieurs mesdames president presidente maire prefet pour par avec qui que dans est a ont sera"
    " conseil seance deliberation deliberations registre extrait objet vu considerant article articles ainsi ht ttc euros total montant"
    " subvention subventions participation convention avenant annee exercice au titre votes voix present presents signe"
    " representee represente domicilie sise sis dont siege ci approuve autorise decide dit decembre janvier projet programme plan contrat"
    " autofinancement fonds etat depenses recettes ressources bureau vote compte proces-verbal compte-rendu tarif tarifs rapporteur il elle on une un republique liberte egalite"
    " commission reunion arrondissement canton nombre date lundi mardi mercredi jeudi vendredi samedi dimanche session l'an accord affichage"
    " envoye recu publie accuse certifie acte actes page definitif".split()
)
_TYPES = frozenset(
    "region departement commune communaute metropole ville syndicat association societe etat conseil caisse agence".split()
)
# Lower-case words that belong to the name of an association or of an establishment.
_COMMON = frozenset(
    "sportive sportif culturelle culturel communale communal intercommunale departementale departemental regionale regional locale local"
    " publique public anonyme mixte economie parents eleves anciens combattants amis sauvegarde patrimoine protection defense aide domicile"
    " donneurs sang benevoles jeunes loisirs familles rurales chasse peche sapeurs pompiers volontaires education populaire nationale"
    " francaise francais sportifs animation developpement gestion commercants artisans habitants eaux eau energie energies dechets"
    " ordures menageres traitement transports numerique amenagement mediation sociale social urbanisme parc zone bassin musique danse".split()
)
_WITH_COMMON = frozenset({"association", "établissement", "syndicat", "société"})
_MOST_TOKENS = 14


def quoted_name(text: str, start: int, end: int) -> re.Match[str] | None:
    """A name between quotation marks right after the type word."""
    return _QUOTED.match(text, start, end)


def name_end(text: str, start: int, end: int, kind: str) -> int:
    """The end of the proper name that begins at ``start``; ``start`` itself where there is none."""
    position = good = start
    pending: list[str] = []
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(text, position, end)
        if not token:
            break
        word = token["word"]
        if good == start and not pending and "\n" in token[0]:
            break  # the next line of a table
        folded = fold_same_length(word)
        if folded in _PARTICLES and not (good > start and folded == "a"):
            pending.append(folded)
            if len(pending) > 3 or (good == start and pending[0] not in _OPENING | {"pour", "dite", "denommee"}):
                break
        elif _belongs(word, folded, kind, pending, good > start):
            good = token.end("word")
            pending = []
        else:
            break
        position = token.end()
    return good


def _belongs(word: str, folded: str, kind: str, pending: list[str], begun: bool) -> bool:
    if folded in _STOPS or (folded in _TYPES and (begun or "et" in pending)):
        return False
    if word[0].isupper():
        return "pour" not in pending or kind == "association"
    if word[0].isdigit():
        return begun and not pending and len(word) <= 2 and kind == "association"
    return kind in _WITH_COMMON and folded in _COMMON
