"""Where the proper name of a body ends, after the word that says its kind: « Communauté de communes *du Pays* »."""

import re
import tomllib
from pathlib import Path

from kg.text.view import fold_same_length

_TOKEN = re.compile(
    r"(?!\n\n)[ \n]{0,2}(?P<word>[dDlL]'|&(?= )|(?:[A-Z]\.){2,}[A-Z]?|[\w]+(?:(?:[.&'-]|-[ \n](?=[A-ZÀ-Ý]))[\w]+)*)"
)
# « … des Coteaux L. Bazeilhac »: somebody's initial is no part of a name.
_INITIAL = re.compile(r"(?!(?:[A-Z]\.){2})[A-Z]\. ?[A-ZÀ-Ý][\w'-]")
_QUOTED = re.compile(r"[ \n]{0,2}[«\"“][ \n]?(?P<name>[^»\"”\n]{2,70}(?:\n[^»\"”\n]{1,50})?)[ \n]?[»\"”]")
_WORDS = tomllib.loads((Path(__file__).parent / "body_words.toml").read_text(encoding="utf-8"))
_PARTICLES, _OPENINGS = frozenset(_WORDS["particles"]), frozenset(_WORDS["openings"])
_STOPS, _TYPES, _COMMON = frozenset(_WORDS["stops"]), frozenset(_WORDS["types"]), frozenset(_WORDS["common"])
_EMPTY, _MATTERS = frozenset(_WORDS["empty"]), frozenset(_WORDS["matters"])
_HEADS, _COMPLETED = frozenset(_WORDS["heads"]), frozenset(_WORDS["completed"])
_OF = frozenset({"de", "du", "des", "d'"})
_WITH_COMMON = frozenset({"association", "établissement", "syndicat", "société"})
# « la commune de X et le syndicat »: another body begins; « X et de l'Y » is one name.
_ANOTHER = (["et", "le"], ["et", "la"], ["et", "l'"], ["et", "les"])
# « Foyer d'accueil, », « Kermesse d'été. »: what follows an elision ends the name where the sentence ends or pauses.
_ELIDED_END = re.compile(r"[ \n]?(?:[,;.:)\n]|$)")
_THOUSANDS = re.compile(r"[ \n.]\d{3}(?!\d)")
_PLACES = frozenset({"commune", "epci", "département", "région"})
# « l'immobilier d'entreprise CD 01 »: a département by its number is a body of its own.
_NUMBERED = re.compile(r"C[DG] ?\d[\dAB]\b")
_OF_PLACE, _PLACE_WORDS = (["de", "la"], ["du"]), frozenset({"region", "departement", "ville"})
_STATION = re.compile(r"\b[Gg](?:are|ARE)\s$")
_SMALL = frozenset({"de", "du", "des", "d", "la", "le", "les", "l", "et", "a", "en", "pour"})
_GAP = re.compile(r"\n\n|[ \n]{3,5}")
_WORD = re.compile(r"[a-z0-9]+")
_MOST_TOKENS = 14


def quoted_name(text: str, start: int, end: int) -> re.Match[str] | None:
    """A name between quotation marks right after the type word."""
    return _QUOTED.match(text, start, end)


def name_end(text: str, start: int, end: int, kind: str) -> int:
    """The end of the proper name that begins at ``start``; ``start`` itself where there is none."""
    position = good = start
    pending: list[str] = []
    for _ in range(_MOST_TOKENS):
        token = _TOKEN.match(text, position, end) or (pending and _TOKEN.match(text, _after_gap(text, position), end))
        if not token:
            break
        word = token["word"]
        if good == start and not pending and "\n" in token[0]:
            break  # the next line of a table
        folded = fold_same_length(word)
        if folded in _PARTICLES and not (good > start and folded == "a"):
            pending.append(folded)
            if len(pending) > 3 or (good == start and pending[0] not in _OPENINGS) or pending in _ANOTHER:
                break
        elif _is_figure(text, token) or _NUMBERED.match(text, token.start("word")) or _ends_place(word, folded, kind):
            break
        elif _belongs(word, folded, kind, pending, good > start) and not _INITIAL.match(text, token.start("word")):
            good = token.end("word")
            pending = []
        elif _completes(text[start:good], folded, kind, pending) or (
            good > start and _ends_elided(text, token, kind, pending, end)
        ):
            return token.end("word")
        else:
            break
        position = token.end()
    return good


def _after_gap(text: str, position: int) -> int:
    """Past a blank line, where a small word says that the name goes on: « Fédération des¶¶chasseurs »."""
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def _is_figure(text: str, token: re.Match[str]) -> bool:
    """« Théâtre de l'Orme 30 000 euros »: the head of an amount is no part of a name."""
    return token["word"][0].isdigit() and bool(_THOUSANDS.match(text, token.end()))


def _ends_place(word: str, folded: str, kind: str) -> bool:
    """« Région Alpes-Lointaines Développement durable », « LONGCHAMP F »: the next title, noise."""
    return kind in _PLACES and (len(word) == 1 or (kind in ("région", "département") and folded in _MATTERS))


def _ends_elided(text: str, token: re.Match[str], kind: str, pending: list[str], end: int) -> bool:
    folded = fold_same_length(token["word"])
    if kind != "association" or pending != ["d'"] or folded in _STOPS or folded in ("un", "une", "autre", "autres"):
        return False
    return folded.isalpha() and bool(_ELIDED_END.match(text, token.end(), end))


def _completes(name: str, folded: str, kind: str, pending: list[str]) -> bool:
    """« Les Amis de l'orgue », « Les Restos du cœur »: the last word of a name asks for one more, a common one."""
    if kind != "association" or not pending or pending[0] not in _OF:
        return False
    if folded in _STOPS or len(folded) < 4 or not folded.isalpha():
        return False
    return bool(name) and fold_same_length(name).split()[-1] in _COMPLETED


def _belongs(word: str, folded: str, kind: str, pending: list[str], begun: bool) -> bool:
    if kind == "société" and begun and pending in _OF_PLACE and folded in _PLACE_WORDS:
        return True  # « Société d'équipement de la Région Alpestre »
    if (folded in _STOPS and not (begun and word == "Est" and not pending)) or (
        folded in _TYPES and (begun or "et" in pending)
    ):
        return False
    if "et" in pending and kind in ("département", "région") and word.isupper() and len(word) < 6:
        return False  # « du Département de la Valserine et de la CAF »
    if word[0].isupper():
        return "pour" not in pending or kind == "association"
    if word[0].isdigit():
        return begun and not pending and len(word) <= 2 and kind == "association"
    return kind in _WITH_COMMON and folded in _COMMON


def is_of_a_place(before: str, *, local: bool) -> bool:
    """« le château d'ARS », where the agency is « l'ARS »; « la gare SNCF », a place whoever runs it."""
    return bool(_STATION.search(before)) or (local and before.endswith(("d'", "D'")))


def is_head(core: str) -> bool:
    """Whether a name is nothing but heads of columns, in capitals: « ASSOCIATION NOM DE LA STRUCTURE NATURE »."""
    words = name_words(core)
    return (core.isupper() or len(words) > 1) and bool(words) and words <= _HEADS


def is_short_for(short: str, name: str) -> bool:
    """Whether a body told without its name is the one of this name, by word or by letters: « le PETR »."""
    folded = fold_same_length(name)
    letters = re.sub(r"[^a-z]", "", fold_same_length(short))
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", folded) if word not in _SMALL)
    told = fold_same_length(short)
    return len(letters) > 2 and (initials.startswith(letters) or folded == told or folded.startswith(f"{told} "))


def name_words(name: str) -> frozenset[str]:
    """What tells a name from another: its words without case, accents, articles and type words."""
    return frozenset(_WORD.findall(fold_same_length(name))) - _EMPTY
