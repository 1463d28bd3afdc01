import re
from collections import Counter

import pytest

from kg.errors import IssueCode, Severity
from kg.extract.layout.kind import kind_of
from kg.graph import acts
from kg.graph.vocabularies import Scheme, schemes, turtle
from kg.resolve.slugs import fold, slug
from kg.resources import shipped

NAMES = {scheme.name: {concept.name for concept in scheme.concepts} for scheme in schemes()}


def test_the_turtle_beside_the_source_is_what_the_source_says() -> None:
    written = (shipped("ontology") / "vocabularies.ttl").read_text(encoding="utf-8")
    assert written == turtle(), "run: python -m kg.graph.vocabularies > ontology/vocabularies.ttl"


def test_every_finding_and_severity_has_a_label() -> None:
    assert NAMES["constat"] == {str(code) for code in IssueCode}
    assert NAMES["gravite"] == {str(severity) for severity in Severity}


def test_what_a_record_can_say_has_a_concept() -> None:
    assert set(acts.OUTCOMES.values()) == NAMES["resultat"]
    assert set(acts.METHODS.values()) == NAMES["mode-scrutin"]
    kinds = ("subvention", "participation", "fonds de concours", "cotisation", "avance", "garantie", "prêt")
    assert {slug(kind) for kind in kinds} == NAMES["financement"]
    assert {"ordinaire", "extraordinaire"} == NAMES["type-seance"]


def test_every_kind_of_document_that_reading_tells_has_a_concept() -> None:
    told = re.sub(r"\s+", " ", kind_of.__doc__ or "").removeprefix("One of ").rstrip(". ")
    kinds = set(re.split(r"; or |, ", told))
    assert kinds > {"deliberation", "minutes"}
    assert kinds | {"bundle"} == NAMES["document"]


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.name)
def test_a_word_names_one_concept_of_its_vocabulary(scheme: Scheme) -> None:
    words = Counter(
        word for concept in scheme.concepts for word in {fold(concept.fr), *(fold(one) for one in concept.alt)}
    )
    assert [word for word, count in words.items() if count > 1] == []
    assert all(concept.fr and concept.en for concept in scheme.concepts)
