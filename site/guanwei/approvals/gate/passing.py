"""The way through the gate: open for one permit, let the content be written, compare, shut."""

from collections.abc import Iterator
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
    with transaction.atomic():
        check_triggers()
        held = Permit.objects.select_for_update().get(pk=permit.pk)
        if held.revoked_at is not None:
            raise refused("revoked")
        if held.went_live_at is not None:
            raise refused("spent")
        opening = _open(held)
        _spend(held)
        with standing((held.family, held.object_id)):
            yield held
            _compare(held)
        _shut(opening)
    permit.went_live_at = held.went_live_at


def _open(permit: Permit) -> Opening:
    # bulk_create sends no signals: Wagtail's reference index would follow the opening's keys.
    opening = Opening(family=permit.family, object_id=permit.object_id, permit=permit, shut_id=SHUT)
    return Opening.objects.bulk_create([opening])[0]


def _spend(permit: Permit) -> None:
    permit.went_live_at = clock.now()
    permit.save()


def _shut(opening: Opening) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{OPENINGS}" WHERE id = %s', [opening.pk])  # noqa: S608


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
