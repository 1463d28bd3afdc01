"""Whose documents these are where no SIREN says so: by name, in the territory that their own words tell.

What this settles comes before :func:`kg.resolve.resolve`: documents of one authority that name it with and without its
SIREN become one group, under the SIREN.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.link.index import by_siren
from kg.link.judgements import Judgements
from kg.link.matching import decide
from kg.link.names import announced
from kg.link.national import region_of_departments
from kg.link.tables import Body
from kg.link.territory import department_of, stamped_siren, told_departments
from kg.link.values import SCORES, Candidate, Link, Method, Query, Setting, Status, Verdict
from kg.model import Document, Organisation
from kg.resolve.authorities import authority_of

Groups = Mapping[str, Sequence[Document]]
# The characters of a source by its sha256.
TextOf = Callable[[str], str | None]
_READ = 20  # documents whose words tell the territory: few of the minutes of a small town name its département


@dataclass(frozen=True, slots=True)
class Settled:
    """What an authority without a SIREN was found to be, and the département that its documents tell, if one."""

    link: Link | None
    departments: frozenset[str]


def settle(groups: Groups, text_of: TextOf, judged: Judgements) -> dict[str, Settled]:
    """What is known of each authority that no SIREN identifies, by the key of its group."""
    known = {key for key in groups if _is_siren(key)}
    return {key: _settled(key, some, text_of, judged, known) for key, some in groups.items() if key not in known}


def _settled(
    key: str, documents: Sequence[Document], text_of: TextOf, judged: Judgements, known: Container[str]
) -> Settled:
    texts = [text_of(document.text.source.sha256) or "" for document in documents[:_READ]]
    here = department_of(told_departments(texts))
    authority, stamped = _named(documents), stamped_siren(texts)
    if authority is None:
        # Without a name, only where other documents tell whose SIREN it is.
        link = Link(key, stamped, _stamped(stamped, stamped)) if stamped in known else None
        return Settled(link, here)
    given = judged.of(key, authority.name) or (_stamped(stamped, authority.name) if stamped else None)
    verdict = given or _verdict(authority, documents, here)
    return Settled(Link(key, authority.name, judged.allowed(key, authority.name, verdict)), here)


def _stamped(siren: str, name: str) -> Verdict:
    body = by_siren().get(siren, Body(name, "other", siren, label=name))
    reason = "its SIREN in the préfecture's stamps on the pages, Luhn sum right"
    return Verdict(Status.AUTO, (Candidate(body, Method.RECEIPT, SCORES[Method.RECEIPT], (reason,)),))


def regroup(groups: Groups, settled: Mapping[str, Settled]) -> dict[str, list[Document]]:
    """The groups under the SIREN that their links assert, merged where two are of one authority."""
    merged: dict[str, list[Document]] = {}
    for key, documents in groups.items():
        link = settled[key].link if key in settled else None
        merged.setdefault((link and link.siren) or key, []).extend(documents)
    return dict(sorted(merged.items()))


def _is_siren(key: str) -> bool:
    return len(key) == 9 and key.isdigit()


def _named(documents: Iterable[Document]) -> Organisation | None:
    return next((authority for document in documents if (authority := authority_of(document))), None)


def _verdict(authority: Organisation, documents: Sequence[Document], here: frozenset[str]) -> Verdict:
    """A verdict that holds in every year of the documents: a commune that merged is another body from then on.

    A name without a kind is a commune's, else a grouping's.
    """
    kind = announced(authority.name).kind
    years = sorted({r.session.date.year for d in documents for r in d.records if r.session.date})
    settings = [Setting(here, region_of_departments(here), year) for year in years or (None,)]
    verdict = agreed([decide(Query(authority.name, kind or "commune"), setting) for setting in settings])
    if kind is None and verdict.status is Status.NONE:
        return agreed([decide(Query(authority.name, "epci"), setting) for setting in settings])
    return verdict


def agreed(found: Sequence[Verdict]) -> Verdict:
    """The one verdict of several years; where they differ, nothing is asserted."""
    sirens = {v.candidates[0].body.siren if v.status is Status.AUTO else None for v in found}
    if len(sirens) == 1:
        return found[-1]
    candidates = {c.body.siren: c for v in found for c in v.candidates}
    note = "not the same body in every year of the documents"
    return Verdict(Status.CANDIDATE if candidates else Status.NONE, tuple(candidates.values()), note)
