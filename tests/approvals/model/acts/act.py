"""What an act is."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from approvals.model.laws import Model
from approvals.model.office import Office

Outcome = tuple[str, bool]
"""Why the model refuses (empty: it does it), and whether the product refused."""


@dataclass
class Stage:
    """Both sides of one county."""

    model: Model
    office: Office


class Act(ABC):
    """Something done, by both sides."""

    kind: ClassVar[str]
    about_items: ClassVar[bool] = True
    """Whether it can change an item at once; what the others change shows in the acts that follow."""

    def possible(self, model: Model) -> bool:
        """Whether there still is what it acts on."""
        return getattr(self, "item", -1) < len(model.items)

    @abstractmethod
    def play(self, stage: Stage) -> Outcome:
        """Do it on both sides."""
