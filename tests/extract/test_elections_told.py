"""Elections by ballot: how they were held, and what the body then decides."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract

ACT = (
    "SYNDICAT DES EAUX DE VALMONT EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU COMITÉ Séance du 17 janvier 2023 "
    "Délibération n° 2023-04 Objet : Élection du troisième vice-président Considérant que le vice-président est élu "
    "au scrutin secret, à la majorité absolue ; {ballots} M. Paul NOIR, ayant obtenu la majorité, est élu. "
    "Le Comité syndical, {seen} : - PROCLAME M. Paul NOIR élu troisième vice-président ; - DIT que l'indemnité lui "
    "sera versée à compter de ce jour. Fait à Valmont, le 18 janvier 2023"
)
BALLOTS = "Chaque délégué dépose son bulletin fermé dans l'urne."
SEEN = "au vu des résultats du scrutin"


@pytest.mark.parametrize(
    "ballots",
    [
        BALLOTS,
        "b. Nombre de votants (enveloppes déposées) : 15 c. Nombre de suffrages déclarés nuls : 0",
        "Votants : 15. Suffrages blancs : 1. Suffrages exprimés : 14.",
        "Nombre d'enveloppes trouvées dans l'urne : 15.",
    ],
)
def test_ballots_that_are_counted_were_secret(ballots: str) -> None:
    assert extract(text_of(ACT.format(ballots=ballots, seen=SEEN))).records[0].vote.method == "scrutin secret"


@pytest.mark.parametrize(
    "seen", [SEEN, "après dépouillement des bulletins", "compte tenu des résultats", "à l'issue du scrutin"]
)
def test_what_is_decided_after_the_count(seen: str) -> None:
    record = extract(text_of(ACT.format(ballots=BALLOTS, seen=seen))).records[0]
    assert [decision.split()[0] for decision in record.decisions] == ["PROCLAME", "DIT"]
