"""The extractors, in the order in which they read an act."""

from kg.extract import dispositif, legal, sitting, vote
from kg.extract.act import Extractor
from kg.extract.money import agreements, amounts, annexes, funding

EXTRACTORS: tuple[Extractor, ...] = (
    sitting.EXTRACTOR,
    legal.EXTRACTOR,
    vote.EXTRACTOR,
    dispositif.EXTRACTOR,
    amounts.EXTRACTOR,
    agreements.EXTRACTOR,
    funding.EXTRACTOR,
    annexes.EXTRACTOR,
)
