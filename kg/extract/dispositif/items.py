"""How the operative part of a deliberation is cut into its items.

An item begins with an article (« Article 2 : »), with a verb of decision (« AUTORISE », « - Approuve ») or with an
infinitive (« d'autoriser »), where a clause may begin. What is bulleted without such a beginning is a sub-item.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.extract.act import Zone
from kg.extract.dispositif.articles import article_starts
from kg.extract.dispositif.ends import article_end, item_end, last_end
from kg.extract.dispositif.infinitives import INFINITIVE
from kg.extract.dispositif.passages import without_stamps
from kg.model import Span
from kg.text.misread import in_capitals

MARK = r"(?:[-−–—•◦○♦⇒→➤❑●▪■◆►➢➔✓✔>*·\uf000-\uf0ff]|\(?[a-z]\)|(?<!\d)(?:\d{1,2} ?[.)°º/-]+(?: [-–—](?= ))?|\d(?= )"
MARK += r"|(?:(?<=\n)|(?<=\n )|(?<=[;:] ))\.(?= )|(?<![a-z'])[ivx]{1,4} ?[.)°/]+)"  # « . approuve », « iv) »
MARK += r"|[vy*][”\"°'_]{1,3}|(?:(?<=[,;:.\n])|(?<=[,;:.] ))[voqye§+¤€¢£©®°=~¬](?= ))"  # a tick or a ring, as scanned


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of operative_words.toml."""
    table = tomllib.loads((Path(__file__).parent / "operative_words.toml").read_text(encoding="utf-8"))
    return tuple(table[name])


def _verbs(*names: str, ending: str = "(?:nt)?") -> str:
    listed = sorted({verb for name in names for verb in words(name)}, key=len, reverse=True)
    return (
        _by_letter(listed, 2).replace(" ", r"\s{1,2}")
        + rf"{ending}\b(?! (?:lieu|qui|la parole|lecture|connaissance|a mains? lev|a bulletin|unanime|secret"
        r"|electronique|public\b|(?:inter)?prefectora|ministerie|municipa(?:l|ux)\b)"
        r"| ?: ?(?:pour|contre|abst|unanim|a l)|(?:\(s\))? ?[-–]? ?(?:pour|contre)\b ?(?::|contre|\d))"
    )


def _by_letter(listed: list[str], depth: int) -> str:
    """Words as one alternation that looks at the first letters before it tries any word; longer words first."""
    if depth == 0 or len(listed) == 1 or "" in listed:
        return f"(?:{'|'.join(listed)})"
    letters = sorted({word[0] for word in listed})
    return "(?:" + "|".join(f"{x}{_by_letter([w[1:] for w in listed if w[0] == x], depth - 1)}" for x in letters) + ")"


VERB = _verbs("firm", "open")
FIRM = _verbs("firm")
RESOLUTE = _verbs("resolute")
FIRM_PLURAL = _verbs("firm", ending="nt")
FIRM_INFINITIVES = "(?:" + "|".join(words("firm_infinitives")) + r")\b"
# « DAUTORISER », « D AUTORISER »: the apostrophe was lost by the scanner.
_INFINITIVE = (
    rf"(?P<infinitive>(?:de ne pas |de s'|de se |d'en |d'y |de lui |de |d'{{1,2}} ?){INFINITIVE}"
    rf"|d ?{FIRM_INFINITIVES})"
)
_FIRM_INFINITIVE = re.compile(rf"(?:de |d' ?|d ?){FIRM_INFINITIVES}")
# « Le maire est autorisé à signer … » after what was decided is an item of its own.
_AUTHORISED = (
    r"(?P<authorised>(?:(?:m\.|monsieur|madame|mme) )?(?:le |la )(?:maire|presidente?)(?: d[eu] [^.;:,]{3,40}?)?"
    r" (?:est|sera) (?:\w+ ){0,2}?(?:autorise|charge|habilite|mandate)e?\b)"
)
_FIRM, _DECIDING = re.compile(FIRM), re.compile(f"{FIRM}|{RESOLUTE}")
# « SAPPROUVE », « $DIT »: a bullet that was read as a character of the word.
_GLUED = r"(?<=(?<![a-z0-9'])[a-z])(?=[a-z]{6})"
_THAT = r"(?P<that>(?<=[-–—•*>]\s)qu(?:e\b|'))"  # « - Que l'indemnité soit de … »
_OPENING = re.compile(rf"(?=[a-z])(?:\b(?:{VERB}|{_INFINITIVE}|{_THAT}|{_AUTHORISED})|{_GLUED}(?P<glued>{VERB}))")
_BEFORE = re.compile(rf"(?P<stop>^|[\n.;:,!?»)]|) *(?P<mark>{MARK})? ?(?:et |ainsi que |enfin,? )?$")
# « … des maisons. Le conseil municipal autorise le maire à signer »: the subject is said again.
_SUBJECT_AGAIN = re.compile(
    rf"(?<=[.;\n])\s{{1,2}}(?P<subject>(?:il |elle |(?:le\s|l')(?:{'|'.join(words('bodies'))})"
    r"(?:\s(?:[a-z']{4,16}|a)){0,3},?\s)(?:egalement |en outre,? |par ailleurs,? |enfin,? |donc |aussi |de plus,? )?)$"
)
# « la charge », « délégations de vote »: after such a word, a noun.
_NOUN = re.compile(r"\b(?:(?:la|le|les|de|du|des|au|une?|en|sa|ce|cette|par|leur|son) |sous\s{1,2})$")
_COMPOUND = re.compile(r"\w-$|\blieux?\s?-?\s?$")  # « lieu-dit », « lieu - dit », « lieu- / dit »
_CONJOINED = re.compile(
    r"(?:precise|dit) qu(?:e\b|')|(?:autorise|mandate|habilite|donne|sollicite|s'engage|accepte)\b"
    r"(?![^.;,]{0,60}\ba l(?:a|e|es) signer)"
)
_NOUN_ITEM = re.compile(
    r"(?:^|(?<=[\n;:,.])|(?<=[;:,.] ))[ ]{0,4}(?P<mark>[-–—•◦○●▪■►➢✓✔>*]|\d{1,2} ?[.)°-]|[a-z]\)) ?"
    r"(?=(?:la |le |les |l'|une? |des )[a-z]{5,20}(?:tion|sion|ment|age|ure|at|ise|ance|ence|vaux|se|oi|on|ail)s?\b)",
    re.MULTILINE,
)
# « - Monsieur le Maire rapporte : », left under what is proposed.
_REPORTS = re.compile(r"(?:monsieur|madame|m\.|mme)\s[^.;:]{2,80}\s(?:rapporte|expose|presente)[\s:]{0,3}")
_RELATIVE = re.compile(r"\b(?:qui|(?<!tel )(?<!tels )(?<!telle )(?<!telles )que|qu'|dont|lequel|laquelle|ou)\b")
_CLAUSE = 100  # characters of what is decided before the first article
# « … autorise le maire à signer (délibération n° 2023-12) ».
_CLOSED = re.compile(
    r"[\s.;,]*+\(\s?(?:deliberation|delib\.?|acte|d\.?c\.?m\.?) (?:n ?[°º] ?)?[a-z]{0,6}[-_ ]?\d[\w./-]{0,18} ?\)"
    r"[\s.;]*$"
)
_TWIN = re.compile(rf"{VERB} et $")


@dataclass(frozen=True, slots=True)
class Item:
    """One operative item: the passages that it stands in, stamps and page numbers left out."""

    spans: tuple[Span, ...]

    def printed(self, zone: Zone) -> str:
        """The item's words, white space collapsed."""
        return " ".join(zone.printed(*span) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where an item begins: ``mark`` with its bullet, ``start`` with its first word."""

    mark: int
    start: int
    kind: str


def beginnings(zone: Zone) -> list[Beginning]:
    """Where items begin in an operative zone, in order."""
    if articles := article_starts(zone):
        ahead = zone.part(zone.start, articles[0])  # « DÉCIDE d'accorder … aux conditions suivantes : Article 1 »
        clauses = beginnings(ahead) if ahead.end - ahead.start > _CLAUSE else []
        return [*clauses, *(Beginning(start, start, "article") for start in articles)]
    found: list[Beginning] = []
    for opening in zone.find(_OPENING):
        beginning = _beginning(zone, opening, found)
        if beginning:
            found.append(beginning)
    return [*_nouns(zone, found[0]), *found] if found and found[0].kind == "infinitive" else found


def _nouns(zone: Zone, first: Beginning) -> list[Beginning]:
    """« décide : - la réalisation des travaux - d'inscrire … »: what is decided first is told by nouns."""
    found: list[Beginning] = []
    for noun in _NOUN_ITEM.finditer(zone.view.folded, zone.start, first.mark):
        if found or not zone.view.folded[zone.start : noun.start("mark")].strip(" \n:"):
            found.append(Beginning(noun.start("mark"), noun.end(), "infinitive"))
    return found


def _beginning(zone: Zone, opening: re.Match[str], before: list[Beginning]) -> Beginning | None:
    folded, start = zone.view.folded, opening.start()
    if opening["glued"]:
        return Beginning(start - 1, start, "verb") if _is_glued(zone, opening) else None
    if opening["authorised"]:
        return _authorised(zone, opening, before)
    capital = zone.view.text[start].isupper()
    told = _is_past(zone, opening.end()) and not capital
    kind = "infinitive" if opening["infinitive"] or opening["that"] else "verb"
    left = None if told else _BEFORE.search(folded, max(zone.start, start - 16), start)
    infinitives = bool(before) and before[0].kind == "infinitive"
    if kind == "verb" and before and before[0].kind == "verb" and (again := _again(zone, opening)):
        return Beginning(again, start, kind)
    if left is None or _is_told(zone, opening, left) or _NOUN.search(folded, max(zone.start, start - 7), start):
        return None
    twin = folded.endswith("et ", zone.start, start) and _TWIN.search(folded, max(zone.start, start - 20), start)
    if twin or _COMPOUND.search(folded, max(zone.start, start - 20), start):
        return None
    if kind == "verb" and before and not infinitives and _is_conjoined(zone, opening, before[-1].start):
        return Beginning(start - 3, start, kind)
    stop = left["stop"] if left.start("stop") > zone.start or left["stop"] else "\n"
    if kind == "infinitive" and before and not infinitives:
        return None
    if left["mark"] and (not left["mark"].rstrip(".-/ ").isdigit() or stop != "" or _capitals(zone, opening)):
        return Beginning(left.start(), start, kind)
    if kind == "infinitive":
        begins = (capital or stop in (":", "\n", ";")) and (infinitives or not before)
        begins = begins or (stop == "," and infinitives and bool(_FIRM_INFINITIVE.match(folded, start)))
    else:
        begins = _verb_begins(zone, opening, stop, infinitives)
    return Beginning(left.start(), start, kind) if begins else None


def _again(zone: Zone, opening: re.Match[str]) -> int | None:
    """Where the subject that is said again before a verb begins, in a sentence of its own."""
    firm = _DECIDING.match(zone.view.folded, opening.start()) and not _is_past(zone, opening.end())
    said = _SUBJECT_AGAIN.search(zone.view.folded, max(zone.start, opening.start() - 60), opening.start())
    return said.start("subject") if said and firm else None


def _is_conjoined(zone: Zone, opening: re.Match[str], last: int) -> bool:
    """« attribue les subventions et précise que … »: two decisions, unless a relative clause owns the verb."""
    folded, start = zone.view.folded, opening.start()
    joined = folded[start - 3 : start] == "et " and _CONJOINED.match(folded, start)
    return bool(joined) and start - last > 30 and not _RELATIVE.search(folded, last, start)


def _is_glued(zone: Zone, opening: re.Match[str]) -> bool:
    """A bullet read as a letter stands in capitals against its verb, which does too."""
    return zone.view.text[opening.start() - 1].isupper() and _capitals(zone, opening)


def _authorised(zone: Zone, opening: re.Match[str], before: list[Beginning]) -> Beginning | None:
    """« Le maire est autorisé à … » begins a sentence after another item."""
    start = opening.start()
    stopped = zone.view.folded[max(zone.start, start - 3) : start].rstrip(" ")[-1:] in (".", ";", "\n", "-")
    return Beginning(start, start, "verb") if before and stopped and zone.view.text[start].isupper() else None


# « Les membres du conseil ont, à l'unanimité : - Approuvé … - Autorisé … »
_PERFECT_HEAD = re.compile(r"\b(?:a|ont)\b[^.;:\n]{0,80}:\s{1,2}(?:\S )?$")


def _is_told(zone: Zone, opening: re.Match[str], left: re.Match[str]) -> bool:
    """A past participle with a capital opens no item, unless the head of the list holds its auxiliary."""
    if not _is_past(zone, opening.end()):
        return False
    return not (left["mark"] and _PERFECT_HEAD.search(zone.view.folded, max(0, zone.start - 120), zone.start))


def _is_past(zone: Zone, end: int) -> bool:
    """« approuvé », « engagée » are not « approuve », « engage »; accents tell them apart."""
    return zone.view.text[end - 1] in "éÉ"


def _verb_begins(zone: Zone, opening: re.Match[str], stop: str, infinitives: bool) -> bool:
    if _capitals(zone, opening):
        return True
    if infinitives:
        return False
    capital = zone.view.text[opening.start()].isupper()
    if stop in (";", "\n") or (stop in (".", ":") and capital):
        return True
    return stop in (",", ":") and bool(_FIRM.match(zone.view.folded, opening.start()))


def _capitals(zone: Zone, opening: re.Match[str]) -> bool:
    """Whether the verb is printed in capitals in a sentence that is not."""
    text = zone.view.text
    return in_capitals(text[slice(*opening.span())]) and not text[opening.end() : opening.end() + 24].isupper()


def cut(zone: Zone, found: list[Beginning]) -> Iterator[Item]:
    """The items of an operative zone, from their beginnings."""
    for index, beginning in enumerate(found):
        last = index + 1 == len(found)
        end = zone.end if last else found[index + 1].mark
        if beginning.kind == "article":
            end = article_end(zone, beginning.start, end) if last else end
        else:
            end = last_end(zone, beginning.start, end) if last else item_end(zone, beginning.start, end)
        closed = _CLOSED.search(zone.view.folded, max(beginning.start, end - 60), end)
        item = Item(tuple(without_stamps(zone, beginning.start, closed.start() if closed else end)))
        if item.spans and not _REPORTS.fullmatch(zone.view.folded, *item.spans[0]):
            yield item
