"""Whether a vice-president presides, who is then the one meant by « la Vice-Présidente expose »."""

import re

from kg.extract.act import Act
from kg.extract.officers.titled import Titled
from kg.text.view import fold_same_length


def presides_as_vice(act: Act, chair: Titled) -> bool:
    """Whether who presides is a vice-president, by the role beside the name or the title above the signature."""
    role, name = fold_same_length(chair.role or ""), re.escape(fold_same_length(chair.value))
    signed = re.compile(rf"\bvice[- ]presidente?\b[^;:()]{{0,40}}?\s(?:mm?e?\.? )?{name}")
    return role.startswith("vice") or (not role and act.item.first(signed) is not None)
