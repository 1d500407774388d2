"""Archived official forms: the sheet of one day, as it was signed and printed."""

import hashlib
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.canonical import digest
from guanwei.audit.records import RecordedModel, RecordError

FROZEN = ("form", "title", "unit_id", "day", "number", "platforms", "header", "lines", "note")


class FormSheet(RecordedModel):
    """A sheet exists from its archiving on and never changes; a draft is computed, not stored.

    ``lines`` holds each item with its cells, signatures and the release and submission behind it;
    ``digest`` seals what was printed, ``sha256`` the .docx. The file lives in the row: it is kept, backed
    up and shown like any record, and is on no public address. Items released after the day's sheet was
    archived make the next ``number``.
    """

    form = models.CharField(_("表格"), max_length=160)
    title = models.CharField(_("表名"), max_length=200)
    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("管理单位")
    )
    day = models.DateField(_("发布日期"), db_index=True)
    number = models.PositiveSmallIntegerField(_("张次"), default=1)
    platforms = models.JSONField(_("平台"), default=list)
    header = models.JSONField(_("表头"))
    lines = models.JSONField(_("各行"))
    note = models.CharField(_("表注"), max_length=300, blank=True)
    plugin = models.CharField(_("规则包"), max_length=100)
    plugin_version = models.CharField(_("版本"), max_length=40)
    digest = models.CharField(_("内容摘要"), max_length=64, editable=False)
    file = models.BinaryField(_("文件"))
    sha256 = models.CharField(_("文件摘要"), max_length=64, editable=False)
    archived_at = models.DateTimeField(_("归档时间"))
    archived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("归档人")
    )

    class Meta:
        verbose_name = _("归档表格")
        verbose_name_plural = _("归档表格")
        ordering = ["-day", "unit_id", "form", "number"]
        constraints = [
            models.UniqueConstraint(fields=["form", "unit", "day", "number"], name="one_sheet_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.unit} {self.day} {self.number}"

    @property
    def file_name(self) -> str:
        """What a browser saves the file as."""
        return f"{self.title}_{self.day:%Y%m%d}_{self.number}.docx"

    def printed(self) -> dict[str, Any]:
        """What ``digest`` seals."""
        return {name: getattr(self, name) for name in FROZEN}

    def verify(self) -> bool:
        """Whether file and printed content are still the ones that were archived."""
        file_sha256 = hashlib.sha256(bytes(self.file)).hexdigest()
        return file_sha256 == self.sha256 and digest(self.printed()) == self.digest

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Archive once."""
        if not self._state.adding:
            raise RecordError("an archived sheet can't be changed; later items make another sheet")
        self.digest = digest(self.printed())
        self.sha256 = hashlib.sha256(bytes(self.file)).hexdigest()
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)
