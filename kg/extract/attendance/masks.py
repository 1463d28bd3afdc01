"""What stands beside the names of a list and is none (roles, places, notes), replaced by marks of equal length."""

import re
from collections.abc import Callable, Iterator

from kg.extract.attendance.away_places import places_of_away
from kg.extract.attendance.cues import ROLE, UPPER
from kg.extract.attendance.places import place_labels, place_lines
from kg.extract.attendance.towns_after import towns_between
from kg.text.lexicon import GIVEN_NAMES
from kg.text.view import fold_same_length

MARK = "¦"
# A word of a label, and what parts it from the one before: possessive, since a hyphen may belong to both (« A-A-A- »).
_NEXT_WORD = rf"[ \n]++(?:-++[ \n]++)*+[{UPPER}'-]{{2,}}+"
_LABEL = re.compile(
    rf"(?<![A-Za-zÀ-ÿ'-])(?P<words>[{UPPER}][{UPPER}'-]++(?:(?:{_NEXT_WORD}){{0,7}}"
    rf"|(?:{_NEXT_WORD}){{0,6}}[ \n](?:-*[ \n])*--+))\s?:(?!\s*(?:pr[ée]s|abs|exc))"
)
# « Groupe « Droite et Centre » : », « Commune de Saint-Prix : », « titulaires : »: whom the members after it stand for,
# what they are.
_LABELS = re.compile(
    r"(?<![\w'-])(?:(?:groupe|communes?|villes?|cc|ca|cu|communaute|agglomeration|metropole|departement|region|canton|syndicat"
    r"|college|liste|collectivite)s?\b(?!\s*:)(?:(?!\b(?:monsieur|madame|mme)\b)[^:;,.()]){1,80}?"
    r"|non[- ]inscrite?s?|sans etiquette"
    r"|(?:titulaires?|suppleante?s?|membres?|elus?|delegues?)(?:\s+(?:titulaires?|suppleante?s?))?)\s?"
    # « CC du Val – Mme ROUX »
    r"(?::|[–—-]\s(?=(?:m|mm|mr|mme|mmes|monsieur|madame)[.\s]))"
)
# « pour la commune de VALBRUN madame ROUX »
_SENT_BY = re.compile(r"\bpour la commune d(?:e|u|es|')\s?[^:;,.()]{2,50}?(?=\s(?:monsieur|madame|mme)\s)")
# « Zoé VERT (en remplacement de Luc BRUN, CC du Val) »: the body that sends a member
_KIND = r"(?:CC|CA|CU|CCAS|EPCI|PETR|SIVOM|SIVU|EPT|Communauté|Agglomération|Métropole|Syndicat|Commune|Ville)"
_BODY = re.compile(
    rf"(?<=[(,;]\s){_KIND}\s"
    rf"(?:(?:du|de|des|la|le|les|et|[a-z]{{5,14}})\s|[dl]['’]|[{UPPER}][a-zà-ÿ'’-]+\s?){{1,8}}(?=[,;)])"
)
_CROSS = re.compile(r"(?<=[\s|])[xX](?=[\s|]|$)")
_FEW_CROSSES = 2  # « Paul X NOIR » is a name
# « Paul NOIR », « P. NOIR », « NOIR Paul », behind the words of a role.
_GIVEN = rf"[{UPPER}][a-zà-ÿ]+(?:-[{UPPER}][a-zà-ÿ]+)?"
_NAME_WITHIN = re.compile(
    rf"(?<=[^\W\d_][ \n])"
    rf"(?:(?P<given>{_GIVEN}|[{UPPER}]\.(?:-?[{UPPER}]\.)?) (?:(?:de|du|la|le|d') ?){{0,2}}[{UPPER}][\w'-]"
    rf"|[{UPPER}][{UPPER}'-]+(?: [{UPPER}'-]{{2,}}){{0,2}} (?P<after>[{UPPER}][a-zà-ÿ]+)(?![\w]))"
)
_ON_ITS_LINE = re.compile(r"\n(?=(?:D[EeUu]|Des|DES|À|A)\s|D')")  # « maire ⏎ De la Rive Jean »
_LED = re.compile(r"\s*(?:M\.|MM\.|Mr|Mmes?|Monsieur|Madame)\s")
_PARTICLE = re.compile(
    r"(?:DE|DU|DES|LE|LA|LES|EL|VAN|DOS|DA|DI|AL|BEN|DEL|VON|DER|TEN|TER)[ \n]+(?:(?:LA|DER|DEN)[ \n]+)?"
)
_PLACE = re.compile(r"\s*(?:[A-ZÀ-ÖØ-Þ][\w' \n-]{1,50}|[A-Z]{1,4}|[\d ]{1,5})\s*")
_KEEP = re.compile(r"pouv?oir|procuration|mandat|represent|supple|remplac|\bpar\b|(?:^|\s)a\s+m")
_PLACE_OF = re.compile(
    rf"(?<![\w'-])[{UPPER}][{UPPER}'-]*(?:\s[{UPPER}'-]+){{0,6}}\s?(?=\((?!{_KIND}\s)(?:[{UPPER}][{UPPER}'-]+\s){{1,3}}[{UPPER}][a-zà-ÿ]+[-\w]*(?:\s[A-Z][a-z]+)?(?:\s[a-z]|[)}}]))"
)
_NOTE = re.compile(r"partir d|compter d|jusqu|arrive|depart|sauf|absent|present|sorti")
_PARENTHESES = re.compile(r"[(\[]([^()\[\]]{0,160})[)}\]]")
# « ROUX-ABSENTE »: what a table says of the member, glued to the name.
_ANSWER = re.compile(r"\s?-\s?(?:ABSENTE?|EXCUSÉE?|PROCURATION|POUVOIR|PRÉSENTE?)\b")
_SHORT_PROXY = re.compile(r"(?<=\()\s?(?:PV|PR|PVR|PROC)(?=\.?\s?(?:à|a|:)\s)")  # « (PV à Mme ROUX) »
_CLOCK = re.compile(
    r"\(?,?\s*(?:arrive|depart|partie?|quitte|sorti|present|absent)\w*[^,;()\n]{0,60}?\d{1,2}\s?(?:h|heures|:)\s?(?:\d{2})?(?:[^,;()\n]{0,12}\))?"
    r"|\(?(?:a partir de|jusqu'a|a compter de|des|depuis)\s+\d{1,2}\s?(?:h|heures|:)\s?(?:\d{2})?\s?\)?"
)


def mask(text: str, folded: str, start: int, end: int, kind: str, keep: Callable[[str], bool]) -> str:
    """The passage with all that is no name masked; same length, so that offsets hold.

    ``kind`` is that of the section. What parentheses hold and ``keep`` knows (the name of a member) stays.
    """
    listed = kind == "present"
    out = list(text[start:end])
    lower = folded[start:end]

    def hide(first: int, last: int) -> None:
        out[first:last] = MARK * (last - first)

    held = _of_places(text, start, end)
    for place in held:
        hide(place.start() - start, place.end() - start)
    within = {place.end() - start for place in held}
    for match in _PARENTHESES.finditer(lower):
        inside = text[start + match.start(1) : start + match.end(1)]
        if (
            match.start() not in within
            and not _KEEP.search(match[1])
            and (_PLACE.fullmatch(inside) or _NOTE.search(match[1]) or not re.search(r"[A-ZÀ-ÖØ-Þ]{2}", inside))
            and not (" " in inside and keep(inside))
            and not _is_given(text, start + match.start(), inside)
        ):
            hide(*match.span())
    for match in _ANSWER.finditer(text, start, end):
        hide(match.start() - start, match.end() - start)
    for first, last in _roles(text, lower, start):
        hide(first, last)
    for first, last in _beside(text, folded, start, end, kind):
        hide(first, last)
    for match in _LABEL.finditer(text, start, end):
        if listed or _LED.match(text, match.end()):
            hide(_label_start(text, match, start) - start, match.end() - start)
    return "".join(out)


def _beside(text: str, folded: str, start: int, end: int, kind: str) -> Iterator[tuple[int, int]]:
    """The labels before the members of a list, the bodies that send them, and the crosses of a column after each."""
    yield from ((match.start() - start, match.end() - start) for match in _BODY.finditer(text, start, end))
    if kind != "present":
        away = places_of_away(text, folded, start, end, proxies=kind == "proxies")
        yield from ((first - start, last - start) for first, last in away)
        yield from ((match.start() - start, match.end() - start) for match in _SHORT_PROXY.finditer(text, start, end))
        return
    yield from ((first - start, last - start) for first, last in towns_between(text, start, end))
    lower = folded[start:end]
    for match in _LABELS.finditer(lower):
        yield match.span()
    for match in _SENT_BY.finditer(lower) if "pour la commune" in lower else ():
        yield match.span()
    yield from ((first - start, last - start) for first, last in place_labels(text, folded, start, end))
    yield from ((first - start, last - start) for first, last in place_lines(text, start, end))
    crosses = [match.start() - start for match in _CROSS.finditer(text, start, end)]
    if len(crosses) > _FEW_CROSSES:
        yield from ((cross, cross + 1) for cross in crosses)


def _roles(text: str, lower: str, start: int) -> Iterator[tuple[int, int]]:
    """Clocks and roles, but for « Lucie MAIRE »."""
    for pattern in (_CLOCK, ROLE):
        for match in pattern.finditer(lower):
            if not _is_surname(text, start + match.start(), start + match.end()):
                yield match.start(), _before_name(text, start + match.start(), start + match.end()) - start


def _before_name(text: str, start: int, end: int) -> int:
    """« adjointe aux finances Paul NOIR, conseiller »: where the next member begins, whom no separator parts."""
    if line := _ON_ITS_LINE.search(text, start, end):
        return line.start()
    for name in _NAME_WITHIN.finditer(text, start, end) if text[start + 1].islower() else ():
        given = fold_same_length(name["given"] or name["after"])
        if given.split("-")[0] in GIVEN_NAMES or name[0][1] == ".":
            return name.start()
    return end


def _is_given(text: str, start: int, inside: str) -> bool:
    """« VALMONT (Anne) »: the given name after a surname in capitals."""
    word = fold_same_length(inside).split("-")[0]
    return word in GIVEN_NAMES and text[start - 1 : start].isspace() and text[max(0, start - 3) : start - 1].isupper()


def _of_places(text: str, start: int, end: int) -> list[re.Match[str]]:
    """« SAINT-PRIX (ROUX Anne), VALBRUN (NOIR Paul) »: the communes before the members they send."""
    places = list(_PLACE_OF.finditer(text, start, end))
    return places if len(places) > 1 else []


def _is_surname(text: str, start: int, end: int) -> bool:
    """« Lucie MAIRE », « M. MAIRE DU VAL Luc »: a role in capitals right after a given name, or led by a civility."""
    before = text[max(0, start - 25) : start]
    words = text[start:end].split()
    if words[0].isupper() and re.search(r"\b(?:M\.|Mr|Mme|Mlle) $", before):
        return True
    return text[start:end].isupper() and bool(re.search(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? $", before))


def _label_start(text: str, match: re.Match[str], floor: int) -> int:
    """« Paul NOIR SAINT-PRIX : »: the first word in capitals ends the name before it, the others name the commune."""
    start = match.start()
    before = text[max(floor, start - 30) : start]
    if not re.search(r"(?:[a-zà-ÿ]|\b[A-Z]\.)[ \n]+$", before) or before.endswith("pour "):
        return start
    if (line := text.rfind("\n", start, match.end("words"))) >= 0:
        return line + 1  # « Paul VON DER NOIR ⏎ SAINT-PRIX : »: the label has its line
    particle = _PARTICLE.match(text, start)
    word = re.compile(r"[A-ZÀ-ÖØ-Þ'-]+").match(text, particle.end() if particle else start)
    return min(word.end(), match.end()) if word else start
