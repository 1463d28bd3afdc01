"""The extractors, in the order in which they read an act."""

from kg.extract import dispositif, formalities, legal, signature, sitting, vote
from kg.extract.act import Extractor
from kg.extract.money import agreements, amounts, annexes, funding

EXTRACTORS: tuple[Extractor, ...] = (
    sitting.EXTRACTOR,
    formalities.EXTRACTOR,
    signature.EXTRACTOR,
    legal.EXTRACTOR,
    vote.EXTRACTOR,
    dispositif.EXTRACTOR,
    amounts.EXTRACTOR,
    agreements.EXTRACTOR,
    funding.EXTRACTOR,
    annexes.EXTRACTOR,
)
