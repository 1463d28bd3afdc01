"""The operative part: what a deliberation decides (or, where it is then adopted, what was proposed), item by item.

Three shapes, the first that is found wins: a decision (« après en avoir délibéré, … : - APPROUVE … », « DÉCIDE : »,
« Article 1 : »), a proposal that the body then adopts (« il est proposé au Conseil : - d'approuver … »), or a bare
acceptance (« L'assemblée accepte à l'unanimité », « Le procès-verbal est approuvé »).
"""

import re
from collections.abc import Iterator

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.bounds import FRUITLESS, HEADS, bounded, note
from kg.extract.dispositif.accepted import Operative, accepted, folded, is_bare, with_subject
from kg.extract.dispositif.approval import approval, is_about_minutes
from kg.extract.dispositif.cues import PASSIVE, SECRETARY
from kg.extract.dispositif.headers import items_of
from kg.extract.dispositif.heads import heads, is_signed, operative_zone
from kg.extract.dispositif.items import Item
from kg.extract.dispositif.labelled import labelled_proposal
from kg.extract.dispositif.proposals import find_proposal
from kg.extract.dispositif.told import told
from kg.extract.dispositif.verbs import titled_heads
from kg.model import Span
from kg.text.view import fold_same_length

# Heads of an act that open nothing are few: a text made to cost time is cut short.
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
    about = _is_about_secretary(act)
    headed = _groups(act.item, heads(act.item), about)
    groups = headed or _groups(act.item, titled_heads(act.item), about)
    approved = _approved(act) if is_about_minutes(act) else None
    if approved and (not groups or approved.zone.end <= groups[0].zone.start):
        return approved
    proposal = _proposal(act.item)
    if proposal and (not groups or is_bare(groups[-1]) or _is_after(proposal, groups[-1], bool(headed))):
        return proposal
    if not groups:
        return (_acceptance(act.item) or _told(act)) if act.kind != "list" else None  # a list has a column of outcomes
    groups = [*accepted(act.item, groups)]
    return _joined([group for group in groups if not is_bare(group)] or groups[-1:])


def _approved(act: Act) -> Operative | None:
    span = approval(act) if act.kind != "list" else None
    return Operative("acceptance", (Item((span,)),), act.item.part(*span)) if span else None


def _told(act: Act) -> Operative | None:
    span = told(act)
    heading = act.heading_span("title")
    begun = _BECOMES.match(act.view.folded, heading.end) if heading else None
    if span and heading and begun and span.start == begun.start("verb"):
        span = Span(heading.start, span.end)  # « La vente du lavoir est adoptée … »: the title is its subject
    return Operative("acceptance", (Item((span,)),), act.item.part(*span)) if span else None


def _is_after(proposal: Operative, last: Operative, headed: bool) -> bool:
    """Nothing is decided after what was proposed; a verb alone inside of a proposal is one of its items."""
    return last.zone.end <= (proposal.zone.start if headed else proposal.zone.end)


def _proposal(item: Zone) -> Operative | None:
    found = labelled_proposal(item) or find_proposal(item)
    return Operative("proposal", found[0], found[1]) if found else None


def _is_about_secretary(act: Act) -> bool:
    """Whether the choice of the secretary is the matter of an act: its title tells, else, in minutes, its text."""
    title = act.heading_value("title")
    if title or not act.shared:
        return "secretaire" in fold_same_length(str(title or ""))
    return act.item.view.folded.find("secretaire de seance", act.item.start, act.item.end) >= 0


def _groups(item: Zone, found_heads: list[re.Match[str]], secretary: bool) -> list[Operative]:
    """What each head opens, up to the signature of the act."""
    groups: list[Operative] = []
    fruitless = 0
    for head in bounded(item.view, found_heads, HEADS):
        last = groups[-1].zone.end if groups else item.start
        if groups and (head.start() < last or is_signed(item, last, head.start())):
            continue
        zone = operative_zone(item, head)
        items = [i for i in items_of(zone) if _is_decided(zone, i, secretary)] if zone else []
        if zone and items:
            groups.append(Operative("decision", tuple(items), zone))
        elif (fruitless := fruitless + 1) > FRUITLESS.most:
            note(item.view, FRUITLESS)
            break
    return groups


def _joined(groups: list[Operative]) -> Operative:
    first, last = groups[0].zone, groups[-1].zone
    items = tuple(item for group in groups for item in group.items)
    return Operative(groups[-1].shape, items, Zone(first.view, first.start, last.end))


def _is_decided(zone: Zone, item: Item, secretary: bool) -> bool:
    """A lone « DÉCIDE » is no item; the choice of the secretary opens the sitting and is no part of an act."""
    said = folded(zone, item)
    return not _NOTHING.fullmatch(said) and (secretary or not SECRETARY.match(said))


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
    if operative.shape == "decision" and _needs_subject(act, operative):
        items = (with_subject(act.item, items[0]),)
    for item in items:
        yield Mention("decisions", item.printed(act.item), item.spans, f"dispositif.{operative.shape}")


def _needs_subject(act: Act, operative: Operative) -> bool:
    """A verb alone; and the sentence that approves minutes (docs/record.md)."""
    said = folded(act.item, operative.items[0])
    if is_bare(operative):
        return not _SAID_BEFORE.search(said)
    return len(operative.items) == 1 and is_about_minutes(act) and bool(_PLURAL_VERB.match(said))


# « DÉLIBÈRE 1° », « Article 3 » at the end of what is left of a page, « (ne prend pas part au) VOTE : 1 »
_NOTHING = re.compile(
    r"(?:decide|delibere|arrete)?(?:\s*(?:article\s)?\d{1,2}(?: ?er)? ?[.°)–—:-]*)?|votes? ?: ?\d[\s\S]{0,80}"
    r"|(?:nomme|designe) un (?:ou plusieurs )?de ses membres pour [^.;]{0,80}"  # the law's words (CGCT L2121-15)
)
_BECOMES = re.compile(r"\s{1,3}(?P<verb>(?:est|sont|a ete|ont ete)\s)")
_PLURAL_VERB = re.compile(r"[a-z]+ent\b")
_SAID_BEFORE = re.compile(r"proposition|deliberation|rapport")


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
