"""Names as they stand in the text: too many words for one person, words of another kind, a part of a name."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from kg.check.finding import Finding, Subject
from kg.check.names import same
from kg.errors import IssueCode, Severity
from kg.model import Record
from kg.text.lexicon import GIVEN_NAMES, PARTICLES
from kg.text.view import fold_same_length

_MOST_WORDS = 7  # « Marie-Anne de la Tour du Pin Chambly » is long enough
_ODD = re.compile(r"[\d@#*_|\\<>{}\[\]=+§]")
# What scanning puts for a letter, beside one: « C0LOMB », « VALLIER[ ». The name is known, its spelling is not.
_SCANNED = re.compile(r"(?<=[^\W\d_])[0158|\[\]{}](?![\d|])|(?<![\d|])[0158|\[\]{}](?=[^\W\d_])")
# What may follow a name: white space, punctuation that ends or brackets it. « LENOIR:s » and « LENO\u00a6R » go on,
# « LENOIR.Paul » and « Jean-Phi-⏎lippe » too, and « LENOIR.M. ROUX » does not.
_CUT = re.compile(r"\w|-\s?[a-zà-ÿ]|[^\s\w,;.()/\u2013\u2014\u2022\f-]\w|\.(?!MM?[.\s]|Mme|Mr|Mlle)[A-ZÀ-Þ][\w,;. ]")
# « MmeVALMONT », « JeanneVALMONT »: two words that lost the space between them. « MacDONALD » is one.
_GLUED = re.compile(r"^(?:Mme|Mlle|Mr|Mmes)\.?[A-ZÀ-Þ]|^MM?\.[A-ZÀ-Þ][A-ZÀ-Þa-zà-ÿ]{2}|[a-zà-ÿ]{4}[A-ZÀ-Þ]{3}")
_TOWN = re.compile(r"\w-(?:sur|sous|l[eè]s|lez|en)-\w", re.IGNORECASE)  # « Luc ARNEL AZY-SUR-OGNE »
# What may not stand before a name: a letter and a sign (« K/ROUX »), a small word of the name itself (« LE GALL »).
_SMALL = (
    r"L[EeAa]|LES|D[EUIA]|DES|D[eui]|[Dd][ei]['’´`]|V[AaOo][Nn]|DOS|[EÉ]L|B[Ee][Nn]|A[IÏ]T|A[iï]t|SAN|San|S[Tt]"
    r"|SAINTE?|Sainte?|M[Aa]?[Cc]|TEN|DEN|DER"
)
_BEGUN = r"[,;:(\n•–]\s?|\bM\.\s|\bMM\.\s|\bMmes?\s|\bet\s|\b(?:Monsieur|Madame)\s"
_LED = re.compile(rf"(?:[^\W\d_][/'’´`]|(?:{_BEGUN})(?:{_SMALL})[ \u00a0])$")
_BEFORE = 16  # characters
_AFTER = 4  # characters after a name that tell whether it goes on
_PLACED = 3  # words: a place, a given name and a surname
_CIVIL = ("madame", "monsieur", "mesdames", "messieurs")
_TITLES = ("soeur", "sœur", "frere", "pere", "docteur", "professeur", "maitre")
_SYLLABLE = 2  # letters
_FEW, _MANY = 5, 0.75  # names that make a list, and the share of them that sets its style
_ALL = 0.9  # the share beside which even a surname alone is doubtful


def implausible_name(subject: Subject) -> Iterator[Finding]:
    """A member's name holds no figure, no sign, not a whole column, and ends where a word ends."""
    raw = subject.text.raw
    spans = {proof.pointer: proof.spans for proof in subject.record.evidence if proof.spans}
    for pointer, name in _members(subject.record):
        # Nothing stands around a name whose passage is unknown.
        told = spans.get(pointer)
        before, following = _around(raw, min(told).start, max(told).end) if told else ("", "")
        severity = Severity.WARNING
        if len(name.split()) > _MOST_WORDS:
            message = f"« {name[:60]}… » : {len(name.split())} mots pour un nom"
        elif _ODD.search(name):
            severity = Severity.WARNING if _ODD.search(_SCANNED.sub("", name)) else Severity.INFO
            message = f"« {name} » n'est pas un nom"
        elif led := _led(before):
            message = f"« {name} » suit « {led} » : le nom est peut-être coupé"
        elif _CUT.match(following):
            message = f"« {name} » est suivi de « {following.strip()} » : le nom est peut-être coupé"
        else:
            continue
        yield _finding(pointer, message, severity)


@lru_cache(maxsize=1 << 12)
def _led(before: str) -> str:
    """The beginning of a name that stands right before it."""
    led = _LED.search(before)
    return led[0].strip() if led else ""


def _around(raw: str, start: int, end: int) -> tuple[str, str]:
    """A few characters before and after a name."""
    return raw[max(0, start - _BEFORE) : start], raw[end : end + _AFTER]


def more_than_a_name(subject: Subject) -> Iterator[Finding]:
    """Beside a member's name stand no word of an office or a list, no second name, no word glued to it."""
    for pointer, name in _members(subject.record):
        if message := _besides(name):
            yield _finding(pointer, message)


@lru_cache(maxsize=1 << 12)  # acts of one sitting name the same members
def _besides(name: str) -> str | None:
    """What else than one name a writing holds."""
    words = name.split()
    other = next((word for word in words if not word.isupper() and _folded(word) in _not_names()), None)
    if other or (len(words) > 1 and _is_nearly_civil(_folded(words[0]))):
        return f"« {name} » : « {other or words[0]} » n'est pas d'un nom"
    if _GLUED.search(name):
        return f"« {name} » : deux mots collés"
    if _has_two_given_names(words) or _begins_with_place(words) or _TOWN.search(name):
        return f"« {name} » : peut-être deux noms, ou un nom et un lieu"
    return None


@cache
def _not_names() -> frozenset[str]:
    told = files(__package__).joinpath("not_names.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(told)["words"])


def _folded(word: str) -> str:
    return fold_same_length(word).strip(".,:;()'’-")


def _is_nearly_civil(word: str) -> bool:
    """« Modame », « Monsienr »: a civility but for a letter."""
    return any(
        word != civil
        and len(word) == len(civil)
        and sum(one != other for one, other in zip(word, civil, strict=True)) == 1
        for civil in _CIVIL
    )


def _has_two_given_names(words: list[str]) -> bool:
    """« Jeanne VALMONT Coteaux », « VALMONT Jeanne ARNEL »: a surname in capitals stands first or last in its name."""
    shape = "".join(_case(word) for word in words if _folded(word) not in PARTICLES).replace("?", "")
    return re.search(r"gS+g|Sg+S", shape) is not None


def _begins_with_place(words: list[str]) -> bool:
    """« Valbrun Jeanne VALMONT »: a word that is no common given name before one that is."""
    if len(words) < _PLACED or not (words[0][1:2].islower() and words[1][1:2].islower()):
        return False
    given = [_folded(word).split("-")[0] in GIVEN_NAMES for word in words[:2]]
    title = _folded(words[0]) in _TITLES
    return not title and "".join(map(_case, words)).startswith("ggS") and given == [False, True]


def _case(word: str) -> str:
    """``S``: a surname in capitals, ``g``: a word as given names are written, ``|``: « épouse », ``?``: an initial."""
    letters = "".join(letter for letter in word if letter.isalpha())
    if word[0].islower():
        return "|"
    if len(letters) < 3 or "." in word:
        return "?"
    return "S" if letters.isupper() else "g"


def part_of_a_name(subject: Subject) -> Iterator[Finding]:
    """Where members have two names or more, one who has a given name alone, or any other, has lost the other."""
    record = subject.record
    if len(record.present) < _FEW or not _are_full(record.present):
        return
    chair = record.chair.name if record.chair else None
    all_full = _are_full((*record.present, *record.absent), _ALL)
    for pointer, name in _members(record):
        alone = all_full and name.isalpha() and not pointer.startswith("/proxies")
        if (alone or _is_given(name, pointer.startswith("/proxies"))) and not (chair and same(name, chair)):
            yield _finding(pointer, f"« {name} » : il manque peut-être une partie du nom")


def _are_full(names: Iterable[str], share: float = _MANY) -> bool:
    told = [len(name.split()) > 1 for name in names]
    return sum(told) >= share * len(told)


def _is_given(name: str, common: bool) -> bool:
    """« Eva », « Jean-Claude » (``common``: none but given names of many), « Be » that « Be rnard » leaves."""
    if " " in name or not name.replace("-", "").isalpha():
        return False
    if len(name) <= _SYLLABLE:
        return name[1:].islower()
    return _case(name) == "g" and (not common or _folded(name).split("-")[0] in GIVEN_NAMES)


def _finding(pointer: str, message: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(IssueCode.IMPLAUSIBLE_NAME, severity, message, pointer.split("/")[1], (pointer,))


def _members(record: Record) -> Iterator[tuple[str, str]]:
    for field, names in (("present", record.present), ("absent", record.absent)):
        yield from ((f"/{field}/{index}", name) for index, name in enumerate(names))
    for index, proxy in enumerate(record.proxies):
        yield f"/proxies/{index}/giver", proxy.giver
        if proxy.holder:
            yield f"/proxies/{index}/holder", proxy.holder
