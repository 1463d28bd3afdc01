"""Several acts in one file, each with its own head."""

import re

from kg.extract.act import Zone
from kg.extract.bounds import NUMBERS, bounded
from kg.extract.layout.marks.mark import begins_line
from kg.extract.layout.titles.numbers import CODE, PRINTED, number_at
from kg.text.cues import Led

_CONVENED = Led(r"(?:s'est|se sont|s'etant)\s(?:\w+\s){0,2}?(?:reuni|assemble)s?", ("s'est", "se sont", "s'etant"))
_EXTRACT = Led(r"extrait\s{1,3}du\s{1,3}(?:registre|proces[- ]verbal)\s{1,3}des\s{1,3}deliberations", ("extrait",))
_HEAD = re.compile(
    r"extrait\s{1,3}du\s{1,3}(?:registre|proces[- ]verbal)|republique\sfrancaise|deliberation\s(?:du conseil|n\s?[°º])"
)
_STAMP = re.compile(r"envoye en prefecture|ar prefecture")
_YEAR = Led(r"(?<!\w)l'an\s(?:deux|mil|20)", ("l'an",))
_LINE_ABOVE = re.compile(r"\n[ ]{0,40}(?P<line>[^\n]{4,40}?)[ ]?\n\s{0,3}$")  # « DCS 2023/11/02 »
_SUBJECT = re.compile(r"(?<!\w)objet\s?:|(?<![\w/])(?:deliberation\s)?n\s?[°º]\s?\d|(?<!\w)(?:del|dcm|cp)[-_ ]?\d{2}")
# « PRÉSENTS : », « Présents, administrateurs élus : », « présents (par commune) : », « | N° | Nom et prénom | État »;
# without a colon where they « were » present.
_PRESENT = re.compile(
    r"(?<!\w)(?:etaient|sont|etant)\s(?:\w{1,8}\s)?presente?s?(?!\w)|"
    r"(?<!\w)presents?(?:,?\s\w+){0,3}(?:\s?\([^()\n]{2,50}\))?\s?:"
    r"|(?<!\w)noms?\s(?:et\s|,\s)?prenoms?\b[^.:;]{0,60}\b(?:presente?|absente?|etat|emargement|signature)"
    r"|(?:(?<!\w)presente?\W{1,5}\d{1,2}\s[^.;:]{5,90}?){2}(?<!\w)presente?(?!\w)"  # cells of a table that counts them
)
_NUMBERED = Led(r"(?<!\w)deliberation\s{0,3}n\s?[°º]\s{0,2}(?=[a-z.]{0,6}[-_ ]?\d)", ("deliberation",))
_CLOSED = re.compile(
    r"pour (?:copie|extrait|expedition) (?:certifiee? )?conforme|fait et delibere|ont signe|publie le|recu en"
)
_FARTHEST, LETTERHEAD = 900, 24
_LONGEST_HEAD = 2500  # characters, with the names of a large council
SHORT_LETTERHEAD, LETTERHEAD_REACH, SIGNATURES = 16, 120, 400


def split_bundle(whole: Zone, covered: bool = False) -> list[Zone]:
    """The acts of a bundle, from head to head; one zone where the document convenes its members once.

    Where nobody is said to have met (« Sous la présidence de … »), the title of each extract heads an act. What stands
    before the first head is of the first act, but where the bundle is ``covered`` by contents.
    """
    parts = _parts(whole, _CONVENED, covered)
    return parts if len(parts) > 1 else _parts(whole, _EXTRACT, covered)


def _parts(whole: Zone, opens: Led, covered: bool) -> list[Zone]:
    starts: list[int] = []
    stamped = _is_stamped_above(whole)
    last = -_FARTHEST * 2
    for convened in whole.find(opens):
        if not _PRESENT.search(whole.view.folded, convened.end(), min(whole.end, convened.end() + _FARTHEST)):
            continue
        if convened.start() - last > _FARTHEST:
            floor = max(last, whole.start)
            end = convened.end() if opens is _EXTRACT else convened.start()
            before = whole.part(max(floor, convened.start() - _FARTHEST), end)
            starts.append(_head(whole, before, stamped))
        last = convened.start()
    if len(starts) < 2:
        return [whole]
    starts[0] = starts[0] if covered else whole.start
    parts = [whole.part(start, end) for start, end in zip(starts, [*starts[1:], whole.end], strict=True)]
    return [part for part in parts if _has_subject(part)] or [whole]


def _has_subject(part: Zone) -> bool:
    """True where a label says what an act is about, or a code heads it below the members."""
    return bool(part.first(_SUBJECT) or part.part(part.start, part.start + _LONGEST_HEAD).first(CODE))


def _is_stamped_above(whole: Zone) -> bool:
    """True where the préfecture's stamp stands above the first act's head: below it, it ends the act."""
    stamp, head = whole.first(_STAMP), whole.first(_HEAD)
    return stamp is not None and (head is None or stamp.start() < head.start())


def _head(whole: Zone, before: Zone, stamped: bool) -> int:
    """Where the head of an act begins: at the words that open the first one, a stamp above them included."""
    folded = whole.view.folded
    letterhead = folded[whole.start : whole.start + LETTERHEAD + 80].lstrip()[:LETTERHEAD]
    again = folded.find(letterhead, before.start, before.end) if len(letterhead) == LETTERHEAD else -1
    heads = [match.start() for match in before.find(_HEAD)]
    if again >= 0:
        heads.append(again)
    if stamped or not heads:
        heads.extend(match.start() for match in before.find(_STAMP))
    return min(heads) if heads else _opened(before)


def _opened(before: Zone) -> int:
    """« L'an deux mille … », where no other word heads the act; its number may stand on the line above."""
    year = next(before.find(_YEAR), None)
    if year is None:
        return before.end
    line = _LINE_ABOVE.search(before.view.folded, before.start, year.start())
    return line.start("line") if line and PRINTED.fullmatch(line["line"]) else year.start()


def split_closed(whole: Zone) -> list[Zone]:
    """The acts of a booklet, each under « Délibération n° … »: after the close of the one before, or its letterhead."""
    heads: dict[str, int] = {}
    above = whole.start
    for label in bounded(whole.view, whole.find(_NUMBERED), NUMBERS):
        if not whole.view.text[label.start()].isupper() or not begins_line(whole, label.start()):
            continue
        number = number_at(whole.view, label.end())
        if number is None:
            continue
        key = whole.view.folded[slice(*number)]
        if key in heads:
            continue
        start = _under_letterhead(whole, above, label.start()) if heads else whole.start
        if start is not None:
            heads[key] = above = start
    if len(heads) < 2:
        return [whole]
    starts = [*heads.values()]
    return [whole.part(start, end) for start, end in zip(starts, [*starts[1:], whole.end], strict=True)]


def _under_letterhead(whole: Zone, above: int, at: int) -> int | None:
    """Where the act whose number stands at ``at`` begins; None where nothing ends the one above."""
    folded = whole.view.folded
    letterhead = folded[whole.start : whole.start + LETTERHEAD + 80].lstrip()[:SHORT_LETTERHEAD]
    again = folded.rfind(letterhead, max(above + 1, at - LETTERHEAD_REACH), at) if letterhead.strip() else -1
    if again >= 0:
        return again
    return at if _CLOSED.search(folded, max(above, at - SIGNATURES), at) else None
