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
    assert sorted(fields["present"]) == sorted(HERE)
    assert fields["proxies"] == [Proxy("Ghislaine POURCEL", "Roland CUVEL"), Proxy("Guy DU MAIL", "Zoé DE VAL")]
    assert fields["absent"] == ["Cindy LAUREL"]
