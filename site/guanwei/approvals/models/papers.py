"""Signatures given outside this system: on paper, with a scan; and what the supplying unit confirms."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.approvals.models.signatures import Decision


class PaperSignature(Decision):
    """A scan of a signed print, brought in by ``person``; it counts once another person confirmed it.

    ``signer`` is the name as it stands on the paper, ``signer_person`` who that is where the post is held
    in this system. ``parts`` are the digests of what was printed. ``scan`` is the file's content address.
    """

    submission = models.ForeignKey("Submission", on_delete=models.PROTECT, related_name="papers")
    step = models.ForeignKey("RouteStep", on_delete=models.PROTECT, related_name="papers")
    signer = models.CharField(_("签署人"), max_length=60)
    signer_person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_on = models.DateField(_("签署日期"))
    document = models.CharField(_("文号或编号"), max_length=120)
    scan = models.CharField(_("扫描件摘要"), max_length=64, db_index=True)
    parts = models.JSONField(_("所签各部分"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_as = models.ForeignKey(
        "organisations.Appointment", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(_("核对时间"), null=True, blank=True)
    refused_reason = models.CharField(_("核对不符的理由"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("纸质签署")
        verbose_name_plural = _("纸质签署")

    def __str__(self) -> str:
        return f"{self.step} {self.signer}"

    @property
    def counts(self) -> bool:
        return self.confirmed_at is not None and not self.refused_reason


class EditConfirmation(Decision):
    """The supplying unit has read what was changed in review and stands by it (供稿方确认)."""

    submission = models.ForeignKey("Submission", on_delete=models.PROTECT, related_name="confirmations")
    parts = models.JSONField(_("所确认各部分"))

    class Meta:
        verbose_name = _("供稿方确认")
        verbose_name_plural = _("供稿方确认")

    def __str__(self) -> str:
        return f"{self.step} {self.person}"
