"""Small acts of fictional communes, written to a folder: what builds are tested on."""

import io
from pathlib import Path

from pyoxigraph import Store

from kg.pipeline import Build, build, local_pool
from kg.publish.export import export
from kg.store.releases import current_release

_ACT = """DÉPARTEMENT DE LA HAUTE-VALSERINE
COMMUNE DE {town}
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 12 mars 2024

Délibération n° {number}
Objet : {title}

L'an deux mille vingt-quatre, le douze mars, le conseil municipal s'est réuni
sous la présidence de Jeanne VALMONT, maire.
Présents : Jeanne VALMONT, Paul ORTEIL, Lucie MARANDE.

Le conseil municipal, après en avoir délibéré, par 3 voix pour, 0 contre et 0 abstention :
- APPROUVE {title} ;
- AUTORISE le maire à signer tout document.

Fait à {town}, le 13 mars 2024.
"""


def write_act(folder: Path, number: str, title: str = "la réfection de la halle", town: str = "Villeperte") -> Path:
    """An act as a text file named after its number."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{number}.txt"
    path.write_text(_ACT.format(number=number, title=title, town=town), encoding="utf-8")
    return path


def write_acts(folder: Path, count: int) -> Path:
    """A folder of acts of two communes."""
    for rank in range(1, count + 1):
        write_act(folder, f"2024-{rank:03}", f"le projet {rank}", ("Villeperte", "Saint-Aubrac")[rank % 2])
    return folder


def build_here(folder: Path, store: Path, rebuild: bool = False) -> Build:
    """A build with two processes."""
    return build([folder], store, pool=local_pool(2), rebuild=rebuild)


def exported(store: Path, form: str = "nquads") -> bytes:
    """What the served release exports."""
    out = io.BytesIO()
    export(Store.read_only(str(current_release(store).path)), form, out)
    return out.getvalue()
