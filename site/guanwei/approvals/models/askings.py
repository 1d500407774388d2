"""Each time a unit concerned is asked to confirm, with the moments that follow from it: written once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.approvals.models.steps import RouteStep
from guanwei.audit.records import LedgerModel


class Asking(LedgerModel):
    """The step's turn came at ``at``. Each moment is empty where the rule names none.

    From ``decides_at`` on the post that decides when a unit doesn't answer may sign in its place.
    """

    step = models.ForeignKey(RouteStep, on_delete=models.PROTECT, related_name="askings")
    due_at = models.DateTimeField(_("应于"), null=True)
    remind_at = models.DateTimeField(_("提醒时间"), null=True)
    decides_at = models.DateTimeField(_("逾期决定自"), null=True)

    class Meta:
        verbose_name = _("请求会商确认")
        verbose_name_plural = _("请求会商确认")
        indexes = [
            models.Index(fields=["remind_at"], name="askings_to_remind"),
            models.Index(fields=["decides_at"], name="askings_to_escalate"),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.at:%Y-%m-%d %H:%M}"


class TurnKind(models.TextChoices):
    """What became of an asking."""

    REMINDED = "reminded", _("提醒答复")
    ESCALATED = "escalated", _("转由逾期决定人")
    ENDED = "ended", _("不再等待")


class AskingTurn(LedgerModel):
    """Each once."""

    asking = models.ForeignKey(Asking, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField(_("事项"), max_length=20, choices=TurnKind.choices)

    class Meta:
        verbose_name = _("会商确认进展")
        verbose_name_plural = _("会商确认进展")
        constraints = [models.UniqueConstraint(fields=["asking", "kind"], name="one_turn_a_kind")]

    def __str__(self) -> str:
        return f"{self.asking} {self.get_kind_display()}"
