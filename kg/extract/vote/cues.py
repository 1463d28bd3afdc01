"""The formulas of a vote, on folded text."""

import re

from kg.text.cues import Holding, Led
from kg.text.word_starts import Begun

COUNTS = {label: f"vote/{label}" for label in ("for", "against", "abstention", "not_voting")}
# « unanimiïe », « unanirnité », « una- nimité », « lunaminité »: as scanned and as typed.
UNANIMOUS = Led(
    r"unani(?:m|rn)\w{1,7}\b|(?<![a-z]{2})una(?=[a-z1\s-]{0,8}m)[a-z1]{0,4}(?:-\s{1,2})?[a-z1]{2,8}\b",
    ("una",),
)
MAJORITY = Led(
    r"majorite(?<!secret et a la majorite)(?<!secret, a la majorite)(?<!secret a la majorite)"
    r"(?:(?<=a la majorite)|(?<=a une majorite)|(?<=grande majorite)|(?<=large majorite)|(?<=vote majorite)"
    r"|(?<=vote : majorite)|(?= ?\()"
    r"|(?<!la majorite)(?=\W{0,3}$))(?! (?:qualifiee|municipale|relative|absolue ?[:=]"
    r"|des (?:deux|membres (?:en exercice|du))))"
    # « des emplois majoritairement masculins » is no vote: its verb, or who votes, stands beside
    r"|majoritairement\b(?:(?<=(?:adopte|decide|votent|valide|comite) majoritairement)"
    r"|(?<=(?:adoptee|adoptes|accepte|validee|conseil) majoritairement)"
    r"|(?<=(?:adoptees|approuve|acceptee|syndical) majoritairement)"
    r"|(?<=(?:approuvee|municipal|assemblee) majoritairement)"
    r"|(?<=(?:vote) majoritairement)"
    r"|(?<=(?:votee) majoritairement)"
    r"|(?<=(?:communautaire) majoritairement)"
    r"|(?=[\s,:]{0,3}(?:adopt|approuv|accept|decid|vot|valid|favorabl|pour\b)))",
    ("majorit",),
)
# « Toutes les décisions ci-après ont été adoptées à l'unanimité », said once for all items.
UNANIMITY_OF_ALL = Led(
    r"\b(?:decisions|deliberations|points|rapports|propositions|questions|affaires|dossiers)\b[^.;:\n]{0,60}?"
    r"\b(?:ont (?:toutes |tous )?ete|sont(?: toutes| tous)?) (?:adopte|approuve|vote|prise|accepte)e?s?"
    r" a l'unanimite\b",
    ("decisions", "deliberations", "points", "rapports", "propositions", "questions", "affaires", "dossiers"),
)
# « adopté ; abstention des membres du groupe Valmont autrement »: not unanimous, whoever they are.
APART_AS_A_GROUP = Holding(
    r"\b(?:abstentions?|oppositions?|votes? contre) (?:de (?:la |l')?|des |du )(?:l'ensemble d\w+ |tous les )?"
    r"(?:(?:membres|elus|conseillers|representants) (?:du |de la |de l'|des ))?(?:groupes?|liste|opposition|minorite)\b"
    r"|\b(?:groupes?|liste|opposition|minorite)\b[^.;:]{0,50}?\b(?:s'abst(?:ient|iennent|enant)|s'est abstenue?"
    r"|se sont abstenus|(?:vote|votent|votant|a vote|ont vote) contre)\b",
    ("abst", "contre", "opposition"),
)
METHODS = {
    "main levée": r"mains?[ -]levee?s?\b",
    "électronique": (
        r"(?:vot(?:e|es|ent)|scrutin)(?: (?:par|au|moyen|d'un|via|voie|procede|systeme|boitiers?|de vote)){0,4}"
        r" electroniques?\b(?! (?:aux|lors|pour|des|du|de)\b)|boitiers? (?:de vote|electroniques?)\b"
    ),
    "scrutin secret": r"(?:scrutin|vote|bulletins?)s? secrets?\b",
    # « Le Président procède à l'appel nominal » tells who sits.
    "scrutin public": (
        r"(?:scrutin|vote) (?:public|nominatif|nominal)\b|par appel nominal\b"
        r"|(?<!procede )(?<!proceder )(?<!procedant )a l'appel nominal\b(?! des (?:membres|conseillers|delegues|elus))"
    ),
}
METHOD = Led(
    "|".join(f"(?P<m{i}>{shape})" for i, shape in enumerate(METHODS.values())),
    ("main", "vot", "scrutin", "boitier", "bulletin", "par appel nominal", "a l'appel nominal"),
)
# « soumet au vote à bulletins secrets »: the vote of the act is announced, however long before its decision.
HELD_BY = re.compile(
    r"\b(?:soumet|soumise?s?|met|mise?s?|passe|procede|procedons|(?:vote|scrutin|election) (?:aura|a eu) lieu"
    r"|apres (?:un )?vote|appelee?s? a (?:se prononcer|voter)|se prononce(?:nt)?)\b"
    r"[^.;]{0,60}$"
)
# « Modalité de vote : scrutin public », said once for all items.
METHOD_OF_ALL = Begun(
    r"\b(?:mode|modalite)s? (?:de|du) (?:vote|scrutin)s? ?: (?:au |a |par )?(?:l')?" + f"(?:{METHOD.pattern.pattern})",
    ("mode", "modalite"),
)
# An election told by its ballots was held as the item says elections are.
COUNTED_BALLOTS = Begun(
    r"\bbulletins? (?:blancs?|nuls?|trouves?)\b|\btour de scrutin\b[^.]{0,80}?\bvotants\b"
    r"|\bsuffrages? (?:declares? |reconnus? )?(?:blancs?|nuls?)\b|\benveloppes? (?:deposees?|trouvees?)\b"
    r"|\bbulletins?\b[^.;:]{0,40}? dans l'urne\b",
    ("bulletin", "tour de scrutin", "suffrage", "enveloppe"),
)
SECRET_BALLOT = Holding(rf"(?:{METHODS['scrutin secret']})", ("secret",))
# « à passer dans l'isoloir pour procéder au vote »
BOOTH = Holding(r"\b(?:dans|par|a) (?:l'|un )isoloirs?\b", ("isoloir",))
NOT_USED = re.compile(
    r"\bne pas\b|\bpas (?:de|proceder)|\bsauf\b|\bsi\b|\blorsque|\bpeut\b|(?<!a la )\bdemande|\bvu\b|\bconsiderant"
    r"|\barticle\b|\bdoit\b|\brenonc|\bdispens|\bsans\b|\bn'"
)
_BY_OTHERS = r" par (?:le (?!conseil|comite)|la (?!commission perm)|les\b|l'(?!assem))"
REJECTED = Holding(
    r"\b(?:deliberation|proposition|projet|motion|voeu|rapport|demande|resolution|question)\b[^.;\n]{0,80}?"
    rf"\b(?:est|a ete) (?:donc )?(?:rejete|repousse)e?\b(?!{_BY_OTHERS})"
    r"|\bn'(?:est|a) pas (?:ete )?(?:adopte|approuve)e?\b"
    r"|\b(?:conseil|assemblee|comite)\b[^.;:\n]{0,60}?\b(?:rejette|repousse)\b[^.;:\n]{0,40}?"
    r"\b(?:proposition|motion|voeu|projet|deliberation|demande)\b"
    r"|(?:^|(?<!/)\n|: ?)(?:rejete|repousse)e?\b(?! ?/)"
    r"|(?<=[.;»] )(?:rejete|repousse)e?(?= ?[.,(]| a l[' ]| par \d)"
    # « … de la ligne C Rejetée à la majorité – 8 pour – 25 contre », a row of a list
    r"|(?<=[\w»)] )(?:rejet(?:ee?s?)?|non adoptee?s?)"
    r"(?= ?(?:a la majorite|a l'unanimite|par \d|[(:–—-] ?\d|\d{1,3} (?:voix|pour|contre)))",
    ("rejet", "repousse", "non adopte", "pas adopte", "pas approuve", "pas ete adopte", "pas ete approuve"),
)
DEFERRED = Holding(
    r"\b(?:point|affaire|question|deliberation|dossier|projet|sujet|approbation|rapport|vote|objet|decision"
    r"|examen)\b[^.;\n]{0,80}?"
    r"\b(?:est|a ete|sera) (?:donc )?(?:ajourne|retire|reporte|differe)e?s?\b(?! de l'actif)"
    r"|\b(?:affaire|point|question|dossier|vote) (?:ajourne|reporte|retire)e?s?\b"
    r"|\b(?:affaire|point|question|dossier|sujet|examen)\b[^.;\n]{0,40}?"
    r"\best renvoye?e? (?:au?|devant|en) (?:(?:la|une) )?(?:prochaine?|seance|autre|commission)"
    r"|\b(?:conseil|assemblee|comite|bureau)(?: \w+)?,?[^.;:\n]{0,60}? (?:ajourne|reporte|differe) (?:sa |la |ce "
    r"|cette |le |l')(?:decision|vote|point|question|examen|deliberation|affaire|dossier|sujet)\b(?! du \d| n ?°)"
    r"|\bsursoit a (?:statuer|sa decision)(?=\s?[.,]|\s?$| sur (?:ce|cet|cette|la presente|le present)\b)"
    r"|(?:^|[.\n:–-] ?)(?:deliberation|projet|rapport|sujet|decision) (?:ajourne|reporte|retire)e?s?\b"
    r"|\b(?:deliberation|projet|rapport|sujet|decision) (?:ajourne|reporte|retire|differe)e?s?\b(?=\s*(?:[.;|\n]|$))"
    r"|(?:\bje |\bmaire |\bpresidente? )retire (?:le|la|ce|cette|l') ?(?:point|question|dossier|affaire|sujet|projet)\b"
    r"|\bretir\w+ de l'ordre du jour\b|(?:^|\n|[:—–-] ?)(?:ajourne|retire|reporte)e?\b ?(?:\n|\.|$)"
    r"|\b(?:deliberation|projet|rapport|sujet|decision|dossier|point|affaire|question)"
    r" (?:ajourne|reporte|retire|differe|renvoye|repousse)e?s? (?:a|au) (?:une? |la |l'|un prochain )?"
    r"(?:prochaine?|autre|ulterieure?|seance|reunion|conseil|date)\b"
    r"|\b(?:decide|convient|choisit|prefere|convenu)(?:nt)? (?:\w{2,12} )?(?:de |d')"
    r"(?:ajourn|report|retir|differ|renvoy)er (?:l[ea] |l'|sa |son |ce |cette )"
    r"(?:vote|point|dossier|decision|deliberation|question|examen|affaire|sujet)\b(?! du \d| n ?°)"
    r"|\bsursis a statuer sur (?:cette|la presente) deliberation"
    r"|\bsurseoir a statuer sur (?:ce|cet|cette|le present) (?:dossier|point|affaire|question|rapport|projet)\b",
    ("ajourne", "retir", "report", "differe", "sursis", "surseoir", "sursoit", "renvoy"),
)
# An item that decides to decide later: « décide d'ajourner la décision ».
PUTS_OFF = re.compile(
    r"(?:decide(?:nt)?,? )?(?:a (?:l'unanimite|la majorite)[^,.;:]{0,40},? )?"
    r"(?:\w+ ){0,4}?(?:de |d')?(?:ajourn|report|retir|differ|renvoy)\w{1,3} (?:a \w+ (?:\w+ )?)?(?:de l'ordre du jour"
    r"|(?:la |le |l'|ce |cette |son |sa |leur )(?:decision|affaire|examen|point|question|vote|deliberation|dossier"
    r"|projet de deliberation|sujet|adoption|approbation|debat|presentation)\b(?! ?n ?[°o]| du \d| en date))"
    # « d'ajourner cette demande »: what is retired or sent back may be a thing, what is put off is the item
    r"|(?:\w+ ){0,4}?(?:de |d')?(?:ajourn|report|differ|repouss)\w{1,3} (?:a \w+ (?:\w+ ){0,2})?"
    r"(?:(?:la|cette|sa|leur|ladite) (?:demande|proposition|discussion|requete|candidature)"
    r"|l'(?:etude|instruction) d(?:e |u |')"
    r"|(?:ce|cette|ledit|ladite) (?:projet|devis|motion|convention|achat|acquisition|vente|cession))\b"
    r"(?! ?n ?[°o]| du \d)"
    r"|(?:\w+ ){0,3}?(?:de )?(?:mettre|met|laisser|laisse) (?:en attente (?:ce|cette)|(?:ce|cette) \w+ en attente)\b"
    r"|(?:\w+ ){0,3}?(?:de )?(?:surseoir|surs(?:e)?oit|sursoient) a (?:(?:statuer|sa decision)"
    r"(?! sur (?:la|les?|l'|une?|des) ?(?:demande|permis|declaration|dossiers? de))"
    r"|cette (?:demande|proposition|decision)|ce (?:projet|dossier))"
)
# A body that does not approve: « n'approuve pas le devis », « décide de ne pas valider cette proposition ».
_APPROVES = r"(?:approuv|adopt|accept|valid)"
TURNS_DOWN = re.compile(
    r"(?:decide(?:nt)?,? )?(?:a (?:l'unanimite|la majorite)[^,.;:]{0,40},? )?"
    rf"(?:(?:n'|ne )?{_APPROVES}e(?:nt)? pas\b|n'(?:a|ont) pas {_APPROVES}e\b|de ne pas {_APPROVES}er\b"
    r"|de ne pas donner (?:une )?suite(?: favorable)? (?:a|au)\b"
    r"|(?:de )?(?:refuse|rejette)r?(?:nt)?, [^,]{4,40},"
    r"(?= (?:la|cette|le|ce|l') ?(?:demande|proposition|offre|projet))"
    r"|refuse(?:nt)? (?:la|cette|le|ce|l') ?(?:demande|proposition|offre|devis|projet|motion|voeu)\b)"
)
# « 5 contre et 1 abstention ; elle n'est pas retenue. La proposition initiale est adoptée par 6 voix »: another vote
TURNED_DOWN_BEFORE = re.compile(
    r"[;.,] [^;.]{0,80}\b(?:n'(?:est|a) pas (?:ete )?(?:retenue?|adoptee?|approuvee?)|(?:rejet|repouss)ee?)\b"
)
# « La commission n'ayant pas rendu son avis, ce rapport est retiré »: the item itself, whatever is told of others.
THIS_PUT_OFF = Holding(
    r"\b(?:ce|cet|cette|le present|la presente)"
    r" (?:rapport|point|projet(?: de deliberation)?|dossier|sujet|affaire|question|deliberation)"
    r" (?:est|a ete|sera) (?:donc |ainsi |finalement )?(?:retire|ajourne|reporte|differe|renvoye)e?\b"
    r"(?! (?:de l'actif|par (?:la|le) (?:commission|comite)))",
    ("retire", "ajourne", "reporte", "differe", "renvoye"),
)
ADOPTED = Holding(
    r"\b(?:deliberation|proposition|motion|voeu|rapport|proces[- ]verbal|compte[- ]rendu|resolution|ordre du jour)\b"
    r"[^.;\n]{0,120}?\b(?:est|sont|a ete|ont ete) (?:donc |ainsi )?(?:adopte|approuve|accepte"
    r"|valide)e?s?\b(?! par (?!\d))"
    r"|\b(?:compte[- ]rendu|proces[- ]?verbal) de la (?:reunion|seance|session) [^.;:\n]{0,60}?"
    r"(?:\d|[a-z]{3}) (?:adopte|approuve)\b"
    r"|\bproces[- ]verbal [^.;\n]{0,120}?\barrete a la presente seance\b"
    r"|\baccord (?:de tous|general|unanime)\b(?! (?:les|sur))"
    r"|\bs'abst\w+,?\s+(?:accepte|approuve|adopte|autorise)\b"
    r"|[—–|-] ?(?:adopte|approuve|valide)e?s?\W{0,4}$"
    r"|(?:^|\n|[.:] ?)\W{0,4}(?:adopte|approuve|valide)e?s?(?: a l[' ]| par \d|\W{0,3}(?:\n|$)|\.)"
    r"|\b(?:conseil|assemblee)(?: \w+)? (?:adopte|approuve|accepte|valide)\b|\bdeliberation (?:est )?(?:adopte"
    r"|approuve)e\b",
    ("adopte", "approuve", "accepte", "valide", "arrete a", "accord ", "s'abst"),
)
# On the text itself: a participle in capitals after words in small letters, or at the end of all that is printed.
STATUS = re.compile(
    r"(?<=[a-zà-ÿ0-9»)] )(?:(?P<adopted>(?:ADOPT|APPROUV|VOT)[ÉE]ES?)|(?P<rejected>REJET[ÉE]ES?)"
    r"|(?P<deferred>(?:AJOURN|RETIR|REPORT)[ÉE]ES?)|(?P<noted>ACT[ÉE]ES?|PRIS ACTE|DONT ACTE|PREND ACTE))(?![\w/])"
    r"|(?<=[\w»)|] )(?:(?P<adopted_last>(?:[Aa]dopt|[Aa]pprouv)(?:é|[ée]e)s?|Favorable)"
    r"|(?P<noted_last>[Aa]ctée?s?|Pren(?:d|ds|dre) acte|Pris(?:e d')? ?acte|Dont acte)"
    r"|(?P<rejected_last>Rejet(?:é|[ée]e)s?|Défavorable)|(?P<deferred_last>(?:Ajourn|Retir|Report)(?:é|[ée]e)s?))"
    r"(?= ?\n| ?$|\.? ?$| (?:\d{1,3} )?[Pp]age \d| (?:Communauté|Commune|Ville|Liste) d"
    r"| (?:L[ea]s? [\wÀ-ÿ-]|L'[a-zà-ÿ]|Fait |Pour extrait))"
)
STATUSES = {name: name.removesuffix("_last") for name in STATUS.groupindex}
NOTED = re.compile(
    r"\b(?:prend|pris|prendre|prennent|donne|donner|lui donne) acte\b|\bpris connaissance\b"
    r"|\b(?:prend|pris|prennent) (?:bonne )?note\b"
)
# What is added to a note and decides nothing.
ADDED = re.compile(r"(?:dit|precise|rappelle|indique|souhaite|souligne|remercie|regrette|constate)\b")

NAMED = Begun(
    r"(?<![a-z])(?:(?P<against>contre|(?<!l')oppositions?)"
    r"|(?P<abstention>abs?t?e?ntions?|abst\.?|(?:se sont abst|s'est abst|s'abst)\w{3,7})"
    r"|(?P<not_voting>(?:ne |n'(?:ont|ayant|a) )[a-z ]{0,18}(?:part|particip\w{1,4}(?: pas)?) (?:au|a ce) vote"
    r"(?:,? (?:en raison|compte tenu|conformement|au titre|du fait|en application|en vertu|eu egard|en tant|en leur"
    r"|en sa|en qualite|etant|pour)\b[^.;:()]{3,90}?)?"
    r"|non[- ]votants?|non[- ]participations?(?: au vote)?|nppv)) ?(?:\(s\) ?)?:(?! ?\d)",
    (
        *("contre", "opposition", "abs", "abt", "abe", "abn", "se sont abst", "s'est abst", "s'abst", "ne ", "n'ont "),
        *("n'a ", "n'ayant ", "non", "nppv"),
    ),
)
# « non-participation au vote de Mme X et M. Y »
NAMED_OF = Begun(
    r"\b(?:(?P<not_voting>non[- ]participations?(?: au vote)?)|(?P<abstention>abstentions?)|(?P<against>votes? contre))"
    r"(?= (?:de (?:m\b|mm\b|mmes?\b|monsieur|madame|messieurs|mesdames)"
    r"|d[e'] ?[a-z'-]{2,20} [a-z'-]{2,30}(?:,| et |\))))",
    ("non", "abstention", "vote contre", "votes contre"),
)
LIST_OF_ADOPTED = re.compile(r"\bdeliberations (?:approuvees|adoptees)\b(?!,| ou | et )")
ROW = re.compile(r"pour\s+contre\s+abs\w{5,10}\s+(?P<n>\d{1,3})\b(?!\s+\d)")
NAMED_NEXT = re.compile(r"\s+(?:mm?|mmes?|mlles?|monsieur|madame|messieurs|mesdames)\b")
BODY_NOTES = Holding(
    r"\b(?:conseil|assemblee|bureau|comite|commission permanente|elus|membres|conseillers|delegues)\b[^.;:]{0,120}?"
    r"\b(?:(?:prend|prennent|a pris|ont pris|donne|donnent) acte|(?:prend|prennent|a pris) (?:bonne )?note)\b"
    r"|\bil est pris acte (?:de la|du) present|\bdont acte\b|(?:^|\n|[.:>|•–-] ?)prend acte\b",
    (" acte", " note"),
)
