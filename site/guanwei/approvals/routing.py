"""Steps asked for, where their posts are held, and who may sign them (laws L2, L9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from guanwei.api import Citation, RoutedStep, StepKind, Whose
from guanwei.approvals.assigning import one_each
from guanwei.approvals.forecast import refusals_of
from guanwei.approvals.naming import asks_in_words, confirming_in_words, organ_in_words, post_in_words
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import unit_for
from guanwei.organisations.queries.seats import AskedPost, Seat, seats_of
from guanwei.organisations.queries.tree import units_named

__all__ = ["ForeseenStep", "foresee", "refusals_of"]


@dataclass(frozen=True, slots=True)
class ForeseenStep:
    """A step before it is frozen: where its post is held, who may sign now, and if nobody, why.

    ``left_out`` hold the post and contributed. ``recorders`` and ``confirmers`` are those around a paper.
    ``late`` is the post that decides when a unit concerned doesn't answer, ``deciders`` those who hold it.
    """

    routed: RoutedStep
    unit: Unit
    overseer: bool
    seats: tuple[Seat, ...]
    left_out: tuple[Person, ...] = ()
    recorders: tuple[Seat, ...] = ()
    confirmers: tuple[Seat, ...] = ()
    late: AskedPost | None = None
    deciders: tuple[Seat, ...] = ()

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
    def people(self) -> tuple[int, ...]:
        """Ids of the different people who may sign."""
        return tuple(dict.fromkeys(each.person.pk for each in self.seats))

    @property
    def from_outside(self) -> bool:
        """Signed on paper, by a post that nobody holds in this system."""
        return self.routed.step.paper is not None and not self.seats and not self.left_out

    @property
    def names(self) -> str:
        """Who may do it now, by name: sign, or bring in the signed paper."""
        able = self.seats if self.routed.step.paper is None else self.recorders
        return _("、").join(dict.fromkeys(str(each.person) for each in able)) or _("目前无人可签")

    @property
    def post(self) -> str:
        """The post in the office's words."""
        if self.routed.organ:
            return organ_in_words(self.routed.organ)
        return post_in_words(self.routed.step.role, self.unit, self.overseer, self.routed.subject)

    @property
    def asks(self) -> str:
        """What the step asks beyond one signature, in a few words."""
        step, group = self.routed.step, self.routed.group
        words = asks_in_words(
            group.label if group else "",
            group.quorum if group else 0,
            step.signatures,
            step.paper is not None,
            step.veto,
            step.may_edit,
            step.layout_exempt,
        )
        return _("；").join([*words, *self._terms])

    @property
    def _terms(self) -> list[str]:
        asked = self.routed.confirmation
        return confirming_in_words(asked.within_hours, self._late_post) if asked is not None else []

    @property
    def _late_post(self) -> str:
        late = self.late
        return post_in_words(late.role, late.unit, late.overseer) if late is not None else ""

    @property
    def problem(self) -> str:
        """Why it can't be signed, and who can do what; empty when it can."""
        step = self.routed.step
        if step.whose == Whose.OVERSEER_OF_SUBJECT and not self.routed.subject:
            return _("稿件还没有写明分管事项，不知该由哪位领导签署；请先在稿件中填写。")
        if step.whose == Whose.COLUMN and not self.routed.unit:
            return _("稿件还没有放进有责任单位的栏目，不知该由哪个单位签署；请先选定栏目。")
        if self._late_post and not self.deciders:
            return _("逾期不答复时由%(post)s决定，目前没有人担任；请管理员任命。") % {"post": self._late_post}
        if step.paper is not None and not self._paper_can_be_brought():
            return _(
                "纸质签署须由一人登记扫描件、另一人核对，目前担任相应职务的人不够；请管理员任命或办理授权。"
            )
        if self.from_outside or len(self.people) >= step.signatures:
            return ""
        if self.left_out:
            return _(
                "%(post)s目前只有%(people)s，而本人参与过这份稿件，不能再审；请管理员办理代签授权或另任一人。"
            ) % {"post": self.post, "people": _("、").join(map(str, self.left_out))}
        if self.people:
            return _("须由%(count)d位不同的%(post)s签署，目前只有%(have)d位；请管理员再任命或办理授权。") % {
                "count": step.signatures,
                "post": self.post,
                "have": len(self.people),
            }
        return _("目前没有人担任%(post)s；请管理员任命，或由原任职人书面授权他人代签。") % {"post": self.post}

    def _paper_can_be_brought(self) -> bool:
        """Signer (where known here), recorder and confirmer are three people."""
        known = [] if self.from_outside else [self.people]
        around = [[each.person.pk for each in seats] for seats in (self.recorders, self.confirmers)]
        return one_each([*known, *around])


def foresee(
    steps: Sequence[RoutedStep], supplier: Unit, manager: Unit, contributors: set[int], day: date
) -> list[ForeseenStep]:
    """Each step with the people who may sign it on ``day``. Two queries for all, one more for units by name."""
    named = units_named({each.unit for each in steps if each.unit})
    asked = [_posts(routed, named.get(routed.unit), supplier, manager) for routed in steps]
    found = iter(seats_of([post for posts in asked for post in posts], day))
    return [
        _foreseen(routed, routed.unit in named, posts, [next(found) for _post in posts], contributors)
        for routed, posts in zip(steps, asked, strict=True)
    ]


def _posts(routed: RoutedStep, named: Unit | None, supplier: Unit, manager: Unit) -> list[AskedPost]:
    """The step's own; then, for a paper, those who bring it in and who check it; then who decides late."""
    step, paper, late = routed.step, routed.step.paper, _late_post(routed, supplier, manager)
    unit, overseer = (named, False) if named is not None else unit_for(step.whose, supplier, manager)
    own = AskedPost(step.role, unit, overseer, routed.subject)
    around = [AskedPost(each, manager) for each in (paper.recorder, paper.confirmer)] if paper else []
    return [own, *around, *([late] if late is not None else [])]


def _late_post(routed: RoutedStep, supplier: Unit, manager: Unit) -> AskedPost | None:
    overdue = routed.confirmation.overdue if routed.confirmation is not None else None
    return (
        AskedPost(overdue.role, *unit_for(overdue.whose, supplier, manager)) if overdue is not None else None
    )


def _foreseen(
    routed: RoutedStep,
    named: bool,
    posts: list[AskedPost],
    found: list[list[Seat]],
    contributors: set[int],
) -> ForeseenStep:
    step = routed.step
    nobody = (step.whose == Whose.OVERSEER_OF_SUBJECT and not routed.subject) or (
        step.whose in (Whose.COLUMN, Whose.CONCERNED) and not named
    )
    everybody = [] if nobody else found[0]
    # A veto that need not be used asks for a holder alone: refusing is no review.
    barred = step.kind == StepKind.REVIEW and not step.open_to_contributor and step.holds
    able = [each for each in everybody if not (barred and each.person.pk in contributors)]
    out = tuple(dict.fromkeys(each.person for each in everybody if each not in able))
    around: list[tuple[Seat, ...]] = [(), ()]
    if step.paper is not None:
        # Who wrote the text doesn't vouch that the paper says the same.
        recorders, confirmers = found[1:3]
        around = [tuple(recorders), tuple(each for each in confirmers if each.person.pk not in contributors)]
    decided = routed.confirmation is not None and routed.confirmation.overdue is not None
    late, deciders = (posts[-1], found[-1]) if decided else (None, [])
    own = posts[0]
    return ForeseenStep(
        routed, own.unit, own.overseer, tuple(able), out, *around, late=late, deciders=tuple(deciders)
    )
