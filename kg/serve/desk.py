"""What all connections of a server share."""

from collections import Counter
from dataclasses import dataclass, field

from kg.serve.engine import Engine
from kg.serve.metrics import Metrics
from kg.serve.settings import Settings


@dataclass(slots=True)
class Desk:
    """What all connections of a server share."""

    engine: Engine
    metrics: Metrics
    clients: Counter[str] = field(default_factory=Counter)

    @property
    def settings(self) -> Settings:
        """The limits."""
        return self.engine.settings
