"""The rooms of layout import only those before them: what is printed, its marks, items, single acts."""

import re
from pathlib import Path

import pytest

LAYOUT = Path(__file__).parents[2] / "kg" / "extract" / "layout"
ROOMS = ("titles", "marks", "items", "single")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_those_before_it(room: str) -> None:
    known = {"words", *ROOMS[: ROOMS.index(room) + 1]}
    for path in sorted((LAYOUT / room).glob("*.py")):
        seen = set(re.findall(r"^from kg\.extract\.layout\.(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert seen <= known, path
