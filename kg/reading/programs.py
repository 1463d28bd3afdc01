"""Formats that need a program of the system: .doc by antiword or LibreOffice."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kg.errors import IssueCode, ReadError
from kg.reading.docbook import read_docbook
from kg.reading.office import read_odt

# Longer than any document seen takes; a program that hangs must not hold a build.
_SECONDS = 120


def read_doc(data: bytes) -> str:
    """The text of a Word 97–2003 document. Raises :class:`ReadError` where no program can read it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.doc"
        path.write_bytes(data)
        if shutil.which("antiword"):
            text = _by_antiword(path, folder)
            if text and text.strip():
                return text
        if shutil.which("soffice"):
            return _by_libreoffice(path, folder)
    if shutil.which("antiword"):
        raise ReadError(IssueCode.UNREADABLE_FILE, "antiword cannot read this .doc; LibreOffice is not installed")
    message = "a Word document (.doc) is read by antiword or LibreOffice: install one (Debian: apt install antiword)"
    raise ReadError(IssueCode.UNSUPPORTED_FORMAT, message)


def _by_antiword(path: Path, folder: str) -> str | None:
    """By its DocBook, which tells rows and cells; by its plain text where antiword nests it wrongly."""
    told = _run(["antiword", "-m", "UTF-8.txt", "-x", "db", str(path)], folder)
    text = read_docbook(told.encode()) if told else None
    return text or _run(["antiword", "-m", "UTF-8.txt", "-w", "0", str(path)], folder)


def _by_libreoffice(path: Path, folder: str) -> str:
    # A profile of its own: two conversions at once in one profile refuse each other. Its plain text writes a line per
    # cell: what it writes as OpenDocument tells rows.
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run(["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", folder, str(path)], folder)
    written = path.with_suffix(".odt")
    if not written.is_file():
        raise ReadError(IssueCode.UNREADABLE_FILE, "neither antiword nor LibreOffice can read this .doc")
    return read_odt(written.read_bytes())


def _run(command: list[str], folder: str) -> str | None:
    """What a program prints, or None where it fails or takes too long."""
    environment = {**os.environ, "HOME": folder} if command[0] == "soffice" else dict(os.environ)
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, env=environment)
    except (subprocess.TimeoutExpired, OSError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
