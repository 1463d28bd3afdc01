"""Documents → groups → entities under the identifiers that links assert; what people said is replayed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.graph import iris
from kg.graph.links import METHOD, SAME, STATUS, link_quads
from kg.link.authorities import settle
from kg.link.judgements import FILE, Judgements, read_judgements
from kg.link.territory import department_of, told_departments
from kg.link.values import Link, Method, Status
from kg.model import Agreement, Document, Funding, Organisation, Receipt, Session, Vote
from kg.pipeline.links import Linked, Said, linked
from kg.resolve.identities import Identities, Judged
from tests.resolve.fictions import document, record

METROPOLE = Organisation("Montpellier Méditerranée Métropole", ("la Métropole",), "243400017")
RECEIPT = Receipt("034-243400017-20210329-156275-DE-1-1")
DAY = Session(dt.date(2021, 3, 29))


def act(name: Organisation, *funders: str, **changes: Any) -> Document:
    """A deliberation of an authority with these funders, of a path of its own."""
    funding = tuple(Funding(Organisation(funder), name) for funder in funders)
    changes = {"session": DAY, **changes}
    return document(f"{name.name}-{len(changes)}.txt", record(authority=name, funding=funding, **changes))


def together(*documents: Document, texts: Mapping[str, str] | None = None, judged: Judgements | None = None) -> Linked:
    by_sha = {one.text.source.sha256: (texts or {}).get(one.text.source.path, "") for one in documents}
    return linked(documents, by_sha.get, Said(judged or Judgements(), {}))


def by_name(links: Sequence[Link]) -> dict[str, Link]:
    return {link.printed: link for link in links}


def test_the_siren_of_a_receipt_is_asserted_and_tells_the_territory() -> None:
    _, links = together(act(METROPOLE, "Conseil départemental", "la Région", receipt=RECEIPT)).entities("243400017")
    found = by_name(links)
    own = found[METROPOLE.name]
    assert own.best is not None
    assert (own.siren, own.best.method) == ("243400017", Method.RECEIPT)
    assert found["Conseil départemental"].siren == "223400011"
    assert found["la Région"].siren == "200053791"


def test_a_siren_that_no_receipt_prints_is_said_to_be_printed() -> None:
    links = together(act(METROPOLE)).entities("243400017")[1]
    assert links[0].best is not None
    assert links[0].best.method is Method.PRINTED


def test_all_names_of_a_body_are_one_node_and_keep_their_writings() -> None:
    names = ("Conseil départemental", "Conseil Général de l'Hérault", "CD34")
    entities, _ = together(act(METROPOLE, *names)).entities("243400017")
    (departement,) = [one for one in entities.organisations if one.key == "223400011"]
    assert departement.name == "Département de l'Hérault"
    assert set(names) <= set(departement.aliases)
    assert {funding.funder for one in entities.acts for funding in one.funding} == {"223400011"}


def test_parties_that_are_one_body_are_one_party() -> None:
    parties = (METROPOLE, Organisation("CD34"), Organisation("Conseil départemental"))
    entities, _ = together(act(METROPOLE, agreements=(Agreement("convention", parties),))).entities("243400017")
    assert entities.acts[0].agreements[0].parties == ("243400017", "223400011")


def test_all_writings_of_a_programme_are_one_and_its_funder_stays() -> None:
    writings = ("DETR", "DOTATION D'EQUIPEMENT DES TERRITOIRES RURAUX", "Programme Chaleur")
    funding = tuple(Funding(Organisation("État"), METROPOLE, programme=one) for one in writings)
    one = document("programmes.txt", record(authority=METROPOLE, funding=funding))
    entities, _ = together(one).entities("243400017")
    told = [(one.funder, one.programme) for one in entities.acts[0].funding]
    rural = "Dotation d'équipement des territoires ruraux"
    assert told == [("etat", rural), ("etat", rural), ("etat", "Programme Chaleur")]


def test_a_candidate_changes_nothing_but_is_kept() -> None:
    name = "Communauté d'Agglomération de Montpellier"
    ville = Organisation("Montpellier", (), "213401722")
    entities, links = together(act(ville, name)).entities("213401722")
    assert by_name(links)[name].verdict.status is Status.CANDIDATE
    assert entities.acts[0].funding[0].funder == "communaute-d-agglomeration-de-montpellier"
    quads = list(link_quads("213401722", links))
    about = f"<{iris.match('213401722', 'communaute-d-agglomeration-de-montpellier')}/243400017>"
    assert f"<{iris.concept('rapprochement', 'candidate')}>" in {
        quad.object for quad in quads if quad.subject == about and quad.predicate == STATUS
    }
    assert not [quad for quad in quads if "sans-siren" in quad.subject]


def test_asserted_links_are_told_in_one_graph_with_method_and_identifiers() -> None:
    _, links = together(act(METROPOLE, "CD34", receipt=RECEIPT)).entities("243400017")
    quads = set(link_quads("243400017", links))
    assert {quad.graph for quad in quads} == {f"<{iris.LINKS_GRAPH}>"}
    same = {(quad.subject, quad.object) for quad in quads if quad.predicate == SAME}
    organisation = f"<{iris.organisation('243400017')}>"
    assert (organisation, "<https://www.data.gouv.fr/organizations/5847cb5cc751df5d58c0bb7e>") in same
    methods = {quad.object.rpartition("/")[2].rstrip(">") for quad in quads if quad.predicate == METHOD}
    assert methods == {"receipt", "department-number"}


def test_an_authority_without_a_siren_is_found_by_name_and_territory() -> None:
    saint_gilles = Organisation("SAINT-GILLES")
    path = act(saint_gilles).text.source.path
    here = together(act(saint_gilles), texts={path: "Mairie de Saint-Gilles (30800 SAINT-GILLES), département du Gard"})
    assert list(here.groups) == ["213002587"]
    entities, links = here.entities("213002587")
    assert entities.authority is not None
    assert entities.authority.name == "Saint-Gilles"
    assert links[0].best is not None
    assert links[0].best.method is Method.PLACE
    assert list(together(act(saint_gilles)).groups) == ["saint-gilles"], "seven towns bear the name"


def test_documents_with_and_without_the_siren_are_of_one_authority() -> None:
    named = Organisation("DECAZEVILLE")
    proved = Organisation("Mairie de Decazeville", (), "211200894")
    found = together(act(named), act(proved, receipt=Receipt("012-211200894-20210329-1-DE")))
    assert list(found.groups) == ["211200894"]
    assert len(found.groups["211200894"]) == 2
    assert found.entities("211200894")[1][0].siren == "211200894"


def test_a_name_that_was_another_body_in_some_year_is_not_asserted() -> None:
    old = document("2016.txt", record(authority=Organisation("Avranches"), session=Session(dt.date(2016, 5, 2))))
    new = document("2021.txt", record(authority=Organisation("Avranches"), session=Session(dt.date(2021, 5, 2))))
    texts = dict.fromkeys(("2016.txt", "2021.txt"), "Ville d'Avranches, 50300 AVRANCHES")
    assert list(together(new, texts=texts).groups) == ["200083640"]
    found = together(old, new, texts=texts)
    assert list(found.groups) == ["avranches"]
    link = found.settled["avranches"].link
    assert link is not None
    assert link.verdict.status is Status.CANDIDATE


def test_bodies_named_in_full_tell_the_territory_of_an_authority_that_nothing_else_tells() -> None:
    lost = Organisation("Villeperdue-sous-Lorne")
    named = ("Communauté de communes du Pays Noyonnais", "Conseil général de l'Oise")
    for names, siren in (((*named, "le Département"), "226000016"), ((named[0], "le Département"), None)):
        (key,) = (found := together(act(lost, *names))).groups
        assert by_name(found.entities(key)[1])["le Département"].siren == siren


@pytest.mark.parametrize(
    ("others", "siren"),
    [
        (("Agence de l'eau Seine-Normandie",), "187500095"),
        (("Agence de l'eau Loire-Bretagne", "Conseil départemental"), "184503019"),
        ((), None),
        (("Agence de l'eau Loire-Bretagne", "Agence de l'eau Adour-Garonne"), None),
    ],
)
def test_a_kind_alone_is_the_one_that_the_authority_names_in_full(others: tuple[str, ...], siren: str | None) -> None:
    _, links = together(act(METROPOLE, "l'Agence de l'eau", *others, receipt=RECEIPT)).entities("243400017")
    assert by_name(links)["l'Agence de l'eau"].siren == siren


def test_a_kind_with_another_territory_is_not_the_one_named_in_full() -> None:
    names = ("ARS Occitanie", "Agence régionale de santé Bretagne")
    _, links = together(act(METROPOLE, *names, receipt=RECEIPT)).entities("243400017")
    assert {link.siren for link in links} == {"243400017", "130008048", "130007966"}


def test_a_name_without_its_kind_is_a_communes_else_a_groupings() -> None:
    assert list(together(act(Organisation("Touraine-Est Vallées"))).groups) == ["200073161"]


def test_a_name_that_was_two_bodies_is_each_in_its_years() -> None:
    avranches = Organisation("Avranches", (), "200083640")
    acts = [
        document(
            f"{year}.txt",
            record(
                str(year),
                authority=avranches,
                session=Session(dt.date(year, 5, 2)),
                funding=(Funding(Organisation("la Région"), avranches),),
            ),
        )
        for year in (2014, 2020, 2021)
    ]
    entities, links = together(*acts).entities("200083640")
    assert [(link.siren, link.years) for link in links if link.printed == "la Région"] == [
        (None, frozenset({2014})),
        ("200053403", frozenset({2020, 2021})),
    ]
    funders = {one.record.number: one.funding[0].funder for one in entities.acts}
    assert funders == {"2014": "cog-region-25", "2020": "200053403", "2021": "200053403"}
    assert {"cog-region-25", "200053403"} <= {one.key for one in entities.organisations}


def test_a_document_without_an_authority_still_tells_its_territory() -> None:
    lost = document("lost.txt", record(authority=None, funding=(Funding(Organisation("Conseil départemental")),)))
    (key,) = (found := together(lost, texts={"lost.txt": "Département de l'Oise - Arrondissement"})).groups
    assert by_name(found.entities(key)[1])["Conseil départemental"].siren == "226000016"


def test_the_same_documents_give_the_same_quads_in_any_order() -> None:
    documents = [act(METROPOLE, "CD34", "ADEME"), act(METROPOLE, "la Région", receipt=RECEIPT)]
    one, two = (
        [*link_quads("243400017", together(*order).entities("243400017")[1])] for order in (documents, documents[::-1])
    )
    assert one == two


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("Hôtel de ville, 60350 PIERREFONDS", "60"),
        ("DÉPARTEMENT DE L'OISE\nArrondissement de Compiègne", "60"),
        ("Préfecture de la Loire-Atlantique", "44"),
        ("034-243400017-20210329-156275-DE", "34"),
        ("2A0-000", None),
        ("la somme de 60350 euros", None),
        ("60350 LE HAVRE", None),
        ("Préfecture du Gard et préfecture de l'Oise", None),
    ],
)
def test_words_tell_a_territory(text: str, department: str | None) -> None:
    assert department_of(told_departments([text])) == (frozenset({department}) if department else frozenset())


def judgements(folder: Path, *lines: str) -> Judgements:
    path = folder / FILE
    path.write_text("\n".join(("organisme\tsiren\tjugement\tnote", *lines)) + "\n", encoding="utf-8")
    return read_judgements(path)


def test_what_people_refused_is_asserted_no_more(tmp_path: Path) -> None:
    judged = judgements(tmp_path, "CD34\t223400011\tnon\tan other CD")
    links = together(act(METROPOLE, "CD34"), judged=judged).entities("243400017")[1]
    assert by_name(links)["CD34"].siren is None
    assert by_name(together(act(METROPOLE, "CD34")).entities("243400017")[1])["CD34"].siren == "223400011"


def test_what_people_said_is_asserted(tmp_path: Path) -> None:
    name = "Communauté d'Agglomération de Montpellier"
    judged = judgements(tmp_path, f"{name}\t243400017\toui\t")
    entities, links = together(act(METROPOLE, name), judged=judged).entities("243400017")
    best = by_name(links)[name].best
    assert best is not None
    assert best.method is Method.JUDGED
    assert entities.acts[0].funding[0].funder == "243400017"
    # An authority too.
    saint_gilles = judgements(tmp_path, "Saint-Gilles\t213002587\toui\t")
    groups = {"saint-gilles": [act(Organisation("Saint-Gilles"))]}
    settled = settle(groups, lambda _: "", saint_gilles)["saint-gilles"]
    assert settled.link is not None
    assert settled.link.siren == "213002587"


@pytest.mark.parametrize("line", ["CD34\t223400012\toui\t", "CD34\t223400011\tpeut-être\t", "CD34"])
def test_a_judgement_that_is_none_names_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(KgError, match="line 2"):
        judgements(tmp_path, line)


def test_no_file_is_no_judgement(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / FILE) == Judgements()
    (tmp_path / FILE).write_text("name\n", encoding="utf-8")
    with pytest.raises(KgError, match="columns organisme, siren, jugement"):
        read_judgements(tmp_path / FILE)


def test_what_people_said_of_persons_is_replayed_for_their_authority() -> None:
    seated = ("Jeanne VALMONT", "Jeanne ORSEL", "Luc MERCIN")
    alone = {"proxies": (), "absent": (), "chair": None, "rapporteur": None, "vote": Vote()}
    documents = [act(METROPOLE, "CD34", present=seated, **alone)]
    said = Identities((Judged("2020", "Jeanne VALMONT", "jeanne-orsel", True),))
    nothing: dict[str, Identities] = {}
    for told, slugs in ((nothing, 3), ({"243400017": said}, 2), ({"219900018": said}, 3)):
        made = linked(documents, lambda sha256: None, Said(Judgements(), told)).entities("243400017")[0]
        assert len({mandate.person for mandate in made.mandates if mandate.organ}) == slugs


STAMPED = "Reçu en préfecture le 12/02/2024\nID : 034-243400017-20240202-PV15122023-DE\n\nProcès-verbal"


def test_the_stamps_of_the_prefecture_tell_whose_minutes_these_are() -> None:
    named = act(Organisation("Saint-Gilles"))
    assert list(together(named, texts={named.text.source.path: STAMPED}).groups) == ["243400017"]
    two = STAMPED + "\nID : 030-213002587-20240202-7-DE"
    assert list(together(named, texts={named.text.source.path: two}).groups) == ["saint-gilles"]
    wrong = STAMPED.replace("243400017", "243400018")
    assert list(together(named, texts={named.text.source.path: wrong}).groups) == ["saint-gilles"]


def test_stamps_alone_tell_an_authority_that_other_documents_name() -> None:
    lost = document("lost.txt", record(authority=None))
    texts = {"lost.txt": STAMPED}
    assert list(together(lost, act(METROPOLE), texts=texts).groups) == ["243400017"]
    (key,) = together(lost, texts=texts).groups
    assert key.startswith("inconnue-")


def test_what_the_territory_told_of_a_later_act_says_nothing_of_an_earlier_one() -> None:
    caisse, before = "Caisse d'allocations familiales", Session(dt.date(2009, 6, 22))
    later = act(METROPOLE, caisse, receipt=RECEIPT)
    earlier = act(METROPOLE, caisse, receipt=RECEIPT, session=before, title="Accueil")
    _, links = together(earlier, later).entities("243400017")
    told = [one for one in links if one.printed == caisse]
    assert {(one.siren, one.years) for one in told} == {
        ("534089529", frozenset({2021})),
        (None, frozenset({2009})),
    }


def test_a_body_that_is_named_in_full_is_meant_in_its_own_years_alone() -> None:
    later = act(METROPOLE, "CAF de l'Hérault", receipt=RECEIPT)
    earlier = act(METROPOLE, "la CAF", receipt=RECEIPT, session=Session(dt.date(2009, 6, 22)), title="Accueil")
    _, links = together(earlier, later).entities("243400017")
    assert by_name(links)["CAF de l'Hérault"].siren == "534089529"
    assert by_name(links)["la CAF"].siren is None
