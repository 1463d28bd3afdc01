"""What a document says that it is."""

import pytest

from kg.extract.layout.kind import kind_of
from kg.extract.segment import segment
from kg.text.view import normalise

HELD = "Le Conseil municipal s'est réuni sous la présidence de Mme NOIR. Présents : M. BRUN. Adopté à l'unanimité."


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL Délibération n° 2023-051 {HELD}", "deliberation"),
        (f"Procès-verbal du Conseil municipal du 5 juin 2023 {HELD}", "minutes"),
        (f"CONSEIL MUNICIPAL Compte-rendu sommaire de la séance {HELD}", "minutes"),
        (f"Commune de Villeperte Séance du 5 juin 2023 {HELD}", "minutes"),
        ("LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL DU 5 JUIN 2023", "list"),
        ("CONSEIL MUNICIPAL DU 5 JUIN 2023 - ORDRE DU JOUR 1) Vente du presbytère 2) Lavoir", "agenda"),
        (
            ("Objet : Convocation à la séance du 5 juin Cher collègue, le Conseil se réunira le lundi 5 juin."),
            "convocation",
        ),
        ("ARRÊTÉ DU MAIRE n° 12 réglementant le stationnement Le Maire de Villeperte, Vu le code de la route", "order"),
        (
            ("DECISION DU MAIRE PRISE EN APPLICATION DE LA DELEGATION DU CONSEIL MUNICIPAL Le Maire décide"),
            "executive-decision",
        ),
        (
            "DÉCISION\n12/2023\nLe Président du syndicat des eaux,\nVU la délibération du Comité syndical du 10 mars "
            "2021 donnant délégation au Président,\nDÉCIDE\nArticle 1 : de conclure la convention",
            "executive-decision",
        ),
        (
            f"Délibération n° 2023-051 {HELD} Le Maire, Vu la lettre reçue, propose d'y répondre. Le conseil approuve.",
            "deliberation",
        ),
        ("CONVENTION ENTRE : la commune de Villeperte, d'une part, et le syndicat, d'autre part", "agreement"),
        ("PROJET DE DELIBERATION Séance du 5 juin 2023 Vente du presbytère", "draft"),
        ("RAPPORT AU CONSEIL DEPARTEMENTAL Séance du 5 juin 2023 Budget", "report"),
        ("Recueil des actes administratifs du département n° 12", "official-bulletin"),
        ("nom;siret;objet;montant;date;nature;annee\nA;1;x;2;3;4;5\n", "table"),
        (
            "Conseil municipal du 5 juin 2023\nLE CONSEIL MUNICIPAL, légalement convoqué, s'est réuni sous la "
            "présidence de Mme SORBIERS.\n1. Vente du presbytère\nLa commune a reçu une offre "
            "pour le presbytère, qui est vide",
            "minutes",
        ),
        (
            "CONSEIL COMMUNAUTAIRE DU 11 JUIN 2013\nZone des Prés : approbation du projet\nInvité à se prononcer, le "
            "Conseil donne son accord à l'unanimité.",
            "minutes",
        ),
        ("Le conseil municipal des jeunes fêtera le lavoir samedi.", "unknown"),
        ("", "unknown"),
        ("Bonjour à tous, le marché aura lieu dimanche.", "unknown"),
    ],
)
def test_kinds(raw: str, kind: str) -> None:
    assert kind_of(normalise(raw)) == kind


@pytest.mark.parametrize(
    "raw", ["ARRÊTÉ DU MAIRE n° 12 portant permission de voirie " + HELD, "PROJET DE DELIBERATION " + HELD, ""]
)
def test_what_is_no_deliberation_holds_no_act(raw: str) -> None:
    assert segment(normalise(raw)).acts == ()
