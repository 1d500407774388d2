"""L1: a permit lets its content go live once. What was taken down, by whatever way, needs a new one."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

from typing import Any

import pytest
from approvals.gate.attempts import live_table, refused, sql, stored
from approvals.gate.making import permit_for, release
from django.db import transaction
from guanwei.approvals.gate import GateRefused, passing
from guanwei.approvals.models import Opening, Permit
from guanwei.approvals.services.permits import revoke
from guanwei.audit import clock

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]

USED = "已经用过一次"
STAYS = "许可一经签发"


@pytest.fixture(params=["orm", "sql"])
def withdrawn(request: Any, draft: Any) -> Permit:
    """``draft`` went live and was taken down behind the services: its permit stands unrevoked."""
    release(draft)
    if request.param == "orm":
        type(draft).objects.filter(pk=draft.pk).update(live=False)
    else:
        sql(f"UPDATE {live_table(draft)} SET live = %s WHERE id = %s", False, draft.pk)
    assert not stored(draft).live
    return Permit.objects.get(object_id=draft.pk, revoked_at=None, went_live_at__isnull=False)


def opened(permit: Permit) -> Opening:
    return Opening.objects.create(family=permit.family, object_id=permit.object_id, permit=permit, shut_id=1)


@pytest.mark.defends("the permit of what was taken down, through the gate", by="shell")
def test_the_gate_does_not_open_twice(draft: Any, withdrawn: Permit) -> None:
    with pytest.raises(GateRefused) as refusal, passing(withdrawn):
        stored(draft).get_latest_revision().publish()
    assert USED in str(refusal.value)
    assert not stored(draft).live


@pytest.mark.defends("an opening on the permit of what was taken down", by="database")
def test_the_database_does_not_open_twice(withdrawn: Permit) -> None:
    refused(lambda: opened(withdrawn), USED)
    said = "INSERT INTO approvals_opening (family, object_id, permit_id, shut_id) VALUES (%s, %s, %s, 1)"
    refused(lambda: sql(said, withdrawn.family, withdrawn.object_id, withdrawn.pk), USED)


@pytest.mark.defends("a used permit made unused", by="database")
@pytest.mark.parametrize("moment", ["NULL", "'2020-01-01'"])
def test_that_a_permit_was_used_is_not_unsaid(withdrawn: Permit, moment: str) -> None:
    said = f"UPDATE approvals_permit SET went_live_at = {moment} WHERE id = %s"
    refused(lambda: sql(said, withdrawn.pk), STAYS)
    withdrawn.went_live_at = None
    refused(withdrawn.save, STAYS)


@pytest.mark.defends("an opening whose permit isn't marked as used", by="database")
def test_nothing_passes_before_the_permit_says_that_it_is_used(draft: Any) -> None:
    with transaction.atomic():
        opening = opened(permit_for(draft))
        refused(lambda: type(draft).objects.filter(pk=draft.pk).update(live=True))
        refused(lambda: sql(f"UPDATE {live_table(draft)} SET live = %s WHERE id = %s", True, draft.pk))
        opening.delete()


@pytest.mark.defends("a permit marked as used while nothing is opened", by="database")
def test_a_permit_is_not_used_up_without_an_opening(draft: Any) -> None:
    permit = permit_for(draft)
    said = "UPDATE approvals_permit SET went_live_at = '2020-01-01' WHERE id = %s"
    refused(lambda: sql(said, permit.pk), STAYS)


def test_a_new_permit_brings_it_back(draft: Any, withdrawn: Permit) -> None:
    assert release(draft).live


def test_a_refused_release_uses_nothing_up(draft: Any) -> None:
    permit = permit_for(draft)
    with pytest.raises(GateRefused), passing(permit):
        type(draft).objects.filter(pk=draft.pk).update(title="夹带", live=True)
    assert Permit.objects.get(pk=permit.pk).went_live_at is None
    with passing(permit):
        stored(draft).get_latest_revision().publish()
    assert stored(draft).live


def test_a_permit_revoked_from_an_old_copy_keeps_that_it_was_used(draft: Any) -> None:
    permit = permit_for(draft)
    before = Permit.objects.get(pk=permit.pk)
    with passing(permit):
        stored(draft).get_latest_revision().publish()
    revoke(before, None, "撤下")
    now = Permit.objects.get(pk=permit.pk)
    assert (now.went_live_at, now.revoked_reason) == (permit.went_live_at, "撤下")
    assert permit.went_live_at is not None
    assert permit.went_live_at <= clock.now()
