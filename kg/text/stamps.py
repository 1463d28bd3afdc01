"""Stamps of the préfecture's receipt as printed across the pages of an act, on folded text.

They stand in the middle of lists and of the operative part, and are no part of these. The receipt itself is read by
kg.extract.formalities; kg.text.pages leaves out the prints after the first, where they cut a sentence.
"""

STAMP_WORDS = ("envoye en", "recu en", "ar pref", "accuse de")
STAMPS = (
    # « Envoyé en préfecture le … Reçu en préfecture le … Publié le … ID : 099-219900001-20230412-… »
    r"(?:envoye|recu) en (?:sous-)?prefecture[^;]{0,220}?\bid ?: ?[\w-]+",
    # « AR Préfecture 099-219900001-20230412-2023_12-DE Reçu le … Publié le … »
    r"ar prefecture\s+[\w-]{9,20}-\w+[\w -]{0,40}?-de\S*\s+recu le [\d/]+(?:\s+publie le [\d/]+)?",
    # « Accusé de réception – Ministère de l'Intérieur 099-… Acte certifié exécutoire … »
    r"accuse de reception\s?[-–:]?[^\n]{0,50}\n?\s*acte certifie executoire\s*envoi prefecture ?:?"
    r"\s*reception en prefecture ?:?\s*[\d/]{8,10}\s+[\d/]{8,10}\s+\d{3}-\d{9}-\d{8}-[\w-]+?-de",
    r"accuse de reception en prefecture\s+\d{3}-\d{9}-\S+\s+date de (?:teletransmission|reception)"
    r"[^\n]{0,40}?[\d/]{8,10}(?:\s+date de (?:reception|teletransmission)[^\n]{0,30}?[\d/]{8,10})?",
    # « Accusé de réception – Ministère de l'Intérieur 099-… Accusé certifié exécutoire Réception par le préfet … »
    r"accuse de reception\s?[-–—:]?\s?(?:du )?ministere de l'interieur\W{1,4}\d{3}-\d{9}-\d{8}-[\w -]{1,40}?"
    r"-(?:de|ai|cc|bf|ar)\b(?:\s{1,3}(?:accuse|acte) certifie executoire)?(?:[\s,;–-]{1,4}"
    r"(?:reception (?:par|en) (?:le |la )?(?:sous-)?prefet(?:e|ure)?"
    r"|envoi (?:en )?prefecture|affichage|publication|notification) ?:? ?(?:le )?\d\d[/.-]\d\d[/.-]\d{4}){0,4}",
    r"accuse de reception (?:en prefecture|- ministere)[^;,]{0,40}?[\w-]{12,60}(?:[^;,]{0,90}?\d{2}/\d{2}/\d{4}){0,3}",
)
