"""Write drafts from code as the editor's screen does: a draft row, then a revision, then contributions."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Page

from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, ArticleVariant, Post, PostVariant


def add_article(
    column: Page, by: Person | None, variants: Iterable[ArticleVariant] = (), **fields: Any
) -> ArticlePage:
    """A draft article under ``column``. Nothing is born live (law L1)."""
    article = ArticlePage(live=False, owner=by, **fields)
    with transaction.atomic(), acting(by):
        for each in variants:
            article.variants.add(each)
        column.add_child(instance=article)
        article.save_revision(user=by, log_action="wagtail.create")
    return article


def add_post(by: Person | None, variants: Iterable[PostVariant] = (), **fields: Any) -> Post:
    """A draft post without a page."""
    post = Post(live=False, **fields)
    with transaction.atomic(), acting(by):
        for each in variants:
            post.variants.add(each)
        post.save()
        post.save_revision(user=by)
    return post


def save_draft(obj: ArticlePage | Post, by: Person | None) -> None:
    """Keep what ``obj`` says as the latest draft."""
    with transaction.atomic(), acting(by):
        obj.save_revision(user=by)
