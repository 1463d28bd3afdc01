from pathlib import Path

from benchmarks.size import BUDGET, measure
from kg.resources import shipped


def test_the_size_is_that_of_acts_and_sittings_without_the_ontology(tmp_path: Path) -> None:
    """Minutes of several acts: their attendance is said once, and the budget of an act is kept."""
    minutes = tmp_path / "minutes"
    minutes.mkdir()
    for name in ("saint-aubrac_PV_2023-06-05.txt", "haut-valse_PV_2023-12-18.txt"):
        (minutes / name).write_bytes((shipped("samples") / name).read_bytes())
    (figure,) = measure(minutes, tmp_path / "work")
    assert 40 < figure.ours < BUDGET
