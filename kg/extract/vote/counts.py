"""The counters of a vote: « Pour : 86 voix », « 27 voix pour », « POUR 27 CONTRE 0 », labels above their figures.

Counters are read label by label: what stands to the right of the label (after a colon, or else), what stands to its
left, or what stands under a row of labels. Neighbouring counters with different labels make one :class:`Ballot`.
"""

import re
from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.bounds import COUNTS, bounded
from kg.extract.vote.after_page import after_page
from kg.extract.vote.ballot import Ballot, Counter
from kg.extract.vote.carried import carried
from kg.extract.vote.closing import closing_figure
from kg.extract.vote.columns import figures_of_row
from kg.extract.vote.cues import TURNED_DOWN_BEFORE
from kg.extract.vote.labels import LABEL, MISREAD, NUMBER, UNIT, VOICES, count_of, dashed_too, find_labels, is_of_voters
from kg.extract.vote.unlabelled import unlabelled_ballots, with_voices

_RIGHT = re.compile(
    r"['\"»]?\s{0,3}(?:\(s\)\s?)?(?P<sep>[._…]{0,40}[:=]|[._…]{2,40}|[_…]|\(|\||-\s|)\s{0,3}"
    rf"(?:(?P<n>{NUMBER}|(?<=: ){MISREAD})"
    rf"|(?P<dash>/(?! ?\d)|[-–—_/]+(?=\s*(?:[^\s\w]|$|\n"
    r"|pour\b|contre\b|abs?tention|ne p|n ?\.?p|vote|approb|adopt|le \w|la \w|il |fait |ainsi |delib|certifi|acte |pub"
    r"|affich|recu |apres |vu |considerant|decide|l'))))"
    rf"(?:\s?\(?(?P<unit>{UNIT})\)?)?"
)
_LEFT = re.compile(
    rf"(?<![\w.,/°])(?P<n>{NUMBER}|(?:[il]\d|\d[ilo])(?=\svoix\s))(?:\s?\(\s?\w{{1,12}}\s?\))?\s{{0,3}}"
    rf"(?P<unit>{UNIT})?\s?(?:(?:ont vote|votent|vote)\s)?['\"«]{{0,2}}\s{{0,2}}$"
)
# A figure that belongs to another count printed in the same line.
_OTHER = re.compile(
    r"(?:votants?|(?<!unanimite des suffrages )(?<!unanimite des voix )(?<!majorite des suffrages )exprimes?"
    r"|majorite (?:absolue|requise)|presents?|representes?|procurations?|pouvoirs?|exercice|absents?|excuses?)"
    rf"\s?[:=]?\s*{NUMBER}(?:\s?{UNIT})?\s*['\"«]?\s*$"
)
_ROW_GAP = re.compile(r"(?:\s|[:=|;,/-]|votes?\b|voix\b|les\b|suffrages\b){0,12}")
_PREPOSITION = re.compile(
    r"\s(?:l[aes]s?|l'|une?|des?|d'|du|ce|cette|ces|cet|son|sa|ses|leurs?|en|que|qui|tou[ts]e?s?|chaque|permettre"
    r"|faire|plus|mettre|lui|nous|mon|ma|mes|notre|votre|\w+(?:er|ir|re)) ?\b"
)
_SENTENCE = re.compile(r"\s(?:L[ae]s?|Ce|Cette|Ces|Une?|En)\s")
# « 10 voix pour et 2 contre de vendre la parcelle »: the first count tells that the second is one.
_AFTER_COUNT = re.compile(r"(?:\d (?:voix )?|voix )(?:pours?|contres?|abstentions?)(?: ?[,;/–-])?(?: et)?[ \n]$")
_AND_VOICES = re.compile(
    rf"[\s»\"']{{0,3}}(?:\([^()]{{0,80}}\))?[\s,]{{0,2}}et (?:par )?(?P<n>{NUMBER}) voix"
    r"(?=\s?[:,(]| [a-z]{4,12}e\b)(?! pour| contre)"
)
# What makes « 23 pour » a vote without more words.
_OF_A_VOTE = re.compile(
    r"(?:unanim\w+|majorite|\bvote|\bscrutin|adopte\w*|approuve\w*|rejete\w*|refuse\w*)"
    r"(?: des [a-z]{5,10}(?: (?:et |ou )?[a-z]{5,12})*)?"
    r"[\s:,(–-]{0,4}(?:par\s)?$|\d\s?(?:votants|exprimes)\s?[,;/–-]\s?$"
)
_ADDED = re.compile(r"\s?\+\s?\d")
# « Pour 12, Contre -, Abst. 1 »: a dash that a separator or a label's figure beside it makes a count.
_NONE_LISTED = re.compile(r"\s?[-–—/]\s?[,;]")
_FIGURE_BESIDE = re.compile(r"\d(?: voix)?[\s,;/–-]{1,4}$|[-–—/]\s?[,;]\s?$|(?:pour|contre)\s?[-–—/]\s{1,3}$")
_NEXT_LABEL = re.compile(rf"\s?{LABEL.pattern}")
# « Groupe Valmont ensemble : pour (13 voix) »: a part of the vote, told beside its total.
_OF_A_GROUP = re.compile(
    r"\bgroupes? [^:.;()\n]{2,60}(?:\(\d{1,3}\)\s?)?:\s{0,2}$"
    r"|\b(?:elue?s?|conseiller[es]{0,2}|membres?|liste|non[- ]inscrits?)\b[^:.;()\n]{0,40}\(\d{1,3}\)\s?:\s{0,2}$"
)
# « Pour le changement de prestataire : 13 votes »: what the voices were for stands between.
_OF_WHAT = re.compile(
    rf"\s(?:l[ea]s?\s|l'|ce\s|cett?e?\s|ces\s|un\s|une\s)[^:;.()\n]{{3,90}}:\s?(?P<n>{NUMBER})\s?(?:{'|'.join(VOICES)})s?\b"
)
SURE = ("abstention", "not_voting")  # labels that are no prepositions
_CLUSTER_GAP = 260
_NEW_SUBJECT = re.compile(r"\b(?:objet|deliberation n|rapporteur|delibere)\b")


def find_ballots(zone: Zone) -> list[Ballot]:
    """The votes counted in a passage, in order."""
    ballots: list[Ballot] = []
    for counter in find_counters(zone):
        if ballots:
            ballots[-1].overrule(counter)
        if not ballots or not _continues(zone, ballots[-1], counter):
            ballots.append(Ballot())
        ballots[-1].counters.append(counter)
    counted = [ballot for ballot in ballots if ballot.is_vote]
    return with_voices(zone, counted) or unlabelled_ballots(zone)


def _continues(zone: Zone, ballot: Ballot, counter: Counter) -> bool:
    if counter.start - ballot.end > _CLUSTER_GAP * (4 if counter.strong else 1):
        return False
    if any(c.label == counter.label for c in ballot.counters):
        return False
    gap = zone.view.folded[ballot.end : counter.start]
    another = counter.label == "for" and TURNED_DOWN_BEFORE.search(gap) is not None
    return not another and (len(gap) < 60 or not _NEW_SUBJECT.search(gap))


def find_counters(zone: Zone) -> Iterator[Counter]:
    """The counters of a passage, in order, weak ones included (« 14 pour »)."""
    labels = [label for label in bounded(zone.view, find_labels(zone), COUNTS) if not _of_a_group(zone, label)]
    taken = zone.start
    index = 0
    while index < len(labels):
        paged = after_page(zone, labels[index : index + 4])
        row = labels[index : index + len(paged)] or _row(zone, labels, index)
        found = paged or (list(_row_counters(zone, row, taken)) if len(row) > 1 else [])
        if not found:
            row = row[:1] if len(row) == 1 or _is_told(zone, row) else row
            found = (
                carried(zone, row[0])
                or _carried_after(zone, row[0], taken)
                or [c for c in (_counter(zone, row[0], taken),) if c]
            )
        for counter in found:
            taken = max(taken, counter.end)
            yield counter
        index += len(row)


def _of_a_group(zone: Zone, label: re.Match[str]) -> bool:
    before = zone.view.folded[max(zone.start, label.start() - 80) : label.start()]
    return before.endswith((":", ": ")) and _OF_A_GROUP.search(before) is not None


def _row(zone: Zone, labels: list[re.Match[str]], index: int) -> list[re.Match[str]]:
    """Labels that follow one another with no figure between."""
    row = [labels[index]]
    for label in labels[index + 1 : index + 5]:
        if not _ROW_GAP.fullmatch(zone.view.folded, row[-1].end(), label.start()) or _NONE_LISTED.match(
            zone.view.folded, row[-1].end()
        ):
            break
        row.append(label)
    return row


def _is_told(zone: Zone, row: list[re.Match[str]]) -> bool:
    """Whether each label of a row can be read by itself: a bare row with one figure (« Pour Contre 24 ») cannot."""
    between = zone.view.folded[row[0].end() : row[-1].start()]
    return (
        ":" in between
        or _LEFT.search(zone.view.folded[max(zone.start, row[0].start() - 60) : row[0].start()]) is not None
    )


def _row_counters(zone: Zone, row: list[re.Match[str]], taken: int) -> Iterator[Counter]:
    """Labels then their figures: « Votes pour : Votes contre : Abstentions : 41 0 0 »."""
    first = _counter(zone, row[0], taken, sides="left")
    waiting = row[1:] if first else row
    figures = figures_of_row(zone, row, len(waiting))
    if len(figures) != len(waiting) or len(row) == 1:
        return
    if first:
        yield first
    for label, figure in zip(waiting, figures, strict=True):
        name, n = label.lastgroup or "", figure["n"]
        yield Counter(name, count_of(n), figure.start("n"), figure.end(), True, label.start(), label.end())


def _carried_after(zone: Zone, label: re.Match[str], taken: int) -> list[Counter]:
    """« par 1 abstention et 11 voix : »: the others, then those who carried it."""
    more = _AND_VOICES.match(zone.view.folded, label.end(), min(zone.end, label.end() + 120))
    left = _left_figure(zone, label, max(taken, label.start() - 60)) if more else None
    if label.lastgroup not in ("against", "abstention") or not more or not left:
        return []
    voices = Counter("for", count_of(more["n"]), more.start("n"), more.end(), True, label.start(), label.end())
    counter = _left_counter(zone, label, left)
    return [counter, voices] if counter else []


def _counter(zone: Zone, label: re.Match[str], taken: int, sides: str = "both") -> Counter | None:
    folded = zone.view.folded
    name = label.lastgroup or ""
    told = label.group().startswith(("s'", "se "))  # « 2 s'abstiennent »: no figure of the next sentence
    left = _left_figure(zone, label, max(taken, label.start() - 60))
    if sides != "both":
        return _left_counter(zone, label, left) if left else None
    groups = None if left else closing_figure(zone, label.end())
    if groups:
        alone = groups.groupdict().get("group") is not None  # the names of a side may stand again below its figure
        return Counter(name, count_of(groups["n"]), label.start(), groups.end(), alone, label.start(), label.end())
    what = _OF_WHAT.match(folded, label.end(), min(zone.end, label.end() + 120)) if name in ("for", "against") else None
    if what:
        return Counter(name, count_of(what["n"]), label.start(), what.end(), True, label.start(), label.end())
    right = _RIGHT.match(folded, label.end(), min(zone.end, label.end() + 60))
    if right and right["sep"] == "(" and _NEXT_LABEL.match(folded, right.end()):
        right = None  # « 27 pour (8 abstentions : … »
    if right and right["sep"][-1:] in (":", "=", "(", ".", "_", "…", "|"):
        return None if _ADDED.match(folded, right.end()) else _right_counter(name, label, right, True)
    if left and (counter := _left_counter(zone, label, left)):
        return counter
    surely = name in SURE
    if (
        right
        and right["dash"]
        and name != "for"
        and _FIGURE_BESIDE.search(folded, max(zone.start, label.start() - 16), label.start())
    ):
        return _right_counter(name, label, right, True)
    if (dashed := dashed_too(zone, label)) is not None:
        return Counter(name, 0, label.start(), dashed, True, label.start(), label.end())
    if right and right["n"] and right["n"].isdigit() and not told and (surely or not right["sep"]):
        strong = surely or is_of_voters(zone, label.start(), right.end()) or (right["unit"] or "").startswith(VOICES)
        return _right_counter(name, label, right, strong)
    return None


def _left_figure(zone: Zone, label: re.Match[str], start: int) -> re.Match[str] | None:
    """The figure before a label that counts it; « des 46 votants. Ne prennent pas part au vote » is another count."""
    folded = zone.view.folded
    left = _LEFT.search(folded, start, label.start())
    if left is None or _OTHER.search(folded, start, label.start()):
        return None
    return None if label.lastgroup == "not_voting" and (left["unit"] or "").startswith("votant") else left


def _left_counter(zone: Zone, label: re.Match[str], left: re.Match[str]) -> Counter | None:
    """« 27 voix pour », « 2 abstentions »; a bare « 27 pour » is a vote where more says so."""
    folded, name = zone.view.folded, label.lastgroup or ""
    surely = name in SURE
    voiced = (left["unit"] or "").startswith(VOICES)
    voiced = voiced or bool(_AFTER_COUNT.search(folded, max(zone.start, left.start("n") - 24), left.start("n")))
    if not (surely or voiced or _ends_before(zone, label)) and _PREPOSITION.match(folded, label.end()):
        return None
    if not (surely or left["unit"] or name == "against" or label.group() in ("pour", "pours", "oui")):
        return None
    position = left.start("n")
    sure = surely or voiced or (name == "against" and left["n"].isdigit())
    sure = sure or not folded[label.end() : zone.end].strip(" \n.)")  # « 27 pour », the last words of an item
    sure = sure or bool(_OF_A_VOTE.search(folded, max(zone.start, position - 50), position))
    return Counter(name, count_of(left["n"]), position, label.end(), sure, label.start(), label.end())


def _ends_before(zone: Zone, label: re.Match[str]) -> bool:
    """« … 25 contre Le procès-verbal … »: the next sentence of a text whose stops are lost."""
    return label.lastgroup == "against" and _SENTENCE.match(zone.view.text, label.end()) is not None


def _right_counter(name: str, label: re.Match[str], right: re.Match[str], strong: bool) -> Counter:
    """« Contre : – » is none; « Pour : – » says nothing, where all voted alike."""
    value = (None if name == "for" else 0) if right["dash"] else count_of(right["n"])
    return Counter(name, value, label.start(), right.end(), strong, label.start(), label.end())
