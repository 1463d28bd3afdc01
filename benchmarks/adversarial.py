"""Two megabytes of every passage that a pattern could choke on: each document within two seconds of the processor.

    python -m benchmarks.adversarial --size 2000000

Each unit is repeated to the size, alone, and within an act: in its list of members, its reasons and its decision, and
in these two also with a line of its own for each; other units are numbered, so that none is said twice. Whole samples
repeated are a thousand true acts, all of which are read: these may take --each second more for an act. Prints the
seconds of extract and check together, slowest first: those of the processor, which the rest of the machine changes
least, and those of the clock. Exit 1 if one takes more seconds of the processor than it may; the clock settles nothing.
"""

import time
from collections.abc import Iterator

from benchmarks.fuzz import sample_texts, text_of
from benchmarks.options import command
from kg.check import check
from kg.extract import extract

_CONSONANTS, _VOWELS = "bcdfglmnprstv", "aeiou"
HEAD = (
    "COMMUNE DE SAINT-AUBRAC\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
    "Délibération n° 2024-012\nL'an deux mille vingt-quatre, le douze mars à dix-huit heures trente, le conseil "
    "municipal, légalement convoqué, s'est réuni à la mairie sous la présidence de M. Paul VERNIER, maire.\n"
    "Présents : M. Paul VERNIER, Mme Anne DESCOMBES, M. Luc PERRET"
)
BODY = "\nSecrétaire de séance : Mme Anne DESCOMBES\nOBJET : Budget primitif\nLe maire expose ce qui suit."
DECISION = "\nAprès en avoir délibéré, le conseil municipal, à l'unanimité, DÉCIDE :\n- d'approuver le budget primitif"
TAIL = ".\nFait et délibéré à Saint-Aubrac, le 12 mars 2024.\nLe maire, Paul VERNIER\n"

UNITS = {
    "one letter": "a",
    "one capital": "A",
    "spaces": " ",
    "lines": "\n",
    "blank lines": " \n",
    "tabs": "\t",
    "dots": ". . . ",
    "dashes": "- - ",
    "commas": ", ",
    "brackets": "(",
    "quotes": "« ",
    "apostrophes": "l'",
    "spaced letters": "V O T E ",
    "digits": "1",
    "grouped digits": "1 234 567 ",
    "euros": "12 345,67 € ",
    "percentages": "45,5 % ",
    "capitals": "DURANTEL MORVANNE ",
    "initials": "A. B. ",
    "civilities": "M. Mme ",
    "names": "M. Jean DURANTEL, Mme Anne MORVANNE, ",
    "small words": "de la du des le ",
    "visas": "Vu le code général des collectivités territoriales et notamment l'article L.2121-29 ; ",
    "articles": "Article 1 : d'approuver le budget. ",
    "proxies": "M. Jean DURANTEL a donné pouvoir à Mme Anne MORVANNE, ",
    "members": "Présents : M. Jean DURANTEL, Mme Anne MORVANNE. Absents : M. Luc PETRINEL. ",
    "counters": "Pour : 12 Contre : 3 Abstention : 2 ",
    "bare counters": "Pour Contre Abstention ",
    "votes": "Adopté à l'unanimité moins deux abstentions (MM. DURANTEL et MORVANNE). ",
    "numbers": "Délibération n° 2023-012 ",
    "subjects": "OBJET : Budget primitif. ",
    "sittings": "Séance du 12 mars 2023. ",
    "dates": "le 12 mars 2023 à 18 heures ",
    "dates in words": "le douze mars deux mille vingt-trois ",
    "decisions": "Le conseil municipal, après en avoir délibéré, DÉCIDE, à l'unanimité, d'approuver la convention. ",
    "decided": "après en avoir délibéré ",
    "grants": "Association des Amis du Moulin 1 200 € ",
    "agreements": "convention entre la commune et le département du Lot pour une durée de trois ans ",
    "funding": "Subvention du Département (DETR) : 30 % soit 12 000 € HT ",
    "receipts": "Accusé de réception en préfecture 074-217400019-20230312-2023012-DE Reçu le 14/03/2023 ",
    "speakers": "M. Jean DURANTEL, rapporteur, expose que ",
    "departures": "Arrivée de M. Jean DURANTEL à 19h12 avant le point n° 4. ",
    "hyphens": "A-",
    "bullets": "• ",
    "enumeration": "1. ",
    "number signs": "N° ",
    "number words": "vingt ",
    "short names": "Mme A B, ",
    "laws": "Vu la loi n° ",
    "codes": "2023-012 Tarifs, ",
    "lines of a title": "Réfection du lavoir communal\nTarifs de la piscine municipale.\n",
    "rows of words": "le lavoir\n",
    "small grants": "subvention de 5 € ",
    "numbered lines": "1. le lavoir\n",
}
# Units none of which is said twice: {n} counts them, {one} and {two} are words that no other unit has.
SERIES = {
    "pages told apart": "COMMUNE DE SAINT-AUBRAC Procès-verbal - Page {n}/9999\n"
    + "le lavoir communal est en bon état et les " * 15,
    "names told apart": "M. {one} {two}, ",
    "proxies told apart": "M. {one} {two} a donné pouvoir à Mme {two} {one}, ",
    "votes told apart": "{n} abstentions (M. {one} {two}), ",
    "grants told apart": "Association {one} {two} {n} €\n",
    "funding told apart": "Subvention {one} (DETR) : {n} % soit {n} € HT ",
    "agreements told apart": "convention entre la commune et l'association {one} {two} pour {n} € ",
    "articles told apart": "Article {n} : d'approuver {one} {two}.\n",
    "items told apart": "{n}. {one} {two}\n",
    "stamps told apart": "Reçu en préfecture le 14/03/2023 ID : 074-217400019-20230312-D{n}-DE ",
}


def documents(size: int) -> Iterator[tuple[str, str]]:
    """Each document of about ``size`` characters with its name."""
    for name, unit in UNITS.items():
        much = unit * (size // len(unit))
        yield f"{name}, alone", much
        yield f"{name}, among the members", HEAD + ", " + much + BODY + DECISION + TAIL
        yield f"{name}, in the reasons", HEAD + BODY + " " + much + DECISION + TAIL
        yield f"{name}, in the decision", HEAD + BODY + DECISION + " " + much + TAIL
        lines = (unit.strip(" ") + "\n") * (size // (len(unit.strip(" ")) + 1))
        yield f"{name}, on lines of the reasons", HEAD + BODY + "\n" + lines + DECISION + TAIL
        yield f"{name}, on lines of the decision", HEAD + BODY + DECISION + "\n" + lines + TAIL
    for name, unit in SERIES.items():
        much = _series(unit, size)
        yield f"{name}, alone", much
        yield f"{name}, among the members", HEAD + ", " + much + BODY + DECISION + TAIL
        yield f"{name}, in the reasons", HEAD + BODY + " " + much + DECISION + TAIL
        yield f"{name}, in the decision", HEAD + BODY + DECISION + " " + much + TAIL
    for number, raw in enumerate(sample_texts()):
        yield f"sample {number}, again and again", raw * (size // len(raw) + 1)
        yield f"sample {number}, again and again on one line", " ".join(raw.split()) * (size // len(raw) + 1)


def _series(unit: str, size: int) -> str:
    """About ``size`` characters of units, each with words and a number of its own."""
    much: list[str] = []
    length = 0
    while length < size:
        number = len(much) + 1
        much.append(unit.format(n=number, one=_word(number).capitalize(), two=_word(number * 7919 + 13).upper()))
        length += len(much[-1])
    return "".join(much)


def _word(number: int) -> str:
    """A word of eight letters, another one for each number."""
    letters = []
    for _ in range(4):
        number, consonant = divmod(number, len(_CONSONANTS))
        number, vowel = divmod(number, len(_VOWELS))
        letters += [_CONSONANTS[consonant], _VOWELS[vowel]]
    return "".join(letters)


def seconds(raw: str) -> tuple[float, float, int]:
    """The time of extract and check, the processor's and the clock's, and how many acts were read."""
    text = text_of(raw)
    worked, began = time.process_time(), time.perf_counter()
    document = extract(text)
    check(document)
    return time.process_time() - worked, time.perf_counter() - began, len(document.records)


def main() -> int:
    """Parse, run, print; the exit code."""
    parser = command("adversarial", __doc__)
    parser.add_argument("--size", type=int, default=2_000_000, help="characters of each document")
    parser.add_argument("--limit", type=float, default=2.0, help="seconds of the processor that each may take")
    parser.add_argument("--each", type=float, default=0.01, help="seconds more for each act of the samples")
    parser.add_argument(
        "--show", type=float, help="print those over this many seconds; those over the limit if left out"
    )
    parser.add_argument("--only", default="", help="only documents whose name holds this")
    wanted = parser.parse_args()
    times = sorted(((*seconds(raw), name) for name, raw in documents(wanted.size) if wanted.only in name), reverse=True)
    late = [told for told in times if told[0] > wanted.limit + wanted.each * told[2] * told[3].startswith("sample")]
    for told in late if wanted.show is None else (told for told in times if told[0] > wanted.show):
        print("{:8.2f} s {:8.2f} s by the clock {:5d} acts  {}".format(*told))
    print(f"{len(late)} of {len(times)} too slow; the slowest took {times[0][0]:.2f} s of the processor")
    return 1 if late else 0


if __name__ == "__main__":
    raise SystemExit(main())
