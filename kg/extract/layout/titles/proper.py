"""Names with an article, after what bears them: « lotissement Le Clos des Saules », « SCI L'Orée »."""

import re

# Whatever weak opener follows is a part of their name.
_BODY = re.compile(
    r"(?:association|soci[ée]t[ée]|entreprise|compagnie|r[ée]sidence|festival|fondation|collectif|restaurant)s? ?$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?<!\w)(?:lotissement|quartier|hameau|domaine|camping|g[îi]te|gymnase|stade|square|parc|parking|[ée]tang|moulin"
    r"|ch[âa]teau|ferme|auberge|caf[ée]|bar|cin[ée]ma|th[ée][âa]tre|m[ée]diath[èe]que|biblioth[èe]que|ludoth[èe]que"
    r"|(?:micro-)?cr[èe]che|multi-accueil|halte-garderie|ehpad|foyer|copropri[ée]t[ée]|lieu-?dit|gaec|earl|sci|sarl|sas"
    r"|zac|za|chorale|fanfare|troupe|coll[èe]ge|chemin)s? ?$",
    re.IGNORECASE,
)
# Others that a sentence may begin with in the same way: « … du gymnase Le Département aide … ».
_OTHERS = (
    r"(?!D[ée]partement|R[ée]gion|Pr[ée]f|Comit[ée]|Conseil|Commission|Code|Syndicat|Tr[ée]sor|Maire|Pr[ée]sident|Bureau"
    r"|Budget|Plan|Commune|Communaut[ée]|M[ée]tropole|Ville|Ministre|Gouvernement|Parlement|Parc|Service|Domaines?\b"
    r"|Centre\sde\s[Gg]estion|[ÉE]tat\b|Association|Agence|Office|Assembl|[ÉE]tablissement|Entreprise|Europe|Union)"
)
_PROPER = re.compile(rf"(?:L[ea]s?\s|Aux?\s|L['’]){_OTHERS}[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ]")


def names_next(said: str, text: str, at: int) -> bool:
    """Whether the article at ``at`` begins the name of what the words ``said`` right before it end with."""
    return bool(_BODY.search(said)) or (bool(_PLACE.search(said)) and _PROPER.match(text, at) is not None)
