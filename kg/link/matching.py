"""The ladder: identifiers, the document itself, national names, kind and name in a territory, near names last.

:func:`decide` gives the verdict on one name; :func:`candidates` the scored list that a reconciliation service shows.
Two possible answers are no answer.
"""

import re
from collections.abc import Iterable

from kg.extract.authority.siren import is_siren
from kg.link import places
from kg.link.index import by_siren
from kg.link.names import Announced, announced, bare
from kg.link.national import national, typed
from kg.link.tables import Body
from kg.link.values import ASSERTED, SCORES, Candidate, Method, Query, Setting, Status, Verdict
from kg.resolve.slugs import fold

_RECEIPT = re.compile(r"(?P<department>\d\d[\dAB])-(?P<siren>\d{9})-(?:19|20)\d{6}-[\w./-]{1,40}", re.IGNORECASE)
_NUMBER = re.compile(r"\d{9}(?:\d{5})?")
_NOTHING = Verdict(Status.NONE, note="no table holds that name")
# The kinds that a bare name may be where the query says which.
_KINDS = {"commune": "commune", "epci": "epci", "département": "département", "région": "région"}


def decide(query: Query, setting: Setting | None = None) -> Verdict:
    """What a name means in a setting."""
    setting = setting or Setting()
    number = _identified(query)
    if number:
        return number
    for name in dict.fromkeys((query.name, *query.aliases)):
        verdict = _by_name(query, name, setting)
        if verdict.status is Status.AUTO or verdict.programme_of or name == query.name:
            first = verdict
        if verdict.status is Status.AUTO or verdict.programme_of:
            break
    return first


def candidates(query: Query, setting: Setting | None = None, limit: int = 5) -> tuple[Candidate, ...]:
    """The bodies that a name may mean, best first, of the kind that the query keeps to."""
    found = decide(query, setting).candidates
    if not query.kind and announced(query.name).kind is None:
        for kind in _KINDS:
            found = (*found, *decide(Query(query.name, kind, None, query.department, query.postal), setting).candidates)
    kept = [c for c in found if c.body.siren and (query.kind is None or c.body.kind == query.kind)]
    unique = {c.body.siren: c for c in sorted(kept, key=lambda c: c.score)}
    return tuple(sorted(unique.values(), key=lambda c: (-c.score, c.body.siren)))[:limit]


def _by_name(query: Query, name: str, setting: Setting) -> Verdict:
    told = announced(name)
    if query.kind in _KINDS and (told.kind is None or (query.kind == told.kind == "commune" and not told.core)):
        told = Announced(query.kind, told.core or fold(bare(name)))  # the communes of Ville and of Villé
    if told.kind in _KINDS and not told.core and not told.code:
        return _chosen(places.bare(told, setting), f"« {bare(name)} » alone, and no one territory")
    itself = _itself(told, setting)
    if itself:
        return itself
    verdict = national(name, setting)
    if verdict:
        return verdict
    former = places.ceased(told, setting)
    found = places.named(told, query, setting)
    if former and not any(c.method in ASSERTED for c in found):
        return Verdict(Status.NONE, note=f"{former.label} was another body in that year, or has no SIREN in the tables")
    if found or told.kind in _KINDS:
        return _chosen(found, "no body of that kind and name in the territory")
    return typed(told, name) or _NOTHING


def _itself(told: Announced, setting: Setting) -> Verdict | None:
    """The authority under its own name."""
    authority = setting.authority
    if authority is None or told.kind not in (authority.kind, None) or not told.core:
        return None
    own = announced(authority.label or authority.name)
    names = {own.core, announced(authority.name).core}
    if told.core in names and (told.kind == authority.kind or own.kind == told.kind):
        return _auto(authority, Method.SELF, "the authority under its own name")
    return None


def _chosen(found: Iterable[Candidate], note: str) -> Verdict:
    """Auto where the first candidate is asserted and no other is; candidates where there are some; else none."""
    ranked = sorted(found, key=lambda c: -c.score)
    sure = [c for c in ranked if c.method in ASSERTED]
    if len(sure) == 1 and ranked[0] is sure[0]:
        return Verdict(Status.AUTO, (sure[0],))
    if ranked:
        return Verdict(Status.CANDIDATE, tuple(ranked), note)
    return Verdict(Status.NONE, note=note)


def _identified(query: Query) -> Verdict | None:
    """The verdict on a SIREN, a SIRET or a receipt's number, given beside the name or in its place."""
    written = re.sub(r"\s", "", query.name)
    receipt = _RECEIPT.fullmatch(written)
    number = query.siren or (receipt["siren"] if receipt else written if _NUMBER.fullmatch(written) else None)
    if number is None:
        return None
    siren = number[:9]
    if not is_siren(siren):
        return Verdict(Status.NONE, note=f"{siren} is no SIREN: its Luhn sum is wrong")
    body = by_siren().get(siren, Body(query.name if query.siren else "", "other", siren))
    method = Method.RECEIPT if receipt else Method.PRINTED
    return _auto(body, method, "its SIREN, whose Luhn sum is right")


def _auto(body: Body, method: Method, reason: str) -> Verdict:
    return Verdict(Status.AUTO, (Candidate(body, method, SCORES[method], (reason,)),))
