"""Marks made of an act's number: « Délibération n° 2023-014 », « D2023-001 », « 200/2022 ».

A labelled number and a code prove themselves. A year and a rank alone may be a month, a share, a section of accounts;
three that count on, each before a capital, are not."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract.act import Zone, once
from kg.extract.bounds import CODES, bounded
from kg.extract.layout.marks.kinds import CODE as CODED
from kg.extract.layout.marks.kinds import LEVEL, NUMBER, Family
from kg.extract.layout.marks.mark import Mark, begins_line, stands_firm
from kg.extract.layout.titles.numbers import CODE, NATURES_OF_ORDINALS, SPACED_CODE, key_of, labelled
from kg.extract.scanned import find_scanned
from kg.text.cues import Led

_LEVEL = re.compile(r"#{1,3}")
YEAR = 100  # « Rapport n° 101 », « Affaire n° 23-004 » are numbers of a register
_BEFORE = r"(?<!\w)(?:{})\s{{0,2}}[(«]?\s?$"
_DETERMINED = (
    r"la|les|de|des|cette|presente|sa|une|dite|ladite|du|par|l'|suivant|selon|vu|au|a|aux|et|ou|modifiant|precedente?|"
    r"annulation de la|jusqu'a la|compter de la|apres"
)
_OF_ANOTHER = (
    r"ordonnance|loi|decret|arrete|article|lot|avenant|marche|section|parcelles?|cadastree?s?|annexe|"
    r"decision modificative|dm|budget|tranche|zone|convention|contrat|compte"
)
_REFERENCE_BEFORE = re.compile(_BEFORE.format(f"{_DETERMINED}|{_OF_ANOTHER}"))
_DETERMINED_BEFORE = re.compile(_BEFORE.format(_DETERMINED))
_BARE = re.compile(r"^n\s?[°º]\s?:?\s?\d{1,3}$")
_STOPPED = re.compile(r"\s{0,2}[-–—:/!]|\s[a-zA-Z.]{1,6}/?20\d\d|\n")
_POINTED = r"\s?[.|)]\s?[-–—]?\s{1,2}(?=(?:«\s?)?[A-ZÀ-ÖØ-ÞŒ])"  # « N° 2023-12. Vente », « N° 12.- Vente »
_POINT = re.compile(_POINTED)
_VOTED = re.compile(r"(?:unanimite|majorite|(?:adopt|approuv|rejet|ajourn|retir)ee?s?|(?:prend|pris) acte)\s{1,2}$")
_CAPITAL = re.compile(rf"(?:{_POINTED}|\s)[A-ZÀ-ÖØ-ÞŒ][a-zà-ÿA-ZÀ-Þ]{{2}}")
_SEPARATED = re.compile(rf"\s{{0,2}}[-–—:/!]|\s[a-zA-Z.]{{1,6}}/?20\d\d|\n|\s(?=[A-ZÉÈÀ«])|{_POINTED}")
# « n° 2023-12/2023-13 »; a stroke before a word stops a number.
_REFERENCE_AFTER = re.compile(
    r"\s{0,2}(?:du\s(?!conseil)|en date|portant|relative|relatif|prise? |et n|a la|au|de la d|,\s?\d|"
    r"/(?!\s{1,2}[^\W\d_]))"
)
# « Délibération n° 2022-12 du 4 mars 2022 : Vente du presbytère »: the day, then what stops it, then a capital.
OF_DAY = re.compile(
    r"\s{0,2}(?:en date\s)?du\s(?:\w{5,8}\s)?\d{1,2}(?:er)?(?:\s\w{3,9}\s|[/.-]\d{1,2}[/.-])(?:19|20)\d\d\s{0,2}"
    r"(?:[:–—-]\s{1,2}|\n\s{0,3})(?=[^\W\d_])"
)
_PRESENTED = re.compile(r"\s{0,2}(?:presente|expose|rapporte)e?s? par\b")  # below a title: who reports it
_TITLE_NEXT = re.compile(rf"(?:\s?[:–—/-]\s|{_POINTED}|\s(?=[A-ZÀ-ÖØ-ÞŒ]{{4}}))\s?(?:[«\"]\s?)?[A-ZÀ-ÖØ-ÞŒ]['’]?[\w'’]")
_LIST_OF = ("liste des ", "listes des ")  # « LISTE DES DÉLIBÉRATIONS N° 2024-12 Tarifs … »: the first of them
_ARTICLE = re.compile(r"[lrd][-. ]{0,2}(?!20[0-3]\d)\d{3,4}[-.](?!(?:19|20)\d\d(?!\d))\d")  # « L-2122.22 », of a law
_CODE_REFERRED = re.compile(
    r"(?:(?<!\w)(?:n\s?[°º]s?|loi|ordonnance|decret|article|arretes?|marche|[lr]\.?|jusqu'a la|"
    r"a partir de la|compter de la|(?:apres|avant|(?<!liste )des|jusqu'a|de|par)(?: la)? deliberations?|et|a)|\()\s?$"
)
_IN_RECEIPT = re.compile(r"-(?:19|20)\d{6}-$")  # « 083-218300999-20220407-DCM2022051-DE »
_HOUR = re.compile(r"\s?h\b|\s?heures|\s?[€%]|\s(?:et suivants|modifiee?)")
# Before a capital, past a stop or not; no sum.
_BEFORE_TITLE = (
    r"(?=(?:\s{0,2}(?:[-–—:|/]\s{0,2})?|[.)]\s?[-–—]?\s{1,2})[«\"]?[A-ZÀ-Þ][\w'’])(?!\s?(?:EUR|HT|TTC|HA|M2)\b)"
)
_NUMBER = Led(
    r"(?<![\w/.,°'’-])(?:(?P<rank>\d{1,4})(?P<way>[/.-](?:19|20)\d\d)|(?P<year>[1-4]\d[./-](?:(?:0[1-9]|1[0-2])[./-])?)(?P<count>\d{1,4})"
    r"|(?P<service>(?:19|20)\d\d[-_/.]?[A-Z]{1,4}[-_/.]?)(?P<place>\d{1,4})|(?P<whole>20[0-3]\d)(?P<nth>\d{2,4})"
    r"|(?P<first>\d{1,3}[/-])(?P<last>\d{2,3}))" + _BEFORE_TITLE,
    (),
    quick=r"[0-9](?<![\w/.,°'’-].)(?=\d{0,3}[/.-]\d|\d{3}(?:[A-Z]|\d{2}|[-_/.][A-Z]))",
)
_PAIR = re.compile(r"(?P<rank>\d{1,3})(?P<way>[/-][12]\d)$")  # « 7/23 », the rank before the year
# « D07 : Vente », « DL 012 – Vente »: no « D 12 », which is a road.
_LETTERED = Led(
    r"(?<![\w/.,°'’-])(?P<letters>(?:D|DEL|DL|DCM|DCC|CM|CC|CS|CP|BC|BM)[._-]?|(?:DCC|DL)\s)(?P<place>\d{1,3})"
    + _BEFORE_TITLE,
    ("D", "CM", "CC", "CS", "CP", "BC", "BM"),
)
_RANKS, _WAYS = ("rank", "count", "place", "nth", "last"), ("way", "year", "service", "whole", "first")
_FEWEST, _FARTHEST = 3, 2  # numbers of a series, from one to the next
_NEAREST, _LABEL = 16, 24  # characters
_LARGE = 5  # letters: « AFFAIRE », « POINT », no « DCM »


def numbers(zone: Zone, lined: bool) -> Iterator[Mark]:
    for label, number in labelled(zone.view, zone.start, zone.end):
        word = label["what"] or ""
        if word.startswith(NATURES_OF_ORDINALS) and _PRESENTED.match(zone.view.folded, number.end):
            continue
        if _may_head(zone, label.start(), number.end, lined):
            shape, groups = key_of(zone.view.folded[number.start : number.end])
            kind = "n" if not word or word.startswith(("deli", "d", "acte")) else word[:3]
            if groups:
                firm = stands_firm(zone, label.start()) and bool(
                    _SEPARATED.match(zone.view.text, number.end) or label["what"]
                )
                firm = firm or (word.startswith("deli") and OF_DAY.match(zone.view.folded, number.end) is not None)
                firm = firm or _is_printed_large(zone, label)
                firm = firm or (len(groups) > 1 and _stops_before_title(zone, label.start(), number.end))
                if word.startswith(NATURES_OF_ORDINALS) and _LEVEL.fullmatch(shape) and max(groups) < YEAR:
                    shape = LEVEL  # « Dossier n° 2-1 » comes between « Dossier n° 1 » and « Dossier n° 3 »
                yield Mark(label.start(), label.start(), Family(NUMBER, kind, shape), groups, firm)


def _stops_before_title(zone: Zone, start: int, end: int) -> bool:
    """« … secrétaire de mairie N° 2022-56 : FORÊT COMMUNALE »: its capital, then a stop and a title."""
    return zone.view.text[start] == "N" and _TITLE_NEXT.match(zone.view.text, end) is not None


def _is_printed_large(zone: Zone, label: re.Match[str]) -> bool:
    """« … adjoint aux finances QUESTION N° 22-06-01 »: a word in capitals, which no sentence would print so."""
    word = zone.view.text[slice(*label.span("what"))] if label["what"] else ""
    return len(word) >= _LARGE and word.isupper()


def is_reference(zone: Zone, at: int) -> bool:
    """True where the words before a number make it that of another act, a law, a lot, a parcel."""
    named = zone.view.folded.startswith("deliberation", at)  # « Budget » before it ends what came before
    if named and zone.view.folded.endswith(_LIST_OF, 0, at):
        return False
    return bool((_DETERMINED_BEFORE if named else _REFERENCE_BEFORE).search(zone.view.folded, max(0, at - 24), at))


def _may_head(zone: Zone, start: int, end: int, lined: bool) -> bool:
    """A labelled number heads an act unless the words around make it a reference to another one."""
    folded = zone.view.folded
    if folded[max(0, start - 2) : start].rstrip().endswith("("):
        return False  # it closes a title
    if _IN_RECEIPT.search(folded, max(0, start - 10), start):
        return False
    if _BARE.search(folded[start:end]) and not (_STOPPED.match(zone.view.text, end) or _is_alone(zone, start, end)):
        return False
    dated = OF_DAY.match(folded, end)
    if dated and zone.view.text[dated.end()].isupper() and zone.view.text[start].isupper():
        return not is_reference(zone, start)
    after = _REFERENCE_AFTER.match(folded, end)
    if (after and not _begins_sentence(zone.view.text, after)) or is_reference(zone, start):
        return False
    return (
        not lined
        or not folded[max(0, start - 60) : start].split("\n")[-1].strip()
        or folded[start : start + 4] == "deli"
    )


def _begins_sentence(text: str, after: re.Match[str]) -> bool:
    """« Délibération 2023-05 Aux termes de l'article … »: no « n° 2023-05 AU BUDGET »."""
    word = text[after.start() : after.end() + 2].strip()
    return word[:1].isupper() and word[1:2].islower()


def _is_alone(zone: Zone, start: int, end: int) -> bool:
    """« … la proposition. N°1 Vente du presbytère »: after the end of a sentence, before a capital.

    Not inside of a title in capitals: « APPARTEMENT N°2 DE LA HALLE ».
    """
    before = zone.view.text[max(zone.start, start - 12) : start].rstrip(" ")
    ended = not before or before[-1] in ".!?;)|*»\n" or before[-1].isdigit()
    ended = ended or (before.rsplit(" ", 1)[-1].isupper() and not zone.view.text[end : end + 4].strip().isupper())
    # « Vente du lavoir Adoptée N° 12 Tarifs », « … par semaine N° 12. TARIFS »
    ended = ended or _VOTED.search(zone.view.folded, max(zone.start, start - 12), start) is not None
    ended = ended or (zone.view.text[start] == "N" and before[-1].islower() and bool(_POINT.match(zone.view.text, end)))
    return ended and bool(_CAPITAL.match(zone.view.text, end))


def codes(zone: Zone, lined: bool) -> Iterator[Mark]:
    written = once(
        zone.view,
        ("codes", zone.start, zone.end),
        lambda: tuple(
            code for way in (CODE, SPACED_CODE) for code in bounded(zone.view, find_scanned(zone, way), CODES)
        ),
    )
    for code in written:
        shape, groups = key_of(code[0])
        if (
            len(groups) == 3
            and (groups[2] > 1900 or (groups[0] < 32 and groups[1] < 13 and re.search(r"(?<!\d)\d{1,2}$", code[0])))
            and shape[0] == "#"
            and not re.fullmatch(r"[\d ]+", code[0])
        ):
            continue  # a date
        if code[0][0].isalpha() and (not zone.view.text[code.start()].isupper() or _ARTICLE.match(code[0])):
            continue
        if _CODE_REFERRED.search(zone.view.folded, max(0, code.start() - 30), code.start()) or _HOUR.match(
            zone.view.folded, code.end()
        ):
            continue
        if not lined or begins_line(zone, code.start()):
            yield Mark(code.start(), code.start(), Family(CODED, shape=shape), groups, stands_firm(zone, code.start()))


def counted(zone: Zone) -> Iterator[Mark]:
    """The numbers that follow one another, where three do."""
    ways: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for match in (*zone.find_exact(_NUMBER), *zone.find_exact(_LETTERED)):
        if not is_reference(zone, match.start()) and not _is_enclosed(zone.view.text, match):
            for way, rank in _read(match):
                ways[way].append((rank, match))
    for found in ways.values():
        for chain in _chains(found):
            yield from (_mark(zone, match) for match in chain)


def _is_enclosed(text: str, match: re.Match[str]) -> bool:
    """« Vente du lavoir (n° 2023-12) La maison … »: it closes a title."""
    return text.startswith(")", match.end()) and "(" in text[max(0, match.start() - _LABEL) : match.start()]


def _read(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """What a number has in common with those that it may follow, and its rank; « 7/23 » and « 7/12 » may be either."""
    if match.re is _LETTERED.pattern:
        yield match["letters"], int(match["place"])
        return
    yield next(match[way] for way in _WAYS if match[way]), next(int(match[rank]) for rank in _RANKS if match[rank])
    if pair := _PAIR.match(match[0]):
        yield pair["way"], int(pair["rank"])


def _chains(found: Sequence[tuple[int, re.Match[str]]]) -> Iterator[list[re.Match[str]]]:
    chain: list[tuple[int, re.Match[str]]] = []
    for rank, match in (*found, (-1, None)):
        follows = match and chain and 0 < rank - chain[-1][0] <= _FARTHEST
        if match and follows and match.start() - chain[-1][1].end() >= _NEAREST:
            chain.append((rank, match))
            continue
        if len(chain) >= _FEWEST:
            yield [one for _, one in chain]
        chain = [(rank, match)] if match else []


def _mark(zone: Zone, match: re.Match[str]) -> Mark:
    shape, groups = key_of(zone.view.folded[match.start() : match.end()])
    return Mark(match.start(), match.start(), Family(CODED, "counted", shape), groups, stands_firm(zone, match.start()))
