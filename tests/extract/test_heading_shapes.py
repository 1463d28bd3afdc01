"""Headings of items in the shapes that minutes give them: on lines and on one line, below an agenda and without one."""

import itertools

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

TITLES = (
    "Approbation de l'avenant n° 3 à la concession d'aménagement",
    "Garantie d'emprunt accordée à la société Orfane",
    "Tarifs de la piscine municipale",
    "Création d'un poste d'adjoint technique",
)
OPENING = (
    "COMMUNE DE VALMONT PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 14 DÉCEMBRE 2022\n"
    "L'an deux mille vingt-deux, le quatorze décembre à 19 heures, le conseil s'est réuni sous la présidence de "
    "M. Paul NOIR, maire.\nPrésents : M. Paul NOIR, Mme Anne ROUX, M. Luc BRUN, Mme Zoé VERT.\n"
    "Secrétaire de séance : Mme Anne ROUX.\n"
)
BODIES = (
    "M. le Maire présente le dossier et ses enjeux pour la commune.\nAprès en avoir délibéré, le conseil municipal, à "
    "l'unanimité, APPROUVE la proposition.",
    "Madame ROUX expose le projet.\nLe conseil municipal, après en avoir délibéré,\nDÉCIDE :\n- d'approuver ;\n"
    "- d'autoriser le maire à signer.\nVote : Pour : 4 Contre : 0 Abstention : 0",
    "Il est proposé au conseil d'adopter ce point.\nAdopté à l'unanimité.",
)
SHAPES = (
    *(
        "{n} - {t}",
        "{n}. {t}",
        "{n}/ {t}",
        "{n}) {t}",
        "{n}°) {t}",
        "{n}°/ {t}",
        "Point n°{n} : {t}",
        "Point {n} – {t}",
    ),
    *("{r}. {t}", "{r} - {t}", "{r}) {t}", "Question n° {n} : {t}", "Délibération n°{n} : {t}", "OBJET : {t}"),
    *(
        "Objet : {t}",
        "Objet n° {n} : {t}",
        "Rapport n° {n} : {t}",
        "N°{n} – {t}",
        "N° {n} {t}",
        "{n} {t}",
        "0{n} – {t}",
    ),
    *(
        "2.{n} {t}",
        "2.{n}. {t}",
        "Affaire n° {n} : {t}",
        "Dossier {n} : {t}",
        "[{n}] {t}",
        "{n}- {T}",
        "• {t}",
        "- {t}",
    ),
    *("DÉLIBÉRATION {n} : {T}", "Délibération n°2022-12-0{n} {t}", "2022-12-0{n} : {t}"),
)
ROMAN = ("I", "II", "III", "IV")
# On lines of their own, or closed by their number: where one line holds all, nothing tells where they begin.
ON_LINES = ("{l} - {t}", "{t}", "{n} : {t}", "> {t}", "{t} – Délibération n° 2022-0{n}", "{t} N° 2022/0{n}")


def headed(shape: str, at: int) -> str:
    title = TITLES[at]
    return shape.format(n=at + 1, r=ROMAN[at], l="ABCD"[at], t=title, T=title.upper())


def titles(raw: str) -> list[str]:
    return [str(act.heading_value("title")).lower() for act in segment(normalise(raw)).acts]


def minutes(shape: str, body: str, agenda: bool) -> str:
    heads = [headed(shape, at) for at in range(len(TITLES))]
    announced = "Ordre du jour :\n" + "\n".join(heads) + "\n" if agenda else ""
    items = "\n".join(f"{head}\n{body}" for head in heads)
    return f"{OPENING}{announced}{items}\nLa séance est levée à 21 heures."


@pytest.mark.parametrize(("agenda", "flat"), [*itertools.product((False, True), repeat=2)])
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("shape", SHAPES)
def test_each_item_has_its_title(shape: str, body: str, agenda: bool, flat: bool) -> None:
    raw = minutes(shape, body, agenda)
    assert titles(" ".join(raw.split()) if flat else raw) == [title.lower() for title in TITLES]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("shape", ON_LINES)
def test_each_item_on_lines_has_its_title(shape: str, body: str) -> None:
    assert titles(minutes(shape, body, agenda=False)) == [title.lower() for title in TITLES]


REGISTERED = ("N° 2022-{n:03d}{s}{t}", "n°2022-12-{n:02d}{s}{t}", "Délib. n° {n:02d}/2022{s}{t}", "{n:02d}.2022{s}{t}")


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("separator", [". ", ".- ", ". – ", " | ", ") ", " / ", " - ", " : "])
@pytest.mark.parametrize("shape", REGISTERED)
def test_what_stops_a_number_of_the_register(shape: str, separator: str, flat: bool) -> None:
    body = "M. NOIR expose le projet.\nLe conseil, à l'unanimité, approuve cette proposition pour la saison\n"
    acts = "".join(shape.format(n=n, s=separator, t=t) + "\n" + body for n, t in enumerate(TITLES, 8))
    raw = f"{OPENING}{acts}La séance est levée à 21 heures."
    assert titles(raw.replace("\n", " ") if flat else raw) == [title.casefold() for title in TITLES]


@pytest.mark.parametrize(
    "cited",
    (
        *("Vu le marché n° 2022-009. Le conseil en prend connaissance.", "Le lot N° 12. Monsieur NOIR le détaille."),
        *(
            "Vu la délibération n° 2022-014. Considérant le budget,",
            "Vu les délibérations n° 2022-08/2022-09 du conseil,",
        ),
    ),
)
def test_a_number_that_ends_a_sentence_heads_nothing(cited: str) -> None:
    body = f"{cited}\nLe conseil, à l'unanimité, approuve cette proposition.\n"
    acts = "".join(f"N° 2022-{n}. {t}\n{body}" for n, t in enumerate(TITLES, 10))
    assert titles(f"{OPENING}{acts}La séance est levée à 21 heures.".replace("\n", " ")) == [
        title.casefold() for title in TITLES
    ]


def test_a_number_in_capitals_before_a_title_in_capitals() -> None:
    body = "M. NOIR expose le projet. Le conseil, à l'unanimité, approuve cette proposition pour la saison "
    acts = "".join(f"N° 2022-{n} {t.upper()} {body}" for n, t in enumerate(TITLES, 10))
    assert titles(f"{OPENING}{acts}. La séance est levée.".replace("\n", " ")) == [title.lower() for title in TITLES]
