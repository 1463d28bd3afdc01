"""The command that proves: what is said of a thing, and the words, rule, file and page behind it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from kg.commands.console import AsJson, StoreDir, out, print_json, print_line
from kg.errors import QueryError
from kg.graph.iris import Passage, parse_passage
from kg.graph.namespaces import BASE
from kg.model import Document, Span
from kg.store.describe import Fact, facts_of, quoting
from kg.store.kept import open_document
from kg.store.query import open_release
from kg.store.questions import Param, term
from kg.store.records import Records, open_records
from kg.store.releases import current_release

_AROUND = 90  # characters shown on each side of a passage, up to the ends of its sentence


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in its sentence; ``rules`` are the fields that it proves, each with the rule that read it there."""

    iri: str
    before: str
    words: str
    after: str
    file: str
    page: int | None
    rules: tuple[str, ...]


def explain(
    iri: Annotated[str, typer.Argument(help="A thing of the graph, or a passage (…#char=…).", show_default=False)],
    store: StoreDir,
    as_json: AsJson = False,
) -> None:
    """Say what is known of a thing, with the sentence, the rule, the file and the page that prove it.

    Example: kg explain id/deliberation/219901014/DCM-2024-014 --store store
    Example: kg explain 'https://w3id.org/deliberations-fr/texte/…#char=1729,1797' --store store
    """
    address = iri if ":" in iri.partition("/")[0] else BASE + iri
    term(Param("iri", "iri", None, ""), address)
    release = current_release(store)
    graph = open_release(release.path)
    with open_records(store) as records:
        place = parse_passage(address)
        if place:
            things = quoting(graph, address)
            facts = tuple(fact for thing in things for fact in facts_of(graph, thing) if fact.subject == thing)
            shown = [_quotation(records, release.number, place, address)]
        else:
            facts = facts_of(graph, address)
            proofs = [fact.value for fact in facts if fact.passage]
            shown = [_quotation(records, release.number, at, p) for p in proofs if (at := parse_passage(p))]
    if not facts and not place:
        raise QueryError(f"the graph says nothing of {address}")
    if as_json:
        print_json({"iri": address, "facts": [f._asdict() for f in facts], "proofs": [asdict(q) for q in shown]})
    else:
        _print(address, facts, {quotation.iri: quotation for quotation in shown})


def _quotation(records: Records, release: int, place: Passage, address: str) -> Quotation:
    document = _document(records, release, place.sha256)
    raw, start, end = document.text.raw, place.start, place.end
    if end > len(raw) or start >= end:
        raise QueryError(f"{address}: the text has {len(raw)} characters")
    source = document.text.source
    rules = tuple(dict.fromkeys(_rules(document, Span(start, end))))
    before, after = _before(raw, start), _after(raw, end)
    return Quotation(address, before, raw[start:end], after, source.path, document.text.page_at(start), rules)


def _document(records: Records, release: int, sha256: str) -> Document:
    for member in records.members(release):
        if member.key.startswith(sha256):
            opened = open_document(records.reading(member.key, member.version), member.path)
            if isinstance(opened, Document):
                return opened
    raise QueryError(f"no source of release {release} has the sha256 {sha256}")


def _rules(document: Document, span: Span) -> Iterator[str]:
    for record in document.records:
        for proof in record.evidence:
            if span in proof.spans:
                yield f"{proof.pointer} by {proof.rule}"


def _before(raw: str, start: int) -> str:
    """From the beginning of the sentence or line, at most :data:`_AROUND` characters."""
    shown = raw[max(0, start - _AROUND) : start]
    cut = max(shown.rfind("\n\n") + 2, shown.rfind(". ") + 2, shown.rfind("\f") + 1)
    return shown[cut:] if cut > 1 else shown


def _after(raw: str, end: int) -> str:
    """To the end of the sentence or paragraph, at most :data:`_AROUND` characters."""
    shown = raw[end : end + _AROUND]
    cuts = [cut for mark in ("\n\n", ". ", ".\n", "\f") if (cut := shown.find(mark)) >= 0]
    return shown[: min(cuts)] if cuts else shown


def _print(address: str, facts: tuple[Fact, ...], proofs: dict[str, Quotation]) -> None:
    heading = ""
    for fact in facts:
        if fact.subject != heading:
            heading = fact.subject
            out.print(f"\n{heading}", style="bold", markup=False, highlight=False, soft_wrap=True)
        if not fact.passage:
            print_line(f"  {fact.predicate}: {fact.value}")
        elif fact.value in proofs and fact.value != address:
            _print_proof(proofs[fact.value])
    if address in proofs:
        out.print()
        _print_proof(proofs[address])


def _print_proof(proof: Quotation) -> None:
    flat = (" ".join(part.split()) for part in (f"{proof.before}\u27e6", proof.words, f"\u27e7{proof.after}"))
    page = f", page {proof.page}" if proof.page else ""
    print_line(f"  « {''.join(flat)} »")
    print_line(f"      {proof.file}{page}; {', '.join(proof.rules) or 'no rule'}", style="dim")
