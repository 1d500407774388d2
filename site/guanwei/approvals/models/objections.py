"""What ends a submission at a step: sent back, or vetoed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.approvals.models.signatures import Decision


class Return(Decision):
    """退回修改, with the reason that the editor reads."""

    submission = models.ForeignKey("Submission", on_delete=models.PROTECT, related_name="returns")
    reason = models.CharField(_("退回理由"), max_length=500)

    class Meta:
        verbose_name = _("退回")
        verbose_name_plural = _("退回")

    def __str__(self) -> str:
        return f"{self.step} {self.person}: {self.reason}"


class Veto(Decision):
    """一票否决. The same content isn't submitted again until it changed or the same post lifts the veto."""

    submission = models.ForeignKey("Submission", on_delete=models.PROTECT, related_name="vetoes")
    reason = models.CharField(_("否决理由"), max_length=500)
    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    digest = models.CharField(_("整体摘要"), max_length=64)
    lifted_at = models.DateTimeField(_("解除时间"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_as = models.ForeignKey(
        "organisations.Appointment", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_reason = models.CharField(_("解除理由"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("否决")
        verbose_name_plural = _("否决")
        indexes = [models.Index(fields=["family", "object_id", "digest"], name="veto_on")]

    def __str__(self) -> str:
        return f"{self.step} {self.person}: {self.reason}"
