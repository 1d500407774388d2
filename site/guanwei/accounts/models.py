"""Official accounts (政务新媒体账号)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from guanwei.audit.records import RecordedModel


class Platform(models.TextChoices):
    """Where an account lives."""

    WEIBO = "weibo", _("微博")
    WECHAT = "wechat", _("微信")


class AccountKind(models.TextChoices):
    """Whose voice it is: a unit's, or an official's in office."""

    UNIT = "unit", _("单位账号")
    LEADER = "leader", _("领导账号")


class Account(index.Indexed, RecordedModel):
    """An account that one unit manages. ``channel`` is the id of the declared way out."""

    name = models.CharField(_("账号名称"), max_length=60)
    slug = models.SlugField(_("代号"), max_length=60, unique=True)
    platform = models.CharField(_("平台"), max_length=20, choices=Platform.choices)
    kind = models.CharField(_("类型"), max_length=20, choices=AccountKind.choices, default=AccountKind.UNIT)
    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="accounts", verbose_name=_("管理单位")
    )
    channel = models.CharField(_("渠道"), max_length=100)
    address = models.URLField(_("账号主页"), blank=True)
    purpose = models.CharField(_("功能定位"), max_length=120, blank=True)
    closed_on = models.DateField(_("注销日期"), null=True, blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("unit_id")]

    class Meta:
        verbose_name = _("账号")
        verbose_name_plural = _("账号")
        ordering = ["unit_id", "platform", "pk"]

    def __str__(self) -> str:
        return f"{self.get_platform_display()} {self.name}"
