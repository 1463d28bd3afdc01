"""Characters that a scanner takes for others: « APPR0UVE », « SOLLlCITE », « dé1ibéré », « votants : 1O », « l6 voix ».

For cues alone: what is printed, and names, stay as they were read. Codes (« A1 », « H1N1 ») have no two letters beside
the figure, and « article1er » no letter there but an ending.
"""

import re

_LETTER, _CAPITAL, _SMALL = r"[^\W\d_]", "[A-ZÀ-Þ]", "[a-zß-ÿ]"
_O = re.compile(rf"0(?:(?<={_LETTER}{{2}}0)(?={_LETTER})|(?<={_LETTER}0)(?={_LETTER}{{2}}))")
_CAPITAL_I = re.compile(
    rf"[1l](?!ER|[ÈE]RE)(?:(?<={_CAPITAL}{{2}}[1l])(?={_CAPITAL})|(?<={_CAPITAL}[1l])(?={_CAPITAL}{{2}}))"
)
_ONE = re.compile(rf"1(?<={_SMALL}1)(?=(?!ers?\b|[eè]res?\b|e\b){_SMALL})")
# A small « i » or « l »: French words have no « tl » or « nl »; « conseil » and « travail » have « il » at their end.
_IS_I = re.compile(
    r"(?<=[tdnmsvjrhz])1|(?<=[bcfgklpqwx])1(?=[bcdfghjkmnpqrstvwxz])|(?<=[aeu])1(?=ls?\b|ll)|(?<=[ao])1(?=[rstx])",
    re.IGNORECASE,
)
# A count or a year, and « I1 » for « Il ». « 1o » is the 1° of a list; codes have other letters, or signs beside them.
_BESIDE_FIGURE = re.compile(r"[OlI](?:(?<=\d.)|(?=\d))")
_AMONG_FIGURES = re.compile(
    r"(?<![\w'’°./,-])(?:I1(?= [a-zß-ÿ])|(?!I1\b)(?:\d{1,2}[OlI]|\d[OlI]\d|[lI]\d{1,2}|2[O0][\dOlI]{2})(?![\w'’°/-]))"
)
_AS_FIGURES = str.maketrans("OlI", "011")


def mended(text: str) -> str:
    """The text with the letters that stand for such characters; of the same length."""
    text = _O.sub(lambda zero: "O" if text[zero.end()].isupper() else "o", text)
    text = _CAPITAL_I.sub("I", text)
    if _BESIDE_FIGURE.search(text):
        text = _AMONG_FIGURES.sub(_as_figures, text)
    return _ONE.sub(lambda one: "i" if _IS_I.match(one.string, one.start()) else "l", text)


def _as_figures(read: re.Match[str]) -> str:
    return "Il" if read[0] == "I1" else read[0].translate(_AS_FIGURES)


def in_capitals(word: str) -> bool:
    """Whether a word is printed in capitals; « SOLLlCITE » is."""
    return word.isupper() or ("l" in word and _CAPITAL_I.sub("I", word).isupper())
