"""The number of an act that stands alone: « Délibération n° », « N° », a code; the receipt settles a doubt.

« 18-2018 – Création d'un poste », « Tarifs de la piscine N° 2022-014 »: it may be read inside of the title."""

import re

from kg.extract.act import Zone
from kg.extract.layout.marks.mark import is_alone_before
from kg.extract.layout.titles.numbers import CODE, DAY_CODE, LABEL, is_ordinal, number_at
from kg.extract.layout.titles.shapes import trimmed
from kg.model import Span
from kg.text.view import View

_RECEIPT = re.compile(
    r"(?<!\d)\d{3}\s?-\s?\d{9}\s?-\s?\d{8}\s?-(?P<number>[\w .-]{1,40}?)-?\s?(?:de|ar|au|cc|dec|bf)(?![a-z])"
)
_REFERRED = re.compile(
    r"(?:^|[\s'(])(?:la|les|vu|par|de|cette|des|a|du|et|suivant|present[e]?s?|conformement|"
    r"l'article|arrete|loi|decret|sa|une|lors)\s*(?:la\s|sa\s|une\s)?$"
)
# « EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL N° 2020-12 »: the page names itself, then its number.
_NAMES_PAGE = re.compile(
    r"(?<!\w)(?:registre|proces[- ]verba(?:l|ux)|extraits?|cahier|recueil)\s{1,3}(?:des|de la)\s{1,3}$"
)
_SAYS_NUMBER = re.compile(r"(?<!\w)(?:n(?:umero|\s?[°ºo]|\s)|(?:dcm|d\.c\.m|del(?:ib)?)\.?\s*$)")
_OWN = re.compile(r"[a-z]{1,5}[-_ ]?\d{2}|(?:19|20)\d\d\D?\d")
_TOLD = re.compile(r"\s{0,2}(?:en date|(?P<what>portant|relative)|modifi(?!cations?\b))")
_RANGE = re.compile(r"\s?(?:e|eme|er)\b|\s(?:a|et)\s(?:n\s?[°º]\s?)?\d")  # « 3e », « n° 12 à 15 »
_REFERENCE = re.compile(
    r"(?<![\w/])(?<!nos )(?<!vos )(?<!n/)(?<!v/)ref(?:erence)?\s?\.?\s?:\s{0,2}(?=[a-z]{0,6}[-_ .]?\d)"
)
# « Référence ⏎ 20190701CA17 »: what else could so be called has no such code.
_REFERENCE_ALONE = re.compile(
    r"(?<![\w/])ref(?:erence)?\s?\.?\s?:?\s{0,3}(?=\d{4,8}[a-z]{1,4}\d|[a-z]{2,6}[-_]\d{4}[-_])"
)
# « 2006 DCL 88 », on a line of its own: the year, the service, the rank.
_OF_SERVICE = re.compile(
    r"^[ \t]{0,8}(?P<code>(?:19|20)\d\d [A-Z]{2,6} \d{1,4}[A-Z]?(?:-\d{1,2})?)(?=[ \t]*$)", re.MULTILINE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TAKEN = re.compile(r"(?<!\d)\d{3}\s?-\s?\d{9}\s?-\s?\d{8}\s?-[^\n]{0,40}")
_YEAR_MONTH_RANK = re.compile(r"[1-4]\d[-/.](?:0\d|1[0-2])[-/.]\d{3}")  # « 25-10/075 »: no date has as many figures
_SHORT = re.compile(r"(?<![\w/.,°'-])(?<!-\s)[1-4]\d[-_/.]\d{2,4}(?![\w/.,-]?\w)")  # the year and the rank
# « 07-12 OBJET : Vente », « D12 L'an deux mille … »: nothing but its place, right before the words of an act, tells it.
_PLACED = re.compile(
    r"(?<![\w/.,°'-])(?<!\bdu\s)(?<!\ble\s)(?<!\bau\s)(?<!:\s)(?P<number>[1-4]\d[-_/.]\d{2,4}|\d{1,3}[-_/][1-4]\d|0\d[-_/]\d{2,3}"
    r"|20[0-3]\d[a-z]{1,3}\d{1,4}|20[0-3]\d\d{2,3}|d\.?\d{2,3}|(?:[1-4]\d[-_/.]){2}\d{2,3}|[1-4]\d[-_.](?:0\d|1[0-2])[-_.]\d{2,3})"
    r"\s{1,3}(?=objet\s?[:–-]|l'an\s(?:deux|mil|20))"
)
FOOT, LABELLED, _LONG_CODE, _FIRST_CODES = 500, 3, 7, 16
# The rank and the year, or the year and the rank, before a dash: it numbers the title that follows.
_LEADING = re.compile(
    r"(?P<number>\d{1,4}[-/](?:19|20)\d\d|(?:19|20)\d\d[-/_.]\d{1,4}(?:[-/_.]\d{1,4})?|[1-4]\d[-/.]\d{2,3}"
    r"|[A-Z]{1,5}[-_ ]?(?:19|20)?\d\d[-/_.]\d{1,4})\s{0,2}[-–—:]\s{1,2}(?=[«A-ZÀ-Þ])"
)
# « 7 – Vente du presbytère », « Rapport n° 12 : Vente … », « III – FINANCES / III.1 Vente … »: places in an agenda.
_AGENDA_PLACE = re.compile(
    r"(?:(?i:objet|rapport|question|point|affaire|dossier)\s(?:[Nn]\s?[°º]\s?)?(?P<named>\d{1,3})\s?[:.–—-]{1,2}|(?P<place>\d{1,2})\s?(?:[–—.)/]|-(?=\s)|°\)){1,2}"
    r"|(?:[IVX]{1,4}\s?[–—./-]\s[^.;:\n\d]{3,50}?\s?[/–—-]\s)?[IVX]{1,4}(?:\.\d{1,2}|\s[–—-]|\)|\s/|\.(?=\s))\.?)\s{1,3}(?=[«\"]?[A-ZÀ-Þ])"
)
_CLOSING = re.compile(
    r"[\s,;:.(–—-]{1,4}(?:d[ée]lib[ée]ration\s)?n\s?[°º](?:\s?(?P<number>[a-z]{0,5}[-_ ]?\d[\w/._-]{2,18})\s?\)?)?\s*$",
    re.IGNORECASE,
)


def own_number(head: Zone, limit: int) -> Span | None:
    """The act's own number: labelled « Délibération n° », then « N° », then a code, before ``limit``."""
    view = head.view
    candidates = number_candidates(head.part(head.start, limit))
    receipt = _RECEIPT.search(view.folded, head.start, head.end)
    printed = letters_of(receipt["number"]) if receipt else ""
    confirmed = [
        (rank, -(span.end - span.start), span)
        for rank, span in candidates
        if printed
        and letters_of(view.folded[slice(*span)])
        and printed.endswith(letters_of(view.folded[slice(*span)]))
        and not is_ordinal(view, span)
    ]
    if confirmed:  # « Rapport n° 4-12 » ends as the receipt does, too
        return min(confirmed)[2]
    if printed and (short := _as_received(head, printed)):
        return short
    told_again = {span for rank, span in candidates[:_FIRST_CODES] if _is_told_again(view, rank, span)}
    best = min(
        candidates,
        key=lambda one: (one[1] not in told_again, one[0], is_ordinal(view, one[1])),
        default=(0, None),
    )[1]
    return (best and not is_ordinal(view, best) and best) or _of_service(head) or best


def _is_told_again(view: View, rank: int, span: Span) -> bool:
    """« CP-2023-04-118 » beside « Rapport n° 5-02 », where the foot says « Délibération CP-2023-04-118 »."""
    code = view.folded[slice(*span)]
    if rank < LABELLED or len(code) < _LONG_CODE:
        return False
    labels = (f"deliberation {code}", f"deliberation n° {code}", f"deliberation n°{code}")
    return any(view.folded.find(label, span.end) >= 0 for label in labels)


def _as_received(head: Zone, printed: str) -> Span | None:
    """« 23-0208 » without a label, where the receipt says « DEL23_0208 »: its figures, all of them."""
    figures = re.sub(r"\D", "", printed)
    codes = (Span(*code.span()) for code in head.find(_SHORT))
    return next((code for code in codes if letters_of(head.view.folded[slice(*code)]) == figures), None)


def _of_service(head: Zone) -> Span | None:
    """« 2006 DCL 88 », « réf. : 2021/46 »: where nothing else is a number."""
    if code := next(head.find_exact(_OF_SERVICE), None):
        return Span(*code.span("code"))
    if label := head.first(_REFERENCE):
        return number_at(head.view, label.end())
    placed = head.first(_PLACED)
    return Span(*placed.span("number")) if placed else None


def number_at_foot(zone: Zone) -> Span | None:
    """« N° de délibération : 2018_094 » below the act, on one of its last lines."""
    foot = zone.part(max(zone.start, zone.end - FOOT), zone.end)
    found = [span for rank, span in number_candidates(foot) if rank < LABELLED]
    return found[-1] if found else None


def letters_of(text: str) -> str:
    """A number without its punctuation, to compare its mentions."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def number_candidates(head: Zone) -> list[tuple[int, Span]]:
    """What may be the act's number, each with its rank: 0 for the surest."""
    view = head.view
    stamps = [match.span() for match in head.find(_TAKEN)]
    found: list[tuple[int, Span]] = []
    for label in head.find(LABEL):
        number = number_at(view, label.end())
        if number and not _is_reference(view, label, number) and not _is_prefix(view, label, number):
            what = label["what"] or ""
            own = what.startswith(("d", "acte")) and not what.startswith("dossier")
            rank = 0 if own else 1 if not what else 2
            if not (what and not own and is_ordinal(view, number)) and not _is_year(view, label, number):
                found.append((rank, number))
    referred = (number_at(view, label.end()) for label in head.find(_REFERENCE_ALONE))
    found.extend((LABELLED - 1, number) for number in referred if number)
    for code in (*head.find(CODE), *head.find(DAY_CODE)):
        if not any(start <= code.start() < end for start, end in stamps) and _is_own_line(view, code):
            number = number_at(view, code.start())
            if number:
                found.append((LABELLED, number))
    return found


def _is_prefix(view: View, label: re.Match[str], number: Span) -> bool:
    """« N° DCM2023-38 »: what follows « N° » is the number, with its letters."""
    before = view.folded[max(0, label.start() - 6) : label.start()].rstrip()
    glued = label["what"] == label[0] or label["what"] == "del"
    return glued and label.end() == number.start and before.endswith(("n°", "nº"))


def _is_year(view: View, label: re.Match[str], number: Span) -> bool:
    """« Délibérations 2021 » names a page of the site."""
    return "n" not in label[0][len(label["what"] or "") :] and bool(_YEAR.fullmatch(view.folded, *number))


def _is_reference(view: View, label: re.Match[str], number: Span) -> bool:
    before = view.folded[max(0, label.start() - 20) : label.start()]
    after = view.folded[number.end : number.end + 24]
    told = _TOLD.match(after)
    if (told and not _heads(view, label, before, told)) or _RANGE.match(after):
        return True
    if re.search(
        r"(?:loi|decret|arrete|article|ordonnance|lot|avenant|phase|tranche|cs|bp|code|tel|delibere|numero|commission|canton)\s*$",
        before,
    ):
        return True
    named = _NAMES_PAGE.search(before) and (_SAYS_NUMBER.search(label[0]) or _OWN.match(view.folded, *number))
    return bool(_REFERRED.search(before)) and not named and not (label["what"] or "").startswith("affaire")


def _heads(view: View, label: re.Match[str], before: str, told: re.Match[str]) -> bool:
    """« DÉLIBÉRATION N° 2021-27 portant création … »: the act's own, in capitals; « en date du » tells of another's."""
    if not view.text[label.start() : label.end()].isupper():
        return False
    named = (label["what"] or "").startswith("delib") and told["what"] and not _REFERRED.search(before)
    return bool(named) or is_alone_before(view, label.start())


def _is_own_line(view: View, code: re.Match[str]) -> bool:
    """A bare code counts where it is not a date, a telephone number, a share of something or a postal code."""
    text = code[0]
    groups = re.findall(r"\d+", text)
    if re.fullmatch(r"\d{1,2}\s?[-/.–—]\s?\d{1,2}\s?[-/.–—]\s?(?:\d\d|\d{4})", text) or re.fullmatch(
        r"\d{1,2}\s?[-/.]\s?\d{1,2}", text
    ):
        return False
    before = view.folded[max(0, code.start() - 14) : code.start()]
    if re.search(r"(?<!\w)(?:l|r|d|article|articles|art|loi|decret|tel|fax|et|n°|du|page|le)[ .:°*]{0,3}$", before):
        return False
    if _YEAR_MONTH_RANK.fullmatch(text) or ("_" in text and re.search(r"\d_[a-z]{2}", text)):
        return True
    return (bool(re.match(r"[a-z]", text)) and len(groups) > 1) or (
        bool(re.match(r"(?:19|20)\d\d(?:\D|\d{4}[\s_-])", text)) and "\n" not in text
    )


def _is_counted(view: View, title: Span, place: re.Match[str]) -> bool:
    """« 1 – Budget principal 2 – Budget annexe »: all places are of the matter."""
    following = int(place["place"] or place["named"] or 0) + 1
    return re.search(rf"(?<!\d){following}\s?[–—./):-]", view.text[slice(*title)]) is not None


def parted(view: View, number: Span | None, title: Span | None) -> tuple[Span | None, Span | None]:
    """The number and the title of an act, where one of them is read inside of the other."""
    if title is None:
        return number, title
    if number and title.start < number.start < title.end and is_ordinal(view, number):
        number = None  # « Décision modificative n° 2 » numbers no act
    if (place := _AGENDA_PLACE.match(view.text, *title)) and not _is_counted(view, title, place):
        title = Span(place.end(), title.end)
    if leading := _LEADING.match(view.text, *title):
        own = Span(*leading.span("number"))
        return (number or own), Span(leading.end(), title.end)
    closing = _CLOSING.search(view.text, *title)
    if closing and (number is None or closing["number"] in (None, view.text[slice(*number)])):
        number = number or (Span(*closing.span("number")) if closing["number"] else None)
        return number, trimmed(view.text, title.start, closing.start())
    return number, title
