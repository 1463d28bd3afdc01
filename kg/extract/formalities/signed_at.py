"""Where an act is signed: the formulas that announce a signature, its place and its date.

« Fait à …, le … », « Pour extrait conforme », « Valmont, le … », « Signé par … Date : … », and the foot of an act: a
title on its own line with a name below.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import cast

from kg.extract.act import Mention, Zone, once
from kg.model import Span
from kg.text.cues import Holding, Led, matches_at, matches_at_cues
from kg.text.dates import find_dates
from kg.text.found import Found
from kg.text.view import collapse
from kg.text.word_starts import Begun, word_positions

_SIGNS = Begun(
    r"\bpour\s+l[ea]\s+(?:maire|presidente?)(?:\s+d(?:u|e\s+la|e)\s+[\w\s']{3,40}?)?[\s,]{1,3}(?:et\s+)?par\s+delegation\b"
    r"|\bpour\s+l[ea]\s+(?:maire|presidente?)\s+(?:empechee?|absente?)\b"
    r"|\bpar\s+delegation\s+d(?:u|e\s+la)\s+(?:maire|presidente?)\s*,?\s+(?=l'adjoint|l[ea]\s+(?:premi|\d|vice|adjoint|direct|conseill))"
    r"|\bpour\s+l[ea]\s+(?:maire|presidente?)\s*,\s*(?=l'adjoint|l[ea]\s+(?:premier|deuxieme|troisieme|\d|vice|adjoint|direct|conseill))"
    r"|\bcertifie[^.;:]{0,40}\scaractere\s+executoire\s+d(?:e\s+la|e\s+cet?(?:te)?|u)\s+[\w\s]{4,24}?\s+(?=l[ea]\s+(?:maire|president))"
    r"|\bcertifie(?:e|\s+le\s+caractere)?\s+executoire\s*[,.]?\s*(?=l[ea]\s+(?:maire|president))|\bpour\s+(?:extrait|copie|expedition|ampliation)\b(?:\s+(?:certifiee?\s+)?conforme\b)?"
    r"|\b(?:extrait|copie|certifiee?)\s+(?:certifiee?\s+)?conforme\b"
    r"|\bfait\s+(?:en\s+mairie|en\s+seance|les\s+jours?|et\s+delibere|et\s+arrete|et\s+clos)\b|\bainsi\s+(?:fait|delibere)\b"
    r"|\bdelibere\s+(?:les\s+jours?|en\s+seance)|\bseance\s+(?:(?:[\w']+\s+){0,6}est\s+)?(?:levee|close)"
    r"|\b(?:seance|reunion|conseil)\s+(?:s'acheve|prend\s+fin|se\s+termine|s'est\s+(?:acheve|termine)e?|est\s+terminee?)\b"
    r"|\bvu\s+pour\s+(?:etre\s+)?affich\w{1,4}|\bfin\s+(?:de\s+(?:la\s+)?(?:seance|reunion)|du\s+conseil)\b"
    r"|\bont\s+signe\b|\bsuivent\s+les\s+signatures|\bsont\s+les\s+signatures|\bsigne\s+(?:\w+ment\s+)?par\b|\bsigne\s+\w+ment\s+le\b",
    (
        *("pour", "extrait", "copie", "certifie", "fait", "ainsi", "delibere", "seance", "fin", "ont", "suivent"),
        *("sont", "signe", "reunion", "conseil", "vu", "par"),
    ),
)
# « Le secrétaire de séance Le Maire, … », « Valmont, le 28 janvier 2020 Le Président, … »: titles without a formula.
_TITLES = Begun(
    r"\b(?=l[ea]\s+secretaire\s+de\s+seance\s*,?\s+l[ea]\s+(?:maire|president))"
    r"|\b(?=l[ea]\s+(?:maire|presidente?)(?:\s+de\s+(?:la\s+)?seance)?\s*,?\s+l[ea]\s+secretaire\b)"
    # « Le Maire, Le Maire, … »: two certificates side by side
    r"|\b(?=l[ea]\s+(?P<twice>maire|presidente?)\s*,?\s+l[ea]\s+(?P=twice)\b)"
    r"|\b(?<!seance )(?<!seance, )(?<!secretaire, )"
    r"(?=l[ea]\s+(?:maire|presidente?)[^.;:]{0,40}?[\s,.:]{1,3}signee?\s*[:.]?\s)"
    r"|\bl[ea]\s+\d{1,2}(?:er)?\s+[a-z]{3,9}\s+20\d\d\s*,?\s+(?=l[ea]\s+(?:maire|president)e?\s*,)",
    ("le ", "la "),
)
_LE = r"(?:[Ll]e|LE)\b"
_DONE_AT = re.compile(
    r"\b(?:[Ff](?:ait|AIT)|(?:Ainsi\s)?[Dd]élibéré(?=\sà\s))\s+(?:(?:et|ET)\s+\w+\s+)?(?:(?:en\s+[\w\s]{3,20}\s)?(?:[àaÀA]|aux?|AUX?)\s+|en\s+(?=[Mm]airie\b[^.;]{0,40},\s[Ll]e\b))"
    rf"(?P<place>[A-ZÀ-Ý«m][\w' -]{{1,48}}?)\s*(?:,\s*{_LE}|,|\s{_LE}|\s(?=[Ll]es\sjours?\b))\s*:?\s*"
)
# A title on its own line and a name on the next, or both on one, nothing else: the foot of an act.
_FOOT = re.compile(
    r"(?:^|\n)[ ]*(?=(?:[Pp]our\s+)?(?:(?:M\.|Mme|Monsieur|Madame)\s+)?[Ll](?:[ea]\s|')[^\n,:;]{3,60}"
    r"(?:,?\s*\n\s*"
    r"(?:[Ss]igné\.?\s*\n\s*|\W{0,4}signature\w{0,2}\W{1,4}\n\s*)?|,[ ])[A-ZÀ-Ý][^\n\d:;,]{4,44}\s*(?:\n|$))"
)
# « … de l'échelle indiciaire. Le Maire Jean VALLIER »: title and name in the last words of an act, nothing else.
_TITLE_NAMED = (
    r"(?:(?:L[ea]|LE|LA|(?:Monsieur|MONSIEUR|M\.|Mr)\s(?:[Ll]e|LE)|(?:Madame|MADAME|Mme)\s(?:[Ll][ea]|LE|LA))\s"
    r"(?:(?:\d{1,2}\s?(?:er|ère|e|ème)|[Pp]remi(?:er|ère)|[Dd]euxième)\s)?|[Ll]['’])"
    r"(?:Maire(?:[- ][Aa]djointe?)?|MAIRE|(?:[Vv]ice-)?[Pp]résidente?|(?:VICE-)?PR[ÉE]SIDENTE?"
    r"|[Aa]djointe?(?:\sau\s[Mm]aire)?)"
    r"(?:\s(?:délégué|de\sséance)e?|\sd(?:u|e\sla|e)\s[\wéèô' -]{4,40}?(?=\s?[,:]|\s[A-Z]))?"
    # other offices of the same person
    r"(?:\s?,?\s(?:(?:[Vv]ice-)?[Pp]résidente?|[Cc]onseill(?:er|ère))\s[\wéèô' -]{4,40}?(?=\s?[,:]|\s[A-Z]))?"
    r"\s?[,:]?\s(?:\(?[Ss]ign(?:é|ature)\)?\s?:?\s)?(?:M\.\s|Mme\s)?"
)
_LAST_TITLE = re.compile(
    rf"(?:(?<=[.;»)\d])|(?<=\d,)|(?<=igné\s:))\s+(?={_TITLE_NAMED}(?:[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)?\s?[A-ZÀ-Ý][\w'-]+|[A-ZÀ-Ý][\w'-]+\s[A-ZÀ-Ý][\w'-]+)\b"
    # « c D . VALM0NT »: the noise of a stamp
    r" ?(?:[A-ZÀ-Ý][\w'-]+\b ?){0,2}(?:$|\n"
    r"|(?<= )(?=[A-ZÀ-Ý\d]|(?!(?:a|à|y|et|en|au|de|du|ou|se|ne|il|un|l[ea])\s)\S{1,2}\s)))"
)
_LAST_TITLE_WORDS = 200
# « Valmont, le 5 juin 2026 ⏎ M. Paul ROUX ⏎ Maire »: the name between the day and the title.
_NAMED_BELOW_DAY = re.compile(
    r"(?<=[,\s])(?=[Ll]e\s+\d{1,2}(?:er)?\s+[a-zéû]{3,9}\s+20\d\d\s*,?\s+(?:(?:M\.|Mme|Mr|Monsieur|Madame)\s+)?"
    r"(?:[A-ZÀ-Ý][\w'.-]*\s+){1,3}[A-ZÀ-Ý][\w'-]+\s*,?\s+(?:[Ll][ea]\s+)?(?:Maire|MAIRE|Présidente?|PRÉSIDENTE?|PRESIDENTE?)\b)"
)
# « La secrétaire de séance, Anne VALLIER Le Maire, Paul NOIR »: each title with its name, in the last words.
_TWO_SIGN = Holding(
    r"(?=L[ea]\s[Ss]ecr[ée]taire(?:\sde\s(?:la\s)?s[ée]ance)?\s?[,:]?\s(?:M\.\s|Mme\s)?[A-ZÀ-Ý][\w'.-]*(?:\s[A-ZÀ-Ý][\w'-]+){1,3}[\s,]{1,3}"
    r"L[ea]\s(?:Maire|MAIRE|Présidente?)\b)",
    ("ecrétaire", "ecretaire"),
)
# The same before the stamps of the préfecture, the count of the vote or the annexes.
_TITLE_BEFORE_STAMP = re.compile(
    r"(?:(?<=[.;»)\d])|(?<=animité)|(?<=ajorité))\s(?=L[eaEA]\s(?:Maire|MAIRE|Présidente?|PRÉSIDENTE?|PRESIDENTE?)"
    r"(?:\s(?:d(?:u|e\sla)|D(?:U|E\sLA))\s[\wéèôÉÈÔ' ]{4,40}?)?\s?,?\s(?:M\.\s|Mme\s)?"
    r"(?:[A-ZÀ-Ý]\.(?:-[A-ZÀ-Ý]\.)?\s?)?[A-ZÀ-Ý][\w'-]+(?:\s(?:d[eu]\s|d')?[A-ZÀ-Ý][\w'-]+){0,3}\.?\s+"
    r"(?:(?:[Pp]age\s)?\d{1,3}\s?/\s?\d{1,3}\s+)?"  # the number of the page between
    r"(?:Accusé|Envoyé|Reçu|REÇU|Transmis|Publié|Affiché|Mise? en|Certifié|Résultat|RÉSULTAT|Date d|Acte |ANNEXE|Annexe"
    r"|RÉPUBLIQUE|REPUBLIQUE|DÉPARTEMENT|DEPARTEMENT|ADOPT[ÉE]|\(?[Ss]igné|\[?[Cc]achet|L[ea]\s[Ss]ecrétaire\sde"
    r"|(?:La\sprésente|Cette)\sdélibération|Le\sprésent\sacte|Délais?\set\svoies|Voies\set\sdélais?))"
)
# A name on its own line and a title on the next, the last of the act.
_LAST_NAME = re.compile(
    r"\n[ ]*(?=(?:M\.\s|Mme\s|Monsieur\s|Madame\s)?[A-ZÀ-Ý][\w' -]{3,44}\n[ ]*(?:L[ea]\s)?"
    r"(?:Maire|Présidente?)(?:\sd[eu][^\n]{2,50})?\s*$)"
)
# « POUR EXTRAIT CONFORME Valmont, le … »: the words of a formula begin no place
_NO_PLACE = (
    r"(?<![\w'-])(?!(?i:pour|extraits?|copies?|certifi\w+|conformes?|exp[ée]ditions?|ampliations?|registre|original|fait|ainsi|d[ée]lib[ée]r\w+"
    r"|sign\w+|actes?|susdits?|dessus|m|mme|maire|pr[ée]sidente?|secr[ée]taire|s[ée]ance|arrondissement|canton|d[ée]partement)\b)"
)
_PLACE_AND_DATE = re.compile(
    rf"{_NO_PLACE}"
    r"(?:(?P<at>(?:En|À|A la) [Mm]airie\s(?=[Ll]e\s+\d)"
    r"|[AÀ]\s[A-ZÀ-Ý][\w'-]+(?:[ -](?:[A-ZÀ-Ý][\w'-]*|d[eu]|en|la|les?|l'|sur|sous|aux?)){0,6}?"
    r"\s(?=[Ll]e\s+\d))|(?P<place>(?:En|À|A la) [Mm]airie"
    r"|[A-ZÀ-Ý][\w'-]+(?:[ -](?:[A-ZÀ-Ý][\w'-]*|d[eu]|en|la|les?|l'|sur|sous|aux?)){0,6})\s*,)"
    rf"\s*{_LE}\s+(?=\d|[a-z])"
)
# « À Valmont, le 26 septembre 2022. La secrétaire est chargée de l'exécution. Le Maire, … »: a sentence of its own.
_OWN_SENTENCE = Led(
    r"(?<=[.;»)\d]\s)[AÀ]\s"
    r"(?P<place>[A-ZÀ-Ý][\w'-]+(?:[ -](?:[A-ZÀ-Ý][\w'-]*|d[eu]|en|la|les?|l'|sur|sous|aux?)){0,6}?)\s?,"
    rf"\s*{_LE}\s+(?=[^.;:]{{6,30}}\d{{4}}\s?[.\n])",
    ("A ", "A\n", "À ", "À\n"),
)
# « CONFORME AU REGISTRE Valmont, le », « LES MEMBRES PRÉSENTS Valmont, le »: what stands before the place
_FORMULA = re.compile(
    r".*\b(?:registres?|original|conformes?|pr[ée]sents|membres|signatures?|sign[ée]|susdits?|d[ée]lib[ée]rations?|s[ée]ance"
    r"|ex[ée]cutoire|signataires?)\s+(?=[A-ZÀ-Ý])",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?:A la|[AÀ]|Aux?|En) ")
_TRUE = "exacte?s?|conformes?|sinceres?|veritables?|authentiques?"
_SIGNED_ON = Begun(
    r"\b(?:conforme|expedition|ampliation)\s*,?\s+en\s+mairie\s*,?\s+le\s+(?=\w)"
    r"|\bconforme(?:\s+au\s+registre|\s+a\s+l'original)?\s*,?\s+le\s+(?=\d)"
    rf"|\bcertifiee?s?\s+(?:{_TRUE})(?:\s+(?:et\s+)?(?:{_TRUE})){{0,2}}\s*,?\s+(?:en\s+mairie\s*,?\s+)?le\s*:?\s+(?=\d)"
    r"|\bsigne\s+\w+ment\s+le\s+(?=\d)|\bsigne\s+(?:\w+ment\s+)?par\b[^;]{0,80}?\bdate(?:\s+de\s+signature)?\s*:\s*(?=\d)",
    ("signe", "conforme", "expedition", "ampliation", "certifie"),
)
# « Fait à Valmont, en deux exemplaires, le … »: a contract beside the act
_CONTRACT = re.compile(r"\s*en\s(?:autant\sd'|\w{1,9}\s(?:\(\d{1,2}\)\s)?)(?:exemplaires?|originaux)\b")
_LAST_WORDS = 1500
_LED = 4  # characters of « ␣Le␣ » before a title


def formulas(zone: Zone) -> list[int]:
    """Where the formulas of signature end, « Fait à …, le » among them."""
    memo, key = zone.view.memo, ("formulas-of-signature", zone.start, zone.end)
    if key not in memo:
        memo[key] = _find_formulas(zone)
    return cast(list[int], memo[key])


def _find_formulas(zone: Zone) -> list[int]:
    last = max(zone.start, zone.end - _LAST_WORDS)
    ends = [sign.end() for sign in zone.find(_SIGNS)] + [done.end() for done in _done_at(zone)]
    ends += [titles.end() for titles in _TITLES.finditer(zone.view.folded, last, zone.end)]
    ends += [
        title.end()
        for title in _LAST_TITLE.finditer(zone.view.text, max(zone.start, zone.end - _LAST_TITLE_WORDS), zone.end)
    ]
    ends += [day.start() for day in matches_at_cues(_NAMED_BELOW_DAY, zone.view.text, ("le ", "Le "), last, zone.end)]
    titles = word_positions(zone.view.folded, ("maire", "president"), zone.start + _LED, zone.end)
    stamps = matches_at(_TITLE_BEFORE_STAMP, zone.view.text, [at - _LED for at in titles], zone.start, zone.end)
    ends += [title.end() for title in stamps]
    ends += [two.end() for two in _TWO_SIGN.finditer(zone.view.text, last, zone.end)]
    ends += [name.end() for name in _LAST_NAME.finditer(zone.view.text, last, zone.end)]
    return sorted(ends + [foot.end() for foot in _FOOT.finditer(zone.view.text, last, zone.end)])


def _done_at(zone: Zone) -> Iterator[re.Match[str]]:
    cues = ("Fait", "fait", "FAIT", "Délibéré à", "délibéré à", "Ainsi délibéré")
    done = matches_at_cues(_DONE_AT, zone.view.text, cues, zone.start, zone.end)
    return (match for match in done if not _CONTRACT.match(zone.view.folded, match.end()))


def place_and_date(zone: Zone) -> list[Mention]:
    """The last « Fait à …, le … », else a place and a date after a formula of signature, else a signing date alone."""
    return once(zone.view, ("signed at", zone.start, zone.end), lambda: [*_place_and_date(zone)])


def _place_and_date(zone: Zone) -> Iterator[Mention]:
    done = list(_done_at(zone))
    own = list(_OWN_SENTENCE.finditer(zone.view.text, max(zone.start, zone.end - _LAST_WORDS), zone.end))
    near = [
        place
        for end in formulas(zone)
        for place in _PLACE_AND_DATE.finditer(zone.view.text, max(zone.start, end - 60), min(zone.end, end + 160))
    ]
    told = (("done-at", done), ("place-and-date", near), ("done-at", own))
    for written, rule in ((written, rule) for rule, found in told for written in reversed(found)):
        date = _date_at(zone, written.end())
        if date or rule == "done-at":
            group = "at" if rule == "place-and-date" and written["at"] else "place"
            begin = _place_begins(written, group, rule)
            place = collapse(zone.view.text[begin : written.end(group)]).strip(" ,-«»")
            yield Mention("signature/place", _AT.sub("", place), (Span(begin, written.end(group)),), rule)
            if date:
                yield Mention("signature/date", date.value, (Span(date.start, date.end),), rule)
            return
    for signed in zone.find(_SIGNED_ON):
        date = _date_at(zone, signed.end())
        if date:
            yield Mention("signature/date", date.value, (Span(date.start, date.end),), "signed-on")
            return


def _place_begins(written: re.Match[str], group: str, rule: str) -> int:
    """Where a place begins: after the words of a formula in capitals that no comma parts from it."""
    formula = _FORMULA.match(written[group]) if rule == "place-and-date" else None
    led = formula is not None and formula[0].isupper()
    return written.start(group) + (formula.end() if formula and led else 0)


def _date_at(zone: Zone, position: int) -> Found[dt.date] | None:
    """The date that begins within a few characters of an offset (a weekday may stand before it)."""
    date = next(find_dates(zone.view.folded, max(zone.start, position - 6), min(zone.end, position + 60)), None)
    return date if date and date.start <= position + 12 else None
