"""The formulas that open and close the operative part of a deliberation, on folded text."""

import re
from collections.abc import Iterator

from kg.extract.dispositif.infinitives import INFINITIVE
from kg.extract.dispositif.items import FIRM, FIRM_PLURAL, MARK, RESOLUTE, VERB, words
from kg.text.cues import Led, cue_positions, matches_at
from kg.text.word_starts import Begun, word_positions

# « Le Comité des Fêtes sollicite », « le bureau d'études précise »: others than the body that sits.
_OF_OTHERS = r"(?! (?:" + "|".join(words("bodies_of_others")) + r")\b)"
BODY = r"(?:le |la |l'|les )(?:" + "|".join(words("bodies") + words("plural_bodies")) + rf")\b{_OF_OTHERS}"
_SINGULAR = r"(?:le\s|la\s|l')(?:" + "|".join(words("bodies")) + rf")\b{_OF_OTHERS}"
_PLURAL = r"les (?:" + "|".join(words("plural_bodies")) + r")\b"
_DECIDED = r"(?:approuve|adopte|decide|accepte|autorise|valide|designe|pris acte|fixe|attribue|accorde|cree|retenu)\b"
PERFECT = rf"a {_DECIDED}"
# « après en avoir délibéré »: what stands before the word tells it from « délibéré le 3 mars ».
DELIBERATED = Begun(
    r"(?<![a-z])(?:deliberation\b|delibere\b(?! (?:le|du|en date|que|pour les)\b)"
    r"|debat(?:tu)?\b(?=,? (?:le |l')(?:conseil|ass)))",
    ("deliber", "debat"),
)
BEFORE_DELIBERATED = re.compile(r"\b(?:apres|ayant|et) (?:[^.;:\n]{0,80}? )?(?:en )?(?:avoir |ayant )?(?:\w+ment )?$")
OF_ANOTHER_DAY = re.compile(r"\bete \w{3,12} et (?:\w+ment )?$")  # « le marché avait été conclu et délibéré en 2021 »
ORDER = Led(
    r"D[ÉE]C[I1l]DE(?:NT)?\b|D[ÉE]L[I1l]B[ÈÉE]RE\b|ARR[ÊE]TE\b(?!\s(?:(?:INTER)?PR[ÉE]FEC|MINIST|MUNICIPA|\())|[Dd][ée]cide(?:nt)?\b(?=[^.;:\n]{0,60}:)"
    r"|D [ÉE] (?:C I D|L I B [ÈÉE] R) E\b|A R R [ÊE] T E\b"
    r"|[Ii]l est (?:\w+ ){0,2}(?:d[ée]cid[ée]|convenu)\b(?=[^.;:\n]{0,60}:)",
    (
        *("DÉC", "DEC", "DÉL", "DEL", "ARRÊTE", "ARRETE", "Décide", "décide", "Decide", "decide"),
        *("D É", "D E", "A R R", "Il est", "il est"),
    ),
)
_NOT_A_NOUN = r"(?<!\bla )(?<!\ble )(?<!\ben )(?<!\bde )(?<!\bsa )(?<!\bune )(?<!\bau )(?<!\bpar )(?<!\bun )(?<!\bce )"
_NOT_A_NOUN += r"(?<!\bapres )"  # « le conseil, après vote à main levée »
_NOT_A_NOUN += r"(?!dit (?:d'|du |des |de la ))"  # « le chemin dit d'Orval »
_NOT_A_NOUN += r"(?<!\blieu-)(?<!\blieu - )(?<!\blieu-\s)(?<!\bsous\s)"  # « au lieu-dit », « sous réserve »
# « cela ne donne que deux jours » decides nothing; « le conseil n'approuve pas ce devis » does, with its negation.
_NOT_DENIED = r"(?<!\bne )(?<!\bn')"
_DENIED = rf"(?:ne |n')(?:{FIRM}|retient|souhaite|s'oppose) pas\b"
# From the subject to its verb: votes, « sur le rapport de M. X » may stand between, a relative clause may not.
_BETWEEN = r"(?:(?!\b(?:(?:que|qui|dont|qu')\b|article 1))(?:[^.;:(]|\((?:[^()]{0,160}\))?"
_BETWEEN += r"|(?<=\bm)\.|(?<=\bmm)\.|(?<=\b[lrd])\.|(?<=\bpar ):)){0,200}?"
# Right after its subject, or after the vote between two commas, or a colon, any verb of decision is one.
_QUALIFIED = (
    r"(?: (?:municipale?|communautaire|syndicale?|metropolitaine?|departementale?|regionale?|territoriale?|deliberante"
    r"|pleniere|executif|d'administration|d'agglomeration|de (?:la )?metropole|de (?:la )?communaute|de territoire))?"
)
# « Le conseil, après en avoir délibéré, vend … »: the verb that follows decides, not the next firm one.
_DELIBERATED_AT_ONCE = r"(?:,?\s(?:apres (?:en )?avoir (?:\w+ment )?delibere|en ayant delibere|apres deliberation))?"
_COUNTED_AT_ONCE = (
    r"(?:,?\s(?:et\s)?(?:a mains? levees?|(?:par )?\d{1,3} (?:(?:voix|votes?) )?(?:pour|contre|abstentions?)"
)
_COUNTED_AT_ONCE += r"(?:,? ?\(?dont \d{1,2} (?:pouvoir|procuration)s?\)?)?(?: \([^()]{0,160}\))?)){0,4}"
_VOTED_AT_ONCE = (
    _COUNTED_AT_ONCE + r"(?:,?\s(?:unanime|a l'unanimite[^.;:,]{0,50}?|a la majorite[^.;:,]{0,50}?"
    r"|par [^.;:,]{1,40} (?:voix|contre)"
    r"[^.;:,]{0,40}(?:\([^)]{0,90}\))?|[^.;:,]{1,40} entendu))?(?:,|(?<=\)))?"
)
_AT_ONCE = rf"{_QUALIFIED}{_DELIBERATED_AT_ONCE}"
_AT_ONCE += rf"(?:{_VOTED_AT_ONCE}\s|{_VOTED_AT_ONCE} ?:\s{{1,3}}|,? (?:a l'unanimite)?,?\s)(?:{MARK}\s?)?"
# « le comité, à mains levées et à l'unanimité : reconduit …; approuve … »
_SAID = r"(?:[^.;:]|(?<=\bm)\.|(?<=\bmm)\.)"
_LISTS = (
    rf"{_SAID}{{0,80}}(?:unanim|majorit|voix|delibere|expose|rapport|levee|discussion|echange|debat|scrutin|resultat"
    rf"|depouille){_SAID}{{0,60}} ?:"
)
# « Le conseil, à l'unanimité, – demande … »: after its vote and a bullet, any verb is one.
_VOTED_ON = rf"{_QUALIFIED}{_DELIBERATED_AT_ONCE}(?=,?\s(?:a l'|a la |par \d|apres )){_VOTED_AT_ONCE}\s?:?\s[-–—•►]\s?"
SUBJECT = re.compile(
    rf"(?:{_SINGULAR}{_AT_ONCE}(?P<once>{FIRM}|{RESOLUTE})|{_SINGULAR}{_VOTED_ON}(?P<voted>{VERB})"
    rf"|{_SINGULAR}{_BETWEEN}\b{_NOT_A_NOUN}{_NOT_DENIED}(?P<one>(?:l'|se )?{FIRM}|{_DENIED}|rend un avis"
    rf"|est (?:unanimement )?favorable|vote\b(?! contre| ?:)|{PERFECT})"
    rf"|{_SINGULAR}(?:{_LISTS}|{_QUALIFIED} ?:)\s{{1,3}}(?:{MARK}\s?(?P<listed>{VERB})|(?P<row>{FIRM}|{RESOLUTE}))"
    rf"|{_SINGULAR}{_QUALIFIED},? a l'exception {_SAID}{{3,200}}?\bs'abst\w+,?\s{{1,3}}(?P<apart>{FIRM})"
    rf"|{_PLURAL}{_BETWEEN}\b{_NOT_DENIED}(?P<many>(?:se )?{FIRM_PLURAL}|(?:ne |n'){FIRM_PLURAL} pas\b|rendent un avis"
    rf"|ont {_DECIDED}|votent\b(?! contre)))"
)
TITLED = re.compile(VERB)
TITLED_ALONE = re.compile(FIRM)
# What may stand before such a verb: a stop or a bullet, or the vote (« à l'unanimité des membres présents, »).
BEFORE_TITLED = re.compile(r"(?:[,;:\n]|[-•>]|\d ?°? ?\)) ?$")
VOTED = re.compile(r"(?:unanimite|majorite)(?: (?:absolue )?des [a-z]{3,12}(?: [a-z]{3,12})?)?,? $")
PROPOSED = Begun(
    r"(?<![a-z])(?:il (?:vous )?(?:est|sera) (?:[\w']+,? ){0,4}?(?:propose|demande)e?\b"
    r"|(?:propose|demande)(?:nt)?(?: donc| ainsi)?(?= au conseil| aux (?:membres|conseil|elus)| a l'assemblee)"
    r"|(?:conseil|assemblee)(?: \w+){0,2} est (?:donc )?invitee? a"
    r"|(?:etes|seriez)[- ]vous (?:\w+ )?(?:d'accord|favorables?) (?:pour|a))"
    r"[^.;:]{0,140}?(?:(?:de bien vouloir )?(?P<colon>\s?:)"
    r"|\sde bien vouloir(?=\s{1,2}[a-z]{3,20}(?:er|ir|re)\b)"
    rf"|(?=\s(?:de\s{{1,2}}(?:ne (?:pas )?)?|d'\s{{0,2}})(?:[-–•*] ?)?{INFINITIVE}))",
    ("il ", "propose", "demande", "conseil", "assemblee", "etes", "seriez"),
)
PASSIVE = Led(
    r"(?<!son )\baccord a l'unanimite\b(?: pour (?:l[ea]s? |l'|un)[^.;:]{3,140}(?=[.;]))?"
    r"|\b(?:le )?proces[- ]?verbal d[^.;:]{0,100}? [-–—] (?:adoption|adopte) a l'unanimite\b"
    r"|\b(?:compte[- ]rendu|proces[- ]?verbal) de la (?:reunion|seance|session) [^.;:\n]{0,60}?\d (?:adopte|approuve)\b"
    r"|\b(?:(?:le|la|les|cette|ce) )?(?:proces[- ]?verbal|pv|compte[- ]rendu"
    r"|proposition|motion|voeu"
    r"|(?P<act>deliberation|point|question|rapport|projet))(?:s|x)?\b"
    r"[^.;:]{0,160}? (?:est|sont) (?:donc |ainsi )?(?:adopte|approuve|accepte|valide)e?s?\b"
    r"(?: a l'unanimite(?: des (?:membres |voix |suffrages )?\w{4,12}(?: et (?:des )?\w{4,12})?)?)?",
    (
        *("accord a", "le ", "la ", "les ", "cette ", "ce ", "proces", "compte", "pv", "proposition", "motion", "voeu"),
        *("deliberation", "point", "question", "rapport", "projet"),
    ),
)
# What ends the operative part.
END = re.compile(
    r"\b(?:fait (?:et delibere|et adopte|a [a-z' -]{2,40}?,? le\b|en (?:seance|mairie)|les jours?)|ainsi (?:fait"
    r"|delibere|decide)"
    r"|delibere (?:les|en seance|a l'|ce )|delibere,? les jour|pour (?:extrait|copie|expedition|ampliation)"
    r"|(?:extrait|copie) (?:certifie|conforme)|republique francaise\b|extrait du registre"
    r"|(?:m\.|monsieur|madame|mme) (?:le |la )?(?:maire|president\w*) (?:donne la parole|remercie|explique|rappelle"
    r"|indique)"
    r"|acte rendu executoire|(?<!vise et )certifie (?:exact|executoire|conforme|sous|le caractere)"
    r"|au registre (?:sont|suivent)|suivent les sign"
    r"|a l'issue d'un vote|(?:le |l')(?:conseil|assemblee)(?: municipale?| communautaire)? adopte ?[.\n,]"
    r"|(?:adoptee?s?|approuvee?s?|votee?s?) (?:a l'unanimite|a la majorite"
    r"|(?<!conseil approuve )(?<!conseil municipal approuve )par ?:? ?\d)|deliberation (?:est )?(?:adoptee"
    r"|mise aux voix)"
    r"|(?<=\n)(?:monsieur|madame|m\.|mme)\.? [^\n.]{2,60}? (?:demande|precise|indique|explique|repond|s'interroge"
    r"|souhaite|rappelle|remarque|informe|estime|fait|signale|ajoute|s'abstien|vote)\b|propose de passer au vote"
    r"|(?<=[.;»\n] )(?:discussions?|debats?|interventions?|remarques?|observations?) ?:"
    r"|mise? aux voix|explications? de vote|resultats? du (?:vote|scrutin)|votes? ?:"
    r"|votes? (?:au|par) (?:scrutin|appel|bulletins?)\b[^.;:\n]{0,30}:|votes? a (?:main|bulletin)s?[^.;:\n]{0,12}:"
    r"|votes?(?:\(s\))? ?[-–]? ?(?:pour|contre)(?: ?:| contre\b| \d{1,3}\b(?! ?[€%]))"
    r"|(?:(?<=[.;\n])|(?<=[.;\n] ))pour \d{1,3}\s{1,3}(?=abst|contre|voix)"
    r"|pour ?: ?\d|contre ?: ?[\dm-]|abs?tentions? ?:|(?<!par )(?<!avec )(?<! a )\b\d+ "
    r"(?:\([a-z-]{2,16}\) )?(?:(?:vo[il1]x|votes?) (?:pour"
    r"|contre)|abs?tentions?)\b"
    r"|\b\d{1,3} (?:(?:membres|conseill\w+|elus|delegues|votants)(?: \w{1,14})? )?(?:ont vote|votent) (?:pour|contre)\b"
    r"|\b\d{1,3} (?:pour|contre)(?=,? (?:et )?\d| ?[(:\n]|$)"
    r"|nombre de (?:votants|voix|suffrages)|\bvotants ?:? ?\d"
    r"|(?:m\.|mme\.?|monsieur|madame) [^.\n]{2,40}\.-"
    r"|il est pris acte|la seance est levee|(?:sont|ont ete|a ete) elue?s?\b|voies? et delais? de recours"
    r"|le (?:maire|president) (?:certifie|informe que le present)"
    r"|(?<=[.;»] )(?:mm?\.|mmes?|monsieur|madame) [^.;:\n]{2,140}? "
    r"(?:ne prend|ne prennent|n'a pas pris|n'ont pas pris)(?: pas)? part (?:au|a ce|ni au) (?:vote|debat)"
    r"|le(?:/la)? secretaire de seance|l'assemblee deliberante extrait|#signature|signe (?:par|electroniquement)"
    r"|date de (?:publication|transmission|reception|mise en ligne))"
    r"|(?<=[.;»] )(?<!m\. )(?:le maire|la maire|le president|la presidente)(?= \w)(?! (?:est|sera|a|pourra|peut|et"
    r"|ou|de|du"
    r"|des|en|rappel\w+|precise"
    r"|propose|dit|soumet|certifie|remercie|indique|invite|expose|ouvre|demande|donne|est|n|ne|s|se|leve)\b)"
    r"|(?<=[.;\n] )(?<!m\. )(?:le maire|le president|la presidente|la maire)[ ,]*(?:,|\n)"
    r"|(?<=[.;»] )(?:le|la) (?:maire|presidente?) d[eu][a-z' -]{3,45}?,? "
    r"(?=signe\b|pour l[ea] |par delegation"
    r"|(?:m\. |mme )?[a-z-]{3,} [a-z' -]{3,30}? (?:acte|accuse|transmi|publi|envoy|recu|certifi|page|\d|$))"
    r"|(?<=[▪■●•] )(?:point|deliberation|question|affaire|rapport) (?:n ?[°º] ?)?\d"
    r"|(?:cette|la presente) deliberation,?(?: mise aux voix,?)? (?:est|a ete) (?:\w+ ){0,2}?"
    r"(?:adopte|approuve|vote|accepte)e"
    r"|\*{3,}|(?:cette|la presente) deliberation a fait l'objet des votes|\bquestions? diverses\b"
    r"|(?<=\n)(?:le|la) (?:maire|presidente?)(?: du conseil \w{5,16}| d[eu] [a-z' ]{3,40})?[ ,]*\n"
)
# What each of them begins with, figures apart.
_END_WORDS = (
    *("fait ", "ainsi ", "delibere ", "delibere,", "pour", "extrait", "copie c", "republique francaise", "m."),
    *("monsieur ", "madame ", "mme", "acte rendu executoire", "certifie ", "au registre s", "suivent les sign"),
    *("a l'issue d'un vote", "le conseil", "l'conseil", "le assemblee", "l'assemblee", "adopte", "approuve"),
    *("vote", "deliberation", "propose de", "mis ", "mise ", "explication", "resultat", "contre", "votants"),
    *("abstention", "abtention", "nombre de ", "il est pris acte", "la seance est levee", "sont elue"),
    *("ont ete elue", "a ete elue", "voie", "le maire", "le president", "la maire", "la president"),
    *("le secretaire", "le/la secretaire", "#signature", "signe ", "date de ", "question", "discussion"),
    *("debat", "intervention", "remarque", "observation", "sont elu", "ont ete elu", "a ete elu", "point"),
    *("affaire", "rapport"),
)
# What may be glued to what precedes.
_ENDS_ANYWHERE = ("cette deliberation", "la presente deliberation", "***")
_FIGURES = re.compile(r"[0-9](?<!\d\d)\d* [(acdemopv]")  # the first letters of what is counted


def find_ends(folded: str) -> Iterator[re.Match[str]]:
    """The matches of :data:`END` in a text, tried only where one of its words or a figure stands."""
    figures = (figure.start() for figure in _FIGURES.finditer(folded))
    begun = word_positions(folded, _END_WORDS, 0, len(folded))
    anywhere = cue_positions(folded, _ENDS_ANYWHERE, 0, len(folded))
    return matches_at(END, folded, sorted({*begun, *anywhere, *figures}), 0, len(folded))


ADOPTED = re.compile(r"adopt|unanimit|majorite|vote|delibere|pour ?:|\d voix|approuve|accepte")
# « de ne pas vendre », « de s'opposer », « d'en informer ».
_TO_DO = r"d(?:e |')(?:ne pas |n'|s'|se |en |y |l[ae] |les |l'|lui |leur ){0,2}[a-z]{2,16}(?:er|ir|re)"
_THE_FOLLOWING = r"(?:la|les) (?:deliberation|decision|resolution)s? (?:suivantes?|ci-apres)"
HEADER = re.compile(
    r"(?:(?:a |ont )?decide|delibere|arrete|d e c i d e|d e l i b e r e|a r r e t e"
    rf"|(?:adopte|approuve|vote|prend|prononce)(?= {_THE_FOLLOWING})"
    rf"|il est (?:\w+ ){{0,2}}(?:decide|convenu))(?:nt)?\b[ ,]*"
    rf"(?:(?:de )?ce qui suit|comme suit|{_THE_FOLLOWING})?[ ,]*"
    rf"(?:(?:a l'unanimite|a la majorite|par \d)(?:(?!\b{_TO_DO}\b|\barticle (?:1|prem|uniq))"
    rf"(?:\([^()]{{0,240}}\)|[^:;\n(])){{0,90}})?"
    r"(?:\n(?:a l'unanimite|a la majorite|par \d)[^:;\n]{0,90}\bdecide ?)?"
    rf"\s?(?::|\n|(?=article (?:1|prem|uniq))|(?={MARK} ?(?:de |d'|{VERB})))"
)
# A sentence that tells of another decision: a visa, a recital, a relative clause.
RELATIVE = re.compile(r"\b(?:que|qu'|dont|laquelle|lequel|lorsque|si|selon|rappelle|comme|par)(?:,? [^,]{0,90},)? ?$")
RECITAL = re.compile(r"(?<!\bau )\bvu\b|\b(?:considerant|attendu)\b")
# Nothing is said of what: « accepte à l'unanimité », « accepte ces propositions », « adopte la présente délibération ».
_VOTED_SO = (
    r"(?:,? ?(?:a l'unanimite|a la majorite)(?: absolue)?(?: des? (?:membres |voix |suffrages )?\w+)?"
    r"(?: ?\([^)]{0,80}\))?)?"
)
_WHAT_WAS_SAID = (
    r"(?:(?:l'ensemble de |toutes )?(?:cette|ces|la|les|la presente|les presentes|ladite|lesdites) propositions?"
    r"(?: (?:ci[- ]?(?:dessus|avant)|precedentes?|precitees?|susvisees?|susmentionnees?|qui precedent"
    r"|(?:exposee|presentee|formulee|enoncee|faite)s?(?: (?:ci[- ]?(?:dessus|avant)|plus haut))?))?"
    r"|(?:la presente|cette|ladite) (?:proposition de )?deliberation"
    r"|(?:ce|le present) (?:projet de deliberation|rapport)|les conclusions d(?:u|e ce) rapport)"
)
BARE = re.compile(rf"(?:l')?{VERB}(?: {_WHAT_WAS_SAID})?{_VOTED_SO}(?:,? {_WHAT_WAS_SAID})?")
LEAD = 1800
SECRETARY = re.compile(
    r"(?:a )?(?:designe|nomme|elit|choisit)\b[^.]{0,120}(?:secretaire|president(?:e)? de (?:la )?seance)"
)
