"""Infinitives, as far as endings tell them from nouns: « d'ordre », « de cadre », « de territoire »."""

INFINITIVE = (
    r"(?!affaire\b)(?:[a-z]{1,18}(?:er|ir)|[a-z]{0,16}(?:[aei]ndre|ondre|perdre|[ae]ttre|uire|crire|lire|clure|ivre|rompre"
    r"|faire|traire|dire|clore))\b"
)
