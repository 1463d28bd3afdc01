"""« Valmont (Ain) Compte rendu … », « Valmont Finistère – … »: a town and its département, the first words of all."""

import re
import tomllib
from pathlib import Path

from kg.extract.act import Zone
from kg.extract.authority.names import Named, name_at
from kg.model import Span

_DATA = tomllib.loads((Path(__file__).parent / "departments.toml").read_text(encoding="utf-8"))
_NAMES = "|".join(re.escape(name).replace(r"\-", "[- ]") for name in sorted(_DATA["names"], key=len, reverse=True))
_TOP = re.compile(
    r"\s*(?!(?:republique|departement|mairie|commune|ville|extrait|proces|compte|conseil|prefecture|sous|arrondissement"
    r"|canton|registre|seance|communaute|syndicat|liste|deliberation|envoye|accuse|recu|ar|service|region|centre|pays"
    r"|office|agence|chambre|maison|comite|bureau|releve|reunion|du|des|de|en)(?![\w'-]))"
    r"(?P<name>(?:l[ae]s?\s|l')?[a-z][a-z'-]{2,}(?:\s[a-z'-]+){0,4}?)(?:\s[-–—/|]\s|\s?\(|,?\s)"
    rf"(?P<department>{_NAMES})(?=\)|\s[-–—]\s|\s*\n|\s(?:proces|compte|conseil|extrait|seance|reunion|registre|liste|delib"
    r"|releve|arrondissement|canton|\d{5}))"
)
_REACH = 100


def town_in_department(whole: Zone) -> Named | None:
    """The town that stands before its département at the very top, each with its capital."""
    told = _TOP.match(whole.view.folded, 0, _REACH)
    if told is None or not all(whole.view.text[told.start(group)].isupper() for group in ("name", "department")):
        return None
    named = name_at(whole, told.start("name"), of_town=True)
    if named is None or named.span.end not in (told.end("name"), told.end("department")):
        return None
    span = Span(*told.span("name"))  # « Valmont Finistère » is read as one name
    return Named(whole.view.text[span.start : span.end], span)
