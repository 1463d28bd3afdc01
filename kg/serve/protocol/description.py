"""SPARQL 1.1 Service Description of the endpoint, with what VoID says of the release that it serves."""

import logging

from pyoxigraph import RdfFormat, parse, serialize
from starlette.responses import Response

from kg.serve.engine import Engine
from kg.serve.protocol import Asked
from kg.serve.protocol.formats import GRAPHS, negotiate
from kg.serve.protocol.problems import Problem
from kg.store.catalogue import DATASET, GRAPH, VOID

_log = logging.getLogger(__name__)
_RDF = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
_PREFIXES = {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "formats": "http://www.w3.org/ns/formats/",
}
_TEMPLATE = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
<{url}> a sd:Service ;
    sd:endpoint <{url}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,
        formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples, formats:RDF_XML, formats:JSON-LD ;
    sd:defaultDataset <{url}#dataset> .
<{url}#dataset> a sd:Dataset, void:Dataset ; sd:defaultGraph <{url}#union> ; void:sparqlEndpoint <{url}> .
<{url}#union> a sd:Graph, void:Dataset ; void:triples {triples} ; void:subset <{data}> .
<{data}> void:sparqlEndpoint <{url}> .
"""
# What the release says of its data; the questions that are ready are asked for, not told here.
_SAID = f"""CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  GRAPH <{GRAPH}> {{ ?s ?p ?o FILTER(STRSTARTS(STR(?p), "{VOID}") || ?p = rdf:type && ?o = <{VOID}Dataset>) }}
}}"""
_MOST = 1 << 20


async def service_description(engine: Engine, url: str, accept: str) -> Response:
    """The description of the endpoint at ``url``, in the RDF form asked for; a Problem where there is none."""
    form = negotiate(accept, GRAPHS)
    if form is None:
        title, detail = "Aucune forme acceptable", "La description du service existe en Turtle, JSON-LD, RDF/XML."
        return Problem(406, title, detail).response()
    told = _TEMPLATE.format(url=url, triples=engine.pool.release.quads, data=DATASET)
    said = await _said_of_itself(engine)
    described = (quad.triple for text in (told, said) for quad in parse(text, RdfFormat.TURTLE))
    content = serialize(described, format=_RDF[form.name], prefixes=_PREFIXES)
    return Response(content, media_type=form.media, headers={"vary": "Accept"})


async def _said_of_itself(engine: Engine) -> bytes:
    try:
        plan = await engine.plan(Asked(_SAID, format="turtle"))
        return await engine.collect(plan, _MOST) or b""
    except Problem as problem:
        _log.warning("the release could not be described: %s", problem)
        return b""
