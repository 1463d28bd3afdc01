"""Openings of sittings made of headings, writings of names, separators and ways to give a proxy: the exact lists."""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.attendance import EXTRACTOR
from kg.text.names import name_key
from kg.text.view import normalise

WORDINGS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "attendance_wordings.toml").read_text(encoding="utf-8")
)


class Person(NamedTuple):
    """A member as a list may write him or her."""

    civility: str
    given: str
    surname: str

    @property
    def initials(self) -> str:
        return "-".join(part[0] + "." for part in self.given.split("-"))


HERE = (
    Person("Mme", "Anne", "VALMONT"),
    Person("M.", "Jean-Paul", "ORTEIL"),
    Person("Mme", "Marie-Claude", "LE BRIEC"),
    Person("M.", "Luc", "FONTAINIER"),
)
GIVERS = (Person("M.", "Guy", "BLANCHEPORT"), Person("Mme", "Ida", "ROSIERVAL"))
HOLDERS = HERE[1:3]
AWAY = (Person("M.", "Théo", "GRANDCHAMPS"), Person("Mme", "Lise", "MORVILLARD"))
ROLES = (", Maire", ", 1er adjoint", ", conseillère municipale déléguée à la culture", "")

Style = Callable[[Person], str]
STYLES: dict[str, Style] = {
    "given first": lambda p: f"{p.given} {p.surname}",
    "surname first": lambda p: f"{p.surname} {p.given}",
    "civility": lambda p: f"{p.civility} {p.given} {p.surname}",
    "civility, surname first": lambda p: f"{p.civility} {p.surname} {p.given}",
    "civility in full": lambda p: f"{'Madame' if p.civility == 'Mme' else 'Monsieur'} {p.given} {p.surname}",
    "surname alone": lambda p: f"{p.civility} {p.surname}",
    "small": lambda p: f"{p.given} {p.surname.title()}",
    "initials": lambda p: f"{p.initials} {p.surname}",
    "initials last": lambda p: f"{p.surname} {p.initials}",
    "capitals": lambda p: f"{p.surname} {p.given.upper()}",
}
SEPARATORS = (", ", " ; ", " - ", " – ", " / ", "\n", ",\n")
ENDS = (
    "Secrétaire de séance : {s}",
    "{s} a été désignée secrétaire de séance.",
    "{s} est élue secrétaire de séance.",
    "Le quorum étant atteint, la séance est ouverte.",
    "A été nommée secrétaire : {s}.",
)


class Layout(NamedTuple):
    """How one opening is written: names, what parts them, on one line or on several."""

    style: str
    separator: str
    flat: bool
    roles: bool = False


# Each wording is read in all of these.
LAYOUTS = (
    Layout("given first", ", ", True),
    Layout("civility, surname first", ", ", True, roles=True),
    Layout("surname alone", " - ", True),
    Layout("capitals", ", ", False),
    Layout("small", "\n", False),
    Layout("civility", ", ", False, roles=True),
)


def without_accents(writing: str) -> str:
    """What scanning makes of « Étaient présents »."""
    return "".join(char for char in unicodedata.normalize("NFD", writing) if not unicodedata.combining(char))


def tied(wording: str, style: Style, joint: str) -> str:
    """« Pouvoirs : {g} à {h} » with both pairs of members, the heading once."""
    first = min(wording.index("{g}"), wording.index("{h}"))
    colon = wording.rfind(" : ", 0, first)
    heading, pair = (wording[: colon + 3], wording[colon + 3 :]) if colon >= 0 else ("", wording)
    pairs = (pair.format(g=style(g), h=style(h)) for g, h in zip(GIVERS, HOLDERS, strict=True))
    return heading + joint.join(pairs)


def opening(
    layout: Layout, present: str, away: str | None, proxies: str, end: str = ENDS[0], *, away_first: bool = False
) -> str:
    """The text of an opening."""
    style, joint = STYLES[layout.style], layout.separator
    within = ", " if layout.flat and "\n" in joint else joint
    here = (style(p) + (ROLES[i] if layout.roles else "") for i, p in enumerate(HERE))
    parts = [tied(proxies, style, within if within in (" ; ", "\n") else ", ")]
    if away is not None:
        parts.insert(0 if away_first else 1, f"{away} {within.join(style(p) for p in AWAY)}")
    dot, line = (".", " ") if layout.flat else ("", "\n")
    return line.join(
        [f"{present} {joint.join(here)}{dot}", *(part + dot for part in parts), end.format(s=style(HERE[0]))]
    )


def read(writing: str) -> dict[str, list[Any]]:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False)
    fields: dict[str, list[Any]] = defaultdict(list)
    for reading in EXTRACTOR.read(act):
        if isinstance(reading, Mention):
            fields[reading.field].append(reading.value)
    return fields


def told(layout: Layout, people: Sequence[Person]) -> list[str]:
    return sorted(name_key(STYLES[layout.style](person)) for person in people)


def check(layout: Layout, writing: str, away: Sequence[Person] = AWAY) -> None:
    fields = read(writing)
    assert sorted(name_key(name) for name in fields["present"]) == told(layout, HERE), writing
    assert sorted(name_key(name) for name in fields["absent"]) == told(layout, away), writing
    pairs = sorted(pair_keys(layout, pair) for pair in zip(GIVERS, HOLDERS, strict=True))
    assert sorted((name_key(p.giver), name_key(p.holder or "")) for p in fields["proxies"]) == pairs, writing


def pair_keys(layout: Layout, pair: tuple[Person, Person]) -> tuple[str, str]:
    giver, holder = (name_key(STYLES[layout.style](person)) for person in pair)
    return giver, holder


@pytest.mark.parametrize("heading", WORDINGS["present"])
def test_headings_of_those_present(heading: str) -> None:
    for layout in LAYOUTS:
        chaired = "présidence" in heading and layout.style == "surname alone"
        if not chaired:  # the chair is named in full before a list of surnames alone
            check(layout, opening(layout, heading, "Absents excusés :", "Pouvoirs : {g} à {h}"))


@pytest.mark.parametrize("heading", WORDINGS["absent"])
@pytest.mark.parametrize("away_first", [False, True])
def test_headings_of_those_away(heading: str, away_first: bool) -> None:
    for layout in LAYOUTS:
        check(layout, opening(layout, "Étaient présents :", heading, "Pouvoirs : {g} à {h}", away_first=away_first))


@pytest.mark.parametrize("wording", WORDINGS["proxies"])
def test_ways_to_give_a_proxy(wording: str) -> None:
    for layout in LAYOUTS:
        check(layout, opening(layout, "Étaient présents :", "Absents :", wording))
        check(layout, opening(layout, "Étaient présents :", None, wording), ())


@pytest.mark.parametrize(("style", "separator"), list(product(STYLES, SEPARATORS)))
def test_writings_of_names(style: str, separator: str) -> None:
    headings = (
        ("Étaient présents :", "Absents excusés :"),
        ("PRESENTS", "EXCUSÉS"),
        ("Membres présents : 4", "ABSENTS :"),
    )
    for (present, away), end in product(headings, ENDS):
        for flat in (False, True)[: 1 if "\n" in separator else 2]:
            layout = Layout(style, separator, flat)
            writing = opening(layout, present, away, "Pouvoirs : {g} à {h}", end)
            check(layout, writing)
            check(layout, without_accents(writing))
