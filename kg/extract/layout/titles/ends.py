"""Signs that a title has ended that hold in any text.

Signs (who reports it, its matter code, its number, the running head) are read after the first words of a title, and not
after a word that asks for what follows (« … par M. NOIR »)."""

import re

from kg.extract.layout.titles.numbers import CODE, number_at
from kg.extract.layout.titles.people import ROSTER, is_listed, is_member
from kg.extract.layout.titles.shapes import is_stage
from kg.extract.layout.words import MATTERS
from kg.text.view import View

_SURNAME = r"(?:D['’]|d['’]|DE |de |LE |LA |Le |La )?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}(?:\s[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,})?"
_GIVEN = r"(?:[A-ZÀ-Þ]\.(?:\s?-\s?[A-ZÀ-Þ]\.)?|[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)\s"
_CIVILITY = r"(?:M\.|Mr\.?|Mme|Mlle|Monsieur|Madame)\s"
# « (M. NOIR) », « (Mme Anna NOIR, rapporteure) », « (le Président) », « (M. le Maire) ».
_REPORTER = re.compile(
    rf"\(\s?(?:[Rr]apporteure?\s?:?\s)?(?:{_CIVILITY}(?:{_GIVEN})?(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)"
    rf"|(?:{_CIVILITY})?[Ll][ea]\s(?:[Mm]aire|[Pp]r[ée]sidente?))(?:,[^()]{{3,60}})?\s?\)"
)
# « (Mme NOIR quitte la salle et ne participe pas au vote) », « (arrivée de M. NOIR) ».
_ASIDE = re.compile(
    r"\(\s?(?:l[ea]\s)?(?:(?:monsieur|madame|messieurs|mesdames|mme?s?|mm?\.?|mr)\s[^()]{2,90}?\s(?:quitte|sort|"
    r"ne (?:participe|prend|prennent|vote)|n'a pas|n'ont pas|a quitte|ont quitte|est sorti|sont sorti|"
    r"prend part|prennent part|participe|s'abst|est absent|sont absent|s'est|se retire|rejoint|arrive|entre|preside)|"
    r"(?:arrivee|depart|sortie|retour|entree) d|seance (?:est )?presidee|vote (?:a|au) |"
    r"a l'unanimite|unanimite|\d{1,3} (?:voix|pour|votants))"
)
# « 29 1 1 0 »: for, against, abstentions, beside a title; a rule of a table.
_COUNTS = re.compile(
    r"\d{1,3}(?: (?:\d{1,3}|[-–—])){3,5}(?= [A-ZÀ-Þ]|\s?$)|[-–—]{4,}|(?:[-–—] ){3,}|={4,}|\+-{2,}|\*{4,}|_{4,}|\.{4,}"
)
_ASKS_FOR_FIGURE = re.compile(r"(?<!\w)(?:lots?|tranche|phase|parcelles?|n\s?[°º]|numero|niveau|article|et|a|de)\s?$")
# « A. NOIR », « Anna NOIR » in the column beside a title.
_MEMBER = re.compile(rf"{_GIVEN}(?P<name>{_SURNAME})(?![\w'’-])(?=\s[A-ZÀ-Þ0-9«]|,\s[a-zà-ÿ]|\s?$|\s[a-zà-ÿ]{{4,}}e\s)")
# « école Anna NOIR », « RPA Anna NOIR »: what bears the name of a person.
_BEARS_NAME = re.compile(
    r"(?:ecoles?|colleges?|lycees?|creches?|residences?|rpa|ehpad|foyers?|salles?|gymnases?|stades?|piscines?|"
    r"complexes?|espaces?|parcs?|jardins?|squares?|places?|rues?|avenues?|boulevards?|allees?|impasses?|quais?|ponts?|"
    r"mediatheques?|bibliotheques?|theatres?|cinemas?|musees?|maisons?|centres?|groupes?|scolaires?|sportifs?|sociaux|"
    r"social|culturels?|loisirs|quartiers?|zac|zones?|immeubles?|batiments?|hotels?|hopital|fondations?|associations?|"
    r"comites?|prix|bourses?|tour|villas?|locaux|local|conservatoires?|internat|restaurants?|halle|hall)\s{0,2}[«\"“]?\s{0,2}$"
)
_MOVES = re.compile(
    rf"(?:Arriv[ée]e|D[ée]part|Sortie|Entr[ée]e|Retour)\s(?:de|d['’])\s?(?:{_CIVILITY}|{_GIVEN}[A-ZÀ-Þ]{{3}})"
)
# « Vente du presbytère Conseil du 11 avril 2018 L'an … »; « procès-verbal – séance du … » goes on.
_SITTING = re.compile(
    r"(?:Conseil (?:(?:[Mm]unicipal|[Cc]ommunautaire) )?|S[ée]ance |R[ée]union )du (?:\w{4,6}di )?"
    r"\d{1,2}(?:er)? \w{3,9} (?:19|20)\d\d"
)
_NAMES_SITTING = re.compile(r"(?:[-–—:,(«/]|verba(?:l|ux)|rendus?|pv)\s?$")
_PART = re.compile(r"\d{1,2}\.\d{1,2}\.?\s")  # « 2. Élection du maire 2.1. Présidence de l'assemblée »
_NUMBER = re.compile(
    r"[Nn]\s?[°º]\s?(?:[A-Z]{1,5}[-_./ ]\s?)?(?:20)?\d\d\s?[-_./–]\s?(?:[A-Z]{1,3}[-_.])?\d{1,4}(?![\d%])"
)
_MATTER = re.compile(r"(?P<code>[1-9]\.\d{1,2})(?:\.\d{1,2})?\.?\s?[-–—:]?\s(?=[a-z])")
_MATTER_ALONE = re.compile(r"\(\s?(?P<code>[1-9]\.\d{1,2})(?:\.\d{1,2})?\s?\)")  # « Vente du presbytère (3.2) »
# « … Autorisation de signer Pour : 57 »: the vote goes on the line of the title.
_VOTED = re.compile(
    r"(?:Pour|POUR|Contre|CONTRE|Abstentions?|ABSTENTIONS?|Votants|VOTANTS|Votes?\s(?:pour|contre))\s?:\s?"
    r"(?:\d{1,3}(?![\d.,]\d|\d|\w)|[-–/](?=\s)|[Nn]éant|[Aa]ucun)"
)
# « … la convention du centre de gestion 12 votes pour »: so do the figures alone.
_COUNTED = re.compile(
    r"\d{1,3}\s(?:(?:votes?|voix)\s(?:pour|contre)|abstentions?|(?:pour|contre)(?=\s?[,;/–-]?\s?\d|\s*(?:\n|$)))\b"
)
# « … avec le Département 24 délégués en exercice 17 présents »: so do those who sat.
_SAT = re.compile(
    r"\d{1,3}\s(?:membres?|conseillers?|delegues?|elus?)(?:\s(?:municipaux|communautaires|syndicaux|titulaires))?"
    r"\s(?:en\s(?:exercice|fonctions?)|presents?|votants?)\b|\d{1,3}\s(?:presents|votants)\b(?=[\s,;/–-]{1,3}\d)"
)
# A sentence that tells a price without a verb: « Coût 96 000 € HT ».
_PRICED = re.compile(
    r"(?:Co[ûu]t|Montant|Prix|Devis|D[ée]penses?|Bons?|Total|Estimation)\s(?:[a-zà-ÿ'’]{1,14}\s){0,5}"
    r":?\s?\d[\d ]{0,10}(?:,\d\d)?\s?[€¤]"
)
# « Pas de vote », « Trop cher en l'état ».
_UNDECIDED = re.compile(r"(?:Pas\s(?:de|d['’])|Trop\s[a-zà-ÿ])")
# « marché n° 2023-12 »: the number of something else.
_OTHER = re.compile(
    r"(?:(?:deliberation|dossier|marche|arrete|loi|lot|avenant|parcelle|section|decret|ordonnance|contrat|pret|la|du|de)s?"
    r"|n\s?[°º]|numero)\s?$"
)
# « Vente du presbytère COMMUNE DE MONTFLEURY L'an … »: a letterhead below the title of a text of one line.
_HEADED = (
    r"(?:COMMUNE|Commune|MAIRIE|Mairie|VILLE|Ville|D[ÉE]PARTEMENT|Département|ARRONDISSEMENT|Arrondissement"
    r"|CANTON|Canton)"
)
_LETTERHEAD = re.compile(
    rf"(?:{_HEADED}\s(?:(?:DE|DU|DES|de|du|des)\s(?:(?:LA|la)\s|(?:L|l)['’])?|[Dd]['’])[A-ZÀ-Þ][\w'’-]*"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’-]*|sur|en|sous|les|la|le|de|du|des)){0,4}?\s){1,4}"
    r"(?=L['’][Aa][Nn]\s|S[ée]ance\s|Extrait|EXTRAIT|Nombre\s(?:de|d['’])|Conseil\smunicipal\s|L[Ee]\s[Cc]onseil"
    r"|CONSEIL\sMUNICIPAL\s|R[ÉEée]publique|R[ÉE]PUBLIQUE|Date\sde|[ÉE]taient\s|Pr[ée]sents)"
    r"|Acte\srendu\sex|(?:Quorum|QUORUM|Domaine|DOMAINE|Service|SERVICE)\s?:\s"
)
# « Achat d'un broyeur Rapport retiré de l'ordre du jour ».
_PUT_OFF = re.compile(
    r"(?:Affaire|Point|Dossier|Question|Rapport|D[ée]lib[ée]ration|Projet)\s(?:est\s)?"
    r"(?:retir[ée]|ajourn[ée]|report[ée]|supprim[ée]|diff[ée]r[ée])e?(?!\w)"
)
# « Vente du presbytère Président de séance : M. NOIR », « … Commission : Finances ».
_CHAIRED = re.compile(
    r"(?:Pr[ée]sidente?|Secr[ée]taire)\s(?:de|DE)\s(?:(?:la|LA)\s)?[Ss][ée]ance\s?:|Commissions?\s(?:comp[ée]tentes?\s?)?:\s"
)
# Signs that begin with a capital, and which.
_SIGNS = (
    (_CHAIRED, "CPS"),
    (_MOVES, "ADSER"),
    (_PRICED, "CMPDBTE"),
    (_UNDECIDED, "PT"),
    (_VOTED, "PCAV"),
    (_PUT_OFF, "APDQR"),
)
_SIGNS_OF = {
    letter: tuple(sign for sign, letters in _SIGNS if letter in letters) for _, letters in _SIGNS for letter in letters
}
SHORTEST, MANY_GROUPS = 8, 3
LONGEST_THEME = 3  # words


def ends_title(view: View, start: int, at: int) -> bool:
    """True where a title that began at ``start`` ended right before the word at ``at``."""
    text = view.text
    if at - start < SHORTEST or at >= len(text):
        return False
    first = text[at]
    if first == "(":
        aside = _ASIDE.match(view.folded, at) or _is_matter_alone(text, at)
        return bool(aside) or _names_member(view, start, _REPORTER.match(text, at))
    if first.isdigit():
        if (part := _PART.match(text, at)) and is_stage(view, part.end()):
            return True
        sat = _SAT.match(view.folded, at) and not _OTHER.search(view.folded, max(0, at - 16), at)
        voted = bool(sat) or _COUNTED.match(view.folded, at) is not None
        return voted or _is_matter(view, at) or _is_counts(view, at) or _is_code(view, at)
    if first in "-–—=+*_." and _COUNTS.match(text, at):
        return True
    if first in "nN" and _NUMBER.match(text, at):
        return not _OTHER.search(view.folded, max(0, at - 16), at)
    if not first.isupper():
        return False
    if first in "CD" and _is_code(view, at):
        return True
    if first in "CSR" and _SITTING.match(text, at):
        return not _NAMES_SITTING.search(view.folded, max(0, at - 16), at)
    signs = _SIGNS_OF.get(first, ())
    return any(sign.match(text, at) for sign in signs) or _is_beside(view, start, at) or _is_letterhead(view, at)


def _is_letterhead(view: View, at: int) -> bool:
    """A letterhead in one line, not « Convention SPA – Commune de Montfleury »."""
    if view.text[at] not in "ACDMQSV" or not _LETTERHEAD.match(view.text, at):
        return False
    return not _NAMES_SITTING.search(view.folded, max(0, at - 16), at)


def _is_beside(view: View, start: int, at: int) -> bool:
    """« A. NOIR » of the list of members, in the column beside the title."""
    member = _MEMBER.match(view.text, at)
    if member is None or (member[0][1] != "." and _BEARS_NAME.search(view.folded, max(start, at - 24), at)):
        return False
    return is_member(view.text, member[0], min(start, ROSTER))


def _is_counts(view: View, at: int) -> bool:
    """The columns of the votes: most are figures, and nobody votes in one of them."""
    counts = _COUNTS.match(view.text, at)
    if counts is None or asks_for_figure(view, at):
        return False
    return " 0" in counts[0] or " - -" in counts[0]


def asks_for_figure(view: View, at: int) -> bool:
    """« … n° », « … lot »: a figure that follows is a part of the title."""
    return _ASKS_FOR_FIGURE.search(view.folded, max(0, at - 12), at) is not None


def _is_code(view: View, at: int) -> bool:
    """« 2025-10-30-DCM-01 », « DEL2023-014 »: an act's own code, printed after its title."""
    code = CODE.match(view.folded, at)
    if code is None or _OTHER.search(view.folded, max(0, at - 16), at):
        return False
    groups = sum(part.isdigit() for part in re.split(r"[^0-9]+", code[0]))
    return groups >= (MANY_GROUPS if code[0][0].isdigit() else 2) and number_at(view, at) is not None


def _names_member(view: View, start: int, found: re.Match[str] | None) -> bool:
    """A name of the list of members above; « (le Maire) » needs none."""
    if found is None:
        return False
    name = found["name"]
    return name is None or is_listed(view.text, name, min(start, ROSTER))


def is_section(view: View, start: int, ordinal: int) -> bool:
    """« FINANCES 7.1 Décision … »: a theme, then an act's own place; longer words are a title and its matter."""
    return not _is_matter(view, ordinal) or len(view.text[start:ordinal].split()) <= LONGEST_THEME


def _is_matter_alone(text: str, at: int) -> bool:
    alone = _MATTER_ALONE.match(text, at)
    return alone is not None and alone["code"] in MATTERS


def _is_matter(view: View, at: int) -> bool:
    """« 7.5 Subventions »: a code of the préfecture's nomenclature (@CTES) with the first word of its matter."""
    code = _MATTER.match(view.folded, at)
    return code is not None and view.folded.startswith(MATTERS.get(code["code"], ("\0",)), code.end())
