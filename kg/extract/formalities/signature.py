"""Who signs, where and when: « Fait à …, le … », « Pour extrait conforme, le Maire, … », « Signé par : … ».

Signatures stand in columns: titles first and names below, or the other way round; they are paired in order. « Pour le
Maire, le premier adjoint, … » is signed by the adjoint. Of two signatures, that of the executive counts before that of
the secretary (CGCT R2121-9).
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.act import Act, Example, Extractor, Mention, Zone
from kg.extract.dispositif import find_operative
from kg.extract.formalities.signed_at import formulas, place_and_date
from kg.extract.officers.presiding import chair_named
from kg.model import Person, Span
from kg.text.found import Found
from kg.text.names import find_names
from kg.text.view import collapse

_ROLE = re.compile(
    r"\b(?P<role>(?:(?:1\s*ere?|premiere?|deuxieme|troisieme|\d{1,2}\s*e(?:me)?)\s+)?"
    r"(?:maire(?:[\s-]+(?:deleguee?|adjointe?))?|(?:vice[\s-]+)?presidente?(?:\s+(?:deleguee?|de\s+seance))?"
    r"|adjointe?(?:\s+au\s+maire|\s+a\s+la\s+maire)?(?:\s+deleguee?)?"
    r"(?:\s+(?:chargee?\s+)?(?:aux|a\s+la|a\s+l'|de\s+la|de\s+l'|des)\s*[a-z' -]{3,50}?(?=\s*,\s|\n))?"
    r"|(?:le/la\s+)?secretaire(?:\s+(?:de\s+(?:la\s+)?seance|generale?))?"
    r"|direct(?:eur|rice)\s+generale?(?:\s+adjointe?)?(?:\s+des\s+services)?)"
    r"(?:\s+d(?:u|e\s+la|e)\s+(?:conseil\s+\w{5,16}|communaute(?:\s+d(?:e\s+|')\w+)?|metropole|syndicat|region|departement|ccas|cias|caisse\s+des\s+ecoles|commission\s+permanente))?)"
    r"\b(?!\s+de\s+seance)"
)
_STANDS_IN = re.compile(
    r"\bmaire(?:\s+d[eu]\s+[a-z' -]{2,30})?\s*,?\s*$"
    r"|(?:\bpour|\bdelegation\s+d[ue])\s*(?:(?:m|mr|mme|monsieur|madame)\.?\s+)?(?:l[ea]\s+|l')?$"
)
# « Le Président, par délégation, la directrice générale »: who signs is the second.
_DELEGATES = re.compile(r"\s*,?\s*(?:et\s+)?par\s+(?:delegation|empechement|interim|ordre|suppleance)\b")
_ENDS = re.compile(
    r"\benvoyee?\s+en|\brecue?\s+(?:en|le)|\baccuse\s+de|\bpublie"
    r"|\baffiche(?!\s+le\s+\w{1,4}\s+\w{3,9}\s+\d{4}(?:[ ]*\n|\s?[.,]?\s+l[ea]\s+(?:maire|president)))"
    r"|\bcertifie\s+(?:sous|le|que|avoir|executoire\s+(?:par\s+l[ea]|compte))|\bdate\s+de\s+recep|\brecours\b|\btransmi"
    r"|\bextrait\s+du|\brepublique|\bdepartement\b|\bconforme?ment|\bnombre\s+de|\bpresents?\s*:|\bvu\b(?!\s+pour|\s*,\s*l[ea]\s+(?:maire|president))|\bmise?\s+en\s+ligne|\bresultat\s+du\s+vote|\bcet?\s+acte"
)
_FILLER = re.compile(  # « de Valmont, » among what may stand between a title and a name
    r"(?:\bd(?:e|u|')\s?(?:la\s|l')?[a-z][a-z'-]{2,30}"
    r"(?:[\s-](?:sur|sous|les?|la|en|de|du|[a-z'-]{3,20})){0,4}?\s?(?=,|\n)"
    r"|\b(?:vice[\s-]presidente?|conseillere?|chargee?|deleguee?)\s[^,.;:\n]{3,50}+"  # another office of who signs
    r"|\b\d{1,2}(?:er)?\s[a-z]{3,9}\s20\d\d\b|[^a-z0-9]|\b\w{1,3}\b|\b\d{4}\b|\bsigne\w*|\bsignature\d?|\billisible|\bpour|\bpar|\bdelegation|\bmonsieur|\bmadame|\bqualite|\bcachet|\belectroniquement"
    r"|\bnumeriquement|\bextrait|\bcopie|\bconforme|\bcertifie\w*|\bregistre|\boriginal|\bempeche\w*|\bdate|\bexecutoire|\bdes\s+services|\baffiche\s+le\s+\w{1,4}\s+\w{3,9})*+"
)
_SURNAME, _SECRETARY = re.compile(r"[A-ZÀ-Ý]{3,}.* |.* [A-ZÀ-Ý]{3,}"), re.compile(r"secr[eé]taire", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:vertu|delegations?|decisions?|conseil|pouvoirs?|seance|signatures?|signer|adoptee?s?|approuvee?s?)\b"
)
_WHOLE_WORD = re.compile(r"[a-z]{3}")  # « SS R. » is the noise of a stamp
_SPEAKS = re.compile(r"\s*(?::(?!\s*(?:envoye|recu|affiche|publie|republique|transmis|$))|\.\s*-)")
_REACH = 330
_LAST_WORDS, _TAIL = 1500, 12_000
_NEAR, _BELOW = 150, 120  # between a formula and the first title; the last item and the name alone below it
_APART = 250  # from the formula of the executive to the title of the secretary below


class _Signer(NamedTuple):
    """A name, the role printed with it, and where both stand."""

    name: Found[str]
    role: re.Match[str]


def read_signature(act: Act) -> Iterator[Mention]:
    """``signature/signatory``, ``signature/place`` and ``signature/date``: in the act, else at the end of minutes."""
    zones = [zone.part(zone.end - _TAIL, zone.end) for zone in (act.item, act.closing, _last_words(act))]
    signed = next(filter(None, ([*_signatory(zone, at == 1)] for at, zone in enumerate(zones))), [])
    if act.shared and act.closing:  # « Fait à …, le … » may have gone with the last item
        zones[1] = act.whole.part(act.closing.start - _NEAR, act.closing.end)
    done = next(filter(None, map(place_and_date, zones)), [])
    yield from (*signed, *done)
    if not signed and not done:
        yield from _chair_signs(act)


def _chair_signs(act: Act) -> Iterator[Mention]:
    """« DIT que la recette est inscrite. Jean VALLIER »: the chair's name alone below what is decided."""
    chair, operative = chair_named(act), None if act.shared else find_operative(act)
    if chair is None or operative is None or " " not in chair.value:
        return
    end = operative.items[-1].spans[-1].end
    below = act.item.part(end, end + _BELOW)
    words = r"\s+".join(map(re.escape, chair.value.split()))
    for name in below.find_exact(re.compile(rf"(?<=[.;\n]) ?(?P<name>{words})(?= ?\n|\s*$| [A-ZÀ-Ý]{{4}})")):
        span = Span(*name.span("name"))
        yield Mention("signature/signatory", Person(chair.value), (span,), "chair-named-below", (("/name", (span,)),))
        return


def _last_words(act: Act) -> Zone:
    """The end of minutes, where segmentation set no closing apart."""
    end = act.whole.end
    return act.whole.part(end - _LAST_WORDS if act.shared and not act.closing else end, end)


def _signatory(zone: Zone, closing: bool) -> Iterator[Mention]:
    """The last place where someone signs; the executive, where the secretary signs right below."""
    starts = [*([zone.start] if closing and zone else []), *formulas(zone)]
    found: list[_Signer] = []
    for start in reversed(starts):
        if found and found[0].role.start() - start > _APART:
            break
        found = [*found, *_signers(zone, start)]
        if heads := [one for one in found if not _SECRETARY.search(one.role[0])]:
            found = heads
            break
    yield from (_mention(zone, one) for one in found[:1])


def _mention(zone: Zone, signer: _Signer) -> Mention:
    name, role = Span(signer.name.start, signer.name.end), Span(*signer.role.span("role"))
    person = Person(signer.name.value, collapse(zone.view.text[role.start : role.end]))
    parts = (("/name", (name,)), ("/role", (role,)))
    return Mention("signature/signatory", person, (name, role), "signed-with-a-title", parts)


def _signers(zone: Zone, start: int) -> Iterator[_Signer]:
    """Titles and names that follow each other from an offset, paired in order; no title, no signer."""
    stop = min(zone.end, start + _REACH)
    ends = _ENDS.search(zone.view.folded, start, stop)
    stop = ends.start() if ends else stop
    first = _ROLE.search(zone.view.folded, start, stop)
    if not first or first.start() > start + _NEAR:
        return
    roles = [
        role
        for role in _ROLE.finditer(zone.view.folded, start, stop)
        if not _STANDS_IN.search(zone.view.folded, max(start, role.start() - 40), role.start())
    ]
    roles = [role for role in roles if not _DELEGATES.match(zone.view.folded, role.end(), stop)] or roles
    names = _names(zone, start, stop) or _names(zone, roles[0].end() if roles else stop, stop, listed=True)
    if roles:
        yield from _paired(zone, roles, names)


def _names(zone: Zone, start: int, stop: int, *, listed: bool = False) -> list[Found[str]]:
    """Names of a passage. After a title, « VALLIER Jean » is one though it stands in no list: a surname in capitals."""
    found = [_on_a_line(zone, one) for one in find_names(zone.view.text, start, stop, listed=listed)]
    return [one for one in found if _may_sign(zone, one) and (not listed or _SURNAME.search(one.value))]


def _may_sign(zone: Zone, name: Found[str]) -> bool:
    """Not a title taken for a name, nor a speaker (« Mme Vallier : »), nor someone mentioned (« M. Vallier »)."""
    folded = zone.view.folded
    if " " not in name.value and not name.value.isupper():
        return False
    if _NO_NAME.search(folded, name.start, name.end) or not _WHOLE_WORD.search(folded, name.start, name.end):
        return False
    return not _ROLE.search(folded, name.start, name.end) and not _SPEAKS.match(folded, name.end)


def _on_a_line(zone: Zone, name: Found[str]) -> Found[str]:
    """A name without what stands on the next line, where its own line holds two words."""
    line = zone.view.text[name.start : name.end].split("\n")[0].rstrip()
    return Found(line, name.start, name.start + len(line)) if len(line.split()) > 1 else name


def _paired(zone: Zone, roles: list[re.Match[str]], names: list[Found[str]]) -> Iterator[_Signer]:
    """« Le Maire, La secrétaire⏎A. B » and « A⏎B⏎Maire⏎Secrétaire »: as many names as titles, else the nearest name."""
    run_roles, run_names = _run(zone, roles, names)
    if len(run_roles) == len(run_names):
        yield from (_Signer(name, role) for role, name in zip(run_roles, run_names, strict=True))
        return
    for name in run_names[:1]:
        before = [role for role in run_roles if role.end() <= name.start]
        nearest = before[-1:] or [role for role in run_roles if role.start() >= name.end][:1]
        yield from (_Signer(name, role) for role in nearest)


def _run(
    zone: Zone, roles: list[re.Match[str]], names: list[Found[str]]
) -> tuple[list[re.Match[str]], list[Found[str]]]:
    """The titles and names with nothing but signs, initials and formulas between them, from the first on."""
    marks = sorted([(role.start(), role.end()) for role in roles] + [(name.start, name.end) for name in names])
    reached = marks[0][1]
    for start, end in marks[1:]:
        if start >= reached and not _FILLER.fullmatch(zone.view.folded, reached, start):
            break
        reached = max(reached, end)
    return [role for role in roles if role.end() <= reached], [name for name in names if name.end <= reached]


EXTRACTOR = Extractor(
    "signature",
    read_signature,
    (
        Example(
            "Fait à Valmont, le 31/12/20\nPour extrait conforme,\nMonsieur Le Président\nSigné.\nJean VALLIER",
            {
                "signature/signatory": Person("Jean VALLIER", "Président"),
                "signature/place": "Valmont",
                "signature/date": dt.date(2020, 12, 31),
            },
        ),
        Example(
            "Fait et délibéré les jour, mois et an susdits. Le secrétaire de séance, Le Maire, Signé Anne BRISSET"
            " Franck OSTROU",
            {"signature/signatory": Person("Franck OSTROU", "Maire")},
        ),
        Example(
            "Pour extrait conforme, Pour le Maire, et par délégation, Signé par : Anne BRISSET Date : 05/07/2022"
            " Qualité : Directrice Générale des Services",
            {
                "signature/signatory": Person("Anne BRISSET", "Directrice Générale des Services"),
                "signature/date": dt.date(2022, 7, 5),
            },
        ),
        Example(
            "Pour copie conforme au registre sont les signatures VALMONT, Le 19 DECEMBRE 2022 Le secrétaire de Séance,"
            " Louis BRISSET",
            {
                "signature/signatory": Person("Louis BRISSET", "secrétaire de Séance"),
                "signature/place": "VALMONT",
                "signature/date": dt.date(2022, 12, 19),
            },
        ),
        Example(
            "Le secrétaire de séance Le Maire, Louis BRISSET Jean-Claude VALLIER Les extraits sont consultables.",
            {"signature/signatory": Person("Jean-Claude VALLIER", "Maire")},
        ),
        Example(
            "Prochain conseil le 3 mars 2020. Valmont en Serre, le 28 janvier 2020 Le Président, Jean-Louis VALLIER",
            {
                "signature/signatory": Person("Jean-Louis VALLIER", "Président"),
                "signature/place": "Valmont en Serre",
                "signature/date": dt.date(2020, 1, 28),
            },
        ),
        Example(
            "Le conseil s'est réuni sous la présidence de M. Jean VALLIER, Maire. Après en avoir délibéré, AUTORISE la"
            " vente ; DIT que la recette est inscrite au budget. Jean VALLIER RÉPUBLIQUE FRANÇAISE",
            {"signature/signatory": Person("Jean VALLIER")},
        ),
        Example(
            "La séance est levée à 22 h 10.\n\n        Vu, le Maire          Affiché le 4 juillet 2022\n"
            "        Jean VALLIER",
            {"signature/signatory": Person("Jean VALLIER", "Maire")},
        ),
    ),
    (
        Example("Le Maire, Jean VALLIER, propose d'approuver la convention.", {}),
        Example("Ce projet est tout à fait à même de porter ses fruits.", {}),
    ),
)
