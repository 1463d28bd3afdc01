"""« ACCEPTE CES PROPOSITIONS »: what was proposed before it, whatever shape the proposal has."""

import pytest

from kg.extract import dispositif
from tests.extract.test_vote import act_of

ACCEPTED = "LE CONSEIL MUNICIPAL, A L'UNANIMITE, ACCEPTE CES PROPOSITIONS"
ONE = "LE CONSEIL MUNICIPAL, A L'UNANIMITE, ACCEPTE CETTE PROPOSITION"


def items(writing: str) -> list[str]:
    return [mention.value for mention in dispositif.read(act_of(writing))]


@pytest.fixture(params=["lined", "flat"])
def laid(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(writing: str, laid: str) -> list[str]:
    return items(writing if laid == "lined" else " ".join(writing.split()))


def test_a_promise_that_ends_the_proposal_is_not_all_of_it(laid: str) -> None:
    writing = (
        "Il est proposé au conseil municipal :\n1°) de garantir l'emprunt ;\n"
        "2°) d'autoriser le maire à signer l'acte.\n"
        "Le conseil municipal s'engage, pendant toute la durée du prêt, à créer une imposition suffisante.\n\n"
        f"{ACCEPTED}\n"
    )
    assert read(writing, laid) == ["de garantir l'emprunt", "d'autoriser le maire à signer l'acte"]


def test_each_acceptance_takes_up_its_own_proposal(laid: str) -> None:
    writing = (
        f"A) École de Valmont\nIl est proposé au conseil d'autoriser le versement de 2 760 €.\n\n{ONE}\n\n"
        f"B) École d'Aubrac\nIl est proposé au conseil d'autoriser le versement de 3 936 €.\n\n{ONE}\n"
    )
    assert read(writing, laid) == ["d'autoriser le versement de 2 760 €", "d'autoriser le versement de 3 936 €"]


@pytest.mark.parametrize("bullets", ["- {}\n- {}\n- {}", "-\n-\n-\n{}\n{}\n{}"])
def test_nouns_are_proposed_too(bullets: str) -> None:
    nouns = ("le renouvellement d'un poste ;", "la suppression du poste vacant ;", "la mise à jour du tableau.")
    before = "Il est proposé le renouvellement d'un poste, pour :\n- poser le mobilier ;\n- réparer les chaussées.\n"
    for writing in (f"{before}Il est proposé au conseil municipal :\n{bullets.format(*nouns)}\n\n{ACCEPTED}\n",):
        for laid in ("lined", "flat"):
            assert read(writing, laid) == [noun.strip(" ;.") for noun in nouns]


def test_a_full_stop_inside_of_a_name_ends_nothing(laid: str) -> None:
    said = "d'ajouter, au chapitre « C. Compétences » paragraphe « C.2.2. Tourisme – Sites », une ligne « Ponts »"
    assert read(f"Il est proposé au conseil municipal {said}\n\n{ONE}\n", laid) == [said]


@pytest.mark.parametrize("noun", ["d'ordre", "de cadre", "de territoire", "d'affaire", "de périscolaire"])
def test_nouns_that_end_as_verbs_do_open_no_item(noun: str) -> None:
    writing = f"Il est proposé au conseil d'adopter le budget : - dépenses réelles - {noun} et autres\n\n{ONE}\n"
    assert all(not item.startswith(noun) for item in items(writing))
