"""What a submitted push holds: a place for each of its items, and a slot of its account's day and month."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel
from guanwei.publishing.models.pushes import Push


class PlaceState(models.TextChoices):
    """What became of an item's place."""

    STANDING = "standing", _("等待推送")
    SENT = "sent", _("随推送发出")
    LEFT = "left", _("已移出推送")


class PushPlace(RecordedModel):
    """An item's place in a push that was submitted. While it stands, the item isn't sent alone."""

    push = models.ForeignKey(Push, on_delete=models.PROTECT, related_name="places", verbose_name=_("推送"))
    submission = models.ForeignKey(
        "approvals.Submission", on_delete=models.PROTECT, related_name="+", verbose_name=_("送审")
    )
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", verbose_name=_("账号")
    )
    day = models.DateField(_("推送日期"))
    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    variant = models.CharField(_("渠道稿"), max_length=40)
    permit = models.ForeignKey(
        "approvals.Permit", on_delete=models.PROTECT, related_name="+", verbose_name=_("许可")
    )
    title = models.CharField(_("标题"), max_length=255)
    taken_at = models.DateTimeField(_("编入时间"))
    state = models.CharField(
        _("状态"), max_length=20, choices=PlaceState.choices, default=PlaceState.STANDING
    )
    closed_at = models.DateTimeField(_("结束时间"), null=True, blank=True)
    reason = models.CharField(_("原因"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("推送位置")
        verbose_name_plural = _("推送位置")
        indexes = [
            models.Index(fields=["family", "object_id"], name="place_of"),
            models.Index(fields=["account", "day"], name="place_day", condition=models.Q(state="standing")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "object_id", "variant"],
                condition=models.Q(state="standing"),
                name="one_standing_place_a_variant",
            )
        ]

    def __str__(self) -> str:
        return f"{self.push} {self.title}"


class PushSlot(RecordedModel):
    """A released push takes one of the day's and one of the month's pushes of its account.

    The numbers run from 1; the constraints make the limit hold between two releases at once. A slot is
    freed when the push surely didn't go out.
    """

    release = models.OneToOneField(
        "publishing.Release", on_delete=models.PROTECT, related_name="push_slot", verbose_name=_("发布")
    )
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", verbose_name=_("账号")
    )
    day = models.DateField(_("推送日期"))
    month = models.CharField(_("月份"), max_length=7)
    of_day = models.PositiveSmallIntegerField(_("当日第几次"))
    of_month = models.PositiveSmallIntegerField(_("当月第几次"))
    freed_at = models.DateTimeField(_("让出时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("推送次数")
        verbose_name_plural = _("推送次数")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "day", "of_day"],
                condition=models.Q(freed_at__isnull=True),
                name="one_push_a_slot_of_the_day",
            ),
            models.UniqueConstraint(
                fields=["account", "month", "of_month"],
                condition=models.Q(freed_at__isnull=True),
                name="one_push_a_slot_of_the_month",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.day} {self.of_day}"
