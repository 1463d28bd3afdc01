"""The extractors, in the order in which they read an act."""

from kg.extract import dispositif, vote
from kg.extract.act import Extractor

EXTRACTORS: tuple[Extractor, ...] = (
    vote.EXTRACTOR,
    dispositif.EXTRACTOR,
)
