"""Several acts in one file, each with its own head."""

import re

from kg.extract.act import Zone

_CONVENED = re.compile(r"(?:s'est|se sont|s'etant)\s(?:\w+\s){0,2}?(?:reuni|assemble)s?")
_HEAD = re.compile(
    r"extrait\s{1,3}du\s{1,3}registre|republique\sfrancaise|envoye en prefecture|ar prefecture|"
    r"deliberation\s(?:du conseil|n\s?[°º])"
)
_SUBJECT = re.compile(r"(?<!\w)objet\s?:|(?<![\w/])(?:deliberation\s)?n\s?[°º]\s?\d|(?<!\w)(?:del|dcm|cp)[-_ ]?\d{2}")
_PRESENT = re.compile(r"(?<!\w)presents?(?:\s\w+)?\s?:")
_FARTHEST = 900


def split_bundle(whole: Zone) -> list[Zone]:
    """The acts of a bundle, from head to head; one zone where the document convenes its members once."""
    starts: list[int] = []
    last = -_FARTHEST * 2
    for convened in whole.find(_CONVENED):
        if not _PRESENT.search(whole.view.folded, convened.end(), min(whole.end, convened.end() + _FARTHEST)):
            continue
        if convened.start() - last > _FARTHEST:
            floor = max(last, whole.start)
            heads = [
                match.start()
                for match in whole.part(max(floor, convened.start() - _FARTHEST), convened.start()).find(_HEAD)
            ]
            starts.append(heads[0] if heads else convened.start())
        last = convened.start()
    if len(starts) < 2:
        return [whole]
    starts[0] = whole.start
    parts = [whole.part(start, end) for start, end in zip(starts, [*starts[1:], whole.end], strict=True)]
    return [part for part in parts if part.first(_SUBJECT)] or [whole]
