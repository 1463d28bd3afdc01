"""The operative part: what a deliberation decides (or, where it is then adopted, what was proposed), item by item.

Three shapes, the first that is found wins: a decision (« après en avoir délibéré, … : - APPROUVE … », « DÉCIDE : »,
« Article 1 : »), a proposal that the body then adopts (« il est proposé au Conseil : - d'approuver … »), or a bare
acceptance (« L'assemblée accepte à l'unanimité », « Le procès-verbal est approuvé »).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.dispositif_cues import (
    ADOPTED,
    BARE,
    BODY,
    HEADER,
    PASSIVE,
    PROPOSED,
    SECRETARY,
)
from kg.extract.dispositif_ends import STAMP
from kg.extract.dispositif_heads import deliberated, first_end, heads, is_signed, operative_zone, titled_heads
from kg.extract.dispositif_items import MARK, Beginning, Item, beginnings, cut
from kg.model import Span
from kg.text.view import fold_same_length


@dataclass(frozen=True, slots=True)
class Operative:
    """The operative part of an act: its shape, its items and the passage that holds it."""

    shape: str
    items: tuple[Item, ...]
    zone: Zone


_last: tuple[Act, "Operative | None"] | None = None


def find_operative(act: Act) -> Operative | None:
    """The operative part of an act, or None where it has none (a text cut short, mere information).

    The vote of an act and its items are read one after the other: what was found for the last act is kept for that.
    """
    global _last
    last = _last
    if last is None or last[0] is not act:
        last = _last = (act, _read_operative(act))
    return last[1]


def _read_operative(act: Act) -> Operative | None:
    about = "secretaire" in fold_same_length(str(act.heading_value("title") or ""))
    groups = _groups(act.item, heads(act.item), about) or _groups(act.item, titled_heads(act.item), about)
    proposal = _proposal(act.item)
    accepted = bool(groups) and _is_bare(groups[-1])
    if proposal and (not groups or accepted or groups[-1].zone.end <= proposal.zone.start):
        return proposal
    if not groups:
        return _acceptance(act.item) if act.kind != "list" else None  # where it is the column of outcomes
    return _joined([group for group in groups if not _is_bare(group)] or groups[-1:])


def _is_bare(operative: Operative) -> bool:
    """« accepte à l'unanimité »: nothing is said of what."""
    zone = operative.zone
    return len(operative.items) == 1 and bool(BARE.fullmatch(_folded(zone, operative.items[0])))


def _folded(zone: Zone, item: Item) -> str:
    return " ".join(zone.view.folded[start:end] for start, end in item.spans)


def _groups(item: Zone, found_heads: list[re.Match[str]], secretary: bool) -> list[Operative]:
    """What each head opens, up to the signature of the act."""
    groups: list[Operative] = []
    for head in found_heads:
        last = groups[-1].zone.end if groups else item.start
        if groups and (head.start() < last or is_signed(item, last, head.start())):
            continue
        zone = operative_zone(item, head)
        items = [i for i in _items(zone) if _is_decided(zone, i, secretary)] if zone else []
        if zone and items:
            groups.append(Operative("decision", tuple(items), zone))
    return groups


def _joined(groups: list[Operative]) -> Operative:
    first, last = groups[0].zone, groups[-1].zone
    items = tuple(item for group in groups for item in group.items)
    return Operative("decision", items, Zone(first.view, first.start, last.end))


def _is_decided(zone: Zone, item: Item, secretary: bool) -> bool:
    """A lone « DÉCIDE » is no item; the choice of the secretary opens the sitting and is no part of an act."""
    folded = _folded(zone, item)
    return folded not in ("decide", "delibere", "arrete") and (secretary or not SECRETARY.match(folded))


def _items(zone: Zone) -> Iterator[Item]:
    header = HEADER.match(zone.view.folded, zone.start, zone.end)
    if header:
        zone = zone.part(header.end(), zone.end)
    found = beginnings(zone)
    if not header and (not found or (found[0].kind != "article" and found[0].start > zone.start)):
        found = [Beginning(zone.start, zone.start, "verb"), *(b for b in found if b.kind == "verb")]
    yield from cut(zone, found or [Beginning(zone.start, zone.start, "verb")])


def _proposal(item: Zone) -> Operative | None:
    """What was proposed last, where something after it says that it was adopted."""
    for head in reversed(list(item.find(PROPOSED))):
        zone = item.part(head.end(), item.end)
        end = first_end(zone) or next(deliberated(zone), None)
        after = item.part(end.start() if end else item.end, item.end)
        if end is None or not after.part(after.start, after.start + 900).first(ADOPTED):
            continue
        items = list(_proposed_items(zone.part(zone.start, end.start())))
        if items and not _folded(zone, items[0]).startswith("de deliberer"):
            return Operative("proposal", tuple(items), item.part(head.start(), end.start()))
    return None


def _proposed_items(zone: Zone) -> Iterator[Item]:
    found = beginnings(zone)
    inline = re.compile(r"\s*(?=(?:de |d')[a-z]{2,20}(?:er|ir|re)\b)").match(zone.view.folded, zone.start, zone.end)
    if inline and not (found and found[0].start <= inline.end()):
        found = [
            Beginning(inline.end(), inline.end(), "infinitive"),
            *beginnings(zone.part(inline.end() + 2, zone.end)),
        ]
        found = [b for b in found if b.kind == "infinitive"]
    if not found:
        found = [Beginning(m.start(), m.end(), "mark") for m in zone.find(re.compile(rf"(?:^|\n) *{MARK} "))]
    yield from cut(zone, _with_siblings(zone, found))


def _with_siblings(zone: Zone, found: list[Beginning]) -> list[Beginning]:
    """Lines that carry the bullet of the first item are items too, unless a colon opens a list of their own."""
    if not found or found[0].mark == found[0].start:
        return found
    mark = zone.view.folded[found[0].mark : found[0].start].strip(" \n:.;,")
    if not mark or mark[0].isalnum():
        return found
    known = {b.start for b in found}
    lines = re.compile(rf"\n *{re.escape(mark)} +")
    extra = [
        Beginning(m.start(), m.end(), "mark")
        for m in zone.find(lines)
        if m.end() not in known and m.start() > found[0].start and not _in_list(zone, found, m.start())
    ]
    return sorted([*found, *extra], key=lambda b: b.start)


def _in_list(zone: Zone, found: list[Beginning], position: int) -> bool:
    start = max(b.start for b in found if b.start < position)
    return ":" in STAMP.sub("", zone.view.folded[start:position])


def _acceptance(item: Zone) -> Operative | None:
    match = later = item.first(PASSIVE)
    while later:  # « APPROBATION DU PROCÈS-VERBAL Le procès-verbal est adopté »: the sentence, not its heading
        match, later = later, item.part(later.start() + 5, later.end()).first(PASSIVE)
    if match is None or match["act"]:  # « La délibération est adoptée » tells the vote, not what is decided
        return None
    return Operative("acceptance", (Item((Span(match.start(), match.end()),)),), item.part(match.start(), match.end()))


def read(act: Act) -> Iterator[Mention]:
    """The operative items, as printed."""
    operative = find_operative(act)
    if operative is None:
        return
    items = operative.items
    if operative.shape == "decision" and _is_bare(operative) and "proposition" not in _folded(act.item, items[0]):
        items = (_with_subject(act.item, items[0]),)
    for item in items:
        yield Mention("decisions", item.printed(act.item), item.spans, f"dispositif.{operative.shape}")


def _with_subject(zone: Zone, item: Item) -> Item:
    """« Le conseil accepte à l'unanimité »: a verb alone is shown with its subject."""
    start = item.spans[0].start
    subjects = [m.start() for m in zone.part(max(zone.start, start - 200), start).find(re.compile(rf"\b{BODY}"))]
    return Item((Span(subjects[-1], item.spans[-1].end),)) if subjects else item


EXTRACTOR = Extractor(
    "dispositif",
    read,
    examples=(
        Example(
            "Il est proposé au Conseil de Métropole :\n- d'approuver la convention ;\n- d'autoriser le Président à "
            "la signer.\n"
            "A l'issue d'un vote à main levée, la présente délibération est adoptée à l'unanimité.",
            {"decisions": ["d'approuver la convention", "d'autoriser le Président à la signer"]},
        ),
        Example(
            "Après en avoir délibéré, le Conseil Municipal, à l'unanimité, APPROUVE le plan de financement ; DIT "
            "que les crédits "
            "sont inscrits au budget. Pour extrait conforme",
            {"decisions": ["APPROUVE le plan de financement", "DIT que les crédits sont inscrits au budget"]},
        ),
        Example(
            "Après en avoir délibéré, DÉCIDE : Article 1er : le règlement est approuvé. Article 2 : le maire est "
            "chargé de "
            "son application. Fait et délibéré les jour, mois et an susdits",
            {
                "decisions": [
                    "Article 1er : le règlement est approuvé",
                    "Article 2 : le maire est chargé de son application",
                ]
            },
        ),
        Example(
            "Il convient de renouveler le contrat. > Avis favorable de la commission Accord à l'unanimité",
            {"decisions": ["Accord à l'unanimité"]},
        ),
        Example(
            "Le conseil municipal, à l'unanimité, affecte les résultats de 2015 à la section d'investissement.",
            {"decisions": ["affecte les résultats de 2015 à la section d'investissement"]},
        ),
        Example(
            "Compte rendu de la réunion du 5 février 2016 adopté.",
            {"decisions": ["Compte rendu de la réunion du 5 février 2016 adopté"]},
        ),
        Example("L'assemblée accepte à l'unanimité.", {"decisions": ["L'assemblée accepte à l'unanimité"]}),
    ),
    counter_examples=(
        Example(
            "Considérant que le conseil municipal a approuvé le budget le 3 mars 2021, et que la commission autorise.",
            {},
        ),
        Example("Il est proposé au conseil municipal d'approuver la convention.", {}),
    ),
)
