"""JSON pointers (RFC 6901) into the public form of a record: look a value up, put another in its place."""

from typing import Any

# What a person or a body is before it has a name.
_NOBODY: dict[str, Any] = {"name": "", "role": None, "aliases": [], "siren": None}


class NotThereError(Exception):
    """A pointer leads nowhere, or a correction does not hold; the message says why."""


def look(public: Any, pointer: str) -> Any:
    """The value at a pointer; None past the end of what is told (the role of a chair that nobody names)."""
    value = public
    for part in pointer.split("/")[1:]:
        if isinstance(value, dict):
            if part not in value:
                raise NotThereError("champ inconnu")
            value = value[part]
        elif isinstance(value, list):
            value = None if part == "-" else _item(value, part)
        elif value is not None:
            raise NotThereError("champ inconnu")
    return value


def put(public: dict[str, Any], pointer: str, value: Any) -> str:
    """Put a value at a pointer, in place; the pointer it has then. ``-`` adds to a list, None takes out of one."""
    *way, last = pointer.split("/")[1:]
    holder: Any = public
    for part in way:
        holder = _entered(holder, part, last)
    if isinstance(holder, dict) and last in holder:
        holder[last] = [] if value is None and isinstance(holder.get(last), list) else value
        return pointer
    if not isinstance(holder, list):
        raise NotThereError("champ inconnu")
    return _put_item(holder, pointer, last, value)


def _entered(holder: Any, part: str, last: str) -> Any:
    """What a part of a pointer leads to; a person who is given a name is made."""
    if isinstance(holder, list):
        return holder[_index(holder, part)]
    if not isinstance(holder, dict) or part not in holder:
        raise NotThereError("champ inconnu")
    if holder[part] is None:
        if last != "name":
            raise NotThereError("personne n'est nommé ici")
        holder[part] = dict(_NOBODY)
    return holder[part]


def _put_item(holder: list[Any], pointer: str, last: str, value: Any) -> str:
    if last == "-":
        if value is None:
            raise NotThereError("rien à ajouter")
        holder.append(value)
        return f"{pointer[:-1]}{len(holder) - 1}"
    index = _index(holder, last)
    if value is None:
        del holder[index]
    else:
        holder[index] = value
    return pointer


def _item(values: list[Any], part: str) -> Any:
    return values[_index(values, part)]


def _index(values: list[Any], part: str) -> int:
    if not part.isdigit() or int(part) >= len(values):
        raise NotThereError(f"la liste a {len(values)} éléments")
    return int(part)
