"""SPARQL 1.1 Service Description of the endpoint."""

from pyoxigraph import RdfFormat, parse, serialize
from starlette.responses import Response

from kg.serve.formats import GRAPHS, negotiate
from kg.serve.problems import Problem

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
<{url}#union> a sd:Graph, void:Dataset ; void:triples {triples} .
"""


def service_description(url: str, accept: str, quads: int) -> Response:
    """The description of the endpoint at ``url``, in the RDF form asked for; its release holds ``quads``."""
    form = negotiate(accept, GRAPHS)
    if form is None:
        title, detail = "Aucune forme acceptable", "La description du service existe en Turtle, JSON-LD, RDF/XML."
        return Problem(406, title, detail).response()
    triples = (quad.triple for quad in parse(_TEMPLATE.format(url=url, triples=quads), RdfFormat.TURTLE))
    content = serialize(triples, format=_RDF[form.name], prefixes=_PREFIXES)
    return Response(content, media_type=form.media, headers={"vary": "Accept"})
