"""The plan of a release: its parts in order, each waiting for its predecessor's receipt."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

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
    state = models.CharField(
        _("状态"), max_length=20, choices=ReleaseState.choices, default=ReleaseState.RUNNING
    )
    reason = models.CharField(_("原因"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("发布")
        verbose_name_plural = _("发布")
        indexes = [models.Index(fields=["family", "object_id"], name="release_of")]

    def __str__(self) -> str:
        return self.title


class PartState(models.TextChoices):
    """A part waits, is due, or has its receipt."""

    WAITING = "waiting", _("等待前一项")
    DUE = "due", _("进行中")
    DONE = "done", _("已完成")
    HELD = "held", _("已停住")


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
