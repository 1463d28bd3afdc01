"""Organisations in prose: the gazetteer's facts, the names after a type word, and what « la commune » stands for."""

from itertools import pairwise

import pytest

from kg.extract.act import Zone
from kg.extract.organisations import Party, find_organisations, kind_of
from kg.extract.organisations.gazetteer import bodies, entries, programme_name
from kg.model import Organisation
from kg.text.view import normalise


def parties(writing: str, authority: Organisation | None = None) -> list[Party]:
    view = normalise(writing)
    found = [*find_organisations(Zone(view, 0, len(view.text)), authority)]
    assert all(one.start < two.start and one.end <= two.start for one, two in pairwise(found))
    return [one.value for one in found]


def names(writing: str, authority: Organisation | None = None) -> list[str]:
    return [party.organisation.name for party in parties(writing, authority)]


def luhn(digits: str) -> bool:
    doubled = [int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


@pytest.mark.parametrize("body", [b for b in bodies().values() if b.siren], ids=lambda b: b.name)
def test_every_siren_has_its_key(body: object) -> None:
    siren = getattr(body, "siren", "")
    assert len(siren) == 9
    assert luhn(siren)


def test_programmes_and_brands_have_an_owner_of_the_gazetteer() -> None:
    owned = [body for body in bodies().values() if body.kind in ("programme", "brand")]
    assert owned
    assert all(body.owner in bodies() for body in owned)
    assert all(body.siren is None for body in owned)


def test_a_writing_names_one_body() -> None:
    """Two lines of the gazetteer never share a name, an alias or an acronym."""
    seen: dict[str, str] = {}
    for body in bodies().values():
        for writing in {w.lower() for w in (body.name, *body.aliases, *body.acronyms)}:
            assert seen.setdefault(writing, body.name) == body.name
    assert entries()


@pytest.mark.parametrize(
    ("writing", "expected"),
    [
        (
            "avec le Département de la Haute-Valserine et la Région Alpes-Lointaines",
            ["Département de la Haute-Valserine", "Région Alpes-Lointaines"],
        ),
        ("la Communauté de communes du Pays de Valse a répondu", ["Communauté de communes du Pays de Valse"]),
        ("à l'association « Les Sabots Vernis » pour", ["association Les Sabots Vernis"]),
        ("la SARL Faucompré Toitures et M. Jean Izarny", ["SARL Faucompré Toitures"]),
        (
            "auprès de l'ADEME, de la CAF de la Haute-Valserine",
            ["Agence de l'environnement et de la maîtrise de l'énergie", "CAF de la Haute-Valserine"],
        ),
        ("une aide de l’État", ["État"]),
        ("Haute-Valserine Métropole décide", ["Haute-Valserine Métropole"]),
        ("le CD99 et le CDG99", ["CD99", "CDG99"]),
        ("entre la commune de Valserine et le Sabotier-TE", ["commune de Valserine"]),
        ("le Syndicat des eaux de Valse et de l'Arvière", ["Syndicat des eaux de Valse et de l'Arvière"]),
        ("Communauté de Communes de Valse Est (fonds)", ["Communauté de Communes de Valse Est"]),
        ("au sein de la CC Valse-Arvière", ["CC Valse-Arvière"]),
        ("le minibus du club de football de Montfleury", ["club de football de Montfleury"]),
        ("décide d'apporter à HABITAT VALSE une garantie d'emprunt", ["HABITAT VALSE"]),
        ("décide d'accorder à Monsieur Izarny une aide", []),
        ("la société numérique de demain", []),
        ("l'état des restes à réaliser, l'état d'avancement", []),
        ("le quartier politique de la ville", []),
        ("une école ouverte et un club fermé", []),
        ("M. William ADEMEIX", []),
    ],
)
def test_names(writing: str, expected: list[str]) -> None:
    assert names(writing) == expected


def test_acronyms_keep_their_case() -> None:
    assert names("la detr, la Detr") == []
    assert [party.programme for party in parties("la DETR et la D.E.T.R.")] == ["DETR", "D.E.T.R."]


def test_a_programme_is_the_money_of_its_owner() -> None:
    (party,) = parties("au titre du FEDER")
    assert (party.organisation.name, party.programme, party.kind) == ("Union européenne", "FEDER", "programme")
    assert programme_name("FEDER") == "Fonds européen de développement régional"
    assert programme_name("contrat de la Valse") == "contrat de la Valse"


def test_a_brand_is_an_alias_of_its_owner() -> None:
    (party,) = parties("la Banque des Territoires")
    assert party.organisation.name == "Caisse des Dépôts et Consignations"
    assert "Banque des Territoires" in party.organisation.aliases
    assert party.organisation.siren == "180020026"


@pytest.mark.parametrize(
    ("authority", "writing", "is_authority"),
    [
        ("Montfleury", "la commune", True),
        ("Montfleury", "la Ville de MONTFLEURY", True),
        ("Montfleury", "la commune de Villeperte", False),
        ("Montfleury", "la Métropole", False),
        ("Haute-Valserine Métropole", "la Métropole", True),
        ("Communauté de communes du Haut-Valse", "la Communauté de communes", True),
        ("Communauté de communes du Haut-Valse", "la commune", False),
        ("Région Alpes-Lointaines", "la Région", True),
        ("Département de la Haute-Valserine", "le Conseil départemental de la Haute-Valserine", True),
    ],
)
def test_the_deciding_authority_under_other_names(authority: str, writing: str, is_authority: bool) -> None:
    (party,) = parties(writing, Organisation(authority))
    assert (party.kind == "authority") is is_authority


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Montfleury", "commune"),
        ("Communauté d'agglomération du Val", "epci"),
        ("Conseil départemental du Val", "département"),
        ("Syndicat des eaux", "syndicat"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert kind_of(Organisation(name)) == kind


@pytest.mark.parametrize(
    ("writing", "found"),
    [
        ("auprès de la Région Alpes-Lointaines Développement durable", ["Région Alpes-Lointaines"]),
        ("subvention du Département de la Valserine Travaux de voirie", ["Département de la Valserine"]),
        ("subvention de la Région Alpes-Lointaines Phase 3", ["Région Alpes-Lointaines"]),
        ("aide à l'immobilier d'entreprise CD 74", ["CD 74"]),
        ("les tarifs de location du château d'ARS", []),
        ("LOCATION DU CHATEAU D'ARS", []),
        ("l'aide de l'ARS est acquise", ["Agence régionale de santé"]),
        ("un emprunt souscrit par CDC Habitat auprès de la CDC", ["CDC Habitat", "Caisse des Dépôts et Consignations"]),
        ("le bail de la SA d'HLM CDC HABITAT SOCIAL", ["CDC Habitat"]),
        ("un prêt de LA BANQUE POSTALE CREDIT ENTREPRISES", ["La Banque Postale Crédit Entreprises"]),
        ("un prêt de la Banque postale, au taux fixe", ["La Banque Postale"]),
        (
            "la convention signée avec l'Agence Nationale\nde Rénovation Urbaine",
            ["Agence nationale pour la rénovation urbaine"],
        ),
        ("la Société d'Équipement de la Région Alpestre souscrit", ["Société d'Équipement de la Région Alpestre"]),
        ("la FÉDÉRATION DÉPARTEMENTALE DES \n\nCHASSEURS", ["FÉDÉRATION DÉPARTEMENTALE DES CHASSEURS"]),
        ("l'association Les Sabots \n\nVERNIS", ["association Les Sabots"]),
        ("Point n° 2 GARE SNCF 41 700 €", []),
        ("le parking de la gare SNCF", []),
        ("une convention avec la SNCF", ["SNCF"]),
        ("CODE ASSOCIATION NOM DE LA STRUCTURE NATURE", []),
        ("l'association Nature de Brocelou", ["association Nature de Brocelou"]),
        ("le syndicat d'Energie de la Valse Depuis deux ans", ["syndicat d'Energie de la Valse"]),
        ("la société Orfane et la Région Alpestre souscrivent", ["société Orfane", "Région Alpestre"]),
    ],
)
def test_names_end_where_another_matter_begins(writing: str, found: list[str]) -> None:
    assert names(writing) == found
