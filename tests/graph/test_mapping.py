from collections import Counter

from kg.graph import iris
from kg.graph.mapping import quads
from kg.graph.namespaces import BASE, BESLUIT, DCTERMS, DEF, ELI, ELI_DL, FRAPO, ORG, PROV, SCHEMA
from kg.graph.terms import Quad, nquads_line
from tests.graph.sample import later_quads, resolved, sample_quads

ACT = iris.deliberation("219900018", ("2024-008",))
FIRST = iris.deliberation("219900018", ("2024-007",))
LEFT = iris.deliberation("219900018", ("2024-009",))
SITTING = iris.sitting("219900018", "conseil", "2024-03-12")


def objects(subject: str, predicate: str) -> list[str]:
    return [q.object for q in sample_quads() if q.subject == f"<{subject}>" and q.predicate == f"<{predicate}>"]


def about(subject: str) -> dict[str, str]:
    return {q.predicate: q.object for q in sample_quads() if q.subject == f"<{subject}>"}


def test_no_blank_node_no_repeated_quad_and_the_same_twice() -> None:
    made = sample_quads()
    assert not any(term.startswith("_:") for quad in made for term in quad)
    assert [quad for quad, count in Counter(made).items() if count > 1] == []
    assert list(map(nquads_line, quads(resolved()))) == list(map(nquads_line, made))


def test_named_graphs_are_those_of_acts_sittings_sources_and_agents() -> None:
    kinds = Counter(q.graph.removeprefix(f"<{BASE}graphe/").split("/")[0] for q in sample_quads())
    assert set(kinds) == {"deliberation", "seance", "texte", "organisation"}
    of_acts = {q.graph for q in sample_quads() if "/graphe/deliberation/" in q.graph}
    assert len(of_acts) == 4
    of_first = [q for q in sample_quads() if q.graph == f"<{iris.graph_of(FIRST)}>"]
    on_the_agenda = {(q.subject, q.predicate) for q in of_first if not q.subject.startswith(f"<{FIRST}")}
    assert on_the_agenda == {(f"<{SITTING}>", f"<{BESLUIT}behandelt>")}


def test_written_ceiling_and_computed_amounts_are_apart() -> None:
    written, ceiling, computed = (f"{ACT}/financement/{rank}" for rank in (1, 2, 3))
    assert objects(f"{written}/montant", f"{SCHEMA}value") == ['"40000.0"^^<http://www.w3.org/2001/XMLSchema#decimal>']
    assert objects(f"{ceiling}/montant", f"{SCHEMA}maxValue") == [
        '"15000.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    ]
    assert objects(f"{ceiling}/montant", f"{SCHEMA}value") == []
    assert objects(computed, f"{SCHEMA}amount") == []
    assert objects(computed, f"{DEF}montantCalcule") == ['"84000.0"^^<http://www.w3.org/2001/XMLSchema#decimal>']
    assert objects(computed, f"{DEF}taux") == ['"0.4"^^<http://www.w3.org/2001/XMLSchema#decimal>']
    assert objects(written, f"{DEF}montantCalcule") == []


def test_funder_agent_and_programme_are_three_links() -> None:
    funding = about(f"{ACT}/financement/1")
    assert funding[f"<{SCHEMA}funder>"] == f"<{iris.organisation('229900017')}>"
    assert funding[f"<{DEF}gestionnaire>"] == f"<{iris.organisation('agence-du-chaud')}>"
    assert objects(f"{ACT}/financement/1", "http://purl.org/dc/terms/isPartOf") == [
        f"<{iris.programme('programme-chaleur')}>"
    ]
    assert f"<{FRAPO}FundingProgramme>" in about(iris.programme("programme-chaleur")).values()


def test_a_proxy_is_a_participation_in_the_name_of_its_giver() -> None:
    place = about(f"{SITTING}/participation/luc-mercin")
    assert place[f"<{ELI_DL}participation_in_name_of>"] == f"<{iris.person('219900018', '2020', 'luc-mercin')}>"
    assert place[f"<{ELI_DL}had_participant_person>"] == f"<{iris.person('219900018', '2020', 'paul-orsel')}>"
    assert place[f"<{ELI_DL}participation_role>"] == f"<{iris.concept('participation', 'procuration')}>"


def test_attendance_is_stated_once_and_a_departure_in_its_act() -> None:
    places = [
        q for q in sample_quads() if q.predicate == f"<{ELI_DL}had_participation>" and "/participation/" in q.object
    ]
    assert sum(q.subject == f"<{SITTING}>" for q in places) == 5
    assert [q.object for q in places if q.subject != f"<{SITTING}>"] == [f"<{LEFT}/vote/participation/ines-daric>"]
    assert about(f"{LEFT}/vote")[f"<{DEF}membresPresents>"].startswith('"2"')


def test_each_fact_quotes_the_passage_that_proves_it() -> None:
    minutes = next(source for source in resolved().sources if source.path == "pv.txt")
    quoted = [q for q in sample_quads() if q.predicate == f"<{PROV}wasQuotedFrom>"]
    places = [iris.parse_passage(q.object[1:-1]) for q in quoted]
    assert all(place is not None and place.end == place.start + 10 for place in places if place and place.start != 5)
    assert objects(f"{SITTING}/participation/jeanne-valmont", f"{PROV}wasQuotedFrom") == [
        f"<{iris.text(minutes.sha256)}#char=60,70>"
    ]
    assert len(objects(f"{FIRST}/vote", f"{PROV}wasQuotedFrom")) == 2
    assert objects(f"{FIRST}/disposition/1", f"{PROV}wasQuotedFrom") != []


def test_a_seat_and_an_office_are_memberships_dated_by_the_sittings_that_attest_them() -> None:
    made: dict[str, dict[str, str]] = {}
    for quad in later_quads():
        made.setdefault(quad.subject, {})[quad.predicate] = quad.object
    mayor = iris.person("219900018", "2020", "jeanne-valmont")
    seat, office = made[f"<{mayor}/mandat/conseil>"], made[f"<{mayor}/mandat/maire>"]
    assert seat[f"<{ORG}organization>"] == f"<{iris.organ('219900018', 'conseil')}>"
    assert "2024-03-12" in seat[f"<{DEF}attesteDu>"]
    assert "2024-06-04" in seat[f"<{DEF}attesteAu>"]
    assert office[f"<{ORG}organization>"] == f"<{iris.organisation('219900018')}>"
    assert office[f"<{ORG}role>"] == f"<{iris.concept('fonction', 'maire')}>"
    deputy = iris.person("219900018", "2020", "paul-orsel")
    assert f"<{PROV}wasQuotedFrom>" in made[f"<{deputy}/mandat/adjoint>"]


def test_an_amendment_names_the_convention_of_the_earlier_act() -> None:
    amending = iris.deliberation("219900018", ("2024-030",))
    made = {q.object for q in later_quads() if q.predicate == f"<{DEF}avenantA>"}
    assert made == {f"<{ACT}/convention/1>"}
    assert {q.subject for q in later_quads() if q.predicate == f"<{DEF}avenantA>"} == {f"<{amending}/convention/1>"}


def test_findings_are_published_and_what_is_left_aside_is_not() -> None:
    minutes = next(source for source in resolved().sources if source.path == "pv.txt")
    finding = about(iris.finding(minutes.sha256, 1))
    assert finding[f"<{DEF}porteSur>"] == f"<{LEFT}>"
    assert finding[f"<{DEF}code>"] == f"<{iris.concept('constat', 'date-order')}>"
    assert about(iris.finding(minutes.sha256, 2)) == {}


def test_a_document_that_decides_nothing_is_still_a_source() -> None:
    report = next(source for source in resolved().sources if source.path == "report.txt")
    assert about(iris.text(report.sha256))[f"<{DEF}typeDeDocument>"] == f"<{iris.concept('document', 'report')}>"


def test_a_noted_item_is_no_vote() -> None:
    noted = f"{iris.deliberation('219900018', ('2024-010',))}/vote"
    assert f"<{ELI_DL}Decision>" in about(noted).values()
    assert about(noted)[f"<{ELI_DL}decision_outcome>"] == f"<{iris.concept('resultat', 'prend-acte')}>"


def test_the_siren_is_stated_where_it_is_known() -> None:
    identified = {q.subject for q in sample_quads() if q.predicate == f"<{ORG}identifier>"}
    assert identified == {f"<{iris.organisation(siren)}>" for siren in ("219900018", "229900017")}


def test_every_act_is_of_its_authority() -> None:
    assert objects(ACT, f"{ELI}responsibility_of_agent") == [f"<{iris.organisation('219900018')}>"]
    assert isinstance(sample_quads()[0], Quad)


def test_a_correction_says_who_and_why_and_stands_for_the_proof() -> None:
    sha256 = next(source.sha256 for source in resolved().sources if source.corrections)
    address = f"<{iris.correction(sha256, 1)}>"
    told = {quad.predicate: quad.object for quad in sample_quads() if quad.subject == address}
    (act,) = [quad.subject for quad in sample_quads() if quad.predicate == f"<{PROV}wasDerivedFrom>"]
    assert told[f"<{DEF}porteSur>"] == act
    assert told[f"<{DEF}valeurLue>"] == '"2024-018"'
    assert told[f"<{DEF}valeurCorrigee>"] == '"2024-010"'
    assert told[f"<{DCTERMS}description>"] == '"vu sur la page 3"'
    names = [quad.object for quad in sample_quads() if quad.subject == told[f"<{PROV}wasAttributedTo>"]]
    assert '"Ada LORME"' in names
