"""Pages of one act without an opening formula, and booklets of several: what a reader goes by there."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

PAGES = {
    "title-before-the-organ-speaks": (
        "RÉPUBLIQUE FRANÇAISE 2023-CP-0412\nCONSEIL DÉPARTEMENTAL DE LA HAUTE-SERRE\nCOMMISSION PERMANENTE\n"
        "Séance du lundi 3 avril 2023\n"
        "POLITIQUE C07 Eau et forêts\nEntretien des berges : aide à deux communes (81 000 €)\n"
        "LA COMMISSION PERMANENTE,\nVu le code général des collectivités territoriales,\n"
        "Décide d'accorder les aides ci-après. Approuve la convention.",
        "2023-CP-0412",
        "Entretien des berges : aide à deux communes (81 000 €)",
    ),
    "title-before-the-rapporteur-and-number-last": (
        "Aides à trois cinémas de quartier (2e) pour leurs séances du matin. M. Loïc EYMERY, rapporteur.\n\n"
        "Transmise au représentant de l'État le 4 avril 2011.\n\nLe Conseil de Montfleury, siégeant en formation de\n"
        "Conseil municipal,\nVu le code général des collectivités territoriales ;\n"
        "Vu le projet de délibération du 3 mars 2011 ;\nDélibère :\nArticle premier.- Il est alloué 900 euros au Lux.\n"
        "Avril 2011\nDélibération\n2011 DAC 112\nConseil municipal\n",
        "2011 DAC 112",
        "Aides à trois cinémas de quartier (2e) pour leurs séances du matin",
    ),
    "number-and-title-below": (
        "La présidente expose au conseil communautaire que les tarifs de la piscine doivent être relevés.\n"
        "- ENTRÉE : 4 euros\nAdopté par 21 voix pour et 2 abstentions\n"
        "N° de délibération : 2019_031 / Objet : Tarifs de la piscine, saison 2019\n",
        "2019_031",
        "Tarifs de la piscine, saison 2019",
    ),
    "title-before-the-opening": (
        "• Conseil du 3 avril 2018\n\nRéfection du lavoir communal\n\nConseil du 3 avril 2018\n\n"
        "L'an deux mil dix-huit, le trois avril, le Conseil Municipal légalement convoqué, s'est réuni\n"
        "sous la présidence de Agathe SORBIERS, Maire.\n\nSecrétaire élu : M. EYMERY Loïc\n\nSéance levée à 22h\n\n"
        "Mme le Maire soumet le devis. Après en avoir délibéré, le Conseil Municipal, par 9 voix pour et 3 contre,\n"
        "décide de retenir ce devis.",
        None,
        "Réfection du lavoir communal",
    ),
    "page-of-a-site": (
        "Ville de Montfleury\nN°12 - Adhésion à l'agence d'urbanisme\nlundi, 3 avril 2017\n\n"
        "Madame Sorbiers : La ville souhaite adhérer. Il est demandé au Conseil Municipal d'en décider.\n\n"
        "MAJORITÉ - Contre : 2 (M. Eymery, M. Kervalec)",
        "12",
        "Adhésion à l'agence d'urbanisme",
    ),
    "reference-below-the-title": (
        "Articles - Délibérations 2021\n\nSommaire :\n\nVente du presbytère : lot n°2\n\nSéance du 3 avril 2021\n\n"
        "- réf. : 2021/17\n\nMadame Le Maire expose au Conseil que le presbytère est vide.\n\n"
        "Ouï cet exposé et après en avoir délibéré, le Conseil Municipal :\n  • ACCEPTE cette vente\n\nA l'unanimité",
        "2021/17",
        "Vente du presbytère : lot n°2",
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_an_act_alone_on_its_page_is_found(page: tuple[str, str | None, str]) -> None:
    raw, number, title = page
    layout = segment(normalise(raw))
    assert layout.kind == "deliberation"
    assert [(act.heading_value("number"), act.heading_value("title")) for act in layout.acts] == [(number, title)]


CLOSES = (
    "Ainsi fait et délibéré les jour, mois et an ci-dessus. Pour extrait conforme, Le Maire : Agathe SORBIERS",
    "Pour copie certifiée conforme\nLe Maire,\nAgathe SORBIERS",
)


@pytest.mark.parametrize("close", CLOSES)
def test_extracts_in_a_row_are_one_act_each(close: str) -> None:
    texts = [
        f"Délibération n° {rank} du 3 AVRIL 2012\n{rank}° Objet : {title}\n"
        f"LE CONSEIL MUNICIPAL, à l'unanimité, APPROUVE.\n{close}\n"
        for rank, title in ((1, "VENTE DU PRESBYTÈRE"), (2, "RÉFECTION DU LAVOIR"))
    ]
    layout = segment(normalise("\n".join(texts)))
    found = [(act.heading_value("number"), act.heading_value("title")) for act in layout.acts]
    assert found == [("1", "VENTE DU PRESBYTÈRE"), ("2", "RÉFECTION DU LAVOIR")]


def test_a_second_act_cut_after_its_title_is_one() -> None:
    act = (
        "RÉGION DE LA SERRE\n\nDELIBERATION N° 12-{n} de la COMMISSION PERMANENTE du CONSEIL REGIONAL\n\n"
        "sur les lycées : {t}\n\n"
    )
    decided = (
        "Sont présents : MM. EYMERY, KERVALEC,\n\nAprès en avoir délibéré,\n\nDECIDE, à l'unanimité, d'adopter.\n\n"
    )
    raw = act.format(n=101, t="avenant au bail") + decided + act.format(n=102, t="aides aux cantines").rstrip()
    found = [(one.heading_value("number"), one.heading_value("title")) for one in segment(normalise(raw)).acts]
    assert found == [("12-101", "sur les lycées : avenant au bail"), ("12-102", "sur les lycées : aides aux cantines")]


@pytest.mark.parametrize(
    "raw",
    [
        "Le conseil municipal a été informé du dossier n° 12 - voirie. La parole est donnée au public.",
        "Vu le projet de délibération, la commission émet un avis. Objet : réunion de travail.",
        "PROJET DE DÉLIBÉRATION\nLe Conseil municipal,\nVu le code,\nDécide d'approuver la convention à l'unanimité.",
    ],
)
def test_a_page_where_no_organ_decides_holds_no_act(raw: str) -> None:
    assert segment(normalise(raw)).acts == ()
