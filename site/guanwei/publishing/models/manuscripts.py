"""What every manuscript states: the facts that rules ask for, as fields."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class KindChoices(models.TextChoices):
    """原创, 转载, 回复, 评论互动: values of ``guanwei.api.Kind``."""

    ORIGINAL = "original", _("原创")
    REPOST = "repost", _("转载")
    REPLY = "reply", _("回复")
    COMMENT = "comment", _("评论互动")


class UrgencyChoices(models.TextChoices):
    """Values of ``guanwei.api.Urgency``."""

    ORDINARY = "ordinary", _("常规")
    EMERGENCY = "emergency", _("突发公共事件")


class RelationChoices(models.TextChoices):
    """Values of ``guanwei.api.Relation``."""

    CORRECTION = "correction", _("更正")
    STATEMENT = "statement", _("事实说明")
    SUPPLEMENT = "supplement", _("补充发布")
    COMMENTARY = "commentary", _("评论解读")


class Manuscript(models.Model):
    """Facts of a manuscript. ``extra`` holds the values of fields that rule books declare, by field id.

    ``concerned`` are the units and organs that must agree (涉及单位): objects of ``unit``, the unit's code or
    empty for an organ outside the system, and ``name``.
    ``entries`` holds, by field id, what a register said of the entry that the field names.
    """

    supplier = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("供稿单位")
    )
    manager = models.ForeignKey(
        "organisations.Unit",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("管理单位"),
        help_text=_("管理所选账号的单位；其规则决定审批流程。"),
    )
    kind = models.CharField(
        _("稿件类型"), max_length=20, choices=KindChoices.choices, default=KindChoices.ORIGINAL
    )
    urgency = models.CharField(
        _("紧急程度"), max_length=20, choices=UrgencyChoices.choices, default=UrgencyChoices.ORDINARY
    )
    important_disclosure = models.BooleanField(
        _("重要公开信息"), default=False, help_text=_("要点发在微博、微信，详情链接到门户网站。")
    )
    category = models.CharField(_("内容类别"), max_length=160, blank=True)
    source_name = models.CharField(_("出处"), max_length=120, blank=True)
    source_url = models.URLField(_("原文地址"), max_length=500, blank=True)
    permission = models.CharField(_("转载许可"), max_length=200, blank=True)
    original_title = models.CharField(_("原标题"), max_length=255, blank=True)
    concerned = models.JSONField(_("涉及单位"), default=list, blank=True)
    priority = models.BooleanField(_("优先发布"), default=False)
    relation = models.CharField(
        _("与原发布的关系"), max_length=20, choices=RelationChoices.choices, blank=True, default=""
    )
    about = models.ForeignKey(
        "publishing.Release",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("针对的发布"),
    )
    apology = models.CharField(
        _("致歉语"),
        max_length=300,
        blank=True,
        help_text=_("态度诚恳，说明差错并向公众致歉，以重建信任；随更正稿公开。"),
    )
    extra = models.JSONField(_("规则要求的其他事实"), default=dict, blank=True)
    entries = models.JSONField(_("所选登记条目的内容"), default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """A draft holds what registers say at this moment of the entries that it names."""
        from guanwei.publishing.content.entries import said_of

        self.entries = said_of(self)
        return super().save_revision(*args, **kwargs)  # type: ignore[misc]
