"""Decisions and sign-offs. A sign-off binds a person, a post and a step to the digests of parts."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class Decision(RecordedModel):
    """What one person decided at one step, in which post."""

    submission = models.ForeignKey("Submission", on_delete=models.PROTECT, related_name="+")
    step = models.ForeignKey("RouteStep", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("签署人")
    )
    appointment = models.ForeignKey(
        "organisations.Appointment", on_delete=models.PROTECT, related_name="+", verbose_name=_("职务")
    )
    delegation = models.ForeignKey(
        "organisations.Delegation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("代签授权"),
    )
    snapshot = models.ForeignKey("audit.Snapshot", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("时间"), db_index=True)

    class Meta:
        abstract = True


class SignOff(Decision):
    """同意。``parts`` names the digest of each part signed; a part that changes later is unsigned again."""

    submission = models.ForeignKey("Submission", on_delete=models.PROTECT, related_name="sign_offs")
    step = models.ForeignKey("RouteStep", on_delete=models.PROTECT, related_name="sign_offs")
    parts = models.JSONField(_("所签各部分"))
    opinion = models.CharField(_("意见"), max_length=300)
    checklist = models.JSONField(_("核对结果"), default=dict)
    # Decided in the place of a unit concerned that didn't answer in time.
    late = models.BooleanField(_("逾期代为决定"), default=False)

    class Meta:
        verbose_name = _("签署")
        verbose_name_plural = _("签署")

    def __str__(self) -> str:
        return f"{self.step} {self.person}"

    @property
    def unticked(self) -> str:
        """The boxes that were left open, in words; binding ones never are."""
        left = [each["label"] for each in self.step.checklist if not self.checklist.get(each["id"])]
        return gettext("、").join(left)
