"""A sentence that follows a title at once: « Vente du presbytère Deux offres ont été reçues ».

No word that opens a report stands there, but a finite verb does: the title ends where the subject of that verb begins.
"""

import re

from kg.extract.layout.words import PREPOSITIONS
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
    r"quitte|quittent|sort|sortent|participe|participent|rapporte|passe(?=\sde)|atteint|représente|représentent|"
    r"répond|nécessite|nécessitent|envisage|envisagent|entre\sen\svigueur))(?!\w)"
)
_WORD = re.compile(r"\S+")
_CAPITALISED = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]['’])?[A-ZÀ-ÖØ-ÞŒ]\w*[a-zà-ÿ]|[LDNSCA]['’][A-ZÀ-Þa-z]|[A-ZÀ]\s")
# « Recensement de la voirie : L'État demande de mesurer toute la voirie ».
_DETERMINED = re.compile(r"(?:Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Cet|Il|Elle|Ils|Elles|On|Nous)$|L['’][a-zà-ÿA-ZÀ-Þ]")
_RELATIVE = re.compile(
    r"(?<!\w)(?:qui|que|dont|où|laquelle|lequel|lesquels|lesquelles|auquel|auxquels|si|lorsque)(?!\w)"
)
_JOINED = re.compile(r"[-–—:/«\"“(,&+]\s?$")
SHORTEST, REACH = 10, 160


def sentence_in(text: str, start: int, end: int) -> int | None:
    """Where a sentence begins inside what was read as a title; None where the title holds none."""
    for verb in _VERB.finditer(text, start + SHORTEST, end):
        if _is_quoted(text, start, verb.start()):
            continue
        return _subject(text, start, verb.start())
    return None


def _is_quoted(text: str, start: int, at: int) -> bool:
    return text.rfind("«", start, at) > text.rfind("»", start, at)


def _subject(text: str, start: int, verb: int) -> int | None:
    """The word in a capital that begins the subject, not after a preposition, a dash or a quote."""
    words = list(_WORD.finditer(text, max(start, verb - REACH), verb))
    floor = _RELATIVE.search(text, max(start, verb - REACH), verb)
    found = None
    for before, word in zip(reversed([None, *words[:-1]]), reversed(words), strict=True):
        if before is None or word.start() - start < SHORTEST:
            break
        told = before[0] == ":" and bool(_DETERMINED.match(word[0]))
        begins = told or (bool(_CAPITALISED.match(word[0])) and not _is_asked(before[0]))
        if found is not None and not begins:
            break
        if begins:
            found = word.start()
    if found is None or (floor is not None and floor.start() > found):
        return None
    return None if text.count('"', start, found) % 2 else found


def _is_asked(before: str) -> bool:
    """True where the word before asks for what follows: « de la », « – », « « »."""
    last = re.search(r"(\w+)['’]?$", before)
    return bool(_JOINED.search(before)) or bool(last and fold_same_length(last[1]) in PREPOSITIONS)
