"""Pictures and attachments: which are evidence, which the public may have, which are no longer what they were."""

from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.users.models import UserProfile

from guanwei.approvals.models import PaperSignature, Submission, SubmissionState
from guanwei.approvals.queries.public import public_permits
from guanwei.audit.models import Snapshot
from guanwei.publishing.content.references import named_files
from guanwei.publishing.models import Attachment, FileHold, Picture, PictureRendition
from guanwei.publishing.models.files import sha256_of


def _naming(sha256: str) -> QuerySet[Snapshot]:
    # As text: SQLite's JSON has no "contains", and a digest can't be part of another.
    return Snapshot.objects.annotate(named=Cast("files", TextField())).filter(named__contains=sha256)


def is_fixed(file: Any) -> bool:
    """A permit names the file, or a submission that people sign now; or it is a signed paper's scan.

    Three queries at most.
    """
    if file.pk and file.holds.exists():
        return True
    signed = Submission.objects.filter(state=SubmissionState.OPEN).values("snapshot")
    named = bool(file.sha256) and _naming(file.sha256).filter(pk__in=signed).exists()
    return named or _is_scan(file.sha256)


def is_kept(file: Any) -> bool:
    """A permit, any snapshot or a signed paper names the file, so it isn't deleted. Three queries at most."""
    return (
        bool(file.pk and file.holds.exists())
        or (bool(file.sha256) and _naming(file.sha256).exists())
        or _is_scan(file.sha256)
    )


def _is_scan(sha256: str) -> bool:
    """The bytes are those of a paper that somebody signed. One query."""
    return bool(sha256) and PaperSignature.objects.filter(scan=sha256).exists()


def public_holds() -> QuerySet[FileHold]:
    """Holds of files that live content shows now."""
    return FileHold.objects.filter(permit__in=public_permits())


def is_public(file: Picture | Attachment) -> bool:
    """Live content names the file. One query."""
    named = Q(picture=file) if isinstance(file, Picture) else Q(attachment=file)
    return public_holds().filter(named).exists()


def public_rendition(path: str) -> bool:
    """The stored file ``path`` is a resized picture that live content names. One query."""
    shown = public_holds().filter(picture__isnull=False).values("picture")
    return PictureRendition.objects.filter(file=path, image__in=shown).exists()


def stored_in_admin(path: str) -> bool:
    """The stored file is one that the admin shows to whoever is signed in. Three queries at most."""
    return any(
        model._default_manager.filter(**{name: path}).exists()
        for model, name in ((PictureRendition, "file"), (Picture, "file"), (UserProfile, "avatar"))
    )


def altered_files(obj: Any) -> list[Picture | Attachment]:
    """Files of a manuscript whose bytes aren't those of its digest, or can't be read. Two queries, and every
    byte is read: asked before something goes out, not at every save.
    """
    pictures, attachments = named_files(obj)
    found: list[Picture | Attachment] = []
    if pictures:
        found += Picture.objects.filter(pk__in=pictures).order_by("pk")
    if attachments:
        found += Attachment.objects.filter(pk__in=attachments).order_by("pk")
    return [each for each in found if not is_intact(each)]


def is_intact(file: Picture | Attachment) -> bool:
    """The bytes in store are those whose digest the row states."""
    try:
        with file.file.storage.open(file.file.name) as stored:
            return sha256_of(stored) == file.sha256
    except OSError:
        return False
