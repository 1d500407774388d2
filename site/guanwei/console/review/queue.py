"""The rows of one's queue. The number of queries doesn't grow with its length."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.api import StepKind
from guanwei.approvals.models import Return, RouteStep, SignOff
from guanwei.approvals.queries.queue import waiting_for
from guanwei.approvals.services.seating import citations
from guanwei.audit import clock
from guanwei.console.review.naming import account_of
from guanwei.delivery.models import Delivery
from guanwei.delivery.queries import deliveries_waiting_for
from guanwei.delivery.queries.rights import released_by, units_handled
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of, known_units
from guanwei.publishing.models.manuscripts import KindChoices

PER_PAGE = 25
Subject = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One thing that waits. ``again``: this post has decided on it before and it changed since."""

    url: str
    title: str
    task: str
    supplier: str
    kind: str
    channels: str
    why: str
    since: datetime
    again: bool = False


class Waiting:
    """Everything that waits for a person: signatures and releases, oldest first, then deliveries.

    ``rows`` counts while it reads, so that a page that shows rows asks nothing more for the badge.
    """

    def __init__(self, steps: QuerySet[RouteStep], deliveries: QuerySet[Delivery]) -> None:
        self.steps, self.deliveries = steps, deliveries
        self._counts: list[int | None] = [None, None]

    def __len__(self) -> int:
        return self._count(0, self.steps) + self._count(1, self.deliveries)

    def rows(self, start: int, stop: int) -> list[QueueRow]:
        """Rows ``start`` up to ``stop``, in the order in which they should be dealt with."""
        steps = self._read(0, self.steps, start, stop)
        split = self._count(0, self.steps)
        if stop <= split:
            return step_rows(steps)
        rest = self._read(1, self.deliveries, max(start - split, 0), stop - split)
        return step_rows(steps) + delivery_rows(rest)

    def _read(self, which: int, rows: QuerySet[Any], start: int, stop: int) -> list[Any]:
        found = list(rows.annotate(in_all=Window(Count("*")))[start:stop])
        if found:
            self._counts[which] = found[0].in_all
        elif start == 0:
            self._counts[which] = 0
        return found

    def _count(self, which: int, rows: QuerySet[Any]) -> int:
        known = self._counts[which]
        if known is None:
            known = self._counts[which] = rows.count()
        return known


def waiting(person: Person) -> Waiting:
    """What waits for ``person`` now. Asked once a request: the menu's badge and the page share it."""
    kept: Waiting | None = getattr(person, "_guanwei_waiting", None)
    if kept is None:
        posts = holdings_of(person).posts
        kept = Waiting(waiting_for(person, clock.today(), posts), _deliveries(person))
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
    """Rows of steps that wait. Two queries, none for no step."""
    if not steps:
        return []
    accounts = Account.objects.in_bulk({key for step in steps for key in _accounts(step)})
    last, looked = _decisions(steps)
    return [_row(step, accounts, last, looked) for step in steps]


def _row(
    step: RouteStep, accounts: dict[int, Account], last: dict[int, datetime], looked: set[Subject]
) -> QueueRow:
    item = step.submission
    return QueueRow(
        url=reverse("review:sign", args=[item.pk]),
        title=item.title,
        task=step.label,
        supplier=str(item.supplier),
        kind=str(dict(KindChoices.choices).get(item.facts.get("kind", ""), "")),
        channels=_("、").join(
            dict.fromkeys(str(accounts[key]) for key in _accounts(step) if key in accounts)
        ),
        why=_("；").join(map(str, citations(step))),
        since=max(item.submitted_at, last.get(item.pk, item.submitted_at)),
        again=step.kind != StepKind.RELEASE and _subject(step) in looked,
    )


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
