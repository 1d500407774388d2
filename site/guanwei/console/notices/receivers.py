"""Listens for what begins to wait. The letters are queued when the act is committed, and never undo it."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction

from guanwei.approvals.signals import (
    closed,
    confirmation_escalated,
    confirmation_reminded,
    second_review_escalated,
    second_review_opened,
    step_waits,
)
from guanwei.publishing.signals import part_due

logger = logging.getLogger(__name__)


def connect() -> None:
    """Called once, when the application is ready."""
    step_waits.connect(note_step, dispatch_uid="console.notices.step")
    closed.connect(note_closed, dispatch_uid="console.notices.closed")
    part_due.connect(note_part, dispatch_uid="console.notices.part")
    second_review_opened.connect(note_owed, dispatch_uid="console.notices.owed")
    confirmation_reminded.connect(note_reminded, dispatch_uid="console.notices.reminded")
    confirmation_escalated.connect(note_escalated, dispatch_uid="console.notices.escalated")
    second_review_escalated.connect(note_late, dispatch_uid="console.notices.late")


def note_reminded(asking: Any, **_kwargs: Any) -> None:
    """A unit concerned hasn't answered yet."""
    from guanwei.console.notices import tasks

    _later(tasks.remind_the_unit.enqueue, asking.pk)


def note_escalated(asking: Any, **_kwargs: Any) -> None:
    """Another post may decide in its place."""
    from guanwei.console.notices import tasks

    _later(tasks.tell_who_decides_late.enqueue, asking.pk)


def _later(enqueue: Callable[[int], Any], key: int) -> None:
    transaction.on_commit(partial(_queue, enqueue, key))


def _queue(enqueue: Callable[[int], Any], key: int) -> None:
    """A queue that is down costs a letter, never the signature that was just given."""
    try:
        enqueue(key)
    except Exception:
        logger.exception("a notice about %s was not queued", key)


def note_step(step: Any, **_kwargs: Any) -> None:
    """Somebody is to sign or release."""
    from guanwei.console.notices import tasks

    if step is not None:
        _later(tasks.tell_who_may_sign.enqueue, step.pk)


def note_closed(submission: Any, **_kwargs: Any) -> None:
    """A submission ended without release."""
    from guanwei.console.notices import tasks

    _later(tasks.tell_submitter.enqueue, submission.pk)


def note_part(part: Any, **_kwargs: Any) -> None:
    """A variant's turn has come; the job sees whether a person has to do it."""
    from guanwei.console.notices import tasks

    _later(tasks.tell_who_publishes.enqueue, part.pk)


def note_owed(review: Any, **_kwargs: Any) -> None:
    """Signatures are owed after an emergency."""
    from guanwei.console.notices import tasks

    _later(tasks.tell_who_signs_afterwards.enqueue, review.pk)


def note_late(review: Any, **_kwargs: Any) -> None:
    """They are late, today again."""
    from guanwei.console.notices import tasks

    _later(tasks.tell_that_it_is_late.enqueue, review.pk)
