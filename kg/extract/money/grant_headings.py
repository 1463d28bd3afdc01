"""What announces a list of grants: a sentence that gives « les subventions suivantes », or the columns of a table."""

from collections.abc import Iterator

from kg.extract.act import Zone
from kg.extract.money.cues import cue
from kg.text.word_starts import Begun

_ANNOUNCED = cue(
    r"\b(?:attribu|accord|allou|vot|vers|octroy|affect|repart)\w*\b[^.;:]{0,140}?\bsubventions?\b[^.;:]{0,100}?"
    r"\b(?:suivant\w*|ci[- ](?:dessous|apres|contre)|comme suit|tableaux?|liste)\b(?:[^.;:€]{0,80}[:.](?!\d))?"
    r"|\b(?:attribu|accord|allou|vot|vers|octroy|repart)\w*\b[^.;:€]{0,80}?\bsubventions\b[^.;:€]{0,110}:"
    r"|\b(?:attribu|accord|allou|vers|octroy)(?:e|er|ent)\b ?:"
    # « se prononcer sur les subventions ci-après, inscrites au budget : »
    r"|\b(?:prononc|propos|reten|retien|inscri|approuv|adopt|valid|arret|fix)\w*\b(?:(?!demand|sollicit)[^.;:€]){0,60}?"
    r" subventions\b(?:(?!demand|sollicit)[^.;:€]){0,60}? (?:ci[- ](?:dessous|apres)|suivantes)\b[^.;:€]{0,100}:"
    r"|\b(?:attribu|accord|allou|vers|octroy)(?:e|er|ent) (?:la somme|les (?:sommes|montants))\b[^.;:€]{0,160}:"
    r"|\b(?:attribu|accord|allou|vot|vers|octroy|affect)\w*\b[^.;:€]{0,100}?\b(?:fonds de concours|aides|dotations"
    r"|participations)\b[^.;:€]{0,80}?\b(?:suivant\w*|ci[- ](?:dessous|apres|contre)|comme suit)\b(?:[^.;:€]{0,60}:)?"
    r"|\b(?:attribu|accord|allou|octroy)\w*\b[^.;:€]{0,60}?\bci[- ]apres\b[^.;:€]{0,60}?\b(?:subvention|aide)\b"
    r"[^.;:€]{0,60}:"
    r"|\b(?:participation|subvention|aide|fonds de concours|enveloppe)s?\b[^.;:]{0,140}?\breparti\w* (?:ainsi"
    r"|comme suit)(?: ?:)?"
    r"|\b(?:fix|arret|adopt|approuv|valid)(?:e|er|ent) (?:ainsi|comme suit),? (?:le montant des |les )"
    r"(?:subventions|aides|participations)\b[^.;:€]{0,80}?(?::|(?=\s(?:l[ea]s? |l')?\S[^.;:€]{0,60}?\d ?€))"
    # « SUBVENTIONS AUX ASSOCIATIONS Le conseil arrête la liste suivante : »
    r"|\bsubventions?\b[^:€]{0,160}?\b(?:arret|adopt|valid|reten|retien|vot|fix|approuv)(?:e|er|ent|t) la"
    r" (?:liste|repartition) (?:suivante|ci[- ](?:dessous|apres)) ?:"
    # « verse une subvention de 300 € à X, de 200 € à Y »: amounts one after the other, each with its body
    r"|\b(?:attribu|accord|allou|vers|octro[iy])(?:e|er|ent) (?:(?:une |des |les )?(?:subventions?|aides?|dons?)"
    r"[^.;:€\d]{0,60}? )?(?:de |d'un montant de )?(?=\d[\d ., ]{0,12}(?:€|euros?) (?:a|au|aux)\b)"
    r"|\b(?:associations?|beneficiaires?|organismes?|clubs)[ |]{1,5}(?:montants?|subventions?)\b(?: (?:attribue|propose"
    r"|alloue|vote|accorde)\w*)?(?: 20\d\d)?"
)
_HEADING = Begun(
    _ANNOUNCED,
    (
        *("attribu", "accord", "allou", "vot", "vers", "octroy", "octroi", "affect", "repart", "participation"),
        *("subvention", "aide", "fonds", "enveloppe", "fix", "arret", "adopt", "approuv", "valid", "association"),
        *("beneficiaire", "organisme", "clubs", "prononc", "propos", "reten", "retien", "inscri"),
    ),
)
# « Subv. 2023 | Demande 2024 | Proposition 2024 »: the columns of a table of grants, whose last is what is given.
_COLUMN = (
    r"(?:subv\.?|subventions?|demande[es]*|propositions?|montants?|aides?|attributions?|obtenue?s?|proposee?s?|vote[es]*"
    r"|alloue[es]*"
    r"|attribue[es]*|accorde[es]*|verse[es]*|sollicite[es]*|realise[es]*|percue[es]*|recue[es]*|rappel)"
)
_OF_YEAR = rf"{_COLUMN}(?: (?:{_COLUMN}|en|pour))?[ |\n]{{0,3}}20\d\d"
_COLUMNS = Begun(
    rf"\b{_OF_YEAR}(?:[ |\n]{{1,4}}{_OF_YEAR}){{1,5}}"
    # « Perçues 2023 Demandées Proposées Votées », without a year to each
    rf"|\b{_COLUMN}(?:[ |\n]{{1,4}}(?:20\d\d[ |\n]{{1,4}})?{_COLUMN}){{2,7}}\b",
    (
        *(
            "subv",
            "demande",
            "proposition",
            "montant",
            "aide",
            "attribu",
            "obtenu",
            "propose",
            "vote",
            "alloue",
            "accorde",
        ),
        *("verse", "sollicite", "realise", "percue", "recue", "rappel"),
    ),
)
# « Bénéficiaire Siège Montant proposé », « Commune Opération Coût HT Subventions Reste à charge Fonds de concours »
_WHO = (
    r"(?:communes?|beneficiaires?|associations?|organismes?|structures?|clubs?|demandeurs?|porteurs? de projets?"
    r"|noms? d[eu]s? (?:l'|la )?(?:\w+))"
)
_WHAT = (
    r"(?:sieges?|localites?|villes?|domiciliations?|cantons?|(?:objets?|natures?|intitules?|libelles?|types?)"
    r"(?: d[eu]s? (?:l'|la )?\w+)?|operations?|projets?|actions?|manifestations?|disciplines?|domaines?|taux)"
)
_SORT = (
    r"(?:ht|ttc|totale?s?|en €|en euros|\(€\)|€|eligibles?|subventionnables?|previsionnel(?:le)?s?|maximum|20\d\d"
    r"|(?:de l'|d[eu]s? |d')(?:operations?|travaux|projets?|fonctionnement|investissement)"
    r"|(?:propose|attribue|demande|accorde|alloue|vote|sollicite|verse|obtenu|retenu|percu)e?s?)"
)
_MONEY = (
    r"(?:couts?|montants?|depenses?|budgets?|travaux|subventions?|aides?|fonds de concours|participations?|dotations?"
    rf"|reste a (?:charge|financer)|autofinancement|propositions?|attributions?|sommes?)(?: {_SORT}){{0,3}}"
)
_TABLE = Begun(
    cue(
        rf"\b{_WHO}(?:[ |]{{1,3}}(?:{_WHO}|{_WHAT}|{_MONEY})){{1,7}}[ |]{{1,3}}{_MONEY}"
        r"(?:[ |]{1,3}taux\b)?(?=[ |:]{1,3}[^\s|:])"
    ),
    ("commune", "beneficiaire", "association", "organisme", "structure", "club", "demandeur", "porteur", "nom"),
)
_GIVES = Begun(
    cue(r"\b(?:attribu|accord|allou|octroy|vers)\w*\b[^.;:€]{0,120}?\b(?:subvention|fonds de concours|aide)s?\b"),
    ("attribu", "accord", "allou", "octroy", "vers"),
)


def headings(zone: Zone) -> Iterator[tuple[int, int]]:
    """Where what announces a list stands: a sentence, or the columns of a table that no sentence announces."""
    found = [match.span() for match in zone.find(_HEADING)]
    columns = _columns(zone) if "subv" in zone.folded else ()
    tables = [match.span() for match in zone.find(_TABLE)]
    if tables and not zone.first(_GIVES):
        tables = []
    return _joined(sorted([*found, *columns, *tables]))


def _joined(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The headings, a table's head one with the sentence before it or over it."""
    last: tuple[int, int] | None = None
    for start, end in found:
        if last and start <= last[1] + 2:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _columns(zone: Zone) -> Iterator[tuple[int, int]]:
    """The heads of tables, not those that the next page prints again."""
    told: frozenset[str] = frozenset()
    for match in zone.find(_COLUMNS):
        words = frozenset(match[0].split())
        if not words <= told:
            yield match.span()
        told = words if not words <= told else told
