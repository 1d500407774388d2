"""Marks: what somebody holds an item by until it is lifted."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class Marking(RecordedModel):
    """A declared mark on one object. ``mark`` is its id, ``said`` label, sentence and articles as they were."""

    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    mark = models.CharField(_("标记"), max_length=120)
    said = models.JSONField(default=dict)
    reason = models.CharField(_("理由"), max_length=500)
    placed_at = models.DateTimeField(_("标记时间"))
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("标记人")
    )
    lifted_at = models.DateTimeField(_("解除时间"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("解除人"),
    )
    lifted_as = models.ForeignKey(
        "organisations.Appointment", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_reason = models.CharField(_("解除理由"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("内容标记")
        verbose_name_plural = _("内容标记")
        constraints = [
            models.UniqueConstraint(
                fields=["family", "object_id", "mark"],
                condition=Q(lifted_at__isnull=True),
                name="one_standing_mark",
            )
        ]

    def __str__(self) -> str:
        return str(self.said.get("label", self.mark))
