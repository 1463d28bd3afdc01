"""What a cell of a table says of a member: a code of its legend, a word, marks in columns; and to whom a proxy goes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Zone
from kg.text.cues import Led, holds_any
from kg.text.view import fold_same_length


class Answer(NamedTuple):
    """Where a cell stands and what it says; ``tied``: words before a holder (« par », « pouvoir à ») end it."""

    status: str
    start: int
    end: int
    tied: bool


_STATUS = (
    r"(?:(?P<proxy>(?:absente?s?\s)?(?:represente|ayant\s+donne|(?:donne|a\sdonne)?\s?(?:pouvoir|procuration|mandat)))"
    r"|(?P<present>presente?)|(?P<absent>absente?|excusee?))"
)
# « P : présent », « AE = absent excusé », « présent (P) »
_LEGEND = re.compile(rf"(?<![\w'-])(?P<code>[A-Za-zÀ-Ý]{{1,4}})\s?[:=–—-]\s?(?={_STATUS.replace('?P<', '?P<_')})")
_GENDER = re.compile(r"\w\((?:e|es|s|E|ES|S)\)")
_SAID = re.compile(_STATUS)
_LEGEND_AFTER = re.compile(
    rf"{_STATUS}[a-z()éè]{{0,6}}(?:\s(?:excuse|non\sexcuse|a|par|donne|ayant|pouvoir|represente)\w*){{0,3}}\s?[(:=]\s?(?P<code>[a-z]{{1,4}})\)"
)
_CODES = {
    **dict.fromkeys(("P", "Pr"), "present"),
    **dict.fromkeys(("A", "E", "AE", "ABS", "EXC", "Abs", "Exc", "ABSE"), "absent"),
    **dict.fromkeys(("R", "PR", "PV", "Rep", "REP", "Pouv", "POUV", "Proc", "PROC", "AP"), "proxy"),
}
_TIE = (
    r"(?:[\s,;:(–—-]{1,4}(?:(?:a\s|ayant\s)?donn[ée]\w*\s)?(?:[Pp]ouvoir|[Pp]rocuration|[Mm]andat|POUVOIR|PROCURATION)"
    r"\s?(?:(?:donn|remis|confi|[ée]crit)\w*\s)?(?:(?:[àÀ]|A(?=\s[A-Z])|au profit de|:)(?=\s|:)|(?=\s(?:M\.|Mme|M\s)))"
    r"|[\s,;:(–—-]{1,4}(?:[Rr]epr[ée]sent[ée]e?\s)?(?:par|PAR|[àÀ]|→|=>|->)(?=\s))"
)
_EXTRA = (
    r"(?:\s?\((?![^()]{0,12}(?:[Pp]ouvoir|[Pp]rocur|[Mm]andat|[àÀ]\s|par\s))[^()]{1,40}\))?"
    r"(?:\s(?:en\s)?(?:visio\w*|distanciel|pr[ée]sentiel)|\s[àa]\sdistance|[\s,]{1,2}sans\s(?:pouvoir|procuration|mandat))?"
)
_WORD = Led(
    r"(?<![\w'’-])(?:"
    r"(?P<present>(?:Présent|PRÉSENT|PRESENT|Present|présent|signé|Signé)(?:\(e\)|[·.-]e\b|e|E)?"
    rf"(?![\w'’-]){_EXTRA})"
    r"|(?P<proxy>(?:(?:Absent|ABSENT|absent|Excusé|EXCUSÉ|EXCUSE|excusé)(?:\([eE]\)|[·.-]e\b|e|E)?"
    r"(?:[\s,/-]{1,3}(?:excusé|Excusé|EXCUSÉ|EXCUSE)(?:\([eE]\)|e|E)?)?"
    rf"(?:{_TIE})"
    r"|(?:Représenté|REPRÉSENTÉ|REPRESENTE|Represente|représenté)(?:\([eE]\)|[·.-]e\b|e|E)?(?![\w'’-])(?:\s(?:par|PAR|à)\b)?"
    r"|(?:(?:[Aa]\s|[Aa]yant\s)?[Dd]onn[ée]\w{0,2}\s)?(?:Pouvoir|POUVOIR|pouvoir|Procuration|PROCURATION|procuration|Mandat|mandat)"
    r"\s(?:(?:donn|remis|confi)\w*\s)?(?:à|À|A|:|au profit de)(?=\s)))"
    r"|(?P<absent>(?:(?:Absent|ABSENT|absent|Excusé|EXCUSÉ|EXCUSE|excusé)(?:\([eE]\)|[·.-]e\b|e|E)?"
    rf"(?:[\s,/-]{{1,3}}(?:(?:et|non)\s)?(?:excusé|Excusé|EXCUSÉ|EXCUSE)(?:\([eE]\)|e|E)?)?)(?![\w'’-]){_EXTRA}))",
    (
        *("Présent", "PRÉSENT", "PRESENT", "Present", "présent", "signé", "Signé", "Absent", "ABSENT", "absent"),
        *("Excusé", "EXCUSÉ", "EXCUSE", "excusé", "Représenté", "REPRÉSENTÉ", "REPRESENTE", "Represente", "représenté"),
        *("A ", "a ", "A\n", "a\n", "Ayant", "ayant", "Donn", "donn", "Pouvoir", "POUVOIR", "pouvoir"),
        *("Procuration", "PROCURATION", "procuration", "Mandat", "mandat"),
    ),
)
_GIVEN = Led(
    r"(?<=[\s|])(?:Pouvoir|POUVOIR|Procuration|PROCURATION|Mandat)\s(?:(?:donn|remis|confi)\w*\s)?(?:à|À)(?=\s)",
    ("Pouvoir", "POUVOIR", "Procuration", "PROCURATION", "Mandat"),
)
_STOOD_FOR = Led(
    r"(?<=[\s|])(?:[Ss]uppl[ée]{2}e?|SUPPL[ÉE]{2}E?|[Rr]emplac[ée]e?)(?=\spar\s)",
    ("Suppl", "SUPPL", "suppl", "Remplac", "remplac"),
)
_BESIDE = 4  # characters between a cell and what goes on with it
_YES_WORDS = ("Oui", "OUI", "oui")
_YES = Led(
    r"(?<=[\s|])(?:(?P<present>Oui|OUI|oui)|(?P<absent>Non|NON|non))(?=[\s|,;]|$)", (*_YES_WORDS, "Non", "NON", "non")
)
_ASKED = re.compile(r"\bpresen(?:te?s?|ces?)\b(?![^.;:]*\b(?:vot|pour|contre|scrutin|question))[^.;:]{0,90}$")
_ASKED_REACH = 130
_TIED = re.compile(r"(?:\b(?:par|à|a)|[:→>]|\bpouvoir|\bprocuration|\bmandat|au profit de)$", re.IGNORECASE)
# What a table in words, or in codes, says of those who sit; most passages hold none.
_SITS = Led(
    r"(?<![\w'’-])(?:Présent|PRÉSENT|PRESENT|Present|présent|signé|Signé)(?:\(e\)|[·.-]e\b|e|E)?(?![\w'’-])",
    ("Présent", "PRÉSENT", "PRESENT", "Present", "présent", "signé", "Signé"),
)
_SITS_IN_CODE = re.compile(r"P(?<=[\s|:;(–-]P)r?(?=[\s|;,)(]|$)")
_CODE_OF_WHO_SITS = Led(
    r"(?:(?<=[:=–—-])|(?<=[:=–—-]\s))present|presente?[a-z()éè]{0,6}(?:\s\w+){0,3}\s?[(:=]\s?[a-z]{1,4}\)", ("present",)
)
# Full and empty cells of columns, one of which is full: « 1 0 », « ☐ ☒ ☐ », « X - - ».
_CELL = r"[01xX☒☐☑✓✔✗–—/-]"
_MARKS = re.compile(
    rf"{_CELL}(?<=[\s|].)(?=[\s|]|$)[\s|]{{0,3}}(?:{_CELL}(?=[\s|]|$)[\s|]{{0,3}}){{1,3}}(?=[\s|]|$|\w)"
)
_FULL = re.compile(r"[1xX☒☑✓✔]")
_COLUMN = re.compile(
    r"\b(?:(?P<present>presente?s?)|(?P<absent>(?:absente?s?|excusee?s?)(?:\s?[/-]\s?(?:excuse|absent)\w*)?)"
    r"|(?P<proxy>representee?s?|procurations?|pouvoirs?))\b"
)


def _legend(zone: Zone) -> dict[str, str]:
    """The codes that a table explains before its rows, and what each says."""
    codes: dict[str, str] = {}
    folded = zone.view.folded
    for match in zone.find(_LEGEND):
        said = _SAID.match(folded, match.end(), zone.end)
        rest = folded[match.end() : match.end() + 30]
        status = "proxy" if re.match(r"absente?s?\s(?:ayant|represent)", rest) else str(said.lastgroup) if said else ""
        codes.setdefault(zone.view.text[match.start("code") : match.end("code")], status)
    for match in zone.find(_LEGEND_AFTER):
        if _GENDER.match(zone.view.text, match.start("code") - 2):
            continue  # « présent(e) »
        codes.setdefault(zone.view.text[match.start("code") : match.end("code")], str(match.lastgroup and _kind(match)))
    return {code: status for code, status in codes.items() if status}


def _kind(match: re.Match[str]) -> str:
    return next(name for name in ("proxy", "present", "absent") if match[name])


def coded(zone: Zone) -> list[Answer]:
    """Codes where a cell holds one, a legend's or those that most tables use."""
    if not (any(zone.find_exact(_SITS_IN_CODE)) or zone.first(_CODE_OF_WHO_SITS)):
        return []
    codes = _legend(zone)
    known = {**_CODES, **codes} if "P" in codes or not codes else dict(codes)
    one = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    pattern = re.compile(
        rf"(?<=[\s|:;(–-])(?<!\w\()(?P<code>{one})(?=[\s|;,)(]|$)(?!\s?[:=]\s)(?:\s(?:[Aa]bsent|[Ee]xcus)[ée]?e?)?{_EXTRA}\)?(?P<tie>{_TIE})?"
    )
    found = [_answer(known[cell["code"]], cell, tied=cell["tie"] is not None) for cell in zone.find_exact(pattern)]
    return _with(found, _in_place_of_codes(zone)) if found else found


def _in_place_of_codes(zone: Zone) -> Iterator[Answer]:
    """« Pouvoir à », « Suppléée par » in the cell of a table of codes."""
    for given in zone.find_exact(_GIVEN):
        yield Answer("proxy", given.start(), given.end(), tied=True)
    yield from _stood_for(zone)


def _stood_for(zone: Zone) -> Iterator[Answer]:
    """« Suppléé par »: who is away; of no width, so that who sits follows the cell."""
    yield from (Answer("absent", told.start(), told.start(), tied=False) for told in zone.find_exact(_STOOD_FOR))


def _with(cells: list[Answer], others: Iterator[Answer]) -> list[Answer]:
    """The cells and others, without those that go on with a cell: « E (pouvoir à », « absent, suppléé par »."""
    told = sorted([*cells, *others], key=lambda one: (one.start, one.end))
    return [
        one for last, one in zip([None, *told], told, strict=False) if last is None or one in cells or _apart(last, one)
    ]


def _apart(one: Answer, other: Answer) -> bool:
    return other.start - one.end > _BESIDE


def _answer(status: str, match: re.Match[str], *, tied: bool) -> Answer:
    return Answer("proxy" if tied and status != "present" else status, match.start(), match.end(), tied)


def worded(zone: Zone) -> list[Answer]:
    """Words that say of each member whether he or she sits."""
    if not any(zone.find_exact(_SITS)):
        return []
    found = [
        _answer(str(match.lastgroup), match, tied=match.lastgroup == "proxy" and _TIED.search(match[0]) is not None)
        for match in zone.find_exact(_WORD)
    ]
    return _with(found, _stood_for(zone))


def lettered(zone: Zone) -> list[Answer]:
    """« P », and « Représentée M. NOIR », « Absent »: a letter for those who sit, words for the others."""
    sit = [one for one in coded(zone) if one.status == "present"]
    away = [match for match in zone.find_exact(_WORD) if match.lastgroup != "present"] if sit else []
    told = [_answer(str(m.lastgroup), m, tied=m.lastgroup == "proxy" and _TIED.search(m[0]) is not None) for m in away]
    return sorted([*sit, *told], key=lambda one: one.start) if told else []


def yes_or_no(zone: Zone) -> list[Answer]:
    """« Oui », « Non », where « Présent » heads their column; to a vote members answer the same."""
    if not holds_any(zone.view.text, _YES_WORDS, zone.start, zone.end):
        return []
    found = [Answer(str(said.lastgroup), said.start(), said.end(), tied=False) for said in zone.find_exact(_YES)]
    return found if found and _ASKED.search(folded_before(zone, found[0].start, _ASKED_REACH)) else []


def columns_before(zone: Zone, start: int) -> list[str]:
    """What the columns say that the head of a table names, in order."""
    head = zone.view.folded[max(zone.start, start - 160) : start]
    return [_kind(match) for match in _COLUMN.finditer(head)]


def marked(zone: Zone) -> Iterator[Answer]:
    """One full cell among as many as the head names columns."""
    columns: list[str] = []
    for match in zone.find_exact(_MARKS):
        columns = columns or columns_before(zone, match.start())
        cells = re.findall(r"\S", match[0].replace("|", " "))
        full = [place for place, cell in enumerate(cells) if _FULL.match(cell)]
        named = columns if len(cells) == len(columns) else [one for one in columns if one != "proxy"]
        if len(full) == 1 and len(cells) == len(named) and len(set(named)) > 1:
            stop = match.start() + len(match[0].rstrip(" |\n"))
            yield Answer(named[full[0]], match.start(), stop, tied=False)


def folded_before(zone: Zone, start: int, reach: int) -> str:
    """What stands before a table, folded."""
    return fold_same_length(zone.view.text[max(zone.start, start - reach) : start])
