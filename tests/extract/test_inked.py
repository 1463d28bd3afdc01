"""Stamps of ink below acts, the day left unsaid, the committee of a school fund."""

import datetime as dt

import pytest

from kg.extract.act import Mention
from kg.extract.authority.body import read as read_body
from kg.extract.formalities import read_formalities
from kg.extract.formalities.signature import read_signature
from tests.extract.test_examples import act_of

HEAD = "Séance du 26 novembre 2019. Le conseil approuve le bail. Le Président, Paul NOIR "


@pytest.mark.parametrize(
    "stamp",
    [
        "Sous-Préfecture de Valmont 0 2 DEC. 2019 ARRIVÉE",
        "SOUS-PRÉFECTURE DE VALMONT 02 DÉC. 2019 ARRIVÉE",
        "REÇU À LA SOUS-PRÉFECTURE\nDE VALMONT\n2 DÉC. 2019",
        "Reçu à la préfecture de Valmont 2 décembre 2019",
        "Reçue en préfecture de la Serre 02/12/2019",
    ],
)
def test_a_stamp_of_reception(stamp: str) -> None:
    found = {reading.field: reading.value for reading in read_formalities(act_of(HEAD + stamp))}
    assert found["receipt/date"] == dt.date(2019, 12, 2)


@pytest.mark.parametrize(
    "stamp",
    [
        "Reçu à la préfecture de Valmont 2 mars 2018",
        "Préfecture de Valmont 2 décembre 2019",
        "Courrier reçu 2 décembre 2019",
    ],
)
def test_no_stamp_of_reception(stamp: str) -> None:
    assert "receipt/date" not in {reading.field for reading in read_formalities(act_of(HEAD + stamp))}


@pytest.mark.parametrize(
    "said", ["les jour, mois et an susdits", "les jours, mois et an que dessus", ", les jour et an ci-dessus"]
)
def test_the_place_ends_where_the_day_is_said_elsewhere(said: str) -> None:
    text = f"Fait et délibéré à MONTFLEURY-LE-HAUT {said} Le Maire, Paul NOIR"
    found = {one.field: one.value for one in read_signature(act_of(text)) if isinstance(one, Mention)}
    assert found["signature/place"] == "MONTFLEURY-LE-HAUT" and "signature/date" not in found


def test_a_committee_of_administration() -> None:
    text = (
        "CAISSE DES ÉCOLES DE MONTFLEURY\nEXTRAIT DES DÉLIBÉRATIONS DU COMITÉ D'ADMINISTRATION\nSéance du 6 avril 2022"
    )
    assert [one.value for one in read_body(act_of(text)) if isinstance(one, Mention)] == ["COMITÉ D'ADMINISTRATION"]


@pytest.mark.parametrize(
    "certified", ["Certifié exécutoire par le Maire compte tenu de la réception", "Certifié exécutoire compte tenu"]
)
def test_a_certificate_below_two_columns_adds_no_title(certified: str) -> None:
    text = f"Suivent les signatures au registre.\n\nLe secrétaire, Le Maire,\nA. ROUX Paul NOIR\n\n{certified}"
    (signer,) = [one.value for one in read_signature(act_of(text)) if one.field == "signature/signatory"]
    assert (signer.name, signer.role) == ("Paul NOIR", "Maire")
