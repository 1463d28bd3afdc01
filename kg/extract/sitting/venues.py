"""How a place of meeting begins, folded: its noun (« salle », « foyer »), or a number and a street."""

# Nouns that begin a place of meeting, folded.
VENUES = (
    r"(?:sa[l1]{2}es?|salon|hotel|mairie|siege|espace|maison|centre|residence|halles?|foyer|gymnase|auditorium|complexe|ecole|groupe\s+scolaire"
    r"|amphitheatre|theatre|hemicycle|palais|chateau|locaux|preau|college|lycee|mediatheque|bibliotheque|stade|domaine|prieure|abbaye|cinema"
    r"|chapelle|grange|moulin|pavillon|batiment|annexe|antenne|cantine|restaurant|manoir|casino|orangerie|pole|communaute\s+d|grande\s+salle"
    r"|petite\s+salle|ancien(?:ne)?\s+(?:mairie|ecole|hotel|gare|presbytere|marche|salle)|club[\s-]house|forum|maison)\b"
)
# « 9 allée des Tilleuls à Valmont, salle du conseil »: an address.
STREET = (
    r"\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:allee|rue|place|avenue|boulevard|chemin|route|cours|quai|square|impasse"
    r"|esplanade|promenade|mail|parvis)\s"
)
# The cells of a box that stands beside the opening sentence: « Présents : 15 », « en exercice : 19 ».
BOX_CELL = (
    r"(?:(?:nombre\s+de\s+)?(?:membres\s+|conseillers\s+|delegues\s+)?"
    r"(?:en\s+exercice|presents?|votants?|absents?|excuses?|representes?|pouvoirs?|procurations?|exprimes|quorum)\s*)"
)
