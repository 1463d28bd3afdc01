"""The proposer: asked only where a party is missing, believed only beside a cue, the same twice, and not needed."""

import subprocess
import sys

import pytest

from kg.extract import proposer
from kg.extract.act import Mention
from kg.extract.proposer import complete
from kg.model import Agreement, Funding, Organisation, Span
from kg.text.view import normalise

TOWN = Organisation("Montfleury")


def asked(writing: str, value: Agreement | Funding, rule: str) -> Mention:
    """The reading that the proposer gives back for one that lacks a party."""
    view = normalise(writing)
    (answer,) = complete(view, [Mention("agreements", value, (Span(0, len(view.text)),), rule)])
    assert isinstance(answer, Mention)
    return answer


def test_the_party_of_an_agreement_is_proposed() -> None:
    answer = asked(
        "convention de partenariat entre le Centre Culturel de Valmorel et la commune de Montfleury",
        Agreement("convention de partenariat", (TOWN,)),
        "decided-agreement",
    )
    assert [party.name for party in answer.value.parties] == ["Montfleury", "Centre Culturel de Valmorel"]
    assert answer.rule == "decided-agreement-proposed"
    assert answer.parts[-1][0] == "/parties/1"


def test_the_recipient_of_a_grant_is_proposed() -> None:
    writing = "Le conseil décide d'attribuer au Vélo Club Valmorel une subvention de 500 €."
    answer = asked(writing, Funding(TOWN), "decided-grant")
    assert answer.value.recipient is not None
    start, end = answer.parts[-1][1][0]
    assert writing[start:end] == answer.value.recipient.name


@pytest.mark.parametrize(
    "writing",
    [
        "Le conseil décide d'attribuer à Madame Odile Herbreteau une subvention de 500 €.",
        "Le conseil décide d'attribuer une subvention de 500 € pour les sorties.",
        "Soucieux de la jeunesse, le conseil attribue une subvention de 500 €.",
    ],
)
def test_what_no_cue_confirms_is_not_kept(writing: str) -> None:
    assert asked(writing, Funding(TOWN), "decided-grant").value.recipient is None


def test_what_is_complete_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is not even loaded for readings that have their parties."""
    monkeypatch.setattr(proposer, "_model", lambda: pytest.fail("the model was loaded"))
    full = Mention(
        "agreements", Agreement("convention", (TOWN, Organisation("Valse"))), (Span(0, 4),), "decided-agreement"
    )
    listed = Mention("funding", Funding(TOWN), (Span(0, 4),), "grant-list")
    assert complete(normalise("texte"), [full, listed]) == [full, listed]
    assert complete(normalise(""), []) == []


def test_same_text_same_proposals() -> None:
    writing = "Le conseil décide d'attribuer au Vélo Club Valmorel une subvention de 500 €."
    assert asked(writing, Funding(TOWN), "decided-grant") == asked(writing, Funding(TOWN), "decided-grant")


def test_extraction_loads_no_model() -> None:
    """Reading without proposals does not import spaCy: it costs seconds and hundreds of megabytes."""
    code = "import sys, kg.extract, kg.extract.proposer; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
