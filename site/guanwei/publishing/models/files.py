"""Pictures and attachments, addressed by content: another file is another object, never a replacement."""

import hashlib
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition


def sha256_of(file: Any) -> str:
    """Digest of a file's bytes; the file is left at its beginning."""
    file.seek(0)
    found = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return found


class Picture(AbstractImage):
    """An image named by its own bytes. ``holder`` and ``licence`` say whose it is and by what leave it is used."""

    sha256 = models.CharField(_("文件摘要"), max_length=64, editable=False, db_index=True)
    holder = models.CharField(_("著作权人"), max_length=120, blank=True)
    licence = models.CharField(_("使用许可"), max_length=200, blank=True)

    admin_form_fields = ("title", "file", "description", "holder", "licence", "collection", "tags")

    class Meta(AbstractImage.Meta):
        verbose_name = _("图片")
        verbose_name_plural = _("图片")

    def get_upload_to(self, filename: str) -> str:
        suffix = filename.rsplit(".", 1)[-1].lower() if "." in filename else "bin"
        self.sha256 = sha256_of(self.file.file)
        return f"pictures/{self.sha256[:2]}/{self.sha256}.{suffix}"


class PictureRendition(AbstractRendition):
    """A resized picture."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"
            )
        ]


class Attachment(AbstractDocument):
    """A document named by its own bytes."""

    sha256 = models.CharField(_("文件摘要"), max_length=64, editable=False, db_index=True)

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("附件")
        verbose_name_plural = _("附件")

    def get_upload_to(self, filename: str) -> str:
        self.sha256 = sha256_of(self.file.file)
        return f"attachments/{self.sha256[:2]}/{self.sha256}/{filename}"
