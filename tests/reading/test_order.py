"""Reading order: what a page draws out of its place is put back, columns are read apart, tables stay whole."""

from pathlib import Path

import pytest

from kg.reading import read
from kg.reading.order import Line, in_order

Drawn = list[tuple[int, int, str]]

LEFT = [
    "Le conseil municipal prend connaissance du",
    "projet de réfection de la toiture de la halle,",
    "dont le coût est estimé par le cabinet à une",
    "somme que la commune ne peut porter seule.",
    "Le maire rappelle que la région accompagne",
    "ces travaux et que le dossier a été déposé",
    "au printemps. La réponse est attendue pour",
    "la fin de l'année. Le conseil approuve le",
    "plan de financement et autorise le maire à",
    "signer les pièces de ce dossier.",
]
RIGHT = [
    "La commune adhère au syndicat des rivières",
    "depuis sa création. Les statuts changent à",
    "la demande des communes d'amont, qui sont",
    "entrées cette année. Le conseil approuve les",
    "nouveaux statuts et désigne ses délégués au",
    "comité, qui se réunira avant l'été dans la",
    "salle des fêtes. Le maire remercie les élus",
    "sortants du travail fait pendant le mandat",
    "et souhaite la bienvenue aux nouveaux, que",
    "le syndicat recevra au mois de mai.",
]


def pdf(path: Path, drawn: Drawn) -> Path:
    """A page that draws these texts, each at its place in points, in this order."""
    shown = (
        b"BT /F 10 Tf %d %d Td (%s) Tj ET" % (x, y, text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
        for x, y, text in drawn
    )
    content = b"\n".join(shown)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj"
        + page
        + b"endobj\n4 0 obj"
        + font
        + b"endobj\n5 0 obj<</Length %d>>stream\n" % len(content)
        + content
        + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"
    )
    return path


def said(path: Path) -> list[str]:
    return [" ".join(line.split()) for line in read(path).raw.splitlines() if line.strip()]


def column(x: int, top: int, lines: list[str]) -> Drawn:
    return [(x, top - 14 * row, line) for row, line in enumerate(lines)]


def in_rows(*columns: Drawn) -> Drawn:
    return [text for row in zip(*columns, strict=True) for text in row]


TITLE = (50, 800, "COMPTE RENDU DE LA SÉANCE DU CONSEIL MUNICIPAL DE BELMORIN")
END = (50, 400, "La séance est levée à vingt heures et le présent compte rendu est affiché à la mairie de Belmorin.")


def test_columns_drawn_row_by_row_are_read_one_after_the_other(tmp_path: Path) -> None:
    rows = in_rows(column(50, 760, LEFT), column(310, 760, RIGHT))
    assert said(pdf(tmp_path / "a.pdf", [TITLE, *rows, END])) == [TITLE[2], *LEFT, *RIGHT, END[2]]


def test_columns_drawn_one_after_the_other_stay_as_they_are(tmp_path: Path) -> None:
    columns = [*column(50, 760, LEFT), *column(310, 760, RIGHT)]
    assert said(pdf(tmp_path / "a.pdf", [TITLE, *columns, END])) == [TITLE[2], *LEFT, *RIGHT, END[2]]


NAMES = [f"Membre NUMÉRO-{letter} de la commune" for letter in "ABCDEFGHIJ"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NAMES, [f"a donné pouvoir à Membre NUMÉRO-{letter}" for letter in "KLMNOPQRST"]),
        (NAMES, [f"{1000 + 17 * row} 000,00 euros pour 2024" for row in range(10)]),
        ([f"Article 6574{row} du budget" for row in range(10)], [f"Achats de fournitures {row}" for row in range(10)]),
    ],
)
def test_tables_are_not_torn(tmp_path: Path, left: list[str], right: list[str]) -> None:
    rows = in_rows(column(50, 760, left), column(310, 760, right))
    together = [f"{one} {two}" for one, two in zip(left, right, strict=True)]
    assert said(pdf(tmp_path / "a.pdf", [TITLE, *rows, END])) == [TITLE[2], *together, END[2]]


def test_a_table_drawn_after_the_text_around_it_goes_between(tmp_path: Path) -> None:
    before, after = column(50, 760, LEFT[:3]), column(50, 600, RIGHT[:3])
    table = in_rows(column(60, 690, ["Dépenses", "Recettes"]), column(300, 690, ["12 000", "15 000"]))
    lines = said(pdf(tmp_path / "a.pdf", [*before, *after, *table]))
    assert lines == [*LEFT[:3], "Dépenses 12 000", "Recettes 15 000", *RIGHT[:3]]


def test_a_footer_drawn_first_is_read_last(tmp_path: Path) -> None:
    assert said(pdf(tmp_path / "a.pdf", [(50, 30, "Mairie de Belmorin"), *column(50, 760, LEFT)])) == [
        *LEFT,
        "Mairie de Belmorin",
    ]


def test_a_box_beside_the_text_is_read_where_it_is_drawn(tmp_path: Path) -> None:
    box = column(50, 760, ["Direction", "des affaires", "scolaires"])
    text = column(200, 765, LEFT[:5])
    assert said(pdf(tmp_path / "a.pdf", [*box, *text, END])) == [
        "Direction",
        "des affaires",
        "scolaires",
        *LEFT[:5],
        END[2],
    ]


def test_a_stamp_over_the_text_tears_nothing(tmp_path: Path) -> None:
    stamp = (330, 741, "Reçu le 18/06/2024")
    lines = said(pdf(tmp_path / "a.pdf", [*column(50, 760, LEFT), stamp]))
    assert lines == [*LEFT, stamp[2]]


def test_order_keeps_every_line_once() -> None:
    lines = [Line(n, n + 1, 0.0, y, 100.0, y + 10.0) for n, y in enumerate((20.0, 700.0, 680.0, 300.0, 650.0, 690.0))]
    assert sorted(in_order(lines)) == lines
    assert in_order(in_order(lines)) == in_order(lines)


@pytest.mark.parametrize("late", [1, 2, 3])
def test_a_heading_drawn_after_the_lines_below_it_is_read_above_them(tmp_path: Path, late: int) -> None:
    body = [(60, 700 - 13 * line, text) for line, text in enumerate(LEFT)]
    heading = (60, 713, "Réfection de la halle")
    before = [(60, 740, "Compte rendu de la réunion du 2 juillet adopté.")]
    drawn = [*before, *body[:late], heading, *body[late:]]
    assert said(pdf(tmp_path / "a.pdf", drawn)) == [text for *_, text in (*before, heading, *body)]


@pytest.mark.parametrize("late", [2, 3])
def test_a_column_drawn_after_the_lines_beside_it_stays_after_them(tmp_path: Path, late: int) -> None:
    left = [(60, 700 - 13 * line, text) for line, text in enumerate(LEFT[:late])]
    right = [(320, 706 - 13 * line, text) for line, text in enumerate(RIGHT[:late])]
    assert said(pdf(tmp_path / "a.pdf", [*left, *right])) == [*LEFT[:late], *RIGHT[:late]]
