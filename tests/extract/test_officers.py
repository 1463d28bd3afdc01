"""Who presides, who writes, who reports."""

import pytest

from kg.extract.act import Act, Mention, Zone
from kg.extract.officers import EXTRACTOR
from kg.model import Person
from kg.text.view import normalise


def read(writing: str) -> dict[str, Person]:
    view = normalise(writing)
    whole = Zone(view, 0, len(view.text))
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False)
    return {reading.field: reading.value for reading in EXTRACTOR.read(act) if isinstance(reading, Mention)}


@pytest.mark.parametrize(
    ("writing", "field", "person"),
    [
        ("réuni sous la présidence de Monsieur le Maire, Paul NOIR.", "chair", Person("Paul NOIR", "Maire")),
        (
            "sous la présidence de Monsieur Paul NOIR. Le Président, Paul NOIR",
            "chair",
            Person("Paul NOIR", "Président"),
        ),
        ("Mme ROUX déclare la séance ouverte.", "chair", Person("ROUX")),
        ("Secrétaire : Mme Anne ROUX", "secretary", Person("Anne ROUX")),
        ("Le conseil désigne Anne ROUX en qualité de secrétaire de séance.", "secretary", Person("Anne ROUX")),
        ("Rapporteur : Anne ROUX", "rapporteur", Person("Anne ROUX")),
        (
            "Monsieur le Maire expose que le toit fuit. Fait à Ville, Le Maire, Paul NOIR",
            "rapporteur",
            Person("Paul NOIR", "Maire"),
        ),
        ("Le Maire donne la parole à Madame Anne ROUX, qui rappelle le projet.", "rapporteur", Person("Anne ROUX")),
    ],
)
def test_officers(writing: str, field: str, person: Person) -> None:
    assert read(writing)[field] == person


def test_a_mayor_whom_nothing_names_is_nobody() -> None:
    assert read("Le Maire expose la situation. La séance est ouverte.") == {}
