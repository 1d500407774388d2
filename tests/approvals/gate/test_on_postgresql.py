"""L1 on PostgreSQL: TRUNCATE, temporary tables, and two connections at once."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from approvals.gate.attempts import refused, sql
from approvals.gate.making import permit_for, release, revoke
from django.db import IntegrityError, connection, transaction
from guanwei.accounts.models import Account
from guanwei.approvals.gate import GateRefused, passing, triggers_expected, triggers_standing
from guanwei.approvals.gate.names import trigger_name
from guanwei.approvals.models import Permit
from guanwei.publishing.models import ArticlePage, ArticleVariant
from wagtail.models import Page

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


@pytest.mark.parametrize("table", ["wagtailcore_page", "publishing_articlevariant", "publishing_post"])
@pytest.mark.defends("TRUNCATE of a content table", by="database")
def test_a_content_table_is_not_emptied(table: str) -> None:
    refused(lambda: sql(f"TRUNCATE {table} CASCADE"), "不能清空")


@pytest.mark.defends("a temporary table in the place of the openings", by="database")
def test_a_temporary_table_does_not_shadow_the_openings(draft: Any) -> None:
    release(draft)
    type(draft).objects.filter(pk=draft.pk).update(live=False)
    permit = Permit.objects.get(object_id=draft.pk, family="page" if isinstance(draft, Page) else "post")
    columns = "family text, object_id bigint, permit_id bigint, txn bigint"
    sql(f"CREATE TEMPORARY TABLE approvals_opening ({columns}) ON COMMIT DROP")
    said = "INSERT INTO pg_temp.approvals_opening VALUES (%s, %s, %s, txid_current())"
    sql(said, permit.family, draft.pk, permit.pk)
    refused(lambda: type(draft).objects.filter(pk=draft.pk).update(live=True))


@pytest.mark.defends("TRUNCATE of the permits", by="database")
def test_the_permits_are_not_emptied(draft: Any) -> None:
    permit_for(draft)
    connection.check_constraints()
    refused(lambda: sql("TRUNCATE approvals_permit CASCADE"), "许可一经签发")


class Other(threading.Thread):
    """A second person's connection. ``done`` waits for the end and gives what was raised, or None."""

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self.work, self.raised = work, None
        self.start()

    def run(self) -> None:
        try:
            self.work()
        except Exception as error:
            self.raised = error
        finally:
            connection.close()

    def done(self) -> Exception | None:
        self.join(timeout=20)
        assert not self.is_alive()
        return self.raised


@pytest.mark.django_db(transaction=True)
@pytest.mark.defends("a variant inserted beside a release under way", by="database")
def test_a_variant_written_beside_a_release_does_not_go_live_unsigned(
    article: ArticlePage, account: Account
) -> None:
    permit = permit_for(article)
    begun = threading.Event()

    def publish() -> None:
        begun.set()
        with passing(permit):
            ArticlePage.objects.get(pk=article.pk).get_latest_revision().publish()

    with transaction.atomic():
        ArticleVariant.objects.create(page=article, account=account, number=2, text="没有人签过")
        release = Other(publish)
        assert begun.wait(10)
        release.join(timeout=1)
        assert release.is_alive(), "the release waits for the writer"
    refusal = release.done()
    public = ArticlePage.objects.get(pk=article.pk)
    assert isinstance(refusal, GateRefused) or (public.live and public.variants.count() == 1)
    assert not (public.live and public.variants.filter(number=2).exists())


@pytest.mark.django_db(transaction=True)
@pytest.mark.defends("a variant inserted after a release began", by="database")
def test_a_variant_written_after_a_release_began_waits_and_is_refused(
    article: ArticlePage, account: Account
) -> None:
    permit = permit_for(article)
    added = {"page": article, "account": account, "number": 2}
    with passing(permit):
        ArticlePage.objects.get(pk=article.pk).get_latest_revision().publish()
        writer = Other(lambda: ArticleVariant.objects.create(**added))
        writer.join(timeout=1)
        assert writer.is_alive(), "the writer waits for the release"
    assert isinstance(writer.done(), IntegrityError)
    assert ArticlePage.objects.get(pk=article.pk).variants.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.defends("another connection's opening", by="database")
def test_an_opening_lets_no_other_connection_write(article: ArticlePage) -> None:
    permit = permit_for(article)
    with passing(permit):
        ArticlePage.objects.filter(pk=article.pk).update(live=True)
        other = Other(lambda: sql("UPDATE approvals_opening SET txn = 0"))
        assert other.done() is None, "it sees no opening at all"


@pytest.mark.django_db(transaction=True)
@pytest.mark.defends("a take-down in the middle of a release", by="signer")
def test_a_permit_is_not_revoked_in_the_middle_of_its_release(article: ArticlePage) -> None:
    permit = permit_for(article)
    with passing(permit):
        ArticlePage.objects.filter(pk=article.pk).update(live=True)
        take_down = Other(lambda: revoke(permit))
        take_down.join(timeout=1)
        assert take_down.is_alive(), "the take-down waits for the release"
    assert take_down.done() is None
    assert Permit.objects.get(pk=permit.pk).revoked_at is not None


@pytest.mark.defends("a trigger that is disabled", by="database")
def test_a_disabled_trigger_does_not_count_as_standing() -> None:
    name = trigger_name("publishing_post", "row")
    sql(f"ALTER TABLE publishing_post DISABLE TRIGGER {name}")
    assert triggers_standing() == triggers_expected() - 1
