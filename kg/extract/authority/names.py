"""Names of communes, groupings and departments as printed after « commune de », « Communauté de communes », …"""

import re
from dataclasses import dataclass

from kg.extract.act import Zone
from kg.model import Span
from kg.text.view import fold_same_length

# « Saint-Rémy-sur-Avre », « L'Isle », « La Ferté Saint-Aubin », « Bassin de Bourg-en-Bresse », « « Cœur de Brenne » ».
_WORD = r"(?:[LDld]['’]\s?)?[A-ZÀ-ÖØ-ÞŒ][\w'’œ]*(?:\s?-\s?[\w'’œ]+)*"
_LINK = r"(?:&|de\sla|de\sl['’]|d['’]|de|du|des|la|le|les|sur|sous|en|et|l[èe]s|aux?|à|l['’]|[-–—])"
NAME = re.compile(
    rf"(?:[«\"“]\s?)?(?P<name>(?:(?:La|Le|Les|L['’]|la|le|"
    rf"les)\s)?{_WORD}(?:\s{{1,2}}(?:{_LINK}\s?){{0,2}}{_WORD}){{0,7}})"
)
# Words that cannot belong to a name: what follows it in a heading.
_STOP = re.compile(
    r"(?:^|(?<=[\s-]))(?:conseils?|comites?\b|extraits?|seances?|registres?|departements?|arrondissements?|"
    r"cantons?|proces|comptes?|deliberations?|listes?|republique|nombre|session|date|l'an\b|an\s|"
    r"objet|lundi|mardi\b|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"janvier|fevrier|mars\s|avril\b(?!-)|mai\s|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"legalement|regulierement|dument|etaient|presents?|membres|bureau\b|commission|mairie|"
    r"commune|ville\sde|monsieur|madame|m\.|mme|maire\b(?<!e\smaire)|presidente?|president|arrete|hotel|"
    r"direction|service|place\b(?<!\bde\splace)|rue\b(?<!\bde\srue)|avenue|tel(?:eph\w*)?\b|fax|www|pv\b|affaire|decision|folio|page\b|n°|s'est|"
    r"se\sreunit|le\s(?=\d|lundi|conseil|quorum)|reuni|annee|du\s(?=\d|mardi|registre|conseil)|"
    r"liberte|ordre|sous\b(?!-)|le\scompte|convocation|adoptee?s?\b|il\b|elle\b|secretaire|transmis|"
    r"publie|envoye|recue?s?\b|deux(?=[\s-]mil)|mil{1,2}e?(?=\s(?:deux|neuf)|[\s-]vingt|\s\d|$)|numero|titre|exercice|absents?|approbation|certifie|accuse|"
    r"ci-apres|representee?|a\sete|adresse|siret|siren|en\sexercice|code|cedex|afferents|"
    r"l[e']\s?quorum|du\sdepartement|vu\b|considerant|qui\b|ce\sjour|ainsi|ont\b|a\sla|au\s|"
    r"deliberant|affichage|exemplaire|signature|lettres?\b|compte|habitant|fait|pour\s|article|jury|"
    r"b\.?p\.?(?!\w)|cs(?!\w)|kumun(?:iezh\w*)?\b|ti[\s-]ker\b|herriko\b|c[ou]muna\b|merria\b|ajuntament|gemeinde\b|cette\b(?!-)|tribunal|region\b|conformement|par\s|dans\s|apres|etant|procede|suivant|demande|"
    r"autorisation|avis|plans?\b(?!-)|adhesion|projet|travaux|vote|budget|rapport|salle\b(?!-)|nous\b|votants?|"
    r"excuses?|pouvoirs?|sm\b|cm\b|seance\b|et\sles?\s|informations?|chargee?s?\b(?<!\bde\scharge)(?!-)|ouverture|presidence)"
)
# « PETR Pays de Serre Pôle d'équilibre … »: the kind again, written out.
_OTHER_KIND = re.compile(
    r"(?<!\w)(?:pole\s(?:d'equilibre|metropolitain)|syndicat\s|etablissement\spublic|siege\s(?:social|:))"
)
# « VILLE DE MONTFLEURY N° 12 », « COMMUNE DE VALBRUNE F »: the head of a number, noise.
_LONE_LETTER = re.compile(r"\s[A-Z]\s?$")
# « VILLE DE MONTFLEURY Gard », « COMMUNE DE KER-VALMONT Kumun Ker-Valmont »: what follows is written otherwise.
_OTHER_CASE = re.compile(r"(?<=[A-ZÀ-ÖØ-Þ'’]{3})(?<!\bSTE)(?<!SAINT)(?<!SAINTE)\s(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’]{2})")
_CUT_HYPHEN = re.compile(r"(?<=[A-Za-z]-)\s?\n")  # « la commune de Saint-⏎Avolin »
# « Montfleury-surOurcq »: the hyphen at the end of a line was taken for that of a cut word.
_LOST_HYPHEN = re.compile(r"(?<=-)(?P<link>sur|sous|l[eè][sz]?|la|en|de|du|des|aux?)(?=[A-ZÀ-Þ][a-zà-ÿ])")
LONGEST = 90
_NO_KEY = re.compile(r"[\W_]+")
_CUE_BEFORE = 10  # « [COMMUNAUTÉ DE COMMUN]ES DU »: the cue is in capitals
_ARTICLES = ("la", "le", "les", "l'", "l’")  # « DE LA », and the name on the next line


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands."""

    name: str
    span: Span


def name_at(zone: Zone, at: int, *, of_town: bool = False) -> Named | None:
    """The name printed at an offset, up to the words of the heading that follow it."""
    found = NAME.match(zone.view.text, at, min(zone.end, at + LONGEST))
    if found is None:
        return None
    start, end = found.span("name")
    if stop := _STOP.search(zone.view.folded, start, end):
        end = stop.start()
    if other := _OTHER_KIND.search(zone.view.folded, start + 1, min(zone.end, end + LONGEST)):
        end = min(end, other.start())
    if letter := _LONE_LETTER.search(zone.view.text[start:end]):
        end = start + letter.start()
    if number := re.search(r"\s[-–—]\s(?=\d)", zone.view.text[start:end]):
        end = start + number.start()  # « Syndicat mixte de la Serre - 3 rue du Port »
    if of_town and (link := re.search(r"\s[-–—]\s|\s(?:et|à|ET)\s|(?<![A-Za-z]-)\n", zone.view.text[start:end])):
        end = start + link.start()
    in_capitals = of_town or zone.view.text[max(0, at - _CUE_BEFORE) : at].isupper()
    if in_capitals and (other := _OTHER_CASE.search(zone.view.text[start:end])):
        end = start + other.start()
    name = re.sub(rf"(?:[\s'’-]|\s{_LINK})+$", "", zone.view.text[start:end], flags=re.IGNORECASE)
    name = name.strip(" -–—'’\n")
    return (
        Named(
            _LOST_HYPHEN.sub(r"\g<link>-", " ".join(_CUT_HYPHEN.sub("", name).split())), Span(start, start + len(name))
        )
        if (len(name) >= 2 and name[0].isupper() and name.lower() not in _ARTICLES)
        or (name[:2] in ("la", "le") and len(name) > 4)
        else None
    )


def with_hyphen(name: str) -> str:
    """« Montfleury-sur-Ourcq » for « Montfleury-surOurcq »."""
    return _LOST_HYPHEN.sub(r"\g<link>-", name)


def key_of_name(name: str) -> str:
    """A name without case, accents, hyphens and spaces, to compare its mentions."""
    return _NO_KEY.sub("", fold_same_length(name))
