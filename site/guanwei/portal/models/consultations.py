"""What citizens ask on a column's page (业务咨询). Written once; answering is for a room of its own."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel


class Consultation(LedgerModel):
    """A question to ``unit``, which leads the column. ``contact`` is personal data: screens show it masked (L10)."""

    column = models.ForeignKey(
        "portal.ColumnPage", on_delete=models.PROTECT, related_name="consultations", verbose_name=_("栏目")
    )
    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("受理单位")
    )
    question = models.TextField(_("咨询内容"))
    contact = models.CharField(_("联系方式"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("业务咨询")
        verbose_name_plural = _("业务咨询")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.column} {self.question[:20]}"


class ContactLook(LedgerModel):
    """Somebody whose task needs it looked at how to reach a citizen (law L10)."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="looks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("查看联系方式")
        verbose_name_plural = _("查看联系方式")

    def __str__(self) -> str:
        return f"{self.consultation} {self.person}"
