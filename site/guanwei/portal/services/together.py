"""Many new columns at once: drafts beside each other, then live on genesis permits.

What Wagtail and the gate do for one page after another (some seventy queries a page), done for all of them together.
Only while no person exists; later ones are drafts that somebody signs (``portal.services.trees``).
"""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import Page, PageLogEntry, Revision

from guanwei.approvals.gate import passing_together
from guanwei.approvals.models import Contribution, DraftParts
from guanwei.approvals.services.permits import genesis_together
from guanwei.approvals.subjects import PAGE_FAMILY, Reading, reading_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.portal.models import ColumnPage

WENT_LIVE = (
    "live",
    "live_revision",
    "latest_revision",
    "latest_revision_created_at",
    "first_published_at",
    "last_published_at",
)


def found_together(base: Page, columns: Sequence[tuple[ColumnPage, ColumnPage | None]], reason: str) -> None:
    """Each column goes below its parent, or below ``base`` where it has none; parents come first."""
    with transaction.atomic(), acting(None, reason):
        _place(base, columns)
        pages = [page for page, _parent in columns]
        rows = _insert(base, pages)
        revisions = _keep_revisions(pages)
        readings = [reading_of(page) for page in pages]
        _note_contributions(readings)
        with passing_together(genesis_together(readings, reason)):
            _go_live(rows, pages, revisions)
        _log(pages, revisions)
    for page in pages:
        # Search and references follow a save; these rows had none.
        post_save.send(ColumnPage, instance=page, created=True, raw=False, using=page._state.db)


def _place(base: Page, columns: Sequence[tuple[ColumnPage, ColumnPage | None]]) -> None:
    last = base.get_last_child()
    steps = {base.path: ColumnPage._str2int(last.path[-ColumnPage.steplen :]) if last else 0}
    for page, above in columns:
        parent = above or base
        steps[parent.path] = steps.get(parent.path, 0) + 1
        page.depth = parent.depth + 1
        page.path = ColumnPage._get_path(parent.path, page.depth, steps[parent.path])
        page.set_url_path(parent)
        page.locale_id, page.draft_title, page.live = parent.locale_id, page.title, False
        parent.numchild += 1
        page._cached_parent_obj = parent


def _insert(base: Page, pages: Sequence[ColumnPage]) -> list[Page]:
    names = [each.attname for each in Page._meta.concrete_fields if each.attname != "id"]
    rows = Page.objects.bulk_create([Page(**{name: getattr(page, name) for name in names}) for page in pages])
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.id = row.pk
        page.save_base(raw=True, force_insert=True)
    Page.objects.filter(pk=base.pk).update(numchild=base.numchild)
    return rows


def _keep_revisions(pages: Sequence[ColumnPage]) -> list[Revision]:
    return Revision.objects.bulk_create(
        Revision(
            content_type=ContentType.objects.get_for_model(ColumnPage),
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id=str(page.pk),
            created_at=clock.now(),
            object_str=str(page),
            content=page.serializable_data(),
        )
        for page in pages
    )


def _note_contributions(readings: Sequence[Reading]) -> None:
    DraftParts.objects.bulk_create(
        DraftParts(family=PAGE_FAMILY, object_id=each.draft.pk, parts=each.parts) for each in readings
    )
    Contribution.objects.bulk_create(
        Contribution(family=PAGE_FAMILY, object_id=each.draft.pk, part=name, after=digest)
        for each in readings
        for name, digest in sorted(each.parts.items())
    )


def _go_live(rows: Sequence[Page], pages: Sequence[ColumnPage], revisions: Sequence[Revision]) -> None:
    now = clock.now()
    for row, page, revision in zip(rows, pages, revisions, strict=True):
        for each in (row, page):
            each.live = True
            each.live_revision = each.latest_revision = revision
            each.latest_revision_created_at = revision.created_at
            each.first_published_at = each.last_published_at = now
    Page.objects.bulk_update(rows, WENT_LIVE)


def _log(pages: Sequence[ColumnPage], revisions: Sequence[Revision]) -> None:
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page=page,
            content_type=ContentType.objects.get_for_model(ColumnPage),
            label=str(page),
            action="wagtail.publish",
            timestamp=clock.now(),
            revision=revision,
            content_changed=True,
            data={},
        )
        for page, revision in zip(pages, revisions, strict=True)
    )
