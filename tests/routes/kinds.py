"""What an address may do. Every registered address is one of these, with the reason (``table.py``)."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """From harmless to watched."""

    READS = "reads only"
    DRAFTS = "drafts only"
    HOUSE = "people, files and the person's own settings"
    CLOSED = "closed"
    GOVERNED = "governed act"


@dataclass(frozen=True, slots=True)
class Entry:
    """Addresses of one namespace that do the same, and why that is so."""

    kind: Kind
    space: str
    names: str
    reason: str

    def each(self) -> list[str]:
        """Full names."""
        return [f"{self.space}{name}" for name in self.names.split()]
