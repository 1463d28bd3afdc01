"""Conventions, avenants, protocols and contracts on which a deliberation decides (record field ``agreements``).

An agreement is the object of a verb of the operative part (« approuve la convention … », « autorise le maire à signer
l'avenant n° 1 … »), or of the title where the act only says that it is approved. « La convention » alone names none.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.act import Act, Example, Extractor, Mention
from kg.extract.money.agreement_labels import Draft, awarded, decided
from kg.extract.money.context import Deliberation, deliberation_of
from kg.extract.money.cues import cue
from kg.extract.money.partners import parties_of
from kg.extract.money.terms import read_terms
from kg.extract.money.titled_agreements import titled, to_be_signed
from kg.extract.money.untold_agreements import offers, partnership, unnamed
from kg.model import Agreement, Organisation
from kg.text.cues import Holding, holds_any
from kg.text.view import fold_same_length

# What the council lets its executive sign in general (CGCT L2122-22) is no agreement of the act.
_DELEGATION = cue(r"\bdelegations? .{0,60}\b(?:au|a la|du|de la) (?:maire|president|presidente|bureau)\b")
# Nor is one that earlier minutes tell of, where these are approved.
_MINUTES = cue(
    r"(?:approbation|adoption|arret|validation|lecture|\W*)(?: d[ue]s?)? ?(?:proces[- ]verb|comptes?[- ]rendu|pv\b)"
    r"|.{0,30}\bproces[- ]verbal de (?:la )?(?:derniere )?(?:seance|reunion)"
)


# What ends an agreement lasts no time: a duration told beside it is that of what it ends.
_ENDED = re.compile(r"\bresiliation|\bresilier\b")
# What an act with an agreement holds: one of the words, or one of the phrases.
_GATE_WORDS = (
    *("convention", "contrat", "marche", "avenant", "attribu", "protocole", "partenariat", "reten", "retient"),
    *("compromis", "pacte", "commodat", "promesse", "l'offre"),
)
_GATE = Holding(
    cue(r"actes? modificatif|\b(?:bail|baux)\b|accords?[- ]cadre|confi(?:e|er|ent)\b|la proposition"),
    ("modificatif", "bail", "baux", "cadre", "confie", "proposition"),
)


def read(act: Act) -> Iterator[Mention]:
    """The agreements of an act, in the order in which they are first decided on."""
    item = act.item
    if not holds_any(act.view.folded, _GATE_WORDS, item.start, item.end) and not item.first(_GATE):
        return
    deliberation = deliberation_of(act)
    drafts = named_agreements(deliberation)
    for draft in drafts:
        yield _mention(deliberation, draft, len(drafts) == 1)


def named_agreements(deliberation: Deliberation) -> list[Draft]:
    """The agreements decided on: objects of a decision, else what is awarded, else what the title names …"""
    title = fold_same_length(deliberation.act.heading_value("title") or "")
    if _DELEGATION.search(title) or _MINUTES.match(title):
        return []
    for find in (decided, awarded, offers, titled, to_be_signed, partnership, unnamed):
        if found := [*find(deliberation)]:
            return found
    return []


def _mention(deliberation: Deliberation, draft: Draft, alone: bool) -> Mention:
    parties = [*parties_of(deliberation, draft)]
    terms = read_terms(deliberation, draft.head, None if alone else draft.span)
    organisations = tuple(party.organisation for party, _ in parties)
    if _ENDED.search(fold_same_length(draft.label)):
        terms = replace(terms, months=None, is_maximum=False, months_span=None)
    value = Agreement(draft.label, organisations, terms.start, terms.end, terms.months, terms.is_maximum)
    parts = [("/label", (draft.span,)), *terms.proofs()]
    for index, (_, span) in enumerate(parties):
        if span:
            parts.append((f"/parties/{index}", (span,)))
    return Mention("agreements", value, (draft.span,), "decided-agreement", tuple(parts))


_VALSE = Organisation("Montfleury")
_TOWN = "Le conseil municipal de la commune de Montfleury, après en avoir délibéré, "

EXTRACTOR = Extractor(
    "agreements",
    read,
    examples=(
        Example(
            _TOWN
            + "approuve la convention de partenariat avec l'association Les Sabots Vernis, conclue pour une durée "
            "maximale de 18 mois à compter du 1er mars 2024, et autorise le maire à signer la convention.",
            {
                "agreements": [
                    Agreement(
                        "convention de partenariat avec l'association Les Sabots Vernis",
                        (_VALSE, Organisation("association Les Sabots Vernis", ("Sabots Vernis",))),
                        dt.date(2024, 3, 1),
                        None,
                        18,
                        True,
                    )
                ]
            },
        ),
        Example(
            _TOWN + "décide d'attribuer les travaux de toiture à l'entreprise Faucompré et autorise le maire à signer.",
            {
                "agreements": [
                    Agreement("travaux de toiture", (_VALSE, Organisation("entreprise Faucompré", ("Faucompré",))))
                ]
            },
        ),
    ),
    counter_examples=(
        Example(_TOWN + "autorise le maire à signer la convention.", {}),
        Example(_TOWN + "décide, dans le cadre de la convention avec le Département, de créer un emploi.", {}),
        Example(_TOWN + "autorise le maire à signer le contrat de travail à durée déterminée.", {}),
    ),
)
