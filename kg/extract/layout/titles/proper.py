"""Names with an article, after what bears them: « lotissement Le Clos des Saules », « SCI L'Orée »."""

import re

from kg.extract.layout.titles.people import ROSTER
from kg.extract.layout.words import OPENER

# Whatever weak opener follows is a part of their name.
_BODY = re.compile(
    r"(?:association|soci[ée]t[ée]|entreprise|compagnie|r[ée]sidence|festival|fondation|collectif|restaurant)s? ?$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<!\w)(?:lotissement|quartier|hameau|domaine|camping|g[îi]te|gymnase|stade|square|parc|parking|[ée]tang|moulin"
    r"|ch[âa]teau|ferme|auberge|caf[ée]|bar|cin[ée]ma|th[ée][âa]tre|m[ée]diath[èe]que|biblioth[èe]que|ludoth[èe]que"
    r"|(?:micro-)?cr[èe]che|multi-accueil|halte-garderie|ehpad|foyer|copropri[ée]t[ée]|lieu-?dit|gaec|earl|sci|sarl|sas"
    r"|zac|za|zae|zi|chorale|fanfare|troupe|coll[èe]ge|chemin|espace|maison|centre|p[ôo]le|complexe|club|aire|bois"
    r"|(?:zones?|parc) (?:d'activit[ée]s?|artisanale|industrielle|commerciale)|[ée]coles? (?:primaire|maternelle"
    r"|[ée]l[ée]mentaire|priv[ée]e|publique)|(?:groupe|restaurant|accueil) (?:scolaire|p[ée]riscolaire|de loisirs)"
    r"|(?:salle|centre|complexe|maison|espace) (?:polyvalente?|communale?|municipale?|culturel|social|sportif"
    r"|associatif|multi-activit[ée]s|de (?:loisirs|sant[ée]|retraite)|des f[êe]tes))s? ?$",
    re.IGNORECASE,
)
# Others that a sentence may begin with in the same way: « … du gymnase Le Département aide … ».
_OTHERS = (
    r"(?!D[ée]partement|R[ée]gion|Pr[ée]f|Comit[ée]|Conseil|Commission|Code|Syndicat|Tr[ée]sor|Maire|Pr[ée]sident|Bureau"
    r"|Budget|Plan|Commune|Communaut[ée]|M[ée]tropole|Ville|Ministre|Gouvernement|Parlement|Parc|Service|Domaines?\b"
    r"|[ÉEé]lus?\b|Membres?|Adjoint|Conseill|Habitant|Parent|Centre\sde\s[Gg]estion"
    r"|[ÉE]tat\b|Association|Agence|Office|Assembl|[ÉE]tablissement|Entreprise|Europe|Union)"
)
_PROPER = re.compile(rf"(?:L[ea]s?\s|Aux?\s|L['’]){_OTHERS}[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ]")
# « Anna Le Noir »
_GIVEN = re.compile(r"(?<!\w)(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?) ?$")
_SURNAME = re.compile(r"L[ea]s? [A-ZÀ-Þ][\w'’-]+")
# « … de la toiture de l'école Vu le code », « … de la salle Nombre de conseillers »: nothing bears such a name.
_STREET = re.compile(
    r"(?<!\w)(?:salle|[ée]cole|place|rue|avenue|impasse|chemin|coll[èe]ge|all[ée]e|boulevard|route|lieu-?dit) ?$", re.I
)
_EXECUTIVE = r"L[ea]\s(?:[Mm]aire|[Pp]r[ée]sidente?|[Rr]apporteure?)"
_NO_NAME = re.compile(
    r"V[Uu]S?\s?[,:]?\s|C(?:onsid[ée]r|ONSID[ÉE]R)|(?:Monsieur|Madame|M\.|Mme)\sl[ea]\s(?:[Mm]aire|[Pp]r[ée]sidente?)\b|"
    r"Madame,\sMonsieur|Mesdames|L['’][Aa][Nn]\s(?:[Dd]eux|DEUX|[Mm]il|20)|L[Ee]\s\d{1,2}\s[a-z]|Il\s(?:est|a|convient|s['’]agit|y)\s|"
    rf"IL\sEST|E(?:xpos[ée]|XPOS[ÉE])\b|\(?Rapporteur|RAPPORTEUR|Sur\s(?:le\s)?rapport|Sur\s(?:la\s)?proposition|"
    r"N(?:ombre|OMBRE)\s(?:de|DE)|Nbre\s|E[Nn]\s[Ee]xercice|EN\sEXERCICE|Membres\s|Effectif|D(?:ate|ATE)\s[dD]|Pr[ée]sents?\s?:|"
    r"PR[ÉE]SENTS?\s?:|[ÉE]taient\s|[ÉE]TAIENT\s|L[Ee]\s(?:[Cc]onseil|CONSEIL|[Qq]uorum|QUORUM|[Bb]ureau|[Cc]omit[ée])\b|"
    rf"{_EXECUTIVE}\s(?:informe|expose|rappelle|propose|indique|pr[ée]sente|explique|fait|donne|pr[ée]cise|soumet)|"
    r"Apr[èe]s\sen|APR[ÈE]S\sEN|Conform[ée]ment\s|Dans\sle\scadre|Afin\s|Compte\stenu|Par\sd[ée]lib|Votants|"
    r"(?:M\.|Mme|Monsieur|Madame)\s[A-ZÀ-Þ][^,.;:]{3,40}?(?:,\s[^,.;:]{3,60},)?\s(?:expose|pr[ée]sente|rapporte|rappelle|"
    r"propose|informe|explique|indique)|"
    r"D[ée]lib[ée]ration\s?[n:]|D[ÉE]LIB[ÉE]RATION\s?[nN:]|N\s?[°º]|Num[ée]ro\s?:|Acte\s[nN]|"
    r"Secr[ée]taire\s|SECR[ÉE]TAIRE\s|Suite\s(?:à|aux?)\s"
)


_PERSON = re.compile(r"M(?:on|es)sieur|Mesdames|Madame|M(?:M|mes?|r)?\.?\s|MADAME|MONSIEUR|MME|Mlle")


def bears_name(said: str) -> bool:
    """Whether the words ``said`` end with a place that may be called something: « … de l'école »."""
    return bool(_STREET.search(said))


def breaks_name(said: str, text: str, at: int) -> bool:
    """Whether what stands at ``at`` is no name of the place that the words ``said`` right before it end with."""
    if not bears_name(said):
        return False
    opens = OPENER.match(text, at) is not None and not _PERSON.match(text, at)
    return opens or _NO_NAME.match(text, at) is not None


def names_next(said: str, text: str, at: int) -> bool:
    """Whether the article at ``at`` begins the name of what the words ``said`` right before it end with."""
    placed = bool(_PLACE.search(said)) and _PROPER.match(text, at) is not None
    return bool(_BODY.search(said)) or placed or _is_surname(said, text, at)


def _is_surname(said: str, text: str, at: int) -> bool:
    """« … de la halle Anna Le Noir rejoint la séance »: a member of that name is listed above."""
    given, surname = _GIVEN.search(said), _SURNAME.match(text, at)
    return (
        given is not None
        and surname is not None
        and text.find(f"{given['name']} {surname[0]}", 0, min(at - len(said), ROSTER)) >= 0
    )
