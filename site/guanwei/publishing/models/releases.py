"""The plan of a release: its parts in order, each waiting for its predecessor's receipt."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit import clock
from guanwei.audit.records import LedgerModel, RecordedModel


class ReleaseState(models.TextChoices):
    """Where a release stands."""

    RUNNING = "running", _("发布中")
    DONE = "done", _("已完成")
    HELD = "held", _("已停住")
    TAKEN_DOWN = "taken_down", _("已撤下")


class OrderChoices(models.TextChoices):
    """Which goes first: values of ``guanwei.api.ReleaseOrder``."""

    PAGE_FIRST = "page_first", _("先网站后账号")
    POSTS_FIRST = "posts_first", _("先账号后网站")


class Release(RecordedModel):
    """One recorded act of release on one permit. ``due_at`` is when it may begin."""

    permit = models.OneToOneField("approvals.Permit", on_delete=models.PROTECT, related_name="release")
    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    title = models.CharField(_("标题"), max_length=255)
    order = models.CharField(_("发布次序"), max_length=20, choices=OrderChoices.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("发布人"),
    )
    appointment = models.ForeignKey(
        "organisations.Appointment",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("职务"),
    )
    decided_at = models.DateTimeField(_("发布时间"))
    due_at = models.DateTimeField(_("定时"))
    # From then on the item is no longer public. Part of the act of release, not of what is signed: taking
    # down needs no permit (law L1), so the releaser may set it and move it with a reason.
    ends_at = models.DateTimeField(_("下线时间"), null=True, blank=True)
    state = models.CharField(
        _("状态"), max_length=20, choices=ReleaseState.choices, default=ReleaseState.RUNNING
    )
    reason = models.CharField(_("原因"), max_length=300, blank=True)
    # Why the worker's last try came to nothing, and when it tries next. Empty while nothing is wrong.
    problem = models.CharField(_("情况"), max_length=300, blank=True)
    try_at = models.DateTimeField(_("下次重试"), null=True, blank=True)

    class Meta:
        verbose_name = _("发布")
        verbose_name_plural = _("发布")
        indexes = [
            models.Index(fields=["family", "object_id"], name="release_of"),
            models.Index(fields=["due_at"], name="release_running", condition=models.Q(state="running")),
            models.Index(
                fields=["ends_at"], name="release_ending", condition=models.Q(ends_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def waits(self) -> bool:
        """Decided, and its time isn't come."""
        return self.state == ReleaseState.RUNNING and self.due_at > clock.now()


class PartState(models.TextChoices):
    """A part waits, is due, or has its receipt."""

    WAITING = "waiting", _("等待前一项")
    DUE = "due", _("进行中")
    IN_PUSH = "in_push", _("等待推送")
    DONE = "done", _("已完成")
    HELD = "held", _("已停住")
    RECALLED = "recalled", _("已从渠道撤回")


# Nothing more comes of these parts: the plan goes on past them.
OVER = frozenset({PartState.DONE, PartState.RECALLED})


class ReleasePart(RecordedModel):
    """The page (``variant`` empty) or one variant. Parts of equal ``rank`` go together."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="parts")
    rank = models.PositiveSmallIntegerField(_("次序"))
    variant = models.CharField(_("渠道稿"), max_length=40, blank=True)
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    digest = models.CharField(_("摘要"), max_length=64)
    state = models.CharField(_("状态"), max_length=20, choices=PartState.choices, default=PartState.WAITING)
    address = models.CharField(_("公开地址"), max_length=500, blank=True)
    done_at = models.DateTimeField(_("完成时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("发布项")
        verbose_name_plural = _("发布项")
        ordering = ["release_id", "rank", "pk"]
        constraints = [models.UniqueConstraint(fields=["release", "variant"], name="one_part_a_variant")]

    def __str__(self) -> str:
        return f"{self.release} {self.account or ''}"


class Turn(models.TextChoices):
    """What people, or the worker, changed about a release after it was decided."""

    RESCHEDULED = "rescheduled", _("改定时间")
    STOPPED = "stopped", _("停止发布")
    RESUMED = "resumed", _("恢复发布")
    END_SET = "end_set", _("改定下线时间")
    ENDED = "ended", _("到期下线")
    FAILED = "failed", _("发布未成")
    TRIED_AGAIN = "tried_again", _("再试一次")


class ReleaseTurn(LedgerModel):
    """One line of the story of a release: what was changed, by whom, why, from when to when."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="turns")
    turn = models.CharField(_("事项"), max_length=20, choices=Turn.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    before = models.DateTimeField(_("原定"), null=True)
    after = models.DateTimeField(_("改定"), null=True)
    cites = models.JSONField(_("依据"), default=list)

    class Meta:
        verbose_name = _("发布变更")
        verbose_name_plural = _("发布变更")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.release} {self.get_turn_display()}"


class Reservation(RecordedModel):
    """An address of the portal that a delivery may link to. It is held until the release is taken down."""

    release = models.OneToOneField(Release, on_delete=models.PROTECT, related_name="reservation")
    page_id = models.BigIntegerField(_("页面"))
    url_path = models.CharField(_("地址"), max_length=500)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("地址预留")
        verbose_name_plural = _("地址预留")
        constraints = [
            models.UniqueConstraint(
                fields=["url_path"], condition=models.Q(lifted_at__isnull=True), name="one_reservation_a_path"
            )
        ]

    def __str__(self) -> str:
        return self.url_path


class ReleaseHistory(LedgerModel):
    """The manuscript's history row of one release: what stood in public from then on.

    simple-history on a draft-state model would write draft text at every save; this is the one row per
    release that the record wants (architecture, settled questions).
    """

    release = models.OneToOneField(Release, on_delete=models.PROTECT, related_name="history_row")
    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    title = models.CharField(_("标题"), max_length=255)
    snapshot = models.ForeignKey("audit.Snapshot", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("发布历史")
        verbose_name_plural = _("发布历史")
        indexes = [models.Index(fields=["family", "object_id", "at"], name="release_history_of")]

    def __str__(self) -> str:
        return self.title
