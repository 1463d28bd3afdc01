"""The number and the title of an act that stands alone: « N° … », « Objet : … », « Madame X rapporte : »."""

import re

from kg.extract.act import Zone
from kg.extract.headings import Heading
from kg.extract.layout.above import title_above
from kg.extract.layout.numbers import CODE, LABEL, is_ordinal, number_at
from kg.extract.layout.paragraph import title_before_report
from kg.extract.layout.standing import is_alone_before
from kg.extract.layout.titles import title_at
from kg.extract.layout.unnumbered import CAPITALS, OBJECT, opens_report, title_in_capitals
from kg.model import Span
from kg.text.view import View

HEAD = 6000
_RECEIPT = re.compile(
    r"(?<!\d)\d{3}\s?-\s?\d{9}\s?-\s?\d{8}\s?-(?P<number>[\w .-]{1,40}?)-?\s?(?:de|ar|au|cc|dec|bf)(?![a-z])"
)
_REPORT = re.compile(
    r"(?<![\w'])(?:vu\s|vus?\s?:|considerant|monsieur le (?:maire|president)\s(?:rappelle|expose|"
    r"indique|informe|propose|presente)|apres en avoir|il est (?:rappele|propose|expose))"
)
_ATTENDANCE = re.compile(
    r"secretaires?\b|absent|excuse|pouvoirs?\b|procuration|convocation|presents?\b|votants?|en exercice|quorum"
)
_DECLARED = re.compile(r"(?:19|20)\d\d\s*(?:[-–—:]\s*)?")
_REFERRED = re.compile(
    r"(?:^|[\s'(])(?:la|les|vu|par|de|cette|des|a|du|et|suivant|present[e]?s?|conformement|"
    r"l'article|arrete|loi|decret|sa|une|lors)\s*(?:la\s|sa\s|une\s)?$"
)
_AFTER_TITLE = re.compile(r"\s{0,3}[-–—(,.]?\s{0,2}(?=n\s?[°º])")
_NO_TITLE = re.compile(
    r"page\s\d|courriers?\s(?:arrivee?|recu)|(?:arrivee?|recue?)\s(?:le|en)\s|"
    r"(?:resultats?|detail) (?:du|des) (?:scrutin|vote)"
)
# What tells of the sitting: a title stands between the act's number and these words.
_SITTING = re.compile(
    r"[\s.;:–—-]{0,6}(?:nombre\s(?:de|d')|nbre|l'an\s|date\s(?:de|d')|membres\s|etaient\s|presents?\s|convocation|"
    r"l[ea]\s(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)\s|\d{1,2}(?:er)?\s[a-z]{3,9}\s20))"
)
_LETTERHEAD = re.compile(
    r"extrait du registre|registre des|republique|commune de|ville de|departement|seance du|page\s\d"
)
_RANGE = re.compile(r"\s?(?:e|eme|er)\b|\s(?:a|et)\s(?:n\s?[°º]\s?)?\d")  # « 3e », « n° 12 à 15 »
_AGAIN = re.compile(r"\s*(?:deliberation\s)?n\s?[°º]\s?")
_TAKEN = re.compile(r"(?<!\d)\d{3}\s?-\s?\d{9}\s?-\s?\d{8}\s?-[^\n]{0,40}")


def single_heading(zone: Zone) -> Heading:
    """What heads the only act of a zone; the heading ends where its report begins."""
    view = zone.view
    head = zone.part(zone.start, zone.start + HEAD)
    number = _number(head)
    title, rule = _title(head, number)
    start = title.start if title else number.start if number else zone.start
    end = max(title.end if title else start, start)
    if title and (after := _number_after(view, title, number)):
        number, end = after, max(end, after.end)
    return Heading(start, end, number, title, rule)


def _number_after(view: View, title: Span, number: Span | None) -> Span | None:
    """A number that closes the title, where none was read before it."""
    gap = _AFTER_TITLE.match(view.folded, title.end)
    label = LABEL.match(view.folded, gap.end()) if gap and number is None else None
    return number_at(view, label.end()) if label else None


def _number(head: Zone) -> Span | None:
    """The act's own number: labelled « Délibération n° », then « N° », then a code; the receipt settles a doubt."""
    view = head.view
    limit = _first_report(head)
    candidates = [(rank, span) for rank, span in _candidates(head.part(head.start, limit))]
    receipt = _RECEIPT.search(view.folded, head.start, head.end)
    printed = _key(receipt["number"]) if receipt else ""
    confirmed = [
        span
        for _, span in candidates
        if printed
        and _key(view.folded[slice(*span)])
        and printed.endswith(_key(view.folded[slice(*span)]))
        and not is_ordinal(view, span)
    ]
    if confirmed:
        return confirmed[0]
    return min(candidates, key=lambda candidate: candidate[0], default=(0, None))[1]


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _first_report(head: Zone) -> int:
    """Where the head of an act gives way to its visas or its report."""
    objects = [match.end() for match in head.find(OBJECT)]
    visa = next((match.start() for match in head.find(_REPORT) if match.start() > head.start + 60), head.end)
    return max([visa, *(place + 250 for place in objects[:1])])


def _candidates(head: Zone) -> list[tuple[int, Span]]:
    view = head.view
    stamps = [match.span() for match in head.find(_TAKEN)]
    found: list[tuple[int, Span]] = []
    for label in head.find(LABEL):
        number = number_at(view, label.end())
        if number and not _is_reference(view, label, number):
            what = label["what"] or ""
            own = what.startswith(("d", "acte")) and not what.startswith("dossier")
            rank = 0 if own else 1 if not what else 2
            if not (what and not own and is_ordinal(view, number)):
                found.append((rank, number))
    for code in head.find(CODE):
        if not any(start <= code.start() < end for start, end in stamps) and _is_own_line(view, code):
            number = number_at(view, code.start())
            if number:
                found.append((3, number))
    return found


def _is_reference(view: View, label: re.Match[str], number: Span) -> bool:
    before = view.folded[max(0, label.start() - 20) : label.start()]
    after = view.folded[number.end : number.end + 24]
    own = view.text[label.start() : label.end()].isupper() and is_alone_before(view, label.start())
    if (not own and re.match(r"\s{0,2}(?:en date|portant|relative|modifi)", after)) or _RANGE.match(after):
        return True
    if re.search(
        r"(?:loi|decret|arrete|article|ordonnance|lot|avenant|phase|tranche|cs|bp|code|tel|delibere|numero)\s*$", before
    ):
        return True
    return bool(_REFERRED.search(before)) and not (label["what"] or "").startswith("affaire")


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
    return (bool(re.match(r"[a-z]", text)) and len(groups) > 1) or (
        bool(re.match(r"(?:19|20)\d\d\D", text)) and "\n" not in text
    )


def _title(head: Zone, number: Span | None) -> tuple[Span | None, str]:
    """The title and the rule that read it."""
    view = head.view
    for found in head.find(OBJECT):
        if view.text[found.start()].isupper() and (title := title_at(view, found.end(), head.end)):
            return title, "object"
    if title := title_before_report(head):
        return title, "before-report"
    for printed in _same_numbers(head, number):
        if title := _after_number(view, printed, head.end):
            return title, "after-number"
    if title := _in_capitals(head):
        return title, "capitals"
    if title := title_above(head):
        return title, "above-members"
    return None, "none"


def _same_numbers(head: Zone, number: Span | None) -> list[Span]:
    """The places of the head where the act's number is printed."""
    if number is None:
        return []
    key = _key(head.view.folded[slice(*number)])
    printed = [span for _, span in _candidates(head) if _key(head.view.folded[slice(*span)]) == key]
    return [number, *(span for span in printed if span != number)]


def _after_number(view: View, number: Span, limit: int) -> Span | None:
    """« n° 13-02-2023 - Approbation … », « N°41/Agenda 21 … », « DU 25 JANVIER 2023 » passed over."""
    dated = re.compile(r"\s*(?:en date )?du\s(?:\w{4,8}\s)?\d{1,2}(?:er)?\s\w{3,9}\s\d{4}\s*").match(
        view.folded, number.end
    )
    at = dated.end() if dated else number.end
    if dated is None and _AGAIN.match(view.folded, at):
        return None
    separated = re.compile(r"\s*[-–—:/!]\s*").match(view.text, at)
    title = title_at(view, separated.end() if separated else at, limit)
    if not dated and not separated and not (title and _is_before_sitting(view, title)):
        return None
    return title if title and title.end - title.start >= 8 and not _NO_TITLE.match(view.folded, title.start) else None


def _is_before_sitting(view: View, title: Span) -> bool:
    """True for what stands alone between the number and the sitting, no letterhead in between."""
    said = _SITTING.match(view.folded, title.end) and not opens_report(view.text, title.start)
    return bool(said) and not _LETTERHEAD.search(view.folded, *title)


def _in_capitals(head: Zone) -> Span | None:
    """The longest run of capitals between the attendance and the report."""
    view = head.view
    last = [match.end() for match in head.part(head.start, _first_report(head)).find(_ATTENDANCE)]
    best: Span | None = None
    for found in CAPITALS.finditer(view.text, last[-1] if last else head.start, head.end):
        end = title_in_capitals(view.text, found.start(), found.end())
        if end is None or not opens_report(view.text, end):
            continue
        start = max(found.start(), view.text.rfind(". ", found.start(), end - 8) + 2)
        if _NO_TITLE.match(view.folded, start):
            continue
        if end - start >= 14 and (best is None or end - start > best.end - best.start):
            best = Span(start, end)
    return title_at(view, best.start, best.end) if best else None
