"""A published item is said to be wrong: who said what, and the correction or statement that answered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class ErrorReport(RecordedModel):
    """Open until something published answers it (更正 or 事实说明)."""

    release = models.ForeignKey(
        "Release", on_delete=models.PROTECT, related_name="error_reports", verbose_name=_("所指发布")
    )
    text = models.TextField(_("反映的差错"), max_length=2000)
    source = models.CharField(_("来源"), max_length=120, blank=True)
    reported_at = models.DateTimeField(_("登记时间"))
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("登记人")
    )
    answer = models.ForeignKey(
        "Release",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="answered_reports",
        verbose_name=_("更正或说明"),
    )
    closed_at = models.DateTimeField(_("办结时间"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("办结人"),
    )

    class Meta:
        verbose_name = _("差错反映")
        verbose_name_plural = _("差错反映")
        ordering = ["-reported_at", "-pk"]

    def __str__(self) -> str:
        return gettext("%(release)s：%(text)s") % {"release": self.release, "text": self.text[:30]}
