"""Releases: written beside the one served, renamed into place, rolled back, pruned."""

import zlib
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.errors import StoreError
from kg.store.load import load
from kg.store.query import open_release
from kg.store.releases import (
    current_release,
    list_releases,
    new_release,
    prune,
    publish,
    remove_before_withdrawal,
    roll_back,
    served_release,
    sweep,
)

LINE = '<urn:s> <urn:p> "{0}" <urn:g> .\n'


def publish_one(store: Path, value: str) -> None:
    with new_release(store) as directory:
        quads = load(directory, [zlib.compress(LINE.format(value).encode())])
        publish(store, directory, {"built": "2024-03-12T10:00:00+00:00", "quads": quads, "content": value})


@pytest.fixture
def store(tmp_path: Path) -> Path:
    for value in ("un", "deux", "trois"):
        publish_one(tmp_path / "store", value)
    return tmp_path / "store"


def value_of(path: Path) -> str:
    return next(str(quad.object) for quad in open_release(path))


def test_the_last_one_published_is_served(store: Path) -> None:
    served = current_release(store)
    assert (served.number, served.quads, served.content) == (3, 1, "trois")
    assert value_of(served.path) == '"trois"'
    assert [release.number for release in list_releases(store)] == [1, 2, 3]


def test_rolling_back_and_publishing_again(store: Path) -> None:
    assert value_of(roll_back(store, 1).path) == '"un"'
    assert current_release(store).number == 1
    publish_one(store, "quatre")
    assert current_release(store).number == 4


def test_a_release_that_does_not_exist_is_named_with_those_that_do(store: Path) -> None:
    with pytest.raises(StoreError, match=r"no release 9 \(releases there: 1, 2, 3\)"):
        roll_back(store, 9)
    assert current_release(store).number == 3


def test_a_failed_load_leaves_nothing(store: Path) -> None:
    with pytest.raises(StoreError, match="not valid N-Quads"), new_release(store) as directory:
        load(directory, [zlib.compress(b"<urn:s> <urn:p> nonsense\n")])
    assert current_release(store).number == 3
    assert not list((store / "releases").glob(".building*"))


def test_what_a_killed_build_left_is_swept(store: Path) -> None:
    left = store / "releases" / ".building-4"
    left.mkdir()
    (left / "000004.log").write_bytes(b"half")
    sweep(store)
    assert not left.exists()


def test_pruning_keeps_the_newest_and_the_one_served(store: Path) -> None:
    roll_back(store, 1)
    assert prune(store, keep=1) == (2,)
    assert [release.number for release in list_releases(store)] == [1, 3]
    assert not (store / "releases" / "2.json").exists()


def test_a_reader_keeps_its_release_while_another_is_published(store: Path) -> None:
    reader = open_release(current_release(store).path)
    publish_one(store, "quatre")
    assert [str(quad.object) for quad in reader] == ['"trois"']


@pytest.mark.parametrize(("content", "said"), [(None, "holds no release yet"), ("sept", "should hold the number")])
def test_a_store_without_release_says_what_to_do(tmp_path: Path, content: str | None, said: str) -> None:
    if content:
        (tmp_path / "current").write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=said):
        current_release(tmp_path)


def test_no_store_at_all(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        current_release(tmp_path / "nowhere")
    (tmp_path / "store").mkdir()
    assert served_release(tmp_path / "store") is None


def test_a_damaged_release_is_said(store: Path) -> None:
    (store / "releases" / "3" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_release(current_release(store).path)


def test_a_large_part_is_read_in_pieces(tmp_path: Path) -> None:
    parts = [zlib.compress("".join(LINE.format(f"{part}-{n}") for n in range(3000)).encode()) for part in range(4)]
    with new_release(tmp_path / "store") as directory:
        assert load(directory, parts) == 12_000
        assert len(Store.read_only(str(directory))) == 12_000


def test_what_was_built_before_a_withdrawal_goes(store: Path) -> None:
    assert remove_before_withdrawal(store) == ()
    for withdrawals in ("a", "a"):
        with new_release(store) as directory:
            load(directory, [zlib.compress(LINE.format("quatre").encode())])
            publish(store, directory, {"withdrawals": withdrawals})
    assert remove_before_withdrawal(store) == (1, 2, 3)
    assert [release.number for release in list_releases(store)] == [4, 5]
