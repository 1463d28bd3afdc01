"""The labels and the figures of which printed counts are made, on folded text."""

import re

from kg.text.cues import Placed
from kg.text.word_starts import word_positions

_FIGURE = re.compile(r"\d(?<![a-z\d/,°-].)(?=\d{0,2}(?!\d))")
_BEGIN = (
    *("present", "represente", "en ", "exercice", "effectif", "afferent", "composant", "nombre", "membres", "elus"),
    *("conseillers", "delegues", "absent", "excuse", "ayant", "avec", "procuration", "pouvoir", "mandat", "connecte"),
    *("delegation", "votant", "total", "votes", "qui", "ont", "suffrages"),
)


def _places(folded: str, start: int, end: int) -> list[int]:
    """Where a label or a figure may stand."""
    figures = (figure.start() for figure in _FIGURE.finditer(folded, start, end))
    return sorted({*word_positions(folded, _BEGIN, start, end), *figures})


COUNT_TOKEN = Placed(
    r"(?P<both>\bpresents?\s+(?:ou|et)\s+representes?\b)|(?P<in_office>\ben\s+(?:exercice|fonctions?)\b|\bexercice\b(?=\s*:\s*\d{1,3}\b|[\s|:/]{1,4}(?:nombre\sde\s)?presente?s?\b)"
    r")|(?P<statutory>\beffectif\s+legal\b|\bafferents?\b(?:\s+au\s+(?:conseil|comite|bureau)(?:\s+(?:municipal|communautaire|syndical))?)?)|(?P<legal>composant\s+(?:le\s|la\s|l')\s*(?:conseil|assemblee|comite|bureau)\s*\w*|nombre\s+(?:legal\s+)?de\s+(?:membres|conseillers|delegues)"
    r"(?:\s+(?:au|du|elus|municipaux|communautaires|conseil\s+municipal|conseil))*\s*(?=:|\d|nombre\s+d)"
    r"|nombre\s+de\s+(?:membres|conseillers|delegues)\s+(?:de\s+la\s+commission(?:\s+permanente)?|du\s+(?:comite|bureau)(?:\s+syndical)?)\s*(?=:)"
    r"|(?:membres|conseillers|delegues)\s+elus\s*(?=:|\d)"
    r"|\b(?:effectif|conseillers|membres\s+du\s+(?:comite|conseil|bureau))(?=\s*:\s*\d{1,3}(?!\d))"
    r"|\b(?:membres|elus|delegues)(?=\s*:\s*\d{1,3}\b[\s,;.–-]{1,4}(?:membres\s+)?presents))"
    r"|(?P<proxies>(?:absents?\s+)?(?:excuses?\s+)?(?:ayant\s+donne\s+|avec\s+)?(?:\brepresente(?:\(?e\)?)?s?\b|\bprocurations?\b|\bpouvoirs?\b|\bmandats?\b(?:\s+de\s+vote\b)?|\bdelegations?\b(?:\s+de\s+votes?\b)?(?=\s?:\s?\d{1,3}\b))(?:\(s\))?)"
    r"|(?P<present>\bpresent(?:\(?e\)?)?s?\b(?:\(s\))?|\bconnecte(?:\(?e\)?)?s\b(?=\s?[:–-]?\s?\d)|\bconseillers\s+en\s+seance\b)|(?P<absent>\babsent(?:\(?e\)?)?s?\b(?:\(s\))?"
    r"(?:\s*(?:et|ou|,|/)?\s*(?:non\s+)?(?:excuse|remplace|represente)(?:\(?e\)?)?s?\b|\s+sans\s+(?:pouvoir|procuration|mandat)s?\b)?)"
    r"|(?P<excused>\bexcuse(?:\(?e\)?)?s?\b(?:\(s\))?(?!\s+(?:ayant|avec|represente|et\s)))"
    r"|(?P<voting>\bvotants?\b|\btotal\s+des\s+votes\b|\bvotes\s+comptabilises\b|\bayant\s+pris\s+part\s+au\s+vote\b"
    r"|\b(?:qui\s+ont|ont|ayant)\s+pris\s+(?:(?:conseil|comite|bureau)\s+\w+\s+)?part\s+(?:au\s+vote|a\s+la\s+de\w{1,3}iberation)\b(?=\s*[:.…]|\s+\d{1,3}\s))"
    r"|(?P<cast>\bsuffrages\s+exprimes\b)"
    r"|(?P<number>(?!0?1\s?[.)]\s[^:]{3,90}?\s0?2\s?[.)]\s)(?<![a-z\d/,°-])(?<!/\s)(?<!page\s\d\ssur\s)(?<!page\s\d\d\ssur\s)(?<![\w)]\.)(?<!\d[:h])\d{1,3}(?!\d)(?!\s?(?:h\b|h\d|heures|°|er\b|%|€|/|\.\d|,\d|e\b|eme\b|\d{3}\b|janv|fevr|mars\b|avri|mai\b|juin|juil|aout|sept|octo|nove|dece))(?![-/]\d))",
    _places,
)
