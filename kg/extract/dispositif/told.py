"""What was decided, told without a formula: « Budget voté par 7 voix », « L'entreprise X est retenue ».

Minutes of small bodies state the outcome as a fact. The sentence is the decision; it is read only where an act holds no
formula of decision. The choice of the secretary and of the tellers opens a sitting or an election and decides nothing.
"""

import re

from kg.extract.act import Act, Zone
from kg.extract.dispositif.ends import sentence_end
from kg.model import Span
from kg.text.view import fold_same_length
from kg.text.word_starts import Begun

_VOTED = r"(?:a l'unanimite|a la majorite|(?:par|avec) (?:\d{1,3}|[a-z-]{2,16}) voix)"
# « Ces deux montants sont validés à l'unanimité »: any verb of outcome, where the vote is told with it.
_OUTCOME = (
    r"(?:adopte|approuve|accepte|valide|vote|enterine|retenu|choisi|refuse|rejete|fixe|maintenu|reconduit|confirme|attribue"
    r"|accorde|modifie|autorise|instaure|cree|supprime|prolonge|renouvele|decide|arrete|agree|ratifie|acte)"
)
_TOLD = Begun(
    rf"\b(?:adoption|approbation|validation|accord) (?:unanime|a l'unanimite|a la majorite) (?:d[eu]s? |de l[a'] ?)"
    rf"|\b(?:accord (?:du|de l[a'] ?|des) ?\w{{5,9}},? unanime)\b"
    rf"|\b(?:budgets?|comptes?|motion|voeu|tarifs?|taux|programme|reglement|projet|plan)\b[^.;:]{{0,60}}? "
    rf"(?:votee?s?|adoptee?s?|approuvee?s?) {_VOTED}"
    r"|(?<!qui )\b(?:est|sont) (?:(?:donc|ainsi|desormais) )?(?:declaree?s? elue?s? (?!secretaire)|proclamee?s? [a-z]"
    r"|designee?s?\b|retenue?s?\b|elue?s? (?!a partir|parmi|au scrutin|pour|par|sur)[a-z]"
    r"|nommee?s? [a-z]|reconduite?s?\b)"
    rf"|\bil a (?:donc |ainsi )?ete (?:donc |ainsi )?(?:decide|convenu),? (?:{_VOTED}|de |d'|qu)"
    r"|\bil est (?:donc |ainsi )?(?:(?:pris|donne) acte\b(?! de (?:ce|cette) \w+ par )"
    r"|(?:alloue|accorde|attribue|decide)\b)"
    r"|\b(?:a|ont) (?:ainsi |donc )?ete (?:immediatement )?(?:proclamee?s? (?:elue?s? )?[a-z]|declaree?s? elue?s?)"
    r"|\b(?:n'est pas|n'a pas ete) (?:adoptee?|approuvee?)\b|\b(?:est|sont) (?:rejetee?s?|refusee?s?)\b(?! par l)"
    r"|\bsont (?:accorde|attribue|alloue|vote|retenu)e?s ?:"
    rf"|(?<!qui )\b(?:est|sont|a ete|ont ete) (?:(?:donc|ainsi|alors|ensuite|egalement) )?{_OUTCOME}e?s?"
    rf"(?: [a-z0-9€%'-]{{1,12}}){{0,5}}?,? (?P<voted>{_VOTED})"
    r"|(?:(?:m\.|monsieur|madame|mme) )?\b(?:le |la )(?:maire|presidente?) (?:est|a ete) "
    r"(?:(?:donc|ainsi|egalement|par ailleurs) )?(?P<authorised>(?:autorise|charge|habilite|mandate)e?\b)",
    (
        *("adoption", "approbation", "validation", "accord", "budget", "compte", "motion", "voeu", "tarif", "taux"),
        *("programme", "reglement", "projet", "plan", "il est ", "il a ", "n'est pas ", "n'a pas "),
        *(f"{verb} {word}" for verb in ("est", "sont") for word in ("de", "do", "ai", "pr", "re", "el", "no")),
        *(f"{verb} {word}" for verb in ("a", "ont") for word in ("ete ", "ainsi ", "donc ")),
        *(f"{verb} {word}" for verb in ("est", "sont") for word in ("a", "v", "en", "c", "f", "m", "s", "eg")),
        *("le maire", "la maire", "le president", "la president", "monsieur le", "madame l", "m. le", "mme l"),
    ),
)
# « Après discussion, il a été décidé de … »; « en 2019, il a été décidé de … » tells another day's decision.
_WITHOUT_VOTE = (" de ", " d'", " qu")
_DEBATED = re.compile(
    r"(?:apres|ensuite d'un|au terme d[eu']|a l'issue d[eu']) ?(?:[a-z' ]{1,20} )?"
    r"(?:discussions?|debats?|echanges?|deliberation|delibere|vote|concertation|reflexion)"
    r"(?: [a-z' ]{2,30})?,? (?:et vote,? )?$"
)
_OPENING = re.compile(
    r"^une? |^conformement |(?P<secretary>secretaire)|assesseur|scrutateur"
    r"|candidate?s?\b|bureau de vote|\bsi\b|\bquand\b|\bdate\b"
)
_PROCLAIMED = re.compile(r"(?:a|est) (?!.*(?:adopt|approuv|rejet|refus))")
_PERSON = re.compile(r"(?<![a-z])(?:m\.|mme\b|mlle\b|monsieur|madame) (?!le |la )")
_RELATED = re.compile(r"\b(?:que|qu'|dont|qui|lequel|laquelle|si|lorsque|comme|considerant|vu|attendu)\b")
# « Le point est adopté à l'unanimité » tells the vote, not what is decided.
_VOTE_ALONE = re.compile(
    r"\b(?:points?|deliberations?|questions?|rapports?|affaires?|dossiers?|resolutions?|l'ensemble|le tout|elles?|ils?)"
    r"\b[^.;:]{0,30}$"
)
_SUBJECT = re.compile(r"(?<![^\s.])(?:Ces?|Cet|Cette|Les?|La)\s(?=[a-zà-ÿ])")  # after a sentence without its stop
_BEFORE, _NEAR, _WORDY = 260, 90, 120
_LONGEST = 900


def told(act: Act) -> Span | None:
    """The last sentence that states an outcome, without the heading of the act before it."""
    title = [span.end for mention in act.heading if mention.field == "title" for span in mention.spans]
    floor = max([act.item.start, *(end for end in title if end < act.item.end)])
    zone = act.item.part(floor, act.item.end)
    secretary = "secretaire" in fold_same_length(str(act.heading_value("title") or ""))
    found: Span | None = None
    for match in zone.find(_TOLD):
        if match[0].endswith(_WITHOUT_VOTE) and not _DEBATED.search(
            zone.view.folded, max(floor, match.start() - _NEAR), match.start()
        ):
            continue
        sentence = _sentence(zone, match)
        if not _tells_nothing(zone, match, sentence.start) and not _opens_sitting(zone, sentence, secretary):
            found = sentence
    return found


def _opens_sitting(zone: Zone, sentence: Span, secretary: bool) -> bool:
    """Whether a sentence opens a sitting or an election; the secretary is the matter of an item headed so."""
    opening = _OPENING.search(zone.view.folded[sentence.start : sentence.end])
    return opening is not None and not (secretary and opening["secretary"])


def _tells_nothing(zone: Zone, match: re.Match[str], start: int) -> bool:
    """Whether the vote alone is told, or what another sentence says of the executive."""
    if match["voted"]:
        decided = zone.view.folded.startswith(_WITHOUT_VOTE, match.end())  # « il est validé à l'unanimité de … »
        return not decided and bool(_VOTE_ALONE.search(zone.view.folded, start, match.start()))
    return bool(match["authorised"] and _RELATED.search(zone.view.folded, start, match.start()))


def _sentence(zone: Zone, match: re.Match[str]) -> Span:
    """The sentence that holds a passage; a colon, a line that ends and a bracket before it may open it."""
    named = _PROCLAIMED.match(match[0]) and [*zone.part(match.start() - _BEFORE, match.start()).find(_PERSON)]
    if named:
        return Span(named[-1].start(), sentence_end(zone, match.end(), min(zone.end, match.end() + _LONGEST)))
    impersonal = match[0].startswith("il ")  # « Vu …, considérant …, il est pris acte de … »
    start = match.start() if impersonal else max(zone.start, match.start() - _BEFORE)
    blank = zone.view.text.rfind("\n\n", start, match.start())
    start = blank + 2 if blank >= 0 else start
    while (stop := sentence_end(zone, start, match.start())) < match.start():
        start = stop + 1
    if match["voted"] and match.start() - start > _WORDY:
        start = max([start, *(m.start() for m in _SUBJECT.finditer(zone.view.text, start, match.start()))])
    end = sentence_end(zone, match.end(), min(zone.end, match.end() + _LONGEST))
    while start < end and zone.view.text[start] in " \n-–•>:;,.)":
        start += 1
    return Span(start, end)
