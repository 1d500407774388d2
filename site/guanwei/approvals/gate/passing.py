"""The way through the gate: open for one permit, let the content be written, compare, shut."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from guanwei.approvals.gate.names import OPENINGS
from guanwei.approvals.gate.refusals import GateRefused, refused
from guanwei.approvals.gate.standing import standing
from guanwei.approvals.gate.triggers import check_triggers
from guanwei.approvals.governed import Governed, content_tables, governed_of
from guanwei.approvals.models import Opening, Permit
from guanwei.audit import clock
from guanwei.audit.canonical import digests, whole
from guanwei.screening.marks import standing_marks

# A key that the empty table ``Never`` can't hold: a commit with an opening standing fails.
SHUT = 1


@contextmanager
def passing(permit: Permit) -> Iterator[Permit]:
    """Write the permit's content inside; what stands in the tables afterwards must be what it names.

    Yields the permit as locked. Raises ``GateRefused``, and everything inside rolls back, when the
    permit is revoked or was used before, a trigger is missing or the content differs.

    The permit spends itself here, before the content is written: the triggers let nothing pass on one that
    doesn't say so, and nobody opens with one that does. What was taken down, by whatever way, needs a new one.
    """
    with passing_together([permit]) as (held,):
        yield held
    permit.went_live_at = held.went_live_at


@contextmanager
def passing_together(permits: Sequence[Permit]) -> Iterator[list[Permit]]:
    """The same for several permits in one transaction: all of their content passes, or none of it."""
    with transaction.atomic():
        check_triggers()
        held = list(
            Permit.objects.select_for_update().filter(pk__in=[each.pk for each in permits]).order_by("pk")
        )
        for each in held:
            _refuse_used(each)
        openings = _open(held)
        for each in held:
            _spend(each)
        with standing(*((each.family, each.object_id) for each in held)):
            yield held
            for each in held:
                _compare(each)
        _shut(openings)


def _refuse_used(permit: Permit) -> None:
    if permit.revoked_at is not None:
        raise refused("revoked")
    if permit.went_live_at is not None:
        raise refused("spent")
    if standing_marks(permit.family, permit.object_id).exists():
        raise refused("marked")


def _open(permits: Sequence[Permit]) -> list[Opening]:
    # bulk_create sends no signals: Wagtail's reference index would follow the opening's keys.
    return Opening.objects.bulk_create(
        Opening(family=each.family, object_id=each.object_id, permit=each, shut_id=SHUT) for each in permits
    )


def _spend(permit: Permit) -> None:
    permit.went_live_at = clock.now()
    permit.save()


def _shut(openings: Sequence[Opening]) -> None:
    with connection.cursor() as cursor:
        for each in openings:
            cursor.execute(f'DELETE FROM "{OPENINGS}" WHERE id = %s', [each.pk])  # noqa: S608


def _compare(permit: Permit) -> None:
    """Read what stands in the tables, not what the writer holds in memory. Rows that follow are written first."""
    obj, governed = _stored(permit)
    governed.project(obj)
    if whole(digests(governed.public_parts(obj))) != permit.digest:
        raise refused("differs")
    broken = governed.intact(obj)
    if broken:
        raise GateRefused(*broken)


def _stored(permit: Permit) -> tuple[Any, Governed]:
    """The subject as the database has it, of its own class, and how it is governed."""
    found = _live_model(permit.family)._base_manager.filter(pk=permit.object_id).first()
    obj = getattr(found, "specific", found)
    governed = governed_of(obj) if obj is not None else None
    if governed is None:
        raise refused("missing")
    return obj, governed


def _live_model(family: str) -> type[models.Model]:
    tables = {each.live_table for each in content_tables() if each.family == family}
    return next(each for each in apps.get_models() if each._meta.db_table in tables)
