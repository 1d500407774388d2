"""The steps of a route, frozen with their submission."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.api import StepKind
from guanwei.approvals.models.submissions import Submission
from guanwei.audit.records import RecordedModel


class RouteStep(RecordedModel):
    """A step as frozen at submission: later rules, appointments or plugins don't change what it asks.

    ``turn_at`` is the place of the first step of its group, empty for a step that waits alone. ``quorum`` is
    how many steps of the group must be signed, ``required`` that this one must be whatever the quorum.
    ``recorder`` and ``confirmer`` are the roles around a paper, empty where the step is signed here.
    ``confirms``: a unit concerned says whether it agrees (会商确认); ``organ`` names one outside the system.
    ``decider`` is the role that decides from ``decider_hours`` before the deadline, if the unit hasn't.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField(_("序号"))
    step = models.CharField(_("环节"), max_length=120)
    label = models.CharField(_("名称"), max_length=120)
    kind = models.CharField(_("类别"), max_length=20)
    role = models.CharField(_("职务"), max_length=120)
    unit = models.ForeignKey("organisations.Unit", on_delete=models.PROTECT, related_name="+")
    overseer = models.BooleanField(_("分管领导"), default=False)
    subject = models.CharField(_("分管事项"), max_length=160, blank=True)
    open_to_contributor = models.BooleanField(_("参与者可签"), default=False)
    checklist = models.JSONField(_("核对事项"), default=list)
    turn_at = models.PositiveSmallIntegerField(_("会签起始序号"), null=True, blank=True)
    group_label = models.CharField(_("会签"), max_length=120, blank=True)
    quorum = models.PositiveSmallIntegerField(_("会签须签环节数"), default=0)
    required = models.BooleanField(_("必签"), default=True)
    signatures = models.PositiveSmallIntegerField(_("须签人数"), default=1)
    recorder = models.CharField(_("纸质件登记职务"), max_length=120, blank=True)
    confirmer = models.CharField(_("纸质件核对职务"), max_length=120, blank=True)
    veto = models.BooleanField(_("可一票否决"), default=False)
    binding = models.BooleanField(_("须签"), default=False)
    may_edit = models.BooleanField(_("可审改"), default=False)
    layout_exempt = models.BooleanField(_("只改排版的不须供稿单位确认"), default=False)
    # Who may record a consent by telephone; without a role the step takes none.
    phone_recorder = models.CharField(_("电话同意记录职务"), max_length=120, blank=True)
    phone_unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    phone_overseer = models.BooleanField(default=False)
    phone_cites = models.JSONField(_("电话同意依据"), default=list, blank=True)
    confirms = models.BooleanField(_("会商确认"), default=False)
    organ = models.CharField(_("系统外机关"), max_length=60, blank=True)
    within_hours = models.PositiveSmallIntegerField(_("答复时限（小时）"), default=0)
    reminds_hours = models.PositiveSmallIntegerField(_("提前提醒（小时）"), default=0)
    decider = models.CharField(_("逾期决定职务"), max_length=120, blank=True)
    decider_unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decider_overseer = models.BooleanField(default=False)
    decider_hours = models.PositiveSmallIntegerField(_("提前决定（小时）"), default=0)
    decider_cites = models.JSONField(_("逾期决定依据"), default=list, blank=True)
    cites = models.JSONField(_("依据"), default=list)
    plugin = models.CharField(_("规则包"), max_length=100)
    plugin_version = models.CharField(_("版本"), max_length=40)
    rule = models.CharField(_("规则"), max_length=160)

    class Meta:
        verbose_name = _("审核环节")
        verbose_name_plural = _("审核环节")
        ordering = ["submission_id", "position"]
        constraints = [models.UniqueConstraint(fields=["submission", "position"], name="one_step_a_place")]
        indexes = [models.Index(fields=["role", "unit", "position"], name="steps_of_a_post")]

    def __str__(self) -> str:
        return self.label

    @property
    def turn(self) -> int:
        """The position at which the submission stands while this step waits."""
        return self.position if self.turn_at is None else self.turn_at

    @property
    def holds(self) -> bool:
        """Whether the chain waits for it: a veto that isn't binding may pass in silence."""
        return self.binding or not self.veto

    @property
    def on_paper(self) -> bool:
        return bool(self.recorder)

    @property
    def closed_to_contributors(self) -> bool:
        return self.kind == StepKind.REVIEW and not self.open_to_contributor


class ClearedDesk(models.Model):
    """A waiting step that asks nothing more of a person, or of anybody: a projection, never evidence.

    Kept for steps that wait beside others or for several people; the queue leaves them out by it.
    """

    step = models.ForeignKey(RouteStep, on_delete=models.CASCADE, related_name="cleared")
    person = models.ForeignKey("organisations.Person", on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "person"], name="one_cleared_desk")]

    def __str__(self) -> str:
        return f"{self.step} {self.person or ''}"
