"""Snapshots: what a person had before them when they submitted, signed or released."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel


class Snapshot(LedgerModel):
    """The content of one manuscript at one moment. Revisions are no evidence: autosave rewrites them."""

    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    digest = models.CharField(_("整体摘要"), max_length=64)
    parts = models.JSONField(_("各部分摘要"))
    content = models.JSONField(_("内容"))
    source = models.JSONField(_("可重建的原稿"))
    rendered = models.TextField(_("呈现"), blank=True)
    files = models.JSONField(_("文件摘要"), default=list)

    class Meta:
        verbose_name = _("快照")
        verbose_name_plural = _("快照")
        constraints = [
            models.UniqueConstraint(fields=["family", "object_id", "digest"], name="snapshot_once"),
        ]

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.at:%Y-%m-%d %H:%M}"
