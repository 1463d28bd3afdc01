"""Extracts of a register in one file, each under its own head, and the titles below their numbers."""

import pytest

from kg.extract.segment import segment
from kg.text.view import normalise

MEMBERS = ", ".join(f"M. Paul NERVAL-{letter}{letter}ROT" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 2)
REPORT = "Le Conseil Municipal, après avoir entendu Mme le Maire, décide à l'unanimité d'approuver ce qui est proposé."


def extract_of(number: str, title: str, report: str = REPORT) -> str:
    return (
        "MAIRIE DE MONTFLEURY\nEXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nL'an deux mille vingt-quatre, le 10 février, "
        "le Conseil Municipal s'est réuni à la mairie sous la présidence de Mme Odile TARAVEL, Maire.\n"
        f"Étaient présents : {MEMBERS}.\nM. Paul NERVAL-AAROT a été élu secrétaire de séance.\n{number}\n{title}\n"
        f"{report}\nFait et délibéré en mairie, les jour, mois et an que dessus.\nLe Maire,\nOdile TARAVEL\n"
    )


def heads(raw: str) -> list[tuple[str | None, str | None]]:
    return [(act.heading_value("number"), act.heading_value("title")) for act in segment(normalise(raw)).acts]


@pytest.mark.parametrize("label", ["D.C. ", "D.C.", "Délibération n° ", "D.C.M. ", ""])
def test_each_extract_is_an_act_however_long_the_list_above_its_number(label: str) -> None:
    raw = extract_of(f"{label}2024/1-001", "Vente du presbytère") + extract_of(f"{label}2024/1-002", "Budget primitif")
    assert heads(raw) == [("2024/1-001", "Vente du presbytère"), ("2024/1-002", "Budget primitif")]


def test_a_title_under_a_number_goes_on_to_the_report() -> None:
    title = "Comptes de gestion – Année 2023\nBudget principal et budgets annexes"
    assert heads(extract_of("D.C. 2024/1-001", title))[0] == ("2024/1-001", " ".join(title.split()))


def test_what_no_matter_begins_is_no_title_under_a_number() -> None:
    assert heads(extract_of("D.C. 2024/1-001", "Ville fleurie\nQuatre fleurs"))[0][1] != "Ville fleurie Quatre fleurs"


@pytest.mark.parametrize("cut", ["", "Mme le Maire présente à l'assemblée ce que coûte la réfection du lavoir"])
def test_acts_under_one_head_are_several_though_the_last_is_cut_before_its_decision(cut: str) -> None:
    first, second = (f"D.C. 2024/4-03{rank} Subvention au camping. {REPORT}" for rank in (7, 8))
    head = extract_of(first, second, REPORT if not cut else f"D.C. 2024/4-039 Réfection du lavoir {cut}")
    raw = " ".join(head.partition("\nFait et")[0].split())
    assert [number for number, _ in heads(raw)] == ["2024/4-037", "2024/4-038", *(["2024/4-039"] if cut else [])]


@pytest.mark.parametrize("bar", ["|", "/", "_"])
def test_extracts_whose_members_stand_in_a_numbered_table(bar: str) -> None:
    cells = f" {bar} ".join(f"{n} NERVAL Paul-{letter} Conseiller Présent" for n, letter in enumerate("ABCDEF", 1))
    raw = "".join(
        f"COMMUNE DE MONTFLEURY Extrait du procés verba l des délibérations Affaire n° 2024-05{n} L'an deux mille "
        "vingt-quatre, le 10 février, le Conseil Municipal s'est assemblé, présidé par Mme Odile TARAVEL. "
        f"N° NOM QUALITE ETAT {bar} {cells} OBJET : {title} {REPORT * 8} Fait à Montfleury, le 12 février 2024 "
        for n, title in ((4, "Extension de l'éclairage public"), (5, "Cession de la parcelle AK 312"))
    )
    assert heads(raw) == [
        ("2024-054", "Extension de l'éclairage public"),
        ("2024-055", "Cession de la parcelle AK 312"),
    ]


@pytest.mark.parametrize(
    "members",
    [
        "Étaient présents (par commune) : VALBRUN : Mme Ida ROUX MORNAY : M. Paul NOIR",
        "| N° | NOM ET PRÉNOM QUALITÉ ÉTAT | 1 ROUX Ida Maire Présente | 2 NOIR Paul Adjoint Présent",
    ],
)
def test_each_head_of_a_bundle_lists_its_members_in_its_way(members: str) -> None:
    def act(number: str) -> str:
        return (
            "COMMUNE DE MONTFLEURY EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS L'an deux mille vingt-quatre, le 10 février, "
            f"le Conseil Municipal s'est réuni à la mairie. {members} Délibération n° {number} Objet : Vente d'un pré "
            f"{REPORT} {REPORT} Pour extrait conforme, le Maire, Ida ROUX "
        )

    assert [number for number, _ in heads(act("2024-01") + act("2024-02"))] == ["2024-01", "2024-02"]


@pytest.mark.parametrize("register", ["PROCES-VERBAL", "REGISTRE"])
@pytest.mark.parametrize("above", ["", "Envoyé en préfecture le 12/02/2024 Reçu en préfecture le 12/02/2024 "])
def test_extracts_under_a_chair_that_convene_nobody(register: str, above: str) -> None:
    one = (
        above + "Commune de MONTFLEURY EXTRAIT DU {r} DES DELIBERATIONS DU CONSEIL MUNICIPAL Séance du 10 février 2024"
        " Sous la présidence de Mme Odile TARAVEL, Maire. Présents : M. Paul ROUX, Mme Anne BRISSET, adjoints."
        " DCM 2024-1{n} Objet : {t} "
        + "La halle est close depuis l'hiver. " * 20
        + REPORT
        + " Pour extrait conforme Le Maire, Odile TARAVEL "
    )
    raw = "".join(one.format(r=register, n=n, t=t) for n, t in enumerate(("Vente du presbytère", "Budget primitif")))
    assert heads(raw) == [("2024-10", "Vente du presbytère"), ("2024-11", "Budget primitif")]
    starts = [act.item.start for act in segment(normalise(raw)).acts]
    assert starts == [0, raw.rindex(above + "Commune")]


@pytest.mark.parametrize("told", ["ÉTAIENT PRÉSENTS", "Étaient tous présents", "Sont présentes", "Étant présents"])
def test_members_who_were_present_make_an_extract_without_a_colon(told: str) -> None:
    titles = ("Vente du presbytère", "Tarifs de la cantine")
    raw = " ".join(
        extract_of(f"AFFAIRE N° 0{n}-20240210", f"OBJET : {title}").replace("Étaient présents :", told)
        for n, title in enumerate(titles, 5)
    ).replace("\n", " ")
    assert heads(raw) == [("05-20240210", titles[0]), ("06-20240210", titles[1])]
