"""第九条第二款: the sources from which the bureau reposts."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from guanwei.registers.models import Entry


class SourceKind(models.TextChoices):
    """The kinds that the article names."""

    GOVERNMENT = "government", _("党政网站和政务新媒体")
    MEDIA = "media", _("主流权威媒体")
    SUPPLIER = "supplier", _("稿源单位")


class Source(Entry):
    """A source on the bureau's list (稿源名单)."""

    name = models.CharField(_("名称"), max_length=120)
    kind = models.CharField(_("类别"), max_length=20, choices=SourceKind.choices)
    address = models.URLField(_("网址"), max_length=300, blank=True)
    determined_by = models.CharField(
        _("确定部门"),
        max_length=120,
        blank=True,
        help_text=_("稿源单位必填：由哪个部门确定，例如宣传部门、网信部门。"),
    )

    class Meta(Entry.Meta):
        verbose_name = _("稿源")
        verbose_name_plural = _("稿源名单")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=models.Q(closed_on__isnull=True),
                name="luan_emergency_one_open_source_a_name",
                violation_error_message=_("名单里已有同名的稿源。"),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A supplier of manuscripts is on the list because a department put it there."""
        if self.kind == SourceKind.SUPPLIER and not self.determined_by.strip():
            said = _("稿源单位由主管部门或宣传、网信部门确定；请写明确定部门。")
            raise ValidationError({"determined_by": said})

    @property
    @admin.display(description=_("超出国家名单"))
    def beyond_national(self) -> bool:
        """The nation's list knows party and government sites and determined suppliers; no media."""
        return self.kind == SourceKind.MEDIA
