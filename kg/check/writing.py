"""Names as they stand in the text: too many words for one person, or cut inside a word."""

import re
from collections.abc import Iterator

from kg.check.finding import Finding, Subject
from kg.errors import IssueCode, Severity
from kg.model import Record

_MOST_WORDS = 7  # « Marie-Anne de la Tour du Pin Chambly » is long enough
_ODD = re.compile(r"[\d@#*_|\\<>{}\[\]=+§]")
# What may follow a name: white space, punctuation that ends or brackets it. « LENOIR:s » and « LENO\u00a6R » go on.
_CUT = re.compile(r"\w|[^\s\w,;.()/\u2013\u2014\u2022\f-]\w")


def implausible_name(subject: Subject) -> Iterator[Finding]:
    """A member's name holds no figure, no sign, not a whole column, and ends where a word ends."""
    for pointer, name in _members(subject.record):
        following = subject.quoted(pointer, after=2)[-2:] if subject.spans((pointer,)) else ""
        if len(name.split()) > _MOST_WORDS:
            message = f"« {name[:60]}… » : {len(name.split())} mots pour un nom"
        elif _ODD.search(name):
            message = f"« {name} » n'est pas un nom"
        elif _CUT.match(following):
            message = f"« {name} » est suivi de « {following} » : le nom est peut-être coupé"
        else:
            continue
        field = pointer.split("/")[1]
        yield Finding(IssueCode.IMPLAUSIBLE_NAME, Severity.WARNING, message, field, (pointer,))


def _members(record: Record) -> Iterator[tuple[str, str]]:
    for field, names in (("present", record.present), ("absent", record.absent)):
        yield from ((f"/{field}/{index}", name) for index, name in enumerate(names))
    for index, proxy in enumerate(record.proxies):
        yield f"/proxies/{index}/giver", proxy.giver
        if proxy.holder:
            yield f"/proxies/{index}/holder", proxy.holder
