"""The organisations of an authority → links, and the same entities under the identifiers that links assert."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.organisations.gazetteer import programme_name
from kg.link.authorities import Settled
from kg.link.coreference import completed
from kg.link.index import by_siren, region_of
from kg.link.judgements import Judgements
from kg.link.matching import decide
from kg.link.names import announced
from kg.link.national import region_of_departments
from kg.link.tables import Body
from kg.link.values import SCORES, Candidate, Link, Method, Query, Setting, Status, Verdict
from kg.resolve.entities import Act, Organisation, Resolved

_RECEIPT = re.compile(r"(?P<department>\d\d[\dAB])-?(?P<siren>\d{9})-?\d{8}")
_NEIGHBOURS = 2


def link(resolved: Resolved, judged: Judgements, settled: Settled | None = None) -> tuple[Link, ...]:
    """A link for each organisation of an authority, the authority's own first; ``settled``: where no SIREN told it."""
    setting = _setting(resolved, settled.departments if settled else frozenset())
    given = settled.link if settled else None
    links = [] if resolved.authority is None else [_own(resolved, resolved.authority, judged, given)]
    years = _years(resolved.acts)
    others = [one for one in resolved.organisations if one.key != resolved.key]
    if not setting.departments:
        here = _neighbours(_links(one, setting, years.get(one.key, ()), judged) for one in others)
        setting = replace(setting, departments=here, region=region_of_departments(here))
    for one in others:
        links.extend(_links(one, setting, years.get(one.key, ()), judged))
    return tuple(completed(links, years))


def _neighbours(found: Iterable[Iterable[Link]]) -> frozenset[str]:
    """The one département of all towns, groupings and départements that acts name in full, of two bodies or more."""
    named = {
        one.best.body for some in found for one in some if one.siren and one.best and one.best.body.kind != "région"
    }
    here = [frozenset(body.departments) for body in named if body.departments]
    told = frozenset[str].union(*here) if here else frozenset()
    return told if len(here) >= _NEIGHBOURS and len(told) == 1 else frozenset()


def with_links(resolved: Resolved, links: Sequence[Link]) -> Resolved:
    """The entities with each linked organisation under its number, one node for all that are the same body."""
    acts = tuple(_rekeyed(act, {one.key: one.identifier for one in links if one.identifier and _holds(one, act)})
                 for act in resolved.acts)  # fmt: skip
    organisations: dict[str, Organisation] = {}
    for one in resolved.organisations:
        for known in _forms(one, [link for link in links if link.key == one.key]):
            before = organisations.get(known.key)
            organisations[known.key] = _joined(before, known) if before else known
    ordered = tuple(organisations[key] for key in sorted(organisations))
    authority = next((one for one in ordered if one.key == resolved.key), None) if resolved.authority else None
    return replace(resolved, organisations=ordered, acts=acts, authority=authority)


def _holds(one: Link, act: Act) -> bool:
    return one.holds_in(_year(act))


def _forms(one: Organisation, links: Sequence[Link]) -> Iterator[Organisation]:
    """An organisation under each number that is asserted of it, and as it was where some acts have none."""
    asserted = [link for link in links if link.identifier]
    yield from (_known(one, link) for link in asserted)
    if len(asserted) < len(links) or not links:
        yield one


def _own(resolved: Resolved, authority: Organisation, judged: Judgements, given: Link | None) -> Link:
    """The link of the authority itself: its receipts' SIREN, the one that it prints, or what settled its name."""
    if given is not None:
        return Link(resolved.key, given.printed, given.verdict)
    if authority.siren is None:
        verdict = judged.of(resolved.key, authority.name) or Verdict(Status.NONE, note="not settled by its name")
        return Link(resolved.key, authority.name, verdict)
    received = any(_received(act) == authority.siren for act in resolved.acts)
    method = Method.RECEIPT if received else Method.PRINTED
    body = by_siren().get(authority.siren) or Body(authority.name, "other", authority.siren, label=authority.name)
    return Link(resolved.key, authority.name, Verdict(Status.AUTO, (_identified(body, method, received),)))


def _identified(body: Body, method: Method, received: bool) -> Candidate:
    where = "the préfecture's receipt" if received else "the document"
    listed = "" if body.table else "; no table lists it"
    return Candidate(body, method, SCORES[method], (f"its SIREN in {where}, Luhn sum right{listed}",))


def _received(act: Act) -> str | None:
    found = _RECEIPT.search((act.record.receipt.id or "").replace(" ", ""))
    return found["siren"] if found else None


def _setting(resolved: Resolved, told: frozenset[str]) -> Setting:
    """The territory of the authority: from the tables, else from the receipts of its acts, else as its words tell."""
    body = by_siren().get(resolved.key)
    if body is None:
        here = (frozenset(_department(act) for act in resolved.acts) - {""}) or told
        return Setting(here, region_of_departments(here), None, _unlisted(resolved))
    region = body.region or region_of_departments(frozenset(body.departments))
    grouping = body.grouping if body.kind == "commune" else ""
    return Setting(frozenset(body.departments), region, None, body, grouping)


def _unlisted(resolved: Resolved) -> Body | None:
    """An authority that no table lists, as a body: what « la Commune » means in its acts."""
    if resolved.authority is None:
        return None
    name = resolved.authority.name
    return Body(name, announced(name).kind or "commune", resolved.authority.siren or "", label=name)


def _department(act: Act) -> str:
    found = _RECEIPT.search((act.record.receipt.id or "").replace(" ", ""))
    code = found["department"].removeprefix("0").upper() if found else ""
    return code if region_of(code) else ""


def _years(acts: Iterable[Act]) -> Mapping[str, Sequence[int | None]]:
    """The years of the acts that name each organisation as a party, giver or receiver."""
    found: dict[str, dict[int | None, None]] = {}
    for act in acts:
        for key in _named_in(act):
            found.setdefault(key, {})[_year(act)] = None
    return {key: tuple(years) for key, years in found.items()}


def _year(act: Act) -> int | None:
    return act.record.session.date.year if act.record.session.date else None


def _named_in(act: Act) -> set[str]:
    parties = {party for agreement in act.agreements for party in agreement.parties}
    return {key for f in act.funding for key in (f.funder, f.recipient, f.agent) if key} | parties


def _links(one: Organisation, setting: Setting, years: Sequence[int | None], judged: Judgements) -> Iterator[Link]:
    """One link, or one for each body that the name was in some years: « la Région » before and after 2016."""
    given = judged.of(one.key, one.name)
    if given:
        yield Link(one.key, one.name, given)
        return
    found: dict[str, dict[int | None, Verdict]] = {}
    for year in years or (None,):
        verdict = judged.allowed(one.key, one.name, _verdict(one, replace(setting, year=year)))
        found.setdefault(_asserted(verdict), {})[year] = verdict
    for some in found.values():
        yield Link(one.key, one.name, next(iter(some.values())), frozenset(some) if len(found) > 1 else frozenset())


def _asserted(verdict: Verdict) -> str:
    return verdict.candidates[0].body.key if verdict.status is Status.AUTO else ""


def _verdict(one: Organisation, setting: Setting) -> Verdict:
    """What the name means in that setting; a SIREN of its own where no name tells."""
    found = decide(Query(one.name, aliases=_telling(one)), setting)
    told = found.candidates[0].body if found.candidates else None
    if one.siren and not (told and told.siren == one.siren):
        return decide(Query(one.name, siren=one.siren))
    if found.status is Status.AUTO and not (told and told.key):
        return Verdict(Status.NONE, found.candidates, "the authority that speaks, which has no SIREN yet")
    return found


def _telling(one: Organisation) -> tuple[str, ...]:
    """The aliases that may stand for a name: a company's without « société »; an acronym is one of many."""
    if announced(one.name).kind != "société":
        return ()
    return tuple(alias for alias in one.aliases if not alias.isupper() or " " in alias)


def _known(one: Organisation, asserted: Link) -> Organisation:
    """An organisation under its number and official name, the printed one beside it."""
    if asserted.identifier is None or asserted.best is None:
        return one
    body = asserted.best.body
    name = body.label if body.table else one.name
    aliases = tuple(sorted({alias for alias in (*one.aliases, one.name) if alias != name}))
    return Organisation(asserted.identifier, name, aliases, asserted.siren)


def _joined(one: Organisation, two: Organisation) -> Organisation:
    aliases = {*one.aliases, *two.aliases, two.name} - {one.name}
    return replace(one, aliases=tuple(sorted(aliases)), siren=one.siren or two.siren)


def _rekeyed(act: Act, keys: Mapping[str, str]) -> Act:
    """An act whose parties stand under their SIREN, and whose programmes under one name for all their writings."""
    agreements = tuple(
        replace(a, parties=tuple(dict.fromkeys(keys.get(party, party) for party in a.parties))) for a in act.agreements
    )
    funding = tuple(
        replace(
            f,
            funder=keys.get(f.funder, f.funder),
            recipient=f.recipient and keys.get(f.recipient, f.recipient),
            agent=f.agent and keys.get(f.agent, f.agent),
            programme=f.programme and programme_name(f.programme),
        )
        for f in act.funding
    )
    return replace(act, agreements=agreements, funding=funding)
