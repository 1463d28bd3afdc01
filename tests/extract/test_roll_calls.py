"""Roll calls closed by their figure, tables of votes that begin with the voters, offices beside the names of a vote."""

import pytest

from tests.extract.test_vote_names import vote

WHO = (
    ("MM. ROUX, NOIR (pouvoir de Mme VERT), DE LA TOUR et BRUN, Mmes OCRE, ROSE-BLEU", 7),
    ("Mme Anne ROUX, M. Paul NOIR, Mme Zoé VERT (par pouvoir), M. Luc BRUN, M. Max GRIS, Mme Eva OCRE", 6),
    (
        "Anne ROUX, Paul NOIR (et le pouvoir de Zoé VERT), Luc BRUN, Max GRIS, Eva OCRE, Noé FAUVE, Ida ROSE, Guy BLEU",
        9,
    ),
)


@pytest.mark.parametrize(("names", "count"), WHO)
@pytest.mark.parametrize("close", ["soit {} voix", "au total {} voix", "soit {} votes"])
@pytest.mark.parametrize("between", [" ", "\n", ". "])
def test_the_figure_that_closes_a_roll_call(names: str, count: int, close: str, between: str) -> None:
    sides = (
        f"Ont voté pour : {names}, {close.format(count)}",
        f"Ont voté contre : M. Yves PERS, Mme Rose CLAIR (par pouvoir), {close.format(2)}",
        f"Se sont abstenus : M. Régis CORNE, {close.format(1)}",
    )
    told = vote(f"Il est procédé à un scrutin public. {between.join(sides)}{between}Le Conseil approuve le projet.")
    assert (told.for_, told.against, told.abstention) == (count, 2, 1)
    assert (told.against_names, told.abstention_names) == (("Yves PERS", "Rose CLAIR"), ("Régis CORNE",))


@pytest.mark.parametrize(
    ("labels", "figures"),
    [
        ("VOTANTS POUR CONTRE ABSTENTIONS NON-PARTICIPATION", "22 16 4 2 2"),
        ("Votants Pour Contre Abstentions NPPV", "22 16 4 2 1"),
        ("Votants Pour Contre Abstention", "22 16 4 2"),
    ],
)
def test_voters_in_the_first_column(labels: str, figures: str) -> None:
    told = vote(
        f"Le Conseil accorde sa garantie. RÉSULTAT DU VOTE {labels} {figures} Délibération adoptée à la majorité."
    )
    assert (told.for_, told.against, told.abstention) == (16, 4, 2)


@pytest.mark.parametrize(
    "told",
    [
        "M. Paul NOIR, Président de Valmont Habitat, Mme Zoé VERT, administratrice de Valmont Habitat.",
        "Mme Zoé VERT, trésorière du club, et M. Paul NOIR, membre du bureau des Amis de l'Orgue.",
        "M. Paul NOIR, représentant du Département au Syndicat des Eaux, Mme Zoé VERT.",
    ],
)
@pytest.mark.parametrize("lead", ["N'ont pas pris part au vote :", "Ne prennent pas part au vote :"])
def test_what_members_are_besides_is_nobody(lead: str, told: str) -> None:
    found = vote(f"Pour : 12\nContre : 0\n{lead} {told}\nLa délibération est adoptée.").not_voting_names
    assert sorted(found) == ["Paul NOIR", "Zoé VERT"]


@pytest.mark.parametrize(("printed", "count"), [("l6", 16), ("I2", 12), ("1O", 10), ("1l", 11)])
def test_a_one_and_a_zero_read_as_letters_before_voices(printed: str, count: int) -> None:
    told = vote(f"Le Conseil Municipal, par {printed} voix POUR, 2 voix C0NTRE, ADOPTE la décision modificative.\n")
    assert (told.for_, told.against) == (count, 2)


@pytest.mark.parametrize(
    "said",
    [
        "M. NOIR, par ailleurs administrateur de l'association, fait savoir qu'il ne prend pas part au vote.",
        "Mme VERT et M. NOIR indiquent leur intérêt. M. NOIR, trésorier du club, indique qu'il ne prendra pas part "
        "au vote.",
        "M. NOIR, président du club, informe le conseil qu'il ne participera pas au vote.",
        "M. NOIR déclare qu'il ne participe pas au vote.",
    ],
)
def test_who_says_that_he_takes_no_part(said: str) -> None:
    assert vote(f"{said} Le conseil, à la majorité, approuve la convention.\n").not_voting_names == ("NOIR",)


def test_who_does_not_vote_against_votes() -> None:
    told = vote("Vote : - Contre : 1 (M. NOIR). - Pour : 14\nM. NOIR précise qu'il ne vote pas contre les travaux.\n")
    assert (told.against_names, told.not_voting_names) == (("NOIR",), ())
