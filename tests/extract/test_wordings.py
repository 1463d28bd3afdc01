"""How authorities of every kind word openings, votes and signatures: fictional acts, on lines and on one line.

``wordings.json`` holds the writings and what must be read in them; in votes and signatures a field that is not listed
must be absent. ``other_votes`` are acts that also tell of votes that are not their own.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kg.codec import record_to_json
from kg.extract import extract
from kg.model import Page, Source, Span, Text

_WORDINGS = json.loads((Path(__file__).parent / "wordings.json").read_text(encoding="utf-8"))
_DECIDED = """
Présents : Mme Anne BRISSET, M. Louis VALLIER, Mme Jeanne ORTEIL, M. Paul MARANDE. Absents excusés : M. Luc ARNEL.
Secrétaire de séance : Mme Anne BRISSET.
Objet : Réfection de la toiture de la halle
Monsieur le Président expose que la toiture doit être refaite.
Après en avoir délibéré, à l'unanimité, l'assemblée :
- APPROUVE le projet ;
- AUTORISE le Président à signer tout document.
"""
_HEAD = """COMMUNE DE VALMONT
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 12 mars 2024
L'an deux mille vingt-quatre, le douze mars, le conseil municipal s'est réuni en mairie sous la présidence de Jeanne
ORTEIL, maire.
Présents : Mme Anne BRISSET, M. Louis VALLIER, Mme Jeanne ORTEIL, M. Paul MARANDE, M. Luc ARNEL, Mme Rose TULLIER.
Délibération n° 2024-12
Objet : Réfection de la toiture de la halle
"""
_SEEN = """Vu l'avis favorable de la commission des travaux à l'unanimité,
Considérant que la toiture doit être refaite,
"""
_APPROVED = "Après en avoir délibéré, à l'unanimité, le Conseil APPROUVE le projet et AUTORISE le maire à signer.\n"
_BODIES = {
    "comité syndical": ("COMMUNE DE VALMONT", "SYNDICAT DES EAUX DE VALMONT"),
    "Commission permanente": ("COMMUNE DE VALMONT", "DÉPARTEMENT DE LA VALSERINE"),
    "Bureau communautaire": ("COMMUNE DE VALMONT", "COMMUNAUTÉ DE COMMUNES DE VALMONT"),
}
_VOTE = tuple(
    f"vote/{name}"
    for name in (
        *("for", "against", "abstention", "not_voting", "outcome", "unanimous", "method"),
        *("against_names", "abstention_names", "not_voting_names"),
    )
)
_SIGNATURE = ("signature/signatory/name", "signature/date", "publication_date", "receipt/id", "receipt/date")


def read(raw: str) -> dict[str, Any]:
    """The one record of a text."""
    source = Source("acte.txt", "text/plain", hashlib.sha256(raw.encode()).hexdigest())
    (record,) = extract(Text(source, raw, (Page(1, Span(0, len(raw))),))).records
    found: dict[str, Any] = json.loads(json.dumps(record_to_json(record)))
    return found


def value(record: Any, path: str) -> Any:
    for key in path.split("/"):
        record = record.get(key) if isinstance(record, dict) else None
    return None if record == [] else record


def on_one_line(raw: str) -> str:
    return " ".join(raw.split())


@pytest.mark.parametrize("flat", [False, True], ids=["lines", "flat"])
@pytest.mark.parametrize("wording", _WORDINGS["openings"], ids=lambda one: one["writing"][:30])
def test_openings(wording: dict[str, Any], flat: bool) -> None:
    raw = wording["writing"] + _DECIDED
    record = read(on_one_line(raw) if flat else raw)
    assert {path: value(record, path) for path in wording["expected"]} == wording["expected"]


@pytest.mark.parametrize(
    "wording", [*_WORDINGS["votes"], *_WORDINGS["other_votes"]], ids=lambda one: one["writing"][:50]
)
def test_votes(wording: dict[str, Any]) -> None:
    record = read(_HEAD + _SEEN + wording["writing"] + "\n")
    assert {path: v for path in _VOTE if (v := value(record, path)) is not None} == wording["expected"]


@pytest.mark.parametrize("body", _BODIES)
@pytest.mark.parametrize("wording", _WORDINGS["votes"], ids=lambda one: one["writing"][:50])
def test_votes_of_other_bodies_on_one_line(wording: dict[str, Any], body: str) -> None:
    raw = (_HEAD + _SEEN + wording["writing"]).replace(*_BODIES[body])
    for written in ("conseil municipal", "Conseil municipal", "Conseil Municipal", "CONSEIL MUNICIPAL"):
        raw = raw.replace(written, body.upper() if written.isupper() else body)
    record = read(on_one_line(raw))
    assert {path: v for path in _VOTE if (v := value(record, path)) is not None} == wording["expected"]


@pytest.mark.parametrize("wording", _WORDINGS["signatures"], ids=lambda one: one["writing"][:40])
def test_signatures(wording: dict[str, Any]) -> None:
    record = read(_HEAD + _APPROVED + wording["writing"] + "\n")
    expected = {path: v for path, v in wording["expected"].items() if path in _SIGNATURE}
    assert {path: v for path in _SIGNATURE if (v := value(record, path)) is not None} == expected
