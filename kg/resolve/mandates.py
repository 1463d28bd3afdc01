"""Mandates and offices as memberships: who sits in which organ, who holds which office, and when that is attested.

A membership is one for a person, a body and an office, whatever the number of sittings that attest it. Its dates are
those of the first and the last sitting whose acts say so: not when the mandate began or ended, which no act tells.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache

from kg.resolve.entities import Act, Mandate, PersonKey, Quote, Sitting, Someone
from kg.resolve.slugs import fold
from kg.resources import shipped

# A place of somebody else, or of one sitting alone, is no mandate.
_MEMBERS = ("present", "procuration", "absent")
_OF_THE_SITTING = re.compile(r"\b(?:de seance|doyen|secretaire|par interim|honoraire)\b")
_BEFORE = re.compile(r"^(?:(?:m|mme|madame|monsieur|le|la|l|depute|deputee|senateur|senatrice)\b ?)+")
_RANK = re.compile(
    r"^(?:(?:\d{1,2} ?(?:er|ere|e|eme|nd|nde|de)?|premiere?|deuxieme|troisieme|quatrieme|second[e]?)\b ?)+"
)
_OF_A_GROUP = re.compile(r"\b(?:commission|groupe|association|comite)\b")

_Attested = tuple[PersonKey, str | None, str | None, dt.date | None, Quote | None]


def mandates(sittings: Iterable[Sitting], acts: Iterable[Act]) -> tuple[Mandate, ...]:
    """The memberships that sittings and their acts attest, by person, organ and office."""
    found: dict[tuple[PersonKey, str, str], list[_Attested]] = {}
    for attested in (*_of_sittings(sittings), *_of_acts(acts)):
        person, organ, office = attested[:3]
        found.setdefault((person, organ or "", office or ""), []).append(attested)
    return tuple(_mandate(told) for _, told in sorted(found.items()))


def _mandate(told: list[_Attested]) -> Mandate:
    person, organ, office = told[0][:3]
    days = [day for *_, day, _ in told if day]
    quote = next((quote for *_, quote in told if quote), None)
    return Mandate(person, organ, office, min(days, default=None), max(days, default=None), quote)


def _of_sittings(sittings: Iterable[Sitting]) -> Iterator[_Attested]:
    for sitting in sittings:
        for place in sitting.attendance:
            if place.state in _MEMBERS and place.member.key:
                yield place.member.key, sitting.key.organ, None, sitting.session.date, None
        yield from _office(sitting.chair, sitting.session.date)


def _of_acts(acts: Iterable[Act]) -> Iterator[_Attested]:
    for act in acts:
        day = act.record.session.date
        for place in act.differences:
            if place.state in _MEMBERS and place.member.key:
                yield place.member.key, act.sitting.organ, None, day, None
        for person in (act.rapporteur, act.signatory):
            yield from _office(person, day)


def _office(person: Someone | None, day: dt.date | None) -> Iterator[_Attested]:
    office = office_of(person.role) if person and person.role else None
    if person and person.key and office:
        yield person.key, None, office, day, person.quote


def office_of(printed: str) -> str | None:
    """The office that a printed capacity begins with: « 1ère adjointe aux écoles » is an ``adjoint``'s.

    None for what belongs to a sitting (« président de séance »), to a commission, or to no vocabulary.
    """
    words = fold(printed)
    while words != (bare := _RANK.sub("", _BEFORE.sub("", words))):
        words = bare
    if _OF_THE_SITTING.search(words) or _OF_A_GROUP.search(words):
        return None
    fitting = [(label, name) for label, name in _labels() if words == label or words.startswith(f"{label} ")]
    return max(fitting, key=lambda pair: (len(pair[0]), pair))[1] if fitting else None


@cache
def _labels() -> tuple[tuple[str, str], ...]:
    """The words of each office, folded, with its name in the vocabulary ``fonction``."""
    told = tomllib.loads((shipped("ontology") / "vocabularies.toml").read_text(encoding="utf-8"))["fonction"][
        "concepts"
    ]
    return tuple(
        (fold(label), name)
        for name, said in told.items()
        for label in (said["fr"], *said.get("alt", ()))
        if fold(label)
    )
