"""Puts articles and posts under the gate, and writes contributions with every save of a draft."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import DraftStateMixin

from guanwei.approvals.governed import (
    PAGE_BOOKKEEPING,
    SNIPPET_BOOKKEEPING,
    ContentTable,
    Governed,
    govern,
    governed_of,
)

PAGE_TABLE = "wagtailcore_page"


def page_table(table: str, key: str = "page_ptr_id") -> ContentTable:
    """A table whose rows belong to a page."""
    return ContentTable(table, key, PAGE_TABLE, "id", "page")


PAGES = ContentTable(PAGE_TABLE, "id", PAGE_TABLE, "id", "page", PAGE_BOOKKEEPING)


def connect() -> None:
    """Called once, when the application is ready."""
    from guanwei.publishing.content.parts import parts_of
    from guanwei.publishing.content.rendered import file_digests, rendered
    from guanwei.publishing.models import ArticlePage, ArticleVariant, Post, PostVariant

    article = page_table(ArticlePage._meta.db_table)
    variants = page_table(ArticleVariant._meta.db_table, "page_id")
    govern(Governed(ArticlePage, "page", parts_of, rendered, file_digests, (PAGES, article, variants)))
    table = Post._meta.db_table
    posts = ContentTable(table, "id", table, "id", "post", SNIPPET_BOOKKEEPING)
    post_variants = ContentTable(PostVariant._meta.db_table, "post_id", table, "id", "post")
    govern(Governed(Post, "post", parts_of, rendered, file_digests, (posts, post_variants)))
    post_save.connect(note_draft_saved, dispatch_uid="publishing.draft_saved")


def note_draft_saved(
    sender: Any, instance: Any, update_fields: Any = None, raw: bool = False, **_kwargs: Any
) -> None:
    """A new, overwritten or reverted revision names itself in ``latest_revision``: write who changed what."""
    if raw or not isinstance(instance, DraftStateMixin):
        return
    if not update_fields or "latest_revision" not in update_fields or governed_of(instance) is None:
        return
    from guanwei.approvals.services.drafts import note_draft

    note_draft(instance)
