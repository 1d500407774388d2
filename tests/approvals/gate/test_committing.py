"""L1 at the commit: an opening cannot outlive its transaction."""

from typing import Any

import pytest
from approvals.gate.attempts import refused, stored
from approvals.gate.making import permit_for, release
from django.db import DatabaseError, transaction
from guanwei.approvals.gate import GateRefused, passing, triggers_expected, triggers_standing
from guanwei.approvals.models import Opening, Permit
from guanwei.audit import clock

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db(transaction=True)]


def write_with_a_forgotten_opening(draft: Any) -> None:
    permit = permit_for(draft)
    with transaction.atomic():
        Opening.objects.create(family=permit.family, object_id=draft.pk, permit=permit, shut_id=1)
        permit.went_live_at = clock.now()
        permit.save()
        type(draft).objects.filter(pk=draft.pk).update(live=True)


@pytest.mark.defends("an opening left at commit", by="shell")
def test_a_forgotten_opening_undoes_what_it_let_pass(draft: Any) -> None:
    with pytest.raises(DatabaseError):
        write_with_a_forgotten_opening(draft)
    assert not stored(draft).live
    assert not Opening.objects.exists()


@pytest.mark.defends("an opening kept for later", by="database")
def test_an_opening_is_not_left_standing_for_later(draft: Any) -> None:
    permit = permit_for(draft)
    with pytest.raises(DatabaseError):
        Opening.objects.create(family=permit.family, object_id=draft.pk, permit=permit, shut_id=1)
    assert not Opening.objects.exists()
    refused(lambda: type(draft).objects.filter(pk=draft.pk).update(live=True))


def test_a_release_commits(draft: Any) -> None:
    assert release(draft).live
    assert not Opening.objects.exists()


def test_a_refused_release_leaves_the_work_around_it(draft: Any) -> None:
    with transaction.atomic():
        permit = permit_for(draft)
        draft.title = "审批后改的题目"
        draft.save_revision()
        with pytest.raises(GateRefused), passing(permit):
            stored(draft).get_latest_revision().publish()
    assert Permit.objects.filter(pk=permit.pk).exists()
    assert not stored(draft).live


@pytest.mark.parametrize("turn", [1, 2])
def test_after_a_test_that_commits_the_triggers_stand_and_the_tree_has_its_root(
    turn: int, column: Any
) -> None:
    assert triggers_standing() == triggers_expected()
    assert column.depth == 3
