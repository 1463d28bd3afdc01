"""Organisations named in prose: those of the gazetteer, and a type word with a proper name after it.

Never to be run on attendance lists, where a surname may be an acronym. A bare type word (« la Région ») stands for the
deciding authority where it is of that type, else for the one body of that type that the same act names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.act import Zone
from kg.extract.organisations.body_names import is_head, is_of_a_place, is_short_for, name_end, name_words, quoted_name
from kg.extract.organisations.gazetteer import Body, BodyType, bodies, entries
from kg.extract.organisations.named_first import NAME_FIRST, without_owners
from kg.model import Organisation
from kg.text.cues import Holding, Led, holds_any
from kg.text.found import Found
from kg.text.view import collapse, fold_same_length

_WORD = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9]*")
_RANK = r" ?\d[\dAB]\b(?![ .]\d{3}(?!\d))"  # not the head of the amount in « SDEF 20 000 € »
_NUMBERED = (
    (Led(rf"\bC[DG]{_RANK}", ("CD", "CG")), "département"),
    (Led(rf"\bCDG{_RANK}", ("CDG",)), "établissement"),
    (Led(rf"\bT[eE]{_RANK}", ("Te", "TE")), "syndicat"),
    (Led(rf"\bS(?:DE|DEC|DES|DEE|IE|E|DEM)[A-Z]?{_RANK}", ("SD", "SI", "SE")), "syndicat"),
)
# « la CCHD »: a communauté de communes by its letters; the CCAS, the CCTP, the CCI are none.
_NO_COMMUNAUTE = r"(?!(?:AS|TP|AG|AP|CT|AM|RF|SPL|AFU|FF|AA|SF|ID)\b)"
_COMMUNAUTE = Led(rf"\bCC{_NO_COMMUNAUTE}[A-Z]{{2,5}}(?![\w-])", ("CC",))
_STATE = Led(
    r"(?:[ÉE]tat|[ÉE]TAT)(?!s|S)\b(?![ \n](?:d[ue]s?|d'|civil|descriptif|annexe|récap|parcellaire"
    r"|prévisionnel|membre|DE|D')\b)"
    r"|(?<=[Ll]')état\b(?=[ \n]?(?:[,;).]|[ \n](?:demande|accorde|verse|finance|attribue|alloue|participe"
    r"|au titre|dans le cadre)))",
    ("État", "Etat", "ÉTAT", "ETAT", "état"),
)
_ACRONYM = re.compile(r"[ \n]?\((?P<acronym>[A-Z][\w.&+-]{1,9})\)")
_ARTICLE_BEFORE = re.compile(r"(?:\bl[ae] |\bau |\bdu |\bl'|\bnotre |\bcette |\bd'|\bsa )$")
_NOT_BODY_BEFORE = re.compile(r"(?:politiques? de la|contrats? de|centre|entree de|en|hotel de|cœur de|coeur de) $")
_PROPER = r"[A-ZÀ-Ý][\w&'-]{2,}(?: (?:de |du |des |d'|la |les )?[A-ZÀ-Ý0-9][\w&'-]*){0,4}"
# « apporter à X une garantie », « attribuer à X une subvention »: who is given something has a proper name.
_GIVEN_TO = Holding(
    r"(?i:\b(?:apport|accord|attribu|allou|octroy|octroi|vers)(?:er?|ent)) (?:à|au) (?:l'|la |le )?"
    r"(?!(?:M|Mme|Mmes|MM|Monsieur|Madame|Messieurs)\b)(?P<name>" + _PROPER + r")"
    r"(?= (?:une?|sa|la) (?:garantie|subvention|aide|participation|avance|prêt|fonds))",
    (" à ", " au "),
)
_BORROWER = Holding(
    r"(?i:\b(?:souscrit|contracté|réalisé|contracter|souscrire|réaliser)e?s? par) (?:l'|la |le )?"
    r"(?!(?:M|Mme|Monsieur|Madame)\b)(?P<name>" + _PROPER + r")"
    r"(?<!Emprunteur)(?= (?:auprès|pour|destiné|d'un))",
    ("ouscri", "OUSCRI", "ontract", "ONTRACT", "éalis", "ÉALIS"),
)
# « auprès de Territoire d'Énergie », « auprès de Monsieur le Préfet »: who is asked has a proper name or is the State.
_AT = re.compile(r"\baupres\s(?:de\sla\s|de\sl'|des\s|du\s|de\s|d')(?:(?:monsieur|madame|m\.|mme)\sl[ea]\s)?")
_STATE_HERE = re.compile(r"(?:sous-)?prefe(?:te?|cture)\b")
_ASKED_NAME = re.compile(
    r"(?!(?:M|MM|Mme|Mmes|Monsieur|Madame|Messieurs|Maître|Trésor\w*|Tribunal|Cour|INSEE|Notaire|Services?|Comptable"
    r"|Commission|Maire|Président\w*|Conseil|Ministère|Directeur|Directrice|Secrétariat|Communes?|Communauté|Agents?"
    r"|[ÉE]tats?|Département|Région|Caisse|Banque|Association|Société|Agence)\b)[A-ZÀ-Ý][\w&'-]{2}"
)
_KINDS = (
    ("région", re.compile(r"\bregion(?:al)?\b")),
    ("département", re.compile(r"\bdepartement(?:al)?\b")),
    ("epci", re.compile(r"\b(?:communaute|metropole|eurometropole|agglomeration|agglo)\b")),
    ("syndicat", re.compile(r"\bsyndicat\b")),
    ("établissement", re.compile(r"\b(?:ccas|sdis|centre|office|etablissement|petr|pole|service)\b")),
)
# « la CAF aide … », « la CAF pour … »: no territory follows.
_NO_TERRITORY = re.compile(r"[ \n]{1,2}(?:pour\b|(?!d[eu]s?\b|l[ae]s?\b|et\b|régionale|départementale)[a-zà-ÿ]{3})")
_NEVER_AUTHORITY = frozenset({"organisation", "programme", "brand", "association", "société"})
_CAPITAL_ALONE = frozenset({"région", "département"})
_SWAPS = (("conseil départemental", "Département"), ("conseil général", "Département"), ("conseil régional", "Région"))


@dataclass(frozen=True, slots=True)
class Party:
    """A body as an act names it. ``kind``: authority, organisation, programme, brand, or what its type word says.

    ``programme`` is the fund or scheme as printed, where the money is its owner's (``organisation``). ``bare``: no name
    of its own was printed.
    """

    organisation: Organisation
    kind: str
    programme: str | None = None
    bare: bool = False


def find_organisations(zone: Zone, authority: Organisation | None = None) -> Iterator[Found[Party]]:
    """The organisations that a passage of prose names, in order, without overlap."""
    done = zone.start
    candidates = [*_candidates(zone)]
    if "aupres" in zone.folded:
        candidates = [*_asked(zone, candidates), *candidates]
    told = sorted(candidates, key=lambda one: (one.start, -one.end))
    for found in without_owners(zone, told):
        if found.start >= done:
            done = found.end
            yield found._replace(value=_as_authority(found.value, authority))


def _candidates(zone: Zone) -> Iterator[Found[Party]]:
    text = zone.view.text
    for named in zone.find_exact(NAME_FIRST):
        yield Found(Party(Organisation(collapse(named[0])), "epci"), named.start(), named.end())
    yield from _lettered(zone)
    for pattern in (_GIVEN_TO, _BORROWER):
        for given in zone.find_exact(pattern):
            name = Party(Organisation(collapse(given["name"])), "société")
            yield Found(name, given.start("name"), given.end("name"))
    for state in zone.find_exact(_STATE):
        yield Found(Party(Organisation("État", ("Etat",)), "organisation"), state.start(), state.end())
    table = entries()
    for word in zone.find(_WORD):
        for entry in table.get(word[0], ()):
            match = entry.pattern.match(text if entry.exact else zone.view.folded, word.start(), zone.end)
            found = match and _read(zone, match, entry.meaning)
            if found:
                yield found
                break


def _lettered(zone: Zone) -> Iterator[Found[Party]]:
    """Bodies told by letters that say their kind: « SDE 35 », « CD 65 », « CCHD »."""
    if not holds_any(zone.view.text, ("CD", "CG", "Te", "TE", "SD", "SI", "SE", "CC"), zone.start, zone.end):
        return
    for pattern, kind in _NUMBERED:
        for numbered in zone.find_exact(pattern):
            yield Found(Party(Organisation(numbered[0]), kind), *numbered.span())
    for letters in zone.find_exact(_COMMUNAUTE):
        yield Found(Party(Organisation(letters[0]), "epci", bare=True), *letters.span())


def _asked(zone: Zone, known: list[Found[Party]]) -> Iterator[Found[Party]]:
    """Bodies told after « auprès de » that no other rule knows: the préfet for the State, and proper names."""
    for at in zone.find(_AT):
        start = at.end()
        state = _STATE_HERE.match(zone.view.folded, start, zone.end)
        if state:
            end = max(name_end(zone.view.text, state.end(), zone.end, "établissement"), state.end())
            printed = zone.printed(start, end)
            yield Found(Party(Organisation("État", ("Etat", printed)), "organisation"), start, end)
        elif not any(one.start <= start + 2 < one.end for one in known) and _ASKED_NAME.match(zone.view.text, start):
            end = name_end(zone.view.text, start, zone.end, "établissement")
            yield Found(Party(Organisation(zone.printed(start, end)), "named"), start, end)


def _read(zone: Zone, match: re.Match[str], meaning: Body | BodyType) -> Found[Party] | None:
    if isinstance(meaning, BodyType):
        return _typed(zone, match, meaning)
    if meaning.name in ("État", "Union européenne") and not zone.view.text[match.start()].isupper():
        return None
    return _known(zone, match, meaning)


def _known(zone: Zone, match: re.Match[str], body: Body) -> Found[Party] | None:
    printed = zone.printed(match.start(), match.end())
    if body.name == "État":
        return None  # read by its own pattern: « état » is a common noun too
    if is_of_a_place(zone.view.text[max(0, match.start() - 6) : match.start()], local=body.local):
        return None
    if body.local:
        end = name_end(zone.view.text, match.end(), zone.end, "établissement")
        if end > match.end() and not _NO_TERRITORY.match(zone.view.text, match.end()):
            printed = zone.printed(match.start(), end)
            return Found(Party(Organisation(printed, _with_acronym(zone, end)), "établissement"), match.start(), end)
    owner = bodies()[body.owner].as_organisation() if body.owner else body.as_organisation()
    forms = dict.fromkeys((*owner.aliases, *((printed,) if body.kind != "programme" else ())))
    forms.pop(owner.name, None)
    programme = printed if body.kind == "programme" else None
    return Found(Party(replace(owner, aliases=tuple(forms)), body.kind, programme), match.start(), match.end())


def _typed(zone: Zone, match: re.Match[str], meaning: BodyType) -> Found[Party] | None:
    text = zone.view.text
    acronym = _ACRONYM.match(text, match.end(), zone.end)
    end = acronym.end() if acronym else match.end()
    quoted = quoted_name(text, end, zone.end)
    stop = quoted.end() if quoted else name_end(text, end, zone.end, meaning.kind)
    if stop > end and (quoted or _can_name(meaning.kind, text[end:stop])):
        name = collapse(re.sub(r"[«»\"“”]", " ", text[match.start() : stop]))
        core = collapse(quoted["name"]) if quoted else _core(text[end:stop])
        if is_head(core):
            return None
        if _STATE_HERE.match(zone.view.folded, match.start()):
            return Found(Party(Organisation("État", ("Etat", name)), "organisation"), match.start(), stop)
        aliases = (*_aliases(name, core, meaning.kind), *_with_acronym(zone, stop))
        return Found(Party(Organisation(name, aliases), meaning.kind), match.start(), stop)
    if not meaning.bare or not _stands_alone(zone, match, meaning):
        return None
    return Found(Party(Organisation(zone.printed(match.start(), end)), meaning.kind, bare=True), match.start(), end)


def _can_name(kind: str, name: str) -> bool:
    """A company's name holds a capital: « la société numérique » is none."""
    return kind != "société" or any(char.isupper() for char in name)


def _stands_alone(zone: Zone, match: re.Match[str], meaning: BodyType) -> bool:
    if meaning.kind in _CAPITAL_ALONE and zone.view.text[match.start()].isupper():
        return True
    before = zone.view.folded[max(0, match.start() - 16) : match.start()].replace("\n", " ")
    return bool(_ARTICLE_BEFORE.search(before)) and not _NOT_BODY_BEFORE.search(before)


def _core(name: str) -> str:
    """The proper name without the article or preposition before it."""
    return re.sub(r"^(?i:(?:de la|du|des|de|la|les|le) |(?:de )?l'|d')", "", collapse(name))


def _aliases(name: str, core: str, kind: str) -> tuple[str, ...]:
    if kind in ("commune", "société", "association"):
        return (core,) if core != name else ()
    folded = name.lower()
    return tuple(short + name[len(long) :] for long, short in _SWAPS if folded.startswith(long))


def _with_acronym(zone: Zone, end: int) -> tuple[str, ...]:
    found = _ACRONYM.match(zone.view.text, end, zone.end)
    return (found["acronym"],) if found else ()


def kind_of(organisation: Organisation) -> str:
    """The kind of a territorial body by the first word of its name that tells one; a bare name is a commune's."""
    folded = fold_same_length(organisation.name).replace(".", "")  # « C.C.A.S. de Montfleury »
    told = [(match.start(), kind) for kind, cue in _KINDS if (match := cue.search(folded))]
    return min(told)[1] if told else "commune"


def _as_authority(party: Party, authority: Organisation | None) -> Party:
    """The deciding authority itself, where the party is another writing of it."""
    if authority is None or party.kind in _NEVER_AUTHORITY:
        return party
    same_kind = party.kind == kind_of(authority)
    if party.kind == "établissement":
        short = party.bare and is_short_for(party.organisation.name, authority.name.replace(".", ""))
        ours = same_kind and (short or name_words(party.organisation.name) == name_words(authority.name))
        return Party(authority, "authority") if ours else party
    words = name_words(party.organisation.name)
    if same_kind and (party.bare or (words and words == name_words(authority.name))):
        return Party(authority, "authority")
    return party
