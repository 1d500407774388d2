"""Emergencies: consents given by telephone, and the second review that stays on record until it is done."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel, RecordedModel


class TelephoneCall(LedgerModel):
    """The call in which the post's holder consented. The holder signed; ``recorder`` wrote it down and vouches.

    ``number`` is personal data: screens mask it except for those whose task needs it, and each look is logged.
    ``read_out`` names the digest of each part that was read to the holder.
    """

    sign_off = models.OneToOneField("SignOff", on_delete=models.PROTECT, related_name="call")
    recorder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("记录人")
    )
    appointment = models.ForeignKey("organisations.Appointment", on_delete=models.PROTECT, related_name="+")
    delegation = models.ForeignKey(
        "organisations.Delegation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    consented_at = models.DateTimeField(_("通话时间"))
    number = models.CharField(_("电话号码"), max_length=20)
    read_out = models.JSONField(_("宣读的各部分"))
    cites = models.JSONField(_("依据"), default=list)

    class Meta:
        verbose_name = _("电话同意")
        verbose_name_plural = _("电话同意")

    def __str__(self) -> str:
        return f"{self.sign_off}"


class NumberLook(LedgerModel):
    """Somebody whose task needs it looked at the whole number of a call (law L10)."""

    call = models.ForeignKey(TelephoneCall, on_delete=models.PROTECT, related_name="looks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("号码查看记录")
        verbose_name_plural = _("号码查看记录")

    def __str__(self) -> str:
        return f"{self.call_id} {self.person}"


class ReviewState(models.TextChoices):
    """Where a second review stands. Only ``done`` leaves the lists."""

    OPEN = "open", _("待补审")
    REFUSED = "refused", _("补审未通过，待处理")
    DONE = "done", _("补审已办结")


class Remedy(models.TextChoices):
    """What was done about content that the second review did not approve."""

    NONE = "", _("无")
    TAKEN_DOWN = "taken_down", _("已撤下")
    CORRECTED = "corrected", _("已更正发布")


class SecondReview(RecordedModel):
    """补审 of one emergency release, opened with its first part, on exactly what went out."""

    submission = models.OneToOneField(
        "Submission", on_delete=models.PROTECT, related_name="review_afterwards"
    )
    permit = models.OneToOneField("Permit", on_delete=models.PROTECT, related_name="+")
    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    rule = models.CharField(_("规则"), max_length=160)
    label = models.CharField(_("名称"), max_length=160)
    cites = models.JSONField(_("依据"), default=list)
    plugin = models.CharField(_("规则包"), max_length=100)
    plugin_version = models.CharField(_("版本"), max_length=40)
    opened_at = models.DateTimeField(_("开始时间"))
    due_at = models.DateTimeField(_("应于"))
    state = models.CharField(_("状态"), max_length=20, choices=ReviewState.choices, default=ReviewState.OPEN)
    overdue_at = models.DateTimeField(_("逾期时间"), null=True, blank=True)
    escalates_to = models.CharField(_("升级报告的职务"), max_length=120)
    escalates_unit = models.ForeignKey("organisations.Unit", on_delete=models.PROTECT, related_name="+")
    escalates_overseer = models.BooleanField(default=False)
    remedy = models.CharField(_("处理"), max_length=20, choices=Remedy.choices, blank=True)
    remedy_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(_("办结时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("补审")
        verbose_name_plural = _("补审")
        indexes = [
            models.Index(fields=["due_at"], name="second_review_open", condition=~models.Q(state="done")),
            models.Index(fields=["family", "object_id"], name="second_review_of"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.submission}"


class SecondReviewStep(RecordedModel):
    """One signature that is still owed, or given. ``person`` is set where only one person can give it:
    whoever consented by telephone.
    """

    review = models.ForeignKey(SecondReview, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField(_("序号"))
    step = models.CharField(_("环节"), max_length=120)
    label = models.CharField(_("名称"), max_length=120)
    role = models.CharField(_("职务"), max_length=120)
    unit = models.ForeignKey("organisations.Unit", on_delete=models.PROTECT, related_name="+")
    overseer = models.BooleanField(_("分管领导"), default=False)
    open_to_contributor = models.BooleanField(_("参与者可签"), default=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("电话同意人"),
    )
    cites = models.JSONField(_("依据"), default=list)
    done = models.BooleanField(_("已签"), default=False)

    class Meta:
        verbose_name = _("补审环节")
        verbose_name_plural = _("补审环节")
        ordering = ["review_id", "position"]
        constraints = [models.UniqueConstraint(fields=["review", "position"], name="one_second_step_a_place")]
        indexes = [
            models.Index(fields=["role", "unit"], name="second_steps_owed", condition=models.Q(done=False))
        ]

    def __str__(self) -> str:
        return self.label


class Finding(LedgerModel):
    """What one person found afterwards, in person, on the digests that went out."""

    step = models.OneToOneField(SecondReviewStep, on_delete=models.PROTECT, related_name="finding")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("补签人")
    )
    appointment = models.ForeignKey("organisations.Appointment", on_delete=models.PROTECT, related_name="+")
    snapshot = models.ForeignKey("audit.Snapshot", on_delete=models.PROTECT, related_name="+")
    parts = models.JSONField(_("所签各部分"))
    approved = models.BooleanField(_("同意"))
    opinion = models.CharField(_("意见"), max_length=300)

    class Meta:
        verbose_name = _("补审意见")
        verbose_name_plural = _("补审意见")

    def __str__(self) -> str:
        return f"{self.step} {self.person}"


class Escalation(LedgerModel):
    """One report of an overdue second review: ``number`` days after it was due."""

    review = models.ForeignKey(SecondReview, on_delete=models.PROTECT, related_name="escalations")
    number = models.PositiveIntegerField(_("逾期天数"))

    class Meta:
        verbose_name = _("逾期报告")
        verbose_name_plural = _("逾期报告")
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="one_escalation_a_day")]

    def __str__(self) -> str:
        return f"{self.review} {self.number}"
