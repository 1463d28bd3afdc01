"""Who is a private person in a text, what is masked, and what stays."""

import pytest

from kg.graph.masks import BLOCK, Masker, mask
from kg.graph.misread_members import misread_members
from kg.graph.private_names import sightings
from kg.graph.public_people import Public
from kg.graph.terms import characters, literal
from kg.model import Document, Record, Source, Span, Text
from kg.resolve.entities import PersonKey
from kg.text.view import normalise


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vente à M. et Mme TARAVEL", ["TARAVEL"]),
        ("VENTE D'UN TERRAIN À MONSIEUR FIRMIN TARAVEL", ["FIRMIN TARAVEL"]),
        ("bail avec Mme Odile Taravel, locataire", ["Odile Taravel"]),
        ("cession aux époux TARAVEL et aux consorts Vidal-Rocq", ["TARAVEL", "Vidal-Rocq"]),
        ("Affaire suivie par Julie TARAVEL", ["Julie TARAVEL"]),
        ("Maître Querciot, notaire", ["Querciot"]),
        ("Mme veuve TARAVEL née COSTEROUSSE", ["TARAVEL", "COSTEROUSSE"]),
        ("MM. Paul Taravel et Luc Petitjean", ["Paul Taravel", "Luc Petitjean"]),
        ("la rue Jeanne Taravel et l'école Paul Querciot", []),
        ("le gymnase Jean-Paul Taravel, place du Docteur Martin", []),
        ("M. le Maire, Mme la Présidente et Monsieur le Préfet", []),
        ("la SCI Taravel et la société Jean Querciot", []),
        ("le Département de la Haute-Valserine", []),
        ("Monsieur le Trésorier Principal Municipal et le Contrat Urbain de Cohésion Sociale", []),
        ("CHAPITRE CHARGES DE PERSONNEL Montant Rubrique", []),
        ("mandataire du Maître d'Ouvrage", []),
        ("M. Luc Receveur, locataire", ["Luc Receveur"]),
        ("M. Urbain TARAVEL, propriétaire", ["Urbain TARAVEL"]),
    ],
)
def test_persons_are_told_from_streets_and_companies(text: str, names: list[str]) -> None:
    assert list(dict.fromkeys(found.name for found in sightings(normalise(text)))) == names


def public(*names: str) -> Public:
    words = frozenset(frozenset(name.lower().split()) for name in names)
    return Public(frozenset({PersonKey("2020", "x")}), words, frozenset(word for name in words for word in name))


def test_members_stay_in_all_their_writings() -> None:
    masker = Masker(public("jeanne valmont", "paul ortel"))
    for text in ("Mme VALMONT", "Madame Jeanne Valmont", "M. P. ORTEL", "VALMONT Jeanne, maire"):
        assert masker.value(text) == text
    assert masker.value("Mme Odile VALMONT") == f"Mme {BLOCK * 5} {BLOCK * 7}", "a namesake is another person"
    assert masker.value("Maître VALMONT, notaire") == f"Maître {BLOCK * 7}, notaire"
    assert masker.value("aux époux ORTEL") == f"aux époux {BLOCK * 5}"


def test_a_text_keeps_its_length_and_its_lines() -> None:
    text = "Vente à M. Firmin\n  TARAVEL\u00a0; la parcelle TARAVEL.\r\nﬁn"
    masker = Masker(public("jeanne valmont"))
    masked = mask(text, masker.spans(text, masker.learn(text)))
    assert masked == f"Vente à M. {BLOCK * 6}\n  {BLOCK * 7}\u00a0; la parcelle {BLOCK * 7}.\r\nﬁn"


def test_what_names_members_at_work_stays_though_misread() -> None:
    text = "Présents : M. Paul 0RTEL. Vente à M. Firmin TARAVEL"
    masker = Masker(public("jeanne valmont"))
    assert masker.learn(text, [Span(11, 24)]) == (Span(37, 51), Span(44, 51))


def test_a_surname_that_is_a_word_or_a_town_is_not_looked_for_alone() -> None:
    text = "Vente à Mme Odile MARCHAND et à M. Firmin LYON. Le Marchand de Lyon est un marchand."
    masker = Masker(public("jeanne valmont"))
    masked = mask(text, masker.spans(text, masker.learn(text)))
    assert masked.endswith("Le Marchand de Lyon est un marchand.")
    assert "Odile" not in masked and "Firmin" not in masked


def test_a_town_is_nobodys_name_wherever_it_stands() -> None:
    masker = Masker(public("jeanne valmont"))
    masker.hide("Mont Saint Michel")
    masker.learn("Vente à M. Luc SAINT-DENIS")
    assert masker.value("la baie du Mont-Saint-Michel") == "la baie du Mont-Saint-Michel"
    assert BLOCK in masker.value("bail de M. Luc SAINT-DENIS")


def test_addresses_and_file_names_lose_the_same_words() -> None:
    masker = Masker(public("jeanne valmont"))
    title = "Vente du Pré-Long à Mme Odile TARAVEL"
    masker.learn(title)
    masker.told(title, masker.value(title))
    assert masker.segment("vente-du-pre-long-a-mme-odile-taravel~975e3f9a") == "vente-du-pre-long-a-mme-x-x~975e3f9a"
    assert masker.segment("bail-avec-mme-taravel") == "bail-avec-mme-x"
    assert masker.segment("odile-taravel") == "x-x"
    assert masker.segment("ecole-odile-taravel") == "ecole-odile-taravel"
    assert "taravel" not in masker.file_name("2024/Vente TARAVEL_odile.pdf").lower()


def test_who_is_withdrawn_is_masked_wherever_named() -> None:
    masker = Masker(public("jeanne valmont"), ["Paul ORTEL"], detect=False)
    text = "M. ORTEL (Paul) ; Paul Ortel ; ORTEL Paul ; rue Paul Ortel ; Mme Jeanne VALMONT ; Mme Odile TARAVEL"
    masked = mask(text, masker.spans(text))
    assert "rtel" not in masked.lower() and "Jeanne VALMONT" in masked and "Odile TARAVEL" in masked


def document(**said: object) -> Document:
    source = Source("a.txt", "text/plain", "a" * 64)
    return Document(Text(source, "", ()), "acte", (Record("a.txt", 1, **said),))  # type: ignore[arg-type]


def test_a_party_of_a_sale_in_a_list_of_members_is_none() -> None:
    listed = ("Jeanne VALMONT", "Odile TARAVEL", "Firmin TARAVEL")
    sale = document(title="Vente de la parcelle AB 12 à Mme Odile TARAVEL", present=listed)
    assert misread_members([sale]) == {frozenset({"odile", "taravel"}), frozenset({"firmin", "taravel"})}
    named = document(title="Désignation de Mme Odile TARAVEL à la commission des terrains", present=listed)
    assert misread_members([named]) == frozenset()


@pytest.mark.parametrize("text", ["", 'a"b', "a\\b\n\r\t", "\u0001é█", "\\n", "\\u0041"])
def test_characters_of_a_literal_come_back(text: str) -> None:
    assert characters(literal(text, lang="fr")) == text
    assert characters(literal(text)) == text
