"""A role, up to the list of members that no word announces: « Maire de Montfleury ROUX Anne NOIR Paul … »."""

import re

_MEMBER = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+\s){1,3}[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*"
_MEMBERS = re.compile(rf"(?<!\b[Dd]e)(?<!\b[Dd]u)(?<!\b[Ll]a)\s{_MEMBER}\s{_MEMBER}(?:\s.*)?$")


def without_members(role: str) -> str:
    """The role alone; one name after it may be that of a town."""
    return _MEMBERS.sub("", role)
