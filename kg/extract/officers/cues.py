"""What says who reports an item: a label, the verb of a report, who is given the floor. On folded text."""

import re

from kg.text.cues import Led
from kg.text.word_starts import Begun

LABEL = Led(r"\brapporteu(?:r|re|se)s?\s*(?:\([er]+\)\s*)?(?::|-|–|—|\s|(?=[.,]))\s*", ("rapporteu",))
# « Anne ROUX propose d'assurer le secrétariat »: herself, no report.
_ITSELF = (
    r"\s(?:d'(?:assurer|etre|occuper|exercer)|sa\scandidature"
    r"|de\s(?:se\s(?:presenter|porter|representer)|(?:l[ea]\s)?(?:presenter|representer|remplir)))"
)
REPORTS = Begun(
    r"(?<!\bla )(?<!\bde )(?<!\bcette )(?<!\ble )\b"
    r"(?P<verb>rapporte|expose(?!\s+(?:de\s+(?:m|mme|monsieur|madame)|des\s+motifs)\b)|presente(?!\s?:)|rappelle|commente"
    rf"|propose(?!{_ITSELF})"
    r"|informe|explique|indique|soumet|detaille|developpe|lit|resume|sollicite\s+(?=l'(?:autorisation|accord|avis|approbation|aval)\b)|prend\s+la\s+parole\s+(?:et|pour)\s+(?=\w)|rend\s+compte|donne\s+lecture|fait\s+(?:part|savoir|lecture|connaitre|l'expose|l'historique|le\s+point|etat|une\s+presentation|la\s+presentation|rapport))\b",
    (
        *("rapporte", "expose", "presente", "rappelle", "propose", "commente", "informe", "explique", "indique"),
        *("soumet", "detaille", "developpe", "lit", "resume", "sollicite", "prend", "rend", "donne", "fait"),
    ),
)
_OF = r"(?:\s+(?:de\b|d'|:)|(?=\s+du\b))"
GIVEN_FLOOR = Begun(
    rf"\b(?:sur\s+(?:le\s+)?rapport{_OF}|sur\s+(?:l[ae]\s+)?proposition{_OF}|(?:sur|apres|entendu|oui)\s+l'expose{_OF}"
    r"|(?:entendu|oui)(?=\s+(?:m|mme|mr|monsieur|madame)\b[^;:]{3,140}?\ben\s+s(?:on|a)\s+(?:rapport|expose|presenta))"
    rf"|(?:entendu|oui)\s+le\s+rapport{_OF}|(?:^|(?<=\n)|(?<=\n\s))rapport\s+de(?=\s+(?:m|mme|monsieur|madame)\b)"
    r"|\b(?:expose|rapport)\s+de(?=\s+(?:m|mme|mr|monsieur|madame)\b)|\bapres\s+expose\s+de\b|\bpresentation\s+par(?=\s+\w)|\bpresentation\s*:(?=\s+(?:m|mme|mr|monsieur|madame)\b)|\bsur\s+presentation\s+de\b"
    r"|(?:donne|passe|cede|laisse)\s+la\s+parole\s+a|parole\s+est\s+(?:donnee|cedee|passee|laissee)\s+a|rapport\s+(?:est\s+)?presente\s+par|presentee?\s+par)\s*:?\s*",
    (
        *("sur", "apres", "entendu", "oui", "rapport", "expose", "presentation", "donne", "passe", "cede", "laisse"),
        *("parole", "presente"),
    ),
)
# Before the heading of an item: who has the floor for it, or the label of its section.
ANNOUNCED = re.compile(
    r"\brapporteu(?:r|re|se)\s*(?:\([er]+\)\s*)?:\s*|\b(?:donne|passe|cede|laisse)\s+la\s+parole\s+a\s*|"
    r"(?P<verb>(?:presente|donne\s+lecture\s+du)\s+(?:le\s+)?rapport)\b"
)
OF_SECTION = re.compile(r"\brapporteu(?:r|re|se)s?\s+(?P<one>est)?")
EXECUTIVE = re.compile(
    r"(?:\b(?:m|mr|mme|monsieur|madame)\.?\s+)?"
    r"\b(?:le|la|du)\s+(?P<title>maire|presidente?)\b(?![\s-]+(?:adjoint|delegue)|\s+(?:de\s+(?:l'(?:executif|association"
    r"|assemblee\s+nationale|amicale|union)|la\s+republique|la\s+commission|la\s+societe)|d'une?\s|du\s+(?:club|jury)))"
)
VICE = re.compile(r"\b(?:le|la)\s(?P<title>vice[- ]presidente?)\s$")
# « Madame la Vice-Présidente expose »: who reports is not named; those who speak next only discuss.
UNNAMED = re.compile(r"\b(?:le|la)\s(?:vice[- ]presidente?|rapporteure?)\s(?:entendue?[\s,]*)?$")
MINUTES = re.compile(
    r"proces[- ]{0,3}verba|comptes?[- ]{0,3}rendus? (?:de la|du|des) (?:seance|conseil|dern|prec|reunion)"
)
