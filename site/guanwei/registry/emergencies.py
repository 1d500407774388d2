"""Emergency routes: what they may declare, and whom they name."""

from collections.abc import Iterator

from guanwei.api import ApprovalRoute, Step, StepKind, Whose
from guanwei.api.emergencies import LONGEST_HOURS
from guanwei.registry import sentences


def problem_of(route: ApprovalRoute) -> str:
    """The first mistake in what the route says of emergencies, as a clause; empty when there is none."""
    return next(_problems(route), "")


def _problems(route: ApprovalRoute) -> Iterator[str]:
    for step in route.steps:
        if step.telephone is not None:
            yield from _of_call(route, step)
    review = route.second_review
    if review is None:
        return
    if not review.steps:
        yield sentences.second_review_without_steps(review.id)
    if not 1 <= review.within_hours <= LONGEST_HOURS:
        yield sentences.second_review_out_of_range(review.id, LONGEST_HOURS)
    named = (*(each.whose for each in review.steps), review.escalates_whose)
    if Whose.OVERSEER_OF_SUBJECT in named:
        yield sentences.second_review_of_subject(review.id)


def _of_call(route: ApprovalRoute, step: Step) -> Iterator[str]:
    if route.second_review is None:
        yield sentences.telephone_without_second_review(step.id)
    call = step.telephone
    if call is not None and not call.cites:
        yield sentences.uncited(step.id)
    if call is not None and call.whose is Whose.OVERSEER_OF_SUBJECT:
        yield sentences.second_review_of_subject(step.id)
    plain = step.paper is None and step.signatures == 1 and not step.may_edit and not step.veto
    if step.kind is not StepKind.REVIEW or not plain:
        yield sentences.telephone_is_plain(step.id)


def roles_named(route: ApprovalRoute) -> Iterator[tuple[str, str]]:
    """Pairs of an element's id and the role that it names."""
    for step in route.steps:
        if step.telephone is not None:
            yield step.id, step.telephone.recorder
    if route.second_review is not None:
        yield route.second_review.id, route.second_review.escalates_to
        for owed in route.second_review.steps:
            yield owed.id, owed.role
