"""The norms that an act cites: articles of codes, laws, decrees, ordinances.

An article counts where the text says of which code it is: « l'article L. 2121-29 du code … », « le code … et notamment
ses articles … », « du même code ». Ways of appeal and data protection, printed at the foot of acts, do not count.
"""

import functools
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.legal.laws import Reference, laws
from kg.extract.legal.plain import ARTICLE, BREAK, Cited, Code, canonical, plain_articles
from kg.model import Span
from kg.text.cues import Led, matches_at_cues

FIELD = "legal_references"
_start, _end = attrgetter("start"), attrgetter("end")


# « L2 121-29 », « L.21 21-29 »: a scanner parts the four figures of an article, which a dash follows.
_TORN = r"(?:\d\s\d{3}|\d\d\s\d\d|\d{3}\s\d)(?=\s?[-–—]\s?\d)"
_NUMBER = rf"(?:{_TORN}|i?\d{{1,4}}|\d{{5,6}})(?:\s*[-.–—/]{{1,2}}\s*(?:\d{{1,3}}(?![\d°])|[]|!](?!\w))){{0,4}}"
# « article 1.2121-29 »: an l that was read as a figure.
_LETTERED = Led(
    r"(?<![\w'])(?<!\w-)(?:(?P<letter>l\.?o(?=[\s.]{0,2}\d)|[lrd])|(?:(?<=article )|(?<=articles ))1(?=\.?\s?\d{4}-\d))"
    rf"(?:\s*\*)?[\s.°*-]{{0,3}}(?P<number>{_NUMBER})(?![\d€%]|(?!et)[a-z])",
    (),
    quick=r"[lrd1](?<![\w'].)(?=[o\s.*°-]{0,40}[\di])",
)
_ONES = str.maketrans("i]|!", "1111")  # « L. 133-] », as scanned
# « - L. 151-1 et suivants et les articles R. 151-1 et suivants. - L. 152-1 … »: what may part two articles of a list
_CHAINED = re.compile(
    r"(?:\s*(?:et\s+suivants?|et\s+s\.))?[\s.,;:–—•*·-]{0,6}(?:(?:et|ou|a|ainsi\s+que|puis|notamment)\s+){0,2}"
    r"(?:(?:l[ae]s?|l'|aux?|des?|de\s+l'|ses?|son)\s*)?(?:art(?:icles?|\.)\s*)?"
)
_SAME = re.compile(r"\b(?:meme\s+code|dudit\s+code|code\s+(?:precite|susvise|susmentionne|precedent))")
_CODE_GATE = re.compile(r"c(?:[ou]{1,2}de\s+|g|\.g|asf|ch\b|ja\b|rpa)")
_AFTER = 220
_BEFORE = 260
_NAME = 200  # no name of a code is longer
_APPEAL = re.compile(r"\brecours\b|\btribunal administratif|\btelerecours")
_DELAY = re.compile(r"deux mois|2 mois|telerecours|delai de recours")
_PRIVACY = re.compile(
    r"droits? d(?:'acces|e rectification)|\bacces[^.;]{0,40}rectification|vos donnees|donnees vous concernant"
    r"|\b(?:informations|donnees) nominatives"
)


@functools.cache
def _codes() -> tuple[re.Pattern[str], dict[str, Code]]:
    """One pattern for all names of codes, and the code of each name."""
    table = tomllib.loads((Path(__file__).parent / "legal.toml").read_text(encoding="utf-8"))
    codes = [(row, Code(row["abbreviation"], row.get("plain", False), row.get("figures", 3))) for row in table["code"]]
    named = sorted(((name, code) for row, code in codes for name in row["names"]), key=lambda one: -len(one[0]))
    written = [(_spaced(name), code) for name, code in named]
    written += [(pattern, code) for row, code in codes for pattern in row.get("patterns", ())]
    branches = (f"(?P<n{index}>{pattern})" for index, (pattern, _) in enumerate(written))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(branches)})\w*(?:(?<=\.[a-z])\.)?")
    return pattern, {f"n{index}": code for index, (_, code) in enumerate(written)}


_HYPHENED = r"(?:-\s{1,2})?"
_LONG = 7


def _spaced(name: str) -> str:
    """A name over line ends (« collec- tivités »), with the slips that scanning and typing make in « code »."""
    words = (_HYPHENED.join(map(re.escape, word)) if len(word) > _LONG else re.escape(word) for word in name.split(" "))
    pattern = r"\s{1,3}".join(words).replace("'", r"'\s*")
    return re.sub("^code", "c[ou]{1,2}de", pattern)


def read_legal_references(act: Act) -> Iterator[Mention]:
    """Each norm once, in the order in which the act first cites it."""
    seen: set[str] = set()
    for found in sorted((*_articles(act.item), *laws(act.item)), key=lambda one: one.start):
        if found.value not in seen and not _is_footer(act.item, found):
            seen.add(found.value)
            yield Mention(FIELD, found.value, (Span(found.start, found.end),), found.rule)


def _articles(zone: Zone) -> Iterator[Reference]:
    if not zone.first(_CODE_GATE):
        return
    cited = sorted(_cited_codes(zone), key=_start)
    books: dict[str, str] = {}
    last = ("", 0)
    for lettered in zone.find(_LETTERED):
        letter = (lettered["letter"] or "l").replace(".", "")
        number = canonical(lettered["number"].translate(_ONES))
        if nearest := _code_of(zone, cited, lettered.start(), lettered.end()):
            code, rule = nearest.code.abbreviation, "article-of-code"
            number = _dashed(number, nearest.code)
            books[_book(letter, number)] = code
        else:
            code, rule = _code_before(zone, cited, books, last, lettered, number)
        last = (code, lettered.end())
        if code and not _UNDASHED.fullmatch(number):
            yield Reference(f"{code}:{letter.upper()}{number}", lettered.start(), lettered.end(), rule)
            yield from _letter_once(zone, f"{code}:{letter.upper()}", lettered.end())
    yield from plain_articles(zone, cited)


def _code_before(
    zone: Zone, cited: list[Cited], books: dict[str, str], last: tuple[str, int], lettered: re.Match[str], number: str
) -> tuple[str, str]:
    """The code of an article that no code's name stands near, and by which rule; ``last``: the article before."""
    code = ""
    if ARTICLE.search(zone.view.folded, lettered.start() - 9, lettered.start()):
        code = books.get(_book("", number)) or _only_code(cited, lettered.start(), number)
    if not code and last[0] and _CHAINED.fullmatch(zone.view.folded, last[1], lettered.start()):
        return last[0], "article-after-another"
    return code, "article-of-a-code-cited-before"


# « articles L. 2121-7 et 2121-8 », « L. 2121-1 à 2121-10 »: the letter is said once.
_MORE = re.compile(r"(?:\s{1,2}(?:a|et)\s{1,2}|,\s?)(?P<number>\d{4}-\d{1,3}(?:-\d{1,3}){0,2})(?![\d€%/])")


def _letter_once(zone: Zone, letter: str, end: int) -> Iterator[Reference]:
    while more := _MORE.match(zone.view.folded, end, zone.end):
        yield Reference(f"{letter}{more['number']}", more.start("number"), more.end(), "article-after-a-letter")
        end = more.end()


_UNDASHED = re.compile(r"\d{5,6}")


def _dashed(number: str, code: Code) -> str:
    """« L. 212129 » of a code whose articles begin with four figures lost its dash."""
    return f"{number[:4]}-{number[4:]}" if code.figures == 4 and _UNDASHED.fullmatch(number) else number


def _only_code(cited: list[Cited], start: int, number: str) -> str:
    """« Vu le CGCT, Vu l'article L. 2121-29 »: the one code cited before whose articles have so many figures."""
    figures = len(number.split("-")[0])
    codes = {one.code for one in cited if one.end <= start and not one.code.plain}
    fitting = {code.abbreviation for code in codes if code.figures == figures}
    return fitting.pop() if len(fitting) == 1 and figures > 2 else ""


def _book(letter: str, number: str) -> str:
    """What articles of one part of a code share: their first figure, where they have four (« L. 2… »)."""
    return number[0] if re.match(r"\d{4}", number) else f"{letter}{number}"


def _cited_codes(zone: Zone) -> Iterator[Cited]:
    """The codes named in a zone, « le même code » being the one before."""
    pattern, codes = _codes()
    names = (pattern.match(zone.view.folded, gate.start(), zone.end) for gate in zone.find(_CODE_GATE))
    named = [Cited(codes[m.lastgroup or ""], m.start(), m.end()) for m in names if m]
    yield from named
    for same in matches_at_cues(_SAME, zone.view.folded, ("meme", "dudit", "code"), zone.start, zone.end):
        before = bisect_right(named, same.start(), key=_end)
        if before:
            yield Cited(named[before - 1].code, same.start(), same.end())


def _code_of(zone: Zone, cited: list[Cited], start: int, end: int) -> Cited | None:
    """The code named after an article in its clause, else the one before in it."""
    folded = zone.view.folded
    first, last = bisect_left(cited, end, key=_start), bisect_right(cited, end + _AFTER, key=_start)
    after = cited[first] if first < last else None
    if after and not BREAK.search(folded, end, after.start) and _leads(folded[end : after.start]):
        return after
    near = cited[bisect_left(cited, start - _BEFORE - _NAME, key=_start) : bisect_right(cited, start, key=_start)]
    before = max((one for one in near if 0 <= start - one.end <= _BEFORE), key=_end, default=None)
    return before if before and not BREAK.search(folded, before.end, start) else None


# Possessive: what one piece took is not tried again otherwise.
_CHAIN = re.compile(
    r"(?:[lrd]\s*\*?[\s.-]{0,2}\d[\d.\s–—/-]{0,14}|\bart(?:icles?)?\b|[\s,()°.:/-]|\d{1,2}(?:er|eme|e)?|\bet\b|\bou\b|\bainsi\s+que\b|\ba\b"
    r"|\bau\b|\bsuivants?\b|\bs\.?\b|\balineas?\b|\bparagraphes?\b|\b(?:premier|deuxieme|troisieme|dernier|eme|er)\b"
    r"|\bdes?\b|\bdu\b|\bla\b|\ble\b|\bles\b|\bl'|\bd'|\bdit\b|\bses\b|\bnotamment\b|\b[ivx]{1,4}\b)*+"
)


def _leads(between: str) -> bool:
    """Whether nothing but other articles, alineas and « du » stands between an article and a code."""
    return _CHAIN.fullmatch(between) is not None


def _is_footer(zone: Zone, found: Reference) -> bool:
    """Whether the sentence around tells ways of appeal or rights over personal data, not the grounds of the act."""
    folded = zone.view.folded
    around = folded[max(zone.start, found.start - 250) : min(zone.end, found.end + 250)]
    if re.search(r"\bvu\b[^;]{0,110}$", folded[max(zone.start, found.start - 120) : found.start]):
        return False
    appeal = _APPEAL.search(around) and _DELAY.search(around)
    return bool(appeal or _PRIVACY.search(around))


EXTRACTOR = Extractor(
    FIELD,
    read_legal_references,
    (
        Example(
            "Vu les articles L. 2121-29 et L 5211-1 du Code général des collectivités territoriales,",
            {FIELD: ["CGCT:L2121-29", "CGCT:L5211-1"]},
        ),
        Example(
            "Vu le code de l'urbanisme et notamment ses articles L.103-2 à L.103-6 et R*421-1 ;\nVu la loi n°2015-991",
            {FIELD: ["CURB:L103-2", "CURB:L103-6", "CURB:R421-1", "LOI:2015-991"]},
        ),
        Example("en application de l'article 1609 nonies C du code général des impôts", {FIELD: ["CGI:1609noniesC"]}),
        Example("l'article 1647.00 bis du Code général des impôts", {FIELD: ["CGI:1647-00bis"]}),
        Example(
            "le décret 91-875 modifié, l'ordonnance n° 2015-899 et les lois n° 82-213 du 2 mars 1982 et n° 83-8",
            {FIELD: ["DECRET:91-875", "ORD:2015-899", "LOI:82-213", "LOI:83-8"]},
        ),
        Example(
            "l'article L. 2125-1 du code de la propriété des personnes publiques ; l'article L. 2125-3 du même code",
            {FIELD: ["CGPPP:L2125-1", "CGPPP:L2125-3"]},
        ),
    ),
    (
        Example("Délibération D2024-45 : article 6574 du budget, loi de 1901, article 3 de la convention", {}),
        Example("Vu l'article 28 du code des marchés publics et l'article L. 331-1 du code de l'énergie", {}),
        Example(
            "Un recours peut être formé devant le tribunal administratif dans un délai de deux mois, en application de"
            " l'article R. 421-1 du code de justice administrative.",
            {},
        ),
    ),
)
