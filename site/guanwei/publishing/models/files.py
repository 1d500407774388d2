"""Pictures and attachments, addressed by content: another file is another object, never a replacement."""

import hashlib
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from guanwei.audit.records import LedgerModel


def sha256_of(file: Any) -> str:
    """Digest of a file's bytes; the file is left at its beginning."""
    file.seek(0)
    found = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return found


class Picture(AbstractImage):
    """An image named by its own bytes. ``holder`` and ``licence`` say whose it is and by what leave it is used.

    ``captured``: the file that came in told when it was taken; what a camera writes is left out of the stored one.
    """

    sha256 = models.CharField(_("文件摘要"), max_length=64, editable=False, db_index=True)
    holder = models.CharField(_("著作权人"), max_length=120, blank=True)
    licence = models.CharField(_("使用许可"), max_length=200, blank=True)
    captured = models.BooleanField(_("有拍摄数据"), default=False, editable=False)
    declared_original = models.BooleanField(_("声明为原片"), default=False)
    edited = models.BooleanField(_("修过"), default=False)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "holder",
        "licence",
        "declared_original",
        "edited",
        "collection",
        "tags",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("图片")
        verbose_name_plural = _("图片")

    def get_upload_to(self, filename: str) -> str:
        suffix = filename.rsplit(".", 1)[-1].lower() if "." in filename else "bin"
        self.sha256 = sha256_of(self.file.file)
        self.captured = getattr(self.file.file, "captured", False)
        return f"pictures/{self.sha256[:2]}/{self.sha256}.{suffix}"


class PictureRendition(AbstractRendition):
    """A resized picture."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        # A visitor asks for a file by its name: a row made by hand names no other row's file.
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"
            ),
            models.UniqueConstraint(fields=["file"], name="one_rendition_a_file"),
            models.CheckConstraint(
                condition=models.Q(file__startswith="images/"), name="rendition_among_renditions"
            ),
        ]


def attachment_path(attachment: "Attachment", filename: str) -> str:
    """Where a new attachment is stored. Wagtail's own field asks nobody, and no digest would be written."""
    return attachment.get_upload_to(filename)


class Attachment(AbstractDocument):
    """A document named by its own bytes."""

    # Above ``sha256``: fields are prepared in this order, and storing the file writes the digest.
    file = models.FileField(_("文件"), upload_to=attachment_path, max_length=255)
    sha256 = models.CharField(_("文件摘要"), max_length=64, editable=False, db_index=True)

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("附件")
        verbose_name_plural = _("附件")

    def get_upload_to(self, filename: str) -> str:
        self.sha256 = sha256_of(self.file.file)
        return f"attachments/{self.sha256[:2]}/{self.sha256}/{filename}"


class FileHold(LedgerModel):
    """A permit names this picture or attachment: from then on it stays as it was signed, for good."""

    permit = models.ForeignKey("approvals.Permit", on_delete=models.PROTECT, related_name="+")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, null=True, related_name="holds")
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, null=True, related_name="holds")

    # A file's usage is what manuscripts say of it, not that they were signed.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("文件留存")
        verbose_name_plural = _("文件留存")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(picture__isnull=True) ^ models.Q(attachment__isnull=True),
                name="one_file_a_hold",
            )
        ]
