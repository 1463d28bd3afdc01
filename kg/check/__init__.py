"""The document against itself: arithmetic, names, dates, receipt. Each finding carries the passages that show it.

docs/checks.md says what each code means and what to do. A check is a function of one record, which knows the
other records of its document, in :data:`CHECKS`.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.check import (
    arrivals,
    attendance,
    headings,
    joined,
    limits,
    money,
    papers,
    roll,
    secretary,
    series,
    uncounted,
    unheld,
    unlisted,
    unread_counts,
    untold,
    vote_names,
    votes,
    writing,
)
from kg.check.finding import Check, Finding, Subject
from kg.model import Document, Issue, Record

CHECKS: tuple[Check, ...] = (
    attendance.attendance_sum,
    attendance.attendance_count,
    attendance.council_size,
    unlisted.proxies_untold,
    unlisted.nobody_listed,
    attendance.name_nearly_twice,
    attendance.name_twice,
    attendance.proxy_holder_absent,
    attendance.too_many_proxies,
    attendance.proxy_without_holder,
    attendance.chair_not_present,
    secretary.secretary_not_present,
    attendance.quorum,
    untold.named_nowhere,
    unheld.row_in_no_list,
    untold.proxies_unread,
    untold.proxies_fewer,
    untold.absence_unread,
    roll.away_among_present,
    roll.holder_among_absent,
    roll.holder_among_present,
    roll.columns_untold,
    writing.implausible_name,
    writing.more_than_a_name,
    writing.part_of_a_name,
    headings.implausible_title,
    headings.implausible_authority,
    votes.vote_sum,
    votes.votes_agree,
    votes.majority_of_some,
    votes.votes_for_alone,
    votes.sides_untold,
    vote_names.vote_names,
    vote_names.voter_twice,
    vote_names.voter_not_sitting,
    votes.false_unanimity,
    votes.outcome_denied,
    votes.more_against,
    uncounted.uncounted,
    unread_counts.count_missing,
    unread_counts.label_unread,
    unread_counts.row_of_figures,
    joined.several_votes,
    limits.doubtful_title,
    limits.vote_before_first,
    limits.numbers_follow,
    papers.receipt_siren,
    papers.receipt_date,
    papers.receipt_nature,
    papers.date_order,
    papers.implausible_date,
    money.share_amount,
    money.funding_total,
    money.words_and_figures,
    series.number_series,
    series.unplaced_movement,
    arrivals.arrival_of_absent,
    papers.missing_field,
)


def check(document: Document) -> tuple[Issue, ...]:
    """What does not agree inside a document, in the order of its deliberations.

    What several deliberations share (the attendance of one sitting) is said once, without an ordinal.
    """
    shared: dict[Issue, list[int]] = defaultdict(list)
    known: dict[object, Any] = {}
    records = tuple(_without_bare_chair(record) for record in document.records)
    for record in records:
        subject = Subject(record, document.text, records, known)
        for finding in _findings(subject):
            issue = _issue(subject, finding)
            shared[issue if issue.spans else replace(issue, ordinal=record.ordinal)].append(record.ordinal)
    return tuple(
        replace(issue, ordinal=ordinals[0]) if len(ordinals) == 1 else issue for issue, ordinals in shared.items()
    )


def _without_bare_chair(record: Record) -> Record:
    """« sous la présidence de M. X » says who presides where no list says who sits: no list to compare with."""
    bare = record.chair is not None and record.present == (record.chair.name,)
    return replace(record, present=()) if bare else record


def _findings(subject: Subject) -> Iterator[Finding]:
    for rule in CHECKS:
        yield from rule(subject)


def _issue(subject: Subject, finding: Finding) -> Issue:
    spans = subject.spans(finding.pointers)
    page = subject.text.page_at(spans[0].start) if spans else None
    source = subject.text.source.path
    return Issue(finding.code, finding.severity, finding.message, source, page, None, finding.field, spans)
