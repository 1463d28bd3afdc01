"""How a grouping that is named in short, or in the order of its letterhead, is written out."""

import re

from kg.extract.act import Act, Zone
from kg.extract.authority.cues import Cue
from kg.extract.authority.names import Named
from kg.text.view import fold_same_length

_KIND_LAST = re.compile(r"(?P<own>.{3,}?)\s(?P<kind>communaute\s(?:de\scommunes|urbaine|d'agglomeration))")
_LINK = r"(?:\s(?:d[eu]s?|de\sla|de\sl'|d'|la|le|les|l'))?"


def in_full(zone: Zone, cue: Cue, match: re.Match[str], named: Named) -> str:
    """The name in full: « Communauté de communes du Pays … », « Département de la … »."""
    groups = {name: zone.view.text[slice(*match.span(name))] for name in match.groupdict()}
    form = cue.form
    if groups.get("link", "").isupper():  # « CONSEIL DÉPARTEMENTAL DE LA SERRE » is the « DÉPARTEMENT DE LA SERRE »
        form = form.replace("Département", "DÉPARTEMENT")
    written = (
        form.replace("{kind}", groups.get("kind", ""))
        .replace("{link}", groups.get("link", ""))
        .replace("{}", named.name)
    )
    return " ".join(written.split())


def written_out(act: Act, head: Zone, rule: str, named: Named) -> str | None:
    """The name in full; None where it is that already.

    « CC des Monts », whose full name is nowhere, is as printed; « Pays de Serre Communauté de communes » in the
    letterhead is the « Communauté de communes du Pays de Serre » of the text.
    """
    if rule == "community-short":
        return head.printed(*named.span)
    kind_last = _KIND_LAST.fullmatch(fold_same_length(named.name))
    if kind_last is None:
        return None
    words = r"[\W_]{1,3}".join(map(re.escape, re.findall(r"\w+", kind_last["own"])))
    kind = kind_last["kind"].replace(" ", r"\s{1,3}")
    told = act.whole.first(re.compile(rf"(?<!\w){kind}{_LINK}\s?{words}(?!\w)"))
    return act.whole.printed(*told.span()) if told else None
