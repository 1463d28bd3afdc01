"""What one source gave, as bytes: its document without the characters, and its characters apart."""

import json
import zlib
from dataclasses import dataclass, replace
from typing import Any

from kg.codec import (
    correction_from_json,
    correction_to_json,
    issue_from_json,
    issue_to_json,
    record_from_json,
    record_to_json,
)
from kg.errors import IssueCode, ReadError, Severity
from kg.model import Document, Issue, Page, Source, Span, Text


@dataclass(frozen=True, slots=True)
class Kept:
    """``body`` says what was read, or why nothing was; ``text`` holds the raw characters. Both are compressed."""

    body: bytes
    text: bytes


def keep_document(document: Document) -> Kept:
    """A document as bytes. Two documents with the same values give the same bytes."""
    source = document.text.source
    body = {
        "media_type": source.media_type,
        "sha256": source.sha256,
        "kind": document.kind,
        "pages": [[page.number, *page.span, page.confidence] for page in document.text.pages],
        "doubtful": document.text.doubtful,
        "records": [record_to_json(record) for record in document.records],
        "issues": [issue_to_json(issue) for issue in document.issues],
        "corrections": [correction_to_json(correction) for correction in document.corrections],
    }
    # Lone surrogates cannot be written in UTF-8; a raw text may hold some.
    return Kept(_pack(body), zlib.compress(document.text.raw.encode("utf-8", "surrogatepass")))


def keep_failure(fault: ReadError) -> Kept:
    """Why a source could not be read, as bytes."""
    return Kept(_pack({"error": {"code": fault.code, "message": str(fault), "page": fault.page}}), b"")


def open_document(kept: Kept, path: str) -> Document | Issue:
    """The document, or the finding that says why there is none, told of the path that the source has now."""
    body = json.loads(zlib.decompress(kept.body))
    if "error" in body:
        error = body["error"]
        return Issue(IssueCode(error["code"]), Severity.ERROR, error["message"], path, error["page"])
    raw = open_text(kept.text) if kept.text else ""
    pages = tuple(Page(number, Span(start, end), confidence) for number, start, end, confidence in body["pages"])
    doubtful = tuple(Span(*span) for span in body["doubtful"])
    text = Text(Source(path, body["media_type"], body["sha256"]), raw, pages, doubtful)
    records = tuple(replace(record_from_json(record), source=text.source.name) for record in body["records"])
    issues = tuple(replace(issue_from_json(issue), source=path) for issue in body["issues"])
    corrections = tuple(correction_from_json(correction) for correction in body.get("corrections", ()))
    return Document(text, body["kind"], records, issues, corrections)


def open_text(packed: bytes) -> str:
    """The raw characters of a source."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def _pack(body: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(body, ensure_ascii=True, separators=(",", ":")).encode())
