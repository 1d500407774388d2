"""L1 below the screens: the gate compares and opens once; triggers and their count stand behind it."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

from typing import Any

import pytest
from approvals.gate.attempts import live_table, refused, sql, stored
from django.db import connection, transaction
from django.db.models.signals import post_save
from guanwei.approvals.gate import GateRefused, drop_triggers, passing
from guanwei.approvals.models import Opening, Permit
from guanwei.approvals.services.permits import revoke
from guanwei.audit import clock
from guanwei.publishing.services import release, save_draft, take_down
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import County, write_article, write_post

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]

DIFFERS = "与许可的内容不一致"
USED = "已经用过一次"


@pytest.fixture(params=["page", "post"])
def draft(request: pytest.FixtureRequest, county: County) -> Any:
    """An article and a post, each with a variant."""
    editor = county.water.people["editor"]
    if request.param == "post":
        return write_post(county.water, editor)
    return write_article(county, county.water, editor, variants=True)


@pytest.fixture
def permit(county: County, draft: Any) -> Permit:
    """Signed by the whole route."""
    people = county.water.people
    return signed(submitted(draft, people["editor"]), people["reviewer"], people["leader"]).permit


@pytest.fixture
def online(county: County, draft: Any, permit: Permit) -> Any:
    """Released on the permit, and live."""
    released(permit.submission, county.water.people["publisher"])
    return stored(draft)


def publish(obj: Any) -> None:
    """The latest draft, as Wagtail does."""
    stored(obj).get_latest_revision().publish()


def opened(permit: Permit, **other: Any) -> Opening:
    named = {"family": permit.family, "object_id": permit.object_id, **other}
    return Opening.objects.create(permit=permit, shut_id=1, **named)


def set_live(obj: Any, live: bool) -> None:
    sql(f"UPDATE {live_table(obj)} SET live = %s WHERE id = %s", live, obj.pk)


@pytest.mark.defends("a draft newer than its signed permit, through the gate", by="shell")
def test_what_is_written_inside_the_opening_is_compared_with_the_permit(
    county: County, draft: Any, permit: Permit
) -> None:
    changed = stored(draft).get_latest_revision().as_object()
    changed.title = "没有人签过的标题"
    save_draft(changed, county.water.people["editor"])
    with pytest.raises(GateRefused) as refusal, passing(permit):
        publish(draft)
    assert DIFFERS in str(refusal.value)
    assert not stored(draft).live


@pytest.mark.defends("a receiver that adds words while a signed text goes live", by="plugin")
def test_words_added_while_it_goes_live_undo_the_release(draft: Any, permit: Permit) -> None:
    def meddle(sender: Any, instance: Any, **_kwargs: Any) -> None:
        type(instance).objects.filter(pk=instance.pk, live=True).update(title="夹带")

    post_save.connect(meddle, sender=type(draft))
    try:
        with pytest.raises(GateRefused) as refusal, passing(permit):
            publish(draft)
    finally:
        post_save.disconnect(meddle, sender=type(draft))
    assert DIFFERS in str(refusal.value)
    assert (stored(draft).live, stored(draft).title) == (False, draft.title)


def test_the_permitted_words_go_live_and_the_opening_is_shut(draft: Any, permit: Permit) -> None:
    with passing(permit):
        publish(draft)
    assert stored(draft).live
    assert not Opening.objects.exists()
    assert Permit.objects.get(pk=permit.pk).went_live_at is not None


@pytest.mark.defends("a permit revoked before the gate opens", by="shell")
def test_a_revoked_permit_opens_nothing_and_says_so(draft: Any, permit: Permit) -> None:
    revoke(permit, None, "撤回")
    with pytest.raises(GateRefused) as refusal, passing(permit):
        publish(draft)
    assert "已经撤销" in str(refusal.value)
    refused(lambda: opened(permit), "没有有效的许可")


@pytest.mark.defends("a signed permit used a second time", by="shell")
def test_a_permit_opens_once(online: Any, permit: Permit) -> None:
    set_live(online, live=False)
    with pytest.raises(GateRefused) as refusal, passing(permit):
        publish(online)
    assert USED in str(refusal.value)
    refused(lambda: opened(permit), USED)
    assert not stored(online).live


@pytest.mark.defends("an opening that names another object than its permit", by="database")
def test_an_opening_names_the_object_of_its_permit(draft: Any, permit: Permit) -> None:
    refused(lambda: opened(permit, object_id=draft.pk + 1), "没有有效的许可")
    with transaction.atomic():
        opening = opened(permit)
        refused(lambda: Opening.objects.update(object_id=draft.pk + 1), "不能改写")
        opening.delete()


@pytest.mark.defends("an opening whose permit is not yet spent", by="database")
def test_an_opening_counts_once_its_permit_is_spent(draft: Any, permit: Permit) -> None:
    with transaction.atomic():
        opening = opened(permit)
        refused(lambda: set_live(draft, live=True))
        opening.delete()


@pytest.mark.defends("a permit rewritten, restored, deleted", by="database")
def test_a_permit_is_neither_rewritten_nor_restored(draft: Any, permit: Permit) -> None:
    says = "许可一经签发"
    refused(lambda: sql("UPDATE approvals_permit SET digest = 'x' WHERE id = %s", permit.pk), says)
    refused(
        lambda: sql("UPDATE approvals_permit SET went_live_at = issued_at WHERE id = %s", permit.pk), says
    )
    revoke(permit, None, "撤回")
    refused(lambda: sql("UPDATE approvals_permit SET revoked_at = NULL WHERE id = %s", permit.pk), says)


@pytest.mark.defends("a draft made live by SQL", by="database")
def test_the_database_lets_no_row_go_live(draft: Any) -> None:
    refused(lambda: set_live(draft, live=True))


@pytest.mark.defends("words and variants of a live item changed by SQL", by="database")
def test_the_database_lets_no_live_word_change(online: Any) -> None:
    refused(lambda: sql(f"UPDATE {live_table(online)} SET title = '改' WHERE id = %s", online.pk))
    variant = online.variants.first()
    table = variant._meta.db_table
    refused(lambda: sql(f"UPDATE {table} SET text = '改' WHERE id = %s", variant.pk))
    refused(lambda: sql(f"DELETE FROM {table} WHERE id = %s", variant.pk))


@pytest.mark.defends("a live item saved with other words", by="shell")
def test_a_save_of_a_live_item_is_refused_before_the_database_is_asked(online: Any) -> None:
    online.title = "没有人签过的标题"
    with pytest.raises(GateRefused):
        online.save()
    with pytest.raises(GateRefused):
        online.delete()


@pytest.mark.defends("Wagtail's day of publication on a revision", by="shell")
def test_a_day_of_publication_is_no_way_past_the_gate(draft: Any) -> None:
    revision = stored(draft).get_latest_revision()
    revision.approved_go_live_at = clock.now()
    with pytest.raises(GateRefused):
        revision.save()


@pytest.mark.defends("a page made an alias of another", by="shell")
def test_no_alias_is_made(county: County) -> None:
    article = write_article(county, county.water, county.water.people["editor"])
    with pytest.raises(GateRefused) as refusal:
        article.create_alias(parent=county.notices, update_slug="aliased")
    assert "别名" in str(refusal.value)


def test_what_is_not_signed_is_not_released(county: County, draft: Any) -> None:
    people = county.water.people
    submission = signed(submitted(draft, people["editor"]), people["reviewer"])
    made, refusals = release(submission.pk, people["publisher"])
    assert made is None
    assert "须先走完审核" in refusals[0].sentence


def test_who_releases_holds_the_post(county: County, draft: Any, permit: Permit) -> None:
    made, refusals = release(permit.submission_id, county.water.people["editor"])
    assert made is None
    assert refusals
    assert not stored(draft).live


@pytest.mark.defends("taking down without the post, or without a reason", by="editor")
def test_taking_down_needs_the_post_and_a_reason(county: County, online: Any) -> None:
    people = county.water.people
    assert "没有撤稿职责" in take_down(online, people["reviewer"], "数据有误")[0].sentence
    assert "写明理由" in take_down(online, people["publisher"], " ")[0].sentence
    assert stored(online).live


@pytest.mark.defends("a release while the triggers are gone", by="database")
def test_nothing_passes_while_a_trigger_is_missing(draft: Any, permit: Permit) -> None:
    # PostgreSQL alters no table that has deferred checks waiting.
    connection.check_constraints()
    drop_triggers(connection)
    with pytest.raises(GateRefused) as refusal, passing(permit):
        publish(draft)
    assert "migrate" in str(refusal.value)


@pytest.mark.defends("a taken-down item shown again on its old permit", by="shell")
def test_taking_down_revokes_what_stood(county: County, online: Any, permit: Permit) -> None:
    no_refusals(take_down(online, county.water.people["publisher"], "数据有误"))
    assert not stored(online).live
    assert Permit.objects.get(pk=permit.pk).revoked_at is not None


@pytest.mark.defends("a newer permit beside an older one", by="shell")
def test_a_newer_permit_revokes_the_older(county: County, online: Any, permit: Permit) -> None:
    people = county.water.people
    changed = stored(online).get_latest_revision().as_object()
    changed.title = "更正后的标题"
    save_draft(changed, people["editor"])
    signed(submitted(stored(online), people["editor"]), people["reviewer"], people["leader"])
    assert Permit.objects.get(pk=permit.pk).revoked_at is not None
