"""Contributions: every save that changed a digest, written with the save (law L2)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel


class Contribution(LedgerModel):
    """A person changed one part from one digest to another. A revision's user is no evidence."""

    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("人员"),
    )
    part = models.CharField(_("部分"), max_length=160)
    before = models.CharField(_("改前摘要"), max_length=64, blank=True)
    after = models.CharField(_("改后摘要"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("参与记录")
        verbose_name_plural = _("参与记录")
        indexes = [models.Index(fields=["family", "object_id", "at"], name="contribution_of")]

    def __str__(self) -> str:
        return f"{self.part} {self.person}"


class DraftParts(models.Model):
    """The digest of each part of the latest draft: a projection kept with every save, never evidence."""

    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    parts = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["family", "object_id"], name="one_draft_parts")]

    def __str__(self) -> str:
        return f"{self.family} {self.object_id}"
