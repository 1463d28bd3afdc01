"""How fast files become text: per format, files and pages a second of one processor, and files a second with several.

    python -m benchmarks.reading [--corpus DIR] [--workers 2] [--formats pdf,txt] [--ocr]

The files of DIR (the project's samples by default, read again and again for as long as it takes to measure) are read
without being extracted. Without --ocr, pages that are images are left unread: what is measured is the text layer.
"""

import os
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.options import command
from kg.errors import ReadError
from kg.reading import read
from kg.resources import shipped

_LEAST = 100  # files read for one figure


def main() -> None:
    """Read and print one line per format."""
    parser = command("reading", __doc__)
    parser.add_argument("--corpus", type=Path, default=shipped("samples"), help="the documents that are read")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--formats", default="pdf,txt", help="extensions, parted by commas")
    parser.add_argument("--ocr", action="store_true", help="read images too")
    options = parser.parse_args()
    if not options.ocr:
        os.environ["PATH"] = ""  # no Tesseract: an image is told and left
    for suffix in options.formats.split(","):
        paths = [path for path in sorted(options.corpus.rglob(f"*.{suffix}")) if _pages(path)]
        if paths:
            _tell(suffix, paths * (_LEAST // len(paths) + 1 if len(paths) < _LEAST else 1), options.workers)
        else:
            print(f"{suffix}: no file that can be read")


def _tell(suffix: str, paths: Sequence[Path], workers: int) -> None:
    began = time.process_time()
    pages = sum(map(_pages, paths))
    alone = time.process_time() - began
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        list(pool.map(_pages, paths[:workers]))  # all have started and imported
        began = time.perf_counter()
        list(pool.map(_pages, paths, chunksize=4))
        together = time.perf_counter() - began
    print(
        f"{suffix}: {len(paths)} files, {pages} pages; {len(paths) / alone:.0f} files and "
        f"{pages / alone:.0f} pages a second of one processor; {workers} processes {len(paths) / together:.0f} files/s"
    )


def _pages(path: Path) -> int:
    """Pages of a file, read; 0 where it cannot be read."""
    try:
        return len(read(path).pages)
    except ReadError:
        return 0


if __name__ == "__main__":
    main()
