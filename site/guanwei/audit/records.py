"""Bases of everything that is a record (law L5): a write without history is an error, and nothing is deleted.

``RecordedModel`` may change, and each change leaves a django-simple-history row in the same transaction.
``LedgerModel`` never changes: each row is its own history.
"""

from collections.abc import Sequence
from typing import Any, NoReturn, TypeVar

from django.db import models, transaction
from simple_history.models import HistoricalRecords

from guanwei.audit import clock
from guanwei.audit.acting import current, recorded_person

M = TypeVar("M", bound=models.Model)


class RecordError(Exception):
    """A write that would leave no trace, or take one away."""


class RecordQuerySet(models.QuerySet[M]):
    """Refuses the set-based writes that Django makes without signals, hence without history."""

    def _refuse(self, verb: str) -> NoReturn:
        raise RecordError(f"{self.model.__name__}.objects.{verb}() would leave no history")

    def update(self, **_kwargs: Any) -> NoReturn:
        self._refuse("update")

    def bulk_create(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        self._refuse("bulk_create")

    def bulk_update(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        self._refuse("bulk_update")

    def delete(self) -> NoReturn:
        self._refuse("delete")

    def _raw_delete(self, _using: str) -> NoReturn:
        self._refuse("delete")


class RecordedModel(models.Model):
    """A record that may change; ``history`` keeps every state with person, reason and moment."""

    history = HistoricalRecords(inherit=True, get_user=recorded_person)
    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save and check that history was written; otherwise nothing of the transaction is kept.

        No savepoint: a write without history is a fault of the code, not something to go on from.
        """
        with transaction.atomic(savepoint=False):
            self._history_date = clock.now()
            if not getattr(self, "_change_reason", None):
                self._change_reason = current().reason[:100] or None
            self._history_written = False
            super().save(*args, **kwargs)
            self._change_reason = None
            if not self._history_written:
                raise RecordError(f"saving {type(self).__name__} left no history")

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise RecordError(f"{type(self).__name__} is a record: it is closed or corrected, never deleted")


def record_all(rows: Sequence[RecordedModel]) -> None:
    """Write new records of one kind together, each with its history row: two queries for any number."""
    if not rows:
        return
    model = type(rows[0])
    reason = current().reason[:100] or None
    with transaction.atomic(savepoint=False):
        models.QuerySet(model).bulk_create(rows)
        model.history.bulk_history_create(rows, default_change_reason=reason, default_date=clock.now())


class LedgerModel(models.Model):
    """A row written once. ``at`` is the office's moment of writing."""

    at = models.DateTimeField(default=clock.now, editable=False, db_index=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RecordError(f"{type(self).__name__} is written once; a correction is a new entry")
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise RecordError(f"{type(self).__name__} is a record: it is never deleted")


def note_history_written(sender: Any, instance: Any, **_kwargs: Any) -> None:
    """Receiver of simple-history's ``post_create_historical_record``."""
    instance._history_written = True
