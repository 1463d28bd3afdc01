"""What reading from a scan costs: text documents drawn as noisy pages at 200 dpi, read back, judged beside the text.

    python -m benchmarks.ocr [--gold DIR] [--texts DIR] [--score score.py] [--limit N] [--keep DIR] [--fields]

DIR of --gold holds one NAME.json of expected records per document, DIR of --texts the documents. By default the
project's own samples are read, and judged by a plain rule; with --score, or a score.py beside the gold, by that one.
The pages are A4, turned by up to one degree, blurred, with noise and specks; the same --seed draws the same pages.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.options import command
from benchmarks.scanned import scan
from benchmarks.scoring import Score, expected, score
from kg.codec import record_to_json
from kg.extract import extract
from kg.model import Text
from kg.reading import read
from kg.reading.ocr import available
from kg.resources import shipped

_SEED = 20240613


class Read(NamedTuple):
    """What a document gave as text and as a scan; ``seconds`` are those of reading the scan's ``pages``."""

    name: str
    from_text: list[dict[str, Any]]
    from_scan: list[dict[str, Any]]
    pages: int
    seconds: float
    confidence: float


def main() -> None:
    """Scan, read and judge; print the figures."""
    options = _options()
    if not available():
        raise SystemExit("Tesseract with its French model is not installed: nothing to measure")
    files = expected(options.gold)
    paths = [options.texts / name for name in files if name.endswith(".txt")][: options.limit]
    with tempfile.TemporaryDirectory() as folder:
        keep = options.keep or Path(folder)
        keep.mkdir(parents=True, exist_ok=True)
        work = partial(_read, keep=keep, seed=options.seed, font=options.font)
        with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as workers:
            documents = list(workers.map(work, paths))
    _tell(documents, files, options)


def _options() -> argparse.Namespace:
    parser = command("ocr", __doc__)
    parser.add_argument("--gold", type=Path, default=shipped("samples") / "expected", help="expected records")
    parser.add_argument("--texts", type=Path, default=shipped("samples"), help="the documents")
    parser.add_argument("--score", type=Path, help="the score.py that judges")
    parser.add_argument("--limit", type=int, help="read the first N documents only")
    parser.add_argument("--workers", type=int, default=1, help="processes (1)")
    parser.add_argument("--seed", type=int, default=_SEED, help="another number draws other pages")
    parser.add_argument("--font", help="a TrueType font (DejaVu Serif where it is installed)")
    parser.add_argument("--keep", type=Path, help="leave the scans and what was read on them in this folder")
    parser.add_argument("--fields", action="store_true", help="tell what each field loses")
    options = parser.parse_args()
    beside = options.gold.parent / "score.py"
    options.score = options.score or (beside if beside.is_file() else None)
    return options


def _read(path: Path, keep: Path, seed: int, font: str | None) -> Read:
    text = read(path)
    scanned = keep / f"{path.stem}.pdf"
    pages = scan(text.raw, scanned, seed, font)
    began = time.perf_counter()
    seen = read(scanned)
    seconds = time.perf_counter() - began
    scanned.with_suffix(".txt").write_text(seen.raw, encoding="utf-8")
    confidences = [page.confidence or 0.0 for page in seen.pages]
    sure = sum(confidences) / len(confidences)
    return Read(path.name, _records(text), _records(seen), pages, seconds, sure)


def _records(text: Text) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(record_to_json(record))) for record in extract(text).records]


def _tell(documents: list[Read], files: Mapping[str, Path], options: argparse.Namespace) -> None:
    for document in documents:
        judged = _judged([document], files, options.score)
        figures = " ".join(f"{each.micro:.3f}" for each in judged)
        print(f"{document.name[:56]:58}{document.pages:3} pages  sure {document.confidence:.2f}  F1 {figures}")
    as_text, as_scan = _judged(documents, files, options.score)
    if options.fields:
        _tell_fields(as_text, as_scan)
    pages, seconds = sum(d.pages for d in documents), sum(d.seconds for d in documents)
    print(f"{len(documents)} documents, {pages} pages, {pages / seconds:.2f} pages/s in one process")
    loss = as_text.micro - as_scan.micro
    print(f"micro F1 text {as_text.micro:.4f}  scan {as_scan.micro:.4f}  loss {loss:.4f} (at most 0.06 wanted)")


def _tell_fields(as_text: Score, as_scan: Score) -> None:
    lost = {field: f1 - as_scan.fields.get(field, 0.0) for field, f1 in as_text.fields.items()}
    for field in sorted(lost, key=lambda name: -lost[name]):
        print(f"  {field:28}{as_text.fields[field]:8.3f}{as_scan.fields.get(field, 0.0):8.3f}{-lost[field]:+8.3f}")


def _judged(documents: list[Read], files: Mapping[str, Path], rule: Path | None) -> tuple[Score, Score]:
    gold = [files[document.name] for document in documents]
    from_text = score(gold, {document.name: document.from_text for document in documents}, rule)
    return from_text, score(gold, {document.name: document.from_scan for document in documents}, rule)


if __name__ == "__main__":
    main()
