"""Which units concerned are being asked, and whether it is late enough for another to decide."""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, QuerySet

from guanwei.approvals.models import Asking, AskingTurn, RouteStep
from guanwei.approvals.models.askings import TurnKind
from guanwei.audit import clock


def without(kind: TurnKind) -> QuerySet[Asking]:
    """Askings that this hasn't happened to."""
    happened = AskingTurn.objects.filter(asking=OuterRef("pk"), kind=kind)
    return Asking.objects.filter(~Exists(happened))


def open_askings(steps: Iterable[RouteStep]) -> dict[int, Asking]:
    """The asking that runs, by the step's key. One query, none where no step is a confirmation."""
    asked = [each.pk for each in steps if each.confirms]
    rows = without(TurnKind.ENDED).filter(step__in=asked) if asked else ()
    return {each.step_id: each for each in rows}


def last_askings(steps: Sequence[RouteStep]) -> dict[int, Asking]:
    """The last asking of each step, whether or not it still runs. One query, none as above."""
    asked = [each.pk for each in steps if each.confirms]
    rows = Asking.objects.filter(step__in=asked).order_by("pk") if asked else ()
    return {each.step_id: each for each in rows}


def overdue() -> QuerySet[Asking]:
    """Running ones that are late enough for the post that decides then."""
    return without(TurnKind.ENDED).filter(decides_at__lte=clock.now())


def may_be_decided(step: RouteStep) -> bool:
    """Whether the post that decides late may sign the step now. One query, none for other steps."""
    return bool(step.decider) and overdue().filter(step=step).exists()
