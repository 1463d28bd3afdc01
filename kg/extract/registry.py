"""The extractors, in the order in which they read an act."""

from kg.extract import attendance, authority, dispositif, formalities, legal, officers, sitting, vote
from kg.extract.act import Extractor
from kg.extract.authority import body
from kg.extract.formalities import signature
from kg.extract.money import agreements, amounts, annexes, funding

EXTRACTORS: tuple[Extractor, ...] = (
    authority.EXTRACTOR,
    body.EXTRACTOR,
    sitting.EXTRACTOR,
    attendance.EXTRACTOR,
    officers.EXTRACTOR,
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
