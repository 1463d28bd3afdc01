"""Minutes printed whole below the act that approves them are no part of it."""

import pytest

from kg.extract import extract
from kg.model import Page, Record, Source, Span, Text

ACT = (
    "Délibération du Conseil Municipal de Montfleury Séance du vendredi 31 mars 2023 N° 2023-01 Objet : Approbation du "
    "procès-verbal de la séance du 3 février 2023 Le vendredi 31 mars 2023, le conseil municipal s'est réuni sous la "
    "présidence de Mme Agathe SORBIERS, Maire. Présents : Mme Agathe SORBIERS, M. Loïc EYMERY. Vu le code général des "
    "collectivités territoriales, le conseil municipal, après en avoir délibéré, ARRÊTE le procès-verbal de la séance "
    "du "
    "3 février 2023. "
)
VOTE = "(vote pour : 2 - contre : 0 - abstention : 0) "
MINUTES = (
    "{head} du vendredi 3 février 2023 Le vendredi 3 février 2023, le conseil municipal, régulièrement convoqué, "
    "s'est réuni "
    "sous la présidence de Mme SORBIERS. M. EYMERY est désigné, à l'unanimité, secrétaire de séance. Il y a un emploi "
    "à "
    "pourvoir selon l'article L. 332-8 du code général de la fonction publique, à 450 €."
)


def record(raw: str) -> Record:
    source = Source("acte.txt", "text/plain", "0" * 64)
    (one,) = extract(Text(source, raw, (Page(1, Span(0, len(raw))),))).records
    return one


@pytest.mark.parametrize(
    "closing",
    ["Délibéré les jour, mois et an que dessus. ", "Pour extrait conforme, le Maire. ", "Publiée le 4 avril 2023. "],
)
@pytest.mark.parametrize(
    "head", ["Procès-verbal de la séance du conseil municipal", "Compte-rendu du conseil municipal"]
)
def test_minutes_below_an_act_are_of_another_sitting(closing: str, head: str) -> None:
    alone = record(ACT + VOTE + closing)
    whole = record(ACT + VOTE + closing + MINUTES.format(head=head))
    assert (whole.vote, whole.legal_references, whole.amounts) == (alone.vote, alone.legal_references, alone.amounts)
    assert whole.vote.for_ == 2 and not whole.amounts


def test_an_act_that_names_minutes_goes_on() -> None:
    raw = ACT + VOTE + "Publiée le 4 avril 2023. Le procès-verbal du conseil du 3 février 2023 est à la mairie, 12 €."
    assert record(raw).amounts
