"""One order of locks, so that no two acts wait for each other. SQLite has one writer and needs none.

Submissions, plans, permits, parts, places, deliveries; several of a kind by their numbers. What a push
carries comes before the push itself.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from guanwei.approvals.models import Permit, Submission, SubmissionState
from guanwei.publishing.models import PushPlace, Release, ReleasePart


def lock_object(family: str, object_id: int) -> None:
    """Hold all that going offline ends: a signed submission, and every plan."""
    signed = Submission.objects.filter(state=SubmissionState.PERMITTED)
    _hold(signed.filter(family=family, object_id=object_id))
    lock_plans([(family, object_id)])


def lock_plans(objects: Iterable[tuple[str, int]]) -> None:
    """Hold every plan that these objects (family, id) ever had."""
    which = [Q(family=family, object_id=object_id) for family, object_id in objects]
    if which:
        _hold(Release.objects.filter(reduce(or_, which)))


def lock_plan(part_id: int) -> None:
    """Hold a part, and its plan before it."""
    _hold(Release.objects.filter(parts=part_id))
    _hold(ReleasePart.objects.filter(pk=part_id))


def lock_carried(part_id: int) -> None:
    """Hold the plans and permits of what a push carries, whose part this is; nothing for other parts."""
    of_push = {"submission__permit__release__parts": part_id}
    carried = set(PushPlace.objects.filter(**of_push).values_list("permit", flat=True))
    if carried:
        _hold(Release.objects.filter(permit__in=carried))
        _hold(Permit.objects.filter(pk__in=carried))


def _hold(rows: QuerySet[Any]) -> None:
    list(rows.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
