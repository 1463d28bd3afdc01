"""Sentences that run into a title in a text of one line: « Vente du presbytère Deux offres ont été reçues ».

Such a sentence is told by its finite verb: the title ends where the subject of that verb begins."""

import re

from kg.extract.layout.titles.proper import bears_name
from kg.extract.layout.words import PREPOSITIONS
from kg.text.names import is_given_name
from kg.text.view import fold_same_length

# Finite verbs that no title holds outside « … »: auxiliaries, and what minutes tell that people or things do.
_VERB = re.compile(
    r"(?<![\w'’])(?:(?:n['’]|s['’]|l['’]|se\s|ne\s|les\s|leur\s|y\s|en\s)?"
    r"(?:est|sont|ont|était|étaient|sera|seront|serait|seraient|avait|avaient|aura|auront|aurait|fut|furent|"
    r"a\s(?:été|eu|reçu|fait|pris|donné|décidé|demandé|proposé|émis|adressé|sollicité|obtenu|souhaité|rendu|"
    r"permis|conduit|transmis|informé|saisi|lancé|confié|voté|approuvé|\w{2,14}é(?:e|s|es)?)|"
    r"doit|doivent|devra|devront|peut|peuvent|pourra|pourront|prévoit|prévoient|permet|permettent|permettra|"
    r"souhaite|souhaitent|propose|proposent|demande(?=\s(?:à|au|aux|que|si|pourquoi|quand|\d|de\s\w{2,12}(?:er|ir|re)\s))|demandent|dispose|"
    r"disposent|précise|précisent|rappelle|rappellent|indique|indiquent|informe|expose|exposent|explique|expliquent|"
    r"convient|faut|comprend|comprennent|comporte|comportent|concerne|concernent|consiste|constitue|constituent|"
    r"s['’]élève|s['’]élèvent|s['’]établit|s['’]établissent|s['’]inscrit|s['’]inscrivent|s['’]agit|reste|restent|"
    r"devient|deviennent|vient|viennent|présente(?=\s(?:l|un|les|à|au))|présentent|sollicite|sollicitent|fixe|fixent|"
    r"définit|définissent|impose|imposent|oblige|obligent|prend|prennent|arrive\sà|appartient|existe|existent|"
    r"fait\s(?:remarquer|observer|savoir|valoir|part|état|lecture|le\spoint|l['’](?:historique|exposé))|lit(?=\sl)|"
    r"quitte|quittent|sort|sortent|participe|participent|rapporte|passe(?=\sde)|atteint|représente|représentent|"
    r"répond|rejoint|rejoignent|évoque|évoquent|signale|signalent|souligne|soulignent|regrette|remercie|revient|reviennent|suggère|"
    r"soumet|soumettent|déclare|détaille|commente|transmet|nécessite|nécessitent|envisage|envisagent|entre\sen\svigueur))(?!\w)"
)
_WORD = re.compile(r"\S+")
_CAPITALISED = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]['’])?[A-ZÀ-ÖØ-ÞŒ]\w*[a-zà-ÿ]|[LDNSCA]['’][A-ZÀ-Þa-z]|[A-ZÀ]\s")
# « Recensement de la voirie : L'État demande de mesurer toute la voirie ».
_DETERMINED = re.compile(
    r"(?:Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Cet|Il|Elle|Ils|Elles|On|Nous|Plusieurs|Deux|Trois)$|L['’][a-zà-ÿA-ZÀ-Þ]"
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:qui|que|dont|où|laquelle|lequel|lesquels|lesquelles|auquel|auxquels|si|lorsque)(?!\w)"
)
_SPEAKS = re.compile(r"(?:expose|propose|rappelle|informe|explique|indique|rapporte|précise|présente|fait|lit)\b")
_SURNAME_BEFORE = re.compile(r"(?<=\s)[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’-]+\s$")  # « … pour 2023 NOIR Anna rappelle »
_BOTH = re.compile(r"(?<=\s)(?:MM?\.|Mmes?|Mr)\set\s$")
_JOINED = re.compile(r"[-–—:/«\"“(,&+]\s?$")
_STOP = re.compile(r"[a-zà-ÿ)»\d]{2}[.;!?](?:\s|$)|\n")
SHORTEST_TOLD, REACH = 10, 160


def sentence_in(text: str, start: int, end: int) -> int | None:
    """Where a sentence begins inside what was read as a title; None where the title holds none."""
    for verb in _VERB.finditer(text, start + SHORTEST_TOLD, end):
        if _is_quoted(text, start, verb.start()):
            continue
        return _subject(text, start, verb.start())
    return None


def tells_sentence(text: str, at: int) -> bool:
    """True where a sentence begins at an offset: its verb is said before its end."""
    verb = _VERB.search(text, at, at + REACH)
    return text[at].isupper() and verb is not None and not _STOP.search(text, at, verb.start())


def _is_quoted(text: str, start: int, at: int) -> bool:
    return text.rfind("«", start, at) > text.rfind("»", start, at)


def _subject(text: str, start: int, verb: int) -> int | None:
    """The word in a capital that begins the subject, not after a preposition, a dash or a quote."""
    words = list(_WORD.finditer(text, max(start, verb - REACH), verb))
    floor = _RELATIVE.search(text, max(start, verb - REACH), verb)
    found = None
    for before, word in zip(reversed([None, *words[:-1]]), reversed(words), strict=True):
        if before is None or word.start() - start < SHORTEST_TOLD:
            break
        told = before[0].endswith(":") and bool(_DETERMINED.match(word[0]) or _is_given_name(word[0]))
        apart = not _is_asked(before[0]) or (bears_name(before[0]) and bool(_DETERMINED.match(word[0])))
        begins = told or (bool(_CAPITALISED.match(word[0])) and apart)
        if found is not None and not begins:
            break
        if begins:
            found = word.start()
    found = found if found is None else _with_surname(text, start, _with_both(text, start, found), verb)
    if found is None or (floor is not None and floor.start() > found):
        return None
    return None if text.count('"', start, found) % 2 else found


def _is_given_name(word: str) -> bool:
    """« Anna », « Anna-Marie » in a list of given names."""
    return word[:1].isupper() and is_given_name(word.strip(","))


def _with_both(text: str, start: int, begun: int) -> int:
    """« … lieu-dit Le Clos M. et Mme NOIR ont écrit »: the subject begins with the first civility."""
    both = _BOTH.search(text, max(start + SHORTEST_TOLD, begun - 8), begun)
    return both.start() if both else begun


def _with_surname(text: str, start: int, given: int, verb: int) -> int:
    """« … pour 2023 NOIR Anna rappelle »: the sentence begins at her surname in capitals."""
    surname = _SURNAME_BEFORE.search(text, start + SHORTEST_TOLD, given)
    name = _WORD.match(text, given)
    if surname is None or name is None or text[start : surname.start()].isupper():
        return given
    return (
        surname.start() if _is_given_name(name[0]) or (name.end() + 1 == verb and _SPEAKS.match(text, verb)) else given
    )


def _is_asked(before: str) -> bool:
    """True where the word before asks for what follows: « de la », « – », « « »."""
    last = re.search(r"(\w+)['’]?$", before)
    return bool(_JOINED.search(before)) or bool(last and fold_same_length(last[1]) in PREPOSITIONS)
