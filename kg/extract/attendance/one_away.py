"""« …, M. le Maire étant empêché. Membres présents : »: a sentence about one who is away is no heading of a list."""

import re

from kg.text.view import View

# What a colon belongs to that those present follow, where it stands right before it.
_PRESENT = re.compile(
    r"[\s,](?:membres?|conseillers?|administrateurs?|elus?|delegues?|etaient|sont|les)?\s?"
    r"(?:(?:municipaux|communautaires|syndicaux|en\sexercice)\s)?presente?s?\s*:$"
)

_VOTE = re.compile(r"\bcontre\b|\babstentions?\b")


def stops(text: str, match: re.Match[str]) -> bool:
    """Whether the words of a heading took the full stop of their sentence with them: « empêché. Présents : »."""
    after = text[match.end() : match.end() + 2]
    return match[0].endswith(".") and match.lastgroup != "present" and after[:1].isspace() and after[1:] != ":"


def of_vote(words: str) -> bool:
    """« Présents Votants Pour Contre 11 10 8 2 (contre : M. ROUX) »: the colon is that of a vote."""
    return _VOTE.search(words) is not None


def told_of_one(view: View, match: re.Match[str], colon: int) -> bool:
    """« le maire étant absent, étaient présents : »: told in small letters, and the colon is of those who sit."""
    small = match.lastgroup == "absent" and view.text[match.start()].islower()
    return small and _PRESENT.search(view.folded, match.end(), colon) is not None
