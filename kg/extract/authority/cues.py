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


def cue_of(rule: str, keys: str, pattern: str, weight: int, form: str = "{}", nature: str = "commune") -> Cue:
    """A cue as it is written below: its first letters parted by « | »."""
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
SOME_LINK = r"(?P<link>(?:de\sl'|de\sla\s|du\s|des\s|de\s|d'))"
ANY_LINK = r"(?P<link>(?:de\sl'|de\sla\s|du\s|des\s|de\s|d')?)"
CUES = (
    cue_of("register-of-town", "registre", rf"registre\s{{1,3}}des\s[_ ]{{0,3}}deliberations[^.:]{{0,60}}?{TOWN}", 6),
    cue_of("council-of-town", "conseil", rf"conseil(?:lers)?\s{{1,3}}municipa(?:l|ux)\s{{1,3}}(?:de\s)?{TOWN}", 6),
    cue_of("town", "commune|ville|mairie", rf"(?:commune(?:\snouvelle)?|ville|mairie){OF}", 3),
    cue_of("town-labelled", "commune|mairie", r"(?:commune|mairie)\s{0,2}:\s{0,2}(?=[a-z])", 2),
    cue_of("town-without-link", "commune", r"commune\s(?=[a-z]+-)", 2),
    # « MAIRIE MONTFLEURY (64) »
    cue_of(
        "town-in-department",
        "commune|mairie|ville",
        r"(?:commune|mairie|ville)\s(?=[a-z][a-z' -]{2,40}\s\(\d[\dab]\d?\))",
        3,
    ),
    cue_of(
        "council-of",
        "conseil",
        r"conseil\s{1,3}municipal(?:\s{1,3}de\s|\s{1,3}d')(?!la\s{1,3}(?:commune|ville|seance|reunion|"
        r"derniere)|l'|cette|ce\b|pro)",
        3,
    ),
    cue_of(
        "mayor-of",
        "maire",
        r"maire(?:\s{1,3}de\s(?!la\s(?:commune|ville))|\s{1,3}d')(?:la\s(?:commune|ville)\sde\s)?",
        3,
    ),
    cue_of("hall-of", "hotel|salle", r"(?:hotel de ville|salle du conseil)(?:\s{1,3}de\s|\s{1,3}d')(?!la\s|l')", 1),
    cue_of("social-centre-of-town", "c.c.a.s|ccas", r"(?:c\.c\.a\.s\.?|ccas)\s(?:de\s(?!la\s)|d')", 1),
    cue_of(
        "register",
        "registre",
        r"registre\s{1,3}des\s[_ ]{0,3}deliberations\s{1,3}(?:de|d')\s?(?!la\s(?:commune|ville)|conseil|l'assemblee)",
        4,
        "{}",
        "any",
    ),
    cue_of(
        "community",
        "communaute",
        rf"(?P<kind>communaute\s{{1,3}}(?:d'agglomeration|de\s{{1,3}}communes|urbaine))\s{{0,3}}{ANY_LINK}\s?",
        5,
        "{kind} {link}{}",
        "grouping",
    ),
    cue_of(
        "council-of-community",
        "conseil",
        r"conseil\s{1,3}communautaire\s{1,3}(?=(?!du\s|de\s|seance|reunion|ordinaire)[a-z][a-z' -]{5,50}\sdu\s\d)",
        3,
        "{}",
        "grouping",
    ),
    cue_of(
        "metropolis",
        "metropole|eurometropole",
        r"(?P<kind>eurometropole|metropole)\s{1,3}(?P<link>(?:de\s|d'|du\s))",
        3,
        "{kind} {link}{}",
        "grouping",
    ),
    cue_of(
        "council-of-metropolis",
        "conseil",
        r"conseil\s{1,3}de\s(?:la\s)?(?P<kind>metropole)\s{1,3}(?!de\s|d'|du\s|des\s)(?=[a-z])",
        4,
        "{kind} {}",
        "grouping",
    ),
    cue_of(
        "establishment",
        "etablissement|epcc|office|oph|epic|regie|societe publique",
        r"(?P<kind>epcc|oph|epic|etablissement\s{1,3}public\s{1,3}de\s{1,3}cooperation\s{1,3}culturelle(?:\s{1,3}environnementale)?"
        r"|office\s{1,3}public\s{1,3}(?:de\s{1,3}l'habitat|d'habitat|d'h\.?l\.?m\.?|d'amenagement\s{1,3}et\s{1,3}de\s{1,3}construction)"
        r"|office\s{1,3}(?:de|du)\s{1,3}tourisme(?:\s{1,3}(?:intercommunal|communautaire|metropolitain))?)"
        rf"(?:\s\((?:epcc|oph|epic)\))?\s{{1,3}}[«\"]?\s?{ANY_LINK}",
        4,
        "{kind} {link}{}",
        "establishment",
    ),
    cue_of(
        "syndicate",
        "syndicat|synd1cat|syndlcat",
        rf"(?P<kind>synd[i1l]cat{_PURPOSE}{{0,14}}['\s]{{1,3}})",
        4,
        "{kind}{}",
        "syndicate",
    ),
    cue_of(
        "syndicate-short",
        "siv|smi|sic|sia|sir|sid|s.i.|sme|sma|smt|sie|sit|syc|syd|sym",
        rf"(?P<kind>(?:sivom|sivu|sivos|s\.i\.v\.(?:u|o\.m|o\.s)\.?|smictom|sictom|smirtom|sirtom|siaepa?|sidompe|smaepa?|smep|smea|smeau?"
        rf"|siea|sieau|smitom|sitom|syctom|sydom|smtc|siah|siarp|sirp|sidom|syme|sieml)"
        rf"(?:\s(?:scolaire|periscolaire|forestier|sportif))?)\s{{1,3}}{ANY_LINK}",
        4,
        "{kind} {link}{}",
        "syndicate",
    ),
    # « S.I.A.E.P. de la Serre », « S.M. du bassin de la Serre »
    cue_of(
        "syndicate-dotted",
        "s.i.|s.m.|s. i.",
        rf"(?P<kind>s\.\s?[im]\.(?:\s?[a-z]\.){{0,4}}(?:\s?[a-z]\.?)?)\s{{1,3}}{SOME_LINK}",
        4,
        "{kind} {link}{}",
        "syndicate",
    ),
    cue_of(
        "community-short",
        "cc |c.c.",
        rf"(?P<kind>cc|c\.c\.)\s{ANY_LINK}",
        3,
        "Communauté de communes {link}{}",
        "grouping",
    ),
    cue_of(
        "school-fund",
        "caisse|ca1sse|calsse",
        rf"(?P<kind>ca[i1l]sse\s{{1,2}}des\s{{1,2}}ecoles)\s(?:de\sla\s(?:ville|commune)\s)?{SOME_LINK}",
        4,
        "{kind} {link}{}",
        "school-fund",
    ),
    cue_of(
        "pole",
        "pole|petr",
        rf"(?P<kind>pole\s{{1,2}}(?:d'equilibre\s{{1,2}}territorial(?:\s{{1,2}}et\s{{1,2}}rural)?|metropolitain)|petr)"
        rf"\s{{1,3}}{ANY_LINK}",
        4,
        "{kind} {link}{}",
        "syndicate",
    ),
    cue_of(
        "metropolitan-pole",
        "pole",
        rf"(?P<kind>pole\s{{1,2}}metropolitain)\s{{1,3}}{ANY_LINK}",
        6,
        "{kind} {link}{}",
        "grouping",
    ),
    cue_of(
        "park",
        "parc",
        rf"(?P<kind>parc\s{{1,2}}naturel\s{{1,2}}(?:inter)?regional)\s{{1,3}}{SOME_LINK}",
        4,
        "{kind} {link}{}",
        "syndicate",
    ),
    cue_of(
        "assembly-overseas",
        "assemblee",
        r"assemblee\s{1,2}(?P<link>de\s(?:la\s)?)(?=(?:corse|guyane|martinique)(?!\w))",
        5,
        "Collectivité {link}{}",
        "overseas",
    ),
    cue_of(
        "overseas",
        "collectivite",
        rf"(?P<kind>collectivite(?:\s(?:territoriale|d'outre-mer))?)\s{{1,3}}{SOME_LINK}",
        4,
        "{kind} {link}{}",
        "overseas",
    ),
    cue_of(
        "european",
        "collectivite",
        r"(?P<kind>collectivite\s{1,3}europeenne)\s{1,3}(?P<link>d')",
        6,
        "{kind} {link}{}",
        "department",
    ),
    cue_of(
        "territory",
        "etablissement|ept",
        r"(?P<kind>etablissement\s{1,3}public\s{1,3}territorial|ept)\s(?P<link>)",
        4,
        "{kind} {link}{}",
        "grouping",
    ),
    cue_of(
        "department",
        "conseil",
        rf"(?:conseil\s{{1,3}}(?:departemental|general))\s{{1,3}}{SOME_LINK}",
        5,
        "Département {link}{}",
        "department",
    ),
    cue_of(
        "department-name", "departement", rf"departement\s{{1,3}}{SOME_LINK}", 2, "Département {link}{}", "department"
    ),
    cue_of(
        "region", "conseil", r"conseil\s{1,3}regional\s{1,3}(?:de\sla\s|du\s|des\s|de\s|d')", 5, "Région {}", "region"
    ),
    cue_of("region-name", "region", r"region\s{1,3}(?=[a-z])", 2, "Région {}", "region"),
    cue_of(
        "social-centre",
        "c.c.a.s|ccas|centre communal",
        rf"(?P<kind>c\.c\.a\.s\.?|ccas|centre communal d'action sociale)(?:\sde\sla\s(?:ville|commune))?\s{SOME_LINK}",
        4,
        "{kind} {link}{}",
        "social-centre",
    ),
)
POSTAL = re.compile(r"(?<![\d-])\d{5}\s{1,2}(?=[a-z])")
