"""Tables of Word, OpenDocument and web pages: a row is a line, and a page laid out in cells is read cell by cell."""

import pytest

from kg.reading.docbook import read_docbook
from kg.reading.rows import Writing, row_text


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["Pour", "12"], "Pour\t12"),
        (["12", "", "Total", "4 500 €", ""], "12\t\tTotal\t4 500 €"),
        (["", "Montant", "Part"], "\tMontant\tPart"),
        (["", "", "Finances et budget"], "Finances et budget"),
        (["", " \n ", ""], ""),
        (["Commune de\nBelmorin", "12", "890 €"], "Commune de Belmorin\t12\t890 €"),
        (["M. Osty", "3", "Achat d'un car\nPour : 12\nAdopté"], "M. Osty\t3\tAchat d'un car\nPour : 12\nAdopté"),
        (["Odile\nMarchenoir", "3", "Achat d'un car\nAdopté"], "Odile Marchenoir\t3\tAchat d'un car\nAdopté"),
        (["Région\nÉtat\nVille", "100 €\n200 €\n300 €"], "Région\t100 €\nÉtat\t200 €\nVille\t300 €"),
        (["En exercice : 9\nPrésents : 8\nVotants : 9", "Séance du 3 mai\n\nLe conseil,\ndécide"],
         "En exercice : 9\nPrésents : 8\nVotants : 9\nSéance du 3 mai\n\nLe conseil,\ndécide"),
    ],
)  # fmt: skip
def test_a_row_is_read_in_order(cells: list[str], said: str) -> None:
    assert row_text(cells) == said


def test_a_table_within_a_cell_is_read_once_and_in_its_place() -> None:
    page = Writing()
    page.open_table()
    page.open_row()
    page.open_cell()
    page.write("Plan\n")
    page.open_table()
    for cells in (("État", "10 €"), ("Ville", "20 €")):
        page.open_row()
        for cell in cells:
            page.open_cell()
            page.write(cell)
    page.close_table()
    page.write("Adopté")
    page.close_table()
    assert page.text() == "Plan\nÉtat\t10 €\nVille\t20 €\nAdopté\n"


def test_what_stands_outside_of_a_cell_is_kept() -> None:
    page = Writing()
    page.open_cell()
    page.close_row()
    page.close_table()
    page.write("Séance du 3 mai\n")
    page.open_table()
    page.write("Tableau 1\n")
    page.open_cell()
    page.write("un")
    assert page.text() == "Séance du 3 mai\nTableau 1\nun\n"


def row(*cells: str) -> str:
    """A row as antiword writes it."""
    return "<row>\n" + "".join(f"\n       <entry>\n{cell}\n       </entry>\n" for cell in cells) + "\n      </row>\n"


def book(*inside: str) -> bytes:
    body = "\n".join(inside)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.1.2//EN"
\t"http://www.oasis-open.org/docbook/xml/4.1.2/docbookx.dtd">
<book lang='en_US'>
<title>Modèle de 1998</title>
 <bookinfo>
<title>Modèle de 1998</title>
  <author>
<surname>Quidam</surname>
  </author>
 </bookinfo>
 <chapter>
<title/>{body}
 </chapter>
</book>""".encode()


def table(*rows: str) -> str:
    inside = "".join(rows)
    return f"<informaltable frame='none'>\n<tgroup cols='3'>\n<tbody>\n{inside}</tbody>\n</tgroup>\n</informaltable>\n"


def test_minutes_in_a_table_of_a_doc_are_read_row_by_row() -> None:
    rows = (
        row(
            "Odile <emphasis role='bold'>MARCHENOIR</emphasis>",
            "1",
            "Achat d'un car[pic]Autorisation\nPour : 12\nAdopté",
        ),
        row("", "", ""),
        row("", "", "Monsieur Tessier sort de séance."),
    )
    text = read_docbook(book(f"<para>\nCompte rendu\n {table(*rows)}\n</para>", "<para>\nSéance levée\n</para>"))
    assert text == (
        "Compte rendu\nOdile MARCHENOIR\t1\tAchat d'un car Autorisation\nPour : 12\nAdopté\n\n"
        "Monsieur Tessier sort de séance.\n\nSéance levée\n"
    )


def test_paragraphs_lists_and_titles_of_a_doc() -> None:
    item = "<listitem>\n<para>\n{}\n</para>\n</listitem>\n"
    text = read_docbook(
        book(
            "<para>\nLe 1<superscript>er</superscript> mai\n</para>",
            "<para>\n\n</para>",
            f"<itemizedlist mark='bullet'>{item.format('une école')}</itemizedlist>",
            f"<orderedlist numeration='arabic'>{item.format('un stade')}<listitem><para/></listitem></orderedlist>",
            "<sect1><title>\n<emphasis role='bold'>Finances</emphasis>\n</title></sect1>",
            "<para>\nMairie<emphasis role='bold'> |</emphasis>Belmorin |\n</para>",
            "<para>\nvaleurs | idées\n</para>",
        )
    )
    assert text == "Le 1er mai\n\n- une école\nun stade\nFinances\nMairie\tBelmorin\nvaleurs | idées\n"


def test_what_is_no_xml_is_not_read_as_one() -> None:
    assert read_docbook(b"<book><para>Le conseil</book>") is None
