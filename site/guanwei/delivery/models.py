"""Deliveries, the journal of each, and the worker's beat."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel, RecordedModel


class DeliveryState(models.TextChoices):
    """What is known of a delivery, in the words of the badge."""

    PREPARED = "prepared", _("已备好")
    IN_FLIGHT = "in_flight", _("发送中")
    UNKNOWN = "unknown", _("结果不明")
    PENDING = "pending", _("平台审核中")
    WAITING_PERSON = "waiting_person", _("等待人工发布")
    SENT = "sent", _("已发出")
    FAILED = "failed", _("未发出")
    HELD = "held", _("已停住")
    IN_PUSH = "in_push", _("随推送发出")
    WITHDRAWN = "withdrawn", _("已取消")


class Delivery(RecordedModel):
    """One variant on its way to one account. Written in the transaction of the release.

    ``key`` is the marker that the platform is given, at most 32 ASCII characters. ``claimed_by`` and
    ``claimed_until`` name who works on it: only an expired claim counts as an unknown outcome.
    ``look_at`` is when the platform is next asked about an unknown or pending outcome.
    """

    part = models.OneToOneField("publishing.ReleasePart", on_delete=models.PROTECT, related_name="delivery")
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="deliveries", verbose_name=_("账号")
    )
    channel = models.CharField(_("渠道"), max_length=100)
    title = models.CharField(_("标题"), max_length=255)
    key = models.CharField(_("发送标记"), max_length=32, unique=True)
    payload = models.JSONField(_("内容"))
    variant_digest = models.CharField(_("所签摘要"), max_length=64)
    payload_digest = models.CharField(_("发送内容摘要"), max_length=64)
    renderer = models.CharField(_("排版版本"), max_length=40)
    state = models.CharField(
        _("状态"), max_length=20, choices=DeliveryState.choices, default=DeliveryState.PREPARED
    )
    due = models.BooleanField(_("到时"), default=False)
    due_at = models.DateTimeField(_("到时时间"), null=True, blank=True)
    claimed_by = models.CharField(max_length=80, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    look_at = models.DateTimeField(_("下次查询"), null=True, blank=True)
    address = models.URLField(_("公开地址"), max_length=500, blank=True)
    # Of each article of a push, in its order; the first stands in ``address`` too.
    addresses = models.JSONField(_("各篇地址"), default=list, blank=True)
    done_at = models.DateTimeField(_("完成时间"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("经办人"),
    )
    problem = models.CharField(_("情况"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("投放")
        verbose_name_plural = _("投放")
        indexes = [models.Index(fields=["state", "due"], name="delivery_outbox")]
        constraints = [
            models.UniqueConstraint(
                fields=["address"], condition=~models.Q(address=""), name="one_delivery_an_address"
            ),
            models.CheckConstraint(
                name="a_sent_delivery_has_its_address",
                condition=~models.Q(state=DeliveryState.SENT)
                | (~models.Q(address="") & models.Q(done_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="somebody_has_a_delivery_in_flight",
                condition=~models.Q(state=DeliveryState.IN_FLIGHT)
                | (~models.Q(claimed_by="") & models.Q(claimed_until__isnull=False)),
            ),
            models.CheckConstraint(
                name="what_is_open_is_looked_at_again",
                condition=~models.Q(state__in=[DeliveryState.UNKNOWN, DeliveryState.PENDING])
                | models.Q(look_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.title}"


class Event(models.TextChoices):
    """Lines of a delivery's journal."""

    PREPARED = "prepared", _("已备好")
    DUE = "due", _("轮到发送")
    ABOUT_TO_SEND = "about_to_send", _("即将发送")
    SENT = "sent", _("发送成功")
    REFUSED = "refused", _("对方未收")
    UNKNOWN = "unknown", _("结果不明")
    ACCEPTED = "accepted", _("对方已接收，审核中")
    ASKED = "asked", _("已查询")
    FOUND = "found", _("查到已发出")
    ABSENT = "absent", _("查明未发出")
    SAID_ABSENT = "said_absent", _("人工核对：未发出")
    HELD = "held", _("停住")
    RETRY = "retry", _("重新发送")
    WAITING = "waiting", _("转人工发布")
    HANDED_OVER = "handed_over", _("取走发布包")
    ADDRESS = "address", _("填回地址")
    RECEIPT = "receipt", _("回执已记入发布计划")
    WITHDRAWN = "withdrawn", _("稿件已撤下，不再投放")
    RECALL_ASKED = "recall_asked", _("要求从渠道撤回")
    ABOUT_TO_RECALL = "about_to_recall", _("即将向渠道发出撤回")
    RECALLED = "recalled", _("渠道确认已撤回")
    RECALL_REFUSED = "recall_refused", _("未能撤回")
    RECALL_UNKNOWN = "recall_unknown", _("撤回结果不明")
    RECALL_LOOKED = "recall_looked", _("已查询撤回结果")
    DELETED_BY_HAND = "deleted_by_hand", _("已由人工在平台删除")
    IN_PUSH = "in_push", _("编入推送，不再单独发出")
    OUT_OF_PUSH = "out_of_push", _("推送没有发出，等人处理")
    ARTICLE_GONE = "article_gone", _("推送中的一篇已单独删除")


class Attempt(LedgerModel):
    """One line of the journal of a delivery: what was about to happen, or what came of it.

    ``number`` counts the tries to send; lines before the first try carry 0.
    """

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField(_("次"))
    event = models.CharField(_("事项"), max_length=40, choices=Event.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("经办人"),
    )
    detail = models.JSONField(_("详情"), default=dict)

    class Meta:
        verbose_name = _("发送记录")
        verbose_name_plural = _("发送记录")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.get_event_display()}"


class RecallState(models.TextChoices):
    """What is known of one demand to take a sent post back from its platform."""

    ASKED = "asked", _("已要求撤回")
    IN_FLIGHT = "in_flight", _("撤回中")
    UNKNOWN = "unknown", _("撤回结果不明")
    WAITING_PERSON = "waiting_person", _("等待人工删除")
    CONFIRMED = "confirmed", _("已撤回")
    REFUSED = "refused", _("未能撤回")


class Recall(RecordedModel):
    """One person's demand, with a reason, to take a sent post back. At most one call comes of it (law L7).

    What was refused may be demanded again: that is another recall, with a reason of its own.
    """

    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="recalls")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("要求人")
    )
    asked_at = models.DateTimeField(_("要求时间"))
    reason = models.CharField(_("理由"), max_length=300)
    state = models.CharField(_("状态"), max_length=20, choices=RecallState.choices, default=RecallState.ASKED)
    claimed_by = models.CharField(max_length=80, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    looks = models.PositiveSmallIntegerField(_("查询次数"), default=0)
    look_at = models.DateTimeField(_("下次查询"), null=True, blank=True)
    closed_at = models.DateTimeField(_("办结时间"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("经办人"),
    )
    outcome = models.CharField(_("结果"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("渠道撤回")
        verbose_name_plural = _("渠道撤回")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["delivery"],
                condition=~models.Q(state__in=[RecallState.CONFIRMED, RecallState.REFUSED]),
                name="one_open_recall_a_delivery",
            )
        ]
        indexes = [
            models.Index(
                fields=["look_at"],
                name="recalls_open",
                condition=~models.Q(state__in=[RecallState.CONFIRMED, RecallState.REFUSED]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.delivery} {self.get_state_display()}"


class WorkerBeat(models.Model):
    """When a worker last went round. No record: it is overwritten every second."""

    name = models.CharField(max_length=60, unique=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("后台进程心跳")
        verbose_name_plural = _("后台进程心跳")

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d %H:%M:%S}"
