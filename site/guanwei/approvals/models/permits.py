"""Permits, and the openings through which the gate lets permitted content pass (law L1)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class Permit(RecordedModel):
    """Leave to put exactly this content online. Made when every step before release is signed.

    ``submission`` is empty only for the genesis permit of the site's structure, issued while no
    person exists.
    """

    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    digest = models.CharField(_("整体摘要"), max_length=64)
    parts = models.JSONField(_("各部分摘要"))
    snapshot = models.ForeignKey("audit.Snapshot", on_delete=models.PROTECT, related_name="+")
    submission = models.OneToOneField(
        "Submission", on_delete=models.PROTECT, null=True, blank=True, related_name="permit"
    )
    issued_at = models.DateTimeField(_("签发时间"))
    # The last contribution that this content may hold: what comes after is the next content's.
    contributions_upto = models.BigIntegerField(default=0)
    went_live_at = models.DateTimeField(_("公开时间"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_reason = models.CharField(_("撤销理由"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("许可")
        verbose_name_plural = _("许可")
        indexes = [models.Index(fields=["family", "object_id", "-issued_at"], name="permit_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "object_id"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_standing_permit",
            )
        ]

    def __str__(self) -> str:
        return f"{self.digest[:12]} {self.issued_at:%Y-%m-%d %H:%M}"


class Never(models.Model):
    """Stays empty. An opening refers to it by a deferred key, so no commit can carry an opening."""

    class Meta:
        managed = True


class Opening(models.Model):
    """Stands while the gate writes one object, inside one transaction. The triggers look for it."""

    family = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    permit = models.ForeignKey(Permit, on_delete=models.DO_NOTHING, related_name="+")
    shut = models.ForeignKey(Never, on_delete=models.DO_NOTHING, related_name="+")
    # Set by the trigger on PostgreSQL to the transaction's own number.
    txn = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["family", "object_id"], name="opening_of")]
