"""Who else must agree before an item goes on: units and organs that it concerns (会商确认)."""

from dataclasses import dataclass

from guanwei.api.citations import Citation
from guanwei.api.facts import Rule
from guanwei.api.steps import Paper
from guanwei.api.whose import Whose

LONGEST_HOURS = 30 * 24
"""A confirmation due later than this is taken for a mistake of the declaration."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """Who decides instead of a unit that doesn't answer (逾期由谁决定).

    From ``hours_before`` the deadline a holder of ``role`` at ``whose`` may decide; until then, and without
    that recorded decision ever after, the item stays where it is.
    """

    role: str
    whose: Whose
    hours_before: int
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """For facts to which it ``applies``, each unit that the item names as concerned confirms it.

    It becomes one step of the chosen route for each of them, all waiting side by side before the last review;
    like every signature it stands for the text that was seen, and a later change voids it. ``role`` is the
    post that speaks for a unit; ``paper`` is how the answer of an organ outside the system comes in.
    ``within_hours`` from the moment it is asked, 0 for no deadline; ``reminds_hours`` before that the unit is
    reminded.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    applies: Rule
    role: str
    paper: Paper
    within_hours: int = 0
    reminds_hours: int = 0
    overdue: Overdue | None = None
