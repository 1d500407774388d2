"""Puts articles and posts under the gate, and writes contributions with every save of a draft."""

from typing import Any

from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy
from wagtail.models import DraftStateMixin
from wagtail.signals import page_unpublished, unpublished

from guanwei.api import StepKind
from guanwei.approvals.governed import (
    PAGE_BOOKKEEPING,
    SNIPPET_BOOKKEEPING,
    ContentTable,
    Governed,
    HeldAddress,
    govern,
    governed_of,
    hold_addresses,
    seal_rows,
)
from guanwei.approvals.signals import permitted
from guanwei.approvals.subjects import family_of
from guanwei.audit.acting import current
from guanwei.audit.wording import on_record

TAKEN_DOWN = gettext_lazy("撤下")
PAGE_TABLE = "wagtailcore_page"


def page_table(table: str, key: str = "page_ptr_id") -> ContentTable:
    """A table whose rows belong to a page."""
    return ContentTable(table, key, PAGE_TABLE, "id", "page")


PAGES = ContentTable(PAGE_TABLE, "id", PAGE_TABLE, "id", "page", PAGE_BOOKKEEPING)


def connect() -> None:
    """Called once, when the application is ready."""
    from guanwei.publishing.content.facts import facts_of, units_of
    from guanwei.publishing.content.limits import limit_refusals
    from guanwei.publishing.content.parts import parts_of
    from guanwei.publishing.content.rendered import file_digests, rendered
    from guanwei.publishing.models import (
        ArticlePage,
        ArticleVariant,
        FormSheet,
        Post,
        PostVariant,
        Reservation,
    )

    article = page_table(ArticlePage._meta.db_table)
    variants = page_table(ArticleVariant._meta.db_table, "page_id")
    reading = (parts_of, rendered, file_digests, facts_of, units_of)
    govern(Governed(ArticlePage, "page", *reading, (PAGES, article, variants), limit_refusals))
    table = Post._meta.db_table
    posts = ContentTable(table, "id", table, "id", "post", SNIPPET_BOOKKEEPING)
    post_variants = ContentTable(PostVariant._meta.db_table, "post_id", table, "id", "post")
    govern(Governed(Post, "post", *reading, (posts, post_variants), limit_refusals))
    reserved = Reservation._meta.db_table
    hold_addresses(HeldAddress(reserved, "page_id", "lifted_at", PAGE_TABLE, "id", "url_path"))
    seal_rows(FormSheet)
    post_save.connect(note_draft_saved, dispatch_uid="publishing.draft_saved")
    unpublished.connect(note_taken_down, dispatch_uid="publishing.taken_down")
    permitted.connect(release_without_step, dispatch_uid="publishing.permitted")
    page_unpublished.connect(note_taken_down, dispatch_uid="publishing.page_taken_down")


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


def release_without_step(sender: Any, submission: Any, **_kwargs: Any) -> None:
    """A route that names nobody to release goes out with its last signature (the way of a manuscript, 5)."""
    if submission.steps.filter(kind=StepKind.RELEASE).exists():
        return
    from guanwei.publishing.services import release

    release(submission.pk, None)


def note_taken_down(sender: Any, instance: Any, **_kwargs: Any) -> None:
    """Taken down by whatever screen: the permit falls with it (architecture, settled questions)."""
    if governed_of(instance) is None:
        return
    from guanwei.publishing.services.taking_down import close_releases

    person = current().person
    close_releases(family_of(instance), instance.pk, person, current().reason or on_record(TAKEN_DOWN))
