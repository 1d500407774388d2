"""Listens to releases. Both run inside publishing's transaction."""

from typing import Any

from guanwei.api import Refusal
from guanwei.publishing import signals


def connect() -> None:
    """Called once, when the application is ready."""
    signals.superseding.connect(withdraw_older, dispatch_uid="delivery.superseding")
    signals.released.connect(prepare_deliveries, dispatch_uid="delivery.released")
    signals.part_due.connect(mark_delivery_due, dispatch_uid="delivery.part_due")
    signals.joining_push.connect(join_push, dispatch_uid="delivery.joining_push")
    signals.left_push.connect(leave_push, dispatch_uid="delivery.left_push")
    signals.push_voided.connect(withdraw_older, dispatch_uid="delivery.push_voided")


def withdraw_older(family: str, object_id: int, **_kwargs: Any) -> None:
    """What an older release never handed over goes with the new one."""
    from guanwei.delivery.services.withdrawing import withdraw_superseded

    withdraw_superseded(family, object_id)


def prepare_deliveries(release: Any, **_kwargs: Any) -> None:
    """Freeze what the release will send."""
    from guanwei.delivery import services

    services.prepare(release)


def mark_delivery_due(part: Any, **_kwargs: Any) -> None:
    """A variant's turn has come."""
    from guanwei.delivery import services

    services.mark_due(part)


def join_push(part: Any, **_kwargs: Any) -> list[Refusal]:
    """A variant goes with a push, unless it is under way alone."""
    from guanwei.delivery.services import pushing

    return pushing.join_push(part)


def leave_push(part: Any, reason: str, **_kwargs: Any) -> None:
    """The push fell: people decide how the variant goes."""
    from guanwei.delivery.services import pushing

    pushing.leave_push(part, reason)
