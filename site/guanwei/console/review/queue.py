"""The rows of one's queue. The number of queries doesn't grow with its length."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.accounts.models import Account
from guanwei.api import StepKind
from guanwei.approvals.models import Asking, Return, RouteStep, SignOff
from guanwei.approvals.queries.askings import open_askings
from guanwei.approvals.queries.queue import Task, waiting_for
from guanwei.approvals.services.seating import citations
from guanwei.audit import clock
from guanwei.console.emergencies.queue import owed_by, owed_rows
from guanwei.console.review.confirming import left_in_words
from guanwei.console.review.naming import account_of
from guanwei.console.review.rows import QueueRow
from guanwei.delivery.models import Delivery
from guanwei.delivery.queries import deliveries_waiting_for
from guanwei.delivery.queries.rights import released_by, units_handled
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of, known_units
from guanwei.publishing.models.manuscripts import KindChoices

PER_PAGE = 25
Subject = tuple[str, int, str]
Source = tuple[QuerySet[Any], Callable[[list[Any]], list[QueueRow]]]


class Waiting:
    """Everything that waits for a person: what runs against a clock, signatures and releases, then deliveries.

    ``rows`` counts while it reads, so that a page that shows rows asks nothing more for the badge.
    """

    def __init__(self, *sources: Source) -> None:
        self.sources = sources
        self._counts: list[int | None] = [None] * len(sources)

    def __len__(self) -> int:
        return sum(self._count(which) for which in range(len(self.sources)))

    def rows(self, start: int, stop: int) -> list[QueueRow]:
        """Rows ``start`` up to ``stop``, in the order in which they should be dealt with."""
        found: list[QueueRow] = []
        for which, (_rows, shown) in enumerate(self.sources):
            if stop > 0:
                found += shown(self._read(which, max(start, 0), stop))
                here = self._count(which)
                start, stop = start - here, stop - here
        return found

    def _read(self, which: int, start: int, stop: int) -> list[Any]:
        rows = self.sources[which][0]
        found = list(rows.annotate(in_all=Window(Count("*")))[start:stop])
        if found:
            self._counts[which] = found[0].in_all
        elif start == 0:
            self._counts[which] = 0
        return found

    def _count(self, which: int) -> int:
        known = self._counts[which]
        if known is None:
            known = self._counts[which] = self.sources[which][0].count()
        return known


def waiting(person: Person) -> Waiting:
    """What waits for ``person`` now. Asked once a request: the menu's badge and the page share it."""
    kept: Waiting | None = getattr(person, "_guanwei_waiting", None)
    if kept is None:
        posts = holdings_of(person).posts
        kept = Waiting(
            (owed_by(person, posts), owed_rows),
            (waiting_for(person, clock.today(), posts), step_rows),
            (_deliveries(person), delivery_rows),
        )
        person._guanwei_waiting = kept  # type: ignore[attr-defined]
    return kept


def _deliveries(person: Person) -> QuerySet[Delivery]:
    """Nobody but a releaser handles deliveries: others needn't ask where."""
    held = released_by(holdings_of(person).posts)
    if not held:
        return Delivery.objects.none()
    return deliveries_waiting_for(person, units_handled(held, known_units(person).values()))


def next_step(person: Person, but: int) -> RouteStep | None:
    """The next submission that waits for ``person``, other than the one just handled."""
    return waiting_for(person, clock.today()).exclude(submission=but).first()


def step_rows(steps: Sequence[RouteStep]) -> list[QueueRow]:
    """Rows of steps that wait. Two queries, one more where a unit is asked to confirm, none for no step."""
    if not steps:
        return []
    accounts = Account.objects.in_bulk({key for step in steps for key in _accounts(step)})
    last, looked = _decisions(steps)
    askings = open_askings(steps)
    return [_row(step, accounts, last, looked, askings.get(step.pk)) for step in steps]


def _row(
    step: RouteStep,
    accounts: dict[int, Account],
    last: dict[int, datetime],
    looked: set[Subject],
    asking: Asking | None,
) -> QueueRow:
    item = step.submission
    return QueueRow(
        url=_url(step),
        title=item.title,
        task=_task(step),
        supplier=str(item.supplier),
        kind=str(dict(KindChoices.choices).get(item.facts.get("kind", ""), "")),
        channels=_("、").join(
            dict.fromkeys(str(accounts[key]) for key in _accounts(step) if key in accounts)
        ),
        why=_("；").join(map(str, citations(step))),
        since=max(item.submitted_at, last.get(item.pk, item.submitted_at)),
        again=step.kind != StepKind.RELEASE and _subject(step) in looked,
        clock=left_in_words(asking) if asking is not None else "",
        priority=item.priority,
    )


WORDS = {
    Task.RECORD: gettext_lazy("%(step)s：登记扫描件"),
    Task.CHECK: gettext_lazy("%(step)s：核对扫描件"),
    Task.CONFIRM: gettext_lazy("%(step)s：确认审改"),
    Task.VETO: gettext_lazy("%(step)s：可否决"),
    Task.DECIDE: gettext_lazy("%(step)s：逾期决定"),
}


def _task(step: RouteStep) -> str:
    """The step, and what of it is this person's to do where that isn't signing."""
    asked = getattr(step, "task", "")
    words = WORDS.get(Task(asked)) if asked else None
    return str(words) % {"step": step.label} if words else step.label


def _url(step: RouteStep) -> str:
    """Whoever only records a call has a screen of their own."""
    if getattr(step, "task", "") == Task.CALL:
        return reverse("emergencies:call", args=[step.submission_id, step.pk])
    return reverse("review:sign", args=[step.submission_id])


def _accounts(step: RouteStep) -> list[int]:
    return [key for part in step.submission.parts if (key := account_of(part)) is not None]


def _subject(step: RouteStep) -> Subject:
    return step.submission.family, step.submission.object_id, step.step


def _decisions(steps: Iterable[RouteStep]) -> tuple[dict[int, datetime], set[Subject]]:
    """When each submission was last decided on, and on which subjects which step decided before."""
    objects = {step.submission.object_id for step in steps}
    signed, returned = (
        model.objects.filter(submission__object_id__in=objects)
        .order_by()
        .values_list(
            "submission_id", "submission__family", "submission__object_id", "step__step", "decided_at"
        )
        for model in (SignOff, Return)
    )
    found = list(signed.union(returned, all=True))
    last: dict[int, datetime] = {}
    for submission, *_subject_of, decided_at in found:
        last[submission] = max(decided_at, last.get(submission, decided_at))
    return last, {(family, object_id, step) for _id, family, object_id, step, _at in found}


def delivery_rows(deliveries: Iterable[Delivery]) -> list[QueueRow]:
    """Rows of deliveries that a person publishes by hand. One query."""
    return [
        QueueRow(
            url=reverse("review:delivery", args=[each.pk]),
            title=each.title,
            task=each.get_state_display(),
            supplier=str(each.account.unit),
            kind="",
            channels=str(each.account),
            why=each.problem,
            since=each.due_at or clock.now(),
        )
        for each in deliveries
    ]
