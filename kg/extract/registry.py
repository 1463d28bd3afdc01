"""The extractors, in the order in which they read an act."""

from kg.extract import dispositif, legal, vote
from kg.extract.act import Extractor

EXTRACTORS: tuple[Extractor, ...] = (
    legal.EXTRACTOR,
    vote.EXTRACTOR,
    dispositif.EXTRACTOR,
)
