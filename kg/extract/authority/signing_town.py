"""The commune at the foot of an act, where nothing above names it: « Montfleury, le 5 juin 2026 ⏎ Le Maire »."""

from kg.extract.act import Act
from kg.extract.authority.body import nature_of_body
from kg.extract.authority.names import Named, name_at
from kg.extract.formalities.signed_at import place_and_date


def signing_town(act: Act) -> Named | None:
    """Where the mayor of a commune signs; the seat of a grouping is not its name."""
    if nature_of_body(act) != "commune":
        return None
    for place in place_and_date(act.item):
        if place.field == "signature/place" and "mairie" not in str(place.value).casefold():
            return name_at(act.whole, place.spans[0].start, of_town=True)
    return None
