"""Phrases of a vote in many places of an act, on lines and on one line; openings and endings of the operative part.

``vote_phrases.json`` holds the phrases, what stands around them, and all that must be read of the vote: a field that is
not listed must be absent. Each phrase meets two of the surroundings, in turn, so that all of them meet many phrases.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kg.codec import record_to_json
from kg.extract import extract
from kg.model import Page, Source, Span, Text
from tests.extract.test_vote import counts

_PHRASES = json.loads((Path(__file__).parent / "vote_phrases.json").read_text(encoding="utf-8"))
_HEAD, _FOOT = _PHRASES["head"], _PHRASES["foot"]


def read(raw: str) -> tuple[dict[str, Any], list[str]]:
    """The vote and the decisions of the one record of a text."""
    source = Source("acte.txt", "text/plain", hashlib.sha256(raw.encode()).hexdigest())
    (record,) = extract(Text(source, raw, (Page(1, Span(0, len(raw))),))).records
    found = json.loads(json.dumps(record_to_json(record)))
    return {field: value for field, value in found["vote"].items() if value not in (None, [])}, found["decisions"]


def on_one_line(raw: str) -> str:
    return " ".join(raw.split())


def met(phrases: list[Any], around: list[Any]) -> list[tuple[Any, Any]]:
    """Each phrase with two of what may stand around it, in turn."""
    return [(phrase, around[(2 * at + step) % len(around)]) for at, phrase in enumerate(phrases) for step in (0, 1)]


_VOTED = met(_PHRASES["clauses"], _PHRASES["around_clauses"])
_VOTED += met(_PHRASES["statements"], _PHRASES["around_statements"])


@pytest.mark.parametrize(("phrase", "around"), _VOTED, ids=lambda one: one["writing"][:40])
def test_a_vote_is_read_wherever_it_stands(phrase: dict[str, Any], around: dict[str, Any]) -> None:
    raw = _HEAD + around["writing"].replace("{v}", phrase["writing"]) + _FOOT
    for written in (raw, on_one_line(raw)):
        vote, decisions = read(written)
        assert vote == phrase["vote"]
        if around["decisions"] and vote["outcome"] == "adopted":
            assert decisions == around["decisions"]


@pytest.mark.parametrize("told", _PHRASES["told"], ids=lambda one: one["writing"][:50])
def test_an_outcome_told_in_a_sentence_is_read(told: dict[str, Any]) -> None:
    raw = _HEAD + told["writing"] + _FOOT
    for written in (raw, on_one_line(raw)):
        vote, decisions = read(written)
        assert vote == told["vote"]
        assert decisions == told.get("decisions", decisions)


@pytest.mark.parametrize("scanned", _PHRASES["scanned"], ids=lambda one: one["writing"][:50])
def test_a_vote_is_read_as_scanned_and_as_laid_out(scanned: dict[str, Any]) -> None:
    decided = "Après en avoir délibéré, le Conseil Municipal :\n- APPROUVE le projet.\n"
    raw = _HEAD + decided + scanned["writing"] + _FOOT
    for written in (raw, on_one_line(raw)):
        assert read(written) == (scanned["vote"], ["APPROUVE le projet"])


_OPENED = met(_PHRASES["openings"], _PHRASES["lists"]) + met(_PHRASES["orders"], _PHRASES["ordered"])


@pytest.mark.parametrize(("opening", "items"), _OPENED)
def test_the_operative_part_begins(opening: str, items: dict[str, Any]) -> None:
    raw = _HEAD + opening + items["writing"] + _FOOT
    for written in (raw, on_one_line(raw)):
        vote, decisions = read(written)
        assert decisions == items["decisions"]
        assert vote == {"outcome": "adopted", "unanimous": True}


@pytest.mark.parametrize("closing", _PHRASES["closings"])
def test_the_operative_part_ends(closing: str) -> None:
    for opening, items in (
        (_PHRASES["openings"][0], _PHRASES["lists"][0]),
        (_PHRASES["orders"][0], _PHRASES["ordered"][0]),
    ):
        raw = _HEAD + opening + items["writing"] + closing
        for written in (raw, on_one_line(raw)):
            assert read(written)[1] == items["decisions"]


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        ("Résultat du vote :\nPour le changement de prestataire : 13 votes", {"for": 13}),
        ("Pour la décision modificative : 13 voix", {"for": 13}),
        ("Pour l'achat : 3 voix\nContre l'achat : 4 voix", {"for": 3, "against": 4}),
        ("Contre cette motion : deux suffrages", {"against": 2}),
    ],
)
def test_what_the_voices_are_for_stands_before_them(writing: str, expected: dict[str, int]) -> None:
    assert counts(writing) == expected


@pytest.mark.parametrize(
    "title", ["Changement de destination pour 2 parcelles", "Vente d'un lot pour 9 logements", "Bail pour 3 garages"]
)
def test_a_preposition_of_the_title_gives_way_to_the_count(title: str) -> None:
    assert counts(f"9/ {title}\n1 abstention 11 votes pour") == {"for": 11, "abstention": 1}


def test_a_price_for_what_is_bought_is_no_count() -> None:
    assert counts("Pour le chauffage de la salle : 13 radiateurs") == {}
