"""Answers to findings. What was found is frozen with the submission; who answered it is told here, entry by entry."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel


class AnswerKind(models.TextChoices):
    """A reason stands until the check no longer finds anything; letting pass, for one text alone."""

    REASON = "reason", _("说明理由")
    CLEARED = "cleared", _("放行")
    GONE = "gone", _("不再提示")


class Answer(LedgerModel):
    """What somebody answered to a finding of one object; the latest entry counts.

    ``finding`` is what the person had before them. ``digest`` is the whole text that it was found in, and
    ``appointment`` the post in which it was let pass. ``GONE`` is the system's own entry: a rule that finds
    nothing any more takes the reason with it. ``until`` is the day from which a reason no longer counts.
    """

    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    rule = models.CharField(_("检查"), max_length=160)
    kind = models.CharField(_("答复"), max_length=20, choices=AnswerKind.choices)
    finding = models.JSONField(_("提示"), default=dict)
    digest = models.CharField(_("整体摘要"), max_length=64)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("人员"),
    )
    appointment = models.ForeignKey(
        "organisations.Appointment",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("职务"),
    )
    delegation = models.ForeignKey(
        "organisations.Delegation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    until = models.DateField(_("有效至"), null=True, blank=True)

    class Meta:
        verbose_name = _("检查提示的答复")
        verbose_name_plural = _("检查提示的答复")
        indexes = [models.Index(fields=["family", "object_id"], name="answers_of")]

    def __str__(self) -> str:
        return f"{self.rule} {self.get_kind_display()}"
