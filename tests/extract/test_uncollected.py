"""The collector rests while a text is read, and goes on as it was."""

import gc

import pytest

from kg.extract.uncollected import uncollected


@pytest.mark.parametrize("at_work", [True, False])
def test_the_collector_goes_on_as_it_was(at_work: bool) -> None:
    before = gc.isenabled()
    (gc.enable if at_work else gc.disable)()
    try:
        with pytest.raises(ValueError, match="read"), uncollected():
            assert not gc.isenabled()
            raise ValueError("read")
        assert gc.isenabled() is at_work
    finally:
        (gc.enable if before else gc.disable)()
