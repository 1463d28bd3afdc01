from dataclasses import replace

from kg.model import Document, Organisation
from kg.resolve import group, resolve
from tests.resolve.fictions import document, record


def named(path: str, name: str | None, siren: str | None = None) -> Document:
    return document(path, record(authority=Organisation(name, (), siren) if name else None))


def test_a_siren_is_the_key_and_a_name_alone_joins_it() -> None:
    groups = group([named("b.txt", "Commune de Montfleury"), named("a.txt", "MONTFLEURY", "219900018")])
    assert {key: [d.text.source.path for d in found] for key, found in groups.items()} == {
        "219900018": ["a.txt", "b.txt"]
    }


def test_a_name_that_two_sirens_bear_joins_neither() -> None:
    groups = group(
        [named("a", "Montfleury", "219900018"), named("b", "Montfleury", "269900013"), named("c", "Montfleury")]
    )
    assert sorted(groups) == ["219900018", "269900013", "montfleury"]


def test_documents_without_an_authority_stand_alone() -> None:
    groups = group([named("a", None), named("b", None), document("c")])
    assert len(groups) == 3
    assert all(key.startswith("inconnue-") for key in groups)


def test_order_of_arrival_changes_nothing() -> None:
    documents = [named("a", "Montfleury", "219900018"), named("b", "Ville de Montfleury"), named("c", "Essarts")]
    forward, backward = group(documents), group(reversed(documents))
    assert forward == backward
    assert list(forward) == list(backward)
    assert [resolve(key, found) for key, found in forward.items()] == [
        resolve(key, list(reversed(found))) for key, found in backward.items()
    ]


def test_the_siren_of_the_group_is_that_of_the_authority() -> None:
    resolved = resolve("219900018", [named("a", "Montfleury"), named("b", "Commune de Montfleury", "219900018")])
    assert resolved.authority is not None
    assert (resolved.authority.key, resolved.authority.siren) == ("219900018", "219900018")


def test_the_same_bytes_in_two_places_are_one_source() -> None:
    first = named("a", "Montfleury", "219900018")
    copy = replace(first, text=replace(first.text, source=replace(first.text.source, path="z/a")))
    resolved = resolve("219900018", [first, copy])
    assert len(resolved.sources) == 1
    assert len(resolved.acts) == 1
