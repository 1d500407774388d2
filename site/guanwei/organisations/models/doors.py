"""What happens at the doors of the system itself: who came in, who was kept out, who changed a key. Written once."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel, RecordedModel


class DoorEvent(models.TextChoices):
    """What happened."""

    SIGNED_IN = "signed_in", _("登录")
    SIGNED_OUT = "signed_out", _("退出")
    ENDED = "ended", _("登录到时，自动退出")
    FAILED = "failed", _("登录未成功")
    LOCKED = "locked", _("登录被暂停")
    UNLOCKED = "unlocked", _("恢复登录")
    SESSIONS_ENDED = "sessions_ended", _("退出其他登录")
    PASSWORD_CHANGED = "password_changed", _("修改密码")
    FACTOR_ADDED = "factor_added", _("启用双重验证")
    FACTOR_REMOVED = "factor_removed", _("停用双重验证")
    FACTOR_RESET = "factor_reset", _("重置双重验证")
    CODE_FAILED = "code_failed", _("验证码不对")
    RECOVERY_USED = "recovery_used", _("使用备用码")
    RECOVERY_MADE = "recovery_made", _("生成备用码")
    TOKEN_MADE = "token_made", _("生成接口令牌")
    TOKEN_REVOKED = "token_revoked", _("作废接口令牌")
    TOKEN_USED = "token_used", _("使用接口令牌")


class DoorEntry(LedgerModel):
    """One event. ``person`` is whose account; ``by`` who acted on it, where that is somebody else.

    A name that nobody has is not kept: people type passwords into the wrong field.
    """

    event = models.CharField(_("事件"), max_length=20, choices=DoorEvent.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="door_entries",
        verbose_name=_("人员"),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("经办人"),
    )
    address = models.GenericIPAddressField(_("网络地址"), null=True)
    agent = models.CharField(_("设备"), max_length=200, blank=True)
    reason = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("登录记录")
        verbose_name_plural = _("登录记录")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["person", "event", "at"], name="door_by_person")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_event_display()} {self.person or ''}".strip()


class PasswordUse(LedgerModel):
    """A password from the moment it was set, as its hash: earlier ones may not come back, old ones end."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="password_uses"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    hash = models.CharField(max_length=128)

    class Meta:
        verbose_name = _("密码记录")
        verbose_name_plural = _("密码记录")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.person}"


class FactorDemand(RecordedModel):
    """Whether those who hold posts with ``duty`` must use a second factor (双重验证)."""

    duty = models.CharField(_("职责"), max_length=20, unique=True)
    demanded = models.BooleanField(_("必须启用双重验证"), default=False)
    reason = models.CharField(_("理由"), max_length=200)

    class Meta:
        verbose_name = _("双重验证要求")
        verbose_name_plural = _("双重验证要求")

    def __str__(self) -> str:
        return self.duty


class Tally(models.Model):
    """How often somebody came to a door within a span of time. No record: spans that are over are swept away."""

    key = models.CharField(max_length=64)
    since = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("次数")
        verbose_name_plural = _("次数")
        constraints = [models.UniqueConstraint(fields=["key", "since"], name="one_tally_a_span")]

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.since:%H:%M} {self.count}"
