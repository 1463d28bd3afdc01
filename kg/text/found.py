"""What a primitive of kg.text finds: a value and where it stands."""

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A value and its passage in the text that was searched, ``start`` included and ``end`` excluded."""

    value: T
    start: int
    end: int
