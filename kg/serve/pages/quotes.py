"""The words of the passages that a page cites, and which of its facts they prove."""

import asyncio
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kg.graph import iris
from kg.serve.pages.views import Said, View
from kg.serve.places import local
from kg.store.published import PublishedText, published_text

_SHOWN = 240
_MOST = 60
_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()  # noqa: SIM905


class Quotation(NamedTuple):
    """A passage: its address on this server, its words, the page of its document."""

    href: str
    words: str
    page: int | None


async def quotations(release: Path, passages: Iterable[str]) -> tuple[Quotation, ...]:
    """The words of these passages, those of texts that are not published left out."""
    places = [place for passage in dict.fromkeys(passages) if (place := iris.parse_passage(passage))][:_MOST]
    return await asyncio.to_thread(_read, release, places)


def _read(release: Path, places: Sequence[iris.Passage]) -> tuple[Quotation, ...]:
    texts = {sha256: published_text(release, sha256) for sha256 in dict.fromkeys(place.sha256 for place in places)}
    return tuple(_quotation(text, place) for place in places if (text := texts[place.sha256]) is not None)


def _quotation(text: PublishedText, place: iris.Passage) -> Quotation:
    words = " ".join(text.raw[place.start : place.end].split())
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"
    return Quotation(local(iris.passage(place)), shown, text.page_at(place.start))


def proved(told: View, quotes: Sequence[Quotation]) -> View:
    """The same page, each fact that has no proof of its own led to the passage that has its words."""
    folded = [(quote.href, _fold(quote.words)) for quote in quotes]
    if not folded:
        return told
    sections = (
        replace(
            section,
            facts=tuple(
                replace(fact, values=tuple(_with_proof(value, folded) for value in fact.values))
                for fact in section.facts
            ),
        )
        for section in told.sections
    )
    return replace(told, sections=tuple(sections))


def _with_proof(value: Said, quotes: Sequence[tuple[str, str]]) -> Said:
    words = _fold("".join(piece.text for piece in value.pieces))
    if value.proofs or len(words) < 2 or any("/texte/" in (piece.href or "") for piece in value.pieces):
        return value
    found = (href for href, quoted in quotes if _says(quoted, words))
    proof = next(found, None)
    return replace(value, proofs=(proof,)) if proof else value


def _says(quoted: str, words: str) -> bool:
    """Whether a passage prints a value: the same words, the longer with the shorter in it, or the same date."""
    one, two = quoted.replace(" ", ""), words.replace(" ", "")
    if one == two or (len(two) > 4 and two in one) or (len(one) > 4 and one in two):
        return True
    parts = words.split()
    if len(parts) != 3 or parts[1] not in _MONTHS or not parts[2].isdecimal():
        return False
    day, month = parts[0].removesuffix("er"), str(_MONTHS.index(parts[1]) + 1)
    told = {part.lstrip("0") for part in quoted.split()}
    return {day, parts[2]} <= told and (month in told or parts[1] in told)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower())
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join("".join(kept).split())
