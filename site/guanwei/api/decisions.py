"""What rules and services answer. A refusal is a sentence that a person can act on, with its article."""

from dataclasses import dataclass

from guanwei.api.checks import Finding
from guanwei.api.citations import Citation
from guanwei.api.confirmations import Confirmation
from guanwei.api.declarations import ReleaseOrder, Step, StepGroup
from guanwei.api.emergencies import SecondReview
from guanwei.api.screenings import Dictionary, Mark, Screening


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something can't be done, and who can do what next.

    ``rule``, ``plugin`` and ``version`` are empty only where the refusal comes from a law of the core.
    """

    sentence: str
    cites: tuple[Citation, ...] = ()
    rule: str = ""
    plugin: str = ""
    version: str = ""

    def __str__(self) -> str:
        if not self.cites:
            return self.sentence
        return f"{self.sentence}（{'；'.join(map(str, self.cites))}）"


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """One question put to one plugin. ``verdict`` is what it said, ``milliseconds`` what it took."""

    plugin: str
    version: str
    rule: str
    verdict: str
    milliseconds: float


@dataclass(frozen=True, slots=True)
class RoutedStep:
    """A step as it stands in a chosen route, with the rule that brought it.

    ``group`` is the group that it waits in; ``required``: its signature is needed whatever the quorum.
    ``subject`` is what the item says of itself where the step asks for the overseer of its subject.
    ``unit`` is the slug of the unit where the post is held, for ``Whose.COLUMN`` and ``Whose.CONCERNED``.
    ``confirmation`` is the declaration behind the step of a unit concerned, with its deadline; ``organ`` names
    one outside the system, whose answer comes on paper.
    """

    step: Step
    plugin: str
    version: str
    rule: str
    group: StepGroup | None = None
    required: bool = False
    subject: str = ""
    unit: str = ""
    confirmation: Confirmation | None = None
    organ: str = ""


@dataclass(frozen=True, slots=True)
class RulesAsked:
    """One plugin that was in force: how near to the unit, and whether it could be switched off below."""

    plugin: str
    version: str
    distance: int
    mandatory: bool


@dataclass(frozen=True, slots=True)
class RouteChoice:
    """The route that the rules in force chose, and why."""

    id: str
    label: str
    plugin: str
    version: str
    cites: tuple[Citation, ...]
    steps: tuple[RoutedStep, ...]
    second_review: SecondReview | None = None


@dataclass(frozen=True, slots=True)
class ScreeningRule:
    """A screening that applies to the item, with who says so."""

    screening: Screening
    plugin: str
    version: str


@dataclass(frozen=True, slots=True)
class MarkRule:
    """A mark that people may put on the item, with who declares it."""

    mark: Mark
    plugin: str
    version: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer of all rules in force to one manuscript. With any refusal it may not be submitted.

    ``findings`` are for the rooms above: whether one that blocks was cleared, or one to look at has its reason.
    ``screenings`` and ``dictionaries`` are what the check engine is asked to look for in the item's texts,
    ``marks`` what people may mark it with.
    """

    route: RouteChoice | None
    order: ReleaseOrder
    order_cites: tuple[Citation, ...]
    refusals: tuple[Refusal, ...]
    trace: tuple[TraceEntry, ...]
    asked: tuple[RulesAsked, ...] = ()
    findings: tuple[Finding, ...] = ()
    screenings: tuple[ScreeningRule, ...] = ()
    dictionaries: tuple[Dictionary, ...] = ()
    marks: tuple[MarkRule, ...] = ()
