"""A submission: one try of a manuscript to go out."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class SubmissionState(models.TextChoices):
    """Where a submission stands. Only ``open`` ones wait for anybody's signature."""

    OPEN = "open", _("审核中")
    PERMITTED = "permitted", _("已签发，待发布")
    RELEASED = "released", _("已发布")
    RETURNED = "returned", _("已退回")
    WITHDRAWN = "withdrawn", _("已撤回")
    LAPSED = "lapsed", _("已失效")
    VETOED = "vetoed", _("已否决")


class Submission(RecordedModel):
    """One try of a manuscript: the facts, the decision and its trace, the steps frozen as data.

    ``parts`` holds the digest of each part of the latest draft, kept up to date with every save, so
    that lists need not compute digests.
    """

    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    title = models.CharField(_("标题"), max_length=255)
    supplier = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("供稿单位")
    )
    manager = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("管理单位")
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("提交人")
    )
    submitted_at = models.DateTimeField(_("提交时间"))
    state = models.CharField(
        _("状态"), max_length=20, choices=SubmissionState.choices, default=SubmissionState.OPEN
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closing_reason = models.CharField(_("结束原因"), max_length=300, blank=True)
    route = models.CharField(_("流程"), max_length=160)
    route_label = models.CharField(_("流程名称"), max_length=160)
    plugin = models.CharField(_("规则包"), max_length=100)
    plugin_version = models.CharField(_("版本"), max_length=40)
    cites = models.JSONField(_("依据"), default=list)
    order = models.CharField(_("发布次序"), max_length=20)
    facts = models.JSONField(_("事实"))
    trace = models.JSONField(_("判定过程"), default=list)
    # What is owed after an emergency release, frozen like the steps; empty on every other route.
    second_review = models.JSONField(_("补审要求"), default=dict, blank=True)
    # The plugins that were asked, with version and rank: an edited text is judged by the same ones.
    rules = models.JSONField(_("所依规则包"), default=list)
    # What the checks found when they were last asked, each with the answer that lets it go on.
    findings = models.JSONField(_("检查提示"), default=list, blank=True)
    # The text in which they were found, by its whole digest.
    findings_in = models.CharField(max_length=64, blank=True)
    # 优先发布: before everything else in every queue.
    priority = models.BooleanField(_("优先发布"), default=False)
    snapshot = models.ForeignKey("audit.Snapshot", on_delete=models.PROTECT, related_name="+")
    parts = models.JSONField(_("各部分摘要"))
    position = models.PositiveSmallIntegerField(_("当前环节"), default=0)
    # The step that waits is signed and wants the supplying unit's word on what was changed in review.
    unconfirmed = models.BooleanField(_("待供稿方确认"), default=False)
    # Contributions after this one are in the content: the last of what was released before.
    contributions_after = models.BigIntegerField(default=0)
    # The last contribution before submission: later ones were made in review.
    written_upto = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("送审")
        verbose_name_plural = _("送审")
        indexes = [
            models.Index(fields=["family", "object_id", "-submitted_at"], name="submission_of"),
            models.Index(fields=["position"], name="submission_open", condition=models.Q(state="open")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "object_id"],
                condition=models.Q(state__in=["open", "permitted"]),
                name="one_standing_submission",
            )
        ]

    def __str__(self) -> str:
        return self.title
