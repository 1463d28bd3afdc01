"""What a document is: a deliberation, minutes, a list of deliberations, or something that holds no deliberation."""

import re

from kg.extract.layout.words import DECISION
from kg.text.cues import Holding, Led, Searchable
from kg.text.view import View

HEAD = 1600
BULLETIN = "official-bulletin"
# A register of decisions is the executive's, unless it names the organ.
_OF_EXECUTIVE = (
    r"\s{1,3}des\s{1,3}decisions(?!\s{1,3}(?:du\s(?:conseil|bureau|comite)|de\sl(?:'assemblee|a\scommission)))"
)
_EXTRACT = re.compile(
    r"proces[- ]verbal\s?[-–—:|]\s?extrait(?!s?\s[a-z]{2,4}\s(?:debat|vote))|"
    r"registre\s{1,3}des\s[_ ]{0,3}deliberations|extraits?\s{1,3}des\s{1,3}deliberations|extrait\s{1,3}du\s{1,3}proces|"
    rf"extrait\s{{1,3}}du\s{{1,3}}registre(?!{_OF_EXECUTIVE}|\s{{1,3}}des\s{{1,3}}arretes)|"
    r"(?<!\w)deliberation\s{0,2}(?:n\s?[°º]|du\s(?:conseil|bureau|comite)|(?=[a-z]{0,5}[-/_]?(?:19|20)\d\d[-/_]\d))|"
    r"affaire n°[\w-]+/"
)
_MINUTES = re.compile(
    r"proces?\s?[-–—\s]{0,3}\s?verbal(?!\s(?:de la seance du conseil municipal d[ue] \w+ ))|"
    r"comptes?\s?[- ]\s?rendu|(?<!\w)(?:pv|cr)\s(?:du|de la)|releve des deliberations"
)
_LIST = re.compile(
    r"listes?\s{1,3}(?:et objet )?des\s{1,3}deliberations?|publication\s(?:des\s)?deliberations|"
    r"deliberations (?:(?:examinees|votees|approuvees) par|(?:examinees|votees|approuvees|adoptees|debattues)"
    r" (?:en|lors de|au cours de|pendant|a) (?:la |cette )?seance)|"
    r"(?:tableau|etat|recapitulatif|bordereau)(?: recapitulatif)? des deliberations"
)
_OTHERS: tuple[tuple[str, Searchable], ...] = (
    (
        "draft",
        Led(
            r"(?<!\bdu )(?<!\ble )(?<!\bles )(?<!\bce )(?<!\bau )(?<!\baux )(?<!\bdes )"
            r"projets? de deliberation(?!s valant)|"
            r"rapport valant projet",
            ("projet", "rapport"),
        ),
    ),
    (
        "order",
        Led(
            r"(?<!vu l')(?<!\w)arretes? (?:du maire|du president|municipal|temporaire|permanent|n\s?[°º]|"
            r"de delivrance|portant|reglementant)|(?:(?<=demande )|^)arrete\s",
            ("arrete",),
        ),
    ),
    (
        "executive-decision",
        Holding(
            r"(?s:(?<!\w)decisions? (?:du maire|du president|de la presidente|"
            r"municipale)(?! rend)[\s\w'-]{0,60}?(?:prise|n\s?[°º]|en application)|"
            r"^.{0,200}(?<!\w)(?<!objet )(?<!intitule )(?<!titre )decision\s{1,2}n\s?[°º]|"
            # « Le Maire de Montfleury, VU … »: the executive speaks, its visas follow.
            r"(?:^|[\n.\d]\s{0,4})(?:nous, )?l[ea] (?:maire|presidente?)(?: d(?:[eu] |')[^,.;:]{2,60})?,\s{1,4}vus? |"
            rf"registre{_OF_EXECUTIVE})",
            ("decision", "maire", "president"),
        ),
    ),
    (BULLETIN, re.compile(r"recueil des actes administratifs")),
    (
        "report",
        re.compile(
            r"rapport (?:au|du) (?:conseil|president|maire)|rapport de presentation|note (?:explicative )?de synthese"
        ),
    ),
    (
        "agreement",
        re.compile(
            r"(?<!\w)(?:convention|bail|contrat|protocole|avenant|"
            r"marche)\b[^.]{0,400}?(?<!\w)entre\s?(?::|les soussignes|la commune|la ville|"
            r"le )[\s\S]{0,900}?(?:d'une part|ci-apres)"
        ),
    ),
    (
        "convocation",
        re.compile(
            r"objet : convocation|convocation (?:a la|au|du|de) |je vous prie de bien vouloir|se reunira|"
            r"prochain conseil"
        ),
    ),
)
_HELD = re.compile(
    r"s'est (?:\w+ )?(?:reuni|assemble)|se sont (?:\w+ )?(?:reunis|assembles)|(?:etaient|"
    r"sont) presents?|presents? ?:|presents?\s(?:mm|m\.|mme|mesdames)|ouvre la seance|"
    r"seance est ouverte|assistaient|sous la presidence|presents? \(?\d|seance du|"
    r"la seance est levee|se reunit|votants?"
)
# Surer still: members sat.
_SAT = re.compile(
    r"s'est (?:\w+ )?(?:reuni|assemble)|se sont (?:\w+ )?(?:reunis|assembles)|etaient presents?|"
    r"ouvre la seance|seance est (?:ouverte|levee)"
)
# « Le Conseil de Valmarne, … Vu … »: the organ speaks, its visas follow; « N°07 - Adhésion … »: a page of one act.
_VISED = re.compile(
    r"(?:^|[\n.]\s{0,4})(?:l[ea] |l')(?:conseil|commission permanente|bureau|comite|assemblee)(?!\w)[^.;:]{0,120}?,?"
    r"\s{1,4}vus? "
)
_TOLD = re.compile(
    r"secretaires? de seance|ordre du jour|proces[- ]verbal|compte[- ]rendu|seance est (?:ouverte|levee)"
)
# « DEL-20220519-27 » below the letterhead.
_OWN = re.compile(r"(?<![\w/-])(?:delib|del|dcm|dcc|dl)[-_ ]?(?:19|20)\d\d(?:\d{4})?[-_/]\d{1,4}(?!\w)")
LETTERHEAD = 400
_ORGAN = re.compile(
    r"(?<!\w)(?:conseil (?:municipal|communautaire|departemental|regional|syndical)|comite syndical)(?!\w)"
)
# Without any of these, a « compte-rendu » is that of a building site or of a meeting of staff.
_DELIBERATING = re.compile(
    r"(?<!\w)(?:conseil(?!le[ rz])|comite|assemblee|commission permanente|bureau (?!d'etude)|deliber|unanim"
    r"|secretaire de seance)"
)
_SITTING = re.compile(
    r"(?<!\w)(?:conseil|comite|bureau) (?:municipal|communautaire|syndical|departemental|regional|d'administration) du "
    r"(?:\w{5,8} )?\d{1,2}(?:er)? \w{3,9} (?:19|20)\d\d"
)
_NUMBERED = re.compile(
    r"(?:^|\n)[ \t]{0,8}(?:deliberation\s{1,2})?n\s?[°º]\s?\d[\w/.-]{0,15}\s{1,2}[-–—:]\s|"
    r"(?<!\w)objet\s{0,2}:"
)
_AGENDA = re.compile(r"ordre du jour|(?<!date de )(?<!date de la )(?<!envoi de la )convocation(?!\s?:?\s?(?:le\s)?\d)")
_TABLE = re.compile(r"[^;\n]{1,80}(?:;[^;\n]{0,120}){5,}\n|[^,\n]{1,80}(?:,[^,\n]{0,60}){7,}\n[^\n]*\d{9}")


def kind_of(view: View) -> str:
    """One of deliberation, minutes, list; or agenda, convocation, order, executive-decision, agreement, report, draft,
    official-bulletin, table, unknown."""
    folded = view.folded
    head = folded[:HEAD]
    if not head.strip():
        return "unknown"
    if _TABLE.match(folded):
        return "table"
    first = {name: match.start() for name, match in ((n, p.search(head)) for n, p in _named()) if match}
    if other := _other(first, folded):
        return other
    if (
        "list" in first
        and first["list"] < 700
        and first["list"] <= min(first.get("minutes", HEAD), first.get("extract", HEAD)) + 60
    ):
        return "list"
    if "extract" in first and first["extract"] <= first.get("minutes", HEAD):
        return "deliberation"
    agenda = _AGENDA.search(head)
    minutes = first.get("minutes", HEAD)
    if agenda and agenda.start() < min(260, minutes) and minutes > 80 and not _SAT.search(folded):
        return "agenda"
    if "minutes" in first:
        return "minutes" if _DELIBERATING.search(folded) else "report"
    return _without_name(folded)


def is_named_minutes(view: View) -> bool:
    """True where the head of a document says that it is minutes."""
    return bool(_MINUTES.search(view.folded, 0, HEAD))


def _named() -> tuple[tuple[str, Searchable], ...]:
    return (("list", _LIST), ("extract", _EXTRACT), ("minutes", _MINUTES), *_OTHERS)


def _other(first: dict[str, int], folded: str) -> str | None:
    """What is none of ours says so before anything else does, and before any sitting is described."""
    ours = min(first.get("extract", HEAD), first.get("minutes", HEAD), first.get("list", HEAD))
    held = _HELD.search(folded[:HEAD])
    bulletin = first.get(BULLETIN, HEAD)  # its contents tell of orders
    ahead = all(bulletin <= start for start in first.values())
    for name, _ in sorted(_OTHERS, key=lambda other: other[0] != BULLETIN) if ahead else _OTHERS:
        if name in first and first[name] < min(ours, 900) and not (held and held.start() < first[name]):
            if name == "convocation" and _SAT.search(folded):
                continue
            return name
    return None


def _without_name(folded: str) -> str:
    """What tells of a sitting is of minutes, cut before any decision too; its day alone in the head is not enough."""
    decided = sum(1 for _ in zip(range(3), DECISION.finditer(folded), strict=False))
    if decided and _is_one_act(folded):
        return "deliberation"
    if decided and (_HELD.search(folded) or _SITTING.search(folded[:HEAD])):
        return "minutes"
    if _AGENDA.search(folded[:HEAD]) and not decided:
        return "agenda"
    if decided and _ORGAN.search(folded) and _NUMBERED.search(folded[:HEAD]):
        return "deliberation"
    told = _SAT.search(folded[:HEAD]) and _ORGAN.search(folded[:HEAD])
    return "minutes" if decided >= 2 or told else "unknown"


def _is_one_act(folded: str) -> bool:
    """The organ speaks once, with its visas, and nothing tells of a sitting as minutes do, or a number heads it all."""
    once = sum(1 for _ in zip(range(2), _VISED.finditer(folded), strict=False)) == 1
    return once and (_OWN.search(folded, 0, LETTERHEAD) is not None or not _TOLD.search(folded))
