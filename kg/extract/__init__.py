"""From a text to its records: segment, run each extractor on each act, assemble."""

from kg.errors import IssueCode, Severity
from kg.extract.act import Act, Mention, Residue
from kg.extract.assemble import assemble
from kg.extract.bounds import passed
from kg.extract.proposer import complete
from kg.extract.registry import EXTRACTORS
from kg.extract.segment import segment
from kg.extract.uncollected import uncollected
from kg.model import Document, Issue, Record, Text
from kg.text.view import View, normalise


def extract(text: Text, propose: bool = False) -> Document:
    """The deliberations that a text states, each value with its proof. Never raises on a document's content.

    ``propose`` asks the language model for the parties that rules left out (seconds to load, once a process).
    """
    with uncollected():
        view = normalise(text.raw)
        document = _read(text, view, propose)
        view.memo.clear()  # what readers kept of the view holds it in turn
    return document


def _read(text: Text, view: View, propose: bool) -> Document:
    layout = segment(view)
    if not layout.acts:
        return Document(text, layout.kind, (), (_nothing_found(text, layout.kind), *passed(view, text.source.path)))
    records: list[Record] = []
    issues: list[Issue] = []
    for act in layout.acts:
        readings = complete(act.view, read_act(act)) if propose else read_act(act)
        record, doubts = assemble(act.view, text.source.name, act.ordinal, readings)
        records.append(record)
        issues.extend(doubts)
    return Document(text, layout.kind, tuple(records), (*issues, *passed(view, text.source.path)))


def read_act(act: Act) -> list[Mention | Residue]:
    """All that the extractors read in one act, headings included."""
    return [*act.heading, *(reading for extractor in EXTRACTORS for reading in extractor.read(act))]


def _nothing_found(text: Text, kind: str) -> Issue:
    if kind in ("deliberation", "minutes", "list", "bundle"):
        return Issue(
            IssueCode.NO_DELIBERATION_FOUND,
            Severity.WARNING,
            f"aucune délibération trouvée dans ce document ({kind})",
            text.source.path,
        )
    return Issue(
        IssueCode.NOT_A_DELIBERATION,
        Severity.INFO,
        f"ce document n'est pas une délibération ({kind})",
        text.source.path,
    )
