"""Quads for each deliberation of a corpus: attendance, evidence, people and links included.

The ontology and the description of the data set are the same for one act as for a million: not counted. The budget
holds for sittings of many acts; in the bundled samples a sitting has two, and its attendance weighs the more on each.
"""

import subprocess
import sys
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from benchmarks.figure import Figure, SkippedError
from kg.graph import iris
from kg.graph.namespaces import BASE, DEF
from kg.store.releases import current_release

BUDGET = 150.0
_COUNT = f"""SELECT (COUNT(*) AS ?quads) (COUNT(DISTINCT ?act) AS ?acts) WHERE {{
  GRAPH ?graph {{ ?s ?p ?o }}
  FILTER(?graph NOT IN (<{iris.ONTOLOGY_GRAPH}>, <{BASE}graphe/description>))
  BIND(IF(?o = <{DEF}Deliberation>, ?s, ?none) AS ?act)
}}"""


def measure(corpus: Path, work: Path) -> list[Figure]:
    """What a build of these documents stores, against the budget: here less is better."""
    store = work / "sized"
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build", str(corpus), "--store", str(store)]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 1) or not (store / "current").exists():
        raise SkippedError("kg build failed: " + done.stderr.decode(errors="replace").strip()[-200:])
    quads, acts = counted(current_release(store).path)
    if not acts:
        raise SkippedError("no deliberation was found there")
    return [Figure(f"size ({acts:,} deliberations)", "quads/act, less is better", quads / acts, BUDGET, "the budget")]


def counted(release: Path) -> tuple[int, int]:
    """Quads outside the ontology and the description, and deliberations."""
    answer = Store.read_only(str(release)).query(_COUNT)
    assert isinstance(answer, QuerySolutions)
    (row,) = answer
    return int(row["quads"].value), int(row["acts"].value)
