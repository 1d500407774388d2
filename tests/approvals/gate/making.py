"""Manuscripts and permits made by hand: the routes have tests of their own."""

import json
from typing import Any

from guanwei.accounts.models import Account
from guanwei.approvals.gate import passing
from guanwei.approvals.governed import governed_of
from guanwei.approvals.models import Permit
from guanwei.approvals.services import permits
from guanwei.audit import clock
from guanwei.audit.services import keep_snapshot
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage, ArticleVariant, Post, PostVariant


def permit_for(obj: Any) -> Permit:
    """A permit for the latest draft of ``obj``, as if every step had been signed."""
    revision = obj.get_latest_revision() or obj.save_revision()
    governed = governed_of(obj)
    draft = revision.as_object()
    snapshot = keep_snapshot(governed.family, obj.pk, governed.parts(draft), json.loads(draft.to_json()))
    standing = Permit.objects.filter(family=governed.family, object_id=obj.pk, revoked_at=None).first()
    if standing:
        revoke(standing)
    return Permit.objects.create(
        family=governed.family,
        object_id=obj.pk,
        digest=snapshot.digest,
        parts=snapshot.parts,
        snapshot=snapshot,
        issued_at=clock.now(),
    )


def revoke(permit: Permit) -> None:
    """As a take-down does."""
    permits.revoke(permit, None, "撤下")


def release(obj: Any) -> Any:
    """Put the latest draft online through the gate; returns the object as stored."""
    permit = permit_for(obj)
    with passing(permit):
        type(obj).objects.get(pk=obj.pk).get_latest_revision().publish()
    return type(obj).objects.get(pk=obj.pk)


def new_article(column: ColumnPage, account: Account, slug: str = "notice") -> ArticlePage:
    """A draft article with one variant."""
    units = {"supplier": account.unit, "manager": account.unit}
    page = ArticlePage(title="关于防汛的通知", slug=slug, live=False, **units)
    page.body = [("paragraph", "<p>各村各社区：</p>")]
    page.variants = [ArticleVariant(account=account, title="防汛通知", text="请注意防汛。")]
    column.refresh_from_db()
    column.add_child(instance=page)
    page.save_revision()
    return ArticlePage.objects.get(pk=page.pk)


def new_post(account: Account) -> Post:
    """A draft post with one variant."""
    post = Post(title="防汛提醒", supplier=account.unit, manager=account.unit)
    post.variants = [PostVariant(account=account, text="今夜有大雨。")]
    post.save()
    post.save_revision()
    return Post.objects.get(pk=post.pk)
