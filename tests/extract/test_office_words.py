"""How acts word sittings, officers, signatures and receipts: tables of synonyms, read in whole fictional documents.

``office_words.toml`` holds the writings and what must be read in them. Each is put into an act and into minutes, on
lines and on one line, so that a rule cannot lean on one layout.
"""

import hashlib
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.codec import record_to_json
from kg.extract import extract
from kg.model import Page, Source, Span, Text
from kg.text.names import name_key
from kg.text.view import fold_same_length

_TABLES = tomllib.loads((Path(__file__).parent / "office_words.toml").read_text(encoding="utf-8"))
_ACT_HEAD = "COMMUNE DE VALMONT EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL"
_MINUTES_HEAD = "COMMUNE DE VALMONT PROCÈS-VERBAL DU CONSEIL MUNICIPAL"
_ROLL = (
    "Présents : M. Louis VALLIER, {}Mme Anne BRISSET, Mme Jeanne ORTEIL, M. Paul MARANDE. Absent excusé : M. Luc ARNEL."
)
_PRESENT = _ROLL.format("")
_WITH_MAYOR = _ROLL.format("Maire, ")
_SECRETARY = "Secrétaire de séance : Mme Anne BRISSET."
_DECIDED = (
    "Après en avoir délibéré, à l'unanimité, le conseil municipal APPROUVE le projet et AUTORISE le maire à signer."
)
_SECOND = (
    "Délibération n° 2024-13 : Tarifs de la cantine. Après en avoir délibéré, à l'unanimité, le conseil municipal FIXE"
    " le tarif à 3 euros."
)
_LINE_STARTS = re.compile(r" (?=EXTRAIT|PROCÈS|Présents :|Absent excusé|Secrétaire de séance :|Objet :|Délib|Après en)")
_LAYOUTS = ("act-flat", "act-lines", "minutes-flat", "minutes-lines")


def read(layout: str, head: str, told: str, between: str = "") -> dict[str, Any]:
    """The first record of a fictional document: ``told`` in its opening, ``between`` after the title."""
    if layout.startswith("act"):
        raw = f"{head} {told} Objet : Réfection de la toiture {between} {_DECIDED}"
    else:
        raw = f"{head} {told} Délibération n° 2024-12 : Réfection de la toiture {between} {_DECIDED} {_SECOND}"
    raw = re.sub(r"  +", " ", raw)
    return record(_LINE_STARTS.sub("\n", raw) if layout.endswith("lines") else raw)


def record(raw: str) -> dict[str, Any]:
    """The first record of a text."""
    source = Source("acte.txt", "text/plain", hashlib.sha256(raw.encode()).hexdigest())
    records = extract(Text(source, raw, (Page(1, Span(0, len(raw))),))).records
    found: dict[str, Any] = json.loads(json.dumps(record_to_json(records[0])))
    return found


def head_of(layout: str) -> str:
    """The heading of a document, with the date of the sitting."""
    return f"{_ACT_HEAD if layout.startswith('act') else _MINUTES_HEAD} Séance du 12 mars 2024"


def person(value: dict[str, Any] | None) -> str:
    """A person's name, whatever the order of its words."""
    return name_key(value["name"]) if value else ""


def opening(date: str, time: str, verb: str, place: str, president: str) -> str:
    """An opening sentence and what follows it."""
    return f"{date} {time}, {verb} {place}{president} {_PRESENT} {_SECRETARY}".replace(" ,", ",")


_DATE, _TIME, _VERB, _PLACE, _PRESIDENT = (
    _TABLES["dates"][0],
    _TABLES["times"][1],
    _TABLES["verbs"][0],
    _TABLES["places"][0],
    _TABLES["presidents"][0],
)


def session_of(told: str, layout: str) -> dict[str, Any]:
    """What is read in an opening sentence under a heading without a date."""
    head = _ACT_HEAD if layout.startswith("act") else head_of(layout)
    return read(layout, head, told)


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("date", _TABLES["dates"])
@pytest.mark.parametrize("verb", _TABLES["verbs"][:10:3])
def test_dates_and_verbs_of_an_opening(date: str, verb: str, layout: str) -> None:
    found = session_of(opening(date, _TIME[0], verb, _PLACE[0], _PRESIDENT[0]), layout)
    assert (found["session"]["date"], found["session"]["time"]) == ("2024-03-12", _TIME[1])
    assert found["session"]["place"] == _PLACE[1]


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("verb", _TABLES["verbs"])
def test_verbs_of_an_opening(verb: str, layout: str) -> None:
    found = session_of(opening(_DATE, _TIME[0], verb, _PLACE[0], _PRESIDENT[0]), layout)["session"]
    assert (found["date"], found["time"], found["place"]) == ("2024-03-12", _TIME[1], _PLACE[1])


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize(("writing", "time"), _TABLES["times"])
def test_times_of_an_opening(writing: str, time: str, layout: str) -> None:
    found = session_of(opening(_DATE, writing, _VERB, _PLACE[0], _PRESIDENT[0]), layout)["session"]
    assert (found["time"], found["place"]) == (time, _PLACE[1])


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize(("writing", "place", "remote"), _TABLES["places"])
def test_places_of_an_opening(writing: str, place: str, remote: str, layout: str) -> None:
    found = session_of(opening(_DATE, _TIME[0], _VERB, writing, _PRESIDENT[0]), layout)["session"]
    assert found["remote"] == (remote == "true")
    if place or remote == "true":
        assert fold_same_length(found["place"] or "") == fold_same_length(place)


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize(("writing", "name"), _TABLES["presidents"])
def test_who_presides_after_the_place(writing: str, name: str, layout: str) -> None:
    found = session_of(opening(_DATE, _TIME[0], _VERB, _PLACE[0], writing), layout)
    assert (person(found["chair"]), found["session"]["place"]) == (name_key(name), _PLACE[1])


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize(("heading", "time", "place"), _TABLES["headings"])
def test_headings_of_minutes(heading: str, time: str, place: str, layout: str) -> None:
    found = read(layout, heading, f"{_PRESENT} {_SECRETARY}")["session"]
    assert (found["date"], found["time"] or "", found["place"] or "") == ("2024-03-12", time, place)


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize(("writing", "name"), _TABLES["chairs"])
def test_who_presides(writing: str, name: str, layout: str) -> None:
    told = (
        f"Le conseil municipal s'est réuni en mairie. {writing} {_WITH_MAYOR} Secrétaire de séance : Mme Jeanne ORTEIL."
    )
    found = read(layout, head_of(layout), told)
    assert (person(found["chair"]), person(found["secretary"])) == (name_key(name), "jeanne orteil")


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("name", ["Mme Jeanne ORTEIL", "ORTEIL Jeanne"])
@pytest.mark.parametrize("writing", _TABLES["secretaries"])
def test_who_is_secretary(writing: str, name: str, layout: str) -> None:
    told = f"Le conseil s'est réuni en mairie sous la présidence de M. Louis VALLIER, Maire. {_WITH_MAYOR}"
    found = read(layout, head_of(layout), f"{told.replace('Mme Jeanne ORTEIL', name)} {writing.format(name)}")
    assert person(found["secretary"]) == name_key(name)


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize(("writing", "name", "role"), _TABLES["rapporteurs"])
def test_who_reports(writing: str, name: str, role: str, layout: str) -> None:
    told = f"Le conseil s'est réuni en mairie sous la présidence de M. Louis VALLIER, Maire. {_WITH_MAYOR} {_SECRETARY}"
    found = read(layout, head_of(layout), told, writing)["rapporteur"]
    assert (person(found), ((found or {}).get("role") or "").lower()) == (name_key(name), role.lower())


@pytest.mark.parametrize("layout", ["act-flat", "act-lines"])
@pytest.mark.parametrize("end", _TABLES["ends"])
def test_signatures_publications_and_receipts(end: list[str], layout: str) -> None:
    told = f"Le conseil s'est réuni en mairie. {_PRESENT} Objet : Réfection de la toiture. {_DECIDED} {end[0]}"
    raw = f"{head_of(layout)} {told}"
    found = record(_LINE_STARTS.sub("\n", raw) if layout.endswith("lines") else raw)
    signature, receipt = found["signature"], found["receipt"]
    assert person(signature["signatory"]) == name_key(end[1])
    read_ends = (signature["date"], signature["place"], found["publication_date"], receipt["id"], receipt["date"])
    assert [value or "" for value in read_ends] == end[2:]


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("writing", _TABLES["convocations"])
def test_convocations(writing: str, layout: str) -> None:
    found = read(layout, head_of(layout), f"{writing}. Le conseil s'est réuni en mairie. {_PRESENT}")
    assert (found["convocation_date"], found["session"]["date"]) == ("2024-03-05", "2024-03-12")
    assert found["publication_date"] is None


@pytest.mark.parametrize("layout", ["act-flat", "act-lines"])
@pytest.mark.parametrize(("head", "body", "council", "name"), _TABLES["letterheads"])
def test_letterheads(head: str, body: str, council: str, name: str, layout: str) -> None:
    raw = (
        f"{head} EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU {body} Séance du 12 mars 2024 L'an deux mille vingt-quatre,"
        f" le douze mars, {council}, légalement convoqué, s'est réuni sous la présidence de M. Louis VALLIER."
        f" {_PRESENT} Objet : Réfection de la toiture. {_DECIDED.replace('conseil municipal', 'présente assemblée')}"
    )
    found = record(_LINE_STARTS.sub("\n", raw) if layout.endswith("lines") else raw)
    assert fold_same_length(name) in fold_same_length(found["authority"]["name"])
    assert found["body"] is not None
