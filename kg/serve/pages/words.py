"""Dates, sums and votes in French words, as the pages print them."""

import re
from decimal import Decimal, InvalidOperation

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_COUNTS = (
    ("eli-dl:number_of_votes_favor", "pour"),
    ("eli-dl:number_of_votes_against", "contre"),
    ("eli-dl:number_of_votes_abstention", "abstention"),
    ("def:nePrendPasPart", "sans prendre part au vote"),
)
_BEFORE = re.compile(r" (?=[?!;:»%€])")
OUTCOMES = {"adoptee": "Adoptée", "rejetee": "Rejetée", "prend-acte": "Il en a été pris acte", "reportee": "Reportée"}


def day(iso: str | None) -> str:
    """« 29 septembre 2022 »; what is no date stays as it is."""
    parts = (iso or "").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return iso or ""
    number = "1er" if int(parts[2]) == 1 else str(int(parts[2]))
    return f"{number} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"


def tied(text: str) -> str:
    """The same text, whose signs do not part from their words at the end of a line: « ? », « ; », « : », « » »."""
    return _BEFORE.sub("\u00a0", text).replace("« ", "«\u00a0")


def number(value: int) -> str:
    """« 12 345 », with spaces that do not break."""
    return f"{value:,}".replace(",", "\u202f")


def euros(text: str | None) -> str:
    """« 620 000 € », « 1 500,50 € »."""
    try:
        amount = Decimal(text or "")
    except InvalidOperation:
        return text or ""
    cents = f"{amount:,.2f}".replace(",", "\u202f").replace(".", ",").removesuffix(",00")
    return f"{cents}\u00a0€"


def sum_of(value: str | None, ceiling: str | None, computed: str | None) -> str:
    """What a funding comes to: written, at most, or computed of a share and a cost and then said to be."""
    if value or ceiling:
        return ", ".join([euros(value)] * bool(value) + [f"{euros(ceiling)} au plus"] * bool(ceiling))
    return f"{euros(computed)} (calculés, écrits nulle part)" if computed else "montant non écrit"


def percent(text: str | None) -> str:
    """A share of 0.5 is « 50 % »."""
    try:
        share = (Decimal(text or "") * 100).normalize()
    except InvalidOperation:
        return text or ""
    return f"{share:f}".replace(".", ",") + "\u00a0%"


def duration(text: str | None) -> str:
    """« P36M » is « 36 mois »."""
    months = (text or "").removeprefix("P").removesuffix("M")
    return f"{months} mois" if months.isdecimal() else text or ""


def vote(outcome: str | None, counts: dict[str, str], unanimous: str | None) -> str:
    """« Adoptée à l'unanimité », « Adoptée par 7 voix pour et 1 abstention »; empty where nothing is said."""
    told = OUTCOMES.get((outcome or "").rpartition("/")[2], "")
    if unanimous == "true":
        told += " à l'unanimité"
    voices = [_voices(counts[name], word) for name, word in _COUNTS if name in counts]
    if voices:
        joined = ", ".join(voices[:-1]) + (" et " if len(voices) > 1 else "") + voices[-1]
        told += f" : {joined}" if unanimous == "true" else f" par {joined}" if told else f"Voté par {joined}"
    return told.strip()


def vote_counts() -> tuple[str, ...]:
    """The predicates of the counts of a vote."""
    return tuple(name for name, _ in _COUNTS)


def _voices(count: str, word: str) -> str:
    if word == "abstention":
        return f"{count} abstention{'s' if count not in ('0', '1') else ''}"
    return f"{count} {word}" if word.startswith("sans") else f"{count} voix {word}"
