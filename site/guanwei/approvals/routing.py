"""Steps asked for, people who may sign, and whether there are enough of them (laws L2, L9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from guanwei.api import Citation, Refusal, RoutedStep, StepKind
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import Seat, seats, unit_for
from guanwei.organisations.queries.roles import role_label


@dataclass(frozen=True, slots=True)
class ForeseenStep:
    """A step before it is frozen: where its post is held, who may sign now, and if nobody, why."""

    routed: RoutedStep
    unit: Unit
    overseer: bool
    seats: tuple[Seat, ...]
    left_out: tuple[Person, ...] = ()

    @property
    def label(self) -> str:
        return self.routed.step.label

    @property
    def kind(self) -> StepKind:
        return self.routed.step.kind

    @property
    def cites(self) -> tuple[Citation, ...]:
        return self.routed.step.cites

    @property
    def post(self) -> str:
        """The post in the office's words."""
        place = _("分管%(unit)s的") if self.overseer else "%(unit)s"
        return place % {"unit": self.unit} + role_label(self.routed.step.role)

    @property
    def problem(self) -> str:
        """Why nobody can sign, and who can do what; empty when somebody can."""
        if self.seats:
            return ""
        if self.left_out:
            return _(
                "%(post)s目前只有%(people)s，而本人参与过这份稿件，不能再审；请管理员办理代签授权或另任一人。"
            ) % {"post": self.post, "people": _("、").join(map(str, self.left_out))}
        return _("目前没有人担任%(post)s；请管理员任命，或由原任职人书面授权他人代签。") % {"post": self.post}


def foresee(
    steps: Sequence[RoutedStep], supplier: Unit, manager: Unit, contributors: set[int], day: date
) -> list[ForeseenStep]:
    """Each step with the people who may sign it on ``day``. Two queries a step."""
    found = []
    for routed in steps:
        unit, overseer = unit_for(routed.step.whose, supplier, manager)
        everybody = seats(routed.step.role, unit, overseer, day)
        barred = routed.step.kind == StepKind.REVIEW and not routed.step.open_to_contributor
        able = [each for each in everybody if not (barred and each.person.pk in contributors)]
        out = [each.person for each in everybody if each not in able]
        found.append(ForeseenStep(routed, unit, overseer, tuple(able), tuple(dict.fromkeys(out))))
    return found


def distinct_assignment(choices: Sequence[Sequence[int]]) -> list[int] | None:
    """One different person for each step, or None where no such assignment exists (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(step: int, seen: set[int]) -> bool:
        for person in choices[step]:
            if person in seen:
                continue
            seen.add(person)
            if person not in taken or place(taken[person], seen):
                taken[person] = step
                return True
        return False

    if not all(place(step, set()) for step in range(len(choices))):
        return None
    by_step = {step: person for person, step in taken.items()}
    return [by_step[step] for step in range(len(choices))]


def refusals_of(steps: Sequence[ForeseenStep]) -> list[Refusal]:
    """Why this chain can't be walked today (law L9): steps nobody can sign, or too few different people."""
    found = [
        Refusal(
            _("“%(step)s”无人可签：%(problem)s") % {"step": each.label, "problem": each.problem},
            each.cites,
            each.routed.rule,
            each.routed.plugin,
            each.routed.version,
        )
        for each in steps
        if each.problem
    ]
    kinds = [each.kind for each in steps]
    if StepKind.RELEASE in kinds[:-1]:
        labels = _("、").join(f"“{each.label}”" for each in steps if each.kind == StepKind.RELEASE)
        found.append(
            Refusal(
                _("几个规则包各要求一个发布环节（%(labels)s），系统不能代为取舍；请系统管理员协调规则包。")
                % {"labels": labels}
            )
        )
    reviews = [each for each in steps if each.kind == StepKind.REVIEW]
    people = [[seat.person.pk for seat in each.seats] for each in reviews]
    if not found and distinct_assignment(people) is None:
        names = _("、").join(_("“%(step)s”") % {"step": each.label} for each in reviews)
        found.append(
            Refusal(
                _("%(steps)s须由不同的人审核，目前可签的人不够；请管理员再任命一人或办理代签授权。")
                % {"steps": names},
                tuple(dict.fromkeys(cite for each in reviews for cite in each.cites)),
            )
        )
    return found
