"""What became of findings: the figures by which a rule's use is judged."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel


class Became(models.TextChoices):
    """It stopped a submission; then the text was mended, or somebody said why it may stay."""

    SHOWN = "shown", _("提示")
    MENDED = "mended", _("已修改")
    DISMISSED = "dismissed", _("说明理由后保留")


class Outcome(LedgerModel):
    """One turn of one finding. ``rule`` is the check, ``finding`` the finding's key in the object."""

    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("管理单位")
    )
    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    rule = models.CharField(_("检查"), max_length=120)
    finding = models.CharField(max_length=160)
    became = models.CharField(_("结果"), max_length=20, choices=Became.choices)

    class Meta:
        verbose_name = _("检查提示的结果")
        verbose_name_plural = _("检查提示的结果")
        indexes = [
            models.Index(fields=["unit", "at", "rule", "became"], name="outcomes_of_unit"),
            models.Index(fields=["family", "object_id"], name="outcomes_of_object"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.get_became_display()}"
