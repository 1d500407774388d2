"""L1: the way through the gate, and what comes back when the content is not the permit's."""

from collections.abc import Callable
from typing import Any

import pytest
from approvals.gate.attempts import refused
from approvals.gate.making import permit_for, release, revoke
from django.db import IntegrityError, connection, transaction
from django.db.models.signals import post_save
from guanwei.approvals.gate import GateRefused, drop_triggers, passing, passing_together, sentence_of
from guanwei.approvals.models import Opening
from guanwei.publishing.models import ArticlePage

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


def publish(obj: Any) -> None:
    type(obj).objects.get(pk=obj.pk).get_latest_revision().publish()


def test_the_permitted_content_goes_live_and_the_opening_is_gone(draft: Any) -> None:
    assert release(draft).live
    assert not Opening.objects.exists()


def test_a_live_object_is_released_again_with_its_next_draft(online: Any) -> None:
    online.title = "更正后的题目"
    online.save_revision()
    assert type(online).objects.get(pk=online.pk).title != "更正后的题目"
    assert release(online).title == "更正后的题目"


def test_a_new_variant_reaches_the_public_with_its_permit(online: Any, account: Any) -> None:
    online.variants.add(type(online.variants.first())(account=account, number=2, text="更正：已转晴。"))
    online.save_revision()
    assert type(online).objects.get(pk=online.pk).variants.count() == 1
    assert release(online).variants.count() == 2


@pytest.mark.defends("a draft newer than the permit, through the gate", by="shell")
def test_a_draft_newer_than_the_permit_does_not_pass(draft: Any) -> None:
    permit = permit_for(draft)
    draft.title = "审批后改的题目"
    draft.save_revision()
    with pytest.raises(GateRefused) as refusal, passing(permit):
        publish(draft)
    assert "与许可的内容不一致" in refusal.value.refusals[0].sentence
    assert not type(draft).objects.get(pk=draft.pk).live


def test_of_several_that_pass_together_all_go_live_or_none(
    another_article: Callable[[str], ArticlePage],
) -> None:
    pages = [another_article(slug) for slug in ("one", "two")]
    permits = [permit_for(each) for each in pages]
    pages[1].title = "审批后改的题目"
    pages[1].save_revision()
    with pytest.raises(GateRefused) as refusal, passing_together(permits):
        [publish(each) for each in pages]
    assert "与许可的内容不一致" in refusal.value.refusals[0].sentence
    assert not ArticlePage.objects.filter(live=True).exists()
    with passing_together([permit_for(each) for each in pages]):
        for each in pages:
            publish(each)
    assert ArticlePage.objects.filter(live=True).count() == 2
    assert not Opening.objects.exists()


@pytest.mark.defends("a receiver that changes text inside the opening", by="plugin")
def test_a_receiver_that_changes_text_inside_the_opening_undoes_the_release(draft: Any) -> None:
    permit = permit_for(draft)

    def meddle(sender: Any, instance: Any, **_kwargs: Any) -> None:
        type(instance).objects.filter(pk=instance.pk, live=True).update(title="夹带")

    post_save.connect(meddle, sender=type(draft))
    try:
        with pytest.raises(GateRefused), passing(permit):
            publish(draft)
    finally:
        post_save.disconnect(meddle, sender=type(draft))
    stored = type(draft).objects.get(pk=draft.pk)
    assert not stored.live
    assert stored.title != "夹带"
    assert not Opening.objects.exists()


@pytest.mark.defends("a revoked permit, through the gate", by="shell")
def test_a_revoked_permit_opens_nothing(draft: Any) -> None:
    permit = permit_for(draft)
    revoke(permit)
    with pytest.raises(GateRefused) as refusal, passing(permit):
        publish(draft)
    assert "已经撤销" in str(refusal.value)
    assert not type(draft).objects.get(pk=draft.pk).live


@pytest.mark.defends("the opening of another object", by="shell")
def test_an_opening_for_one_object_lets_no_other_pass(article: ArticlePage, another_article: Any) -> None:
    other = another_article("other")
    with pytest.raises(GateRefused), passing(permit_for(article)):
        publish(other)
    with pytest.raises(IntegrityError), passing(permit_for(article)):
        ArticlePage.objects.filter(pk=other.pk).update(live=True)
    assert not ArticlePage.objects.live().exists()


@pytest.mark.defends("an opening on another object's permit", by="database")
def test_an_opening_needs_a_permit_of_its_own_object(draft: Any) -> None:
    permit = permit_for(draft)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Opening.objects.create(family=permit.family, object_id=draft.pk + 1, permit=permit, shut_id=1)
    assert "没有有效的许可" in str(sentence_of(error.value))


@pytest.mark.defends("an opening on a revoked permit", by="database")
def test_an_opening_for_a_revoked_permit_is_refused_by_the_database(draft: Any) -> None:
    permit = permit_for(draft)
    revoke(permit)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Opening.objects.create(family=permit.family, object_id=draft.pk, permit=permit, shut_id=1)
    assert "没有有效的许可" in str(sentence_of(error.value))


@pytest.mark.defends("an opening turned to another object", by="database")
def test_an_opening_cannot_be_turned_to_another_object(draft: Any) -> None:
    permit = permit_for(draft)
    with transaction.atomic():
        opening = Opening.objects.create(family=permit.family, object_id=draft.pk, permit=permit, shut_id=1)
        refused(lambda: Opening.objects.update(object_id=draft.pk + 1), "不能改写")
        opening.delete()


@pytest.mark.defends("an opening made by hand, then saves", by="shell")
def test_a_hand_made_opening_does_not_let_orm_saves_pass(draft: Any) -> None:
    permit = permit_for(draft)
    opening = Opening.objects.create(family=permit.family, object_id=draft.pk, permit=permit, shut_id=1)
    with pytest.raises(GateRefused):
        publish(draft)
    opening.delete()


@pytest.mark.defends("a release while a trigger is missing", by="database")
def test_nothing_is_released_while_a_trigger_is_missing(draft: Any) -> None:
    permit = permit_for(draft)
    # PostgreSQL alters no table that has deferred checks waiting.
    connection.check_constraints()
    drop_triggers(connection)
    with pytest.raises(GateRefused) as refusal, passing(permit):
        publish(draft)
    assert "migrate" in refusal.value.refusals[0].sentence
    assert not type(draft).objects.get(pk=draft.pk).live


def test_the_gate_adds_few_queries_to_what_the_release_writes(
    draft: Any, django_assert_max_num_queries: Any
) -> None:
    permit = permit_for(draft)
    # Savepoint and its release, triggers, permit, opening, its end, the permit spent and its history; then the
    # content read once: row, specific row, parent, variants, pictures; the variants once more for their files.
    # One is the update itself.
    with django_assert_max_num_queries(17), passing(permit):
        type(draft)._base_manager.filter(pk=draft.pk).update(live=True)
