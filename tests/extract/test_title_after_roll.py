"""A title between the list of members and « Paul NOIR rapporte : », and lists that end where it begins."""

import hashlib

import pytest

from kg.extract import extract
from kg.model import Page, Record, Source, Span, Text

HEAD = """Extrait du registre des
délibérations du Conseil
Municipal de la Ville de Montfleury
n° 2014 / 31
Séance publique du samedi 5 avril 2014
Convoqué le lundi 31 mars 2014, le Conseil Municipal de la Ville de Montfleury s'est
réuni en mairie, le samedi 5 avril 2014 à 10h00, sous la présidence de Madame Agathe SORBIERS.
Présents :
Lucie MARANDE,Paul ORTEIL,Agathe SORBIERS, Loïc EYMERY.
Absents ayant voté par procuration :
Jeanne VALMONT.
"""
REPORT = """En application du code, il convient de décider.
En conséquence, il est proposé au Conseil municipal :
- De fixer à 20 le nombre d'adjoints.
Le Conseil adopte.
"""


def record(text: str) -> Record:
    raw = text.encode()
    source = Source("acte.txt", "text/plain", hashlib.sha256(raw).hexdigest())
    return extract(Text(source, text, (Page(1, Span(0, len(text))),))).records[0]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "Absents :\nDétermination du nombre d'adjoints\nPaul ORTEIL rapporte :\n",
            "Détermination du nombre d'adjoints",
        ),
        (
            "Absents :\nZoé VERT\nGarantie d'emprunt – Ville / S.E.R.V.\nOpération BELVAL\nDeux prêts de la banque\n"
            "Monsieur le Maire, Paul ORTEIL, rapporte :\n",
            "Garantie d'emprunt – Ville / S.E.R.V. Opération BELVAL Deux prêts de la banque",
        ),
        (
            "Absents :\nZoé VERT\nInstallations classées pour l'environnement\nSOCIETE GRANDVAL\nAvis du Conseil\n"
            "Lucie MARANDE, adjointe à l'environnement, expose :\n",
            "Installations classées pour l'environnement SOCIETE GRANDVAL Avis du Conseil",
        ),
    ],
)
def test_the_paragraph_before_a_report_is_the_title(lines: str, title: str) -> None:
    assert record(HEAD + lines + REPORT).title == title


@pytest.mark.parametrize(
    ("lines", "absent"),
    [
        ("Absents :\nCréation d'une mairie annexe à Prélong et célébration des mariages\n", ()),
        ("Absents :\nCréation d'une commission - Conditions de dépôt des listes\n", ()),
        (
            "Absents :\nZoé VERT\n Commission locale d'insertion de Montfleury\nDésignation des représentants\n",
            ("Zoé VERT",),
        ),
        ("Absents :\nZoé VERT\n QUARTIER DES OSERAIES\nOpération programmée de l'habitat\n", ("Zoé VERT",)),
        ("Absents :\nZoé VERT, Max GRIS.\nVœu de soutien aux bibliothécaires\n", ("Zoé VERT", "Max GRIS")),
    ],
)
def test_nobody_of_the_title_is_absent(lines: str, absent: tuple[str, ...]) -> None:
    found = record(f"{HEAD}{lines}Monsieur le Maire, Paul ORTEIL, rapporte :\n{REPORT}")
    assert found.absent == absent
    assert len(found.present) == 4
    assert [proxy.giver for proxy in found.proxies] == ["Jeanne VALMONT"]
