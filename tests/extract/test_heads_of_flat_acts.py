"""Single acts in a text of one line that a line's end closes: titles, numbers and who reports; fictional acts."""

import pytest

from benchmarks.fuzz import text_of
from kg.extract import extract
from kg.model import Record

HEAD = "DÉPARTEMENT DU VAL COMMISSION PERMANENTE EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS "
ROLL = (
    "La commission permanente, convoquée le 3 mars 2023, s'est réunie le vendredi 10 mars 2023 à 10 h à l'hôtel du "
    "département, sous la présidence de M. Paul NOIR, Président. Présents : M. Paul NOIR, Mme Anne ROUX, M. Luc BRUN, "
    "Mme Zoé VERT. Absent : M. Guy BLEU. "
)
DECIDED = (
    "La subvention est versée en une fois. Vu le code général des collectivités territoriales ; La commission "
    "permanente, après en avoir délibéré, à l'unanimité, APPROUVE la répartition des aides. Pour extrait conforme\n"
)
TITLE = "CULTURE – SOUTIEN AUX FESTIVALS DU VAL – DEUXIÈME RÉPARTITION"


def only(raw: str) -> Record:
    records = extract(text_of(raw)).records
    assert len(records) == 1
    return records[0]


@pytest.mark.parametrize(
    "before", ["", "Accusé certifié exécutoire Publication : 14/03/2023 Pour l'autorité compétente par délégation "]
)
def test_nothing_above_is_taken_into_the_title(before: str) -> None:
    raw = (
        f"{before}{HEAD}CP-2023-03-12 {TITLE} Président de séance : M. Paul NOIR Secrétaire de séance : M. Luc BRUN "
        f"Rapporteur : Mme Anne ROUX, Vice-Présidente en charge de la culture Présents : M. Paul NOIR, Mme Anne ROUX, "
        f"M. Luc BRUN, Mme Zoé VERT. Absent : M. Guy BLEU. {DECIDED}"
    )
    record = only(raw)
    assert (record.number, record.title) == ("CP-2023-03-12", TITLE)
    assert record.rapporteur is not None
    assert (record.rapporteur.name, record.rapporteur.role) == ("Anne ROUX", "Vice-Présidente en charge de la culture")


@pytest.mark.parametrize("place", ["5 – ", "12. ", "3) "])
def test_a_title_stands_between_its_place_in_the_agenda_and_the_report(place: str) -> None:
    title = "Finances – Attribution d'un fonds de concours à la commune de Montfleury"
    raw = (
        f"Délibération n° 2023-41 {HEAD}{ROLL}Secrétaire : M. Luc BRUN, assisté de Mme Eva GRIS, directrice du pôle "
        f"finances {place}{title} Mme Anne ROUX, vice-présidente aux finances, rapporte : {DECIDED}"
    )
    record = only(raw)
    assert (record.number, record.title) == ("2023-41", title)


@pytest.mark.parametrize("number", ["CA/2021/03", "CA_2021_03", "2021/03"])
def test_a_number_parted_by_strokes_names_an_act(number: str) -> None:
    raw = f"CCAS DE MONTFLEURY Délibération {number} {ROLL}OBJET : Barème des secours Rapporteur : Mme ROUX {DECIDED}"
    assert (only(raw).number, only(raw).title) == (number, "Barème des secours")


@pytest.mark.parametrize("page", ["1/3", "page 1 sur 3"])
def test_a_number_that_each_page_repeats_heads_one_act(page: str) -> None:
    running = f"Délibération n° D_2022_11_24_05 Commission permanente du 10 mars 2023 {page} "
    raw = (
        f"{running}{HEAD}{ROLL}4 – Vente du presbytère de Montfleury Mme Anne ROUX, vice-présidente, rapporte : Le "
        f"bâtiment est vide depuis dix ans. {running}{DECIDED}"
    )
    assert (only(raw).number, only(raw).title) == ("D_2022_11_24_05", "Vente du presbytère de Montfleury")


@pytest.mark.parametrize("number", ["23_DAP_SP_02_14", "22_DGS_04_107"])
def test_a_number_may_hold_the_letters_of_services(number: str) -> None:
    raw = f"RÉGION DU VAL {number} {HEAD}Séance du 10 mars 2023 CONTRAT DE TERRITOIRE DU HAUT VAL {ROLL}{DECIDED}"
    assert only(raw).number == number


def test_a_title_may_begin_with_the_word_of_a_change() -> None:
    raw = f"{HEAD}{ROLL}Secrétaire : M. Luc BRUN DÉLIBÉRATION N° CP-2023-21 MODIFICATION DU RÈGLEMENT DES AIDES "
    record = only(f"{raw}Madame la Vice-Présidente présente le règlement. {DECIDED}")
    assert (record.number, record.title) == ("CP-2023-21", "MODIFICATION DU RÈGLEMENT DES AIDES")


@pytest.mark.parametrize(
    "after", ["Président de séance : M. NOIR", "Commission : Finances", "SECRÉTAIRE DE SÉANCE : X"]
)
def test_a_title_ends_before_what_tells_of_the_sitting(after: str) -> None:
    title = "Cession de la parcelle AB 12 – 14/16 rue Haute"
    raw = f"{HEAD}Objet : {title} {after} {ROLL}{DECIDED}"
    assert only(raw.replace("SÉANCE : X", "SÉANCE : M. BRUN")).title == title


@pytest.mark.parametrize("heard", ["Entendu le rapport présenté par", "Ouï l'exposé de", "Après exposé de"])
def test_who_is_heard_after_the_visas_reports(heard: str) -> None:
    visas = "Vu la délibération du 4 mai 2021 relative au règlement des aides ; " * 30
    raw = f"{HEAD}Objet : Règlement des aides {ROLL}{visas}{heard} Mme Zoé VERT, vice-présidente, {DECIDED}"
    record = only(raw)
    assert record.rapporteur is not None
    assert record.rapporteur.name == "Zoé VERT"


def test_a_status_in_a_table_reports_nothing() -> None:
    rows = "NOM PRÉNOM VILLE NOIR Paul Montfleury Présent ROUX Anne Valbois-le-Pont Présente BRUN Luc Valbois Présent "
    record = only(f"{HEAD}Objet : Règlement des aides {rows}{DECIDED}")
    assert record.rapporteur is None
