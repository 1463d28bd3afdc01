"""What the pages of things ask of the graph; ``%s`` is an IRI. Every answer has an end: pages show the first rows."""

MOST = 200
RECENT = 40

SITTING_ACTS = """SELECT DISTINCT ?x ?t ?n WHERE {
  ?v eli-dl:forms_part_of <%s> ; eli-dl:decided_on_a_realization_of ?x .
  OPTIONAL { ?x dcterms:title ?t } OPTIONAL { ?x eli:id_local ?n }
} LIMIT 999"""

PERSON = "{ BIND(<%s> AS ?s) ?s ?p ?o } UNION { ?s org:member <%s> . ?s ?p ?o }"

PERSON_SITTINGS = """SELECT DISTINCT ?x ?d ?r ?as ?proof WHERE {
  VALUES ?as { eli-dl:had_participant_person eli-dl:participation_in_name_of }
  ?part ?as <%s> ; eli-dl:participation_role ?r . ?x eli-dl:had_participation ?part ; a eli-dl:Activity .
  OPTIONAL { ?x eli-dl:activity_date ?d } OPTIONAL { ?part prov:wasQuotedFrom ?proof }
} ORDER BY DESC(?d) LIMIT 200"""

PERSON_REPORTS = """SELECT DISTINCT ?x ?t ?n ?d WHERE {
  ?part eli-dl:had_participant_person <%s> ; eli-dl:participation_role <%s> .
  ?v eli-dl:had_participation ?part ; eli-dl:decided_on_a_realization_of ?x .
  OPTIONAL { ?x dcterms:title ?t } OPTIONAL { ?x eli:id_local ?n } OPTIONAL { ?x eli:date_document ?d }
} ORDER BY DESC(?d) ?n LIMIT 200"""

OWN = "BIND(<%s> AS ?s) ?s ?p ?o"

BODY_ACTS = """SELECT DISTINCT ?x ?t ?n ?d WHERE {
  VALUES ?p { eli:responsibility_of_agent eli:passed_by } ?x ?p <%s> .
  OPTIONAL { ?x dcterms:title ?t } OPTIONAL { ?x eli:id_local ?n } OPTIONAL { ?x eli:date_document ?d }
} ORDER BY DESC(?d) ?n LIMIT 40"""

BODY_SITTINGS = """SELECT DISTINCT ?x ?d WHERE {
  { ?x eli-dl:had_responsible_organization <%s> }
  UNION { ?o org:unitOf <%s> . ?x eli-dl:had_responsible_organization ?o }
  ?x eli-dl:activity_date ?d
} ORDER BY DESC(?d) LIMIT 200"""

BODY_MONEY = """SELECT DISTINCT ?x ?as ?other ?v ?m ?c ?d WHERE {
  VALUES (?as ?to) { (schema:funder def:beneficiaire) (def:beneficiaire schema:funder) }
  ?x ?as <%s> . OPTIONAL { ?x ?to ?other }
  OPTIONAL { ?x schema:amount ?a OPTIONAL { ?a schema:value ?v } OPTIONAL { ?a schema:maxValue ?m } }
  OPTIONAL { ?x def:montantCalcule ?c } OPTIONAL { ?act def:financement ?x ; eli:date_document ?d }
} ORDER BY DESC(?d) ?x LIMIT 200"""

BODY_AGREEMENTS = "SELECT DISTINCT ?x ?t WHERE { ?x def:partie <%s> . OPTIONAL { ?x dcterms:title ?t } } LIMIT 200"

ABOUT_AGREEMENT = """SELECT DISTINCT ?x ?p WHERE {
  VALUES ?p { def:approuve def:encadrePar def:avenantA } ?x ?p <%s>
} LIMIT 200"""

NAMED_BY = "SELECT DISTINCT ?x WHERE { ?x ?p <%s> } LIMIT 50"

PROVED = "SELECT DISTINCT ?x WHERE { ?x prov:wasQuotedFrom <%s> } LIMIT 50"

QUOTED = 'SELECT DISTINCT ?x WHERE { ?s prov:wasQuotedFrom ?x FILTER(STRSTARTS(STR(?x), "%s#")) } LIMIT 5000'

ABOUT_ACT = """SELECT ?kind ?message ?field ?sure ?proof WHERE {
  ?c def:porteSur <%s> . ?c a ?kind . OPTIONAL { ?c dcterms:description ?message }
  OPTIONAL { ?c def:champ ?field } OPTIONAL { ?c def:confiance ?sure } OPTIONAL { ?c prov:wasQuotedFrom ?proof }
} LIMIT 200"""
