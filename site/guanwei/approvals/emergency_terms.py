"""What an emergency route froze with its submission, as data: who may record a call, what is owed afterwards."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Refusal, RouteChoice, SecondReviewStep, Step
from guanwei.approvals.naming import post_in_words
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.posts import unit_for
from guanwei.organisations.queries.seats import seats

Frozen = dict[str, Any]


def frozen_call(step: Step, supplier: Unit, manager: Unit) -> Frozen:
    """The columns of a frozen step that say who may record a consent by telephone; none where it takes none."""
    call = step.telephone
    if call is None:
        return {}
    unit, overseer = unit_for(call.whose, supplier, manager)
    return {
        "phone_recorder": call.recorder,
        "phone_unit": unit,
        "phone_overseer": overseer,
        "phone_cites": [asdict(each) for each in call.cites],
    }


def frozen_second_review(route: RouteChoice, supplier: Unit, manager: Unit) -> Frozen:
    """What the route owes after its release; empty where that is nothing."""
    review = route.second_review
    if review is None:
        return {}
    unit, overseer = unit_for(review.escalates_whose, supplier, manager)
    return {
        "id": review.id,
        "label": review.label,
        "cites": [asdict(each) for each in review.cites],
        "hours": review.within_hours,
        "escalates": {"role": review.escalates_to, "unit": unit.pk, "overseer": overseer},
        "steps": [_frozen_step(each, supplier, manager) for each in review.steps],
    }


def _frozen_step(step: SecondReviewStep, supplier: Unit, manager: Unit) -> Frozen:
    unit, overseer = unit_for(step.whose, supplier, manager)
    return {
        "step": step.id,
        "label": step.label,
        "role": step.role,
        "unit": unit.pk,
        "overseer": overseer,
        "open_to_contributor": step.open_to_contributor,
        "cites": [asdict(each) for each in step.cites],
    }


def second_review_refusals(
    route: RouteChoice | None, supplier: Unit, manager: Unit, contributors: set[int], day: date
) -> list[Refusal]:
    """Why nobody could give the second review, or hear that it is late (law L9). Two queries a post."""
    review = route.second_review if route is not None else None
    if review is None or route is None:
        return []
    found = []
    for step in review.steps:
        barred = set() if step.open_to_contributor else contributors
        unit, overseer = unit_for(step.whose, supplier, manager)
        if not _holders(step.role, unit, overseer, day, barred):
            found.append(_nobody(route, step.label, post_in_words(step.role, unit, overseer), step.cites))
    unit, overseer = unit_for(review.escalates_whose, supplier, manager)
    if not _holders(review.escalates_to, unit, overseer, day, set()):
        post = post_in_words(review.escalates_to, unit, overseer)
        found.append(_nobody(route, _("逾期报告"), post, review.cites))
    return found


def _holders(role: str, unit: Unit, overseer: bool, day: date, barred: set[int]) -> Sequence[int]:
    """In person: a delegate doesn't sign afterwards."""
    found = seats(role, unit, overseer, day)
    return [each.person.pk for each in found if each.delegation is None and each.person.pk not in barred]


def _nobody(route: RouteChoice, label: str, post: str, cites: Any) -> Refusal:
    sentence = _("突发流程发布后须补审，但“%(label)s”目前没有可以办理的%(post)s；请管理员先任命。")
    said = sentence % {"label": label, "post": post}
    return Refusal(said, cites, route.id, route.plugin, route.version)
