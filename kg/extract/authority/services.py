"""The words before the name of a service or of a body with a purpose of its own: fire, staff, land, common goods."""

from kg.extract.authority.cues import ANY_LINK, SOME_LINK, cue_of

SERVICES = (
    cue_of(
        "fire-service",
        "service|sdis|sdmis",
        rf"(?P<kind>service\s{{1,2}}(?:departemental|territorial)(?:[\s-]metropolitain)?\s{{1,2}}d'incendie\s{{1,2}}et\s{{1,2}}de"
        rf"\s{{1,2}}secours|sdm?is)(?:\s\(sdm?is\))?\s{SOME_LINK}",
        6,
        "{kind} {link}{}",
        "any",
    ),
    cue_of(
        "land-agency",
        "etablissement",
        rf"(?P<kind>etablissement\s{{1,3}}public\s{{1,3}}foncier(?:\s{{1,3}}local)?)\s{{1,3}}{ANY_LINK}",
        5,
        "{kind} {link}{}",
        "any",
    ),
    cue_of(
        "interest-group",
        "groupement|gip",
        r"(?:groupement\s{1,2}d'interet\s{1,2}public|gip)(?:\s\(gip\))?\s(?:denomme\s)?[«\"]?\s?(?!d[eu]s?\s|est\s|a\s|et\s)",
        5,
        "{}",
        "any",
    ),
    cue_of(
        "staff-centre",
        "centre",
        rf"(?P<kind>centre\s{{1,2}}(?:(?:inter)?departemental\s{{1,2}})?de\s{{1,2}}gestion"
        rf"(?:\s{{1,2}}de\s{{1,2}}la\s{{1,2}}fonction\s{{1,2}}publique\s{{1,2}}territoriale)?)(?:\s\(cdg\s?\d{{0,3}}\))?\s{SOME_LINK}",
        5,
        "{kind} {link}{}",
        "any",
    ),
    cue_of(
        "common-goods",
        "commission",
        rf"(?P<kind>commission\s{{1,2}}syndicale)\s{{1,2}}{SOME_LINK}",
        4,
        "{kind} {link}{}",
        "syndicate",
    ),
    cue_of(
        "departmental-agency",
        "agence",
        rf"(?P<kind>agence\s{{1,2}}(?:technique\s)?departementale(?:\s(?:d'ingenierie|d'aide\saux\s\w+))?)\s{{1,2}}{SOME_LINK}",
        4,
        "{kind} {link}{}",
        "any",
    ),
)
