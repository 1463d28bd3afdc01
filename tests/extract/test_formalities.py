"""Receipts, publications and signatures: stamps repeated, columns of labels, columns of names."""

import datetime as dt
from typing import Any

import pytest

from kg.extract import formalities
from kg.extract.act import Act, Mention, Zone
from kg.extract.formalities import signature
from kg.model import Person
from kg.text.view import normalise


def read(text: str) -> list[Mention]:
    view = normalise(text)
    whole = Zone(view, 0, len(view.text))
    act = Act("deliberation", whole, whole, whole.part(whole.end, whole.end), 1, False)
    readings = [*formalities.EXTRACTOR.read(act), *signature.EXTRACTOR.read(act)]
    return [reading for reading in readings if isinstance(reading, Mention)]


def values(text: str) -> dict[str, Any]:
    return {mention.field: mention.value for mention in read(text)}


def test_a_stamp_on_each_page_is_one_value_proved_each_time() -> None:
    stamp = "Envoyé en préfecture le 07/02/2023 Reçu en préfecture le 08/02/2023 Publié le 09/02/2023\n"
    received = [mention for mention in read(stamp + "Le conseil décide " + stamp) if mention.field == "receipt/date"]
    assert {mention.value for mention in received} == {dt.date(2023, 2, 8)}
    assert len({mention.spans for mention in received}) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("034-249900017-20201217-148571-DE-1-1", "034-249900017-20201217-148571-DE-1-1"),
        ("082-219900798-20230206-D13 2023 02 06-DE Reçu le", "082-219900798-20230206-D13 2023 02 06-DE"),
        ("2A0-219900798-20230206-12-DEIl est proposé", None),
        ("02A-219900798-20230206-12-DEIl est proposé", "02A-219900798-20230206-12-DE"),
        ("034-249900017-20201317-148571-DE", None),
    ],
)
def test_receipt_numbers(text: str, number: str | None) -> None:
    assert values(text).get("receipt/id") == number


def test_writings_of_one_number_that_differ_by_spaces_are_one() -> None:
    text = "ID : 091-219900286-20230130-DEL 2023 007-DE et ID : 091-219900286-20230130-DEL_2023_007-DE"
    assert [m.value for m in read(text) if m.field == "receipt/id"] == ["091-219900286-20230130-DEL 2023 007-DE"]


@pytest.mark.parametrize(
    "text",
    [
        "Transmis en préfecture le 8 mars 2023",
        "le courrier de l'association, reçu le 8 mars 2023",
        "Le dossier a été déposé en préfecture le 8 mars 2023",
    ],
)
def test_not_received(text: str) -> None:
    assert "receipt/date" not in values(text)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("transmission en préfecture le 14/04/2021 et de la publication le 15/04/2021", "2021-04-15"),
        ("dépôt en Préfecture le 14/04/2021 et publication ou notification du 15/04/2021", "2021-04-15"),
        ("Reçu en Sous-Préfecture le : 14/04/2021 Publié ou notifié le : 15/04/2021", "2021-04-15"),
        ("Date de mise en ligne de l'acte 15/04/2021", "2021-04-15"),
        ("Affiché le 16 avril 2021, publié sur le site internet de la ville le 15 avril 2021", "2021-04-15"),
        ("Séance du 12/04/2021. DATE DE CONVOCATION\n06/04/2021\nDATE D'AFFICHAGE\n15/04/2021", "2021-04-15"),
        ("Réception par le préfet : 14/04/2021 Affichage : 15/04/2021", "2021-04-15"),
        ("Date d'affichage de la délibération : 15 avril 2021", "2021-04-15"),
        ("Date d'affichage de l'extrait 15/04/2021", "2021-04-15"),
        ("Date de publication de l'acte : 15/04/2021", "2021-04-15"),
        ("Mise en ligne du procès-verbal le 15/04/2021", "2021-04-15"),
        ("Affichage de la liste des délibérations : l5/O4/2021", "2021-04-15"),
    ],
)
def test_publications(text: str, published: str) -> None:
    assert values(text)["publication_date"] == dt.date.fromisoformat(published)


@pytest.mark.parametrize(
    ("text", "received"),
    [
        ("Date de télétransmission : 13/04/2021\nDate de réception préfecture : 14/04/2021", "2021-04-14"),
        ("AR PREFECTURE\n034-219900017-20210412-2021_15-DE\nRegu le 14/04/2021", "2021-04-14"),
        ("Date de réception AR: 14/0412021", "2021-04-14"),
        ("Acte rendu exécutoire Reçu en Préfecture le : l4/04/2021", "2021-04-14"),
        ("AR Préfecture reçu le 1O/04/2O21", "2021-04-10"),
    ],
)
def test_receptions(text: str, received: str) -> None:
    assert values(text)["receipt/date"] == dt.date.fromisoformat(received)


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("Fait à Valmont le 13 avril 2021\nLe Maire\nJean VALLIER", "Valmont", "2021-04-13"),
        (
            "Fait aux Trois-Clochers, le 13 avril 2021 Pour extrait certifié conforme, LE MAIRE Jean VALLIER",
            "Trois-Clochers",
            "2021-04-13",
        ),
        ("Pour copie conforme, En mairie, le 13 avril 2021, Le Maire, Jean VALLIER", "mairie", "2021-04-13"),
        ("Pour copie conforme En mairie le 13 avril 2021 Le Maire Jean VALLIER", "mairie", "2021-04-13"),
        ("POUR EXTRAIT CONFORME Valmont, le 13 avril 2021 LE MAIRE Jean VALLIER", "Valmont", "2021-04-13"),
        (
            "Pour Copie Certifiée Conforme La Roche-Valmont, le 13 avril 2021 Le Maire Jean VALLIER",
            "La Roche-Valmont",
            "2021-04-13",
        ),
        ("\nAux Essarts-Vieux, le 13 avril 2021\nLe maire, VALLIER Jean\n", "Essarts-Vieux", "2021-04-13"),
    ],
)
def test_where_and_when_it_was_signed(text: str, place: str, date: str) -> None:
    read_values = values(text)
    assert read_values["signature/place"] == place
    assert read_values["signature/date"] == dt.date.fromisoformat(date)
    assert read_values["signature/signatory"].name in ("Jean VALLIER", "VALLIER Jean")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Pour extrait conforme,\nMonsieur le Maire,\nJean VALLIER", Person("Jean VALLIER", "Maire")),
        (
            "La séance est levée à 19h30.\nLe maire, La secrétaire de séance\nMme Jeanne VALLIER Mme Karine OSTROU",
            Person("Jeanne VALLIER", "maire"),
        ),
        (
            "La séance est levée à 20h26.\nMadame Jeanne VALLIER Madame Karine OSTROU\nMaire Secrétaire de séance",
            Person("Jeanne VALLIER", "Maire"),
        ),
        (
            "La séance est levée à 22h. Pour Madame Le Maire, Monsieur le Premier Adjoint Serge OSTROU",
            Person("Serge OSTROU", "Premier Adjoint"),
        ),
        (
            "\nLe président du conseil régional\nLubin VALLIER\n",
            Person("Lubin VALLIER", "président du conseil régional"),
        ),
    ],
)
def test_who_signs(text: str, person: Person) -> None:
    assert values(text)["signature/signatory"] == person


@pytest.mark.parametrize(
    "text",
    [
        "Fait et délibéré les jour, mois et an susdits.",
        "Ce que le conseil a tout à fait à cœur, Monsieur le Maire, Jean VALLIER le dit.",
        "La séance est levée. ADDITIF Jeanne VALLIER : Madame le Maire, chers collègues",
    ],
)
def test_nobody_signs(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize(("day", "received"), [("20231215", "2024-02-12"), ("20240202", None)])
def test_the_receipt_of_minutes_is_not_that_of_each_act(day: str, received: str | None) -> None:
    stamp = f"Reçu en préfecture le 12/02/2024 ID : 099-219900798-{day}-PV15122023-DE\n"
    view = normalise(f"Séance du 15 décembre 2023\n{stamp}1. Budget\nLe conseil approuve le budget.")
    whole = Zone(view, 0, len(view.text))
    item = view.text.index("1. Budget")
    act = Act("minutes", whole.part(0, item), whole.part(item, whole.end), whole.part(whole.end, whole.end), 1, True)
    read_values = {m.field: m.value for m in formalities.EXTRACTOR.read(act) if isinstance(m, Mention)}
    assert read_values.get("receipt/date") == (dt.date.fromisoformat(received) if received else None)
    assert ("receipt/id" in read_values) is bool(received)


@pytest.mark.parametrize(
    ("text", "signatory"),
    [
        ("DIT que les crédits sont inscrits. Le Maire Patrick VALLIER", "Patrick VALLIER"),
        ("Pour extrait conforme, pour le Maire, L'Adjointe aux finances, Lucie MARANDE", "Lucie MARANDE"),
        ("DIT que les crédits sont inscrits. Le Maire Patrick VALLIER Mairie de Valmont", "Patrick VALLIER"),
        ("DIT que les crédits sont inscrits. Le Maire Patrick VALLIER remercie les élus.", None),
    ],
)
def test_the_last_words_of_an_act_sign_it(text: str, signatory: str | None) -> None:
    signed = values(text).get("signature/signatory")
    assert (signed.name if signed else None) == signatory


@pytest.mark.parametrize(
    "text",
    [
        "Transmis au représentant de l'État le : 04/04/2023 Reçu le : 03/04/2023",
        "Reçu à la Préfecture de la Haute-Valse le 3 avril 2023",
    ],
)
def test_received_by_the_state(text: str) -> None:
    assert values(text)["receipt/date"] == dt.date(2023, 4, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Publiée sur le site internet de la communauté le 12 février 2023", 12),
        ("Mise en ligne sur www.valmont.example le 12.02.2023", 12),
        ("Affiché à la porte de la mairie de Valmont le 12/02/2023", 12),
        ("Affiché 1e 12/2/2023", 12),
        ("Date d'affichage et de publication du présent tableau : 12/02/2023", 12),
        ("Date d'affichage et de publication de la présente liste : 12/02/2023", 12),
        ("Un avis publié au journal officiel le 12 février 2023", None),
        ("La publication sur le site a eu lieu. Le maire dit que le 12 février 2023", None),
    ],
)
def test_a_publication_says_where(text: str, day: int | None) -> None:
    expected = {"publication_date": dt.date(2023, 2, day)} if day else {}
    assert values("Séance du 10 février 2023. " + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "La réunion s'achève à 22 h. Le secrétaire, Paul ORTEIL La Maire, L. MARANDE Mis en ligne le 3 mars 2023",
        "La séance est close. Vu pour être affiché le 3 mars 2023. La Maire, L. MARANDE",
        "Adopté à l'unanimité. La Maire, L. MARANDE Accusé de réception en préfecture 03/03/2023",
        "DIT que la dépense est inscrite. La Maire, L. MARANDE Résultat du vote : Pour : 12 Contre : 3",
    ],
)
def test_titles_that_sign(text: str) -> None:
    assert values(text)["signature/signatory"] == Person("L. MARANDE", "Maire")


def test_the_last_words_of_minutes_date_all_their_acts() -> None:
    text = "1. Tarifs. Adopté. 2. Bail. Adopté. " + "Rien d'autre. " * 60 + "Affiché le 11 décembre 2023"
    view = normalise(text)
    whole = Zone(view, 0, len(view.text))
    nothing = whole.part(whole.end, whole.end)

    def published(preamble: Zone) -> list[dt.date]:
        act = Act("minutes", preamble, whole.part(0, 19), nothing, 1, True)
        return [m.value for m in formalities.EXTRACTOR.read(act) if isinstance(m, Mention)]

    assert published(nothing) == [dt.date(2023, 12, 11)]


def test_what_the_mayor_may_sign_is_no_name() -> None:
    closing = "AUTORISATION DONNÉE À M. LE MAIRE DE LE SIGNER Adoptée à l'unanimité"
    assert not [found for found in read(closing) if found.field.startswith("signature/signatory")]


@pytest.mark.parametrize(
    "text",
    [
        "AFFICHAGE + PARUTION SITE INTERNET : 22/05/2026 Le Maire",
        "Affichage en mairie et publication sur le site de la commune : 22 mai 2026",
        "Affiché et mis en ligne le 22 mai 2026",
        "Mise en ligne sur le site internet : 22/05/2026",
        "Publication / mise en ligne : 22/05/2026",
        "Date de parution sur le site : 22/05/2026",
    ],
)
def test_a_publication_told_in_two_words_or_on_a_site(text: str) -> None:
    assert values(text)["publication_date"] == dt.date(2026, 5, 22)


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("CERTIFIE EXACT LE 22/05/2026 Le Maire Paul ROUX", True),
        ("Certifié sincère et véritable, le 22 mai 2026, Le Maire, Paul ROUX", True),
        ("Certifiée conforme en mairie le 22 mai 2026 La Maire, Anne ROUX", True),
        ("Acte certifié exécutoire le 22 mai 2026", False),
        ("Le montant exact est connu le 22 mai 2026", False),
    ],
)
def test_what_is_certified_on_a_day_is_signed_then(text: str, signed: bool) -> None:
    assert values(text).get("signature/date") == (dt.date(2026, 5, 22) if signed else None)


@pytest.mark.parametrize(
    "text",
    [
        "Approuve le budget.\nADOPTÉE À L'UNANIMITÉ\n\nMonsieur le Président,\nYvan ROUX\n\nLa secrétaire de seande,"
        "\nAnnie NOIR\n",
        "Le 3 juillet 2025\n\nLe Maire,\nYvan ROUX\n\nLa Secrétaire de séance,\nAnnie NOIR\n",
        "Le secrétaire de séance\nPaul NOIR\nLe Maire\nYvan ROUX\n",
    ],
)
def test_the_executive_signs_where_the_secretary_does_too(text: str) -> None:
    assert values(text)["signature/signatory"].name == "Yvan ROUX"


@pytest.mark.parametrize(
    "text",
    [
        "Anita NOIR\nSecrétaire de séance\nValmont-sur-Orle, le 5 juin 2026\nM. Claude ROUX\nMaire\nLe Maire certifie.",
        "APPROUVE le budget. Valmont-sur-Orle, le 5 juin 2026 Claude ROUX, Maire Acte retourné par la préfecture",
        "APPROUVE le budget. A Valmont-sur-Orle, le 5 juin 2026, Madame Claude ROUX, la Maire.",
    ],
)
def test_a_name_between_the_day_and_the_title(text: str) -> None:
    found = values(text)
    assert (found["signature/place"], found["signature/date"]) == ("Valmont-sur-Orle", dt.date(2026, 6, 5))


@pytest.mark.parametrize(
    "text",
    [
        "Date de télétransmission : 8 juin 2026\nDate de retour de l'acte : 9 juin 2026\n"
        "Identifiant de l'acte : 056-200085041-20260605-1410-DE-1-1",
        "Acte retourné par la préfecture le 9 juin 2026",
        "Envoyé en préfecture le 08/06/2026 Retour de la sous-préfecture : 09/06/2026",
    ],
)
def test_what_the_prefecture_returns_it_has_received(text: str) -> None:
    assert values(text)["receipt/date"] == dt.date(2026, 6, 9)


@pytest.mark.parametrize(
    "text",
    [
        "la présente délibération qui a été publiée le : et transmise à la Sous-Préfecture le : Le Maire, Le Maire,"
        " Didier ROUX Didier ROUX",
        "Pour copie conforme\nLe Maire, Le Maire,\nDidier ROUX Didier ROUX",
        "Le Maire Le Maire\nDidier ROUX Didier ROUX",
    ],
)
def test_two_certificates_side_by_side(text: str) -> None:
    assert values(text)["signature/signatory"] == Person("Didier ROUX", "Maire")


@pytest.mark.parametrize(
    "foot",
    [
        "À Valmont-sur-Orle, le 26 avril 2021. La secrétaire de mairie en est chargée. Le Maire, Jean VALLIER",
        "publiée le 27 avril 2021. A Valmont-sur-Orle, le 26 avril 2021. Copie est affichée. Le Maire, Jean VALLIER",
    ],
)
def test_a_sentence_that_says_only_where_and_when(foot: str) -> None:
    read_values = values(f"Séance du 12/04/2021. Le conseil APPROUVE la convention. {foot}")
    assert read_values["signature/place"] == "Valmont-sur-Orle"
    assert read_values["signature/date"] == dt.date(2021, 4, 26)


@pytest.mark.parametrize(
    "foot",
    [
        "Mme le Maire, Anne VALLIER-ROUX c D . VALM0NT -Serre- 'il",
        "M. le Maire Anne VALLIER-ROUX",
        "Madame la Maire, Anne VALLIER-ROUX MAIRIE",
    ],
)
def test_a_civility_before_the_title_and_the_noise_of_a_stamp(foot: str) -> None:
    signatory = values(f"Le présent procès-verbal a été affiché le 30 juin 2022. {foot}")["signature/signatory"]
    assert signatory.name == "Anne VALLIER-ROUX"


@pytest.mark.parametrize(
    ("foot", "name", "role"),
    [
        ("Pour extrait conforme, Le Maire, Conseiller départemental Luc ARNEL", "Luc ARNEL", "Maire"),
        ("Pour extrait conforme, Le Maire, Vice-Président de la Métropole, Luc ARNEL", "Luc ARNEL", "Maire"),
        ("Le Maire de Valmont, Vice-présidente du Conseil départemental, Anne ROUX", "Anne ROUX", "Maire"),
        ("Le Maire, (signature) Luc ARNEL", "Luc ARNEL", "Maire"),
        ("Pour le Maire, l'Adjoint au Maire chargé des finances Luc ARNEL", "Luc ARNEL", "Adjoint au Maire"),
        ("L'adjointe déléguée, Anne ROUX", "Anne ROUX", "adjointe déléguée"),
        ("Par délégation du Maire, la Directrice générale, Anne ROUX", "Anne ROUX", "Directrice générale"),
        ("Le Président certifie le caractère exécutoire de cet acte Le Président, Luc ARNEL", "Luc ARNEL", "Président"),
        ("Pour le Maire absent, le 1er adjoint Luc ARNEL", "Luc ARNEL", "1er adjoint"),
        ("Signé : Le Maire, Luc ARNEL", "Luc ARNEL", "Maire"),
        ("Le Maire-adjoint, Luc ARNEL", "Luc ARNEL", "Maire-adjoint"),
        ("A Valmont, le 12 avril 2021, Le Maire Luc ARNEL", "Luc ARNEL", "Maire"),
    ],
)
def test_other_feet(foot: str, name: str, role: str) -> None:
    assert values(f"Le conseil APPROUVE la convention ; {foot}")["signature/signatory"] == Person(name, role)
