"""The namespaces of the graph. One setting, ``DELIBERATIONS_BASE``, changes where things are named.

What a deployment names (``id/``, ``graphe/``, ``texte/``) follows the setting; the terms and vocabularies are the same
everywhere, so that a question written for one graph runs on another.
"""

import os

HOME = "https://w3id.org/deliberations-fr/"
BASE = os.environ.get("DELIBERATIONS_BASE", HOME).rstrip("/#") + "/"

DEF = f"{HOME}def#"
VOCABULARY = f"{HOME}vocabulaire/"

ELI = "http://data.europa.eu/eli/ontology#"
ELI_DL = "http://data.europa.eu/eli/eli-draft-legislation-ontology#"
ORG = "http://www.w3.org/ns/org#"
FOAF = "http://xmlns.com/foaf/0.1/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
DCAT = "http://www.w3.org/ns/dcat#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "http://schema.org/"
FRAPO = "http://purl.org/cerif/frapo/"
BESLUIT = "http://data.vlaanderen.be/ns/besluit#"
MANDAAT = "http://data.vlaanderen.be/ns/mandaat#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SH = "http://www.w3.org/ns/shacl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

# The prefixes that exports bind and that the questions use.
PREFIXES: dict[str, str] = {
    "besluit": BESLUIT,
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "def": DEF,
    "eli": ELI,
    "eli-dl": ELI_DL,
    "foaf": FOAF,
    "frapo": FRAPO,
    "mandaat": MANDAAT,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sh": SH,
    "skos": SKOS,
    "voc": VOCABULARY,
    "xsd": XSD,
}
