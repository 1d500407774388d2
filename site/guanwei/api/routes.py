"""Chains of steps, and which goes first of a linked pair."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.citations import Citation
from guanwei.api.emergencies import SecondReview
from guanwei.api.facts import Rule
from guanwei.api.steps import Step, StepGroup


@dataclass(frozen=True, slots=True)
class ApprovalRoute:
    """A chain of steps and when it applies. One rule book answers with at most one applying route."""

    id: str
    label: str
    cites: tuple[Citation, ...]
    applies: Rule
    steps: tuple[Step, ...]
    second_review: SecondReview | None = None
    groups: tuple[StepGroup, ...] = ()


class ReleaseOrder(StrEnum):
    """Which goes first of a linked pair."""

    PAGE_FIRST = "page_first"
    POSTS_FIRST = "posts_first"


@dataclass(frozen=True, slots=True)
class Linkage:
    """Order of release of a page and its posts, for the facts to which it applies (联动发布)."""

    id: str
    label: str
    cites: tuple[Citation, ...]
    applies: Rule
    order: ReleaseOrder
