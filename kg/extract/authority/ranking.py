"""Which of the names that a head tells is its author's: weights, ties, other writings of the same name."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from kg.extract.act import Zone
from kg.extract.authority.cues import Cue
from kg.extract.authority.names import Named, key_of_name
from kg.extract.organisations.body_names import is_short_for
from kg.text.view import fold_same_length

FIRST_WORDS, FIRST_BONUS = 160, 24  # as much as members told of in the roll
_LINKS = re.compile(r"(?<![\w-])(?:d[eu]s?|la|les?)\s|(?<![\w-])[dl]['’]")
_IN_SHORT = ("social-centre", "syndicate-short", "syndicate-dotted")
_LONG_KIND = 24  # « Syndicat intercommunal d'… »; « S.I.A.E.P. de la » is shorter
# « Métropole du Grand Paris – établissement public territorial … »: the territory decides, a part of the whole.
_TERRITORIAL, _METROPOLIS = "etablissement public territorial", "metropole du grand paris"
_PLACES = ("commune", "department", "region")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the head, by which cue, and how much it weighs."""

    named: Named
    name: str
    cue: Cue
    weight: int


def favoured(head: Zone, found: list[Candidate]) -> list[Candidate]:
    """The author stands in the first words of all, where they name more than a place; partners come later."""
    first = [one for one in found if one.named.span.start < head.start + FIRST_WORDS and one.cue.nature not in _PLACES]
    if any(_TERRITORIAL in fold_same_length(one.name) for one in first):
        first = [one for one in first if _METROPOLIS not in fold_same_length(one.name)]
    author = min(first, key=lambda one: one.named.span.start, default=None)
    return [*found, replace(author, weight=FIRST_BONUS)] if author else found


def best_of(found: list[Candidate]) -> Candidate | None:
    """The name with most weight over all its mentions; the heaviest cue, then the first mention writes it.

    With or without « du » it is the same name: as it is written most often.
    """
    key = ranked_first(found)
    same = [one for one in found if _without_links(one.name) == key]
    written = Counter(key_of_name(one.name) for one in same if one.weight != FIRST_BONUS)
    return max(same, key=lambda one: written[key_of_name(one.name)], default=None)


def spelled_out(best: Candidate, found: list[Candidate]) -> Candidate:
    """« CCAS DE MONTFLEURY » above is the « Centre communal d'action sociale de Montfleury » of the text."""
    own, short = _without_links(best.named.name), best.name.split(" ")[0]
    if best.cue.rule not in _IN_SHORT:
        return best
    whole = [
        one
        for one in found
        if one.cue.nature == best.cue.nature
        and len(one.name) - len(best.named.name) >= _LONG_KIND
        and _without_links(one.name).endswith(own)
        and is_short_for(short, one.name)
    ]
    written = Counter(key_of_name(one.name) for one in whole)
    return max(whole, key=lambda one: written[key_of_name(one.name)], default=best)


def ranked_first(found: list[Candidate]) -> str:
    """The key of the name that outweighs the others, or nothing where two weigh the same."""
    weights: dict[str, int] = defaultdict(int)
    for one in found:
        weights[_without_links(one.name)] += one.weight
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1] and ranked[0][1] < 3):
        return ""
    return ranked[0][0]


def _without_links(name: str) -> str:
    return key_of_name(_LINKS.sub(" ", fold_same_length(name)))


def aliases_of(best: Candidate, found: list[Candidate]) -> tuple[str, ...]:
    """Other ways in which the document writes the same name."""
    key = key_of_name(best.name)
    forms = {one.name for one in found if key_of_name(one.name) == key or key_of_name(one.named.name) in key} - {
        best.name
    }
    return tuple(sorted(forms))
