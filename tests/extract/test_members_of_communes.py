"""Communes of a first column, some of whose members share a civility; proxies told « de Mme X (commune) à M. Y »."""

import pytest

from kg.model import Proxy
from tests.extract.test_rolls_in_rows import read

HERE = ["Roland CUVEL", "Sylvie JACQUET", "Damien LAMBERT", "Zoé DE VAL", "Luc BRUN-NOIR", "Max GRIS", "Eva D'OCRE"]


@pytest.mark.parametrize(
    "head", ["COMMUNES CONSEILLERS COMMUNAUTAIRES PRÉSENTS", "Communes Délégués présents :", "PRÉSENTS"]
)
@pytest.mark.parametrize("both", ["MM. Damien LAMBERT et Luc BRUN-NOIR", "MM. Damien LAMBERT, Luc BRUN-NOIR"])
@pytest.mark.parametrize("end", [" ", "\n"])
@pytest.mark.parametrize("given", ["POUVOIRS", "PROCURATIONS", "Pouvoirs :"])
def test_a_commune_is_nobody_where_members_share_a_civility(head: str, both: str, end: str, given: str) -> None:
    rows = (
        "Amblon-la-Rivière M. Roland CUVEL, Mme Sylvie JACQUET",
        f"Frotelle-le-Neuf {both}",
        "Chantelle M. Max GRIS (suppléant de M. Serge VUILLE)",
        "Saint-Prix-sous-Mont Mme Eva D'OCRE, Mme Zoé DE VAL",
    )
    fields = read(
        f"{head}{end}{end.join(rows)}{end}{given}{end}de Mme Ghislaine POURCEL (Chantelle) à M. Roland CUVEL{end}"
        f"de M. Guy DU MAIL (Saint-Prix-sous-Mont) à Mme Zoé DE VAL{end}EXCUSÉS{end}Mme Cindy LAUREL (Chantelle){end}"
        "Secrétaire de séance : M. Max GRIS"
    )
    assert sorted(map(str, fields["present"])) == sorted(HERE)
    assert fields["proxies"] == [Proxy("Ghislaine POURCEL", "Roland CUVEL"), Proxy("Guy DU MAIL", "Zoé DE VAL")]
    assert fields["absent"] == ["Cindy LAUREL"]


SAT = [*("LEFRAN Jacques", "DELSON Martine", "MACHET Sylvie", "COQUIL Denis", "D'ORVAL Guy", "HUTIER Marc")]
SAT += ["MINET D'OCRE Bertrand", "CARPEN Dominique"]


@pytest.mark.parametrize(
    ("head", "here", "away", "given", "stand_in"),
    [
        (
            "P : présent(e) E : excusé(e) COMMUNE DÉLÉGUÉ(E) P / E",
            "P",
            "E",
            "Pouvoir à",
            "Suppléé par",
        ),
        ("Communes Délégués Présence (P : présent, A : absent)", "P", "A", "Procuration à", "Remplacé par"),
        ("Commune Conseiller communautaire Présence", "Présent", "Excusé", "Pouvoir à", "suppléé par"),
        ("COMMUNE NOM PRÉNOM PRÉSENCE", "présent", "absent", "a donné pouvoir à", "remplacé par"),
    ],
)
def test_words_in_the_cells_of_some_rows(head: str, here: str, away: str, given: str, stand_in: str) -> None:
    fields = read(
        f"{head} Aubigny LEFRAN Jacques {here} Aubigny DELSON Martine {here} Beaupré-en-Val VAN DE WAL Hubert {given} "
        f"LEFRAN Jacques Beaupré-en-Val MACHET Sylvie {here} Cormery BOULON Patrick {away} Dhuis-Saint-Rémi POTTER "
        f"Jean-Claude {stand_in} COQUIL Denis Essonne-la-Fosse D'ORVAL Guy {here} Oulche BAILLE Régine {stand_in} "
        f"HUTIER Marc Parcy-le-Vieux MINET D'OCRE Bertrand {here} Thiolle CARPEN Dominique {here} Villers-sous-Val "
        f"OUDINET Mireille {given} MACHET Sylvie Monsieur Guy D'ORVAL est désigné secrétaire de séance."
    )
    assert fields["present"] == SAT
    assert fields["proxies"] == [
        Proxy("VAN DE WAL Hubert", "LEFRAN Jacques"),
        Proxy("OUDINET Mireille", "MACHET Sylvie"),
    ]
    assert fields["absent"] == ["BOULON Patrick"]
