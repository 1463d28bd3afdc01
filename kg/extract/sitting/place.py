"""Where a sitting was held, as printed: in the opening sentence, under a label, in the heading, where it is opened.

« s'est réuni à la salle des fêtes … », « à vingt heures, en mairie, le conseil … », « Lieu : foyer rural », « Conseil
du 12 mars 2024, 18 h, théâtre des Arcades », « la séance est ouverte à 19 h 30, salle des associations ».
"""

import re

from kg.extract.act import Act, Mention, Zone
from kg.extract.sitting.beside_chair import place_begins
from kg.extract.sitting.cells import cells_below
from kg.extract.sitting.opening import Opening
from kg.extract.sitting.time import OPENS, TIME
from kg.extract.sitting.venues import BOX_CELL, STREET, VENUES
from kg.model import Span
from kg.text.view import collapse

_WHEN_ENDS = (
    r"(?:\d\s?h(?:eures?)?\s?\d{0,2}|\bheures?(?:\s(?!en\b|au?\b|dans\b)[a-z-]{2,14}){0,3}|\bminutes?|\bprecises?"
    r"|\b20\d\d)"
)
# What may stand between « s'est réuni » and the place.
_BY_THE_WAY = (
    r"(?:,|\s+|au\s+nombre\s+(?:prescrit|legal)(?:\s+par\s+la\s+loi)?|conformement\s+a\s+la\s+loi|(?:en|a)\s+(?:seance|session|reunion|assemblee)"
    r"(?:\s+(?:ordinaire|extraordinaire|publique|officielle|pleniere|et|a\s+huis\s+clos))*|publiquement|ce\s+jour|en\s+public|a\s+huis\s+clos"
    r"|apres\s+convocation(?:\s+legale)?|dument\s+convoques?|legalement\s+convoques?|sur\s+sa\s+convocation|a\s+nouveau|en\s+presentiel"
    r"|en\s+(?:raison|application|vertu)\s+d(?:e|u|es)\b[^,.;:]{3,90}(?=,)|(?:compte\s+tenu|du\s+fait)\s+d[^,.;:]{3,90}(?=,)"
    r"|exceptionnellement|physiquement|regulierement|valablement|a\s+la\s+date\s+et\s+heure\s+indiquees?)"
)
_DATE_WORDS = (
    r"(?:le\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?\s*[\w-]{1,14}\s+\w{3,9}\s+(?:\d{4}|deux[\s-]mil[\w\s-]{2,22}?)(?=[\s,])"
    r"|le\s+(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+)?[\w-]{1,14}\s+(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|(?:sept|nov|dec)em\w+|octobre)(?=[\s,])"
    r"|de\s+\d{1,2}\s*h(?:eures?)?\s*\d{0,2}\s+a\s+\d{1,2}\s*h(?:eures?)?\s*\d{0,2}(?=[\s,])"
    r"|a\s+(?:partir\s+de\s+)?(?:\d{1,2}\s*h(?:eures?)?\s*\d{0,2}|[\w\s-]{2,22}\s+heures?(?:\s+(?:et\s+)?[\w-]{4,12}(?:\s+minutes)?)?)(?:\s+precises?)?(?=[\s,]))"
)
_PLACE_OPENS = re.compile(
    rf"(?:{_BY_THE_WAY}|{_DATE_WORDS}){{0,12}}?[\s,]*"
    rf"(?:au\s+sein\s+d(?:e\s+(?:la\s+|l'\s*)|u\s+)|(?:dans|a|au|aux|en|sur|chez|sis|sous)\s+(?:la\s+|le\s+|les\s+|l'\s*|une?\s+)?|a\s+l'\s*|(?={VENUES}|{STREET}))"
    rf"(?:{BOX_CELL}:\s*\d{{1,3}}\s+(?={VENUES}))?"
    r"(?=[a-z0-9«\"])(?!\d{1,2}\s*h)(?![a-z]{2,9}(?:[\s-][a-z]{2,6}){0,2}\s+heures?\b)(?!(?:seance|session|reunion|assemblee|partir|nombre|huis|date|distance|visio\w*|audio\w*|video\w*|convocation|savoir|raison|vertu|cet|nouveau|presidence|haute|voie|distanciel|presentiel|application|lieu\s+et\s+place)\b)"
)
_PLACE_ENDS = re.compile(
    r",?\s+(?:et\s+)?(?:publiquement|en\s+(?:presence|l'absence)\s+d[eu]|hors\s+(?:de\s+)?la\s+presence|en\s+(?:raison|vertu|application|respect|respectant|public\b)"
    r"|dans\s+le\s+(?:respect|cadre|strict)|compte\s+tenu|du\s+fait|par\s+mesure|a\s+titre\s+exceptionnel|exceptionnellement|au\s+vu\b|avec\s+(?:public|un\s+public)"
    r"|ouverte?\s+au\s+public|(?:plus|assez|suffisamment|mieux)\s+(?:grande?|vaste|large|spacieu\w+|adaptee?)\b"
    r"|permettant\s+(?:de|d'|le|la|un)|choisie\s+(?:pour|afin|en)|dont\s+(?:la|les)\s+(?:superficie|dimensions?|taille|capacite))"
    r"|\s*\((?:en\s+(?:raison|vertu|application)|compte\s+tenu|du\s+fait|suite\s|dans\s+le\s+(?:respect|cadre|strict)|afin\s|conformem|pour\s"
    r"|exceptionnel|delocalis|sans\s+public|a\s+huis\s+clos|cause\s|covid)"
    r"|,?\s+(?:sous\s+la|lieu\s+(?:ordinaire|habituel|accoutume)|les?\s+(?:membres|conseil\s+\w+|conseillers|delegues|elus)\b|sur\s+(?:la\s+|sa\s+)?convocation|sur\s+l'invitation|apres\s+|en\s+(?:seance|session)|suite\s+a|conformement|a\s+huis\s+clos|afin\s+|pour\s+(?!tous\b)|etaient"
    r"|le\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d|vingt|dix|trente|premier)|l'ordre|presents?\b|en\s+nombre"
    r"|une\s+(?:seance|session|reunion)\b|(?:\w\.\s?)?[^,.;]{3,50}\s+(?:etant|dirigeant|assurant|presidant)\s"
    r"|date\s+de|la\s+convocation|au\s+nombre|a\s+la\s+date\s|a\s+(?:partir\s+de\s+)?\d{1,2}\s*h|a\s+\w{2,9}(?:[\s-]\w{2,6}){0,2}\s+heures?|sous\s+l|dument|a\s+la\s+suite|lors\s+"
    r"|par\s+(?:m\b|le\s+maire|convocation)|la\s+(?:reunion|seance)\s+d[ue]\b|pour\s+respecter|et\s+par\s+visio|en\s+visio|(?:et\s+)?(?:retransmi|diffus)\w+)"
    r"|,?\s+(?:et\s+)?(?:presidee?s?|(?:legalement\s+|regulierement\s+)?convoquee?s?|reunie?s?)\s|\s+et\s+(?=sous\s+la|convoqu|presid)"
    r"|,\s+(?:mm?|mr|mmes?|mlle|monsieur|madame|messieurs|mesdames)\b|,\s+[l1i]e\s+(?:maire|president)"
    # « salle du Foyer, plus vaste que celle de la mairie », « gymnase, dont la surface permet … »
    r"|,\s+(?:plus|assez|suffisamment|dont|qui|permettant|offrant|choisie?|retenue?|prete?e?s?|mise?s?\s+a\s+disposition)\b"
    r"|\.(?=\s+[A-Za-z«–—-]|\n|$)(?<![ .]\w\.)|;|:|\n\s*\n|\s+(?=nombre\s+de|etaient)"
    # the cells of a box printed beside the sentence
    rf"|\s+(?={BOX_CELL}:)"
)
_ORDINARY = re.compile(r"(?:au\s+|le\s+)?lieu\s+(?:ordinaire|habituel|accoutume)(?:\s+de[s]?\s+(?:ses\s+)?(?:\w+))?")
# « résidence Les Tilleuls, salle de [en exercice : 11] »: a box cut the sentence
_UNFINISHED = re.compile(r"(?:,\s+[^,]{1,40})?\s(?:de|du|des|la|le|les|l'|au|en)\s{0,3}$")
_NEXT_PLACE = re.compile(r"\s*,\s*(?:(?:a|dans|en|au|aux)\s+(?:la\s+|le\s+|les\s+|l'\s*)?)?(?=\w)")
_HEADING_TIME = re.compile(
    rf"[\s,|–—-]{{0,4}}(?:a\s+(?:partir\s+de\s+)?)?(?:{TIME.pattern})?(?:\s*(?:mn|min|minutes|precises)\b)?"
)
_HEADING_PLACE = re.compile(
    r"[\s,:|(–—-]{0,5}(?:(?:par|en)\s+(?:visio|video)\w*\s+et\s+(?:en\s+presentiel\s+)?)?(?:tenue?\s+)?"
    r"(?:(?:a|au|en|dans)\s+)?(?:la\s+|le\s+|l'\s?)?"
    rf"(?={VENUES}|[\w' -]{{2,60}}?\s?-\s+(?:la\s+|le\s+|l'\s?)?{VENUES}"
    r"|(?!seance|reunion|ouverture|tenue?|proces|compte|sous|convo|affich)"
    rf"[a-z][a-z' -]{{2,40}}?,\s+(?:la\s+|le\s+|l'\s?)?{VENUES})"
)
_HEADING_ENDS = re.compile(
    r",?(?<!\sla)(?<!\sde)(?<!\set)(?<![–—-])\s+(?=communaute\s+(?:de\s+communes|d'agglomeration|urbaine)\s|(?:commune|ville|departement)\s+d[eu'])"
    r"|,?\s+(?=proces[\s–-]|compte[\s-]rendu|sous\s+la\s+presidence|l'an\s+|nombre\s+de|(?:membres\s+)?presents?\s*:|etaient\b|presents?\b|commune\s+nom\b|nom\b|(?:elus|membres|conseillers|delegues|nb)\b"
    r"|l[ea]\s+(?:conseil|bureau|comite|commission|convocation)\s|(?:date|envoi)\s+d|secretai?r|presid(?:ence|ente?|ee?)\b|(?:en\s+exercice|effectif|quorum|feuille|liste|ordre\s+du\s+jour|extrait|registre)\b"
    r"|etablie?s?\s+en\b|points?\s+(?:n\s?°|\d)|(?:rapport|affaire|question|dossier|deliberation)\s+n|deliberations?\s+\d|objet\s*:"
    r"|sans\s+public|a\s+huis\s+clos|invitation|affich|publie|heure\b|horaire|lundi|mardi|mercredi|jeudi|vendredi)|\n"
    r"|,?\s+(?=convoque|convocation)|,\s+(?=apres|sous\s+la|le\s+conseil|sur\s+convocation)|,?\s+(?=a\s+(?:partir\s+de\s+)?(?:\d{1,2}\s?h|[a-z]{2,9}(?:[\s-][a-z]{2,6}){0,2}\s+heures)|\d{1,2}\s?h\s?\d\d\b)|\.\s"
)
_BRACKET_ENDS = re.compile(r"[),;]")
# « COMITÉ DU 15 FÉVRIER 2022 à Valmont-le-Château Présents : … »: a town, then what opens the roll or the minutes.
_TOWN_ALONE = re.compile(
    r"\s*,?\s*[AaÀà]\s+(?P<place>[A-ZÀ-Ý][\w'’-]+"
    r"(?:[ -](?:[A-ZÀ-Ý][\w'’-]*|d[eu]|des|en|la|les?|sur|sous|aux?|lès)){0,5}?)[ ,.;]{0,2}"
    r"(?:\n|\s(?=(?:Membres|MEMBRES|Pr[ée]sent|PR[ÉE]SENT|[ÉE]taient|[ÉE]TAIENT|[ÉE]lus|Titulaires|D[ée]l[ée]gu[ée]s|Sont"
    r"|Sous|L['’]an|Nombre|NOMBRE|Date|DATE|Convo|PROC[ÈE]S|Proc[èe]s|COMPTE|Compte|RELEV[ÉE]|Relev[ée]|LISTE|Liste"
    r"|EXTRAIT|Extrait|Le\s(?:[Cc]onseil|[Cc]omit|\w+di\s))))"
)
# « DU 19 JANVIER 2023 A VALMONT SUR SERRE 19H00 »: a town between the date and the time.
HEADING_TOWN = re.compile(r"\s*,?\s*[AaÀà]\s+(?P<place>[A-ZÀ-Ý][\w' -]{2,50}?)\s*,?\s*(?:[àÀ]\s*)?(?=\d{1,2}\s*[hH:])")
# « Séance du 28 septembre 2022 à 19 h 30 au Dorfhüs de Valmont Convocation du … »: any name after the time.
_NAMED_AFTER_TIME = re.compile(
    r"\s?,?\s(?:au|à\sla|à\sl['’]|dans\sla|dans\sle)\s?(?P<place>[A-ZÀ-Ý][\w'’-]{2,}"
    r"(?:,?\s(?:[A-ZÀ-Ý][\w'’-]*|d[eu]|des|d['’]\w+|en|la|les?|sur|sous|aux?|lès)){0,7}?)"
    r"[ ,.;]{0,2}(?:\n|\s(?=Convocation|CONVOCATION|Date\sd|Sous\sla\spr[ée]s|[ÉE]taient"
    r"|Pr[ée]sents?\b|PR[ÉE]SENT|Membres|MEMBRES"
    r"|Nombre\sde|L['’]an\s|Extrait|EXTRAIT|PROC[ÈE]S|Pr[ée]sidence|Secr[ée]taire))"
)
_HELD = re.compile(
    r"\b(?:seance|reunion|conseil\s+\w{5,16}|assemblee)\s+(?:(?:a\s+(?:eu\s+)?lieu|se\s+tient|(?:s'est|s'etait)\s+(?:tenue?|deroulee?)|tenue"
    r"|qui\s+(?:doit\s+se\s+(?:derouler|tenir)|se\s+(?:deroulera|tiendra)|aura\s+lieu|s'est\s+tenue))\b)"
    r"|\b(?:conseil\s+\w{5,16}|assemblee|comite(?:\s+\w{5,16})?|bureau)\s+est\s+reunie?(?=\s+(?:en|a|au|dans)\b)"
    r"|\bnous\s+(?:siegeons|sommes\s+reunis|nous\s+reunissons)\b"
    r"|\bs'est\s+tenue?(?=\s[^.;:]{3,90},\s+la\s+(?:reunion|seance)\b)"
)
# « s'est réuni le conseil municipal, à la mairie », « s'est tenue une séance du comité syndical, salle des fêtes »
_BODY_AFTER = re.compile(
    r"\s*(?:l[ea]s?|une)\s+(?:conseil|comite|bureau|commission|assemblee|membres|conseillers|delegues|elus|seance|reunion|session)[^,.;:\n]{0,80}?"
    rf"(?=,?\s(?:a|au|aux|dans|en|{VENUES})\s)"
)
# « à dix-huit heures trente, en mairie, salle des mariages, les conseillers … »
_BEFORE_BODY = re.compile(
    rf"{_WHEN_ENDS}\s*,\s*(?:(?:en|a|au|aux|dans|sur)\s+(?:la\s+|le\s+|les\s+|l'\s?)?)?(?P<place>{VENUES}[^;:]{{0,120}}?)"
    r",\s+(?:se\s+|s')?(?:l[ea]s?\s+)?(?:conseil|comite|bureau|commission|assemblee|membres|conseillers|delegues|elus|sont|est)\b"
)
_PLACE_LABEL = re.compile(r"\blieu(?:\s+d(?:e|u)\s+(?:la\s+)?(?:reunion|seance|session|conseil))?\s*:\s*(?=\w)")
_BESIDE_OPENED = re.compile(
    rf"(?:\s+(?:precises?|minutes))?\s*,?\s*(?:(?:en|a|au|dans)\s+(?:la\s+|le\s+|l'\s?)?)?(?={VENUES})"
)
_VENUE_CELL = re.compile(rf"{VENUES}[^|\n]{{0,100}}")
_LONGEST = 180
_FIRST_WORDS = 2500


def read_place(act: Act, opening: Opening | None, dates: list[int]) -> Mention | None:
    """``session/place``, from the surest statement to the least sure. ``dates``: where those of the date end."""
    return (
        _in_opening(act, opening)
        or _before_body(act, opening)
        or _labelled(act)
        or _in_heading(act, dates)
        or _in_cell(act, dates)
        or _held(act)
        or _beside_opened(act)
    )


def _in_opening(act: Act, opening: Opening | None) -> Mention | None:
    if not opening or opening.met >= opening.end:
        return None
    body = _BODY_AFTER.match(act.view.folded, opening.met, opening.end)
    inverted = _place_after(act.whole, body.end(), opening.end, "place-of-opening") if body else None
    return (
        inverted
        or _place_after(act.whole, opening.met, opening.end, "place-of-opening")
        or _after_chair(act.whole, opening)
    )


def _after_chair(zone: Zone, opening: Opening) -> Mention | None:
    begins = place_begins(zone.view.folded, opening)
    if begins is None:
        return None
    return _place_after(zone, begins, min(zone.end, begins + _LONGEST), "place-of-opening")


def _place_after(zone: Zone, position: int, stop: int, rule: str) -> Mention | None:
    begins = _PLACE_OPENS.match(zone.view.folded, position, stop)
    if not begins:
        return None
    ends = _PLACE_ENDS.search(zone.view.folded, begins.end(), stop)
    return _place(zone, begins.end(), ends.start() if ends else stop, rule)


def _labelled(act: Act) -> Mention | None:
    """« Lieu de réunion : foyer rural », in the first lines."""
    head = act.preamble if act.shared else act.item
    head = head.part(head.start, head.start + _FIRST_WORDS)
    label = head.first(_PLACE_LABEL)
    if label is None:
        return None
    ends = _HEADING_ENDS.search(act.view.folded, label.end(), min(head.end, label.end() + _LONGEST))
    return _place(act.whole, label.end(), ends.start(), "place-labelled") if ends else None


def _in_cell(act: Act, dates: list[int]) -> Mention | None:
    """« | Séance du 9 novembre ⏎ … | à 18 heures ⏎ … | Salle des fêtes ⏎ »: the right column of a box."""
    for cell in (cell for end in dates for cell in cells_below(act.whole, end)):
        if venue := _VENUE_CELL.match(act.view.folded, cell):
            return _place(act.whole, *venue.span(), "place-in-a-box")
    return None


def _held(act: Act) -> Mention | None:
    """« La séance a lieu dans la salle de l'hémicycle du conseil départemental. »"""
    for zone in _first_zones(act, 2 * _FIRST_WORDS):
        held = zone.first(_HELD)
        if held:
            return _place_after(zone, held.end(), min(zone.end, held.end() + _LONGEST), "place-of-sitting")
    return None


def _first_zones(act: Act, reach: int) -> tuple[Zone, Zone]:
    """The first words of what is said for all acts, and those of the first act."""
    begins = act.preamble.end if act.shared else act.item.start
    first = act.whole.part(begins, begins + min(reach, _FIRST_WORDS))
    return act.preamble.part(act.preamble.start, act.preamble.start + reach), first


def _before_body(act: Act, opening: Opening | None) -> Mention | None:
    """« À vingt heures, en mairie, les membres du conseil … »: the place comes first."""
    told = _BEFORE_BODY.search(act.view.folded, opening.start, opening.met) if opening else None
    return _place(act.whole, *told.span("place"), "place-of-opening") if told else None


def _beside_opened(act: Act) -> Mention | None:
    """« … déclare la séance ouverte à 19 heures 30, salle des associations. »"""
    for zone in _first_zones(act, _FIRST_WORDS):
        for opens in zone.find(OPENS):
            told = TIME.match(zone.view.folded, opens.end(), min(zone.end, opens.end() + 60))
            begins = _BESIDE_OPENED.match(zone.view.folded, told.end(), zone.end) if told else None
            if told and begins:
                return _place_after(zone, told.end(), min(zone.end, begins.end() + _LONGEST), "place-of-sitting")
    return None


def _place(zone: Zone, start: int, end: int, rule: str) -> Mention | None:
    """A place as printed; « au lieu ordinaire de ses séances » gives way to the place named after it."""
    ordinary = _ORDINARY.match(zone.view.folded, start, end)
    named = _NEXT_PLACE.match(zone.view.folded, ordinary.end(), end) if ordinary else None
    start = named.end() if named else start
    if unfinished := _UNFINISHED.search(zone.view.folded, start, end):
        end = unfinished.start()
    value = collapse(zone.view.text[start:end]).strip(" ,-–—(.").removesuffix(" et")
    if not 3 <= len(value) <= _LONGEST:
        return None
    return Mention("session/place", value, (Span(start, end),), rule)


def _in_heading(act: Act, dates: list[int]) -> Mention | None:
    """« BUREAU du lundi 16 janvier 2023 VALMONT - Salle des fêtes PROCÈS-VERBAL »."""
    for end in dates:
        if town := HEADING_TOWN.match(act.view.text, end) or _TOWN_ALONE.match(act.view.text, end):
            return _place(act.whole, *town.span("place"), "place-of-heading")
        told = _HEADING_TIME.match(act.view.folded, end)
        named = _NAMED_AFTER_TIME.match(act.view.text, told.end()) if told and told.end() > end + 2 else None
        if named:
            return _place(act.whole, *named.span("place"), "place-of-heading")
        begins = _HEADING_PLACE.match(act.view.folded, told.end() if told else end)
        ending = _BRACKET_ENDS if begins and "(" in begins[0] else _HEADING_ENDS
        ends = ending.search(act.view.folded, begins.end(), begins.end() + _LONGEST) if begins else None
        if begins and ends:
            return _place(act.whole, begins.end(), ends.start(), "place-of-heading")
    return None
