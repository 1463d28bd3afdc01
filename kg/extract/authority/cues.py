"""The words that stand before the name of a collectivity, and what they prove."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """Words before a name: first letters (``keys``), the pattern that they open, what they prove (``weight``), how
    the name is written out (``{}``: the name itself) and what kind of collectivity they name."""

    rule: str
    keys: tuple[str, ...]
    pattern: re.Pattern[str]
    weight: int
    form: str = "{}"
    nature: str = "commune"


def _cue(rule: str, keys: str, pattern: str, weight: int, form: str = "{}", nature: str = "commune") -> Cue:
    return Cue(rule, tuple(keys.split("|")), re.compile(pattern), weight, form, nature)


OF = r"\s{1,3}(?:de\s{1,3}|d'\s?|du\s{1,3}|des\s{1,3})"
TOWN = rf"(?:la\s)?(?:commune(?:\snouvelle)?|ville|mairie|municipalite){OF}"
# What a syndicat is for, before its own name: « Syndicat mixte d'aménagement du bassin de la … ».
_PURPOSE = (
    r"(?:[\s']{1,2}(?:mixte|ouvert|ferme|intercommunal|interdepartemental|departemental|d|de|du|des|la|l|le|les|et|pour|a(?=\svocation)|en"
    r"|vocation|unique|multiple|scolaire|amenagement|gestion|traitement|collecte|valorisation|elimination|dechets"
    r"|menagers|ordures|menageres|eaux?|potable|assainissement|energies?|electricite|electrification|gaz|transports?"
    r"|bassins?|versants?|rivieres?|production|distribution|adduction|developpement|economique|numerique|transport"
    r"|alimentation|exploitation|construction|ramassage|irrigation|tourisme|touristique|enfance|jeunesse|transition"
    r"|energetique|mobilites?|publics?|milieux|aquatiques|prevention|inondations|crues|reseaux|chaleur|haut(?=\sdebit)"
    r"|debit|fibre|optique|multiples|vocations"
    r"|regroupement|pedagogique|entretien|etudes?|mise|valeur|protection|restauration|services?|rural|collectifs?)(?!\w))"
)
_SOME_LINK = r"(?P<link>(?:de\sl'|de\sla\s|du\s|des\s|de\s|d'))"
_ANY_LINK = r"(?P<link>(?:de\sl'|de\sla\s|du\s|des\s|de\s|d')?)"
CUES = (
    _cue("register-of-town", "registre", rf"registre\s{{1,3}}des\s[_ ]{{0,3}}deliberations[^.:]{{0,60}}?{TOWN}", 6),
    _cue("council-of-town", "conseil", rf"conseil(?:lers)?\s{{1,3}}municipa(?:l|ux)\s{{1,3}}(?:de\s)?{TOWN}", 6),
    _cue("town", "commune|ville|mairie", rf"(?:commune(?:\snouvelle)?|ville|mairie){OF}", 3),
    _cue("town-without-link", "commune", r"commune\s(?=[a-z]+-)", 2),
    _cue(
        "council-of",
        "conseil",
        r"conseil\s{1,3}municipal(?:\s{1,3}de\s|\s{1,3}d')(?!la\s{1,3}(?:commune|ville|seance|reunion|"
        r"derniere)|l'|cette|ce\b|pro)",
        3,
    ),
    _cue(
        "mayor-of",
        "maire",
        r"maire(?:\s{1,3}de\s(?!la\s(?:commune|ville))|\s{1,3}d')(?:la\s(?:commune|ville)\sde\s)?",
        3,
    ),
    _cue("hall-of", "hotel|salle", r"(?:hotel de ville|salle du conseil)(?:\s{1,3}de\s|\s{1,3}d')(?!la\s|l')", 1),
    _cue("social-centre-of-town", "c.c.a.s|ccas", r"(?:c\.c\.a\.s\.?|ccas)\s(?:de\s(?!la\s)|d')", 1),
    _cue(
        "register",
        "registre",
        r"registre\s{1,3}des\s[_ ]{0,3}deliberations\s{1,3}(?:de|d')\s?(?!la\s(?:commune|ville)|conseil|l'assemblee)",
        4,
        "{}",
        "any",
    ),
    _cue(
        "community",
        "communaute",
        rf"(?P<kind>communaute\s{{1,3}}(?:d'agglomeration|de\s{{1,3}}communes|urbaine))\s{{0,3}}{_ANY_LINK}\s?",
        5,
        "{kind} {link}{}",
        "grouping",
    ),
    _cue(
        "council-of-community",
        "conseil",
        r"conseil\s{1,3}communautaire\s{1,3}(?=(?!du\s|de\s|seance|reunion|ordinaire)[a-z][a-z' -]{5,50}\sdu\s\d)",
        3,
        "{}",
        "grouping",
    ),
    _cue(
        "metropolis",
        "metropole|eurometropole",
        r"(?P<kind>eurometropole|metropole)\s{1,3}(?P<link>(?:de\s|d'|du\s))",
        3,
        "{kind} {link}{}",
        "grouping",
    ),
    _cue(
        "council-of-metropolis",
        "conseil",
        r"conseil\s{1,3}de\s(?:la\s)?(?P<kind>metropole)\s{1,3}(?!de\s|d'|du\s|des\s)(?=[a-z])",
        4,
        "{kind} {}",
        "grouping",
    ),
    _cue(
        "establishment",
        "etablissement|epcc|office|oph|epic|regie|societe publique",
        r"(?P<kind>epcc|oph|epic|etablissement\s{1,3}public\s{1,3}de\s{1,3}cooperation\s{1,3}culturelle(?:\s{1,3}environnementale)?"
        r"|office\s{1,3}public\s{1,3}(?:de\s{1,3}l'habitat|d'habitat|d'h\.?l\.?m\.?|d'amenagement\s{1,3}et\s{1,3}de\s{1,3}construction)"
        r"|office\s{1,3}(?:de|du)\s{1,3}tourisme(?:\s{1,3}(?:intercommunal|communautaire|metropolitain))?)"
        rf"(?:\s\((?:epcc|oph|epic)\))?\s{{1,3}}[«\"]?\s?{_ANY_LINK}",
        4,
        "{kind} {link}{}",
        "establishment",
    ),
    _cue(
        "syndicate",
        "syndicat|synd1cat|syndlcat",
        rf"(?P<kind>synd[i1l]cat{_PURPOSE}{{0,14}}['\s]{{1,3}})",
        4,
        "{kind}{}",
        "syndicate",
    ),
    _cue(
        "syndicate-short",
        "siv|smi|sic|sia|sir|sid|s.i.|sme|sma|smt|sie|sit|syc|syd|sym",
        rf"(?P<kind>(?:sivom|sivu|sivos|s\.i\.v\.(?:u|o\.m|o\.s)\.?|smictom|sictom|smirtom|sirtom|siaepa?|sidompe|smaepa?|smep|smea|smeau?"
        rf"|siea|sieau|smitom|sitom|syctom|sydom|smtc|siah|siarp|sirp|sidom|syme|sieml)"
        rf"(?:\s(?:scolaire|periscolaire|forestier|sportif))?)\s{{1,3}}{_ANY_LINK}",
        4,
        "{kind} {link}{}",
        "syndicate",
    ),
    _cue(
        "community-short",
        "cc |c.c.",
        rf"(?P<kind>cc|c\.c\.)\s{_ANY_LINK}",
        3,
        "Communauté de communes {link}{}",
        "grouping",
    ),
    _cue(
        "fire-service",
        "service",
        rf"(?P<kind>service\s{{1,2}}departemental\s{{1,2}}d'incendie\s{{1,2}}et\s{{1,2}}de\s{{1,2}}secours)\s{_SOME_LINK}",
        6,
        "{kind} {link}{}",
        "any",
    ),
    _cue(
        "school-fund",
        "caisse|ca1sse|calsse",
        rf"(?P<kind>ca[i1l]sse\s{{1,2}}des\s{{1,2}}ecoles)\s(?:de\sla\s(?:ville|commune)\s)?{_SOME_LINK}",
        4,
        "{kind} {link}{}",
        "school-fund",
    ),
    _cue(
        "pole",
        "pole|petr",
        rf"(?P<kind>pole\s{{1,2}}(?:d'equilibre\s{{1,2}}territorial(?:\s{{1,2}}et\s{{1,2}}rural)?|metropolitain)|petr)"
        rf"\s{{1,3}}{_ANY_LINK}",
        4,
        "{kind} {link}{}",
        "syndicate",
    ),
    _cue(
        "metropolitan-pole",
        "pole",
        rf"(?P<kind>pole\s{{1,2}}metropolitain)\s{{1,3}}{_ANY_LINK}",
        6,
        "{kind} {link}{}",
        "grouping",
    ),
    _cue(
        "park",
        "parc",
        rf"(?P<kind>parc\s{{1,2}}naturel\s{{1,2}}(?:inter)?regional)\s{{1,3}}{_SOME_LINK}",
        4,
        "{kind} {link}{}",
        "syndicate",
    ),
    _cue(
        "assembly-overseas",
        "assemblee",
        r"assemblee\s{1,2}(?P<link>de\s(?:la\s)?)(?=(?:corse|guyane|martinique)(?!\w))",
        5,
        "Collectivité {link}{}",
        "overseas",
    ),
    _cue(
        "land-agency",
        "etablissement",
        rf"(?P<kind>etablissement\s{{1,3}}public\s{{1,3}}foncier(?:\s{{1,3}}local)?)\s{{1,3}}{_ANY_LINK}",
        5,
        "{kind} {link}{}",
        "any",
    ),
    _cue(
        "interest-group",
        "groupement|gip",
        r"(?:groupement\s{1,2}d'interet\s{1,2}public|gip)(?:\s\(gip\))?\s(?:denomme\s)?[«\"]?\s?(?!d[eu]s?\s|est\s|a\s|et\s)",
        5,
        "{}",
        "any",
    ),
    _cue(
        "overseas",
        "collectivite",
        rf"(?P<kind>collectivite(?:\s(?:territoriale|d'outre-mer))?)\s{{1,3}}{_SOME_LINK}",
        4,
        "{kind} {link}{}",
        "overseas",
    ),
    _cue(
        "european",
        "collectivite",
        r"(?P<kind>collectivite\s{1,3}europeenne)\s{1,3}(?P<link>d')",
        6,
        "{kind} {link}{}",
        "department",
    ),
    _cue(
        "territory",
        "etablissement|ept",
        r"(?P<kind>etablissement\s{1,3}public\s{1,3}territorial|ept)\s(?P<link>)",
        4,
        "{kind} {link}{}",
        "grouping",
    ),
    _cue(
        "department",
        "conseil",
        rf"(?:conseil\s{{1,3}}(?:departemental|general))\s{{1,3}}{_SOME_LINK}",
        5,
        "Département {link}{}",
        "department",
    ),
    _cue(
        "department-name", "departement", rf"departement\s{{1,3}}{_SOME_LINK}", 2, "Département {link}{}", "department"
    ),
    _cue(
        "region", "conseil", r"conseil\s{1,3}regional\s{1,3}(?:de\sla\s|du\s|des\s|de\s|d')", 5, "Région {}", "region"
    ),
    _cue("region-name", "region", r"region\s{1,3}(?=[a-z])", 2, "Région {}", "region"),
    _cue(
        "social-centre",
        "c.c.a.s|ccas|centre communal",
        rf"(?P<kind>c\.c\.a\.s\.?|ccas|centre communal d'action sociale)(?:\sde\sla\s(?:ville|commune))?\s{_SOME_LINK}",
        4,
        "{kind} {link}{}",
        "social-centre",
    ),
)
POSTAL = re.compile(r"(?<![\d-])\d{5}\s{1,2}(?=[a-z])")
