"""Tables of Word, OpenDocument and web pages: a row is a line, and a page laid out in cells is read cell by cell."""

from pathlib import Path

import pytest

from kg.reading import read
from kg.reading.docbook import read_docbook
from kg.reading.rows import Writing, row_text
from tests.reading.test_other_formats import docx, zipped

OPEN = ("office", "style", "table", "text")


def said(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def cell(words: str) -> str:
    return f"<w:tc>{said(words)}</w:tc>"


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
        (["7", "Les Archers", "200 €", "6574\nligne 12"], "7\tLes Archers\t200 €\t6574 ligne 12"),
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


def test_merged_cells_and_hidden_words_of_a_docx(tmp_path: Path) -> None:
    merged = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc>"
    rows = (
        [merged.format(' w:val="restart"', said("Finances")), cell("Emprunt"), cell("12")],
        [merged.format("", said("Finances")), cell("Budget"), cell("9")],
        [f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{said("Total")}</w:tc>', cell("21")],
    )
    body = f"<w:tbl>{''.join(f'<w:tr>{chr(10).join(cells)}</w:tr>' for cells in rows)}</w:tbl>"
    hidden = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>BALISE</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Fin</w:t></w:r></w:p>'
    text = read(docx(tmp_path, body + hidden + shown)).raw
    assert text.splitlines() == ["Finances\tEmprunt\t12", "\tBudget\t9", "Total\t21", "Fin"]


def test_minutes_and_a_table_within_a_cell_of_a_docx(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr>{cell('État')}{cell('10 €')}</w:tr><w:tr>{cell('Ville')}{cell('20 €')}</w:tr></w:tbl>"
    item = f"<w:tc>{said('Achat d’un car')}{inner}{said('Adopté')}</w:tc>"
    text = read(docx(tmp_path, f"<w:tbl><w:tr>{cell('M. Osty')}{cell('3')}{item}</w:tr></w:tbl>{said('Fin')}")).raw
    assert text == "M. Osty\t3\tAchat d’un car\nÉtat\t10 €\nVille\t20 €\nAdopté\nFin\n"


def test_merged_cells_and_hidden_words_of_an_odt(tmp_path: Path) -> None:
    spaces = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in OPEN)
    cells = "".join(f"<table:table-cell><text:p>{said}</text:p></table:table-cell>" for said in ("Emprunt", "12"))
    covered = "<table:covered-table-cell><text:p>Finances</text:p></table:covered-table-cell>"
    content = (
        f"<office:document-content{spaces}><office:automatic-styles>"
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
        "</office:automatic-styles><office:body><office:text>"
        '<text:p><text:span text:style-name="T1">BALISE</text:span><text:span text:style-name="T2">Vu</text:span>'
        "<office:annotation><text:p>à revoir</text:p></office:annotation></text:p>"
        f"<table:table><table:table-row>{covered}{cells}</table:table-row></table:table>"
        "</office:text></office:body></office:document-content>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    assert read(zipped(tmp_path, "acte.odt", parts)).raw == "Vu\nEmprunt\t12\n"


@pytest.mark.parametrize("end", ["", "</td>"])
def test_tables_of_a_web_page(tmp_path: Path, end: str) -> None:
    page = tmp_path / "acte.html"
    page.write_text(
        "<!DOCTYPE html><html><body><p>Budget</p><table><thead><tr><th>Recette<th>Montant</tr></thead><tbody>\n"
        f"<tr><td>\n  Région{end}\n  <td>Pour 12<br>Adopté{end}\n<tr><td rowspan=2>Adopté{end}<td>"
        f"<table><tr><td>Pour<td>12<tr><td>Contre<td>1</table>{end}<tr><td>{end}</table><p>Fin</body></html>",
        encoding="utf-8",
    )
    assert read(page).raw == "Budget\nRecette\tMontant\nRégion\tPour 12\nAdopté\nAdopté\tPour\t12\nContre\t1\nFin\n"


def test_what_libreoffice_makes_of_a_doc_is_read_as_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program named soffice that writes a known document: how it is called and what is read of its answer."""
    spaces = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in OPEN)
    row = "".join(f"<table:table-cell><text:p>{said}</text:p></table:table-cell>" for said in ("Pour", "12"))
    body = f"<office:text><table:table><table:table-row>{row}</table:table-row></table:table></office:text>"
    answer = zipped(tmp_path, "answer.odt", {"content.xml": f"<office:document{spaces}>{body}</office:document>"})
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nfor last; do :; done\n/bin/cp {answer} "${{last%.doc}}.odt"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    (tmp_path / "acte.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    assert read(tmp_path / "acte.doc").raw == "Pour\t12\n"
