"""Puts articles and posts under the gate, and writes contributions with every save of a draft."""

from typing import Any

from django.db.models.signals import post_save, pre_save
from django.utils.translation import gettext_lazy
from wagtail.models import DraftStateMixin
from wagtail.signals import page_unpublished, unpublished

from guanwei.api import StepKind
from guanwei.approvals.governed import (
    PAGE_BOOKKEEPING,
    SNIPPET_BOOKKEEPING,
    ContentTable,
    Governed,
    Hold,
    govern,
    governed_of,
    hold_rows,
    refuse_writes,
    seal_rows,
)
from guanwei.approvals.signals import permitted
from guanwei.approvals.subjects import family_of
from guanwei.audit.acting import current
from guanwei.audit.wording import on_record
from guanwei.registers.models import Entry

TAKEN_DOWN = gettext_lazy("撤下")
PAGE_TABLE = "wagtailcore_page"
FILE = ("file", "title", "sha256")
# The portal prints the size beside a document, and browsers compare Wagtail's hash of it.
DOCUMENT = (*FILE, "file_size", "file_hash")
FOCUS = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
PICTURE = (*FILE, "description", "width", "height", *FOCUS)


def page_table(table: str, key: str = "page_ptr_id") -> ContentTable:
    """A table whose rows belong to a page."""
    return ContentTable(table, key, PAGE_TABLE, "id", "page")


PAGES = ContentTable(PAGE_TABLE, "id", PAGE_TABLE, "id", "page", PAGE_BOOKKEEPING)


def connect() -> None:
    """Called once, when the application is ready."""
    from guanwei.approvals.models import Permit
    from guanwei.publishing.content.facts import facts_of, units_of
    from guanwei.publishing.content.layout import words_of
    from guanwei.publishing.content.objections import article_objections, last_objections, objections
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
    from guanwei.publishing.unpublishing import refuse_silent_take_down

    article = page_table(ArticlePage._meta.db_table)
    variants = page_table(ArticleVariant._meta.db_table, "page_id")
    reading = (parts_of, rendered, file_digests, facts_of, units_of)
    govern(
        Governed(
            ArticlePage,
            "page",
            *reading,
            (PAGES, article, variants),
            article_objections,
            intact=last_objections,
            words=words_of,
        )
    )
    table = Post._meta.db_table
    posts = ContentTable(table, "id", table, "id", "post", SNIPPET_BOOKKEEPING)
    post_variants = ContentTable(PostVariant._meta.db_table, "post_id", table, "id", "post")
    said = {"intact": last_objections, "words": words_of}
    govern(Governed(Post, "post", *reading, (posts, post_variants), objections, **said))
    reserved = Reservation._meta.db_table
    hold_rows(Hold(reserved, "page_id", PAGE_TABLE, "id", ("url_path",), "address-held", "lifted_at"))
    hold_shown_files()
    seal_rows(FormSheet)
    pre_save.connect(refuse_silent_take_down, dispatch_uid="publishing.silent_take_down")
    post_save.connect(note_draft_saved, dispatch_uid="publishing.draft_saved")
    post_save.connect(note_permit, sender=Permit, dispatch_uid="publishing.hold_files")
    post_save.connect(note_entry, dispatch_uid="publishing.entry_changed")
    unpublished.connect(note_taken_down, dispatch_uid="publishing.taken_down")
    permitted.connect(release_without_step, dispatch_uid="publishing.permitted")
    page_unpublished.connect(note_taken_down, dispatch_uid="publishing.page_taken_down")


def hold_shown_files() -> None:
    """What the public sees of a file stays once a permit names it; a thumbnail is made anew, never rewritten."""
    from wagtail.models import CollectionViewRestriction, PageViewRestriction

    from guanwei.publishing.models import Attachment, FileHold, Picture, PictureRendition

    for model, column, shown in ((Picture, "picture_id", PICTURE), (Attachment, "attachment_id", DOCUMENT)):
        hold_rows(
            Hold(FileHold._meta.db_table, column, model._meta.db_table, "id", shown, "file-held", kept=True)
        )
    refuse_writes(PictureRendition._meta.db_table, "rendition-fixed", "update")
    # What is public is public to everybody: a password or a group would be a second, unsigned way to take down.
    for restriction in (PageViewRestriction, CollectionViewRestriction):
        for model in (restriction, restriction.groups.through):
            refuse_writes(model._meta.db_table, "stays-public", "insert", "update")


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


def note_permit(sender: Any, instance: Any, created: bool = False, raw: bool = False, **_kwargs: Any) -> None:
    """A permit was issued: what files it names stay as they are."""
    if created and not raw:
        from guanwei.publishing.services.holding import hold_files

        hold_files(instance)


def note_entry(sender: Any, instance: Any, created: bool = False, raw: bool = False, **_kwargs: Any) -> None:
    """An entry of a register was changed or closed: nobody named it before it was there."""
    if created or raw or not isinstance(instance, Entry):
        return
    from guanwei.publishing.services.entries import void_signed

    void_signed(instance)


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
