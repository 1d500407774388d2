"""A permit holds the files that it names: the database then keeps them as they were signed (law L1)."""

from contextlib import suppress

from guanwei.approvals.models import Permit
from guanwei.approvals.subjects import draft_of
from guanwei.publishing.content.references import named_files
from guanwei.publishing.models import Attachment, FileHold, Picture


def hold_files(permit: Permit) -> None:
    """Part of the permit's own transaction. Six queries at most, three where no file is named; two more for each file
    that code brought in without its size and hash.

    The rows are locked first: an edit that began before is waited for, and what it changed is found when
    the release compares.
    """
    draft = draft_of(permit.family, permit.object_id)
    pictures, attachments = named_files(draft) if draft is not None else (set(), set())
    held = [FileHold(permit=permit, picture_id=pk) for pk in _locked(Picture, pictures)]
    held += [FileHold(permit=permit, attachment_id=pk) for pk in _locked(Attachment, attachments)]
    if held:
        FileHold.objects.bulk_create(held)


def _locked(model: type[Picture] | type[Attachment], keys: set[int]) -> list[int]:
    if not keys:
        return []
    rows = list(model._base_manager.select_for_update().filter(pk__in=keys).order_by("pk"))
    for each in rows:
        _measure(each)
    return [each.pk for each in rows]


def _measure(file: Picture | Attachment) -> None:
    """Wagtail fills size and hash when somebody first asks; once held they stay. An upload has both already."""
    # A file that can't be read is told at the release, with its place.
    with suppress(OSError):
        file.get_file_size()
        file.get_file_hash()
