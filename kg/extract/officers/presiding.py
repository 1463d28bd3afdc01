"""Who presides, and whom « le Maire » or « le Président » names in a document (CGCT L2121-14, L5211-9)."""

import re
from collections.abc import Iterator
from functools import partial

from kg.extract.act import Act, Zone, once
from kg.extract.officers.opening_subject import convened_under, subject_of_pronoun, title_before
from kg.extract.officers.past_box import past_box
from kg.extract.officers.replaced import of_one_act, replaced_chair
from kg.extract.officers.role_ends import without_members
from kg.extract.officers.titled import Titled, begins_sentence, titled_in
from kg.extract.scanned import find_scanned
from kg.text.cues import matches_at_cues
from kg.text.found import Found
from kg.text.names import find_names, is_initial, name_key, name_words
from kg.text.view import collapse, fold_same_length

_ROLE_AFTER = re.compile(
    r"[\s,(–—-]*(?P<role>(?:\d{1,2}\s?(?:er|ere|re|e|eme|°|%)\s+)?(?:(?:prem|deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)i\w{0,3}me?\s+|premiere?\s+)?"
    r"(?:vice[- ]president|president|maire|adjoint|conseill|depute|senat|doyen)"
    r"(?:(?!\s(?:m|mm|mr|mme|mmes|mlle|monsieur|madame|mesdames|messieurs|secretaire\s(?:de\s|:))(?!\w))[^,;:.()\n–—]){0,90})"
)
_UNDER = re.compile(
    r"\bsous\s+la\s+(?:haute\s+)?presidence\s+(?:de\s|d'|du\s|:)|\bpresidence\s*(?:de\s+(?:la\s+)?seance\s*)?:|\bsous\s+la\s+presidence\s+(?:[\w|]{1,14}\s+){1,3}de\s+(?=(?:m|mme|monsieur|madame)\b)|\bpresidence\s+de\s+(?=m\b|mme\b|monsieur\b|madame\b)"
    r"|\bpresident(?:e)?\s+de\s+(?:la\s+)?seance\s*:|\b(?:presidee?|conduite|dirigee)\s+par\b|\best\s+ouverte\s+par\b"
    r"|\bpresidence\s+(?:de\s+(?:la\s+)?seance\s+)?(?:est\s+|etant\s+|a\s+ete\s+)?(?:assuree|exercee|tenue|assumee)\s+par\b|\bpresidence\s*[–—-](?=\s)"
    r"|\bouverture\s+(?:de\s+(?:la\s+)?seance\s+)?(?:a\s+\d[\dh: ]{0,8}\s*)?par\b"
    r"|\bseance\s+ouverte\s+(?:a\s+\d[^.;]{0,60}?)?par\b"
    r"|\bseance\s+est\s+ouverte\s+(?:a\s+\d[\dh: ]{0,8}(?:heures?|minutes?|\s|\d){0,4}\s*)?par\b"
    # « Président : M. NOIR », of the sitting and not under a signature
    r"|(?<!l[ea]\s)(?<!vice-)(?<!vice\s)(?<!ancien\s)\bpresidente?\s*:(?=(?:[^.;:]|\bmm?\.|\.(?=\s+(?:present|etaient|secretaire))){0,200}?\b(?:presente?s?|secretaire)\b)"
)
_UNDER_WORDS = ("sous", "presid", "seance", "conduite par", "dirigee par", "ouverture", "est ouverte")
_OPENS = re.compile(
    r"\b(?:ouvre|declare|preside)\s+(?:\w+\s+){0,2}(?:la\s+)?(?:seance|session|premier\s+conseil|conseil)"
    r"|\b(?:a|ayant)\s+(?:declare\s+)?ouverte?\s+(?:la\s+)?(?:seance|session|reunion)"
    r"|\bouvre\s+les\s+(?:debats|travaux)|\bprocede\s+a\s+l'ouverture\b|\bpresidant\b|\bpreside(?=\s*,|\s+(?:la\s+reunion|les\s+debats|cette|en\s+l'absence)\b)"
    r"|\b(?:assure|assurant|exerce|exercant|assume|prend|a\s+pris)\s+la\s+presidence\b|\b(?:occupe|prend|a\s+pris)\s+(?:place\s+au|le)\s+fauteuil\b"
    r"|\be(?:st|tant)\s+presidente?\b(?!\s+d)|\b(?:dirige|dirigeant|conduit|conduisant|anime|animant)\s+les\s+debats"
    r"|\be(?:st|tant)\s+president(?:e)?\s+de\s+(?:la\s+)?seance"
    r"|\bpreside(?=\s*[.;])|\bouvre\s+la\s+(?:seance|reunion)|seance\s+est\s+ouverte\s+(?:a\s+\S+\s+)?(?:par|sous\s+la\s+presidence)"
)
_PRESIDENT_LISTED = re.compile(
    r",\s*(?P<role>maire|adjointe?[^,;.]{0,30}),\s*presidente?(?:\s+de\s+(?:la\s+)?seance)?\s*[;,.)]"
)
_OPENS_WORDS = (
    *("ouvre", "declare", "preside", "presidant", "dirige", "conduit", "conduis", "anim", "est", "etant", "seance"),
    *("procede", "assur", "exerc", "assume", "prend", "occupe", "a pris", "a ouvert", "a declare", "ayant"),
)
# « Anne NOIR, maire, constate que le quorum est atteint et ouvre la séance »: what one does before.
_DOES_BEFORE = re.compile(
    r"[\s,]*(?:(?:l[ea]\s+)?(?:maire|president|vice|adjoint|\d)[^.;,]{0,80},)?\s*(?:qui\s+|en\s+)?(?:apres\b|ayant\b|constat|verifi|procede|fait|souhait|remerci"
    r"|salu|accueill|rappell|donne|excus|annonc|indique|informe)(?![^;]*\b(?:monsieur|madame|m|mme)\b\.?\s)[^.;]{0,200}$"
)
# « … Paul NOIR Le quorum étant atteint, Monsieur le Maire ouvre »: the name belongs to what precedes.
_OTHER_SUBJECT = re.compile(r"\.|\bquorum\b|\b(?:monsieur|madame|m|mme) l[ea]\b")
_OFFICE = re.compile(r"\s+l[ea]\s+(?:maire|presidente?)\b")
_TITLE = re.compile(r"\b(?P<title>maire|presidente?)\b")
_REACH = 9000
_LONG_PREDICATE = 110  # « Mme NOIR, Présidente, salue les membres du conseil et ouvre la séance »


def chair_named(act: Act) -> Titled | None:
    """Who is said to preside or to open the sitting, by name."""
    return once(act.view, ("chair", *_bounds(act)), lambda: _chair(act))


def _bounds(act: Act) -> tuple[object, ...]:
    zones = (act.preamble, act.item, act.closing)
    return (act.shared, *((zone.start, zone.end) for zone in zones))


def _chair(act: Act) -> Titled | None:
    if replaced := replaced_chair(act):
        return in_full(act.preamble, replaced)
    for zone in _openings(act):
        chair = _under(act, zone) or _convening(zone) or _opening(act, zone) or _listed(zone)
        if chair is not None:
            key = ("in full", zone.start, zone.end, chair)
            chair = once(zone.view, key, partial(in_full, zone, chair))
            return chair if chair.role else chair._replace(role=_title_of(act, chair.value))
    return None


def in_full(zone: Zone, person: Titled) -> Titled:
    """« M. ROUX » with the given name that one other mention prints; a name told twice without the noise after it."""
    words = name_words(person.value)
    if len(words) == 2:  # neither a surname alone nor one with noise after it
        return person
    others = {
        name_key(found.value): found
        for found in find_names(zone.view.text, zone.start, zone.end)
        if _has_two_words(found.value) and (found.start, found.end) != (person.start, person.end)
    }
    fuller = [found for key, found in others.items() if len(words) == 1 and words < frozenset(key.split())]
    if len(fuller) == 1:
        return person._replace(value=fuller[0].value, start=fuller[0].start, end=fuller[0].end)
    shorter = [found for key, found in others.items() if len(words) > 2 and frozenset(key.split()) < words]
    if len(shorter) == 1 and name_key(person.value[: len(shorter[0].value)]) == name_key(shorter[0].value):
        return person._replace(value=shorter[0].value)
    return person


def _has_two_words(name: str) -> bool:
    """A given name and a surname, and not « A. ROUX », which tells no more than « ROUX »."""
    return sum(not is_initial(word) for word in name_key(name).split()) > 1


def executive(act: Act, title: str | None = None) -> Titled | None:
    """The person whom the document gives the title of maire or président (only that ``title`` where one is given)."""
    return once(act.view, ("executive", title, *_bounds(act)), lambda: _executive(act, title))


def _executive(act: Act, title: str | None) -> Titled | None:
    found: dict[str, list[Titled]] = {}
    for person in _titled(act):
        if title is None or _office(person.role or "") == _office(title):
            found.setdefault(name_key(person.value), []).append(person)
    if not found:
        return None
    best = max(found.values(), key=lambda people: (len(people), len(people[0].value)))
    rivals = [people for people in found.values() if not _agrees(best[0], people[0])]
    return best[0] if all(len(people) < len(best) for people in rivals) or best[0] is _first(found) else None


def _first(found: dict[str, list[Titled]]) -> Titled:
    """Whom the document names first with that title."""
    return next(iter(found.values()))[0]


def role_after(zone: Zone, position: int) -> str | None:
    """The role printed right after a name."""
    match = _ROLE_AFTER.match(zone.view.folded, position, min(zone.end, position + 200))
    return without_members(collapse(zone.view.text[slice(*match.span("role"))])).strip(" -") if match else None


def _openings(act: Act) -> Iterator[Zone]:
    """Where the opening of the sitting is told: before the act, then at the head of its own text."""
    yield act.preamble.part(act.preamble.start, act.preamble.start + _REACH)
    yield act.item.part(act.item.start, act.item.start + _REACH)
    if act.shared:
        yield act.whole.part(0, _REACH)


def _under(act: Act, zone: Zone) -> Titled | None:
    """« sous la présidence de Madame NOIR, Maire »; « de Monsieur le Maire » is whoever bears that title."""
    for match in _said(zone, _UNDER, _UNDER_WORDS):
        window = zone.part(match.end(), match.end() + 150)
        # « Présidence : NOIR Paul »: after a colon as in a list, any capitalised words are a name.
        begin = past_box(zone, window.start)
        reach = min(window.end, begin + 60 * (match[0].endswith(":") or begin > window.start))
        labelled = find_names(window.view.text, begin, reach, listed=True)
        found = next(iter(labelled), None) or next(_close_names(window, 60), None)
        if found is not None:
            title = _TITLE.search(window.view.folded, window.start, found.start)
            role = role_after(zone, found.end) or (window.view.text[slice(*title.span())] if title else None)
            if of_one_act(act, match, role):
                continue
            return Titled(found.value, role, found.start, found.end)
        title = _TITLE.search(window.folded[:40])
        if title and (person := executive(act, title["title"])):
            return person
    return None


def _convening(zone: Zone) -> Titled | None:
    """« convoqué par M. NOIR, maire, s'est réuni sous sa présidence »."""
    found = convened_under(zone)
    return Titled(found.value, role_after(zone, found.end), found.start, found.end) if found else None


def _said(zone: Zone, cue: re.Pattern[str], words: tuple[str, ...]) -> list[re.Match[str]]:
    """The matches of a cue in an opening, which all acts of a sitting share."""
    key = ("said", cue.pattern, zone.start, zone.end)
    return once(zone.view, key, lambda: [*matches_at_cues(cue, zone.view.folded, words, zone.start, zone.end)])


def _opening(act: Act, zone: Zone) -> Titled | None:
    """« Mme NOIR déclare la séance ouverte », « le Maire ouvre la séance »."""
    items = act.preamble.end if act.shared else zone.end
    for match in _said(zone, _OPENS, _OPENS_WORDS):
        if match.start() > items and match[0].endswith("presidence"):
            continue  # for one act: see replaced_chair
        window = zone.part(max(zone.start, match.start() - _LONG_PREDICATE - 30), match.start())
        names = list(find_names(window.view.text, window.start, window.end))
        between = window.view.folded[names[-1].end : window.end] if names else "."
        if "secretaire" in between:
            between = "."  # « le Maire, après avoir désigné Mme NOIR comme secrétaire, ouvre la séance »
        if _OFFICE.match(between) or (names and begins_sentence(zone, names[-1].end)):
            between = "."  # « Secrétaire : Zoé VERT La Maire préside. »
        if _DOES_BEFORE.match(between):
            between = ""
        near = len(between) < 50 or bool(_ROLE_AFTER.match(between) and len(between) < _LONG_PREDICATE)
        if near and not _OTHER_SUBJECT.search(between):
            last = names[-1]
            return Titled(last.value, role_after(zone, last.end), last.start, last.end)
        first = subject_of_pronoun(zone, match.start())
        if first is not None and (role := role_after(zone, first.end)):
            return Titled(first.value, role, first.start, first.end)
        title = title_before(zone, window.start, match.start())
        if title and (person := executive(act, title)):
            return person
    return None


def _listed(zone: Zone) -> Titled | None:
    """« Présents : M. NOIR, maire, président ; … »: who is called so in the list of those present."""
    said = next(find_scanned(zone, _PRESIDENT_LISTED), None)
    names = list(find_names(zone.view.text, max(zone.start, said.start() - 60), said.start())) if said else []
    if said is None or not names or names[-1].end != said.start():
        return None
    return Titled(names[-1].value, zone.view.text[slice(*said.span("role"))], names[-1].start, names[-1].end)


def _close_names(window: Zone, reach: int) -> Iterator[Found[str]]:
    """The names that begin soon after the start of a window, in the same sentence."""
    for found in find_names(window.view.text, window.start, window.end):
        before = window.view.text[window.start : found.start]
        if len(before) <= reach and not re.search(
            r"[a-zà-ÿ]{3}[.;]|\b(?:Pr[ée]sents?|PR[ÉE]SENTS?|taient|Secr)", before
        ):
            yield found


def _titled(act: Act) -> Iterator[Titled]:
    """Names printed beside « Maire » or « Président »: in lists, in openings, in signatures."""
    zones = [act.preamble, act.item, act.closing, act.whole.part(0, _REACH)]
    for zone in zones:
        yield from once(act.view, ("titled", zone.start, zone.end), partial(titled_in, zone))


def _title_of(act: Act, name: str) -> str | None:
    """The title printed beside another mention of the same person."""
    key = set(name_key(name).split())
    return next((person.role for person in _titled(act) if key <= set(name_key(person.value).split())), None)


def _agrees(one: Titled, other: Titled) -> bool:
    first, second = set(name_key(one.value).split()), set(name_key(other.value).split())
    return first <= second or second <= first


def same_office(role: str, title: str) -> bool:
    """Whether a role printed (« Maire de Valbrun ») is that of a title (« maire »)."""
    return bool(_TITLE.match(fold_same_length(role))) and _office(role) == _office(title)


def _office(role: str) -> str:
    return "president" if "sident" in role.lower() else "maire"  # « Président », « presidente »
