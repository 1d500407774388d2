"""Activities of accounts (微访谈, 微直播, 集群发布), and where a release or an activity was seen besides."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class ActivityKind(models.TextChoices):
    """What is held on the accounts."""

    INTERVIEW = "interview", _("微访谈")
    LIVE = "live", _("微直播")
    CLUSTER = "cluster", _("集群发布")


class Activity(RecordedModel):
    """Something held on an account at a time, with its guests; its posts are the releases that belong to it."""

    kind = models.CharField(_("形式"), max_length=20, choices=ActivityKind.choices)
    title = models.CharField(_("主题"), max_length=120)
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="activities", verbose_name=_("账号")
    )
    starts_at = models.DateTimeField(_("开始时间"))
    ends_at = models.DateTimeField(_("结束时间"))
    guests = models.CharField(_("嘉宾"), max_length=200, blank=True)
    outcome = models.TextField(_("活动记录"), blank=True)
    releases = models.ManyToManyField(
        "Release", related_name="activities", blank=True, verbose_name=_("相关发布")
    )

    _history_m2m_fields = (releases,)

    class Meta:
        verbose_name = _("互动活动")
        verbose_name_plural = _("互动活动")
        ordering = ["-starts_at", "-pk"]

    def __str__(self) -> str:
        return gettext("%(kind)s：%(title)s") % {"kind": self.get_kind_display(), "title": self.title}


class Appearance(RecordedModel):
    """A medium or platform that carried a release or an activity too: a newspaper, a press conference."""

    release = models.ForeignKey(
        "Release",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appearances",
        verbose_name=_("发布"),
    )
    activity = models.ForeignKey(
        Activity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appearances",
        verbose_name=_("活动"),
    )
    medium = models.CharField(_("媒体或平台"), max_length=60)
    on = models.DateField(_("日期"))
    address = models.URLField(_("链接"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("其他媒体刊播")
        verbose_name_plural = _("其他媒体刊播")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(release__isnull=False, activity__isnull=True)
                | models.Q(release__isnull=True, activity__isnull=False),
                name="appearance_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.medium} {self.on:%Y-%m-%d}"
